"""Learning which articles tell of one event, from invented ones."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import pytest

from reviewer.articles import Article
from reviewer.errors import ReviewerError
from reviewer.events.grouping import clusters
from reviewer.events.likeness import EVIDENCE, Model, shipped
from reviewer.events.training import Pool, grouped, held_out, learn, pool, quality

SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo zu".split()


def invented(seed: int, stories: int = 24) -> tuple[list[Article], dict[str, str]]:
    """Stories of two reports each that share half of their words, and a report alone for every third story."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(400)]
    articles, events = [], {}
    for story in range(stories):
        core = chance.sample(words, 30)
        for report in range(1 if story % 3 == 0 else 2):
            text = [*chance.sample(core, 24), *chance.sample(words, 20)]
            day = f"2031-05-{1 + (story + report) % 28:02}"
            name = f"{story}-{report}"
            articles.append(Article(name, " ".join(text), outlet=f"o{report}", title=" ".join(core[:4]), published=day))
            events[name] = str(story)
    return articles, events


def invented_pool(seed: int) -> Pool:
    articles, events = invented(seed)
    return pool([articles], events, (), 1.0)


def test_what_is_learned_tells_events_it_has_not_seen() -> None:
    pools = [invented_pool(seed) for seed in (1, 2)]
    for reached in held_out(pools, 3):
        assert reached.pairs > 0.9
        assert reached.articles > 0.9


def test_a_pair_nobody_is_sure_of_is_neither_learned_from_nor_counted() -> None:
    articles, events = invented(3)
    lied = events | {"1-1": "another"}
    sure = pool([articles], lied, {frozenset(("1-0", "1-1"))}, 1.0)
    place = {story: at for at, story in enumerate(sure.stories)}
    assert sure.unsure == {frozenset((place["1"], place["another"]))}
    together = [0] * len(sure.stories)
    apart = list(range(len(sure.stories)))
    only = {place["1"], place["another"]}
    assert quality([(sure, apart, only)]).articles == 1.0
    assert quality([(sure, together, only)]).pairs == 0.0


def test_articles_of_one_event_in_two_groups_of_a_pool_count_neither_way() -> None:
    articles, events = invented(3)
    groups = [articles[:2], articles[2:]]
    given = pool(groups, events, (), 1.0)
    assert [articles[1].id, articles[2].id] == ["1-0", "1-1"]
    ones = [at for at, story in enumerate(given.stories) if story == "1"]
    assert given.unsure == {frozenset(ones)}


def test_the_quality_is_that_of_pairs_and_of_articles() -> None:
    given = Pool(("a", "a", "b", "b"), (), frozenset(), 1.0)
    reached = quality([(given, [0, 0, 0, 3], range(4))])
    assert reached.pairs == pytest.approx(2 * (1 / 3 * 1 / 2) / (1 / 3 + 1 / 2))
    precision, recall = (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, (1 + 1 + 1 / 2 + 1 / 2) / 4
    assert reached.articles == pytest.approx(2 * precision * recall / (precision + recall))


def test_of_thresholds_that_do_as_well_the_strictest_is_taken() -> None:
    clear = tuple((2 * i, 2 * i + 1, [float(i % 2)]) for i in range(40))
    stories = tuple(f"{at // 2}{'' if at // 2 % 2 else at % 2}" for at in range(80))
    assert learn([Pool(stories, clear, frozenset(), 1.0)]).threshold == 0.59


def open_triples(together: bool, weight: float) -> Pool:
    """Clear pairs, and two that are alike with a third alike to one of them only, which tells of their event, or of another."""
    stories, rows = [], []
    for number in range(400):
        rows.append((2 * number, 2 * number + 1, [1.0 if number % 2 else -1.0]))
        stories += [f"{number}", f"{number}" if number % 2 else f"{number} too"]
    for number in range(8):
        at = len(stories)
        rows += [(at, at + 1, [1.0]), (at, at + 2, [1.0]), (at + 1, at + 2, [-1.0])]
        stories += [f"triple {number}"] * 2 + [f"triple {number}{'' if together else ' too'}"]
    return Pool(tuple(stories), tuple(rows), frozenset(), weight)


def test_the_threshold_is_the_one_that_is_best_where_it_counts_most() -> None:
    lax = learn([open_triples(True, 5.0), open_triples(False, 1.0)])
    strict = learn([open_triples(True, 1.0), open_triples(False, 5.0)])
    assert lax.threshold < strict.threshold


def test_evidence_that_says_nothing_weighs_nothing() -> None:
    model = learn([invented_pool(seed) for seed in (4, 5)])
    weights = dict(zip(EVIDENCE, model.weights, strict=True))
    assert weights["untitled"] == 0.0
    assert weights["words"] > 0


def test_the_shipped_weights_are_those_of_the_evidence() -> None:
    data = json.loads(
        (Path(sys.modules["reviewer.events.likeness"].__file__ or "").parent / "weights.json").read_text()
    )
    assert tuple(data["weights"]) == EVIDENCE
    assert shipped() == Model(tuple(data["weights"].values()), data["constant"], data["threshold"])


def test_evidence_against_beyond_all_measure_does_not_end_the_learning() -> None:
    rows, stories = [], []
    for i in range(100):
        rows.append((2 * i, 2 * i + 1, [-1000.0 if i == 0 else float(i % 2)]))
        stories += [f"{i}", f"{i}" if i % 2 else f"{i} too"]
    assert learn([Pool(tuple(stories), tuple(rows), frozenset(), 1e6)]).weights[0] > 1


@pytest.mark.parametrize("stories", [("a", "a"), ("a", "b")])
def test_pairs_of_one_kind_only_are_too_little_to_learn_from(stories: tuple[str, str]) -> None:
    with pytest.raises(ReviewerError, match="too little to learn from"):
        learn([Pool(stories, ((0, 1, [1.0]),), frozenset(), 1.0)])


def test_groups_are_those_of_the_likelihoods() -> None:
    given = Pool(("a", "a", "b"), ((0, 1, [1.0]), (1, 2, [-1.0])), frozenset(), 1.0)
    model = Model((4.0,), 0.0, 0.5)
    assert grouped(model, given) == clusters([{1: 1.0}, {0: 1.0}, {}], 0.5) == [0, 0, 2]

"""Which articles tell of the same event, and which are each other's best partners."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.articles import Article
from reviewer.events import events, pairs
from reviewer.events.candidates import LATEST
from reviewer.events.digests import digest
from reviewer.events.grouping import clusters, supported
from tests.growth import assert_in_proportion

FERRY = [
    "The ferry Aldera ran aground off Port Vesna on Monday and 212 passengers were taken to Halmen by fishing boats, the coast guard said.",
    "Fishing crews from Halmen carried 212 passengers ashore after the ferry Aldera struck a sandbank near Port Vesna on Monday.",
    "The grounding of the Aldera off Port Vesna raises questions about the ferry company, whose passengers were rescued by Halmen's fishing boats.",
]
BUDGET = [
    "Parliament in Korvath passed the budget by two votes after Finance Minister Ilse Brandt dropped the fuel levy demanded by her party.",
    "Finance Minister Ilse Brandt gave up the fuel levy and won the budget vote in Korvath by a margin of two.",
]


def articles(texts: list[str], name: str, published: str | None) -> list[Article]:
    return [Article(f"{name}-{i}", text, title=text[:40], published=published) for i, text in enumerate(texts)]


def groups(found: list[tuple[str, str]]) -> set[frozenset[str]]:
    by: dict[str, set[str]] = {}
    for article, event in found:
        by.setdefault(event, set()).add(article)
    return {frozenset(group) for group in by.values()}


def test_reports_of_one_happening_come_together_and_others_stay_apart() -> None:
    corpus = articles(FERRY, "ferry", "2031-05-05") + articles(BUDGET, "budget", "2031-05-05")
    assert groups(events(corpus)) == {frozenset({"ferry-0", "ferry-1", "ferry-2"}), frozenset({"budget-0", "budget-1"})}


def test_an_event_is_called_by_its_first_article_as_given() -> None:
    late, early, copy = articles(FERRY[:2] + FERRY[1:2], "ferry", "2031-05-05")
    corpus = [replace(late, published="2031-05-06"), early, *articles(BUDGET, "budget", "2031-05-04"), copy]
    for order in (corpus, corpus[::-1]):
        label = {name: next(each.id for each in order if each.id.startswith(name)) for name in ("ferry", "budget")}
        assert events(order) == [(each.id, label[each.id.partition("-")[0]]) for each in order]


def test_the_same_words_three_weeks_later_are_another_event() -> None:
    corpus = [*articles(FERRY[:1], "now", "2031-05-05"), *articles(FERRY[:1], "later", "2031-05-26")]
    assert len(groups(events(corpus))) == 2


def test_an_undated_report_still_finds_its_event() -> None:
    corpus = (
        articles(FERRY[:2], "ferry", "2031-05-05")
        + articles(FERRY[2:], "undated", None)
        + articles(BUDGET, "budget", None)
    )
    assert frozenset({"ferry-0", "ferry-1", "undated-0"}) in groups(events(corpus))


def test_the_best_partner_tells_of_the_same_event_and_shared_quotations_are_counted() -> None:
    said = " “We were never told that the sandbank had moved,” she said."
    corpus = articles([FERRY[0] + said, FERRY[1] + said], "ferry", "2031-05-05") + articles(
        BUDGET, "budget", "2031-05-05"
    )
    found = dict(pairs(corpus, top=1))
    assert found["ferry-0"][0].id == "ferry-1"
    assert found["ferry-0"][0].shared_quotes == 1
    assert found["budget-0"][0].shared_quotes == 0
    assert all(len(partners) <= 1 for partners in found.values())


@pytest.mark.parametrize("marks", ["‘{}’", "'{}'", "“{}”", "«{}»"])
def test_quotations_in_single_marks_are_shared_with_those_in_others(marks: str) -> None:
    words = "We weren't ever told that the sandbank had moved,"
    corpus = articles(
        [f"{FERRY[0]} {marks.format(words)} she said.", f"{FERRY[1]} “{words}” she said."], "ferry", "2031-05-05"
    )
    assert [partners[0].shared_quotes for _, partners in pairs(corpus, top=1)] == [1, 1]


def test_two_groups_join_only_when_most_members_are_alike() -> None:
    chain: list[dict[int, float]] = [{1: 0.9}, {0: 0.9, 2: 0.3}, {1: 0.3, 3: 0.9}, {2: 0.9}]
    assert clusters(chain, 0.2) == [0, 0, 2, 2]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_texts_are_grouped_without_complaint(texts: list[str]) -> None:
    corpus = articles(texts, "a", None)
    assert [article for article, _ in events(corpus)] == [article.id for article in corpus]
    assert all(digest(article).day is None for article in corpus)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(FERRY) + len(BUDGET) + 4)), st.integers(1, 4))
def test_the_order_of_the_articles_makes_no_difference(order: list[int], top: int) -> None:
    corpus = [
        *articles(FERRY, "ferry", "2031-05-05"),
        *articles(BUDGET, "budget", "2031-05-05"),
        *articles(FERRY[:1], "undated", None),
        *[replace(each, outlet="Courier") for each in articles(BUDGET[:1], "copy", "2031-05-05")],
        *[replace(each, outlet="Tribune") for each in articles(BUDGET, "second", "2031-05-05")],
    ]
    shuffled = [corpus[at] for at in order]
    assert groups(events(shuffled)) == groups(events(corpus))
    assert dict(pairs(shuffled, top=top)) == dict(pairs(corpus, top=top))


def test_a_thousand_copies_of_one_article_are_one_event() -> None:
    corpus = [Article(f"copy-{i}", FERRY[0], title="Ferry aground", published="2031-05-05") for i in range(1000)]
    assert len(groups(events(corpus))) == 1
    assert all([each.score for each in partners] == [100.0, 100.0] for _, partners in pairs(corpus, top=2))


def test_many_reports_of_one_event_with_words_of_their_own_stay_together() -> None:
    chance = random.Random(7)
    fillers = "harbour pilot sailors tide morning weather inquiry captain rescue divers police engine insurer shipyard".split()
    corpus = [
        Article(
            f"report-{i}",
            f"{chance.choice(FERRY)} {' '.join(chance.sample(fillers, 6))}.",
            title="Ferry Aldera aground",
            published="2031-05-05",
        )
        for i in range(60)
    ]
    assert len(groups(events(corpus))) == 1


def test_a_partner_of_a_partner_is_the_likelier_partner() -> None:
    odds: list[dict[int, float]] = [{1: 3.0, 2: -1.0, 3: -0.5}, {0: 3.0, 2: 2.0}, {0: -1.0, 1: 2.0}, {0: -0.5}]
    raised = supported(odds)
    assert raised[0] == {1: 3.0, 2: 0.5, 3: -0.5}
    assert raised[2] == {0: 0.5, 1: 2.0}


def test_the_best_partners_only_are_asked_whether_they_know_another() -> None:
    def raised(others: int) -> float:
        """What becomes of -5 between 0 and 1, which the last of so many partners of 0 joins."""
        odds: list[dict[int, float]] = [{1: -5.0} | {2 + i: 9.0 - i / 9 for i in range(others)}, {0: -5.0}]
        odds += [{0: odds[0][2 + i]} for i in range(others)]
        odds[1][1 + others] = odds[1 + others][1] = 5.0
        return supported(odds)[0][1]

    assert raised(20) == 0.0
    assert raised(21) == -5.0


def test_more_reports_of_one_event_than_an_article_is_compared_with_stay_together() -> None:
    corpus = [
        Article(f"report-{i}", f"{FERRY[0]} Edition number {i}.", title="Ferry aground", published="2031-05-05")
        for i in range(3 * LATEST)
    ]
    assert len(groups(events(corpus))) == 1


def test_texts_without_spaces_are_compared_too() -> None:
    corpus = [
        Article("one", "渡轮奥尔德拉号周一在维斯纳港外搁浅，二百一十二名乘客被渔船送往哈尔门。", title="渡轮搁浅"),
        Article("other", "渔船周一从搁浅的渡轮奥尔德拉号上救下二百一十二名乘客，送往哈尔门。", title="渡轮乘客获救"),
        Article("budget", "科尔瓦特议会以两票之差通过预算，财政部长放弃了燃油税。", title="预算通过"),
    ]
    assert groups(events(corpus)) == {frozenset({"one", "other"}), frozenset({"budget"})}


def test_one_outlet_seldom_reports_one_happening_twice() -> None:
    one, other, *_ = articles(FERRY, "ferry", "2031-05-05")
    budget = articles(BUDGET, "budget", "2031-05-05")
    apart = [replace(one, outlet="Courier"), replace(other, outlet="Tribune"), *budget]
    same = [replace(one, outlet="Courier"), replace(other, outlet="Courier"), *budget]
    unknown = [replace(one, outlet="unknown"), replace(other, outlet="unknown"), *budget]
    score = [dict(pairs(corpus, top=1))["ferry-0"][0].score for corpus in (apart, same, unknown)]
    assert score[0] > score[1]
    assert score[0] == score[2]


def test_an_article_without_text_or_title_is_an_event_of_its_own() -> None:
    corpus = [*articles(FERRY, "ferry", None), Article("empty", ""), Article("none", "", title=" ")]
    assert {frozenset({"empty"}), frozenset({"none"})} <= groups(events(corpus))
    assert dict(pairs(corpus, top=3))["empty"] == []


@pytest.mark.parametrize("unit", ["A", "A'", "Aa ", "“", "“a ", "1 2 "])
def test_a_hostile_run_of_characters_takes_no_time_worth_speaking_of(unit: str) -> None:
    def read(size: int) -> None:
        run = '"' + unit * size
        digest(Article("run", run, title=run[:1000]))

    assert_in_proportion(read, 100_000 // len(unit))


@pytest.mark.parametrize("search", [events, partial(pairs, top=2)])
def test_progress_tells_what_is_read_and_what_is_compared_and_what_it_raises_ends_the_search(
    search: Callable[..., object],
) -> None:
    reports = articles([*FERRY, BUDGET[0]], "a", None)
    told: list[tuple[int, int]] = []
    search(reports, progress=lambda *how_far: told.append(how_far))
    assert told == [(1, 0), (2, 0), (3, 0), (4, 0), (0, 4), (1, 4), (2, 4), (3, 4)]

    def enough(done: int, total: int) -> None:
        told.append((done, total))
        if told[-1] == (1, 4):
            raise KeyError

    told.clear()
    with pytest.raises(KeyError):
        search(reports, progress=enough)
    assert told[-1] == (1, 4)

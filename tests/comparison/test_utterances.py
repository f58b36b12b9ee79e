"""One utterance in all articles of an event: transitive, never chaining two different ones."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.comparison import Match, Side, Utterance, compare, utterances
from reviewer.comparison.sides import prepared
from reviewer.comparison.units import stems_of
from reviewer.comparison.variants import linked
from reviewer.comparison.words import words_of

from .articles import Writer, sentence
from .test_alignment import side
from .work import lines_run

SAID = "We have mended these cranes with our own hands for eleven winters and nobody thanked us"
OTHER = "The tide waits for no committee and neither shall the pilots of this river"


def _of(found: tuple[Utterance, ...], words: str) -> Utterance:
    chosen = [u for u in found if words in u.text]
    assert len(chosen) == 1, [u.text for u in found]
    return chosen[0]


def test_the_fullest_variant_stands_for_the_utterance_and_the_others_are_related_to_it() -> None:
    found = utterances(
        {
            "courier": side("Lamps burned. «mended these cranes with our own hands,» he said."),
            "ledger": side(f"Rain fell on the pickets. «{SAID},» he said."),
            "tribune": side(
                "Nobody slept. «We have repaired these cranes with our own hands for nine winters,» he said."
            ),
            "whistle": side("The bakery on Lantern Street ran out of flour before noon."),
        }
    )
    utterance = _of(found, SAID)
    assert [(v.article, v.relation) for v in utterance.variants] == [
        ("courier", "trimmed"),
        ("ledger", None),
        ("tribune", "reworded"),
    ]
    assert utterance.absent == ("whistle",)
    assert [flag.flag for flag in utterance.variants[2].flags] == ["number"]
    assert utterance.variants[1].text == f"{SAID},"


def test_an_utterance_that_one_article_has_without_marks_is_a_variant_of_it() -> None:
    found = utterances(
        {
            "courier": side(f"«{SAID},» said the foreman."),
            "tribune": side(f"It was said on the quay that {SAID[0].lower()}{SAID[1:]}, which was true."),
        }
    )
    assert [v.relation for v in _of(found, SAID).variants] == [None, "unquoted"]


def test_variants_that_share_no_words_with_the_fullest_come_in_through_a_third() -> None:
    first, second = SAID, "and the owners have not so much as sent a postcard"
    found = utterances(
        {
            "courier": side(f"«{first}, {second},» he said."),
            "ledger": side(f"«{first},» he said."),
            "tribune": side("«We have mended these cranes with our own hands,» he said."),
        }
    )
    assert len(found) == 1
    assert {v.article for v in found[0].variants} == {"courier", "ledger", "tribune"}


def test_two_utterances_that_meet_in_one_paragraph_are_not_chained() -> None:
    found = utterances(
        {
            "courier": side(f"«{SAID},» said the foreman.\n\n«{OTHER},» said the pilot."),
            "ledger": side(f"«{SAID},» said the foreman."),
            "tribune": side(f"«{OTHER},» said the pilot."),
        }
    )
    assert len(found) == 2
    assert _of(found, SAID).absent == ("tribune",)
    assert _of(found, OTHER).absent == ("ledger",)


def test_both_pieces_of_an_attribution_that_another_article_prints_as_one_are_there() -> None:
    first = "The pilots of this river are tired of it"
    found = utterances(
        {
            "courier": side(f"«{first},» said the foreman. «+{SAID}.»"),
            "ledger": side(f"Nobody slept. «{first}. {SAID},» said the foreman."),
            "tribune": side(f"«{SAID}, and we shall mend them again when the snow is gone from the roofs.»"),
        }
    )
    assert [(v.article, v.text[:30]) for v in found[0].variants if v.article == "courier"] == [("courier", first[:30])]
    assert len(found) == 1


def test_the_pieces_of_an_attribution_are_the_reference_together() -> None:
    first = "The nine pilots must not be tired of it"
    found = utterances(
        {
            "courier": side(f"«{first},» said the foreman. «+{SAID}.»"),
            "ledger": side(f"Nobody slept. «{first}. We have mended these cranes with our hands,» he said."),
            "tribune": side("It was a night of fog. «We have mended these cranes with our own hands,» he said."),
        }
    )
    assert [[(v.article, v.relation, v.flags) for v in u.variants] for u in found] == [
        [("courier", None, ()), ("ledger", "reworded", ()), ("tribune", "trimmed", ())]
    ]
    assert found[0].text == f"{first},” said the foreman. “{SAID}."


def test_what_one_side_has_of_each_piece_is_related_to_both_pieces() -> None:
    found = utterances(
        {
            "courier": side(f"He said it at dawn.\n\n«{SAID}.»\n\n«+{OTHER}.»"),
            "ledger": side(f"It was said on the quay: {SAID}. {OTHER}. Nobody laughed."),
        }
    )
    assert [[(v.article, v.relation) for v in u.variants] for u in found] == [
        [("courier", None), ("ledger", "unquoted")],
    ]


def test_two_utterances_in_a_row_in_one_quotation_are_two() -> None:
    found = utterances(
        {
            "courier": side(f"«{SAID},» said the foreman.\n\nLamps burned.\n\n«{OTHER},» said the foreman."),
            "ledger": side(f"The foreman went on for an hour. «{SAID}. {OTHER},» he said."),
            "tribune": side(f"Nobody slept. «{OTHER},» said the foreman."),
        }
    )
    assert [[(v.article, v.relation) for v in u.variants] for u in found] == [
        [("courier", None), ("ledger", "identical"), ("tribune", "identical")],
        [("courier", None), ("ledger", "identical")],
    ]
    assert [u.absent for u in found] == [(), ("tribune",)]
    assert _of(found, SAID).variants[1].text == f"{SAID}."
    assert _of(found, OTHER).variants[1].text == f"{OTHER},"


def test_a_quotation_is_not_cut_where_another_article_goes_on() -> None:
    found = utterances(
        {
            "courier": side(f"«{SAID},» said the foreman.\n\nLamps burned.\n\n«{OTHER},» said the foreman."),
            "ledger": side(f"The foreman went on for an hour. «{SAID}. {OTHER},» he said."),
            "tribune": side(f"Nobody slept. «{SAID},» he said. «+{OTHER}.»"),
        }
    )
    assert len(found) == 1
    assert [v.relation for v in found[0].variants if v.article == "ledger"] == [None]


def test_a_quotation_is_cut_once_between_two_utterances_and_keeps_what_nobody_else_has() -> None:
    alone = "Eleven lanterns hung from the old crane in that night of fog."
    found = utterances(
        {
            "courier": side(f"«{SAID},» said the foreman."),
            "ledger": side(f"«{SAID}. {alone} {OTHER},» he said."),
            "tribune": side(f"Nobody slept. «{OTHER},» said the foreman."),
        }
    )
    assert [u.text for u in found] == [f"{SAID}. {alone}", f"{OTHER},"]
    assert [len(u.variants) for u in found] == [2, 2]


def _by(text: str, speaker: str | None) -> Side:
    said = side(text)
    return replace(said, quotations=tuple(replace(q, speaker=speaker) for q in said.quotations))


COMMON = "It was so that we had it and they had it not."


@pytest.mark.parametrize(
    ("other", "count"),
    [("Ms Ravn", 1), ("Tilda Ravn", 1), ("Osk Lind", 2), (None, 2)],
    ids=["Ms", "full", "other", "none"],
)
def test_the_same_short_words_of_one_speaker_are_one_utterance_though_no_match(other: str | None, count: int) -> None:
    long = _by(f"«We had it all,» she said.\n\n{COMMON}", "Tilda Ravn")
    short = _by(f"«We had it,» she said.\n\n{COMMON}", other)
    assert not compare(long, short).matches
    found = utterances({"courier": long, "ledger": short})
    assert len(found) == count
    if count == 1:
        assert [v.relation for v in found[0].variants] == [None, "trimmed"]


@pytest.mark.parametrize("short", ["We had", "We had all", "All we had"])
def test_other_words_of_one_speaker_are_another_utterance(short: str) -> None:
    articles = {
        "courier": _by("«We had it all,» she said.", "Tilda Ravn"),
        "ledger": _by(f"«{short}»", "Tilda Ravn"),
    }
    assert len(utterances(articles)) == 2


def test_a_retelling_of_one_sentence_is_flagged_by_that_sentence_alone() -> None:
    told = "The bakers told us {}that the flour was {}safe"
    found = utterances(
        {
            "courier": _by(
                f"«We had no bread at all. {told.format('in March ', '')}, and we ate it.» he said.", "Bo Ost"
            ),
            "ledger": _by("Reeve Ost has said bakers told him in March that the Almera flour «was safe».", "Ost"),
            "tribune": _by(
                f"Reeve Ost denied this. «We had no bread,» he said. «+{told.format('', 'not ')}? That is untrue.»",
                "Ost",
            ),
        }
    )
    retold = [v for u in found for v in u.variants if v.relation in ("paraphrased", "unquoted")]
    assert [(v.article, [flag.flag for flag in v.flags]) for v in retold] == [("ledger", ["name"])]


def test_a_split_quotation_is_one_variant() -> None:
    found = utterances(
        {
            "courier": side(f"«{SAID}.»"),
            "tribune": side(
                "«We have mended these cranes with our own hands,» he said, «+for eleven winters and nobody thanked us.»"
            ),
        }
    )
    assert len(found) == 1
    assert [v.article for v in found[0].variants] == ["courier", "tribune"]


def test_a_quotation_of_one_article_alone_is_an_utterance_of_one_variant() -> None:
    found = utterances({"courier": side(f"«{SAID},» he said."), "tribune": side(f"«{OTHER},» she said.")})
    assert [(len(u.variants), u.absent) for u in found] == [(1, ("tribune",)), (1, ("courier",))]
    assert len({u.id for u in found}) == 2


def test_those_of_most_articles_come_first_and_every_quotation_is_in_exactly_one() -> None:
    articles = {
        "courier": side(f"«{OTHER},» she said.\n\n«{SAID},» he said.\n\n«Bring soup,» read a board."),
        "ledger": side(f"«{SAID},» he said."),
        "tribune": side(f"«{SAID},» he said.\n\n«{OTHER},» she said."),
    }
    found = utterances(articles)
    assert [len({v.article for v in u.variants}) for u in found] == [3, 2, 1]
    for name, article in articles.items():
        for quotation in article.quotations:
            inside = [v for u in found for v in u.variants if v.article == name and v.start <= quotation.start < v.end]
            assert len(inside) == 1


def test_an_event_without_quotations_has_no_utterances() -> None:
    assert utterances({}) == ()
    assert utterances({"courier": Side("Nothing was said."), "tribune": Side("Nothing was heard.")}) == ()


def test_two_statements_of_one_attribution_are_two_utterances() -> None:
    found = utterances(
        {
            "courier": side(f"«{SAID}.» he said, and went on: «+{OTHER}.»"),
            "ledger": side(f"«{SAID},» he said."),
        }
    )
    assert [len(u.variants) for u in found] == [2, 1]


def test_pieces_of_one_attribution_that_the_fullest_prints_as_one_are_one_variant() -> None:
    found = utterances(
        {
            "courier": side(f"«{SAID}.» he said. «+{OTHER}.»"),
            "ledger": side(f"«{SAID}. {OTHER}, and that is all there is to say,» he said."),
        }
    )
    assert [(v.article, v.relation) for v in found[0].variants] == [("courier", "trimmed"), ("ledger", None)]


COUNTED = "We counted {} crates on the quay that morning and every one of them was sealed with wax"


def test_the_odd_one_out_is_no_reference_though_it_is_the_fullest() -> None:
    found = utterances(
        {
            "courier": side(f"«{COUNTED.format('fourteen thousand')}, I swear,» he said."),
            "ledger": side(f"«{COUNTED.format('4,200')},» he said."),
            "tribune": side(f"He said: «{COUNTED.format('4,200')}.»"),
        }
    )
    assert [(v.article, v.relation, [f.flag for f in v.flags]) for v in found[0].variants] == [
        ("courier", "reworded", ["number"]),
        ("ledger", None, []),
        ("tribune", "identical", []),
    ]
    assert found[0].text == f"{COUNTED.format('4,200')},"


@pytest.mark.parametrize(
    ("odd", "agreed"),
    [
        (
            "We will not sell the north pier to anyone before the spring",
            "We will sell the north pier to anyone before the spring",
        ),
        (
            "We must sell the north pier to the guild before the spring",
            "We may sell the north pier to the guild before the spring",
        ),
        (
            "We thank Marshal Odette Quill for what he did in the spring",
            "We thank Marshal Tibor Quill for what he did in the spring",
        ),
    ],
)
def test_the_majority_holds_for_every_flag_that_tells(odd: str, agreed: str) -> None:
    found = utterances(
        {
            "courier": side(f"«{odd}, as God is my witness.»"),
            "ledger": side(f"«{agreed}.»"),
            "tribune": side(f"«{agreed}.»"),
        }
    )
    assert [v.article for v in found[0].variants if v.relation is None] == ["ledger"]
    assert [bool(v.flags) for v in found[0].variants] == [True, False, False]


def test_a_tie_between_wordings_leaves_the_fullest_as_the_reference() -> None:
    few, many = COUNTED.format("4,200"), COUNTED.format("fourteen thousand")
    found = utterances(
        {
            "courier": side(f"«{few}.»"),
            "ledger": side(f"«{many}, I swear.»"),
            "tribune": side(f"«{few}.»"),
            "whistle": side(f"«{many}.»"),
        }
    )
    assert [v.article for v in found[0].variants if v.relation is None] == ["ledger"]


def test_a_scrap_that_agrees_with_another_scrap_is_no_reference() -> None:
    whole = f"{COUNTED.format('fourteen thousand')}, and the harbour master, who was asleep, never came to look at them at all"
    scrap = "counted 4,200 crates on the quay that morning"
    found = utterances(
        {"courier": side(f"«{whole}.»"), "ledger": side(f"They «{scrap}.»"), "tribune": side(f"They «{scrap}.»")}
    )
    assert [v.article for v in found[0].variants if v.relation is None] == ["courier"]


@pytest.mark.parametrize("order", list(permutations(("courier", "ledger", "tribune"))))
def test_the_order_of_the_articles_does_not_choose_the_reference(order: tuple[str, ...]) -> None:
    texts = {
        "courier": f"«{COUNTED.format('fourteen thousand')}, I swear,» he said.",
        "ledger": f"«{COUNTED.format('4,200')}, I tell you,» he said.",
        "tribune": f"«{COUNTED.format('4,200')},» he said.",
    }
    found = utterances({name: side(texts[name]) for name in order})
    assert [v.article for v in found[0].variants if v.relation is None] == ["ledger"]


def test_a_match_that_the_analyst_rejects_joins_no_variants() -> None:
    articles = {"tribune": side(f"«{SAID},» he said."), "courier": side(f"Lamps burned. «{SAID},» she said.")}
    asked: list[tuple[str, str]] = []

    def none(left: str, right: str, _: tuple[Match, ...]) -> tuple[Match, ...]:
        asked.append((left, right))
        return ()

    assert [len(u.variants) for u in utterances(articles)] == [2]
    assert [len(u.variants) for u in utterances(articles, none)] == [1, 1]
    assert asked == [("courier", "tribune")]


def _flags(full: str, part: str) -> set[str]:
    found = utterances({"courier": side(f"Lamps burned. «{full}» he said."), "tribune": side(f"«{part}» he said.")})
    return {flag.flag for utterance in found for variant in utterance.variants for flag in variant.flags}


def test_what_a_variant_leaves_out_at_its_ends_is_no_change_of_what_it_keeps() -> None:
    kept = "we shall be talking about the harbour cranes for many winters to come"
    assert _flags(f"It should never have been built in Almera, but {kept}", kept) == set()
    assert _flags(f"{kept}, said Orla Vance in 2031", kept) == set()
    assert _flags(f"I am not saying that {kept}", kept) == {"negation"}
    assert _flags(f"It was never built, but {kept}", kept.replace("shall", "shall not")) == {"negation"}


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (
            "No sabíamos nada de la grieta hasta el domingo por la noche",
            "Sabíamos de la grieta desde el domingo por la noche",
            "es",
        ),
        ("I am not saying that we knew of the crack in the hull", "We knew of the crack in the hull", "en"),
    ],
)
def test_the_matrix_finds_a_negation_where_the_comparison_of_the_two_articles_does(
    one: str, other: str, language: str
) -> None:
    texts = {"courier": f"El puerto cerró.\n\n«{one}», dijo Orla Vance.", "tribune": f"«{other}», dijo Orla Vance."}
    sides = {name: replace(side(text), language=language) for name, text in texts.items()}
    (match,) = (m for m in compare(sides["courier"], sides["tribune"]).matches if m.kind == "quote")
    (utterance,) = utterances(sides)
    flags = [{flag.flag for flag in variant.flags} for variant in utterance.variants if variant.relation]
    assert flags == [{flag.flag for flag in match.flags}]


def test_of_several_variants_of_an_article_the_one_it_quotes_most_fully_comes_first() -> None:
    rest = "the owners have {}sent a postcard to any of the men on the pier"
    found = utterances(
        {
            "courier": side(f"«{SAID}, and {rest.format('not ')},» said the foreman."),
            "tribune": side(
                "«We have mended these cranes with our own hands,» said the foreman.\n\n"
                + "Lanterns swung above the wet stones while gulls quarrelled over bread. " * 4
                + f"\n\n«{rest.format('').capitalize()},» he said later."
            ),
        }
    )
    assert len(found) == 1
    tribune = [v for v in found[0].variants if v.article == "tribune"]
    assert [(v.relation, [f.flag for f in v.flags]) for v in tribune] == [("reworded", ["negation"]), ("trimmed", [])]
    assert tribune[0].start > tribune[1].start


_PEOPLE = (("Ana Ruiz", "Ruiz", "Mayor Ruiz"), ("Bo Tanaka", "Tanaka", "Mr. Tanaka"))


def _event(seed: int) -> dict[str, Side]:
    """Four articles that quote two people alike, each with its own choice of what they said and of their names."""
    source = random.Random(seed)
    said = [(sentence(source, 3, 16), names) for names in _PEOPLE for _ in range(3)]
    articles = {}
    for article in ("courier", "ledger", "tribune", "whistle"):
        writer = Writer()
        called = {names: source.choice(names) for names in _PEOPLE}
        for words, names in source.sample(said, source.randint(1, 5)):
            writer.quote(words + source.choice(",."), called[names])
            writer.write(f" {called[names]} said. ")
        articles[article] = writer.side()
    return articles


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.permutations(["courier", "ledger", "tribune", "whistle"]))
def test_the_order_of_the_articles_changes_nothing_but_the_order_of_the_answer(seed: int, order: list[str]) -> None:
    articles = _event(seed)
    there, back = utterances(articles), utterances({name: articles[name] for name in order})
    assert {(u.id, u.text, u.speaker, frozenset(u.variants), frozenset(u.absent)) for u in there} == {
        (u.id, u.text, u.speaker, frozenset(u.variants), frozenset(u.absent)) for u in back
    }
    assert len({u.id for u in back}) == len(back)
    for utterance in back:
        named = [variant.article for variant in utterance.variants]
        assert named == sorted(named, key=order.index)
        assert list(utterance.absent) == sorted(utterance.absent, key=order.index)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(["courier", "ledger", "tribune", "whistle"]))
def test_an_article_that_prints_what_another_does_renames_no_utterance(seed: int, copied: str) -> None:
    articles = _event(seed)
    more = {"almanac": replace(articles[copied], text=articles[copied].text + "Rain fell. "), **articles}
    assert {u.id for u in utterances(more)} == {u.id for u in utterances(articles)}


def test_two_who_say_the_same_have_said_it_in_two_utterances() -> None:
    articles = {"courier": _by("«No comment»", "Tilda Ravn"), "ledger": _by("«No comment»", "Osk Lind")}
    assert len({u.id for u in utterances(articles)}) == 2


@pytest.mark.parametrize(("printed", "elsewhere"), [(3, 3), (2, 5), (4, 0), (30, 30)])
def test_what_an_article_prints_several_times_is_one_utterance(printed: int, elsewhere: int) -> None:
    articles = {
        "courier": _by(f"«{SAID},» she said.\n\n" * printed, "Tilda Ravn"),
        "ledger": _by(f"«{SAID},» she said.\n\n" * elsewhere + "Lamps burned.", "Tilda Ravn"),
    }
    (utterance,) = utterances(articles)
    assert [v.relation for v in utterance.variants] == [None] + ["identical"] * (printed + elsewhere - 1)


def test_the_same_words_of_two_people_in_one_article_are_two_utterances() -> None:
    said = _by(f"«{SAID},» she said.\n\n«{SAID},» he said.", "Tilda Ravn")
    first, second = said.quotations
    articles = {"courier": replace(said, quotations=(first, replace(second, speaker="Osk Lind"))), "ledger": side("")}
    assert [u.speaker for u in utterances(articles)] == ["Tilda Ravn", "Osk Lind"]


def _saying(quotations: list[str]) -> Side:
    writer = Writer()
    for words in quotations:
        writer.quote(words, "Ana Ruiz")
        writer.write(", she said. ")
    return writer.side()


def _work(quotations: list[str], others: list[str]) -> int:
    articles = {"courier": _saying(quotations), "ledger": _saying(others)}
    sides = {name: prepared(article) for name, article in articles.items()}
    matches = {("courier", "ledger"): compare(articles["courier"], articles["ledger"]).matches}
    return lines_run(lambda: linked(sides, matches, matches))


def test_the_work_grows_with_the_quotations_not_with_their_square() -> None:
    source = random.Random(7)
    said = [[sentence(source, 3, 6) for _ in range(200)] for _ in range(2)]
    assert _work(*said) < 5 * _work(*(quotations[:50] for quotations in said))
    again = [sentence(source, 9, 12)] * 120
    assert _work(again, again) < 5 * _work(again[:30], again[:30])


def test_a_quotation_that_two_articles_repeat_hundreds_of_times_is_compared_in_turn() -> None:
    again, few = _saying([SAID] * 240), _saying([SAID] * 60)
    assert lines_run(lambda: compare(again, again)) < 5 * lines_run(lambda: compare(few, few))


def test_an_event_of_more_articles_than_are_kept_is_not_read_anew_for_every_pair() -> None:
    """Counted: texts cut into words, and words into stems, of 80 articles with 40 speakers, which make 3,160 pairs."""
    articles = {}
    for number in range(80):
        source, writer = random.Random(number), Writer()
        for at in range(2):
            writer.quote(sentence(source), f"Ana Ruiz{(2 * number + at) % 40}")
            writer.write(" was said. ")
        articles[f"article-{number:02}"] = writer.side()
    words_of.cache_clear()
    stems_of.cache_clear()
    utterances(articles)
    assert words_of.cache_info().misses + stems_of.cache_info().misses < 12 * len(articles)


def test_who_waits_is_told_how_many_pairs_are_compared() -> None:
    told: list[tuple[int, int]] = []
    utterances(_event(1), progress=lambda done, count: told.append((done, count)))
    assert told == [(done, 6) for done in range(1, 7)]


def test_who_waits_no_more_while_the_matches_are_gathered_ends_it() -> None:
    compared: list[int] = []
    asked: list[int] = []

    def awaited() -> None:
        asked.append(len(compared))
        if len(asked) > 6:  # pairs are linked, utterances are made of them
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        utterances(_event(1), progress=lambda done, _: compared.append(done), awaited=awaited)
    assert asked == [6] * 7

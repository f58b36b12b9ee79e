"""Anchors hold, move or are orphans, never more; verdicts find the match they were given for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles import Article
from reviewer.framing import Anchor, Verdict, anchor_at, check_anchor, govern
from reviewer.framing.values import CONTEXT
from reviewer.text import Span
from tests.framing.conftest import BEACON, at

QUIET = "The harbour was quiet"


def beacon(text: str = BEACON, title: str | None = "Ferry stops at noon") -> Article:
    return Article("beacon", text, title=title)


@given(st.text(), st.data())
def test_an_anchor_made_in_a_text_holds_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    anchor = anchor_at(text, start, end)
    assert anchor.exact == text[start:end]
    assert text[: anchor.start].endswith(anchor.prefix)
    assert text[anchor.end :].startswith(anchor.suffix)
    assert check_anchor(anchor, beacon(text)).status == ("ok" if anchor.exact else "orphan")


@given(st.text("ab ", min_size=1, max_size=60), st.text("ab ", max_size=20), st.data())
def test_an_anchor_is_proposed_only_where_its_words_and_surroundings_stand_once(
    text: str, before: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    anchor = anchor_at(text, start, data.draw(st.integers(start + 1, len(text))))
    now = before + text
    check = check_anchor(anchor, beacon(now))
    slow = [
        n
        for n in range(len(now))
        if now.startswith(anchor.exact, n)
        and now[max(0, n - len(anchor.prefix)) : n] == anchor.prefix
        and now[n + len(anchor.exact) :][: len(anchor.suffix)] == anchor.suffix
    ]
    if now[anchor.start : anchor.end] == anchor.exact:
        assert check.status == "ok"
    elif len(slow) == 1:
        assert check.status == "moved"
        assert check.proposed is not None
        assert (check.proposed.start, check.proposed.exact) == (slow[0], anchor.exact)
    else:
        assert check.status == "orphan"


def test_offsets_are_code_points_also_after_emoji_and_combining_marks() -> None:
    start, end = at(BEACON, QUIET)
    assert BEACON.encode("utf-16-le").index(QUIET.encode("utf-16-le")) // 2 != start
    assert check_anchor(anchor_at(BEACON, start, end), beacon()).status == "ok"


def test_a_shifted_anchor_is_proposed_with_its_role_and_never_moved() -> None:
    anchor = anchor_at(BEACON, *at(BEACON, "said Ilka Moor"), role="body")
    check = check_anchor(anchor, beacon("A new opening line.\n\n" + BEACON))
    assert check.status == "moved"
    assert check.proposed is not None
    assert check.proposed.role == "body"
    assert check.proposed.start == anchor.start + 21


def test_of_two_twins_the_one_with_the_same_surroundings_is_proposed() -> None:
    second = BEACON.rindex(QUIET)
    anchor = anchor_at(BEACON, second, second + len(QUIET))
    check = check_anchor(anchor, beacon("New.\n\n" + BEACON))
    assert check.proposed is not None
    assert check.proposed.start == second + 6


def test_an_anchor_whose_twin_alone_is_left_is_an_orphan() -> None:
    second = BEACON.rindex(QUIET)
    anchor = anchor_at(BEACON, second, second + len(QUIET))
    assert check_anchor(anchor, beacon("New.\n\n" + BEACON[:second])).status == "orphan"


def test_a_passage_that_has_been_doubled_is_an_orphan() -> None:
    anchor = anchor_at(BEACON, 10, 40)
    assert check_anchor(anchor, beacon("x" * 7 + BEACON + BEACON)).status in ("moved", "orphan")
    short = Anchor("quiet", "", "", 0, 5)
    assert check_anchor(short, beacon()).status == "orphan"


@pytest.mark.parametrize("article", [None, beacon(title=None), beacon(title="Other")])
def test_an_anchor_in_a_title_that_is_gone_is_an_orphan(article: Article | None) -> None:
    assert check_anchor(anchor_at("Ferry stops", 0, 5, place="title"), article).status == "orphan"


def test_an_anchor_in_the_title_counts_in_the_title() -> None:
    assert check_anchor(anchor_at("Ferry stops at noon", 0, 5, place="title"), beacon()).status == "ok"
    assert len(anchor_at("x" * 200, 90, 110).prefix) == CONTEXT


@dataclass(frozen=True)
class Stretch:
    span: Span


@dataclass(frozen=True)
class Shared:
    left: Stretch
    right: Stretch


def shared(left: tuple[int, int], right: tuple[int, int]) -> Shared:
    return Shared(Stretch(Span(*left)), Stretch(Span(*right)))


def said(identity: str, left: tuple[int, int], right: tuple[int, int]) -> Verdict:
    text = "x" * 500
    return Verdict(identity, "confirmed", "quote", "identical", (anchor_at(text, *left),), (anchor_at(text, *right),))


def test_a_verdict_governs_the_match_it_overlaps_by_half_on_both_sides() -> None:
    verdicts = [said("m-a", (100, 200), (100, 200)), said("m-b", (300, 400), (300, 400))]
    matches = [shared((120, 210), (100, 190)), shared((300, 400), (380, 480))]
    governed, unmatched = govern(verdicts, matches)
    assert governed == {0: verdicts[0]}
    assert unmatched == (verdicts[1],)


def test_half_of_all_the_words_of_both_is_enough_and_less_is_not() -> None:
    half = said("m-a", (100, 130), (100, 130))
    assert govern([half], [shared((110, 140), (110, 140))])[0] == {0: half}
    assert govern([half], [shared((110, 140), (111, 141))])[0] == {}


def test_containment_is_enough_and_the_best_wins() -> None:
    narrow, exact = said("m-a", (110, 120), (110, 120)), said("m-b", (100, 200), (100, 200))
    governed, unmatched = govern([narrow, exact], [shared((100, 200), (100, 200))])
    assert governed == {0: exact}
    assert unmatched == (narrow,)


def test_a_verdict_on_a_part_of_a_match_governs_it() -> None:
    narrow = said("m-a", (110, 120), (150, 260))
    assert govern([narrow], [shared((100, 200), (160, 190))]) == ({0: narrow}, ())
    assert govern([narrow], [shared((100, 200), (240, 400))]) == ({}, (narrow,))


def test_of_two_equal_verdicts_the_later_governs() -> None:
    first = said("m-a", (100, 200), (100, 200))
    later = replace(first, id="m-b", verdict="rejected")
    governed, unmatched = govern([first, later], [shared((100, 200), (100, 200))])
    assert governed == {0: later}
    assert unmatched == (first,)


def test_one_verdict_governs_one_match_and_the_next_best_goes_to_the_next() -> None:
    verdicts = [said("m-a", (100, 200), (100, 200)), said("m-b", (100, 190), (100, 190))]
    matches = [shared((100, 190), (100, 190)), shared((100, 200), (100, 200))]
    governed, unmatched = govern(verdicts, matches)
    assert governed == {0: verdicts[1], 1: verdicts[0]}
    assert unmatched == ()


def test_a_verdict_on_titles_governs_no_match_of_texts() -> None:
    verdict = replace(said("m-a", (0, 5), (0, 5)), left=(anchor_at("Ferry stops", 0, 5, place="title"),))
    assert govern([verdict], [shared((0, 5), (0, 5))]) == ({}, (verdict,))


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40), st.integers(0, 60), st.integers(1, 40)), max_size=5),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40), st.integers(0, 60), st.integers(1, 40)), max_size=5),
)
def test_every_verdict_is_dealt_out_once_or_stays_the_analysts_own(
    ours: list[tuple[int, int, int, int]], theirs: list[tuple[int, int, int, int]]
) -> None:
    verdicts = [said(f"m-{n}", (a, a + b), (c, c + d)) for n, (a, b, c, d) in enumerate(ours)]
    matches = [shared((a, a + b), (c, c + d)) for a, b, c, d in theirs]
    governed, unmatched = govern(verdicts, matches)
    assert sorted([v.id for v in governed.values()] + [v.id for v in unmatched]) == sorted(v.id for v in verdicts)
    assert set(governed) <= set(range(len(matches)))

"""Short quotations, quotations in part and quotations that repeat: what two variants share, and what of it is a change."""

from __future__ import annotations

import pytest

from reviewer.comparison import Comparison, Match, compare
from reviewer.comparison.sides import prepared
from reviewer.comparison.values import Side
from reviewer.quotes import extract
from tests.comparison.test_alignment import LEFT_REST, RIGHT_REST


def told(left: str, right: str) -> tuple[Side, Side, Comparison]:
    """Two articles with these paragraphs among others, their quotations found as in any article."""
    one, other = (Side(text, extract(text).quotes) for text in (f"{LEFT_REST}\n\n{left}", f"{RIGHT_REST}\n\n{right}"))
    return one, other, compare(one, other)


def only(left: str, right: str) -> tuple[str, str, Match]:
    one, other, found = told(left, right)
    (match,) = (m for m in found.matches if m.kind != "passage")
    return match.left.span.of(one.text).rstrip(",."), match.right.span.of(other.text).rstrip(",."), match


def said(words: str) -> str:
    return f"“{words},” said Orla Venn."


def flags(match: Match) -> list[tuple[str, str, str]]:
    return [(flag.flag, flag.left, flag.right) for flag in match.flags]


@pytest.mark.parametrize(
    ("left", "right", "flag"),
    [
        ("They are selling the pier", "They aren't selling the pier", ("negation", "", "aren't")),
        ("The gate can hold", "The gate can't hold", ("negation", "", "can't")),
        ("We will reopen", "We won't reopen", ("negation", "", "won't")),
        ("The pilot was warned", "The pilot wasn't warned", ("negation", "", "wasn't")),
        ("He must resign", "He should resign", ("modality", "must", "should")),
        ("We hardly knew the pilot", "We knew the pilot", ("negation", "hardly", "")),
    ],
)
def test_a_short_quotation_that_turns_into_its_opposite_is_flagged(
    left: str, right: str, flag: tuple[str, str, str]
) -> None:
    mine, theirs, match = only(said(left), said(right))
    assert (mine, theirs) == (left, right)
    assert match.relation == "reworded"
    assert match.score < 100
    assert flags(match) == [flag]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We are not there yet", "We're not there yet"),
        ("I am furious", "I'm furious"),
        ("It is a disgrace", "It's a disgrace"),
        ("We do not know yet", "We don't know yet"),
        ("If we don't act now, the quay will be empty", "If we do not act now, the quay will be empty"),
        ("We do not know if the quay is safe", "We don't know whether the quay is safe"),
        ("It's been 20 years since we left the island", "It has been twenty years since we left the island"),
        ("I've made eleven sails and I'm tired", "I have made 11 sails and I am tired"),
    ],
)
def test_a_contraction_neither_hides_a_quotation_nor_changes_it(left: str, right: str) -> None:
    mine, theirs, match = only(said(left), said(right))
    assert (mine, theirs) == (left, right)
    assert flags(match) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We will honour our neighbours and defend the centre", "We will honor our neighbors and defend the center"),
        ("We organised the defence of the harbour", "We organized the defense of the harbor"),
        ("They travelled in grey pyjamas", "They traveled in gray pajamas"),
    ],
)
def test_british_and_american_spelling_are_one(left: str, right: str) -> None:
    mine, theirs, match = only(said(left), said(right))
    assert (mine, theirs) == (left, right)
    assert match.relation == "identical"
    assert any(edit.op == "replace" for edit in match.edits)


def test_french_words_keep_their_spelling() -> None:
    words = prepared(
        Side("Le syndicat organise la défense du centre et de la mer avec les pêcheurs dans le port.")
    ).words
    assert {"organise", "centre"} <= set(words.keys)


def test_the_plainest_words_are_found_where_one_person_says_them() -> None:
    assert only(said("Enough is enough"), said("Enough is enough"))[-1].relation == "identical"
    _, _, found = told(said("Enough is enough"), "“Enough is enough,” said Pavel Drost.")
    assert found.matches == ()


def test_a_short_quotation_in_part_is_found_where_one_person_says_it() -> None:
    mine, theirs, match = only(said("within weeks, not months"), said("weeks, not months"))
    assert (mine, theirs, match.relation) == ("within weeks, not months", "weeks, not months", "trimmed")
    _, _, found = told(said("within weeks, not months"), "“Weeks, not months,” said Pavel Drost.")
    assert found.matches == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Venn said she did not “trust the figures of the harbour board at all”.",
            said("I do not trust the figures of the harbour board at all"),
        ),
        (
            "Venn said she would “leave tomorrow if the crew asks for it”.",
            said("I will leave tomorrow if the crew asks for it"),
        ),
        (
            "Venn said the plan could not “be stopped by a handful of shippers”.",
            said("The plan cannot be stopped by a handful of shippers"),
        ),
        (
            "Venn denied the grant was spent on a new slipway for the mayor.",
            said("The grant was not spent on a new slipway for the mayor"),
        ),
    ],
)
def test_what_stands_just_before_the_marks_is_not_missing(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        *_, match = only(one, other)
        assert {flag.flag for flag in match.flags}.isdisjoint({"negation", "modality"}), match.flags


@pytest.mark.parametrize(
    ("partial", "whole", "flag"),
    [
        (
            "Venn said the flood could not “be stopped by walls alone in spring”.",
            "The flood can be stopped by walls alone in spring",
            "not",
        ),
        ("Venn did not “trust the figures of the harbour board”.", "I trust the figures of the harbour board", "not"),
    ],
)
def test_a_negation_just_before_the_marks_is_flagged_where_the_other_side_has_none(
    partial: str, whole: str, flag: str
) -> None:
    assert ("negation", flag, "") in flags(only(partial, said(whole))[-1])
    assert ("negation", "", flag) in flags(only(said(whole), partial)[-1])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Venn refused to “rule out a strike before the winter”.",
            "Venn would not “rule out a strike before the winter”.",
        ),
        (
            "Venn did not say why “the lock was closed before the winter”.",
            said("The lock was closed before the winter"),
        ),
        ("Drost was not among the “faithless pilots”.", "Venn called them “faithless pilots”."),
    ],
)
def test_a_negation_before_the_marks_that_denies_something_else_is_no_flag(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert "negation" not in {flag.flag for flag in only(one, other)[-1].flags}


def test_a_negation_within_the_marks_of_one_side_alone_is_flagged() -> None:
    *_, match = only(
        "Venn said she did “trust the figures of the harbour board”.",
        said("I do not trust the figures of the harbour board"),
    )
    assert ("negation", "", "not") in flags(match)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We failed to warn the people on the quay", "We warned the people on the quay"),
        (
            "Ana Ruiz was the one who opened the gates of the lock that night",
            "It was Ken Drost who opened the gates of the lock that night",
        ),
        (
            "We expect the worst of the tide between midnight and six in the morning",
            "We expect the worst of the tide between midnight and 5am",
        ),
        (
            "The winches, which were mended in spring, gave way twice before the ferry reached the quay",
            "The winches gave way twice before the ferry reached the quay",
        ),
    ],
)
def test_a_change_at_either_end_is_within_the_bounds(left: str, right: str) -> None:
    mine, theirs, match = only(said(left), said(right))
    assert (mine, theirs) == (left, right)
    assert match.relation in ("reworded", "spliced")


def test_a_sentence_that_one_side_adds_is_no_part_of_an_utterance_in_pieces() -> None:
    _, theirs, match = only(
        said("We had no warning. The board told us in March that the quay was safe"),
        "“We had no warning,” said Orla Venn. “The board told us in March that the quay was safe. I will resign.”",
    )
    assert theirs.endswith("that the quay was safe")
    assert flags(match) == []


def test_two_quotations_of_one_sentence_are_not_stitched_into_one() -> None:
    one, other, found = told(
        "“The council has full confidence in Mr Sorrel,” said Orla Venn.",
        "The council “has full confidence” in Sorrel, Orla Venn insisted on Friday. Twelve hours later he was gone.\n\n"
        "“The council had full confidence in Mr Sorrel,” Venn said on Saturday.",
    )
    texts = [match.right.span.of(other.text) for match in found.matches]
    assert texts == ["The council “has full confidence” in Sorrel", "The council had full confidence in Mr Sorrel,"]
    assert {match.left.span.of(one.text) for match in found.matches} == {
        "The council has full confidence in Mr Sorrel,"
    }


@pytest.mark.parametrize("words", ["Not one crane will be sold while I am the harbour master here", "Enough is enough"])
@pytest.mark.parametrize(
    ("left", "right", "count"), [(2, 2, 4), (1, 5, 5), (6, 6, 6), (3, 5, 5), (9, 4, 9), (40, 40, 40)]
)
def test_a_quotation_that_both_sides_repeat_is_matched_in_order(words: str, left: int, right: int, count: int) -> None:
    paragraph = f"{said(words)}\n\n"
    *_, found = told(paragraph * left, paragraph * right)
    assert len(found.matches) == count
    assert len({m.left.span for m in found.matches}) == left
    assert len({m.right.span for m in found.matches}) == right
    if left == right > 2:
        starts = [(m.left.start, m.right.start) for m in found.matches]
        assert starts == sorted(starts, key=lambda pair: pair[1])
    assert not found.only_left
    assert not found.only_right


def test_of_two_plain_words_that_both_sides_repeat_none_is_left_alone_or_matched_with_all() -> None:
    *_, found = told(f"{said('No comment')}\n\n" * 5, f"{said('No comment')}\n\n" * 5)
    assert 5 <= len(found.matches) < 10
    assert not found.only_left
    assert not found.only_right

"""A difference while it is being written: values only, no widget."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.framing import SideName
from reviewer.framing.values import Anchor, Difference, DifferenceSide
from reviewer.tui.draft import Draft, SideDraft, difference_of, draft_from_mapping, draft_of, draft_to_mapping

NAMES: dict[SideName, str] = {"left": "Gazette", "right": "Herald"}
WORDS = Anchor("four words of it", "", "", 10, 26, role="body")


def present(*anchors: Anchor) -> SideDraft:
    return SideDraft("present", anchors)


@pytest.mark.parametrize(
    ("other", "remark"),
    [
        (replace(WORDS), "these words are an anchor already"),
        (replace(WORDS, start=20, end=30), "they overlap an anchor that is there already"),
        (replace(WORDS, start=26, end=30), ""),
        (replace(WORDS, place="title"), ""),
        (replace(WORDS, place="title", start=20, end=30), ""),
    ],
)
def test_anchors_that_are_there_or_overlap_one_are_remarked(other: Anchor, remark: str) -> None:
    assert Draft("fd-aaaaaaaaaa", left=present(WORDS)).crowded("left", (other,)) == remark


def test_an_anchor_is_added_once_and_makes_its_side_present() -> None:
    draft = Draft("fd-aaaaaaaaaa", left=SideDraft("absent", (WORDS,)))
    title = replace(WORDS, place="title")
    added = draft.with_anchors("left", (WORDS, title))
    assert added.left == present(WORDS, title)
    assert added.right == draft.right


@pytest.mark.parametrize(
    ("left", "right", "problem"),
    [
        (SideDraft("absent"), SideDraft("absent"), "at most one side can be absent"),
        (SideDraft("absent"), SideDraft(), "Herald: select its words (v) and press a, or mark it absent"),
        (SideDraft(), SideDraft("absent"), "Gazette: select its words (v) and press a, or mark it absent"),
        (SideDraft("absent"), present(WORDS), None),
        (present(WORDS), present(WORDS), None),
    ],
)
def test_a_side_is_present_with_words_or_absent_and_not_both(
    left: SideDraft, right: SideDraft, problem: str | None
) -> None:
    assert Draft("fd-aaaaaaaaaa", left=left, right=right).problem(NAMES) == problem


@pytest.mark.parametrize(
    ("field", "stops"),
    [("type", True), ("codes", True), ("left-codes", True), ("right-codes", False), ("right-search", False)],
)
def test_what_is_typed_for_a_code_and_not_taken_is_no_record_yet(field: str, stops: bool) -> None:
    draft = Draft("fd-aaaaaaaaaa", left=present(WORDS), right=SideDraft("absent"))
    problem = draft.with_typed(field, " omis").problem(NAMES)
    assert (problem is not None) is stops
    assert problem is None or problem.startswith("“omis” is typed but not taken")
    assert draft.with_typed(field, "  ").problem(NAMES) is None


def test_what_is_typed_is_kept_by_field_until_it_is_gone() -> None:
    draft = Draft("fd-aaaaaaaaaa").with_typed("type", "om").with_typed("codes", "ca").with_typed("type", "omi")
    assert draft.typed == {"type": "omi", "codes": "ca"}
    assert not draft.empty
    assert draft.with_typed("type", "").with_typed("codes", "").empty


def test_an_edit_keeps_what_the_form_does_not_show() -> None:
    side = DifferenceSide("present", (WORDS,), extra={"colour": "red"})
    old = Difference("fd-aaaaaaaaaa", "t", (), side, side, created="2032-10-05T09:12:44Z", extra={"seen": True})
    again = difference_of(replace(draft_of(old), note="more"), old)
    assert again == replace(old, note="more")
    fresh = difference_of(draft_of(old), None)
    assert (fresh.created, fresh.extra, fresh.left.extra) == ("", {}, {})


def test_a_draft_is_the_same_after_its_file() -> None:
    draft = Draft("fd-aaaaaaaaaa", None, ("entman.cause",), present(WORDS), SideDraft("absent", queries=("ferry",)))
    typed = draft.with_typed("type", "omis")
    assert draft_from_mapping(draft_to_mapping(typed)) == typed


@pytest.mark.parametrize(
    "damage",
    [
        {"typed": ["omis"]},
        {"left": {"anchors": [{"exact": "x"}]}},
        {"left": "here"},
        {"salience": "very"},
        {"codes": 5},
        {"right": {"best": {"score": 1}}},
    ],
)
def test_what_is_no_draft_of_ours_is_none(damage: dict[str, object]) -> None:
    stored = draft_to_mapping(Draft("fd-aaaaaaaaaa"))
    assert draft_from_mapping(stored) is not None
    assert draft_from_mapping({**stored, **damage}) is None


def test_values_that_no_form_has_become_the_usual_ones() -> None:
    stored = {"id": 7, "type": 5, "salience": 9, "confidence": "total", "status": "gone", "left": {"state": "lost"}}
    draft = draft_from_mapping(stored)
    assert draft == Draft("7", "5", salience=3)

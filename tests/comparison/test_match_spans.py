"""A match that the analyst makes of two spans of her choice."""

from __future__ import annotations

import pytest

from reviewer.comparison import Side, match_spans
from reviewer.quotes.values import Quotation
from reviewer.text import Span

LEFT = "He said “we did not sell nine boats” at dawn."
RIGHT = "He said that they sold four boats at dawn."
QUOTED = Side(LEFT, (Quotation(9, 35, LEFT[9:35], speaker="Ken Tanaka", cue="said"),))


def test_bounds_are_as_given_and_relation_flags_and_edits_are_worked_out() -> None:
    match = match_spans(QUOTED, Side(RIGHT), Span(9, 35), Span(13, 33))
    assert (match.left.span, match.right.span) == (Span(9, 35), Span(13, 33))
    assert match.kind == "mixed"
    assert match.relation == "paraphrased"
    assert {flag.flag for flag in match.flags} == {"negation", "number"}
    assert match.speakers == ("Ken Tanaka", None)
    assert match.cues == ("said", None)
    assert "".join(edit.left.of(LEFT) for edit in match.edits) == LEFT[9:35]


def test_the_kind_is_that_of_where_most_of_the_span_stands() -> None:
    assert match_spans(QUOTED, QUOTED, Span(9, 35), Span(9, 35)).kind == "quote"
    assert match_spans(QUOTED, QUOTED, Span(0, 7), Span(0, 7)).kind == "passage"
    assert match_spans(QUOTED, QUOTED, Span(9, 35), Span(9, 35)).relation == "identical"


def test_spans_that_share_nothing_score_nothing() -> None:
    match = match_spans(Side("salt and rope"), Side("lamps"), Span(0, 13), Span(0, 5))
    assert match.score == 0
    assert [edit.op for edit in match.edits] == ["replace"]


def test_a_span_without_a_whole_word_is_refused() -> None:
    with pytest.raises(ValueError, match="whole word"):
        match_spans(QUOTED, Side(RIGHT), Span(0, 1), Span(0, 5))


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        ("We cannot trust him, we cannot hear him, we want him gone", "We want him gone by noon", ["we want him gone"]),
        ("He will be blamed. He already has been blamed", "He has been blamed", ["He ", "has been blamed"]),
    ],
)
@pytest.mark.parametrize("mirrored", [False, True])
def test_equal_words_stand_together_where_they_may_as_well(
    left: str, right: str, equal: list[str], *, mirrored: bool
) -> None:
    texts = (right, left) if mirrored else (left, right)
    found = match_spans(Side(texts[0]), Side(texts[1]), Span(0, len(texts[0])), Span(0, len(texts[1])))
    spans = [edit.right if mirrored else edit.left for edit in found.edits if edit.op == "equal"]
    assert [span.of(left) for span in spans] == equal
    assert spans[0].start > 10

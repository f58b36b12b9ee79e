"""Overlapping marks become runs, labels and gutter signs that can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.wrapping import wrap
from reviewer.tui.document_marks import Mark, MarkIndex, flatten, gutter_of, labels_of

marks = st.lists(
    st.builds(
        lambda start, length, kind, number: Mark(start, start + length, kind, number=number),
        st.integers(0, 40),
        st.integers(0, 20),
        st.sampled_from(("match", "only", "difference", "other", "word")),
        st.none() | st.integers(1, 99),
    ),
    max_size=12,
)


@given(marks, st.integers(0, 40), st.integers(1, 30))
def test_the_index_finds_what_a_look_at_every_mark_finds(some: list[Mark], start: int, length: int) -> None:
    end = start + length
    found = MarkIndex.of(some).between(start, end)
    expected = [m for m in some if m.end > m.start and m.start < end and m.end > start]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


@given(marks, st.integers(0, 40), st.integers(1, 30))
def test_runs_cover_the_stretch_and_know_the_marks_of_every_code_point(
    some: list[Mark], start: int, length: int
) -> None:
    end = start + length
    runs = flatten(MarkIndex.of(some).between(start, end), start, end)
    assert [offset for run in runs for offset in range(run.start, run.end)] == list(range(start, end))
    for run in runs:
        for offset in range(run.start, run.end):
            assert sorted(map(repr, run.marks)) == sorted(repr(m) for m in some if m.start <= offset < m.end)


@given(marks)
def test_every_label_that_opens_closes(some: list[Mark]) -> None:
    labels = labels_of(some, "word " * 20)
    assert sum(label.opens for label in labels) >= (1 if any(m.shown_label and m.end > m.start for m in some) else 0)
    for label in labels:
        assert label.shown.startswith("[" if label.opens else " ") or label.shown in ("⟨", "⟩")


def drawn(text: str, some: list[Mark]) -> str:
    return "".join(placed.piece.shown for placed in wrap(text, 200, labels_of(some, text)).placed(0))


def test_nested_labels_close_in_reverse_order() -> None:
    assert drawn("we stay here", [Mark(0, 12, number=1), Mark(0, 7, number=2)]) == "[1 [2 we stay 2] here 1]"
    assert drawn("we stay here", [Mark(3, 12, number=2), Mark(0, 12, number=1)]) == "[1 we [2 stay here 2] 1]"


def test_crossing_labels_keep_their_numbers() -> None:
    assert drawn("we stay here", [Mark(0, 7, number=1), Mark(3, 12, number=2)]) == "[1 we [2 stay 1] here 2]"


def test_an_unnumbered_quotation_of_one_side_stands_in_angle_brackets() -> None:
    assert drawn("we stay here", [Mark(3, 7, "only")]) == "we ⟨stay⟩ here"


def test_a_crowd_of_labels_becomes_a_count() -> None:
    some = [Mark(0, 12 - n, number=n) for n in range(1, 8)]
    assert drawn("we stay here", some).startswith("[1 [2 [3 [+4 we")


def test_white_space_at_the_bounds_stays_outside_the_labels() -> None:
    assert drawn("we stay here", [Mark(2, 8, number=1)]) == "we [1 stay 1] here"
    assert drawn("we stay here", [Mark(2, 3, number=1)]) == "we[1   1]stay here"


def test_quotation_marks_around_a_span_stand_inside_its_labels() -> None:
    assert drawn("said “we stay,” he", [Mark(6, 14, number=1)]) == "said [1 “we stay,” 1] he"
    assert drawn("the 'dockers' case", [Mark(5, 12, number=1)]) == "the [1 'dockers' 1] case"
    assert drawn("dockers’ case", [Mark(0, 7, number=1)]) == "[1 dockers’ 1] case"
    assert drawn("don’t go", [Mark(0, 3, number=1)]) == "[1 don 1]’t go"


def test_a_mark_beyond_the_text_is_cut_at_its_end() -> None:
    assert drawn("we stay", [Mark(3, 99, number=1), Mark(50, 60, number=2)]) == "we [1 stay 1]"


def test_labels_are_made_displayable() -> None:
    assert drawn("we stay", [Mark(0, 2, label="\x1b[2J")]) == "[␛[2J we ␛[2J] stay"


def test_the_gutter_counts_ones_own_differences_and_shows_anothers() -> None:
    own, other = Mark(0, 4, "difference"), Mark(0, 4, "other")
    assert gutter_of([]) == (" ", " ")
    assert gutter_of([own]) == ("▌", " ")
    assert gutter_of([own, own, other]) == ("█", "┊")
    assert gutter_of([Mark(0, 4, "match")]) == (" ", " ")


def test_two_hundred_overlapping_marks_are_flattened_row_by_row() -> None:
    some = MarkIndex.of(Mark(n, n + 400, number=n) for n in range(200))
    runs = flatten(some.between(100, 180), 100, 180)
    assert len(runs) == 80
    assert len(runs[0].marks) == 101

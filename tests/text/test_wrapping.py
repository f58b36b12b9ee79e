"""Wrapping: every code point on one row, every row in its width, every click back to its offset."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.text.graphemes import appearance, cluster_at, is_wide
from reviewer.text.wrapping import MIN_WIDTH, Label, Layout, wrap
from tests.text.strategies import any_texts

BLANKS = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
widths = st.integers(MIN_WIDTH, 30)


@st.composite
def labels_for(draw: st.DrawFn, text: str) -> list[Label]:
    """Labels at the bounds of random spans, overlapping as they like."""
    labels = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, max(0, len(text) - 1)))
        end = draw(st.integers(start + 1, max(start + 1, len(text))))
        if end <= len(text):
            labels += [Label(start, True, f"[{number} ", number), Label(end, False, f" {number}]", number)]
    return labels


@st.composite
def labelled_texts(draw: st.DrawFn) -> tuple[str, list[Label]]:
    text = draw(any_texts)
    return text, draw(labels_for(text))


def boundaries(text: str) -> list[int]:
    found = [0]
    while found[-1] < len(text):
        found.append(cluster_at(text, found[-1])[1])
    return found


def cells_of(layout: Layout, row: int) -> int:
    placed = layout.placed(row)
    return placed[-1].cell + placed[-1].piece.cells if placed else 0


def slow_wrap(text: str, width: int, labels: list[Label]) -> list[int]:
    """The obvious way: cluster by cluster, looking at every label each time."""
    starts = [0]
    cells, blank_after = 0, -1
    for start, end in pairwise(boundaries(text)):
        if text[start] == "\n":
            starts.append(end)
            cells, blank_after = 0, -1
            continue
        cluster = text[start:end]
        mine = [
            label for label in labels if (start <= label.offset < end if label.opens else start < label.offset <= end)
        ]
        needed = appearance(cluster)[1] + sum(len(label.shown) for label in mine)
        wide = is_wide(cluster[0])
        if cells + needed > width and start > starts[-1]:
            if cluster in BLANKS and not mine:
                starts.append(end)
                cells, blank_after = 0, -1
                continue
            begin = start if wide or blank_after <= starts[-1] else blank_after
            starts.append(begin)
            cells, blank_after = 0, -1
            for a in (b for b in boundaries(text) if begin <= b < start):
                b = cluster_at(text, a)[1]
                cells += appearance(text[a:b])[1] + sum(
                    len(label.shown)
                    for label in labels
                    if (a <= label.offset < b if label.opens else a < label.offset <= b)
                )
        cells += needed
        if cluster in BLANKS or wide:
            blank_after = end
    if len(starts) > 1 and starts[-1] == len(text) and not text.endswith("\n"):
        starts.pop()
    return [start for start, after in zip(starts, [*starts[1:], -1], strict=True) if start != after]


@given(labelled_texts(), widths)
def test_every_code_point_stands_on_exactly_one_row_in_order(labelled: tuple[str, list[Label]], width: int) -> None:
    text, labels = labelled
    layout = wrap(text, width, labels)
    spans = [layout.row_span(row) for row in range(layout.rows)]
    assert "".join(text[a:b] for a, b in spans) == text
    assert all(a < b for a, b in spans[:-1])
    assert spans[-1] == (len(text), len(text)) or spans[-1][0] < spans[-1][1]
    for row, (a, b) in enumerate(spans):
        assert all(layout.row_of(offset) == row for offset in range(a, b))
        assert "\n" not in text[a : b - 1]
    assert layout.row_of(len(text)) == layout.rows - 1


@given(labelled_texts(), widths)
def test_rows_show_their_text_and_their_labels_and_nothing_else(labelled: tuple[str, list[Label]], width: int) -> None:
    text, labels = labelled
    layout = wrap(text, width, labels)
    shown: list[Label] = []
    for row in range(layout.rows):
        start, end = layout.row_span(row)
        at, cell = start, 0
        for placed in layout.placed(row):
            assert placed.cell == cell
            cell += placed.piece.cells
            if placed.label is not None:
                shown.append(placed.label)
            else:
                assert placed.piece.start == at
                at = placed.piece.end
        assert text[at:end] in ("", "\n")
    assert sorted(shown, key=lambda label: (label.offset, label.opens, label.number)) == sorted(
        labels, key=lambda label: (label.offset, label.opens, label.number)
    )


@given(labelled_texts(), widths)
def test_rows_fit_their_width_but_for_one_blank_that_hangs(labelled: tuple[str, list[Label]], width: int) -> None:
    text, labels = labelled
    layout = wrap(text, width, labels)
    for row in range(layout.rows):
        pieces = [placed.piece for placed in layout.placed(row)]
        cells = cells_of(layout, row)
        texts = [piece for piece in pieces if piece.end > piece.start]
        if cells > width and texts and text[texts[-1].end - 1] in BLANKS:
            cells -= texts[-1].step or texts[-1].cells
        only_a_line_feed = not texts
        only_one = len(texts) == 1 and cluster_at(text, texts[0].start)[1] == texts[0].end
        assert cells <= width or only_a_line_feed or only_one


@given(any_texts, widths)
@example("a" * 15 + " \N{EMOJI MODIFIER FITZPATRICK TYPE-1-2}", 8)
def test_rows_are_those_of_the_slow_way(text: str, width: int) -> None:
    assert list(wrap(text, width).starts) == slow_wrap(text, width, [])


@given(labelled_texts(), widths)
def test_a_click_where_the_caret_is_drawn_gives_its_offset_back(labelled: tuple[str, list[Label]], width: int) -> None:
    text, labels = labelled
    layout = wrap(text, width, labels)
    for offset in boundaries(text):
        row, cell = layout.cell_of(offset)
        assert layout.row_of(offset) == row
        assert layout.offset_at(row, cell) == offset
        assert layout.label_at(row, cell) is None


@given(labelled_texts(), widths, st.data())
def test_every_cell_gives_a_boundary_on_its_row(
    labelled: tuple[str, list[Label]], width: int, data: st.DataObject
) -> None:
    text, labels = labelled
    layout = wrap(text, width, labels)
    row = data.draw(st.integers(0, layout.rows - 1))
    bounds = set(boundaries(text)) | {label.offset for label in labels}
    start, end = layout.row_span(row)
    for cell in range(width + 3):
        offset = layout.offset_at(row, cell)
        assert start <= offset <= end
        assert offset in bounds


@given(any_texts, widths, st.data())
def test_other_labels_wrap_only_their_lines_again_with_the_same_result(
    text: str, width: int, data: st.DataObject
) -> None:
    before = data.draw(labels_for(text))
    after = data.draw(labels_for(text))
    again = wrap(text, width, before).relabelled(after)
    fresh = wrap(text, width, after)
    assert list(again.starts) == list(fresh.starts)
    assert [again.placed(r) for r in range(again.rows)] == [fresh.placed(r) for r in range(fresh.rows)]


@given(st.text(alphabet="ab ", max_size=300), widths)
def test_a_word_is_cut_only_if_it_fits_no_row(text: str, width: int) -> None:
    layout = wrap(text, width)
    for row in range(1, layout.rows):
        start = layout.row_span(row)[0]
        if text[start - 1] != " " and text[start] != " ":
            word_start = text.rfind(" ", 0, start) + 1
            word_end = text.find(" ", start)
            assert (len(text) if word_end < 0 else word_end) - word_start > width


def test_an_empty_text_has_one_row() -> None:
    layout = wrap("", 40)
    assert layout.rows == 1
    assert layout.cell_of(0) == (0, 0)
    assert layout.offset_at(5, 9) == 0


def test_a_line_feed_at_the_end_leaves_a_row_for_the_caret() -> None:
    layout = wrap("one\n", 40)
    assert [layout.row_span(row) for row in range(layout.rows)] == [(0, 4), (4, 4)]


def test_labels_take_cells_but_are_not_text() -> None:
    layout = wrap("she said so twice", 40, [Label(4, True, "[1 ", 1), Label(8, False, " 1]", 1)])
    assert "".join(placed.piece.shown for placed in layout.placed(0)) == "she [1 said 1] so twice"
    assert layout.cell_of(4) == (0, 7)
    assert layout.offset_at(0, 5) == 4
    assert layout.offset_at(0, 12) == 8
    found = layout.label_at(0, 5)
    assert found is not None
    assert found.number == 1


def test_labels_stay_with_the_word_they_open_or_close() -> None:
    layout = wrap("aaaaaaaa bbbb cccc", 12, [Label(9, True, "[1 ", 1), Label(13, False, " 1]", 1)])
    assert ["".join(p.piece.shown for p in layout.placed(r)) for r in range(layout.rows)] == [
        "aaaaaaaa ",
        "[1 bbbb 1] ",
        "cccc",
    ]


def test_huge_texts_are_wrapped_row_by_row_not_cluster_by_cluster() -> None:
    assert wrap("x" * 5_000_000, 80).rows == 62_500
    assert wrap("line\n" * 100_000, 80).rows == 100_001
    assert wrap("中" * 1_000_000, 80).rows == 25_000
    assert wrap("e" + "\u0301" * 500, 80).rows == 1

"""Wrapping at words: which code points stand on which row, and in which cells."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reviewer.text.graphemes import Piece, is_wide, narrow_until, pieces, wide_until

MIN_WIDTH = 8
_BREAKABLE = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """Cells that are not text: `shown` (one cell per code point) before the text at `offset` if it `opens`, else after it.

    An opening label sticks to the code point that follows it, a closing one to the one before.
    """

    offset: int
    opens: bool
    shown: str
    number: int = 0

    @property
    def key(self) -> int:
        return 2 * self.offset + self.opens


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of a row at its cell.  `label` is set for a label; its piece is then empty (`start == end`)."""

    cell: int
    piece: Piece
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A text wrapped to `width` cells: row `r` holds the code points from `starts[r]` up to `starts[r + 1]`.

    Every code point is on exactly one row; a row's line feed, or the one blank it is broken at, may hang in the cell after the last.
    A text that is empty or ends with a line feed has an empty row at its end.
    """

    text: str
    width: int
    labels: tuple[Label, ...]
    starts: array[int]
    _keys: list[int] = field(repr=False, compare=False)

    @property
    def rows(self) -> int:
        return len(self.starts)

    def row_of(self, offset: int) -> int:
        """The row of the code point at `offset` (the last row for the end of the text)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def row_span(self, row: int) -> tuple[int, int]:
        """The code points of a row, its line feed included."""
        start = self.starts[row]
        return start, self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)

    def labels_of(self, row: int) -> tuple[Label, ...]:
        start, end = self.row_span(row)
        return self.labels[bisect_left(self._keys, 2 * start + 1) : bisect_left(self._keys, 2 * end + 1)]

    def placed(self, row: int) -> list[Placed]:
        """The row's pieces and labels from left to right; its line feed is not among them."""
        start, end = self.row_span(row)
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        result: list[Placed] = []
        cell = 0
        waiting = list(reversed(self.labels_of(row)))

        def labels_until(key: int) -> None:
            nonlocal cell
            while waiting and waiting[-1].key <= key:
                label = waiting.pop()
                shown = label.shown
                result.append(Placed(cell, Piece(label.offset, label.offset, shown, len(shown), 0), label))
                cell += len(shown)

        for whole in pieces(self.text, start, end, self.width + 2):
            for piece in _cut(whole, waiting):
                # An opening label inside a cluster stands before it, a closing one after it.
                labels_until(2 * (piece.end - 1) + 1 if not piece.step else 2 * piece.start + 1)
                result.append(Placed(cell, piece))
                cell += piece.cells
                labels_until(2 * piece.end)
        labels_until(2 * (end + 1))
        return result

    def cells_of(self, offset: int) -> tuple[int, int, int]:
        """Row, cell and width of the cluster that holds `offset`; a line feed or the end of the text is one cell after the row."""
        row = self.row_of(offset)
        cell = 0
        for placed in self.placed(row):
            piece = placed.piece
            if placed.label is None and piece.start <= offset < piece.end:
                return row, placed.cell + (offset - piece.start) * piece.step, piece.step or piece.cells
            cell = placed.cell + piece.cells
        return row, cell, 1

    def cell_of(self, offset: int) -> tuple[int, int]:
        """Row and cell at which the cluster that holds `offset` begins."""
        row, cell, _ = self.cells_of(offset)
        return row, cell

    def offset_at(self, row: int, cell: int) -> int:
        """The offset of the cluster at a cell; of the text next to a label; right of the row, where the row's text ends.

        That end is the line feed, or the blank the row was broken at, or the next row's start where it was broken inside a word.
        """
        row = min(max(0, row), self.rows - 1)
        for placed in self.placed(row):
            piece = placed.piece
            if cell < placed.cell + piece.cells:
                if placed.label is not None or not piece.step or cell <= placed.cell:
                    return piece.start
                return piece.start + (cell - placed.cell) // piece.step
        return self.row_end(row)

    def row_end(self, row: int) -> int:
        """The last caret position of a row: its line feed, the blank it is broken at, or else the end of its text."""
        start, end = self.row_span(row)
        if end > start and (self.text[end - 1] == "\n" or (row + 1 < self.rows and self.text[end - 1] in _BREAKABLE)):
            return end - 1
        return end

    def label_at(self, row: int, cell: int) -> Label | None:
        """The label that covers a cell."""
        for placed in self.placed(row):
            if placed.label is not None and placed.cell <= cell < placed.cell + placed.piece.cells:
                return placed.label
        return None

    def relabelled(self, labels: Iterable[Label]) -> Layout:
        """The same text and width with other labels; only lines whose labels changed are wrapped again."""
        new = tuple(sorted(labels, key=lambda label: label.key))
        if new == self.labels:
            return self
        lines = sorted({self._line_of(label) for label in set(new) ^ set(self.labels)})
        keys = [label.key for label in new]
        starts = array("L")
        done = 0
        for line in lines:
            first = bisect_left(self.starts, line)
            stop = self.text.find("\n", line) + 1 or len(self.text)
            starts.extend(self.starts[done:first])
            _break_line(self.text, self.width, new, keys, line, stop, starts)
            done = bisect_left(self.starts, stop, first + 1) if stop > line else first + 1
        starts.extend(self.starts[done:])
        return Layout(self.text, self.width, new, starts, keys)

    def _line_of(self, label: Label) -> int:
        return self.text.rfind("\n", 0, label.offset if label.opens else max(0, label.offset - 1)) + 1


def _cut(piece: Piece, waiting: list[Label]) -> Iterator[Piece]:
    """A uniform piece cut at the labels inside it (`waiting` has the next label last)."""
    if piece.step:
        start = piece.start
        for label in reversed(waiting):
            at = label.offset
            if at >= piece.end:
                break
            if at > start:
                shown = piece.shown[start - piece.start : at - piece.start]
                yield Piece(start, at, shown, len(shown) * piece.step, piece.step)
                start = at
        if start > piece.start:
            shown = piece.shown[start - piece.start :]
            yield Piece(start, piece.end, shown, len(shown) * piece.step, piece.step)
            return
    yield piece


def _slow_row(text: str, width: int, labels: tuple[Label, ...], index: int, start: int, stop: int) -> int:
    """Where the row that begins at `start` ends, cluster by cluster; `index` is that of its first label; `stop` the end of the line."""
    cells = 0
    best = last = -1
    count = len(labels)
    for piece in pieces(text, start, stop, width + 2):
        step = piece.step
        at = piece.start
        while at < piece.end:
            after = at + 1 if step else piece.end
            needed = step or piece.cells
            labelled = False
            while index < count and labels[index].key <= 2 * after:
                needed += len(labels[index].shown)
                labelled = True
                index += 1
            blank = after == at + 1 and text[at] in _BREAKABLE  # none with a mark on it
            wide = step == 2 or (not step and is_wide(text[at]))
            if cells + needed > width and at > start:
                if blank and not labelled and cells <= width:
                    return after
                if wide:
                    return at
                return best if best > start else at
            cells += needed
            if blank or wide:
                best = after
            last, at = at, after
    labelled = False
    while index < count and labels[index].key <= 2 * (stop + 1):  # those around the line feed
        cells += len(labels[index].shown)
        labelled = True
        index += 1
    if labelled and cells > width and last > start:
        return best if start < best < stop else last
    return stop


def _break_line(
    text: str, width: int, labels: tuple[Label, ...], keys: list[int], start: int, stop: int, starts: array[int]
) -> None:
    """Append the row starts of one line `text[start:stop]`, whose line feed, if it has one, is its last code point."""
    end = stop - 1 if stop > start and text[stop - 1] == "\n" else stop
    starts.append(start)
    plain = start  # no exotic code point from the row's start up to here
    index = bisect_left(keys, 2 * start + 1)
    next_label = labels[index].offset if index < len(labels) else len(text) + 1
    half = width // 2
    while True:
        if plain <= start:
            plain = narrow_until(text, start, end)
        reach = start + width
        if next_label > reach + 1 and (plain > reach or plain == end):
            if end <= reach:
                return
            if text[reach] == " ":
                start = reach + 1
            else:
                cut = text.rfind(" ", start, reach)
                start = reach if cut < 0 else cut + 1
        elif next_label > reach + 1 and wide_until(text, start, min(end, start + half + 1)) == start + half + 1:
            start += half
        else:
            start = _slow_row(text, width, labels, index, start, end)
        if start >= end:
            return
        starts.append(start)
        while next_label < start or (next_label == start and not labels[index].opens):
            index += 1
            next_label = labels[index].offset if index < len(labels) else len(text) + 1


def wrap(text: str, width: int, labels: Iterable[Label] = ()) -> Layout:
    """`text` wrapped at words to `width` cells (at least 8), longer words cut, with room for `labels`."""
    width = max(MIN_WIDTH, width)
    ordered = tuple(sorted(labels, key=lambda label: label.key))
    keys = [label.key for label in ordered]
    starts = array("L")
    line = 0
    while True:
        feed = text.find("\n", line)
        if feed < 0:
            _break_line(text, width, ordered, keys, line, len(text), starts)
            return Layout(text, width, ordered, starts, keys)
        _break_line(text, width, ordered, keys, line, feed + 1, starts)
        line = feed + 1

"""One row of a document as a strip of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reviewer.text.wrapping import Placed
from reviewer.tui.document_layout import DocumentLayout, Section
from reviewer.tui.document_marks import Mark, flatten, gutter_of

GUTTER = 2  # cells left of the text
MARGIN = 1  # the cell right of it, where a blank or a line feed hangs
CLASSES = frozenset(
    f"document--{name}"
    for name in (
        "title heading block markup gutter other difference only match word overlap label active hit hit-current selection "
        "caret caret-resting"
    ).split()
)
_BAR = "▏"  # beside every row of a block quotation
_ON_TEXT = ("only", "match", "difference", "other")
_ORDER = ("other", "difference", "only", "match", "word")


@dataclass(frozen=True, slots=True)
class RowLook:
    """All that changes how a row looks besides text and marks: what of selection, caret and hits lies on it (offsets)."""

    selection: tuple[int, int] | None = None
    caret: int | None = None
    focused: bool = False
    hits: tuple[tuple[int, int, bool], ...] = ()


class Palette:
    """Combined styles by component names, in their order."""

    def __init__(self, base: Style, component: Callable[[str], Style]) -> None:
        self.base = base
        self._component = component
        self._combined: dict[tuple[str, ...], Style] = {}

    def style(self, *names: str) -> Style:
        found = self._combined.get(names)
        if found is None:
            found = self.base
            for name in names:
                found += self._component(f"document--{name}")
            self._combined[names] = found
        return found


def _names(marks: tuple[Mark, ...], is_active: Callable[[Mark], bool]) -> tuple[str, ...]:
    kinds = {mark.kind for mark in marks}
    names: list[str] = [kind for kind in _ORDER if kind in kinds]
    if sum(mark.kind in _ON_TEXT for mark in marks) > 1:
        names.append("overlap")
    if any(map(is_active, marks)):
        names.append("active")
    return tuple(names)


def _line_kind(section: Section, start: int) -> tuple[tuple[str, ...], tuple[int, int]]:
    """The style of the line that holds `start`, and the bounds of the mark at its beginning that says so (empty without one)."""
    if section.place == "title":
        return ("title",), (0, 0)
    line = section.text.rfind("\n", 0, start) + 1
    for name, mark in (("heading", "## "), ("block", "> "), ("block", ">\n")):  # the last: between its paragraphs
        if section.text.startswith(mark, line):
            return (name,), (line, line + len(mark))
    return (), (line, line)


@dataclass(frozen=True, slots=True)
class _Interval:
    start: int
    end: int
    names: tuple[str, ...]


def _intervals(
    section: Section, start: int, end: int, look: RowLook, is_active: Callable[[Mark], bool]
) -> list[_Interval]:
    """`[start, end)` cut wherever its style changes."""
    row_kind, markup = _line_kind(section, start)
    intervals = [
        _Interval(run.start, run.end, row_kind + _names(run.marks, is_active))
        for run in flatten(section.marks.between(start, end), start, end)
    ]
    layers = [(*markup, "markup")]
    layers += [(a, b, "hit-current" if current else "hit") for a, b, current in look.hits]
    if look.selection is not None:
        layers.append((*look.selection, "selection"))
    for a, b, name in layers:
        intervals = [piece for interval in intervals for piece in _overlaid(interval, a, b, name)]
    return intervals


def _overlaid(interval: _Interval, start: int, end: int, name: str) -> Iterator[_Interval]:
    a, b = max(interval.start, start), min(interval.end, end)
    if a >= b:
        yield interval
        return
    if interval.start < a:
        yield _Interval(interval.start, a, interval.names)
    yield _Interval(a, b, (*interval.names, name))
    if b < interval.end:
        yield _Interval(b, interval.end, interval.names)


def _piece_segments(placed: Placed, intervals: list[_Interval], look: RowLook, palette: Palette) -> Iterator[Segment]:
    piece = placed.piece
    caret = ("caret" if look.focused else "caret-resting",)
    if not piece.step:
        names = tuple(
            dict.fromkeys(n for i in intervals if i.start < piece.end and i.end > piece.start for n in i.names)
        )
        if look.caret is not None and piece.start <= look.caret < piece.end:
            names += caret
        yield Segment(piece.shown, palette.style(*names))
        return
    for interval in intervals:
        a, b = max(interval.start, piece.start), min(interval.end, piece.end)
        if a >= b:
            continue
        at = look.caret
        cuts = [a, b] if at is None or not a <= at < b else sorted({a, at, at + 1, b})
        for first, last in pairwise(cuts):
            names = interval.names + caret if first == at else interval.names
            yield Segment(piece.shown[first - piece.start : last - piece.start], palette.style(*names))


def draw_row(
    document: DocumentLayout, row: int, look: RowLook, palette: Palette, is_active: Callable[[Mark], bool]
) -> Strip:
    """The strip of a row: gutter, text with its labels, and the cell after it; `document.width + GUTTER + MARGIN` cells."""
    cells = document.width + GUTTER + MARGIN
    section = document.section_at(row)
    if section is None:
        return Strip.blank(cells, palette.base)
    local = row - section.first_row
    start, end = section.layout.row_span(local)
    marks = section.marks.between(start, max(end, start + 1))
    own, other = gutter_of(marks)
    beside = "block" if other == " " and "block" in _line_kind(section, start)[0] else "other"
    segments = [
        Segment(sign, palette.style(*((name,) if sign != " " else ())))
        for sign, name in ((own, "gutter"), (_BAR if beside == "block" else other, beside))
    ]
    intervals = _intervals(section, start, end, look, is_active)
    active = {mark.number for mark in marks if mark.number is not None and is_active(mark)}
    for placed in section.layout.placed(local):
        if placed.label is not None:
            names = ("label", "active") if placed.label.number in active else ("label",)
            segments.append(Segment(placed.piece.shown, palette.style(*names)))
        else:
            segments += _piece_segments(placed, intervals, look, palette)
    feed = end - 1 if end > start and section.text[end - 1] == "\n" else end
    tail: tuple[str, ...] = (
        ("selection",) if look.selection is not None and look.selection[0] <= feed < look.selection[1] else ()
    )
    if look.caret is not None and look.caret == feed:
        tail += ("caret" if look.focused else "caret-resting",)
    segments.append(Segment(" ", palette.style(*tail)))
    return Strip(segments).adjust_cell_length(cells, palette.base).simplify()

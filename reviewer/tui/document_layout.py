"""The rows of a document: its title, a blank row, its text; where offsets and rows meet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.framing import Place
from reviewer.text import Span
from reviewer.text.wrapping import Layout, wrap
from reviewer.tui.document_marks import Mark, MarkIndex, labels_of


@dataclass(frozen=True, slots=True)
class Position:
    """A caret: an offset in code points into the text or the title."""

    place: Place
    offset: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: a span, never empty, of the text or of the title."""

    place: Place
    span: Span

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(frozen=True, slots=True)
class Section:
    """One place, wrapped; `first_row` is its first row in the document."""

    place: Place
    layout: Layout
    marks: MarkIndex
    first_row: int

    @property
    def end_row(self) -> int:
        return self.first_row + self.layout.rows

    @property
    def text(self) -> str:
        return self.layout.text


@dataclass(frozen=True, slots=True)
class DocumentLayout:
    """Title and text as rows of `width` cells.  Rows between sections belong to none."""

    sections: tuple[Section, ...]
    width: int

    @property
    def rows(self) -> int:
        return self.sections[-1].end_row

    def section(self, place: Place) -> Section:
        """The section of a place; the text's where there is no title."""
        return next((s for s in self.sections if s.place == place), self.sections[-1])

    def section_at(self, row: int) -> Section | None:
        """The section a row belongs to."""
        at = bisect_right(self.sections, row, key=lambda s: s.first_row) - 1
        return self.sections[at] if at >= 0 and row < self.sections[at].end_row else None

    def nearest_section(self, row: int) -> Section:
        """The section of a row; of a row between two, the one below."""
        return self.section_at(row) or next((s for s in self.sections if s.first_row > row), self.sections[-1])

    def row_of(self, position: Position) -> int:
        section = self.section(position.place)
        return section.first_row + section.layout.row_of(position.offset)

    def position_at(self, row: int, cell: int, place: Place | None = None) -> Position:
        """The position at a row and cell; with a `place`, the nearest one there."""
        section = self.nearest_section(row) if place is None else self.section(place)
        local = row - section.first_row
        if local < 0:
            return Position(section.place, 0)
        if local >= section.layout.rows:
            return Position(section.place, len(section.text))
        return Position(section.place, section.layout.offset_at(local, cell))

    def marked(self, marks: Sequence[Mark]) -> DocumentLayout:
        """The same text and width with other marks; only lines whose labels changed are wrapped again."""
        sections = []
        row = 0
        for section in self.sections:
            own = [mark for mark in marks if mark.place == section.place]
            layout = section.layout.relabelled(labels_of(own, section.text))
            sections.append(replace(section, layout=layout, marks=MarkIndex.of(own), first_row=row))
            row += layout.rows + 1
        return DocumentLayout(tuple(sections), self.width)


def lay_out(title: str | None, text: str, marks: Sequence[Mark], width: int) -> DocumentLayout:
    """A document wrapped to `width` cells."""
    places: list[tuple[Place, str]] = [("title", title)] if title else []
    places.append(("text", text))
    sections = []
    row = 0
    for place, words in places:
        own = [mark for mark in marks if mark.place == place]
        layout = wrap(words, width, labels_of(own, words))
        sections.append(Section(place, layout, MarkIndex.of(own), row))
        row += layout.rows + 1
    return DocumentLayout(tuple(sections), width)

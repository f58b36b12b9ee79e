"""The drawing half of the document pane: an article wrapped to the pane's width, row by row, with its marks, hits and caret."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reviewer.articles import Article
from reviewer.framing import Place
from reviewer.text import Span
from reviewer.tui.boxes import SettledScroll
from reviewer.tui.document_drawing import CLASSES, GUTTER, MARGIN, Palette, RowLook, draw_row
from reviewer.tui.document_layout import DocumentLayout, Position, Selection, lay_out
from reviewer.tui.document_marks import Mark, MarkKind
from reviewer.tui.find import Hit
from reviewer.tui.shown import outlet_of, published_of

_CACHED_ROWS = 512


class DocumentView(SettledScroll, ScrollView):
    """One article with its title, on the Line API: only rows in view are ever drawn.

    Positions are code points of the article's text or title (`place`); rows and cells stay inside.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(CLASSES)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._marks: tuple[Mark, ...] = ()
        self._active: tuple[MarkKind, int] | None = None
        self._document: DocumentLayout | None = None
        self._caret = Position("text", 0)
        self._anchor: int | None = None
        self._hits: tuple[Hit, ...] = ()
        self._hit: int | None = None
        self._top = Position("text", 0)
        self._quiet = False
        self._palette: Palette | None = None
        self._framing = False  # while nothing but the frame is styled anew
        self._strips: LRUCache[tuple[int, RowLook], Strip] = LRUCache(_CACHED_ROWS)

    @property
    def article(self) -> Article | None:
        return self._article

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    @property
    def selection(self) -> Selection | None:
        """What lies between anchor and caret; None if nothing does."""
        if self._anchor is None or self._anchor == self._caret.offset:
            return None
        start, end = sorted((self._anchor, self._caret.offset))
        return Selection(self._caret.place, Span(start, end))

    @property
    def top_offset(self) -> int:
        """The text offset of the first row in view; 0 while the title is."""
        return self._top.offset if self._top.place == "text" else 0

    def _load(self, article: Article, marks: Iterable[Mark]) -> None:
        self._article = article
        self._marks = tuple(marks)
        self._active = None
        self._caret, self._anchor = Position("text", 0), None
        self._hits, self._hit = (), None
        self.border_title = Content(" · ".join(part for part in (outlet_of(article), published_of(article)) if part))
        self._top = Position("title" if article.title else "text", 0)
        self._document = None
        self._lay_out()
        self.refresh()

    def _text(self, place: Place) -> str:
        if self._article is None:
            return ""
        return (self._article.title or "") if place == "title" else self._article.text

    def _row(self, position: Position) -> int:
        return self._document.row_of(position) if self._document is not None else 0

    # Layout: the row at the top stays there whatever the width and the labels become.

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - GUTTER - MARGIN
        if self._article is None or width <= 0:
            return
        if self._document is None or self._document.width != width:
            self._install(lay_out(self._article.title, self._article.text, self._marks, width))

    def _install(self, document: DocumentLayout) -> None:
        top = self._top
        self._document = document
        self._strips.clear()
        with self._quietly():
            self.virtual_size = Size(self.scrollable_content_region.width, document.rows)
            self.scroll_to(y=self._scroll_of(top), animate=False)
        self._top = top
        self.refresh()

    def _scroll_of(self, top: Position) -> int:
        """The row to scroll to for a position to be at the top; the very beginning shows the title too."""
        if top.offset == 0 and (top.place == "title" or not self._text("title")):
            return 0
        return self._row(top)

    def on_resize(self) -> None:
        self._lay_out()

    @contextmanager
    def _quietly(self, quiet: bool = True) -> Iterator[None]:
        """Scrolling inside is ours, not the reader's: nobody is told, so that two panes never answer each other for ever."""
        before, self._quiet = self._quiet, quiet
        try:
            yield
        finally:
            self._quiet = before

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self._document is None or round(old_value) == round(new_value):
            return
        row = self.scroll_offset.y
        section = self._document.nearest_section(row)
        local = min(max(0, row - section.first_row), section.layout.rows - 1)
        self._top = Position(section.place, section.layout.starts[local])
        if not self._quiet:
            self._scrolled()

    def _scrolled(self) -> None:
        """The reader scrolled; subclasses say so."""

    def _show_row(self, row: int, centre: bool = False) -> None:
        """Have a row in view: with `centre` well inside it; else one out of view comes to the middle.

        Scrolling repaints whole panes: by half a page at a time, walking down a text costs few bytes a key, and the lines
        stand still for the reader meanwhile.
        """
        height = self.scrollable_content_region.height
        if height <= 0:
            return
        top, inside = self.scroll_offset.y, height // 3 if centre else height // 2
        if centre:
            if not top + height // 6 <= row < top + height - height // 4:
                self.scroll_to(y=max(0, row - inside), animate=False)
        elif row < top:
            self.scroll_to(y=max(0, row - inside), animate=False)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1 + inside, animate=False)

    # Drawing

    def watch_has_focus(self, has_focus: bool) -> None:
        """Only the frame says where the focus is: what the rows and their marks look like is kept."""
        self._framing = True
        super().watch_has_focus(has_focus)
        self._framing = False

    def _get_component_classes(self) -> frozenset[str]:  # type: ignore[override]
        """Those that are to be styled anew."""
        return frozenset() if self._framing else super()._get_component_classes()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if not self._framing:
            self._palette = None
            self._strips.clear()

    def _is_active(self, mark: Mark) -> bool:
        return mark.active or (mark.number is not None and (mark.kind, mark.number) == self._active)

    def _look(self, document: DocumentLayout, row: int) -> RowLook:
        section = document.section_at(row)
        if section is None:
            return RowLook()
        start, end = section.layout.row_span(row - section.first_row)
        chosen = self.selection
        selected = None
        if chosen is not None and chosen.place == section.place:
            a, b = max(start, chosen.start), min(end, chosen.end)
            selected = (a, b) if a < b else None
        on_row = self._caret.place == section.place and self._row(self._caret) == row
        return RowLook(
            selected,
            self._caret.offset if on_row else None,
            self.has_focus and on_row,
            self._hits_on(section.place, start, end),
        )

    def _hits_on(self, place: Place, start: int, end: int) -> tuple[tuple[int, int, bool], ...]:
        at = bisect_left(self._hits, (place == "text", start + 1), key=lambda hit: (hit.place == "text", hit.span.end))
        found = []
        while at < len(self._hits) and self._hits[at].place == place and self._hits[at].span.start < end:
            span = self._hits[at].span
            found.append((max(start, span.start), min(end, span.end), at == self._hit))
            at += 1
        return tuple(found)

    def _component(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def render_line(self, y: int) -> Strip:
        if self._palette is None:
            self._palette = Palette(self.rich_style, self._component)
        row = y + self.scroll_offset.y
        document = self._document
        if document is None or row >= document.rows:
            return Strip.blank(self.scrollable_content_region.width, self._palette.base)
        key = (row, self._look(document, row))
        strip = self._strips.get(key)
        if strip is None:
            strip = draw_row(document, row, key[1], self._palette, self._is_active)
            self._strips[key] = strip
        return strip

    def _redraw_cluster(self, position: Position) -> None:
        """Refresh the cells of one cluster: all that a caret leaves or reaches."""
        if self._document is not None:
            section = self._document.section(position.place)
            row, cell, width = section.layout.cells_of(position.offset)
            self._refresh_cells(section.first_row + row, cell, width)

    def _redraw_between(self, place: Place, one: int, other: int) -> None:
        """Refresh what lies between two offsets, either way round: from cell to cell on one row, else whole rows but the first."""
        if self._document is None or one == other:
            return
        section = self._document.section(place)
        first, cell, _ = section.layout.cells_of(min(one, other))
        last, end, width = section.layout.cells_of(max(one, other))
        if first == last:
            self._refresh_cells(section.first_row + first, cell, end + width - cell)
            return
        row = self._document.width + MARGIN
        self._refresh_cells(section.first_row + first, cell, row - cell)
        self._refresh_cells(section.first_row + last, 0, end + width)
        top = self.scroll_offset.y
        low = max(section.first_row + first + 1, top)
        high = min(section.first_row + last, top + self.scrollable_content_region.height)
        if low < high:
            self.refresh(Region(0, low - top, row + GUTTER, high - low))

    def _refresh_cells(self, row: int, cell: int, width: int) -> None:
        y = row - self.scroll_offset.y
        if 0 <= y < self.scrollable_content_region.height:
            self.refresh(Region(GUTTER + cell, y, width, 1))

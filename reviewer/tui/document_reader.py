"""The moving half of the document pane: one caret and one anchor, for keyboard and mouse alike."""

from __future__ import annotations

import sys

from textual import events
from textual.timer import Timer

from reviewer.framing import Place
from reviewer.text import Span
from reviewer.text.graphemes import next_boundary, previous_boundary
from reviewer.tui import document_caret as moves
from reviewer.tui.document_drawing import GUTTER
from reviewer.tui.document_layout import DocumentLayout, Position
from reviewer.tui.document_marks import Mark
from reviewer.tui.document_view import DocumentView

_DRAG_SECONDS = 0.05
_DRAG_ROWS = 3  # how far one step scrolls at most while dragging beyond an edge
_BY_TEXT = {
    "left": previous_boundary,
    "right": next_boundary,
    "word_back": moves.previous_word,
    "word": moves.next_word,
    "sentence_back": moves.previous_sentence,
    "sentence": moves.next_sentence,
    "paragraph_back": moves.previous_paragraph,
    "paragraph": moves.next_paragraph,
}


class DocumentReader(DocumentView):
    """A document one moves and selects in.  Caret and anchor are code-point offsets at cluster boundaries.

    A drag selects by code point, by word after a double press, by paragraph after a triple one.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._selecting = False
        self._grown: list[Span] = []
        self._goal: int | None = None
        self._dragging = False
        self._drag_at = (0, 0)
        self._drag_from = Span(0, 0)
        self._pressed = (0.0, (-1, -1), 0)  # when, in which cell, for the how-many-eth time
        self._drag_timer: Timer | None = None

    def _caret_moved(self) -> None:
        """The caret is somewhere else; subclasses say so."""

    def _selection_changed(self) -> None:
        """What is selected, or whether `v` is on, has changed; subclasses say so."""

    def _mark_clicked(self, mark: Mark) -> None:
        """A mark's label was clicked; subclasses say so."""

    def _put(self, to: Position, anchor: int | None) -> None:
        """Caret and anchor to new places: only cells that look different afterwards are drawn again."""
        was, before = self._caret, self.selection
        self._caret, self._anchor = to, anchor
        after = self.selection
        self._redraw_cluster(was)
        self._redraw_cluster(to)
        if before is not None and after is not None and before.place == after.place:
            self._redraw_between(before.place, before.start, after.start)
            self._redraw_between(before.place, before.end, after.end)
        else:
            for chosen in (before, after):
                if chosen is not None:
                    self._redraw_between(chosen.place, chosen.start, chosen.end)
        if was != to:
            self._caret_moved()
        if before != after:
            self._selection_changed()

    def _move_to(self, to: Position, extend: bool) -> None:
        """A movement's end: with `extend` or while selecting, the anchor stays and the caret keeps to the anchor's text."""
        anchor = None
        if extend or self._selecting:
            here = self._caret
            anchor = self._anchor if self._anchor is not None else here.offset
            if to.place != here.place:
                to = Position(here.place, 0 if here.place == "text" else len(self._text(here.place)))
        self._put(to, anchor)
        self._show_row(self._row(to))

    def action_move(self, movement: str, extend: bool = False) -> None:
        """Move the caret; `movement` is one of those in the bindings."""
        document = self._document
        if document is None:
            return
        place, offset = self._caret.place, self._caret.offset
        text = self._text(place)
        rows = {"up": -1, "down": 1, "page_up": -self._page, "page_down": self._page}
        if movement in rows:
            self._move_rows(document, rows[movement], extend, page=movement.startswith("page"))
            return
        self._goal = None
        by_text = _BY_TEXT.get(movement)
        if by_text is not None:
            to = Position(place, by_text(text, offset))
            if to.offset == offset:
                to = self._across(place, forward=offset > 0 or not text)
        elif movement in ("start", "end"):
            selecting = extend or self._selecting
            at = place if selecting else (document.sections[0].place if movement == "start" else "text")
            to = Position(at, 0 if movement == "start" else len(self._text(at)))
        else:
            row = self._row(self._caret)
            to = self._on_row(document, row, 0 if movement == "row_start" else sys.maxsize)
        self._move_to(to, extend)

    def _across(self, place: Place, *, forward: bool) -> Position:
        """From the end of the title into the text, and back."""
        if place == "title" and forward:
            return Position("text", 0)
        if place == "text" and self._text("title") and self._caret.offset == 0:
            return Position("title", len(self._text("title")))
        return self._caret

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height - 1)

    def _move_rows(self, document: DocumentLayout, by: int, extend: bool, *, page: bool) -> None:
        section = document.section(self._caret.place)
        local, cell = section.layout.cell_of(self._caret.offset)
        goal = self._goal = cell if self._goal is None else self._goal
        row = min(max(0, section.first_row + local + by), document.rows - 1)
        if document.section_at(row) is None:
            row += 1 if by > 0 else -1
        if row == section.first_row + local:
            to = Position(section.place, 0 if by < 0 else len(section.text))
        else:
            to = self._on_row(document, row, goal)
        if page:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False)
        self._move_to(to, extend)

    def _on_row(self, document: DocumentLayout, row: int, cell: int) -> Position:
        """The position at a cell of a row that is drawn on that very row."""
        to = document.position_at(row, cell)
        if self._row(to) > row:
            to = Position(to.place, previous_boundary(self._text(to.place), to.offset))
        return to

    def action_toggle_selecting(self) -> None:
        """`v`: from here on movements select; again: the selection stays and movements are free of it."""
        if not self._selecting and self._anchor is None:
            self._caret_into_view()
        self._selecting = not self._selecting
        if self._selecting and self._anchor is None:
            self._anchor = self._caret.offset
        self._selection_changed()

    def _caret_into_view(self) -> None:
        """Where the wheel or the other text has scrolled the caret away, it goes to the first row that is seen: one selects what one sees."""
        document, top = self._document, self.scroll_offset.y
        if document is None or top <= self._row(self._caret) < top + max(1, self.scrollable_content_region.height):
            return
        self._goal = None
        row = top if document.section_at(top) is not None else top + 1
        self._put(self._on_row(document, row, 0), None)

    def action_clear_selection(self) -> None:
        self._selecting = False
        self._grown.clear()
        if self.selection is None:
            self._anchor = None
            self._selection_changed()
        else:
            self._put(self._caret, None)

    def select(self, place: Place, span: Span) -> None:
        """Select a span where it is, without centring it."""
        self._put(Position(place, span.end), span.start if span else None)
        self._show_row(self._row(Position(place, span.start)))

    def action_grow(self) -> None:
        """`+`: to the word, the sentence, the paragraph, the whole."""
        if self.selection is None:
            self._caret_into_view()
        text = self._text(self._caret.place)
        here = self.selection.span if self.selection else Span(self._caret.offset, self._caret.offset)
        larger = moves.grown(text, here)
        if larger != here:
            self._grown = [*(step for step in self._grown if here.contains(step) and step != here), here]
            self.select(self._caret.place, larger)

    def action_shrink(self) -> None:
        """`-`: back the way it grew, else to the unit inside."""
        chosen = self.selection
        if chosen is None:
            return
        inside = [step for step in self._grown if chosen.span.contains(step) and step != chosen.span]
        self._grown = inside[:-1]
        smaller = inside[-1] if inside else moves.shrunk(self._text(chosen.place), chosen.span)
        if smaller:
            self.select(chosen.place, smaller)
        else:
            self._put(Position(chosen.place, smaller.start), None)

    # Mouse

    def _cell(self, event: events.MouseEvent) -> tuple[int, int]:
        """Column and row of a mouse event, relative to the first cell of text in view; may lie outside."""
        area = self.content_region
        return int(event.screen_x) - area.x - GUTTER, int(event.screen_y) - area.y

    def _under(self, document: DocumentLayout, column: int, line: int, place: Place | None = None) -> Position:
        row = min(max(0, line + self.scroll_offset.y), document.rows - 1)
        return document.position_at(row, max(0, column), place)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        document = self._document
        if document is None or event.button != 1:
            return
        column, line = self._cell(event)
        if not 0 <= line < self.scrollable_content_region.height:
            return
        self._goal = None
        self.capture_mouse()
        self._dragging = True
        self._drag_at = (column, line)
        if event.shift:
            self._pressed = (0.0, (-1, -1), 1)
            to = self._under(document, column, line, self._caret.place)
            anchor = self._anchor if self._anchor is not None else self._caret.offset
            self._drag_from = Span(anchor, anchor)
            self._put(to, anchor)
            return
        when, where, count = self._pressed
        again = where == (column, line) and event.time - when <= self.app.CLICK_CHAIN_TIME_THRESHOLD
        self._pressed = (event.time, (column, line), count + 1 if again else 1)
        self._selecting = False
        to = self._under(document, column, line)
        self._drag_from = self._pressed_unit(to)
        if self._drag_from:
            self.select(to.place, self._drag_from)
        else:
            self._put(to, None)

    def _pressed_unit(self, at: Position) -> Span:
        """What one press of the mouse means there: a place, the word at the second, the paragraph from the third on."""
        count = self._pressed[2]
        if count < 2:
            return Span(at.offset, at.offset)
        unit = moves.word_at if count == 2 else moves.paragraph_at
        return unit(self._text(at.place), at.offset)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if not self._dragging:
            return
        self._drag_at = self._cell(event)
        outside = not 0 <= self._drag_at[1] < self.scrollable_content_region.height
        if outside and self._drag_timer is None:
            self._drag_timer = self.set_interval(_DRAG_SECONDS, self._drag)
        elif not outside:
            self._stop_drag_timer()
        self._drag()

    def _drag(self) -> None:
        """The caret to where the pointer is; beyond an edge, scroll on that way."""
        if self._document is None:
            return
        column, line = self._drag_at
        last = self.scrollable_content_region.height - 1
        if line < 0:
            self.scroll_to(y=self.scroll_offset.y + max(line, -_DRAG_ROWS), animate=False)
        elif line > last:
            self.scroll_to(y=self.scroll_offset.y + min(line - last, _DRAG_ROWS), animate=False)
        to = self._under(self._document, column, min(max(0, line), last), self._caret.place)
        here, origin = self._pressed_unit(to), self._drag_from
        if here.start < origin.start:
            self._put(Position(to.place, here.start), origin.end)
        else:
            self._put(Position(to.place, max(here.end, origin.end)), origin.start)

    def _stop_drag_timer(self) -> None:
        if self._drag_timer is not None:
            self._drag_timer.stop()
            self._drag_timer = None

    def on_mouse_up(self) -> None:
        if not self._dragging:
            return
        self._dragging = False
        self._stop_drag_timer()
        self.release_mouse()
        if self.selection is None:
            self._anchor = None

    def on_click(self, event: events.Click) -> None:
        """On a label, its mark is meant."""
        if self._document is not None and event.chain == 1 and not event.shift:
            column, line = self._cell(event)
            self._click_label(self._document, line + self.scroll_offset.y, column)

    def _click_label(self, document: DocumentLayout, row: int, column: int) -> None:
        section = document.section_at(row)
        label = section.layout.label_at(row - section.first_row, column) if section else None
        if section is None or label is None or not label.number:
            return
        for mark in section.marks.marks:
            if (
                mark.number == label.number and mark.start - 1 <= label.offset <= mark.end + 1
            ):  # outside its quotation marks
                self._mark_clicked(mark)
                return

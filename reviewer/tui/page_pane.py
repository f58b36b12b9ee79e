"""The pane that shows a page with what is cut folded and dimmed; one goes through it paragraph by paragraph and decides."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reviewer.text.wrapping import Layout, wrap
from reviewer.tui.bars import Hint
from reviewer.tui.page_draft import Item, PageDraft

KIND_CELLS = 12  # of the column that names the kinds, where there is room for it
ROOM_FOR_KINDS = 72
SIGN_CELLS = 3
MARGIN = 1
_CACHED_ROWS = 512
_CLASSES = "kept cut fold kind yours cursor heading block".split()


class PagePane(ScrollView, can_focus=True):
    """A page on the Line API: only rows in view are drawn, whatever its length."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{name}" for name in _CLASSES}
    HELP_TITLE = "page"
    HELP = (
        "What stands dimmed is cut.  A line with ▸ stands for a run of cut lines: enter unfolds it.  x keeps or cuts the line under the "
        "cursor, X its whole run.  The sign on the left: · kept, ╎ cut, + kept by you, − cut by you."
    )
    HINTS: ClassVar[tuple[Hint, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "next line", show=False, id="page.down"),
        Binding("up,k", "step(-1)", "line before", show=False, id="page.up"),
        Binding("pagedown", "page(1)", "page down", show=False, id="page.page-down"),
        Binding("pageup", "page(-1)", "page up", show=False, id="page.page-up"),
        Binding("home,g", "edge(False)", "start", show=False, id="page.start"),
        Binding("end,G", "edge(True)", "end", show=False, id="page.end"),
        Binding("n", "cut(1)", "next run of cut lines", id="page.next-cut"),
        Binding("p", "cut(-1)", "run of cut lines before", id="page.previous-cut"),
        Binding("enter,space", "fold", "fold or unfold the cut lines", id="page.fold"),
        Binding("z", "fold_all", "unfold everything, or fold it", id="page.fold-all"),
        Binding("x", "decide(False)", "keep or cut the line", id="page.toggle"),
        Binding("X", "decide(True)", "keep or cut its whole run (of kept lines: from here on)", id="page.toggle-run"),
        Binding("u", "undo", "undo the last decision", id="page.undo"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is at another item; a burst becomes one message."""

        pane: PagePane

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, PagePane.Moved) and message.pane is self.pane

    @dataclass
    class Decided(Message):
        """The draft has other decisions now."""

        pane: PagePane

    class Refused(Message):
        """A decision was wanted while the page is closed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.is_closed = False  # it is being read or written: a decision would come too late
        self._draft = PageDraft(())
        self._before: list[PageDraft] = []
        self._items: tuple[Item, ...] = ()
        self._first_rows: list[int] = []
        self._layouts: dict[int, Layout] = {}
        self._width = 0
        self._cursor = 0
        self._centred = True  # the cursor has been shown well inside the pane
        self._palette: dict[tuple[str, ...], Style] = {}
        self._strips: LRUCache[tuple[int, bool, bool], Strip] = LRUCache(_CACHED_ROWS)

    @property
    def draft(self) -> PageDraft:
        return self._draft

    @property
    def item(self) -> Item | None:
        """What the cursor is at."""
        return self._items[self._cursor] if self._cursor < len(self._items) else None

    def show(self, draft: PageDraft, at: int = 0) -> None:
        """Another page, the cursor at a paragraph of it (or the fold it lies in); the decisions before are forgotten."""
        self._before.clear()
        self._layouts.clear()
        self._centred = False
        self._install(draft, at)
        self._show_cursor()

    def _install(self, draft: PageDraft, at: int) -> None:
        self._draft = draft
        self._items = draft.items()
        self._cursor = max(0, bisect_right(self._items, at, key=lambda item: item.first) - 1)
        self._lay_out()
        self.post_message(self.Moved(self))

    # Layout: an item is one row, or as many as its paragraph needs.

    @property
    def _kinds_shown(self) -> bool:
        return self.scrollable_content_region.width >= ROOM_FOR_KINDS

    def _lay_out(self) -> None:
        region = self.scrollable_content_region
        width = region.width - SIGN_CELLS - MARGIN - (KIND_CELLS if self._kinds_shown else 0)
        self._first_rows = []
        if region.width <= 0:
            return
        if width != self._width:
            self._layouts.clear()
            self._width = width
        rows = 0
        for item in self._items:
            self._first_rows.append(rows)
            rows += self._height(item)
        self._strips.clear()
        self.virtual_size = Size(region.width, rows)
        self.refresh()

    def _height(self, item: Item) -> int:
        if item.kind != "paragraph":
            return 1
        words = self._draft.paragraphs[item.first].words
        if len(words) <= self._width and words.isascii() and words.isprintable():
            return 1
        return self._layout_of(item.first).rows

    def _layout_of(self, number: int) -> Layout:
        layout = self._layouts.get(number)
        if layout is None:
            layout = self._layouts[number] = wrap(self._draft.paragraphs[number].words, self._width)
        return layout

    def on_resize(self) -> None:
        self._lay_out()
        self._show_cursor()

    def _show_cursor(self) -> None:
        height = self.scrollable_content_region.height
        if not self._first_rows or height <= 0:
            return
        first = self._first_rows[self._cursor]
        last = min(self._last_row(), first + height - 1)
        top = self.scroll_offset.y
        if not self._centred:
            self._centred = True
            self.scroll_to(y=max(0, first - height // 3), animate=False)
        elif first < top:
            self.scroll_to(y=first, animate=False)
        elif last >= top + height:
            self.scroll_to(y=min(first, last - height + 1), animate=False)

    def _last_row(self) -> int:
        """The last row of what the cursor is at; of an open run's line, that of the run, which one wants to see with it."""
        item = self._items[self._cursor]
        at = self._cursor + (len(item.numbers) if item.kind == "unfolded" else 0)
        return self._first_rows[at] + self._height(self._items[at]) - 1

    # Drawing

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._palette.clear()
        self._strips.clear()

    def _style(self, *names: str) -> Style:
        found = self._palette.get(names)
        if found is None:
            found = self.rich_style
            for name in names:
                found += self.get_component_rich_style(f"page--{name}", partial=True)
            self._palette[names] = found
        return found

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        if not self._first_rows or row >= self.virtual_size.height:
            return Strip.blank(self.scrollable_content_region.width, self.rich_style)
        at = bisect_right(self._first_rows, row) - 1
        key = (row, at == self._cursor, self.has_focus)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._draw(self._items[at], row - self._first_rows[at], at == self._cursor)
        return strip

    def _draw(self, item: Item, row: int, at_cursor: bool) -> Strip:
        width = self.scrollable_content_region.width
        cursor = ("cursor",) if at_cursor and self.has_focus else ()
        pointer = "›" if at_cursor and row == 0 else " "
        if item.kind != "paragraph":
            segments = [Segment(f"{pointer} {self._draft.label(item)}", self._style("fold", *cursor))]
        else:
            segments = self._paragraph_row(item.first, row, pointer, cursor)
        return Strip(segments).adjust_cell_length(width, self._style(*cursor)).simplify()

    def _paragraph_row(self, number: int, row: int, pointer: str, cursor: tuple[str, ...]) -> list[Segment]:
        draft, paragraph = self._draft, self._draft.paragraphs[number]
        kept = draft.kept(number)
        sign = (" " if row else "·") if kept else "╎"
        if number in draft.decisions and not row:
            sign = "+" if kept else "−"
        look = ["kept" if kept else "cut"]
        if kept and paragraph.kind in ("heading", "block"):
            look.append(paragraph.kind)
        segments = [Segment(f"{pointer}{sign} ", self._style("yours", *cursor))]
        if self._kinds_shown:
            kind = "" if row else paragraph.kind
            segments.append(Segment(f"{kind:<{KIND_CELLS}}"[:KIND_CELLS], self._style("kind", *cursor)))
        style = self._style(*look, *cursor)
        shown = "".join(placed.piece.shown for placed in self._layout_of(number).placed(row))
        return [*segments, Segment(shown, style)]

    # Moving

    def _go(self, at: int) -> None:
        at = min(max(0, at), len(self._items) - 1)
        if self._items and at != self._cursor:
            before, self._cursor = self._cursor, at
            for item in (before, at):
                self._refresh_item(item)
            self._show_cursor()
            self.post_message(self.Moved(self))

    def _refresh_item(self, at: int) -> None:
        if self._first_rows:
            self.refresh_lines(self._first_rows[at] - self.scroll_offset.y, self._height(self._items[at]))

    def action_step(self, by: int) -> None:
        """The next item; one longer than the pane is read to its end first."""
        height = self.scrollable_content_region.height
        if self._first_rows and height > 0:
            first = self._first_rows[self._cursor]
            last = first + self._height(self._items[self._cursor])
            top = self.scroll_offset.y
            if (by > 0 and last > top + height) or (by < 0 and first < top):
                self.scroll_to(y=top + by * max(1, height // 2), animate=False)
                return
        self._go(self._cursor + by)

    def action_page(self, by: int) -> None:
        height = max(1, self.scrollable_content_region.height - 1)
        if self._first_rows:
            row = self._first_rows[self._cursor] + by * height
            at = bisect_right(self._first_rows, max(0, row)) - 1
            self._go(at if at != self._cursor else at + by)

    def action_edge(self, end: bool) -> None:
        self._go(len(self._items) - 1 if end else 0)

    def action_cut(self, by: int) -> None:
        """The next or previous line that stands for a run of cut ones."""
        at = self._cursor + by
        while 0 <= at < len(self._items) and self._items[at].kind == "paragraph":
            at += by
        if 0 <= at < len(self._items):
            self._go(at)

    # Folding and deciding

    def action_fold(self) -> None:
        item = self.item
        if item is None:
            return
        if item.kind == "folded":
            self._change(self._draft.showing(item.numbers, shown=True), item.first)
        elif item.kind == "unfolded":
            self._change(self._draft.showing(item.numbers, shown=False), item.first)
        elif not self._draft.kept(item.first):
            run = self._draft.around(item.first)
            self._change(self._draft.showing(run, shown=False), run.start)

    def action_fold_all(self) -> None:
        item = self.item
        folded = any(item.kind == "folded" for item in self._items)
        every = range(len(self._draft.paragraphs))
        self._change(self._draft.showing(every, shown=folded), item.first if item else 0)

    def action_decide(self, whole: bool) -> None:
        item = self.item
        if item is None or self._refuses():
            return
        numbers = item.numbers
        if whole:
            numbers = self._draft.run(item.first)
        self._before.append(self._draft)
        keep = not self._draft.kept(item.first)
        self._change(self._draft.deciding(numbers, keep), item.first, inside=item.kind == "paragraph")
        self.post_message(self.Decided(self))

    def _refuses(self) -> bool:
        if self.is_closed:
            self.post_message(self.Refused())
        return self.is_closed

    def action_undo(self) -> None:
        if self._before and not self._refuses():
            item = self.item
            self._change(self._before.pop(), item.first if item else 0)
            self.post_message(self.Decided(self))

    def _change(self, draft: PageDraft, at: int, *, inside: bool = False) -> None:
        """Another draft of the page; the cursor goes to a paragraph, or to the run it lies in (`inside`: to itself in an open run)."""
        self._install(draft, at)
        item = self.item
        if item is not None and item.kind != "paragraph" and not inside:
            self._show_cursor()
            return
        if not inside and self._cursor and self._items[self._cursor - 1].kind == "unfolded":
            previous = self._items[self._cursor - 1]
            if previous.first == at and not self._draft.kept(at):
                self._cursor -= 1
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        if self._first_rows and 0 <= row < self.virtual_size.height:
            self._go(bisect_right(self._first_rows, row) - 1)
            if self.item is not None and self.item.kind != "paragraph":
                self.action_fold()

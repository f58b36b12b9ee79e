"""The list under the panes: rows of values, a filter typed over them, and the highlighted row in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, runtime_checkable

from rich.cells import cell_len
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reviewer.tui.bars import Hint, key_shown
from reviewer.tui.boxes import Settled
from reviewer.tui.filtering import parse_filter
from reviewer.tui.marked_list import MarkedList
from reviewer.tui.rows import Row


class RowList(MarkedList):
    """Rows by stable id: a refresh keeps the highlighted row where it is still there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "choose the row", id="list.select"),
        Binding("j", "cursor_down", "next row", show=False, id="list.down"),
        Binding("k", "cursor_up", "previous row", show=False, id="list.up"),
        Binding("space", "details", "the row in full", id="list.details"),
        Binding("y", "copy", "copy the row", id="list.copy"),
    ]
    HELP_TITLE = "list"
    HELP = "Enter brings the texts to what the row is about.  / filters by words and by fields, as flag:negation status:open code:entman."
    HINTS: ClassVar[tuple[Hint, ...]] = ()

    @dataclass
    class Reached(Message):
        """The highlight came to a row (or to none); `moved` when a person brought it there, not a refresh."""

        list: RowList
        row: Row | None
        moved: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)
        self._all: tuple[Row, ...] = ()
        self.rows: Sequence[Row] = ()
        self._fresh = True

    @property
    def visited(self) -> bool:
        """Whether a person has moved in the rows that are shown."""
        return not self._fresh

    @property
    def row(self) -> Row | None:
        at = self.highlighted
        return self.rows[at] if at is not None and at < len(self.rows) else None

    def show(self, rows: Sequence[Row], *, at: str | None = None, query: str = "", empty: str = "") -> None:
        """Shows the rows that pass the filter, with row `at` highlighted (else the first)."""
        self._all = tuple(rows)
        self._fresh = at is None
        wanted = parse_filter(query)
        self.rows = tuple(row for row in rows if wanted.accepts(row.haystack, row.values)) if wanted else self._all
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            if self.rows:
                self.add_options([Option(row.prompt, id=row.id) for row in self.rows])
                self.highlighted = next((i for i, row in enumerate(self.rows) if row.id == at), 0)
            else:
                self.add_option(Option(Content(empty if not query else "nothing passes the filter"), disabled=True))
        self.call_after_refresh(self.scroll_to_highlight)
        self.post_message(self.Reached(self, self.row, False))

    def reach(self, identity: str) -> bool:
        """Goes to a row by id, wherever the highlight was; False where it is not shown."""
        at = next((i for i, row in enumerate(self.rows) if row.id == identity), None)
        if at is None:
            return False
        self._fresh = False
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = at
        self.post_message(self.Reached(self, self.row, True))
        return True

    def step(self, by: int) -> Row | None:
        """The next or previous row, stopping at the ends; in a list nobody has been in yet, the first."""
        if not self.rows:
            return None
        at = self.highlighted
        if self._fresh and by > 0:
            self._fresh = False
            self.post_message(self.Reached(self, self.row, True))
            return self.row
        self.highlighted = 0 if at is None else min(len(self.rows) - 1, max(0, at + by))
        return self.row

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._fresh = False
        self.post_message(self.Reached(self, self.row, True))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose()

    def action_select(self) -> None:
        """At once and not by a message: of keys that come in one burst, the next shall find what is chosen."""
        self._choose()

    def _choose(self) -> None:
        if self.row is not None and isinstance(self.screen, Chooses):
            self.screen.choose(self.row)

    def action_details(self) -> None:
        from reviewer.tui.dialogs import TextDialog  # not before it is asked for: the first text is due

        if self.row is not None:
            self.app.push_screen(TextDialog("in full", self.row.in_full()))

    def action_copy(self) -> None:
        """The row in full to the clipboard, as far as the terminal allows."""
        if self.row is not None:
            self.app.copy_to_clipboard(self.row.in_full().plain or self.row.prompt.plain)


@runtime_checkable
class Chooses(Protocol):
    """A screen on whose rows one may press enter, or click."""

    def choose(self, row: Row) -> None:
        """On with this row."""


class RowDetail(Settled, Widget):
    """The highlighted row in full, as far as it fits; its height is fixed, so that nothing moves when rows change.

    Where there is more, its last row ends in a sign, with the key that shows all of it.
    """

    DEFAULT_CSS = "RowDetail { height: 3; padding: 0 1; background: $surface; color: $foreground; }"
    ALLOW_SELECT = False
    content: reactive[Content] = reactive(Content.empty, layout=False)

    def render(self) -> RenderResult:
        width, height = self.size
        begun = self.content[: (height + 1) * width]  # more would not be seen
        rows = begun.wrap(width) if width and height else []
        if len(rows) <= height:
            return self.content
        sign = f" ▾ {self._key()}"
        last = rows[height - 1].rstrip().truncate(width - cell_len(sign), pad=True)
        return Content("\n").join([*rows[: height - 1], Content.assemble(last, (sign, "bold $accent"))])

    def _key(self) -> str:
        """The one that shows all of this row, and not of one in another list."""
        details = [a for a in self.screen.active_bindings.values() if a.binding.action == "details"]
        near = (self.screen, *self.siblings)
        return next((key_shown(a.binding.key) for a in details if a.node in near), "more")

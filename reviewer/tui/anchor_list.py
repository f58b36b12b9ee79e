"""The anchors of one side in the form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reviewer.framing import ROLES, Anchor
from reviewer.tui.bars import Hint
from reviewer.tui.marked_list import MarkedList
from reviewer.tui.shown import quoted


class AnchorList(MarkedList):
    """The anchors of one side: remove one, put the pane's selection in its place, change its role, go there."""

    DEFAULT_CSS = "AnchorList { height: auto; max-height: 4; text-wrap: nowrap; text-overflow: ellipsis; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "remove", "remove the anchor", id="anchors.remove"),
        Binding("equals_sign", "replace", "put the selection in its place", id="anchors.replace"),
        Binding("right", "role(1)", "another role", id="anchors.role"),
        Binding("left", "role(-1)", "the role before", show=False, id="anchors.role-before"),
    ]
    ALWAYS_MARKED = False
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("anchors.remove",), "remove"),
        Hint(("anchors.replace",), "replace by the selection"),
        Hint(("anchors.role",), "role"),
        Hint(("form.save",), "save"),
        Hint(("form.leave",), "back"),
        Hint(("app.help",), "help"),
    )
    HELP_TITLE = "anchors"
    HELP = (
        "Delete removes the anchor, = replaces it by what is selected in the pane, left and right change its role, enter goes there.  "
        "Letters do nothing to it."
    )

    @dataclass
    class Changed(Message):
        """The list is another now."""

        anchors_list: AnchorList
        anchors: tuple[Anchor, ...]

        @property
        def control(self) -> AnchorList:
            return self.anchors_list

    @dataclass
    class ReplaceWanted(Message):
        """The pane's selection shall take the place of anchor `index`."""

        anchors_list: AnchorList
        index: int

        @property
        def control(self) -> AnchorList:
            return self.anchors_list

    class Typed(Message):
        """A letter that is meant for a field."""

    @dataclass
    class Visited(Message):
        """The pane shall show this anchor."""

        anchors_list: AnchorList
        anchor: Anchor

        @property
        def control(self) -> AnchorList:
            return self.anchors_list

    def __init__(self, anchors: tuple[Anchor, ...], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, markup=False)
        self._fill(anchors)

    def show(self, anchors: tuple[Anchor, ...]) -> None:
        if anchors != self.anchors:
            self._fill(anchors)

    def _fill(self, anchors: tuple[Anchor, ...]) -> None:
        at = self.highlighted or 0
        self.anchors = anchors
        self.clear_options()
        if anchors:
            self.add_options([Option(self._prompt(anchor)) for anchor in anchors])
            self.highlighted = min(at, len(anchors) - 1)
        else:
            self.add_option(Option(Content.styled("select in the text (v), then a", "italic $muted"), disabled=True))

    def _prompt(self, anchor: Anchor) -> Content:
        return Content.assemble((f"{anchor.role or 'body'} ", "bold"), quoted(anchor.exact, 120))

    def _change(self, anchors: tuple[Anchor, ...]) -> None:
        self.show(anchors)
        self.post_message(self.Changed(self, anchors))

    def action_remove(self) -> None:
        at = self.highlighted
        if at is not None and self.anchors:
            self._change(self.anchors[:at] + self.anchors[at + 1 :])

    def action_replace(self) -> None:
        if self.highlighted is not None and self.anchors:
            self.post_message(self.ReplaceWanted(self, self.highlighted))

    def action_role(self, by: int) -> None:
        at = self.highlighted
        if at is None or not self.anchors:
            return
        anchor = self.anchors[at]
        role = ROLES[(ROLES.index(anchor.role) + by) % len(ROLES)] if anchor.role else ROLES[0]
        self._change((*self.anchors[:at], replace(anchor, role=role), *self.anchors[at + 1 :]))

    def on_key(self, event: Key) -> None:
        """Somebody types on, and nothing they type may cost them an anchor."""
        if event.is_printable and event.key not in self.screen.active_bindings:
            event.stop()
            self.post_message(self.Typed())

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self.post_message(self.Typed())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.anchors and self.highlighted is not None:
            self.post_message(self.Visited(self, self.anchors[self.highlighted]))

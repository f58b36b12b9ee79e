"""What all our screens share: breakpoints, the notice when the terminal is too small, saying things, hints by protocol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol, cast, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from reviewer.tui import collector
from reviewer.tui.bars import Hint, KeyLine, StatusLine
from reviewer.tui.drawing import DrawnOnce
from reviewer.tui.leaving import LeftKnowingly
from reviewer.tui.standing import Standing

if TYPE_CHECKING:
    from reviewer.tui.app import ReviewerApp

HORIZONTAL: list[tuple[int, str]] = [(0, "-too-narrow"), (40, "-narrow"), (80, "-normal"), (110, "-wide")]
VERTICAL: list[tuple[int, str]] = [(0, "-too-low"), (12, "-low"), (18, "-middle"), (32, "-tall")]


@runtime_checkable
class Hinting(Protocol):
    """A widget with hints of its own for the footer."""

    HINTS: ClassVar[tuple[Hint, ...]]


@runtime_checkable
class HintingAsItStands(Protocol):
    """A widget whose hints depend on its state."""

    def hints(self) -> tuple[Hint, ...]:
        """Those that hold now."""


class BaseScreen(LeftKnowingly, Standing, DrawnOnce, Screen[None]):
    """A full screen: subclasses give `content()`; status line and footer stand below it."""

    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    HINTS: ClassVar[tuple[Hint, ...]] = ()
    HELP = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "to the next text, list or form", id="app.focus-next"),
        Binding("shift+tab", "app.focus_previous", "to the one before", id="app.focus-previous"),
    ]

    focused: Reactive[Widget | None] = Reactive(
        None, repaint=False
    )  # who gains or loses it is drawn anew, not all the screen

    @property
    def reviewer(self) -> ReviewerApp:
        """The app, typed."""
        return cast("ReviewerApp", self.app)

    def content(self) -> ComposeResult:
        """What stands above the status line."""
        yield from ()

    def compose(self) -> ComposeResult:
        yield from self.content()
        yield StatusLine()
        yield KeyLine()
        yield Static("terminal too small: 40×12 at least", id="too-small", markup=False)

    def on_mount(self) -> None:
        self.watch(self, "focused", self.show_hints, init=True)
        self.call_after_refresh(collector.let_go)

    def on_key(self) -> None:
        """A key goes on from what was said last; its own action, which comes after this, may say something new."""
        self.query_one(StatusLine).fade()

    def lineage(self) -> Iterator[DOMNode]:
        """The focused widget and what it lies in, then the screen."""
        if self.focused is not None:
            yield from (node for node in self.focused.ancestors_with_self if isinstance(node, DOMNode))
        else:
            yield self

    def show_hints(self) -> None:
        """The footer afresh."""
        if self.stands:
            self.query_one(KeyLine).hints = self.hints()

    def hints(self) -> tuple[Hint, ...]:
        """What the footer says where one is now."""
        for node in self.lineage():
            if node is self:
                break
            if isinstance(node, HintingAsItStands):
                return node.hints()
            if isinstance(node, Hinting) and node.HINTS:
                return node.HINTS
        return self.HINTS

    async def ask(self, question: str, answers: Sequence[tuple[str, str]]) -> str | None:
        """The key of the answer chosen, of pairs of a key and what it does; None on escape.  For a worker."""
        from reviewer.tui.dialogs import Answer, ChoiceDialog  # not before a question is asked: the first text is due

        return await self.app.push_screen_wait(ChoiceDialog(question, [Answer(key, text) for key, text in answers]))

    async def ask_fields(
        self, question: str, values: Mapping[str, str], hints: Mapping[str, str] | None = None, at: str = ""
    ) -> dict[str, str] | None:
        """What stands in the named fields at the end; None on escape.  One begins in the field `at`, else in the first.  For a worker."""
        from reviewer.tui.dialogs import FieldsDialog

        return await self.app.push_screen_wait(FieldsDialog(question, values, hints=hints, at=at))

    def complain(self, why: str) -> None:
        self.say(why, "error")

    async def before_leaving(self) -> None:
        """What is being typed is kept, for the analyst who typed it."""

    def analyst_changed(self) -> None:
        """Another analyst works from now on."""

    def say(self, text: str, severity: str = "information") -> None:
        """One line in the status line; a screen that is being taken down has none any more."""
        for status in self.query(StatusLine):
            status.say(text, severity)

    def stand(self, text: str) -> None:
        """What stays on the right of the status line: the file that is written, and as whom."""
        self.query_one(StatusLine).standing = text

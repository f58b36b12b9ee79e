"""The line at the bottom into which one types a search or a filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

from reviewer.tui.bars import Hint
from reviewer.tui.inputs import SafeInput
from reviewer.tui.shown import line


class PromptInput(SafeInput):
    """The text field of the prompt: up and down step through what was found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "next hit, or to the filtered list", id="prompt.enter"),
        Binding("down", "step(1)", "next hit", id="prompt.next"),
        Binding("up", "step(-1)", "previous hit", id="prompt.previous"),
    ]

    @dataclass
    class Stepped(Message):
        """The next (1) or the previous (-1) hit is wanted."""

        by: int

    def action_step(self, by: int) -> None:
        self.post_message(self.Stepped(by))


class Prompt(Horizontal):
    """Hidden until it is opened; what is typed takes effect at once.

    It finds (enter steps on, escape closes) or it filters a list (enter goes to the list, escape takes the filter away).
    """

    DEFAULT_CSS = """
    Prompt { height: 1; display: none; background: $panel; }
    Prompt.-open { display: block; }
    Prompt Label { width: auto; padding: 0 1; text-style: bold; }
    Prompt Input { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close", id="prompt.close"),
    ]
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("prompt.enter", "prompt.next"), "next hit"),
        Hint(("prompt.previous",), "the one before"),
        Hint(("prompt.close",), "close"),
        Hint(("app.help",), "help"),
    )
    FILTER_HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("prompt.enter",), "to the list"),
        Hint(("prompt.close",), "no filter"),
        Hint(("app.help",), "help"),
    )
    HELP = (
        "What you type takes effect at once.  Finding: enter and down go to the next hit, up to the one before, escape closes.  "
        "Filtering: enter goes to the list, escape takes the filter away."
    )

    @dataclass
    class Typed(Message):
        """The text is another now."""

        purpose: str
        text: str

    @dataclass
    class Stepped(Message):
        """The next hit (1) or the one before (-1) is wanted."""

        purpose: str
        by: int

    @dataclass
    class Accepted(Message):
        """Enter on a filter: it stays, and one goes on in the list.  The prompt is closed already."""

        purpose: str

    @dataclass
    class Closed(Message):
        """Escape: what was typed does not hold any more."""

        purpose: str

    def __init__(self) -> None:
        super().__init__()
        self.purpose = ""
        self._filters = False

    def compose(self) -> ComposeResult:
        yield Label(id="prompt-name", markup=False)
        yield PromptInput(id="prompt-text", compact=True, select_on_focus=False)
        yield Label(id="prompt-count", markup=False)

    def open(self, purpose: str, text: str = "", *, filters: bool = True) -> None:
        """Shows it for a purpose, a word that the messages give back, and takes the focus."""
        self.purpose, self._filters = purpose, filters
        self.query_one("#prompt-name", Label).update(Content("filter" if filters else "find"))
        self.count("")
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(text)
        self.add_class("-open")
        self.screen.set_focus(field)

    def count(self, text: str) -> None:
        """How much was found, on the right."""
        self.query_one("#prompt-count", Label).update(Content(line(text)))

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self.purpose, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._filters:
            self.remove_class("-open")
            self.post_message(self.Accepted(self.purpose))
        else:
            self.post_message(self.Stepped(self.purpose, 1))

    @on(PromptInput.Stepped)
    def _stepped(self, event: PromptInput.Stepped) -> None:
        event.stop()
        self.post_message(self.Stepped(self.purpose, event.by))

    def action_close(self) -> None:
        self.remove_class("-open")
        self.post_message(self.Closed(self.purpose))

    def hints(self) -> tuple[Hint, ...]:
        """The footer's, for what it is open for."""
        return self.FILTER_HINTS if self._filters else self.HINTS

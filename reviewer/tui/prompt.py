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
    """Hidden until it is opened; what is typed takes effect at once."""

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
        Hint(("prompt.previous", "prompt.next"), "previous, next hit"),
        Hint(("prompt.close",), "close"),
    )
    HELP = (
        "What you type takes effect at once.  Enter and down go to the next hit, up to the one before, escape closes."
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
    class Closed(Message):
        """It is closed; `text` was its last text."""

        purpose: str
        text: str

    def __init__(self) -> None:
        super().__init__()
        self.purpose = ""

    def compose(self) -> ComposeResult:
        yield Label(id="prompt-name", markup=False)
        yield PromptInput(id="prompt-text", compact=True, select_on_focus=False)
        yield Label(id="prompt-count", markup=False)

    def open(self, purpose: str, text: str = "") -> None:
        """Shows it for a purpose (`find`, `filter`) and takes the focus."""
        self.purpose = purpose
        self.query_one("#prompt-name", Label).update(Content(purpose))
        self.count("")
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(text)
        self.add_class("-open")
        field.focus()

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
        self.post_message(self.Stepped(self.purpose, 1))

    @on(PromptInput.Stepped)
    def _stepped(self, event: PromptInput.Stepped) -> None:
        event.stop()
        self.post_message(self.Stepped(self.purpose, event.by))

    def action_close(self) -> None:
        self.remove_class("-open")
        self.post_message(self.Closed(self.purpose, self.query_one(Input).value))

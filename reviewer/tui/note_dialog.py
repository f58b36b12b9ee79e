"""A text of several lines, asked for in a modal screen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from reviewer.tui.shown import line
from reviewer.tui.text_field import TextField


class NoteDialog(ModalScreen[str | None]):
    """A text of several lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", id="dialog.back"),
        Binding("ctrl+s", "confirm", "save", id="dialog.save"),
    ]

    def __init__(self, question: str, text: str) -> None:
        super().__init__()
        self._question = question
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_subtitle = "ctrl+s saves · esc back"
            yield Static(Content(line(self._question)), classes="question")
            yield TextField(self._text)
            yield Button("Save", id="confirm", compact=True, variant="primary")

    @on(Button.Pressed)
    def action_confirm(self) -> None:
        self.dismiss(self.query_one(TextField).edited(self._text))

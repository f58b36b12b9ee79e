"""A text of several lines, asked for in a modal screen; what is typed is written down as it comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Button, Static, TextArea

from reviewer.tui.shown import line
from reviewer.tui.text_field import TextField

_DELAY = 0.3  # seconds after the last key


class NoteDialog(ModalScreen[str | None]):
    """A text of several lines; gives it when it is confirmed, `stored` when it is discarded, None on escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back, the draft is kept", id="note.back"),
        Binding("ctrl+s", "confirm", "save", id="dialog.save"),
    ]

    def __init__(self, question: str, text: str, *, stored: str, keep: Callable[[str], str]) -> None:
        """Begins with `text`; `keep` writes down what is typed and gives why it could not, else nothing."""
        super().__init__()
        self._question = question
        self._begun = self._typed = self._kept = text
        self._stored = stored
        self._keep = keep
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_subtitle = "ctrl+s saves · esc back"
            yield Static(Content(line(self._question)), classes="question")
            yield TextField(self._begun)
            with Horizontal(classes="field"):
                yield Button("Save", id="confirm", compact=True, variant="primary")
                yield Button("Discard", id="discard", compact=True)

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._typed = self.query_one(TextField).edited(self._begun)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_DELAY, self.keep_draft)

    def keep_draft(self) -> None:
        """What is being typed, on disk; says why where it cannot be written."""
        if self._typed == self._kept:
            return
        why = self._keep(self._typed)
        if not why:
            self._kept = self._typed
        for frame in self.query(".dialog"):
            frame.border_subtitle = Content(line(why)).markup if why else "ctrl+s saves · esc back"

    def _end(self, text: str) -> None:
        self._kept = self._typed  # what becomes of it is not for a draft any more
        self.dismiss(text)

    @on(Button.Pressed, "#confirm")
    def action_confirm(self) -> None:
        self._end(self.query_one(TextField).edited(self._begun))

    @on(Button.Pressed, "#discard")
    def _discarded(self) -> None:
        self._end(self._stored)

    def action_back(self) -> None:
        self.keep_draft()
        self.dismiss(None)

    def on_unmount(self) -> None:
        self.keep_draft()

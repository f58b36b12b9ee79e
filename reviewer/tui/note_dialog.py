"""A text of several lines, asked for in a modal screen; what is typed is written down as it comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static, TextArea

from reviewer.tui.later import Later
from reviewer.tui.leaving import LeftKnowingly, Unkept
from reviewer.tui.modal import Modal
from reviewer.tui.shown import line
from reviewer.tui.text_field import TextField


class NoteDialog(LeftKnowingly, Modal[str | None]):
    """A text of several lines; gives it when it is confirmed, `stored` when it is discarded, None on escape."""

    DEFAULT_CSS = """
    NoteDialog .complaint {
        color: $text-error;
        text-style: bold;
        height: auto;
        max-height: 3;
        display: none;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back, the draft is kept", id="note.back"),
        Binding("ctrl+s", "confirm", "save", id="dialog.save"),
    ]

    def __init__(
        self, question: str, text: str, *, stored: str, keep: Callable[[str], str], is_kept: bool = True
    ) -> None:
        """Begins with `text`, which `is_kept` or nowhere else; `keep` writes down what is typed and gives why it could not, else nothing."""
        super().__init__()
        self._question = question
        self._begun = self._typed = text
        self._kept = text if is_kept else None
        self._stored = stored
        self._keep = keep
        self._later = Later(self, self.keep_draft)
        self._ended = False  # what becomes of the text is not for a draft any more

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_subtitle = "ctrl+s saves · esc back"
            yield Static(Content(line(self._question)), classes="question")
            yield TextField(self._begun)
            yield Static(classes="complaint", markup=False)
            with Horizontal(classes="field"):
                yield Button("Save", id="confirm", compact=True, variant="primary")
                yield Button("Discard", id="discard", compact=True)

    def on_mount(self) -> None:
        """One goes on where the note ends."""
        field = self.query_one(TextField)
        field.move_cursor(field.document.end)

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._read()
        self._later.ask()

    def _read(self) -> None:
        for field in self.query(TextField):  # none when the screen is being taken down
            self._typed = field.edited(self._begun)

    def keep_draft(self) -> str:
        """What is being typed, on disk; says why where it cannot be written, and gives that, else nothing."""
        self._later.stop()
        self._read()
        if self._ended or self._typed == self._kept:
            return ""
        why = self._keep(self._typed)
        if not why:
            self._kept = self._typed
        self.complain(why)
        return why

    def complain(self, why: str) -> None:
        for complaint in self.query(".complaint").results(Static):
            complaint.update(Content(line(why)))
            complaint.display = bool(why)

    def unkept(self) -> Unkept | None:
        why = self.keep_draft()
        return Unkept(self._typed, f"once more leaves without it; {why}") if why else None

    def _end(self, text: str) -> None:
        self._ended = True
        self.dismiss(text)

    @on(Button.Pressed, "#confirm")
    def action_confirm(self) -> None:
        self._end(self.query_one(TextField).edited(self._begun))

    @on(Button.Pressed, "#discard")
    def _discarded(self) -> None:
        self._end(self._stored)

    def action_back(self) -> None:
        if self.may_leave():
            self.dismiss(None)

    def on_unmount(self) -> None:
        self.keep_draft()

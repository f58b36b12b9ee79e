"""Small modal screens: a choice, a question with text fields, a text to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Button, Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from reviewer.text import displayable
from reviewer.tui.inputs import SafeInput
from reviewer.tui.marked_list import MarkedList
from reviewer.tui.modal import Modal
from reviewer.tui.shown import line


@dataclass(frozen=True, slots=True)
class Answer:
    """One choice of a dialog: its key, what it does, in words."""

    key: str
    text: str


class ChoiceDialog(Modal[str | None]):
    """A question with a few answers; gives the key of the one chosen, None on escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back", id="dialog.back")]

    def __init__(self, question: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._question = question
        self._answers = tuple(answers)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_subtitle = "esc back"
            yield Static(Content(line(self._question)), classes="question")
            yield MarkedList(
                *(
                    Option(Content.assemble((f" {answer.key} ", "bold $accent"), line(answer.text)), id=answer.key)
                    for answer in self._answers
                ),
                compact=True,
                markup=False,
            )

    def on_key(self, event: events.Key) -> None:
        """Once: a second one of the same burst is for whatever is asked next."""
        if self.is_current and event.character in {answer.key for answer in self._answers}:
            event.stop()
            self.dismiss(event.character)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)


class FieldsDialog(Modal[dict[str, str] | None]):
    """A few named fields; enter in the last one, or on the button, gives them, escape None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", id="dialog.back"),
        Binding("ctrl+s", "confirm", "save", id="dialog.save"),
        Binding("down", "app.focus_next", "next field", show=False, id="dialog.next"),
        Binding("up", "app.focus_previous", "previous field", show=False, id="dialog.previous"),
    ]

    def __init__(
        self,
        question: str,
        values: Mapping[str, str],
        *,
        hints: Mapping[str, str] | None = None,
        confirm: str = "Save",
        at: str = "",
    ) -> None:
        """One begins in the field `at`, else in the first."""
        super().__init__()
        self._at = at
        self._question = question
        self._fields = dict(values)
        self._hints = dict(hints or {})
        self._confirm = confirm

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False) as frame:
            frame.border_subtitle = "ctrl+s saves · esc back"
            yield Static(Content(line(self._question)), classes="question")
            for name, value in self._fields.items():
                with Horizontal(classes="field"):
                    yield Label(name, classes="name", markup=False)
                    yield SafeInput(value, placeholder=self._hints.get(name, ""), id=f"field-{name}", compact=True)
            yield Button(self._confirm, id="confirm", compact=True, variant="primary")

    def on_mount(self) -> None:
        if self._at:
            self.query_one(f"#field-{self._at}").focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        inputs = list(self.query(Input))
        at = inputs.index(event.input)
        if at == len(inputs) - 1:
            self.action_confirm()
        else:
            inputs[at + 1].focus()

    @on(Button.Pressed)
    def action_confirm(self) -> None:
        self.dismiss({name: self._given(name, value) for name, value in self._fields.items()})

    def _given(self, name: str, original: str) -> str:
        """What stands in a field; the original, to the letter, where nothing was changed."""
        given = self.query_one(f"#field-{name}", Input).value
        return original if given == displayable(original, one_line=True) else given.strip()


_UNBROKEN = 10_000  # cells, more than any line has


class _LaidOut(Widget):
    """A text whose lines follow the width."""

    DEFAULT_CSS = "_LaidOut { height: auto; }"

    def __init__(self, lay: Callable[[int], Content]) -> None:
        super().__init__()
        self._lay = lay

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return self._lay(width).plain.count("\n") + 1

    def render(self) -> Content:
        return self._lay(self.size.width)


class TextDialog(Modal[None]):
    """Something to read; any of escape, q, enter, space closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,space,question_mark", "dismiss(None)", "close", id="dialog.close"),
    ]

    def __init__(self, title: str, text: Content | Callable[[int], Content]) -> None:
        """`text` may be a function that lays it out for a width in cells."""
        super().__init__()
        self._title = title
        self._text = text

    @property
    def text(self) -> Content:
        """What is to be read, in lines as long as they are."""
        return self._text if isinstance(self._text, Content) else self._text(_UNBROKEN)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog reading") as scroll:
            scroll.border_title = Content(line(self._title)).markup
            scroll.border_subtitle = "esc closes"
            yield Static(self._text) if isinstance(self._text, Content) else _LaidOut(self._text)

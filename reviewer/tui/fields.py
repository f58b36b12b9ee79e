"""The fields of the form: a choice in one row, codes by type-ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reviewer.framing import Code
from reviewer.text import folded
from reviewer.tui.bars import Hint
from reviewer.tui.boxes import ColumnBox, RowBox
from reviewer.tui.inputs import SafeInput
from reviewer.tui.marked_list import MarkedList
from reviewer.tui.shown import line


class Choice(Widget, can_focus=True):
    """One of a few words, in one row: arrows, the word's first letter or its digit, or a click."""

    DEFAULT_CSS = """
    Choice { height: 1; width: auto; }
    Choice:focus { background: $primary 20%; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "previous choice", show=False, id="choice.previous"),
        Binding("right,space", "move(1)", "next choice", show=False, id="choice.next"),
    ]
    HELP = "Left and right choose; so do the first letters of a choice."
    ALLOW_SELECT = False
    value: reactive[str] = reactive("", layout=False)

    @dataclass
    class Changed(Message):
        """The analyst chose another word."""

        choice: Choice
        value: str

        @property
        def control(self) -> Choice:
            return self.choice

    def __init__(self, words: Sequence[str], value: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = tuple(words)
        self._typed = ""  # the beginning of a word
        self.set_reactive(Choice.value, value)

    def render(self) -> RenderResult:
        parts: list[Content | str | tuple[str, str | Style]] = []
        room, bracketed = self.size.width, sum(len(word) + 6 for word in self.words) - 2
        other = "( ) " if room >= bracketed else ""  # where there is no room, the chosen one alone has brackets
        gap = "  " if room >= bracketed - 4 * (len(self.words) - 1) else " "
        for word in self.words:
            chosen = word == self.value
            style = Style.parse("bold" if chosen else "$muted") + Style.from_meta({"word": word})
            parts += [(f"{'(•) ' if chosen else other}{word}", style), gap]
        return Content.assemble(*parts)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return sum(len(word) + 6 for word in self.words)

    def _choose(self, word: str) -> None:
        if word != self.value:
            self.value = word
            self.post_message(self.Changed(self, word))

    def action_move(self, by: int) -> None:
        self._choose(self.words[(self.words.index(self.value) + by) % len(self.words)])

    def on_key(self, event: events.Key) -> None:
        """A letter goes on with the word being typed, or begins another."""
        letter = (event.character or "").casefold()
        if not letter.isalnum():
            self._typed = ""
            return
        event.stop()
        for typed in (self._typed + letter, letter):
            word = next((word for word in self.words if word.startswith(typed)), None)
            if word is not None:
                self._typed = typed
                self._choose(word)
                return

    def on_blur(self) -> None:
        self._typed = ""

    def on_click(self, event: events.Click) -> None:
        word = event.style.meta.get("word")
        if word is not None:
            self._choose(word)


def ranked_codes(codes: Sequence[Code], query: str) -> list[Code]:
    """The codes that have every word of `query` in path, title or definition; those whose name starts with it first."""
    wanted = folded(query).split()

    def rank(code: Code) -> int:
        names = (folded(code.path), folded(code.path.rpartition(".")[2]), folded(code.title))
        if any(name.startswith(" ".join(wanted)) for name in names):
            return 0
        return 1 if all(any(word in name for name in names) for word in wanted) else 2

    found = [c for c in codes if all(word in folded(f"{c.path} {c.title} {c.definition}") for word in wanted)]
    return sorted(found, key=rank)


class CodeInput(SafeInput):
    """The text field of a picker: up, down and enter are about its codes; it says when backspace is pressed while it is empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "next code", id="codes.next"),
        Binding("up", "move(-1)", "previous code", id="codes.previous"),
        Binding("enter", "take", "take the code", id="codes.take"),
    ]
    HELP_TITLE = "codes"
    HELP = "Type a few letters of a code; up and down choose, enter takes it, backspace in the empty field removes the last."

    class Emptied(Message):
        """There is nothing left to delete in the field itself."""

    @property
    def _picker(self) -> CodePicker:
        return next(node for node in self.ancestors if isinstance(node, CodePicker))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While no codes are shown, `up` and `enter` go on to the form."""
        if action == "take" or (action == "move" and parameters == (-1,)):
            return self._picker.is_open or (action == "take" and self._picker.typed != "")
        return super().check_action(action, parameters)

    def action_move(self, by: int) -> None:
        self._picker.move(by)

    def action_take(self) -> None:
        self._picker.take()

    def action_delete_left(self) -> None:
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Emptied())


class CodePicker(ColumnBox):
    """Codes chosen by typing; the chosen ones stand before the input, the fitting ones below it while one types."""

    DEFAULT_CSS = """
    CodePicker { height: auto; }
    CodePicker > Horizontal { height: auto; }
    CodePicker .chosen { width: auto; max-width: 70%; height: auto; color: $secondary; text-style: bold; padding-right: 1; }
    CodePicker .chosen.-none { display: none; }
    CodePicker Input { width: 1fr; }
    CodePicker OptionList { display: none; height: auto; max-height: 5; }
    CodePicker.-open OptionList { display: block; }
    """
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("codes.next",), "list all"),
        Hint(("codes.take",), "take it"),
        Hint(("form.save",), "save"),
        Hint(("form.leave",), "back, draft kept"),
        Hint(("app.focus-next",), "next field"),
        Hint(("form.discard",), "discard"),
        Hint(("app.help",), "help"),
    )

    @dataclass
    class Changed(Message):
        """Codes were added or removed."""

        picker: CodePicker
        codes: tuple[str, ...]

        @property
        def control(self) -> CodePicker:
            return self.picker

    @dataclass
    class Typed(Message):
        """Other letters stand in the field: no code yet."""

        picker: CodePicker
        text: str

        @property
        def control(self) -> CodePicker:
            return self.picker

    @dataclass
    class NotTaken(Message):
        """Words were typed and left there; `fitting` says whether any code has them."""

        picker: CodePicker
        typed: str
        fitting: bool

        @property
        def control(self) -> CodePicker:
            return self.picker

    @dataclass
    class Reached(Message):
        """The highlight came to a code: its definition is wanted."""

        code: Code | None

    def __init__(
        self,
        codes: Sequence[Code],
        chosen: tuple[str, ...],
        *,
        single: bool = False,
        hint: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._codes = tuple(codes)
        self.chosen = chosen
        self._single = single
        self._hint = hint
        self._fitting: list[Code] = []
        self._listed_for = ""  # what was typed when they were listed

    def compose(self) -> ComposeResult:
        with RowBox():
            yield Static(self._listed(), classes="chosen" if self.chosen else "chosen -none", markup=False)
            yield CodeInput(placeholder="" if self.chosen else self._hint, compact=True)
        fitting = MarkedList(compact=True, markup=False)
        fitting.can_focus = False
        yield fitting

    @property
    def typed(self) -> str:
        """The letters in the field, which are no code yet."""
        return self.query_one(Input).value

    def set_chosen(self, chosen: tuple[str, ...]) -> None:
        """Shows other codes without saying that they changed."""
        if chosen == self.chosen:
            return
        self.chosen = chosen
        self.query_one(Input).placeholder = "" if self.chosen else self._hint
        static = self.query_one(".chosen", Static)
        static.set_class(not self.chosen, "-none")
        static.update(self._listed())

    def set_typed(self, text: str) -> None:
        """Shows other letters in the field without saying that they changed, and no codes."""
        self.remove_class("-open")
        with self.prevent(Input.Changed):
            self.query_one(Input).value = text

    def _listed(self) -> Content:
        return Content(" ".join(line(code) for code in self.chosen))

    def _change(self, chosen: tuple[str, ...]) -> None:
        self.set_chosen(chosen)
        self.post_message(self.Changed(self, chosen))

    def _refill(self, query: str) -> None:
        self._listed_for = self.typed
        self._fitting = [code for code in ranked_codes(self._codes, query) if code.path not in self.chosen]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            [Option(Content.assemble((code.path, "bold"), f"  {line(code.title)}")) for code in self._fitting]
        )
        options.highlighted = 0 if self._fitting else None
        self._say()

    def _say(self) -> None:
        at = self.query_one(OptionList).highlighted
        self.post_message(self.Reached(self._fitting[at] if at is not None and self._fitting else None))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self, self.typed))
        if self.typed or self.is_open:
            self._open()

    def on_descendant_focus(self) -> None:
        code = next((c for c in self._codes if c.path == self.chosen[-1]), None) if self.chosen else None
        if self.typed:
            self._open()
        elif code is not None:
            self.post_message(self.Reached(code))

    def on_descendant_blur(self) -> None:
        """What is not taken stays, for whoever comes back or saves."""
        self._say_unknown()
        self.remove_class("-open")

    def _say_unknown(self) -> None:
        """Typed words that are not taken do not go without a word."""
        typed = self.typed.strip()
        if typed:
            self.post_message(self.NotTaken(self, typed, bool(self._fitting)))

    def _open(self) -> None:
        self.add_class("-open")
        self._refill(self.typed)

    @property
    def is_open(self) -> bool:
        """Whether the fitting codes are shown."""
        return self.has_class("-open")

    def move(self, by: int) -> None:
        """Opens the list of codes, or goes on in it; the list of all where none has what was typed."""
        options = self.query_one(OptionList)
        if self.is_open and self._fitting:
            options.highlighted = ((options.highlighted or 0) + by) % len(self._fitting)
            self._say()
            return
        self._open()
        if not self._fitting:
            self._refill("")

    def take(self) -> None:
        """The highlighted code is meant."""
        if self.typed != self._listed_for:
            self._open()  # of keys that come in one breath the field has not told yet
        at = self.query_one(OptionList).highlighted
        if at is None or not self._fitting:
            self._say_unknown()
            return
        code = self._fitting[at]
        self.set_typed("")
        self.post_message(self.Typed(self, ""))
        self._change((code.path,) if self._single else (*self.chosen, code.path))
        self.post_message(self.Reached(code))
        if self._single:  # what is typed next shall not take the place of what was just chosen
            self.screen.focus_next()

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.take()

    @on(CodeInput.Emptied)
    def _remove_last(self, event: CodeInput.Emptied) -> None:
        event.stop()
        if self.chosen:
            self._change(self.chosen[:-1])

"""What is found by typing: one of many things, and in the palette every action there is where one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reviewer.text import folded
from reviewer.tui.bars import described, key_shown, rank_of
from reviewer.tui.inputs import SafeInput
from reviewer.tui.marked_list import MarkedList
from reviewer.tui.modal import Modal
from reviewer.tui.shown import line

_T = TypeVar("_T")
_KEYS, _LEAST = 12, 16  # cells of the column of keys, and of what they do


@dataclass(frozen=True, slots=True)
class Command:
    """An action as the palette lists it; `node` is where it runs, `id` what the configuration calls it ("" for Textual's own)."""

    text: str
    keys: str
    action: str
    node: DOMNode
    id: str = ""


@dataclass(frozen=True, slots=True)
class Choice(Generic[_T]):
    """One of many: what it is, how it is listed, and the folded text in which it is found."""

    value: _T
    prompt: Content
    haystack: str


def commands_of(screen: Screen[Any]) -> list[Command]:
    """Every described binding that works now, the focused widget's first; those of several keys once."""
    commands: dict[tuple[str, str], Command] = {}
    for active in sorted(screen.active_bindings.values(), key=lambda active: rank_of(active.binding)):
        binding = active.binding
        if not active.enabled or not binding.description or binding.system or binding.action == "palette":
            continue
        at = (described(binding), binding.action)
        keys = key_shown(binding.key)
        old = commands.get(at)
        keys = f"{old.keys} {keys}" if old else keys
        commands[at] = Command(described(binding), keys, binding.action, active.node, binding.id or "")
    return list(commands.values())


class Search(Modal[_T | None]):
    """Something out of many, found by typing some of its words; gives it, None on escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", id="palette.back"),
        Binding("down", "move(1)", "next", show=False, id="palette.next"),
        Binding("up", "move(-1)", "previous", show=False, id="palette.previous"),
    ]

    def __init__(self, choices: Sequence[Choice[_T]], *, question: str = "", typing: str, doing: str) -> None:
        """`typing` stands in the empty field, `doing` says what enter does."""
        super().__init__()
        self._choices = tuple(choices)
        self._shown = self._choices
        self._words = question, typing, doing

    def compose(self) -> ComposeResult:
        question, typing, doing = self._words
        with Vertical(classes="dialog palette") as frame:
            frame.border_subtitle = f"⏎ {doing} · esc back"
            if question:
                yield Static(Content(line(question)), classes="question")
            yield SafeInput(placeholder=typing, compact=True)
            options = MarkedList(compact=True, markup=False)
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        self._fill("")

    def prompt_of(self, choice: Choice[_T]) -> Content:
        """How it is listed."""
        return choice.prompt

    def _fill(self, query: str) -> None:
        wanted = folded(query).split()
        self._shown = tuple(choice for choice in self._choices if all(word in choice.haystack for word in wanted))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self.prompt_of(choice)) for choice in self._shown])
        options.highlighted = 0 if self._shown else None

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        if self._shown:
            options.highlighted = ((options.highlighted or 0) + by) % len(self._shown)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _take(self) -> None:
        at = self.query_one(OptionList).highlighted
        self.dismiss(self._shown[at].value if at is not None and self._shown else None)


class Palette(Search[Command]):
    """The commands there are."""

    def __init__(self, commands: Sequence[Command]) -> None:
        choices = [
            Choice(
                command,
                Content.assemble(command.text, (f"  {command.id}", "$muted")),
                folded(f"{command.text} {command.keys} {command.id}"),
            )
            for command in commands
        ]
        super().__init__(choices, typing="type what you want to do", doing="does it")

    def on_resize(self) -> None:
        """Laid out anew for the width there is."""
        self.call_after_refresh(self._fill_again)

    def _fill_again(self) -> None:
        if self.stands:
            options = self.query_one(OptionList)
            at = options.highlighted
            self._fill(self.query_one(SafeInput).value)
            options.highlighted = at

    def prompt_of(self, choice: Choice[Command]) -> Content:
        """What it does hangs beside its keys."""
        keys = f"{choice.value.keys:>{_KEYS}}  "
        room = self.query_one(OptionList).outer_size.width - 2 - cell_len(keys)  # between the mark and the bar
        rows = [row.rstrip() for row in choice.prompt.wrap(room)] if room >= _LEAST else [choice.prompt]
        return Content.assemble((keys, "bold $accent"), Content(f"\n{' ' * cell_len(keys)}").join(rows))

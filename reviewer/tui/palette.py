"""The palette: every action there is where one is, found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from reviewer.text import folded
from reviewer.tui.bars import described, key_shown, rank_of
from reviewer.tui.inputs import SafeInput
from reviewer.tui.marked_list import MarkedList
from reviewer.tui.modal import Modal


@dataclass(frozen=True, slots=True)
class Command:
    """An action as the palette lists it; `node` is where it runs, `id` what the configuration calls it ("" for Textual's own)."""

    text: str
    keys: str
    action: str
    node: DOMNode
    id: str = ""


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


class Palette(Modal[Command | None]):
    """Gives the command chosen; None on escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", id="palette.back"),
        Binding("down", "move(1)", "next", show=False, id="palette.next"),
        Binding("up", "move(-1)", "previous", show=False, id="palette.previous"),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = tuple(commands)
        self._shown = self._commands

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog palette") as frame:
            frame.border_subtitle = "⏎ does it · esc back"
            yield SafeInput(placeholder="type what you want to do", compact=True)
            options = MarkedList(compact=True, markup=False)
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        self._fill("")

    def _fill(self, query: str) -> None:
        wanted = folded(query).split()
        self._shown = tuple(c for c in self._commands if all(w in folded(f"{c.text} {c.keys} {c.id}") for w in wanted))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            [
                Option(Content.assemble((f"{c.keys:>12}  ", "bold $accent"), c.text, (f"  {c.id}", "$muted")))
                for c in self._shown
            ]
        )
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
        self.dismiss(self._shown[at] if at is not None and self._shown else None)

"""Help for where one is: the keys of the focused widget first, then of the screen, then of everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import DataTable, OptionList

from reviewer.tui.bars import described, key_shown

_KEYS, _FEW = 16, 10  # cells of the column of keys, and where there is little room
_ROOMY = 60


@dataclass(frozen=True, slots=True)
class Part:
    """What one widget or the screen has to say: its name, its sentence, and what its keys do (description → keys as written)."""

    title: str
    sentence: str
    keys: Mapping[str, Sequence[str]]


def help_of(screen: Screen[Any]) -> list[Part]:
    """What can be pressed now and what it does, widget by widget from the focus outwards, each with its own `HELP` sentence.

    Of each first how one moves, then what one does, in the order of its `HELP_ORDER`; what Textual's fields bring comes last.
    """
    listed = [
        a for a in screen.active_bindings.values() if a.enabled and a.binding.description and not _hidden(a.binding)
    ]
    groups: dict[tuple[DOMNode, bool], list[Binding]] = {
        (active.node, further): [] for further in (False, True) for active in listed if _is_further(active) is further
    }
    for active in listed:
        groups[active.node, _is_further(active)].append(active.binding)
    parts = []
    for (node, further), bindings in groups.items():
        first = not further or (node, False) not in groups
        title = _title(node) if first else f"{_title(node)}: further keys"
        parts.append(Part(title, node.HELP or "" if first else "", _said(node, bindings)))
    return parts


def _said(node: DOMNode, bindings: Sequence[Binding]) -> Mapping[str, Sequence[str]]:
    """What the keys of a widget do; those that do the same together, in our words where we have some."""
    order: Sequence[str] = getattr(node, "HELP_ORDER", ())
    places = {identity: at for at, identity in enumerate(order)}
    in_order = sorted(bindings, key=lambda b: (not _moves(node, b), places.get(b.id or "", len(order))))
    by_action: dict[str, list[Binding]] = {}
    for binding in in_order:
        by_action.setdefault(binding.action, []).append(binding)
    said: dict[str, list[str]] = {}
    for alike in by_action.values():
        ours = next((binding for binding in alike if binding.id), alike[0])
        said.setdefault(described(ours), []).extend(key_shown(binding.key) for binding in alike)
    return said


def laid_out(parts: Sequence[Part], width: int) -> Content:
    """The help in lines of at most `width` cells; what a key does hangs beside the keys."""
    column = _KEYS if width >= _ROOMY else _FEW
    said: list[str | tuple[str, str]] = []
    for part in parts:
        said.append((f"{part.title}\n", "bold underline"))
        said += [(f"{row}\n", "italic") for row in _rows(part.sentence, width)]
        for description, names in part.keys.items():
            keys = f"{' '.join(dict.fromkeys(names)):>{column}}  "
            first, *more = _rows(description, max(_FEW, width - cell_len(keys)))
            said += [(keys, "bold $accent"), f"{first}\n", *(f"{' ' * cell_len(keys)}{row}\n" for row in more)]
        said.append("\n")
    return Content.assemble(*said).rstrip()


def _rows(text: str, width: int) -> list[str]:
    return [row.plain.rstrip() for row in Content(text).wrap(max(1, width))] if text else []


def _hidden(binding: Binding) -> bool:
    """What Textual binds for itself, the scrolling and copying that each of its widgets inherits, moves that select as `v` and moving do."""
    scrolls = binding.action.startswith(("scroll_", "page_left", "page_right", "screen.copy_text"))
    return binding.system or scrolls or (binding.id or "").startswith("pane.extend-")


def _moves(node: DOMNode, binding: Binding) -> bool:
    """Whether it brings one to another place: what has no room in footers, and what Textual's lists bring."""
    if not binding.id:
        return isinstance(node, OptionList | DataTable)
    return not binding.show and binding.key != "escape"


def _is_further(active: ActiveBinding) -> bool:
    return not active.binding.id and not _moves(active.node, active.binding)


def _title(node: DOMNode) -> str:
    """`DocumentPane` as `document pane`; the widget's own word for itself where it has one."""
    given: str = getattr(node, "HELP_TITLE", "")
    if given:
        return given
    name = type(node).__name__
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()

"""Help for where one is: the keys of the focused widget first, then of the screen, then of everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from reviewer.tui.bars import described, key_shown, rank_of

_KEYS, _FEW = 16, 10  # cells of the column of keys, and where there is little room
_ROOMY = 60


@dataclass(frozen=True, slots=True)
class Part:
    """What one widget or the screen has to say: its name, its sentence, and what its keys do (description → keys as written)."""

    title: str
    sentence: str
    keys: Mapping[str, Sequence[str]]


def help_of(screen: Screen[Any]) -> list[Part]:
    """What can be pressed now and what it does, widget by widget from the focus outwards, each with its own `HELP` sentence."""
    listed = [
        a for a in screen.active_bindings.values() if a.enabled and a.binding.description and not _hidden(a.binding)
    ]
    groups: dict[tuple[DOMNode, bool], dict[str, list[str]]] = {
        (active.node, further): defaultdict(list)
        for further in (False, True)  # what Textual's fields and lists bring comes last
        for active in listed
        if (rank_of(active.binding) == 2) is further
    }
    for active in sorted(listed, key=lambda active: rank_of(active.binding)):
        keys = groups[active.node, rank_of(active.binding) == 2]
        keys[described(active.binding)].append(key_shown(active.binding.key))
    parts = []
    for (node, further), named in groups.items():
        first = not further or (node, False) not in groups
        title = _title(node) if first else f"{_title(node)}: further keys"
        parts.append(Part(title, node.HELP or "" if first else "", named))
    return parts


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
    """What Textual binds for itself, and the scrolling that every one of its widgets inherits."""
    return binding.system or binding.action.startswith(("scroll_", "page_left", "page_right"))


def _title(node: DOMNode) -> str:
    """`DocumentPane` as `document pane`; the widget's own word for itself where it has one."""
    given: str = getattr(node, "HELP_TITLE", "")
    if given:
        return given
    name = type(node).__name__
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()

"""Help for where one is: the keys of the focused widget first, then of the screen, then of everywhere."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from reviewer.tui.bars import described, key_shown, rank_of


def help_text(screen: Screen[Any]) -> Content:
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
    parts: list[str | tuple[str, str]] = []
    for (node, further), named in groups.items():
        first = not further or (node, False) not in groups
        parts.append((f"{_title(node)}{'' if first else ': further keys'}\n", "bold underline"))
        if node.HELP and first:
            parts.append((f"{node.HELP}\n", "italic"))
        for description, names in named.items():
            parts.append((f"{' '.join(dict.fromkeys(names)):>16}  ", "bold $accent"))
            parts.append(f"{description}\n")
        parts.append("\n")
    return Content.assemble(*parts).rstrip()


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

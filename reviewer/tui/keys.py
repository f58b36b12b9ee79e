"""Keys that a person has moved: whether there is such a binding, such a key, and what else the key does there.

Looking at every binding loads every screen, so it is done in a worker, and only where the configuration moves keys.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys

from reviewer.tui.bars import character_of

_NAMED = frozenset(str(key.value) for key in Keys)
_MODIFIERS = frozenset(("ctrl", "shift", "alt", "super", "hyper", "meta"))
_PLACES = {  # what has the focus, and the screen around it: their bindings hold together
    "in a text": ("DocumentPane", "PairScreen"),
    "in a list": ("RowList", "PairScreen"),
    "in the form": ("DifferenceForm",),
    "on the board": ("EventList", "BoardScreen"),
    "in the table of utterances": ("MatrixTable", "MatrixScreen"),
    "in the list of codes": ("MeasureList", "AgreementScreen"),
    "before importing": ("ImportScreen",),
}


def node_classes() -> dict[str, type[DOMNode]]:
    """Every screen and widget of this room by name."""
    package = importlib.import_module(__package__)
    return {
        name: value
        for module in pkgutil.iter_modules(package.__path__, f"{__package__}.")
        for name, value in vars(importlib.import_module(module.name)).items()
        if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__.startswith(f"{__package__}.")
    }


def bindings_of(node: type[DOMNode]) -> Iterator[Binding]:
    """What a class of ours binds, its bases of ours included, with a stable id."""
    for base in node.__mro__:
        if base.__module__.startswith(f"{__package__}."):
            yield from (b for b in vars(base).get("BINDINGS", ()) if isinstance(b, Binding) and b.id)


def problems_of(keys: Mapping[str, str]) -> list[str]:
    """One line each for what is wrong with moved keys (binding id → keys, comma between them)."""
    classes = node_classes()
    known = {str(binding.id) for node in classes.values() for binding in bindings_of(node)}
    problems = []
    unknown = [identity for identity in keys if identity not in known]
    if unknown:
        listed = ", ".join(f"{name}{_meant(name, known)}" for name in unknown)
        problems.append(f"configuration: no binding is called {listed}")
    wrong = [f"{key!r} for {identity}" for identity, value in keys.items() for key in _split(value) if not _is_key(key)]
    if wrong:
        problems.append(f"configuration: there is no key {', '.join(wrong)}")
    clashes: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for place, names in _PLACES.items():
        nodes = [classes[name] for name in (*names, "ReviewerApp")]
        for key, ids in _clashes(nodes, keys):
            clashes.setdefault((key, ids), []).append(place)
    for (key, ids), places in clashes.items():
        problems.append(f"configuration: one key ({key}) for {', '.join(ids)} {', '.join(places)}; move one of them")
    return problems


def _meant(name: str, known: set[str]) -> str:
    close = get_close_matches(name, known, 1)
    return f" ({close[0]}?)" if close else ""


def _split(value: str) -> list[str]:
    return [key.strip() for key in value.split(",") if key.strip()] or [","]


def _is_key(key: str) -> bool:
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    return _MODIFIERS.issuperset(modifiers) and (len(name) == 1 or name in _NAMED or character_of(name) is not None)


def _clashes(nodes: list[type[DOMNode]], moved: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Keys that a moved binding shares with another one which the user did not have on it before."""
    at: dict[str, set[str]] = {}
    given: dict[str, set[str]] = {}
    for node in nodes:
        for binding in bindings_of(node):
            identity = str(binding.id)
            for key in _split(binding.key):
                given.setdefault(_written(key), set()).add(identity)
            for key in _split(moved.get(identity, binding.key)):
                at.setdefault(_written(key), set()).add(identity)
    for key, ids in at.items():
        if len(ids) > 1 and ids - given.get(key, set()):
            yield key, tuple(sorted(ids))


def _written(key: str) -> str:
    """A key by its character where it has one: `slash` and `/` are the same."""
    return character_of(key) or key

"""From the nodes of a YAML file to values, with the line of whatever is wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Any

from reviewer.errors import ReviewerError
from reviewer.files import Mapping, Node, Scalar, Sequence, to_plain

Where = str | os.PathLike[str] | None
_INTEGER = re.compile(r"-?[0-9]{1,12}")


class Fields:
    """One mapping of a file: its keys asked for by name and kind; raises ReviewerError with file and line.

    Text stays text whatever it looks like; a key that is absent or written as nothing gives the default.
    """

    __slots__ = ("items", "line", "node", "where")

    def __init__(self, node: Node | None, where: Where, what: str) -> None:
        if not isinstance(node, Mapping):
            line = node.line if node is not None else None
            raise ReviewerError(f"{what} is no mapping", where=where, line=line, hint="write it as `key: value` lines")
        self.node = node
        self.items = node.items
        self.line = node.line
        self.where = where

    def refuse(self, what: str, key: str | None = None, hint: str = "") -> ReviewerError:
        node = self.items.get(key) if key is not None else None
        return ReviewerError(what, where=self.where, line=node.line if node is not None else self.line, hint=hint)

    def need(self, key: str, what: str) -> str:
        """A text that must be there and not empty."""
        value = self.text(key)
        if not value:
            raise self.refuse(f"{what} has no {key}", hint=f"add `{key}: …`")
        return value

    def text(self, key: str, default: str = "") -> str:
        node = self.items.get(key)
        if type(node) is Scalar:
            return node.value if node.style or node.value not in ("", "~") else default
        if node is None:
            return default
        raise self.refuse(f"{key} is no text", key, "write one text")

    def optional(self, key: str) -> str | None:
        return None if self.is_null(key) else self.text(key)

    def is_null(self, key: str) -> bool:
        """Whether the key is absent or written as nothing."""
        node = self.items.get(key)
        return node is None or (isinstance(node, Scalar) and node.is_null)

    def lines(self, key: str) -> str:
        """A text of several lines; the line break that ends a `|` block is not part of it."""
        value = self.text(key)
        node = self.items.get(key)
        if isinstance(node, Scalar) and node.style in ("|", ">") and value.endswith("\n") and value[-2:] != "\n\n":
            return value[:-1]
        return value

    def integer(self, key: str, default: int | None = None) -> int:
        node = self.items.get(key)
        if node is None and default is not None:
            return default
        if type(node) is Scalar and _INTEGER.fullmatch(node.value):
            return int(node.value)
        raise self.refuse(f"{key} is no whole number" if node is not None else f"{key} is missing", key)

    def truth(self, key: str, default: bool) -> bool:
        node = self.items.get(key)
        if node is None:
            return default
        if isinstance(node, Scalar) and node.value in ("true", "false"):
            return node.value == "true"
        raise self.refuse(f"{key} is neither true nor false", key)

    def choice(self, key: str, choices: Iterable[str], default: str | None = None) -> Any:
        """One of `choices` (their type is the caller's to know)."""
        node = self.items.get(key)
        if node is None and default is not None:
            return default
        if type(node) is Scalar and node.value in choices:
            return node.value
        hint = f"one of {', '.join(choices)}"
        raise self.refuse(f"{key} is none that is known" if node is not None else f"{key} is missing", key, hint)

    def sequence(self, key: str) -> list[Node]:
        node = self.items.get(key)
        if type(node) is Sequence:
            return node.items
        if node is None or (isinstance(node, Scalar) and node.is_null):
            return []
        raise self.refuse(f"{key} is no list", key, "write a list")

    def texts(self, key: str) -> tuple[str, ...]:
        found = []
        for node in self.sequence(key):
            if type(node) is not Scalar:
                raise ReviewerError(f"{key} holds something that is no text", where=self.where, line=node.line)
            found.append(node.value)
        return tuple(found)

    def fields(self, key: str) -> Fields:
        if key not in self.items:
            raise self.refuse(f"{key} is missing", hint=f"add `{key}:`")
        return Fields(self.items[key], self.where, key)

    def unknown(self, known: frozenset[str]) -> dict[str, Any]:
        """What stands here under keys that the program does not know, to be written back as it came."""
        if self.items.keys() <= known:
            return {}
        return {key: to_plain(node) for key, node in self.items.items() if key not in known}

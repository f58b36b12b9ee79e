"""The filter typed over a list: words, and fields as `status:open code:entman side:left`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.text import folded

_TERM = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))')
FIELDS = ("analyst", "code", "flag", "relation", "role", "side", "speaker", "status", "verdict")


@dataclass(frozen=True, slots=True)
class Filter:
    """Every word must occur; every field must start with one of its values; a leading `-` turns a term round."""

    words: tuple[tuple[bool, str], ...] = ()
    fields: tuple[tuple[bool, str, str], ...] = field(default=())

    def accepts(self, haystack: str, values: Mapping[str, frozenset[str]]) -> bool:
        """`haystack` is folded text, `values` the folded values of each field a row has."""
        return all((word in haystack) is wanted for wanted, word in self.words) and all(
            _has(values.get(name, frozenset()), value) is wanted for wanted, name, value in self.fields
        )

    def found(self, haystack: str) -> int | None:
        """Which of the terms folded text has, as bits, for what is in several texts together; None where it has one that must not be."""
        hits = 0
        for at, (wanted, word) in enumerate(self.words):
            if (word in haystack) is wanted:
                hits |= 1 << at
            elif not wanted:
                return None
        return hits

    @property
    def all_found(self) -> int:
        """What `found` gives where every term is met; of fields it knows nothing, so that none is where there are some."""
        return (1 << (len(self.words) + any(wanted for wanted, _, _ in self.fields))) - 1

    def __bool__(self) -> bool:
        return bool(self.words or self.fields)


def _has(values: frozenset[str], wanted: str) -> bool:
    """A code's branch or its last part will do: `entman`, `entman.cause` and `cause` all find `entman.cause`."""
    return any(value.startswith(wanted) or f".{wanted}" in value or f" {wanted}" in value for value in values)


def parse_filter(query: str) -> Filter:
    """Never raises: a field nobody knows is taken as words."""
    words: list[tuple[bool, str]] = []
    fields: list[tuple[bool, str, str]] = []
    for minus, name, quoted, bare in _TERM.findall(query.strip()):
        value = folded(quoted or bare)
        if not value:
            continue
        if name in FIELDS:
            fields.append((not minus, name, value))
        else:
            words.append((not minus, f"{name}:{value}" if name else value))
    return Filter(tuple(words), tuple(fields))

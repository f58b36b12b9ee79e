"""What was once worked out of a word, kept while there is room: a text says most of its words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")

MOST = 1 << 18  # strings kept; when there are more, all are forgotten
LONGEST = 64  # code points of a string that is kept: no word, and few gaps, have more


class Known(dict[str, V]):
    """The values of strings; `make` makes one that is not known yet."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[str], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> V:
        value = self._make(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = value
        return value

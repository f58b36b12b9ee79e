"""The words of an article in their matching form, and how much a shared word tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from reviewer.comparison.vocabulary import COMMON, FUNCTION
from reviewer.text import folded

# Initials (U.S., I.R.S.), words with an inner apostrophe, numbers with points and commas.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’][^\W\d_]+|[.,]\d+)*")
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAS_IDEOGRAPHS = re.compile(f"[{_IDEOGRAPH}]")
_WORD_OR_IDEOGRAPH = re.compile(f"[{_IDEOGRAPH}]|(?:(?![{_IDEOGRAPH}])\\w)+(?:['’][^\\W\\d_]+|[.,]\\d+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: matching keys and their offsets in it (code points, half-open)."""

    keys: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of words that begin in `[start, end)`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The matching form of one word: folded, initials without points, thousands without commas."""
    form = folded(word)
    if "." in form and not form[0].isdigit():
        form = form.replace(".", "")
    if "," in form:
        form = form.replace(",", "")
    return form


@lru_cache(maxsize=64)
def words_of(text: str) -> Words:
    """The words of `text`; ideographs and kana are a word each, since they are written without blanks."""
    pattern = _WORD_OR_IDEOGRAPH if _HAS_IDEOGRAPHS.search(text) else _WORD
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in pattern.finditer(text):
        keys.append(key(match.group()))
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    return Words(keys, starts, ends)


def tier(word: str) -> float:
    """How much a shared `word` tells by itself: grammar little, everyday words some, all others 1."""
    if word in FUNCTION:
        return 0.22
    if word in COMMON or len(word) == 1:
        return 0.6
    return 1.0


class Weights:
    """Evidence per word of a pair: its tier, damped by how often the two articles use it."""

    __slots__ = ("_counts", "_known")

    def __init__(self, left: list[str], right: list[str]) -> None:
        self._counts = Counter(left)
        self._counts.update(right)
        self._known: dict[str, float] = {}

    def __getitem__(self, word: str) -> float:
        weight = self._known.get(word)
        if weight is None:
            weight = tier(word) / (1.0 + 0.35 * max(0.0, log2(self._counts[word] / 2.0 or 1.0)))
            self._known[word] = weight
        return weight

    def of(self, keys: list[str], start: int, end: int) -> float:
        """The evidence of the words `keys[start:end]`."""
        return sum(self[word] for word in keys[start:end])

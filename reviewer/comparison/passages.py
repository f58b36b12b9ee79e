"""How much of an article is common to both, so that what remains is the outlet's own."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.comparison.words import words_of
from reviewer.text import Span


def common_share(text: str, parts: Iterable[Span]) -> float:
    """The share of the words of `text` that lie in `parts`, 0–1; 0 for a text without words."""
    words = words_of(text)
    if not words:
        return 0.0
    covered = bytearray(len(words))
    for part in parts:
        start, end = words.range(part.start, part.end)
        covered[start:end] = b"\x01" * (end - start)
    return sum(covered) / len(words)

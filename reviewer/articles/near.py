"""Near-copies: texts that share most of their word fives, found by a sketch of each (Broder 1997, bottom-k)."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from heapq import nsmallest
from zlib import crc32

from reviewer.text import folded

SKETCH = 128
PROBES = 8  # of two near-copies the chance to share none of them is below one in a thousand
NEAR = 0.6
_MOST = 50  # articles that hold one hash; of more copies of one text the first are enough
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=2)
def sketch(text: str) -> array[int]:
    """The smallest hashes of a text's shingles of five words, ascending."""
    words = _WORD.findall(folded(text))
    shingles = {" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))} if words else set()
    return array("I", nsmallest(SKETCH, {crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in shingles}))


def likeness(left: Sequence[int], right: Sequence[int]) -> float:
    """The estimated share of shingles that two texts have in common (Jaccard), 0–1."""
    union = nsmallest(SKETCH, set(left) | set(right))
    if not union:
        return 0.0
    both = set(left) & set(right)
    return sum(value in both for value in union) / len(union)


class Copies:
    """The sketches of an event's articles; asks only those that share one of a text's smallest hashes."""

    def __init__(self) -> None:
        self._sketches: dict[str, array[int]] = {}
        self._holders: dict[int, str | list[str]] = {}  # of a hash: nearly always one article, which then needs no list

    def add(self, article: str, text: str) -> None:
        self._sketches[article] = sketch(text)
        for value in self._sketches[article][:PROBES]:
            held = self._holders.setdefault(value, article)
            if isinstance(held, list):
                held += [article] * (len(held) < _MOST)
            elif held != article:
                self._holders[value] = [held, article]

    def _held(self, value: int) -> list[str]:
        held = self._holders.get(value, [])
        return [held] if isinstance(held, str) else held

    def like(self, article: str, text: str) -> float:
        """How like `text` is to an article that was added, 0–1."""
        return likeness(sketch(text), self._sketches[article])

    def nearest(self, text: str, *, but: str) -> str | None:
        """The article most like `text`, if it is a near-copy; `but` is not considered."""
        own = sketch(text)
        shared = Counter(holder for value in own[:PROBES] for holder in self._held(value) if holder != but)
        best = max(
            ((likeness(own, self._sketches[name]), name) for name, _ in shared.most_common(5)), default=(0.0, "")
        )
        return best[1] if best[0] >= NEAR else None

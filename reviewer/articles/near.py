"""Near-copies: texts that share most of their word fives, found by a small sketch of each in arrays, not objects.

The sketch is one-permutation hashing (Li, Owen and Zhang 2012): the smallest shingle hash of each of `BINS` ranges, of which
eight bits are kept (Li and König 2010).  Candidates are the texts that share one of the smallest hashes of all (Broder 1997).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from zlib import crc32

from reviewer.text import folded

BINS = 128
PROBES = 8  # of two near-copies the chance to share none of them is below one in a thousand
NEAR = 0.6
_MOST = 50  # articles that hold one hash; of more copies of one text the first are enough
_CHANCE = 1 / 255  # that two different hashes look alike in eight bits, of which zero means an empty range
_WORD = re.compile(r"\w+")


class Sketch(NamedTuple):
    """`probes` are the smallest hashes of a text's shingles of five words; `bins` has eight bits for each range."""

    probes: tuple[int, ...]
    bins: bytes


@lru_cache(maxsize=2)
def sketch(text: str) -> Sketch:
    words = _WORD.findall(folded(text))
    shingles = {" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))} if words else set()
    hashes = sorted({crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in shingles})
    bins = bytearray(BINS)
    for value in reversed(hashes):  # so that the smallest of a range stays
        bins[value * BINS >> 32] = 1 + value % 255
    return Sketch(tuple(hashes[:PROBES]), bytes(bins))


def likeness(left: bytes | bytearray, right: bytes | bytearray) -> float:
    """The estimated share of shingles that two texts have in common (Jaccard), 0–1, from the bins of both."""
    one, other = int.from_bytes(left), int.from_bytes(right)  # all bins at once
    alike, empty = (one ^ other).to_bytes(BINS).count(0), (one | other).to_bytes(BINS).count(0)
    if empty == BINS:
        return 0.0
    return max(0.0, ((alike - empty) / (BINS - empty) - _CHANCE) / (1 - _CHANCE))


class Holders:
    """Who holds a number: a hash table with chains, in arrays, a fifth of what a dict of integers takes.

    `typecode` is the array's for the keys ("I" for 32 bits, "Q" for 64); holders are numbers below 2³².
    """

    def __init__(self, typecode: str) -> None:
        self._keys = array(typecode)
        self._holders = array("I")
        self._next = array("I")  # the entry below in the chain, counted from 1; 0 ends it
        self._heads = array("I", bytes(4 * 64))

    def add(self, key: int, holder: int) -> None:
        self._keys.append(key)
        self._holders.append(holder)
        self._next.append(0)
        if len(self._keys) > len(self._heads):
            self._heads = array("I", bytes(8 * len(self._heads)))
            for entry, one in enumerate(self._keys):
                self._chain(entry, one)
        else:
            self._chain(len(self._keys) - 1, key)

    def _chain(self, entry: int, key: int) -> None:
        slot = key & (len(self._heads) - 1)
        self._next[entry] = self._heads[slot]
        self._heads[slot] = entry + 1

    def of(self, key: int, *, most: int | None = None) -> list[int]:
        """Those who hold `key`, or the newest of them, in the order in which they came."""
        found: list[int] = []
        entry = self._heads[key & (len(self._heads) - 1)]
        while entry and len(found) != most:
            if self._keys[entry - 1] == key:
                found.append(self._holders[entry - 1])
            entry = self._next[entry - 1]
        return found[::-1]


class Copies:
    """The sketches of articles, which are numbered from 0 and may come in any order; asks only those that share one of a text's probes."""

    def __init__(self) -> None:
        self._bins = bytearray()
        self._probes = Holders("I")

    def add(self, article: int, text: str) -> None:
        """Takes note of a text, in place of what the article had before; a new article has the number of those before it."""
        own = sketch(text)
        self._bins.extend(bytes(max(0, article * BINS - len(self._bins))))  # of articles that were not sketched yet
        self._bins[article * BINS : (article + 1) * BINS] = own.bins
        for value in own.probes:
            held = self._probes.of(value)
            if article not in held and len(held) < _MOST:
                self._probes.add(value, article)

    def _of(self, article: int) -> bytearray:
        return self._bins[article * BINS : (article + 1) * BINS]

    def like(self, article: int, text: str) -> float:
        """How like `text` is to an article that was added, 0–1."""
        return likeness(sketch(text).bins, self._of(article))

    def sharing(self, text: str) -> Counter[int]:
        """The articles with which `text` shares its smallest hashes, and how many of them."""
        return Counter(holder for value in sketch(text).probes for holder in self._probes.of(value))

    def nearest(self, text: str, *, among: Callable[[int], bool]) -> int | None:
        """The article most like `text` of those that may be, if it is a near-copy."""
        own = sketch(text)
        shared = islice((one for one, _ in self.sharing(text).most_common() if among(one)), 5)
        best = max(((likeness(own.bins, self._of(one)), one) for one in shared), default=(0.0, -1))
        return best[1] if best[0] >= NEAR else None

"""How much a shared word tells: by the tier of its language, damped by how often the articles use it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from math import log2

from reviewer.comparison.known import Known
from reviewer.comparison.lexicon import Lexicon, lexicon
from reviewer.comparison.spelling import american
from reviewer.comparison.stems import stems

DAMPING = 0.35  # how fast a word that the articles repeat loses its weight


@cache
def tiers(words: Lexicon) -> Known[float]:
    """How much a shared word, or stem, of one language tells by itself: grammar little, everyday words some, all others 1.

    Of a language without words here, as if it were English.
    """
    if not words.code:
        return tiers(lexicon("en"))
    common, light = words.common, words.function
    if words.code == "en":
        common = common.union(american().get(word, word) for word in common)
    else:
        common, light = common.union(stems(common, words.code)), light.union(stems(light, words.code))
    return Known(partial(_tier, common=common, light=light, elided=bool(words.elisions)))


def _tier(word: str, common: frozenset[str], light: frozenset[str], *, elided: bool) -> float:
    plain = word.rpartition("'")[2] if elided else word  # l'eau
    return 0.22 if plain in light else 0.6 if plain in common or len(plain) == 1 else 1.0


class Weights(dict[str, float]):
    """Evidence per word of a pair: its tier, damped by how often the two articles use it."""

    __slots__ = ("_damped", "damping", "left", "right", "tiers")

    def __init__(self, left: Mapping[str, int], right: Mapping[str, int], language: Lexicon | None = None) -> None:
        """`left` and `right`: how often each article uses each word."""
        super().__init__()
        self.tiers = tiers(language or lexicon("en"))
        self.damping = DAMPING
        self.left, self.right = left, right
        self._damped: dict[float, Weights] = {}

    def damped(self, damping: float) -> Weights:
        """The same words with repeated ones damped otherwise."""
        if damping not in self._damped:
            self._damped[damping] = other = Weights(self.left, self.right)
            other.damping, other.tiers = damping, self.tiers
        return self._damped[damping]

    def __missing__(self, word: str) -> float:
        weight = self.tiers[word]
        uses = self.left.get(word, 0) + self.right.get(word, 0)
        if uses > 2:
            weight /= 1.0 + self.damping * log2(uses / 2.0)
        self[word] = weight
        return weight

    def of(self, keys: list[str], start: int, end: int) -> float:
        """The evidence of the words `keys[start:end]`."""
        return sum(map(self.__getitem__, keys[start:end]))

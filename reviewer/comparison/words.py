"""The words of an article in their matching form, and how much a shared word tells."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, compress, count
from math import log2

from reviewer.comparison.lexicon import Lexicon, lexicon
from reviewer.comparison.spelling import american
from reviewer.comparison.stems import stems
from reviewer.text import folded

# What goes on inside a word: after an apostrophe, in numbers with points and commas, in initials (U.S.).
_INNER = r"['’‘.,](?:(?<=['’‘])[^\W\d_]+|\d+|(?<=\b[^\W\d_].)[^\W\d_]\b)"
# Words, a bracketed first letter ([W]ill), signs of money and percent; most words end where the empty branch takes them.
_WORD = re.compile(rf"(\w+(?:{_INNER}(?:{_INNER})*|)|\[[^\W\d_]\][^\W\d_]+|[$€£¥%])")
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAS_IDEOGRAPHS = re.compile(f"[{_IDEOGRAPH}]")
_WORD_OR_IDEOGRAPH = re.compile(f"([{_IDEOGRAPH}]|(?:(?![{_IDEOGRAPH}])\\w)+(?:['’‘][^\\W\\d_]+|[.,]\\d+)*)")

KNOWN_WORDS = 1 << 18
LONG = 1 << 14  # words and what is between them
DAMPING = 0.35  # how fast a word that the articles repeat loses its weight


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: matching keys, their offsets in it (code points, half-open), and the first word of every
    sentence (roughly cut: a wrong cut costs a little evidence, nothing else)."""

    keys: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of words that begin in `[start, end)`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def key(word: str) -> str:
    """The matching form of one word: folded, initials without points, thousands without commas."""
    if word.isascii() and word.isalpha():
        return word.lower()
    form = folded(word)
    if "." in form and not form[0].isdigit():
        form = form.replace(".", "")
    if form[0] == "[":
        form = form[1] + form[3:]
    if "," in form:
        form = _THOUSANDS.sub("", form)
    return form


_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


class _Keys(dict[str, str]):
    """The matching form of every word met so far."""

    def __missing__(self, word: str) -> str:
        if len(self) >= KNOWN_WORDS:
            self.clear()
        form = self[word] = key(word)
        return form


_KEYS = _Keys()

_ALWAYS_ENDS = re.compile("[。！？\n]")
_MARK_AND_BLANK = re.compile(r"""[.!?…]["'”’»)\]]*\s[\s"'“‘«(\[–—-]*(.?)""")


# What a point shortens before a name or number, in the languages read here.
SHORTENED = frozenset(
    "mr mrs ms dr prof sen rep gov pres lt gen col sgt capt cpl cmdr maj adm rev hon st mt ft no sr sra dra mme mlle hr fr".split()
)


class _Gaps(dict[str, int]):
    """What each string between two words says of the sentence: 2 it ends there, 1 it does unless a small letter follows, 0."""

    def __missing__(self, gap: str) -> int:
        if len(self) >= KNOWN_WORDS:
            self.clear()
        ends = [2 if match[1] else 1 for match in _MARK_AND_BLANK.finditer(gap)]
        value = self[gap] = 2 if _ALWAYS_ENDS.search(gap) else max(ends, default=0)
        return value


_GAPS = _Gaps()


def _shortened(word: str) -> bool:
    """Whether a point after this word ends no sentence, as in "Mr. Roe" or "J. Roe"."""
    return (len(word) == 1 and word != "I") or word.lower() in SHORTENED


@lru_cache(maxsize=64)
def words_of(text: str) -> Words:
    """The words of `text`; ideographs and kana are a word each, since they are written without blanks."""
    pattern = _WORD_OR_IDEOGRAPH if _HAS_IDEOGRAPHS.search(text) else _WORD
    pieces = pattern.split(text)
    # lists are quicker to make, and of a long text nine times as large
    bounds = list(accumulate(map(len, pieces))) if len(pieces) < LONG else array("I", accumulate(map(len, pieces)))
    words = pieces[1::2]
    ends = list(map(_GAPS.__getitem__, pieces[:-1:2]))
    sentences = [
        at
        for at in compress(count(), ends)
        if ends[at] == 2 or not (words[at][0].islower() or (at and _shortened(words[at - 1])))
    ]
    if sentences[:1] != [0]:
        sentences.insert(0, 0)
    return Words(list(map(_KEYS.__getitem__, words)), bounds[:-1:2], bounds[1::2], sentences)


class Tiers(dict[str, float]):
    """How much a shared word, or stem, of one language tells by itself: grammar little, everyday words some, all others 1."""

    __slots__ = ("common", "elided", "light")

    def __init__(self, words: Lexicon) -> None:
        super().__init__()
        self.common, self.light = words.common, words.function
        self.elided = bool(words.elisions)
        if words.code == "en":
            self.common = words.common.union(american().get(word, word) for word in words.common)
        else:
            self.common = words.common.union(stems(words.common, words.code))
            self.light = words.function.union(stems(words.function, words.code))

    def __missing__(self, word: str) -> float:
        if len(self) >= KNOWN_WORDS:
            self.clear()
        plain = word.rpartition("'")[2] if self.elided else word  # l'eau
        weight = 0.22 if plain in self.light else 0.6 if plain in self.common or len(plain) == 1 else 1.0
        self[word] = weight
        return weight


@cache
def tiers(words: Lexicon) -> Tiers:
    """What the words of a language tell; of a language without words here, as if it were English."""
    return Tiers(words) if words.code else tiers(lexicon("en"))


class Weights(dict[str, float]):
    """Evidence per word of a pair: its tier, damped by how often the two articles use it."""

    __slots__ = ("_damped", "counts", "damping", "tiers")

    def __init__(self, left: list[str], right: list[str], language: Lexicon | None = None) -> None:
        super().__init__()
        self.tiers = tiers(language or lexicon("en"))
        self.damping = DAMPING
        self.counts = Counter(left)
        self.counts.update(right)
        self._damped: dict[float, Weights] = {}

    def damped(self, damping: float) -> Weights:
        """The same words with repeated ones damped otherwise."""
        if damping not in self._damped:
            self._damped[damping] = other = Weights([], [])
            other.damping, other.counts, other.tiers = damping, self.counts, self.tiers
        return self._damped[damping]

    def __missing__(self, word: str) -> float:
        weight = self.tiers[word]
        uses = self.counts[word]
        if uses > 2:
            weight /= 1.0 + self.damping * log2(uses / 2.0)
        self[word] = weight
        return weight

    def of(self, keys: list[str], start: int, end: int) -> float:
        """The evidence of the words `keys[start:end]`."""
        return sum(map(self.__getitem__, keys[start:end]))

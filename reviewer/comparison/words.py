"""The words of an article in their matching form, and how much a shared word tells."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import accumulate, compress
from math import log2
from typing import TypeAlias

from reviewer.comparison.known import Known
from reviewer.comparison.lexicon import Lexicon, lexicon
from reviewer.comparison.spelling import american
from reviewer.comparison.stems import stems
from reviewer.text import ABBREVIATIONS, folded

# What goes on inside a word: after an apostrophe, in numbers with points and commas, in initials (U.S.).
_INNER = r"['’‘.,](?:(?<=['’‘])[^\W\d_]+|\d+|(?<=\b[^\W\d_].)[^\W\d_]\b)"
# Words, a bracketed first letter ([W]ill), signs of money and percent; most words end where the empty branch takes them.
_WORD = re.compile(rf"\w+(?:{_INNER}(?:{_INNER})*|)|\[[^\W\d_]\][^\W\d_]+|[$€£¥%]")
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAS_IDEOGRAPHS = re.compile(f"[{_IDEOGRAPH}]")
_WORD_OR_IDEOGRAPH = re.compile(f"[{_IDEOGRAPH}]|(?:(?![{_IDEOGRAPH}])\\w)+(?:['’‘][^\\W\\d_]+|[.,]\\d+)*")
# What never stands inside a word, and what does not where a line ends or begins.
_BETWEEN = ' \u00a0“”"«»?!:;()-–—'
_AT_EDGES = ("’\n", "'\n", ".\n", ",\n", "\n‘", "\n'")

LONG = 1 << 13
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

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of words that begin and end in `[start, end)`; without any, its end is not after its start."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)


def key(word: str) -> str:
    """The matching form of one word: folded, initials without points, thousands without commas."""
    if word.isascii() and word.isalpha():
        return word.lower()
    form = folded(word) or word
    if "." in form and not form[0].isdigit():
        form = form.replace(".", "")
    if form[0] == "[":
        form = form[1] + form[3:]
    if "," in form:
        form = _THOUSANDS.sub("", form)
    return form


_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


def _form(line: str, spelled: Mapping[str, str]) -> str:
    """The matching form of a word, or of a line of one word: none of an empty line, `_NO_WORD` of any other one."""
    word = line[:-1] if line[-1].isspace() else line
    if not word:
        return ""
    if word is not line and (_WORD.fullmatch(word) is None or _HAS_IDEOGRAPHS.search(word)):
        return _NO_WORD
    form = key(word)
    return spelled.get(form, form)


_NO_WORD = " "
_SENTENCE_ENDS = ".\n!?…。！？"
_ALWAYS_ENDS = re.compile("[。！？\n]")
_MARK_AND_BLANK = re.compile(r"""[.!?…]["'”’»)\]]*\s[\s"'“‘«(\[–—-]*(.?)""")


def _ended(gap: str) -> int:
    """What a string between two words says of the sentence: 2 it ends there, 1 it does unless a small letter follows, 0."""
    ends = [2 if match[1] else 1 for match in _MARK_AND_BLANK.finditer(gap)]
    return 2 if _ALWAYS_ENDS.search(gap) else max(ends, default=0)


_GAPS = Known(_ended)
_KEYS, _ENGLISH = Known(partial(_form, spelled={})), Known(partial(_form, spelled=american()))
_Offsets: TypeAlias = "list[int] | array[int]"


def shortened(word: str) -> bool:
    """Whether a point after this word ends no sentence, as in "Mr. Roe" or "J. Roe"."""
    return (len(word) == 1 and word != "I") or word.lower() in ABBREVIATIONS


def _words_in(text: str, language: str | None = None) -> Words:
    """The words of `text`, those of English in their American spelling where its `language` is said to be that.

    Ideographs and kana are a word each, since they are written without blanks.
    """
    known = _ENGLISH if language == "en" else _KEYS
    lines = _one_a_line(text)
    # lists are quicker to make, and of a long text nine times as large
    offsets = list if len(lines) < LONG else _small
    forms = list(map(known.__getitem__, lines))
    bounds = offsets(accumulate(map(len, lines), initial=0))
    keys, starts = list(filter(None, forms)), offsets(compress(bounds, forms))
    ends = offsets([end - 1 for end, form in zip(bounds[1:], forms, strict=True) if form])
    if _NO_WORD in keys:
        keys, starts, ends = _taken_apart(text, keys, starts, ends, known)
    return Words(keys, starts, ends, _sentences(text, starts, ends))


words_of = lru_cache(maxsize=64)(_words_in)  # of an article
words_of_name = lru_cache(maxsize=4096)(_words_in)  # of a speaker or cue, of which an event has more than articles


def _small(offsets: Iterable[int]) -> array[int]:
    return array("I", offsets)


def _one_a_line(text: str) -> list[str]:
    """`text` cut into lines with their ends, as long as before: what stands between two words has given way to line ends.

    What is rare is left to `_taken_apart`: marks inside a word, and marks that have no blank beside them.
    """
    text += "\n"
    for mark in _BETWEEN:
        text = text.replace(mark, "\n")
    for marks in _AT_EDGES:
        if marks.strip() in text:
            text = text.replace(marks, "\n\n")
    return text.splitlines(keepends=True)


def _taken_apart(
    text: str, keys: list[str], starts: _Offsets, ends: _Offsets, known: Known[str]
) -> tuple[list[str], _Offsets, _Offsets]:
    """The words with those lines taken apart that are not just one."""
    forms, heads, tails = keys[:0], starts[:0], ends[:0]
    done = 0
    for _ in range(keys.count(_NO_WORD)):
        at = keys.index(_NO_WORD, done)
        pattern = _WORD_OR_IDEOGRAPH if _HAS_IDEOGRAPHS.search(text, starts[at], ends[at]) else _WORD
        matches = [*pattern.finditer(text, starts[at], ends[at])]
        forms += keys[done:at]
        forms += [known[match[0]] for match in matches]
        for whole, before, apart in ((heads, starts, re.Match.start), (tails, ends, re.Match.end)):
            whole.extend(before[done:at])
            whole.extend(map(apart, matches))
        done = at + 1
    heads.extend(starts[done:])
    tails.extend(ends[done:])
    return forms + keys[done:], heads, tails


def _sentences(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """The first words of sentences; a mark before a small letter, or after what a point shortens, ends none."""
    firsts = {0}
    for mark in _SENTENCE_ENDS:
        at = text.find(mark)
        while at >= 0 and (word := bisect_left(starts, at)) < len(starts):
            start = starts[word]
            if word:
                before = ends[word - 1]
                ended = _GAPS[text[before:start]]
                if ended == 2 or (ended and not (text[start].islower() or shortened(text[starts[word - 1] : before]))):
                    firsts.add(word)
            at = text.find(mark, start)
    return sorted(firsts)


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

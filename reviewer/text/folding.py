"""A matching copy of a text, with a map back to the source: the stored text is never changed."""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

from reviewer.text.spans import Span

_SINGLE = dict.fromkeys("‘’‚‛′ʼʹ`´＇", "'")
_DOUBLE = dict.fromkeys("“”„‟″«»「」『』〝〞＂", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_IGNORED = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_ASCII_RUN = re.compile("[\x00-\x7f]+")
_ASCII_TABLE = dict.fromkeys((*range(9, 14), *range(28, 32)), " ") | {96: "'"}
_TABLE = _SINGLE | _DOUBLE | _DASHES | {"…": "...", "‹": "'", "›": "'"}


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded `text`; `offsets[i]` is the source offset of its i-th code point, `offsets[len(text)]` the source's length."""

    text: str
    offsets: array[int]

    def source(self, start: int, end: int) -> Span:
        """The source span of `[start, end)` of the folded text; what folding dropped after it (combining marks) included."""
        if end <= start:
            at = self.offsets[start]
            return Span(at, at)
        after = self.offsets[end]
        if after == self.offsets[end - 1]:  # inside what one code point became, as of `…`
            after += 1
        return Span(self.offsets[start], after)


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character in _IGNORED:
        return ""
    if character in _TABLE:
        return _TABLE[character]
    if character.isspace():
        return " "
    folded = unicodedata.normalize("NFKD", character).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c) and c not in _IGNORED)


def fold(text: str) -> Folded:
    """Marks to `'` and `"`, dashes to `-`, any space to a blank, `…` to `...`; case, accents and zero-width code points gone."""
    pieces: list[str] = []
    offsets = array("I")
    at = 0
    for run in _ASCII_RUN.finditer(text):
        if run.start() > at:
            _fold_each(text, at, run.start(), pieces, offsets)
        pieces.append(run.group().lower().translate(_ASCII_TABLE))
        offsets.extend(range(run.start(), run.end()))
        at = run.end()
    _fold_each(text, at, len(text), pieces, offsets)
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)


def _fold_each(text: str, start: int, end: int, pieces: list[str], offsets: array[int]) -> None:
    for offset in range(start, end):
        piece = _fold_character(text[offset])
        pieces.append(piece)
        for _ in piece:
            offsets.append(offset)


def folded(text: str) -> str:
    """Only the folded text, for keys and equality."""
    return fold(text).text

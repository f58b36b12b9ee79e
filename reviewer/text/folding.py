"""A matching copy of a text, with a map back to the source: the stored text is never changed."""

from __future__ import annotations

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
_TABLE = _SINGLE | _DOUBLE | _DASHES | {"…": "...", "‹": "'", "›": "'"}


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded `text`; `offsets[i]` is the source offset of its i-th code point, `offsets[len(text)]` the source's length."""

    text: str
    offsets: array[int]

    def source(self, start: int, end: int) -> Span:
        """The source span of `[start, end)` of the folded text; combining marks that folding dropped after it included."""
        if end <= start:
            at = self.offsets[start]
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end])


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
    if text.isascii():
        lowered = text.lower().translate({9: " ", 10: " ", 11: " ", 12: " ", 13: " ", 96: "'"})
        return Folded(lowered, array("I", range(len(text) + 1)))
    pieces: list[str] = []
    offsets = array("I")
    for offset, character in enumerate(text):
        piece = _fold_character(character)
        pieces.append(piece)
        for _ in piece:
            offsets.append(offset)
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)


def folded(text: str) -> str:
    """Only the folded text, for keys and equality."""
    return fold(text).text

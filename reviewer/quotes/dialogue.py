"""Dialogue set with a dash, as Spanish and French print it: "—No volveré —dijo Ana—. Nunca.", "— Je pars, dit-il."

A line counts only where it says who speaks: a dash opens the items of a list as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked

_FIRST_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_COMMA = re.compile(r"(?<=\w)[ \u00a0]?[,?!…]\s+(?=[^\W\d_])")
_LOOK = 3
_EDGE = " \t\u00a0.,;:"


def with_dialogue(text: str, marked: Sequence[Marked], language: Language) -> list[Marked]:
    """`marked` with the words of dialogue lines, in order; a line that holds marks is left to them."""
    dash = language.marks.dialogue
    if not dash or dash not in text:
        return list(marked)
    found = list(marked)
    at = 0
    for match in re.finditer(rf"^[ \t\u00a0]*{dash}[ \t\u00a0]*(?=\S)", text, re.MULTILINE):
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        while at < len(marked) and marked[at].right <= match.start():
            at += 1
        if at == len(marked) or marked[at].left >= end:
            found.extend(_spoken(text, match.end(), end, dash, language))
    return sorted(found, key=lambda one: one.start)


def _spoken(text: str, start: int, end: int, dash: str, language: Language) -> Iterator[Marked]:
    second = text.find(dash, start, end)
    if second >= 0:
        if not _attributes(text, second + 1, end, language):
            return
        third = text.find(dash, second + 1, end)
        yield from _piece(text, start, second)
        if third >= 0:
            yield from _piece(text, third + 1, end)
        return
    for comma in _COMMA.finditer(text, start, end):
        if _attributes(text, comma.end(), end, language):
            yield from _piece(text, start, comma.start() + len(comma.group().rstrip()))
            return


def _attributes(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a cue stands among the next words, before any that is not an auxiliary."""
    for number, match in enumerate(_FIRST_WORDS.finditer(text, start, end)):
        word = match.group().lower()
        if word in language.cue_class:
            return True
        if number == _LOOK or language.tags.get(word) not in ("x", "a", "h"):
            return False
    return False


def _piece(text: str, start: int, end: int) -> Iterator[Marked]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Marked(start, end, start, end)

"""Block quotations: `> ` lines, and a paragraph without marks that the one before announces ("in a statement:")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked

_QUOTED_LINE = re.compile(r"^>[ \t]?", re.MULTILINE)
_COLON_AT_END = re.compile(r":[ \t\u00a0]*\n\s*")
_SHORTEST = 60
_LEAD = 40


def with_blocks(text: str, marked: Sequence[Marked], language: Language) -> list[Marked]:
    """`marked` with the block quotations of the article, in order; marks inside a block are part of it."""
    lines = [*_quoted_lines(text), *_announced(text, marked, language)]
    if not lines:
        return list(marked)
    lines.sort()
    blocks: list[Marked] = []
    for start, end in lines:
        low, high = start, end
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            follows = bool(blocks) and text[blocks[-1].right : start].strip(" \t\n>") == ""
            blocks.append(Marked(low, high, low, high, block=True, continues=follows))
    kept: list[Marked] = []
    at = 0
    for one in marked:
        while at < len(blocks) and blocks[at].right < one.left:
            at += 1
        block = blocks[at] if at < len(blocks) else None
        if block is None or one.right <= block.left:
            kept.append(one)
        elif one.left <= block.start and one.right >= block.end:
            blocks[at] = replace(block, start=one.start, end=one.end)
    return sorted([*kept, *blocks], key=lambda one: one.start)


def _quoted_lines(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _QUOTED_LINE.finditer(text):
        end = text.find("\n", match.end())
        found.append((match.end(), len(text) if end < 0 else end))
    return found


def _announced(text: str, marked: Sequence[Marked], language: Language) -> list[tuple[int, int]]:
    found = []
    at = 0
    for match in _COLON_AT_END.finditer(text):
        words = text[max(0, match.start() - _LEAD) : match.start()].lower().split()[-2:]
        start = match.end()
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start < _SHORTEST or text[start] == ">" or not language.announces.intersection(words):
            continue
        while at < len(marked) and marked[at].right <= start:
            at += 1
        if (at == len(marked) or marked[at].left >= end) and text[start:end].rstrip()[-1:] in (".", "!", "?"):
            found.append((start, end))
    return found

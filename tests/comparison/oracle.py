"""A slow, obvious aligner: every longest common run of words, found by trying every place against every place."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def words(text: str) -> list[tuple[str, int, int]]:
    """Lower-case words with their offsets."""
    return [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]


def longest_common_runs(left: str, right: str, at_least: int) -> list[tuple[int, int, int]]:
    """(left word, right word, length) of every common run of `at_least` words that cannot be made longer."""
    mine, theirs = [w for w, _, _ in words(left)], [w for w, _, _ in words(right)]
    found = []
    for i in range(len(mine)):
        for j in range(len(theirs)):
            if i and j and mine[i - 1] == theirs[j - 1]:
                continue
            length = 0
            while i + length < len(mine) and j + length < len(theirs) and mine[i + length] == theirs[j + length]:
                length += 1
            if length >= at_least:
                found.append((i, j, length))
    return found

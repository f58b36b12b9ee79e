"""Equal words of two texts, as blocks: found between two stretches, cut, put in order, and rid of words used twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import distance

LARGE = (
    2**24
)  # words of one text times those of the other, above which they are aligned in parts: it takes as many bits
ANCHOR = 4  # words of a run at which they are parted


class Block(NamedTuple):
    """`length` words that are the same from word `left` of one text and word `right` of the other."""

    left: int
    right: int
    length: int


def equal_blocks(mine: Sequence[str], theirs: Sequence[str], left: int = 0, right: int = 0) -> list[Block]:
    """The words that an alignment of the fewest deletions and insertions keeps, in order.

    `mine` are words of the left text from word `left` on, `theirs` of the right one from word `right` on.
    """
    if len(mine) * len(theirs) > LARGE and (anchors := _anchors(mine, theirs)):
        blocks: list[Block] = []
        for (one, other), (end, stop) in pairwise([(0, 0), *anchors, (len(mine), len(theirs))]):
            for block in equal_blocks(mine[one:end], theirs[other:stop], left + one, right + other):
                last = blocks[-1] if blocks else None
                if last and (last.left + last.length, last.right + last.length) == block[:2]:
                    blocks[-1] = last._replace(length=last.length + block.length)
                else:
                    blocks.append(block)
        return blocks
    found = distance.Indel.editops(mine, theirs).as_matching_blocks()
    found.pop()  # stands for the end of both, without a word
    return [Block(left + one, right + other, length) for one, other, length in found]


def _anchors(mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Where runs of words stand that both have but once, the most of them that are in one order (a patience diff); but for the
    beginning of both, where nothing would be parted."""
    one, other = _once(mine), _once(theirs)
    ends: list[int] = []  # of the chains of one, two, … anchors: the lowest word of the right text that one ends in
    chains: list[tuple[int, int, int]] = []  # its place on both sides, and which anchor comes before it
    last: list[int] = []
    for run, at in one.items():
        there = other.get(run, -1)
        if there >= 0:
            size = bisect_left(ends, there)
            chains.append((at, there, last[size - 1] if size else -1))
            ends[size : size + 1], last[size : size + 1] = [there], [len(chains) - 1]
    found = []
    k = last[-1] if last else -1
    while k >= 0:
        at, there, k = chains[k]
        if at or there:
            found.append((at, there))
    return found[::-1]


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """The runs of words that stand once in a text, with the places where they do, in order."""
    found: dict[tuple[str, ...], int] = {}
    for at, run in enumerate(zip(*(words[k:] for k in range(ANCHOR)), strict=False)):
        found[run] = -1 if run in found else at
    return {run: at for run, at in found.items() if at >= 0}


def gathered(blocks: list[Block], mine: Sequence[str], theirs: Sequence[str]) -> list[Block]:
    """`blocks`, those put next to the following one, or nearer to it, that may as well stand there.

    Of the left text `we like it, we want it` the right one's `we want it` is the end, not the first `we` and `want it`.
    """
    kept: list[Block] = []
    for block in reversed(blocks):
        left, right, length = block
        if kept:
            following = kept[-1]
            if right + length == following.right:
                left = _last(mine, left, following.left, length)
            elif left + length == following.left:
                right = _last(theirs, right, following.right, length)
            if left + length == following.left and right + length == following.right:
                kept.pop()
                length += following.length
        kept.append(Block(left, right, length))
    return kept[::-1]


def _last(words: Sequence[str], at: int, end: int, length: int) -> int:
    """Where the `length` words at `at` stand for the last time before `end`."""
    run = words[at : at + length]
    return next(k for k in range(end - length, at - 1, -1) if words[k : k + length] == run)


def reach(blocks: Sequence[Block], at: int) -> tuple[int, int]:
    """The words of the left (`at` 0) or right (1) side from the first to the last that `blocks` have, half-open."""
    if len(blocks) == 1:
        start, length = blocks[0][at], blocks[0].length
        return start, start + length
    return min([block[at] for block in blocks]), max([block[at] + block.length for block in blocks])


def cut(blocks: Sequence[Block], at: int, start: int, end: int) -> list[Block]:
    """The words of `blocks` that lie in `[start, end)` of the left (`at` 0) or right (1) side."""
    kept = []
    for block in blocks:
        skip = max(0, start - block[at])
        length = min(block.length, end - block[at]) - skip
        if length > 0:
            kept.append(Block(block.left + skip, block.right + skip, length))
    return kept


def used_once(blocks: list[Block]) -> list[Block]:
    """`blocks` in order, without those that use a word again; the longest go first."""
    used_left: set[int] = set()
    used_right: set[int] = set()
    kept = []
    for block in sorted(blocks, key=lambda b: (-b.length, b)):
        free = [k for k in range(block.length) if block.left + k not in used_left and block.right + k not in used_right]
        if not free or (len(free) < block.length and len(free) < 2):
            continue
        start, end = free[0], free[-1] + 1
        if end - start != len(free):
            continue
        used_left.update(range(block.left + start, block.left + end))
        used_right.update(range(block.right + start, block.right + end))
        kept.append(Block(block.left + start, block.right + start, end - start))
    return sorted(kept)


def in_order(blocks: list[Block]) -> list[Block]:
    """The heaviest choice of `blocks`, which are in order on the left, that is in order on the right too."""
    if all(a.right + a.length <= b.right for a, b in pairwise(blocks)):
        return blocks
    best: list[tuple[int, int]] = []
    for at, block in enumerate(blocks):
        before = max(
            ((best[k][0], k) for k in range(at) if blocks[k].right + blocks[k].length <= block.right),
            default=(0, -1),
        )
        best.append((before[0] + block.length, before[1]))
    at = max(range(len(blocks)), key=lambda k: best[k][0])
    chosen = []
    while at >= 0:
        chosen.append(blocks[at])
        at = best[at][1]
    return chosen[::-1]

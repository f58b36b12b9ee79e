"""Equal words of two texts, as blocks: found between two stretches, cut, put in order, and rid of words used twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import distance


class Block(NamedTuple):
    """`length` words that are the same from word `left` of one text and word `right` of the other."""

    left: int
    right: int
    length: int


def equal_blocks(mine: Sequence[str], theirs: Sequence[str], left: int = 0, right: int = 0) -> list[Block]:
    """The words that an alignment of the fewest deletions and insertions keeps, in order.

    `mine` are words of the left text from word `left` on, `theirs` of the right one from word `right` on.
    """
    found = distance.Indel.editops(mine, theirs).as_matching_blocks()
    found.pop()  # stands for the end of both, without a word
    return [Block(left + one, right + other, length) for one, other, length in found]


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

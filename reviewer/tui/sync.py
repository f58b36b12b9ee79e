"""Synchronised scrolling: a piecewise-linear map between two texts over what they share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SyncMap:
    """Points `(left, right)` in code points that stand side by side; both strictly increasing, both texts' bounds among them."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    def to_right(self, offset: int) -> int:
        return _interpolate(self.left, self.right, offset)

    def to_left(self, offset: int) -> int:
        return _interpolate(self.right, self.left, offset)


def _interpolate(source: tuple[int, ...], target: tuple[int, ...], offset: int) -> int:
    at = min(max(bisect_right(source, offset) - 1, 0), len(source) - 2)
    width = source[at + 1] - source[at]
    share = min(max(offset - source[at], 0), width) / width
    return target[at] + round(share * (target[at + 1] - target[at]))


def sync_map(anchors: Iterable[tuple[int, int]], left_length: int, right_length: int) -> SyncMap:
    """The map over the longest series of anchors that stand in the same order on both sides (the rest were moved by an editor).

    The lengths are those of the texts; empty ones count as 1.
    """
    left_end, right_end = max(1, left_length), max(1, right_length)
    inside = sorted({(a, b) for a, b in anchors if 0 < a < left_end and 0 < b < right_end}, key=lambda p: (p[0], -p[1]))
    tails: list[int] = []  # the smallest last right offset of an increasing series of each length
    ends: list[int] = []
    before: list[int] = [-1] * len(inside)
    for index, (_, right) in enumerate(inside):
        length = bisect_left(tails, right)
        if length == len(tails):
            tails.append(right)
            ends.append(index)
        else:
            tails[length] = right
            ends[length] = index
        before[index] = ends[length - 1] if length else -1
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(inside[at])
        at = before[at]
    points = [(0, 0), *reversed(chain), (left_end, right_end)]
    return SyncMap(tuple(a for a, _ in points), tuple(b for _, b in points))

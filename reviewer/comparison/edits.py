"""The steps from one variant to the other, from the words that are equal in both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reviewer.comparison.known import LONGEST
from reviewer.comparison.values import Edit, Operation
from reviewer.text import Span, folded

_Pair = tuple[int, int, int, int]


class _Steps:
    """Gathers edits as (operation, left start, left end, right start, right end), joining neighbours of one kind."""

    __slots__ = ("found", "left", "right")

    def __init__(self, left: str, right: str) -> None:
        self.left, self.right = left, right
        self.found: list[tuple[Operation, int, int, int, int]] = []

    def push(self, op: Operation, a: int, b: int, c: int, d: int) -> None:
        if a == b and c == d:
            return
        if self.found:
            last = self.found[-1]
            if last[0] == op and last[2] == a and last[4] == c:
                self.found[-1] = (op, last[1], b, last[3], d)
                return
        self.found.append((op, a, b, c, d))

    def between(self, a: int, b: int, c: int, d: int) -> None:
        """What lies between two equal words: equal at its ends as far as blanks and marks agree, changed in the middle."""
        mine, theirs = self.left[a:b], self.right[c:d]
        if mine == theirs or (mine and theirs and _alike(mine, theirs)):
            self.push("equal", a, b, c, d)
            return
        head = _agreeing(mine, theirs)
        tail = _agreeing(mine[head:][::-1], theirs[head:][::-1])
        self.push("equal", a, a + head, c, c + head)
        cut, put = b - tail > a + head, d - tail > c + head
        self.push("replace" if cut and put else "delete" if cut else "insert", a + head, b - tail, c + head, d - tail)
        self.push("equal", b - tail, b, d - tail, d)

    def word(self, pair: _Pair) -> None:
        a, b, c, d = pair
        mine, theirs = self.left[a:b], self.right[c:d]
        same = mine == theirs or _alike(mine, theirs)
        self.push("equal" if same else "replace", a, b, c, d)


def edits_between(
    left: str, right: str, same: Sequence[_Pair], left_parts: Sequence[Span], right_parts: Sequence[Span]
) -> list[Edit]:
    """The edits from the parts of `left` to the parts of `right`; what lies between two parts is no part of them.

    `same` are the words equal in both, as (left start, left end, right start, right end), in order on both sides; words that
    follow each other within a part, with the same characters between them, may be given as one.
    Equal means equal when folded: marks, case and kinds of blanks do not count.
    """
    steps = _Steps(left, right)
    lefts, rights = list(left_parts[::-1]), list(right_parts[::-1])
    one, other = lefts.pop(), rights.pop()
    at, to = one.start, other.start
    for pair in same:
        while pair[0] >= one.end or pair[2] >= other.end:
            over_left, over_right = pair[0] >= one.end, pair[2] >= other.end
            steps.between(at, one.end if over_left else at, to, other.end if over_right else to)
            if over_left:
                one = lefts.pop()
                at = one.start
            if over_right:
                other = rights.pop()
                to = other.start
        steps.between(at, pair[0], to, pair[2])
        steps.word(pair)
        at, to = pair[1], pair[3]
    steps.between(at, one.end, to, other.end)
    for part in lefts[::-1]:
        steps.push("delete", part.start, part.end, other.end, other.end)
    for part in rights[::-1]:
        steps.push("insert", one.end, one.end, part.start, part.end)
    return [Edit(op, Span(a, b), Span(c, d)) for op, a, b, c, d in steps.found]


def _alike(a: str, b: str) -> bool:
    return folded(a) == folded(b) if max(len(a), len(b)) > LONGEST else _short_alike(a, b)


@lru_cache(maxsize=16384)
def _short_alike(a: str, b: str) -> bool:
    return folded(a) == folded(b)


def _agreeing(a: str, b: str) -> int:
    """How many leading characters that are no letters or digits agree when folded."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if x.isalnum() or (x != y and not _alike(x, y)):
            break
        count += 1
    return count

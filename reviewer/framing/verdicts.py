"""Which of the machine's matches an analyst's verdicts govern, however the offsets have shifted since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reviewer.framing.values import Anchor, Verdict
from reviewer.text import Span


class HasSpan(Protocol):
    @property
    def span(self) -> Span: ...


class HasSides(Protocol):
    """What a comparison's match looks like from here; its sides are the file's left and right."""

    @property
    def left(self) -> HasSpan: ...

    @property
    def right(self) -> HasSpan: ...


def extent_of(anchors: Sequence[Anchor]) -> Span | None:
    """What the anchors in the text enclose."""
    spans = [anchor.span for anchor in anchors if anchor.place == "text"]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _agreement(said: Span, found: Span) -> float:
    """0 when the spans are not the same place; else their IoU, 0.5 at least where one contains the other."""
    if not said or not found:
        return 0.0
    iou = said.iou(found)
    if said.contains(found) or found.contains(said):
        return max(iou, 0.5)
    return iou if iou >= 0.5 else 0.0


def govern(verdicts: Sequence[Verdict], matches: Sequence[HasSides]) -> tuple[dict[int, Verdict], tuple[Verdict, ...]]:
    """The verdict over each governed match (by its index), and the verdicts that found none, in their order.

    A verdict governs the match whose spans overlap its anchors on both sides, IoU at least .5 or one containing the other; the
    best pairs win, a later verdict before an earlier one where they are equal.  One verdict governs one match at most.
    """
    pairs: list[tuple[float, float, int, int]] = []
    spans = [(match.left.span, match.right.span) for match in matches]
    for at, verdict in enumerate(verdicts):
        left, right = extent_of(verdict.left), extent_of(verdict.right)
        if left is None or right is None:
            continue
        for index, (one, other) in enumerate(spans):
            if left.start < one.end and one.start < left.end:  # most are elsewhere, and there may be many
                here, there = _agreement(left, one), _agreement(right, other)
                if here and there:
                    exact = left.iou(one) + right.iou(other)
                    pairs.append((-(here + there), -exact, -at, index))
    governed: dict[int, Verdict] = {}
    used: set[int] = set()
    for _, _, at, index in sorted(pairs):
        if -at not in used and index not in governed:
            governed[index] = verdicts[-at]
            used.add(-at)
    return governed, tuple(verdict for at, verdict in enumerate(verdicts) if at not in used)

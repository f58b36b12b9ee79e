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


def _agreement(said: Span | None, found: Span) -> float:
    """0 when the spans are not the same place; else their IoU, 0.5 at least where one contains the other."""
    if said is None or not said or not found:
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
    extents = [(extent_of(verdict.left), extent_of(verdict.right)) for verdict in verdicts]
    for at, (left, right) in enumerate(extents):
        for index, match in enumerate(matches):
            both = _agreement(left, match.left.span), _agreement(right, match.right.span)
            if all(both):
                exact = (left.iou(match.left.span) if left else 0.0) + (right.iou(match.right.span) if right else 0.0)
                pairs.append((-(both[0] + both[1]), -exact, -at, index))
    governed: dict[int, Verdict] = {}
    used: set[int] = set()
    for _, _, at, index in sorted(pairs):
        if -at not in used and index not in governed:
            governed[index] = verdicts[-at]
            used.add(-at)
    return governed, tuple(verdict for at, verdict in enumerate(verdicts) if at not in used)

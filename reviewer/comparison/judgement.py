"""Which drafts are matches: evidence, coverage of the quotations, and rivals for the same words."""

from __future__ import annotations

from reviewer.comparison.drafts import Draft
from reviewer.comparison.sides import Prepared
from reviewer.comparison.words import Weights

RIVAL = 0.7  # a draft on words that a stronger one explains must have this share of its evidence


def resolved(found: list[Draft], left: Prepared, right: Prepared, weights: Weights) -> list[Draft]:
    """The drafts that hold, less those that only echo a stronger one."""
    held = sorted(
        (draft for draft in found if holds(draft, left, right, weights)),
        key=lambda d: (-d.evidence, d.blocks),
    )
    kept: list[Draft] = []
    for draft in held:
        if not any(_echoes(draft, strong) for strong in kept):
            kept.append(draft)
    return kept


def _echoes(draft: Draft, strong: Draft) -> bool:
    """Whether `draft` has the words of `strong` on one side, and less to show for it."""
    if draft.evidence >= RIVAL * strong.evidence:
        return False
    return _inside(draft.left_range, strong.left_range) or _inside(draft.right_range, strong.right_range)


def _inside(a: tuple[int, int], b: tuple[int, int]) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared * 2 >= a[1] - a[0]


def holds(draft: Draft, left: Prepared, right: Prepared, weights: Weights) -> bool:
    """Whether the evidence of `draft` is enough for where it stands."""
    count = draft.count
    longest = max(block.length for block in draft.blocks)
    left_start, left_end = draft.left_range
    right_start, right_end = draft.right_range
    density = count / max(1, min(left_end - left_start, right_end - right_start))
    if not draft.left_groups and not draft.right_groups:
        return draft.evidence >= 4.5 and count >= 9 and longest >= 5 and density >= 0.6
    cover = max(_coverage(draft, left, weights, "left"), _coverage(draft, right, weights, "right"))
    if draft.left_groups and draft.right_groups:
        return density >= 0.5 and (
            (draft.evidence >= 1.6 and cover >= 0.6) or (draft.evidence >= 2.6 and longest >= 4 and cover >= 0.25)
        )
    return density >= 0.5 and (
        (draft.evidence >= 2.2 and cover >= 0.6 and longest >= 4)
        or (draft.evidence >= 4 and longest >= 5 and cover >= 0.25)
    )


def _coverage(draft: Draft, side: Prepared, weights: Weights, name: str) -> float:
    """The share of the evidence of the quotations that `draft` touches on one side; 0 for unquoted text."""
    touched = {side.piece_at(getattr(block, name)) for block in draft.blocks} - {-1}
    if not touched:
        return 0.0
    whole = sum(weights.of(side.words.keys, side.pieces[k].start, side.pieces[k].end) for k in touched)
    return draft.evidence / whole if whole else 0.0

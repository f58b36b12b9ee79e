"""A draft → a match: exact bounds, parts, edits, relation, flags."""

from __future__ import annotations

from itertools import pairwise

from reviewer.comparison.bounds import parts_of, stretches
from reviewer.comparison.drafts import Draft
from reviewer.comparison.edits import edits_between
from reviewer.comparison.seeds import Block
from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import Extent, Match, MatchKind, Relation
from reviewer.quotes.values import Quotation


def match_of(draft: Draft, left: Prepared, right: Prepared) -> Match:
    """`draft` as a match of the two articles."""
    one, other = stretches(draft, left, right)
    parts, other_parts = parts_of(one, left), parts_of(other, right)
    words = sum(s.end - s.start for s in one) + sum(s.end - s.start for s in other)
    score = 200 * draft.count / words if words else 0.0
    pairs = [
        (
            left.words.starts[b.left + k],
            left.words.ends[b.left + k],
            right.words.starts[b.right + k],
            right.words.ends[b.right + k],
        )
        for b in in_order(draft.blocks)
        for k in range(b.length)
    ]
    edits = edits_between(left.text, right.text, pairs, parts, other_parts)
    relation: Relation = "identical" if all(e.op == "equal" for e in edits) else "reworded"
    first, second = _quotation(one[0].piece, left), _quotation(other[0].piece, right)
    return Match(
        _kind(draft),
        Extent(parts[0].start, parts[-1].end, parts),
        Extent(other_parts[0].start, other_parts[-1].end, other_parts),
        relation,
        round(min(100.0, score), 1),
        (),
        (first.speaker if first else None, second.speaker if second else None),
        (first.cue if first else None, second.cue if second else None),
        tuple(edits),
    )


def _kind(draft: Draft) -> MatchKind:
    if draft.left_groups and draft.right_groups:
        return "quote"
    return "mixed" if draft.left_groups or draft.right_groups else "passage"


def _quotation(piece: int, side: Prepared) -> Quotation | None:
    return side.pieces[piece].quotation if piece >= 0 else None


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

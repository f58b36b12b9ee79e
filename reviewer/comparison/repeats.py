"""One quotation that both articles print several times: each printing is matched with one of the other side, not with all."""

from __future__ import annotations

from reviewer.comparison.drafts import Draft
from reviewer.comparison.sides import Prepared

FEW = 4  # matches of one quotation that a reader still takes in: each printing with each

_Range = tuple[int, int]
_Pair = tuple[_Range, _Range]


def paired(found: list[Draft], left: Prepared, right: Prepared) -> list[Draft]:
    """`found` without the crosswise matches of words that both sides repeat: the first with the first, and so on.

    What one side has more of goes with the last one of the other, so that none is left alone.
    """
    if len({draft.blocks[0].left for draft in found}) == len(found):
        return found
    printings: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Draft]] = {}
    for draft in found:
        words = tuple(left.words.keys[slice(*draft.left_range)]), tuple(right.words.keys[slice(*draft.right_range)])
        printings.setdefault(words, []).append(draft)
    crossed: set[int] = set()
    for drafts in printings.values():
        if len(drafts) > FEW:
            kept = _in_turn({(draft.left_range, draft.right_range) for draft in drafts})
            crossed.update(id(draft) for draft in drafts if (draft.left_range, draft.right_range) not in kept)
    return [draft for draft in found if id(draft) not in crossed]


def _in_turn(pairs: set[_Pair]) -> set[_Pair]:
    """Those of `pairs` that go in order; where one of these is not there, the first that a printing would be alone without."""
    ones, others = sorted({one for one, _ in pairs}), sorted({other for _, other in pairs})
    longer = range(max(len(ones), len(others)))
    kept = pairs & {(ones[min(at, len(ones) - 1)], others[min(at, len(others) - 1)]) for at in longer}
    if len(kept) < len(longer):
        lefts, rights = {one for one, _ in kept}, {other for _, other in kept}
        for one, other in sorted(pairs):
            if one not in lefts or other not in rights:
                kept.add((one, other))
                lefts.add(one)
                rights.add(other)
    return kept

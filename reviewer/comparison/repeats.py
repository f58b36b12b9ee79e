"""One quotation that both articles print several times: each printing is matched with one of the other side, not with all."""

from __future__ import annotations

from reviewer.comparison.drafts import Draft

FEW = 4  # matches of one quotation that a reader still takes in: each printing with each

_Range = tuple[int, int]


def paired(found: list[Draft]) -> list[Draft]:
    """`found` without the crosswise matches of words that both sides repeat: the first with the first, and so on.

    What one side has more of goes with the last one of the other, so that none is left alone.
    """
    if len({draft.blocks[0].left for draft in found}) == len(found):
        return found
    by_left: dict[_Range, list[Draft]] = {}
    by_right: dict[_Range, list[Draft]] = {}
    for draft in found:
        by_left.setdefault(draft.left_range, []).append(draft)
        by_right.setdefault(draft.right_range, []).append(draft)
    if len(by_right) == len(found):
        return found
    crossed: set[int] = set()
    for draft in found:
        row = by_left[draft.left_range]
        lefts = sorted(other.left_range for other in by_right[draft.right_range])
        rights = sorted(other.right_range for other in row)
        if min(len(lefts), len(rights)) < 2 or len(lefts) * len(rights) <= FEW:
            continue
        whole = all(sorted(d.left_range for d in by_right[right]) == lefts for right in rights)
        one, other = lefts.index(draft.left_range), rights.index(draft.right_range)
        if whole and one != min(other, len(lefts) - 1) and other != min(one, len(rights) - 1):
            crossed.add(id(draft))
    return [draft for draft in found if id(draft) not in crossed]

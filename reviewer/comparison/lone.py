"""A single word that both articles put in marks as what somebody said: the fire chief spoke of a `write-off`."""

from __future__ import annotations

from collections import Counter

from reviewer.comparison.blocks import Block
from reviewer.comparison.drafts import Draft
from reviewer.comparison.sayings import one_person
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.weights import tiers

LONE_FROM = 5  # letters of such a word
TELLING = 1.0  # how much it tells: neither grammar nor an everyday word


def with_lone_words(found: list[Draft], left: Prepared, right: Prepared) -> list[Draft]:
    """`found` with the telling words that stand alone in marks, once on each side, unless two people are known to say them."""
    mine, theirs = _alone(left), _alone(right)
    shared = [(key, one, theirs[key]) for key, one in mine.items() if key in theirs and len(key) >= LONE_FROM]
    if not shared:
        return found
    weights = tiers(shared_language(left, right))
    ours = set().union(*[draft.left_quotes for draft in found])
    others = set().union(*[draft.right_quotes for draft in found])
    return found + [
        Draft([Block(left.pieces[one].start, right.pieces[other].start, 1)], {one}, {other}, TELLING)
        for key, one, other in shared
        if weights[key] >= TELLING
        and one not in ours
        and other not in others
        and one_person({one}, {other}, left, right) is not False
    ]


def _alone(side: Prepared) -> dict[str, int]:
    """The pieces of one word that are all of their quotation, by that word, where no other one is the same."""
    groups = Counter([piece.group for piece in side.pieces])
    single = [k for k, p in enumerate(side.pieces) if p.end - p.start == 1 and groups[p.group] == 1]
    keys = [side.words.keys[side.pieces[k].start] for k in single]
    uses = Counter(keys)
    return {key: k for key, k in zip(keys, single, strict=True) if uses[key] == 1}

"""Which drafts are matches: evidence, coverage of the quotations, and rivals for the same words."""

from __future__ import annotations

from reviewer.comparison.attribution import different_people
from reviewer.comparison.drafts import ADJOINING, SPOKEN, Draft, gap_between
from reviewer.comparison.passages import BESIDE, copied
from reviewer.comparison.sides import Prepared
from reviewer.comparison.words import Weights

RIVAL = 0.7  # a draft on words that a stronger one explains must have this share of its evidence
LEAST = 1.6  # evidence of two quotations
BUCKET = 64  # words
VERBATIM = 0.85  # a quotation covered this far without a change stands for itself, however strong its rivals
PHRASE = 4  # words of a quotation up to which two people may well use the same ones


def resolved(found: list[Draft], left: Prepared, right: Prepared, weights: Weights) -> list[Draft]:
    """The drafts that hold, less those that only echo a stronger one."""
    covers = {
        id(draft): _coverage(draft, left, right, weights) for draft in found if draft.left_quotes or draft.right_quotes
    }
    held = [draft for draft in found if holds(draft, covers.get(id(draft)), left, right, weights)]
    held += _beside_copies(found, held, left, right, weights)
    held.sort(key=lambda d: (-d.evidence, d.blocks))
    kept: list[Draft] = []
    strong_left, strong_right = _Ranges(), _Ranges()
    for draft in held:
        mine, theirs = draft.left_range, draft.right_range
        needed = draft.evidence / RIVAL
        if _verbatim(draft, covers.get(id(draft))) or not (
            strong_left.hold(mine, needed) or strong_right.hold(theirs, needed)
        ):
            kept.append(draft)
            strong_left.add(mine, draft.evidence)
            strong_right.add(theirs, draft.evidence)
    return kept


def _beside_copies(
    found: list[Draft], held: list[Draft], left: Prepared, right: Prepared, weights: Weights
) -> list[Draft]:
    """The passages of `found` that tell too little by themselves, but stand beside one of those `held` on both sides."""
    copies: dict[int, list[Draft]] = {}
    for draft in held:
        if not draft.left_quotes and not draft.right_quotes:
            for bucket in _buckets(draft.left_range, ADJOINING):
                copies.setdefault(bucket, []).append(draft)
    if not copies:
        return []
    known = set(map(id, held))
    return [
        draft
        for draft in found
        if id(draft) not in known
        and not draft.left_quotes
        and not draft.right_quotes
        and draft.blocks
        and any(
            gap_between(draft.left_range, copy.left_range) <= ADJOINING
            and gap_between(draft.right_range, copy.right_range) <= ADJOINING
            for bucket in _buckets(draft.left_range)
            for copy in copies.get(bucket, ())
        )
        and copied(draft, left, right, weights, BESIDE)
    ]


def _buckets(words: tuple[int, int], around: int = 0) -> range:
    """The buckets of words that a range lies in, or comes as near to as `around` words."""
    return range((words[0] - around) // BUCKET, (words[1] + around) // BUCKET + 1)


class _Ranges:
    """Ranges of words of one side with their evidence, found by place."""

    def __init__(self) -> None:
        self._buckets: dict[int, list[tuple[tuple[int, int], float]]] = {}

    def add(self, words: tuple[int, int], evidence: float) -> None:
        for bucket in _buckets(words):
            self._buckets.setdefault(bucket, []).append((words, evidence))

    def hold(self, words: tuple[int, int], needed: float) -> bool:
        """Whether a range of more evidence than `needed` has half of these words."""
        return any(
            evidence > needed and _inside(words, other)
            for bucket in _buckets(words)
            for other, evidence in self._buckets.get(bucket, ())
        )


def _verbatim(draft: Draft, cover: float | None) -> bool:
    return cover is not None and cover >= VERBATIM and draft.count >= 4 and density(draft) >= VERBATIM


def _inside(a: tuple[int, int], b: tuple[int, int]) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared * 2 >= a[1] - a[0]


def density(draft: Draft) -> float:
    """The share of equal words in the tighter of the two ranges, 0–1."""
    left_start, left_end = draft.left_range
    right_start, right_end = draft.right_range
    return draft.count / max(1, min(left_end - left_start, right_end - right_start))


def holds(draft: Draft, cover: float | None, left: Prepared, right: Prepared, weights: Weights) -> bool:
    """Whether the evidence of `draft` is enough for where it stands; `cover`: its share of its quotations, None without any."""
    if cover is None:
        return copied(draft, left, right, weights)
    longest = draft.longest
    if draft.evidence < LEAST and not (longest >= SPOKEN and _verbatim(draft, cover)):
        return False
    close = density(draft)
    if close < 0.5:
        return False
    if draft.left_quotes and draft.right_quotes:
        if two_speakers(draft, left, right):
            return False
        return cover >= 0.6 or (draft.evidence >= 2.6 and longest >= 4 and cover >= 0.25)
    return (draft.evidence >= 2.2 and cover >= 0.6 and longest >= 4) or (
        draft.evidence >= 4 and longest >= 5 and cover >= 0.25
    )


def two_speakers(draft: Draft, left: Prepared, right: Prepared) -> bool:
    """Whether `draft` is but a phrase ("a mistake") in the mouths of two people, both given by their full names or titles."""
    mine, theirs = [left.pieces[k] for k in draft.left_quotes], [right.pieces[k] for k in draft.right_quotes]
    if len(mine) != 1 or len(theirs) != 1 or min(p.end - p.start for p in (*mine, *theirs)) > PHRASE:
        return False
    one, other = mine[0].quotation.speaker, theirs[0].quotation.speaker
    return bool(one and other and " " in one and " " in other and different_people(one, other))


def _coverage(draft: Draft, left: Prepared, right: Prepared, weights: Weights) -> float:
    """The share of the evidence of the quotations that `draft` touches, on the side where it is greater."""
    return max(
        _covered(draft, {left.piece_at(b.left) for b in draft.blocks}, left, weights),
        _covered(draft, {right.piece_at(b.right) for b in draft.blocks}, right, weights),
    )


def _covered(draft: Draft, touched: set[int], side: Prepared, weights: Weights) -> float:
    pieces = [side.pieces[k] for k in touched if k >= 0]
    whole = sum(weights.of(side.words.keys, piece.start, piece.end) for piece in pieces)
    return draft.evidence / whole if whole else 0.0

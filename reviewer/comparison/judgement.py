"""Which drafts are matches: evidence, coverage of the quotations, and rivals for the same words."""

from __future__ import annotations

from typing import NamedTuple

from reviewer.comparison.attribution import different_people
from reviewer.comparison.blocks import Block
from reviewer.comparison.drafts import ADJOINING, SPOKEN, Draft, gap_between
from reviewer.comparison.passages import COPIED_EVIDENCE_BESIDE, copied
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.weights import Weights

RIVAL_SHARE = 0.7  # share of the evidence of a stronger draft that one on the same words must have beside it
VERBATIM = 0.85  # share from which on a quotation covered without a change stands for itself, however strong its rivals
VERBATIM_WORDS = 4  # equal words that it has at least
QUOTED_EVIDENCE = 1.6  # evidence that a match of a quotation has at least
DENSE = 0.5  # share of equal words in the tighter of its two ranges that it has at least
PHRASE_WORDS = 4  # words of a quotation up to which two people may well use the same ones
PHRASE_EVIDENCE = 2.5  # evidence from which on they may not: one article has the wrong one of the two
NAMED = 0.9  # share of its quotations from which on a match may be of nothing but names
SHELF_WORDS = 64  # words of an article that are looked up together


class _Needed(NamedTuple):
    """What a match needs: evidence, equal words in a row, and the share of its quotations' evidence (0–1)."""

    evidence: float
    run: int
    cover: float


QUOTED = (_Needed(0.0, 0, 0.6), _Needed(2.6, 4, 0.25))  # of two quotations: one of these
HALF_QUOTED = (_Needed(2.2, 4, 0.6), _Needed(4.0, 5, 0.25))  # the same of a quotation and unquoted text


def resolved(found: list[Draft], left: Prepared, right: Prepared, weights: Weights) -> list[Draft]:
    """The drafts that hold, less those that only echo a stronger one; of unquoted text, what of it was copied."""
    quoted: list[tuple[Draft, bool]] = []
    copies: list[Draft] = []
    doubtful: list[Draft] = []
    for draft in found:
        if draft.left_quotes or draft.right_quotes:
            cover = _coverage(draft, left, right, weights)
            if holds(draft, cover, left, right):
                quoted.append((draft, _verbatim(draft, cover)))
        elif copy := copied(draft, left, right, weights):
            copies.append(copy)
        else:
            doubtful.append(draft)
    copies += _beside(copies, doubtful, left, right, weights)
    return _without_echoes(quoted + [(copy, False) for copy in copies])


def _beside(
    copies: list[Draft], doubtful: list[Draft], left: Prepared, right: Prepared, weights: Weights
) -> list[Draft]:
    """What is copied of the `doubtful` passages, which tell too little by themselves, but stand beside one of the `copies`."""
    by_place: dict[int, list[Draft]] = {}
    for copy in copies:
        for shelf in _shelves(copy.left_range, ADJOINING):
            by_place.setdefault(shelf, []).append(copy)
    near = [
        draft
        for draft in doubtful
        if any(
            gap_between(draft.left_range, copy.left_range) <= ADJOINING
            and gap_between(draft.right_range, copy.right_range) <= ADJOINING
            for shelf in _shelves(draft.left_range)
            for copy in by_place.get(shelf, ())
        )
    ]
    found = (copied(draft, left, right, weights, COPIED_EVIDENCE_BESIDE) for draft in near)
    return [copy for copy in found if copy]


def _without_echoes(held: list[tuple[Draft, bool]]) -> list[Draft]:
    """The drafts, strongest first, without those on words of a stronger one, unless they are verbatim (given with each)."""
    kept: list[Draft] = []
    strong_left, strong_right = _Ranges(), _Ranges()
    for draft, verbatim in sorted(held, key=lambda one: (-one[0].evidence, one[0].blocks)):
        mine, theirs = draft.left_range, draft.right_range
        needed = draft.evidence / RIVAL_SHARE
        if verbatim or not (strong_left.hold(mine, needed) or strong_right.hold(theirs, needed)):
            kept.append(draft)
            strong_left.add(mine, draft.evidence)
            strong_right.add(theirs, draft.evidence)
    return kept


def _shelves(words: tuple[int, int], around: int = 0) -> range:
    """The shelves of words that a range lies in, or comes as near to as `around` words."""
    return range((words[0] - around) // SHELF_WORDS, (words[1] + around) // SHELF_WORDS + 1)


class _Ranges:
    """Ranges of words of one side with their evidence, found by place."""

    def __init__(self) -> None:
        self._by_place: dict[int, list[tuple[tuple[int, int], float]]] = {}

    def add(self, words: tuple[int, int], evidence: float) -> None:
        for shelf in _shelves(words):
            self._by_place.setdefault(shelf, []).append((words, evidence))

    def hold(self, words: tuple[int, int], needed: float) -> bool:
        """Whether a range of more evidence than `needed` has half of these words."""
        return any(
            evidence > needed and _half_inside(words, other)
            for shelf in _shelves(words)
            for other, evidence in self._by_place.get(shelf, ())
        )


def _verbatim(draft: Draft, cover: float) -> bool:
    return cover >= VERBATIM and draft.count >= VERBATIM_WORDS and density(draft) >= VERBATIM


def _half_inside(a: tuple[int, int], b: tuple[int, int]) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared * 2 >= a[1] - a[0]


def density(draft: Draft) -> float:
    """The share of equal words in the tighter of the two ranges, 0–1."""
    left_start, left_end = draft.left_range
    right_start, right_end = draft.right_range
    return draft.count / max(1, min(left_end - left_start, right_end - right_start))


def holds(draft: Draft, cover: float, left: Prepared, right: Prepared) -> bool:
    """Whether the evidence of `draft`, which has a quotation, is enough for where it stands; `cover`: its share of its quotations."""
    longest = draft.longest
    if draft.evidence < QUOTED_EVIDENCE and not (longest >= SPOKEN and _verbatim(draft, cover)):
        return False
    if density(draft) < DENSE:
        return False
    both = bool(draft.left_quotes and draft.right_quotes)
    if both and two_speakers(draft, left, right):
        return False
    if cover < NAMED and only_names(draft.blocks, left, right):
        return False
    return any(
        draft.evidence >= needed.evidence and longest >= needed.run and cover >= needed.cover
        for needed in (QUOTED if both else HALF_QUOTED)
    )


def only_names(blocks: list[Block], left: Prepared, right: Prepared) -> bool:
    """Whether all that both have is a long name, of an act, an office or a body: whoever speaks of it calls it so."""
    words = shared_language(left, right)
    return not words.nouns_capitalised and all(
        left.words.keys[block.left + k] in words.function
        or (left.capital(block.left + k) and right.capital(block.right + k))
        for block in blocks
        for k in range(block.length)
    )


def two_speakers(draft: Draft, left: Prepared, right: Prepared) -> bool:
    """Whether `draft` is but a phrase ("a mistake") in the mouths of two people, both given by their full names or titles."""
    mine, theirs = [left.pieces[k] for k in draft.left_quotes], [right.pieces[k] for k in draft.right_quotes]
    if (
        draft.evidence >= PHRASE_EVIDENCE
        or len(mine) != 1
        or len(theirs) != 1
        or min(p.end - p.start for p in (*mine, *theirs)) > PHRASE_WORDS
    ):
        return False
    one, other = mine[0].quotation.speaker, theirs[0].quotation.speaker
    return bool(
        one and other and " " in one and " " in other and different_people(one, other, shared_language(left, right))
    )


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

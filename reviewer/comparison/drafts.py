"""From runs of equal words to drafts of matches: one per utterance, however many pieces it lies in."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from reviewer.comparison.seeds import Block
from reviewer.comparison.sides import Prepared
from reviewer.comparison.words import Weights

NEAR = 30  # words between two pieces of one utterance in unquoted text
ADJOINING = 45  # words (the attribution) between two quotations that the other article merged into one
FAR = 15  # words of a gap that count where the other side goes on at once
BESIDE = 25  # words between the quoted and the unquoted piece of one utterance
FAINT = 0.9  # evidence below which two quotations share nothing that could join others
TOUCHING = 6  # the same for pieces of a few words
MERGED = 150  # words between two quotations that the other article prints as one without a break
STRAY = 0.075  # evidence that a block at the edge of a draft needs for each word between it and the rest


@dataclass(slots=True)
class Draft:
    """Equal blocks that may be one match; groups are attributions (`Piece.group`), empty for unquoted text."""

    blocks: list[Block]
    left_groups: set[int] = field(default_factory=set)
    right_groups: set[int] = field(default_factory=set)
    evidence: float = 0.0
    reported: tuple[tuple[int, int], tuple[int, int]] | None = (
        None  # the word ranges of a paraphrase: all of both sides
    )

    @property
    def left_range(self) -> tuple[int, int]:
        return min(b.left for b in self.blocks), max(b.left + b.length for b in self.blocks)

    @property
    def right_range(self) -> tuple[int, int]:
        return min(b.right for b in self.blocks), max(b.right + b.length for b in self.blocks)

    @property
    def count(self) -> int:
        return sum(block.length for block in self.blocks)


def gap_between(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many words lie between two ranges; 0 where they touch or overlap."""
    return max(0, max(a[0], b[0]) - min(a[1], b[1]))


def _one_sentence(end: int, start: int, side: Prepared) -> bool:
    """Whether no sentence of unquoted text ends between two words: what has no marks is cut at sentences instead."""
    low, high = sorted((end, start))
    gap = side.text[side.words.ends[max(0, low - 1)] : side.words.starts[min(high, len(side.words) - 1)]]
    return not any(mark in gap for mark in ".!?…\n")


class _Cells:
    """Collects blocks by where they stand: quotation against quotation, against unquoted text, or outside all marks."""

    def __init__(self, left: Prepared, right: Prepared) -> None:
        self.left, self.right = left, right
        self.quoted: dict[tuple[int, int], Draft] = {}
        self.left_only: dict[int, list[Draft]] = {}
        self.right_only: dict[int, list[Draft]] = {}
        self.plain: list[Draft] = []

    def add(self, block: Block, left_group: int, right_group: int, *, fresh: bool) -> None:
        if left_group and right_group:
            draft = self.quoted.get((left_group, right_group))
            if draft is None:
                self.quoted[left_group, right_group] = Draft([block], {left_group}, {right_group})
            else:
                draft.blocks.append(block)
        elif left_group:
            drafts = self.left_only.setdefault(left_group, [])
            for draft in drafts:
                last = draft.blocks[-1]
                if gap_between(draft.right_range, (block.right, block.right + block.length)) <= NEAR and (
                    self.left.piece_at(last.left) == self.left.piece_at(block.left)
                    or _one_sentence(last.right + last.length, block.right, self.right)
                ):
                    draft.blocks.append(block)
                    return
            drafts.append(Draft([block], {left_group}))
        elif right_group:
            drafts = self.right_only.setdefault(right_group, [])
            for draft in drafts:
                last = draft.blocks[-1]
                if gap_between(draft.left_range, (block.left, block.left + block.length)) <= NEAR and (
                    self.right.piece_at(last.right) == self.right.piece_at(block.right)
                    or _one_sentence(last.left + last.length, block.left, self.left)
                ):
                    draft.blocks.append(block)
                    return
            drafts.append(Draft([block], set(), {right_group}))
        elif fresh or not self.plain:
            self.plain.append(Draft([block]))
        else:
            self.plain[-1].blocks.append(block)


def drafts(chained: list[list[Block]], left: Prepared, right: Prepared, weights: Weights) -> list[Draft]:
    """The drafts that `chained` blocks make: each cut where quotations begin and end, then gathered by utterance."""
    cells = _Cells(left, right)
    for blocks in chained:
        fresh = True
        for block in blocks:
            at = 0
            while at < block.length:
                left_piece, left_end = left.stretch(block.left + at)
                right_piece, right_end = right.stretch(block.right + at)
                length = min(block.length - at, left_end - block.left - at, right_end - block.right - at)
                left_group = left.pieces[left_piece].group if left_piece >= 0 else 0
                right_group = right.pieces[right_piece].group if right_piece >= 0 else 0
                cells.add(Block(block.left + at, block.right + at, length), left_group, right_group, fresh=fresh)
                fresh = bool(left_group or right_group)
                at += length
    quoted = list(cells.quoted.values())
    for draft in quoted:
        _settle(draft, left, weights)
    found = _merged([draft for draft in quoted if draft.evidence >= FAINT], left, right)
    for group, halves in cells.left_only.items():
        found += _beside([d for d in found if group in d.left_groups and d.right_groups], halves, "right_range", right)
    for group, halves in cells.right_only.items():
        found += _beside([d for d in found if group in d.right_groups and d.left_groups], halves, "left_range", left)
    found += cells.plain
    for draft in found:
        _settle(draft, left, weights)
    return [draft for draft in found if draft.blocks]


def _merged(quoted: list[Draft], left: Prepared, right: Prepared) -> list[Draft]:
    """Drafts that share an attribution on one side and adjoin on the other are one utterance."""
    kept: list[Draft] = []
    for draft in sorted(quoted, key=lambda d: d.left_range):
        mine, theirs = draft.left_range, draft.right_range
        for other in kept:
            if (
                other.left_groups & draft.left_groups
                and not _alternatives(other.left_range, mine)
                and _adjoin(other.right_range, theirs, right, gap_between(other.left_range, mine))
            ) or (
                other.right_groups & draft.right_groups
                and not _alternatives(other.right_range, theirs)
                and _adjoin(other.left_range, mine, left, gap_between(other.right_range, theirs))
            ):
                other.blocks += draft.blocks
                other.left_groups |= draft.left_groups
                other.right_groups |= draft.right_groups
                break
        else:
            kept.append(draft)
    return kept


def _alternatives(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two ranges are the same words (each a variant of them elsewhere), not pieces that complete each other."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared > min(one[1] - one[0], other[1] - other[0])


def _adjoin(one: tuple[int, int], other: tuple[int, int], side: Prepared, elsewhere: int) -> bool:
    """Whether two ranges may be pieces of one utterance that lie `elsewhere` words apart on the other side."""
    gap = gap_between(one, other)
    if elsewhere <= 2:
        return gap <= MERGED
    if gap > ADJOINING:
        return False
    end, start = min(one[1], other[1]), max(one[0], other[0])
    return gap == 0 or side.text.count("\n\n", side.words.ends[end - 1], side.words.starts[start]) <= 1


def _beside(quoted: list[Draft], halves: list[Draft], name: str, side: Prepared) -> list[Draft]:
    """Half-quoted drafts of an attribution: joined to its quoted draft where they adjoin, else drafts of their own."""
    alone = []
    for half in halves:
        for draft in quoted:
            one, other = getattr(draft, name), getattr(half, name)
            end, start = min(one[1], other[1]), max(one[0], other[0])
            gap = start - end
            if (gap <= TOUCHING and half.count >= 3) or (
                half.count >= 4
                and gap <= BESIDE
                and "\n" not in side.text[side.words.ends[end - 1] : side.words.starts[start]]
            ):
                draft.blocks += half.blocks
                break
        else:
            alone.append(half)
    return alone


def _settle(draft: Draft, left: Prepared, weights: Weights) -> None:
    """Uses each word once, drops stray blocks at the edges, and sums the evidence."""
    draft.blocks.sort()
    blocks = draft.blocks
    for last, block in pairwise(blocks):
        if block.left < last.left + last.length or block.right < last.right + last.length:
            blocks = _used_once(blocks)
            break
    values = [weights.of(left.words.keys, b.left, b.left + b.length) for b in blocks]
    blocks, values = _without_strays(blocks, values)
    draft.blocks = blocks
    draft.evidence = sum(values)


def _used_once(blocks: list[Block]) -> list[Block]:
    used_left: set[int] = set()
    used_right: set[int] = set()
    kept = []
    for block in sorted(blocks, key=lambda b: (-b.length, b)):
        free = [k for k in range(block.length) if block.left + k not in used_left and block.right + k not in used_right]
        if not free or (len(free) < block.length and len(free) < 2):
            continue
        start, end = free[0], free[-1] + 1
        if end - start != len(free):
            continue
        used_left.update(range(block.left + start, block.left + end))
        used_right.update(range(block.right + start, block.right + end))
        kept.append(Block(block.left + start, block.right + start, end - start))
    return sorted(kept)


def _without_strays(blocks: list[Block], values: list[float]) -> tuple[list[Block], list[float]]:
    """Blocks at either end whose evidence does not outweigh the words between them and the rest are let go."""
    first, last = 0, len(blocks)
    while last - first > 1 and values[first] < _price(blocks[first], blocks[first + 1]):
        first += 1
    while last - first > 1 and values[last - 1] < _price(blocks[last - 2], blocks[last - 1]):
        last -= 1
    return blocks[first:last], values[first:last]


def _price(one: Block, other: Block) -> float:
    """What a block must weigh to be kept across the gap to its neighbour; long attributions cost no more than short ones."""
    left = other.left - one.left - one.length
    right = abs(other.right - one.right - one.length)
    gap = max(left, right)
    return STRAY * (min(gap, FAR) if min(left, right) <= 2 else gap) + 0.1

"""From runs of equal words to drafts of matches: one per utterance, however many pieces it lies in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise

from reviewer.comparison.blocks import Block, used_once
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.weights import Weights

# Words between two pieces of one utterance:
NEAR = 30  # of unquoted text
ADJOINING = 45  # of quotations (the attribution) that the other article merged into one
MERGED = 150  # the same, where the other article goes on at once
AT_ONCE = 2  # words that it may have there and still go on at once
CLOSE = 5  # words that it may have there where these are of two attributions
BESIDE = 25  # of a quotation and unquoted text
TOUCHING = 6  # the same for unquoted text of a few words
# Equal words of such a piece without marks:
BESIDE_WORDS = 4  # of one in the paragraph of the quotation
TOUCHING_WORDS = 3  # of one in its sentence
SENTENCE_WORDS = 5  # of one that touches it, though a sentence ends between
FILLED = 0.4  # share of its quotation that each of two distant pieces must have
FAINT = 0.9  # evidence below which two quotations share nothing that could join others
SPOKEN = 7  # equal words in a row that two quotations do not share by chance, however plain each of them is
SIGNER = 4  # words of a name before its handle
REFUSAL = 2  # words before a verb of speech among which one may say that nothing was said
STRAY = 0.075  # evidence that a block at the edge of a draft needs for each word between it and the rest,
STRAY_LEAST = 0.1  # and this besides
FAR = 15  # words of a gap that count where the other side goes on at once


@dataclass(slots=True, eq=False)
class Draft:
    """Equal blocks that may be one match; `left_quotes` are the pieces (indices) it touches, none for unquoted text.

    `reported`: the word ranges of a paraphrase, which takes in all of both sides.  `stemmed`: the words of its blocks are equal but
    for their endings ("are", "aren't"), so that they may say the opposite.  `least`: word ranges that it takes in, whatever blocks
    it has there.  Only this module changes one, while it gathers its blocks.
    """

    blocks: list[Block]
    left_quotes: set[int] = field(default_factory=set)
    right_quotes: set[int] = field(default_factory=set)
    evidence: float = 0.0
    reported: tuple[tuple[int, int], tuple[int, int]] | None = None
    stemmed: bool = False
    least: tuple[tuple[int, int], tuple[int, int]] | None = None

    # asked for some hundred times a pair: by `reach` both would make a comparison half a per cent slower
    @property
    def left_range(self) -> tuple[int, int]:
        if len(self.blocks) == 1:
            start, _, length = self.blocks[0]
            return start, start + length
        return min([b.left for b in self.blocks]), max([b.left + b.length for b in self.blocks])

    @property
    def right_range(self) -> tuple[int, int]:
        if len(self.blocks) == 1:
            _, start, length = self.blocks[0]
            return start, start + length
        return min([b.right for b in self.blocks]), max([b.right + b.length for b in self.blocks])

    def range(self, at: int) -> tuple[int, int]:
        """The words it takes in on the left (0) or the right (1)."""
        return self.right_range if at else self.left_range

    def quotes(self, at: int) -> set[int]:
        """The pieces it touches on the left (0) or the right (1)."""
        return self.right_quotes if at else self.left_quotes

    @property
    def count(self) -> int:
        return sum([block.length for block in self.blocks])

    @property
    def longest(self) -> int:
        return max([block.length for block in self.blocks])

    def take(self, other: Draft) -> None:
        """Takes in the blocks of `other`."""
        self.blocks += other.blocks
        self.left_quotes |= other.left_quotes
        self.right_quotes |= other.right_quotes


def gap_between(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many words lie between two ranges; 0 where they touch or overlap."""
    return max(0, max(a[0], b[0]) - min(a[1], b[1]))


class _Cells:
    """Collects blocks by where they stand: quotation against quotation, against unquoted text, or outside all marks.

    `halves`: of quotations of the left, and of the right, that stand against unquoted text, by attribution.
    """

    def __init__(self, left: Prepared, right: Prepared) -> None:
        self.sides = left, right
        self.quoted: dict[tuple[int, int], Draft] = {}
        self.halves: tuple[dict[int, list[Draft]], dict[int, list[Draft]]] = {}, {}
        self.plain: list[Draft] = []

    def add(self, block: Block, one: int, other: int, *, fresh: bool) -> None:
        """Adds a block of the pieces `one` and `other` (-1: unquoted); `fresh` begins a new stretch of unquoted text."""
        if one >= 0 and other >= 0:
            draft = self.quoted.get((one, other))
            if draft is None:
                self.quoted[one, other] = Draft([block], {one}, {other})
            else:
                draft.blocks.append(block)
        elif one >= 0:
            self._add_half(Draft([block], {one}), one, 0)
        elif other >= 0:
            self._add_half(Draft([block], set(), {other}), other, 1)
        elif fresh or not self.plain:
            self.plain.append(Draft([block]))
        else:
            self.plain[-1].blocks.append(block)

    def _add_half(self, half: Draft, piece: int, at: int) -> None:
        """Adds a draft of one block that has the quotation `piece` on the side `at`, and no marks on the other."""
        halves = self.halves[at].setdefault(self.sides[at].pieces[piece].group, [])
        plain, side = 1 - at, self.sides[1 - at]
        start = half.blocks[0][plain]
        for draft in halves:
            last = draft.blocks[-1]
            end = last[plain] + last.length
            if 0 <= start - end <= AT_ONCE or (
                gap_between(draft.range(plain), half.range(plain)) <= NEAR
                and (piece in draft.quotes(at) or _one_sentence(end, start, side))
            ):
                draft.take(half)
                return
        halves.append(half)


def _one_sentence(end: int, start: int, side: Prepared) -> bool:
    """Whether no sentence of unquoted text ends between two words: what has no marks is cut at sentences instead."""
    low, high = sorted((end, start))
    gap = side.text[side.words.ends[max(0, low - 1)] : side.words.starts[min(high, len(side.words) - 1)]]
    return not any(mark in gap for mark in ".!?…\n")


def drafts(chained: list[list[Block]], left: Prepared, right: Prepared, weights: Weights) -> list[Draft]:
    """The drafts that `chained` blocks make: each cut where quotations begin and end, then gathered by utterance."""
    cells = _Cells(left, right)
    for blocks in chained:
        fresh = True
        for block in blocks:
            at = 0
            while at < block.length:
                one, left_end = left.stretch(block.left + at)
                other, right_end = right.stretch(block.right + at)
                length = min(block.length - at, left_end - block.left - at, right_end - block.right - at)
                cells.add(Block(block.left + at, block.right + at, length), one, other, fresh=fresh)
                fresh = one >= 0 or other >= 0
                at += length
    quoted = list(cells.quoted.values())
    for draft in quoted:
        _settle(draft, left, weights)
    quoted = [draft for draft in quoted if draft.evidence >= FAINT or draft.longest >= SPOKEN]
    merged = _Merging(left, right, quoted).merged()
    found = list(merged)
    words = shared_language(left, right)
    found += _beside(merged, [*chain(*cells.halves[0].values())], 0, right, words)
    found += _beside(merged, [*chain(*cells.halves[1].values())], 1, left, words)
    found += cells.plain
    for draft in found:
        _settle(draft, left, weights)
    return [draft for draft in found if draft.blocks]


class _Merging:
    """Joins drafts that are pieces of one utterance."""

    def __init__(self, left: Prepared, right: Prepared, quoted: list[Draft]) -> None:
        self.sides, self.quoted = (left, right), quoted
        self.homes: tuple[dict[int, list[Draft]], dict[int, list[Draft]]] = {}, {}

    def merged(self) -> list[Draft]:
        kept: list[Draft] = []
        for draft in sorted(self.quoted, key=lambda d: (d.left_range, d.right_range)):
            home = min(
                [other for other in self._neighbours(draft) if self._one_utterance(other, draft)],
                key=lambda other: _distance(other, draft),
                default=None,
            )
            if home is None or self._said_elsewhere(draft, home):
                kept.append(home := Draft([]))
            home.take(draft)
            for at, known in enumerate(self.homes):
                for piece in draft.quotes(at):
                    there = known.setdefault(piece, [])
                    if home not in there:
                        there.append(home)
        return kept

    @cached_property
    def _by_quotation(self) -> tuple[dict[int, list[Draft]], dict[int, list[Draft]]]:
        found: tuple[dict[int, list[Draft]], dict[int, list[Draft]]] = {}, {}
        for draft in self.quoted:
            for at, known in enumerate(found):
                for piece in draft.quotes(at):
                    known.setdefault(piece, []).append(draft)
        return found

    def _said_elsewhere(self, draft: Draft, home: Draft) -> bool:
        """Whether what it would bring to `home` are words of another draft, of twice as many in that quotation."""
        least = 2 * draft.count
        return any(
            other.count >= least and _inside(draft.range(at), other.range(at))
            for at, known in enumerate(self._by_quotation)
            for piece in draft.quotes(at) - home.quotes(at)
            for other in known[piece]
        )

    def _neighbours(self, draft: Draft) -> list[Draft]:
        """What has a quotation of `draft`, or on the left the one before, with which it may go on."""
        lefts, rights = self.homes
        found: list[Draft] = []
        for piece in draft.left_quotes:
            found += [*lefts.get(piece, ()), *lefts.get(piece - 1, ())]
        for piece in draft.right_quotes:
            found += rights.get(piece, ())
        return found

    def _one_utterance(self, one: Draft, other: Draft) -> bool:
        """Whether two drafts share a quotation on one side and adjoin on the other, or go on in mid-sentence on both."""
        left, right = self.sides
        return (
            self._share(one, other, 0)
            or self._share(one, other, 1)
            or (
                left.goes_on(max(one.left_quotes), min(other.left_quotes))
                and right.goes_on(max(one.right_quotes), min(other.right_quotes))
            )
        )

    def _share(self, one: Draft, other: Draft, at: int) -> bool:
        """Whether two drafts share a quotation of the side `at`, and their words on the other one adjoin."""
        if one.quotes(at).isdisjoint(other.quotes(at)):
            return False
        mine, yours = one.range(at), other.range(at)
        if _alternatives(mine, yours):
            return False
        there, side = 1 - at, self.sides[1 - at]
        elsewhere, apart = one.range(there), other.range(there)
        gap = gap_between(mine, yours)
        return (
            _adjoin(elsewhere, apart, side, gap)
            and (gap <= CLOSE or _one_attribution(one.quotes(there), other.quotes(there), side))
            and (gap_between(elsewhere, apart) <= ADJOINING or _fills(one, other, there, side))
        )


def _inside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _distance(one: Draft, other: Draft) -> int:
    """How many words lie between two drafts, on both sides together."""
    return gap_between(one.left_range, other.left_range) + gap_between(one.right_range, other.right_range)


def _one_attribution(one: set[int], other: set[int], side: Prepared) -> bool:
    return not {side.pieces[k].group for k in one}.isdisjoint(side.pieces[k].group for k in other)


def _alternatives(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two ranges are the same words (each a variant of them elsewhere), not pieces that complete each other."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared > min(one[1] - one[0], other[1] - other[0])


def _fills(one: Draft, other: Draft, at: int, side: Prepared) -> bool:
    """Whether both drafts have a good part of their quotations on `side`, left (0) or right (1): a merged statement, not a phrase that two share."""
    for draft in (one, other):
        pieces = [side.pieces[k] for k in draft.quotes(at)]
        if draft.count < FILLED * sum(piece.end - piece.start for piece in pieces):
            return False
    return True


def _adjoin(one: tuple[int, int], other: tuple[int, int], side: Prepared, elsewhere: int) -> bool:
    """Whether two ranges may be pieces of one utterance that lie `elsewhere` words apart on the other side."""
    gap = gap_between(one, other)
    if elsewhere <= AT_ONCE:
        return gap <= MERGED
    if gap > ADJOINING:
        return False
    end, start = min(one[1], other[1]), max(one[0], other[0])
    return gap == 0 or side.text.count("\n\n", side.words.ends[end - 1], side.words.starts[start]) <= 1


def _beside(quoted: list[Draft], halves: list[Draft], at: int, side: Prepared, words: Lexicon) -> list[Draft]:
    """Half-quoted drafts: joined to a quoted draft of their attribution where they adjoin it, else drafts of their own.

    `at` is the side of their quotations, left (0) or right (1), `side` the other one.
    """
    if not halves:
        return []
    holders: dict[int, list[int]] = {}
    for number, draft in enumerate(quoted):
        for piece in draft.quotes(at):
            holders.setdefault(piece, []).append(number)
    alone = []
    for half in halves:
        if _signs(half.range(1 - at), side):
            continue
        pieces = half.quotes(at)
        for number in sorted({number for piece in pieces for number in holders.get(piece, ())}):
            draft = quoted[number]
            one, other = draft.range(1 - at), half.range(1 - at)
            end, start = min(one[1], other[1]), max(one[0], other[0])
            gap = start - end
            if gap > BESIDE or _left_unsaid(side.words.keys[end:start], words):
                continue
            if (
                gap <= TOUCHING
                and half.count >= (TOUCHING_WORDS if _one_sentence(end, start, side) else SENTENCE_WORDS)
            ) or (
                half.count >= BESIDE_WORDS
                and gap <= BESIDE
                and "\n" not in side.text[side.words.ends[end - 1] : side.words.starts[start]]
            ):
                draft.take(half)
                for piece in pieces:
                    holders.setdefault(piece, []).append(number)
                break
        else:
            alone.append(half)
    return alone


def _left_unsaid(keys: list[str], words: Lexicon) -> bool:
    """Whether words after a quotation tell what was not said: `but declined to say whether`, `but did not say if`."""
    return any(
        key in words.speech
        and any(before in words.refused or words.denies(before) for before in keys[max(0, at - REFUSAL) : at])
        for at, key in enumerate(keys)
    )


def _signs(span: tuple[int, int], side: Prepared) -> bool:
    """Whether the words of `span` begin with the name and handle under a post, which one side prints inside its marks."""
    text = side.text[side.words.starts[span[0]] : side.words.ends[span[1] - 1]]
    name, handle, _ = text.partition("(@")
    return bool(handle) and len(name.split()) <= SIGNER


def _settle(draft: Draft, left: Prepared, weights: Weights) -> None:
    """Uses each word once, drops stray blocks at the edges, and sums the evidence."""
    draft.blocks.sort()
    blocks = draft.blocks
    for last, block in pairwise(blocks):
        if block.left < last.left + last.length or block.right < last.right + last.length:
            blocks = used_once(blocks)
            break
    values = [weights.of(left.words.keys, b.left, b.left + b.length) for b in blocks]
    blocks, values = _without_strays(blocks, values)
    draft.blocks = blocks
    draft.evidence = sum(values)


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
    return STRAY * (min(gap, FAR) if min(left, right) <= AT_ONCE else gap) + STRAY_LEAST

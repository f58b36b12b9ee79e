"""Exact bounds of a match: from its equal words to the parts of each article that carry it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.comparison.blocks import Block, cut, equal_blocks
from reviewer.comparison.clauses import attributions_within, clause_ends, retelling, retold
from reviewer.comparison.drafts import Draft
from reviewer.comparison.growing import CLAUSE_WORDS, END_WORDS, Growing, Stretch, grow, margin
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.stems import speaking
from reviewer.comparison.widening import widen
from reviewer.text import Span

OUTER_END_WORDS = 6  # the same at either end of an utterance in several pieces
SWAPPED_SHARE = 0.8  # share of equal words that a clause at the other end of the other quotation has
MOVED_SHARE = 0.6  # the same of the words at one end that the other article has in its midst
_CLOSERS = ".!?…"
_HYPHENS = frozenset("-\u2010\u2011")


class Bounds(NamedTuple):
    """Where a match lies: a stretch for every quotation or piece of unquoted text it touches; and its equal words in them."""

    left: list[Stretch]
    right: list[Stretch]
    blocks: list[Block]


def bounds_of(draft: Draft, left: Prepared, right: Prepared) -> Bounds:
    """The words of each side that carry the utterance or source text of `draft`."""
    if draft.reported:
        return _of_report(draft.blocks, draft.reported, left, right)
    one = _touched([(b.left, b.left + b.length) for b in draft.blocks], left)
    other = _touched([(b.right, b.right + b.length) for b in draft.blocks], right)
    if len(one) == len(other) == 1 and from_mark_to_mark(one, left) and from_mark_to_mark(other, right):
        return Bounds(one, other, draft.blocks)
    growing = Growing(draft.blocks, (left, right), (one, other), shared_language(left, right))
    for ahead in (False, True):
        widen(growing, ahead=ahead)
    if len(one) == len(other) == 1:
        _take_in_moved(growing)
    if len(one) == len(other) == 1 and one[0].piece >= 0 and other[0].piece >= 0:
        mine, theirs = left.pieces[one[0].piece], right.pieces[other[0].piece]
        if one[0].start > mine.start and other[0].end < theirs.end:
            _swap_in(growing, ahead=False)
        if one[0].end < mine.end and other[0].start > theirs.start:
            _swap_in(growing, ahead=True)
    if draft.least:
        for found, (start, end) in zip((one, other), draft.least, strict=True):
            found[0].start, found[-1].end = min(found[0].start, start), max(found[-1].end, end)
    if (one[0].piece < 0) != (other[0].piece < 0):
        _leave_hearers(growing)
    in_pieces = len(one) > 1 or len(other) > 1
    if in_pieces:
        _leave_attributions(growing)
    _leave_asides(growing)
    for side, found in ((left, one), (right, other)):
        for at, stretch in enumerate(found):
            if len(found) > 1:
                _close_edges(stretch, side, first=at == 0, last=at == len(found) - 1)
            if stretch.piece < 0:
                _whole_words(stretch, side)
    if in_pieces:
        _fill(growing)
    return Bounds(one, other, growing.blocks)


def from_mark_to_mark(found: Sequence[Stretch], side: Prepared) -> bool:
    """Whether the stretches are whole quotations."""
    for stretch in found:
        if stretch.piece < 0:
            return False
        piece = side.pieces[stretch.piece]
        if stretch.start != piece.start or stretch.end != piece.end:
            return False
    return True


def _of_report(
    blocks: list[Block], reported: tuple[tuple[int, int], tuple[int, int]], left: Prepared, right: Prepared
) -> Bounds:
    """Those of a quotation and the sentence that reports it: what of either the other one has something of."""
    words = shared_language(left, right)
    (start, end), (begin, stop) = reported
    bounded = (retold, retelling) if left.piece_at(start) >= 0 else (retelling, retold)
    start, end = bounded[0]((start, end), blocks, 0, left, words)
    begin, stop = bounded[1]((begin, stop), blocks, 1, right, words)
    found = [Stretch(start, end, left.piece_at(start))], [Stretch(begin, stop, right.piece_at(begin))]
    growing = Growing(cut(cut(blocks, 0, start, end), 1, begin, stop), (left, right), found, words)
    _leave_asides(growing)
    return Bounds(*found, growing.blocks)


def _swap_in(growing: Growing, *, ahead: bool) -> None:
    """Takes in a clause that the left quotation begins (or ends) with and the right one ends (or begins) with."""
    ends, sides = growing.ends(ahead=ahead), growing.sides
    outer = _left_over(ends[0], sides[0], ahead=ahead), _left_over(ends[1], sides[1], ahead=not ahead)
    if not 1 < min(outer) <= max(outer) <= CLAUSE_WORDS:
        return
    one = ends[0].end if ahead else ends[0].start - outer[0]
    other = ends[1].start - outer[1] if ahead else ends[1].end
    mine, theirs = sides[0].words.keys[one : one + outer[0]], sides[1].words.keys[other : other + outer[1]]
    equal = equal_blocks(mine, theirs, one, other)
    if sum(block.length for block in equal) < SWAPPED_SHARE * max(outer):
        return
    growing.blocks = sorted(growing.blocks + equal)
    grow(ends[:1], outer[:1], ahead=ahead)
    grow(ends[1:], outer[1:], ahead=not ahead)


def _left_over(stretch: Stretch, side: Prepared, *, ahead: bool) -> int:
    """How many words its sentence has beyond the stretch, or all that follow in its quotation where the sentence has none."""
    piece = side.pieces[stretch.piece]
    return margin(stretch, side, CLAUSE_WORDS, ahead=ahead) or (
        piece.end - stretch.end if ahead else stretch.start - piece.start
    )


def _take_in_moved(growing: Growing) -> None:
    """Takes in the words at an end of one side that the other has in its midst: `The dam, [built in 1952,] feeds`, `Built in 1952, the dam feeds`."""
    for at, (side, there) in enumerate(zip(growing.sides, reversed(growing.sides), strict=True)):
        ranges = sorted([(b[1 - at], b[1 - at] + b.length) for b in growing.blocks])
        gaps = [(end, start) for (_, end), (start, _) in pairwise(ranges) if start > end]
        if not gaps:
            continue
        most = min(CLAUSE_WORDS, int(max([start - end for end, start in gaps]) / MOVED_SHARE))
        for ahead in (False, True):
            stretch = growing.ends(ahead=ahead)[at]
            count = margin(stretch, side, most, ahead=ahead)
            if not 0 < count <= most:
                continue
            first = stretch.end if ahead else stretch.start - count
            moved = side.words.keys[first : first + count]
            for end, start in gaps:
                equal = equal_blocks(moved, there.words.keys[end:start], first, end)
                if sum([block.length for block in equal]) >= MOVED_SHARE * count:
                    growing.blocks = sorted(
                        growing.blocks + [Block(b.right, b.left, b.length) if at else b for b in equal]
                    )
                    grow([stretch], [count], ahead=ahead)
                    gaps.remove((end, start))
                    break


def _leave_hearers(growing: Growing) -> None:
    """Leaves out who said it and who was told: unquoted words begin after `wrote for the court and said`, `asked [her whether]`."""
    at = 0 if growing.found[0][0].piece < 0 else 1
    stretch, side = growing.found[at][0], growing.sides[at]
    before = max(0, stretch.start - 1)
    longest = max(growing.blocks, key=lambda block: block.length)[at]
    if speaking(growing.words.code).isdisjoint(side.words.keys[before:longest]):
        return
    span = before, stretch.end
    start, _ = retelling(span, cut(growing.blocks, at, *span), at, side, growing.words)
    if start > stretch.start:
        growing.blocks = cut(growing.blocks, at, start, len(side.words))
        stretch.start = start


def _leave_asides(growing: Growing) -> None:
    """Cuts unquoted words in two around an attribution that stands among them on this side alone."""
    for at, found in enumerate(growing.found):
        for number in range(len(found) - 1, -1, -1):
            stretch = found[number]
            if stretch.piece >= 0:
                continue
            side, span = growing.sides[at], (stretch.start, stretch.end)
            for first, after in reversed(attributions_within(span, growing.blocks, at, side, growing.words)):
                found.insert(number + 1, Stretch(after, stretch.end, -1))
                stretch.end = first


def _leave_attributions(growing: Growing) -> None:
    """Leaves out attributions: unquoted words next to marks end before `, he said, and`."""
    for at, (found, side) in enumerate(zip(growing.found, growing.sides, strict=True)):
        for stretch, following in pairwise(found):
            if stretch.piece >= 0 or following.piece < 0:
                continue
            blocks, span = growing.blocks, (stretch.start, stretch.end)
            _, end = retelling(span, cut(blocks, at, *span), at, side, growing.words)
            if end < stretch.end:
                growing.blocks = sorted(cut(blocks, at, 0, end) + cut(blocks, at, stretch.end, len(side.words)))
                stretch.end = end


def _fill(growing: Growing) -> None:
    """Takes in the few words between unquoted ones and the marks that go on with their sentence: `was kept open [for years] “by luck”`.

    The other side must have some in their place, and nobody be said to speak there.
    """
    for at, (found, side) in enumerate(zip(growing.found, growing.sides, strict=True)):
        for one, other in pairwise(found):
            if (one.piece < 0) == (other.piece < 0) or not 0 < other.start - one.end <= END_WORDS:
                continue
            if not _goes_on(range(one.end, other.start), side, growing.words):
                continue
            before = max((b for b in growing.blocks if b[at] < one.end), key=lambda b: b[at], default=None)
            after = min((b for b in growing.blocks if b[at] >= other.start), key=lambda b: b[at], default=None)
            if before and after and after[1 - at] > before[1 - at] + before.length:
                if one.piece < 0:
                    one.end = other.start
                else:
                    other.start = one.end


def _goes_on(between: range, side: Prepared, words: Lexicon) -> bool:
    """Whether these words, and the one after them, go on with the clause before them, with nobody said to speak."""
    keys = side.words.keys[between.start : between.stop]
    return (
        not any(clause_ends(side, n) for n in (*between, between.stop))
        and speaking(words.code).isdisjoint(keys)
        and (words.joining | words.clausal).isdisjoint(keys)
    )


def _touched(ranges: list[tuple[int, int]], side: Prepared) -> list[Stretch]:
    """A stretch for every quotation, or piece of text between two, that has some of `ranges`, in order."""
    found: dict[int, Stretch] = {}
    for start, end in ranges:
        at = bisect_right(side.edges, start) - 1
        stretch = found.get(at)
        if stretch is None:
            found[at] = Stretch(start, end, side.edge_pieces[at])
        else:
            stretch.start, stretch.end = min(stretch.start, start), max(stretch.end, end)
    return sorted(found.values(), key=lambda s: s.start)


def _close_edges(stretch: Stretch, side: Prepared, *, first: bool, last: bool) -> None:
    """An utterance that goes on in another piece keeps the few words up to its marks."""
    if stretch.piece < 0:
        return
    piece = side.pieces[stretch.piece]
    before, after = OUTER_END_WORDS if first else END_WORDS, OUTER_END_WORDS if last else END_WORDS
    if margin(stretch, side, before, ahead=False) == stretch.start - piece.start <= before:
        stretch.start = piece.start
    if margin(stretch, side, after, ahead=True) == piece.end - stretch.end <= after:
        stretch.end = piece.end


def _whole_words(stretch: Stretch, side: Prepared) -> None:
    """Takes in the rest of an unquoted hyphened word that begins or ends outside ("45-year-old")."""
    words, text = side.words, side.text
    while (
        stretch.start
        and text[words.ends[stretch.start - 1] : words.starts[stretch.start]] in _HYPHENS
        and side.piece_at(stretch.start - 1) < 0
    ):
        stretch.start -= 1
    while (
        stretch.end < len(words)
        and text[words.ends[stretch.end - 1] : words.starts[stretch.end]] in _HYPHENS
        and side.piece_at(stretch.end) < 0
    ):
        stretch.end += 1


def _word_end(side: Prepared, word: int) -> int:
    return side.words.ends[word] if word >= 0 else 0


def _word_start(side: Prepared, word: int) -> int:
    return side.words.starts[word] if word < len(side.words) else len(side.text)


def parts_of(found: list[Stretch], side: Prepared) -> tuple[Span, ...]:
    """The stretches in code points; where one reaches the marks of its quotation, it reaches up to them, or to the part before it."""
    parts: list[Span] = []
    for stretch in found:
        start, end = side.words.starts[stretch.start], side.words.ends[stretch.end - 1]
        if stretch.piece >= 0:
            piece = side.pieces[stretch.piece]
            if stretch.start == piece.start:
                before = parts[-1].end if parts else 0
                start = min(start, max(piece.begins, before, _word_end(side, stretch.start - 1)))
            if stretch.end == piece.end:
                end = max(end, min(piece.quotation.end, _word_start(side, stretch.end)))
        elif end < len(side.text) and side.text[end] in _CLOSERS:
            end += 1
        parts.append(Span(start, end))
    return tuple(parts)

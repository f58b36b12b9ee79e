"""Exact bounds of a match: from its equal words to the parts of each article that carry it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reviewer.comparison.drafts import Draft
from reviewer.comparison.sides import Prepared
from reviewer.text import Span

MARGIN = 3  # changed or dropped words at an end that still belong to the match
TAIL = 6  # the same for an utterance in several pieces
_CLOSERS = ".!?…"
_ENDS = frozenset('.!?…\n“”"')


@dataclass(slots=True)
class Stretch:
    """Words `[start, end)` of one side, all in the quotation `piece` (-1: unquoted)."""

    start: int
    end: int
    piece: int


def stretches(draft: Draft, left: Prepared, right: Prepared) -> tuple[list[Stretch], list[Stretch]]:
    """The word ranges of `draft` on each side, one for every quotation or stretch of unquoted text it touches."""
    if draft.reported:
        (start, end), (begin, stop) = draft.reported
        return [Stretch(start, end, left.piece_at(start))], [Stretch(begin, stop, right.piece_at(begin))]
    one = _touched([(b.left, b.left + b.length) for b in draft.blocks], left)
    other = _touched([(b.right, b.right + b.length) for b in draft.blocks], right)
    for ahead in (False, True):
        _widen(one, left, other, right, ahead=ahead)
    for side, found in ((left, one), (right, other)):
        for at, stretch in enumerate(found):
            if len(found) > 1:
                _close_edges(stretch, side, first=at == 0, last=at == len(found) - 1)
    return one, other


def _touched(ranges: list[tuple[int, int]], side: Prepared) -> list[Stretch]:
    found: dict[int, Stretch] = {}
    for start, end in ranges:
        at = bisect_right(side.edges, start) - 1
        stretch = found.get(at)
        if stretch is None:
            found[at] = Stretch(start, end, side.edge_pieces[at])
        else:
            stretch.start, stretch.end = min(stretch.start, start), max(stretch.end, end)
    return sorted(found.values(), key=lambda s: s.start)


def _margin(stretch: Stretch, side: Prepared, *, ahead: bool) -> int:
    """How many words lie between the stretch and the end of its sentence or quotation; MARGIN + 1 if more than that."""
    words = side.words
    low, high = 0, len(words)
    if stretch.piece >= 0:
        low, high = side.pieces[stretch.piece].start, side.pieces[stretch.piece].end
    for count in range(MARGIN + 1):
        if ahead:
            at = stretch.end + count
            if at >= high or _breaks(side.text[words.ends[at - 1] : words.starts[at]]):
                return count
        else:
            at = stretch.start - count
            if at <= low or _breaks(side.text[words.ends[at - 1] : words.starts[at]]):
                return count
    return MARGIN + 1


def _breaks(separator: str) -> bool:
    return not _ENDS.isdisjoint(separator)


def _widen(one: list[Stretch], left: Prepared, other: list[Stretch], right: Prepared, *, ahead: bool) -> None:
    """Takes in the few changed words between the equal ones and the end of the sentence or quotation on both sides."""
    at = -1 if ahead else 0
    mine, theirs = one[at], other[at]
    by_mine, by_theirs = _margin(mine, left, ahead=ahead), _margin(theirs, right, ahead=ahead)
    if (mine.piece >= 0) != (theirs.piece >= 0):
        quoted = by_mine if mine.piece >= 0 else by_theirs
        if quoted > min(by_mine, by_theirs):
            return
        by_mine = by_theirs = quoted
    if by_mine > MARGIN or by_theirs > MARGIN:
        return
    if mine.piece < 0 and not (by_mine and by_theirs):
        return
    if ahead:
        mine.end += by_mine
        theirs.end += by_theirs
    else:
        mine.start -= by_mine
        theirs.start -= by_theirs


def _close_edges(stretch: Stretch, side: Prepared, *, first: bool, last: bool) -> None:
    """An utterance that goes on in another piece keeps the few words up to its marks."""
    if stretch.piece < 0:
        return
    piece = side.pieces[stretch.piece]
    if stretch.start - piece.start <= (TAIL if first else MARGIN):
        stretch.start = piece.start
    if piece.end - stretch.end <= (TAIL if last else MARGIN):
        stretch.end = piece.end


def _word_end(side: Prepared, word: int) -> int:
    return side.words.ends[word] if word >= 0 else 0


def _word_start(side: Prepared, word: int) -> int:
    return side.words.starts[word] if word < len(side.words) else len(side.text)


def parts_of(found: list[Stretch], side: Prepared) -> tuple[Span, ...]:
    """The stretches in code points; where one reaches the marks of its quotation, it reaches up to them."""
    parts = []
    for stretch in found:
        start, end = side.words.starts[stretch.start], side.words.ends[stretch.end - 1]
        if stretch.piece >= 0:
            piece = side.pieces[stretch.piece]
            if stretch.start == piece.start:
                start = min(start, max(piece.quotation.start, _word_end(side, stretch.start - 1)))
            if stretch.end == piece.end:
                end = max(end, min(piece.quotation.end, _word_start(side, stretch.end)))
        elif end < len(side.text) and side.text[end] in _CLOSERS:
            end += 1
        parts.append(Span(start, end))
    return tuple(parts)

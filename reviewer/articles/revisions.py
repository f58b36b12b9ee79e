"""Where the words of an article's earlier text are in its new one: a diff of paragraphs, then of words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.text import Span

MAX_TABLE = 25_000_000  # words × words that are compared at once: 3 MB of bits, 50 ms
_LINE = re.compile(r"[^\n]*\n+|[^\n]+$")
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Code points of the old text and what stands for them in the new one; `same` when they are the very same words."""

    old: Span
    new: Span
    same: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an old span is now; `same` when not a code point of it changed."""

    span: Span
    same: bool


@dataclass(frozen=True, slots=True)
class RevisionMap:
    """The pieces cover both texts from start to end, in order."""

    old: str
    new: str
    pieces: tuple[Piece, ...]

    def place(self, span: Span) -> Placed | None:
        """The old `span` in the new text; None when none of its words is left where the diff looks for them."""
        first = max(0, bisect_right(self.pieces, span.start, key=lambda piece: piece.old.start) - 1)
        start: int | None = None
        end = kept = 0
        for piece in self.pieces[first:]:
            if piece.old.start >= span.end:
                break
            low, high = max(span.start, piece.old.start), min(span.end, piece.old.end)
            if not piece.same or high <= low:
                continue
            shift = piece.new.start - piece.old.start
            start = low + shift if start is None else start
            end = high + shift
            kept += high - low
        if start is None:
            return None
        placed = self._widened(span, Span(start, end))
        return Placed(placed, kept == len(span) == len(placed))

    def _widened(self, old: Span, found: Span) -> Span:
        """`found` with the replaced words at its edges that stand for edges of `old`."""
        start, end = found.start, found.end
        for piece in self.pieces:
            if piece.same or not piece.old or not piece.new or not piece.old.overlaps(old):
                continue
            if old.contains(piece.old):
                start = min(start, piece.new.start) if piece.new.end == start else start
                end = max(end, piece.new.end) if piece.new.start == end else end
        return Span(start, end)

    @property
    def changed(self) -> tuple[Piece, ...]:
        """What is not the same, in order."""
        return tuple(piece for piece in self.pieces if not piece.same)


_Code = tuple[bool, int, int, int, int]


def _opcodes(old: list[str], new: list[str]) -> Iterator[_Code]:
    """(same, old from, to, new from, to) over two lists of words or lines; where the lists are too long to be compared
    whole, only between the items that both have once and in the same order (the patience diff)."""
    old_at = new_at = 0
    for a, c in [*_anchors(old, new), (len(old), len(new))]:
        yield from _compared(old, new, old_at, a, new_at, c)
        if a < len(old):
            yield True, a, a + 1, c, c + 1
        old_at, new_at = a + 1, c + 1


def _anchors(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    if len(old) * len(new) <= MAX_TABLE:
        return []
    old_counts, new_counts = Counter(old), Counter(new)
    places = {item: at for at, item in enumerate(new) if new_counts[item] == 1}
    pairs = [(at, places[item]) for at, item in enumerate(old) if old_counts[item] == 1 and item in places]
    ends: list[int] = []  # the longest run of pairs that ascends in both lists
    last: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        rank = bisect_left(ends, there)
        before.append(last[rank - 1] if rank else -1)
        ends[rank : rank + 1] = [there]
        last[rank : rank + 1] = [number]
    run: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _compared(old: list[str], new: list[str], a: int, b: int, c: int, d: int) -> Iterator[_Code]:
    while a < b and c < d and old[a] == new[c]:
        yield True, a, a + 1, c, c + 1
        a, c = a + 1, c + 1
    tail = 0
    while tail < min(b - a, d - c) and old[b - 1 - tail] == new[d - 1 - tail]:
        tail += 1
    yield from _middle(old, new, a, b - tail, c, d - tail)
    for step in range(tail, 0, -1):
        yield True, b - step, b - step + 1, d - step, d - step + 1


def _middle(old: list[str], new: list[str], a: int, b: int, c: int, d: int) -> Iterator[_Code]:
    if a < b and c < d and (b - a) * (d - c) <= MAX_TABLE:
        from rapidfuzz import distance

        codes = distance.Indel.opcodes(old[a:b], new[c:d])
        equal = [
            (a + code.src_start, a + code.src_end, c + code.dest_start, c + code.dest_end)
            for code in codes
            if code.tag == "equal"
        ]
    else:
        equal = []
    for start, end, new_start, new_end in [*equal, (b, b, d, d)]:
        if a < start or c < new_start:
            yield False, a, start, c, new_start
        if start < end:
            yield True, start, end, new_start, new_end
        a, c = end, new_end


def _offsets(parts: list[str], start: int) -> list[int]:
    offsets = [start]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return offsets


def _pieces(old: list[str], new: list[str], old_at: int, new_at: int) -> Iterator[Piece]:
    old_offsets, new_offsets = _offsets(old, old_at), _offsets(new, new_at)
    for same, a, b, c, d in _opcodes(old, new):
        yield Piece(Span(old_offsets[a], old_offsets[b]), Span(new_offsets[c], new_offsets[d]), same)


def revision_map(old: str, new: str) -> RevisionMap:
    """Maps spans of `old` to spans of `new`: whole paragraphs first, then words within the stretches that changed."""
    pieces: list[Piece] = []
    for piece in _pieces(_LINE.findall(old), _LINE.findall(new), 0, 0):
        if piece.same:
            pieces.append(piece)
        else:
            words = _TOKEN.findall(piece.old.of(old)), _TOKEN.findall(piece.new.of(new))
            pieces += _pieces(*words, piece.old.start, piece.new.start)
    return RevisionMap(old, new, tuple(_joined(pieces)))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours that are both the same are one piece; white space alone between changed words belongs to the change."""
    held: Piece | None = None
    for piece in pieces:
        if not piece.old and not piece.new:
            continue
        if held is not None and held.same and piece.same:
            held = Piece(Span(held.old.start, piece.old.end), Span(held.new.start, piece.new.end), same=True)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held

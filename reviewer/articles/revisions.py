"""Where the words of an article's earlier text are in its new one: a diff of paragraphs, then of words."""

from __future__ import annotations

import re
from bisect import bisect_right
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


def _opcodes(old: list[str], new: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """(same, old from, to, new from, to) over two lists of words or lines, deletions and insertions side by side joined."""
    head = 0
    while head < len(old) and head < len(new) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if head:
        yield True, 0, head, 0, head
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if middle_old or middle_new:
        yield from _middle(middle_old, middle_new, head)
    if tail:
        yield True, len(old) - tail, len(old), len(new) - tail, len(new)


def _middle(old: list[str], new: list[str], at: int) -> Iterator[tuple[bool, int, int, int, int]]:
    if not old or not new or len(old) * len(new) > MAX_TABLE:
        yield False, at, at + len(old), at, at + len(new)
        return
    from rapidfuzz.distance import Indel

    old_at = new_at = 0
    for code in Indel.opcodes(old, new):
        if code.tag != "equal":
            continue
        if old_at < code.src_start or new_at < code.dest_start:
            yield False, at + old_at, at + code.src_start, at + new_at, at + code.dest_start
        yield True, at + code.src_start, at + code.src_end, at + code.dest_start, at + code.dest_end
        old_at, new_at = code.src_end, code.dest_end
    if old_at < len(old) or new_at < len(new):
        yield False, at + old_at, at + len(old), at + new_at, at + len(new)


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

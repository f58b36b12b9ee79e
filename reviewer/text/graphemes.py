"""Grapheme clusters (UAX #29) and what a terminal is given for each: a substitute of known width where terminals disagree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.text.display import REPLACEMENT, displayable

# Code points that are one cell wide, stand alone unless something that extends follows, and need no check.
_NARROW = (
    "\x20-\x7e\xa0-\xa8\xaa-\xac\xaf-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f"
    "\u05d0-\u05ea\u0620-\u064a\u0660-\u066d\u06f0-\u06f9\u1e00-\u1eff\u2010-\u2027\u202f-\u203b\u203d-\u2048"
    "\u20a0-\u20bd\u2190-\u2193\u2500-\u257f"
)
# The same for two cells: kana, ideographs, Hangul syllables, full-width forms.
_WIDE = "\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"

_NARROW_RUN = re.compile(f"[{_NARROW}]+")
_WIDE_RUN = re.compile(f"[{_WIDE}]+")
_SIMPLE = re.compile(f"[{_NARROW}{_WIDE}\n]")
_WINDOW = 4096  # code points looked at in one go; a longer cluster is cut there

TAB_CELLS = 4
_MORE = "\u207a"  # ⁺: this cluster holds more than is shown
_MARKS_SHOWN = 4
_CLUSTER_SHOWN = 12
_JOINER, _TEXT_STYLE, _EMOJI_STYLE, _KEYCAP = "\u200d", "\ufe0e", "\ufe0f", "\u20e3"
_REGIONAL = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
# Emoji of Unicode 15 to 17, which Python's own tables may not know yet.
_NEW_EMOJI = frozenset(
    map(
        chr,
        (
            *(
                0x1F6D8,
                0x1F6DC,
                *range(0x1FA75, 0x1FA78),
                *range(0x1FA87, 0x1FA8B),
                0x1FA8E,
                0x1FA8F,
                *range(0x1FAAD, 0x1FAB0),
            ),
            *(*range(0x1FABB, 0x1FAC0), 0x1FAC6, 0x1FAC8, *range(0x1FACD, 0x1FAD0), *range(0x1FADA, 0x1FADD), 0x1FADF),
            *(*range(0x1FAE8, 0x1FAEB), 0x1FAEF, 0x1FAF7, 0x1FAF8),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what is shown for it.

    `step` is the number of cells of each code point in a uniform run, 0 for one indivisible cluster.  `cells` is the whole width.
    """

    start: int
    end: int
    shown: str
    cells: int
    step: int


def narrow_until(text: str, start: int, end: int) -> int:
    """Where the run of plain one-cell code points that begins at `start` ends (`start` if there is none)."""
    match = _NARROW_RUN.match(text, start, end)
    if match is None:
        return start
    stop = match.end()
    if stop < end and _SIMPLE.match(text, stop) is None:
        stop -= 1
    return stop


def wide_until(text: str, start: int, end: int) -> int:
    """The same for plain two-cell code points."""
    match = _WIDE_RUN.match(text, start, end)
    if match is None:
        return start
    stop = match.end()
    if stop < len(text) and _SIMPLE.match(text, stop) is None:
        stop -= 1
    return stop


def is_wide(character: str) -> bool:
    """Whether lines may be broken before and after it: ideographs, kana, Hangul, full-width forms."""
    return _WIDE_RUN.match(character) is not None


def _cells(shown: str) -> int:
    from wcwidth import wcwidth  # 20 ms that plain articles need not pay

    return sum(max(0, wcwidth(character)) for character in shown)


def _shown_alone(character: str) -> str:
    if character in (_EMOJI_STYLE, _TEXT_STYLE, _JOINER):
        return "\u00b7"
    if character in _SKIN_TONES:
        return "\u25cd"
    if character in _REGIONAL:
        return f"\u2691{_letter(character)}"
    safe = displayable(character)
    if safe != character:
        return safe
    if unicodedata.category(character) == "Cn" and character not in _NEW_EMOJI:
        return REPLACEMENT
    return character


def _letter(regional: str) -> str:
    return chr(ord(regional) - 0x1F1E6 + 0x41)


def _is_emoji_base(character: str) -> bool:
    return (
        unicodedata.category(character) in ("So", "Sm")
        or character in _NEW_EMOJI
        or character in "0123456789#*\u203c\u2049\u3030\u303d"
    )


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def _emoji(cluster: str) -> str:
    rest = [c for c in cluster[1:] if c not in (_EMOJI_STYLE, _TEXT_STYLE)]
    if rest == [_KEYCAP]:
        return cluster[0] + _KEYCAP
    return _shown_alone(cluster[0]) + (_MORE if rest else "")


def _stack(cluster: str) -> str:
    shown: list[str] = []
    marks = 0
    for character in cluster:
        marks += _is_mark(character)
        if marks > _MARKS_SHOWN or len(shown) >= _CLUSTER_SHOWN:
            return "".join(shown) + _MORE
        shown.append(_shown_alone(character))
    return "".join(shown)


@lru_cache(maxsize=4096)
def appearance(cluster: str) -> tuple[str, int]:
    """What is shown for one grapheme cluster, and its width in cells (at least 1).

    Terminals disagree on joined emoji, skin tones, variation selectors and flags, so those are shown as their first emoji
    with a `⁺` where there is more, flags as `⚑FR`; a stack of marks is cut after four, with a `⁺` too; a mark with no letter
    sits on a dotted circle; controls are what `displayable` makes of them.
    """
    if cluster == "\t":
        return " " * TAB_CELLS, TAB_CELLS
    if cluster == "\n":
        return "\u23ce", 1
    first = cluster[0]
    if first in _REGIONAL:
        letters = [c for c in cluster if c in _REGIONAL]
        shown = "\u2691" + "".join(map(_letter, letters)) + (_MORE if len(letters) < len(cluster) else "")
    elif len(cluster) > 1 and _is_emoji_base(first):
        shown = _emoji(cluster)
    else:
        shown = _stack(cluster)
    cells = _cells(shown)
    if cells < 1 or (shown and _is_mark(shown[0])):
        shown = "\u25cc" + shown
        cells += 1
    return shown, cells


def _clusters(text: str, start: int, end: int) -> Iterator[Piece]:
    """Clusters from `start` on, until plain text begins again."""
    from wcwidth import iter_graphemes

    at = start
    while at < end:
        window = min(end, at + _WINDOW)
        first = at
        for cluster in iter_graphemes(text, at, window):
            stop = at + len(cluster)
            if stop == window < end and at > first:
                break
            shown, cells = appearance(cluster)
            yield Piece(at, stop, shown, cells, 0)
            at = stop
            if at < end and _SIMPLE.match(text, at) and (at + 1 >= end or _SIMPLE.match(text, at + 1)):
                return


def pieces(text: str, start: int, end: int, limit: int = _WINDOW) -> Iterator[Piece]:
    """The pieces of `text[start:end]`, which must begin and end at cluster boundaries and hold no line feed.

    Uniform runs are cut after `limit` code points, so that a caller who stops early pays for what it took only.
    """
    at = start
    while at < end:
        bound = min(end, at + limit)
        stop = narrow_until(text, at, bound)
        if stop == bound < end and _SIMPLE.match(text, stop) is None:
            stop -= 1
        if stop > at:
            yield Piece(at, stop, displayable(text[at:stop]), stop - at, 1)
            at = stop
            continue
        stop = wide_until(text, at, bound)
        if stop > at:
            yield Piece(at, stop, displayable(text[at:stop]), 2 * (stop - at), 2)
            at = stop
            continue
        for piece in _clusters(text, at, end):
            yield piece
            at = piece.end


def _boundaries_around(text: str, offset: int) -> tuple[int, int]:
    """The cluster that holds the code point at `offset`, as `(start, end)`; a line feed is one of its own."""
    if text[offset] == "\n":
        return offset, offset + 1
    start = offset
    while start > 0 and text[start - 1] != "\n":
        if _SIMPLE.match(text, start) and _SIMPLE.match(text, start - 1):
            break
        start -= 1
    end = text.find("\n", offset)
    for piece in pieces(text, start, len(text) if end < 0 else end):
        if piece.end > offset:
            return (offset, offset + 1) if piece.step else (piece.start, piece.end)
    raise AssertionError("pieces cover every code point of a line")


def cluster_at(text: str, offset: int) -> tuple[int, int]:
    """`(start, end)` of the cluster that holds the code point at `offset`; at the end of the text, an empty one."""
    if offset >= len(text):
        return len(text), len(text)
    return _boundaries_around(text, max(0, offset))


def next_boundary(text: str, offset: int) -> int:
    """The first cluster boundary after `offset`."""
    return cluster_at(text, offset)[1]


def previous_boundary(text: str, offset: int) -> int:
    """The last cluster boundary before `offset` (0 at the beginning)."""
    return cluster_at(text, offset - 1)[0] if offset > 0 else 0

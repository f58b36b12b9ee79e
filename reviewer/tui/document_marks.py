"""What is marked in a document, and how overlapping marks become runs that can be drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal

from reviewer.framing import Place
from reviewer.text import Span, displayable
from reviewer.text.wrapping import Label

MarkKind = Literal["match", "only", "difference", "other", "word"]
_OPENING_MARKS = frozenset("“„‟«»‘‚‹›「『\"'")
_CLOSING_MARKS = frozenset("”“«»’‘‹›」』\"'")
_CROWD = 3  # more labels than this at one offset become a count


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a document that is to be seen.

    `match`: carried by both sides, `only`: a quotation that only this side has, `difference`: an annotated span (a bar in the gutter),
    `other`: another analyst's, `word`: a word looked at.  `label` (else `number`) is shown in brackets at both bounds of a match;
    `number` is what `DocumentPane.activate_mark` and `DocumentPane.MarkClicked` speak of.
    """

    start: int
    end: int
    kind: MarkKind = "match"
    label: str = ""
    number: int | None = None
    active: bool = False
    place: Place = "text"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def shown_label(self) -> str:
        """What stands in the brackets; empty for marks without any."""
        if self.label:
            return displayable(self.label, one_line=True)
        return str(self.number) if self.number is not None and self.kind in ("match", "only") else ""


@dataclass(frozen=True, slots=True)
class Run:
    """`[start, end)` covered by exactly these marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class MarkIndex:
    """The marks of one place, sorted by start (longer first), so that those of a row are found without looking at all."""

    marks: tuple[Mark, ...]
    _starts: list[int]
    _furthest: list[int]  # the largest end among this mark and all before it

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> MarkIndex:
        ordered = tuple(sorted((m for m in marks if m.end > m.start), key=lambda m: (m.start, -m.end)))
        return cls(ordered, [m.start for m in ordered], list(accumulate((m.end for m in ordered), max)))

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks that overlap `[start, end)`, in order."""
        found = []
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._furthest[at] > start:
            if self.marks[at].end > start:
                found.append(self.marks[at])
            at -= 1
        return found[::-1]


def flatten(marks: Sequence[Mark], start: int, end: int) -> list[Run]:
    """`[start, end)` cut wherever a mark begins or ends; together the runs cover it."""
    if not marks:
        return [Run(start, end, ())]
    cuts = sorted({start, end, *(p for m in marks for p in (m.start, m.end) if start < p < end)})
    return [Run(a, b, tuple(m for m in marks if m.start <= a and m.end >= b)) for a, b in pairwise(cuts)]


def labels_of(marks: Iterable[Mark], text: str) -> list[Label]:
    """The labels of marks that have one: `[1 ` before, ` 1]` after; `⟨` and `⟩` around an unnumbered quotation of one side.

    Marks that end at one offset close in the reverse of the order in which they opened; crowds become a count.
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.end > mark.start and (mark.shown_label or mark.kind == "only"):
            start, end = _label_bounds(text, mark.start, min(mark.end, len(text)))
            if start < end:
                opening.setdefault(start, []).append(mark)
                closing.setdefault(end, []).append(mark)
    labels = []
    for offset, group in opening.items():
        group.sort(key=lambda m: -m.end)
        labels += [Label(offset, True, _opening(m), m.number or 0) for m in group[:_CROWD]]
        if len(group) > _CROWD:
            labels.append(Label(offset, True, f"[+{len(group) - _CROWD} "))
    for offset, group in closing.items():
        group.sort(key=lambda m: -m.start)
        if len(group) > _CROWD:
            labels.append(Label(offset, False, f" +{len(group) - _CROWD}]"))
        labels += [Label(offset, False, _closing(m), m.number or 0) for m in group[-_CROWD:]]
    return labels


def _label_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the labels of a span go: white space at its bounds outside them, quotation marks around it inside."""
    while start < end - 1 and text[start].isspace():
        start += 1
    while end - 1 > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        if start > 0 and text[start - 1] in _OPENING_MARKS:
            start -= 1
        if text[end : end + 1] and text[end] in _CLOSING_MARKS and not text[end + 1 : end + 2].isalnum():
            end += 1
    return start, end


def _opening(mark: Mark) -> str:
    return f"[{mark.shown_label} " if mark.shown_label else "⟨"


def _closing(mark: Mark) -> str:
    return f" {mark.shown_label}]" if mark.shown_label else "⟩"


def gutter_of(marks: Iterable[Mark]) -> tuple[str, str]:
    """Two cells beside a row: one's own differences (`▌`, `█` for several), and another analyst's (`┊`)."""
    own = sum(1 for mark in marks if mark.kind == "difference")
    others = any(mark.kind == "other" for mark in marks)
    return (" ", "▌", "█")[min(own, 2)], "┊" if others else " "

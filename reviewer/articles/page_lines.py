"""The lines of a page of plain text: where they are, which of them make a paragraph, and what is made of the kept ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.text import Span

PREFIXES = {"heading": "## ", "block": "> "}
_WRAPPED_SHARE = 0.6  # of the lines with seven words and more
_SHORTEST_WRAP, _LONGEST_WRAP = 50, 100
_ANEW_SHARE = 0.7  # of the lines below a full one, where these are broken lines


class PageLine(NamedTuple):
    """One line of a page, from `start` to `end`, which exclude the newline (and a carriage return before it).

    `kind` is one of "body", "standfirst", "heading", "block" (a block quotation), "title", "byline", "date", "caption",
    "navigation", "teaser", "plea", "comment", "other", "blank".  `continues` says that the line goes on the paragraph
    of the line before (in a page whose lines were broken at some width).
    """

    start: int
    end: int
    kind: str
    kept: bool
    continues: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def split_lines(text: str) -> tuple[list[str], list[int]]:
    """Every line without its newline (and a carriage return before it), the last one too when it is empty, and its start."""
    lines = text.split("\n")
    starts = [0]
    for number, line in enumerate(lines):
        starts.append(starts[-1] + len(line) + 1)
        if line.endswith("\r"):
            lines[number] = line[:-1]
    return lines, starts[:-1]


def paragraphs_of(lines: Sequence[str]) -> list[tuple[int, int]]:
    """First and last line of every paragraph: each line that is not blank, or several where the page is hard-wrapped."""
    wrapped = _is_wrapped(lines)
    found: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        if wrapped and found and found[-1][1] == number - 1 and _goes_on(lines[number - 1], line):
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether running text was broken at a width of 50 to 100: full lines, one under the other, and hardly any longer."""
    full = longer = 0
    for line in lines:
        size = len(line)
        if size > _LONGEST_WRAP:
            longer += 1
        elif size >= _SHORTEST_WRAP:
            full += 1
    if full < 4 or longer * 10 > full:
        return False
    runs = [two for one, two in pairwise(lines) if _SHORTEST_WRAP <= len(one) <= _LONGEST_WRAP and _goes_on(one, two)]
    anew = sum(two.lstrip()[0].isupper() for two in runs)  # short paragraphs, one under the other
    return len(runs) >= _WRAPPED_SHARE * full and anew <= _ANEW_SHARE * len(runs)


def _goes_on(above: str, below: str) -> bool:
    """Whether a broken line goes on in the next: it is long enough and the next one is no list item or new indentation."""
    if len(above) < _SHORTEST_WRAP or not below.strip():
        return False
    margin = len(below) - len(below.lstrip())
    return margin <= len(above) - len(above.lstrip()) and below.lstrip()[0] not in "•*+>◦▪"


def body_ranges(text: str, lines: Sequence[PageLine]) -> tuple[Span, ...]:
    """The kept lines without their margins; those with only blank lines between them make one range."""
    ranges: list[Span] = []
    joins = False
    for line in lines:
        if line.kept:
            words = text[line.start : line.end]
            start = line.start + len(words) - len(words.lstrip())
            end = line.start + len(words.rstrip())
            if joins:
                ranges[-1] = Span(ranges[-1].start, end)
            else:
                ranges.append(Span(start, end))
            joins = True
        elif line.kind != "blank":
            joins = False
    return tuple(ranges)


def article_text(text: str, lines: Sequence[PageLine]) -> str:
    """The kept lines, each stripped but otherwise verbatim, with a blank line between paragraphs."""
    pieces: list[str] = []
    above: PageLine | None = None
    for line in lines:
        if not line.kept:
            above = None if line.kind != "blank" else above
            continue
        words = text[line.start : line.end].strip()
        if line.kind == "block":
            words = words.lstrip(">").lstrip()
        if pieces:
            pieces.append(" " if line.continues and above is not None else "\n\n")
        if not (line.continues and above is not None):
            pieces.append(PREFIXES.get(line.kind, ""))
        pieces.append(words)
        above = line
    return "".join(pieces)

"""Words between quotation marks: every style of marks, told from apostrophes and primes, paired within a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reviewer.quotes.lexicon import MarkStyle

# Apostrophes inside words never match; a run of two or more of ' or `, or of four or more of another mark, is one mark.
# (The look-ahead at the start lets the engine leap from one possible mark to the next.)
_MARK = re.compile(
    r"(?=[“”„‟«»「」『』〝〞〟＂\"‘’‚‛‹›´`'])(?:([“”„‟«»「」『』〝〞〟＂\"‘’‚‛‹›´])\1{3,}|[“”„‟«»「」『』〝〞〟＂\"]|"
    r"`{2,}|'{2,}|(?<!\w)['‘’‚‛‹›`´]|['‘’‹›´](?!\w))"
)
_DOUBLE_CLOSERS = frozenset("”»」』〞〟")
_CLOSERS_OF = {
    "“": "”“\"＂〞''",
    "„": "“”\"＂‟''",
    "‟": "”\"＂''",
    "«": "»",
    "»": "«»",
    "”": "”",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "＂": '＂"”',
    '"': '"”＂“',
    "''": "''\"”",
    "``": "''\"”",
}
_DOUBLES = _DOUBLE_CLOSERS | set(_CLOSERS_OF)
_SINGLE_CLOSERS_OF = {
    "‘": "’'´‘",
    "'": "'’´",
    "‚": "‘’'",
    "‛": "’'",
    "‹": "›",
    "›": "‹",
    "`": "'’´",
    "´": "´'",
    "’": "’",
}
_BEFORE_OPENING = frozenset("([{<—–-/|:;,.…!?*_>=+~•" + "“”„‟«»「」『』〝〞〟＂\"‘’‚‛‹›´`'")
_DIGITS_PRIME = re.compile(r"\d['’′]\s?\d{1,2}$")
_WORDLIKE = re.compile(r"\w")
_CONTINUES_AFTER = 10
_STOPS = ".!?…"
_ELIDED = re.compile(r"(?:em|til|tis|twas|cause|bout|round)\b", re.IGNORECASE)
_REACH = 24  # code points before a mark in which the word before it stands
_EITHER = frozenset(('"', "''", "＂"))  # marks that open and close


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: `start`/`end` without the marks and the spaces at the ends, `left`/`right` with both marks.

    `closed` is False where the closing mark is missing, `opened` where the opening one is.  `continues` says that the words go
    on from the paragraph before, `block` that they are set as a block, with marks or without.
    """

    start: int
    end: int
    left: int
    right: int
    single: bool = False
    opened: bool = True
    closed: bool = True
    continues: bool = False
    block: bool = False


class _Mark(NamedTuple):
    at: int
    end: int
    sign: str
    opens: bool
    closes: bool


def _context(text: str, match: re.Match[str], start: int, end: int, style: MarkStyle) -> _Mark | None:
    sign = match.group()
    at, after = match.span()
    if len(sign) > 1:
        sign = sign[:2] if sign[0] in "'`" else sign[0]
    before = text[at - 1] if at > start else " "
    behind = text[after] if after < end else " "
    spaced_before = before.isspace()
    spaced_after = behind.isspace()
    if sign in "'’\"”" and before.isdigit() and (_DIGITS_PRIME.search(text, max(start, at - 6), at) or behind == "-"):
        return None
    opens = not spaced_after and (spaced_before or before in _BEFORE_OPENING)
    closes = not spaced_before and (spaced_after or not behind.isalnum() or before in ",.!?…")
    if sign in "„「『〝":
        closes = False
        opens = True
    elif sign == "“":
        opens = True
    elif (sign in style.reopening and not text[start:at].strip()) or sign in style.opening:
        opens, closes = True, False
    elif sign in style.closing:
        opens, closes = False, True
    elif sign == "«":
        opens = opens or spaced_before
    elif sign in _EITHER and spaced_before and spaced_after:
        opens = text[start:at].rstrip()[-1:] in ("", ":")
    elif sign in "」』〞〟":
        opens, closes = False, True
    return _Mark(at, after, sign, opens, closes)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


class _Paragraph:
    """Pairs the marks of one paragraph, `[start, end)` of `text`."""

    __slots__ = (
        "continues", "count", "doubles", "enclosed", "end", "found", "hanging", "marks", "orphan", "start", "text", "twin", "unclosed",
    )  # fmt: skip

    def __init__(self, text: str, start: int, end: int, marks: Sequence[_Mark], twin: bool) -> None:
        self.text, self.start, self.end, self.twin = text, start, end, twin
        self.found: list[Marked] = []
        self.doubles: list[Marked] = []
        self.enclosed: set[int] = set()
        self.continues = False
        self.unclosed: _Mark | None = None
        self.orphan: _Mark | None = None
        self.hanging: _Mark | None = None  # a single mark that opens the paragraph and is never closed
        self.marks = marks
        self.count = 0
        if not marks:
            return
        doubles = [mark for mark in marks if mark.sign in _DOUBLES]
        self.count = len(doubles)
        singles = [mark for mark in marks if mark.sign not in _DOUBLES]
        self._pair_doubles(doubles)
        if singles:
            self._pair_singles(singles)

    def _add(self, opening: _Mark, closing: _Mark, *, single: bool = False) -> None:
        start, end = _trimmed(self.text, opening.end, closing.at)
        if start < end:
            self.found.append(Marked(start, end, opening.at, closing.end, single))

    def _pair_doubles(self, marks: list[_Mark]) -> None:
        stack: list[_Mark] = []
        pairs: list[tuple[_Mark, _Mark, int]] = []
        for mark in marks:
            if stack and mark.sign in _CLOSERS_OF[stack[-1].sign]:
                directional = mark.sign in _DOUBLE_CLOSERS and mark.sign != stack[-1].sign
                if directional or mark.closes or not mark.opens:
                    pairs.append((stack.pop(), mark, len(stack)))
                    continue
            if mark.sign == "''" and not self.twin:
                continue
            if mark.opens and mark.sign not in "」』〞〟":
                stack.append(mark)
            elif mark.closes and not stack and not pairs and self.orphan is None and not self._measures(mark):
                self.orphan = mark
        if stack:
            self.unclosed = stack[0]
            pairs = [pair for pair in pairs if pair[0].at < stack[0].at and pair[2] == 0] + self._within(pairs, stack)
        for opening, closing, depth in pairs:
            if depth == 0:
                self._add(opening, closing)
        self.found.sort(key=lambda marked: marked.start)

    def first(self) -> _Mark | None:
        """The first double mark."""
        return next((mark for mark in self.marks if mark.sign in _DOUBLES), None)

    def after(self, mark: _Mark) -> _Paragraph:
        """What follows a mark that closes the words of a paragraph before, paired without it."""
        rest = [other for other in self.marks if other.at > mark.at]
        return _Paragraph(self.text, mark.end, self.end, rest, self.twin)

    def _measures(self, mark: _Mark) -> bool:
        """Whether the mark may stand for inches."""
        return mark.sign in '"”' and mark.at > 0 and self.text[mark.at - 1].isdigit()

    def _within(self, pairs: list[tuple[_Mark, _Mark, int]], stack: list[_Mark]) -> list[tuple[_Mark, _Mark, int]]:
        """The pairs after a mark that is never closed, as if it were not there."""
        inner = sorted((pair for pair in pairs if pair[0].at > stack[0].at), key=lambda pair: pair[0].at)
        kept: list[tuple[_Mark, _Mark, int]] = []
        last = -1
        for opening, closing, _ in inner:
            if opening.at >= last:
                kept.append((opening, closing, 0))
                last = closing.end
        return kept

    def _pair_singles(self, marks: list[_Mark]) -> None:
        self.doubles = list(self.found)
        taken = [(marked.left, marked.right) for marked in self.found]
        if self.unclosed is not None:
            taken.append((self.unclosed.at, self.end))
        free: list[_Mark] = []
        span = 0
        taken.sort()
        for mark in marks:
            while span < len(taken) and taken[span][1] <= mark.at:
                span += 1
            if span == len(taken) or mark.at < taken[span][0]:
                free.append(mark)
        index, count = 0, len(free)
        while index < count:
            opening = free[index]
            index += 1
            if not opening.opens or opening.sign not in _SINGLE_CLOSERS_OF:
                continue
            closing = self._single_closer(free, index, opening)
            if closing is not None and self._encloses_only_whole(opening, free[closing]):
                self._add(opening, free[closing], single=True)
                index = closing + 1
            elif closing is None and not self.text[self.start : opening.at].strip():
                self.hanging = opening
        self.found = [marked for marked in self.found if marked.single or marked.left not in self.enclosed]
        self.found.sort(key=lambda marked: marked.start)

    def _encloses_only_whole(self, opening: _Mark, closing: _Mark) -> bool:
        """Double marks inside single ones belong to them (British style), if a stop shows that the single ones quote."""
        low = bisect_left(self.doubles, opening.at, key=lambda marked: marked.left)
        high = bisect_left(self.doubles, closing.at, key=lambda marked: marked.left)
        if low == high:
            return True
        if self.text[closing.at - 1] not in ",.?!…" or self.text[opening.end : opening.end + 1].isdigit():
            return False
        self.enclosed.update(marked.left for marked in self.doubles[low:high])
        return True

    def _single_closer(self, marks: list[_Mark], first: int, opening: _Mark) -> int | None:
        closers = _SINGLE_CLOSERS_OF[opening.sign]
        fallback = None
        for index in range(first, min(len(marks), first + 12)):
            mark = marks[index]
            if mark.sign in closers and mark.closes:
                before = self.text[mark.at - 1]
                if not before.isalnum() or before not in "sS" or self.text[mark.end : mark.end + 1] not in (" ", ""):
                    return index
                if fallback is None:
                    fallback = index
            elif mark.opens and mark.sign == opening.sign and (opening.sign != "'" or self._opens_anew(mark, fallback)):
                break
        return fallback

    def _opens_anew(self, mark: _Mark, closed: int | None) -> bool:
        """Whether a straight mark opens words of its own, where others may have closed after an s before ('old sins' and 'new ones')."""
        letter = self.text[mark.end : mark.end + 1].isalpha()
        return closed is not None and letter and _ELIDED.match(self.text, mark.end) is None


def _lines(text: str) -> list[tuple[int, int]]:
    spans = []
    at = 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


_ANY = MarkStyle()


def marked_spans(text: str, style: MarkStyle = _ANY, *, double_apostrophes: bool = False) -> list[Marked]:
    """Outermost marked spans in order, each within one paragraph (line); time is linear in the length of `text`.

    Every style of marks is read in every language; `style` settles which way the angle marks point where they could do both.
    Two apostrophes close words that opened with two backticks (TeX); with `double_apostrophes` they also open and close words of
    their own, as in some archives that know no quotation mark.
    """
    marks: dict[int, list[_Mark]] = {}
    lines = _lines(text)
    number = 0
    for match in _MARK.finditer(text):
        while lines[number][1] < match.start():
            number += 1
        mark = _context(text, match, *lines[number], style)
        if mark is not None:
            marks.setdefault(number, []).append(mark)
    paragraphs = [
        _Paragraph(text, start, end, marks.get(index, ()), double_apostrophes)
        for index, (start, end) in enumerate(lines)
        if text[start:end].strip()
    ]
    found: list[Marked] = []
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        if paragraph.continues and paragraph.found and paragraph.unclosed is None:
            paragraph.found[0] = replace(paragraph.found[0], continues=True)
        found.extend(paragraph.found)
        if paragraph.unclosed is not None:
            index = _continue(text, paragraphs, index, found, style)
        elif paragraph.hanging is not None:
            _hang(text, paragraph, paragraphs[index + 1 : index + 2], found)
        elif paragraph.orphan is not None:
            start, end = _trimmed(text, paragraph.start, paragraph.orphan.at)
            if start < end and not any(marked.left < end for marked in paragraph.found):
                found.append(Marked(start, end, start, paragraph.orphan.end, opened=False))
        index += 1
    found.sort(key=lambda marked: marked.start)
    return found


def _hang(text: str, paragraph: _Paragraph, following: Sequence[_Paragraph], found: list[Marked]) -> None:
    """Adds a paragraph that a single mark opens and none closes, where the next one opens with the same mark."""
    opening = paragraph.hanging
    if opening is None or not following or paragraph.found:
        return
    start, end = _trimmed(text, opening.end, paragraph.end)
    again, _ = _trimmed(text, following[0].start, following[0].end)
    if start < end and text.startswith(text[opening.at : opening.end], again):
        found.append(Marked(start, end, opening.at, end, single=True, closed=False, continues=paragraph.continues))
        following[0].continues = True


def _continue(text: str, paragraphs: list[_Paragraph], index: int, found: list[Marked], style: MarkStyle) -> int:
    """Adds the unclosed words at the end of a paragraph and those of the next ones up to the closing mark, reopened or not."""
    paragraph = paragraphs[index]
    opening = paragraph.unclosed
    if opening is None:
        return index
    reopened = index + 1 < len(paragraphs) and _reopens(text, paragraphs[index + 1])
    stop = paragraph.end
    for place in range(len(found) - 1, -1, -1):
        if found[place].left <= opening.at:
            break
        if reopened:
            found.pop()
        else:
            stop = found[place].left
    start, end = _trimmed(text, opening.end, stop)
    if start < end and _WORDLIKE.search(text, start, end):
        found.append(Marked(start, end, opening.at, end, closed=False, continues=paragraph.continues))
    if reopened:
        paragraphs[index + 1].continues = True
        return index
    for ahead in range(index + 1, min(len(paragraphs), index + 1 + _CONTINUES_AFTER)):
        other = paragraphs[ahead]
        closing = _closing(text, other, opening, style)
        if closing is not None:
            for between in paragraphs[index + 1 : ahead]:
                start, end = _trimmed(text, between.start, between.end)
                found.append(Marked(start, end, start, end, opened=False, closed=False, continues=True))
            start, end = _trimmed(text, other.start, closing.at)
            if start < end:
                found.append(Marked(start, end, start, closing.end, opened=False, continues=True))
            paragraphs[ahead] = other.after(closing)
            return ahead - 1
        if other.found or other.unclosed is not None:
            break
    return index


def _closing(text: str, paragraph: _Paragraph, opening: _Mark, style: MarkStyle) -> _Mark | None:
    """The mark of a paragraph that closes words opened before it, however it is spaced ("…, "said Roe")."""
    first = paragraph.first()
    if first is None or not text[paragraph.start : first.at].strip():
        return None
    if paragraph.orphan is not None:
        return paragraph.orphan if not any(marked.left < paragraph.orphan.at for marked in paragraph.found) else None
    if first.sign not in _CLOSERS_OF[opening.sign] or paragraph.count % 2 == 0:
        return None
    before = text[max(paragraph.start, first.at - _REACH) : first.at].rstrip()
    behind = text[first.end : min(paragraph.end, first.end + 3)].strip()
    if before[-1] in _STOPS and (not behind or behind[0].islower()):
        return first
    announced = before[:-1].rpartition(" ")[2].lower() in style.announcing
    return first if before[-1] == "," and not announced else None


def _reopens(text: str, paragraph: _Paragraph) -> bool:
    start, _ = _trimmed(text, paragraph.start, paragraph.end)
    if paragraph.unclosed is not None and paragraph.unclosed.at == start:
        return True
    return bool(paragraph.found) and paragraph.found[0].left == start and not paragraph.found[0].single

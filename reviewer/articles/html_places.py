"""Where the lines of an article stand in the source of the HTML page that they were taken out of."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.text import Span

# What never closes takes the rest of the page with it, so that no start is looked at twice.
_TOKEN = re.compile(
    r"<!--(?:.*?-->|.*)|<(script|style|noscript|template)\b(?:.*?</\1\s{0,9}>|.*)|</?[a-z!?][^<>]*>?|&#?\w{1,32};?|\w+",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"\w+")
_CLOSING = re.compile(
    r"(?:[^\w\s<>&]|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});|</(?:a|b|i|u|q|em|strong|span|cite|mark|small|sup|sub)>)*",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:[^\w\s<>&;]|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});)*\Z", re.IGNORECASE)
_TRIES = 50
_BEFORE = 40  # code points before a line that may hold its opening marks


@dataclass(frozen=True, slots=True)
class _Words:
    """All letters and digits that a source shows, in lower case and without gaps; `at` is where each piece begins in `letters`,
    `spans` where it stands in the source."""

    letters: str
    at: list[int]
    spans: list[Span]

    def find(self, letters: str, start: int) -> int:
        """Where `letters` stand from `start` on, at the beginning of a word; -1 where they do not."""
        for _ in range(_TRIES):
            start = self.letters.find(letters, start)
            if start < 0 or self.at[bisect_right(self.at, start) - 1] == start:
                return start
            start += 1
        return -1

    def source_span(self, start: int, end: int) -> Span:
        """The place in the source of `letters[start:end]`."""
        return Span(self._offset(start, 0), self._offset(end - 1, 1))

    def _offset(self, letter: int, behind: int) -> int:
        number = bisect_right(self.at, letter) - 1
        span = self.spans[number]
        last = self.at[number + 1] if number + 1 < len(self.at) else len(self.letters)
        if len(span) == last - self.at[number]:
            return span.start + letter - self.at[number] + behind
        return span.end if behind else span.start  # an entity, or a letter that is two in lower case


def _words_of(source: str) -> _Words:
    pieces: list[str] = []
    at: list[int] = []
    spans: list[Span] = []
    length = 0
    for token in _TOKEN.finditer(source):
        said = token[0]
        if said[0] == "<":
            continue
        letters = "".join(_WORD.findall(html.unescape(said))).lower() if said[0] == "&" else said.lower()
        if letters:
            pieces.append(letters)
            at.append(length)
            spans.append(Span(*token.span()))
            length += len(letters)
    return _Words("".join(pieces), at, spans)


def places_of(source: str, text: str) -> tuple[Span, ...]:
    """The spans of `source` from which the lines of `text` come, in the lines' order, with the marks around them; a line that
    the page does not have in one piece (one of a script's) has none."""
    return tuple(_found(source, text))


def _found(source: str, text: str) -> Iterator[Span]:
    words = _words_of(source)
    done = 0
    for line in text.split("\n"):
        letters = "".join(_WORD.findall(line)).lower()
        if not letters:
            continue
        start = words.find(letters, done)
        if start < 0:
            start = words.find(letters, 0)
        if start < 0:
            continue
        done = start + len(letters)
        span = words.source_span(start, done)
        before = source[max(0, span.start - _BEFORE) : span.start]
        opening = _OPENING.search(before)
        behind = _CLOSING.match(source, span.end)
        yield Span(span.start - (len(before) - opening.start() if opening else 0), behind.end() if behind else span.end)

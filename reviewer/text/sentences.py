"""Paragraphs, sentences and words of a text, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.text.spans import Span

_VISIBLE = re.compile(r"\S")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+(?:[’'\u2010\u2011.,-]\w+)*", re.UNICODE)
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|[。！？]++[」』”’]*+")
# What a point shortens inside a sentence: titles (in the languages read here), months, and what stands with a name or number.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st gen col lt sgt capt cpl rep sen gov pres hon rev messrs maj adm cmdr supt insp no vs etc inc ltd co "
    "corp jan feb mar apr jun jul aug sep sept oct nov dec mt ft approx dept est e.g i.e a.m p.m u.s u.k u.n "
    "sra dra mme mlle hr fr".split()
)


def paragraphs(text: str) -> list[Span]:
    """Non-blank lines without their surrounding white space (an article's paragraph is one line)."""
    spans = []
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip()
        if body:
            start = match.start() + line.index(body[0])
            spans.append(Span(start, start + len(body)))
    return spans


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Words with inner apostrophes, hyphens, points and commas (`don’t`, `3.5`, `al-Din`)."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end())


def _is_end(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    if not match.group().startswith("."):
        return True
    head = re.search(r"[\w.]*\w$", text[max(paragraph.start, match.start() - 24) : match.start()])
    if head is not None:
        word = head.group().lower()
        if word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
            return False
    following = _VISIBLE.search(text, match.end(), paragraph.end)
    return following is None or not following.group().islower()


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Sentences, each within its paragraph; together they hold every visible character from `start` to `end`."""
    stop = len(text) if end is None else end
    spans: list[Span] = []
    for paragraph in paragraphs(text[start:stop]):
        paragraph = paragraph.shifted(start)
        at = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            if _is_end(text, paragraph, match):
                spans.append(Span(at, match.end()))
                at = match.end()
                while at < paragraph.end and text[at].isspace():
                    at += 1
        if at < paragraph.end:
            spans.append(Span(at, paragraph.end))
    return spans

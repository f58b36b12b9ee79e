"""A page of plain text, as saved or pasted, turned into an article: what is kept, what is cut, who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.articles.page_lines import PageLine, line_spans
from reviewer.text import Span

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CleanedPage:
    """What a page holds; every offset counts the code points of the page as it was given.

    `inferred` maps a field to the line that proves it, for fields that nothing states outright.  `lines` are all lines of
    the page, kept or not.  `body` are the maximal kept ranges.  `text` is made of the kept lines verbatim, joined by
    blank lines, with "## " before inter-titles and "> " before block quotations.
    """

    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    language: str | None
    inferred: Mapping[str, str]
    lines: tuple[PageLine, ...]
    comments_start: int | None
    body: tuple[Span, ...]
    text: str


def _body_ranges(text: str, lines: tuple[PageLine, ...]) -> tuple[Span, ...]:
    """Kept lines, those with only blank lines between them as one range."""
    ranges: list[Span] = []
    joins = False
    for line in lines:
        if line.kept:
            words = line.span.of(text)
            start = line.span.start + len(words) - len(words.lstrip())
            end = line.span.start + len(words.rstrip())
            if joins:
                ranges[-1] = Span(ranges[-1].start, end)
            else:
                ranges.append(Span(start, end))
            joins = True
        elif line.kind != "blank":
            joins = False
    return tuple(ranges)


_PREFIXES = {"heading": "## ", "block": "> "}


def _article_text(text: str, lines: tuple[PageLine, ...]) -> str:
    return "\n\n".join(_PREFIXES.get(line.kind, "") + line.span.of(text).strip() for line in lines if line.kept)


def clean_page(text: str, *, outlet: str | None = None, kept: Mapping[int, bool] | None = None) -> CleanedPage:
    """Takes the article out of a page; `kept` holds an analyst's decisions by line number, counted from 0."""
    decided = kept or {}
    lines = []
    for number, span in enumerate(line_spans(text)):
        words = span.of(text).strip()
        if not words:
            lines.append(PageLine(span, "blank", kept=False))
            continue
        body = len(_WORD.findall(words[:2000])) >= 5 and words[-1] in '.!?…"”’»):'
        keep = decided.get(number, body)
        lines.append(PageLine(span, "body" if keep else "other", keep))
    every = tuple(lines)
    return CleanedPage(
        None, outlet, None, None, None, {}, every, None, _body_ranges(text, every), _article_text(text, every)
    )

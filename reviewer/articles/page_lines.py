"""The lines of a page of plain text: where they are and what they look like."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.text import Span


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page; `span` excludes the newline (and a carriage return before it).

    `kind` is one of "body", "standfirst", "heading", "block" (a block quotation), "title", "byline", "date", "caption",
    "navigation", "teaser", "plea", "comment", "other", "blank".
    """

    span: Span
    kind: str
    kept: bool


def line_spans(text: str) -> list[Span]:
    """Every line of the text, the last one too when it is empty: as many as `text.split("\\n")` has."""
    spans = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        spans.append(Span(start, end - 1 if line.endswith("\r") else end))
        start = end + 1
    return spans

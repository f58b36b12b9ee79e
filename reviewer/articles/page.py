"""A page of plain text, as saved or pasted, turned into an article: what is kept, what is cut, who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.articles.page_kinds import (
    BIO,
    BYLINE,
    CAPTION,
    COMMENT_HEAD,
    DATE,
    NAVIGATION,
    PLEADING,
    REPEATED,
    TEASER,
)
from reviewer.articles.page_lines import PageLine, article_text, body_ranges, paragraphs_of, split_lines
from reviewer.articles.page_looks import CLOSER, OPEN, OTHER, STOP, Look, looks_at
from reviewer.articles.page_metadata import find_facts
from reviewer.articles.page_stretch import Stretch, find_stretch
from reviewer.text import Span

_SPEAKER = re.compile(r"[^\W\d_]{1,2}[:.] ")  # "Q: …", in an interview
_KINDS = {
    NAVIGATION: "navigation",
    COMMENT_HEAD: "comment",
    TEASER: "teaser",
    CAPTION: "caption",
    REPEATED: "caption",
    DATE: "date",
    BYLINE: "byline",
    PLEADING: "plea",
    BIO: "other",
}


@dataclass(frozen=True, slots=True)
class CleanedPage:
    """What a page holds; every offset counts the code points of the page as it was given.

    `published` is an ISO date.  `inferred` maps a field to the line that proves it, for fields that nothing states
    outright; what nothing proves is None.  `lines` are all lines of the page, kept or not.  `comments_start` is where
    the readers' comments begin.  `body` are the maximal kept ranges.  `text` is made of the kept lines verbatim,
    stripped and joined by blank lines, with "## " before inter-titles and "> " before block quotations.  `unsure` says
    that no article showed itself and the best running text was taken for one.
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
    unsure: bool = False


def _is_heading(looks: Sequence[Look], kinds: Sequence[str | None], keep: Sequence[bool], i: int) -> bool:
    """A short line set apart, without a stop, with a paragraph under it (a picture or an advertisement may stand
    between) and none of its kind beside it."""
    look = looks[i]
    if (
        not 1 <= look.words <= 14
        or look.bullet
        or not look.before
        or not look.after
        or look.end not in {OPEN, STOP, CLOSER}
    ):
        return False
    if (look.end == STOP and not look.text.endswith("?")) or _SPEAKER.match(look.text):
        return False
    below = i + 1
    while below < len(looks) and kinds[below] in {NAVIGATION, CAPTION}:
        below += 1
    return (
        below < len(looks)
        and keep[below]
        and looks[below].prose
        and (i == 0 or not keep[i - 1] or looks[i - 1].words >= 8)
    )


def _kind(looks: Sequence[Look], stretch: Stretch, i: int, quoted: bool) -> str:
    if stretch.comments is not None and i >= stretch.comments:
        return "comment"
    if i == stretch.title:
        return "title"
    kind = stretch.kinds[i]
    if stretch.unsure and stretch.keep[i]:
        return "body"
    if not stretch.keep[i]:
        if stretch.title is not None and looks[i].text == looks[stretch.title].text:
            return "title"
        return "other" if kind is None else _KINDS[kind]
    if quoted:
        return "block"
    if i == stretch.standfirst:
        return "standfirst"
    return "heading" if _is_heading(looks, stretch.kinds, stretch.keep, i) else "body"


def clean_page(text: str, *, outlet: str | None = None, kept: Mapping[int, bool] | None = None) -> CleanedPage:
    """Takes the article out of a page; any text will do, and a short one without prose is kept whole.

    `outlet` is what the caller knows already.  `kept` holds an analyst's decisions by line number, counted from 0;
    they win over the rules (a blank line is never kept).
    """
    sources, spans = split_lines(text)
    looks = looks_at(sources, paragraphs_of(sources))
    stretch = find_stretch(looks)
    decided = kept or {}
    lines: list[PageLine] = []
    for i, look in enumerate(looks):
        if len(lines) < look.first:
            lines += [PageLine(span, "blank", kept=False) for span in spans[len(lines) : look.first]]
        marked = look.bullet > 0 or look.start == OTHER
        kind = _kind(looks, stretch, i, marked and sources[look.first].lstrip().startswith(">"))
        for number in range(look.first, look.last + 1):
            keep = decided.get(number, stretch.keep[i])
            shown = "body" if keep and not stretch.keep[i] and kind in {"other", "comment"} else kind
            lines.append(PageLine(spans[number], shown, keep, number > look.first))
    lines += [PageLine(span, "blank", kept=False) for span in spans[len(lines) :]]
    article = article_text(text, lines)
    facts = find_facts(looks, stretch, article, outlet)
    comments = None if stretch.comments is None else spans[looks[stretch.comments].first]
    return CleanedPage(
        facts.title,
        facts.outlet,
        facts.byline,
        facts.published,
        facts.language,
        facts.inferred,
        tuple(lines),
        None if comments is None else comments.start,
        body_ranges(text, lines),
        article,
        stretch.unsure,
    )

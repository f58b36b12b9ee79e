"""A page of plain text, as saved or pasted, turned into an article: what is kept, what is cut, who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add

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
    None: "other",
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


def _kept_kind(looks: Sequence[Look], stretch: Stretch, i: int, quoted: bool) -> str:
    if stretch.unsure:
        return "body"
    if quoted:
        return "block"
    if i == stretch.standfirst:
        return "standfirst"
    return "heading" if _is_heading(looks, stretch.kinds, stretch.keep, i) else "body"


def _shown_kinds(sources: Sequence[str], looks: Sequence[Look], stretch: Stretch) -> list[str]:
    """The kind of each paragraph in a `PageLine`'s words."""
    headline = None if stretch.title is None else looks[stretch.title].text
    end = len(looks) if stretch.comments is None else stretch.comments
    shown = []
    for i, (look, kind, keep) in enumerate(zip(looks[:end], stretch.kinds, stretch.keep, strict=False)):
        if i == stretch.title:
            shown.append("title")
        elif keep:
            marked = look.bullet > 0 or look.start == OTHER
            quoted = marked and sources[look.first].lstrip().startswith(">")
            shown.append(_kept_kind(looks, stretch, i, quoted))
        else:
            shown.append("title" if look.text == headline else _KINDS[kind])
    return shown + ["comment"] * (len(looks) - end)


def _decided(line: PageLine, keep: bool) -> PageLine:
    brought_back = keep and not line.kept and line.kind in {"other", "comment"}
    return line._replace(kept=keep, kind="body" if brought_back else line.kind)


def clean_page(text: str, *, outlet: str | None = None, kept: Mapping[int, bool] | None = None) -> CleanedPage:
    """Takes the article out of a page; any text will do, and a short one without prose is kept whole.

    `outlet` is what the caller knows already.  `kept` holds an analyst's decisions by line number, counted from 0;
    they win over the rules (a blank line is never kept).
    """
    sources, starts = split_lines(text)
    looks = looks_at(sources, paragraphs_of(sources))
    stretch = find_stretch(looks)
    lines: list[PageLine] = []
    ends = map(add, starts, map(len, sources))
    places = list(zip(starts, ends, strict=True))
    for look, kind, keep in zip(looks, _shown_kinds(sources, looks, stretch), stretch.keep, strict=True):
        if len(lines) < look.first:
            lines += [PageLine(*place, "blank", False) for place in places[len(lines) : look.first]]
        lines.append(PageLine(*places[look.first], kind, keep))
        if look.first < look.last:
            lines += [PageLine(*place, kind, keep, True) for place in places[look.first + 1 : look.last + 1]]
    lines += [PageLine(*place, "blank", False) for place in places[len(lines) :]]
    for number, keep in (kept or {}).items():
        if 0 <= number < len(lines) and lines[number].kind != "blank":
            lines[number] = _decided(lines[number], keep)
    article = article_text(text, lines)
    facts = find_facts(looks, stretch, article, outlet)
    return CleanedPage(
        facts.title,
        facts.outlet,
        facts.byline,
        facts.published,
        facts.language,
        facts.inferred,
        tuple(lines),
        None if stretch.comments is None else starts[looks[stretch.comments].first],
        body_ranges(text, lines),
        article,
        stretch.unsure,
    )

"""HTML pages as articles: trafilatura decides what is the article, the page's own markup corrects it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from lxml import etree

from reviewer.articles.guarded import MAX_PAGE_BYTES, decode_page, encoding_notes, is_binary
from reviewer.articles.html_blocks import Block, Kind, Line, blocks_of_page, key_of
from reviewer.articles.html_metadata import PageFacts, facts_of_page
from reviewer.articles.html_repair import MAX_STATED, repaired, report_of
from reviewer.articles.values import Article, SourceRecord
from reviewer.errors import ReviewerError

_QUIET = ("trafilatura", "htmldate", "courlan", "justext", "readability", "charset_normalizer")
MAX_BLOCKS = 50_000  # trafilatura needs quadratic time for more of them
MAX_INLINE = 5_000  # so it does for marks inside paragraphs: 40,000 of them take it half a minute
MAX_BOXES = 5_000  # its second opinions need quadratic time for more of them
PREFIXES: dict[Kind, str] = {"p": "", "heading": "## ", "quote": "> ", "item": ""}


def _line(kind: Kind, text: str) -> Line:
    text = " ".join(text.split())
    return Line(kind, text, key_of(text))


_BREAKS = frozenset(("p", "item", "row", "head", "quote", "list", "table", "lb"))


def _said(element: Any) -> list[str]:
    """What an element says, each paragraph, item, row and broken line for itself, the cells of a row set off by blanks."""
    lines: list[str] = [element.text or ""]
    for action, inner in etree.iterwalk(element, events=("start", "end")):
        if inner is element:
            continue
        if action == "start":
            if inner.tag in _BREAKS:
                lines.append("")
            lines[-1] += inner.text or ""
        else:
            if inner.tag in _BREAKS and inner.tag != "lb":
                lines.append("")
            lines[-1] += (" " if inner.tag == "cell" else "") + (inner.tail or "")
    return lines


def _lines_of(body: Any) -> list[Line]:
    """The lines of trafilatura's tree: paragraphs, headings, the items of lists, the paragraphs of block quotations."""
    kinds: dict[str, Kind] = {"head": "heading", "quote": "quote", "list": "item", "table": "item"}
    lines: list[Line] = []
    for element in body:
        lines += [_line(kinds.get(element.tag, "p"), said) for said in _said(element)]
        if element.tail:
            lines.append(_line("p", element.tail))
    return [line for line in lines if line.key]


def _lightened(tree: Any) -> None:
    """Takes the marks out of paragraphs, not their words, where a page has more of them than any article needs."""
    if tree.xpath(f"count(.//p//*) > {MAX_INLINE}"):
        for paragraph in tree.iter("p"):
            for ended in paragraph.iter("br"):
                ended.tail = "\n" + (ended.tail or "")
            etree.strip_tags(paragraph, "*")
            paragraph.text = paragraph.text  # one piece of text: each mark has left its own behind


def _extracted(tree: Any) -> tuple[list[Line], str]:
    from trafilatura import bare_extraction

    fast = bool(tree.xpath(f"count(.//div) > {MAX_BOXES}"))
    found: Any = bare_extraction(tree, favor_precision=True, include_comments=True, with_metadata=False, fast=fast)
    if found is None or found.body is None:
        return [], ""
    comments = "\n".join(line.text for line in _lines_of(found.commentsbody)) if found.commentsbody is not None else ""
    return _lines_of(found.body), comments


def _or_stated(lines: list[Line], body: str) -> list[Line]:
    """The lines found, or those of JSON-LD's articleBody where a page shows less than half of it (a script would show the rest)."""
    stated = [line for line in (_line("p", words) for words in body[:MAX_STATED].splitlines()) if line.key]
    if sum(len(line.key) for line in lines) * 2 >= sum(len(line.key) for line in stated):
        return lines
    return stated


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What a page holds: its lines, what it states about itself, the readers' comments that were kept apart, and how many
    lines of a live blog's entries were left out."""

    lines: tuple[Line, ...]
    facts: PageFacts
    comments: str
    updates: int = 0

    @property
    def text(self) -> str:
        return "\n\n".join(PREFIXES[line.kind] + line.text for line in self.lines)


def extract_page(source: str, url: str | None = None) -> HtmlPage | None:
    """The article in a page's source; None when there is no HTML in it.  Never fetches anything.  Raises ReviewerError for a
    page of more paragraphs than any article has."""
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    from trafilatura.utils import load_html

    tree = load_html(source.replace("\x00", ""))
    if tree is None:
        return None
    blocks: list[Block] = list(blocks_of_page(tree))
    if len(blocks) > MAX_BLOCKS:
        raise ReviewerError(f"{len(blocks)} paragraphs are no article")
    _lightened(tree)
    lines, comments = _extracted(tree)
    facts = facts_of_page(tree, [line.text for line in lines[:6] if line.kind == "p"], url)
    lines = repaired(_or_stated(lines, facts.body), blocks, facts)
    report = report_of(lines, blocks, facts)
    return HtmlPage(tuple(report), facts, comments, updates=len(lines) - len(report))


def page_record(
    data: bytes, *, where: str, article_id: str, url: str | None = None, charset: str | None = None
) -> SourceRecord:
    """The article in an HTML page; raises ReviewerError when there is none, so that no empty article is ever saved."""
    if not data.strip():
        raise ReviewerError("the file is empty", where=where)
    if len(data) > MAX_PAGE_BYTES:
        raise ReviewerError(f"more than {MAX_PAGE_BYTES // (1024 * 1024)} MB", where=where)
    decoded = decode_page(data, charset)
    page = extract_page(decoded.text.removeprefix("\ufeff"), url)
    if (page is None or not page.text.strip()) and is_binary(data):
        raise ReviewerError("this is no text", where=where, hint="give a text, a page or a corpus")
    if page is None or not page.text.strip():
        raise ReviewerError(
            "no article text found in it", where=where, hint="if it shows one, save what you see as .txt"
        )
    facts = page.facts
    article = Article(
        article_id,
        page.text,
        outlet=facts.outlet,
        title=facts.title,
        byline=facts.byline,
        published=facts.published,
        url=facts.url,
        language=facts.language,
        inferred=dict(facts.inferred),
    )
    notes: tuple[str, ...] = encoding_notes(decoded)
    if page.updates:
        notes += (f"a live blog: only the report above its entries was taken, {page.updates} lines were left out",)
    return SourceRecord(article, where, original=data, extension=".html", comments=page.comments, notes=notes)

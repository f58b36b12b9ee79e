"""A page before it is imported, and again from its original: every line of it, kept or cut, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.articles.article_file import load_article, normalised
from reviewer.articles.guarded import decode_page, read_bytes
from reviewer.articles.sources import read_records
from reviewer.articles.values import Article, Refused, SourceRecord
from reviewer.errors import ReviewerError
from reviewer.project import Project
from reviewer.text import Span

if TYPE_CHECKING:
    from reviewer.articles.page_lines import PageLine

_PREFIXES = {"heading": "## ", "block": "> "}
_KINDS = {"## ": "heading", "> ": "block"}


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """All lines of a page as `text` (of HTML the visible text, a block a line) and the article that its kept lines make.

    `comments_start` is an offset into `text`, None where no reader comments were found.
    """

    text: str
    lines: tuple[PageLine, ...]
    record: SourceRecord
    comments_start: int | None = None

    def decided(self, kept: Mapping[int, bool]) -> OpenedPage:
        """The page with some lines (by number, from 0) kept or cut by a person; the article follows.

        Raises ReviewerError when nothing would be left.
        """
        from reviewer.articles.page_lines import article_text

        changed = {number: keep for number, keep in kept.items() if self.lines[number].kept != keep}
        if not changed:
            return self
        lines = tuple(
            replace(line, kept=changed.get(number, line.kept)) if line.kind != "blank" else line
            for number, line in enumerate(self.lines)
        )
        text = article_text(self.text, lines)
        if not text.strip():
            raise ReviewerError("nothing of the page would be left", hint="keep a line of it")
        article = replace(self.record.article, text=text)
        return replace(self, lines=lines, record=replace(self.record, article=article))

    def corrected(self, **fields: str | None) -> OpenedPage:
        """The page with title, outlet, byline, published, url or language stated by a person."""
        article = self.record.article
        inferred = {key: line for key, line in article.inferred.items() if key not in fields}
        article = replace(article, inferred=inferred, **fields)  # type: ignore[arg-type]
        return replace(self, record=replace(self.record, article=article))


def open_page(path: Path, *, outlet: str | None = None) -> OpenedPage:
    """The one article in a file with every line of its page.  Raises ReviewerError for what holds none, or several."""
    found: list[SourceRecord] = []
    for one in read_records([path], outlet=outlet):
        if isinstance(one, Refused):
            raise ReviewerError(one.what, where=one.where, line=one.line)
        found.append(one)
        if len(found) > 1:
            raise ReviewerError("more than one article in it", where=path, hint="import it as a whole")
    if not found:
        raise ReviewerError("no article in it", where=path)
    return _opened(found[0])


def _opened(record: SourceRecord) -> OpenedPage:
    if record.extension == ".txt":
        from reviewer.articles.page import clean_page

        text = normalised(decode_page(record.original).text)
        page = clean_page(text, outlet=record.article.outlet)
        return OpenedPage(text, page.lines, record, page.comments_start)
    if record.extension == ".html":
        text, lines = _html_lines(record.original, record.article.text)
    else:
        text, lines = _marked([(line, True) for line in record.article.text.split("\n")])
    return OpenedPage(text, lines, record)


def _html_lines(data: bytes, article: str) -> tuple[str, tuple[PageLine, ...]]:
    """The visible lines of an HTML page; those of the article kept, also the ones that its markup has otherwise."""
    from reviewer.articles.markup import visible_lines

    kept = [line for line in article.split("\n") if line.strip()]
    marked: list[tuple[str, bool]] = []
    waiting = kept[:]
    for line in visible_lines(decode_page(data).text):
        ahead = [number for number, other in enumerate(waiting) if _bare(other) == _bare(line)][:1]
        for number in ahead:
            marked += [(other, True) for other in waiting[:number]]
            waiting = waiting[number + 1 :]
        marked.append((line, bool(ahead)))
    return _marked(marked + [(other, True) for other in waiting])


def _bare(line: str) -> str:
    for prefix in _KINDS:
        line = line.removeprefix(prefix)
    return " ".join(line.split())


def _marked(lines: list[tuple[str, bool]]) -> tuple[str, tuple[PageLine, ...]]:
    from reviewer.articles.page_lines import PageLine

    found: list[PageLine] = []
    pieces: list[str] = []
    at = 0
    for line, keep in lines:
        prefix = next((mark for mark in _KINDS if line.startswith(mark)), "")
        words = line.removeprefix(prefix)
        kind = "blank" if not words.strip() else _KINDS.get(prefix) or ("body" if keep else "other")
        found.append(PageLine(Span(at, at + len(words)), kind, keep and kind != "blank"))
        pieces.append(words)
        at += len(words) + 1
    return "\n".join(pieces), tuple(found)


def open_original(project: Project, event: str, article_id: str) -> OpenedPage:
    """The original of an article with those lines kept that the article has today.

    Raises ReviewerError when no original was kept, or when it is gone.
    """
    article = load_article(project.article_file(event, article_id))
    if article.source is None:
        raise ReviewerError(f"no original of {article_id} was kept", where=project.article_file(event, article_id))
    path = project.event_folder(event) / article.source
    if not path.resolve().is_relative_to(project.event_folder(event).resolve()):
        raise ReviewerError("the original lies outside its event", where=path)
    data = read_bytes(path)
    record = SourceRecord(article, str(path), original=data, extension=path.suffix)
    if path.suffix == ".html":
        text, lines = _html_lines(data, article.text)
        return OpenedPage(text, lines, record)
    here = {_bare(line) for line in article.text.split("\n")}
    source = _opened(record) if path.suffix == ".txt" else None
    if source is None:
        return OpenedPage(*_marked([(line, True) for line in article.text.split("\n")]), record)
    lines = tuple(
        replace(line, kept=_bare(line.span.of(source.text)) in here) if line.kind != "blank" else line
        for line in source.lines
    )
    return replace(source, lines=lines)


def _kept_above(page: OpenedPage, number: int, text: str) -> int:
    """Where in the article a line of the page belongs: behind the nearest line above it that the article has."""
    for line in reversed(page.lines[:number]):
        words = _bare(line.span.of(page.text))
        if not line.kept or not words:
            continue
        for start, end in _line_bounds(text):
            if _bare(text[start:end]) == words:
                return end
    return 0


def _line_bounds(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def with_lines(text: str, page: OpenedPage, kept: Mapping[int, bool]) -> str:
    """An article's text with lines of its original brought back or cut; what a person changed elsewhere in it stays."""
    for number, keep in sorted(kept.items()):
        line = page.lines[number]
        words = line.span.of(page.text).strip()
        if keep and not line.kept and words:
            at = _kept_above(page, number, text)
            words = _PREFIXES.get(line.kind, "") + words.removeprefix("> ")
            text = f"{text[:at]}\n\n{words}{text[at:]}" if at else f"{words}\n\n{text}"
            page = replace(page, lines=(*page.lines[:number], replace(line, kept=True), *page.lines[number + 1 :]))
        elif not keep and line.kept:
            bounds = next((found for found in _line_bounds(text) if _bare(text[slice(*found)]) == _bare(words)), None)
            if bounds is not None:
                before, after = text[: bounds[0]].rstrip("\n"), text[bounds[1] :].lstrip("\n")
                text = f"{before}\n\n{after}" if before and after else before or after
    return text


def corrected_article(project: Project, event: str, article_id: str, kept: Mapping[int, bool]) -> Article:
    """The article as it would be with lines of its original brought back or cut: for `revise_article` to save."""
    page = open_original(project, event, article_id)
    return replace(page.record.article, text=with_lines(page.record.article.text, page, kept))

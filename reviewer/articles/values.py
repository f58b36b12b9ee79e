"""What an article is, whatever it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Literal

from reviewer.text import Span


def text_sha256(text: str) -> str:
    """The hex SHA-256 of a text in UTF-8: what annotations and revisions name it by."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's text on one event.

    `text` is verbatim (only a BOM dropped and CRLF counted as LF); every offset in the program counts its code points.
    `published` is an ISO date, date-time, year or month, as text.  `source` is the original's path relative to the event's folder.
    `inferred` names the fields that nothing states outright, each with the line that proves it.
    """

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    source: str | None = None
    inferred: Mapping[str, str] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        return text_sha256(self.text)

    @property
    def name(self) -> str:
        """What people call it: the outlet, else the title, else the id."""
        return self.outlet or self.title or self.id


@dataclass(frozen=True, slots=True)
class Event:
    """One happening that several articles report; `articles` are ids, sorted."""

    id: str
    title: str | None = None
    date: str | None = None
    note: str | None = None
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One article found in a source.

    `where` is the file as given (or below the folder given), `line` the line or record in it.  `body` are the spans of the
    article's lines and `comments_start` the offset of the reader comments, both in code points of the decoded file; both are
    empty for corpora, and for HTML, whose body `Imported.body` looks for.  `original` are the bytes as they came, with the
    `extension` a copy of them should have.
    """

    article: Article
    where: str
    line: int | None = None
    body: tuple[Span, ...] = ()
    comments_start: int | None = None
    original: bytes = field(default=b"", repr=False)
    extension: str = ".txt"
    comments: str = field(default="", repr=False)
    notes: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The file, and the line in it."""
        return self.where if self.line is None else f"{self.where}:{self.line}"


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that could not be taken; `skipped` where that is no fault of the input (a link in a folder, say)."""

    where: str
    line: int | None
    what: str
    skipped: bool = False

    def __str__(self) -> str:
        return f"{self.where}:{self.line}: {self.what}" if self.line is not None else f"{self.where}: {self.what}"


ImportStatus = Literal["new", "unchanged", "revision"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made (or, dry, would make) of one record.

    `article` is the one in the project afterwards, `old` the one before it when `status` is "revision".  `path` is its file.
    `near_copy_of` names another article of the event whose words are nearly all the same.  `report` are lines for a
    person: what to look at.
    """

    record: SourceRecord
    article: Article
    event: str
    path: Path
    status: ImportStatus
    near_copy_of: str | None = None
    old: Article | None = None
    report: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What was to be said of the record as it was read; the report begins with it."""
        return () if self.status == "unchanged" else self.record.notes

    @property
    def source(self) -> str:
        """The file as it was given."""
        return self.record.where

    @property
    def body(self) -> tuple[Span, ...]:
        """Where the text's lines stand in the decoded page; for HTML they are looked for when asked."""
        if self.record.extension == ".html" and not self.record.body:
            from reviewer.articles.guarded import decode_page
            from reviewer.articles.html_places import places_of

            return places_of(decode_page(self.record.original).text, self.record.article.text)
        return self.record.body

    @property
    def comments_start(self) -> int | None:
        return self.record.comments_start

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def title(self) -> str | None:
        return self.article.title

    @property
    def outlet(self) -> str | None:
        return self.article.outlet

    @property
    def byline(self) -> str | None:
        return self.article.byline

    @property
    def published(self) -> str | None:
        return self.article.published

    @property
    def language(self) -> str | None:
        return self.article.language


def tally(counts: Mapping[str, int]) -> str:
    """What came of an import in one line: `2 new · 1 revision · 40 unchanged (there already) · 3 refused`."""
    names = {
        "new": "new",
        "revision": "revision",
        "unchanged": "unchanged (there already)",
        "skipped": "skipped",
        "refused": "refused",
    }
    said = [f"{counts[key]:,} {name}" for key, name in names.items() if counts.get(key)]
    return " · ".join(said) or "nothing imported"

"""What an article is, whatever it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256


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

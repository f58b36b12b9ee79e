"""HTML pages as articles."""

from __future__ import annotations

from reviewer.articles.values import SourceRecord
from reviewer.errors import ReviewerError


def page_record(
    data: bytes, *, where: str, article_id: str, url: str | None = None, charset: str | None = None
) -> SourceRecord:
    """The article in a page; raises ReviewerError when there is none."""
    raise ReviewerError("HTML is not read yet", where=where)

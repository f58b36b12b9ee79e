"""Imports and revisions as a person decided them: another choice of paragraphs, other fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reviewer.articles.article_file import load_article, split_source
from reviewer.articles.dates import iso_date
from reviewer.articles.importing import Importer, keep_earlier
from reviewer.articles.library import replace_text, update_front_matter
from reviewer.articles.store import Store
from reviewer.articles.values import Article, Imported, SourceRecord
from reviewer.errors import ReviewerError
from reviewer.files import decode, read_bytes
from reviewer.project import Project

CORRECTABLE = ("title", "outlet", "byline", "published")


def checked_fields(fields: Mapping[str, str | None]) -> dict[str, str | None]:
    """The fields with blanks at their ends gone, nothing as None, `published` as an ISO date.  Raises ReviewerError for a date that is
    none."""
    checked = {name: (value or "").strip() or None for name, value in fields.items()}
    published = checked.get("published")
    if published is not None:
        checked["published"] = iso_date(published)
        if checked["published"] is None:
            raise ReviewerError(f"{published[:40]!r} is no date", hint="write it like 2031-04-02, or leave it empty")
    return checked


def with_fields(article: Article, fields: Mapping[str, str | None]) -> Article:
    """The article with fields that a person states, and so no longer inferred."""
    inferred = {name: line for name, line in article.inferred.items() if name not in fields}
    values = {name: getattr(article, name) for name in CORRECTABLE} | dict(fields)
    return replace(article, inferred=inferred, **values)


def import_record(
    importer: Importer, record: SourceRecord, *, text: str | None = None, fields: Mapping[str, str | None] | None = None
) -> Imported:
    """What `importer.take(record)` makes of it, with another text and some fields corrected before it is written.

    A `text` that differs from what the project has becomes a revision, though the page be known.  Raises ReviewerError where
    nothing would be left, for a date that is none, and where it cannot be written.
    """
    stated = checked_fields(fields or {})
    article = with_fields(record.article, stated)
    if text is not None:
        if not text.strip():
            raise ReviewerError("nothing is kept of it", where=record.where, hint="keep at least one paragraph")
        article = replace(article, text=text)
    found = importer.take(replace(record, article=article), decided=text is not None)
    wrong = {name: value for name, value in stated.items() if getattr(found.article, name) != value}
    proven = {name: stated[name] for name in stated if name in found.article.inferred}
    if wrong or proven:
        corrected = update_front_matter(importer.project, found.event, found.article.id, {**wrong, **proven})
        found = replace(found, article=corrected)
    return found


def revise_article(project: Project, event: str, shown: Article, text: str) -> Article:
    """`shown`, an article of the project, with another text: the one before is kept in revisions/, the front matter stays as it is.

    Raises ReviewerError where the file is no longer what is shown, and where nothing would be left of it.
    """
    path = project.article_file(event, shown.id)
    raw = decode(read_bytes(path), path)
    parts = split_source(raw, path)
    if parts.text != shown.text:
        raise ReviewerError("the article was changed meanwhile", where=path, hint="open its original again")
    if not text.strip():
        raise ReviewerError("nothing would be left of the article", where=path, hint="keep at least one paragraph")
    if text == shown.text:
        return shown
    keep_earlier(Store(project), event, shown)
    replace_text(project, event, shown.id, text)
    return load_article(path)

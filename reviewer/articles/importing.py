"""Articles into a project: ids, events, originals, revisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from reviewer.articles.article_file import load_article, normalised
from reviewer.articles.library import write_article, write_event
from reviewer.articles.revisions import revision_map
from reviewer.articles.shelf import Place, Shelf, wanted_id
from reviewer.articles.sources import read_records
from reviewer.articles.values import Article, Event, Imported, ImportStatus, Refused, SourceRecord, text_sha256
from reviewer.errors import ReviewerError
from reviewer.files import alone, read_bytes, remove_stale, write_atomically
from reviewer.project import Project, make_id, require_id

_STATED = ("outlet", "title", "byline", "published", "url", "language")


def event_id_for(article: Article) -> str:
    """The id of a new event that begins with this article: its day and title."""
    return make_id((article.published or "")[:10] or None, article.title or article.name, fallback="event")


def _same(old: Article, new: Article) -> bool:
    return old.text.rstrip("\n") == new.text.rstrip("\n")


def as_given(record: SourceRecord, outlet: str | None) -> Article:
    """The record's article as it is stored: its last line ends, as the last line of a file should."""
    article = record.article
    text = normalised(article.text)
    article = replace(article, text=text if text.endswith("\n") else f"{text}\n", source=None)
    if outlet:
        inferred = {key: line for key, line in article.inferred.items() if key != "outlet"}
        article = replace(article, outlet=outlet, inferred=inferred)
    return article


def _placed(event: str, shelf: Shelf, record: SourceRecord, article: Article) -> tuple[Place | None, Article]:
    """Where the article is, None for a new one, and the article with the id that it has there or shall have."""
    there = shelf.find(article, record)
    return there, replace(article, id=(there or shelf.free(event, wanted_id(article))).article)


class Importer:
    """Takes records into one event of a project, one after the other; without `event` into that of the first one's day and title.

    Raises ReviewerError for an `event` that is no id.
    """

    def __init__(
        self, project: Project, event: str | None = None, outlet: str | None = None, *, dry_run: bool = False
    ) -> None:
        self.project = project
        self.event = require_id(event, "event") if event is not None else None
        self.outlet = outlet
        self.dry_run = dry_run
        self._opened: tuple[str, Shelf] | None = None

    def take(self, record: SourceRecord, *, decided: bool = False) -> Imported:
        """Writes the record's article; `decided` says that a person chose its text, which then counts though the page be known.

        One import at a time writes: of two that run side by side neither takes an id that the other has just given.  Raises
        ReviewerError where it cannot be written.
        """
        with nullcontext() if self.dry_run else alone(self.project.data):
            return self._take(record, decided)

    def _take(self, record: SourceRecord, decided: bool) -> Imported:
        article = as_given(record, self.outlet)
        event, shelf = self._opened = self._opened or self._open(article)
        there, article = _placed(event, shelf, record, article)
        if there is None and self.project.article_file(event, article.id).exists():
            shelf.catch_up()  # another import is at work beside this one
            there, article = _placed(event, shelf, record, article)
        place = Place(event, article.id)
        near = shelf.near(place, article.text)
        path = self.project.article_file(event, article.id)
        old = load_article(path) if there is not None and path.exists() else None
        if there is not None and (
            old is None or _same(old, article) or (not decided and self._is_known(place, shelf, article, record, old))
        ):
            return Imported(record, old or article, event, path, "unchanged", near)
        report = [f"{record.place}: {note}" for note in record.notes]
        if near is not None:
            report.append(f"{record.place}: nearly the same words as {near}")
        if old is not None:
            article, kept = (article, []) if decided else self._carried(event, record, old, article)
            if _same(old, article):
                return Imported(record, old, event, path, "unchanged", near)
            article, changes = _revised(old, article)
            report += [f"{path}: {line}" for line in (*changes, *kept)]
        if not self.dry_run:
            article = self._write(place, shelf, record, article, old)
        shelf.put(event, article)
        status: ImportStatus = "new" if old is None else "revision"
        return Imported(record, article, event, path, status, near, old=old, report=tuple(report))

    def _open(self, article: Article) -> tuple[str, Shelf]:
        """The event, begun where it is not there, and what stands in it."""
        event = self.event or event_id_for(article)
        folder = self.project.event_folder(event)
        if not folder.resolve().is_relative_to(self.project.root.resolve()):
            raise ReviewerError("this folder is a link to a place outside the project", where=folder)
        shelf = Shelf(self.project, event)
        shelf.catch_up()
        if not self.dry_run:
            remove_stale(folder)
            remove_stale(self.project.originals(event))
        begun = self.project.event_file(event).exists() or self.project.article_ids(event)
        if not self.dry_run and not begun:
            title = article.title or article.name
            day = (article.published or "")[:10] or None
            write_event(self.project, Event(event, title, day))
        return event, shelf

    def _carried(self, event: str, record: SourceRecord, old: Article, new: Article) -> tuple[Article, list[str]]:
        """The new article with what a person had changed in the old one, and what to tell of that."""
        from reviewer.articles.carried import carried, changed_by_hand

        by_hand = changed_by_hand(self.project, event, old)
        return (new, []) if by_hand is None else carried(by_hand, record, old, new)

    def _is_known(self, place: Place, shelf: Shelf, article: Article, record: SourceRecord, old: Article) -> bool:
        """Whether nothing is new: a text that an earlier revision holds, or the very page that is kept already.

        Where the text that stands there now is kept as an earlier one, an import was cut off before it wrote the new one.
        """
        revisions = self.project.revisions(*place)
        earlier = (revisions / f"{text_sha256(text)[:12]}.md" for text in (article.text, article.text.rstrip("\n")))
        if any(path.exists() for path in earlier):
            return True
        return (
            shelf.original_of(place, record) is not None and not earlier_file(self.project, place.event, old).exists()
        )

    def _write(
        self, place: Place, shelf: Shelf, record: SourceRecord, article: Article, old: Article | None
    ) -> Article:
        """The earlier text first, then the original, the article last: an import cut off in between is simply run again."""
        if old is not None:
            keep_earlier(self.project, place.event, old)
        article = replace(article, source=self._keep_original(place, shelf, record, article))
        write_article(self.project, place.event, article, tidy=False)
        return article

    def _keep_original(self, place: Place, shelf: Shelf, record: SourceRecord, article: Article) -> str:
        folder = self.project.originals(place.event)
        folder.mkdir(parents=True, exist_ok=True)
        kept = shelf.original_of(place, record)
        if kept is not None:
            return f"{folder.name}/{kept.name}"
        path = folder / f"{article.id}{record.extension}"
        if path.exists():
            path = folder / f"{article.id}.{article.sha256[:12]}{record.extension}"
        write_atomically(path, record.original, within=self.project.root, tidy=False)
        shelf.originals.add(path, record.original)
        return f"{folder.name}/{path.name}"


def earlier_file(project: Project, event: str, article: Article) -> Path:
    """Where this text of an article is kept once another has taken its place."""
    return project.revisions(event, article.id) / f"{article.sha256[:12]}.md"


def keep_earlier(project: Project, event: str, old: Article) -> None:
    """Copies an article's file, as it stands, among its earlier texts."""
    earlier = earlier_file(project, event, old)
    if not earlier.exists():
        earlier.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(earlier, read_bytes(project.article_file(event, old.id)), within=project.root)


def _revised(old: Article, new: Article) -> tuple[Article, list[str]]:
    """The new text with the fields of both: what the new page states outright counts, else what was known before."""
    fields: dict[str, Any] = {}
    inferred: dict[str, str] = {}
    report: list[str] = []
    for key in _STATED:
        before, now = getattr(old, key), getattr(new, key)
        takes_new = bool(now) and (not before or (key not in new.inferred and now != before))
        fields[key] = now if takes_new else before
        origin = new if takes_new else old
        if key in origin.inferred:
            inferred[key] = origin.inferred[key]
        if takes_new and before:
            report.append(f"the {key} changed from {before!r} to {now!r}")
    changed = revision_map(old.text.rstrip("\n"), new.text.rstrip("\n")).changed
    words = sum(len(piece.old.of(old.text).split()) for piece in changed)
    added = sum(len(piece.new.of(new.text).split()) for piece in changed)
    report.insert(
        0, f"the text changed in {len(changed)} place{'s' * (len(changed) != 1)} ({words} words gone, {added} come)"
    )
    return replace(new, id=old.id, inferred=inferred, **fields), report


def import_sources(
    project: Project,
    sources: Iterable[str | Path],
    *,
    event: str | None = None,
    outlet: str | None = None,
    dry_run: bool = False,
    mapping: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Imported | Refused]:
    """Makes articles of `sources` in one event of the project, one after the other, each written before it is yielded.

    Without `event` the event is that of the first article's day and title, made where it is not there.  What is there
    already stays as it is, a changed text becomes a revision; so an import that was interrupted is resumed by running it
    again.  Raises ReviewerError for an `event` that is no id and where nothing can be written.
    """
    importer = Importer(project, event, outlet, dry_run=dry_run)
    for found in read_records(sources, mapping=mapping, outlet=outlet, progress=progress, stdin=stdin):
        yield found if isinstance(found, Refused) else importer.take(found)

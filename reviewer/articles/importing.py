"""Articles into a project: ids, events, originals, revisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from reviewer.articles.article_file import normalised
from reviewer.articles.library import event_source, write_article
from reviewer.articles.revisions import revision_map
from reviewer.articles.shelf import Place, Shelf, wanted_id
from reviewer.articles.sources import read_records
from reviewer.articles.store import Store, store_of
from reviewer.articles.values import Article, Event, Imported, ImportStatus, Refused, SourceRecord, text_sha256
from reviewer.errors import ReviewerError
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


class Importer:
    """Takes records into one event of a project, one after the other; what the event has already stays where it is.

    Without `event` that is the event of the first one's day and title, or the one where this first one is already; and what any
    event has stays where it is.  Raises ReviewerError for an `event` that is no id.
    """

    def __init__(
        self, project: Project, event: str | None = None, outlet: str | None = None, *, store: Store | None = None
    ) -> None:
        self.project = project
        self.event = require_id(event, "event") if event is not None else None
        self.outlet = outlet
        self.store = store or Store(project)
        self._opened: tuple[str, Shelf] | None = None
        self._made: str | None = None  # the event that was not there before this record

    @property
    def begun(self) -> str | None:
        """The event that what is new goes into; None while nothing was taken."""
        return self._opened[0] if self._opened is not None else None

    def take(self, record: SourceRecord, *, decided: bool = False) -> Imported:
        """Writes the record's article; `decided` says that a person chose its text, which then counts though the page be known.

        One import at a time writes: of two that run side by side neither takes an id that the other has just given.  Raises
        ReviewerError where it cannot be written.
        """
        with self.store.turn():
            try:
                return self._take(record, decided)
            except ReviewerError:
                self._take_back()
                raise
            finally:
                self._made = None

    def _take_back(self) -> None:
        """An event that was made for a record which then could not be written is not left behind, if nothing stands in it."""
        if self._made is None:
            return
        self._opened = None
        folder, originals = self.project.event_folder(self._made), self.project.originals(self._made)
        if any(path != self.project.event_file(self._made) and path != originals for path in folder.glob("*")):
            return
        with suppress(OSError):  # an original was kept, or the disk refuses this too: the import is run again
            if originals.is_dir():
                originals.rmdir()
            self.project.event_file(self._made).unlink(missing_ok=True)
            folder.rmdir()

    def _take(self, record: SourceRecord, decided: bool) -> Imported:
        article = as_given(record, self.outlet)
        event, shelf = self._opened = self._opened or self._open(article, record)
        there = shelf.find(article, record)
        place = there or shelf.free(event, wanted_id(article))
        if there is None and self.project.article_file(*place).exists():
            shelf.catch_up()  # another import is at work beside this one
            there = shelf.find(article, record)
            place = there or shelf.free(event, wanted_id(article))
        article = replace(article, id=place.article)
        near = shelf.near(place, article.text)
        path = self.project.article_file(*place)
        old = self.store.load(path) if there is not None and self.store.has(path) else None
        if old is not None and (
            _same(old, article) or (not decided and self._is_known(place, shelf, article, record, old))
        ):
            return Imported(record, old, place.event, path, "unchanged", near)
        report = [f"{record.place}: {note}" for note in record.notes]
        if near is not None:
            report.append(f"{record.place}: nearly the same words as {near}")
        if old is not None:
            article, kept = (article, []) if decided else self._carried(place.event, record, old, article)
            if _same(old, article):
                return Imported(record, old, place.event, path, "unchanged", near)
            article, changes = _revised(old, article)
            report += [f"{path}: {line}" for line in (*changes, *kept)]
        article = self._write(place, shelf, record, article, old)
        shelf.put(place.event, article)
        status: ImportStatus = "new" if old is None else "revision"
        return Imported(record, article, place.event, path, status, near, old=old, report=tuple(report))

    def _open(self, article: Article, record: SourceRecord) -> tuple[str, Shelf]:
        """The event of what is new, begun where it is not there, and what stands in it, or in all events where none is asked for."""
        shelf = Shelf(self.project, *(self.project.event_ids() if self.event is None else [self.event]))
        shelf.catch_up()
        event = self.event
        if event is None:
            there = shelf.find(article, record)
            event = there.event if there is not None else event_id_for(article)
            shelf.look_into(event)
        folder = self.project.event_folder(event)
        if not folder.resolve().is_relative_to(self.project.root.resolve()):
            raise ReviewerError("this folder is a link to a place outside the project", where=folder)
        self.store.tidy(folder)
        self.store.tidy(self.project.originals(event))
        path = self.project.event_file(event)
        if not self.store.has(path) and not self.project.article_ids(event):
            self._made = event
            begun = Event(event, article.title or article.name, (article.published or "")[:10] or None)
            self.store.write(path, event_source(begun).encode())
        return event, shelf

    def _carried(self, event: str, record: SourceRecord, old: Article, new: Article) -> tuple[Article, list[str]]:
        """The new article with what a person had changed in the old one, and what to tell of that."""
        from reviewer.articles.carried import carried, changed_by_hand

        by_hand = changed_by_hand(self.store, event, old)
        return (new, []) if by_hand is None else carried(by_hand, record, old, new)

    def _is_known(self, place: Place, shelf: Shelf, article: Article, record: SourceRecord, old: Article) -> bool:
        """Whether nothing is new: a text that an earlier revision holds, or the very page that is kept already.

        Where the text that stands there now is kept as an earlier one, an import was cut off before it wrote the new one.
        """
        revisions = self.project.revisions(*place)
        earlier = (revisions / f"{text_sha256(text)[:12]}.md" for text in (article.text, article.text.rstrip("\n")))
        if any(map(self.store.has, earlier)):
            return True
        was_cut_off = self.store.has(_earlier_file(self.project, place.event, old))
        return shelf.original_of(place, record) is not None and not was_cut_off

    def _write(
        self, place: Place, shelf: Shelf, record: SourceRecord, article: Article, old: Article | None
    ) -> Article:
        """The earlier text first, then the original, the article last: an import cut off in between is simply run again."""
        if old is not None:
            keep_earlier(self.store, place.event, old)
        article = replace(article, source=self._keep_original(place, shelf, record, article))
        write_article(self.store, place.event, article)
        return article

    def _keep_original(self, place: Place, shelf: Shelf, record: SourceRecord, article: Article) -> str:
        folder = self.project.originals(place.event)
        kept = shelf.original_of(place, record)
        if kept is not None:
            return f"{folder.name}/{kept.name}"
        path = folder / f"{article.id}{record.extension}"
        if self.store.has(path):
            path = folder / f"{article.id}.{article.sha256[:12]}{record.extension}"
        self.store.write(path, record.original)
        shelf.originals.add(path, record.original)
        return f"{folder.name}/{path.name}"


def _earlier_file(project: Project, event: str, article: Article) -> Path:
    """Where this text of an article is kept once another has taken its place."""
    return project.revisions(event, article.id) / f"{article.sha256[:12]}.md"


def keep_earlier(store: Store, event: str, old: Article) -> None:
    """Copies an article's file, as it stands, among its earlier texts."""
    earlier = _earlier_file(store.project, event, old)
    if not store.has(earlier):
        store.write(earlier, store.read(store.project.article_file(event, old.id)))


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
    places = f"{len(changed)} place{'s' * (len(changed) != 1)}"
    gone = f"{words} word{'s' * (words != 1)} gone"
    report.insert(0, f"the text changed in {places} ({gone}, {added} come)")
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

    Without `event` it is that of the first article's day and title, made where it is not there, or the one where the first
    article is already.  What is there stays as it is, in whatever event it is unless one is asked for, and a changed text
    becomes a revision; so an import that was interrupted is resumed by running it again.  A dry run yields what the import
    would.  Raises ReviewerError for an `event` that is no id and where nothing can be written.
    """
    with closing(store_of(project, dry_run=dry_run)) as store:
        importer = Importer(project, event, outlet, store=store)
        for found in read_records(sources, mapping=mapping, outlet=outlet, progress=progress, stdin=stdin):
            yield found if isinstance(found, Refused) else importer.take(found)

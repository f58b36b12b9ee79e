"""Articles into a project: ids, events, originals, revisions."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from reviewer.articles.article_file import load_article, normalised
from reviewer.articles.kept import Kept
from reviewer.articles.library import write_article, write_event
from reviewer.articles.near import Copies, Holders
from reviewer.articles.revisions import revision_map
from reviewer.articles.sources import read_records
from reviewer.articles.values import Article, Event, Imported, Refused, SourceRecord, text_sha256
from reviewer.errors import ReviewerError
from reviewer.files import alone, read_bytes, remove_stale, write_atomically
from reviewer.project import Project, make_id, require_id
from reviewer.text import folded

SAME_ARTICLE = 0.3  # two texts under one outlet and title are one article when they share that much
_STATED = ("outlet", "title", "byline", "published", "url", "language")


def event_id_for(article: Article) -> str:
    """The id of a new event that begins with this article: its day and title."""
    return make_id((article.published or "")[:10] or None, article.title or article.name, fallback="event")


class _Shelf:
    """The articles of one event, as far as an import must know them: ids, addresses, texts, sketches.

    Articles are numbered as they come.  Of texts and addresses a keyed hash of 64 bits is kept, so that an event of a
    million articles fits into memory.
    """

    def __init__(self, project: Project, event: str) -> None:
        self.project = project
        self.event = event
        self._copies = Copies()
        self._ids: list[str] = []
        self._outlets: list[str | None] = []
        self._urls = array("Q")  # their hashes, 0 without one
        self._bylines = array("Q")  # likewise
        self._days = array("Q")
        self._numbers: dict[str, int] = {}
        self._unreadable: set[str] = set()
        self._by_text = Holders("Q")
        self._by_url = Holders("Q")
        self.originals = Kept(project.originals(event))
        self.catch_up()

    def catch_up(self) -> None:
        """Takes in what others have put into the event since it was last looked at."""
        for article_id in self.project.article_ids(self.event):
            if article_id in self._numbers or article_id in self._unreadable:
                continue
            try:
                self.put(load_article(self.project.article_file(self.event, article_id)))
            except ReviewerError:
                self._unreadable.add(article_id)  # its name is taken, and `reviewer check` says why

    def put(self, article: Article) -> None:
        number = self._numbers.setdefault(article.id, len(self._ids))
        outlet = article.outlet and sys.intern(article.outlet)
        url = _hashed(article.url) if article.url else 0
        if number == len(self._ids):
            self._ids.append(article.id)
            self._outlets.append(outlet)
            self._urls.append(url)
            self._bylines.append(0)
            self._days.append(0)
        self._outlets[number] = outlet
        self._urls[number] = url
        self._bylines[number], self._days[number] = _signs(article)
        self._by_text.add(_hashed_words(article.text), number)
        if url:
            self._by_url.add(url, number)
        self._copies.add(number, article.text)

    def find(self, article: Article, wanted: str) -> str | None:
        """The id under which this article is there: by address, by text, by outlet and title with like words."""
        known = self._by_url.of(_hashed(article.url)) if article.url else []
        if known:
            return self._ids[known[-1]]
        for same in self._by_text.of(_hashed_words(article.text)):
            if not article.outlet or self._outlets[same] in (None, article.outlet):
                return self._ids[same]
        for name in self._names(wanted):
            number = self._numbers.get(name)
            if number is None or (self._urls[number] and article.url) or self._is_another_outlet(number, article):
                continue
            if self._copies.like(number, article.text) >= SAME_ARTICLE:
                return name
        return None

    def _is_another_outlet(self, number: int, article: Article) -> bool:
        """Of two pages that do not name their outlet: whether authors, or days where these are not known, tell them apart.

        Two outlets print a report of an agency under one headline, too.
        """
        if self._outlets[number] or article.outlet:
            return False
        byline, day = _signs(article)
        if byline and self._bylines[number]:
            return byline != self._bylines[number]
        return bool(day and self._days[number]) and day != self._days[number]

    def near(self, article: Article) -> str | None:
        """The id of another article with nearly the same words."""
        found = self._copies.nearest(article.text, but=self._numbers.get(article.id))
        return None if found is None else self._ids[found]

    def of_original(self, article: Article, record: SourceRecord) -> str | None:
        """The id of the article that was made of this very page, whatever a person has made of its text and title since."""
        for path in self.originals.holding(record.original, record.extension):
            name = path.name.partition(".")[0]
            number = self._numbers.get(name)
            if number is None or (self._urls[number] and article.url and self._urls[number] != _hashed(article.url)):
                continue
            stated = article.outlet if "outlet" not in article.inferred else None
            if not stated or self._outlets[number] in (None, stated):
                return name
        return None

    def original_of(self, article_id: str, record: SourceRecord) -> Path | None:
        """The very page of the record, if it is kept as an original of this article."""
        paths = self.originals.holding(record.original, record.extension)
        return next((path for path in paths if path.name.partition(".")[0] == article_id), None)

    def _names(self, wanted: str) -> Iterator[str]:
        name, number = wanted, 2
        while name in self._numbers or name in self._unreadable:
            yield name
            name, number = f"{wanted}-{number}", number + 1

    def free(self, wanted: str) -> str:
        taken = len(list(self._names(wanted)))
        return f"{wanted}-{taken + 1}" if taken else wanted


def _hashed(words: str) -> int:
    """64 bits of SipHash with this process's own key: nobody can prepare two pages that fall together."""
    return hash(words) & 0xFFFF_FFFF_FFFF_FFFF


def _signs(article: Article) -> tuple[int, int]:
    """Hashes of byline and day, 0 where unknown."""
    return (
        _hashed(folded(article.byline)) if article.byline else 0,
        _hashed(article.published[:10]) if article.published else 0,
    )


def _hashed_words(text: str) -> int:
    """Of a text whatever line ends stand behind it: what an older import stored without the last one is the same text."""
    return _hashed(text.rstrip("\n"))


def _same(old: Article, new: Article) -> bool:
    return old.text.rstrip("\n") == new.text.rstrip("\n")


def _as_given(record: SourceRecord, outlet: str | None) -> Article:
    """The record's article as it is stored: its last line ends, as the last line of a file should."""
    article = record.article
    text = normalised(article.text)
    article = replace(article, text=text if text.endswith("\n") else f"{text}\n", source=None)
    if outlet:
        inferred = {key: line for key, line in article.inferred.items() if key != "outlet"}
        article = replace(article, outlet=outlet, inferred=inferred)
    return article


def _wanted_id(article: Article) -> str:
    """Made from outlet and title, as far as they are known, else from what the source calls it."""
    if article.title:
        return make_id(article.outlet, article.title)
    return make_id(article.outlet, Path(article.id).stem if "/" not in article.id else article.id)


def _placed(shelf: _Shelf, record: SourceRecord, article: Article) -> tuple[str | None, Article]:
    """The id under which the article is there, None for a new one, and the article with this or a free id."""
    wanted = _wanted_id(article)
    there = shelf.find(article, wanted) or shelf.of_original(article, record)
    return there, replace(article, id=there or shelf.free(wanted))


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
        self.shelf: _Shelf | None = None

    def take(self, record: SourceRecord, *, decided: bool = False) -> Imported:
        """Writes the record's article; `decided` says that a person chose its text, which then counts though the page be known.

        One import at a time writes: of two that run side by side neither takes an id that the other has just given.  Raises
        ReviewerError where it cannot be written, UnicodeEncodeError for a text with half a surrogate pair.
        """
        with nullcontext() if self.dry_run else alone(self.project.data):
            return self._take(record, decided)

    def _take(self, record: SourceRecord, decided: bool) -> Imported:
        article = _as_given(record, self.outlet)
        shelf = self._shelf_for(article)
        there, article = _placed(shelf, record, article)
        if there is None and self.project.article_file(shelf.event, article.id).exists():
            shelf.catch_up()  # another import is at work beside this one
            there, article = _placed(shelf, record, article)
        near = shelf.near(article)
        report = [f"{record.where}: {note}" for note in record.notes]
        if near is not None:
            report.append(f"{record.where}: nearly the same words as {near}")
        path = self.project.article_file(shelf.event, article.id)
        old = load_article(path) if there is not None and path.exists() else None
        if there is not None and (
            old is None or _same(old, article) or (not decided and self._is_known(shelf, old, article, record))
        ):
            return Imported(record, old or article, shelf.event, path, "unchanged", near, report=tuple(report))
        if old is not None:
            article, kept = (article, []) if decided else self._carried(shelf.event, record, old, article)
            if _same(old, article):
                return Imported(record, old, shelf.event, path, "unchanged", near, report=tuple(report))
            article, changes = _revised(old, article)
            report += [f"{path}: {line}" for line in (*changes, *kept)]
        if not self.dry_run:
            article = self._write(shelf, record, article, old)
        shelf.put(article)
        return Imported(
            record,
            article,
            shelf.event,
            path,
            "new" if old is None else "revision",
            near,
            old=old,
            report=tuple(report),
        )

    def _shelf_for(self, article: Article) -> _Shelf:
        if self.shelf is None:
            event = self.event or event_id_for(article)
            folder = self.project.event_folder(event)
            if not folder.resolve().is_relative_to(self.project.root.resolve()):
                raise ReviewerError("this folder is a link to a place outside the project", where=folder)
            self.shelf = _Shelf(self.project, event)
            if not self.dry_run:
                remove_stale(folder)
                remove_stale(self.project.originals(event))
            begun = self.project.event_file(event).exists() or self.project.article_ids(event)
            if not self.dry_run and not begun:
                title = article.title or article.name
                day = (article.published or "")[:10] or None
                write_event(self.project, Event(event, title, day))
        return self.shelf

    def _carried(self, event: str, record: SourceRecord, old: Article, new: Article) -> tuple[Article, list[str]]:
        """The new article with what a person had changed in the old one, and what to tell of that."""
        from reviewer.articles.carried import carried, changed_by_hand

        by_hand = changed_by_hand(self.project, event, old)
        return (new, []) if by_hand is None else carried(by_hand, record, old, new)

    def _is_known(self, shelf: _Shelf, old: Article, article: Article, record: SourceRecord) -> bool:
        """Whether nothing is new: a text that an earlier revision holds, or the very page that is kept already."""
        revisions = self.project.revisions(shelf.event, old.id)
        earlier = (revisions / f"{text_sha256(text)[:12]}.md" for text in (article.text, article.text.rstrip("\n")))
        return any(path.exists() for path in earlier) or shelf.original_of(old.id, record) is not None

    def _write(self, shelf: _Shelf, record: SourceRecord, article: Article, old: Article | None) -> Article:
        """The original first, then the earlier text, the article last: an import cut off in between is simply run again."""
        event = shelf.event
        article = replace(article, source=self._keep_original(shelf, record, article))
        if old is not None:
            keep_earlier(self.project, event, old)
        write_article(self.project, event, article, tidy=False)
        return article

    def _keep_original(self, shelf: _Shelf, record: SourceRecord, article: Article) -> str:
        event = shelf.event
        folder = self.project.originals(event)
        folder.mkdir(parents=True, exist_ok=True)
        kept = shelf.original_of(article.id, record)
        if kept is not None:
            return f"{folder.name}/{kept.name}"
        path = folder / f"{article.id}{record.extension}"
        if path.exists():
            path = folder / f"{article.id}.{article.sha256[:12]}{record.extension}"
        write_atomically(path, record.original, within=self.project.root, tidy=False)
        shelf.originals.add(path, record.original)
        return f"{folder.name}/{path.name}"


def keep_earlier(project: Project, event: str, old: Article) -> None:
    """Copies an article's file, as it stands, among its earlier texts."""
    earlier = project.revisions(event, old.id) / f"{old.sha256[:12]}.md"
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
        if isinstance(found, Refused):
            yield found
            continue
        try:
            yield importer.take(found)
        except UnicodeEncodeError:
            yield Refused(found.where, found.line, "half a surrogate pair in it: this is no text")

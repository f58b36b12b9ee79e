"""An import whose articles go each into the event they tell of."""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO

from reviewer.articles import Article, Imported, Refused, SourceRecord, load_article, read_records
from reviewer.articles.importing import Importer, as_given, event_id_for
from reviewer.articles.shelf import Place, Shelf, wanted_id
from reviewer.articles.store import Store, store_of
from reviewer.errors import ReviewerError
from reviewer.events.grouping import events
from reviewer.events.values import Progress
from reviewer.files import alone, make_private
from reviewer.project import Project, numbered

_NEW = " "  # what the name of a group begins with that shall have an event: no id does


def import_grouped(
    project: Project,
    sources: Sequence[str | Path],
    *,
    outlet: str | None = None,
    dry_run: bool = False,
    mapping: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Imported | Refused]:
    """Makes articles of `sources`, read twice: first to see which tell of the same event, then to write them.

    An article that the project has, as an import without groups finds it, stays in its event.  Another goes into the event of
    most of its group that are there, else into a new one, named by the day and title of the group's first and with a number
    where that name is taken; so an import that was interrupted is resumed by running it again.  What only the second reading
    finds is refused, and what the project has but cannot be read is named as skipped.  A second one waits until the first is
    done: it would not know the events that are being made.  Raises ReviewerError for a wrong `mapping` and where nothing can
    be written.
    """
    turn_taken = nullcontext() if dry_run else alone(make_private(project.private / "grouping"))
    with turn_taken, _readable_again(sources, stdin) as again, closing(store_of(project, dry_run=dry_run)) as store:

        def read(turn: int) -> Iterator[SourceRecord | Refused]:
            half = _half(progress, turn)
            return read_records(sources, mapping=mapping, outlet=outlet, progress=half, stdin=again())

        placing = Placing(project, read(0), outlet, store=store)
        yield from placing.unreadable
        for found in read(1):
            if isinstance(found, Refused):
                yield found
                continue
            try:
                importer = placing.importer(found)
            except ReviewerError as error:
                yield Refused(found.where, found.line, error.what)
                continue
            yield importer.take(found)


class Placing:
    """Of each record the importer into the event that it goes into: a first reading of all of them has told which.

    `unreadable` is what the project has and could not be looked at.  `progress` is told how many of its articles are read, then
    what `events` tells; what it raises ends the search.
    """

    def __init__(
        self,
        project: Project,
        records: Iterable[SourceRecord | Refused],
        outlet: str | None = None,
        *,
        store: Store | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._project = project
        self._outlet = outlet
        self._store = store
        plan = _planned(project, records, outlet, progress)
        self.unreadable = plan.unreadable
        self._homes = plan.homes
        self._importers: dict[str, Importer] = {}
        self._given: set[str] = set()

    def _home(self, record: SourceRecord) -> tuple[str, Article]:
        article = as_given(record, self._outlet)
        home = self._homes.get(_fingerprint(article))
        if home is None:
            what = "it came or changed while the articles were grouped; import again"
            raise ReviewerError(what, where=record.where, line=record.line)
        return home, article

    def event_of(self, record: SourceRecord) -> str | None:
        """The event that a record goes into, None for a new one without any article yet.  Raises as `importer` does."""
        home, _ = self._home(record)
        importer = self._importers.get(home)
        return importer.event if importer is not None else None if home.startswith(_NEW) else home

    def importer(self, record: SourceRecord) -> Importer:
        """Raises ReviewerError for what was not among the records read first."""
        home, article = self._home(record)
        if home not in self._importers:
            event = _free_event(self._project, article, self._given) if home.startswith(_NEW) else home
            self._given.add(event)
            self._importers[home] = Importer(self._project, event, self._outlet, store=self._store)
        return self._importers[home]


@dataclass(frozen=True, slots=True)
class _Plan:
    """`homes`: of each record, by its fingerprint, the event that it goes into, or its group where that shall have one."""

    homes: Mapping[int, str]
    unreadable: Sequence[Refused]


def _planned(
    project: Project, records: Iterable[SourceRecord | Refused], outlet: str | None, progress: Progress | None
) -> _Plan:
    shelf = Shelf(project, *project.event_ids())
    known: list[Place] = []
    unreadable: list[Refused] = []
    for place, there in shelf.newcomers():
        if progress is not None:
            progress(len(known), 0)
        if isinstance(there, ReviewerError):
            where = there.where or str(project.article_file(*place))
            what = f"left out when the articles were grouped: {there.said}"
            unreadable.append(Refused(where, there.line, what, skipped=True))
        else:
            known.append(place)
    homes: dict[int, str] = {}
    new: list[Article] = []
    for record in records:
        if isinstance(record, Refused):
            continue
        article = as_given(record, outlet)
        found = shelf.find(article, record)
        if found is None:
            found = Place(f"{_NEW}{len(new)}", wanted_id(article))
            new.append(replace(article, id=found.event))
        homes[_fingerprint(article)] = found.event
        shelf.put(found.event, replace(article, id=found.article))
    chosen = _grouped(project, known, new, progress) if new else {}
    return _Plan({fingerprint: chosen.get(home, home) for fingerprint, home in homes.items()}, unreadable)


def _grouped(
    project: Project, known: Iterable[Place], new: Iterable[Article], progress: Progress | None
) -> dict[str, str]:
    """Of each new article the event that most of its group are in, else the name of its group."""
    there = (replace(load_article(project.article_file(*place)), id="/".join(place)) for place in known)
    group_of: dict[str, str] = {}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, group in events(chain(there, new), progress):
        if name.startswith(_NEW):
            group_of[name] = group
        else:
            votes[group][name.partition("/")[0]] += 1
    event_of = {group: found.most_common(1)[0][0] for group, found in votes.items()}
    return {name: event_of.get(group, group) for name, group in group_of.items()}


def _fingerprint(article: Article) -> int:
    """By which a record is known again at the second reading, wherever it stands then."""
    return hash((article.outlet, article.title, article.published, article.url, article.text))


def _free_event(project: Project, article: Article, given: Collection[str]) -> str:
    """The id of a new event that begins with this article; an event without articles may be one that was cut off."""

    def taken(event: str) -> bool:
        folder = project.event_folder(event)
        return event in given or folder.is_symlink() or folder.is_file() or bool(project.article_ids(event))

    return next(event for event in numbered(event_id_for(article)) if not taken(event))


def _half(progress: Progress | None, turn: int) -> Progress | None:
    """Two readings as one."""
    return progress and (lambda done, total: progress(done + turn * total, 2 * total))


@contextmanager
def _readable_again(sources: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Callable[[], BinaryIO | None]]:
    """Gives standard input from its beginning each time: what came of it is kept in a file."""
    if "-" not in map(str, sources):
        yield lambda: None
        return
    with ExitStack() as opened:
        try:
            kept = opened.enter_context(TemporaryFile())
            copyfileobj(stdin or sys.stdin.buffer, kept)
            kept.flush()
        except OSError as error:
            what = f"cannot be kept for a second reading: {error.strerror or error}"
            raise ReviewerError(what, where="standard input", hint="save it as a file and give that") from error

        def again() -> BinaryIO:
            kept.seek(0)
            return opened.enter_context(os.fdopen(os.dup(kept.fileno()), "rb"))

        yield again

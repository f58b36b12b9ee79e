"""An import as it goes on: records read one after the other, written with what a person decided, and what came of each.  No screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from threading import Lock
from typing import TYPE_CHECKING, cast

from reviewer.articles import Imported, Refused, SourceRecord, load_event, read_records, tally, write_event
from reviewer.articles.by_hand import import_record, with_fields
from reviewer.articles.importing import Importer
from reviewer.articles.originals import Paragraph, paragraphs_of_record
from reviewer.errors import ReviewerError
from reviewer.framing import Revision, carried_lines
from reviewer.project import Project
from reviewer.tui.import_dialog import Wish
from reviewer.tui.shown import plural

if TYPE_CHECKING:
    from reviewer.events.placing import Placing


def bar(share: float, cells: int) -> str:
    """A bar of so many cells, as much of it filled as the share says."""
    filled = round(share * cells)
    return "━" * filled + "─" * (cells - filled)


class Stopped(Exception):  # noqa: N818 - nothing is wrong
    """Nobody waits any more for what belongs together."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One record of the sources, its article as it would be imported, all its paragraphs; `number` counts from 1."""

    number: int
    record: SourceRecord
    paragraphs: tuple[Paragraph, ...]

    @property
    def place(self) -> str:
        """The file, and the line in it."""
        line = f":{self.record.line}" if self.record.line is not None else ""
        return f"{self.record.where}{line}"


class Importing:
    """May be used from several threads, one at a time; files are read and written in the thread that asks."""

    def __init__(self, project: Project, wish: Wish) -> None:
        self._project = project
        self._wish = wish
        self._importer = Importer(project, wish.event)
        self._placing: Placing | None = None
        self._is_new = wish.title is not None
        self._records = self._reading()
        self._lock = Lock()
        self._ended = False
        self.share = 0.0  # of the sources, how much is read
        self.grouping = wish.grouped  # whether it is being found out what belongs together
        self.compared = 0, 0  # while grouping: how many articles, of how many
        self.more = True  # whether more is to come
        self.number = 0
        self.counts: Counter[str] = Counter()
        self.events: set[str] = set()
        self._known_events = frozenset(project.event_ids())
        self.revisions: list[tuple[str, Revision]] = []
        self.report: list[str] = []

    def _reading(self) -> Generator[SourceRecord | Refused, None, None]:
        read = read_records(self._wish.paths, outlet=self._wish.outlet, progress=self._note)
        return cast(Generator[SourceRecord | Refused, None, None], read)

    def _note(self, done: int, total: int) -> None:
        self.share = min(1.0, done / total) if total else 0.0
        self.more = done < total

    @property
    def into(self) -> str | None:
        """The event of what is new, once something was written; None where each article goes into its own."""
        return self._importer.begun if self._placing is None and self.events else None

    @property
    def read(self) -> str:
        """How far the sources are read, as `40 %`; nothing where no more is to come."""
        return f"{int(100 * self.share)} %" if self.more else ""

    def group(self) -> None:
        """Where each article goes into the event it tells of: reads all of them to see which belong together.

        Raises Stopped where the import is closed meanwhile.
        """
        from reviewer.events.placing import Placing  # with it comes what groups: not before it is asked for

        if self._wish.grouped:
            with self._lock:
                first = takewhile(lambda _: not self._ended, self._reading())
                self._placing = Placing(self._project, map(self._as_wished, first), progress=self._note_compared)
                self.report += [str(unread) for unread in self._placing.unreadable]
                self.share, self.grouping, self.more = 0.0, False, True

    def _note_compared(self, done: int, total: int) -> None:
        if self._ended:
            raise Stopped
        self.compared = done, total

    def _as_wished(self, found: SourceRecord | Refused) -> SourceRecord | Refused:
        if isinstance(found, Refused) or not self._wish.outlet:
            return found
        return replace(found, article=with_fields(found.article, {"outlet": self._wish.outlet}))

    def event_of(self, record: SourceRecord) -> str | None:
        """The event that a record goes into, None for a new one.  Raises ReviewerError where it could not be told."""
        return self._placing.event_of(record) if self._placing is not None else self._wish.event

    def pass_over(self, count: int) -> None:
        """The first `count` articles were seen to in an earlier session."""
        while self.number < count and self._next_record() is not None:
            pass

    def next(self) -> Opened | None:
        """The next article there is; what is refused goes into the report.  None when there is no more."""
        while (record := self._next_record()) is not None:
            try:
                return Opened(self.number, record, paragraphs_of_record(record))
            except ReviewerError as error:
                self._refuse(str(error))
        return None

    def _next_record(self) -> SourceRecord | None:
        with self._lock:
            for found in self._records if not self._ended else ():
                if isinstance(found, Refused):
                    self._refuse(str(found), skipped=found.skipped)
                    continue
                self.number += 1
                return cast(SourceRecord, self._as_wished(found))
            self._ended = True
            return None

    def _refuse(self, line: str, *, skipped: bool = False) -> None:
        self.counts["skipped" if skipped else "refused"] += 1
        self.report.append(line)

    def skip(self) -> None:
        """The record at hand is not wanted."""
        self.counts["skipped"] += 1

    def write(
        self, record: SourceRecord, *, text: str | None = None, fields: Mapping[str, str | None] | None = None
    ) -> Imported:
        """Writes a record as decided and carries annotations over.  Raises ReviewerError or OSError; it can then be tried again."""
        importer = self._placing.importer(record) if self._placing is not None else self._importer
        found = import_record(importer, record, text=text, fields=fields)
        self._name_event(found.event)
        self.counts[found.status] += 1
        self.events.add(found.event)
        self.report += [*found.report, *carried_lines(self._project, found)]
        if found.old is not None:
            self.revisions.append((found.event, Revision(found.old, found.article)))
        return found

    def _name_event(self, event: str) -> None:
        """A new event has the title that was asked for, once there is an article in it."""
        if self._is_new and self._wish.title is not None:
            self._is_new = False
            known = load_event(self._project, event)
            if len(known.articles) <= 1:
                write_event(self._project, replace(known, title=self._wish.title))

    def write_rest(self, record: SourceRecord) -> None:
        """As `write`, untouched; what cannot be written is refused."""
        try:
            self.write(record)
        except (ReviewerError, OSError) as error:
            self._refuse(str(error))

    def next_record(self) -> SourceRecord | None:
        """As `next`, for who does not look at it."""
        return self._next_record()

    def close(self) -> None:
        """Nothing is read any more; a file that is open is closed once whoever reads has done."""
        self._ended = True
        if self._lock.acquire(blocking=False):
            try:
                self._records.close()
            finally:
                self._lock.release()

    @property
    def summary(self) -> str:
        """What came of it so far; of articles that were grouped, in how many events they are."""
        if not self._wish.grouped or not self.events:
            return tally(self.counts)
        made, all_of_them = len(self.events - self._known_events), len(self.events)
        if made == all_of_them:
            return f"{tally(self.counts)} · in {plural(made, 'new event')}"
        return f"{tally(self.counts)} · in {plural(all_of_them, 'event')}, {made or 'none'} of them new"

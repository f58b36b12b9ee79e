"""An import as it goes on: records read one after the other, written with what a person decided, and what came of each.  No screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import cast

from reviewer.articles import Imported, Refused, SourceRecord, load_event, read_records, tally, write_event
from reviewer.articles.by_hand import import_record, with_fields
from reviewer.articles.importing import Importer
from reviewer.articles.originals import Paragraph, paragraphs_of_record
from reviewer.errors import ReviewerError
from reviewer.framing import Revision, carried_lines
from reviewer.project import Project
from reviewer.tui.import_dialog import Wish


def bar(share: float, cells: int) -> str:
    """A bar of so many cells, as much of it filled as the share says."""
    filled = round(share * cells)
    return "━" * filled + "─" * (cells - filled)


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
        self._is_new = wish.title is not None
        records = read_records(wish.paths, outlet=wish.outlet, progress=self._note)
        self._records = cast(Generator[SourceRecord | Refused, None, None], records)
        self._lock = Lock()
        self._ended = False
        self.read = ""  # how far the sources are read, as `40 %`; nothing where no more is to come
        self.share = 0.0
        self.number = 0
        self.counts: Counter[str] = Counter()
        self.events: set[str] = set()
        self.revisions: list[tuple[str, Revision]] = []
        self.report: list[str] = []

    def _note(self, done: int, total: int) -> None:
        self.share = min(1.0, done / total) if total else 0.0
        self.read = f"{int(100 * self.share)} %" if done < total else ""

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
                if self._wish.outlet:
                    found = replace(found, article=with_fields(found.article, {"outlet": self._wish.outlet}))
                return found
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
        found = import_record(self._importer, record, text=text, fields=fields)
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
        """What came of it so far."""
        return tally(self.counts)

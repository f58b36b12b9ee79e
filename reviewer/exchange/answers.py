"""What a reporting command prints: records in the form asked for, on stdout, as they come."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from reviewer.text import displayable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reviewer.articles import Refused
    from reviewer.exchange.tables import Table

_RUNS = 8  # of lines one after the other that a complaint names


def write_utf8(text: str) -> None:
    """UTF-8 on stdout whatever the locale; a lone surrogate is written as its escape, and a terminal gets what is displayable."""
    if sys.stdout.isatty():
        text = displayable(text)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


class Answer:
    """Writes records as a table, one JSON array, or JSON Lines, and counts what was refused.

    `form` None means: a table on a terminal, JSON Lines elsewhere.  A table is written by `end`, the others as records come.
    What is to be said of many records of a source alike is said of the first of them, and of the others by `end` in one line.
    """

    def __init__(self, form: str | None, table: Table, complain: Callable[[object], object]) -> None:
        self.form = form or ("table" if sys.stdout.isatty() else "jsonl")
        self.table = table
        self.refused = 0
        self._complain = complain
        self._rows: list[Sequence[str]] = []
        self._count = 0
        self._alike: dict[tuple[str, str], list[range]] = {}  # of the lines after the first

    def refuse(self, refused: Refused) -> None:
        """Name something of the input that was skipped, on stderr."""
        self.refused += 1
        self.remark(refused)

    def remark(self, said: Refused) -> None:
        """Name something that a person should know of a record, on stderr."""
        alike = self._alike.get((said.where, said.what))
        if alike is None or said.line is None:
            self._alike[said.where, said.what] = []
            self._complain(said)
        elif alike and alike[-1].stop == said.line:
            alike[-1] = range(alike[-1].start, said.line + 1)
        else:
            alike.append(range(said.line, said.line + 1))

    def add(self, record: Mapping[str, Any]) -> None:
        self._count += 1
        if self.form == "table":
            self._rows.extend(self.table.cells(record))
            return
        line = json.dumps(record, ensure_ascii=False)
        if self.form == "json":
            line = ("[" if self._count == 1 else ",") + line
        write_utf8(line + "\n")

    def _name_the_others(self) -> None:
        for (where, what), runs in self._alike.items():
            if runs:
                lines = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs[:_RUNS])
                more = ", …" if len(runs) > _RUNS else ""
                self._complain(f"{where}: and {sum(map(len, runs)):,} more like it ({lines}{more}): {what}")

    def end(self) -> None:
        self._name_the_others()
        if self.form == "json":
            write_utf8("]\n" if self._count else "[]\n")
        elif self.form == "table":
            from shutil import get_terminal_size

            for line in self.table.lines(self._rows, width=get_terminal_size((120, 24)).columns):
                write_utf8(line + "\n")
            if not self._rows and not self.refused:  # else what was refused has said it
                self._complain("nothing found")

"""What a reporting command prints: records in the form asked for, on stdout, as they come."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from reviewer.text import displayable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reviewer.exchange.tables import Table


def write_utf8(text: str) -> None:
    """UTF-8 on stdout whatever the locale; a lone surrogate is written as its escape, and a terminal gets what is displayable."""
    if sys.stdout.isatty():
        text = displayable(text)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


class Answer:
    """Writes records as a table, one JSON array, or JSON Lines, and counts what was refused.

    `form` None means: a table on a terminal, JSON Lines elsewhere.  A table is written by `end`, the others as records come.
    """

    def __init__(self, form: str | None, table: Table, complain: Callable[[object], object]) -> None:
        self.form = form or ("table" if sys.stdout.isatty() else "jsonl")
        self.table = table
        self.refused = 0
        self._complain = complain
        self._rows: list[Sequence[str]] = []
        self._count = 0

    def refuse(self, what: object) -> None:
        """Name something of the input that was skipped, on stderr."""
        self.refused += 1
        self._complain(what)

    def add(self, record: Mapping[str, Any]) -> None:
        self._count += 1
        if self.form == "table":
            self._rows.extend(self.table.cells(record))
            return
        line = json.dumps(record, ensure_ascii=False)
        if self.form == "json":
            line = ("[" if self._count == 1 else ",") + line
        write_utf8(line + "\n")

    def end(self) -> None:
        if self.form == "json":
            write_utf8("]\n" if self._count else "[]\n")
        elif self.form == "table":
            from shutil import get_terminal_size

            for line in self.table.lines(self._rows, width=get_terminal_size((120, 24)).columns):
                write_utf8(line + "\n")
            if not self._rows and not self.refused:  # else what was refused has said it
                self._complain("nothing found")

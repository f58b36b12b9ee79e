"""Corpora: JSON Lines, JSON, CSV and Parquet, one article a record, streamed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reviewer.articles.guarded import read_capped
from reviewer.articles.records import FieldNames, article_of, fields_of, parse_record
from reviewer.articles.streams import MAX_LINE, PACKINGS, CutOffError, Meter, bounded_lines, open_source
from reviewer.articles.values import Refused, SourceRecord
from reviewer.errors import ReviewerError

_LIST_DEPTH = 3  # {"response": {"docs": [{…}]}} has its list two down
_SEPARATOR = re.compile(r"\ufeff?\"?sep=([^\r\n\"\0])\"?\s*\Z", re.IGNORECASE)  # what spreadsheets write above a table
MAX_JSON = 256 * 1024 * 1024


def _record(
    record: Mapping[str, Any], names: FieldNames, where: str, line: int, stem: str, original: bytes
) -> SourceRecord | Refused:
    try:
        fields = fields_of(record, names)
        notes: tuple[str, ...] = ()
        if "text" not in fields and "html" in fields:
            from reviewer.articles.markup import text_of_markup

            fields["text"] = text_of_markup(fields["html"])
            if not fields["text"]:
                raise ReviewerError("no text in its HTML")
            notes = ("the text was taken out of HTML",)
        if "text" not in fields:
            raise names.no_text(record)
        return SourceRecord(
            article_of(fields, f"{stem}-{line}"), where, line, original=original, extension=".json", notes=notes
        )
    except ReviewerError as error:
        return Refused(where, line, str(error))


def read_corpus_lines(
    stream: io.BufferedReader, where: str, stem: str, names: FieldNames
) -> Iterator[SourceRecord | Refused]:
    """One article a line; a bad line is refused by its number and the rest goes on."""
    number = 0
    try:
        for number, raw in bounded_lines(stream):
            if raw is None:
                yield Refused(where, number, f"a line of more than {MAX_LINE // (1024 * 1024)} MB")
                continue
            try:
                line = raw.decode("utf-8")
                if not line.strip("\ufeff \t\r\n\x0b\x0c"):
                    continue
                record = parse_record(line)
            except UnicodeDecodeError:
                yield Refused(where, number, "not UTF-8 text; save the file as UTF-8")
                continue
            except ReviewerError as error:
                yield Refused(where, number, str(error))
                continue
            yield _record(record, names, where, number, stem, raw)
    except CutOffError as error:
        yield Refused(where, number + 1, f"{error.what}: what came before is read, the rest is missing")


def read_json_lines(path: str | Path) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """The objects of a JSON Lines file that is no corpus, with their lines; for a bad one, what is wrong with it.

    Raises ReviewerError when the file cannot be read at all.
    """
    packing = Path(path).suffix.lower()
    with open_source(Path(path), packing if packing in PACKINGS else "", Meter()) as stream:
        for number, raw in bounded_lines(stream):
            try:
                if raw is None:
                    raise ReviewerError(f"a line of more than {MAX_LINE // (1024 * 1024)} MB")
                if raw.strip():
                    yield number, parse_record(raw.decode("utf-8"))
            except UnicodeDecodeError:
                yield number, "not UTF-8 text"
            except CutOffError:
                raise
            except ReviewerError as error:
                yield number, str(error)


def read_json(stream: io.BufferedReader, where: str, stem: str, names: FieldNames) -> Iterator[SourceRecord | Refused]:
    """A JSON file with one article, or a list of them, whatever it is below; JSON Lines, too, are often named so."""
    data = read_capped(stream, where, MAX_JSON)
    text = data.decode("utf-8-sig", "surrogateescape")
    is_list = text.lstrip()[:1] == "["
    if is_list:
        text = f'{{"articles": {text}}}'
    try:
        record = parse_record(text)
    except ReviewerError as error:
        if _is_lines(text):
            yield from read_corpus_lines(io.BufferedReader(io.BytesIO(data)), where, stem, names)
        else:
            yield Refused(where, None, str(error))
        return
    for number, item in enumerate(record["articles"] if is_list else _articles(record, names), 1):
        if isinstance(item, dict):
            original = json.dumps(item, ensure_ascii=True).encode()
            yield _record(item, names, where, number, stem, original)
        else:
            yield Refused(where, number, "this record is no JSON object")


def _is_lines(text: str) -> bool:
    try:
        return bool(parse_record(text.lstrip().partition("\n")[0]))
    except ReviewerError:
        return False


def _articles(record: Mapping[str, Any], names: FieldNames) -> list[Any]:
    """The list in which an answer of some service has its articles; without one the record is an article itself."""
    level: list[Mapping[str, Any]] = [record]
    found: list[Any] = [record]
    for _ in range(_LIST_DEPTH):
        if any(names.has_text(each) for each in level):
            break
        values = [value for each in level for value in each.values()]
        lists = [
            value for value in values if isinstance(value, list) and all(isinstance(item, Mapping) for item in value)
        ]
        best = max(lists, key=lambda items: (_hold_text(items, names), len(items)), default=[])
        if _hold_text(best, names):
            return best
        found = best if found == [record] and lists else found
        level = [value for value in values if isinstance(value, Mapping)]
    return found


def _hold_text(items: list[Mapping[str, Any]], names: FieldNames) -> bool:
    """Whether a record has a text, or has it in an object of its own."""
    inner = (value for item in items for value in (item, *item.values()))
    return any(names.has_text(value) for value in inner if isinstance(value, Mapping))


class _Lines:
    """The lines of a table; `ended` once one more was asked for than there are."""

    def __init__(self, lines: io.TextIOWrapper) -> None:
        self._lines = lines
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._lines.readline()
        self.ended = not line
        if self.ended:
            raise StopIteration
        return line


def read_csv(stream: io.BufferedReader, where: str, stem: str, names: FieldNames) -> Iterator[SourceRecord | Refused]:
    """A table with a header line; comma, semicolon, tab or bar between the fields, or what a line `sep=…` before it says; UTF-8,
    UTF-16 or else Windows-1252."""
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
    head = stream.peek(1 << 16)[: 1 << 16]
    encoding = _csv_encoding(head)
    text = io.TextIOWrapper(stream, encoding, errors="surrogateescape", newline="")
    first = head.decode(encoding, "replace").partition("\n")[0]
    said = _SEPARATOR.match(first)
    delimiter = said[1] if said is not None else max(",;\t|", key=first.count)
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=delimiter)
    header: list[str] | None = None
    if said is not None:
        next(rows)
    while True:
        begun = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Refused(where, rows.line_num, f"not CSV: {error}")
            continue
        except CutOffError as error:
            yield Refused(where, rows.line_num + 1, f"{error.what}: what came before is read, the rest is missing")
            return
        if row is None:
            return
        if lines.ended:
            what = "a quotation mark is opened here and never closed, so that all that follows is in it; close it"
            yield Refused(where, begun, what)
            return
        if not any(map(str.strip, row)):  # a spreadsheet's empty row
            continue
        if header is None:
            header = row
            doubled = next((name for name in header if name and header.count(name) > 1), None)
            if doubled is not None:
                what = f"the column {doubled[:40]!r} occurs twice; call one of them otherwise"
                yield Refused(where, rows.line_num, what)
                return
            if not names.has_text(dict.fromkeys(header)):
                why = names.no_text(dict.fromkeys(header), "columns, which the first line names")
                yield Refused(where, rows.line_num, str(why))
                return
        elif len(row) > len(header):
            what = f"{len(row)} fields where the header has {len(header)}; put one that holds a {delimiter!r} in quotation marks"
            yield Refused(where, rows.line_num, what)
        else:
            record = dict(zip(header, row, strict=False))
            original = json.dumps(record, ensure_ascii=True).encode()
            yield _record(record, names, where, rows.line_num, stem, original)


def _csv_encoding(head: bytes) -> str:
    for cut in range(min(4, len(head))):
        try:
            head[: len(head) - cut].decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        return "utf-8-sig"
    return "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else ("cp1252" if head else "utf-8")


def read_parquet(path: Path, where: str, stem: str, names: FieldNames) -> Iterator[SourceRecord | Refused]:
    """A Parquet file, batch by batch; needs pyarrow, which is no dependency of ours."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        yield Refused(where, None, "reading Parquet needs pyarrow; install it with: pip install pyarrow")
        return
    number = 0
    try:
        table = parquet.ParquetFile(path)
        columns = [
            name
            for name in table.schema_arrow.names
            if any(key == name for _, key in names.of(dict.fromkeys(table.schema_arrow.names)))
        ]
        for batch in table.iter_batches(batch_size=64, columns=columns):
            for record in batch.to_pylist():
                number += 1
                original = json.dumps(record, ensure_ascii=True, default=str).encode()
                yield _record(record, names, where, number, stem, original)
    except (pa.ArrowException, OSError) as error:
        yield Refused(where, number + 1, f"not a readable Parquet file: {' '.join(str(error).split())[:200]}")

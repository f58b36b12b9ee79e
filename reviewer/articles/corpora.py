"""Corpora: JSON Lines, JSON, CSV and Parquet, one article a record, streamed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from reviewer.articles.guarded import read_capped
from reviewer.articles.records import FieldNames, article_of, fields_of, parse_record
from reviewer.articles.streams import MAX_LINE, PACKINGS, CutOffError, Meter, bounded_lines, open_source
from reviewer.articles.values import Refused, SourceRecord
from reviewer.errors import ReviewerError

_NAMED, _NAME = 12, 30  # fields that a complaint names, and characters of each
_LIST_DEPTH = 3  # {"response": {"docs": [{…}]}} has its list two down
MAX_JSON = 256 * 1024 * 1024


def _listed(names: Iterable[str]) -> str:
    return ", ".join(str(name)[:_NAME] for name in islice(names, _NAMED))


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
        if "text" not in fields and not names.has_text(record):
            raise ReviewerError(
                f"no text among its fields ({_listed(record)})", hint="name its field with --map text=FIELD"
            )
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
                yield Refused(where, number, "not UTF-8 text")
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


def read_csv(stream: io.BufferedReader, where: str, stem: str, names: FieldNames) -> Iterator[SourceRecord | Refused]:
    """A table with a header line; comma, semicolon, tab or bar between the fields, UTF-8 or else Windows-1252."""
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
    head = stream.peek(1 << 16)[: 1 << 16]
    lines = io.TextIOWrapper(stream, _csv_encoding(head), errors="surrogateescape", newline="")
    first = head.partition(b"\n")[0].decode("latin-1")
    delimiter = max(",;\t|", key=first.count)
    rows = csv.reader(lines, delimiter=delimiter)
    header: list[str] | None = None
    while True:
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
        if not any(map(str.strip, row)):  # a spreadsheet's empty row
            continue
        if header is None:
            header = row
            doubled = next((name for name in header if name and header.count(name) > 1), None)
            if doubled is not None:
                yield Refused(where, rows.line_num, f"the column {doubled[:40]!r} occurs twice")
                return
            if not names.has_text(dict.fromkeys(header)):
                what = f"no text among its columns, which the first line names ({_listed(header)})"
                yield Refused(where, rows.line_num, f"{what}; say which it is with --map text=COLUMN")
                return
        elif len(row) > len(header):
            yield Refused(where, rows.line_num, f"{len(row)} fields where the header has {len(header)}")
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

"""What a person points at, as articles: files, folders and standard input, one record after the other."""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from reviewer.articles.article_file import parse_article
from reviewer.articles.guarded import decode_page, encoding_notes, is_binary, read_capped, require_regular
from reviewer.articles.kinds import KINDS, NO_SOURCES, SNIFFED, UNREADABLE, kind_of, sniffed, unreadable
from reviewer.articles.records import FieldNames
from reviewer.articles.streams import GZIP_MAGIC, PACKINGS, ZSTD_MAGIC, Meter, as_utf8, open_source, unpacked
from reviewer.articles.values import Article, Refused, SourceRecord
from reviewer.errors import ReviewerError
from reviewer.files import decode
from reviewer.text import Span

_ADDRESS = re.compile(r"[a-z]{2,6}://|www\.", re.IGNORECASE)
_STDIN = "-"
# What browsers call the folder beside `page.html` in several languages
_SAVED_BESIDE = (
    "_files",
    "-files",
    "_Dateien",
    "-Dateien",
    "_fichiers",
    "_archivos",
    "_ficheiros",
    "_file",
    "_bestanden",
)
_UNSURE = "nothing in it reads like an article; the longest running text was taken, so look at what was cut"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a record comes from: the name for people, the stem for ids, the kind of content."""

    where: str
    stem: str
    kind: str


def _suffixes(name: str) -> tuple[str, str, str]:
    """Stem, suffix and packing of a file name: `a.jsonl.gz` is (`a`, `.jsonl`, `.gz`)."""
    path = Path(name)
    packing = path.suffix.lower() if path.suffix.lower() in PACKINGS else ""
    inner = Path(path.stem) if packing else path
    return inner.stem, inner.suffix.lower(), packing


def _mapped_back(source: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans of the normalised source (BOM dropped, CRLF as LF) as spans of the source itself."""
    bom = 1 if source.startswith("\ufeff") else 0
    if "\r\n" not in source:
        return tuple(span.shifted(bom) for span in spans) if bom else tuple(spans)
    breaks: list[int] = []
    at = source.find("\r\n")
    while at >= 0:
        breaks.append(at - bom - len(breaks))
        at = source.find("\r\n", at + 2)
    from bisect import bisect_left

    def back(offset: int) -> int:
        return offset + bom + bisect_left(breaks, offset)

    return tuple(Span(back(span.start), back(span.end)) for span in spans)


def read_page(data: bytes, where: str, stem: str, *, outlet: str | None = None) -> SourceRecord:
    """The article in a page of plain text; raises ReviewerError when there is none."""
    from reviewer.articles.page import clean_page

    if not data.strip():
        raise ReviewerError("the file is empty", where=where)
    if is_binary(data):
        raise ReviewerError("this is no text", where=where, hint="give a text, a page or a corpus")
    decoded = decode_page(data)
    source = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n")
    page = clean_page(source, outlet=outlet)
    if not page.text.strip():
        raise ReviewerError(
            "no article text found in it", where=where, hint="an article has a paragraph of running text"
        )
    comments: tuple[Span, ...] = ()
    if page.comments_start is not None:
        comments = _mapped_back(decoded.text, [Span(page.comments_start, page.comments_start)])
    article = Article(
        stem,
        page.text,
        outlet=page.outlet,
        title=page.title,
        byline=page.byline,
        published=page.published,
        language=page.language,
        inferred=dict(page.inferred),
    )
    return SourceRecord(
        article,
        where,
        body=_mapped_back(decoded.text, page.body),
        comments_start=comments[0].start if comments else None,
        original=data,
        notes=encoding_notes(decoded) + ((_UNSURE,) if page.unsure else ()),
    )


def _read_article(data: bytes, where: str, stem: str) -> SourceRecord:
    if is_binary(data):
        raise ReviewerError("this is no text", where=where)
    article = parse_article(stem, decode(data, where), where)
    if not article.text.strip():
        raise ReviewerError("the article has no text", where=where)
    return SourceRecord(article, where, original=data, extension=".md")


def _read_stream(
    stream: io.BufferedReader, place: _Place, names: FieldNames, outlet: str | None
) -> Iterator[SourceRecord | Refused]:
    where, stem = place.where, place.stem
    if place.kind in ("jsonl", "json", "csv"):
        from reviewer.articles.corpora import read_corpus_lines, read_csv, read_json

        if place.kind == "csv":
            yield from read_csv(stream, where, stem, names)
        else:
            reader = read_corpus_lines if place.kind == "jsonl" else read_json
            yield from reader(as_utf8(stream), where, stem, names)
    elif place.kind == "warc":
        from reviewer.articles.archives import read_warc

        yield from read_warc(stream, where)
    elif place.kind == "feed":
        from reviewer.articles.feeds import read_feed

        yield from read_feed(read_capped(stream, where), where)
    elif place.kind == "html":
        from reviewer.articles.html import page_record

        yield page_record(read_capped(stream, where), where=where, article_id=stem)
    elif place.kind == "article":
        yield _read_article(read_capped(stream, where), where, stem)
    else:
        yield read_page(read_capped(stream, where), where, stem, outlet=outlet)


class _Reading:
    def __init__(
        self, mapping: Mapping[str, str] | None, outlet: str | None, progress: Callable[[int, int], None] | None
    ) -> None:
        self.names = FieldNames(mapping)
        self.outlet = outlet
        self.meter = Meter(report=progress)

    def file(self, path: Path, where: str) -> Iterator[SourceRecord | Refused]:
        stem, suffix, packing = _suffixes(path.name)
        if suffix in UNREADABLE or suffix in NO_SOURCES:
            yield Refused(where, None, UNREADABLE.get(suffix) or NO_SOURCES[suffix])
            return
        try:
            kind = KINDS.get(suffix, "")
            if kind == "parquet":
                from reviewer.articles.corpora import read_parquet

                require_regular(path.stat().st_mode, where)
                yield from _or_none(read_parquet(path, where, stem, self.names), where)
                return
            # warcio unpacks member by member, and tells offsets so
            with open_source(path, "" if kind == "warc" else packing, self.meter) as stream:
                if kind in ("", "page", "html", "jsonl"):
                    head = stream.peek(SNIFFED)[:SNIFFED]
                    if (why := unreadable(head)) is not None:
                        yield Refused(where, None, why)
                        return
                    kind = kind_of(suffix, head, self.names)
                place = _Place(where, stem, kind)
                yield from _or_none(_read_stream(stream, place, self.names, self.outlet), where)
        except ReviewerError as error:
            yield Refused(error.where or where, error.line, error.said)
        except OSError as error:
            yield Refused(where, None, f"cannot be read ({error.strerror or error})")

    def standard_input(self, stream: BinaryIO) -> Iterator[SourceRecord | Refused]:
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(io.BytesIO(stream.read()))
        try:
            head = buffered.peek(SNIFFED)[:SNIFFED]
            packing = ".gz" if head.startswith(GZIP_MAGIC) else ".zst" if head.startswith(ZSTD_MAGIC) else ""
            if packing:
                buffered = unpacked(buffered, packing, "standard input")
                head = buffered.peek(SNIFFED)[:SNIFFED]
            if (why := unreadable(head)) is not None:
                yield Refused(_STDIN, None, why)
                return
            kind = sniffed(head, self.names)
            if kind == "parquet":
                yield Refused(_STDIN, None, "Parquet cannot be read from standard input; give the file")
                return
            place = _Place(_STDIN, "stdin", kind)
            yield from _or_none(_read_stream(buffered, place, self.names, self.outlet), _STDIN)
        except ReviewerError as error:
            yield Refused(_STDIN, error.line, error.said)

    def folder(self, path: Path) -> Iterator[SourceRecord | Refused]:
        for found in _walk(path):
            if isinstance(found, Refused):
                yield found
            else:
                yield from self.file(found, str(found))


def _or_none(found: Iterator[SourceRecord | Refused], where: str) -> Iterator[SourceRecord | Refused]:
    """What was found, and a word where that is nothing at all: an empty corpus, an archive without pages, a folder of pictures."""
    first = next(found, None)
    if first is None:
        yield Refused(where, None, "there is no article in it")
        return
    yield first
    yield from found


def _walk(folder: Path) -> Iterator[Path | Refused]:
    """Files below a folder in order of their names; links are listed and not followed, hidden files passed over.

    In an event's folder the originals and earlier texts are no articles of their own, nor is what a browser puts beside a page
    that it saves: advertisements and frames.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Refused(str(folder), None, f"cannot be read ({error.strerror or error})")
        return
    beside = {
        Path(entry.name).stem + ending
        for entry in entries
        if KINDS.get(_suffixes(entry.name)[1]) == "html"
        for ending in _SAVED_BESIDE
    }
    is_event = any(entry.name == "event.yaml" or entry.name.endswith(".md") for entry in entries)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        if entry.is_symlink():
            yield Refused(entry.path, None, "a link: not followed", skipped=True)
        elif entry.is_dir():
            if entry.name not in beside and not (is_event and entry.name in ("originals", "revisions")):
                yield from _walk(path)
        elif not stat.S_ISREG(_mode(path) or stat.S_IFREG):
            yield Refused(entry.path, None, "no ordinary file: not read", skipped=True)
        elif _suffixes(entry.name)[1] in KINDS or _suffixes(entry.name)[1] in UNREADABLE:
            yield path


def _mode(path: str | Path) -> int:
    """What kind of file it is (`st_mode`), 0 for what no file can be called and what is not there: opening it says why."""
    try:
        return Path(path).stat().st_mode
    except (OSError, ValueError):
        return 0


def _size(paths: Iterable[str | Path]) -> int:
    total = 0
    for path in paths:
        if str(path) == _STDIN:
            return 0
        given, mode = Path(path), _mode(path)
        if stat.S_ISDIR(mode):
            total += sum(_bytes(found) for found in _walk(given) if isinstance(found, Path))
        elif stat.S_ISREG(mode):
            total += _bytes(given)
    return total


def _bytes(path: Path) -> int:
    """Its size, 0 once it is gone: opening it says so."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read_records(
    paths: Iterable[str | Path],
    *,
    mapping: Mapping[str, str] | None = None,
    outlet: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[SourceRecord | Refused]:
    """The articles in files, folders and standard input (`-`) with where they come from, streamed; what cannot be taken is
    Refused and the rest goes on.

    `mapping` gives an export's name for one of our fields (`{"text": "content"}`); `outlet` is who published it all;
    `progress` is called with the bytes read and the bytes there are (0 where unknown).  Raises ReviewerError only for a
    wrong `mapping`.
    """
    given = list(paths)
    reading = _Reading(mapping, outlet, progress)
    if progress is not None:
        reading.meter.total = _size(given)
    for path in given:
        if str(path) == _STDIN:
            yield from reading.standard_input(stdin if stdin is not None else sys.stdin.buffer)
        elif path == "":  # to a path it would be this folder
            yield Refused("''", None, "an empty name; name a file or a folder")
        elif stat.S_ISDIR(mode := _mode(path)):
            yield from _or_none(reading.folder(Path(path)), str(path))
        elif not mode and _ADDRESS.match(str(path)):
            yield Refused(str(path), None, "nothing is fetched from the web; save the page and give its file")
        else:
            yield from reading.file(Path(path), str(path))
    for given_name in reading.names.unmet:
        yield Refused("--map", None, f"{given_name}: no record has a field of that name")


def read_sources(
    paths: Iterable[str | Path],
    *,
    mapping: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Refused]:
    """The articles alone: what the reporting commands take (see `read_records`).

    Files of one name in several folders, as an outlet's in several events, have the folder's name in their ids: `event/article`.
    """
    given = list(paths)
    several = _names_of_several(given)
    for found in read_records(given, mapping=mapping, progress=progress, stdin=stdin):
        if isinstance(found, Refused):
            yield found
            continue
        path = Path(found.where)
        if found.article.id in several and found.article.id == _suffixes(path.name)[0]:
            yield replace(found.article, id=f"{path.parent.name}/{found.article.id}")
        else:
            yield found.article


def _names_of_several(paths: Iterable[str | Path]) -> set[str]:
    """The names, less their suffixes, that files in several folders have."""
    folders: dict[str, set[Path]] = {}
    for path in (Path(each) for each in paths if str(each) not in ("", _STDIN)):
        for file in _walk(path) if stat.S_ISDIR(_mode(path)) else (path,):
            if isinstance(file, Path):
                folders.setdefault(_suffixes(file.name)[0], set()).add(file.parent)
    return {name for name, there in folders.items() if len(there) > 1}

"""Web archives (WARC, ISO 28500): the HTML pages in them, with lengths checked and reading capped."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import BufferedReader, StringIO
from typing import Any

from reviewer.articles.guarded import MAX_PAGE_BYTES
from reviewer.articles.html import page_record
from reviewer.articles.streams import CutOffError
from reviewer.articles.values import Refused, SourceRecord
from reviewer.errors import ReviewerError

_HTTP = "application/http"
_PAGES = ("text/html", "application/xhtml+xml")


def _content_type(record: Any) -> tuple[str, str | None]:
    """The media type and charset that the record's HTTP (or, without HTTP, its own) header states."""
    headers = record.http_headers or record.rec_headers
    stated = headers.get_header("Content-Type") or ""
    kind, _, rest = stated.partition(";")
    _, _, charset = rest.partition("charset=")
    return kind.strip().lower(), charset.strip(" \"'").split(";")[0] or None


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    if record.http_headers is not None and not str(record.http_headers.get_statuscode() or "").startswith("200"):
        return False
    return _content_type(record)[0] in _PAGES


def _drained(record: Any) -> bool:
    """Reads what is left of a record; whether all that its header announced was there."""
    while record.raw_stream.read(1 << 16):
        pass
    return int(getattr(record.raw_stream, "limit", 0) or 0) == 0


def _read_page(record: Any, records: Any, where: str) -> SourceRecord | Refused | None:
    """The record as an article, None where it is no page; afterwards the archive stands behind it."""
    uri = record.rec_headers.get_header("WARC-Target-URI") or ""
    data = record.content_stream().read(MAX_PAGE_BYTES + 1) if _is_page(record) else None
    whole = _drained(record)
    place = f"the record at byte {records.get_record_offset()} ({uri[:200]})"  # asking for it skips what is unread
    if not whole:
        return Refused(where, None, f"{place} is cut off: not taken")
    if data is None:
        if record.rec_type == "response" and record.http_headers is None and _content_type(record)[0] == _HTTP:
            return Refused(where, None, f"{place} names no web address or has no HTTP header: not taken")
        return None
    if len(data) > MAX_PAGE_BYTES:
        return Refused(where, None, f"{place} holds more than {MAX_PAGE_BYTES // (1024 * 1024)} MB")
    if record.rec_headers.get_header("WARC-Truncated"):
        return Refused(where, None, f"{place} was cut short when it was archived")
    try:
        return page_record(
            data, where=where, article_id=uri or place, url=uri or None, charset=_content_type(record)[1]
        )
    except ReviewerError as error:
        return Refused(where, None, f"{place}: {error.what}")


def _records(stream: BufferedReader) -> Any:
    """warcio's iterator, which then also bears a record that names no address, or whose HTTP header is none."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    class _PatientLoader(ArcWarcRecordLoader):  # type: ignore[misc]
        def load_http_headers(self, rec_type: str, uri: str | None, stream: Any, length: int | None) -> Any:
            try:
                return super().load_http_headers(rec_type, uri or "", stream, length)
            except StatusAndHeadersParserException:
                return None

    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    records = ArchiveIterator(stream, arc2warc=True)
    records.loader = _PatientLoader(arc2warc=True)
    return records


def read_warc(stream: BufferedReader, where: str) -> Iterator[SourceRecord | Refused]:
    """The pages of an archive, plain or gzipped record by record; what is cut off is refused, never taken for whole.

    warcio writes what it finds odd to standard error, with bytes of the file: that is kept off, and told as a refusal.
    """
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        with redirect_stderr(StringIO()):
            records = _records(stream)
        while True:
            with redirect_stderr(StringIO()):
                record = next(records, None)
                if record is None:
                    break
                number += 1
                found = _read_page(record, records, where)
            if found is not None:
                yield found
        if records.err_count:
            yield Refused(
                where, None, "records are longer than their headers say: what is left over of them was not read"
            )
    except ArchiveLoadFailed as error:
        if "non-chunked" in str(error):
            what = f"packed as a whole, not record by record: only {number} of its records could be read; unpack it and give the .warc"
        else:
            what = f"no web archive after {number} records: {_told(error)}"
        yield Refused(where, None, what)
    except (EOFError, OSError, ValueError, CutOffError) as error:
        yield Refused(where, None, f"cannot be read after {number} records: {_told(error)}")


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:200]

"""Web archives."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from tests.articles.samples import PARAGRAPHS, html_page, records, refusals


def _record(
    payload: bytes, *, uri: str, kind: str = "response", http: str = "200 OK", media: str = "text/html", extra: str = ""
) -> bytes:
    body = payload
    if kind == "response":
        body = f"HTTP/1.1 {http}\r\nContent-Type: {media}\r\n\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2031-05-06T07:08:09Z\r\n{extra}"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(uri)) % 10**12:012d}>\r\n"
        f"Content-Type: {'application/http; msgtype=response' if kind == 'response' else media}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


PAGE = html_page()
ONE = _record(PAGE, uri="https://packet.example/ferry")
OTHERS = (
    _record(b"\x89PNG", uri="https://packet.example/x.png", media="image/png"),
    _record(PAGE, uri="https://packet.example/gone", http="404 Not Found"),
    _record(b"fields", uri="urn:x", kind="metadata", media="application/warc-fields"),
)
TWO = _record(PAGE, uri="https://packet.example/second", kind="resource")


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_an_archive_are_articles_and_the_rest_is_passed_over(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(b"".join(gzip.compress(record) if packed else record for record in (ONE, *OTHERS, TWO)))
    found = records(path)
    assert [r.article.url for r in found] == ["https://packet.example/ferry", "https://packet.example/second"]
    assert found[0].original == PAGE
    assert all(PARAGRAPHS[1] in r.article.text for r in found)
    assert refusals(path) == []


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("kept", [0.5, 0.9, 0.97])
def test_a_record_that_is_cut_off_is_never_taken_for_whole(tmp_path: Path, packed: bool, kept: float) -> None:
    last = gzip.compress(TWO) if packed else TWO
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes((gzip.compress(ONE) if packed else ONE) + last[: int(len(last) * kept)])
    assert [r.article.url for r in records(path)] == ["https://packet.example/ferry"]
    (refusal,) = refusals(path)
    assert "byte " in refusal
    assert "cut off" in refusal or "cannot be read" in refusal


def test_a_record_that_was_cut_when_archived_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(_record(PAGE, uri="https://packet.example/a", extra="WARC-Truncated: length\r\n") + TWO)
    assert len(records(path)) == 1
    assert "was cut short when it was archived" in refusals(path)[0]


def test_a_bomb_is_read_under_a_cap_and_the_next_record_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(
        gzip.compress(_record(b"A" * 100_000_000, uri="https://packet.example/bomb"), 1) + gzip.compress(TWO)
    )
    assert len(records(path)) == 1
    assert "holds more than 32 MB" in refusals(path)[0]


def test_an_archive_packed_as_a_whole_is_never_taken_for_one_record(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(gzip.compress(ONE + TWO))
    (refusal,) = refusals(path)
    assert refusal.endswith("only 1 of its records could be read; unpack it and give the .warc")


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    for name, content in (
        ("a.warc", b"hello world\n" * 10),
        ("b.warc.gz", gzip.compress(b"hello world\n")),
        ("c.warc.gz", b"\x1f\x8bxx"),
    ):
        (tmp_path / name).write_bytes(content)
        assert not records(tmp_path / name)
        assert len(refusals(tmp_path / name)) == 1


@pytest.mark.parametrize(
    "broken",
    [ONE.replace(b"WARC-Target-URI", b"X-No-Address"), ONE.replace(b"HTTP/1.1 200 OK", b"<!DOCTYPE html>\x1b")],
    ids=["no address", "no HTTP header"],
)
def test_a_record_without_address_or_http_header_is_refused_and_the_next_is_taken(
    tmp_path: Path, broken: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "crawl.warc").write_bytes(broken + TWO)
    assert [r.article.url for r in records(tmp_path / "crawl.warc")] == ["https://packet.example/second"]
    (refusal,) = refusals(tmp_path / "crawl.warc")
    assert "the record at byte 0" in refusal
    assert "names no web address or has no HTTP header: not taken" in refusal
    assert capfd.readouterr().err == ""


def test_nothing_of_an_odd_archive_reaches_the_terminal_by_itself(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    longer = ONE.replace(b"</html>", b"</html>\x1b]0;taken over\x07")
    odd = longer.replace(b"packet.example/ferry", b"packet.example/a \x1b[2J b")
    (tmp_path / "crawl.warc").write_bytes(odd + TWO)
    assert len(records(tmp_path / "crawl.warc")) == 2
    assert "longer than their headers say" in " ".join(refusals(tmp_path / "crawl.warc"))
    assert capfd.readouterr() == ("", "")


def test_an_archive_without_a_page_says_so(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(b"".join(OTHERS))
    assert refusals(tmp_path / "crawl.warc") == [f"{tmp_path / 'crawl.warc'}: there is no article in it"]


def test_the_encoding_in_the_http_header_counts(tmp_path: Path) -> None:
    page = (
        html_page()
        .replace(b'<meta charset="utf-8">', b"")
        .decode()
        .replace("scrape", "скрежет")
        .encode("windows-1251", "replace")
    )
    (tmp_path / "crawl.warc").write_bytes(
        _record(page, uri="https://packet.example/ru", media="text/html; charset=windows-1251")
    )
    (record,) = records(tmp_path / "crawl.warc")
    assert "one long скрежет" in record.article.text


def test_an_archive_on_standard_input_is_known(tmp_path: Path) -> None:
    assert len(records("-", stdin=io.BytesIO(ONE + TWO))) == 2

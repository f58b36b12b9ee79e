"""What kind of source it is, by its name and by its first bytes."""

from __future__ import annotations

import csv
import re

from reviewer.articles.guarded import decode_page, is_binary
from reviewer.articles.records import FieldNames, parse_record
from reviewer.errors import ReviewerError

SNIFFED = 4096  # how many of the first bytes
KINDS = {
    ".md": "article", ".markdown": "article", ".txt": "page", ".text": "page",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet",
    ".warc": "warc", ".arc": "warc", ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".xml": "feed",
}  # fmt: skip
UNREADABLE = {
    ".eml": "e-mail is not read; save the message's text as .txt, or its page as .html",
    ".msg": "e-mail is not read; save the message's text as .txt",
    ".mbox": "e-mail is not read; save the messages' text as .txt",
    ".docx": "Word files are not read; save it as plain text (.txt) or as a web page (.html)",
    ".doc": "Word files are not read; save it as plain text (.txt)",
    ".odt": "word processor files are not read; save it as plain text (.txt)",
    ".rtf": "word processor files are not read; save it as plain text (.txt)",
    ".pdf": "PDF is not read; save its text as .txt",
    ".epub": "books are not read; save the text as .txt",
    ".xls": "spreadsheets are not read; save it as .csv",
    ".xlsx": "spreadsheets are not read; save it as .csv",
    ".ods": "spreadsheets are not read; save it as .csv",
    ".mht": "pages packed into one file are not read; save the page as HTML only (.html)",
    ".mhtml": "pages packed into one file are not read; save the page as HTML only (.html)",
    ".webarchive": "pages packed into one file are not read; save the page as HTML only (.html)",
    ".wacz": "packed web archives are not read; unpack it and give the .warc files in it",
    ".zip": "packed folders are not read; unpack it and give the folder",
    ".tar": "packed folders are not read; unpack it and give the folder",
    ".tgz": "packed folders are not read; unpack it and give the folder",
    ".7z": "packed folders are not read; unpack it and give the folder",
}
NO_SOURCES = dict.fromkeys(
    (".yaml", ".yml"), "YAML holds events and annotations, no article; give a page or a corpus"
)  # in folders: passed over
_MAGIC = (
    (b"%PDF-", ".pdf"), (b"{\\rtf", ".rtf"), (b"PK\x03\x04", ".zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    (b"bplist00", ".webarchive"),
)  # fmt: skip
_MAIL_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z-]{1,40}: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}")
_IN_TEXT = {"html", "feed", "jsonl", "json"}  # what text files may hold that are named as plain text
_MAX_COLUMN = 40


def kind_of(suffix: str, head: bytes, names: FieldNames) -> str:
    """The kind of content; of what is saved under another name than its own, what the first bytes show."""
    named = KINDS.get(suffix, "")
    if not named:
        return sniffed(head, names)
    if named == "page":
        found = sniffed(head, names)
        return found if found in _IN_TEXT and _is_record(head) is not False else "page"
    if named == "jsonl":
        return _json_kind(_start(head)) or "jsonl"
    return named


def _start(head: bytes) -> str:
    return decode_page(head).text.lstrip("\ufeff \t\r\n") if not is_binary(head) else ""


def _json_kind(start: str) -> str | None:
    """A list, or an object over several lines, is one piece of JSON; another object begins JSON Lines."""
    if re.match(r'\[\s*\{\s*["}]|\{[^\S\n]*\n\s*"', start):
        return "json"
    return "jsonl" if re.match(r'\{\s*["}]', start) else None


def _is_record(head: bytes) -> bool | None:
    """Whether the first line of what looks like JSON is a record; None where its end is not seen."""
    line, newline, _ = _start(head).partition("\n")
    if not line.startswith("{") or not newline or not line[1:].strip():
        return None
    try:
        return bool(parse_record(line))
    except ReviewerError:
        return False


def _is_table(start: str, names: FieldNames) -> bool:
    """Whether the first line names columns, that of the text and another one among them."""
    line = start.partition("\n")[0].strip("\r")
    cells = next(csv.reader([line], delimiter=max(",;\t|", key=line.count)), [])
    columns = dict.fromkeys(cells)
    if len(columns) < max(2, len(cells)) or any(not 0 < len(cell.strip()) <= _MAX_COLUMN for cell in cells):
        return False
    return names.has_text(columns) and len({field for field, _ in names.of(columns)}) > 1


def sniffed(head: bytes, names: FieldNames) -> str:
    """The kind of content that the first bytes show."""
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    whole = _start(head)
    if (found := _json_kind(whole)) is not None:
        return found
    if _is_table(whole, names):
        return "csv"
    start = whole[:2000].lower()
    if start.startswith(("---\n", "---\r\n")):
        return "article"
    if start.startswith(("<?xml", "<rss", "<feed", "<rdf:rdf")):
        return "feed" if any(mark in start for mark in ("<rss", "<feed", "<rdf:rdf")) else "html"
    if start.startswith(("<!doctype html", "<html", "<head", "<body", "<article", "<!--")):
        return "html"
    return "page"


def unreadable(head: bytes) -> str | None:
    """What to say of a file whose first bytes show a kind that is not read, whatever its name; None for any other."""
    known = next((suffix for magic, suffix in _MAGIC if head.startswith(magic)), None)
    if known == ".zip":
        return "packed files are not read; a Word or office file: save it as .txt, a packed folder: unpack it"
    if known is None and (fields := _MAIL_HEADER.match(head)) is not None:
        names = {line.partition(b":")[0].lower() for line in fields[0].splitlines()}
        if b"mime-version" in names and b"snapshot-content-location" in names:
            known = ".mhtml"
        elif names >= {b"from", b"subject"} and names & {b"received", b"message-id", b"mime-version"}:
            known = ".eml"
    return UNREADABLE[known] if known else None

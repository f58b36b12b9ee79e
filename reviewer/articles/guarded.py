"""Opening what a person points at: ordinary files only, under caps, with the encoding found out."""

from __future__ import annotations

import codecs
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reviewer.errors import ReviewerError

MAX_PAGE_BYTES = 32 * 1024 * 1024
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe (FIFO)"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def require_regular(mode: int, where: str | Path) -> None:
    """Raises ReviewerError for anything but an ordinary file: a device never ends, a pipe never answers."""
    if stat.S_ISREG(mode):
        return
    kind = next((name for test, name in _KINDS if test(mode)), "no ordinary file")
    raise ReviewerError(f"this is {kind}", where=where, hint="give an ordinary file, or - for standard input")


def open_regular(path: Path) -> BinaryIO:
    """`path` opened for reading; what it is, is asked before opening and again after, without ever blocking."""
    try:
        require_regular(path.stat().st_mode, path)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise ReviewerError("no such file", where=path, hint="check the path") from None
    except (OSError, ValueError) as error:
        raise ReviewerError(f"cannot be opened ({_reason(error)})", where=path) from error
    try:
        require_regular(os.fstat(descriptor).st_mode, path)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_bytes(path: Path, cap: int = MAX_PAGE_BYTES) -> bytes:
    """All of `path`; raises ReviewerError when there are more than `cap` bytes."""
    with open_regular(path) as stream:
        return read_capped(stream, path, cap)


def read_capped(stream: BinaryIO, where: str | Path, cap: int = MAX_PAGE_BYTES) -> bytes:
    """All that is left in `stream`; raises ReviewerError when there are more than `cap` bytes."""
    try:
        data = stream.read(cap + 1)
    except OSError as error:
        raise ReviewerError(f"cannot be read ({_reason(error)})", where=where) from error
    if len(data) > cap:
        raise ReviewerError(
            f"more than {cap // (1024 * 1024)} MB", where=where, hint="an article is smaller; a corpus is .jsonl"
        )
    return data


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text; `encoding` is the one that was used, `lossy` whether bytes had to be replaced."""

    text: str
    encoding: str
    lossy: bool = False


def encoding_notes(decoded: Decoded) -> tuple[str, ...]:
    """What to tell a person about how a page was decoded; nothing for clean UTF-8."""
    if decoded.lossy:
        return (f"some bytes are no {decoded.encoding} text and were replaced by U+FFFD",)
    return () if decoded.encoding == "utf-8" else (f"read as {decoded.encoding}",)


_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_XML_DECLARED = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{2,40})""")
# WHATWG: pages that say Latin-1 or ASCII mean Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels)
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
          "euc_kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs", "utf-16": "utf-8", "utf-16-le": "utf-8",
          "utf-16-be": "utf-8", "tis-620": "cp874"}  # fmt: skip


def _declared(data: bytes, stated: str | None) -> str | None:
    head = data[:4096]
    for match in (_XML_DECLARED.search(head), _DECLARED.search(head)):
        if match is not None and stated is None:
            stated = match.group(1).decode("ascii")
    if stated is None:
        return None
    try:
        name = codecs.lookup(stated.strip()).name
    except (LookupError, ValueError):
        return None
    name = _MEANT.get(name, name)
    try:
        is_text = isinstance(b"a".decode(name, "replace"), str)
    except (LookupError, UnicodeError, ValueError):
        return None  # "hex", "zip", "idna" and the like are codecs, not charsets
    return name if is_text else None


def decode_page(data: bytes, stated: str | None = None) -> Decoded:
    """A page's bytes as text: BOM, then UTF-8 where it fits, then what the page (or `stated`, an HTTP header) declares,
    then what its bytes look like, Windows-1252 at last.  Never raises; the BOM is kept (as U+FEFF), as are line ends.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            if name == "utf-8":
                break
            text = data.decode(name + ("-le" if bom[0] == 0xFF else "-be"), "replace")
            return Decoded(text, name, "\ufffd" in text)
    wide = _wide(data)
    if wide is not None:
        return Decoded(data.decode(wide, "replace"), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    declared = _declared(data, stated)
    bad = text.count("\ufffd")
    if len(data) - len(text) - bad > bad:  # more bytes belong to characters of several than stand alone
        return Decoded(text, "utf-8", lossy=True)
    if declared == "utf-8":
        declared = None
    for candidate in (declared, _guessed(data), "cp1252"):
        if candidate is None:
            continue
        try:
            return Decoded(data.decode(candidate), candidate)
        except UnicodeDecodeError:
            continue
    return Decoded(data.decode(declared or "cp1252", "replace"), declared or "cp1252", lossy=True)


def _guessed(data: bytes) -> str | None:
    """What the bytes look like when nothing says so; None for the family of Latin-1."""
    sample = data[:20_000]
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None or best.encoding.replace("_", "-") in {"latin-1", "cp1252", "iso8859-1", "ascii"}:
        return None
    if sum(byte > 0x7F for byte in sample) * 8 < len(sample):
        return None  # few bytes beyond ASCII: typographic marks of a Western page
    name: str = best.encoding
    return name


def _wide(data: bytes) -> str | None:
    """UTF-16 without a BOM: every other byte of mostly Latin text is NUL."""
    head = data[:65536]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if (odd + even) * 3 <= len(head) or min(odd, even) * 20 >= max(odd, even):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1b"))


def is_binary(data: bytes) -> bool:
    """Whether this is no text at all: more control bytes than a text has, which neither UTF-16 nor UTF-32 explains.

    What is UTF-8 without a NUL may have more of them: that is a text somebody put escape sequences into.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return False
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls * 50 <= len(head) or _wide(data) is not None:
        return False
    return controls * 4 > len(head) or b"\0" in head or not _is_utf8(head)


def _is_utf8(head: bytes) -> bool:
    """Whether bytes are UTF-8, as far as they go."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True

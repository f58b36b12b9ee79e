"""Bytes in: files unpacked as they are read, lines under a cap, how far one has come."""

from __future__ import annotations

import codecs
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from reviewer.articles.guarded import open_regular
from reviewer.errors import ReviewerError

MAX_LINE = 32 * 1024 * 1024
_CHUNK = 1 << 20
_PACKED_CHUNK = 1 << 10  # of a bomb, 1 kB of zstandard unpacks to 32 MB at most
PACKINGS = (".gz", ".zst")
GZIP_MAGIC, ZSTD_MAGIC = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class CutOffError(ReviewerError):
    """A packed file that ends too early: what came before it is good, but it is not the whole."""


@dataclass(slots=True)
class Meter:
    """How many of the sources' bytes have been read; `report` gets (done, total), total 0 where unknown."""

    total: int = 0
    report: Callable[[int, int], None] | None = None
    done: int = field(default=0, init=False)

    def add(self, count: int) -> None:
        self.done += count
        if self.report is not None:
            self.report(self.done, self.total)


class _Metered(io.RawIOBase):
    def __init__(self, stream: BinaryIO, meter: Meter) -> None:
        self._stream = stream
        self._meter = meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._meter.add(len(data))
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Unpacked(io.RawIOBase):
    """What a packed stream holds; how it ends early is told as CutOffError."""

    def __init__(self, packed: io.BufferedReader, read: Callable[[int], bytes], where: str) -> None:
        self._packed = packed
        self._read = read
        self._where = where

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._read(len(buffer))
        except EOFError:
            raise CutOffError("the packed file is cut off", where=self._where, hint="fetch it again") from None
        except (OSError, zlib.error) as error:
            raise CutOffError(f"the packed file is damaged ({error})", where=self._where) from error
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._packed.close()
        super().close()


class _Gzip:
    """Python's own reader throws away what it unpacked before a cut: this one gives all there is, then says that it ended early."""

    def __init__(self, packed: io.BufferedReader) -> None:
        self._packed = packed
        self._member = zlib.decompressobj(wbits=31)
        self._begun = False

    def read(self, size: int) -> bytes:
        while True:
            data = self._member.unconsumed_tail
            if self._member.eof:
                data = self._member.unused_data.lstrip(b"\0")
                self._member = zlib.decompressobj(wbits=31)
                self._begun = False
            data = data or self._packed.read1(1 << 16)
            if not data and self._begun:
                raise EOFError
            if not data:
                return b""
            self._begun = True
            piece = self._member.decompress(data, size)
            if piece:
                return piece


class _Zstandard:
    """zstandard's own reader takes a cut-off file for a whole one: this one looks whether the last frame ended."""

    def __init__(self, packed: io.BufferedReader) -> None:
        import zstandard

        self._failure = zstandard.ZstdError
        self._new_frame: Callable[[], Any] = lambda: zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
        self._packed = packed
        self._frame = self._new_frame()
        self._begun = False
        self._ready = memoryview(b"")

    def read(self, size: int) -> bytes:
        while not self._ready:
            data = b""
            if self._frame.eof:
                data = self._frame.unused_data
                self._frame = self._new_frame()
                self._begun = False
            data = data or self._packed.read(_PACKED_CHUNK)
            if not data:
                if self._begun:
                    raise EOFError
                return b""
            self._begun = True
            try:
                self._ready = memoryview(self._frame.decompress(data))
            except self._failure as error:
                raise OSError(str(error)) from error
        piece, self._ready = bytes(self._ready[:size]), self._ready[size:]
        return piece


def unpacked(stream: io.BufferedReader, packing: str, where: str) -> io.BufferedReader:
    """`stream` itself, or what it holds when `packing` is ".gz" or ".zst"."""
    if packing == ".gz":
        return io.BufferedReader(_Unpacked(stream, _Gzip(stream).read, where), _CHUNK)
    if packing == ".zst":
        return io.BufferedReader(_Unpacked(stream, _Zstandard(stream).read, where), _CHUNK)
    return stream


class _AsUtf8(io.RawIOBase):
    """UTF-16 as UTF-8, piece by piece."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._text = io.TextIOWrapper(stream, "utf-16", errors="replace", newline="")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._text.read(max(1, len(buffer) // 4)).encode("utf-8", "replace")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._text.close()
        super().close()


def as_utf8(stream: io.BufferedReader) -> io.BufferedReader:
    """`stream` itself, or its text in UTF-8 where a BOM says that it is UTF-16, as some consoles write what a command prints."""
    if stream.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return io.BufferedReader(_AsUtf8(stream), _CHUNK)
    return stream


def open_source(path: Path, packing: str, meter: Meter) -> io.BufferedReader:
    """An ordinary file, unpacked while it is read; raises ReviewerError for anything else."""
    metered: io.BufferedReader = io.BufferedReader(_Metered(open_regular(path), meter), 1 << 16)
    return unpacked(metered, packing, str(path))


def bounded_lines(stream: BinaryIO, cap: int = MAX_LINE) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; None for one of more than `cap` bytes, of which no more than `cap` is ever held."""
    number = 0
    while True:
        line = stream.readline(cap + 1)
        if not line:
            return
        number += 1
        if len(line) <= cap:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield number, None

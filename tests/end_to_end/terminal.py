"""A real pseudo-terminal with the program in it, and what a person would see on it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "shift+tab": "\x1b[Z",
    "shift+right": "\x1b[1;2C",
    "shift+down": "\x1b[1;2B",
    "ctrl+q": "\x11",
    "ctrl+j": "\n",
    "ctrl+s": "\x13",
}
# Requests and modes that the emulator does not know and would print.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*\$[a-z]|\x1b[P_^][^\x1b]*\x1b\\")


class Terminal:
    """`python -m reviewer …` on a pseudo-terminal of `columns` × `rows`; leaves nothing running."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        cwd: Path,
        home: Path,
        columns: int = 120,
        rows: int = 36,
        environment: Mapping[str, str] | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        self.raw = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        self.status: int | None = None
        base = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "share"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "LOGNAME": "tester",
            "USER": "tester",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        }
        call = [*(command or [sys.executable, "-m", "reviewer"]), *arguments]
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.execvpe(call[0], call, base | dict(environment or {}))  # noqa: S606 - the program under test
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.set_blocking(self.master, False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.wait(10)
        self.hang_up()

    # ---- what it shows
    def read(self, seconds: float = 0.05) -> None:
        """Take what the program wrote within `seconds`."""
        end = time.monotonic() + seconds
        while self.master >= 0 and (left := end - time.monotonic()) > 0:
            if not select.select([self.master], [], [], left)[0]:
                return
            try:
                data = os.read(self.master, 65536)
            except OSError:  # the other end is closed
                return
            if not data:
                return
            self.raw += data
            data = self._pending + data
            cut = data.rfind(b"\x1b", len(data) - 64)  # a sequence may be cut in two
            whole = cut < 0 or re.match(rb"\x1b(\[[0-9;?<>=$]*[@-~]|[^\[P_^])", data[cut:])
            self._pending, data = (b"", data) if whole else (data[cut:], data[:cut])
            self._stream.feed(_UNKNOWN.sub(b"", data))

    def text(self) -> str:
        """The screen as lines, trailing blanks cut."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, pattern: str, seconds: float = 40) -> str:
        """The screen's text once `pattern` (a regular expression) is on it; fails with the screen otherwise."""
        end = time.monotonic() + seconds
        while True:
            self.read(0.1)
            if re.search(pattern, self.text()):
                return self.text()
            if time.monotonic() > end or self.ended():
                raise AssertionError(f"no {pattern!r} on the screen:\n{self.text()}")

    def settle(self, quiet: float = 0.4, seconds: float = 20) -> str:
        """The screen once nothing was written for `quiet` seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            before = len(self.raw)
            self.read(quiet)
            if len(self.raw) == before:
                break
        return self.text()

    # ---- what a person does
    def press(self, *keys: str) -> None:
        """Keys by name, or single characters; the screen settles after each."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())
            self.settle(0.15, 5)

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())
        self.settle(0.25)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as a window manager does."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    # ---- how it ends
    def ended(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def wait(self, seconds: float = 30) -> int:
        """The exit status (negative: the signal that ended it)."""
        end = time.monotonic() + seconds
        while not self.ended():
            self.read(0.05)
            if time.monotonic() > end:
                raise AssertionError(f"still running:\n{self.text()}")
        self.read(0.1)
        assert self.status is not None
        return self.status

"""A lock that names who holds it, and that the dead do not hold."""

from __future__ import annotations

import contextlib
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.files.atomic import SaveFailed, write_atomically
from reviewer.files.emitter import emit
from reviewer.files.reader import Mapping, Scalar, decode, parse_yaml, read_bytes

STALE_SECONDS = 30 * 60  # after this long without a sign of life, a lock of another machine counts for nothing


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock; `started` is the process's start in clock ticks where the system tells (a pid is used again)."""

    host: str
    pid: int
    since: str
    started: str
    token: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host}, since {self.since}"


UNKNOWN = Holder("an unknown machine", 0, "an unknown time", "", "")


def _started(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _is_alive(holder: Holder) -> bool:
    if sys.platform == "win32" or holder.pid <= 0:
        return True
    try:
        os.kill(holder.pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it lives and is someone else's
    started = _started(holder.pid)
    return not (holder.started and started and holder.started != started)


def _holder(path: Path) -> Holder | None:
    """Who holds the lock, None when nobody does; `UNKNOWN` when the file does not say."""
    try:
        node = parse_yaml(decode(read_bytes(path)))
    except ReviewerError:
        return UNKNOWN if path.exists() else None
    said = (
        {key: part.value for key, part in node.items.items() if isinstance(part, Scalar)}
        if isinstance(node, Mapping)
        else {}
    )
    if not {"host", "pid", "since", "started", "token"} <= said.keys() or not said["pid"].isdecimal():
        return UNKNOWN
    return Holder(said["host"], int(said["pid"]), said["since"], said["started"], said["token"])


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One of our processes at a time in a folder, where the system has advisory locks: looking and writing are one step.

    Waits for the others, who are a few milliseconds in it.  Raises SaveFailed when the folder cannot be locked.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise SaveFailed(f"cannot be locked: {error.strerror or error}", where=folder) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError as error:
            raise SaveFailed(f"cannot be locked: {error.strerror or error}", where=folder) from error
        yield
    finally:
        os.close(descriptor)


class Lock:
    """One attempt at a lock file.  `holder` is who else holds it (None when it is ours); `taken_over` whose stale lock it was."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path
        self.taken_over: Holder | None = None
        since = now().strftime("%Y-%m-%d %H:%MZ")
        pid = os.getpid()
        self._me = Holder(platform.node(), pid, since, _started(pid), os.urandom(8).hex())
        with alone(path.parent):
            there = _holder(path)
            self.holder = there if there is not None and self._is_held(there) else None
            if self.holder is None:
                self.taken_over = there
                self._write()

    def _is_held(self, there: Holder) -> bool:
        if there.host == self._me.host:
            return _is_alive(there)
        return time.time() - self.path.stat().st_mtime < STALE_SECONDS

    def _write(self) -> None:
        me = self._me
        said = {"host": me.host, "pid": str(me.pid), "since": me.since, "started": me.started, "token": me.token}
        write_atomically(self.path, emit(said).encode(), mode=0o600)

    def is_ours(self) -> bool:
        """Whether the lock file is still the one we wrote (another machine may have taken it over while this one slept)."""
        there = _holder(self.path) if self.holder is None else None
        return there is not None and there.token == self._me.token

    def sign_of_life(self) -> None:
        """Tells other machines that we are still here; on a disk that refuses, the save that follows says so."""
        if self.is_ours():
            with contextlib.suppress(OSError):
                os.utime(self.path)

    def release(self) -> None:
        """Gives the lock back; nothing happens when it is not ours, and one that cannot be removed is taken over at the next start."""
        if self.is_ours():
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

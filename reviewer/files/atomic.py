"""Writing a file so that a crash at any moment leaves the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import time
from pathlib import Path

from reviewer.errors import ReviewerError

_TEMPORARY = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{8}\.tmp")
MAX_LINKS = 40
_WRITING = 5.0  # seconds that one write takes at most


class SaveFailed(ReviewerError):  # noqa: N818 - it says what happened
    """A file could not be written; what stood there before still stands."""


def final_target(path: Path) -> Path:
    """Where writing to `path` ends up: links followed, also dangling ones; a loop raises ReviewerError."""
    for _ in range(MAX_LINKS):
        if not path.is_symlink():
            return path
        path = path.parent / path.readlink()
    raise ReviewerError("symbolic links in a circle", where=path, hint="remove the link")


def _remove_stale(folder: Path, name: str) -> None:
    for entry in os.scandir(folder):
        match = _TEMPORARY.fullmatch(entry.name)
        if match is not None and match["name"] == name:
            Path(entry.path).unlink(missing_ok=True)


def remove_stale(folder: Path) -> None:
    """Removes what crashes left behind in a folder, but nothing so young that somebody may be writing it."""
    for entry in os.scandir(folder) if folder.is_dir() else ():
        if _TEMPORARY.fullmatch(entry.name) and time.time() - entry.stat(follow_symlinks=False).st_mtime > _WRITING:
            Path(entry.path).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _confirm(folder: Path, path: Path) -> None:
    """Syncs the folder after the rename; file systems that cannot sync folders are trusted."""
    try:
        _sync_folder(folder)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            what = f"written, but the disk has not confirmed it: {error.strerror or error}"
            raise SaveFailed(what, where=path, hint="check the disk, then save again") from error


def _give(descriptor: int, old: os.stat_result) -> None:
    """The owner and group of the old file, as far as the system lets us."""
    mine = os.fstat(descriptor)
    for owner, group in ((old.st_uid, -1), (-1, old.st_gid)):
        if (owner, group) not in ((mine.st_uid, -1), (-1, mine.st_gid)):
            with contextlib.suppress(PermissionError):
                os.fchown(descriptor, owner, group)


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it that are missing, each synced into its parent; raises SaveFailed when it cannot."""
    missing = [folder]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    try:
        for new in reversed(missing):
            if not new.is_dir():
                new.mkdir(exist_ok=True)
                _sync_folder(new.parent)
    except OSError as error:
        raise SaveFailed(f"no folder can be made here: {error.strerror or error}", where=folder) from error


def make_private(folder: Path) -> Path:
    """`.reviewer` or a folder in it: mode 0700, with a `.gitignore` of `*` in the outermost."""
    outermost = next((f for f in (folder, *folder.parents) if f.name == ".reviewer"), folder)
    try:
        for new in (*reversed([f for f in folder.parents if f.is_relative_to(outermost)]), folder):
            new.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise SaveFailed(f"no folder can be made here: {error.strerror or error}", where=folder) from error
    ignore = outermost / ".gitignore"
    if not ignore.exists():
        write_atomically(ignore, b"*\n", mode=0o600, tidy=False)  # another of our processes may be making it too
    return folder


def write_atomically(
    path: Path, data: bytes, *, mode: int | None = None, within: Path | None = None, tidy: bool = True
) -> None:
    """Puts `data` in the place of `path`, or raises SaveFailed and leaves what stood there.

    A temporary file in the same folder is created exclusively, written, synced to the disk and renamed over the target,
    then the folder is synced.  The old file's mode is kept (`mode`, else 0666 under the umask, for a new one).  A symbolic link
    stays a link and its final target is replaced; with `within`, a target outside that folder is refused.  A hard link
    is cut: the other name keeps the old content, since nothing else can be atomic.  Temporary files that a crash left behind
    are removed, unless `tidy` is False: that needs a look through the folder, so who writes thousands of files into one calls
    `remove_stale` once.
    """
    target = final_target(path)
    folder = target.parent
    if within is not None and not folder.resolve().is_relative_to(within.resolve()):
        raise SaveFailed(
            f"a link to {target}, outside the project", where=path, hint="replace the link by the file itself"
        )
    temporary: Path | None = None
    try:
        if target.is_dir():
            raise SaveFailed("a folder stands where the file should be", where=path, hint="move the folder away")
        old = target.stat() if target.exists() else None
        if old is not None:
            if not (old.st_mode & 0o222 and os.access(target, os.W_OK)):
                raise SaveFailed("the file is write-protected", where=path, hint="make it writable")
            mode = mode if mode is not None else stat.S_IMODE(old.st_mode)
        if tidy:
            _remove_stale(folder, target.name)
        temporary = folder / f".{target.name}.{os.urandom(4).hex()}.tmp"
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else 0o600)
        try:
            if old is not None:
                _give(descriptor, old)
            if mode is not None:
                os.fchmod(descriptor, mode)
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(temporary, target)  # noqa: PTH105 - the name that the tests' fault injection stands in for
        temporary = None
        _confirm(folder, path)
    except OSError as error:
        raise SaveFailed(
            f"cannot be written: {error.strerror or error}", where=path, hint="the old file is as it was"
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):  # a disk that has turned read-only; the next save removes it
                temporary.unlink(missing_ok=True)

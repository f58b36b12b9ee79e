"""Where an import reads and writes: in the project, or, when it is only rehearsed, beside it."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from tempfile import SpooledTemporaryFile

from reviewer.articles.article_file import parse_article
from reviewer.articles.values import Article
from reviewer.errors import ReviewerError
from reviewer.files import alone, decode, read_bytes, remove_stale, write_atomically
from reviewer.project import Project

_IN_MEMORY = 16 * 1024 * 1024


class Store:
    """The files of a project."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def turn(self) -> AbstractContextManager[None]:
        """One import at a time writes.  Raises SaveFailed."""
        return alone(self.project.data)

    def has(self, path: Path) -> bool:
        return path.is_file()

    def read(self, path: Path) -> bytes:
        """Raises ReviewerError for what cannot be read."""
        return read_bytes(path)

    def load(self, path: Path) -> Article:
        """The article in a file; raises ReviewerError with the place where something is wrong."""
        return parse_article(path.stem, decode(self.read(path), path), path)

    def write(self, path: Path, data: bytes) -> None:
        """Puts `data` there, atomically, in a folder made where it is missing.  Raises SaveFailed."""
        if not path.parent.resolve().is_relative_to(self.project.root.resolve()):
            hint = "replace the link by a folder"
            raise ReviewerError("this folder is a link to a place outside the project", where=path.parent, hint=hint)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data, within=self.project.root, tidy=False)

    def tidy(self, folder: Path) -> None:
        """Removes what a crash left behind in a folder."""
        remove_stale(folder)

    def close(self) -> None:
        """Nothing is read or written any more."""


class Rehearsal(Store):
    """What is written goes into one temporary file and is read from there, so that an import takes every step that it would
    take, and the project is left as it is."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self._kept = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - until it is closed
        self._where: dict[Path, tuple[int, int]] = {}

    def turn(self) -> AbstractContextManager[None]:
        return nullcontext()

    def has(self, path: Path) -> bool:
        return path in self._where or super().has(path)

    def read(self, path: Path) -> bytes:
        if path not in self._where:
            return super().read(path)
        start, length = self._where[path]
        self._kept.seek(start)
        return self._kept.read(length)

    def write(self, path: Path, data: bytes) -> None:
        try:
            self._where[path] = (self._kept.seek(0, 2), len(data))
            self._kept.write(data)
        except OSError as error:
            what = f"what a dry run would write cannot be kept: {error.strerror or error}"
            raise ReviewerError(what, hint="make room, or set TMPDIR to a folder with more") from error

    def tidy(self, folder: Path) -> None:
        pass

    def close(self) -> None:
        self._kept.close()


def store_of(project: Project, *, dry_run: bool) -> Store:
    return Rehearsal(project) if dry_run else Store(project)

"""A file of a project before and after it was corrected by hand, so that this can be taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import ReviewerError
from reviewer.files import alone, read_bytes, write_atomically
from reviewer.project import Project


@dataclass(frozen=True, slots=True)
class FileEdit:
    """`before` or `after` is None where there was, or is, no such file."""

    path: Path
    before: bytes | None
    after: bytes | None

    @property
    def reversed(self) -> FileEdit:
        return FileEdit(self.path, self.after, self.before)

    def make(self, project: Project) -> None:
        """Raises ReviewerError, with nothing written, where the file is not as it was before, or stands in a folder that would lose it alone."""
        with alone(project.data):
            if bytes_of(self.path) != self.before:
                raise ReviewerError("it has been changed since", where=self.path, hint="correct it by hand")
            if self.after is not None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(self.path, self.after, within=project.root)
                return
            if any(other != self.path for other in self.path.parent.iterdir()):
                raise ReviewerError(
                    "there is something in it by now", where=self.path.parent, hint="take that out first"
                )
            self.path.unlink()
            self.path.parent.rmdir()


def bytes_of(path: Path) -> bytes | None:
    """What stands in a file, None where there is none."""
    return read_bytes(path) if path.exists() else None

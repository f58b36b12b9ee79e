"""Where an import reads and writes."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

import pytest

from reviewer.articles.store import Rehearsal
from reviewer.errors import ReviewerError
from tests.articles.samples import empty_project


def test_a_rehearsal_reads_what_it_wrote_and_else_what_is_there(tmp_path: Path) -> None:
    project = empty_project(tmp_path / "project")
    there, new = project.data / "there.md", project.data / "deep" / "new.md"
    there.write_bytes(b"There.\n")
    rehearsal = Rehearsal(project)
    assert (rehearsal.has(there), rehearsal.read(there), rehearsal.has(new)) == (True, b"There.\n", False)
    rehearsal.write(new, b"New.\n")
    rehearsal.write(there, b"Another.\n")
    assert [rehearsal.load(path).text for path in (new, there)] == ["New.\n", "Another.\n"]
    assert (there.read_bytes(), new.parent.exists()) == (b"There.\n", False)
    with pytest.raises(ReviewerError, match="no such file"):
        rehearsal.read(project.data / "none.md")
    rehearsal.close()


def test_a_dry_run_without_room_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> BinaryIO:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    rehearsal = Rehearsal(empty_project(tmp_path / "project"))
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(ReviewerError, match="cannot be kept: No space left on device; make room, or set TMPDIR"):
        rehearsal.write(tmp_path / "large", bytes(20_000_000))
    rehearsal.close()

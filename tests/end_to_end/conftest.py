"""Projects and terminals for the end-to-end tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.end_to_end.terminal import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A project of its own with the sample corpus and its annotations."""
    project = tmp_path / "project"
    for name in ("data", "annotations"):
        shutil.copytree(ROOT / name, project / name)
    return project


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts `reviewer …` on a pseudo-terminal as `--analyst tess`; whatever still runs is ended with the test."""
    with ExitStack() as stack:

        def begin(project: Path, *, columns: int = 120, rows: int = 36, **options: object) -> Terminal:
            terminal = Terminal(
                [str(project), "--analyst", "tess"],
                cwd=tmp_path,
                home=tmp_path / "home",
                columns=columns,
                rows=rows,
                **options,  # type: ignore[arg-type]
            )
            return stack.enter_context(terminal)

        yield begin

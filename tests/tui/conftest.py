"""Every test of the screens keeps the developer's own configuration out, the cursor from blinking, and notices on the screen however slow it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from reviewer.project import Project
from reviewer.tui import notices
from tests.tui import projects


@pytest.fixture(autouse=True)
def _alone(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEWER_CONFIG", str(tmp_path_factory.mktemp("config")))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(Input.cursor_blink, "_default", False)
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)
    monkeypatch.setattr(notices, "SECONDS", 600.0)


@pytest.fixture
def pair(tmp_path: Path) -> Project:
    """A project with one pair."""
    return projects.one_pair(tmp_path)


@pytest.fixture
def events(tmp_path: Path) -> Project:
    """A project with two events."""
    return projects.two_events(tmp_path)

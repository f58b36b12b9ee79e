"""Pictures of importing and of an article's original at four sizes, on the sample's own raw pages.

After a wanted change: `python -m pytest tests/tui/test_import_snapshots.py --snapshot-update`, and look at them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reviewer.framing import PairKey
from reviewer.project import Project, copy_sample
from reviewer.tui.app import ReviewerApp
from reviewer.tui.board import BoardScreen
from reviewer.tui.import_screen import ImportScreen
from reviewer.tui.original_screen import OriginalScreen
from reviewer.tui.pair import PairScreen
from tests.tui.pages import dialog, number_of
from tests.tui.pages import opened as import_opened
from tests.tui.projects import ready, until

State = Callable[[Pilot[int]], Awaitable[None]]
PAGE = "beacon.txt"


async def asked(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, ReviewerApp)
    app.show_board()
    await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
    await pilot.press("i")
    there = await dialog(app, pilot)
    there.query_one("#event", Input).value = "boil-water"
    there.query_one("#path", Input).value = PAGE
    there.query_one("#path", Input).cursor_position = len(PAGE)
    await pilot.pause(0.1)


async def shown(pilot: Pilot[int]) -> ImportScreen:
    await asked(pilot)
    await pilot.press("enter")
    assert isinstance(pilot.app, ReviewerApp)
    screen = await import_opened(pilot.app, pilot)
    await pilot.pause(0.1)
    return screen


async def page(pilot: Pilot[int]) -> None:
    await shown(pilot)


async def decided(pilot: Pilot[int]) -> None:
    """One line cut, cut ones unfolded, a field corrected."""
    screen = await shown(pilot)
    await pilot.press("down", "x", "n", "enter", "f", "down", "down", *" and others", "escape")
    assert screen.page.draft.decisions == {number_of(screen, "Every household"): False}
    await pilot.pause(0.1)


async def original(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, ReviewerApp)
    app.show_pair(PairKey.of("boil-water", "beacon", "whistle"))
    await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
    assert isinstance(app.screen, PairScreen)
    app.screen.pane("left").focus()
    await pilot.press("right_curly_bracket", "right_curly_bracket", "o")
    await until(pilot, lambda: isinstance(app.screen, OriginalScreen), "the original")
    await pilot.press("n", "enter")
    await pilot.pause(0.1)


STATES = (asked, page, decided, original)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReviewerApp:
    root = tmp_path / "project"
    copy_sample(root)
    raw = root / "data" / "boil-water" / "originals" / PAGE
    (tmp_path / PAGE).write_bytes(raw.read_bytes())
    monkeypatch.chdir(tmp_path)
    return ReviewerApp(Project(root), "vera")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (160, 48)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_importing_looks_as_it_should(
    app: ReviewerApp, snap_compare: Callable[..., bool], state: State, size: tuple[int, int]
) -> None:
    assert snap_compare(app, terminal_size=size, run_before=state)

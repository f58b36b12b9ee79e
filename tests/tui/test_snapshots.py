"""Pictures of six states at two sizes, and the same without colour in sixty columns.

After a wanted change: `python -m pytest tests/tui/test_snapshots.py --snapshot-update`, and look at them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.board import BoardScreen
from reviewer.tui.form import DifferenceForm
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import DIFFERENCES
from tests.tui.projects import KEY, ready, select, two_events, until
from tests.tui.test_pair_annotating import a_difference, kept

State = Callable[[Pilot[int]], Awaitable[None]]


async def board(pilot: Pilot[int]) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, BoardScreen)
    await until(pilot, lambda: len(screen.pairs) == 2, "the comparison")
    screen.events.reach("bridge-closed")
    await pilot.pause(0.1)


async def opened(pilot: Pilot[int]) -> PairScreen:
    app = pilot.app
    assert isinstance(app, ReviewerApp)
    app.show_pair(KEY)
    await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
    assert isinstance(app.screen, PairScreen)
    return app.screen


async def matches(pilot: Pilot[int]) -> None:
    screen = await opened(pilot)
    row = next(row for row in screen.rows.rows if "nobody should cross" in row.prompt.plain)
    screen.rows.reach(row.id)
    await screen.run_action("verdict('confirmed')")
    await pilot.pause(0.1)


async def differences(pilot: Pilot[int]) -> None:
    screen = await opened(pilot)
    screen.action_list(DIFFERENCES)
    screen.action_beside()
    screen.rows.focus()
    await pilot.pause(0.1)


async def form(pilot: Pilot[int]) -> None:
    screen = await opened(pilot)
    select(screen, "left", "We were told about this on Sunday evening")
    await screen.run_action("annotate")
    await pilot.press(*"quote-tr", "enter")
    there = screen.query_one(DifferenceForm)
    there.query_one("#right-state").focus()
    await pilot.press("a")
    await until(pilot, lambda: bool(there.draft.right.queries), "the search")
    await pilot.pause(0.1)


async def help_screen(pilot: Pilot[int]) -> None:
    screen = await opened(pilot)
    screen.rows.focus()
    await pilot.press("question_mark")
    await pilot.pause(0.1)


async def matrix(pilot: Pilot[int]) -> None:
    await opened(pilot)
    await pilot.press("m")
    await until(pilot, lambda: bool(getattr(pilot.app.screen, "shown", ())), "the matrix")
    await pilot.pause(0.1)


STATES = (board, matches, differences, form, help_screen, matrix)


@pytest.fixture
def app(tmp_path: Path) -> ReviewerApp:
    root = tmp_path / "project"
    root.mkdir()
    project: Project = two_events(root)
    kept(
        project, a_difference(note="One side names a sum."), a_difference("fd-bbbbbbbbbb", "too late", status="agreed")
    )
    kept(project, a_difference("fd-cccccccccc", "Ferries", note="Seen otherwise."), analyst="otto")
    return ReviewerApp(project, "vera")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_the_screen_looks_as_it_should(
    app: ReviewerApp, snap_compare: Callable[..., bool], state: State, size: tuple[int, int]
) -> None:
    assert snap_compare(app, terminal_size=size, run_before=state)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
async def test_in_sixty_columns_it_is_legible_without_colour(
    app: ReviewerApp, snapshot: SnapshotAssertion, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await state(pilot)
        rows = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
        assert "\n".join(rows) == snapshot

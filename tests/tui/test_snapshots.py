"""Pictures of nine states at two sizes, and the same without colour in sixty columns.

After a wanted change: `python -m pytest tests/tui/test_snapshots.py --snapshot-update`, and look at them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from reviewer.framing import PairKey
from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.board import BoardScreen
from reviewer.tui.form import DifferenceForm
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import DIFFERENCES, WORDING
from tests.tui.annotated import a_difference, kept
from tests.tui.projects import KEY, ready, select, two_events, until, write_article

State = Callable[[Pilot[int]], Awaitable[None]]


async def board(pilot: Pilot[int]) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, BoardScreen)
    pairs = {e.event.id for e in screen.reviewer.entries if e.pair_count}
    await until(pilot, lambda: all(screen.rankings[event].is_done for event in pairs), "the comparison")
    screen.events.reach("bridge-closed")
    await pilot.pause(0.1)


async def opened(pilot: Pilot[int], key: PairKey = KEY) -> PairScreen:
    app = pilot.app
    assert isinstance(app, ReviewerApp)
    app.show_pair(key)
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


async def word_diff(pilot: Pilot[int]) -> None:
    screen = await opened(pilot)
    row = next(row for row in screen.rows.rows if "nobody should cross" in row.prompt.plain)
    screen.rows.reach(row.id)
    screen.rows.focus()
    await pilot.press("space")
    await pilot.pause(0.1)


WALKOUT = """\
The walkout at Norrholm began early. Minister Ada Holm called the walkout a scandal; the walkout went on.

“We go on,” said the crane driver Osk Lind. “We go on,” Osk Lind said again. Minister Ada Holm left by the back door.
"""
SABOTAGE = """\
The sabotage at Norrholm began early. The lawyer Ada Holm had warned of sabotage, and the sabotage went on.

“We go on,” claimed the militant Osk Lind. “We go on,” Osk Lind shouted. The lawyer Ada Holm was not let in.
"""


async def wording(pilot: Pilot[int]) -> None:
    assert isinstance(pilot.app, ReviewerApp)
    root = pilot.app.project.root
    write_article(root, "walkout", "gazette", "Norrholm Gazette", "Walkout at the port", WALKOUT)
    write_article(root, "walkout", "herald", "The Herald", "Sabotage at the port", SABOTAGE)
    screen = await opened(pilot, PairKey.of("walkout", "gazette", "herald"))
    await pilot.press("5")
    await until(pilot, lambda: bool(screen.count_of(WORDING)), "the wording")
    screen.rows.focus()
    await pilot.press("down")
    await pilot.pause(0.1)


async def agreement(pilot: Pilot[int]) -> None:
    assert isinstance(pilot.app, ReviewerApp)
    more = replace(a_difference("fd-dddddddddd", "too late"), codes=("entman.moral", "generic.economic"))
    kept(pilot.app.project, more, analyst="otto")
    await pilot.press("b")
    await until(pilot, lambda: bool(getattr(pilot.app.screen, "measures", ())), "the figures")
    await pilot.press("down", "down")
    await pilot.pause(0.1)


STATES = (board, matches, differences, form, help_screen, matrix, word_diff, wording, agreement)


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


SIZES = {f"{columns}x{rows}": (columns, rows) for columns, rows in ((60, 20), (80, 24), (120, 36))}
SHOWN = [
    (state, size)
    for state in STATES
    for size in SIZES
    if size != "60x20" or state in (matrix, word_diff, wording, agreement)
]


@pytest.mark.parametrize(("state", "size"), SHOWN, ids=[f"{state.__name__}-{size}" for state, size in SHOWN])
def test_the_screen_looks_as_it_should(
    app: ReviewerApp, snap_compare: Callable[..., bool], state: State, size: str
) -> None:
    assert snap_compare(app, terminal_size=SIZES[size], run_before=state)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
async def test_in_sixty_columns_it_is_legible_without_colour(
    app: ReviewerApp, snapshot: SnapshotAssertion, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await state(pilot)
        rows = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
        assert "\n".join(rows) == snapshot

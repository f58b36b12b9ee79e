"""Every word on the screens can be read: WCAG's contrast of text, in each theme."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.board import BoardScreen
from reviewer.tui.matrix import MatrixScreen
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import DIFFERENCES, MATCHES, WORDING
from reviewer.tui.themes import NAMES
from tests.tui.annotated import a_difference, kept
from tests.tui.contrast import contrast
from tests.tui.projects import ready, running, select, until

LEAST = 4.5


def faint(screen: Screen[Any]) -> set[str]:
    """Words that are drawn with too little contrast, with how little it is; of a dialog only its own, what lies behind is dimmed."""
    found = set()
    dialogs = screen.query(".dialog")
    place = dialogs.first().region if dialogs else screen.region
    for strip in screen._compositor.render_strips()[place.y : place.bottom]:
        for text, style, _ in strip.crop(place.x, place.right):
            worded = any(letter.isalnum() for letter in text)
            if worded and style is not None and style.color is not None and style.bgcolor is not None:
                there = contrast(style.color, style.bgcolor)
                if there < LEAST:
                    found.add(f"{text.strip()} {there:.1f} {style.color.name} {style.bgcolor.name}")
    return found


async def on_theme(pilot: Pilot[int], app: ReviewerApp, theme: str) -> None:
    app.theme = NAMES[theme]
    await pilot.pause(0.1)


@pytest.mark.parametrize("theme", NAMES)
async def test_every_word_on_the_board_can_be_read(events: Project, theme: str) -> None:
    kept(events, a_difference())
    async with running(events) as (app, pilot):
        board = app.screen
        assert isinstance(board, BoardScreen)
        await on_theme(pilot, app, theme)
        await until(pilot, lambda: all(board.rankings[e.event.id].is_done for e in app.entries if e.pair_count))
        for there in (board.events, board.list_of_pairs):
            there.focus()
            await pilot.pause(0.1)
            assert faint(board) == set()


@pytest.mark.parametrize("theme", NAMES)
async def test_every_word_on_a_pair_and_in_its_form_can_be_read(pair: Project, theme: str) -> None:
    kept(pair, a_difference())
    async with running(pair, size=(160, 48)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
        screen = app.screen
        assert isinstance(screen, PairScreen)
        await on_theme(pilot, app, theme)
        for tab in (MATCHES, DIFFERENCES, WORDING):
            screen.action_list(tab)
            for there in (screen.pane("left"), screen.rows):
                there.focus()
                await pilot.pause(0.1)
                assert faint(screen) == set()
        select(screen, "left", "We were told about this on Sunday evening")
        await screen.run_action("annotate")
        for _ in range(8):
            await pilot.pause(0.1)
            assert faint(screen) == set()
            await pilot.press("tab")


@pytest.mark.parametrize("theme", NAMES)
async def test_every_word_of_empty_lists_dialogs_and_the_table_can_be_read(pair: Project, theme: str) -> None:
    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
        screen = app.screen
        assert isinstance(screen, PairScreen)
        await on_theme(pilot, app, theme)
        screen.action_to_list(DIFFERENCES)
        await pilot.press("slash")
        await pilot.pause(0.1)
        assert faint(screen) == set()
        await pilot.press("escape")
        for key in ("question_mark", "colon", "A", "t", "i"):
            await pilot.press(key)
            await pilot.pause(0.2)
            assert app.screen is not screen
            assert faint(app.screen) == set(), key
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen, key)
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MatrixScreen), "the table")
        table = app.screen
        await until(pilot, lambda: "fullest" in "".join(strip.text for strip in table._compositor.render_strips()))
        assert faint(table) == set()

"""The header and the tabs in narrow terminals: what gives way, and what never does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.widget import Widget

from reviewer.project import Project
from reviewer.tui.bars import HeaderLine, KeyLine, StatusLine, Tab, TabLine
from reviewer.tui.board import BoardScreen
from reviewer.tui.pair_lists import TITLES, WORDING
from tests.tui.projects import on_pair, running, until
from tests.tui.test_redrawing import at_rest, layouts_of

EVENT, NAMES, COUNTS, DONE = (
    "Boil-water notice at Lower Wend",
    "Wend Radio ⇄ The Whistle",
    "7 shared · 5 only left",
    "✓ done",
)


class _Bars(App[None]):
    def compose(self) -> ComposeResult:
        yield HeaderLine()
        yield TabLine()


def seen(widget: Widget) -> str:
    """The widget's one row as it stands on the screen."""
    return "".join(segment.text for segment in widget.render_line(0)).rstrip()


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (120, (EVENT, NAMES, COUNTS, DONE)),
        (80, (EVENT[:24], NAMES, DONE)),
        (60, (EVENT[:20], NAMES, DONE)),
        (44, (EVENT, DONE)),
    ],
)
async def test_the_events_name_is_the_last_to_give_way(width: int, expected: tuple[str, ...]) -> None:
    app = _Bars()
    async with app.run_test(size=(width, 4)) as pilot:
        header = app.query_one(HeaderLine)
        header.set(EVENT, NAMES, f"{COUNTS} {DONE}", shorter=DONE)
        await pilot.pause()
        assert [part for part in expected if part not in seen(header)] == []


@given(
    left=st.text("a…漢", max_size=90),
    middle=st.text("b漢", max_size=60),
    right=st.text("c", max_size=60),
    width=st.integers(10, 160),
)
def test_no_header_is_wider_than_its_line(left: str, middle: str, right: str, width: int) -> None:
    header = _Sized(width)
    header.set(left, middle, right)
    assert cell_len(str(header.render())) <= max(width, 4)


class _Sized(HeaderLine):
    """A header without an application."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width

    @property
    def size(self) -> Size:
        return Size(self._width, 1)


async def test_the_list_that_is_shown_is_named_however_narrow_the_tabs_are() -> None:
    app = _Bars()
    async with app.run_test(size=(40, 4)) as pilot:
        tabs = app.query_one(TabLine)
        tabs.tabs = tuple(Tab(str(at + 1), title, short, 12) for at, (title, short) in enumerate(TITLES))
        tabs.shown = WORDING
        await pilot.pause()
        assert seen(tabs).endswith("5 Words")


async def test_a_pair_that_is_finished_says_so_in_eighty_columns(pair: Project) -> None:
    async with on_pair(pair, size=(80, 24)) as (screen, pilot):
        assert "The bridge is closed" in seen(screen.query_one(HeaderLine))
        screen.action_done()
        await pilot.pause()
        assert "✓ done" in seen(screen.query_one(HeaderLine))


LONGEST = (
    "read-only: another instance: process 4711 on the-computer-in-the-reading-room since 2032-10-05T09:12:44Z; nothing is written "
    "as vera until that is over and you start again; A works under another name"
)


def rows_of(status: StatusLine) -> list[str]:
    return ["".join(segment.text for segment in status.render_line(y)).strip() for y in range(status.size.height)]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
@pytest.mark.parametrize("where", ["board", "pair"])
async def test_the_longest_complaint_can_be_read_to_its_end(pair: Project, size: tuple[int, int], where: str) -> None:
    async with on_pair(pair, size=size) as (screen, pilot):
        app = screen.reviewer
        if where == "board":
            await pilot.press("e")
            await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
            await pilot.pause()
        status = app.screen.query_one(StatusLine)
        app.screen.query_one(StatusLine).say(LONGEST, "error")
        await pilot.pause()
        assert " ".join(filter(None, rows_of(status))).startswith(LONGEST)
        assert status.region.bottom == size[1] - 1
        status.say("saved")
        await pilot.pause()
        assert status.size.height == 1
        assert rows_of(status)[0].startswith("saved")


async def test_a_complaint_is_wrapped_anew_in_another_width(pair: Project) -> None:
    async with on_pair(pair, size=(120, 36)) as (screen, pilot):
        status = screen.query_one(StatusLine)
        status.say(LONGEST, "warning")
        await pilot.pause()
        wide = status.size.height
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert status.size.height > wide
        assert " ".join(filter(None, rows_of(status))).startswith(LONGEST)


async def test_a_complaint_however_long_leaves_the_texts_in_view(pair: Project) -> None:
    async with on_pair(pair, size=(60, 20)) as (screen, pilot):
        screen.say("word " * 400, "error")
        await pilot.pause()
        assert screen.query_one(StatusLine).size.height <= 7
        assert screen.pane("left").size.height >= 1
        assert screen.query_one(KeyLine).region.bottom == 20


async def test_a_short_message_lays_nothing_out(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        await at_rest(pilot)
        layouts = layouts_of(screen)
        screen.say("saved")
        await at_rest(pilot)
        screen.say("undone: confirm match")
        await at_rest(pilot)
        assert layouts == []

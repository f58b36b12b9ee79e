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
from reviewer.tui.bars import HeaderLine, Tab, TabLine
from reviewer.tui.pair_lists import TITLES, WORDING
from tests.tui.projects import on_pair

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

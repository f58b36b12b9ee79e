"""What is drawn again when something changes: counted, since drawing is most of what a key costs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import OptionList

from reviewer.tui.inputs import SafeInput
from reviewer.tui.lists import RowList
from reviewer.tui.screens import BaseScreen
from tests.tui.annotated import open_form
from tests.tui.projects import on_pair

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.pilot import Pilot
    from textual.screen import Screen
    from textual.strip import Strip

    from reviewer.project import Project


async def at_rest(pilot: Pilot[int]) -> None:
    for _ in range(3):
        await pilot.pause(0.1)


def layouts_of(screen: Screen[Any]) -> list[Screen[Any]]:
    """Grows with every layout of the screen from now on."""
    seen: list[Screen[Any]] = []
    screen.screen_layout_refresh_signal.subscribe(screen, seen.append)
    return seen


async def test_another_focus_does_not_draw_the_whole_screen(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = []
    refresh = BaseScreen.refresh

    def noted(self: BaseScreen, *regions: Region, **how: bool) -> BaseScreen:
        if not regions:
            whole.append(self)
        return refresh(self, *regions, **how)

    async with on_pair(pair) as (screen, pilot):
        await at_rest(pilot)
        monkeypatch.setattr(BaseScreen, "refresh", noted)
        await pilot.press("tab")
        await at_rest(pilot)
        assert screen.focused is screen.pane("right")
        assert whole == []


async def test_a_list_that_becomes_narrower_draws_each_row_once(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Counter[int] = Counter()
    render_line = OptionList.render_line

    def counted(self: OptionList, y: int) -> Strip:
        if isinstance(self, RowList):
            drawn[y] += 1
        return render_line(self, y)

    monkeypatch.setattr(OptionList, "render_line", counted)
    async with on_pair(pair, size=(160, 48)) as (screen, pilot):
        await at_rest(pilot)
        width = screen.rows.size.width
        drawn.clear()
        await open_form(screen)
        await at_rest(pilot)
        assert screen.rows.size.width < width
        assert max(drawn.values()) == 1


async def test_a_list_that_becomes_narrower_is_cut_at_its_new_width(pair: Project) -> None:
    async with on_pair(pair, size=(160, 48)) as (screen, pilot):
        await at_rest(pilot)
        await open_form(screen)
        await at_rest(pilot)
        row = screen.rows.render_line(0).text
        assert row.rstrip().endswith("…")
        assert len(row) <= screen.rows.size.width


async def test_letters_in_a_field_lay_nothing_out(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("A")
        await at_rest(pilot)
        layouts = layouts_of(screen.app.screen)
        await pilot.press("end", *"-two")
        await at_rest(pilot)
        assert screen.app.screen.query_one(SafeInput).value == "vera-two"
        assert layouts == []


async def test_a_form_opened_again_with_the_same_in_it_is_laid_out_for_its_place_only(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await open_form(screen)
        await pilot.press("escape")
        await at_rest(pilot)
        layouts = layouts_of(screen)
        await pilot.press("a")
        await at_rest(pilot)
        assert screen.form is not None
        assert len(layouts) <= 2  # its own, and one that Textual's scroll bars ask for

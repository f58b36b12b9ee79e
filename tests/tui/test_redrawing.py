"""What is drawn again when something changes: counted, since drawing is most of what a key costs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from textual._compositor import Compositor
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from reviewer.tui.inputs import SafeInput
from reviewer.tui.lists import RowList
from reviewer.tui.screens import BaseScreen
from tests.tui.annotated import open_form, shown
from tests.tui.projects import on_pair, until

if TYPE_CHECKING:
    from textual.geometry import Region, Size
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


async def test_the_form_has_its_size_before_it_is_opened(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    sized: list[Widget] = []
    resized = Widget._size_updated

    def noted(self: Widget, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        if self.outer_size != size and screen._form in self.ancestors_with_self:
            sized.append(self)
        return resized(self, size, virtual_size, container_size, layout)

    for shape in ((160, 48), (80, 24), (60, 20)):
        async with on_pair(pair, size=shape) as (screen, pilot):
            await until(pilot, lambda: screen._form is not None, "getting it ready")
            await at_rest(pilot)
            monkeypatch.setattr(Widget, "_size_updated", noted)
            await open_form(screen)
            await at_rest(pilot)
            monkeypatch.setattr(Widget, "_size_updated", resized)
            assert screen.form is not None
            named = {"Label", "Choice"}  # the sides bear the outlets' names from now on
            assert {type(widget).__name__ for widget in sized} <= named


async def test_what_stands_in_the_form_is_drawn_before_it_is_opened(
    pair: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: set[Widget] = set()
    render = Widget._render_content

    def noted(self: Widget) -> None:
        if screen._form in self.ancestors_with_self:
            drawn.add(self)
        render(self)

    async with on_pair(pair, size=(160, 48)) as (screen, pilot):
        await until(pilot, lambda: screen._form is not None, "getting it ready")
        await at_rest(pilot)
        assert not shown(screen, "#form")
        monkeypatch.setattr(Widget, "_render_content", noted)
        await pilot.press("a")
        await at_rest(pilot)
        assert screen.form is not None
        assert drawn == {screen.form}  # its frame


async def test_another_focus_leaves_the_looks_of_marks_and_rows_alone(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await at_rest(pilot)
        panes = [screen.pane("left"), screen.pane("right")]
        rows = [pane.render_line(5) for pane in panes]
        await pilot.press("tab")
        assert all(one is other for one, other in zip([pane.render_line(5) for pane in panes], rows, strict=True))
        before = [dict(pane._component_styles) for pane in panes]
        screen.reviewer.stylesheet.update_nodes(panes)
        assert [dict(pane._component_styles) for pane in panes] == before


async def test_opening_the_form_draws_the_screen_once(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    display = Compositor.render_update

    def counted(self: Compositor, **how: Any) -> object:
        drawn.append(sum(region.area for region in self._dirty_regions))
        return display(self, **how)

    async with on_pair(pair, size=(160, 48)) as (screen, pilot):
        await open_form(screen)
        await pilot.press("escape")
        await at_rest(pilot)
        monkeypatch.setattr(Compositor, "render_update", counted)
        await pilot.press("a")
        await at_rest(pilot)
        assert screen.form is not None
        assert len([area for area in drawn if area > screen.size.area / 2]) == 1
        assert len(drawn) <= 4  # what was said goes, then all, then a scroll bar that has come and the caret


async def test_a_form_that_is_closed_is_passed_by(pair: Project) -> None:
    async with on_pair(pair, size=(80, 24)) as (screen, pilot):
        form = await open_form(screen)
        await pilot.press("escape")
        await until(pilot, lambda: screen.form is None, "the end of the form")
        for _ in range(5):
            await pilot.press("tab")
            assert screen.focused is not None
            assert form not in screen.focused.ancestors
        await pilot.press("a")
        await until(pilot, lambda: screen.form is not None, "the form")
        screen.pane("left").focus()
        await pilot.press("shift+tab")
        assert screen.focused is not None
        assert form in screen.focused.ancestors


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
        assert len(layouts) == 1


async def test_nothing_is_drawn_while_nothing_happens(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Input.cursor_blink, "_default", True)
    monkeypatch.setattr(TextArea.cursor_blink, "_default", True)
    drawn = []
    display = Compositor.render_update

    def counted(self: Compositor, **how: Any) -> object:
        drawn.append(self)
        return display(self, **how)

    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        for field in (form.query_one(SafeInput), form.query_one(TextArea)):
            field.focus()
            await at_rest(pilot)
            monkeypatch.setattr(Compositor, "render_update", counted)
            await pilot.pause(1.2)
            monkeypatch.setattr(Compositor, "render_update", display)
        assert drawn == []

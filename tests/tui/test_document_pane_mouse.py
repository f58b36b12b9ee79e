"""Every gesture of the mouse on the pane."""

from __future__ import annotations

import random

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from reviewer.text import Span
from reviewer.text.graphemes import cluster_at
from reviewer.tui.document_drawing import GUTTER
from reviewer.tui.document_layout import Position
from reviewer.tui.document_marks import Mark
from reviewer.tui.document_pane import DocumentPane
from tests.tui.panes import TEXT, TITLE, PaneApp, article, running
from tests.tui.projects import until

HARD = "Wide 中文字列 and flags 🇫🇷 and a family 👨\u200d👩\u200d👧 and e\u0301 stacks, tabs\there, سلام, \x1b[31m and [sic] all over. "


def at(app: PaneApp, position: Position) -> tuple[int, int]:
    """Where a position is drawn, relative to the pane's corner."""
    document = app.pane._document
    assert document is not None
    section = document.section(position.place)
    row, cell = section.layout.cell_of(position.offset)
    return 1 + GUTTER + cell, 1 + section.first_row + row - app.pane.scroll_offset.y


async def click(app: PaneApp, pilot: Pilot[None], offset: int, **how: object) -> None:
    await pilot.click(app.pane, offset=at(app, Position("text", offset)), **how)  # type: ignore[arg-type]


async def drag(app: PaneApp, pilot: Pilot[None], start: int, end: int) -> None:
    await pilot.mouse_down(app.pane, offset=at(app, Position("text", start)))
    await pilot.hover(app.pane, offset=at(app, Position("text", end)))
    await pilot.mouse_up(app.pane, offset=at(app, Position("text", end)))


async def test_a_click_puts_the_caret_on_the_exact_code_point() -> None:
    text = HARD * 4
    marks = [Mark(9, 40, number=1), Mark(30, 120, number=2), Mark(130, 140, "only")]
    async with running(article(text), marks, size=(47, 24)) as (app, pilot):
        for offset in random.Random(4).sample(range(len(text)), 25):
            begins = cluster_at(text, offset)[0]
            await click(app, pilot, begins)
            assert app.pane.caret == Position("text", begins)
            assert app.pane.selection is None


async def test_the_right_half_of_a_wide_character_is_that_character() -> None:
    async with running(article("中文字", None)) as (app, pilot):
        await pilot.click(app.pane, offset=(1 + GUTTER + 3, 1))
        assert app.pane.caret.offset == 1


async def test_a_click_in_the_title_is_a_place_in_the_title() -> None:
    async with running() as (app, pilot):
        await pilot.click(app.pane, offset=at(app, Position("title", 5)))
        assert app.pane.caret == Position("title", 5)
        await pilot.double_click(app.pane, offset=at(app, Position("title", 7)))
        assert app.pane.selected_text == TITLE.split()[1]


async def test_a_click_right_of_a_row_or_below_the_text_is_its_end() -> None:
    async with running(article("one\ntwo", None)) as (app, pilot):
        await pilot.click(app.pane, offset=(30, 1))
        assert app.pane.caret.offset == 3
        await pilot.click(app.pane, offset=(30, 12))
        assert app.pane.caret.offset == 7


async def test_a_drag_selects_from_where_it_began_to_where_it_ended() -> None:
    async with running() as (app, pilot):
        start, end = TEXT.index("port"), TEXT.index("eleven")
        await drag(app, pilot, start, end)
        assert app.pane.selection is not None
        assert app.pane.selection.span == Span(start, end)
        assert app.pane.caret.offset == end
        await drag(app, pilot, end, start)
        assert app.pane.selection.span == Span(start, end)
        assert app.pane.caret.offset == start
        assert app.heard(DocumentPane.SelectionChanged)


async def test_a_drag_over_hard_text_selects_whole_clusters_exactly() -> None:
    async with running(article(HARD * 2), [Mark(9, 40, number=1)]) as (app, pilot):
        start, end = HARD.index("文"), HARD.index("stacks")
        await drag(app, pilot, start, end)
        assert app.pane.selected_text == HARD[start:end]


async def test_the_keyboard_goes_on_where_the_mouse_began() -> None:
    async with running() as (app, pilot):
        await click(app, pilot, 4)
        await pilot.press("shift+right", "shift+right")
        assert app.pane.selected_text == "po"
        await pilot.press("v", "full_stop", "v")
        assert app.pane.selected_text == "port "


async def test_shift_click_extends_from_the_caret() -> None:
    async with running() as (app, pilot):
        await click(app, pilot, 4)
        await click(app, pilot, 15, shift=True)
        assert app.pane.selected_text == TEXT[4:15]
        await click(app, pilot, 8, shift=True)
        assert app.pane.selected_text == TEXT[4:8]
        await click(app, pilot, 0, shift=True)
        assert app.pane.selected_text == TEXT[0:4]


async def test_a_double_click_selects_the_word_and_a_triple_click_the_paragraph() -> None:
    async with running() as (app, pilot):
        offset = TEXT.index("closed") + 2
        await click(app, pilot, offset, times=2)
        assert app.pane.selected_text == "closed"
        await click(app, pilot, offset, times=3)
        assert app.pane.selected_text == TEXT.split("\n")[0]


async def test_a_drag_after_a_double_press_selects_word_by_word() -> None:
    async with running() as (app, pilot):
        middle, right, left = (
            at(app, Position("text", TEXT.index(word) + 2)) for word in ("closed", "Tuesday", "port")
        )
        await pilot.click(app.pane, offset=middle)
        await pilot.mouse_down(app.pane, offset=middle)
        assert app.pane.selected_text == "closed"
        await pilot.hover(app.pane, offset=right)
        assert app.pane.selected_text == "closed on Tuesday"
        await pilot.hover(app.pane, offset=left)
        assert app.pane.selected_text == "port closed"
        await pilot.mouse_up(app.pane, offset=left)
        assert app.pane.selected_text == "port closed"


async def test_two_presses_on_different_words_are_no_double_press() -> None:
    async with running() as (app, pilot):
        await click(app, pilot, TEXT.index("closed"))
        await click(app, pilot, TEXT.index("Tuesday"))
        assert app.pane.selection is None
        await click(app, pilot, TEXT.index("closed"), times=2)
        await click(app, pilot, TEXT.index("Tuesday"), times=2)
        assert app.pane.selected_text == "Tuesday"


async def test_a_drag_beyond_the_edge_scrolls_on() -> None:
    async with running() as (app, pilot):
        await pilot.mouse_down(app.pane, offset=(10, 10))
        await pilot.hover(app.pane, offset=(10, 19))
        before = app.pane.scroll_offset.y
        assert before > 0
        await until(pilot, lambda: app.pane.scroll_offset.y > before, "scrolling")
        await pilot.hover(app.pane, offset=(10, 8))
        rested = app.pane.scroll_offset.y
        await pilot.pause(0.2)
        assert app.pane.scroll_offset.y == rested
        row = 5 if rested != 5 else 6  # how far it scrolled is a matter of time: not the row where the drag began
        await pilot.hover(app.pane, offset=(10, row))
        await pilot.mouse_up(app.pane, offset=(10, row))
        chosen = app.pane.selection
        assert chosen is not None
        assert app.pane.caret.offset in (chosen.start, chosen.end)
        assert app.heard(DocumentPane.Scrolled)
        await pilot.hover(app.pane, offset=(10, 8))
        assert app.pane.selection == chosen


async def test_a_drag_from_the_title_into_the_text_stays_in_the_title() -> None:
    async with running() as (app, pilot):
        await pilot.mouse_down(app.pane, offset=at(app, Position("title", 5)))
        await pilot.hover(app.pane, offset=(20, 8))
        await pilot.mouse_up(app.pane, offset=(20, 8))
        assert app.pane.selected_text == TITLE[5:]


async def test_a_click_on_a_label_means_its_mark() -> None:
    marks = [Mark(4, 15, number=7), Mark(20, 30, "only")]
    async with running(marks=marks) as (app, pilot):
        x, y = at(app, Position("text", 4))
        await pilot.click(app.pane, offset=(x - 2, y))
        assert app.pane.caret.offset == 4
        x, y = at(app, Position("text", 15))
        await pilot.click(app.pane, offset=(x - 2, y))
        clicked = app.heard(DocumentPane.MarkClicked)
        assert [m.mark for m in clicked if isinstance(m, DocumentPane.MarkClicked)] == [marks[0], marks[0]]
        await click(app, pilot, 6)
        assert len(app.heard(DocumentPane.MarkClicked)) == 2


async def test_a_label_outside_quotation_marks_is_its_marks_too() -> None:
    start = TEXT.index("This is a local")
    mark = Mark(start, start + len("This is a local matter,"), number=3)
    async with running(marks=[mark]) as (app, pilot):
        x, y = at(app, Position("text", start - 1))
        await pilot.click(app.pane, offset=(x - 2, y))
        x, y = at(app, Position("text", mark.end + 1))
        await pilot.click(app.pane, offset=(x - 2, y))
        clicked = app.heard(DocumentPane.MarkClicked)
        assert [m.mark for m in clicked if isinstance(m, DocumentPane.MarkClicked)] == [mark, mark]


async def test_the_wheel_scrolls_without_moving_the_caret() -> None:
    async with running() as (app, pilot):
        await pilot._post_mouse_events([MouseScrollDown], app.pane)
        await pilot.pause()
        assert app.pane.scroll_offset.y > 0
        assert app.pane.caret == Position("text", 0)
        assert app.heard(DocumentPane.Scrolled)


@pytest.mark.parametrize("key", ["v", "plus"])
async def test_a_selection_begins_in_what_is_seen_though_the_caret_was_scrolled_away(key: str) -> None:
    async with running() as (app, pilot):
        pane = app.pane
        for _ in range(3):
            await pilot._post_mouse_events([MouseScrollDown], pane)
        await pilot.pause()
        top = pane.scroll_offset.y
        assert top > pane._row(pane.caret)
        await pilot.press(key, *(["right"] if key == "v" else []))
        assert pane.selection is not None
        first = pane._row(Position("text", pane.selection.start))
        assert top - 1 <= first <= top + 1


async def test_a_selection_begun_at_a_caret_in_view_begins_there() -> None:
    async with running() as (app, pilot):
        await pilot.press("right", "right")
        here = app.pane.caret.offset
        await pilot.press("v", "right", "right")
        assert app.pane.selection is not None
        assert app.pane.selection.start == here

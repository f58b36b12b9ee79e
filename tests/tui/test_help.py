"""Help fits the width it is shown in."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.containers import VerticalScroll

from reviewer.project import Project
from reviewer.tui.help import help_of, laid_out
from tests.tui.projects import on_pair, until


@pytest.mark.parametrize("width", [28, 44, 60, 86])
async def test_what_a_key_does_hangs_beside_the_key_at_every_width(pair: Project, width: int) -> None:
    async with on_pair(pair) as (screen, _):
        parts = help_of(screen)
    rows = laid_out(parts, width).plain.split("\n")
    assert all(cell_len(row) <= width for row in rows)
    first = next(at for at, row in enumerate(rows) if "+  grow the" in row)
    column = rows[first].index("grow")
    after = next(at for at in range(first + 1, len(rows)) if rows[at][:column].strip())
    told = " ".join(row[column:] for row in rows[first:after])
    assert told == "grow the selection: word, sentence, paragraph"


async def test_help_is_laid_out_anew_when_the_terminal_changes(pair: Project) -> None:
    async with on_pair(pair, size=(120, 36)) as (screen, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        dialog = screen.app.screen.query_one(VerticalScroll)
        high = dialog.virtual_size.height
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: dialog.virtual_size.height > high, "longer help")
        assert dialog.virtual_size.width <= dialog.size.width


async def test_in_a_list_help_begins_with_how_one_moves_and_names_keys_that_do_the_same_once(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.pause()
        first = help_of(screen)[0]
    assert list(first.keys)[:2] == ["previous row", "next row"]
    assert first.keys["next row"] == ["↓", "j"]
    assert list(first.keys).index("last") < list(first.keys).index("choose the row")


async def test_help_has_no_key_that_does_nothing_and_no_move_twice(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        said = [does for part in help_of(screen) for does in part.keys]
    assert not [does for does in said if does.startswith("select: ") or does == "copy selected text"]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("place", ["pane-left", "rows"])
async def test_help_has_the_keys_that_no_footer_has_room_for(pair: Project, place: str) -> None:
    async with on_pair(pair, size=(160, 48)) as (screen, pilot):
        screen.query_one(f"#{place}").focus()
        await pilot.pause()
        keys = {key for part in help_of(screen) for keys in part.keys.values() for key in keys}
    assert set("mtbD5xUlMPN12345oie:TA?") <= keys

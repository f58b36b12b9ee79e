"""The wording list: computed when looked at, highlighted when chosen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.content import Content

from reviewer.project import Project
from reviewer.tui.bars import Legend
from reviewer.tui.lists import RowDetail, RowList
from reviewer.tui.pair_lists import MATCHES, WORDING
from reviewer.tui.rows import Row
from reviewer.tui.wording_rows import _in_words
from tests.tui.projects import on_pair, one_pair, until, write_article

LEFT = "The walkout began early. Nobody called the walkout off, and the walkout went on. “We go on,” she said.\n"
RIGHT = "The sabotage began early. Nobody called the sabotage off, and the sabotage went on. “We go on,” she claimed.\n"


@pytest.fixture
def telling(tmp_path: Path) -> Project:
    """One paper writes of a walkout, the other of sabotage."""
    project = one_pair(tmp_path)
    write_article(tmp_path, "bridge-closed", "gazette", "Norrholm Gazette", "One", LEFT)
    write_article(tmp_path, "bridge-closed", "herald", "Herald", "Two", RIGHT)
    return project


async def test_five_shows_the_words_that_set_the_sides_apart(telling: Project) -> None:
    async with on_pair(telling) as (screen, pilot):
        await pilot.press("5")
        assert screen.tab == WORDING
        await until(pilot, lambda: bool(screen.rows.rows), "the wording")
        counts = {row.id: row.prompt.plain for row in screen.rows.rows}
        assert "◀ walkout" in counts["word walkout"]
        assert "▶ sabotage" in counts["word sabotage"]
        assert "3 : 0" in counts["word walkout"]


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_a_line_over_the_list_says_what_its_signs_mean(telling: Project, size: tuple[int, int]) -> None:
    async with on_pair(telling, size=size) as (screen, pilot):
        legend = screen.query_one(Legend)
        assert not legend.display
        screen.action_list(WORDING)
        await until(pilot, lambda: bool(screen.rows.rows), "the wording")
        await pilot.pause()
        shown = legend.render_line(0).text
        for sign in ("◀ ▶", " : ", "z "):
            assert sign in shown
        screen.action_list(MATCHES)
        assert not legend.display


async def test_the_measure_of_a_word_has_room_beside_the_form(tmp_path: Path) -> None:
    project = one_pair(tmp_path)
    words = [f"{first}{second}ing" for first in ("wend", "bort", "lamp", "quay", "moor") for second in ("a", "e", "i")]
    for article, half in (("gazette", words[:8]), ("herald", words[8:])):
        write_article(tmp_path, "bridge-closed", article, article, "One", f"{' and '.join(half * 4)}.\n")
    async with on_pair(project, size=(120, 36)) as (screen, pilot):
        screen.action_list(WORDING)
        await until(pilot, lambda: bool(screen.rows.rows), "the wording")
        await pilot.press("a")
        await until(pilot, lambda: screen.form is not None, "the form")
        await pilot.pause()
        assert screen.rows.show_vertical_scrollbar
        shown = [screen.rows.render_line(y).text for y in range(screen.rows.size.height)]
        assert all(re.search(r"ing .* : .* z \d\.\d", line) for line in shown)


async def test_choosing_a_word_highlights_it_in_both_texts_until_another_list_is_shown(telling: Project) -> None:
    async with on_pair(telling) as (screen, pilot):
        screen.action_list(WORDING)
        await until(pilot, lambda: bool(screen.rows.rows), "the wording")
        screen.rows.reach("word walkout")
        await pilot.pause()
        marked = [LEFT[m.start : m.end] for m in screen.pane("left").marks if m.kind == "word"]
        assert marked == ["walkout"] * 3
        assert "Norrholm Gazette: " in screen.query_one(RowDetail).content.plain
        screen.action_list(MATCHES)
        await pilot.pause()
        assert not [mark for mark in screen.pane("left").marks if mark.kind == "word"]


async def test_names_and_speech_verbs_are_listed_for_both_sides(tmp_path: Path) -> None:
    project = one_pair(tmp_path)
    left = "“We go on,” said Minister Ada Holm. “We go on,” Minister Ada Holm said. Minister Ada Holm left.\n"
    right = "“We go on,” claimed the lawyer Ada Holm. The lawyer Ada Holm claimed more. The lawyer Ada Holm left.\n"
    write_article(tmp_path, "bridge-closed", "gazette", "Gazette", "One", left)
    write_article(tmp_path, "bridge-closed", "herald", "Herald", "Two", right)
    async with on_pair(project) as (screen, pilot):
        screen.action_list(WORDING)
        await until(pilot, lambda: bool(screen.rows.rows), "the wording")
        verbs = next(row.prompt.plain for row in screen.rows.rows if row.id.startswith("verbs "))
        assert "said" in verbs
        assert "claimed" in verbs
        screen.rows.reach(next(row.id for row in screen.rows.rows if row.id.startswith("verbs ")))
        await pilot.pause()
        assert screen.query_one(Legend).texts[0].startswith("speaks: ")


async def test_swapping_turns_the_arrows_round(telling: Project) -> None:
    async with on_pair(telling) as (screen, pilot):
        screen.action_list(WORDING)
        await until(pilot, lambda: bool(screen.rows.rows), "the wording")
        before = [row.prompt.plain[0] for row in screen.rows.rows if row.id.startswith("word ")]
        await pilot.press("x")
        after = [row.prompt.plain[0] for row in screen.rows.rows if row.id.startswith("word ")]
        assert after == [{"◀": "▶", "▶": "◀"}[arrow] for arrow in before]


async def test_a_late_word_of_the_list_of_matches_does_no_harm(telling: Project) -> None:
    async with on_pair(telling) as (screen, pilot):
        screen.action_list(WORDING)
        screen.rows.post_message(RowList.Reached(screen.rows, Row("match-1", Content("1 identical")), False))
        await until(pilot, lambda: bool(screen.rows.rows), "the wording")
        await pilot.pause()
        assert screen.tab == WORDING


def test_what_a_z_score_says_stands_below_the_list() -> None:
    said = {z: _in_words(z) for z in (0.4, 1.95, -2.0, 2.6, -9.0)}
    assert said[0.4] == "z 0.4, how surely the word sets that side apart: may well be chance"
    assert said[1.95].endswith("may well be chance")
    assert said[-2.0] == "z 2.0, how surely the word sets that side apart: probably not chance"
    assert said[2.6].endswith("hardly chance")
    assert said[-9.0].startswith("z 9.0")


async def test_the_detail_of_a_word_explains_its_z(telling: Project) -> None:
    async with on_pair(telling) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("5")
        await until(pilot, lambda: bool(screen.rows.rows) and screen.rows.rows[0].id.startswith("word "), "the words")
        await pilot.press("home")
        await until(pilot, lambda: "how surely the word" in screen.query_one(RowDetail).content.plain, "the detail")

"""Verdicts on matches and links between selections; each looked up in the file."""

from __future__ import annotations

import pytest
from textual.events import Key

from reviewer.framing import SideName
from reviewer.project import Project
from reviewer.text import Span
from reviewer.tui.bars import TabLine
from reviewer.tui.desk import SIDES
from reviewer.tui.lists import RowDetail
from reviewer.tui.pair_lists import DIFFERENCES, MATCHES, ONLY_LEFT
from tests.tui.projects import GAZETTE, HERALD, KEY, in_file, on_pair, said, select, until, write_article


@pytest.mark.parametrize(("key", "word"), [("c", "confirmed"), ("r", "rejected")])
async def test_a_verdict_is_in_the_file_at_once_and_the_same_key_takes_it_back(
    pair: Project, key: str, word: str
) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press(key)
        assert [verdict.verdict for verdict in in_file(pair).verdicts] == [word]
        assert said(screen).endswith("u undoes")
        assert ("✓" if key == "c" else "✗") in screen.rows.rows[0].prompt.plain
        await pilot.press(key)
        assert in_file(pair).verdicts == ()


async def test_verdicts_typed_faster_than_the_screen_follows_are_on_the_rows_stepped_to(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        for key in "ncnr":  # all of them are there before the first is answered
            pilot.app.post_message(Key(key, key))
        await until(pilot, lambda: len(screen.desk.annotations.verdicts) == 2, "both verdicts")  # type: ignore[union-attr]
        first, second = in_file(pair).verdicts
        assert [first.verdict, second.verdict] == ["confirmed", "rejected"]
        assert [screen.desk.matches[k].verdict.id for k in (0, 1)] == [first.id, second.id]  # type: ignore[union-attr]


@pytest.mark.parametrize("focus", [[], ["1"]])
async def test_n_goes_on_behind_the_first_row_once_it_is_judged(pair: Project, focus: list[str]) -> None:
    async with on_pair(pair) as (_, pilot):
        await pilot.press(*focus, "r", "n", "r")
        assert [verdict.verdict for verdict in in_file(pair).verdicts] == ["rejected", "rejected"]


async def test_over_the_list_stands_how_many_matches_count_and_how_many_are_rejected(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        tabs = screen.query_one(TabLine)
        assert "1 Matches 2 │" in str(tabs.render())
        await pilot.press("1", "r")
        assert "1 Matches 1 +1 ✗ │" in str(tabs.render())
        assert len(screen.rows.rows) == 2
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert str(tabs.render()).startswith(" 1 Match 1 │ 2 Diff 0 │")


async def test_b_shows_what_another_analyst_says_of_the_matches(pair: Project) -> None:
    async with on_pair(pair, analyst="otto") as (_, pilot):
        await pilot.press("1", "r")
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("1", "c")
        assert "otto" not in screen.rows.rows[0].prompt.plain
        await pilot.press("b")
        assert "1 record of otto shown" in said(screen)
        assert "≡ otto ✗" in screen.rows.rows[0].prompt.plain
        assert "otto" not in screen.rows.rows[1].prompt.plain
        screen.queries[MATCHES] = "analyst:otto"
        screen.show_list()
        assert len(screen.rows.rows) == 1
        assert in_file(pair).verdicts[0].verdict == "confirmed"


async def test_a_verdict_can_be_changed(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("c", "r")
        (verdict,) = in_file(pair).verdicts
        assert verdict.verdict == "rejected"
        assert not any(mark.number == 1 for mark in screen.pane("left").marks)


async def test_in_a_text_the_match_at_the_caret_is_meant(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.pane("left").go_to("text", GAZETTE.index("nobody should cross"))
        screen.action_list(DIFFERENCES)
        await pilot.press("c")
        (verdict,) = in_file(pair).verdicts
        assert GAZETTE[verdict.left[0].start :].startswith("The bridge is not safe")
        assert "negation" in verdict.flags


async def test_without_a_match_nothing_is_written(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(DIFFERENCES)
        await pilot.press("c")
        assert "no match here" in said(screen)
        assert not pair.pair_file(KEY.event, KEY.left, KEY.right, "vera").exists()


async def test_two_selections_are_linked_as_a_match_the_machine_missed(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        before = len(screen.desk.matches)  # type: ignore[union-attr]
        await pilot.press("l")
        assert "select words in both texts" in said(screen)
        select(screen, "left", "every twenty minutes")
        select(screen, "right", "Commuters queued for the ferry")
        await pilot.press("l")
        (verdict,) = in_file(pair).verdicts
        assert verdict.verdict == "added"
        assert verdict.left[0].exact == "every twenty minutes"
        assert verdict.right[0].exact == "Commuters queued for the ferry"
        assert len(screen.desk.matches) == before + 1  # type: ignore[union-attr]
        assert screen.pane("left").selection is None
        row = screen.rows.rows[-1]
        assert "✚" in row.prompt.plain
        screen.rows.reach(row.id)
        await pilot.pause()
        assert "twenty" in screen.query_one(RowDetail).content.plain


async def test_a_selection_without_a_word_is_no_match(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        select(screen, "left", "\n\n“The")
        screen.pane("left").go_to("text", GAZETTE.index("\n\n"))
        await pilot.press("v", "right", "v")
        select(screen, "right", "Commuters")
        await pilot.press("l")
        assert "there must be a word" in said(screen)


async def test_a_link_within_a_match_is_remarked_and_the_new_row_is_gone_to(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        select(screen, "left", "nobody should cross it")
        select(screen, "right", "nobody should cross it")
        await pilot.press("l")
        assert "match 1 has these words already" in said(screen)
        select(screen, "left", "every twenty minutes")
        select(screen, "right", "Commuters queued for the ferry")
        screen.action_list(DIFFERENCES)
        await pilot.press("l")
        new = screen.desk.matches[-1]  # type: ignore[union-attr]
        assert (new.state, new.own) == ("added", True)
        assert screen.tab == MATCHES
        assert screen.rows.row is not None
        assert screen.rows.row.id == screen.row_id(new.number)


async def test_the_quotations_of_a_rejected_match_count_as_those_of_one_side(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        before = [len(screen.desk.only(side)) for side in SIDES]  # type: ignore[union-attr]
        screen.rows.focus()
        await pilot.press("r")
        assert [len(screen.desk.only(side)) for side in SIDES] == [count + 1 for count in before]  # type: ignore[union-attr]
        await pilot.press("3")
        listed = [row.prompt.plain for row in screen.rows.rows]
        assert any("nobody should cross" in text for text in listed)
        marks = [m for m in screen.pane("left").marks if "nobody should cross" in GAZETTE[m.start : m.end]]
        assert [mark.kind for mark in marks] == ["only"]
        await pilot.press("1", "r")
        assert [len(screen.desk.only(side)) for side in SIDES] == before  # type: ignore[union-attr]


async def test_a_quotation_that_the_analyst_linked_is_of_one_side_no_more(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        before = len(screen.desk.only("right"))  # type: ignore[union-attr]
        select(screen, "left", "That is too late for anyone.")
        select(screen, "right", "Somebody will have to pay for this")
        await pilot.press("l")
        assert len(screen.desk.only("right")) == before - 1  # type: ignore[union-attr]


@pytest.mark.parametrize("sides", [(), ("left",), ("right",)])
async def test_a_link_wants_words_of_both_texts(pair: Project, sides: tuple[str, ...]) -> None:
    words = {"left": "four million crowns", "right": "Commuters queued"}
    async with on_pair(pair) as (screen, _):
        for side in sides:
            select(screen, side, words[side])
        await screen.run_action("link")
        assert said(screen).startswith("select words in both texts")
        assert not (pair.annotations / KEY.event).exists()


@pytest.mark.parametrize("title", ["left", "right"])
async def test_words_of_a_title_are_linked_with_nothing(pair: Project, title: SideName) -> None:
    async with on_pair(pair) as (screen, _):
        select(screen, "left", "four million crowns")
        select(screen, "right", "Commuters queued")
        screen.pane(title).go_to("title", Span(0, 6), select=True)
        await screen.run_action("link")
        assert said(screen).startswith("select words in both texts")
        assert not (pair.annotations / KEY.event).exists()


async def test_a_caret_in_the_title_is_in_no_match_of_the_text(pair: Project) -> None:
    title = "Bridge closed after an inspection that nobody had announced, the town says, and nobody had asked for"
    write_article(pair.root, KEY.event, KEY.left, "Norrholm Gazette", title, GAZETTE)
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(ONLY_LEFT)
        pane = screen.pane("left")
        pane.focus()
        pane.go_to("title", GAZETTE.index("bridge is not safe"))
        await pilot.press("c")
        assert said(screen).startswith("no match here")
        pane.go_to("text", GAZETTE.index("bridge is not safe"))
        await pilot.press("c")
        assert said(screen).startswith("match 1 confirmed")


async def test_b_lists_the_matches_that_another_analyst_added_and_marks_their_words(pair: Project) -> None:
    async with on_pair(pair, analyst="otto") as (screen, pilot):
        select(screen, "left", "every twenty minutes")
        select(screen, "right", "Commuters queued for the ferry")
        await pilot.press("l")
    (theirs,) = in_file(pair, analyst="otto").verdicts
    async with on_pair(pair) as (screen, pilot):
        before = len(screen.rows.rows)
        await pilot.press("1", "b")
        assert len(screen.rows.rows) == before + 1
        assert "≡ otto ✚" in screen.rows.rows[-1].prompt.plain
        assert "every twenty minutes" in screen.rows.rows[-1].prompt.plain
        words = [m.start for m in screen.pane("right").marks if m.kind == "other"]
        assert words == [HERALD.index("Commuters queued")]
        screen.rows.reach(f"otto/{theirs.id}")
        await pilot.pause()
        assert screen.pane("left").caret.offset == GAZETTE.index("every twenty minutes")
        await pilot.press("c")
        assert "only otto changes" in said(screen)
        assert not pair.pair_file(KEY.event, KEY.left, KEY.right, "vera").exists()
        select(screen, "left", "every twenty minutes")
        select(screen, "right", "Commuters queued for the ferry")
        await pilot.press("l")
        assert len(screen.rows.rows) == before + 1  # one row for the same words, with both words on it
        assert "≡ otto ✚" in screen.rows.rows[-1].prompt.plain

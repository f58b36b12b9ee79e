"""The list of differences: edited, withdrawn, filtered, shown beside another analyst's, moved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import TextArea

from reviewer.framing import Workspace
from reviewer.framing.values import DifferenceSide, Rejected, Searched
from reviewer.project import Project
from reviewer.tui.bars import KeyLine
from reviewer.tui.dialogs import TextDialog
from reviewer.tui.fields import Choice, CodePicker
from reviewer.tui.form import DifferenceForm
from reviewer.tui.pair_lists import DIFFERENCES, WRITING
from tests.tui.annotated import a_difference, kept, open_form
from tests.tui.projects import GAZETTE, HERALD, KEY, focus, in_file, on_pair, said, until


async def test_enter_edits_a_difference_without_losing_what_it_had(pair: Project) -> None:
    kept(pair, a_difference(note="first"))
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(DIFFERENCES)
        screen.rows.focus()
        await pilot.press("enter")
        await until(pilot, lambda: screen.form is not None)
        form = screen.query_one(DifferenceForm)
        assert form.query_one("#type", CodePicker).chosen == ("difference.omission",)
        form.query_one(TextArea).focus()
        await pilot.press("end", "!", "ctrl+s")
        await until(pilot, lambda: screen.form is None)
        (record,) = in_file(pair).differences
        assert record.note.strip() == "first!"
        assert record.id == "fd-aaaaaaaaaa"
        assert record.left == a_difference().left


async def test_d_withdraws_and_keeps_the_record(pair: Project) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("d")
        assert "choose a difference of yours" in said(screen)
        await pilot.press("2", "d")
        (record,) = in_file(pair).differences
        assert record.status == "withdrawn"
        assert not [mark for mark in screen.pane("left").marks if mark.kind == "difference"]


async def test_annotated_words_have_a_mark_and_enter_goes_to_the_other_side(pair: Project) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        assert [GAZETTE[m.start : m.end] for m in screen.pane("left").marks if m.kind == "difference"] == [
            "four million crowns"
        ]
        screen.action_list(DIFFERENCES)
        screen.pane("left").go_to("text", GAZETTE.index("million"))
        await pilot.press("enter")
        assert focus(screen) is screen.pane("right")
        assert HERALD[screen.pane("right").caret.offset :].startswith("Commuters")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status:open", {"fd-aaaaaaaaaa"}),
        ("status:agreed", {"fd-bbbbbbbbbb"}),
        ("code:entman", {"fd-aaaaaaaaaa", "fd-bbbbbbbbbb"}),
        ("code:conflict", set()),
        ("side:left", {"fd-aaaaaaaaaa", "fd-bbbbbbbbbb"}),
        ("side:absent", set()),
        ("too late", {"fd-bbbbbbbbbb"}),
        ("-status:agreed million", {"fd-aaaaaaaaaa"}),
    ],
)
async def test_differences_are_filtered_by_words_and_fields(pair: Project, query: str, found: set[str]) -> None:
    kept(pair, a_difference(), a_difference("fd-bbbbbbbbbb", "too late", status="agreed"))
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(DIFFERENCES)
        screen.queries[DIFFERENCES] = query
        screen.show_list()
        await pilot.pause()
        assert {row.id for row in screen.rows.rows} == found


async def test_another_analysts_records_are_shown_beside_ones_own_read_only(pair: Project) -> None:
    kept(pair, a_difference("fd-cccccccccc"), analyst="otto")
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(DIFFERENCES)
        assert not screen.rows.rows
        await pilot.press("b")
        assert [row.id for row in screen.rows.rows] == ["otto/fd-cccccccccc"]
        assert [mark for mark in screen.pane("left").marks if mark.kind == "other"]
        screen.rows.focus()
        await pilot.press("d", "enter")
        assert in_file(pair, analyst="otto").differences[0].status == "open"
        assert screen.form is None
        await pilot.press("b")
        assert not screen.rows.rows


async def test_alone_there_is_nobody_to_show_beside(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("b")
        assert "no other analyst" in said(screen)


async def test_moved_anchors_are_proposed_and_accepted_and_orphans_listed(pair: Project) -> None:
    kept(pair, a_difference(), a_difference("fd-bbbbbbbbbb", "too late"))
    path = pair.article_file(KEY.event, KEY.left)
    path.write_text(path.read_text().replace("The old bridge", "The very old bridge").replace("too late", "late"))
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(DIFFERENCES)
        await pilot.pause()
        moved, orphan = list(screen.rows.rows)
        assert "moved?" in moved.prompt.plain
        assert "orphan" in orphan.prompt.plain
        text = screen.desk.articles.left.text  # type: ignore[union-attr]
        assert [text[m.start : m.end] for m in screen.pane("left").marks if m.kind == "difference"] == [
            "four million crowns"
        ]
        screen.rows.reach(moved.id)
        await pilot.press("M")
        record = in_file(pair).differences[0]
        assert text[record.left.anchors[0].start : record.left.anchors[0].end] == "four million crowns"
        assert "moved?" not in screen.rows.rows[0].prompt.plain


async def test_space_on_a_difference_shows_all_that_a_colleague_needs_to_check_it(pair: Project) -> None:
    best = Rejected(41, "Somebody will have to pay for this", 0, 34)
    absent = DifferenceSide("absent", searched=Searched(("four million", "repair"), best))
    long = GAZETTE[GAZETTE.index("“The bridge") : GAZETTE.index(" Ferries")]
    record = replace(a_difference(words=long), codes=("entman.cause",), right=absent, note="One line.\nAnother.")
    kept(pair, record)
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("2", "space")
        dialog = screen.app.screen
        assert isinstance(dialog, TextDialog)
        text = dialog.text.plain
        assert "entman.cause" in text
        assert "searched for “repair”" in text
        assert "rejected “Somebody will have to pay for this” (41 of 100)" in text
        assert "the repair." in text
        assert "…" not in text
        assert text.endswith("One line.\nAnother.")
        assert "vera · fd-aaaaaaaaaa" in text


async def test_the_footer_offers_on_another_analysts_record_only_what_can_be_done_with_it(pair: Project) -> None:
    kept(pair, a_difference())
    kept(pair, a_difference("fd-cccccccccc", "too late"), analyst="otto")
    async with on_pair(pair) as (screen, pilot):
        footer = screen.query_one(KeyLine)
        await pilot.press("2", "b")
        await pilot.pause()
        assert {"edit", "withdraw"} <= {hint.does for hint in footer.hints}
        await pilot.press("down")
        await pilot.pause()
        assert screen.rows.row is not None
        assert screen.rows.row.id == "otto/fd-cccccccccc"
        assert {"edit", "withdraw"}.isdisjoint(hint.does for hint in footer.hints)
        assert "to the text" in [hint.does for hint in footer.hints]
        await pilot.press("d")
        assert said(screen).startswith("this is a record of otto’s, which only otto changes")
        await pilot.press("enter")
        assert said(screen).startswith("this is a record of otto’s, which only otto changes")
        assert screen.focused is screen.pane("left")


async def test_where_nothing_can_be_written_the_footer_offers_to_write_nothing(pair: Project) -> None:
    kept(pair, a_difference())
    first = Workspace(pair, "vera")
    try:
        async with on_pair(pair) as (screen, pilot):
            for key in ("1", "2", "3", "tab"):
                await pilot.press(key)
                await pilot.pause()
                offered = {name for hint in screen.query_one(KeyLine).hints for name in hint.ids}
                assert offered
                assert offered.isdisjoint(WRITING), key
            await pilot.press("2", "d")
            assert said(screen).startswith("read-only: another instance")
            await pilot.press("enter")
            assert said(screen).startswith("read-only: another instance")
            assert screen.form is None
    finally:
        first.close()


async def test_a_difference_that_does_not_fit_the_filter_is_shown_when_it_is_saved(pair: Project) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("2", "slash", *"omission", "enter")
        form = await open_form(screen, "too late")
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a", "ctrl+s")
        await until(pilot, lambda: screen.form is None, "saving")
        assert screen.rows.row is not None
        assert screen.rows.row.id == in_file(pair).differences[-1].id
        assert len(screen.rows.rows) == 2
        assert "difference saved" in said(screen)
        assert "the filter is gone" in said(screen)
        await pilot.press("2", "slash", *"late", "enter")
        form = await open_form(screen, "too late")
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a", "ctrl+s")
        await until(pilot, lambda: screen.form is None, "saving")
        assert len(screen.rows.rows) == 2  # it fits this one
        assert "filter" not in said(screen)

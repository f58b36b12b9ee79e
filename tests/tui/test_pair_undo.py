"""Undo and redo, and what is said when."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.board import BoardScreen
from reviewer.tui.dialogs import ChoiceDialog
from reviewer.tui.note_dialog import NoteDialog
from reviewer.tui.pair import PairScreen
from reviewer.tui.text_field import TextField
from tests.tui.projects import KEY, focus, in_file, on_pair, ready, running, said, until


async def test_undo_and_redo_go_through_every_change(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("c", "D")
        await pilot.press("u")
        assert not in_file(pair).done
        assert said(screen).startswith("undone: mark the pair done")
        await pilot.press("u")
        assert in_file(pair).verdicts == ()
        await pilot.press("u")
        assert said(screen) == "nothing to undo"
        await pilot.press("U", "U")
        assert in_file(pair).done
        assert len(in_file(pair).verdicts) == 1
        await pilot.press("U")
        assert said(screen) == "nothing to redo"


async def test_undo_reaches_another_pair_and_says_where(events: Project) -> None:
    async with on_pair(events) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("c", "N")
        await until(pilot, lambda: ready(screen))
        await pilot.press("u")
        assert "in The bridge is closed: Norrholm Gazette ⇄ The Herald" in said(screen)
        assert in_file(events).verdicts == ()


async def test_the_pair_can_be_marked_done_and_given_a_note(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("D", "t")
        assert isinstance(screen.app.screen, NoteDialog)
        await pilot.press(*"read", "ctrl+s")
        await pilot.pause()
        assert in_file(pair).done
        assert in_file(pair).note.strip() == "read"
        await pilot.press("D")
        assert not in_file(pair).done


async def test_a_note_that_is_left_half_written_is_kept_and_opened_again(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("t", *"half", "escape")
        await until(pilot, lambda: "the draft of the note is kept" in said(screen))
        await pilot.press("t")
        assert screen.app.screen.query_one(TextField).text == "half"
        await pilot.press("tab", "tab", "enter")
        await until(pilot, lambda: said(screen) == "nothing was changed")
        assert screen.reviewer.workspace.drafts("note") == ()
        await pilot.press("t", *"whole", "ctrl+s")
        await until(pilot, lambda: in_file(pair).note.strip() == "whole")
        assert screen.reviewer.workspace.drafts("note") == ()
        await pilot.press("t", "escape")
        await until(pilot, lambda: screen.app.screen is screen)
        assert screen.reviewer.workspace.drafts("note") == ()


async def test_a_note_that_was_being_typed_is_offered_at_the_next_start(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("t", *"half")
        await until(pilot, lambda: bool(screen.reviewer.workspace.drafts("note")), "the draft")
        await pilot.press("x", "ctrl+q")
    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the question")
        assert "You were writing a note" in str(app.screen.query_one(".question", Static).render())
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, NoteDialog), "the note")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: in_file(pair).note.strip() == "halfx", "the note in its file")


async def test_a_note_that_cannot_be_kept_is_said(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        (pair.private / "notes").write_text("a file where the notes' folder should be")
        await pilot.press("t", "x")
        complaint = screen.app.screen.query_one(".complaint", Static)
        await until(pilot, lambda: "the draft is not kept" in str(complaint.render()), "the complaint")
        (pair.private / "notes").unlink()
        await pilot.press("y")
        await until(pilot, lambda: not str(complaint.render()), "the note")
        assert [draft["note"] for _, draft in screen.reviewer.workspace.drafts("note")] == ["xy"]


async def test_a_message_goes_at_the_next_key_and_an_error_stays_until_something_else_is_said(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("s")
        assert "synchronised scrolling" in said(screen)
        await pilot.press("down")
        assert said(screen) == ""
        screen.say("the disk is full", "error")
        await pilot.press("down")
        assert said(screen) == "the disk is full"
        await pilot.press("s")
        assert "synchronised scrolling" in said(screen)


async def test_undoing_says_in_words_what_is_undone(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("c", "u")
        assert said(screen) == "undone: confirm match “The bridge is not safe and nobody shoul…”"


async def test_a_number_goes_to_its_list_with_the_focus(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("3")
        assert focus(screen) is screen.rows
        await pilot.press("escape")
        assert focus(screen) is screen.pane("left")


async def correct_the_event(pilot: Pilot[int], app: ReviewerApp, event: Path) -> None:
    """Does it on the board, by its keys."""
    board = app.screen
    assert isinstance(board, BoardScreen)
    board.events.reach("bridge-closed")
    await pilot.press("f", *"A span", "ctrl+s")
    await until(pilot, lambda: b"A span" in event.read_bytes() and app.screen is board)


async def opened(pilot: Pilot[int], app: ReviewerApp) -> PairScreen:
    app.show_pair(KEY)
    await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
    assert isinstance(app.screen, PairScreen)
    return app.screen


async def test_in_a_pair_undo_first_says_what_was_done_on_the_board_since(events: Project) -> None:
    event = events.event_file("bridge-closed")
    async with running(events) as (app, pilot):
        app.workspace.set_done(KEY, True)
        await correct_the_event(pilot, app, event)
        screen = await opened(pilot, app)
        await pilot.press("u")
        assert said(screen) == (
            "“correct the event The bridge is closed” was done last, on the board: e goes there, u undoes it; "
            "u again undoes what was done on a pair before"
        )
        assert in_file(events).done
        await pilot.press("u")
        assert said(screen) == "undone: mark the pair done"
        assert not in_file(events).done
        for _ in range(2):  # there is nothing else to undo
            await pilot.press("u")
            assert said(screen).endswith("on the board: e goes there, u undoes it")
        await pilot.press("U")
        assert in_file(events).done
        await pilot.press("e", "u")
        assert b"A span" not in event.read_bytes()
        assert in_file(events).done


async def test_in_a_pair_redo_says_what_comes_first_on_the_board(events: Project) -> None:
    event = events.event_file("bridge-closed")
    async with running(events) as (app, pilot):
        await correct_the_event(pilot, app, event)
        await pilot.press("u")
        screen = await opened(pilot, app)
        for _ in range(2):
            await pilot.press("U")
            assert said(screen) == (
                "“correct the event The bridge is closed” was undone, on the board: e goes there, U redoes it"
            )
        assert b"A span" not in event.read_bytes()
        await pilot.press("e", "U")
        assert b"A span" in event.read_bytes()

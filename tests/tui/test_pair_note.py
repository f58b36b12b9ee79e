"""The note on a pair while it is being typed: nothing of it goes without a word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button, Static, TextArea

from reviewer.framing import PairAnnotations, SaveFailed, Workspace
from reviewer.project import Project
from reviewer.tui.note_dialog import NoteDialog
from reviewer.tui.text_field import TextField
from tests.tui.annotated import open_form
from tests.tui.projects import KEY, in_file, on_pair, said, until

if TYPE_CHECKING:
    from reviewer.tui.pair import PairScreen


def block(project: Project, folder: str) -> Path:
    """As on a full or read-only disk: no draft can be written into a folder of `.reviewer`, until this file is gone."""
    in_the_way = project.private / folder
    in_the_way.write_text("a file where the drafts' folder should be")
    return in_the_way


def dialog(screen: PairScreen) -> NoteDialog:
    there = screen.app.screen
    assert isinstance(there, NoteDialog)
    return there


def complaint(note: NoteDialog) -> str:
    return str(note.query_one(".complaint", Static).render())


async def test_a_note_that_cannot_be_kept_is_left_by_escape_only_knowingly(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        block(pair, "notes")
        await pilot.press("t", *"half", "escape")
        assert "once more leaves without it" in complaint(dialog(screen))
        assert "the draft is not kept" in complaint(dialog(screen))
        assert dialog(screen).query_one(TextField).text == "half"
        await pilot.press("s", "escape")
        assert "once more leaves without it" in complaint(dialog(screen)), "what is typed is another now"
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen, "the end of the note")
        assert said(screen) == ""
        assert list(screen.reviewer.parting) == [(KEY, "note")]


async def test_a_note_that_cannot_be_kept_is_left_by_quitting_only_knowingly(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        app = screen.reviewer
        block(pair, "notes")
        await pilot.press("t", *"half", "ctrl+q")
        assert "once more leaves without it" in complaint(dialog(screen))
        assert app.return_value is None
        await pilot.press("ctrl+q")
        await pilot.pause()
    (line,) = app.parting.values()
    assert line.startswith("the draft is not kept")
    assert line.endswith("(a note on The bridge is closed: Norrholm Gazette ⇄ The Herald)")


async def test_a_note_that_can_be_kept_again_is_left_at_once(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        in_the_way = block(pair, "notes")
        await pilot.press("t", *"half", "escape")
        in_the_way.unlink()
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen, "the end of the note")
        assert "the draft of the note is kept" in said(screen)
        assert [draft["note"] for _, draft in screen.reviewer.workspace.drafts("note")] == ["half"]
        assert screen.reviewer.parting == {}


async def test_of_a_draft_and_a_note_each_is_told_when_it_cannot_be_kept(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        app, form = screen.reviewer, await open_form(screen)
        form.query_one(TextArea).focus()
        block(pair, "drafts")
        notes = block(pair, "notes")
        await pilot.press(*"half", "escape", "t", *"a note", "ctrl+q")
        assert "once more leaves without it" in complaint(dialog(screen))
        assert "once more leaves without it" in said(screen)
        assert set(app.parting) == {(KEY, "difference"), (KEY, "note")}
        notes.unlink()
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen, "the end of the note")
        assert set(app.parting) == {(KEY, "difference")}, "the note is kept now, the other draft is not"
        await pilot.press("ctrl+q")
    assert set(app.parting) == {(KEY, "difference")}


async def test_what_became_of_one_draft_does_not_hide_what_became_of_the_other(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        app, form = screen.reviewer, await open_form(screen)
        form.query_one(TextArea).focus()
        block(pair, "notes")
        await pilot.press("escape", "t", *"a note", "escape", "escape")
        await until(pilot, lambda: app.screen is screen, "the end of the note")
        await pilot.press("a", *"half")
        await until(pilot, lambda: bool(app.workspace.drafts()), "the draft")
        assert set(app.parting) == {(KEY, "note")}
        screen.query_one("#discard", Button).press()
        await until(pilot, lambda: screen.form is None, "the end of the form")
        assert set(app.parting) == {(KEY, "note")}


async def test_the_last_letter_before_escape_is_in_the_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("t")
        dialog(screen).query_one(TextField).text = "half"
        dialog(screen).action_back()  # before the field could say that it is another
        await until(pilot, lambda: screen.app.screen is screen, "the end of the note")
        assert [draft["note"] for _, draft in screen.reviewer.workspace.drafts("note")] == ["half"]


async def test_a_note_saved_in_the_breath_of_its_last_letter_leaves_no_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("t")
        dialog(screen).query_one(TextField).text = "whole"
        dialog(screen).action_confirm()
        await until(pilot, lambda: screen.app.screen is screen, "the end of the note")
        await until(pilot, lambda: "note saved" in said(screen), "the note in its file")
        assert in_file(pair).note.strip() == "whole"
        await pilot.pause(0.4)
        assert screen.reviewer.workspace.drafts("note") == ()


async def test_a_complaint_stays_until_something_is_typed(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        block(pair, "notes")
        await pilot.press("t")
        dialog(screen).query_one(TextField).text = "half"
        await pilot.pause()
        dialog(screen).action_back()  # in the breath of the last letter
        await pilot.pause(0.4)  # longer than a draft waits
        assert "once more leaves without it" in complaint(dialog(screen))


async def test_one_goes_on_where_the_note_ends(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        for words in ("read", "twice"):
            await pilot.press("t", *words, "ctrl+s")
            await until(pilot, lambda: "note saved" in said(screen), "the note in its file")
            screen.say("")
        assert in_file(pair).note.strip() == "readtwice"


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_complaint_leaves_room_for_the_buttons(pair: Project, size: tuple[int, int]) -> None:
    async with on_pair(pair, size=size) as (screen, pilot):
        block(pair, "notes")
        await pilot.press("t", *"half", "escape")
        assert "once more leaves without it" in complaint(dialog(screen))
        button = dialog(screen).query_one("#confirm", Button)
        frame = dialog(screen).query_one(".dialog")
        assert frame.content_region.contains_region(button.region)


def refuse(*_: object) -> PairAnnotations:
    raise SaveFailed("the disk is full")


async def test_a_note_that_cannot_be_saved_is_a_draft_still(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workspace, "set_note", refuse)
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("t", *"whole", "ctrl+s")
        await until(pilot, lambda: screen.app.screen is screen, "the end of the note")
        await until(pilot, lambda: bool(screen.reviewer.workspace.drafts("note")), "the draft")
        assert "the disk is full" in said(screen)
        await pilot.press("t")
        assert dialog(screen).query_one(TextField).text == "whole"


async def test_a_note_that_is_neither_saved_nor_kept_stays_open(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workspace, "set_note", refuse)
    async with on_pair(pair) as (screen, pilot):
        in_the_way = block(pair, "notes")
        await pilot.press("t")
        first = dialog(screen)
        await pilot.press(*"whole", "ctrl+s")
        await until(pilot, lambda: screen.app.screen not in (first, screen), "the note again")
        assert dialog(screen).query_one(TextField).text == "whole"
        question = str(dialog(screen).query_one(".question", Static).render())
        assert question.startswith("Note on this pair: it is not saved, and the draft is not kept")
        await pilot.press("escape")
        assert "once more leaves without it" in complaint(dialog(screen))
        in_the_way.unlink()
        monkeypatch.undo()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.app.screen is screen, "the end of the note")
        assert in_file(pair).note.strip() == "whole"
        assert screen.reviewer.parting == {}

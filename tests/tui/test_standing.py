"""What reaches a screen that is being taken down does nothing, and ends nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.events import Key
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Input

from reviewer.project import Project
from reviewer.tui.bars import character_of
from reviewer.tui.board import BoardScreen
from reviewer.tui.dialogs import Answer, ChoiceDialog, FieldsDialog
from reviewer.tui.import_dialog import ImportDialog
from reviewer.tui.modal import Modal
from reviewer.tui.note_dialog import NoteDialog
from reviewer.tui.pair_opening import PairOpening
from reviewer.tui.palette import Palette, commands_of
from tests.tui.projects import KEY, on_pair, running, until

DIALOGS: dict[str, Callable[[Screen[Any]], Screen[Any]]] = {
    "fields": lambda _: FieldsDialog("Which?", {"one": "1", "two": "2"}),
    "choice": lambda _: ChoiceDialog("Which?", [Answer("a", "this"), Answer("b", "that")]),
    "import": lambda _: ImportDialog(None, (), ()),
    "note": lambda _: NoteDialog("Note", "words", stored="", keep=lambda _: ""),
    "palette": lambda screen: Palette(commands_of(screen)),
}


@pytest.mark.parametrize("name", DIALOGS)
async def test_keys_and_messages_that_come_after_the_end_of_a_dialog_do_nothing(events: Project, name: str) -> None:
    async with running(events) as (app, pilot):
        dialog = DIALOGS[name](app.screen)
        await app.push_screen(dialog)
        bindings = [*dialog.active_bindings.values()]
        said: list[Message] = [Input.Submitted(field, "") for field in dialog.query(Input)]
        said += [Input.Changed(field, "") for field in dialog.query(Input)]
        said += [Button.Pressed(button) for button in dialog.query(Button)]
        going = dialog.dismiss(None)
        await pilot.pause()
        for active in (active for active in bindings if active.node is dialog):
            await app.run_action(active.binding.action, active.node)
        await going
        for message in said:
            await dialog._dispatch_message(message)  # they came before the end
        assert isinstance(app.screen, BoardScreen)


async def test_a_screen_that_goes_hears_no_worker_and_asks_for_no_footer(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        assert screen.desk is not None
        assert screen.desk.found is not None
        found = PairOpening.Compared(KEY, screen.desk.found, ())
        await pilot.press("e")
        await until(pilot, lambda: isinstance(screen.app.screen, BoardScreen), "the board")
        await screen._dispatch_message(found)
        screen.show_hints()


@pytest.mark.parametrize("key", ["colon", "A", "n", "i"])
async def test_a_key_pressed_twice_in_a_breath_asks_once(events: Project, key: str) -> None:
    async with running(events) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        for _ in range(2):
            app.post_message(Key(key, character_of(key)))
        await until(pilot, lambda: isinstance(app.screen, Modal), "the dialog")
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board again")
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, Modal), "the dialog again")


async def test_a_dialog_under_another_ends_neither(events: Project) -> None:
    async with running(events) as (app, pilot):
        below, above = ChoiceDialog("Which?", [Answer("a", "this")]), ChoiceDialog("And?", [Answer("b", "that")])
        for dialog in (below, above):
            await app.push_screen(dialog, lambda _: None)
        below.dismiss("a")
        await pilot.pause()
        assert app.screen_stack[-2:] == [below, above]
        await pilot.press("b", "a")
        assert isinstance(app.screen, BoardScreen)

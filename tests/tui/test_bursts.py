"""Keys that a terminal hands over at once: each acts on what the one before it asked for, and not on what lies below."""

from __future__ import annotations

import pytest
from textual.events import Event, Key, Paste
from textual.widget import Widget
from textual.widgets import Input, TextArea

from reviewer.framing import Workspace
from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.bars import character_of
from reviewer.tui.board import BoardScreen
from reviewer.tui.note_dialog import NoteDialog
from reviewer.tui.pair import PairScreen
from tests.tui.annotated import a_difference, kept
from tests.tui.projects import KEY, focus, in_file, on_pair, running, said, until


def typed(app: ReviewerApp, *keys: str) -> None:
    """All of it before the program has looked at the first."""
    for key in keys:
        app.post_message(Key(key, character_of(key)))


def field(app: ReviewerApp) -> str:
    """What stands in the field that has the focus."""
    there = app.focused
    if isinstance(there, TextArea):
        return there.text
    return there.value if isinstance(there, Input) else ""


def judged(project: Project) -> list[str]:
    path = project.pair_file(KEY.event, KEY.left, KEY.right, "vera")
    return [verdict.verdict for verdict in in_file(project).verdicts] if path.exists() else []


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["a", *"rdc"], "rdc"),
        (["t", *"crux"], "crux"),
        (["A", *"rex"], "rex"),
        (["colon", *"rx"], "rx"),
        (["slash", *"crows"], "crows"),
    ],
)
async def test_letters_right_behind_a_key_that_asks_are_typed_into_what_is_asked(
    pair: Project, keys: list[str], words: str
) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("n")
        typed(screen.reviewer, *keys)
        await until(pilot, lambda: field(screen.reviewer) == words, f"{words!r} typed")
        assert judged(pair) == []
        assert screen.first == "left"


async def test_letters_do_not_wait_for_a_question_that_stands_before_it_is_known_that_one_comes(
    pair: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.tui.asking._LOOKS", 1 << 40)
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("t")
        await until(pilot, lambda: isinstance(screen.app.screen, NoteDialog), "the question")
        (asking,) = (worker for worker in screen.app.workers if worker.name == "action_note")
        screen.reviewer.begins_to_ask(asking)  # this late where tasks begin at once: from Python 3.12 on
        typed(screen.reviewer, *"crux")
        await until(pilot, lambda: field(screen.reviewer) == "crux", "the letters")


async def test_the_answers_to_two_questions_in_a_row_reach_both(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("n")
        pane = screen.focused_side
        assert pane is not None
        typed(screen.reviewer, *"fsOrm", "enter")
        await until(pilot, lambda: "Orm" in {q.speaker for q in (screen.desk.found[pane].quotes)}, "the correction")  # type: ignore[union-attr,index]
        assert judged(pair) == []
        assert focus(screen) is screen.pane(pane)


async def test_a_letter_right_behind_enter_does_not_act_on_the_record_that_is_being_opened(pair: Project) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("2")
        typed(screen.reviewer, "enter", "d")
        await until(pilot, lambda: field(screen.reviewer) == "d", "the form")
        assert [record.status for record in in_file(pair).differences] == ["open"]


async def test_letters_right_behind_a_key_of_the_board_are_typed_into_what_is_asked(events: Project) -> None:
    async with running(events) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        typed(app, *"nirtu")
        await until(pilot, lambda: field(app) == "irtu", "the title")


async def test_keys_right_behind_the_one_that_opens_a_pair_act_there(events: Project) -> None:
    async with running(events) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BoardScreen) and bool(app.screen.events.rows), "the board")
        assert isinstance(app.screen, BoardScreen)
        app.screen.events.reach(KEY.event)
        typed(app, "enter", "enter", "x")
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and app.screen.first == "right", "the swap")


@pytest.mark.parametrize("key", ["a", "t"])
async def test_letters_right_behind_a_key_that_asks_wait_for_the_records_of_a_pair_that_is_being_opened(
    events: Project, key: str
) -> None:
    async with running(events) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BoardScreen) and bool(app.screen.events.rows), "the board")
        assert isinstance(app.screen, BoardScreen)
        app.screen.events.reach(KEY.event)
        typed(app, "enter", "enter", key, *"omen")
        await until(pilot, lambda: field(app) == "omen", "the letters")


async def test_what_is_asked_at_the_start_gets_the_keys_that_come_early(pair: Project) -> None:
    workspace = Workspace(pair, "vera")
    workspace.save_draft(KEY, {"note": "half a word"}, "note")
    workspace.close()
    app = ReviewerApp(pair, "vera")
    async with app.run_test(size=(120, 36)) as pilot:
        typed(app, "o", *"ly")
        await until(pilot, lambda: field(app) == "half a wordly", "the note")


async def test_a_whole_record_can_be_typed_in_one_breath(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("n")
        typed(screen.reviewer, "a", *"omis", "enter", *"cause", "enter", "ctrl+s")
        await until(pilot, lambda: "difference saved" in said(screen), "the record")
        (record,) = in_file(pair).differences
        assert (record.type, record.codes) == ("difference.omission", ("entman.cause",))


class Pit(Widget, can_focus=True):
    """Takes keys and never gives them back, as what is being taken down does."""

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key):
            await super().on_event(event)


async def test_a_key_that_is_lost_does_not_hold_those_behind_it_for_ever(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        pit = Pit()
        await screen.mount(pit)
        screen.set_focus(pit)
        typed(screen.reviewer, *"zzz")
        await pilot.pause()
        screen.set_focus(screen.pane("left"))
        typed(screen.reviewer, "x")
        await until(pilot, lambda: screen.first == "right", "the swap")


async def test_a_key_that_comes_when_the_program_has_ended_does_nothing(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        app = screen.reviewer
    await app.on_event(Key("x", "x"))
    await app.on_event(Paste("words"))
    assert app.screen_stack == []

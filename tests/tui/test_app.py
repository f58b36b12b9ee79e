"""The program around its screens: keys, palette, help, themes, the analyst, the configuration, a clean end."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import Key
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static

from reviewer.errors import ReviewerError
from reviewer.files import parse_yaml, to_plain
from reviewer.project import Project
from reviewer.tui import config as configuration
from reviewer.tui import run
from reviewer.tui.app import ReviewerApp
from reviewer.tui.bars import KeyLine, StatusLine
from reviewer.tui.board import BoardScreen
from reviewer.tui.dialogs import FieldsDialog, TextDialog
from reviewer.tui.form import DifferenceForm
from reviewer.tui.keys import problems_of
from reviewer.tui.modal import Modal
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import DIFFERENCES
from reviewer.tui.palette import Palette, commands_of
from tests.tui.projects import KEY, on_pair, ready, running, said, select, two_events, until


def our_nodes() -> Iterator[type[DOMNode]]:
    """Every widget, screen and app class of ours."""
    from reviewer.tui import (
        absence,
        anchor_list,
        dialogs,
        document_pane,
        fields,
        form,
        lists,
        note_dialog,
        palette,
        prompt,
    )

    yield ReviewerApp
    for module in (absence, anchor_list, dialogs, document_pane, fields, form, lists, note_dialog, palette, prompt):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__ == module.__name__:
                yield value
    for screen in (PairScreen, BoardScreen):
        yield from (node for node in screen.__mro__ if node.__module__.startswith("reviewer."))


def our_bindings() -> Iterator[tuple[type[DOMNode], Binding]]:
    for node in our_nodes():
        for binding in vars(node).get("BINDINGS", ()):
            assert isinstance(binding, Binding)
            yield node, binding


def test_every_binding_has_a_stable_id_and_says_what_it_does() -> None:
    for node, binding in our_bindings():
        assert binding.id, (node, binding)
        assert binding.description, (node, binding)
        assert re.fullmatch(r"[a-z]+\.[a-z0-9-]+", binding.id)


def test_an_id_names_one_action_only() -> None:
    actions = defaultdict(set)
    for _, binding in our_bindings():
        assert binding.id is not None
        actions[binding.id].add(binding.action)
    assert {identity: found for identity, found in actions.items() if len(found) > 1} == {}


def test_no_printable_key_has_priority() -> None:
    assert [binding for _, binding in our_bindings() if binding.priority] == []


def test_everything_on_the_pair_screen_works_by_keys_without_a_modifier() -> None:
    for node, binding in our_bindings():
        if issubclass(node, PairScreen | BoardScreen):
            assert any("+" not in key for key in binding.key.split(",")), binding


async def test_typing_in_a_field_triggers_no_action(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        select(screen, "left", "four million crowns")
        await screen.run_action("annotate")
        form = screen.query_one(DifferenceForm)
        form.query_one("#note").focus()
        await pilot.press(*"abcdefnpqrsxuyADMNPTU1234:?/")
        assert form.draft.note == "abcdefnpqrsxuyADMNPTU1234:?/"
        assert screen.app.screen is screen


def shown_text(app: App[int]) -> str:
    assert isinstance(app.screen, TextDialog)
    return app.screen.text.plain


def on_top(app: App[int], kind: type[Screen[Any]]) -> bool:
    return isinstance(app.screen, kind)


async def test_help_shows_the_keys_of_where_one_is(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("question_mark")
        in_text = shown_text(screen.app)
        assert "add the selection to it" in in_text
        assert "sentence on" in in_text
        await pilot.press("escape")
        screen.rows.focus()
        await pilot.press("f1")
        in_list = shown_text(screen.app)
        assert "the row in full" in in_list
        assert "sentence on" not in in_list
        await pilot.press("q")
        assert screen.app.screen is screen


async def test_the_palette_has_every_action_and_runs_it(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        listed = {command.text for command in commands_of(screen)}
        for _, binding in our_bindings():
            if binding.id and binding.id.startswith("pair.") and binding.id != "pair.escape":
                assert binding.description in listed, binding
        await pilot.press("colon")
        assert on_top(screen.app, Palette)
        await pilot.press(*"differences", "down", "up", "enter")
        await until(pilot, lambda: screen.app.screen is screen)
        await until(pilot, lambda: screen.tab == DIFFERENCES, "the action")
        await pilot.press("colon", "escape")
        assert screen.app.screen is screen


async def test_themes_go_round_and_are_remembered(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        seen = []
        for _ in range(3):
            await pilot.press("T")
            seen.append(screen.app.theme)
        assert seen == ["reviewer-light", "reviewer-colour-blind", "reviewer-dark"]
        await pilot.press("T")
        assert configuration.load_config().theme == "light"


async def test_the_analyst_can_be_changed_in_the_program(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("A")
        assert isinstance(screen.app.screen, FieldsDialog)
        await pilot.press(*["backspace"] * 4, *"otto", "enter")
        await until(pilot, lambda: screen.app.screen is screen and ready(screen))
        screen.rows.focus()
        await pilot.press("c")
        assert pair.pair_file(KEY.event, KEY.left, KEY.right, "otto").exists()
        assert not pair.pair_file(KEY.event, KEY.left, KEY.right, "vera").exists()
        assert screen.query_one(StatusLine).standing.endswith("as otto")
        assert configuration.load_config().analyst == "otto"
        await pilot.press("A", *["backspace"] * 4, *"No Id!", "enter")
        await pilot.pause()
        assert screen.reviewer.workspace.analyst == "otto"
        dialog = screen.app.screen
        assert isinstance(dialog, FieldsDialog)  # once more, with what was typed and why it cannot be
        assert dialog.query_one("#field-analyst", Input).value == "No Id!"
        assert "cannot name an analyst" in str(dialog.query_one(".question", Static).render())
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen)
        assert screen.reviewer.workspace.analyst == "otto"


async def test_a_draft_belongs_to_the_analyst_who_wrote_it(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        select(screen, "left", "four million crowns")
        await screen.run_action("annotate")
        screen.set_focus(screen.pane("left"))
        await pilot.press("A", *["backspace"] * 4, *"otto", "enter")
        await until(pilot, lambda: screen.reviewer.workspace.analyst == "otto" and ready(screen))
        assert screen.form is None
        assert screen.reviewer.workspace.drafts() == ()
    async with running(pair) as (app, _):
        assert [key for key, _ in app.workspace.drafts()] == [KEY]


async def test_a_user_can_move_a_key(pair: Project) -> None:
    app = ReviewerApp(pair, "vera", config=configuration.Config(keys={"pair.differences": "z"}))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen))
        assert isinstance(app.screen, PairScreen)
        await pilot.press("z")
        assert app.screen.tab == DIFFERENCES


async def test_what_is_wrong_with_moved_keys_is_said_at_start_and_is_not_fatal(pair: Project) -> None:
    keys = {"pair.differences": "z", "pair.matches": "z", "pair.nxt-row": "j", "pair.find": "no+such"}
    app = ReviewerApp(pair, "vera", config=configuration.Config(keys=keys))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen))
        await app.workers.wait_for_complete()
        await pilot.press("z")
        said = sorted(notice.message for notice in app._notifications if "configuration" in notice.message)
        assert said == [
            "configuration: no binding is called pair.nxt-row (pair.next-row?)",
            "configuration: one key (z) for pair.differences, pair.matches in a text, in a list; move one of them",
            "configuration: there is no key 'no+such' for pair.find",
        ]


def test_a_moved_key_that_the_focused_widget_has_already_is_a_clash() -> None:
    (said,) = problems_of({"pair.next-row": "v"})
    assert said == "configuration: one key (v) for pair.next-row, pane.select in a text; move one of them"


def test_keys_that_change_places_do_not_clash() -> None:
    assert problems_of({"pair.next-row": "p", "pair.previous-row": "n"}) == []
    assert problems_of({"pair.find": "slash,ctrl+f", "app.help": "f1"}) == []


async def test_the_board_says_at_first_which_project_this_is(events: Project) -> None:
    app = ReviewerApp(events, "vera", notice="no data/ here: this is the sample, kept in /home/vera")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        assert app.screen.query_one(StatusLine).said == "no data/ here: this is the sample, kept in /home/vera"


async def test_a_notice_is_shown(pair: Project) -> None:
    app = ReviewerApp(pair, "vera", notice="this is the [b]sample[/b]\x1b[31m")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert [n.message for n in app._notifications] == ["this is the [b]sample[/b]␛[31m"]


def test_what_the_first_text_does_not_need_is_not_loaded_for_it() -> None:
    call = "import sys, reviewer.tui.app, reviewer.tui.pair, reviewer.tui.config; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=True).stdout.split()
    )
    late = {
        f"reviewer.{name}" for name in ("comparison", "quotes", "tui.board", "tui.form", "tui.dialogs", "tui.matrix")
    }
    late |= {"rapidfuzz", "trafilatura", "textual.widgets._text_area"}
    assert "reviewer.tui.pair" in loaded
    assert late & loaded == set()


# -- the configuration -------------------------------------------------------------------------------------------------


def test_without_a_file_the_configuration_is_the_default() -> None:
    assert configuration.load_config() == configuration.Config()
    assert not configuration.config_file().exists()


def test_what_is_saved_is_loaded_again() -> None:
    kept = configuration.Config("vera-2", "colour-blind", {"pair.next-row": "j", 'odd"\\id': "k"})
    configuration.save_config(kept)
    assert configuration.load_config() == kept
    assert to_plain(parse_yaml(configuration.config_file().read_text()))["theme"] == "colour-blind"


@pytest.mark.parametrize(
    ("text", "failures"),
    [
        ("theme: purple\nanalyst: Not An Id\nkeys: 3\ncolour: no\n", 4),
        ("keys: {a.b: [1]}\n", 1),
        ("- 1\n", 1),
        ("theme: [\n", 1),
        ("theme: dark\ntheme: light\n", 1),
        ("", 0),
    ],
)
def test_what_is_wrong_in_the_configuration_is_collected_not_fatal(text: str, failures: int) -> None:
    configuration.config_file().write_text(text)
    loaded = configuration.load_config()
    assert len(loaded.failures) == failures
    assert (loaded.analyst, loaded.theme, dict(loaded.keys)) == (None, "dark", {})


def test_a_configuration_that_is_no_text_is_one_failure() -> None:
    configuration.config_file().write_bytes(b"\xff\xfe\x00")
    assert len(configuration.load_config().failures) == 1


def test_the_configuration_lies_where_the_platform_keeps_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("REVIEWER_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert configuration.config_file() == tmp_path / "reviewer" / "config.yaml"


def test_the_login_name_becomes_a_safe_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "Änne M.")
    assert configuration.login_analyst() == "anne-m"
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    assert configuration.login_analyst() == "analyst"


def test_a_folder_that_is_no_project_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReviewerError, match="no data/ folder"):
        run(tmp_path, analyst="vera")


# -- a clean end -------------------------------------------------------------------------------------------------------


async def test_ctrl_q_quits_from_a_field_and_keeps_the_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        select(screen, "left", "four million crowns")
        await screen.run_action("annotate")
        screen.query_one(DifferenceForm).query_one("#note").focus()
        await pilot.press("h", "ctrl+q")
    async with running(pair) as (app, _):
        ((key, draft),) = app.workspace.drafts()
        assert (key, draft["note"]) == (KEY, "h")


@pytest.mark.parametrize("asks", ["t", "colon", "question_mark", "A", "i"])
async def test_ctrl_q_quits_from_every_dialog(pair: Project, asks: str) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press(asks)
        await until(pilot, lambda: isinstance(screen.app.screen, ModalScreen), "the dialog")
        await pilot.press("ctrl+q")
        assert screen.app._exit


async def test_leaving_the_pair_keeps_the_draft(events: Project) -> None:
    async with on_pair(events) as (screen, pilot):
        select(screen, "left", "four million crowns")
        await screen.run_action("annotate")
        screen.set_focus(screen.pane("left"))
        await pilot.press("N")
        await until(pilot, lambda: screen.form is None and ready(screen))
        assert screen.key != KEY
        await pilot.press("P")
        await until(pilot, lambda: ready(screen))
        await until(pilot, lambda: "a draft of yours is kept" in said(screen), "the offer")
        await pilot.press("a")
        assert screen.query_one(DifferenceForm).draft.left.anchors[0].exact == "four million crowns"


# -- what is highlighted, and what is listed first ---------------------------------------------------------------------


async def test_the_highlighted_row_bears_a_mark(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("down")
        drawn = [screen.rows.render_line(y).text[:1] for y in range(len(screen.rows.rows))]
        assert drawn.index("▸") == screen.rows.highlighted == 1
        assert drawn.count("▸") == 1


async def test_the_palette_lists_actions_first_and_help_how_one_moves(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        listed = [command.text for command in commands_of(screen)]
        assert listed.index("confirm the match") < listed.index("row down")
        assert all(text[:1].islower() for text in listed)
        await pilot.press("question_mark")
        shown = shown_text(screen.app)
        order = [
            "row down",
            "start or end selecting",
            "next in the list",
            "list of matches",
            "next pair",
            "annotate:",
            "confirm the match",
        ]
        assert sorted(order, key=shown.index) == order
        assert shown.index("confirm the match") < shown.index("undo") < shown.index("everywhere")
        assert "z says how surely a word sets its side apart" in " ".join(shown.replace("┃", " ").split())


async def test_in_a_field_the_footer_names_keys_that_the_field_does_not_take(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        select(screen, "left", "four million crowns")
        await screen.run_action("annotate")
        await pilot.pause()
        footer = screen.query_one(KeyLine).render_line(0).text
        assert "F1 help" in footer
        assert "?" not in footer
        assert "⏎ take it" not in footer
        await pilot.press("down")
        await pilot.pause()
        assert "⏎ take it" in screen.query_one(KeyLine).render_line(0).text
        await pilot.press("f1")
        shown = shown_text(screen.app)
        assert shown.startswith("codes\n")
        assert shown.index("take the code") < shown.index("save") < shown.index("move cursor left")


async def test_in_the_palette_what_an_action_does_hangs_beside_its_keys(pair: Project) -> None:
    async with on_pair(pair, size=(80, 24)) as (screen, pilot):
        await pilot.press("colon")
        palette = screen.app.screen
        assert isinstance(palette, Palette)
        options = palette.query_one(OptionList)

        def rows() -> list[str]:
            prompts = [options.get_option_at_index(at).prompt for at in range(options.option_count)]
            return [row for prompt in prompts for row in prompt.plain.split("\n")]  # type: ignore[union-attr]

        await until(pilot, lambda: len(rows()) > options.option_count, "rows for this width")
        assert all(len(row) <= options.outer_size.width - 2 for row in rows()), "between the mark and the bar"
        assert [row for row in rows() if "does it too" in row] == [f"{'':14}does it too  pane.select"]
        await pilot.resize_terminal(160, 48)
        await until(pilot, lambda: any("shift with a move does it too" in row for row in rows()), "longer rows")


async def test_the_palette_shows_what_the_configuration_calls_an_action(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("colon", *"pair.sync")
        palette = screen.app.screen
        assert isinstance(palette, Palette)
        command = palette._shown[0].value
        assert len(palette._shown) == 1
        assert (command.id, command.text) == ("pair.sync", "synchronised scrolling on or off")
        assert "pair.sync" in palette.query_one(OptionList).get_option_at_index(0).prompt.plain  # type: ignore[union-attr]


@pytest.mark.parametrize(("opening", "ending"), [("A", "enter"), (":", "enter"), ("i", "escape")])
async def test_two_keys_at_once_end_a_dialog_once(tmp_path: Path, opening: str, ending: str) -> None:
    async with running(two_events(tmp_path)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        await pilot.press(opening)
        await until(pilot, lambda: isinstance(app.screen, Modal), "the dialog")
        below, dialog = app.screen_stack[-2:]
        for _ in range(2):
            app.post_message(Key(ending, None))
        await until(pilot, lambda: dialog not in app.screen_stack, "the end of the dialog")
        await pilot.pause()
        assert (
            below in app.screen_stack
        )  # the second key is for what stands there: it may open what the row under it holds

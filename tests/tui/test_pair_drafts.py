"""What was begun is kept: drafts on disk, offered at the next start."""

from __future__ import annotations

import pytest
from textual.widgets import Button, Input, TextArea

from reviewer.framing import Workspace
from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.dialogs import ChoiceDialog
from reviewer.tui.fields import Choice
from reviewer.tui.form import DifferenceForm
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import DIFFERENCES
from tests.tui.annotated import a_difference, kept, meddled, open_form
from tests.tui.projects import HERALD, KEY, in_file, on_pair, running, said, select, until


async def test_escape_keeps_the_draft_and_a_opens_it_again(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        await pilot.press(*"half a", "escape")
        await until(pilot, lambda: screen.form is None)
        assert "the draft is kept" in said(screen)
        await pilot.press("a")
        assert screen.query_one(DifferenceForm).draft.note == "half a"
        assert screen.query_one(TextArea).text == "half a"


async def test_a_without_a_selection_only_opens_the_draft_again(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a")
        draft = form.draft
        await pilot.press("escape")
        screen.rows.focus()
        screen.rows.action_cursor_down()
        await pilot.press("a")
        again = screen.query_one(DifferenceForm).draft
        assert (again.left, again.right) == (draft.left, draft.right)
        assert again.right.state == "absent"


@pytest.mark.parametrize("field", ["#save", "#salience", "#left-anchors", "#status"])
async def test_a_letter_that_no_field_takes_does_nothing_to_the_pair_behind_the_form(pair: Project, field: str) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(field).focus()
        await pilot.press("c", "s", "m", "x", "5", "n")
        assert screen.is_current
        assert screen.query_one(DifferenceForm) is form
        assert not (pair.annotations / KEY.event).exists()
        assert not screen.query_one("#panes").has_class("-swapped")


async def test_a_draft_is_on_disk_half_a_second_after_the_last_key(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        await pilot.press("x")
        await until(pilot, lambda: (screen.reviewer.workspace.draft(KEY) or {}).get("note") == "x", "the draft")


async def test_an_untouched_form_leaves_no_draft(pair: Project) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(DIFFERENCES)
        screen.rows.focus()
        await pilot.press("enter")
        await until(pilot, lambda: screen.form is not None)
        await pilot.press("escape")
        await until(pilot, lambda: screen.form is None)
        assert screen.reviewer.workspace.drafts() == ()
        assert "nothing was changed" in said(screen)


async def test_discard_drops_the_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        await pilot.press("x")
        form.query_one("#discard", Button).press()
        await until(pilot, lambda: screen.form is None)
        assert screen.reviewer.workspace.drafts() == ()
        await pilot.press("a")
        assert screen.query_one(DifferenceForm).draft.empty


async def test_ctrl_r_drops_the_draft_at_the_second_time_unless_something_changed_meanwhile(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        await pilot.press("x", "ctrl+r")
        assert "once more discards" in form.query_one("#definition").render().plain  # type: ignore[union-attr]
        await pilot.press("y", "ctrl+r")
        await pilot.pause()
        assert screen.form is form
        assert form.draft.note == "xy"
        await pilot.press("ctrl+r")
        await until(pilot, lambda: screen.form is None, "the end of the form")
        assert screen.reviewer.workspace.drafts() == ()
        await pilot.press("a")
        assert screen.query_one(DifferenceForm).draft.empty
        await pilot.press("ctrl+r")
        await until(pilot, lambda: screen.form is None, "the end of the empty form")


async def test_letters_that_no_code_has_make_no_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("1", "a", *"zqx", "escape")
        await until(pilot, lambda: screen.form is None, "the end of the form")
        assert said(screen).startswith("“zqx” is not taken as a type")
        assert not (pair.private / "drafts").exists()
        await pilot.press("1", "a")
        assert screen.query_one("#type Input", Input).value == ""
        await pilot.press(*"zqx")
        screen.query_one("#note", TextArea).focus()
        await pilot.press("n", "ctrl+s")
        assert "“zqx” is typed but not taken" in screen.query_one("#definition").render().plain  # type: ignore[union-attr]
        await pilot.press("escape")
        kept = screen.reviewer.workspace.draft(KEY)
        assert kept is not None
        assert (kept["note"], kept["typed"]) == ("n", {})


async def test_the_next_start_offers_the_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        await pilot.press(*"later")
    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the offer")
        await pilot.press("o")
        await until(pilot, lambda: app.screen.form is not None)  # type: ignore[attr-defined]
        draft = app.screen.query_one(DifferenceForm).draft
        assert draft.note == "later"
        assert draft.left.anchors[0].exact == "four million crowns"


@pytest.mark.parametrize(("key", "left"), [("d", 0), ("l", 1), ("escape", 1)])
async def test_an_offered_draft_can_be_discarded_or_left(pair: Project, key: str, left: int) -> None:
    workspace = Workspace(pair, "vera")
    workspace.save_draft(KEY, {"id": "fd-bbbbbbbbbb", "note": "x"})
    workspace.close()
    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, PairScreen)
        assert len(app.workspace.drafts()) == left


async def test_an_edit_that_could_not_be_saved_is_offered_at_the_next_start(pair: Project) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        meddled(pair)
        screen.rows.focus()
        await pilot.press("c")
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceDialog), "the question")
        await pilot.press("escape")
        assert len(screen.reviewer.workspace.failed_edits()) == 1
    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the offer")
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, PairScreen), "the end of the offer")
        assert len(in_file(pair).verdicts) == 1
        assert in_file(pair).note == "from elsewhere"
        assert app.workspace.failed_edits() == ()


async def test_a_draft_opened_again_brings_the_texts_to_what_it_is_about(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        select(screen, "right", "Somebody will have to pay")
        await pilot.press("a")
        form.focus_first()
        await pilot.press("escape")
        await until(pilot, lambda: screen.form is None)
        screen.pane("right").go_to("text", 0)
        screen.pane("left").focus()
        await pilot.press("a")
        await until(pilot, lambda: screen.form is not None)
        assert HERALD[screen.pane("right").caret.offset :].startswith("Somebody will have to pay")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_no_notice_of_the_start_lies_over_what_is_asked(pair: Project, size: tuple[int, int]) -> None:
    workspace = Workspace(pair, "vera")
    workspace.save_draft(KEY, {"id": "fd-bbbbbbbbbb", "note": "x"})
    workspace.close()
    app = ReviewerApp(pair, "vera", notice="the program was not ended as it should the last time: its lock is taken")
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the question")
        await pilot.pause()
        assert not app.screen.query("Toast")
        await pilot.press("l")
        await until(pilot, lambda: bool(app.screen.query("Toast")), "the notice")
        assert app.screen.query_one("Toast").region.height <= 2


async def test_one_is_not_told_that_a_draft_is_kept_which_is_not_and_leaves_it_only_knowingly(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        (pair.private / "drafts").write_text("a file where the drafts' folder should be")
        app = screen.reviewer
        await pilot.press(*"half", "escape")
        assert "the draft is not kept" in said(screen)
        assert "a opens it again while the pair is open" in said(screen)
        await pilot.press("a")
        assert screen.query_one(DifferenceForm).draft.note == "half"
        await pilot.press("escape", "q")
        assert "once more leaves without it" in said(screen)
        assert screen.app.screen is screen
        (pair.private / "drafts").unlink()
        await pilot.press("q")
    assert app.parting == {}
    workspace = Workspace(pair, "vera")
    assert [draft["note"] for _, draft in workspace.drafts()] == ["half"]
    workspace.close()


async def test_what_was_typed_since_one_was_told_is_told_anew(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        (pair.private / "drafts").write_text("a file where the drafts' folder should be")
        await pilot.press(*"half", "escape", "q")
        assert "once more leaves without it" in said(screen)
        await pilot.press("a")
        screen.query_one(TextArea).focus()
        await pilot.press("x", "escape", "q")
        assert "once more leaves without it" in said(screen)
        assert screen.is_current
        await pilot.press("q")
        await until(pilot, lambda: not screen.is_current or screen.app._exit, "the end")


async def test_a_form_with_nothing_in_it_leaves_no_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.pane("left").go_to("title", 0)
        await pilot.press("a")
        assert screen.query_one(DifferenceForm).draft.empty
        await pilot.press("escape")
        await until(pilot, lambda: screen.form is None, "the end of the form")
        assert "nothing was changed" in said(screen)
        assert not (pair.private / "drafts").exists()


async def test_a_form_with_nothing_in_it_gives_way_to_a_record_unasked(pair: Project) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        screen.pane("left").go_to("title", 0)
        await pilot.press("a")
        assert screen.query_one(DifferenceForm).draft.empty
        screen.action_list(DIFFERENCES)
        screen.rows.focus()
        await pilot.press("enter")
        await until(pilot, lambda: screen.query_one(DifferenceForm).draft.id == "fd-aaaaaaaaaa", "the record")
        assert screen.is_current


@pytest.mark.parametrize("key", ["ctrl+q", "N"])
async def test_a_record_that_was_only_looked_at_leaves_no_draft(events: Project, key: str) -> None:
    kept(events, a_difference())
    async with on_pair(events) as (screen, pilot):
        screen.action_list(DIFFERENCES)
        screen.rows.focus()
        await pilot.press("enter")
        await until(pilot, lambda: screen.form is not None)
        screen.pane("left").focus()
        await pilot.press(key)
        await pilot.pause()
        assert not (events.private / "drafts").exists()


async def test_a_draft_that_cannot_be_removed_is_said(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        await pilot.press(*"half", "escape", "a")
        (there,) = (pair.private / "drafts").rglob("*.json")
        there.unlink()
        there.mkdir()
        screen.query_one("#discard", Button).press()
        await until(pilot, lambda: screen.form is None, "the end of the form")
        notices = [notice.message for notice in screen.reviewer._notifications]
        assert any("the draft cannot be removed" in notice for notice in notices)


async def test_a_second_instance_leaves_the_drafts_of_the_first_alone(pair: Project) -> None:
    first = Workspace(pair, "vera")
    first.save_draft(KEY, {"id": "fd-bbbbbbbbbb", "note": "x"})
    try:
        async with on_pair(pair) as (screen, pilot):
            assert "a opens it" not in said(screen)
            await pilot.press("a")
            assert "read-only" in said(screen)
            await pilot.press("q")
            await pilot.pause()
            assert screen.app.return_value == 0
    finally:
        first.close()


@pytest.mark.parametrize("leave", ["ctrl+q", "escape", "signal"])
async def test_letters_of_a_code_that_is_not_taken_are_part_of_the_draft(pair: Project, leave: str) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one("#left-codes Input", Input).focus()
        await pilot.press(*"confl")
        form.query_one("#type Input", Input).focus()
        await pilot.press(*"omis")
        if leave == "signal":
            screen.reviewer.keep_drafts()
        else:
            await pilot.press(leave)
    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the offer")
        await pilot.press("o")
        await until(pilot, lambda: app.screen.form is not None)  # type: ignore[attr-defined]
        form = app.screen.query_one(DifferenceForm)
        assert form.query_one("#type Input", Input).value == "omis"
        assert form.query_one("#left-codes Input", Input).value == "confl"
        await pilot.press("enter")
        assert form.draft.type == "difference.omission"


async def test_a_query_that_is_typed_and_not_asked_is_part_of_the_draft_and_of_no_other(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a")
        form.query_one("#right-search Input", Input).focus()
        await pilot.press(*"fer", "escape", "a")
        await until(pilot, lambda: screen.form is not None)
        assert form.query_one("#right-search Input", Input).value == "fer"
        form.query_one("#discard", Button).press()
        await until(pilot, lambda: screen.form is None)
        await pilot.press("a")
        await until(pilot, lambda: screen.form is not None)
        assert form.query_one("#right-search Input", Input).value == ""


@pytest.mark.parametrize("leave", ["escape", "ctrl+q", "N"])
@pytest.mark.parametrize("at", ["1", "4"])
async def test_a_form_that_was_only_opened_leaves_no_draft(events: Project, at: str, leave: str) -> None:
    async with on_pair(events) as (screen, pilot):
        await pilot.press(at, "a")
        assert not screen.query_one(DifferenceForm).draft.empty  # the match's words, or the quotation's, stand in it
        screen.pane("left").focus()
        await pilot.press(leave)
        await pilot.pause()
        assert not (events.private / "drafts").exists()


async def test_words_that_were_selected_for_it_are_a_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await open_form(screen)
        await pilot.press("escape")
        assert "the draft is kept" in said(screen)
        assert screen.reviewer.workspace.draft(KEY) is not None


async def test_a_change_that_is_taken_back_leaves_no_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("1", "a")
        form = screen.query_one(DifferenceForm)
        form.query_one(TextArea).focus()
        await pilot.press("x")
        await until(pilot, lambda: screen.reviewer.workspace.draft(KEY) is not None, "the draft")
        await pilot.press("backspace")
        await until(pilot, lambda: screen.reviewer.workspace.draft(KEY) is None, "the draft's end")


async def test_a_form_that_was_only_opened_gives_way_to_a_record_unasked(pair: Project) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("1", "a")
        screen.action_list(DIFFERENCES)
        screen.rows.focus()
        await pilot.press("enter")
        await until(pilot, lambda: screen.query_one(DifferenceForm).draft.id == "fd-aaaaaaaaaa", "the record")
        assert screen.is_current


async def test_who_leaves_the_form_with_letters_in_a_field_is_told_what_became_of_the_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await open_form(screen)
        await pilot.press(*"note", "escape")
        await until(pilot, lambda: screen.form is None, "the texts")
        await pilot.pause(0.1)
        assert said(screen) == "the draft is kept: a opens it again"

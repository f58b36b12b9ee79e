"""Annotating a pair: verdicts, links, the form, withdrawal, undo; each looked up in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button, Input, Label, TextArea

from reviewer.framing import Anchor, Difference, DifferenceSide, Workspace, anchor_at
from reviewer.project import Project
from reviewer.tui.absence import AbsenceSearch
from reviewer.tui.anchor_list import AnchorList
from reviewer.tui.desk import SIDES
from reviewer.tui.dialogs import ChoiceDialog
from reviewer.tui.fields import Choice, CodePicker
from reviewer.tui.form import DifferenceForm
from reviewer.tui.lists import RowDetail
from reviewer.tui.note_dialog import NoteDialog
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import DIFFERENCES, MATCHES
from tests.tui.projects import GAZETTE, HERALD, KEY, focus, in_file, on_pair, ready, said, select, until


def a_difference(identity: str = "fd-aaaaaaaaaa", words: str = "four million crowns", **fields: object) -> Difference:
    at = GAZETTE.index(words)
    left = DifferenceSide("present", (anchor_at(GAZETTE, at, at + len(words), role="body"),))
    there = HERALD.index("Commuters queued")
    right = DifferenceSide("present", (anchor_at(HERALD, there, there + 16, role="body"),))
    return Difference(identity, "difference.omission", ("entman.cause",), left, right, **fields)  # type: ignore[arg-type]


def kept(project: Project, *records: Difference, analyst: str = "vera") -> None:
    workspace = Workspace(project, analyst)
    for record in records:
        workspace.put_difference(KEY, record)
    workspace.close()


async def open_form(screen: PairScreen, words: str = "four million crowns", side: str = "left") -> DifferenceForm:
    select(screen, side, words)
    await screen.run_action("annotate")
    return screen.query_one(DifferenceForm)


def shown(screen: PairScreen, selector: str) -> bool:
    return screen.query_one(selector).display


# -- verdicts ----------------------------------------------------------------------------------------------------------


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


# -- the form ----------------------------------------------------------------------------------------------------------


async def test_a_difference_is_written_by_plain_keys_from_selection_to_file(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        at = GAZETTE.index("four million crowns")
        screen.pane("left").go_to("text", at)
        await pilot.press("v", "full_stop", "full_stop", "full_stop", "v", "a")
        form = screen.query_one(DifferenceForm)
        (anchor,) = form.draft.left.anchors
        assert (anchor.exact.strip(), anchor.role) == ("four million crowns", "body")
        await pilot.press(*"omis", "enter")
        assert form.draft.type == "difference.omission"
        await pilot.press("tab", *"cause", "enter")
        assert form.draft.codes == ("entman.cause",)
        await pilot.press(*["tab"] * 5)  # state, anchors, codes on the left; state on the right; then anchors
        await pilot.press("shift+tab", "right")
        assert form.draft.right.state == "absent"
        await until(pilot, lambda: bool(form.draft.right.queries), "the search")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.form is None, "saving")
        (record,) = in_file(pair).differences
        assert record.type == "difference.omission"
        assert record.left.anchors[0].exact.strip() == "four million crowns"
        assert record.right.state == "absent"
        assert record.right.searched is not None
        assert record.right.searched.queries[0].strip() == "four million crowns"
        assert screen.tab == DIFFERENCES
        assert screen.rows.row is not None
        assert screen.rows.row.id == record.id
        assert "difference saved" in said(screen)


async def test_started_from_a_match_the_form_takes_both_anchors(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("a")
        form = screen.query_one(DifferenceForm)
        assert form.draft.left.anchors[0].exact.startswith("The bridge is not safe")
        assert form.draft.right.anchors[0].exact.startswith("The bridge is safe")
        assert {form.draft.left.anchors[0].role, form.draft.right.anchors[0].role} == {"quote"}


async def test_a_with_the_form_open_adds_the_selection_as_another_anchor(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        form = await open_form(screen)
        select(screen, "right", "Norrholm woke")
        await screen.run_action("annotate")
        await open_form(screen, "too late")
        assert [a.exact for a in form.draft.left.anchors] == ["four million crowns", "too late"]
        assert [(a.exact, a.role) for a in form.draft.right.anchors] == [("Norrholm woke", "lede")]
        await open_form(screen, "too late")  # the same words again are not added twice
        assert len(form.draft.left.anchors) == 2
        await screen.run_action("annotate")
        assert "select words first" in said(screen)


async def test_white_space_round_a_selection_is_no_part_of_the_anchor(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        form = await open_form(screen, " four million crowns ")
        assert form.draft.left.anchors[0].exact == "four million crowns"


async def test_words_of_the_title_are_an_anchor_in_the_title(pair: Project) -> None:
    from reviewer.text import Span

    async with on_pair(pair) as (screen, _):
        screen.pane("left").go_to("title", Span(0, 6), select=True)
        await screen.run_action("annotate")
        (anchor,) = screen.query_one(DifferenceForm).draft.left.anchors
        assert (anchor.place, anchor.role, anchor.exact) == ("title", "headline", "Bridge")


async def test_an_anchor_is_removed_moved_and_given_another_role(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        await open_form(screen, "too late")
        anchors = form.query_one("#left-anchors", AnchorList)
        anchors.focus()
        anchors.highlighted = 0
        await pilot.press("o")
        assert form.draft.left.anchors[0].role == "quote"
        await pilot.press("r")
        assert "select the new words" in said(screen)
        select(screen, "left", "four million crowns for the repair")
        anchors.focus()
        await pilot.press("r")
        await pilot.pause()
        assert [a.exact for a in form.draft.left.anchors] == ["four million crowns for the repair", "too late"]
        await pilot.press("enter")
        assert GAZETTE[screen.pane("left").caret.offset :].startswith("four million")
        await pilot.press("d")
        assert [a.exact for a in form.draft.left.anchors] == ["too late"]
        await pilot.press("delete")
        assert form.draft.left.anchors == ()


async def test_the_code_in_view_is_defined(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        await pilot.press(*"omis")
        await pilot.pause()
        code = screen.reviewer.workspace.codebook.find("difference.omission")
        assert code is not None
        assert code.definition[:30] in form.query_one("#definition").render().plain  # type: ignore[union-attr]
        await pilot.press("enter", "backspace")
        assert form.draft.type is None


async def test_arrows_choose_among_codes_and_a_second_code_is_added(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one("#codes Input", Input).focus()
        await pilot.press(*"entman", "down", "down", "up", "enter", *"conflict", "enter")
        first, second = form.draft.codes
        assert first.startswith("entman.")
        assert second == "generic.conflict"
        await pilot.press("backspace")
        assert [*form.draft.codes] == [first]
        form.query_one("#left-codes Input", Input).focus()
        await pilot.press(*"conflict", "enter")
        assert form.draft.left.codes == ("generic.conflict",)


async def test_up_and_down_go_through_the_fields(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one("#salience", Choice).focus()
        await pilot.press("down")
        assert focus(screen) is form.query_one("#confidence", Choice)
        await pilot.press("up", "right")
        assert form.draft.salience == 3
        await pilot.press("1")
        assert form.draft.salience == 1
        await pilot.press("down", "h")
        assert form.draft.confidence == "high"
        await pilot.press("down", "d")
        assert form.draft.status == "discussed"
        form.query_one(TextArea).focus()
        await pilot.press("o", "n", "e", "enter", "t", "w", "o")
        assert form.draft.note == "one\ntwo"


async def test_what_is_missing_is_said_and_nothing_is_written(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "The Herald: select its words" in form.query_one("#definition").render().plain  # type: ignore[union-attr]
        form.query_one("#left-state", Choice).focus()
        await pilot.press("a")
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a", "ctrl+s")
        await pilot.pause()
        assert "at most one side" in form.query_one("#definition").render().plain  # type: ignore[union-attr]
        assert not pair.pair_file(KEY.event, KEY.left, KEY.right, "vera").exists()


async def test_an_absence_stores_what_was_searched_and_the_best_that_was_rejected(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen, "We were told about this on Sunday evening")
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a")
        search = form.query_one("#right-search", AbsenceSearch)
        await until(pilot, lambda: bool(search.queries))
        search.query_one(Input).focus()
        await pilot.press(*"ferry", "enter")
        await until(pilot, lambda: len(search.queries) == 2)
        assert search.candidates
        form.query_one("#save", Button).press()
        await until(pilot, lambda: screen.form is None)
        searched = in_file(pair).differences[0].right.searched
        assert searched is not None
        assert searched.queries == ("We were told about this on Sunday evening", "ferry")
        assert searched.best is not None
        assert HERALD[searched.best.start : searched.best.end] == searched.best.exact


async def test_an_absence_of_words_that_are_there_is_saved_with_a_word_of_warning(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen, "We were told about this on Sunday evening")
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a")
        search = form.query_one("#right-search", AbsenceSearch)
        search.query_one(Input).focus()
        await pilot.press(*"Commuters", "enter")
        await until(pilot, lambda: search.best is not None and search.best.score >= 90)
        form.query_one("#save", Button).press()
        await until(pilot, lambda: screen.form is None)
        assert "says nearly the same" in said(screen)


async def test_a_candidate_can_be_looked_at_and_taken_as_present_after_all(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen, "We were told about this on Sunday evening")
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a")
        search = form.query_one("#right-search", AbsenceSearch)
        await until(pilot, lambda: bool(search.candidates))
        top = search.candidates[0]
        search.query_one("OptionList").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert screen.pane("right").caret.offset == top.start
        await pilot.press("t")
        await pilot.pause()
        assert form.draft.right.state == "present"
        assert form.draft.right.anchors[0].span.start == top.start


async def test_the_texts_stay_in_view_and_in_reach_while_one_writes(pair: Project) -> None:
    for size in ((60, 20), (80, 24), (120, 36)):
        async with on_pair(pair, size=size) as (screen, pilot):
            form = await open_form(screen)
            await pilot.pause()
            assert form.region.height >= 8
            assert all(screen.pane(side).region.height >= 4 for side in ("left", "right"))
            await pilot.press("shift+tab")
            if focus(screen) is screen.rows:
                await pilot.press("shift+tab")
            assert focus(screen) is screen.pane("right")
            assert screen.query_one(DifferenceForm) is form


async def test_where_there_is_little_room_list_and_form_take_turns(pair: Project) -> None:
    async with on_pair(pair, size=(80, 24)) as (screen, pilot):
        await open_form(screen)
        await pilot.pause()
        assert shown(screen, "#form")
        assert not shown(screen, "#listing")
        screen.pane("left").focus()
        await pilot.press("2")
        await pilot.pause()
        assert shown(screen, "#listing")
        assert not shown(screen, "#form")
        await pilot.press("a")
        await pilot.pause()
        assert shown(screen, "#form")


# -- drafts ------------------------------------------------------------------------------------------------------------


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


async def test_the_next_start_offers_the_draft(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        await pilot.press(*"later")
    from tests.tui.projects import running

    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the offer")
        await pilot.press("o")
        await until(pilot, lambda: app.screen.form is not None)  # type: ignore[attr-defined]
        draft = app.screen.query_one(DifferenceForm).draft
        assert draft.note == "later"
        assert draft.left.anchors[0].exact == "four million crowns"


@pytest.mark.parametrize(("key", "left"), [("d", 0), ("l", 1), ("escape", 1)])
async def test_an_offered_draft_can_be_discarded_or_left(pair: Project, key: str, left: int) -> None:
    from tests.tui.projects import running

    workspace = Workspace(pair, "vera")
    workspace.save_draft(KEY, {"id": "fd-bbbbbbbbbb", "note": "x"})
    workspace.close()
    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog))
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, PairScreen)
        assert len(app.workspace.drafts()) == left


# -- the list of differences -------------------------------------------------------------------------------------------


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


# -- undo --------------------------------------------------------------------------------------------------------------


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
        assert "in gazette ⇄ herald" in said(screen)
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


# -- when it cannot be written -----------------------------------------------------------------------------------------


def meddled(project: Project) -> Path:
    """Somebody else writes into the file."""
    path = project.pair_file(KEY.event, KEY.left, KEY.right, "vera")
    path.write_text(path.read_text().replace('note: ""', "note: from elsewhere", 1))
    return path


@pytest.mark.parametrize(("key", "verdicts"), [("r", 1), ("d", 0), ("s", 0)])
async def test_a_file_changed_on_disk_is_never_overwritten_unasked(pair: Project, key: str, verdicts: int) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        meddled(pair)
        screen.rows.focus()
        await pilot.press("c")
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceDialog), "the question")
        assert in_file(pair).verdicts == ()
        await pilot.press(key)
        await until(pilot, lambda: screen.app.screen is screen)
        await pilot.pause()
        now = in_file(pair)
        assert now.note == "from elsewhere"
        assert len(now.verdicts) == verdicts
        assert screen.reviewer.workspace.failed_edits() == ()
        copies = list(pair.private.rglob("*.mine-*.yaml"))
        assert len(copies) == (1 if key == "s" else 0)
        assert len(screen.desk.annotations.verdicts) == verdicts  # type: ignore[union-attr]


async def test_a_broken_annotation_file_is_one_line_and_the_pair_opens_read_only(pair: Project) -> None:
    path = pair.pair_file(KEY.event, KEY.left, KEY.right, "vera")
    path.parent.mkdir(parents=True)
    path.write_text("schema: framing-annotations/1\nevent: [\n")
    async with on_pair(pair) as (screen, pilot):
        assert "vera.yaml:" in said(screen)
        screen.rows.focus()
        for key in ("c", "r", "l", "d", "a", "D", "t", "u", "M"):
            await pilot.press(key)
            assert screen.app.screen is screen
        assert screen.form is None
        assert path.read_text() == "schema: framing-annotations/1\nevent: [\n"


async def test_a_second_instance_is_read_only_and_says_so(pair: Project) -> None:
    first = Workspace(pair, "vera")
    try:
        async with on_pair(pair) as (screen, pilot):
            screen.rows.focus()
            await pilot.press("c")
            assert said(screen).startswith("read-only")
            assert not pair.pair_file(KEY.event, KEY.left, KEY.right, "vera").exists()
    finally:
        first.close()


async def test_anchors_are_stored_with_their_surroundings(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        form = await open_form(screen)
        anchor: Anchor = form.draft.left.anchors[0]
        assert anchor == anchor_at(GAZETTE, anchor.start, anchor.end, role="body")
        assert screen.tab == MATCHES


async def test_the_mouse_does_the_same_in_the_form(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        await pilot.pause()
        await pilot.click("#salience", offset=(14, 0))
        assert form.draft.salience == 3
        await pilot.click("#right-state", offset=(17, 0))
        assert form.draft.right.state == "absent"
        await pilot.click("#type")
        await pilot.press(*"omis")
        await pilot.pause()
        await pilot.click("#type OptionList", offset=(4, 0))
        await pilot.pause()
        assert form.draft.type == "difference.omission"
        form.query_one("#save", Button).scroll_visible(animate=False)
        await pilot.pause()
        await pilot.click("#save")
        await until(pilot, lambda: screen.form is None, "saving")
        assert annotations_of(pair) == ["difference.omission"]


def annotations_of(project: Project) -> list[str | None]:
    return [record.type for record in in_file(project).differences]


async def test_an_edit_that_could_not_be_saved_is_offered_at_the_next_start(pair: Project) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        meddled(pair)
        screen.rows.focus()
        await pilot.press("c")
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceDialog), "the question")
        await pilot.press("escape")
        assert len(screen.reviewer.workspace.failed_edits()) == 1
    from tests.tui.projects import running

    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the offer")
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, PairScreen), "the end of the offer")
        assert len(in_file(pair).verdicts) == 1
        assert in_file(pair).note == "from elsewhere"
        assert app.workspace.failed_edits() == ()


async def test_a_save_that_fails_is_said_and_the_form_stays(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from reviewer.framing import SaveFailed

    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("a")
        form = screen.query_one(DifferenceForm)

        def full(*arguments: object) -> None:
            raise SaveFailed("the disk is full")

        monkeypatch.setattr(screen.reviewer.workspace, "put_difference", full)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert said(screen) == "the disk is full"
        assert screen.query_one(DifferenceForm) is form
        assert screen.reviewer.workspace.draft(KEY) is not None


async def test_the_form_is_got_ready_out_of_sight_and_opened_without_mounting_anything(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await until(pilot, lambda: bool(screen.query(DifferenceForm)), "getting it ready")
        assert screen.form is None
        assert not shown(screen, "#form")
        await pilot.pause()
        mounted = set(screen.walk_children())
        form = await open_form(screen)
        await pilot.pause()
        assert shown(screen, "#form")
        new = {type(widget).__name__ for widget in set(screen.walk_children()) - mounted}
        assert new <= {"ScrollBar"}
        await pilot.press("escape")
        await until(pilot, lambda: screen.form is None)
        assert (await open_form(screen)) is form


async def test_the_forms_sides_stand_as_the_texts_do_and_bear_their_names(events: Project) -> None:
    def names(form: DifferenceForm) -> list[str]:
        return [str(label.render()) for label in form.query("#sides .name").results(Label)]

    async with on_pair(events) as (screen, pilot):
        form = await open_form(screen)
        assert names(form) == ["Norrholm Gazette", "The Herald"]
        await pilot.press("escape")
        await pilot.press("x", "a")
        await until(pilot, lambda: screen.form is not None)
        assert names(form) == ["The Herald", "Norrholm Gazette"]
        await pilot.press("escape", "N")
        await until(pilot, lambda: screen.key != KEY and ready(screen))
        screen.rows.focus()
        await pilot.press("a")
        await until(pilot, lambda: screen.form is not None)
        assert set(names(form)) == {screen.desk.articles.names[side] for side in SIDES}  # type: ignore[union-attr]


# -- what is said, and when --------------------------------------------------------------------------------------------


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


async def test_anchors_that_are_there_or_overlap_one_are_remarked(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        form = await open_form(screen)
        select(screen, "left", "four million crowns")
        await screen.run_action("annotate")
        assert said(screen) == "nothing added: these words are an anchor already"
        select(screen, "left", "million crowns for")
        await screen.run_action("annotate")
        assert "they overlap an anchor" in said(screen)
        assert len(form.draft.left.anchors) == 2


async def test_words_that_are_no_type_do_not_go_without_a_word(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        await pilot.press(*"zzzz", "enter")
        assert "“zzzz” is not taken as a type: the codebook has none" in said(screen)
        await pilot.press("tab")
        assert form.draft.type is None
        await pilot.press("shift+tab", *"quote-tr", "tab")
        await pilot.pause()
        assert "enter takes the one that is highlighted" in said(screen)


async def test_a_chosen_type_takes_the_place_of_the_hint(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        field = form.query_one("#type Input", Input)
        assert "type a few letters" in field.placeholder
        await pilot.press(*"quote-tr", "enter")
        assert field.placeholder == ""
        await pilot.press("backspace")
        assert "type a few letters" in field.placeholder


async def test_a_broken_annotation_file_is_announced(pair: Project) -> None:
    path = pair.pair_file(KEY.event, KEY.left, KEY.right, "vera")
    path.parent.mkdir(parents=True)
    path.write_text("schema: framing-annotations/1\nevent: [\n")
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("down", "down")
        assert "vera.yaml:" in said(screen)
        notices = [notice.message for notice in screen.reviewer._notifications]
        assert "your annotations of this pair cannot be read, so nothing is written" in notices

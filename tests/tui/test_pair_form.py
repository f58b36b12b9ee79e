"""The form of a difference: anchors, codes, absences, keys and mouse; each looked up in the file."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.widgets import Button, Input, Label, Static, TextArea

from reviewer.project import Project
from reviewer.tui.absence import AbsenceSearch
from reviewer.tui.anchor_list import AnchorList
from reviewer.tui.bars import KeyLine
from reviewer.tui.desk import SIDES
from reviewer.tui.dialogs import TextDialog
from reviewer.tui.fields import Choice
from reviewer.tui.form import DifferenceForm
from reviewer.tui.help import help_of, laid_out
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import DIFFERENCES
from reviewer.tui.palette import commands_of
from tests.tui.annotated import annotations_of, open_form, shown
from tests.tui.projects import GAZETTE, HERALD, KEY, focus, in_file, on_pair, ready, said, select, until


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
        await pilot.press(*"cause", "enter")  # the type taken, the codes have the focus
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


@pytest.mark.parametrize("keys", [["4", "a"], ["4", "enter", "a"]])
async def test_started_from_a_quotation_of_one_side_the_form_takes_its_words(pair: Project, keys: list[str]) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press(*keys)
        form = screen.query_one(DifferenceForm)
        (anchor,) = form.draft.right.anchors
        assert (anchor.exact, anchor.role) == ("Somebody will have to pay for this,", "quote")
        assert form.draft.left.anchors == ()


async def test_started_elsewhere_in_the_text_the_form_takes_nothing_of_the_list(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("4", "enter", "ctrl+home", "a")
        assert screen.query_one(DifferenceForm).draft.empty


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


async def test_a_selection_in_which_nothing_is_seen_is_no_anchor(pair: Project) -> None:
    from reviewer.text import Span

    async with on_pair(pair) as (screen, pilot):
        line_break = GAZETTE.index("\n")
        screen.pane("left").go_to("text", Span(line_break, line_break + 2), select=True)
        await pilot.press("a")
        assert screen.form is None
        assert said(screen) == "only blanks are selected: select words (v), then a"
        form = await open_form(screen)
        (anchor,) = form.draft.left.anchors
        screen.pane("left").go_to("text", Span(line_break, line_break + 1), select=True)
        screen.pane("left").focus()
        await pilot.press("a")
        assert form.draft.left.anchors == (anchor,)
        form.query_one("#left-anchors", AnchorList).focus()
        await pilot.press("=")
        assert "select the new words" in said(screen)
        assert form.draft.left.anchors == (anchor,)


async def test_help_and_palette_leave_out_what_the_form_keeps_from_the_pair(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one("#salience", Choice).focus()
        await pilot.pause()
        listed = {command.id for command in commands_of(screen)}
        assert {"form.save", "form.discard", "form.leave", "app.help"} <= listed
        assert not {identity for identity in listed if identity.startswith("pair.")}
        assert "confirm the match" not in laid_out(help_of(screen), 80).plain
        assert "tab next field" in str(screen.query_one(KeyLine).render())
        screen.pane("left").focus()
        await pilot.pause()
        assert "pair.confirm" in {command.id for command in commands_of(screen)}


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
        roles: list[str | None] = []
        for key in ("right", "left", "right"):
            await pilot.press(key)
            roles.append(form.draft.left.anchors[0].role)
        assert roles == ["quote", "body", "quote"]
        await pilot.press("=")
        assert "select the new words" in said(screen)
        select(screen, "left", "four million crowns for the repair")
        anchors.focus()
        await pilot.press("=")
        await pilot.pause()
        assert [a.exact for a in form.draft.left.anchors] == ["four million crowns for the repair", "too late"]
        await pilot.press("enter")
        assert GAZETTE[screen.pane("left").caret.offset :].startswith("four million")
        await pilot.press("backspace")
        assert [a.exact for a in form.draft.left.anchors] == ["too late"]
        await pilot.press("delete")
        assert form.draft.left.anchors == ()


async def test_words_pasted_on_an_anchor_do_not_vanish_without_a_word(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen, "We were told about this on Sunday evening")
        anchors = form.query_one("#left-anchors", AnchorList)
        anchors.focus()
        anchors.post_message(Paste("ordered today"))
        await until(pilot, lambda: "words do nothing to an anchor" in said(screen), "what is said of the words")
        assert len(form.draft.left.anchors) == 1


async def test_words_typed_on_by_mistake_cost_no_anchor_and_take_no_candidate(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen, "We were told about this on Sunday evening")
        select(screen, "left", "too late")
        form.query_one("#left-anchors", AnchorList).focus()
        await pilot.press(*"ordered", "space", *"today")
        (anchor,) = form.draft.left.anchors
        assert (anchor.exact, anchor.role) == ("We were told about this on Sunday evening", "quote")
        assert "delete removes it" in said(screen)
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a")
        search = form.query_one("#right-search", AbsenceSearch)
        await until(pilot, lambda: bool(search.candidates))
        search.query_one("OptionList").focus()
        await pilot.press(*"taken", "space", *"at", "space", "t")
        assert form.draft.right.state == "absent"


async def test_the_code_in_view_is_defined(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        await pilot.press(*"omis")
        await pilot.pause()
        code = screen.reviewer.workspace.codebook.find("difference.omission")
        assert code is not None
        assert code.definition[:30] in form.query_one("#definition").render().plain  # type: ignore[union-attr]
        await pilot.press("enter", "shift+tab", "backspace")
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
        await pilot.press("+")
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
        assert new <= {"SettledBar"}
        await pilot.press("escape")
        await until(pilot, lambda: screen.form is None)
        assert (await open_form(screen)) is form


@pytest.mark.parametrize("mounted", [True, False])
async def test_the_screen_may_be_taken_down_while_the_form_is_got_ready(
    pair: Project, monkeypatch: pytest.MonkeyPatch, *, mounted: bool
) -> None:
    mount, gone = PairScreen._mounted_form, []

    async def taken_down(self: PairScreen) -> DifferenceForm:
        gone.append(self)
        if not mounted:
            return self.query_one("#no-more", DifferenceForm)
        form = await mount(self)
        await form.query_one("#sides").remove_children()  # as the end of a screen does, from the inside out
        return form

    monkeypatch.setattr(PairScreen, "_mounted_form", taken_down)
    async with on_pair(pair) as (screen, pilot):
        await until(pilot, lambda: bool(gone), "getting it ready")
        await pilot.pause(0.1)
        await pilot.press("ctrl+q")
        assert screen.app.return_code == 0


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


async def test_down_lists_all_types_where_none_has_the_letters(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        await pilot.press(*"zzzz", "down", "enter")
        assert form.draft.type is not None
        assert form.query_one("#type Input", Input).value == ""


async def test_a_chosen_type_takes_the_place_of_the_hint(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        field = form.query_one("#type Input", Input)
        assert "type a few letters" in field.placeholder
        await pilot.press(*"quote-tr", "enter")
        assert field.placeholder == ""
        await pilot.press("shift+tab", "backspace")
        assert "type a few letters" in field.placeholder


async def test_the_footer_offers_to_take_a_code_only_while_codes_are_shown(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("a")
        keys = screen.query_one(KeyLine)
        await pilot.press("t", "o", "n", "e")
        await pilot.pause()
        assert "take it" in str(keys.render())
        await pilot.press("enter")
        await pilot.pause()
        assert "take it" not in str(keys.render())


async def test_once_the_type_is_chosen_the_next_letters_are_about_codes(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        await pilot.press(*"agency", "enter", *"cause", "enter")
        assert form.draft.type == "difference.agency-shift"
        assert form.draft.codes == ("entman.cause",)
        await pilot.press("tab")
        await pilot.pause()
        assert "entman.cause" in str(form.query_one("#definition", Static).render())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_every_choice_is_in_view_from_its_first_word_to_its_last(pair: Project, size: tuple[int, int]) -> None:
    async with on_pair(pair, size=size) as (screen, pilot):
        form = await open_form(screen)
        await pilot.pause()
        for choice in form.query(Choice):
            seen = choice.render_line(0).text
            assert choice.region.right <= form.query_one("#fields").region.right, choice.id
            assert [word for word in choice.words if word not in seen] == [], choice.id
            assert f"(•) {choice.value}" in seen


@pytest.mark.parametrize(
    ("letters", "status"),
    [
        ("agreed", "agreed"),
        ("Withdrawn", "withdrawn"),
        ("oad", "discussed"),
        ("agd", "discussed"),
        ("axw", "withdrawn"),
    ],
)
async def test_a_word_typed_in_full_chooses_that_word(pair: Project, letters: str, status: str) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        choice = form.query_one("#status", Choice)
        choice.focus()
        await pilot.press(*letters)
        assert (choice.value, form.draft.status) == (status, status)
        await pilot.press("tab", "shift+tab", "o")
        assert form.draft.status == "open"  # a word is begun afresh where one comes back


@pytest.mark.parametrize("field", ["#right-state", "#status", "#save", "#left-anchors"])
async def test_no_letter_in_the_form_is_a_command_of_the_program(pair: Project, field: str) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one(field).focus()
        theme = screen.app.theme
        await pilot.press("A", "T", "B", "N", "9")
        assert screen.is_current
        assert screen.app.theme == theme
        await pilot.press("question_mark")
        assert isinstance(screen.app.screen, TextDialog)


async def test_what_is_typed_and_not_taken_stands_in_its_field_and_keeps_the_form_from_being_saved(
    pair: Project,
) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        select(screen, "right", "Norrholm woke")
        await pilot.press("a")
        form.focus_first()
        await pilot.press(*"omis", "ctrl+s")
        await pilot.pause()
        assert "“omis” is typed but not taken" in str(form.query_one("#definition", Static).render())
        await pilot.press("tab", "tab")
        assert form.query_one("#type Input", Input).value == "omis"
        await pilot.press("ctrl+s")
        assert in_no_file(pair)
        await pilot.press("shift+tab", "shift+tab", "enter")  # in its field again its codes are there again
        assert form.draft.type == "difference.omission"
        assert form.draft.typed == {}
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.form is None, "saving")
        assert annotations_of(pair) == ["difference.omission"]


async def test_letters_typed_over_what_was_not_taken_take_its_place(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        await pilot.press(*"zzz", "tab", "shift+tab", *"omis", "enter")
        assert form.draft.type == "difference.omission"


async def test_what_is_typed_for_a_side_that_is_absent_does_not_keep_the_form_from_being_saved(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        form = await open_form(screen)
        form.query_one("#right-codes Input", Input).focus()
        await pilot.press(*"confl")
        form.query_one("#right-state", Choice).focus()
        await pilot.press("a", "ctrl+s")
        await until(pilot, lambda: screen.form is None, "saving")
        assert len(annotations_of(pair)) == 1


def in_no_file(project: Project) -> bool:
    return not project.pair_file(KEY.event, KEY.left, KEY.right, "vera").exists()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_outlets_are_named_in_full_beside_their_choice(pair: Project, size: tuple[int, int]) -> None:
    async with on_pair(pair, size=size) as (screen, pilot):
        await open_form(screen)
        await until(pilot, lambda: shown(screen, "#left-state"), "the form")
        row = screen.query_one("#left-state").region.y
        drawn = " ".join(screen._compositor.render_strips()[row].text.split())
        assert "Norrholm Gazette (•) present absent The Herald (•) present" in drawn
        assert drawn.count("absent") == 2

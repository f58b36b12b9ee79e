"""Reading a pair: what is shown, and every key that moves about in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.framing import PairKey
from reviewer.project import Project
from reviewer.tui.bars import HeaderLine, KeyLine, StatusLine, TabLine
from reviewer.tui.dialogs import TextDialog
from reviewer.tui.document_pane import DocumentPane
from reviewer.tui.lists import RowDetail, RowList
from reviewer.tui.pair_lists import DIFFERENCES, MATCHES, ONLY_LEFT, ONLY_RIGHT
from reviewer.tui.prompt import Prompt
from tests.tui.projects import GAZETTE, HERALD, KEY, focus, on_pair, ready, running, said, until, write_article


async def test_a_project_with_one_pair_opens_on_it(pair: Project) -> None:
    async with running(pair) as (app, pilot):
        from reviewer.tui.pair import PairScreen

        assert isinstance(app.screen, PairScreen)
        assert app.screen.pane("left").article is not None  # the text is there before anything is computed
        await until(pilot, lambda: ready(app.screen))  # type: ignore[arg-type]


async def test_the_header_says_the_event_the_outlets_and_what_they_share(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        left, middle, right = screen.query_one(HeaderLine).texts
        assert left == "The bridge is closed"
        assert middle == "Norrholm Gazette ⇄ The Herald"
        assert right.endswith("only right")
        assert "shared" in right


async def test_the_status_line_says_which_file_is_written_and_as_whom(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        standing = screen.query_one(StatusLine).standing
        assert standing == "annotations/bridge-closed/gazette--herald/vera.yaml as vera"
        assert "v starts a selection" in said(screen)


async def test_the_shared_quotation_is_marked_on_both_sides_under_one_number(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        assert screen.desk is not None
        row = next(
            row
            for row in screen.desk.matches
            if "nobody should cross" in GAZETTE[row.match.left.start : row.match.left.end]
        )
        for side in ("left", "right"):
            marks = [mark for mark in screen.pane(side).marks if mark.number == row.number]
            assert marks
            assert all(mark.kind == "match" for mark in marks)
        assert any(flag.flag == "negation" for flag in row.match.flags)
        only = [mark for mark in screen.pane("right").marks if mark.kind == "only"]
        assert any("pay for this" in HERALD[mark.start : mark.end] for mark in only)


async def test_digits_choose_the_list(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        for key, tab in (("2", DIFFERENCES), ("3", ONLY_LEFT), ("4", ONLY_RIGHT), ("1", MATCHES)):
            await pilot.press(key)
            assert screen.tab == tab
            assert screen.query_one(TabLine).shown == tab
        screen.action_list(ONLY_RIGHT)
        await pilot.pause()
        assert any("pay for this" in row.prompt.plain for row in screen.rows.rows)


async def test_a_click_on_a_tab_shows_its_list(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.click(TabLine, offset=(20, 0))
        await pilot.pause()
        assert screen.tab == DIFFERENCES


async def test_n_and_p_step_through_the_list_and_bring_both_panes_there(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        assert screen.desk is not None
        rows = screen.rows.rows
        await pilot.press("n")
        assert screen.rows.row == rows[0]
        for side in ("left", "right"):
            assert screen.pane(side).caret.offset == rows[0].targets[side][1]
        if len(rows) > 1:
            screen.action_step(1)
            await pilot.pause()
            assert screen.rows.row == rows[1]
            await pilot.press("p")
        assert screen.rows.row == rows[0]


async def test_choosing_a_row_shows_its_word_diff(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        at = next(i for i, row in enumerate(screen.rows.rows) if "nobody should cross" in row.prompt.plain)
        screen.rows.highlighted = at
        await pilot.pause()
        detail = screen.query_one(RowDetail).content.plain
        assert "[-not -]" in detail
        assert "⚑ negation" in detail


async def test_a_sign_says_where_a_row_has_more_than_is_seen_and_by_which_key_it_is_shown(pair: Project) -> None:
    async with on_pair(pair, size=(60, 20)) as (screen, pilot):
        detail = screen.query_one(RowDetail)
        await pilot.press("n")
        await pilot.pause()
        assert len(detail.content.wrap(detail.size.width)) > detail.size.height
        assert detail.render_line(detail.size.height - 1).text.rstrip().endswith("▾ space")
        await pilot.press("space")  # with the caret in the text
        assert isinstance(screen.app.screen, TextDialog)
        await pilot.press("escape", "4")
        await pilot.pause()
        assert len(detail.content.wrap(detail.size.width)) <= detail.size.height
        assert "▾" not in "".join(detail.render_line(y).text for y in range(detail.size.height))


async def test_enter_goes_to_the_partner_and_back(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        at = GAZETTE.index("nobody should cross")
        screen.pane("left").go_to("text", at)
        await pilot.press("enter")
        assert focus(screen) is screen.pane("right")
        there = screen.pane("right").caret.offset
        assert HERALD[there:].startswith("The bridge is safe")
        await pilot.press("enter")
        assert focus(screen) is screen.pane("left")


async def test_enter_where_nothing_is_shared_says_so(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.pane("left").go_to("text", GAZETTE.index("four million"))
        await pilot.press("enter")
        assert "no match here" in said(screen)


async def test_enter_on_a_row_goes_on_reading_there(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("enter")
        assert focus(screen) is screen.pane("left")


async def test_space_shows_a_row_in_full_and_escape_closes_it(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("space")
        assert screen.app.screen is not screen
        await pilot.press("escape")
        assert screen.app.screen is screen


async def test_tab_goes_round_left_right_and_list(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        assert focus(screen) is screen.pane("left")
        await pilot.press("tab")
        assert focus(screen) is screen.pane("right")
        await pilot.press("tab")
        assert focus(screen) is screen.rows
        await pilot.press("tab")
        assert focus(screen) is screen.pane("left")
        await pilot.press("shift+tab")
        assert focus(screen) is screen.rows
        await pilot.press("escape")
        assert focus(screen) is screen.pane("left")


async def test_x_swaps_the_sides_for_display_only(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        numbers = [row.id for row in screen.rows.rows]
        await pilot.press("x")
        panes = list(screen.query(DocumentPane))
        assert [pane.id for pane in panes] == ["pane-right", "pane-left"]
        assert screen.query_one(HeaderLine).texts[1] == "The Herald ⇄ Norrholm Gazette"
        assert [row.id for row in screen.rows.rows] == numbers
        at = next(i for i, row in enumerate(screen.rows.rows) if "nobody should cross" in row.prompt.plain)
        screen.rows.highlighted = at
        await pilot.pause()
        assert "{+not +}" in screen.query_one(RowDetail).content.plain
        screen.action_list(ONLY_LEFT)
        await pilot.pause()
        assert any("pay for this" in row.prompt.plain for row in screen.rows.rows)
        assert screen.query_one(StatusLine).standing.endswith("gazette--herald/vera.yaml as vera")


async def test_s_turns_synchronised_scrolling_off_and_on(tmp_path: Path) -> None:
    from tests.tui.projects import one_pair, write_article

    project = one_pair(tmp_path)
    filler = "\n\n".join(f"Paragraph {n} says nothing that the other paper says." for n in range(80))
    quoted = "\n\n“The bridge is safe and nobody should cross it before the spring,” she said.\n\n"
    write_article(tmp_path, "bridge-closed", "gazette", "Gazette", "One", filler + quoted + filler)
    write_article(
        tmp_path,
        "bridge-closed",
        "herald",
        "Herald",
        "Two",
        quoted.strip() + "\n\n" + filler.replace("Paragraph", "Part"),
    )
    async with on_pair(project) as (screen, pilot):
        left, right = screen.pane("left"), screen.pane("right")
        left.scroll_to(y=120, animate=False)
        await pilot.pause()
        followed = right.scroll_offset.y
        assert followed > 0
        await pilot.press("s")
        assert said(screen) == "synchronised scrolling off"
        left.scroll_to(y=0, animate=False)
        await pilot.pause()
        assert right.scroll_offset.y == followed
        await pilot.press("s")
        left.scroll_to(y=1, animate=False)
        await pilot.pause()
        assert right.scroll_offset.y < followed


async def test_next_and_previous_pair_go_round_the_event(events: Project) -> None:
    async with on_pair(events) as (screen, pilot):
        assert len(screen.pairs) == 3
        await pilot.press("N")
        await until(pilot, lambda: ready(screen))
        assert screen.key == PairKey.of("bridge-closed", "gazette", "weekly")
        await pilot.press("P")
        await until(pilot, lambda: ready(screen))
        assert screen.key == KEY


async def test_the_only_pair_has_no_next_one(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("N")
        assert "no other pair" in said(screen)


async def test_slash_in_a_text_finds_in_both(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("slash")
        assert screen.query_one(Prompt).is_open
        await pilot.press(*"ferr")
        left, right = screen.pane("left"), screen.pane("right")
        assert len(left.hits) == 1
        assert len(right.hits) == 1
        assert GAZETTE[left.caret.offset :].startswith("Ferries")
        await pilot.press("enter")
        assert HERALD[right.caret.offset :].startswith("ferry")
        await pilot.press("up")
        await pilot.press("down")
        assert HERALD[right.caret.offset :].startswith("ferry")
        await pilot.press("escape")
        assert not screen.query_one(Prompt).is_open
        assert focus(screen) is right
        assert not left.hits


async def test_finding_what_is_nowhere_says_so(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("slash", "q", "q")
        assert screen.query_one("#prompt-count").render().plain == "nowhere"  # type: ignore[union-attr]


async def test_slash_in_a_list_filters_it(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("slash")
        await pilot.press(*"flag:neg")
        assert len(screen.rows.rows) == 1
        assert "nobody should cross" in screen.rows.rows[0].prompt.plain
        await pilot.press("enter")
        assert focus(screen) is screen.rows
        assert len(screen.rows.rows) == 1
        assert screen.query_one(TabLine).filtered == "flag:neg"
        await pilot.press("escape")
        assert len(screen.rows.rows) == len(screen.desk.matches)  # type: ignore[union-attr]
        assert screen.query_one(TabLine).filtered == ""
        assert focus(screen) is screen.rows
        await pilot.press("slash", "x", "y", "x", "escape")
        assert len(screen.rows.rows) == len(screen.desk.matches)  # type: ignore[union-attr]
        await pilot.press("escape")
        assert focus(screen) is screen.pane("left")


async def test_a_click_on_a_label_chooses_its_row(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(DIFFERENCES)
        await pilot.pause()
        number = screen.desk.matches[0].number  # type: ignore[union-attr]
        pane = screen.pane("right")
        mark = next(mark for mark in pane.marks if mark.number == number)
        pane.post_message(DocumentPane.MarkClicked(pane, mark))
        await pilot.pause()
        await pilot.pause()
        assert screen.tab == MATCHES
        assert screen.rows.row is not None
        assert screen.rows.row.id == f"match-{number}"


async def test_the_footer_names_the_keys_that_matter_and_a_click_presses_them(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        line = screen.query_one(KeyLine)
        shown = line.render().plain  # type: ignore[union-attr]
        for words in (
            "a annotate",
            "v select",
            "n/p step",
            "⏎ partner",
            "s sync",
            "/ find",
            "u undo",
            "e events",
            "? help",
        ):
            assert words in shown
        await pilot.click(KeyLine, offset=(shown.index("s sync"), 0))
        await pilot.pause()
        assert "synchronised scrolling" in said(screen)


async def test_q_leaves_the_program_where_there_is_nothing_below(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("q")
        await pilot.pause()
        assert screen.app.return_value == 0


async def test_an_unreadable_article_is_one_line_and_the_rest_goes_on(events: Project) -> None:
    events.article_file("bridge-closed", "weekly").write_bytes(b"---\noutlet: [unclosed\n---\n\ntext\n")
    async with on_pair(events) as (screen, pilot):
        assert any("weekly.md" in notice for notice in screen.reviewer.notices)
        screen.open_pair(PairKey.of("bridge-closed", "gazette", "weekly"))
        await pilot.pause()
        assert "weekly.md:" in said(screen)
        for action in ("annotate", "partner", "undo", "correct", "swap", "done", "link", "beside", "withdraw", "find"):
            await screen.run_action(action)  # none of them stumbles over a pair that is not there
        await pilot.press("escape")
        screen.open_pair(KEY)
        await until(pilot, lambda: ready(screen))


@pytest.mark.parametrize(("size", "names"), [((60, 20), {"-narrow"}), ((80, 24), {"-normal"}), ((120, 36), {"-wide"})])
async def test_narrow_terminals_stack_the_texts(pair: Project, size: tuple[int, int], names: set[str]) -> None:
    async with on_pair(pair, size=size) as (screen, _):
        assert names <= screen.classes
        left, right = screen.pane("left").region, screen.pane("right").region
        assert (left.x == right.x) == ("-narrow" in names)
        assert screen.query_one(RowList).region.height >= 3
        assert not screen.query_one("#too-small").display


@pytest.mark.parametrize("size", [(39, 20), (60, 11), (1, 1)])
async def test_a_terminal_too_small_says_so_and_comes_back(pair: Project, size: tuple[int, int]) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.resize_terminal(*size)
        await pilot.pause()
        notice = screen.query_one("#too-small")
        assert notice.display
        assert notice.region == screen.region
        if size[0] > 1:
            rows = [strip.text for strip in screen._compositor.render_strips()]
            assert "too small" in " ".join(rows)
            assert "Norrholm" not in " ".join(rows)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not screen.query_one("#too-small").display


@pytest.mark.parametrize("action", ["page_down", "page_up"])
async def test_a_key_that_comes_before_a_list_is_laid_out_is_harmless(pair: Project, action: str) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.reach("match-2")
        screen.rows.display = False
        await pilot.pause()
        screen.show_list()
        assert not screen.rows.scrollable_content_region
        await screen.rows.run_action(action)
        assert screen.rows.row is not None


async def test_a_row_still_brings_its_own_side_after_swapping(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("x", "n")
        row = screen.rows.row
        assert row is not None
        assert screen.pane("right").caret.offset == row.targets["right"][1]
        assert HERALD[row.targets["right"][1] :].startswith("The bridge is safe")


async def test_j_and_k_move_in_a_list_and_y_copies_a_row(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("j")
        assert screen.rows.row == screen.rows.rows[1]
        await pilot.press("k")
        assert screen.rows.row == screen.rows.rows[0]
        await pilot.press("y")
        assert "nobody should cross it before the spring" in screen.app.clipboard


async def test_a_click_on_a_row_goes_on_reading_there(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        await pilot.click(RowList, offset=(30, 1))
        await pilot.pause()
        row = screen.rows.rows[1]
        assert screen.rows.row == row
        assert screen.pane("right").caret.offset == row.targets["right"][1]
        assert focus(screen) is screen.pane("left")


async def test_an_empty_list_offers_no_key_for_a_row(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        keys = screen.query_one(KeyLine)
        await pilot.press("2")
        await pilot.pause()
        assert "withdraw" not in str(keys.render())
        await pilot.press("1")
        await pilot.pause()
        assert "confirm" in str(keys.render())
        await pilot.press("slash", *"zzzz", "enter")
        await pilot.pause()
        assert "confirm" not in str(keys.render())


async def test_that_identical_words_are_printed_otherwise_is_said_beside_the_marks_of_it(pair: Project) -> None:
    said_once = "“Nobody rang us before the ferry had gone{} and we waited for an hour,” said the baker Osk Lind.\n"
    write_article(pair.root, "ferry-late", "gazette", "Norrholm Gazette", "Late", said_once.format(""))
    write_article(pair.root, "ferry-late", "herald", "The Herald", "Late", said_once.format(","))
    write_article(pair.root, "ferry-late", "weekly", "Weekly", "Late", said_once.format(","))
    write_article(pair.root, "ferry-late", "zenith", "Zenith", "Late", said_once.format(",").replace(",”", ".”"))
    async with on_pair(pair) as (screen, pilot):
        pairs = (("gazette", "herald", True), ("herald", "weekly", False), ("herald", "zenith", False))
        for left, right, otherwise in pairs:
            screen.open_pair(PairKey.of("ferry-late", left, right))
            await until(pilot, lambda: ready(screen), "the pair")
            await pilot.pause()
            assert "identical" in screen.rows.rows[0].prompt.plain
            detail = screen.query_one(RowDetail).content.plain
            assert ("the same words, printed otherwise" in detail) is otherwise
            assert ("{+,+}" in detail) is otherwise

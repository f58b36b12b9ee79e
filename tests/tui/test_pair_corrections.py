"""Correcting quotations: saved in the article's own file, obeyed at once and in every pair."""

from __future__ import annotations

from textual.pilot import Pilot

from reviewer.framing import QuotationCorrection, Workspace, read_corrections
from reviewer.project import Project
from reviewer.tui.dialogs import ChoiceDialog, FieldsDialog
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import ONLY_LEFT
from tests.tui.projects import GAZETTE, KEY, on_pair, ready, said, select, until


def corrections(project: Project, article: str = "gazette") -> tuple[QuotationCorrection, ...]:
    return read_corrections(project.corrections_file(KEY.event, article, "vera")).corrections


def quoted(screen: PairScreen) -> list[str]:
    assert screen.desk is not None
    assert screen.desk.found is not None
    return [GAZETTE[q.start : q.end] for q in screen.desk.found.left.quotes]


async def answered(screen: PairScreen, pilot: Pilot[int], key: str) -> None:
    await until(pilot, lambda: isinstance(screen.app.screen, ChoiceDialog), "the question")
    await pilot.press(key)


async def test_not_speech_at_the_caret_takes_the_quotation_out_at_once(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        before = quoted(screen)
        screen.pane("left").go_to("text", GAZETTE.index("We were told"))
        await pilot.press("f")
        await answered(screen, pilot, "n")
        await until(pilot, lambda: len(quoted(screen)) == len(before) - 1, "the correction")
        (correction,) = corrections(pair)
        assert not correction.is_speech
        assert correction.anchor.exact.startswith("We were told")
        await pilot.press("u")
        await until(pilot, lambda: quoted(screen) == before, "the undoing")


async def test_another_speaker_is_shown_in_the_list(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.action_list(ONLY_LEFT)
        screen.rows.focus()
        await pilot.pause()
        at = next(i for i, row in enumerate(screen.rows.rows) if "too late" in row.prompt.plain)
        screen.rows.highlighted = at
        await pilot.pause()
        await pilot.press("f")
        await answered(screen, pilot, "s")
        await until(pilot, lambda: isinstance(screen.app.screen, FieldsDialog))
        field = screen.app.screen.query_one("#field-speaker")
        field.value = "Osk Lind the Younger"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: any("the Younger" in row.prompt.plain for row in screen.rows.rows), "the speaker")
        assert corrections(pair)[0].speaker == "Osk Lind the Younger"


async def test_words_that_were_missed_become_speech_and_the_correction_can_be_taken_back(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        before = quoted(screen)
        select(screen, "left", "Ferries will run every twenty minutes")
        await pilot.press("f")
        await answered(screen, pilot, "i")
        await until(pilot, lambda: "Ferries will run every twenty minutes" in quoted(screen), "the correction")
        select(screen, "left", "Ferries will run every twenty minutes")
        await pilot.press("f")
        await answered(screen, pilot, "t")
        await until(pilot, lambda: quoted(screen) == before, "taking it back")


async def test_of_a_match_one_chooses_the_side(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("f")
        await answered(screen, pilot, "2")
        await answered(screen, pilot, "n")
        await until(pilot, lambda: pair.corrections_file(KEY.event, "herald", "vera").exists(), "saving")
        assert not corrections(pair, "herald")[0].is_speech


async def test_a_correction_holds_in_every_pair_of_the_article(events: Project) -> None:
    async with on_pair(events) as (screen, pilot):
        screen.pane("left").go_to("text", GAZETTE.index("We were told"))
        await pilot.press("f")
        await answered(screen, pilot, "n")
        await until(pilot, lambda: not any(q.startswith("We were told") for q in quoted(screen)))
        await pilot.press("N")
        await until(pilot, lambda: ready(screen) and screen.key.right == "weekly")
        assert not any(q.startswith("We were told") for q in quoted(screen))


async def test_without_a_quotation_nothing_is_asked(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        screen.pane("left").go_to("text", GAZETTE.index("four million"))
        await pilot.press("f")
        await pilot.pause()
        assert "no quotation here" in said(screen)
        screen.pane("left").go_to("text", GAZETTE.index("We were told"))
        await pilot.press("f")
        await answered(screen, pilot, "escape")
        await pilot.pause()
        assert not events_file_exists(pair)


def events_file_exists(project: Project) -> bool:
    return project.corrections_file(KEY.event, "gazette", "vera").exists()


async def test_a_broken_corrections_file_is_one_line_and_is_not_overwritten(pair: Project) -> None:
    path = pair.corrections_file(KEY.event, "gazette", "vera")
    path.parent.mkdir(parents=True)
    path.write_text("schema: [\n")
    async with on_pair(pair) as (screen, pilot):
        assert any("gazette/vera.yaml" in notice.message for notice in screen.app._notifications)
        screen.pane("left").go_to("text", GAZETTE.index("We were told"))
        await pilot.press("f")
        await answered(screen, pilot, "n")
        await pilot.pause()
        assert "vera.yaml" in said(screen)
        assert path.read_text() == "schema: [\n"


async def test_where_nothing_can_be_saved_nothing_is_asked(pair: Project) -> None:
    first = Workspace(pair, "vera")
    try:
        async with on_pair(pair) as (screen, pilot):
            screen.rows.focus()
            for key in ("f", "t", "c", "D"):
                screen.say("")
                await pilot.press(key)
                await pilot.pause()
                assert screen.app.screen is screen, key
                assert "read-only" in said(screen), key
    finally:
        first.close()

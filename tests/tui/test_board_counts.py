"""What the board says the pairs share follows the analyst's word on them, whoever and wherever it was given."""

from __future__ import annotations

from threading import Event

import pytest
from textual.pilot import Pilot

from reviewer.framing import PairKey, QuotationCorrection, Verdict, Workspace, anchor_at
from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.board import BoardScreen
from reviewer.tui.catalogue import PairSummary
from reviewer.tui.desk import Desk, find, open_articles, verdict_on
from reviewer.tui.dialogs import FieldsDialog
from reviewer.tui.pair import PairScreen
from reviewer.tui.ranking import Comparing
from tests.tui.projects import HERALD, KEY, ready, running, until


def board(app: ReviewerApp) -> BoardScreen:
    screen = app.screen_stack[1]
    assert isinstance(screen, BoardScreen)
    return screen


def shared(app: ReviewerApp, key: PairKey = KEY) -> int | None:
    """How many quotations the board says that the pair shares; None while it is not compared."""
    return next((pair.shared for pair in board(app).rankings[key.event].pairs if pair.key == key), None)


async def ranked(app: ReviewerApp, pilot: Pilot[int]) -> int:
    """What the pair shares, once all pairs are compared."""
    await until(pilot, lambda: board(app).rankings[KEY.event].is_done, "the ranking")
    found = shared(app)
    assert found
    return found


def rejection(project: Project) -> Verdict:
    """Of the first match of the pair."""
    articles = open_articles(project, KEY)
    desk = Desk(articles).having(found=find(articles, {"left": (), "right": ()}))
    return verdict_on(desk, desk.matches[0], "rejected")


async def test_a_match_rejected_in_the_pair_does_not_count_on_the_board_until_that_is_undone(events: Project) -> None:
    async with running(events) as (app, pilot):
        before = await ranked(app, pilot)
        board(app).events.reach(KEY.event)
        app.show_pair(KEY)
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
        await pilot.press("1", "r", "q")
        await until(pilot, lambda: shared(app) == before - 1, "the count")
        await pilot.pause()
        assert any(f"{before - 1} shared" in row.prompt.plain for row in board(app).list_of_pairs.rows)
        await pilot.press("u")
        await until(pilot, lambda: shared(app) == before, "the count before")


async def test_a_correction_of_quotations_counts_in_every_pair_of_the_article(events: Project) -> None:
    other = PairKey.of(KEY.event, "herald", "weekly")
    async with running(events) as (app, pilot):
        await ranked(app, pilot)
        before = shared(app, other)
        assert before == 1
        start = HERALD.index("Somebody will have")
        anchor = anchor_at(HERALD, start, HERALD.index("”", start))
        app.workspace.put_correction(KEY.event, "herald", QuotationCorrection("q-aaaaaaaaaa", anchor, False))
        third = events.article_file(KEY.event, "weekly").read_text().partition("\n---\n\n")[2]
        start = third.index("Somebody will have")
        anchor = anchor_at(third, start, third.index("”", start))
        app.workspace.put_correction(KEY.event, "weekly", QuotationCorrection("q-bbbbbbbbbb", anchor, False))
        board(app).on_screen_resume()
        await until(pilot, lambda: shared(app, other) == 0, "the count")


async def test_another_analyst_sees_what_counts_for_them(events: Project) -> None:
    workspace = Workspace(events, "mira")
    workspace.put_verdict(KEY, rejection(events))
    workspace.close()
    async with running(events) as (app, pilot):
        before = await ranked(app, pilot)
        await pilot.press("A")
        await until(pilot, lambda: isinstance(app.screen, FieldsDialog), "the question")
        await pilot.press("ctrl+u", *"mira", "enter")
        await until(pilot, lambda: shared(app) == before - 1, "what mira rejected")


async def test_a_word_given_while_the_others_are_ranked_counts_in_the_end(
    events: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, compared = Event(), Comparing.compared
    asked: list[PairSummary] = []

    def later(self: Comparing, key: PairKey) -> PairSummary:
        found = compared(self, key)
        asked.append(found)
        if len(asked) == 1:
            goes_on.wait(20)
        return found

    monkeypatch.setattr(Comparing, "compared", later)
    async with running(events) as (app, pilot):
        await until(pilot, lambda: len(asked) == 1, "the first comparison")
        assert asked[0].key == KEY
        app.workspace.put_verdict(KEY, rejection(events))
        goes_on.set()
        await until(pilot, lambda: shared(app) == asked[0].shared - 1, "the count")

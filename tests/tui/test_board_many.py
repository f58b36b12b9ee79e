"""The board with very many pairs in one event, and with very many events: it opens at once, and ranks as one goes on."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input

from reviewer.framing import PairKey, Workspace
from reviewer.project import Project
from reviewer.tui.board import BoardScreen
from reviewer.tui.board_rows import MORE
from reviewer.tui.catalogue import Entry, PairSummary, Progress, list_events
from reviewer.tui.pair import PairScreen
from reviewer.tui.prompt import Prompt
from reviewer.tui.ranking import LISTED, Comparing, Ranking, listing
from tests.comparison.work import articles_made_ready
from tests.tui.projects import running, until, write_article

MANY = 120
SAID = "“The lighthouse stays dark until the keeper Runa Falk is back,” said the mayor."


@pytest.fixture
def crowded(tmp_path: Path) -> Project:
    """One event of very many articles, of which the last two share a saying."""
    for number in range(MANY):
        said = SAID if number >= MANY - 2 else f"Report {number} tells of boat {number * 7} and pier {number * 11}."
        write_article(tmp_path, "all", f"a{number:03d}", f"Outlet {number % 9}", f"Title {number}", f"{said}\n")
    return Project(tmp_path)


def only_entry(project: Project) -> Entry:
    entries, _ = list_events(project)
    return entries[0]


async def test_an_event_of_very_many_pairs_lists_the_first_of_them_at_once(crowded: Project) -> None:
    async with running(crowded) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        rows = screen.list_of_pairs.rows
        assert len(rows) == LISTED + 1 + MANY
        assert rows[LISTED].id == MORE
        assert f"{MANY * (MANY - 1) // 2 - LISTED:,} more pairs" in rows[LISTED].prompt.plain
        await until(pilot, lambda: bool(screen.rankings["all"].pairs), "the ranking")
        await until(pilot, lambda: screen.list_of_pairs.rows[0].id == f"pair a{MANY - 2} a{MANY - 1}", "the best pair")
        assert "1 shared" in screen.list_of_pairs.rows[0].prompt.plain


async def test_keys_act_while_pairs_are_ranked(crowded: Project) -> None:
    async with running(crowded) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        assert not screen.rankings["all"].is_done
        await pilot.press("enter", "down", "enter")
        assert isinstance(app.screen, PairScreen)
        assert len(app.screen.pairs) == LISTED


async def test_how_far_the_ranking_has_come_stands_over_the_pairs(crowded: Project) -> None:
    async with running(crowded) as (app, _pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        keys = tuple(only_entry(crowded).pair_keys())
        screen.rankings["all"] = Ranking((PairSummary(keys[0], 2, 0),), keys[1:5], is_ordered=True)
        screen.show_found({"all"})
        title = str(screen.query_one("#pairs-column").border_title)
        assert title == "Pairs and articles · ranking … 1 of 5"


async def test_the_filter_finds_pairs_that_are_not_listed_and_they_are_compared_then(crowded: Project) -> None:
    async with running(crowded) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        await until(pilot, lambda: screen.rankings["all"].is_done, "the ranking")
        known = {pair.key for pair in screen.rankings["all"].pairs}
        strange = next(key for key in only_entry(crowded).pair_keys() if key not in known)
        await pilot.press("right", "end")
        assert screen.list_of_pairs.reach(MORE)
        await pilot.press("enter")
        assert screen.query_one(Prompt).is_open
        words = f"{strange.left} {strange.right}"
        await pilot.press(*words, "enter")
        assert [row.id for row in screen.list_of_pairs.rows] == [f"pair {words}"]
        await until(pilot, lambda: "0 shared" in screen.list_of_pairs.rows[0].prompt.plain, "the comparison")


async def test_what_a_filter_finds_is_compared_again_once_the_project_is_read_again(crowded: Project) -> None:
    async with running(crowded) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        await until(pilot, lambda: screen.rankings["all"].is_done, "the ranking")
        known = {pair.key for pair in screen.rankings["all"].pairs}
        strange = next(key for key in only_entry(crowded).pair_keys() if key not in known)
        await pilot.press("right", "slash")
        screen.query_one(Input).value = f"{strange.left} {strange.right}"  # pasted: no shorter one has listed it before
        await pilot.press("enter")
        await until(pilot, lambda: "0 shared" in screen.list_of_pairs.rows[0].prompt.plain, "the comparison")
        compared = screen.rankings["all"].pairs
        await pilot.press("r")
        await until(pilot, lambda: screen.rankings["all"].pairs is not compared, "the reading")
        await until(pilot, lambda: "0 shared" in screen.list_of_pairs.rows[0].prompt.plain, "another comparison")


async def test_an_order_that_comes_too_late_changes_nothing(events: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on, wanted, asked = Event(), Comparing.wanted, []

    def late(self: Comparing) -> tuple[PairKey, ...]:
        found = wanted(self)
        asked.append(found)
        if len(asked) == 1:
            goes_on.wait(20)
            asked.append(found)
        return found

    monkeypatch.setattr(Comparing, "wanted", late)
    async with running(events) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        await until(pilot, lambda: len(asked) == 1, "the first order")
        events.article_file("bridge-closed", "weekly").rename(events.article_file("fair-opens", "weekly"))
        await pilot.press("r")
        await until(pilot, lambda: all(known.is_done for known in screen.rankings.values()), "the second one")
        goes_on.set()
        await until(pilot, lambda: asked[-1] is asked[0], "the end of the first")
        await pilot.pause(0.2)
        assert all(known.is_done for known in screen.rankings.values())


def test_finding_the_likely_pairs_can_be_ended(crowded: Project) -> None:
    class Enough(Exception):  # noqa: N818
        pass

    told: list[tuple[int, int]] = []

    def went_on(done: int, total: int) -> None:
        told.append((done, total))
        if (done, total) == (7, MANY):
            raise Enough

    with pytest.raises(Enough):
        Comparing(only_entry(crowded), crowded, "vera", went_on).wanted()
    assert told == [*((done, 0) for done in range(1, MANY + 1)), *((done, MANY) for done in range(8))]


def test_of_many_pairs_only_the_likely_ones_are_compared_the_likeliest_first(crowded: Project) -> None:
    wanted = Comparing(only_entry(crowded), crowded, "vera").wanted()
    assert wanted[0] == PairKey("all", f"a{MANY - 2}", f"a{MANY - 1}")
    assert LISTED <= len(wanted) < MANY * (MANY - 1) // 2
    assert len(set(wanted)) == len(wanted)


def test_an_article_is_made_ready_once_for_all_its_pairs(events: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made = articles_made_ready(monkeypatch)
    entry = next(entry for entry in list_events(events)[0] if entry.pair_count > 1)
    comparing = Comparing(entry, events, "vera")
    for key in comparing.wanted():
        comparing.compared(key)
    assert len(made) == len(entry.articles) == len(set(made))


def test_annotated_pairs_are_compared_first_and_always_listed(crowded: Project) -> None:
    key = PairKey("all", "a003", "a077")
    workspace = Workspace(crowded, "vera")
    workspace.set_done(key, True)
    workspace.close()
    entry = only_entry(crowded)
    assert Comparing(entry, crowded, "vera").wanted()[0] == key
    assert key in dict(listing(entry, Ranking(), {key: Progress(done=True)}).pairs)


@pytest.mark.parametrize("query", ["", "title", "a001", "-a001", "a001 a002", "outlet -a00", "nothing", "status:done"])
def test_a_listing_counts_what_passes_as_one_does_by_looking_at_every_pair(crowded: Project, query: str) -> None:
    from reviewer.tui.filtering import parse_filter
    from reviewer.tui.ranking import sought

    entry = only_entry(crowded)
    wanted = parse_filter(query)
    passing = [
        key
        for key in entry.pair_keys()
        if wanted.accepts(f"{sought(entry.articles[key.left])} {sought(entry.articles[key.right])}", {})
    ]
    found = listing(entry, Ranking(), {}, query)
    assert found.count == len(passing)
    assert [key for key, _ in found.pairs] == passing[:LISTED]


async def test_very_many_events_are_listed_anew_without_making_every_row_again(tmp_path: Path) -> None:
    for number in range(300):
        write_article(tmp_path, f"event-{number:03d}", "a", "Weekly", f"Story {number}", "A boat came.\n")
    write_article(tmp_path, "event-000", "b", "Herald", "Story 0", "A boat came.\n")
    write_article(tmp_path, "event-001", "b", "Herald", "Story 1", "A boat came.\n")
    async with running(Project(tmp_path)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        await until(pilot, lambda: screen.rankings["event-000"].is_done and screen.rankings["event-001"].is_done)
        before = {row.id: row for row in screen.events.rows}
        screen.rankings["event-000"] = screen.rankings["event-000"].having([])
        screen.show_found({"event-000"})
        again = {row.id: row for row in screen.events.rows}
        assert [name for name in again if again[name] is not before[name]] == ["event-000"]

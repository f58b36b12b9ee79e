"""The event board: what it lists, and how events are kept in order from it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from reviewer.articles import Article, Event, load_article, load_event
from reviewer.framing import ArticleKey, PairKey, Verdict, Workspace
from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.bars import HeaderLine, StatusLine
from reviewer.tui.board import BoardScreen
from reviewer.tui.board_rows import event_row, pair_rows
from reviewer.tui.catalogue import Entry, PairSummary, Progress, called, list_events
from reviewer.tui.dialogs import FieldsDialog, TextDialog
from reviewer.tui.help import help_of, laid_out
from reviewer.tui.lists import RowDetail, RowList
from reviewer.tui.pair import PairScreen
from reviewer.tui.palette import Search
from reviewer.tui.prompt import Prompt
from reviewer.tui.ranking import listing
from tests.tui.projects import KEY, in_file, on_pair, ready, running, until, write_article


def board(app: ReviewerApp) -> BoardScreen:
    assert isinstance(app.screen, BoardScreen)
    return app.screen


def texts(rows: RowList) -> list[str]:
    return [row.prompt.plain for row in rows.rows]


def asked(app: ReviewerApp) -> str:
    """The question of the dialog on top, nothing where there is none."""
    questions = app.screen.query(".question")
    return str(questions.first(Static).render()) if questions else ""


def compared(screen: BoardScreen) -> set[str]:
    """The events whose pairs are all compared."""
    entries = screen.reviewer.entries
    return {e.event.id for e in entries if not e.pair_count or screen.rankings[e.event.id].is_done}


async def counted(pilot: Pilot[int], app: ReviewerApp) -> BoardScreen:
    """The board once every event is compared."""
    screen = board(app)
    await until(pilot, lambda: compared(screen) >= {entry.event.id for entry in app.entries}, "the comparison")
    await pilot.pause()
    return screen


async def test_events_are_listed_with_date_articles_outlets_and_what_they_share(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = board(app)
        assert any("The bridge is closed" in text and "3 articles" in text for text in texts(screen.events))
        screen = await counted(pilot, app)
        bridge = next(text for text in texts(screen.events) if "The bridge is closed" in text)
        assert bridge.startswith("2032-10-04")
        assert "shared" in bridge
        assert "Norrholm Gazette, The Herald, Weekly" in bridge
        assert screen.query_one(HeaderLine).texts[2] == "2 events · 4 articles"
        assert screen.query_one(StatusLine).standing == "as vera"


async def test_pairs_compared_before_an_article_became_unreadable_are_left_out(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        entry = next(entry for entry in app.entries if len(entry.articles) == 3)
        readable = {identity: article for identity, article in entry.articles.items() if identity != "gazette"}
        now = replace(entry, articles=readable)
        rows = pair_rows(now, listing(now, screen.rankings[entry.event.id], {}).pairs, {}, 60)
        assert [row.id for row in rows] == ["pair herald weekly"]


async def test_pairs_are_ranked_by_what_they_share(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("bridge-closed")
        await pilot.pause()
        pairs = screen.rankings["bridge-closed"].pairs
        assert [pair.shared for pair in pairs] == sorted((pair.shared for pair in pairs), reverse=True)
        assert pairs[-1].key.left == "gazette"
        assert pairs[-1].key.right == "weekly"
        assert sum("⇄" in text for text in texts(screen.list_of_pairs)) == 3
        assert sum("⇄" not in text for text in texts(screen.list_of_pairs)) == 3


async def test_pairs_of_the_same_outlets_are_told_apart_by_their_titles(events: Project) -> None:
    write_article(events.root, "bridge-closed", "herald-2", "The Herald", "Ferries run late", "The ferries ran late.\n")
    nameless = events.article_file("bridge-closed", "weekly")
    nameless.write_text(nameless.read_text().replace('outlet: "Weekly"\n', ""))
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("bridge-closed")
        await pilot.pause()
        rows = [text for text in texts(screen.list_of_pairs) if "⇄" in text]
        assert len({text.rsplit("\n", 1)[0] for text in rows}) == len(rows) == 6
        assert sum("“A town cut in two”" in text for text in rows) == 3
        unknown = [text for text in rows if "(no outlet)" in text]
        assert len(unknown) == 3
        assert all("“Who pays?”" in text for text in unknown)
        assert any("The Herald (2), 1 without outlet" in text for text in texts(screen.events))


def test_what_is_done_on_an_event_and_a_pair_is_read_to_its_end_at_eighty_columns(events: Project) -> None:
    entry = next(entry for entry in list_events(events)[0] if entry.event.id == "bridge-closed")
    progress = {
        KEY: Progress(10, (Verdict("m-aaaaaaaaaa", "confirmed", "quote", "identical", (), ()),) * 17, done=True)
    }
    found = PairSummary(KEY, 12, 1)
    width = 38  # of each list, with its mark, a gap and its bar
    (row,) = pair_rows(entry, [(KEY, found)], progress, width)
    assert row.prompt.plain.split("\n")[1:] == ["  12 shared, 1 passage", "  10 differences, 17 verdicts, done"]
    (wide,) = pair_rows(entry, [(KEY, found)], progress, 80)
    assert wide.prompt.plain.split("\n")[1:] == ["  12 shared, 1 passage · 10 differences, 17 verdicts, done"]
    rows = event_row(entry, [found], progress).prompt.plain.split("\n")
    assert rows[1:3] == ["  3 articles · 12 shared · 1/3 done", "  10 differences, 17 verdicts"]
    assert all(len(shown) <= width - 3 for shown in rows[1:3])


@pytest.mark.parametrize("width", [36, 80])
def test_a_pair_whose_outlets_are_not_known_is_named_by_its_titles_in_a_row_each(tmp_path: Path, width: int) -> None:
    titles = ["The ferry is out of service for a third day", "Ferry engineers wait for a part from abroad"]
    for name, title in zip(("one", "two"), titles, strict=True):
        write_article(tmp_path, "ferry", name, "", title, "The ferry lies at the quay.\n")
    project = Project(tmp_path)
    (entry,), _ = list_events(project)
    (row,) = pair_rows(entry, [(PairKey("ferry", "one", "two"), None)], {}, width)
    rows = row.prompt.plain.split("\n")
    assert all(len(shown) <= width - 3 for shown in rows), "beside the mark, the gap and the bar"
    assert [shown.strip("⇄ ")[:18] for shown in rows[:2]] == ["“The ferry is out ", "“Ferry engineers w"]
    assert len(rows) == 3
    if width == 80:
        assert rows[:2] == [f"“{titles[0]}”", f"⇄ “{titles[1]}”"]


async def test_a_pair_of_one_outlet_is_named_with_its_titles(pair: Project) -> None:
    path = pair.article_file(KEY.event, "herald")
    path.write_text(path.read_text().replace("The Herald", "Norrholm Gazette"))
    async with on_pair(pair) as (screen, _):
        named = screen.query_one(HeaderLine).texts[1]
        assert named == "Norrholm Gazette “Bridge closed a…spection” ⇄ Norrholm Gazette “A town cut in two”"


async def test_how_far_an_event_is_annotated_is_shown(events: Project) -> None:
    workspace = Workspace(events, "vera")
    workspace.set_done(KEY, True)
    workspace.close()
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        assert any("1/3 done" in text for text in texts(screen.events))
        screen.events.reach("bridge-closed")
        await pilot.pause()
        assert any("Gazette ⇄ The Herald" in text and "done" in text for text in texts(screen.list_of_pairs))


async def test_enter_opens_event_and_pair_and_q_comes_back(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("bridge-closed")
        await pilot.press("enter")
        assert screen.focused is screen.list_of_pairs
        await pilot.press("left", "right", "enter")
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen))
        pair = app.screen
        assert isinstance(pair, PairScreen)
        assert len(pair.pairs) == 3
        pair.rows.focus()
        await pilot.press("c", "q")
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: any("1 verdict" in text for text in texts(screen.events)), "the count")
        await pilot.press("u")
        assert screen.query_one(StatusLine).said.startswith("undone: confirm match")
        await until(pilot, lambda: not any("1 verdict" in text for text in texts(screen.events)), "the count")
        await pilot.press("U")
        assert screen.query_one(StatusLine).said.startswith("redone")
        await pilot.press("q")
        await pilot.pause()
        assert app.return_value == 0


async def test_e_goes_to_the_events_from_a_project_with_one_pair_too(pair: Project) -> None:
    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, PairScreen))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))


def title_over(rows: RowList) -> str:
    """The title on the border around a list."""
    column = rows.parent
    assert isinstance(column, Widget)
    return str(column.border_title)


async def test_enter_in_the_filter_goes_to_the_list_with_the_first_hit_chosen(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        await pilot.press("slash", *"bridge", "enter")
        assert not screen.query_one(Prompt).is_open
        assert screen.focused is screen.events
        assert [row.id for row in screen.events.rows] == ["bridge-closed"]
        assert screen.entry is not None
        assert screen.entry.event.id == "bridge-closed"
        await pilot.press("right", "slash", *"weekly", "enter")
        assert screen.focused is screen.list_of_pairs
        assert all("Weekly" in text for text in texts(screen.list_of_pairs))


async def test_a_filter_stands_over_its_list_until_escape_takes_it_away(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        assert title_over(screen.events) == "Events"
        await pilot.press("slash", *"fair", "enter")
        assert title_over(screen.events) == "Events · filter: fair"
        await pilot.press("escape")
        assert title_over(screen.events) == "Events"
        assert len(screen.events.rows) == 2
        await pilot.press("slash", *"fair", "escape")
        assert not screen.query_one(Prompt).is_open
        assert len(screen.events.rows) == 2
        assert screen.focused is screen.events
        await pilot.press("right", "escape")
        assert screen.focused is screen.events


async def test_keys_in_one_burst_do_not_outrun_the_list_of_pairs(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("bridge-closed")
        await pilot.pause()
        at = screen.events.highlighted
        screen.events.highlighted = 1 - (at or 0)
        await pilot.pause()
        for key in ("up" if at == 0 else "down", "enter", "down", "enter"):
            app.post_message(Key(key, None))
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
        assert isinstance(app.screen, PairScreen)
        assert app.screen.key == screen.rankings["bridge-closed"].pairs[1].key


async def test_where_nobody_can_write_no_other_name_is_proposed(events: Project) -> None:
    events.private.write_text("in the way of the folder")
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        said = screen.query_one(StatusLine).said
        assert said.startswith("read-only: nothing can be written here")
        assert said.endswith("nothing is written until that is mended and you start again")


async def test_a_read_only_project_says_so_and_its_events_stay_as_they_are(events: Project) -> None:
    first = Workspace(events, "vera")
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        line = screen.query_one(StatusLine)
        assert line.said.startswith("read-only: ")
        assert "nothing is written as vera until that is over and you start again" in line.said
        assert line.said.endswith("A works under another name")
        assert line.standing == "read-only"
        screen.events.reach("fair-opens")
        for key in ("n", "f", "right", "f", "t"):
            screen.say("")
            await pilot.press(key)
            assert app.screen is screen
            assert line.said.startswith("read-only: ") or key == "right"
    first.close()


async def test_an_event_can_be_made(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        await pilot.press("n")
        assert isinstance(app.screen, FieldsDialog)
        await pilot.press(*"Storm", "enter", *"2032-11", "enter")
        await until(pilot, lambda: app.screen is screen)
        assert load_event(events, "storm").date == "2032-11"
        assert screen.events.row is not None
        assert screen.events.row.id == "storm"
        await pilot.press("n", "escape")
        assert events.event_ids() == ["bridge-closed", "fair-opens", "storm"]


async def test_an_event_is_corrected(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("bridge-closed")
        await pilot.press("f")
        await pilot.press("end", *" again", "ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        assert load_event(events, "bridge-closed").title == "The bridge is closed again"
        assert load_event(events, "bridge-closed").date == "2032-10-04"


async def test_front_matter_is_corrected_and_a_bad_date_is_refused_in_one_line(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("fair-opens")
        screen.list_of_pairs.focus()
        await pilot.pause()
        screen.list_of_pairs.reach("article gazette")
        await pilot.press("f", "down", "end", "!", "down", *"A. Writer", "ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        article = load_article(events.article_file("fair-opens", "gazette"))
        assert (article.title, article.byline) == ("Fair opens!", "A. Writer")
        assert article.text == "The fair opened on Friday.\n"
        screen.list_of_pairs.focus()
        await pilot.pause()
        screen.list_of_pairs.reach("article gazette")
        await pilot.press("enter", "end", *" II", "down", "down", "down", "x", "ctrl+s")
        await until(pilot, lambda: "is no date" in asked(app), "the question again")
        assert "is no date" in screen.query_one(StatusLine).said
        assert load_article(events.article_file("fair-opens", "gazette")) == article
        await pilot.press("end", "backspace", "ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        assert load_article(events.article_file("fair-opens", "gazette")).outlet == "Norrholm Gazette II"


async def test_r_reads_what_was_imported_or_pulled_beside_the_program(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("fair-opens")
        write_article(events.root, "fair-opens", "weekly", "Weekly", "Fair again", "The fair opened on Friday again.\n")
        write_article(events.root, "storm", "weekly", "Weekly", "A storm", "The storm came on Friday.\n")
        (events.root / "data" / "storm" / "gazette.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: len(screen.events.rows) == 3, "the new event")
        assert screen.events.row is not None
        assert screen.events.row.id == "fair-opens"
        await until(pilot, lambda: compared(screen) == {"bridge-closed", "fair-opens", "storm"}, "the counts")
        assert len(screen.rankings["fair-opens"].pairs) == 1
        await pilot.press("r")
        await until(pilot, lambda: "on disk now" in screen.query_one(StatusLine).said, "the second reading")
        assert sum("gazette.md" in notice.message for notice in app._notifications) == 1


async def test_what_was_typed_of_an_event_is_there_again_after_a_bad_date(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        await pilot.press("n", *"Storm", "down", *"soon", "ctrl+s")
        await until(pilot, lambda: "'soon'" in asked(app), "the question again")
        await pilot.press(*"2032", "ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        assert load_event(events, "storm").date == "2032"
        await pilot.press("f", "down", "x", "ctrl+s")
        await until(pilot, lambda: "'x' is no date" in asked(app), "the question again")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        assert load_event(events, "storm").date == "2032"


@pytest.mark.parametrize("day", ["5.3.2032", "5 March 2032", "2032-03-05"])
async def test_the_day_of_an_article_is_taken_as_an_import_takes_it(events: Project, day: str) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("fair-opens")
        screen.list_of_pairs.focus()
        await pilot.pause()
        screen.list_of_pairs.reach("article gazette")
        await pilot.press("enter", "down", "down", "down", *day, "ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        assert load_article(events.article_file("fair-opens", "gazette")).published == "2032-03-05"


async def test_an_article_of_the_only_event_moves_nowhere_and_it_is_said_what_makes_another(events: Project) -> None:
    shutil.rmtree(events.event_folder("fair-opens"))
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.list_of_pairs.focus()
        await pilot.pause()
        screen.list_of_pairs.reach("article weekly")
        await pilot.press("t")
        assert "n makes one" in screen.query_one(StatusLine).said


async def test_an_article_moves_to_another_event(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        await pilot.press("t")
        assert "choose an article" in screen.query_one(StatusLine).said
        screen.events.reach("bridge-closed")
        screen.list_of_pairs.focus()
        await pilot.pause()
        screen.list_of_pairs.reach("article weekly")
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, Search), "the question")
        await pilot.press(*"fair", "enter")
        await until(pilot, lambda: app.screen is screen)
        assert events.article_ids("fair-opens") == ["gazette", "weekly"]
        assert events.article_ids("bridge-closed") == ["gazette", "herald"]
        said = screen.query_one(StatusLine).said
        assert said == "moved to fair-opens · u undoes"
        await pilot.press("u")
        assert events.article_ids("fair-opens") == ["gazette"]
        assert events.article_ids("bridge-closed") == ["gazette", "herald", "weekly"]
        assert "undone: move “Who pays?”" in screen.query_one(StatusLine).said
        assert screen.entry is not None
        assert screen.entry.event.id == "bridge-closed"
        await pilot.press("U")
        assert events.article_ids("fair-opens") == ["gazette", "weekly"]


async def test_what_is_corrected_on_the_board_is_undone_to_the_byte_in_its_turn(events: Project) -> None:
    event, article = events.event_file("bridge-closed"), events.article_file("bridge-closed", "gazette")
    before = event.read_bytes(), article.read_bytes()
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("bridge-closed")
        await pilot.press("f", *"A span", "ctrl+s")
        await until(pilot, lambda: b"A span" in event.read_bytes() and app.screen is screen, "the correction")
        app.workspace.set_done(KEY, True)
        screen.list_of_pairs.focus()
        screen.list_of_pairs.reach("article gazette")
        await pilot.press("f", *"Gaz", "ctrl+s")
        await until(pilot, lambda: b"outlet: Gaz\n" in article.read_bytes() and app.screen is screen, "the other")
        after = event.read_bytes(), article.read_bytes()
        told = []
        for _ in range(4):
            await pilot.press("u")
            told.append(screen.query_one(StatusLine).said)
        assert [said.partition(" in ")[0] for said in told] == [
            "undone: correct the article gazette",
            "undone: mark the pair done",
            "undone: correct the event The bridge is closed",
            "nothing to undo",
        ]
        assert (event.read_bytes(), article.read_bytes()) == before
        for _ in range(3):
            await pilot.press("U")
        assert (event.read_bytes(), article.read_bytes()) == after
        assert in_file(events).done


async def test_an_event_made_by_mistake_is_undone_while_it_is_empty(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        await pilot.press("n", *"Ice", "ctrl+s")
        await until(pilot, lambda: events.event_file("ice").exists() and app.screen is screen, "the event")
        (events.event_folder("ice") / "late.md").write_text("It froze.\n")
        await pilot.press("u")
        assert "there is something in it by now" in screen.query_one(StatusLine).said
        (events.event_folder("ice") / "late.md").unlink()
        await pilot.press("u")
        assert not events.event_folder("ice").exists()
        await pilot.press("U")
        assert events.event_file("ice").exists()


async def test_what_somebody_else_has_changed_since_is_not_undone_over(events: Project) -> None:
    event = events.event_file("bridge-closed")
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("bridge-closed")
        await pilot.press("f", *"A span", "ctrl+s")
        await until(pilot, lambda: b"A span" in event.read_bytes() and app.screen is screen, "the correction")
        event.write_text("title: theirs\n")
        await pilot.press("u")
        assert "changed since" in screen.query_one(StatusLine).said
        assert event.read_text() == "title: theirs\n"


async def test_a_project_without_events_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    async with running(Project(tmp_path)) as (app, pilot):
        screen = board(app)
        await pilot.pause()
        assert "n makes one" in screen.query_one(StatusLine).said
        for key in ("enter", "f", "t", "u", "right", "enter"):
            await pilot.press(key)
            assert app.screen is screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_both_lists_are_in_view(events: Project, size: tuple[int, int]) -> None:
    async with running(events, size=size) as (app, pilot):
        screen = await counted(pilot, app)
        assert screen.events.region.height >= 4
        assert screen.list_of_pairs.region.height >= 4


async def test_what_an_article_lacks_is_said_with_the_key_that_fills_it_in(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "flood"
    folder.mkdir(parents=True)
    (folder / "page.md").write_text("The river rose.\n", "utf-8")
    async with running(Project(tmp_path)) as (app, pilot):
        screen = await counted(pilot, app)
        await pilot.press("enter")
        await pilot.pause()
        detail = screen.query_one(RowDetail).content.plain
        assert "A pair needs two articles: i imports another" in detail
        assert "no outlet, no title, no published: f fills it in" in detail
        assert "shared" not in screen.events.rows[0].prompt.plain


async def test_questions_name_articles_by_outlet_and_title(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("bridge-closed")
        screen.list_of_pairs.focus()
        await pilot.pause()
        screen.list_of_pairs.reach("article weekly")
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, Search), "the question")
        await pilot.pause()
        question = str(app.screen.query_one(".question", Static).render())
        assert question == "Move “Who pays?” (Weekly) to which event?"


async def test_help_on_the_board_speaks_of_events_and_articles(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        assert "panes" not in laid_out(help_of(screen), 80).plain
        assert "Enter goes to the event's pairs" in laid_out(help_of(screen), 80).plain
        screen.list_of_pairs.focus()
        await pilot.pause()
        assert "on an article lets you correct" in laid_out(help_of(screen), 80).plain


def test_a_pair_is_called_by_event_and_outlets_and_by_ids_when_it_is_gone(events: Project) -> None:
    entries, _ = list_events(events)
    assert called(KEY, entries) == "The bridge is closed: Norrholm Gazette ⇄ The Herald"
    assert called(ArticleKey("bridge-closed", "weekly"), entries) == "The bridge is closed: Weekly"
    assert called(PairKey.of("gone", "a", "b"), entries) == "gone: a ⇄ b"


async def test_space_shows_a_row_of_either_list_in_full(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        for rows in (screen.events, screen.list_of_pairs):
            rows.focus()
            assert rows.row is not None
            words = rows.row.in_full().plain.split()[0]
            await pilot.press("space")
            assert isinstance(app.screen, TextDialog)
            assert words in app.screen.text.plain
            await pilot.press("escape")


async def test_2_leaves_the_events_that_can_be_compared_and_1_shows_all_again(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        assert len(screen.events.rows) == 2
        await pilot.press("right", "2")
        assert [row.id for row in screen.events.rows] == ["bridge-closed"]
        assert screen.focused is screen.events
        assert title_over(screen.events) == "Comparable events: 1 of 2"
        await pilot.press("slash", *"fair", "enter")
        assert texts(screen.events) == []
        await pilot.press("escape", "1")
        assert len(screen.events.rows) == 2
        assert title_over(screen.events) == "Events"


async def test_a_new_event_is_seen_though_it_cannot_be_compared_yet(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        await pilot.press("2", "n", *"Storm", "ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        assert screen.events.row is not None
        assert screen.events.row.id == "storm"


async def test_where_no_event_can_be_compared_it_is_said_what_to_do(tmp_path: Path) -> None:
    write_article(tmp_path, "fair", "gazette", "Gazette", "Fair opens", "The fair opened.\n")
    async with running(Project(tmp_path)) as (app, pilot):
        await pilot.press("2")
        (said,) = (str(option.prompt) for option in board(app).events.options)
        assert said == "no event has articles of two outlets: 1 shows all events, i imports more"
        await pilot.press("enter", "right", "enter", "m", "t", "f", "1")
        assert len(board(app).events.rows) == 1


@pytest.mark.parametrize(
    ("outlets", "comparable"),
    [
        (["Gazette"], False),
        (["Gazette", "Gazette"], False),
        (["Gazette", "Herald"], True),
        (["Gazette", None], True),
        ([None, None], True),
        ([None], False),
        ([], False),
    ],
)
def test_articles_of_two_outlets_can_be_compared_and_so_can_those_of_unknown_ones(
    outlets: list[str | None], comparable: bool
) -> None:
    articles = {f"a{at}": Article(f"a{at}", "Words.", outlet=outlet) for at, outlet in enumerate(outlets)}
    assert Entry(Event("fair"), articles).is_comparable is comparable


async def test_the_events_id_stands_below_the_events(events: Project) -> None:
    async with running(events, size=(60, 20)) as (app, pilot):
        screen = await counted(pilot, app)
        column = screen.query_one("#events-column")
        screen.events.reach("bridge-closed")
        await pilot.pause()
        assert str(column.border_subtitle) == "id: bridge-closed"
        screen.events.reach("fair-opens")
        await pilot.pause()
        assert str(column.border_subtitle) == "id: fair-opens"
        await pilot.press("space")
        assert isinstance(app.screen, TextDialog)
        assert "id: fair-opens" in app.screen.text.plain


async def test_where_most_events_cannot_be_compared_the_start_says_how_to_see_those_that_can(tmp_path: Path) -> None:
    for number in range(12):
        write_article(tmp_path, f"event-{number}", "gazette", "Gazette", "Fair opens", "The fair opened.\n")
    for outlet in ("Herald", "Weekly"):
        write_article(tmp_path, "event-3", outlet.lower(), outlet, "Fair opens", "The fair opened.\n")
    async with running(Project(tmp_path)) as (app, pilot):
        await pilot.pause()
        said = board(app).query_one(StatusLine).said
        assert said == "1 of 12 events can be compared: 2 shows only those.  ? shows the keys."


async def test_of_many_events_to_move_to_one_is_found_by_typing_and_a_digit_moves_nothing(events: Project) -> None:
    for number in range(1, 13):
        write_article(events.root, f"storm-{number}", "weekly", "Weekly", f"Storm {number}", "The storm came.\n")
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("fair-opens")
        screen.list_of_pairs.focus()
        await pilot.pause()
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, Search), "the question")
        await pilot.press("1", "2")
        assert isinstance(app.screen, Search)
        assert events.article_ids("fair-opens") == ["gazette"]
        await pilot.press("backspace", "backspace", *"storm-11", "enter")
        await until(pilot, lambda: app.screen is screen)
        assert events.article_ids("storm-11") == ["gazette", "weekly"]
        assert events.article_ids("fair-opens") == []


async def test_nothing_is_moved_where_nothing_is_found_or_one_goes_back(events: Project) -> None:
    async with running(events) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("fair-opens")
        screen.list_of_pairs.focus()
        await pilot.pause()
        for keys in (("z", "z", "enter"), ("escape",)):
            await pilot.press("t")
            await until(pilot, lambda: isinstance(app.screen, Search), "the question")
            await pilot.press(*keys)
            await until(pilot, lambda: app.screen is screen)
        assert events.article_ids("fair-opens") == ["gazette"]


async def test_the_sign_of_more_names_the_key_only_where_it_shows_that_row(tmp_path: Path) -> None:
    words = "A title with very many words that goes on and on until no row has room for what it says "
    for name in ("gazette", "herald", "weekly"):
        write_article(tmp_path, "bridge-closed", name, name.title(), words * 6, "“Nobody crosses it,” she said.\n")
    write_article(tmp_path, "fair-opens", "gazette", "Gazette", "Fair opens", "The fair opened.\n")
    async with running(Project(tmp_path), size=(80, 24)) as (app, pilot):
        screen = await counted(pilot, app)
        screen.events.reach("bridge-closed")
        await pilot.pause()
        detail = screen.query_one(RowDetail)

        def sign() -> str:
            return detail.render_line(detail.size.height - 1).text.rstrip().rpartition("▾ ")[2]

        assert sign() == "more"  # space shows the event, where the focus is
        await pilot.press("enter")
        await pilot.pause()
        assert sign() == "space"

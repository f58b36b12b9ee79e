"""Who quoted whom: utterances down, outlets across."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event

import pytest
from textual.pilot import Pilot

from reviewer.articles import Article
from reviewer.comparison import Side, Utterance
from reviewer.comparison.utterances import Judge
from reviewer.framing import PairKey, QuotationCorrection
from reviewer.project import Project
from reviewer.text import Span
from reviewer.tui import matrix
from reviewer.tui.app import ReviewerApp
from reviewer.tui.bars import HeaderLine, Legend
from reviewer.tui.board import BoardScreen
from reviewer.tui.catalogue import compared_side
from reviewer.tui.desk import SIDES
from reviewer.tui.dialogs import TextDialog
from reviewer.tui.lists import RowDetail
from reviewer.tui.matrix import MatrixScreen
from reviewer.tui.pair import PairScreen
from tests.tui.projects import HERALD, KEY, on_pair, ready, running, said, select, until, write_article


async def gathered(app: ReviewerApp, pilot: Pilot[int]) -> MatrixScreen:
    await until(pilot, lambda: isinstance(app.screen, MatrixScreen) and bool(app.screen.shown), "the matrix")
    assert isinstance(app.screen, MatrixScreen)
    return app.screen


def row_of(screen: MatrixScreen, words: str) -> int:
    return next(i for i, utterance in enumerate(screen.shown) if words in utterance.text)


async def test_each_cell_says_what_an_outlet_did_to_an_utterance(events: Project) -> None:
    async with on_pair(events) as (screen, pilot):
        await pilot.press("m")
        matrix = await gathered(screen.reviewer, pilot)
        assert matrix.query_one(HeaderLine).texts[2].startswith(f"{len(matrix.shown)} utterances")
        cells = [str(cell) for cell in matrix.table.get_row_at(row_of(matrix, "nobody should cross"))]
        assert len(cells) == 4
        assert "fullest" in cells[1:3]
        assert "⚑ negation" in " ".join(cells[1:3])
        assert cells[3] == "–"
        await pilot.press("q")
        assert screen.app.screen is screen


async def test_space_shows_every_wording_to_its_end(events: Project) -> None:
    async with running(events, size=(60, 20)) as (app, pilot):
        app.show_matrix("bridge-closed")
        matrix = await gathered(app, pilot)
        matrix.table.move_cursor(row=row_of(matrix, "nobody should cross"), column=0)
        await pilot.press("space")
        assert isinstance(app.screen, TextDialog)
        said = app.screen.text.plain
        assert "“The bridge is not safe and nobody should cross it before the spring,”" in said
        assert "“The bridge is safe and nobody should cross it before the spring,”" in said
        assert "⚑ negation" in said
        assert said.endswith("nothing of it: Weekly")


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_what_full_and_a_dash_mean_stands_under_the_table(events: Project, size: tuple[int, int]) -> None:
    async with running(events, size=size) as (app, pilot):
        app.show_matrix("bridge-closed")
        matrix = await gathered(app, pilot)
        legend = matrix.query_one(Legend)
        shown = legend.render_line(0).text
        assert shown.strip().startswith("fullest: ")
        assert "none" in shown or "has nothing of it" in shown
        detail = matrix.query_one(RowDetail)
        matrix.table.move_cursor(row=row_of(matrix, "nobody should cross"), column=1)
        await pilot.pause()
        assert detail.content.plain.endswith("the fullest variant")
        matrix.table.move_cursor(row=row_of(matrix, "nobody should cross"), column=2)
        await pilot.pause()
        assert "beside that of Norrholm Gazette" in detail.content.plain
        matrix.table.move_cursor(row=row_of(matrix, "nobody should cross"), column=0)
        await pilot.pause()
        assert detail.content.plain.endswith("in Norrholm Gazette, The Herald")


async def test_several_flags_of_a_cell_are_told_apart(events: Project) -> None:
    async with running(events) as (app, pilot):
        app.show_matrix("bridge-closed")
        matrix = await gathered(app, pilot)
        cells = [str(cell) for cell in matrix.table.get_row_at(row_of(matrix, "nobody should cross"))]
        assert cells[2].endswith("⚑ negation, cue")


async def test_a_line_that_is_drawn_before_the_table_is_idle_has_its_flags(
    events: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = MatrixScreen._fill

    def fill_and_draw(matrix: MatrixScreen) -> None:
        fill(matrix)
        matrix.table.render_line(row_of(matrix, "nobody should cross") + 1)

    monkeypatch.setattr(MatrixScreen, "_fill", fill_and_draw)
    async with running(events) as (app, pilot):
        app.show_matrix("bridge-closed")
        matrix = await gathered(app, pilot)
        await pilot.pause()
        assert "⚑ negation, cue" in matrix.table.render_line(row_of(matrix, "nobody should cross") + 1).text


WORDS = (
    "lamp rope crane bell gate hut flag mast clock oven stair bench ladder anchor ledger kettle drum winch plank sail "
    "tiller compass lantern barrel bucket pulley"
)


async def test_another_size_of_the_terminal_gives_the_utterances_other_room(events: Project) -> None:
    async with running(events, size=(60, 20)) as (app, pilot):
        app.show_matrix("bridge-closed")
        matrix = await gathered(app, pilot)
        matrix.table.move_cursor(row=1, column=2)
        narrow = str(matrix.table.get_row_at(0)[0])
        await pilot.resize_terminal(160, 40)
        await pilot.pause()
        wide = str(matrix.table.get_row_at(0)[0])
        assert len(wide) > len(narrow)
        assert wide in matrix.table.render_line(1).text
        assert matrix.table.cursor_coordinate == (1, 2)


OPENED = "“The ferry is late because the crew was not told of the new timetable,” said the pilot Ilo Brandt.\n"
TWICE = """\
“The ferry is late because the crew was told of the new timetable,” the owner Pia Vell said.

Ilo Brandt said the ferry was late because the crew was not told of the new timetable.
"""


async def test_a_cell_hides_no_flag_of_any_variant_that_an_outlet_has(events: Project) -> None:
    write_article(events.root, "ferry-late", "gazette", "Norrholm Gazette", "Late", OPENED)
    write_article(events.root, "ferry-late", "herald", "The Herald", "Late again", TWICE)
    async with running(events) as (app, pilot):
        app.show_matrix("ferry-late")
        matrix = await gathered(app, pilot)
        row = row_of(matrix, "The ferry is late")
        cells = [str(cell) for cell in matrix.table.get_row_at(row)]
        assert cells[2] == "reworded ⚑ negation, speaker"
        matrix.table.move_cursor(row=row, column=2)
        await pilot.pause()
        said = matrix.query_one(RowDetail).content.plain
        assert "⚑ negation: not → –" in said
        assert "⚑ speaker: Ilo Brandt → Pia Vell" in said
        assert "unquoted, beside that of Norrholm Gazette" in said


async def test_long_words_do_not_push_the_flags_out_of_sight(events: Project) -> None:
    rest = ", ".join(f"the {word} of pier {at}" for at, word in enumerate(WORDS.split()))
    long = "The ferry is late because the crew was {}told of the new timetable, " + rest
    write_article(events.root, "ferry-late", "gazette", "Norrholm Gazette", "Late", f"“{long.format('not ')}.”\n")
    write_article(events.root, "ferry-late", "herald", "The Herald", "Late again", f"“{long.format('')}.”\n")
    async with running(events) as (app, pilot):
        app.show_matrix("ferry-late")
        matrix = await gathered(app, pilot)
        matrix.table.move_cursor(row=0, column=2)
        await pilot.pause()
        detail = matrix.query_one(RowDetail)
        shown = "".join(detail.render_line(y).text for y in range(detail.size.height))
        assert "⚑ negation: not → –" in shown


async def test_enter_opens_the_pair_there(events: Project) -> None:
    async with running(events) as (app, pilot):
        app.show_matrix("bridge-closed")
        matrix = await gathered(app, pilot)
        matrix.table.move_cursor(row=row_of(matrix, "pay for this"), column=3)
        await pilot.pause()
        assert "pay for this" in matrix.query_one(RowDetail).content.plain
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen))
        pair = app.screen
        assert isinstance(pair, PairScreen)
        assert pair.key == PairKey.of("bridge-closed", "herald", "weekly")
        assert HERALD[pair.pane("left").caret.offset :].startswith("Somebody will have to pay")
        await pilot.press("q")
        await until(pilot, lambda: app.screen is matrix, "going back")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")


SPOKEN = """\
“The kiln burned all night and nobody slept a wink on the hill,” said the potter Nela Ost.

“We never sold a single cup of that batch to the palace kitchen,” she said later.
"""
RESTATED = """\
“We sold a single cup of that batch to the palace kitchen,” said the potter Nela Ost.

“The kiln burned all night,” she said. “Nobody slept on the hill.”
"""


@pytest.mark.parametrize("words", ["kiln burned", "that batch"])
async def test_enter_stands_on_the_match_of_the_cell(events: Project, words: str) -> None:
    write_article(events.root, "kiln-burns", "gazette", "Norrholm Gazette", "Late", SPOKEN)
    write_article(events.root, "kiln-burns", "herald", "The Herald", "Late again", RESTATED)
    async with running(events) as (app, pilot):
        app.show_matrix("kiln-burns")
        matrix = await gathered(app, pilot)
        matrix.table.move_cursor(row=row_of(matrix, words), column=2)
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen))
        pair = app.screen
        assert isinstance(pair, PairScreen)
        await pilot.pause()
        assert pair.rows.visited
        assert pair.rows.row is not None
        _, start, end = pair.rows.row.targets["left"]
        assert words in SPOKEN[start:end]
        assert pair.pane("left").caret.offset == start


async def test_enter_says_where_no_match_joins_the_words_of_the_cell(events: Project) -> None:
    write_article(
        events.root, "kiln-burns", "gazette", "Norrholm Gazette", "Late", "“The kiln burned,” said Nela Ost.\n"
    )
    write_article(
        events.root, "kiln-burns", "herald", "The Herald", "Later", "“My goats saw two thieves,” said Nela Ost.\n"
    )
    async with running(events) as (app, pilot):
        app.show_pair(
            PairKey.of("kiln-burns", "gazette", "herald"), places={"gazette": Span(1, 9), "herald": Span(1, 9)}
        )
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen))
        await pilot.pause()
        assert isinstance(app.screen, PairScreen)
        assert "no match of these two articles" in said(app.screen)
        assert [app.screen.pane(side).caret.offset for side in SIDES] == [1, 1]
        app.show_pair(PairKey.of("kiln-burns", "gazette", "herald"), places={"herald": Span(1, 9)})
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen))
        await pilot.pause()
        assert said(app.screen).startswith("Norrholm Gazette has nothing of it")


async def test_who_moves_on_before_the_matches_are_there_is_left_where_they_are(events: Project) -> None:
    async with on_pair(events) as (screen, pilot):
        at = HERALD.index("The bridge is safe")
        screen.places = {"gazette": Span(0, 3), "herald": Span(at, at + 9)}
        screen.open_pair(KEY)
        screen.pane("right").go_to("text", 5)
        await until(pilot, lambda: ready(screen))
        await pilot.pause()
        assert screen.pane("right").caret.offset == 5


async def test_an_outlet_without_the_utterance_opens_beside_the_one_that_has_it(events: Project) -> None:
    async with running(events) as (app, pilot):
        await pilot.press("m")
        app.show_matrix("bridge-closed")
        matrix = await gathered(app, pilot)
        matrix.table.move_cursor(row=row_of(matrix, "pay for this"), column=1)
        await pilot.pause()
        assert "has nothing of it" in matrix.query_one(RowDetail).content.plain
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen))
        assert "gazette" in (app.screen.key.left, app.screen.key.right)  # type: ignore[attr-defined]


async def test_utterances_are_filtered(events: Project) -> None:
    async with running(events) as (app, pilot):
        app.show_matrix("bridge-closed")
        matrix = await gathered(app, pilot)
        await pilot.press("slash", *"flag:negation", "enter")
        assert ["nobody should cross" in u.text for u in matrix.shown] == [True]
        assert matrix.focused is matrix.table
        assert "filter: flag:negation" in matrix.query_one(HeaderLine).texts[1]
        await pilot.press("slash", "x", "y", "enter", "enter")
        assert matrix.shown == ()
        assert app.screen is matrix
        await pilot.press("escape")
        assert matrix.shown == matrix.utterances
        await pilot.press("slash", "x", "escape")
        assert matrix.shown == matrix.utterances
        assert matrix.focused is matrix.table
        await pilot.press("escape")
        assert app.screen is not matrix


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_that_a_filter_hides_utterances_is_seen_at_every_size(events: Project, size: tuple[int, int]) -> None:
    async with running(events, size=size) as (app, pilot):
        app.show_matrix("bridge-closed")
        matrix = await gathered(app, pilot)
        await pilot.press("slash", *"flag:neg", "enter")
        header = matrix.query_one(HeaderLine)
        assert "filter: flag:neg" in str(header.render())
        assert header.texts[2].startswith("1 of ")


async def test_an_event_of_one_article_has_utterances_but_no_pair(events: Project) -> None:
    text = "---\noutlet: Norrholm Gazette\n---\n\n“We open the doors at nine,” said the director, Ane Vik.\n"
    events.article_file("fair-opens", "gazette").write_text(text)
    async with running(events) as (app, pilot):
        app.show_matrix("fair-opens")
        matrix = await gathered(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is matrix


async def test_the_analysts_word_on_matches_counts(events: Project) -> None:
    async with on_pair(events) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("r")
        rejected = screen.rows.rows[0].prompt.plain
        assert "✗" in rejected
        select(screen, "left", "That is too late for anyone")
        select(screen, "right", "queued for the ferry")
        await pilot.press("l", "m")
        matrix = await gathered(screen.reviewer, pilot)
        apart = [u for u in matrix.utterances if "nobody should cross" in u.text]
        assert all({variant.article for variant in utterance.variants} < {KEY.left, KEY.right} for utterance in apart)
        linked = [u for u in matrix.utterances if "too late for anyone" in u.text]
        assert [{variant.article for variant in utterance.variants} for utterance in linked] == [{KEY.left, KEY.right}]


async def test_the_board_counts_no_match_that_was_rejected(events: Project) -> None:
    async with on_pair(events) as (screen, pilot):
        shared = sum(row.match.kind != "passage" for row in screen.desk.matches)  # type: ignore[union-attr]
        screen.rows.focus()
        await pilot.press("r")
    async with running(events) as (app, pilot):
        board = app.screen
        assert isinstance(board, BoardScreen)
        await until(pilot, lambda: bool(board.rankings[KEY.event].pairs), "the pairs")
        assert {pair.key: pair.shared for pair in board.rankings[KEY.event].pairs}[KEY] == shared - 1


async def test_who_leaves_while_articles_are_read_lets_nothing_go_on_behind(
    events: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, reads, read = Event(), Event(), []

    def slowly(article: Article, corrections: Sequence[QuotationCorrection]) -> Side:
        read.append(article.id)
        reads.set()
        goes_on.wait(20)
        return compared_side(article, corrections)

    monkeypatch.setattr(matrix, "compared_side", slowly)
    async with running(events) as (app, pilot):
        app.show_matrix(KEY.event)
        await until(pilot, reads.is_set, "the first article")
        header = app.screen.query_one(HeaderLine)
        await until(pilot, lambda: header.texts[2] == "reading … 0 of 3 articles", "how far it is")
        (worker,) = (worker for worker in app.workers if worker.name == "_gather")
        await pilot.press("q")
        await until(pilot, lambda: worker.is_cancelled, "the end of the worker")
        goes_on.set()
        await until(pilot, lambda: worker.is_finished, "the end of its thread")
    assert read == ["gazette"]


@pytest.mark.parametrize(
    ("compared", "judges", "said"),
    [
        (2, False, "comparing … 2 of 3 pairs"),
        (3, True, "3 pairs compared, gathering …"),
        (3, False, "3 pairs compared, gathering …"),
    ],
)
async def test_who_leaves_while_pairs_are_compared_judged_or_gathered_lets_nothing_go_on_behind(
    events: Project, monkeypatch: pytest.MonkeyPatch, compared: int, judges: bool, said: str
) -> None:
    left, ended = Event(), Event()

    def slowly(
        sides: object, judged: Judge, progress: Callable[[int, int], None], awaited: Callable[[], None]
    ) -> tuple[Utterance, ...]:
        try:
            progress(compared, 3)
            for _ in range(10_000):
                if compared < 3:
                    progress(compared, 3)
                elif judges:
                    judged("gazette", "herald", ())
                else:
                    awaited()
                left.wait(0.01)
            return ()
        finally:
            ended.set()

    monkeypatch.setattr(matrix, "utterances", slowly)
    async with running(events) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        app.show_matrix(KEY.event)
        await until(pilot, lambda: isinstance(app.screen, MatrixScreen) and bool(app.screen.query(HeaderLine)), "it")
        header = app.screen.query_one(HeaderLine)
        await until(pilot, lambda: header.texts[2] == said, "how far it is")
        await pilot.press("q")
        left.set()
        await until(pilot, ended.is_set, "the end of the comparison")
        assert isinstance(app.screen, BoardScreen)


async def test_words_whose_match_was_rejected_are_marked_where_a_third_outlet_holds_them_in_one_row(
    events: Project,
) -> None:
    write_article(
        events.root,
        "bridge-closed",
        "weekly",
        "Weekly",
        "Who pays?",
        "“The bridge is safe and nobody should cross it before the spring,” the engineer Tilda Ravn said again.\n",
    )
    async with on_pair(events) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("r", "m")
        matrix = await gathered(screen.reviewer, pilot)
        at = row_of(matrix, "nobody should cross")
        cells = [str(cell) for cell in matrix.table.get_row_at(at)[1:]]
        assert ["✗" in cell for cell in cells] == [True, True, False]
        matrix.table.move_cursor(row=at, column=2)
        await pilot.pause()
        said = "✗ you rejected its match with Norrholm Gazette, it is here through Weekly"
        assert said in matrix.query_one(RowDetail).content.plain
        assert "✗" in matrix.query_one(Legend).render_line(0).text
        await pilot.press("space")
        assert isinstance(app_screen := screen.app.screen, TextDialog)
        assert said in app_screen.text.plain

"""The screen that says how far analysts agree, and the way from it to where they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from reviewer.framing import PairKey, Verdict, VerdictKind, Workspace, builtin_codebook
from reviewer.framing.agreement import Measure, Reliability, Unit
from reviewer.project import Project
from reviewer.tui.agreement import AgreementScreen
from reviewer.tui.agreement_rows import measure_rows
from reviewer.tui.app import ReviewerApp
from reviewer.tui.bars import HeaderLine, StatusLine
from reviewer.tui.board import BoardScreen
from reviewer.tui.lists import RowDetail
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_lists import DIFFERENCES, MATCHES
from tests.tui.annotated import a_difference, kept
from tests.tui.projects import KEY, ready, running, until

CAUSE = "codes code entman.cause"


def agreed(project: Project) -> None:
    """Vera and otto have coded the first pair; they differ on the second code, and vera alone is done."""
    kept(project, a_difference(), a_difference("fd-bbbbbbbbbb", "too late"))
    otto = replace(a_difference("fd-cccccccccc", "Ferries"), codes=("entman.cause", "entman.moral"))
    kept(project, otto, analyst="otto")
    workspace = Workspace(project, "vera")
    workspace.set_done(KEY, True)
    workspace.close()


async def opened(app: ReviewerApp, pilot: Pilot[int]) -> AgreementScreen:
    await pilot.press("b")
    await until(
        pilot, lambda: isinstance(app.screen, AgreementScreen) and app.screen.gathered is not None, "the figures"
    )
    assert isinstance(app.screen, AgreementScreen)
    await pilot.pause()
    return app.screen


def prompts(screen: AgreementScreen) -> list[str]:
    return [" ".join(row.prompt.plain.split()) for row in screen.rows.rows]


async def test_b_on_the_board_lists_codes_branches_and_verdicts_with_their_figures(events: Project) -> None:
    agreed(events)
    async with running(events) as (app, pilot):
        screen = await opened(app, pilot)
        assert screen.query_one(HeaderLine).texts[1:] == ("agreement between analysts", "1 pair · 2 analysts")
        assert prompts(screen) == [
            "−.50 0 % 2 4/4 entman: its codes together",
            "– 100 % 2 4/4 Causal interpretation entman.cause",
            "−.50 0 % 2 2/4 Moral evaluation entman.moral",
            "– 100 % 1 2/2 difference: its kinds together",
            "– 100 % 1 2/2 Omission difference.omission",
        ]
        screen.rows.reach(CAUSE)
        await pilot.pause()
        said = screen.query_one(RowDetail).content.plain
        assert "α is undefined: all of it was coded alike" in said
        await pilot.press("down")
        await pilot.pause()
        said = screen.query_one(RowDetail).content.plain
        assert (
            "they differ on 2: The bridge is closed: Norrholm Gazette ⇄ The Herald, in Norrholm Gazette: otto yes, vera no"
            in said
        )


async def test_enter_opens_the_pairs_on_which_they_differ_and_coming_back_counts_anew(events: Project) -> None:
    agreed(events)
    other = PairKey.of(KEY.event, "gazette", "weekly")
    for analyst in ("otto", "vera"):
        workspace = Workspace(events, analyst)
        workspace.set_done(other, True)
        workspace.close()
    async with running(events) as (app, pilot):
        screen = await opened(app, pilot)
        assert screen.query_one(HeaderLine).texts[2] == "2 pairs · 2 analysts"
        screen.rows.reach("codes code entman.moral")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
        pair = app.screen
        assert isinstance(pair, PairScreen)
        assert (pair.key, pair.pairs, pair.tab, pair.beside) == (KEY, (KEY,), DIFFERENCES, True)
        assert any("otto" in row.prompt.plain for row in pair.rows.rows)
        record = replace(a_difference(), codes=("entman.cause", "entman.moral"))
        app.workspace.put_difference(KEY, record)
        await pilot.press("q")
        await until(pilot, lambda: "1.00 100 % 4 4/8 Moral evaluation entman.moral" in prompts(screen), "what is new")
        assert screen.rows.row is not None
        assert screen.rows.row.id == "codes code entman.moral"
        await pilot.press("enter")
        assert screen.query_one(StatusLine).said == "nobody differs there"
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")


async def test_two_leaves_what_both_have_finished_and_one_brings_all_back(events: Project) -> None:
    agreed(events)
    async with running(events) as (app, pilot):
        screen = await opened(app, pilot)
        await pilot.press("2")
        await pilot.pause()
        assert screen.query_one(HeaderLine).texts[1:] == ("agreement on finished pairs", "0 pairs · 0 analysts")
        assert screen.rows.rows == ()
        assert "no pair is finished by two analysts yet" in str(screen.rows.get_option_at_index(0).prompt)
        await pilot.press("enter", "1")
        await pilot.pause()
        assert len(screen.rows.rows) == 5


async def test_verdicts_are_rows_too_and_lead_to_the_matches(events: Project) -> None:
    said: tuple[tuple[str, VerdictKind], ...] = (("vera", "confirmed"), ("otto", "rejected"))
    for analyst, word in said:
        record = a_difference()
        verdict = Verdict(
            f"m-{analyst:a<10}",
            word,
            "quote",
            "identical",
            record.left.anchors,
            record.right.anchors,
        )
        workspace = Workspace(events, analyst)
        workspace.put_verdict(KEY, verdict)
        workspace.close()
    async with running(events) as (app, pilot):
        screen = await opened(app, pilot)
        assert prompts(screen) == [".00 0 % 1 1/2 verdicts on matches"]
        assert "“four million crowns”: otto ✗, vera ✓" in screen.query_one(RowDetail).content.plain
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
        assert isinstance(app.screen, PairScreen)
        assert (app.screen.tab, app.screen.beside) == (MATCHES, True)


async def test_a_filter_leaves_a_branch_and_escape_takes_it_away_then_leaves(events: Project) -> None:
    agreed(events)
    async with running(events) as (app, pilot):
        screen = await opened(app, pilot)
        await pilot.press("slash", *"code:entman.m", "enter")
        await pilot.pause()
        assert [row.id for row in screen.rows.rows] == ["codes code entman.moral"]
        assert screen.query_one(HeaderLine).texts[1] == "filter: code:entman.m"
        await pilot.press("escape")
        await pilot.pause()
        assert len(screen.rows.rows) == 5
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")


async def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_counted(events: Project) -> None:
    agreed(events)
    nora = events.pair_file(KEY.event, KEY.left, KEY.right, "nora")
    nora.write_text("schema: framing-annotations/1\nevent: [\n")
    async with running(events) as (app, pilot):
        screen = await opened(app, pilot)
        assert len(screen.rows.rows) == 5
        assert any("nora.yaml" in notice for notice in app.notices)


async def test_it_says_where_several_codebooks_were_at_work(events: Project) -> None:
    agreed(events)
    path = events.pair_file(KEY.event, KEY.left, KEY.right, "otto")
    path.write_text(path.read_text().replace("{id: framing-core, version: 1}", "{id: framing-core, version: 2}"))
    async with running(events) as (app, pilot):
        screen = await opened(app, pilot)
        said = screen.query_one(StatusLine).said
        assert said == "mind that they coded with several codebooks: framing-core/1, framing-core/2"


async def test_without_a_second_analyst_it_says_what_is_needed(events: Project) -> None:
    kept(events, a_difference())
    async with running(events) as (app, pilot):
        screen = await opened(app, pilot)
        assert "no pair is coded by two analysts yet" in str(screen.rows.get_option_at_index(0).prompt)


@pytest.mark.parametrize(
    ("alpha", "agreed", "said"),
    [
        (1.0, 1.0, "1.00 100 %"),
        (0.9999, 0.9999, ".99 99 %"),
        (0.745, 0.75, ".74 75 %"),
        (0.0, 0.5, ".00 50 %"),
        (-0.001, 0.001, ".00 1 %"),
        (-0.5, 0.0, "−.50 0 %"),
        (-1.0, 0.0, "−1.00 0 %"),
        (None, 1.0, "– 100 %"),
        (None, None, "– –"),
    ],
)
def test_figures_are_rounded_but_never_to_all_or_nothing(alpha: float | None, agreed: float | None, said: str) -> None:
    measure = Measure("codes", "entman.cause", "code", Reliability(alpha, agreed, 1200, 2400), 7, ())
    (row,) = measure_rows([measure], builtin_codebook(), [])
    assert " ".join(row.prompt.plain.split()) == f"{said} 1,200 7/2,400 Causal interpretation entman.cause"


def test_what_is_strange_or_gone_is_named_by_its_id_and_shown_letter_by_letter() -> None:
    unit = Unit(PairKey("old", "one", "two"), "right", "")
    measure = Measure(
        "codes", "own.\x1b[31m", "code", Reliability(0.0, 0.0, 1, 2), 1, ((unit, (("mira", True), ("otto", False))),)
    )
    (row,) = measure_rows([measure], builtin_codebook(), [])
    assert "\x1b" not in row.prompt.plain + row.detail().plain + row.in_full().plain
    assert "old: one ⇄ two, in two: mira yes, otto no" in row.detail().plain

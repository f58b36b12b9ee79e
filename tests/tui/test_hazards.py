"""Nothing that stands in a file reaches the terminal unchecked, and none of it is markup: sink by sink."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from reviewer.framing import Difference, DifferenceSide, Workspace, anchor_at
from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.config import Config
from reviewer.tui.form import DifferenceForm
from reviewer.tui.pair import PairScreen
from reviewer.tui.text_field import TextField
from tests.tui.projects import KEY, on_pair, ready, select, until

ODD = "[/][@click=app.quit]x[/] [Acme] [sic] [his] [$error] [/foo"
HOSTILE = f"{ODD} \x1b[2J\x1b]52;c;eA==\x07 \x9b31m \x7f \u202eabc\u202c \u200b"
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")


def quoted(text: str) -> str:
    """The text as a double-quoted YAML scalar."""
    return '"' + "".join(f"\\u{ord(c):04x}" if not c.isprintable() or c in '"\\' else c for c in text) + '"'


@pytest.fixture
def hostile(tmp_path: Path) -> Project:
    """Every field that a person or a page can fill holds the same odd string."""
    folder = tmp_path / "data" / KEY.event
    folder.mkdir(parents=True)
    (folder / "event.yaml").write_text(f"title: {quoted(HOSTILE)}\nnote: {quoted(HOSTILE)}\n")
    for name in (KEY.left, KEY.right, "third"):
        front = "".join(f"{key}: {quoted(name + HOSTILE)}\n" for key in ("outlet", "title", "byline"))
        body = (
            f"{HOSTILE}\n\n“Nobody {ODD} should cross the old bridge before the spring,” said {name} {HOSTILE}.\n\n"
            f"“{HOSTILE} only {name} says this at all in its pages,” {ODD} warned.\n"
        )
        (folder / f"{name}.md").write_text(f"---\n{front}---\n\n{body}")
    project = Project(tmp_path)
    for analyst in ("vera", "otto"):
        workspace = Workspace(project, analyst)
        text = (folder / f"{KEY.left}.md").read_text().split("---\n\n", 1)[1]
        side = DifferenceSide("present", (anchor_at(text, 0, len(HOSTILE), role="body"),), (ODD.replace(" ", "-"),))
        other = DifferenceSide("present", (anchor_at(text, 3, 8, role="body"),))
        workspace.put_difference(KEY, Difference("fd-aaaaaaaaaa", ODD, (HOSTILE,), side, other, note=HOSTILE))
        workspace.set_note(KEY, HOSTILE)
        workspace.close()
    return project


def drawn(app: ReviewerApp) -> str:
    """What is on the screen, every segment of it; fails when one binds an action of the article's."""
    rows = []
    for screen in app.screen_stack:
        for strip in screen._compositor.render_strips():
            for segment in strip:
                assert "app.quit" not in str(segment.style.meta if segment.style else "")
            rows.append(strip.text)
    return "\n".join(rows)


def assert_clean(app: ReviewerApp) -> None:
    text = drawn(app)
    assert CONTROLS.search(text.replace("\n", "")) is None, repr(CONTROLS.search(text.replace("\n", "")))


async def clean(app: ReviewerApp, pilot: Pilot[int]) -> str:
    await pilot.pause()
    assert_clean(app)
    return drawn(app)


async def test_the_board_shows_titles_outlets_and_bylines_letter_by_letter(hostile: Project) -> None:
    app = ReviewerApp(hostile, "vera", config=Config(failures=(HOSTILE,)), notice=HOSTILE)
    async with app.run_test(size=(200, 50)) as pilot:
        await until(pilot, lambda: any(r.pairs for r in app.screen.rankings.values()), "the comparison")  # type: ignore[attr-defined]
        shown = await clean(app, pilot)
        assert ODD[:40] in shown
        await pilot.press("enter", "end")
        await clean(app, pilot)
        for key in ("f", "t", "escape", "colon", "escape", "question_mark", "escape", "slash"):
            await pilot.press(key)
            await clean(app, pilot)
        await pilot.press(*"[/")
        await clean(app, pilot)


async def test_the_pair_shows_everything_letter_by_letter(hostile: Project) -> None:
    async with on_pair(hostile, size=(200, 50)) as (screen, pilot):
        app = screen.reviewer
        shown = await clean(app, pilot)
        assert "[Acme] [sic] [his]" in shown
        assert any("invisible characters shown as marks" in notice.message for notice in app._notifications)
        for tab in range(5):
            screen.action_list(tab)
            await pilot.pause(0.1)
            await clean(app, pilot)
            screen.rows.focus()
            await pilot.press("space")
            await clean(app, pilot)
            await pilot.press("escape")
        await pilot.press("2", "b")
        shown = await clean(app, pilot)
        assert "otto" in shown
        for key in ("t", "escape", "f", "escape", "slash"):
            await pilot.press(key)
            await clean(app, pilot)
        await pilot.press(*"[/foo")
        await clean(app, pilot)
        await pilot.press("escape")


async def test_the_form_shows_anchors_codes_and_candidates_letter_by_letter(hostile: Project) -> None:
    async with on_pair(hostile, size=(200, 50)) as (screen, pilot):
        app = screen.reviewer
        screen.action_list(1)
        screen.rows.focus()
        await pilot.press("enter")
        await until(pilot, lambda: screen.form is not None, "the form")
        assert "[Acme]" in await clean(app, pilot)
        await pilot.press("escape")
        await until(pilot, lambda: screen.form is None)
        select(screen, "left", "Nobody")
        await pilot.press("a")
        form = screen.query_one(DifferenceForm)
        form.query_one("#right-state").focus()
        await pilot.press("a")
        await until(pilot, lambda: bool(form.draft.right.queries), "the search")
        form.query_one("#right-search Input").focus()
        await pilot.press(*"[/]", "enter")
        await until(pilot, lambda: "[/]" in form.draft.right.queries, "the search")
        await clean(app, pilot)


async def test_what_is_only_looked_at_in_a_field_keeps_its_every_character(hostile: Project) -> None:
    before = hostile.pair_file(KEY.event, KEY.left, KEY.right, "vera").read_bytes()
    article = hostile.article_file(KEY.event, "third").read_bytes()
    async with on_pair(hostile, size=(200, 50)) as (screen, pilot):
        await pilot.press("t", "tab", "enter", "2")
        screen.rows.focus()
        await pilot.press("enter")
        await until(pilot, lambda: screen.form is not None, "the form")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.form is None)
        await pilot.press("e", "enter", "end", "f", "ctrl+s")
        await pilot.pause()
    assert hostile.pair_file(KEY.event, KEY.left, KEY.right, "vera").read_bytes() == before
    assert hostile.article_file(KEY.event, "third").read_bytes() == article


async def test_what_is_pasted_is_displayable_at_once(hostile: Project) -> None:
    async with on_pair(hostile, size=(200, 50)) as (screen, pilot):
        await pilot.press("t")
        screen.app.screen.query_one(TextField).post_message(events.Paste(HOSTILE))
        assert ODD[:20] in await clean(screen.reviewer, pilot)
        await pilot.press("escape", "slash")
        screen.query_one("#prompt-text").post_message(events.Paste(HOSTILE))
        assert ODD[:20] in await clean(screen.reviewer, pilot)


async def test_the_matrix_shows_everything_letter_by_letter(hostile: Project) -> None:
    async with on_pair(hostile, size=(200, 50)) as (screen, pilot):
        await pilot.press("m")
        await until(pilot, lambda: bool(getattr(screen.app.screen, "shown", ())), "the matrix")
        shown = await clean(screen.reviewer, pilot)
        assert "Nobody [/][@c" in shown


async def test_errors_about_a_file_are_displayable(hostile: Project) -> None:
    hostile.article_file(KEY.event, "third").write_text(f"---\noutlet: [{ODD}\n---\n\nx\n")
    hostile.pair_file(KEY.event, KEY.left, KEY.right, "otto").write_text(f"schema: x\n{ODD}: [\n")
    async with on_pair(hostile, size=(200, 50)) as (screen, pilot):
        await clean(screen.reviewer, pilot)
        assert isinstance(screen, PairScreen)
        assert ready(screen)

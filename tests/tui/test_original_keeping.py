"""What is decided on an original and not written: on disk at once, offered at the next start, gone once it is written or left."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from reviewer.articles import load_article
from reviewer.framing import ArticleKey, PairKey, Workspace
from reviewer.framing.drafts import page_file as kept_file
from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.dialogs import ChoiceDialog
from reviewer.tui.original_screen import OriginalScreen
from reviewer.tui.pair import PairScreen
from reviewer.tui.recovery import LATER
from tests.tui.pages import EVENT, LOST, at, number_of, said
from tests.tui.projects import ready, running, until
from tests.tui.test_board import asked
from tests.tui.test_original import original, reading, with_page


def article_of(key: PairKey) -> ArticleKey:
    return ArticleKey(EVENT, key.right)


def left(project: Project) -> list[ArticleKey]:
    """The originals on which something is decided and not written."""
    workspace = Workspace(project, "vera")
    try:
        return [key for key, _ in workspace.pages()]
    finally:
        workspace.close()


async def decided(project: Project) -> PairKey:
    """A session that ended, all at once, after a paragraph was brought back."""
    key = with_page(project)
    async with reading(project, key) as (screen, pilot):
        page = await original(screen, pilot)
        await at(page, pilot, LOST)
        await pilot.press("x", "ctrl+q")  # in one breath
        assert screen.app._exit
    return key


@asynccontextmanager
async def started_again(project: Project) -> AsyncIterator[tuple[ReviewerApp, Pilot[int]]]:
    async with running(project, size=(100, 30)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the question")
        await pilot.pause()
        yield app, pilot


async def test_what_is_decided_is_on_disk_after_a_moment(pair: Project) -> None:
    async with reading(pair, with_page(pair)) as (screen, pilot):
        page = await original(screen, pilot)
        assert screen.reviewer.workspace.pages() == ()
        await at(page, pilot, LOST)
        await pilot.press("x")
        await until(pilot, lambda: screen.reviewer.workspace.pages() != (), "the decision on disk")
        await pilot.press("u")
        await until(pilot, lambda: screen.reviewer.workspace.pages() == (), "nothing on disk")


async def test_it_is_offered_at_the_next_start_and_can_be_written_then(pair: Project) -> None:
    key = await decided(pair)
    async with started_again(pair) as (app, pilot):
        assert asked(app) == "You were deciding on an original: The bridge is closed: Zebra Post."
        await pilot.press("o")
        await until(pilot, lambda: isinstance(app.screen, OriginalScreen), "the original")
        page = app.screen
        assert isinstance(page, OriginalScreen)
        await until(pilot, lambda: bool(page.page.draft.decisions), "the decision")
        assert page.page.draft.kept(number_of(page, LOST))
        assert said(app).startswith("1 paragraph decided by you before, and not written; x brings")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, PairScreen), "the pair")
        assert isinstance(app.screen, PairScreen)
        assert app.screen.key == key
        assert LOST in load_article(pair.article_file(EVENT, key.right)).text
        assert app.workspace.pages() == ()


async def test_left_for_later_it_is_there_when_the_original_is_opened(pair: Project) -> None:
    key = await decided(pair)
    async with started_again(pair) as (app, pilot):
        await pilot.press(LATER.key)
        app.show_pair(key)
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and app.screen.key == key and ready(app.screen))
        assert isinstance(app.screen, PairScreen)
        app.screen.pane("right").focus()
        page = await original(app.screen, pilot)
        assert page.page.draft.kept(number_of(page, LOST))
    assert left(pair) == [article_of(key)]


async def test_who_may_only_read_takes_up_nothing_of_it(pair: Project) -> None:
    key = await decided(pair)
    holder = Workspace(pair, "vera")
    try:
        async with reading(pair, key) as (screen, pilot):
            assert screen.reviewer.workspace.read_only
            page = await original(screen, pilot)
            assert not page.page.draft.kept(number_of(page, LOST))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(screen.app.screen, PairScreen), "the pair, nothing asked")
    finally:
        holder.close()
    assert left(pair) == [article_of(key)]


async def test_discarded_it_is_gone(pair: Project) -> None:
    await decided(pair)
    async with started_again(pair) as (app, pilot):
        await pilot.press("d")
        await until(pilot, lambda: app.workspace.pages() == (), "nothing on disk")


async def test_going_back_knowingly_is_the_end_of_it(pair: Project) -> None:
    async with reading(pair, with_page(pair)) as (screen, pilot):
        page = await original(screen, pilot)
        await at(page, pilot, LOST)
        await pilot.press("x")
        await until(pilot, lambda: screen.reviewer.workspace.pages() != (), "the decision on disk")
        await pilot.press("escape")
        assert "the same key again leaves without it" in said(screen.reviewer)
        await pilot.press("escape")
        await until(pilot, lambda: screen.reviewer.screen is screen, "the pair")
    assert left(pair) == []


async def test_of_a_page_that_is_not_as_it_was_nothing_is_taken_up(pair: Project) -> None:
    key = await decided(pair)
    path = kept_file(pair, "vera", article_of(key))
    for damage in ({"page": "another"}, {"decisions": {"x": 1}}, {"decisions": 3}):
        stored = json.loads(path.read_text())
        stored["draft"].update(damage)
        path.write_text(json.dumps(stored))
        async with started_again(pair) as (app, pilot):
            await pilot.press("o")
            await until(pilot, lambda: isinstance(app.screen, OriginalScreen), "the original")
            await pilot.pause()
            assert isinstance(app.screen, OriginalScreen)
            assert app.screen.page.draft.decisions == {}
            assert "what you decided on it before is not taken up" in said(app)
        assert left(pair) == [article_of(key)]


async def test_decisions_that_cannot_be_kept_are_left_only_knowingly(pair: Project) -> None:
    key = with_page(pair)
    async with reading(pair, key) as (screen, pilot):
        (pair.private / "pages").write_text("in the way of the folder")
        page = await original(screen, pilot)
        await at(page, pilot, LOST)
        await pilot.press("x", "ctrl+q")
        await pilot.pause()
        assert screen.app.return_code is None
        assert screen.is_running
        assert "once more leaves without it; what you decided is not kept" in said(screen.reviewer)
        await pilot.press("ctrl+q")
        assert screen.app._exit
        assert "the original of" in "".join(screen.reviewer.parting.values())

"""An import that is not finished is kept as it is decided on, and offered again."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.framing import Workspace
from reviewer.project import Project
from reviewer.tui.board import BoardScreen
from reviewer.tui.dialogs import ChoiceDialog
from reviewer.tui.import_dialog import Wish
from reviewer.tui.import_keeping import Begun, begun_from_mapping, begun_to_mapping
from reviewer.tui.import_screen import ImportScreen
from tests.tui.pages import BODY, EVENT, PAGE, at, importing, number_of, opened, page_file, said
from tests.tui.projects import running, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from reviewer.tui.app import ReviewerApp

TEXTS = st.text(max_size=20)


@given(
    st.lists(TEXTS.filter(lambda name: "\0" not in name), min_size=1, max_size=3),
    st.tuples(*[st.none() | TEXTS] * 3),
    st.integers(1, 500),
    st.dictionaries(st.integers(0, 900), st.booleans()),
    st.dictionaries(TEXTS, st.none() | TEXTS),
)
def test_what_is_kept_of_an_import_comes_back_as_it_was(
    paths: list[str],
    wished: tuple[str | None, str | None, str | None],
    number: int,
    decisions: dict[int, bool],
    fields: dict[str, str | None],
) -> None:
    begun = Begun(Wish(tuple(map(Path, paths)), *wished), number, "ab12", decisions, fields)
    assert begun_from_mapping(begun_to_mapping(begun)) == begun


@pytest.mark.parametrize(
    "damage", [{"paths": []}, {"paths": None}, {"number": "x"}, {"number": 0}, {"number": 1e999}, {"decisions": []}]
)
def test_what_is_no_import_of_ours_is_none(damage: dict[str, object]) -> None:
    sound = begun_to_mapping(Begun(Wish((Path("page.txt"),), None, None, None), 1, ""))
    assert begun_from_mapping(sound) is not None
    assert begun_from_mapping({**sound, **damage}) is None


def test_a_source_that_cannot_be_asked_for_is_missing() -> None:
    """Not every system error says that a file is not there: a folder may be closed, a name too long."""
    path = Path("x" * 5_000)
    assert Begun(Wish((path,), None, None, None), 1, "").missing == path


@asynccontextmanager
async def started_again(project: Project) -> AsyncIterator[tuple[ReviewerApp, Pilot[int]]]:
    """The next start, at its question about the import."""
    async with running(project, size=(100, 30)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the question")
        yield app, pilot


def begun(project: Project) -> bool:
    workspace = Workspace(project, "vera")
    try:
        return workspace.begun_import() is not None
    finally:
        workspace.close()


async def test_what_is_decided_is_on_disk_and_taken_up_at_the_next_start(events: Project, tmp_path: Path) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        await at(screen, pilot, BODY[1])
        await pilot.press("x", "f", "end", *" today", "escape")
        await until(pilot, lambda: screen.reviewer.workspace.begun_import() is not None, "the decisions on disk")
        await pilot.press("f", "end", "!", "ctrl+q")  # in one breath
        assert screen.app._exit
        title = screen.fields.corrected["title"]
    async with started_again(events) as (app, pilot):
        await pilot.press("o")
        again = await opened(app, pilot)
        assert not again.page.draft.kept(number_of(again, BODY[1]))
        assert again.fields.corrected == {"title": title}
        assert str(title).endswith(" today!")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        assert app.workspace.begun_import() is None
    texts = [path.read_text() for path in (events.root / "data" / EVENT).glob("*.md")]
    assert any(str(title) in text and BODY[0] in text and BODY[1] not in text for text in texts)


async def test_an_import_of_several_pages_goes_on_at_the_one_at_hand(events: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    pages = [page_file(folder, f"{name}.txt", PAGE.replace("Rowers", f"{name.title()} rowers")) for name in "abc"]
    async with importing(events, *pages, event=None) as (screen, pilot):
        await pilot.press("w")
        await opened(screen.reviewer, pilot, 2)
        await pilot.press("S")
        await opened(screen.reviewer, pilot, 3)
        (event,) = screen._importing.events
    before = set(events.event_ids())
    async with started_again(events) as (app, pilot):
        await pilot.press("o")
        again = await opened(app, pilot, 3)
        assert "C rowers" in "".join(one.words for one in again.page.draft.paragraphs)
        await pilot.press("w")
        await until(pilot, lambda: app.workspace.begun_import() is None, "the end of the import")
    assert set(events.event_ids()) == before, "into the event of the first"
    assert len(events.article_ids(event)) == 2


async def test_going_back_knowingly_is_the_end_of_it(events: Project, tmp_path: Path) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        await pilot.press("home", "X")
        await until(pilot, lambda: screen.reviewer.workspace.begun_import() is not None, "the decisions on disk")
        await pilot.press("escape")
        assert "the same key again leaves without it" in said(screen.reviewer)
        assert screen.reviewer.workspace.begun_import() is not None
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(screen.reviewer.screen, BoardScreen), "the board")
        assert screen.reviewer.workspace.begun_import() is None


async def test_an_import_that_was_only_looked_at_leaves_nothing(events: Project, tmp_path: Path) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        await pilot.press("down", "ctrl+q")
        assert screen.app._exit
    assert not begun(events)


async def test_of_a_page_that_has_changed_no_decision_is_taken_up(events: Project, tmp_path: Path) -> None:
    page = page_file(tmp_path / "in")
    async with importing(events, page) as (screen, pilot):
        await at(screen, pilot, BODY[1])
        await pilot.press("x", "ctrl+q")
    page.write_text(page.read_text().replace(BODY[0], "Another paragraph stands here now."))
    async with started_again(events) as (app, pilot):
        await pilot.press("o")
        again = await opened(app, pilot)
        assert again.page.draft.decisions == {}
        assert "the sources are not as they were" in said(app)


async def test_an_import_whose_source_is_gone_is_kept_and_not_gone_on_with(events: Project, tmp_path: Path) -> None:
    page = page_file(tmp_path / "in")
    async with importing(events, page) as (_, pilot):
        await pilot.press("home", "X", "ctrl+q")
    page.unlink()
    async with started_again(events) as (app, pilot):
        assert "is not there now" in app.screen._question  # type: ignore[attr-defined]
        await pilot.press("o")
        assert isinstance(app.screen, ChoiceDialog)
        await pilot.press("l")
        await pilot.pause()
        assert app.workspace.begun_import() is not None


async def test_another_import_does_not_take_the_place_of_one_that_is_not_finished(
    events: Project, tmp_path: Path
) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (_, pilot):
        await pilot.press("home", "X", "ctrl+q")
    async with started_again(events) as (app, pilot):
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the question")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        assert app.workspace.begun_import() is not None
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the question")
        await pilot.press("o")
        again = await opened(app, pilot)
        assert again.page.draft.decisions


async def test_decisions_that_cannot_be_kept_are_left_only_knowingly(events: Project, tmp_path: Path) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        (events.private / "imports").write_text("a file where the folder should be")
        app = screen.reviewer
        await pilot.press("home", "X", "ctrl+q")
        assert "once more leaves without it; what you decided is not kept" in said(app)
        assert not app._exit
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app._exit, "the end")
    (line,) = app.parting.values()
    assert line.startswith("what you decided is not kept")


async def test_as_another_analyst_the_import_is_theirs(events: Project, tmp_path: Path) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        app = screen.reviewer
        await pilot.press("home", "X")
        await until(pilot, lambda: app.workspace.begun_import() is not None, "the decisions on disk")
        await pilot.press("A", *"nils", "enter")
        await until(pilot, lambda: app.workspace.analyst == "nils", "the other analyst")
        assert app.workspace.begun_import() is not None
        assert isinstance(app.screen, ImportScreen)
    assert not begun(events)

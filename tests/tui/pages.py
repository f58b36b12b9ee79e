"""Pages of our own invention, as one saves them, and the import screens running on them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from reviewer.articles import Imported
from reviewer.articles.importing import import_sources
from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.bars import StatusLine
from reviewer.tui.board import BoardScreen
from reviewer.tui.import_dialog import ImportDialog, Wish
from reviewer.tui.import_screen import ImportScreen
from reviewer.tui.page_screen import PageScreen
from reviewer.tui.screens import BaseScreen
from tests.tui.projects import running, until

EVENT = "bridge-closed"
BODY = (
    "Rowers from three islands met off Norrholm on Saturday for the first regatta since the ferries were moved, organisers said.",
    "“We counted ninety boats and lost only one oar,” said the harbour pilot Tove Brask, who had started the races at noon.",
    "A crew of bakers won the long course in forty-one minutes. The schools' race went to the girls of the upper village.",
    "“Next year I want a drum in every boat,” said the oldest rower, Eskil Moe. “That is how my grandmother kept time here.”",
)
LOST = "Sign up for the harbour letter, which comes every evening at six."
PAGE = (
    "News | Weather | Sport\n\nRowers meet off Norrholm\n\nBy Ane Vik\n\n5 October 2032\n\n"
    + "\n\n".join((*BODY[:2], LOST, *BODY[2:]))
    + "\n\nComments\n\nfirst_reader wrote: about time, too!\n\nsecond_reader wrote: who pays?\n"
)


def page_file(folder: Path, name: str = "page.txt", text: str = PAGE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def imported(project: Project, path: Path, event: str = EVENT, outlet: str | None = None) -> Imported:
    """The page imported as the command does it."""
    (found,) = import_sources(project, [path], event=event, outlet=outlet)
    assert isinstance(found, Imported)
    return found


def said(app: ReviewerApp) -> str:
    """What the status line of the screen says."""
    assert isinstance(app.screen, BaseScreen)
    return app.screen.query_one(StatusLine).said


def shown(screen: PageScreen) -> list[str]:
    """The rows of the page in view."""
    pane = screen.page
    return [pane.render_line(y).text.rstrip() for y in range(pane.scrollable_content_region.height)]


def number_of(screen: PageScreen, words: str) -> int:
    return next(number for number, one in enumerate(screen.page.draft.paragraphs) if words in one.words)


async def at(screen: PageScreen, pilot: Pilot[int], words: str) -> int:
    """The cursor at a paragraph, what is cut unfolded."""
    pane = screen.page
    number = number_of(screen, words)
    pane.show(pane.draft.showing(range(len(pane.draft.paragraphs)), shown=True), number)
    pane.focus()
    await pilot.pause()
    assert pane.item is not None
    assert (pane.item.kind, pane.item.first) == ("paragraph", number)
    return number


async def opened(app: ReviewerApp, pilot: Pilot[int], number: int = 1) -> ImportScreen:
    """The import screen once an article is in it."""

    def there() -> bool:
        screen = app.screen
        return isinstance(screen, ImportScreen) and screen.opened is not None and screen.opened.number == number

    await until(pilot, there, "the page")
    assert isinstance(app.screen, ImportScreen)
    return app.screen


@asynccontextmanager
async def importing(
    project: Project,
    *paths: Path,
    event: str | None = EVENT,
    title: str | None = None,
    outlet: str | None = None,
    size: tuple[int, int] = (100, 30),
) -> AsyncIterator[tuple[ImportScreen, Pilot[int]]]:
    """The import screen over the board, its first article shown."""
    async with running(project, size=size) as (app, pilot):
        app.show_board()
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        app.push_screen(ImportScreen(Wish(paths, event, title, outlet)))
        yield await opened(app, pilot), pilot


async def dialog(app: ReviewerApp, pilot: Pilot[int]) -> ImportDialog:
    await until(pilot, lambda: isinstance(app.screen, ImportDialog), "the dialog")
    assert isinstance(app.screen, ImportDialog)
    return app.screen

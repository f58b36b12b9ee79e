"""Projects of our own invention, written to a folder, and the program running on them without a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widget import Widget

from reviewer.framing import PairAnnotations, PairKey, read_pair
from reviewer.project import Project
from reviewer.text import Span
from reviewer.tui.app import ReviewerApp
from reviewer.tui.bars import StatusLine
from reviewer.tui.document_pane import DocumentPane
from reviewer.tui.pair import PairScreen
from reviewer.tui.pair_view import PairView

KEY = PairKey.of("bridge-closed", "gazette", "herald")
GAZETTE = """\
The old bridge at Norrholm was closed on Monday after an inspection.

“The bridge is not safe and nobody should cross it before the spring,” the engineer Tilda Ravn said at a meeting.

The town has set aside four million crowns for the repair. Ferries will run every twenty minutes until then.

“We were told about this on Sunday evening,” said the baker Osk Lind. “That is too late for anyone.”
"""
HERALD = """\
Norrholm woke on Tuesday without its bridge.

“The bridge is safe and nobody should cross it before the spring,” the engineer Tilda Ravn insisted.

Commuters queued for the ferry in the rain. The baker Osk Lind said he had been told about it on Sunday evening.

“Somebody will have to pay for this,” the mayor added.
"""


def write_article(root: Path, event: str, name: str, outlet: str, title: str, text: str) -> None:
    path = root / "data" / event / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    front = f'---\noutlet: "{outlet}"\ntitle: "{title}"\npublished: "2032-10-05"\n---\n\n'
    path.write_text(front + text, encoding="utf-8")


def one_pair(root: Path) -> Project:
    """One event with two articles: the program opens on them."""
    write_article(root, "bridge-closed", "gazette", "Norrholm Gazette", "Bridge closed after inspection", GAZETTE)
    write_article(root, "bridge-closed", "herald", "The Herald", "A town cut in two", HERALD)
    (root / "data" / "bridge-closed" / "event.yaml").write_text('title: "The bridge is closed"\ndate: "2032-10-04"\n')
    (root / "annotations").mkdir()
    return Project(root)


def two_events(root: Path) -> Project:
    """As `one_pair`, with a third article there and an event of one article."""
    project = one_pair(root)
    third = "The bridge stays shut. “Somebody will have to pay for this,” the mayor said again on Wednesday.\n"
    write_article(root, "bridge-closed", "weekly", "Weekly", "Who pays?", third)
    write_article(root, "fair-opens", "gazette", "Norrholm Gazette", "Fair opens", "The fair opened on Friday.\n")
    return project


def in_file(project: Project, key: PairKey = KEY, analyst: str = "vera") -> PairAnnotations:
    """What is in the analyst's file now."""
    return read_pair(project.pair_file(key.event, key.left, key.right, analyst))


async def until(pilot: Pilot[Any], condition: Callable[[], bool], what: str = "it") -> None:
    """Waits for what a worker brings; fails when it does not come."""
    for _ in range(1500):
        if condition():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"{what} never happened")


@asynccontextmanager
async def running(
    project: Project, *, analyst: str = "vera", size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[ReviewerApp, Pilot[int]]]:
    """The program on a project, without a terminal."""
    app = ReviewerApp(project, analyst)
    async with app.run_test(size=size) as pilot:
        yield app, pilot


@asynccontextmanager
async def on_pair(
    project: Project, *, analyst: str = "vera", size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[PairScreen, Pilot[int]]]:
    """The program on KEY, matches and annotations there."""
    async with running(project, analyst=analyst, size=size) as (app, pilot):
        if not isinstance(app.screen, PairView):
            app.show_pair(KEY)
        await until(pilot, lambda: isinstance(app.screen, PairScreen) and ready(app.screen), "the pair")
        assert isinstance(app.screen, PairScreen)
        yield app.screen, pilot


def ready(screen: PairView) -> bool:
    """Matches and annotations are there (or it is known that they cannot be)."""
    desk = screen.desk
    return desk is not None and desk.found is not None and (desk.loaded is not None or desk.read_only is not None)


def said(screen: PairView) -> str:
    """What the status line says."""
    return screen.query_one(StatusLine).said


def select(screen: PairView, side: str, words: str) -> None:
    """Selects words in a side's text, with the focus there."""
    pane = screen.query_one(f"#pane-{side}", DocumentPane)
    assert pane.article is not None
    at = pane.article.text.index(words)
    pane.go_to("text", Span(at, at + len(words)), select=True)
    screen.set_focus(pane)


def focus(screen: PairView) -> Widget | None:
    """The widget that has the focus, as it is now."""
    return screen.focused

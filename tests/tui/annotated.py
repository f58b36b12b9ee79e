"""Records and forms that the tests of a pair begin with."""

from __future__ import annotations

from pathlib import Path

from reviewer.framing import Difference, DifferenceSide, Workspace, anchor_at
from reviewer.project import Project
from reviewer.tui.form import DifferenceForm
from reviewer.tui.pair import PairScreen
from tests.tui.projects import GAZETTE, HERALD, KEY, in_file, select


def a_difference(identity: str = "fd-aaaaaaaaaa", words: str = "four million crowns", **fields: object) -> Difference:
    at = GAZETTE.index(words)
    left = DifferenceSide("present", (anchor_at(GAZETTE, at, at + len(words), role="body"),))
    there = HERALD.index("Commuters queued")
    right = DifferenceSide("present", (anchor_at(HERALD, there, there + 16, role="body"),))
    return Difference(identity, "difference.omission", ("entman.cause",), left, right, **fields)  # type: ignore[arg-type]


def kept(project: Project, *records: Difference, analyst: str = "vera") -> None:
    workspace = Workspace(project, analyst)
    for record in records:
        workspace.put_difference(KEY, record)
    workspace.close()


async def open_form(screen: PairScreen, words: str = "four million crowns", side: str = "left") -> DifferenceForm:
    select(screen, side, words)
    await screen.run_action("annotate")
    return screen.query_one(DifferenceForm)


def shown(screen: PairScreen, selector: str) -> bool:
    """Whether any cell of it is on the screen."""
    widget = screen.query_one(selector)
    return widget.display and bool(widget.region.intersection(screen.region))


def meddled(project: Project) -> Path:
    """Somebody else writes into the file."""
    path = project.pair_file(KEY.event, KEY.left, KEY.right, "vera")
    path.write_text(path.read_text().replace('note: ""', "note: from elsewhere", 1))
    return path


def annotations_of(project: Project) -> list[str | None]:
    return [record.type for record in in_file(project).differences]

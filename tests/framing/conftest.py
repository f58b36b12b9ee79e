"""A small invented project, and the words to speak of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from reviewer.framing import (
    Difference,
    DifferenceSide,
    PairKey,
    QuotationCorrection,
    Rejected,
    Searched,
    Verdict,
    Workspace,
    anchor_at,
)
from reviewer.project import Project

BEACON = (
    "The ferry stopped at noon, the company said. Nobody was hurt 😀 in the cafe\u0301.\n\n"
    "“We were told to wait,” said Ilka Moor, a passenger. The harbour was quiet.\n\n"
    "The harbour was quiet at noon, too.\n"
)
LEDGER = "Shares in the line fell after its ferry stopped.\n\n“We were told to wait,” Ms Moor added. Engineers were on their way.\n"
THIRD = "The third paper had nothing but the weather.\n"
KEY = PairKey.of("ferry", "ledger", "beacon")


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def difference(identity: str = "fd-aaaaaaaaaa", note: str = "The company speaks here only.") -> Difference:
    return Difference(
        id=identity,
        type="difference.agency-shift",
        codes=("entman.cause",),
        left=DifferenceSide(
            "present",
            (
                anchor_at(BEACON, *at(BEACON, "the company said"), role="lede"),
                anchor_at("Ferry stops at noon", 0, 5, role="headline", place="title"),
            ),
            ("generic.economic",),
        ),
        right=DifferenceSide("present", (anchor_at(LEDGER, *at(LEDGER, "its ferry stopped"), role="lede"),)),
        note=note,
        salience=3,
    )


def omission(identity: str = "fd-bbbbbbbbbb") -> Difference:
    return Difference(
        id=identity,
        type="difference.omission",
        codes=(),
        left=DifferenceSide("present", (anchor_at(BEACON, *at(BEACON, "Nobody was hurt 😀"), role="lede"),)),
        right=DifferenceSide(
            "absent", searched=Searched(("hurt", "3%"), Rejected(41, "Engineers", *at(LEDGER, "Engineers")))
        ),
    )


def verdict(identity: str = "m-aaaaaaaaaa") -> Verdict:
    return Verdict(
        identity,
        "confirmed",
        "quote",
        "identical",
        (anchor_at(BEACON, *at(BEACON, "We were told to wait,"), role="quote"),),
        (anchor_at(LEDGER, *at(LEDGER, "We were told to wait,"), role="quote"),),
        ("cue",),
        ("Ilka Moor", None),
    )


def correction(identity: str = "q-aaaaaaaaaa") -> QuotationCorrection:
    return QuotationCorrection(identity, anchor_at(BEACON, *at(BEACON, "We were told to wait,")), True, "Ilka Moor")


def article(text: str, title: str) -> str:
    return f"---\noutlet: The {title.split()[0]}\ntitle: {title}\n---\n\n{text}"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "project"
    folder = root / "data" / "ferry"
    folder.mkdir(parents=True)
    (root / "annotations").mkdir()
    (folder / "event.yaml").write_text("title: The ferry\n")
    (folder / "beacon.md").write_text(article(BEACON, "Ferry stops at noon"))
    (folder / "ledger.md").write_text(article(LEDGER, "Shares fall"))
    (folder / "third.md").write_text(article(THIRD, "Rain"))
    return Project(root)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A minute passes whenever one looks."""
    minutes = count()
    return lambda: datetime(2031, 4, 2, 9, 0, 7, tzinfo=UTC) + timedelta(minutes=next(minutes))


@pytest.fixture
def work(project: Project, clock: Callable[[], datetime]) -> Iterator[Workspace]:
    workspace = Workspace(project, "mira", clock=clock)
    yield workspace
    workspace.close()


def again(workspace: Workspace) -> Workspace:
    """The next start of the program, after the last has ended."""
    workspace.close()
    return Workspace(workspace.project, workspace.analyst)


def timeless(record: Difference) -> Difference:
    return replace(record, created="", modified="")


def file_of(workspace: Workspace) -> Path:
    return workspace.project.pair_file(KEY.event, KEY.left, KEY.right, workspace.analyst)

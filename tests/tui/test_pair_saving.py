"""When a file cannot be written, was changed, is broken, or belongs to another instance."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import TextArea

from reviewer.framing import Anchor, Workspace, anchor_at
from reviewer.project import Project
from reviewer.tui.bars import StatusLine
from reviewer.tui.dialogs import ChoiceDialog
from reviewer.tui.form import DifferenceForm
from reviewer.tui.pair_lists import MATCHES
from tests.tui.annotated import a_difference, kept, meddled, open_form
from tests.tui.projects import GAZETTE, KEY, in_file, on_pair, running, said, until


@pytest.mark.parametrize(("key", "verdicts"), [("r", 1), ("d", 0), ("s", 0)])
async def test_a_file_changed_on_disk_is_never_overwritten_unasked(pair: Project, key: str, verdicts: int) -> None:
    kept(pair, a_difference())
    async with on_pair(pair) as (screen, pilot):
        meddled(pair)
        screen.rows.focus()
        await pilot.press("c")
        await until(pilot, lambda: isinstance(screen.app.screen, ChoiceDialog), "the question")
        assert in_file(pair).verdicts == ()
        await pilot.press(key)
        await until(pilot, lambda: screen.app.screen is screen)
        await pilot.pause()
        now = in_file(pair)
        assert now.note == "from elsewhere"
        assert len(now.verdicts) == verdicts
        assert screen.reviewer.workspace.failed_edits() == ()
        copies = list(pair.private.rglob("*.mine-*.yaml"))
        assert len(copies) == (1 if key == "s" else 0)
        assert len(screen.desk.annotations.verdicts) == verdicts  # type: ignore[union-attr]


async def test_a_broken_annotation_file_is_one_line_and_the_pair_opens_read_only(pair: Project) -> None:
    path = pair.pair_file(KEY.event, KEY.left, KEY.right, "vera")
    path.parent.mkdir(parents=True)
    path.write_text("schema: framing-annotations/1\nevent: [\n")
    async with on_pair(pair) as (screen, pilot):
        assert "vera.yaml:" in said(screen)
        screen.rows.focus()
        for key in ("c", "r", "l", "d", "a", "D", "t", "u", "M"):
            await pilot.press(key)
            assert screen.app.screen is screen
        assert screen.form is None
        assert path.read_text() == "schema: framing-annotations/1\nevent: [\n"


async def test_a_second_instance_is_read_only_and_says_so(pair: Project) -> None:
    first = Workspace(pair, "vera")
    try:
        async with on_pair(pair) as (screen, pilot):
            screen.rows.focus()
            await pilot.press("c")
            assert said(screen).startswith("read-only")
            assert not pair.pair_file(KEY.event, KEY.left, KEY.right, "vera").exists()
    finally:
        first.close()


async def test_anchors_are_stored_with_their_surroundings(pair: Project) -> None:
    async with on_pair(pair) as (screen, _):
        form = await open_form(screen)
        anchor: Anchor = form.draft.left.anchors[0]
        assert anchor == anchor_at(GAZETTE, anchor.start, anchor.end, role="body")
        assert screen.tab == MATCHES


async def test_a_save_that_fails_is_said_and_the_form_stays(pair: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from reviewer.framing import SaveFailed

    async with on_pair(pair) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("a")
        form = screen.query_one(DifferenceForm)

        def full(*arguments: object) -> None:
            raise SaveFailed("the disk is full")

        monkeypatch.setattr(screen.reviewer.workspace, "put_difference", full)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert said(screen) == "the disk is full"
        assert screen.query_one(DifferenceForm) is form
        assert screen.reviewer.workspace.draft(KEY) is not None


async def test_a_broken_annotation_file_is_announced(pair: Project) -> None:
    path = pair.pair_file(KEY.event, KEY.left, KEY.right, "vera")
    path.parent.mkdir(parents=True)
    path.write_text("schema: framing-annotations/1\nevent: [\n")
    async with on_pair(pair) as (screen, pilot):
        await pilot.press("down", "down")
        assert "vera.yaml:" in said(screen)
        notices = [notice.message for notice in screen.reviewer._notifications]
        assert "your annotations of this pair cannot be read, so nothing is written" in notices


@pytest.mark.parametrize(
    ("pattern", "replacement", "why"),
    [
        ("(?s).*", "", "the file is there and holds nothing"),
        ("annotations/1", "annotations/2", "written by a newer version of this program"),
        ("differences:", "differences: [", "vera.yaml:"),
    ],
)
async def test_a_file_that_cannot_be_written_is_named_with_what_to_do(
    pair: Project, pattern: str, replacement: str, why: str
) -> None:
    kept(pair, a_difference())
    path = pair.pair_file(KEY.event, KEY.left, KEY.right, "vera")
    path.write_text(re.sub(pattern, replacement, path.read_text(), count=1))
    before = path.read_bytes()
    async with on_pair(pair, size=(80, 24)) as (screen, pilot):
        await pilot.press("1", "c")
        assert said(screen).startswith("read-only: annotations/bridge-closed/gazette--herald/vera.yaml:")
        assert why in said(screen)
        assert said(screen).endswith("A works under another name")
        rows = screen.query_one(StatusLine).render()
        assert "under another name" in " ".join(str(rows).split())
        assert path.read_bytes() == before


def blocked(project: Project, *folders: str) -> list[Path]:
    """As on a full disk: one's file on the pair cannot be written, nor anything into these folders of `.reviewer`."""
    path = project.pair_file(KEY.event, KEY.left, KEY.right, "vera")
    path.parent.parent.mkdir(exist_ok=True)
    path.parent.write_text("a file where the folder should be")
    project.private.mkdir(exist_ok=True)
    for folder in folders:
        (project.private / folder).write_text("a file where a folder should be")
    return [path.parent, *(project.private / folder for folder in folders)]


async def test_a_change_that_could_not_be_saved_is_said_to_be_kept(pair: Project) -> None:
    async with on_pair(pair, size=(80, 24)) as (screen, pilot):
        blocked(pair)
        await pilot.press("1", "c")
        assert said(screen).startswith("annotations/bridge-closed/gazette--herald: no folder can be made here")
        assert said(screen).endswith("it is kept and offered at the next start")
        await pilot.press("q")
    async with running(pair) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the offer")


async def test_a_change_that_could_be_neither_saved_nor_kept_is_left_only_knowingly(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        app = screen.reviewer
        blocks = blocked(pair, "edits", "drafts")
        await pilot.press("1", "c")
        assert "it is kept" not in said(screen)
        form = await open_form(screen)
        form.query_one(TextArea).focus()
        await pilot.press(*"half", "escape", "q")
        assert "once more leaves without it; the draft is not kept" in said(screen)
        assert "“confirm match “The bridge is not safe and nobody shoul…”” is neither saved nor kept" in said(screen)
        assert screen.is_current
        blocks.pop().unlink()
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app._exit, "the end")
    (why,) = app.parting.values()  # the draft is
    assert why.startswith("“confirm match “The bridge")


async def test_a_change_that_could_not_be_kept_is_written_down_as_soon_as_it_can_be(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        app = screen.reviewer
        *_, edits = blocked(pair, "edits")
        await pilot.press("1", "c")
        edits.unlink()
        await pilot.press("q")
        await until(pilot, lambda: app._exit, "the end")
    assert app.parting == {}
    workspace = Workspace(pair, "vera")
    assert [edit.label for edit in workspace.failed_edits()] == [
        "confirm match “The bridge is not safe and nobody shoul…”"
    ]
    workspace.close()

"""When a file cannot be written, was changed, is broken, or belongs to another instance."""

from __future__ import annotations

import pytest

from reviewer.framing import Anchor, Workspace, anchor_at
from reviewer.project import Project
from reviewer.tui.dialogs import ChoiceDialog
from reviewer.tui.form import DifferenceForm
from reviewer.tui.pair_lists import MATCHES
from tests.tui.annotated import a_difference, kept, meddled, open_form
from tests.tui.projects import GAZETTE, KEY, in_file, on_pair, said, until


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

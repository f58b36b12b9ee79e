"""Second instances, files changed by others, full disks, killed programs: nothing is overwritten unasked and nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from reviewer.files import alone
from reviewer.framing import (
    Conflict,
    FileChanged,
    PairKey,
    ReadOnly,
    SaveFailed,
    Workspace,
    read_pair,
)
from reviewer.framing import drafts as drafts_module
from reviewer.project import Project
from tests.framing.conftest import KEY, again, correction, difference, file_of, omission, timeless, verdict


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], pytest.MonkeyPatch]:
    """Fills the disk: from now on no file whose path holds the given words can be written."""

    def fill(words: str) -> pytest.MonkeyPatch:
        real = os.open

        def opening(path: Any, flags: int, mode: int = 0o777) -> int:
            if flags & os.O_CREAT and words in str(path):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(path, flags, mode)

        monkeypatch.setattr(os, "open", opening)
        return monkeypatch

    return fill


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}


# A second instance


def test_a_second_instance_is_read_only_and_says_of_whom(work: Workspace, project: Project) -> None:
    work.put_difference(KEY, difference())
    second = Workspace(project, "mira")
    assert second.read_only is not None
    assert f"process {os.getpid()} on" in second.read_only
    assert [timeless(record) for record in second.load(KEY).annotations.differences] == [difference()]
    for doing in (
        lambda: second.put_difference(KEY, omission()),
        lambda: second.set_done(KEY, True),
        lambda: second.save_draft(KEY, {"note": "x"}),
        lambda: second.put_correction("ferry", "beacon", correction()),
    ):
        acting: Callable[[], Any] = doing
        with pytest.raises(ReadOnly, match="another instance"):
            acting()
    assert second.failed_edits() == ()
    second.close()
    assert work.put_difference(KEY, omission()).differences[1].id == omission().id


def test_two_analysts_work_side_by_side(work: Workspace, project: Project) -> None:
    jonas = Workspace(project, "jonas")
    assert jonas.read_only is None
    jonas.put_difference(KEY, omission())
    work.put_difference(KEY, difference())
    assert [other.annotations.analyst for other in work.others(KEY)] == ["jonas"]
    jonas.close()


def test_a_closed_workspace_writes_no_more_and_the_next_may(work: Workspace, project: Project) -> None:
    work.close()
    with pytest.raises(ReadOnly):
        work.set_done(KEY, True)
    third = Workspace(project, "mira")
    assert (third.read_only, third.warnings) == (None, ())
    third.close()


def test_a_lock_lost_to_another_machine_makes_the_workspace_read_only(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    lock = work.project.private / "locks" / "mira.yaml"
    lock.write_text('host: elsewhere\npid: "1"\nsince: now\nstarted: ""\ntoken: other\n')
    with pytest.raises(ReadOnly, match=r"taken over.*; close the other one"):
        work.set_done(KEY, True)
    assert work.read_only is not None
    assert work.in_use
    assert not read_pair(file_of(work)).done


def test_a_project_that_cannot_be_written_is_opened_read_only(project: Project, full: Callable[[str], Any]) -> None:
    full(".reviewer")
    work = Workspace(project, "mira")
    assert work.read_only is not None
    assert "No space left" in work.read_only
    assert work.load(KEY).annotations.differences == ()


def test_a_lock_that_cannot_be_taken_is_said_in_plain_words(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def frozen(folder: Path) -> NoReturn:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(folder / ".mira.yaml.0123.tmp"))

    monkeypatch.setattr("reviewer.framing.session.make_private", frozen)
    work = Workspace(project, "mira")
    assert work.read_only == f"nothing can be written here ({project.private}: Read-only file system)"
    assert not work.in_use
    with pytest.raises(ReadOnly, match=r"Read-only file system\); mend that"):  # there is no other one to close
        work.set_done(KEY, True)


# A file changed by something else


def test_a_file_changed_on_disk_is_never_overwritten_even_with_the_same_size_and_time(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    path = file_of(work)
    before = path.stat()
    theirs = path.read_bytes().replace(b"salience: 3", b"salience: 1")
    path.write_bytes(theirs)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    for doing in (lambda: work.put_difference(KEY, omission()), work.undo, lambda: work.set_done(KEY, True)):
        acting: Callable[[], Any] = doing
        with pytest.raises(FileChanged, match="changed by something else"):
            acting()
    assert path.read_bytes() == theirs


def test_a_save_waits_for_another_process_that_is_saving_and_then_sees_its_change(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    path = file_of(work)
    theirs = path.read_bytes().replace(b"salience: 3", b"salience: 1")
    with ThreadPoolExecutor(1) as thread:
        with alone(path.parent):
            saving = thread.submit(work.set_done, KEY, True)
            with pytest.raises(TimeoutError):
                saving.result(timeout=0.5)
            path.write_bytes(theirs)
        with pytest.raises(FileChanged, match="changed by something else"):
            saving.result(timeout=60)
    assert path.read_bytes() == theirs
    assert [edit.label for edit in work.failed_edits()] == ["mark the pair done"]


def test_after_a_reload_the_kept_edit_is_done_again_on_what_is_there(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    path = file_of(work)
    path.write_bytes(path.read_bytes().replace(b"salience: 3", b"salience: 1"))
    with pytest.raises(FileChanged):
        work.put_difference(KEY, omission())
    loaded = work.reload(KEY)
    assert loaded.annotations.differences[0].salience == 1
    assert work.undo() is None
    (edit,) = work.failed_edits()
    assert (edit.key, edit.label) == (KEY, "add difference “Nobody was hurt 😀”")
    assert "changed by something else" in edit.why
    work.retry(edit)
    now = read_pair(path)
    assert [record.salience for record in now.differences] == [1, 2]
    assert work.failed_edits() == ()
    undone = work.undo()
    assert undone is not None
    assert undone.label == edit.label


def test_an_edit_of_a_record_that_others_changed_is_never_replayed_blindly(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    path = file_of(work)
    path.write_bytes(path.read_bytes().replace(b"salience: 3", b"salience: 1"))
    with pytest.raises(FileChanged):
        work.put_difference(KEY, replace(difference(), note="mine"))
    work.reload(KEY)
    (edit,) = work.failed_edits()
    with pytest.raises(Conflict, match="has been changed since"):
        work.retry(edit)
    assert read_pair(path).differences[0].salience == 1
    assert work.failed_edits() == (edit,)
    work.retry(edit, over=True)
    assert (read_pair(path).differences[0].note, read_pair(path).differences[0].salience) == ("mine", 3)


def test_a_copy_of_mine_holds_what_was_not_saved_and_is_private(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    path = file_of(work)
    path.write_text("# theirs\n" + path.read_text())
    with pytest.raises(FileChanged):
        work.put_difference(KEY, omission())
    first, second = work.save_copy(KEY), work.save_copy(KEY)
    assert [copy.name for copy in (first, second)] == ["mira.mine-1.yaml", "mira.mine-2.yaml"]
    assert [record.id for record in read_pair(first).differences] == [difference().id, omission().id]
    assert work.project.private in first.parents
    assert modes(first.parent) == {0o600}
    assert path.read_text().startswith("# theirs")


@pytest.mark.parametrize("replaced", ["gone", "folder", "pipe"])
def test_a_file_that_is_gone_or_something_else_is_said_and_made_again_only_when_asked(
    work: Workspace, replaced: str
) -> None:
    work.put_difference(KEY, difference())
    path = file_of(work)
    path.unlink()
    if replaced == "folder":
        path.mkdir()
    elif replaced == "pipe":
        os.mkfifo(path)
    with pytest.raises(FileChanged, match=r"gone|regular"):
        work.put_difference(KEY, omission())
    if replaced != "gone":
        path.rmdir() if replaced == "folder" else path.unlink()
    copy = work.save_copy(KEY)
    assert [record.id for record in read_pair(copy).differences] == [difference().id, omission().id]
    work.reload(KEY)
    (edit,) = work.failed_edits()
    work.retry(edit)
    assert [record.id for record in read_pair(path).differences] == [omission().id]


def test_a_file_that_came_to_be_meanwhile_is_not_overwritten(work: Workspace) -> None:
    work.load(KEY)
    path = file_of(work)
    path.parent.mkdir(parents=True)
    path.write_text("# someone was here\n")
    with pytest.raises(FileChanged, match="has come to be"):
        work.put_difference(KEY, difference())
    assert path.read_text() == "# someone was here\n"


def test_an_empty_file_is_written_into_only_when_asked_and_its_comments_stay(work: Workspace) -> None:
    path = file_of(work)
    path.parent.mkdir(parents=True)
    path.write_text("# someone was here\n")
    assert any("holds nothing" in problem for problem in work.load(KEY).problems)
    with pytest.raises(ReadOnly, match="holds nothing"):
        work.put_difference(KEY, difference())
    assert path.read_text() == "# someone was here\n"
    work.reload(KEY)
    work.retry(work.failed_edits()[0])
    assert path.read_text().startswith("# someone was here\nschema: framing-annotations/1\n")
    assert timeless(read_pair(path).differences[0]) == difference()


def test_a_load_takes_what_is_on_disk_and_undo_does_not_reach_behind_it(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    path = file_of(work)
    path.write_bytes(path.read_bytes().replace(b"salience: 3", b"salience: 1"))
    assert work.load(KEY).annotations.differences[0].salience == 1
    assert work.undo() is None


def test_a_file_of_a_newer_version_is_shown_and_not_written(work: Workspace) -> None:
    work.put_difference(KEY, difference())
    path = file_of(work)
    newer = path.read_bytes().replace(b"annotations/1", b"annotations/2")
    path.write_bytes(newer)
    loaded = work.load(KEY)
    assert timeless(loaded.annotations.differences[0]) == difference()
    assert loaded.read_only is not None
    assert any("newer version" in problem for problem in loaded.problems)
    with pytest.raises(ReadOnly, match="newer version"):
        work.put_difference(KEY, omission())
    assert path.read_bytes() == newer


def test_a_link_out_of_the_project_is_refused_and_one_within_is_followed(work: Workspace, tmp_path: Path) -> None:
    work.put_difference(KEY, difference())
    path = file_of(work)
    inside, outside = work.project.root / "elsewhere.yaml", tmp_path / "outside.yaml"
    path.rename(inside)
    path.symlink_to("../../../elsewhere.yaml")
    work.set_done(KEY, True)
    assert path.is_symlink()
    assert read_pair(inside).done
    inside.rename(outside)
    path.unlink()
    path.symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(SaveFailed, match="outside the project"):
        work.set_done(KEY, False)
    assert outside.read_bytes() == before


# A full disk


def test_an_edit_that_cannot_be_saved_is_kept_and_offered_at_the_next_start(
    work: Workspace, full: Callable[[str], pytest.MonkeyPatch]
) -> None:
    work.put_difference(KEY, difference())
    before = file_of(work).read_bytes()
    patch = full("annotations")
    failing: list[Callable[[], Any]] = [
        lambda: work.put_difference(KEY, omission()),
        lambda: work.put_verdict(KEY, verdict()),
        lambda: work.set_note(KEY, "two\nlines"),
        lambda: work.set_done(KEY, True),
        lambda: work.put_correction("ferry", "beacon", correction()),
    ]
    for fail in failing:
        with pytest.raises(SaveFailed, match="No space left"):
            fail()
    with pytest.raises(SaveFailed):
        work.undo()
    patch.undo()
    assert file_of(work).read_bytes() == before
    undone = work.undo()
    assert undone is not None
    assert undone.label == "add difference “the company said”"
    work.redo()
    assert file_of(work).read_bytes() == before
    assert modes(work.project.private) == {0o600}
    next_start = again(work)
    edits = next_start.failed_edits()
    assert [edit.label.split()[0] for edit in edits] == ["add", "confirm", "change", "mark", "correct"]
    for edit in edits:
        next_start.retry(edit)
    now = read_pair(file_of(work))
    assert [record.id for record in now.differences] == [difference().id, omission().id]
    assert (now.verdicts, now.note, now.done) == ((verdict(),), "two\nlines", True)
    assert next_start.corrections("ferry", "beacon") == (correction(),)
    assert next_start.failed_edits() == ()
    next_start.close()


def test_with_the_whole_disk_full_the_edit_is_kept_in_memory_and_it_is_said(
    work: Workspace, full: Callable[[str], pytest.MonkeyPatch]
) -> None:
    work.load(KEY)
    patch = full(".tmp")
    with pytest.raises(SaveFailed):
        work.put_difference(KEY, difference())
    assert any("in memory only" in warning for warning in work.warnings)
    (edit,) = work.failed_edits()
    with pytest.raises(SaveFailed):
        work.retry(edit)
    assert work.failed_edits() == (edit,)
    patch.undo()
    work.retry(edit)
    assert work.failed_edits() == ()
    assert timeless(read_pair(file_of(work)).differences[0]) == difference()


@pytest.mark.parametrize("where", ["annotations", ".tmp"])
@pytest.mark.parametrize("written_down_since", [False, True])
def test_an_edit_that_is_saved_in_the_end_is_not_offered_again(
    work: Workspace, full: Callable[[str], pytest.MonkeyPatch], where: str, written_down_since: bool
) -> None:
    """At the next start the older one would have stood against the newer, to be taken for it by a slip."""
    work.load(KEY)
    patch = full(where)
    for doing in (
        lambda: work.put_difference(KEY, replace(difference(), note="first")),
        lambda: work.put_verdict(KEY, verdict()),
        lambda: work.set_note(KEY, "first"),
    ):
        acting: Callable[[], Any] = doing
        with pytest.raises(SaveFailed):
            acting()
    patch.undo()
    if written_down_since:
        work.keep_edits()
    work.put_difference(KEY, replace(difference(), note="second"))
    assert [edit.label.split()[0] for edit in work.failed_edits()] == ["confirm", "change"]
    work.set_done(KEY, True)
    work.set_note(KEY, "second")
    assert [edit.label.split()[0] for edit in work.failed_edits()] == ["confirm"]
    work.keep_edits()
    assert [edit.label.split()[0] for edit in again(work).failed_edits()] == ["confirm"]


def test_an_edit_that_others_came_before_is_offered_though_its_record_is_saved_since(
    work: Workspace, full: Callable[[str], pytest.MonkeyPatch]
) -> None:
    """Whoever changes the record then has theirs before his eyes, not what he wrote himself."""
    work.put_difference(KEY, difference())
    patch = full("annotations")
    with pytest.raises(SaveFailed):
        work.put_difference(KEY, replace(difference(), note="mine"))
    patch.undo()
    path = file_of(work)
    path.write_bytes(path.read_bytes().replace(b"salience: 3", b"salience: 1"))
    theirs = work.reload(KEY).annotations.differences[0]
    work.put_difference(KEY, replace(theirs, salience=2))
    assert [edit.label.split()[0] for edit in work.failed_edits()] == ["edit"]


def test_on_a_disk_that_turns_read_only_while_one_works_the_edit_is_kept_in_memory(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Workspace(project, "mira")
    work.put_difference(KEY, difference())

    def refusing(*_: Any, **__: Any) -> NoReturn:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    real = os.open
    with monkeypatch.context() as disk:
        for owner, name in ((os, "utime"), (os, "mkdir"), (Path, "unlink")):
            disk.setattr(owner, name, refusing)
        disk.setattr(
            os, "open", lambda path, flags, *mode: refusing() if flags & os.O_CREAT else real(path, flags, *mode)
        )
        with pytest.raises(SaveFailed, match="Read-only file system"):
            work.set_done(KEY, True)
        work.close()
    assert [edit.label for edit in work.failed_edits()] == ["mark the pair done"]


def test_a_failed_edit_whose_file_cannot_be_removed_is_said_and_stays(
    work: Workspace, full: Callable[[str], pytest.MonkeyPatch], monkeypatch: pytest.MonkeyPatch
) -> None:
    patch = full("annotations")
    with pytest.raises(SaveFailed):
        work.put_difference(KEY, difference())
    patch.undo()

    def refusing(*_: Any, **__: Any) -> NoReturn:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as disk:
        disk.setattr(Path, "unlink", refusing)
        with pytest.raises(SaveFailed, match=r"edits/mira/.* cannot be removed: Read-only file system"):
            work.discard(work.failed_edits()[0])
        work.put_difference(KEY, difference())
    assert any("will be offered again" in warning for warning in work.warnings)
    assert len(work.failed_edits()) == 1


def test_a_failed_edit_can_be_given_up(work: Workspace, full: Callable[[str], pytest.MonkeyPatch]) -> None:
    patch = full("annotations")
    with pytest.raises(SaveFailed):
        work.put_difference(KEY, difference())
    patch.undo()
    work.discard(work.failed_edits()[0])
    assert again(work).failed_edits() == ()


# Drafts


def test_a_draft_is_kept_as_it_is_private_and_gone_when_discarded(work: Workspace) -> None:
    draft = {
        "id": "fd-x",
        "sides": [{"state": "absent", "anchors": []}],
        "salience": 2,
        "on": True,
        "none": None,
        "note": "a\ud800\x85",
    }
    work.save_draft(KEY, draft)
    work.save_draft(KEY, {**draft, "salience": 3})
    assert work.draft(KEY) == {**draft, "salience": 3}
    assert modes(work.project.private) == {0o600}
    next_start = again(work)
    assert next_start.drafts() == ((KEY, {**draft, "salience": 3}),)
    next_start.discard_draft(KEY)
    assert (next_start.draft(KEY), next_start.drafts()) == (None, ())
    next_start.discard_draft(KEY)
    next_start.close()


@pytest.mark.parametrize(
    "damage", [b"", b'{"schema": "reviewer-dr', b"\xff\xfe", b"[" * 100_000, b"{}", b"[]", b"1" * 5000]
)
def test_a_damaged_draft_is_said_and_kept_and_the_others_are_offered(work: Workspace, damage: bytes) -> None:
    other = PairKey.of("ferry", "third", "beacon")
    work.save_draft(KEY, {"note": "half"})
    work.save_draft(other, {"note": "whole"})
    file = drafts_module.draft_file(work.project, "mira", KEY, "difference")
    file.write_bytes(damage)
    assert work.drafts() == ((other, {"note": "whole"}),)
    assert any(str(file) in warning for warning in work.warnings)
    assert file.read_bytes() == damage


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"schema: reviewer-edit/1\nevent: fer",
        b"\xff",
        b"schema: x\n",
        b"[" * 100_000,
        (
            b"schema: reviewer-edit/1\nevent: ferry\narticles: [beacon, ledger]\nlabel: x\nwhy: y\nbase: null\n"
            b"changes: [{section: differences, index: 0, before: null, after: null}]\n"
        ),
    ],
)
def test_a_damaged_failed_edit_is_said_and_kept(
    work: Workspace, full: Callable[[str], pytest.MonkeyPatch], damage: bytes
) -> None:
    patch = full("annotations")
    for record in (difference(), omission()):
        with pytest.raises(SaveFailed):
            work.put_difference(KEY, record)
    patch.undo()
    first = work.failed_edits()[0].path
    assert first is not None
    first.write_bytes(damage)
    assert [edit.label for edit in work.failed_edits()] == ["add difference “Nobody was hurt 😀”"]
    assert any(first.name in warning for warning in work.warnings)
    assert first.read_bytes() == damage


def test_drafts_and_edits_of_others_and_of_pairs_that_are_not_here_are_not_offered(
    work: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.save_draft(KEY, {"note": "mine"})
    jonas = Workspace(project, "jonas")
    jonas.save_draft(KEY, {"note": "his"})
    jonas.close()
    gone = PairKey.of("other-event", "a", "b")
    drafts_module.write_draft(
        drafts_module.draft_file(project, "mira", gone, "difference"), {"note": "elsewhere"}, "now"
    )
    assert work.drafts() == ((KEY, {"note": "mine"}),)
    uid = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: uid + 1)
    assert work.drafts() == ()


def test_an_import_that_is_not_finished_is_kept_one_an_analyst(work: Workspace, project: Project) -> None:
    assert (work.begun_import(), work.has_drafts) == (None, False)
    work.save_import({"number": 1})
    work.save_import({"number": 2})
    assert (work.begun_import(), work.has_drafts) == ({"number": 2}, True)
    assert modes(project.private / "imports") == {0o600}
    work.close()
    with pytest.raises(ReadOnly):
        work.save_import({"number": 3})
    with pytest.raises(ReadOnly):
        work.discard_import()
    jonas = Workspace(project, "jonas")
    assert jonas.begun_import() is None
    jonas.close()
    next_start = Workspace(project, "mira")
    assert next_start.begun_import() == {"number": 2}
    next_start.discard_import()
    assert next_start.begun_import() is None
    next_start.discard_import()
    (project.private / "imports" / "mira.json").write_text("{")
    assert next_start.begun_import() is None
    assert any("a damaged draft" in warning for warning in next_start.warnings)
    next_start.close()


def test_what_a_crashed_draft_left_behind_is_not_read(work: Workspace) -> None:
    work.save_draft(KEY, {"note": "mine"})
    file = drafts_module.draft_file(work.project, "mira", KEY, "difference")
    stale = file.with_name(f".{file.name}.01234567.tmp")
    stale.write_text(json.dumps({"schema": "reviewer-draft/1", "draft": {}}))
    assert [key for key, _ in work.drafts()] == [KEY]
    work.save_draft(KEY, {"note": "more"})
    assert not stale.exists()


# Killed programs

# A signal that is ignored where the tests run, as HUP is behind nohup, would be ignored here too.
BUSY = """
import signal, sys
from dataclasses import replace
from pathlib import Path
from reviewer.framing import Workspace
from reviewer.project import Project
from tests.framing.conftest import KEY, difference

for name in ("SIGTERM", "SIGHUP"):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
work = Workspace(Project(Path(sys.argv[1])), "mira")
for number in range(500):
    work.put_difference(KEY, difference(f"fd-{number:05d}"))
    work.save_draft(KEY, {"note": f"typing {number}"})
    print(number, flush=True)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("after", [0, 3, 11])
def test_every_confirmed_edit_of_a_killed_program_is_in_the_file_and_its_draft_is_offered(
    project: Project, how: signal.Signals, after: int
) -> None:
    confirmed = -1
    with subprocess.Popen([sys.executable, "-c", BUSY, str(project.root)], stdout=subprocess.PIPE, text=True) as busy:
        assert busy.stdout is not None
        while confirmed < after:
            confirmed = int(busy.stdout.readline())
        busy.send_signal(how)
        for line in busy.stdout.read().split():
            confirmed = int(line)
    work = Workspace(project, "mira")
    assert any("its lock is taken over" in warning for warning in work.warnings)
    loaded = work.load(KEY)
    found = [record.id for record in loaded.annotations.differences]
    assert found[: confirmed + 1] == [f"fd-{number:05d}" for number in range(confirmed + 1)]
    assert len(found) <= confirmed + 2
    assert all(timeless(record) == difference(record.id) for record in loaded.annotations.differences)
    ((key, draft),) = work.drafts()
    assert key == KEY
    assert draft["note"] in (f"typing {confirmed}", f"typing {confirmed + 1}")
    work.put_verdict(KEY, verdict())
    assert not list(project.annotations.rglob("*.tmp"))
    work.close()


CRASHING = """
import os, sys
from pathlib import Path
from reviewer.framing import Workspace, read_pair
from reviewer.project import Project
from tests.framing.conftest import KEY, difference, file_of, omission

NAMES = ("open", "write", "fsync", "replace", "unlink", "mkdir")
real = {name: getattr(os, name) for name in NAMES}
project = Project(Path(sys.argv[1]))
first = Workspace(project, "mira")
first.put_difference(KEY, difference())
path, lock = file_of(first), project.private / "locks" / "mira.yaml"
old, held = path.read_bytes(), lock.read_bytes()

for die_at in range(1, 60):
    path.write_bytes(old)
    child = os.fork()
    if child == 0:
        calls = 0
        def wrapped(name):
            def call(*args, **kwargs):
                global calls
                calls += 1
                if calls == die_at:
                    if name == "write":
                        real["write"](args[0], args[1][: len(args[1]) // 2])
                    os._exit(9)
                return real[name](*args, **kwargs)
            return call
        for name in NAMES:
            setattr(os, name, wrapped(name))
        first.put_difference(KEY, omission())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    found = [record.id for record in read_pair(path).differences]
    state = "old" if path.read_bytes() == old else "new" if found == [difference().id, omission().id] else "broken"
    print(code, state, flush=True)
    if code == 0:
        break
"""


def test_a_crash_at_any_call_of_an_edit_leaves_the_old_file_or_the_new_one(project: Project) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASHING, str(project.root)], capture_output=True, text=True, check=True
    )
    outcomes = [line.split() for line in done.stdout.splitlines()]
    assert outcomes[-1] == ["0", "new"]
    died = [state for code, state in outcomes if code == "9"]
    assert len(died) >= 6
    assert set(died) == {"old", "new"}


def test_a_failed_edit_says_why_and_of_what_file_it_was_made(
    work: Workspace, full: Callable[[str], pytest.MonkeyPatch]
) -> None:
    patch = full("annotations")
    with pytest.raises(SaveFailed) as caught:
        work.put_difference(KEY, difference())
    patch.undo()
    edit = work.failed_edits()[0]
    assert (edit.why, edit.base) == (str(caught.value), None)

"""Atomic writes: a crash, a full disk or a lost folder leaves the old file or the new one, whole."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reviewer.errors import ReviewerError
from reviewer.files import SaveFailed, make_folder, make_private, write_atomically

# Saves over an old file again and again; the n-th time the process dies just before or after the n-th call of the system.
CRASHER = """
import os, sys
from pathlib import Path
from reviewer.files import write_atomically

folder = Path(sys.argv[1])
NAMES = ("open", "write", "fsync", "fchmod", "close", "replace", "fstat")
real = {name: getattr(os, name) for name in NAMES}
calls = 0

def wrapped(name, die_at, after):
    def call(*args, **kwargs):
        global calls
        calls += 1
        if calls == die_at and not after:
            os._exit(9)
        if calls == die_at and name == "write":
            real["write"](args[0], args[1][: len(args[1]) // 2])
            os._exit(9)
        done = real[name](*args, **kwargs)
        if calls == die_at:
            os._exit(9)
        return done
    return call

for after in (False, True):
    for die_at in range(1, 40):
        target = folder / f"{after}-{die_at}.yaml"
        target.write_bytes(b"old: " + b"o" * 5000)
        child = os.fork()
        if child == 0:
            for name in NAMES:
                setattr(os, name, wrapped(name, die_at, after))
            write_atomically(target, b"new: " + b"n" * 9000)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        print(after, die_at, code)
        if code == 0:
            break
"""


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.endswith(".tmp"))


def test_a_crash_at_any_call_of_a_save_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CRASHER, str(tmp_path)], capture_output=True, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    died = [line for line in lines if line[2] == "9"]
    assert len(died) >= 14
    assert [line[2] for line in lines].count("0") == 2
    old, new = b"old: " + b"o" * 5000, b"new: " + b"n" * 9000
    states = {(tmp_path / f"{after}-{at}.yaml").read_bytes() for after, at, _ in died}
    assert states == {old, new}
    assert leftovers(tmp_path)
    for file in sorted(tmp_path.glob("*.yaml")):
        write_atomically(file, new)
    assert leftovers(tmp_path) == []


def test_a_save_writes_and_syncs_a_file_of_its_own_before_it_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[str, Any]] = []
    names: dict[int, str] = {}
    real_open, real_write, real_fsync, real_replace = os.open, os.write, os.fsync, os.replace

    def opening(path: Any, flags: int, mode: int = 0o777) -> int:
        descriptor = real_open(path, flags, mode)
        names[descriptor] = Path(path).name
        calls.append(("open", (Path(path).parent, bool(flags & os.O_EXCL), flags & os.O_TRUNC)))
        return descriptor

    def writing(descriptor: int, data: Any) -> int:
        calls.append(("write", names[descriptor].endswith(".tmp")))
        return real_write(descriptor, data[:3])

    def syncing(descriptor: int) -> None:
        calls.append(("fsync", names[descriptor].endswith(".tmp")))
        real_fsync(descriptor)

    def replacing(old: Any, new: Any) -> None:
        calls.append(("replace", (Path(old).name.endswith(".tmp"), Path(new).name)))
        real_replace(old, new)

    for name, stand_in in (("open", opening), ("write", writing), ("fsync", syncing), ("replace", replacing)):
        monkeypatch.setattr(os, name, stand_in)
    target = tmp_path / "mira.yaml"
    write_atomically(target, b"abcdefg")
    assert calls == [
        ("open", (tmp_path, True, 0)),
        ("write", True),
        ("write", True),
        ("write", True),
        ("fsync", True),
        ("replace", (True, "mira.yaml")),
        ("open", (tmp_path.parent, False, 0)),
        ("fsync", False),
    ]
    assert target.read_bytes() == b"abcdefg"


@pytest.mark.parametrize("call", ["open", "write", "fsync", "fchmod", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
def test_an_error_of_the_disk_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    target = tmp_path / "mira.yaml"
    target.write_bytes(b"old")

    def failing(*_: Any, **__: Any) -> Any:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        with pytest.raises(SaveFailed, match=os.strerror(code)) as caught:
            write_atomically(target, b"new")
    assert caught.value.where == str(target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["mira.yaml"]
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"


def test_on_a_disk_that_has_turned_read_only_the_complaint_is_of_the_file_that_was_to_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: Any, **__: Any) -> Any:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "open", refusing)
    monkeypatch.setattr(Path, "unlink", refusing)
    with pytest.raises(SaveFailed, match="Read-only file system") as caught:
        write_atomically(tmp_path / "mira.yaml", b"new")
    assert caught.value.where == str(tmp_path / "mira.yaml")


def test_a_folder_that_cannot_be_synced_is_trusted_and_a_broken_disk_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    code = errno.EINVAL

    def failing_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", failing_for_folders)
    write_atomically(tmp_path / "mira.yaml", b"one")
    code = errno.EIO
    with pytest.raises(SaveFailed, match="has not confirmed"):
        write_atomically(tmp_path / "mira.yaml", b"two")
    assert (tmp_path / "mira.yaml").read_bytes() == b"two"


def test_a_file_that_may_not_grow_any_further_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "mira.yaml"
    target.write_bytes(b"old")
    script = (
        "import resource, signal, sys; from pathlib import Path; from reviewer.files import SaveFailed, write_atomically\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: write_atomically(Path(sys.argv[1]), b'n' * 100_000)\n"
        "except SaveFailed as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(target)], capture_output=True, text=True, check=True)
    assert "cannot be written" in done.stdout
    assert target.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "mira.yaml"
    target.write_bytes(b"old")
    target.chmod(mode)
    write_atomically(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new.yaml", b"x")
        write_atomically(tmp_path / "private.yaml", b"x", mode=0o600)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.yaml").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "private.yaml").stat().st_mode) == 0o600


def test_a_link_stays_a_link_and_its_last_target_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, chain, link = tmp_path / "real.yaml", tmp_path / "b" / "chain.yaml", tmp_path / "a" / "link.yaml"
    for folder in (link.parent, chain.parent, tmp_path / "elsewhere"):
        folder.mkdir()
    real.write_bytes(b"old")
    chain.symlink_to("../real.yaml")
    link.symlink_to("../b/chain.yaml")
    monkeypatch.chdir(tmp_path / "elsewhere")
    write_atomically(link, b"new", within=tmp_path)
    write_atomically(Path("../a/link.yaml"), b"newer", within=tmp_path)
    assert real.read_bytes() == b"newer"
    assert link.is_symlink()
    assert chain.is_symlink()


def test_a_dangling_link_gets_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to("later.yaml")
    write_atomically(link, b"new")
    assert (tmp_path / "later.yaml").read_bytes() == b"new"
    assert link.is_symlink()


def test_links_in_a_circle_and_links_out_of_the_project_are_refused(tmp_path: Path) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside.yaml"
    project.mkdir()
    outside.write_bytes(b"old")
    (project / "out.yaml").symlink_to(outside)
    (project / "one.yaml").symlink_to("two.yaml")
    (project / "two.yaml").symlink_to("one.yaml")
    with pytest.raises(SaveFailed, match="outside the project"):
        write_atomically(project / "out.yaml", b"new", within=project)
    with pytest.raises(ReviewerError, match="circle"):
        write_atomically(project / "one.yaml", b"new", within=project)
    assert outside.read_bytes() == b"old"


def test_a_hard_link_is_cut_and_the_other_name_keeps_the_old_content(tmp_path: Path) -> None:
    target, other = tmp_path / "mira.yaml", tmp_path / "other.yaml"
    target.write_bytes(b"old")
    other.hardlink_to(target)
    write_atomically(target, b"new")
    assert (target.read_bytes(), other.read_bytes()) == (b"new", b"old")


def test_a_protected_file_a_missing_folder_and_a_folder_in_its_place_are_refused(tmp_path: Path) -> None:
    protected = tmp_path / "protected.yaml"
    protected.write_bytes(b"old")
    protected.chmod(0o444)
    (tmp_path / "folder.yaml").mkdir()
    for path, what in (
        (protected, "write-protected"),
        (tmp_path / "none" / "x.yaml", "No such file"),
        (tmp_path / "folder.yaml", "a folder stands"),
        (tmp_path / "protected.yaml" / "x.yaml", "cannot be written|Not a directory"),
    ):
        with pytest.raises(SaveFailed, match=what):
            write_atomically(path, b"new")
    assert protected.read_bytes() == b"old"


def test_what_a_crash_left_behind_is_removed_and_nothing_else(tmp_path: Path) -> None:
    stale, other, alike = ".mira.yaml.0123abcd.tmp", ".jonas.yaml.0123abcd.tmp", "mira.yaml.tmp"
    for name in (stale, other, alike):
        (tmp_path / name).write_bytes(b"half")
    write_atomically(tmp_path / "mira.yaml", b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([other, alike, "mira.yaml"])


def test_private_folders_are_for_their_owner_and_kept_out_of_git(tmp_path: Path) -> None:
    folder = make_private(tmp_path / ".reviewer" / "drafts" / "mira")
    for made in (folder, folder.parent, folder.parent.parent):
        assert stat.S_IMODE(made.stat().st_mode) == 0o700
    ignore = tmp_path / ".reviewer" / ".gitignore"
    assert ignore.read_text() == "*\n"
    assert stat.S_IMODE(ignore.stat().st_mode) == 0o600
    assert make_private(folder) == folder


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SaveFailed, match="no folder can be made"):
        make_folder(tmp_path / "file" / "a" / "b")
    with pytest.raises(SaveFailed, match="no folder can be made"):
        make_private(tmp_path / "file" / ".reviewer")

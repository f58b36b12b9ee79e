"""The lock: one holder, named; the dead hold nothing."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewer.files import Lock, SaveFailed, alone
from reviewer.files.lock import STALE_SECONDS

HOLDER = """
import sys, time
from datetime import datetime, UTC
from pathlib import Path
import pytest

from reviewer.files import Lock, SaveFailed, alone
lock = Lock(Path(sys.argv[1]), lambda: datetime(2031, 4, 2, 9, 14, 7, tzinfo=UTC))
print("held" if lock.holder is None else "refused", flush=True)
sys.stdin.readline()
"""


def now() -> datetime:
    return datetime(2031, 4, 3, tzinfo=UTC)


def holder(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def written(path: Path, *, host: str, pid: int) -> None:
    path.write_text(f'host: {host}\npid: "{pid}"\nsince: yesterday\nstarted: ""\ntoken: other\n')


def test_a_second_process_is_told_who_holds_the_lock_and_the_lock_of_a_killed_one_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "mira.yaml"
    with holder(path) as first:
        try:
            second = Lock(path, now)
            assert second.holder is not None
            assert second.holder.pid == first.pid
            assert "2031-04-02 09:14Z" in str(second.holder)
            assert not second.is_ours()
            second.release()
            assert path.exists()
        finally:
            first.kill()
    third = Lock(path, now)
    assert third.holder is None
    assert third.taken_over is not None
    assert third.taken_over.pid == first.pid
    assert third.is_ours()
    third.release()
    assert not path.exists()


def test_of_many_that_start_at_once_one_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "mira.yaml"
    written(path, host=os.uname().nodename, pid=2**22 + 7)
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(5)
    ]
    said = []
    for racer in racers:
        assert racer.stdout is not None
        said.append(racer.stdout.readline().strip())
    for racer in racers:
        racer.communicate("\n")
    assert sorted(said) == ["held", *["refused"] * 4]


def test_another_machines_lock_is_stale_after_half_an_hour_without_a_sign_of_life(tmp_path: Path) -> None:
    path = tmp_path / "mira.yaml"
    written(path, host="elsewhere", pid=1)
    assert Lock(path, now).holder is not None
    long_ago = path.stat().st_mtime - STALE_SECONDS - 60
    os.utime(path, (long_ago, long_ago))
    taken = Lock(path, now)
    assert taken.holder is None
    assert taken.taken_over is not None
    assert taken.taken_over.host == "elsewhere"


def test_a_holder_notices_that_its_lock_was_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "mira.yaml"
    mine = Lock(path, now)
    assert mine.is_ours()
    written(path, host="elsewhere", pid=1)
    assert not mine.is_ours()
    mine.release()
    assert "elsewhere" in path.read_text()


def test_a_sign_of_life_renews_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "mira.yaml"
    mine = Lock(path, now)
    os.utime(path, (1, 1))
    mine.sign_of_life()
    assert path.stat().st_mtime > 1


def test_a_process_number_that_was_used_again_is_not_the_holder(tmp_path: Path) -> None:
    path = tmp_path / "mira.yaml"
    first = Lock(path, now)
    text = path.read_text()
    assert first.holder is None
    path.write_text(
        "".join('started: "1"\n' if line.startswith("started") else f"{line}\n" for line in text.splitlines())
    )
    assert Lock(path, now).holder is None


def test_a_lock_that_says_nothing_is_held_until_it_is_old(tmp_path: Path) -> None:
    path = tmp_path / "mira.yaml"
    for content in (b"", b"\xff\xfe", b"- a\n", b"host: x\n"):
        path.write_bytes(content)
        there = Lock(path, now).holder
        assert there is not None
        assert "unknown" in str(there)
    os.utime(path, (1, 1))
    assert Lock(path, now).holder is None


def test_a_lock_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "mira.yaml"
    Lock(path, now)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_locked_is_no_place_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refusing)
    with pytest.raises(SaveFailed, match="cannot be locked: No locks available"), alone(tmp_path):
        pass
    with pytest.raises(SaveFailed, match="cannot be locked: No such file"), alone(tmp_path / "nowhere"):
        pass


def test_a_lock_on_a_disk_that_turns_read_only_is_ours_and_is_taken_over_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    lock = Lock(tmp_path / "mira.yaml", now)
    with monkeypatch.context() as disk:
        disk.setattr(os, "utime", refusing)
        disk.setattr(Path, "unlink", refusing)
        lock.sign_of_life()
        lock.release()
    assert lock.is_ours()
    assert (tmp_path / "mira.yaml").exists()

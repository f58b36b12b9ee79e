"""Originals are found by their bytes, and read once."""

from __future__ import annotations

from pathlib import Path

import pytest

import reviewer.articles.kept as kept
from reviewer.articles.kept import Kept


def test_an_original_is_found_by_its_kind_and_bytes(tmp_path: Path) -> None:
    for name, data in (("a.txt", b"one"), ("b.txt", b"two"), ("c.html", b"one"), ("d.txt", b"one")):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder.txt").mkdir()
    originals = Kept(tmp_path)
    assert list(originals.holding(b"one", ".txt")) == [tmp_path / "a.txt", tmp_path / "d.txt"]
    assert list(originals.holding(b"one", ".html")) == [tmp_path / "c.html"]
    assert list(originals.holding(b"six", ".txt")) == []
    originals.add(tmp_path / "e.txt", b"six")
    assert list(originals.holding(b"six", ".txt")) == [tmp_path / "e.txt"]
    assert list(Kept(tmp_path / "none").holding(b"one", ".txt")) == []


def test_each_original_is_read_once_however_many_records_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        (tmp_path / f"a{number}.json").write_bytes(b"%02d" % number)
    reads: list[Path] = []

    def read(path: Path) -> bytes:
        reads.append(path)
        return path.read_bytes()

    monkeypatch.setattr(kept, "read_bytes", read)
    originals = Kept(tmp_path)
    for number in range(20, 60):
        assert list(originals.holding(b"%02d" % number, ".json")) == []
    assert len(reads) == 20

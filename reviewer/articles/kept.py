"""The originals that folders of events keep, found by their bytes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from reviewer.files import read_bytes


class Kept:
    """Asked once a record, of as many files as there are records: each is read once at most, and only when one of its kind and
    size is looked for."""

    def __init__(self, *folders: Path) -> None:
        self._unread: defaultdict[tuple[str, int], list[Path]] = defaultdict(list)
        self._by_bytes: defaultdict[tuple[str, bytes], list[Path]] = defaultdict(list)
        for folder in filter(Path.is_dir, folders):
            with os.scandir(folder) as entries:
                found = sorted((Path(entry.path), entry.stat().st_size) for entry in entries if entry.is_file())
            for path, size in found:
                self._unread[path.suffix, size].append(path)

    def add(self, path: Path, data: bytes) -> None:
        """Takes note of one that was just written."""
        self._by_bytes[path.suffix, sha256(data).digest()].append(path)

    def holding(self, data: bytes, suffix: str) -> Iterable[Path]:
        """The originals with these very bytes."""
        for path in self._unread.pop((suffix, len(data)), ()):
            self.add(path, read_bytes(path))
        return self._by_bytes.get((suffix, sha256(data).digest()), ())

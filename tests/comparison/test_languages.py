"""The data files of the languages say nothing that nobody reads: a misspelt key would be an empty list, without a word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import reviewer.comparison

_ROOM = Path(reviewer.comparison.__file__).parent
_READERS = {
    "languages": ("lexicon.py", "counting.py"),
    "phrases": ("passages.py",),
    "retelling": ("stems.py",),
}
_FILES = sorted(_ROOM.glob("*/*.json"))


def _read(folder: str) -> set[str]:
    """The names that the modules which read the files of `folder` ask for, and those for people: `language`, `note`."""
    source = "".join((_ROOM / module).read_text(encoding="utf-8") for module in _READERS[folder])
    return {"language", "note", *re.findall(r'"(\w+)"', source)}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_key_of_a_language_file_is_read(file: Path) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    assert set(data) <= _read(file.parent.name)
    assert set(data.get("numbers", ())) <= _read(file.parent.name)


def test_each_folder_of_data_has_its_readers() -> None:
    assert {file.parent.name for file in _FILES} == set(_READERS)

"""The data files of the languages say nothing that nobody reads (a misspelt key would be an empty list, without a word), and
every key that can stand in them is defined and used."""

from __future__ import annotations

import json
import re
from dataclasses import Field
from pathlib import Path
from typing import get_args

import pytest

import reviewer.comparison
from reviewer.comparison.counting import NumberWords
from reviewer.comparison.keys import keys_of
from reviewer.comparison.lexicon import LANGUAGES, Lexicon, Modal, lexicon

_ROOM = Path(reviewer.comparison.__file__).parent
_DATA = {code: json.loads((_ROOM / "languages" / f"{code}.json").read_text(encoding="utf-8")) for code in LANGUAGES}
_READERS = {"phrases": ("passages.py",), "retelling": ("stems.py", "inflection.py")}
_OTHER_FILES = sorted(file for folder in _READERS for file in (_ROOM / folder).glob("*.json"))
_FOR_PEOPLE = {"language", "note"}
_KINDS = [
    pytest.param(kind, key, id=f"{kind.__name__}-{key.name}")
    for kind in (Lexicon, NumberWords)
    for key in keys_of(kind)
]


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_key_of_a_language_file_is_read(code: str) -> None:
    assert set(_DATA[code]) - _FOR_PEOPLE - {"numbers"} <= {key.name for key in keys_of(Lexicon)}
    assert set(_DATA[code]["numbers"]) <= {key.name for key in keys_of(NumberWords)}
    assert _DATA[code]["language"] == code


@pytest.mark.parametrize(("kind", "key"), _KINDS)
def test_every_key_is_defined_used_and_written_in_some_language(kind: type, key: Field[object]) -> None:
    assert key.metadata["about"]
    assert any(key.name in (data["numbers"] if kind is NumberWords else data) for data in _DATA.values())
    own = {"keys.py", "lexicon.py", "counting.py"}
    source = "".join(file.read_text(encoding="utf-8") for file in _ROOM.glob("*.py") if file.name not in own)
    reader = (_ROOM / ("counting.py" if kind is NumberWords else "lexicon.py")).read_text(encoding="utf-8")
    assert re.search(rf"\.{key.name}\b", source) or re.search(rf'"{key.name}"', reader)


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_what_binds_is_of_a_kind_that_is_known(code: str) -> None:
    words = lexicon(code)
    kinds = {*words.modals.values(), *words.tenses.values(), *words.periphrases.values()}
    assert kinds <= set(get_args(Modal))


@pytest.mark.parametrize("file", _OTHER_FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_key_of_the_other_data_files_is_read(file: Path) -> None:
    source = "".join((_ROOM / module).read_text(encoding="utf-8") for module in _READERS[file.parent.name])
    assert set(json.loads(file.read_text(encoding="utf-8"))) <= {*_FOR_PEOPLE, *re.findall(r'"(\w+)"', source)}


def test_each_folder_of_data_has_its_readers() -> None:
    assert {file.parent.name for file in _ROOM.glob("*/*.json")} == {"languages", *_READERS}

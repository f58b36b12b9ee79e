"""Words as indirect speech and retelling leave them: without tense, number and person."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from reviewer.comparison.inflection import EnglishInflection, Inflection
from reviewer.comparison.known import Known
from reviewer.comparison.lexicon import lexicon
from reviewer.comparison.spelling import american
from reviewer.text import folded

_FILES = Path(__file__).parent / "retelling"


def stems(words: Iterable[str], language: str = "en") -> list[str]:
    """The stem of each of `words` (matching keys); English rules hold for languages without data here."""
    return list(map(_table(language).__getitem__, words))


def stem(word: str, language: str = "en") -> str:
    """The stem of one matching key."""
    return _table(language)[word]


class Reporting:
    """Words by which a reporter at work shows: verbs of speech, "according to", moods of indirect speech."""

    __slots__ = ("_table", "stems", "words")

    def __init__(self, words: frozenset[str], stems: frozenset[str], table: Known[str]) -> None:
        self.words, self.stems, self._table = words, stems, table

    def isdisjoint(self, words: Iterable[str]) -> bool:
        """Whether none of these matching keys is among them, in whatever form."""
        return not any(word in self.words or self._table[word] in self.stems for word in words)


@cache
def reporting(language: str) -> Reporting | frozenset[str]:
    """What shows a reporter at work: what `speaking` has, and the moods of indirect speech (*er sei*)."""
    return _reporting(language, moods=True)


@cache
def speaking(language: str) -> Reporting | frozenset[str]:
    """What says that somebody speaks: words in every form of theirs; in English, and languages without data, matching keys."""
    return _reporting(language, moods=False)


def _reporting(language: str, *, moods: bool) -> Reporting | frozenset[str]:
    data = _data(language)
    if "reporting" not in data:
        speech = lexicon("en").speech
        return speech.union(american().get(word, word) for word in speech)
    listed = data["reporting"] + " " + data.get("moods", "") if moods else data["reporting"]
    words = frozenset(folded(listed).split()) | lexicon(language).speech
    return Reporting(words, frozenset(stems(folded(data["reporting_verbs"]).split(), language)), _table(language))


def reorders(language: str) -> bool:
    """Whether reports in a language move words so freely that their order tells little."""
    return bool(_data(language).get("reorders"))


@cache
def _table(language: str) -> Known[str]:
    data = _data(language)
    return Known(Inflection(data).stem if "steps" in data else EnglishInflection(_data("en")).stem)


@cache
def _data(language: str) -> Any:
    """The data file of a language, empty where there is none."""
    if language not in _LANGUAGES:
        return {}
    return json.loads((_FILES / f"{language}.json").read_text(encoding="utf-8"))


_LANGUAGES = frozenset(file.stem for file in _FILES.glob("*.json"))

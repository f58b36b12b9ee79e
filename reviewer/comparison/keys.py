"""How the keys of a language file are written: each is a field of `Lexicon` or `NumberWords`, with its definition and its reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, field, fields
from typing import Any

from reviewer.text import folded

Phrases = tuple[tuple[str, ...], ...]
PhrasesByBeginning = dict[str, list[tuple[tuple[str, ...], str]]]


def read_keys(kind: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """What the keys of `data` give for the fields of the dataclass `kind` that are keys; one that is missing is empty.

    Words come in their matching form (`words.key`), apart from those of keys that count as printed.
    """
    found = {}
    for key in keys_of(kind):
        value = data.get(key.name)
        empty = key.metadata["empty"]
        written = empty if value is None else value if key.metadata["as_printed"] else _in_matching_form(value)
        found[key.name] = key.metadata["read"](written)
    return found


def keys_of(kind: type) -> list[Field[Any]]:
    """The fields of `kind` that are keys of a file; its other fields are made of these."""
    return [known for known in fields(kind) if "read" in known.metadata]


def _in_matching_form(data: Any) -> Any:
    if isinstance(data, dict):
        return {_folded(name): _in_matching_form(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_in_matching_form(value) for value in data]
    return _folded(data) if isinstance(data, str) else data


def _folded(words: str) -> str:
    if words.isascii():
        return words.lower()
    return " ".join([word.lower() if word.isascii() else folded(word) for word in words.split(" ")])


def _key(read: Callable[[Any], Any], empty: object, about: str, *, as_printed: bool = False) -> Any:
    return field(metadata={"read": read, "empty": empty, "about": about, "as_printed": as_printed})


def derived(about: str) -> Any:
    """A field that is no key of the file but made of several."""
    return field(metadata={"about": about})


def listed(about: str, *, as_printed: bool = False) -> Any:
    """`"no not never"`: a set of words."""
    return _key(lambda data: frozenset(data.split()), "", about, as_printed=as_printed)


def endings(about: str, *, as_printed: bool = False) -> Any:
    """`"ing ed"`: beginnings or endings of words, in this order."""
    return _key(lambda data: tuple(data.split()), "", about, as_printed=as_printed)


def phrases(about: str) -> Any:
    """`["more than", "at least"]`: phrases, as tuples of words."""
    return _key(lambda data: tuple(tuple(phrase.split()) for phrase in data), (), about)


def alike(about: str) -> Any:
    """`["might could"]`: sets of words that stand for one another."""
    return _key(lambda data: tuple(frozenset(group.split()) for group in data), (), about)


def grouped(about: str, *, as_printed: bool = False) -> Any:
    """`{"can": "can could"}`: each word of a group with the name of the group."""
    return _key(lambda data: _by_word(data, str), {}, about, as_printed=as_printed)


def counted(about: str) -> Any:
    """`{"12": "dozen"}`: each word of a group with its whole number."""
    return _key(lambda data: _by_word(data, int), {}, about)


def valued(about: str) -> Any:
    """`{"0.5": "halved"}`: each word of a group with its value."""
    return _key(lambda data: _by_word(data, float), {}, about)


def _by_word(data: Mapping[str, str], value: Callable[[str], Any]) -> dict[str, Any]:
    return {word: value(name) for name, group in data.items() for word in group.split()}


def grouped_phrases(about: str) -> Any:
    """`{"have to": ["have to", "need to"]}`: each phrase of a group with the name of the group."""
    return _key(
        lambda data: {tuple(phrase.split()): name for name, group in data.items() for phrase in group}, {}, about
    )


def phrases_by_beginning(about: str) -> Any:
    """`{"not": ["no longer"]}`: each phrase with the name of its group, by the first word of the phrase."""
    return _key(_by_beginning, {}, about)


def _by_beginning(data: Mapping[str, Sequence[str]]) -> PhrasesByBeginning:
    found: PhrasesByBeginning = {}
    for name, group in data.items():
        for phrase in group:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, name))
    return found


def counted_phrases(about: str) -> Any:
    """`{"half past": 30}`: each phrase with its whole number."""
    return _key(lambda data: {tuple(phrase.split()): int(number) for phrase, number in data.items()}, {}, about)


def mapped(about: str) -> Any:
    """`{"nor": "neither"}`: a word for each of several."""
    return _key(dict, {}, about)


def spelled(about: str) -> Any:
    """`{"cannot": "can not"}`: the words, in their order, that each of several stands for."""
    return _key(lambda data: {word: tuple(long.split()) for word, long in data.items()}, {}, about)


def sets(about: str) -> Any:
    """`{"none": "any some"}`: a set of words for each of several."""
    return _key(lambda data: {word: frozenset(group.split()) for word, group in data.items()}, {}, about)


def paired_sets(about: str) -> Any:
    """`[["buy buys", "sell sells"]]`: the second set of words for each word of the first."""
    return _key(_paired, (), about)


def _paired(data: Sequence[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group, others in data:
        for word in group.split():
            found.setdefault(word, set()).update(others.split())
    kept: dict[frozenset[str], frozenset[str]] = {}  # many words share one set
    return {word: kept.setdefault(frozenset(others), frozenset(others)) for word, others in found.items()}


def switch(about: str) -> Any:
    """`true` or `false`."""
    return _key(bool, False, about)


def number(about: str, default: int) -> Any:
    """A whole number."""
    return _key(int, default, about)


def mark(about: str) -> Any:
    """A string as it stands: punctuation marks."""
    return _key(str, "", about)


def pattern(about: str) -> Any:
    """A regular expression for words in their matching form."""
    return _key(lambda data: re.compile(data) if data else None, "", about, as_printed=True)

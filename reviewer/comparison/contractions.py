"""Words as they are when nothing is contracted and numbers are in digits, so that `we're ten` and `we are 10` are the same."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.numbers import numbers


def spelled_out(keys: Iterable[str], words: Lexicon) -> list[str]:
    """Matching keys with the contractions of their language unfolded; a possessive 's is taken for one, too."""
    return [form for form, _ in _all_unfolded(keys, words)]


def plain(keys: Iterable[str], words: Lexicon) -> list[tuple[str, int]]:
    """The same with every number as one form in digits, each with the number of the key that it begins in."""
    forms = _all_unfolded(keys, words)
    found: list[tuple[str, int]] = []
    at = 0
    for number in numbers([form for form, _ in forms], words.numbers):
        found += forms[at : number.start]
        found.append((f"{number.value:g} {number.unit}", forms[number.start][1]))
        at = number.end
    return found + forms[at:]


def unfolded(key: str, words: Lexicon) -> tuple[str, ...]:
    """The words that one matching key is contracted from: `isn't`, `is not`; the key alone where it is no contraction."""
    if key in words.contractions:
        return words.contractions[key]
    for ending, meaning in words.contracted_endings.items():
        if key.endswith(ending) and len(key) > len(ending):
            return key[: -len(ending)], meaning
    return (key,)


def _all_unfolded(keys: Iterable[str], words: Lexicon) -> list[tuple[str, int]]:
    return [(form, at) for at, key in enumerate(keys) for form in unfolded(key, words)]

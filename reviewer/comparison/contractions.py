"""Words as they are when nothing is contracted and numbers are in digits, so that `we're ten` and `we are 10` are the same."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.numbers import numbers


def spelled_out(keys: Iterable[str], words: Lexicon) -> list[str]:
    """Matching keys with the contractions of their language unfolded; a possessive 's is taken for one, too."""
    return [form for form, _ in _unfolded(keys, words)]


def plain(keys: Iterable[str], words: Lexicon) -> list[tuple[str, int]]:
    """The same with every number as one form in digits, each with the number of the key that it begins in."""
    forms = _unfolded(keys, words)
    found: list[tuple[str, int]] = []
    at = 0
    for number in numbers([form for form, _ in forms], words.numbers):
        found += forms[at : number.start]
        found.append((f"{number.value:g} {number.unit}", forms[number.start][1]))
        at = number.end
    return found + forms[at:]


def _unfolded(keys: Iterable[str], words: Lexicon) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for at, key in enumerate(keys):
        if key in words.contractions:
            found += [(form, at) for form in words.contractions[key]]
            continue
        ending = next((e for e in words.contracted_endings if len(key) > len(e) and key.endswith(e)), "")
        found.append((key.removesuffix(ending), at))
        if ending:
            found.append((words.contracted_endings[ending], at))
    return found

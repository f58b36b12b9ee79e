"""How words inflect: what is left of one without its endings, by the rules of its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from reviewer.comparison.lexicon import lexicon
from reviewer.comparison.spelling import american
from reviewer.text import folded

_LEAST = 3  # letters that cutting an ending leaves
_SHORT = 6  # letters below which an English verb may have its ending cut otherwise
_PREFIX = "xxx"  # any
_GRAMMAR = "·"  # before the stem of a word of grammar, so that no other word shares it: entre, entrar

_SUFFIXES = "ations ation ments ment ingly edly ings ing ness ies ied est ed es ly er s e y".split()
_OF_VERBS = ("ing", "ed")  # before which the last letter of a short verb is doubled
_DOUBLE = "eflosz"  # letters that are double without an ending, too: call, miss, free
# `owed`, `died`, not `shed`, `need`; `using`, `dying`, not `bring`: endings of verbs too short to cut them from
_SHORT_PAST = re.compile("(?:[aeiouy][^e]|[^aeiouy][aiouy])ed")
_SHORT_PROGRESSIVE = re.compile("([aeiou][^aeiouy])ing|([^aeiouy])ying")
_BY_LAST = {last: tuple(s for s in _SUFFIXES if s[-1] == last) for last in {s[-1] for s in _SUFFIXES}}


class Inflection:
    """That of one language, from its data: endings to cut, changes of spelling, irregular forms."""

    def __init__(self, data: dict[str, Any]) -> None:
        language = lexicon(data["language"])
        self.grammar, self.elided = language.function, bool(language.elisions)
        self.steps = [_cut(step[1]) if step[0] == "cut" else _respelled(*step[1:]) for step in data["steps"]]
        self.same: dict[str, str] = {
            folded(form): folded(base) for base, forms in data["same"].items() for form in (base, *forms.split())
        }
        self.irregular: dict[str, str] = {}
        self.prefixed: dict[str, str] = {}
        participle = data.get("participle", "")
        for base, forms in data["irregular"].items():
            for form in map(folded, forms.split()):
                self._learn(self.irregular, self.regular(form), self.regular(folded(base)))
                for bare in {form, form if base.startswith(participle) else form.removeprefix(participle)}:
                    self._learn(self.prefixed, self._beside(bare), self._beside(folded(base)))
        self.prefixes: tuple[str, ...] = tuple(sorted(data["prefixes"].split(), key=len, reverse=True))

    @staticmethod
    def _learn(forms: dict[str, str], form: str, base: str) -> None:
        """What is left of a form must be long enough to tell it from other words."""
        if len(form) >= _LEAST:
            forms[form] = base

    def _beside(self, word: str) -> str:
        """What is left of `word` behind a prefix."""
        return self.regular(_PREFIX + word).removeprefix(_PREFIX)

    def regular(self, word: str) -> str:
        """`word` without its endings."""
        for step in self.steps:
            word = step(word)
        return word

    def stem(self, word: str) -> str:
        """The common form of one matching key."""
        base = self.same.get(word)
        if base is None and self.elided and "'" in word:
            word = word.rpartition("'")[2]
            base = self.same.get(word)
        if base is not None:
            return base
        if not word.isalpha():
            return word
        form = self.regular(word)
        if word in self.grammar:
            return _GRAMMAR + form
        base = self.irregular.get(form)
        if base is not None:
            return base
        for prefix in self.prefixes:
            if form.startswith(prefix):
                base = self.prefixed.get(form[len(prefix) :])
                if base is not None:
                    return prefix + base
        return form


def _cut(endings: str) -> Callable[[str], str]:
    ordered = "|".join(sorted(endings.split(), key=len, reverse=True))
    return partial(re.compile(f"(?<={'.' * _LEAST})(?:{ordered})$").sub, "", count=1)


def _respelled(pattern: str, replacement: str) -> Callable[[str], str]:
    return partial(re.compile(pattern).sub, replacement, count=1)


class EnglishInflection:
    """That of English: irregular forms by list, all else by the few endings it has."""

    def __init__(self, data: dict[str, Any]) -> None:
        listed: dict[str, str] = {**data["same"], **data["irregular"]}
        self.forms = {form: base for base, forms in listed.items() for form in (base, *forms.split(), *_regular(base))}

    def stem(self, word: str) -> str:
        """A crude common form of one matching key: irregular forms by list, others by cutting one ending off."""
        base = self.forms.get(word)
        if base is not None:
            return base
        word = word.removesuffix("'s")
        word = american().get(word, word)
        if len(word) < 4 or not word.isascii() or not word.isalpha():
            return word
        if len(word) < _SHORT:
            if _SHORT_PAST.fullmatch(word):
                return word[:-1]
            if short := _SHORT_PROGRESSIVE.fullmatch(word):
                return f"{short[1]}e" if short[1] else f"{short[2]}ie"
        suffixes = _BY_LAST.get(word[-1], ())
        whole = 4  # letters of which no double one is taken away
        if suffixes and word.endswith(suffixes):
            for suffix in suffixes:
                if suffix == "s" and word[-2] == "s":  # miss, class
                    break
                if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST:
                    word = word[: -len(suffix)]
                    if suffix in _OF_VERBS and word[-1] not in _DOUBLE:
                        whole = 3
                    break
        if len(word) > whole and word[-1] == word[-2]:
            word = word[:-1]
        return word[:-1] if len(word) > 4 and word[-1] in "ei" else word


def _regular(base: str) -> Iterator[str]:
    """The regular forms of `base` of which cutting an ending would leave less than of the base: makes, making."""
    if len(base) > _LEAST and base[-1] == "e":
        yield from (base[:-1] + ending for ending in ("es", "ing"))

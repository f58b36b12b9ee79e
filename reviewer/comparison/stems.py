"""Words as indirect speech and retelling leave them: without tense, number and person."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any

from reviewer.comparison.known import Known
from reviewer.comparison.lexicon import lexicon
from reviewer.comparison.spelling import american
from reviewer.text import folded

_FILES = Path(__file__).parent / "retelling"
_LEAST = 3  # letters that cutting an ending leaves
_SHORT = 6  # letters below which an English verb may have its ending cut otherwise
_PREFIX = "xxx"  # any
_GRAMMAR = "·"  # before the stem of a word of grammar, so that no other word shares it: entre, entrar

_SAME = (
    (
        "be",
        "am is are was were been being i'm he's she's it's that's there's they're we're you're isn't wasn't aren't weren't",
    ),
    ("have", "has had having haven't hasn't hadn't i've we've they've you've"),
    ("do", "does did done doing don't doesn't didn't"),
    ("will", "would i'll we'll they'll he'll she'll it'll won't wouldn't he'd she'd they'd we'd i'd"),
    ("can", "could can't cannot couldn't able"),
    ("may", "might"),
    ("must", "should shall ought mustn't shouldn't"),
    ("he", "i we she they you him her them us me it who"),
    ("his", "my our their your its hers ours theirs mine yours"),
    ("himself", "myself ourselves themselves herself yourself itself"),
    ("this", "that these those"),
    ("here", "there"),
    ("now", "then"),
    ("say", "said says"),
    ("make", "made"),
    ("go", "goes went gone"),
    ("take", "took taken"),
    ("come", "came"),
    ("know", "knew known"),
    ("think", "thought"),
    ("give", "gave given"),
    ("see", "saw seen"),
    ("get", "got gotten"),
    ("find", "found"),
    ("tell", "told"),
    ("feel", "felt"),
    ("leave", "left"),
    ("hold", "held"),
    ("keep", "kept"),
    ("mean", "meant"),
    ("lose", "lost"),
    ("win", "won"),
    ("bring", "brought"),
    ("buy", "bought"),
    ("fight", "fought"),
    ("speak", "spoke spoken"),
    ("break", "broke broken"),
    ("choose", "chose chosen"),
    ("begin", "began begun"),
    ("build", "built"),
    ("send", "sent"),
    ("spend", "spent"),
    ("pay", "paid"),
    ("meet", "met"),
    ("stand", "stood"),
    ("become", "became"),
    ("fall", "fell fallen"),
    ("grow", "grew grown"),
    ("write", "wrote written"),
    ("rise", "rose risen"),
    ("drive", "drove driven"),
    ("run", "ran"),
    ("lead", "led"),
    ("person", "people"),
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("good", "better best well"),
    ("bad", "worse worst"),
    ("someone", "somebody"),
    ("everyone", "everybody"),
    ("nobody", "noone"),
    ("anyone", "anybody"),
)
_FORMS = {form: base for base, forms in _SAME for form in (base, *forms.split())}
# the regular forms of a base in e, of which the rules below leave less than of the base: makes, making
_FORMS |= {
    base[:-1] + ending: base for base, _ in _SAME if base[-1] == "e" for ending in ("es", "ing") if len(base) > _LEAST
}
_SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ingly",
    "edly",
    "ings",
    "ing",
    "ness",
    "ies",
    "ied",
    "est",
    "ed",
    "es",
    "ly",
    "er",
    "s",
    "e",
    "y",
)


# `owed`, `died`, not `shed`, `need`; `using`, `dying`, not `bring`: endings of verbs too short to cut them from
_SHORT_PAST = re.compile("(?:[aeiouy][^e]|[^aeiouy][aiouy])ed")
_SHORT_PROGRESSIVE = re.compile("([aeiou][^aeiouy])ing|([^aeiouy])ying")
_BY_LAST = {last: tuple(s for s in _SUFFIXES if s[-1] == last) for last in {s[-1] for s in _SUFFIXES}}


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
    if not data:
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
    return Known(partial(_stem, _Rules(data)) if data else _english)


@cache
def _data(language: str) -> Any:
    """The data file of a language, empty where there is none."""
    if language not in _LANGUAGES:
        return {}
    return json.loads((_FILES / f"{language}.json").read_text(encoding="utf-8"))


_LANGUAGES = frozenset(file.stem for file in _FILES.glob("*.json"))


class _Rules:
    """How one language inflects, from its data: endings to cut, changes of spelling, irregular forms."""

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


def _cut(endings: str) -> Callable[[str], str]:
    ordered = "|".join(sorted(endings.split(), key=len, reverse=True))
    return partial(re.compile(f"(?<={'.' * _LEAST})(?:{ordered})$").sub, "", count=1)


def _respelled(pattern: str, replacement: str) -> Callable[[str], str]:
    return partial(re.compile(pattern).sub, replacement, count=1)


def _stem(rules: _Rules, word: str) -> str:
    """The common form of one matching key by the rules of its language."""
    base = rules.same.get(word)
    if base is None and rules.elided and "'" in word:
        word = word.rpartition("'")[2]
        base = rules.same.get(word)
    if base is not None:
        return base
    if not word.isalpha():
        return word
    form = rules.regular(word)
    if word in rules.grammar:
        return _GRAMMAR + form
    base = rules.irregular.get(form)
    if base is not None:
        return base
    for prefix in rules.prefixes:
        if form.startswith(prefix):
            base = rules.prefixed.get(form[len(prefix) :])
            if base is not None:
                return prefix + base
    return form


def _english(word: str) -> str:
    """A crude common form of one matching key: irregular forms by list, others by cutting one ending off."""
    base = _FORMS.get(word)
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
    if suffixes and word.endswith(suffixes):
        for suffix in suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: -len(suffix)]
                break
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] in "ei" else word

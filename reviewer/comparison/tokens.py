"""The words of two variants in the form in which flags compare them: contractions unfolded, names and modals marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import numeric

from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.measures import CODES
from reviewer.comparison.spelled import split_unit
from reviewer.text import folded

MINUS = re.compile(r"(?<![^\s(])[-−](?=\d)")
_TOKEN = re.compile(
    "|".join(
        (
            MINUS.pattern,
            r"(?<!\w)(?:US|AU?|C|NZ|HK)\$",
            r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?",  # initials
            r"\[[^\W\d_]\][^\W\d_]+",
            "[$€£¥%]",
            r"°(?:[CF]\b)?",
            r"\d{1,2}:[0-5]\d(?![\d:])(?:[ap]m\b)?",
            r"[1-9]/(?:[2-9]|10)(?![\d/])",
            r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.,]?\d)",  # thousands set apart by blanks
            r"\d[\d,]*(?:\.\d+)?\w*",
            r"[^\W\d_]+(?:['’‘][^\W\d_]+)*",
            r"[.!?…:;,\n“”\"\[\]()–—]",
        )
    )
)
_DEGREES = {"°": ("degrees",), "°C": ("degrees", "celsius"), "°F": ("degrees", "fahrenheit")}
_VULGAR = re.compile("[¼½¾⅓⅔⅕⅖⅗⅘⅛⅜⅝⅞]")


@dataclass(slots=True)
class Token:
    """One word: `form` as compared, `shown` as printed, its place in the string; `name` where it is part of a proper name."""

    form: str
    shown: str
    start: int
    end: int
    name: bool = False
    initial: bool = False
    modal: str = ""


def tokens(text: str, words: Lexicon) -> list[Token]:
    """The words of `text`; the pieces of a contraction show the whole contraction."""
    found: list[Token] = []
    initial = True
    for match in _TOKEN.finditer(text):
        shown = match.group()
        if len(shown) == 1 and not shown.isalnum() and shown not in "$€£¥%°-−":
            initial = initial or shown in '.!?…:\n“"['
            if shown == "," and found and found[-1].form in words.answers and found[-1].initial:
                found.pop()
                initial = True
            continue
        start, end = match.span()
        forms = _forms(shown, words) if shown not in "-−" else ("minus",)
        found += [Token(form, shown, start, end, _capital(shown, words), initial) for form in forms]
        initial = False
    _mark_modals(found, words)
    return _with_one_spelling(found, words)


def _capital(shown: str, words: Lexicon) -> bool:
    return shown[0].isupper() and shown[-1] != "$" and shown not in words.never_names


@lru_cache(maxsize=65536)
def _forms(shown: str, words: Lexicon) -> tuple[str, ...]:
    if shown[0] == "°":
        return _DEGREES[shown]
    if _VULGAR.fullmatch(shown):
        return (_decimal(shown),)
    word = folded(shown)
    if word[0] == "[":
        return (word[1] + word[3:],)
    if shown[0].isdigit():
        return split_unit("".join(_decimal(shown).split()), words.numbers)
    if "." in word:
        return (word.replace(".", ""),)
    if word in words.contractions:
        return words.contractions[word]
    if "'" not in word:
        return (word,)
    for ending, meaning in words.contracted_endings.items():
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], meaning
    return (word,)


def _decimal(shown: str) -> str:
    """A number with its fraction in decimals: `2½` as `2.5`."""
    fraction = _VULGAR.search(shown)
    if fraction is None:
        return folded(shown)
    whole = shown[: fraction.start()] or "0"
    return f"{whole}{f'{numeric(fraction.group()):.4g}'.lstrip('0')}{folded(shown[fraction.end() :])}"


def _mark_modals(found: list[Token], words: Lexicon) -> None:
    for at, token in enumerate(found):
        pair = (token.form, found[at + 1].form) if at + 1 < len(found) else (token.form, "")
        kind = words.periphrases.get(pair) or words.modals.get(token.form, "")
        before = found[at - 1].form if at else ""
        if not kind or token.modal:
            continue
        if token.form == "may" and token.shown == "May" and (not token.initial or _dated(found, at)):
            continue
        if token.form in words.modal_nouns and before in words.before_nouns:
            continue
        if pair == ("going", "to") and not _verb_follows(found, at + 2, words):
            continue
        if (
            kind == "allegedly"
            and pair in words.periphrases
            and not (before in words.being and _verb_follows(found, at + 2, words))
        ):
            continue
        token.modal = kind


def _dated(found: list[Token], at: int) -> bool:
    return at + 1 < len(found) and found[at + 1].form[0].isdigit()


def _verb_follows(found: list[Token], at: int, words: Lexicon) -> bool:
    """`going to leave`, not `going to the port` or `going to Paris`."""
    return at < len(found) and not found[at].name and found[at].form not in words.no_verb


def _with_one_spelling(found: list[Token], words: Lexicon) -> list[Token]:
    """Names of a few states and unions in one spelling (`United States`, `U.S.`); titles are no names."""
    merged: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        for spelled, form in words.spelled_names.items():
            if token.name and tuple(t.form for t in found[at : at + len(spelled)]) == spelled:
                last = found[at + len(spelled) - 1]
                shown = " ".join(t.shown for t in found[at : at + len(spelled)])
                merged.append(Token(form, shown, token.start, last.end, name=True))
                at += len(spelled)
                break
        else:
            if (
                token.name
                and token.form in words.same_names
                and (token.form not in ("us", "un") or token.shown[:2].isupper() or "." in token.shown)
            ):
                token.form = words.same_names[token.form]
            if token.form in words.titles or token.form in CODES or token.form in ("celsius", "fahrenheit"):
                token.name = False
            elif token.name and token.initial:
                token.name = _may_be_name(token, found[at + 1] if at + 1 < len(found) else None, words)
            merged.append(token)
            at += 1
    return merged


def _may_be_name(token: Token, following: Token | None, words: Lexicon) -> bool:
    """Whether a word that has its capital from the start of a sentence could be a name as well."""
    if (
        token.form in words.function
        or token.form in words.common
        or token.form in words.numbers.every
        or token.form in words.modals
        or len(token.form) < 3
    ):
        return False
    if following is not None and following.name and following.form not in words.titles:
        return True
    return not token.form.endswith(words.noun_endings)

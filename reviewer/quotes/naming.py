"""Runs of capitalised words in a text, and which of their words are a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reviewer.quotes import lexicon
from reviewer.quotes.lexicon import LANGUAGES, Language

UPPER = "A-ZÀ-ÖØ-ÞĀŁŚŞŠŽŻÇĆČĞİ"
_REST = r"[\w\u0300-\u036f’'&-]*"  # letters may be written with their accents apart
_INITIALS = rf"(?:\.[{UPPER}])*"  # "U.S.", "J.D. Roe"
_RUN = re.compile(
    rf"[{UPPER}]{_REST}{_INITIALS}\.?(?:[ \u00a0](?:& )?(?:al-[{UPPER}]{_REST}|[{UPPER}]{_REST}{_INITIALS}\.?|"
    r"(?:de|del|della|di|da|dos|du|van|von|der|den|ter|la|le|el|al|bin|ibn|abu|bint)\b))*"
)
_NICKNAME = re.compile(rf"[ \u00a0][“\"‘'][{UPPER}][\w’-]{{1,20}}[”\"’'][ \u00a0]")
_NICKNAMED = tuple("“\"‘'")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_BREAK = re.compile(r"[^ \u00a0]+(?:\.|['’]s)(?=[ \u00a0])")
_COMMON = "tpsxDdlhc"
_OPENS = '.!?…:“”"‘»«(>#'
POSSESSIVE = ("’s", "'s")
LEAST = 2
_MOST = 5
_LETTERS = 6  # of the name of a news agency, and of a rank or degree behind a name
_MEMORY = 50_000


class Named(NamedTuple):
    """A name without title, office and possessive ending: where it begins and ends in its run, and the title before it or ""."""

    start: int
    end: int
    title: str
    words: tuple[str, ...]


def runs(text: str, language: Language) -> Iterator[tuple[int, str]]:
    """Where each run of capitalised words begins, and the run; none goes on over the end of a sentence or a possessor ("NPR's Jane Roe").

    A nickname in marks behind a given name belongs to its run ("Jane “Jay” Roe").
    """
    after = 0
    for match in _RUN.finditer(text):
        start, end = match.span()
        if start < after:
            continue
        run = match.group()
        if text[end + 1 : end + 2] in _NICKNAMED and run.rpartition(" ")[2].lower() in language.names:
            nickname = _NICKNAME.match(text, end)
            following = _RUN.match(text, nickname.end()) if nickname is not None else None
            if following is not None:
                after = following.end()
                run = text[start:after]
        if "." in run or (" " in run and ("’s " in run or "'s " in run)):
            yield from _broken(start, run, language)
        else:
            yield start, run


def _broken(start: int, run: str, language: Language) -> Iterator[tuple[int, str]]:
    """The parts of a run between possessors, and between stops after what is neither title, suffix nor initial."""
    first = 0
    for match in _BREAK.finditer(run):
        word = match.group().lower()
        if word.endswith(POSSESSIVE):
            yield start + first, run[first : match.end()]
        elif word.count(".") > 1 and _DOTTED.fullmatch(word):
            if word not in language.abbreviations:
                continue
            yield start + first, run[first : match.end()]
        elif len(word) > LEAST and word not in language.titles and word not in language.abbreviations:
            yield start + first, run[first : match.end() - 1]
        else:
            continue
        first = match.end() + 1
    if first < len(run):
        yield start + first, run[first:]


@lru_cache(maxsize=_MEMORY)
def key(surname: str) -> str:
    """A surname as it is looked up: without an Arabic article."""
    lower = surname.lower()
    return lower[3:] if lower.startswith(("al-", "el-")) and len(lower) > 4 else lower


def by_place(text: str, start: int, words: Sequence[str], language: Language) -> bool:
    """Whether the first of several words may be no name, but has its capital from the sentence that it opens ("Docker Ana Roe")."""
    first = words[0].lower()
    if first in language.names or first in language.places or not words[1][0].isupper():
        return False
    return opens_sentence(text, start)


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence may begin at a place, as far as the signs before it tell."""
    before = text[max(0, start - 4) : start]
    ends = before.rstrip()
    return not ends or "\n" in before[len(ends) :] or ends[-1] in _OPENS


def begins_name(word: str, following: str, code: str) -> bool:
    """Whether the first of two capitalised words, which opens a sentence, begins the name that the second ends, as far as the words alone say.

    A known first name does; so does a word that this language has no use for, unless a known first name follows it.  `code` is
    that of a language, known here or not.
    """
    words = lexicon.language(code) if code in LANGUAGES else None
    if words is None or words.nouns_capitalised:
        return words is not None and word.lower() in words.names
    lower = word.lower()
    if lower in words.names:
        return True
    plain = lower in words.tags or lower in words.not_names or lower in words.titles
    return (
        not plain
        and not lower.endswith(words.verb_suffixes + words.adverb_suffixes)
        and following.lower() not in words.names
    )


def common_noun(text: str, word: str) -> bool:
    """Whether the article has this word, or its plural, in small letters too."""
    lower = word.lower()
    return lower in text and re.search(rf"\b{re.escape(lower)}(?:e?s)?\b", text) is not None


def bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s").strip(".’'-")


def alone(word: str, language: Language) -> str:
    """The surname that a capitalised word may be by itself, or nothing."""
    lower, plain = word.lower(), bare(word)
    common = lower in language.not_names or language.tags.get(lower, "N") in _COMMON or plain.lower() in language.roles
    return "" if common or len(plain) < LEAST or (plain.isupper() and len(plain) > 3) else plain


def without_office(words: Sequence[str], language: Language) -> tuple[int, str]:
    """The number of the word at which the name begins in a run, and the title before it.

    What precedes a title or a role goes ("Defense Secretary Jane Roe", "Economist Jane Roe", "Chief of Staff Jane Roe"), so do
    words that are no names, a label in capitals and, where a known first name follows, whatever is neither an initial nor the
    beginning of a place ("Homeland Security Jane Roe").
    """
    first, title = 0, ""
    for index, word in enumerate(words[:-1]):
        lower = word.lower()
        if lower in language.titles and lower not in language.not_names:
            first, title = index + 1, word
        elif lower in language.not_names or (_office(lower, language) and lower not in language.names):
            first, title = index + 1, ""
    while first < len(words) and _no_name(words, first, language):
        first, title = first + 1, ""
    opening = bare(words[first]).lower() if len(words) - first > LEAST else ""
    twice = first < len(words) and words[first] in words[first + LEAST :]  # a name and its caption
    if len(opening) > 1 and not twice and opening not in language.names and opening not in language.places:
        for index in range(first + 1, len(words) - 1):
            if bare(words[index]).lower() in language.names:
                return index, title
    return first, title


def _office(lower: str, language: Language) -> bool:
    """Whether a word is a noun for an office, in a language that gives all nouns a capital by its ending alone ("Amtsleiter")."""
    return lower in language.roles or (language.nouns_capitalised and lower.endswith(language.agent_suffixes))


def _no_name(words: Sequence[str], at: int, language: Language) -> bool:
    """Whether the word is none that a name begins with; the last one is not, unless it is never part of a name."""
    word = words[at]
    lower = word.lower()
    tag = language.tags.get(lower, "N")
    if lower in language.names:
        return False
    if lower in language.demonyms and at + LEAST < len(words):
        return True  # "the Dane Bo Lind"
    if lower in language.not_names or tag in _COMMON:
        return True
    if at + 1 == len(words):
        return False
    if lower in language.presenting:
        return True
    if "-" in word and _tells_what(lower.split("-"), word, language):
        return True
    if len(word) > 3 and word.isupper() and not _DOTTED.fullmatch(word) and not words[at + 1].isupper():
        return True
    return tag == "a" or (tag in "VGvg" and language.verb_suffixes != () and lower.endswith(language.verb_suffixes))


def _tells_what(parts: Sequence[str], word: str, language: Language) -> bool:
    """Whether a word with hyphens says what somebody is ("Mother-of-two", "Ex-striker"); a given name of two parts does not ("Jae-in")."""
    return word[1:].islower() and (len(parts) > LEAST or parts[-1] in language.roles)


def _shouts(words: Sequence[str]) -> bool:
    """Whether the words end in capitals throughout, as labels and headlines do ("READ MORE"); initials are no capitals."""
    return words[-1].isupper() and (len(words[-1]) > 3 or (max(map(len, words)) > 3 and all(map(str.isupper, words))))


def before_letters(words: list[str], language: Language) -> list[str]:
    """The words before an agency's letters, which end a caption's name ("Jane Roe AP Ana Lind"), or a rank's ("Jane Roe MRCVS")."""
    for index in range(LEAST, len(words)):
        word = words[index].rstrip(".")
        if word.isupper() and 1 < len(word) <= _LETTERS and word.isalpha() and word.lower() not in language.suffixes:
            return words if all(map(str.isupper, words)) else words[:index]
    return words


@lru_cache(maxsize=_MEMORY)
def named(run: str, code: str, *, after_office: bool = False) -> Named | None:
    """The name in a run of several capitalised words of a language; None where they are none ("Health Department").

    `after_office`: the run follows "Secretary of" or the like, so that its first word may belong to that.
    """
    language = lexicon.language(code)
    spaced = run.replace("\u00a0", " ").split(" ")
    while len(spaced) > 1 and len(spaced[-1]) > LEAST and language.tags.get(spaced[-1].lower()) in ("t", "D"):
        spaced.pop()  # "Jane Roe Monday", "ET The"
    while len(spaced) > 1 and spaced[-1].lower().rstrip(".") in language.suffixes:
        spaced.pop()
    first, title = without_office(spaced, language)
    if after_office and first == 0 and len(spaced) > LEAST and spaced[0].lower() not in language.names:
        first = 1
    offset = sum(len(word) + 1 for word in spaced[:first])
    spaced = spaced[first:]
    if len(spaced) > LEAST:
        spaced = before_letters(spaced, language)
    spaced = [word for word in spaced if word[:1] not in _NICKNAMED]
    words = [plain if len(plain) > 1 and "." not in plain else word for word in spaced if (plain := bare(word))]
    while words and words[-1].islower():
        words.pop()
    if len(words) > 1 and words[0] == words[1]:
        words.pop(0)
    if len(words) > LEAST + 1 and words[0] == words[-1]:
        words.pop(0)  # "Roe Jane Anna Roe": the end of one form of a name and another
    if len(words) > LEAST and words[0] in words[LEAST:]:
        words = words[: words.index(words[0], LEAST)]  # "Jane Roe Jane Anna Roe": a name and its caption
    if not words or len(words) > _MOST or _shouts(words):
        return None
    if words[-1].lower().rpartition("-")[2] in language.roles and words[0].lower() not in language.names:
        return None
    return Named(offset, offset + len(" ".join(spaced)), title, tuple(words))

"""One person across articles: names compared by their structure, then by letters; and the evidence for it.

Structure first, as in record linkage of names (Christen 2012, chapter 4): titles and particles aside, given names, initials and
surnames are compared part by part, so that two people of one surname stay two.  Letters are compared after folding what
romanisations of Arabic, Slavic and other names write differently.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import distance, fuzz

from reviewer.quotes.lexicon import LANGUAGES, language

_TOKEN = re.compile(r"[^\W\d_]+(?:['’`ʿʾ][^\W\d_]+)*\.?")
_ASIDE = re.compile(r"\([^()]{0,80}\)|,.*")
_APOSTROPHES = re.compile(r"['’`ʿʾ]")
_SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("shch", "s"), ("sch", "s"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"),
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("sh", "s"), ("ch", "c"), ("ks", "x"), ("ck", "k"), ("qu", "k"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "ai"), ("ey", "ai"), ("ay", "ai"), ("yev", "ev"), ("iev", "ev"),
    ("skiy", "ski"), ("skii", "ski"), ("sky", "ski"), ("iy", "i"), ("yy", "i"), ("yo", "o"), ("ya", "a"), ("ia", "a"),
    ("yu", "u"), ("iu", "u"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("ah", "a"), ("eh", "e"), ("o", "u"), ("e", "i"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLES = frozenset("al el ad as ash an ar at az bin ibn ben abu abou bint ould".split())
_SERVANT = re.compile("abd(?:[aeou][lrsz])?")
_SERVANT_OF = re.compile("^abd[aeou]l(?=[a-z]{3})")
_ALIKE, CLOSE, _GIVEN = 80.0, 0.9, 0.87
_SHORT = 3  # letters below which names are too short to tell one misspelled
_LETTERS, _LONG = 6, 120
_WORD = re.compile(r"[^\W\d_][\w’']*")
_SURE, _LIKELY, _POSSIBLE = 100.0, 90.0, 75.0


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """Two names of one person: `score` 0–100, and what speaks for it, in a few words each."""

    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts, folded: `given` names or initials, `surname` parts without particles; `gender` of its title, or "".

    `run` is all of it without blanks, particles too, so that "De la Roe" can be told from "Delaroe" by nothing else.
    """

    given: tuple[str, ...]
    surname: tuple[str, ...]
    gender: str
    titles: tuple[str, ...]
    run: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        return self.given + self.surname


@cache
def _titles() -> dict[str, str]:
    return {word: sort for code in LANGUAGES for word, sort in language(code).titles.items()}


@cache
def _particles() -> frozenset[str]:
    return _ARTICLES.union(*(language(code).particles for code in LANGUAGES))


@cache
def _suffixes() -> frozenset[str]:
    return frozenset().union(*(language(code).suffixes for code in LANGUAGES))


@cache
def _roles() -> frozenset[str]:
    return frozenset().union(*(language(code).roles for code in LANGUAGES))


@cache
def _genders() -> dict[str, str]:
    """First name → gender, of those that are one in every language."""
    found: dict[str, str] = {}
    for code in LANGUAGES:
        for name, gender in language(code).names.items():
            found[name] = gender if found.get(name, gender) == gender else ""
    return found


@cache
def _short_names() -> dict[str, frozenset[str]]:
    """Given name → the names that can stand for it ("bill", "william")."""
    found: dict[str, frozenset[str]] = {}
    for code in LANGUAGES:
        for group in language(code).short_names:
            names = frozenset(group.split())
            for name in names:
                found[name] = found.get(name, frozenset()) | names
    return found


def _folded(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return (
        _APOSTROPHES.sub("", plain).casefold().replace("ß", "ss").replace("ł", "l").replace("ø", "o").replace("đ", "d")
    )


def _servants(parts: list[str]) -> list[str]:
    """Names made with "servant of" in one spelling, whether written in one word, two or three ("Abd al-Rahim", "Abdulrahim")."""
    joined: list[str] = []
    for index, part in enumerate(parts):
        if joined and joined[-1] == "abd" and index + 1 < len(parts):
            joined[-1] += part
        elif index + 2 < len(parts) and _SERVANT.fullmatch(part):
            joined.append("abd")
        else:
            joined.append(_SERVANT_OF.sub("abd", part))
    return joined


@lru_cache(maxsize=4096)
def name_of(text: str) -> Name:
    """The parts of a name; without any where the words name no person ("a spokesman", "he")."""
    text = _ASIDE.sub("", text[:200])
    given: list[str] = []
    gender = ""
    titles: list[str] = []
    run = ""
    for word in _TOKEN.findall(text.replace("'s", "").replace("’s", "")):
        folded = _folded(word)
        bare = folded.rstrip(".")
        if word.lower() in _titles() or folded in _titles():
            sort = _titles().get(word.lower(), _titles().get(folded, "any"))
            gender = gender if sort == "any" else sort
            titles.append(bare)
        elif bare in _particles() or folded in _suffixes():
            run += bare if bare in _particles() else ""
            continue
        elif (word[0].isupper() and bare not in _roles()) or word[0].lower() == word[0].upper():
            given.append(bare)
        run += bare if given and given[-1] == bare else ""
    if given and len(given[-1]) == 1 and len(given) > 1:
        given = [given[-1], *given[:-1]]
    given = _servants(given)
    return Name(tuple(given[:-1]), tuple(given[-1:]), gender, tuple(titles), run)


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """What is left of a name when the usual differences of romanisation are taken out of it."""
    for before, after in _SOUNDS:
        word = word.replace(before, after)
    return _DOUBLED.sub(r"\1", word.rstrip("h"))


def _surnames(left: Name, right: Name) -> str | None:
    a, b = left.surname[-1], right.surname[-1]
    if a == b:
        return "same surname"
    if sound(a) == sound(b) and min(len(a), len(b)) > 2:
        return "same surname in another romanisation"
    if (
        min(len(a), len(b)) > 4
        and fuzz.ratio(sound(a), sound(b)) >= _ALIKE
        and distance.JaroWinkler.similarity(a, b) >= CLOSE
    ):
        return "surnames differ by a letter or two"
    for one, other in ((left, right), (right, left)):
        if len(one.parts) > 2 and len(other.parts) > 1 and one.parts[-2] == other.surname[-1]:
            return "one of two surnames"
    return None


def _spaced(left: Name, right: Name) -> bool:
    """Whether two names differ by nothing but their blanks ("Del Roe", "Delroe"), in full or the surname alone."""
    whole = left.run == right.run and len(left.run) > _SHORT
    alone = any(one.run == other.surname[-1] != one.surname[-1] for one, other in ((left, right), (right, left)))
    return whole or alone


def _transposed(left: Name, right: Name) -> bool:
    """Whether two surnames behind one given name differ by two letters that changed places ("Ana Riu", "Ana Rui")."""
    if not left.given or not right.given or left.given[0] != right.given[0] or len(left.given[0]) < _SHORT:
        return False
    a, b = left.surname[-1], right.surname[-1]
    if len(a) != len(b) or len(a) < _SHORT:
        return False
    apart = [index for index, (one, other) in enumerate(zip(a, b, strict=True)) if one != other]
    return (
        len(apart) == 2 and 0 < apart[0] == apart[1] - 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
    )


def acronym(text: str) -> str:
    """The letters of a name that may be made of first letters ("the H.S.B."), else nothing."""
    letters = text.replace(".", "").removeprefix("the ").removeprefix("The ")
    return letters if 1 < len(letters) <= _LETTERS and letters.isalpha() and letters.isupper() else ""


def initials(text: str) -> tuple[str, bool]:
    """The first letters of a name's capitalised words, titles aside; and whether it may be a person's, who has a first name."""
    words = [word for word in _WORD.findall(text[:_LONG]) if word[0].isupper() and word.lower() not in _titles()]
    return "".join(word[0] for word in words), not words or words[0].lower() in _genders()


def _is_acronym(left: str, right: str) -> bool:
    """Whether one name is made of the first letters of the other ("HSB", "Harwick Shipping Board")."""
    for short, long in ((left, right), (right, left)):
        letters = acronym(short)
        if not letters:
            continue
        first, person = initials(long)
        if first == letters and (len(letters) >= _SHORT or not person):
            return True
        if len(letters) >= _SHORT and len(first) == len(letters) + 1 and first.startswith(letters):
            return True
    return False


def _givens(left: Name, right: Name) -> tuple[str, float] | None:
    """How the given names agree; None where they name two people."""
    a, b = left.given[0], right.given[0]
    if a == b:
        if len(left.given) > 1 and len(right.given) > 1 and left.given[1][0] != right.given[1][0]:
            return None
        return "same given name", _SURE
    if len(a) == 1 or len(b) == 1:
        if a[0] != b[0]:
            return None
        by_second = any(
            len(one.given[0]) == 1 and len(one.given[-1]) > 1 and one.given[-1] not in other.given
            for one, other in ((left, right), (right, left))
        )
        return "initial fits the given name", _POSSIBLE if by_second else _LIKELY
    if b in _short_names().get(a, frozenset()):
        return "short form of the given name", _LIKELY
    if sound(a) == sound(b):
        return "same given name in another romanisation", _LIKELY
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if longer.startswith(shorter) and len(shorter) > 2:
        return "given name cut short", _POSSIBLE
    if (
        min(len(a), len(b)) > 4
        and distance.JaroWinkler.similarity(a, b) >= _GIVEN
        and fuzz.ratio(sound(a), sound(b)) >= _ALIKE
    ):
        return "given names differ by a letter or two", _POSSIBLE
    return None


def _end(left: Name, right: Name) -> tuple[str, float] | None:
    """Whether the whole of one name, given name and surname, ends the other, which may have an office before it ("Docker Ana Roe")."""
    shorter, longer = sorted((left.parts, right.parts), key=len)
    return ("one name ends the other", _POSSIBLE) if longer[-len(shorter) :] == shorter else None


@cache
def _row() -> re.Pattern[str]:
    words = sorted({word for code in LANGUAGES for word in language(code).joining})
    return re.compile(rf"(?:, |,? (?:{'|'.join(words)}|&) )(?=\w)")


@lru_cache(maxsize=4096)
def people_of(text: str) -> tuple[str, ...]:
    """The names of several who speak together ("Ana Roe and Bo Lind"), each a person's; any other text as it is."""
    if " " not in text[:200] or not any(f" {word} " in text for code in LANGUAGES for word in language(code).joining):
        return (text,)
    names = tuple(_row().split(text[:400]))
    persons = [name_of(name) for name in names]
    singles = all(len(name.parts) == 1 and " " not in part for name, part in zip(persons, names, strict=True))
    named = any(name.titles or (name.given and name.given[0] in _genders()) for name in persons)
    whole = all(name.parts and part[0].isupper() for name, part in zip(persons, names, strict=True))
    return names if len(names) > 1 and whole and (singles or named) else (text,)


def same_person(left: str, right: str) -> PersonMatch | None:
    """Whether two names as articles give them ("Mr. Hadithi", "Sa'ad al-Hadithi") can be one person's; None where not.

    A name without given name fits anyone of its surname, with a lower score.  Those who speak together are the same where each
    of them is, in any order.
    """
    lefts, rights = people_of(left), people_of(right)
    if len(lefts) > 1 or len(rights) > 1:
        return _same_people(lefts, rights)
    if _is_acronym(left, right):
        return PersonMatch(_LIKELY, ("first letters of the name",))
    a, b = name_of(left), name_of(right)
    if not a.parts or not b.parts:
        same = " ".join(left.casefold().split()) == " ".join(right.casefold().split())
        return PersonMatch(_LIKELY, ("same words",)) if same and left.strip() else None
    if a.gender and b.gender and a.gender != b.gender:
        return None
    shared = (*sorted({*a.titles} & {*b.titles}),)
    by_title = tuple(f"same title ({title})" for title in shared)
    if len(a.parts) > 1 and sorted(a.parts) == sorted(b.parts) and a.parts != b.parts:
        return PersonMatch(_LIKELY, ("same names in another order", *by_title))
    if a.parts != b.parts and _spaced(a, b):
        return PersonMatch(_LIKELY, ("same name with other blanks", *by_title))
    surname = _surnames(a, b)
    if surname is None:
        transposed = ("same given name", "surnames differ by two letters that changed places", *by_title)
        return PersonMatch(_POSSIBLE, transposed) if _transposed(a, b) else None
    certain = _SURE if surname == "same surname" else _LIKELY
    if not a.given or not b.given:
        titled, named = (a, b) if b.given else (b, a)
        if titled.gender and named.given and _genders().get(named.given[0], titled.gender) not in ("", titled.gender):
            return None
        if surname == "surnames differ by a letter or two" and not shared:
            return None
        return PersonMatch(
            _LIKELY if shared or a.parts == b.parts else _POSSIBLE, (surname, "no given name on one side", *by_title)
        )
    given = _givens(a, b) or _end(a, b)
    if given is None:
        return None
    return PersonMatch(min(certain, given[1]), (surname, given[0], *by_title))


def _same_people(lefts: Sequence[str], rights: Sequence[str]) -> PersonMatch | None:
    if len(lefts) != len(rights):
        return None
    found: list[PersonMatch] = []
    left_over = list(rights)
    for one in lefts:
        ranked = [(match, other) for other in left_over if (match := same_person(one, other)) is not None]
        if not ranked:
            return None
        match, other = max(ranked, key=lambda pair: pair[0].score)
        left_over.remove(other)
        found.append(match)
    evidence = tuple(dict.fromkeys(reason for match in found for reason in match.evidence))
    return PersonMatch(min(match.score for match in found), evidence)


def full_name(text: str) -> bool:
    """Whether these words name a person by given name and surname."""
    return bool(name_of(text).given)


def surname(text: str) -> str:
    """The surname in a person's full name as it is written there ("Roe" of "Mayor Jane Roe Jr."); other words as they are."""
    names = people_of(text)
    if len(names) > 1:
        return " & ".join(surname(name) for name in names)
    parts = name_of(text).surname if full_name(text) else ()
    tokens = ((word, _TOKEN.findall(word)) for word in reversed(text.split()))
    return next((word for word, found in tokens if found and _folded(found[-1]) in parts), text)

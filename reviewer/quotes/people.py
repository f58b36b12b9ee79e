"""The people of one article: the fullest name for a surname, a title with a name, an office or a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked

_UPPER = "A-ZÀ-ÖØ-ÞĀŁŚŞŠŽŻÇĆČĞİ"
_CAPITALS = re.compile(
    rf"[{_UPPER}][\w’'-]*\.?(?:[ \u00a0](?:al-[{_UPPER}][\w’'-]*|[{_UPPER}][\w’'-]*\.?|"
    r"(?:de|del|della|di|da|dos|du|van|von|der|den|ter|la|le|el|al|bin|ibn|abu|bint)\b))*"
)
_WORD_WITH_STOP = re.compile(r"[^ \u00a0]+\.(?=[ \u00a0]|$)")
_ROLE_BEFORE = re.compile(r"([a-z][a-z-]+),?[ \u00a0]$")
_OFFICE_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)[ \u00a0]([{_UPPER}][a-z-]+)(?:[ \u00a0](?:of|for)[ \u00a0][^,.;:\n]{{2,40}})?,[ \u00a0]$"
)
_ROLE_AFTER = re.compile(r",[ \u00a0](?:(?:the|a|an|his|her|their|its|former)[ \u00a0])?([^,.;:\n“\"]{3,60})")
_FAR = 1200
_COMMON = "tpsxDdlhc"
_POSSESSIVE = ("’s", "'s")
_LEAST = 2


@dataclass(slots=True)
class _Person:
    """A person by name tokens without titles; `gender` is "male", "female" or ""."""

    name: tuple[str, ...]
    title: str = ""
    gender: str = ""
    count: int = 0
    roles: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        words = " ".join(self.name)
        return f"{self.title} {words}" if self.title and len(self.name) < _LEAST else words


def _key(surname: str) -> str:
    """A surname as it is looked up: without an Arabic article."""
    lower = surname.lower()
    return lower[3:] if lower.startswith(("al-", "el-")) and len(lower) > 4 else lower


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s").strip(".’'-")


def _name_alone(word: str, language: Language) -> str:
    """The surname that a capitalised word may be by itself, or nothing."""
    lower, bare = word.lower(), _bare(word)
    common = lower in language.not_names or language.tags.get(lower, "N") in _COMMON or bare.lower() in language.roles
    return "" if common or len(bare) < _LEAST or (bare.isupper() and len(bare) > 3) else bare


class People:
    """The persons of an article, found once; the questions are answered for a place in the text."""

    def __init__(self, text: str, language: Language, marked: Sequence[Marked] = ()) -> None:
        self.text = text
        self.language = language
        self.by_surname: dict[str, list[_Person]] = {}
        self.places: list[int] = []
        self.persons: list[_Person] = []
        self.everyone: list[_Person] = []
        self.genders: dict[str, str] = {}
        self.by_role: dict[str, list[_Person]] = {}
        singles: list[tuple[int, int, str]] = []
        for match in _CAPITALS.finditer(text):
            run = match.group()
            if "." in run:
                self._meet_sentences(match.start(), run, singles)
            else:
                self._meet(match.start(), run, singles)
        self._place(singles)
        self._leave_out(marked)
        for person in {id(person): person for person in self.everyone}.values():
            self.genders[person.text] = person.gender
            for role in person.roles:
                self.by_role.setdefault(role, []).append(person)

    def _meet_sentences(self, start: int, run: str, singles: list[tuple[int, int, str]]) -> None:
        """Takes in a run that may hold the end of a sentence: a stop after what is neither title, suffix nor initial."""
        language = self.language
        first = 0
        for match in _WORD_WITH_STOP.finditer(run):
            word = match.group().lower()
            if len(word) > _LEAST and word not in language.titles and word not in language.abbreviations:
                self._meet(start + first, run[first : match.end() - 1], singles)
                first = match.end() + 1
        if first < len(run):
            self._meet(start + first, run[first:], singles)

    def _meet(self, start: int, run: str, singles: list[tuple[int, int, str]]) -> None:
        """Takes in one run of capitalised words; a single word waits until all full names are known."""
        language = self.language
        if " " not in run and "\u00a0" not in run:
            name = language.alone.get(run)
            if name is None:
                name = language.alone.keep(run, _name_alone(run, language))
            if name:
                singles.append((-1 if run.endswith(_POSSESSIVE) else start, start, name))
            return
        offset, title, words = self._without_office(start, run.replace("\u00a0", " ").split(" "))
        sort = language.titles.get(title.lower(), "any")
        gender = "" if sort == "any" else sort
        names = []
        for word in words:
            bare = _bare(word)
            if bare:
                names.append(bare if len(bare) > 1 else word.removesuffix("’s"))
            if word != word.removesuffix("’s").removesuffix("'s"):
                break
        while names and (names[-1].lower() in language.suffixes or names[-1].islower()):
            names.pop()
        if not names or (names[-1].isupper() and len(names[-1]) > 3) or len(names) > 5:
            return
        if names[0].lower() in language.roles or names[-1].lower() in language.roles:
            return
        if len(names) == 1:
            singles.append((offset, start, names[0] if not title else f"{title}\t{names[0]}"))
            return
        person = self._person(tuple(names))
        person.count += 1
        person.gender = person.gender or gender or language.names.get(names[0].lower(), "")
        if title:
            person.roles.add(self._office_of(title))
        self._roles(person, start, offset + len(" ".join(words)))
        if not run.endswith(_POSSESSIVE):
            self.places.append(offset)
            self.persons.append(person)
        else:
            self.everyone.append(person)

    def _without_office(self, start: int, words: list[str]) -> tuple[int, str, list[str]]:
        """Where the name begins in a run of capitalised words, the title before it, and its words.

        What precedes a title goes ("Defense Secretary Jane Roe"), so do words that are no names and, where a known first name
        follows, what is left of an office ("Secretary of Defense Jane Roe").
        """
        language = self.language
        first, title = 0, ""
        for index, word in enumerate(words[:-1]):
            if word.lower() in language.titles:
                first, title = index + 1, word
        while first < len(words) and (
            words[first].lower() in language.not_names or language.tags.get(words[first].lower(), "N") in _COMMON
        ):
            first, title = first + 1, ""
        if len(words) - first > _LEAST and _bare(words[first]).lower() not in language.names:
            for index in range(first + 1, len(words) - 1):
                if _bare(words[index]).lower() in language.names:
                    first = index
                    break
        return start + sum(len(word) + 1 for word in words[:first]), title, words[first:]

    def _office_of(self, title: str) -> str:
        """The noun that a title stands for ("captain" for "Capt.")."""
        bare = title.lower().rstrip(".")
        return self.language.titles_in_full.get(bare, bare)

    def _person(self, name: tuple[str, ...]) -> _Person:
        """The person of this name: one of the same surname and first name, whose name grows by what is new."""
        known = self.by_surname.setdefault(_key(name[-1]), [])
        for person in known:
            if person.name[0].lower() == name[0].lower():
                if len(name) > len(person.name):
                    person.name = name
                return person
        person = _Person(name)
        known.append(person)
        return person

    def _roles(self, person: _Person, start: int, end: int) -> None:
        before = _ROLE_BEFORE.search(self.text, max(0, start - 30), start)
        roles = self.language.roles
        if before is not None and before[1] in roles:
            person.roles.add(before[1])
        office = _OFFICE_BEFORE.search(self.text, max(0, start - 70), start)
        if office is not None and office[1].lower() in roles:
            person.roles.add(office[1].lower())
        after = _ROLE_AFTER.match(self.text, end)
        if after is not None:
            words = after[1].split()
            for index, word in enumerate(words):
                if word.lower() in roles:
                    person.roles.add(word.lower())
                elif index and self.language.tags.get(word.lower(), "w") in "opslVGx":
                    break

    def _place(self, singles: list[tuple[int, int, str]]) -> None:
        """Surnames alone, now that the full names are known; one with a title and no full name is a person too."""
        language = self.language
        met = sorted(zip(self.places, self.persons, strict=True), key=lambda pair: pair[0])
        for offset, start, word in singles:
            title, _, name = word.rpartition("\t")
            key = _key(name)
            persons = self.by_surname.get(key)
            sort = language.titles.get(title.lower(), "")
            gender = "" if sort == "any" else sort
            if persons is None:
                if not title:
                    continue
                persons = [_Person((name,), title, gender)]
                self.by_surname[key] = persons
            fitting = [person for person in persons if not gender or person.gender in ("", gender)]
            if not fitting:
                continue
            person = max(fitting, key=lambda one: one.count)
            if len(fitting) == 1:
                person.gender = person.gender or gender
            if title:
                person.roles.add(self._office_of(title))
                self._roles(person, start, offset + len(name))
            if offset >= 0:
                met.append((offset, person))
            else:
                self.everyone.append(person)
        met.sort(key=lambda pair: pair[0])
        self.places = [place for place, _ in met]
        self.persons = [person for _, person in met]

    def _leave_out(self, marked: Sequence[Marked]) -> None:
        """Names that stand inside marks do not explain a pronoun outside them."""
        spans = iter(marked)
        span = next(spans, None)
        kept: list[tuple[int, _Person]] = []
        left_out: list[_Person] = []
        for place, person in zip(self.places, self.persons, strict=True):
            while span is not None and span.right <= place:
                span = next(spans, None)
            if span is not None and span.left <= place:
                left_out.append(person)
            else:
                kept.append((place, person))
        self.places = [place for place, _ in kept]
        self.persons = [person for _, person in kept]
        self.everyone += [*self.persons, *left_out]

    def name_of(self, start: int, end: int) -> str:
        """The fullest name for the name mentioned at `[start, end)`; the mention itself where the article gives none."""
        mention = self.text[start:end]
        runs = list(_CAPITALS.finditer(mention))
        if not runs:
            return mention
        _, title, words = self._without_office(0, runs[-1].group().replace("\u00a0", " ").split(" "))
        names = [_bare(word) for word in words]
        while len(names) > 1 and names[0].lower() in self.language.roles:
            names = names[1:]
        while len(names) > 1 and names[-1].lower() in self.language.suffixes:
            names.pop()
        if not names:
            return mention
        persons = self.by_surname.get(_key(names[-1]), [])
        sorts = {self.language.titles.get(title.lower(), "any")} - {"any"}
        fitting = [person for person in persons if not sorts or person.gender in ("", *sorts)]
        if len(names) > 1:
            fitting = [person for person in fitting if person.name[0].lower() == names[0].lower()]
        if fitting:
            most = max(fitting, key=lambda person: person.count)
            if sum(person.count == most.count for person in fitting) == 1 or len(fitting) == 1:
                return most.text
        if (
            mention[: runs[-1].start()].endswith("-")
            or mention[: runs[-1].start()].strip().lower() in self.language.tags
            or runs[-1].start() == 0
        ):
            return mention
        return runs[-1].group()

    def knows(self, start: int, end: int) -> bool:
        """Whether the last word of this mention is the surname of a person of the article."""
        return _key(_bare(self.text[start:end].split()[-1])) in self.by_surname

    def office(self, mention: str) -> str | None:
        """The one person who holds the office that "the mayor" names; None where nobody or several do."""
        words = mention.lower().split()
        if len(words) < _LEAST or self.language.tags.get(words[0]) != "D" or words[0] in self.language.indefinite:
            return None
        holders = self.by_role.get(words[-1], [])
        return holders[0].text if len(holders) == 1 else None

    def pronoun(self, word: str, at: int, previous: str | None, previous_at: int = 0) -> str | None:
        """Whom "he" or "she" at this place means; None where several people fit or nobody does.

        The last speaker (`previous`, a name, mentioned at `previous_at`) is preferred as long as no other fitting person has been named since; then the first
        person named in the sentence before the pronoun, then the only one of the paragraph or of the paragraph before.
        """
        gender = self.language.pronouns.get(word) or self.language.possessive_pronouns.get(word)
        if gender not in ("male", "female"):
            return None
        far = max(0, at - _FAR)
        line = max(far, self.text.rfind("\n", far, at) + 1)
        here = self._fitting(gender, line, at)
        fits = previous is not None and self._gender(previous) in ("", gender)
        if here:
            names = list(dict.fromkeys(person.text for _, person in here))
            if len(names) == 1:
                return names[0]
            if fits and previous in names:
                return previous
            end = max(self.text.rfind(mark, line, here[-1][0]) for mark in (". ", "? ", "! "))
            inside = [person for place, person in here if place > end]
            return inside[0].text if len({id(person) for person in inside}) == 1 or here[0][1] is inside[0] else None
        stop = line
        while stop > far and self.text[stop - 1].isspace():
            stop -= 1
        before = max(far, self.text.rfind("\n", far, stop) + 1)
        names = list(dict.fromkeys(person.text for _, person in self._fitting(gender, before, line)))
        if fits and (previous in names or previous_at >= before or (not names and self._gender(previous) == gender)):
            return previous
        return names[0] if len(names) == 1 else None

    def _fitting(self, gender: str, low: int, high: int) -> list[tuple[int, _Person]]:
        """People who may have this gender named in a stretch of text; those known to have it, where there are any."""
        first, last = bisect_left(self.places, low), bisect_left(self.places, high)
        found = [
            (place, person)
            for place, person in zip(self.places[first:last], self.persons[first:last], strict=True)
            if person.gender in ("", gender)
        ]
        return [pair for pair in found if pair[1].gender] or found

    def _gender(self, name: str | None) -> str | None:
        """The gender of a person, "" where unknown, None where nobody has this name."""
        return self.genders.get(name) if name is not None else None

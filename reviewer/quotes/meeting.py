"""The people whom an article names, each with the places where it does so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

from reviewer.quotes.antecedents import Antecedents
from reviewer.quotes.entries import Person, Single, fuller, same_given
from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked
from reviewer.quotes.naming import (
    LEAST,
    POSSESSIVE,
    UPPER,
    alone,
    by_place,
    common_noun,
    key,
    named,
    opens_sentence,
    runs,
)
from reviewer.quotes.surroundings import determined, holds_office, located

_ROLE_BEFORE = re.compile(r"([^\W\d_][\w-]+),?[ \u00a0]$")
_OFFICE_BEFORE = (
    70  # code points before a name in which an office with its place stands ("the mayor of Harwick, Ana Roe")
)
_CLAUSE = re.compile(r"[,.;:()\n“”\"«»„]")
_OFFICE_OF = re.compile(rf"[{UPPER}][\w-]+[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?$")
_ROLE_AFTER = re.compile(r",[ \u00a0](?:(?:the|a|an|his|her|their|its|former)[ \u00a0])?([^,.;:\n“\"]{3,60})")
_NOUNS = re.compile(r"(?:['’]s)?[ \u00a0]([a-z0-9][\w-]*(?:[ \u00a0][a-z0-9][\w-]*){0,2})")
_GLUED = re.compile(rf"([{UPPER}][^\W\d_A-Z]{{2,}})[{UPPER}][\w’'-]*")
_BYLINE = 80  # code points that a line telling who wrote the article has before and behind a name
_RELATIVES = 20  # people of one surname whose given names are compared with another form of one
_AND_FAMILY = re.compile(rf"([{UPPER}][^\W\d_]+) and $")
_PRESENTED = 40  # code points before a name alone in which stands what the person is
_CALLED = ("called", "named")
_OFFICE_WORDS = 4  # words of an office in which stands what makes it another
_SOUGHT = 100  # words that open a sentence before a name and are sought in small letters
_VERBS = tuple("VGv")
_count = attrgetter("count")
NOBODY: tuple[Person, ...] = ()
THING = "thing"  # the gender of what is called "the United Ports" or "New Haven"


class Met:
    """The persons of an article: those of each surname, given name, full text and role, and who is named where outside quotations."""

    def __init__(self, text: str, language: Language, marked: Sequence[Marked] = ()) -> None:
        self.text = text
        self.language = language
        self.by_surname: dict[str, list[Person]] = {}
        self.by_name: dict[tuple[str, str], Person] = {}  # by surname and first word
        self.places: list[int] = []
        self.persons: list[Person] = []
        self.everyone: list[Person] = []
        self.by_text: dict[str, Person] = {}
        self.by_role: dict[str, list[Person]] = {}
        self.by_given: dict[str, list[Person]] = {}  # nobody who is a thing
        self.common: dict[str, bool] = {}
        singles: list[Single] = []
        alone_as = language.alone.get
        for start, run in runs(text, language):
            if " " in run or "\u00a0" in run:
                self._meet(start, run, singles)
                continue
            name = alone_as(run)
            if name is None:
                name = language.alone.keep(run, alone(run, language))
            if name:
                singles.append(Single(-1 if run.endswith(POSSESSIVE) else start, start, "", name))
        called = {one.name for one in singles}
        for person in chain.from_iterable(self.by_surname.values()):
            at_home = person.located * (person.name[-1] not in called)
            if not person.gender and 2 * (person.determined + at_home) > person.count:
                person.gender = THING
            if person.gender != THING:
                self.by_given.setdefault(person.name[0], []).append(person)
        self._place(singles)
        self._leave_out(marked)
        for person in {id(person): person for person in self.everyone}.values():
            self.by_text[person.text] = person
            for role in person.roles:
                self.by_role.setdefault(role, []).append(person)
        self.antecedents = Antecedents(text, language, self.places, self.persons, self.by_text)

    def _meet(self, start: int, run: str, singles: list[Single]) -> None:
        """Takes in one run of several capitalised words; a surname with a title waits until all full names are known."""
        language = self.language
        possessor = run.endswith(POSSESSIVE)
        after_office = run.count(" ") > 1 and _OFFICE_OF.search(self.text, max(0, start - 40), start) is not None
        found = named(run, language.code, after_office=after_office)
        if found is None:
            return
        begin, end = start + found.start, start + found.end
        words = found.words
        if found.title and words[0].lower() in language.particles and determined(self.text, language, start, run):
            return  # "der Bürgermeister von Mudport"
        if not words[-1][1:].islower():
            words = self._unglued(words)
        first = words[0].lower()
        verb = not found.title and (language.tags.get(first) in _VERBS or first.endswith(language.participle))
        if verb and len(words) > 1 and first not in language.names and opens_sentence(self.text, begin):
            words = words[1:]  # "Said Roe", "Take Roe", "Considering Roe"
            first = words[0].lower()
        if len(words) == 1:
            singles.append(Single(-1 if possessor else begin, start, found.title, words[0]))
            return
        sort = language.titles.get(found.title.lower(), "any")
        opens = len(words) > LEAST and not found.title and by_place(self.text, begin, words, language)
        if opens and self._common(words[0]):
            words, opens = words[1:], False
            first = words[0].lower()
        person = self._person(words, begin, opens=opens)
        person.count += 1
        person.gender = person.gender or ("" if sort == "any" else sort) or language.names.get(first, "")
        if person.count == 1 and not person.gender and self._names_a_body(words):
            person.gender = THING
        if not found.title:
            if first in language.places or determined(self.text, self.language, start, run):
                person.determined += 1
            elif first not in language.names and located(self.text, self.language, start):
                person.located += 1
        if found.start:
            self._title(person, found.title, run[: found.start].lower().split())
        self._roles(person, start, end)
        credit = self.text[start - 1 : start] == "/"  # a picture's
        joined = self.text[start - 4 : start] == "and " and len(words) == LEAST
        family = _AND_FAMILY.search(self.text, max(0, start - 30), start) if joined else None
        if family is not None and family[1].lower() in language.names:
            self.places.append(family.start(1))
            self.persons.append(self._person((family[1], words[1]), family.start(1), opens=False))
        if credit or self._signs(begin, end) or (possessor and not self._opens(begin, end)):
            self.everyone.append(person)
        else:
            self.places.append(begin)
            self.persons.append(person)

    def _signs(self, start: int, end: int) -> bool:
        """Whether a name stands in a line of its own that tells who wrote the article ("By Ana Roe and Bo Ost")."""
        line = self.text.rfind("\n", 0, start) + 1
        before = self.text[line : min(start, line + _BYLINE)].split(None, 1)
        if not before or before[0].lower() not in self.language.signing:
            return False
        stop = self.text.find("\n", end)
        rest = self.text[end : len(self.text) if stop < 0 else stop]
        return len(rest) < _BYLINE and not rest.rstrip().endswith((".", "!", "?", ":", "”", '"'))

    def _opens(self, start: int, end: int) -> bool:
        """Whether a possessor opens a sentence that is about him or her ("Roe's years on the board"), not about another ("Roe's lawyer")."""
        if not opens_sentence(self.text, start):
            return False
        nouns = _NOUNS.match(self.text, end)
        words = set() if nouns is None else {word.rpartition("-")[2] for word in nouns[1].split()}
        return bool(words) and words.isdisjoint(self.language.roles) and words.isdisjoint(self.language.relations)

    def _names_a_body(self, words: tuple[str, ...]) -> bool:
        """Whether an outlet, an office or the like has this name, by its last word."""
        language = self.language
        outlet = not language.hearers.isdisjoint(map(str.lower, words[1:]))
        return (outlet and words[0].lower() not in language.names) or words[-1].lower() in language.bodies

    def _unglued(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The name without what a page's own words left on it ("Jane RoeGOP"), where the article has the surname apart too."""
        glued = _GLUED.fullmatch(words[-1])
        if glued is None or re.search(rf"\b{glued[1]}\b", self.text) is None:
            return words
        return (*words[:-1], glued[1])

    def _common(self, word: str) -> bool:
        """Whether the article has this word in small letters too; asked of so many words only, since each is sought through it all."""
        known = self.common.get(word)
        if known is None:
            known = self.common[word] = len(self.common) < _SOUGHT and common_noun(self.text, word)
        return known

    def _office_of(self, title: str) -> str:
        """The noun that a title stands for ("captain" for "Capt.")."""
        plain = title.lower().rstrip(".")
        return self.language.titles_in_full.get(plain, plain)

    def _person(self, name: tuple[str, ...], at: int, *, opens: bool) -> Person:
        """The person of this name: one of the same surname whose given name fits, and whose name grows by what is new."""
        surname, first = key(name[-1]), name[0].lower()
        known = self.by_surname.setdefault(surname, [])
        person = self.by_name.get((surname, first)) or next(
            (one for one in known[:_RELATIVES] if same_given(name, one)), None
        )
        if person is None:
            person = Person(name, at, opens=opens)
            known.append(person)
        self.by_name[surname, first] = person
        if person.name != name:
            full = fuller(person, name, self.language)
            person.opens = opens if full == name else person.opens
            person.name = full
        elif not opens:
            person.opens = False
        return person

    def _title(self, person: Person, title: str, words: list[str]) -> None:
        """Keeps the title and the office that the words right before a name tell ("Deputy Mayor", "Harbour Master")."""
        if title:
            person.title = title
            person.roles.add(self.role_in((*words[:-1], self._office_of(title))))
        elif words[-1] in self.language.roles and words[-1] not in self.language.bodies:
            person.roles.add(self.role_in(words))

    def _roles(self, person: Person, start: int, end: int) -> None:
        near = max(0, start - 30)
        before = _ROLE_BEFORE.search(self.text, max(near, self.text.rfind(" ", near, max(0, start - 1))), start)
        roles = self.language.roles
        noun = "" if before is None else self._plain(before[1])
        if before is not None and (noun in roles or noun in self.language.relations):
            words = _CLAUSE.split(self.text[near : before.start(1)])[-1].split()
            person.roles.add(self.role_in((*words, noun)))
            person.gender = person.gender or self.language.gendered.get(noun, "")
        comma = self.text[max(0, start - 2) : start - 1] == ","
        if comma and noun in self.language.title_nouns and noun not in roles and len(person.name) > 1:
            person.gender = person.gender or THING  # "the show, Purl Roe,"
        if comma:
            person.roles.update(self._office_before(start - 2))
        after = _ROLE_AFTER.match(self.text, end) if self.text.startswith(",", end) else None
        if after is not None:
            words = after[1].split()
            for index, word in enumerate(words):
                if word.lower() in roles:
                    if self.language.tags.get("".join(words[index + 1 : index + 2])) == "V":
                        break  # "Roe, the mayor said": another's
                    person.roles.add(self.role_in(words[: index + 1]))
                elif self.language.tags.get(word.lower(), "w") in ("opslVGx" if index else "V"):
                    break

    def _office_before(self, end: int) -> list[str]:
        """The office that a phrase before a comma at `end` tells, with its place or without, but not whom another belongs to ("an aide to the mayor")."""
        tags, roles, bodies = self.language.tags, self.language.roles, self.language.bodies
        words = _CLAUSE.split(self.text[max(0, end - _OFFICE_BEFORE) : end])[-1].lower().split()
        for first in reversed(range(len(words))):
            if tags.get(words[first]) not in ("D", "d"):
                continue
            last = next((at for at in range(first + 1, len(words)) if tags.get(words[at]) in ("p", "o")), len(words))
            office = last > first + 1 and words[last - 1] in roles and words[last - 1] not in bodies
            if office and (first == 0 or tags.get(words[first - 1]) not in ("p", "o")):
                return [self.role_in(words[first + 1 : last])]
        return []

    def role_in(self, words: Sequence[str]) -> str:
        """The noun that ends words for an office, in small letters, with what makes it another ("shadow chancellor")."""
        noun = words[-1].lower()
        for word in words[-_OFFICE_WORDS:-1]:
            if word.lower() in self.language.lesser:
                return f"{word.lower()} {noun}"
        return noun

    def _place(self, singles: list[Single]) -> None:
        """Surnames alone, now that the full names are known; one with a title that no full name goes with is a person too."""
        language = self.language
        met = list(zip(self.places, self.persons, strict=True))
        for place, start, title, name in singles:
            persons: Sequence[Person] = self.by_surname.get(key(name), NOBODY)
            if not persons and name in self.by_given and not self._goes_on(max(place, start), name):
                persons = self._by_given(title, name)
            if place < 0 and (persons or title) and self._opens(start, start + len(f"{title} {name}".lstrip())):
                place = start
            if not title and not persons and not self._told_of(name, max(place, start)):
                continue
            if title or not persons:
                person = self._met(Single(place, start, title, name), persons)
            else:
                person = persons[0] if len(persons) == 1 else max(persons, key=_count)
            if place >= 0 and (title or not determined(self.text, language, start, self.text[start : start + 4])):
                met.append((place, person))
            else:
                self.everyone.append(person)
        met.sort(key=lambda pair: pair[0])
        self.places = [place for place, _ in met]
        self.persons = [person for _, person in met]

    def _told_of(self, name: str, start: int) -> bool:
        """Whether the text tells who has a name alone that is nobody's surname."""
        if self.text.startswith(",", start + len(name)) and holds_office(self.text, self.language, name, start):
            return True
        return self._introduced(name, start)

    def _presented(self, start: int) -> bool:
        """Whether a name alone stands right behind what the person is ("the singer Ana", "a docker called Bo")."""
        words = self.text[max(0, start - _PRESENTED) : start].rpartition("\n")[2].lower().split()
        if words and words[-1] in _CALLED:
            words.pop()
        language = self.language
        person = len(words) > 1 and words[-1] in language.roles and words[-1] not in language.bodies
        return person and any(language.tags.get(word) in ("D", "d") for word in words[-3:-1])

    def _met(self, single: Single, persons: Sequence[Person]) -> Person:
        """Who is meant by a surname with a title, or by one that nobody's full name has, who is another person."""
        language = self.language
        offset, start, title, name = single
        sort = language.titles.get(title.lower(), "") if title else language.names.get(name.lower(), "")
        gender = "" if sort == "any" else sort
        fitting = [person for person in persons if not gender or person.gender in ("", gender)]
        holders = [person for person in fitting if self._office_of(title) in person.roles] if title else []
        another = title and not gender and not holders and (len(fitting) > 1 or self._comes_later(fitting, start))
        if not fitting or another:
            fitting = holders = [Person((name,), start, title, gender)]
            self.by_surname.setdefault(key(name), []).extend(fitting)
        person = max(holders or fitting, key=_count)
        if len(fitting) == 1:
            person.gender = person.gender or gender
        person.count += len(holders) == 1
        if title:
            person.roles.add(self._office_of(title))
        if offset >= 0:
            self._roles(person, start, offset + len(name))
        return person

    def _goes_on(self, start: int, name: str) -> bool:
        """Whether a given name is part of a longer one, or a place's ("in Ana")."""
        end = start + len(name)
        return self.text[end + 1 : end + 2].isupper() or located(self.text, self.language, start)

    def _by_given(self, title: str, name: str) -> Sequence[Person]:
        """The only person who has this name for a given name ("Ana", "Dame Ana"); nobody where there are several."""
        if title and title.lower() not in self.language.given_titles:
            return NOBODY
        persons = self.by_given.get(name, NOBODY)
        return persons if len(persons) == 1 else NOBODY

    def _introduced(self, name: str, start: int) -> bool:
        """Whether a given name alone is all that the text calls somebody's brother, wife or the like ("her brother, Samuel,")."""
        gap = start - 1
        space = self.text.rfind(" ", max(0, gap - 20), max(0, gap))
        noun = self.text[space + 1 : max(0, gap)].removesuffix(",")
        if space < 0:
            return False
        if self._plain(noun) not in self.language.relations:
            return (noun in self.language.roles or noun in _CALLED) and self._presented(start)
        end = start + len(name)
        comma = self.text[gap - 1] == ","
        owner = self.text[max(0, space - 20) : space].rpartition(" ")[2].lower()
        owned = not comma and (owner in self.language.possessive_words or owner.endswith(POSSESSIVE))
        apposed = comma and self.text[end : end + 1] in (",", ".", "\n")
        if not apposed and not owned and name.lower() not in self.language.names:
            return False
        return not any(one.name[0] == name for one in chain.from_iterable(self.by_surname.values()))

    def _plain(self, noun: str) -> str:
        """A noun in small letters, where its language gives all of them a capital."""
        return noun.lower() if self.language.nouns_capitalised else noun

    def _comes_later(self, fitting: Sequence[Person], start: int) -> bool:
        """Whether the only one of a surname is introduced after this place, and as somebody's wife, son or the like."""
        relations = self.language.relations
        return bool(fitting) and start < fitting[0].first and not relations.isdisjoint(fitting[0].roles)

    def _leave_out(self, marked: Sequence[Marked]) -> None:
        """Names that stand inside marks do not explain a pronoun outside them."""
        spans = iter(marked)
        span = next(spans, None)
        kept: list[tuple[int, Person]] = []
        left_out: list[Person] = []
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

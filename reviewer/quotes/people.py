"""The people of one article: the fullest name for a surname, a title with a name, an office or a pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from reviewer.quotes.antecedents import Antecedents
from reviewer.quotes.entries import Person, Single, fuller, same_given
from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked
from reviewer.quotes.naming import (
    LEAST,
    POSSESSIVE,
    UPPER,
    alone,
    bare,
    by_place,
    common_noun,
    key,
    named,
    opens_sentence,
    runs,
    without_office,
)

_ROLE_BEFORE = re.compile(r"([^\W\d_][\w-]+),?[ \u00a0]$")
_OFFICE_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)[ \u00a0]([{UPPER}][a-z-]+)(?:[ \u00a0](?:of|for)[ \u00a0][^,.;:\n]{{2,40}})?,[ \u00a0]$"
)
_OFFICE_OF = re.compile(rf"[{UPPER}][\w-]+[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?$")
_ROLE_AFTER = re.compile(r",[ \u00a0](?:(?:the|a|an|his|her|their|its|former)[ \u00a0])?([^,.;:\n“\"]{3,60})")
_NOUNS = re.compile(r"(?:['’]s)?[ \u00a0]([a-z0-9][\w-]*(?:[ \u00a0][a-z0-9][\w-]*){0,2})")
_GLUED = re.compile(rf"([{UPPER}][^\W\d_A-Z]{{2,}})[{UPPER}][\w’'-]*")
_RELATIVES = 20  # people of one surname whose given names are compared with another form of one
_WORD_BEFORE = 9  # code points in which a preposition of a place stands
_SOUGHT = 100  # words that open a sentence before a name and are sought in small letters
_VERBS = tuple("VGv")
_THING = "thing"  # the gender of what is called "the United Ports" or "New Haven"


class People:
    """The persons of an article, found once; the questions are answered for a place in the text."""

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
        called = {key(one.name) for one in singles}
        for person in chain.from_iterable(self.by_surname.values()):
            located = person.located * (key(person.name[-1]) not in called)
            if not person.gender and 2 * (person.determined + located) > person.count:
                person.gender = _THING
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
            person.gender = _THING
        if not found.title:
            if first in language.places or self._determined(start, run):
                person.determined += 1
            elif first not in language.names and self._located(start):
                person.located += 1
        if found.title:
            person.title = found.title
            person.roles.add(self._office_of(found.title))
        self._roles(person, start, end)
        credit = self.text[start - 1 : start] == "/"  # a picture's
        if credit or (possessor and not self._opens(begin, end)):
            self.everyone.append(person)
        else:
            self.places.append(begin)
            self.persons.append(person)

    def _opens(self, start: int, end: int) -> bool:
        """Whether a possessor opens a sentence that is about him or her ("Roe's years on the board"), not about another ("Roe's lawyer")."""
        if not opens_sentence(self.text, start):
            return False
        nouns = _NOUNS.match(self.text, end)
        words = set() if nouns is None else set(nouns[1].split())
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

    def _determined(self, start: int, run: str) -> bool:
        """Whether an article or the like opens the run or stands before it: "the Roe government", "the United Ports"."""
        before = self.text.rfind(" ", max(0, start - 8), max(0, start - 1)) + 1
        tags = self.language.tags
        return tags.get(run.split(" ", 1)[0].lower()) == "D" or (
            before > 0 and tags.get(self.text[before : start - 1].lower()) == "D"
        )

    def _located(self, start: int) -> bool:
        """Whether a place is named: "at Mudport Lane", "south of Mudport Bay", "Ana Roe of Mudport Quay"."""
        before = self.text[max(0, start - _WORD_BEFORE) : max(0, start - 1)].rpartition(" ")[2].lower()
        return before in self.language.locating

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

    def _roles(self, person: Person, start: int, end: int) -> None:
        near = max(0, start - 30)
        before = _ROLE_BEFORE.search(self.text, max(near, self.text.rfind(" ", near, max(0, start - 1))), start)
        roles = self.language.roles
        noun = "" if before is None else self._plain(before[1])
        if noun in roles or noun in self.language.relations:
            person.roles.add(noun)
        comma = self.text[max(0, start - 2) : start - 1] == ","
        office = _OFFICE_BEFORE.search(self.text, max(0, start - 70), start) if comma else None
        if office is not None and office[1].lower() in roles:
            person.roles.add(office[1].lower())
        after = _ROLE_AFTER.match(self.text, end)
        if after is not None:
            words = after[1].split()
            for index, word in enumerate(words):
                if word.lower() in roles:
                    person.roles.add(word.lower())
                elif self.language.tags.get(word.lower(), "w") in ("opslVGx" if index else "V"):
                    break

    def _place(self, singles: list[Single]) -> None:
        """Surnames alone, now that the full names are known; one with a title that no full name goes with is a person too."""
        language = self.language
        met = list(zip(self.places, self.persons, strict=True))
        for place, start, title, name in singles:
            offset = place
            surname = key(name)
            persons = self.by_surname.get(surname, [])
            if offset < 0 and persons and not title and self._opens(start, start + len(name)):
                offset = start
            if not persons and not title and not self._introduced(name, max(offset, start)):
                continue
            sort = language.titles.get(title.lower(), "") if title else language.names.get(name.lower(), "")
            gender = "" if sort == "any" or (persons and not title) else sort
            fitting = [person for person in persons if not gender or person.gender in ("", gender)]
            holders = [person for person in fitting if self._office_of(title) in person.roles] if title else []
            another = title and not gender and not holders and (len(fitting) > 1 or self._comes_later(fitting, start))
            if not fitting or another:
                fitting = holders = [Person((name,), start, title, gender)]
                self.by_surname.setdefault(surname, []).extend(fitting)
            person = max(holders or fitting, key=lambda one: one.count)
            if len(fitting) == 1:
                person.gender = person.gender or gender
            person.count += len(holders) == 1
            if title:
                person.roles.add(self._office_of(title))
                if offset >= 0:
                    self._roles(person, start, offset + len(name))
            if offset >= 0 and (title or not self._determined(start, self.text[start : start + 4])):
                met.append((offset, person))
            else:
                self.everyone.append(person)
        met.sort(key=lambda pair: pair[0])
        self.places = [place for place, _ in met]
        self.persons = [person for _, person in met]

    def _introduced(self, name: str, start: int) -> bool:
        """Whether a given name alone is all that the text calls somebody's brother, wife or the like ("her brother, Samuel,")."""
        gap = start - 1
        space = self.text.rfind(" ", max(0, gap - 20), max(0, gap))
        noun = self.text[space + 1 : max(0, gap)].removesuffix(",")
        if space < 0 or self._plain(noun) not in self.language.relations:
            return False
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

    def name_of(self, start: int, end: int) -> str:
        """The fullest name for the name mentioned at `[start, end)`; the mention itself where the article gives none."""
        mention = self.text[start:end]
        found = list(runs(mention, self.language))
        if not found:
            return mention
        at, run = found[-1]
        words = run.replace("\u00a0", " ").split(" ")
        first, title = without_office(words, self.language)
        names = [bare(word) for word in words[first:]]
        while len(names) > 1 and names[0].lower() in self.language.roles:
            names = names[1:]
        while len(names) > 1 and names[-1].lower() in self.language.suffixes:
            names.pop()
        if not names:
            return mention
        person = self._one_of(names, title, start, thing=self._determined(start, mention))
        if person is not None:
            return person.text
        before = mention[:at]
        whole = not at or before.endswith(("-", "s ")) or before.strip().lower() in self.language.tags
        return mention if whole else run

    def _one_of(self, names: Sequence[str], title: str, at: int, *, thing: bool) -> Person | None:
        """The one person whom a name at this place means, a given name alone where nobody has it for surname; `thing`: it has an article.

        Of several it fits it means one who has been introduced: the one named in full oftener by two, or the first of them if
        nobody else is named as often or has a title.  Where these disagree it stays unresolved.
        """
        persons = self.by_surname.get(key(names[-1]), [])
        sorts = {self.language.titles.get(title.lower(), "any")} - {"any"}
        fitting = [person for person in persons if not sorts or person.gender in ("", *sorts)]
        if thing:
            fitting = [one for one in fitting if one.gender == _THING] or fitting
        elif len(names) == 1:
            fitting = [one for one in fitting if one.gender != _THING]
        if len(names) > 1:
            fitting = [one for one in fitting if same_given(names, one)]
        elif not persons and not title:
            fitting = list({id(one): one for one in self.everyone if self._given_alone(names[0], one)}.values())
        if len(fitting) < LEAST:
            return fitting[0] if fitting else None
        fitting = sorted([one for one in fitting if one.first < at] or fitting, key=lambda one: one.first)
        if len(fitting) < LEAST:
            return fitting[0]
        best, second = sorted(fitting, key=lambda one: -one.count)[:LEAST]
        clear = best.count - second.count
        alone_titled = bool(best.title) and not any(one.title for one in fitting if one is not best)
        return best if clear >= LEAST or (best is fitting[0] and (clear or alone_titled)) else None

    def _given_alone(self, name: str, person: Person) -> bool:
        """Whether a person may be called by this name alone: a known first name, or a surname written first ("Moon Jae-in")."""
        return (
            len(person.name) > 1
            and person.name[0] == name
            and (name.lower() in self.language.names or "-" in person.name[1])
        )

    def knows(self, start: int, end: int) -> bool:
        """Whether the last word of this mention is the surname of a person of the article."""
        return key(bare(self.text[start:end].split()[-1])) in self.by_surname

    def office(self, mention: str) -> str | None:
        """The one person who holds the office that "the mayor" names; None where nobody or several do."""
        words = mention.lower().split()
        if len(words) < LEAST or self.language.tags.get(words[0]) != "D" or words[0] in self.language.indefinite:
            return None
        if words[-1].removesuffix("s") != words[-1] and words[-1].removesuffix("s") in self.language.roles:
            return None  # "the senators" are not one of them
        holders = self.by_role.get(words[-1], [])
        return holders[0].text if len(holders) == 1 else None

    def pronoun(self, word: str, at: int, previous: str | None, previous_at: int = 0) -> str | None:
        """Whom "he" or "she" at this place means; None where several people fit or nobody does.

        Whoever has been called "he" is not called "she" later on.
        """
        gender = self.language.pronouns.get(word) or self.language.possessive_pronouns.get(word)
        if gender not in ("male", "female"):
            return None
        name = self.antecedents.meant(gender, at, previous, previous_at)
        if name is not None:
            self.by_text[name].called = gender
        return name

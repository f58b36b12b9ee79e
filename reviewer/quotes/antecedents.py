"""Whom a pronoun means, among the people that an article names around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from reviewer.quotes.entries import Person
from reviewer.quotes.lexicon import Language, language
from reviewer.quotes.naming import LEAST

_FAR = 1200
_PARAGRAPHS = re.compile(r"[^\n]*\s*[^\n]*")
_WORDS = re.compile(r"[\s\"“”'‘’]*([^\W\d_]+)(?:,?\s+([^\W\d_]+))?\s")
_BEHIND = re.compile(
    r"(?:[^\W\d_a-zà-ÿ](?:\.|[\w’'-]*)\s+){0,3}?[^\W\d_a-zà-ÿ][\w’'-]*(,?)\s+([a-zà-ÿ]+)(?:\s+([a-zà-ÿ]+))?"
)
_STEPS = 3
_OFTEN = 4  # times that a text names whom it is about, at least
_PHRASE = 4  # words before a name in which the preposition that governs it stands
_WORD = 40  # code points before a name in which the word before it stands
_STOP = re.compile(r"(\S*[.?!])[”’\"'»)]*\s+")


@cache
def _subjects(gender: str, code: str) -> re.Pattern[str]:
    """The pronouns of this gender that may be the subject of a sentence."""
    words = language(code)
    pronouns = sorted(word for word, sort in words.pronouns.items() if sort == gender and word not in words.objects)
    return re.compile(rf"\b(?:{'|'.join(pronouns) or '(?!)'})\b", re.IGNORECASE)


class Antecedents:
    """The people of an article in the order of `places`, where it names them outside quotations; `by_text` has each by name."""

    def __init__(
        self,
        text: str,
        language: Language,
        places: Sequence[int],
        persons: Sequence[Person],
        by_text: Mapping[str, Person],
    ) -> None:
        self.text = text
        self.language = language
        self.places = places
        self.persons = persons
        self.by_text = by_text
        self.spoke: dict[str, str] = {}  # gender → the last speaker of it

    def meant(
        self,
        gender: str,
        at: int,
        previous: str | None,
        previous_at: int,
        steps: int = _STEPS,
        *,
        of_object: bool = False,
        mainly: bool = True,
    ) -> str | None:
        """The name of whom a pronoun of this gender takes up.

        In the paragraph of the pronoun that is the only person who fits, the last speaker (`previous`, a name, mentioned at
        `previous_at`), or the subject of the last sentence that names one: what a sentence is about is what the next one takes
        up with a pronoun (Grosz, Joshi & Weinstein 1995).  Where nobody is named there, it is the subject of the paragraph
        before, the last speaker, or the only person of that paragraph; where the last speaker is of the other gender, as in a
        dialogue, it may be the only one of this gender further up.  A sentence that begins with the pronoun itself is about the same
        person: who that is is sought `steps` times at most.  The object of a verb is nobody whom
        its sentence names before (`of_object`).  At last it is whom the text is about, if `mainly`.
        """
        far = max(0, at - _FAR)
        line = max(far, self.text.rfind("\n", far, at) + 1)
        start = self.sentence(line, at) if of_object else at
        near = self._possible(gender, line, start, self._bystanders(line, at) or self._askers(line, at))
        here = _known(near)
        earlier = self._pronoun(gender, *((line, at) if here else self._line_before(far, line)), at) if steps else None
        if earlier is not None:
            name = self.meant(gender, earlier, previous, previous_at, steps - 1, mainly=False)
            if name is not None:
                return name
        if here:
            names = list(dict.fromkeys(person.text for _, person in here))
            sayer = self._sayer(near, line)
            if len(names) == 1:
                return sayer or names[0]
            if sayer is not None or previous in names:
                return sayer or previous
            subject, inside = self._subject(here, line)
            return subject or (inside[0].text if len({id(person) for person in inside}) == 1 else None)
        found = self._further_up(gender, at, previous, previous_at, far, line, mainly=mainly)
        return self._main(gender, at) if found is None and mainly else found

    def _further_up(
        self, gender: str, at: int, previous: str | None, previous_at: int, far: int, line: int, *, mainly: bool
    ) -> str | None:
        """As `meant`, where the paragraph of the pronoun, which begins at `line`, names nobody who fits."""
        speaker = self.by_text.get(previous) if previous is not None else None
        fits = speaker is not None and (speaker.gender or speaker.called) in ("", gender)
        before = self._line_before(far, line)[0]
        near = self._possible(gender, before, line)
        there = [pair for pair in _known(near) if not self._aside(before, pair[0])]
        names = list(dict.fromkeys(person.text for _, person in there))
        subject = self._sayer(near, before)
        if subject is None and len(names) > 1:
            subject, inside = self._subject(there, before)
            if len({person.text for person in inside}) == 1 and self.sentence(before, there[-1][0]) > previous_at:
                subject = inside[0].text  # nobody else is named since somebody spoke
        if subject is not None:
            return subject
        if (
            speaker is not None
            and fits
            and (
                previous in names
                or previous_at >= before
                or (not names and (speaker.gender or speaker.called) == gender)
            )
        ):
            return previous
        if not names and not fits and (speaker is not None or mainly):
            names = list(dict.fromkeys(one.text for _, one in self._fitting(gender, far, before) if one.gender))
            if len(names) > 1 and self.spoke.get(gender) in names:
                return self.spoke[gender]
        if not names and speaker is None:
            return self._named_next(gender, at)
        if not names and fits and not self._possible(gender, previous_at + 1, at):
            return previous
        return names[0] if len(names) == 1 else None

    def _main(self, gender: str, at: int) -> str | None:
        """Whom the text up to a place is about: the person named oftenest, if nobody else of this gender is named a third as often."""
        counts = Counter(
            person.text
            for person in self.persons[: bisect_left(self.places, at)]
            if (person.gender or person.called) in ("", gender)
        ).most_common(2)
        clear = counts and counts[0][1] >= _OFTEN and (len(counts) == 1 or counts[0][1] >= 3 * counts[1][1])
        return counts[0][0] if clear else None

    def _aside(self, low: int, place: int) -> bool:
        """Whether a name is the object of a preposition in a sentence about somebody unnamed ("The star, 36, lost to Ana Roe")."""
        language, roles = self.language, self.language.roles
        words = self.text[self.sentence(low, place) : place].replace(",", " ").split()
        person = any(word.isdigit() or (word in roles and word not in language.bodies) for word in words[1:4])
        if not person or language.tags.get(words[0].lower()) != "D":
            return False
        for word in reversed(words[-_PHRASE:]):
            tag = language.tags.get(word.lower(), "w")
            if tag in "pox" or tag in "vV":
                return tag in "po"
        return False

    def _line_before(self, far: int, line: int) -> tuple[int, int]:
        """The paragraph before the one that begins at `line`."""
        stop = line
        while stop > far and self.text[stop - 1].isspace():
            stop -= 1
        return max(far, self.text.rfind("\n", far, stop) + 1), stop

    def _pronoun(self, gender: str, low: int, high: int, at: int) -> int | None:
        """Where the last sentence of a stretch that names somebody or ends it begins with a pronoun of this gender, but not the one at `at`.

        One that goes on to tell who says so ("He is late, Roe said") takes up nobody else.
        """
        if _subjects(gender, self.language.code).search(self.text, low, min(high, at)) is None:
            return None
        places = [place for place, _ in self._fitting(gender, low, high)]
        start = self.sentence(low, places[-1] if places else high)
        stop = min(high, at)
        said = (_BEHIND.match(self.text, place) for place in places if place >= start)
        if any(behind is not None and self._saying(behind) for behind in said):
            return None
        opening, word = self._opening(start, stop)
        if self.language.pronouns.get(word) == gender:
            return opening
        behind = self.text.find(", ", start, min([stop, *(place for place in places if place >= start)])) + 2
        inner = _subjects(gender, self.language.code).match(self.text, behind, stop) if behind > 1 else None
        return None if inner is None else behind

    def _opening(self, start: int, stop: int) -> tuple[int, str]:
        """The word that opens a sentence, in small letters, past a conjunction or an adverb, and where it stands."""
        words = _WORDS.match(self.text, start, stop)
        if words is None:
            return start, ""
        number = 2 if words[2] is not None and self.language.tags.get(words[1].lower()) in ("c", "a") else 1
        return words.start(number), words[number].lower()

    def _sayer(self, named: list[tuple[int, Person]], low: int) -> str | None:
        """The only one of several people of whom the last sentence that names some of them tells that they said something."""
        if len(named) < LEAST:
            return None
        start = self.sentence(low, named[-1][0])
        found = []
        for place, person in named:
            behind = _BEHIND.match(self.text, place) if place >= start else None
            number = 0 if behind is None else self._saying(behind)
            if behind is not None and number and not self._tells(behind, number, named):
                found.append(person.text)
        return found[0] if len(found) == 1 else None

    def _saying(self, behind: re.Match[str]) -> int:
        """Which group of a match of the words behind a name is its verb of saying, 0 where none is; an adverb or, also after a comma, "who" may come before; a comma stands there where one stands before the name ("their lawyer, Ana Roe, said")."""
        language = self.language
        who = language.pronouns.get(behind[2]) == "who"
        if behind[1] and not who and self.text[behind.start() - 2 : behind.start()] != ", ":
            return 0
        number = 3 if who or language.tags.get(behind[2]) == "a" else 2
        verb = behind[number]
        return number if verb in language.cue_class and language.tags.get(verb) == "V" else 0

    def _tells(self, behind: re.Match[str], number: int, named: list[tuple[int, Person]]) -> bool:
        """Whether the verb asks or tells another of these people, whom the next sentence may take up."""
        return behind[number] in self.language.hearing and any(place == behind.end(number) + 1 for place, _ in named)

    def _bystanders(self, low: int, at: int) -> list[int]:
        """Where a phrase before the clause of a pronoun at `at` names somebody, who is not meant ("Speaking to Roe, he said")."""
        last = bisect_left(self.places, at)
        if last == 0 or self.places[last - 1] < low:
            return []
        start = self.sentence(low, at)
        opening, first = self._opening(start, at)
        participle = bool(self.language.participle) and first.endswith(self.language.participle)
        if not participle and self.language.tags.get(first) != "p":
            return []
        governed = []
        for place in self.places[bisect_left(self.places, opening + 1) : last]:
            before = self.text[max(start, place - _WORD) : place].split()
            if before and self._governs(before[-1].lower()):
                governed.append(place)
        return governed

    def _askers(self, low: int, at: int) -> list[int]:
        """Where a stretch of text names who asks another something ("Roe asked him whether …"), who does not answer."""
        asking = self.language.asking
        for place in self.places[bisect_left(self.places, low) : bisect_left(self.places, at)]:
            behind = _BEHIND.match(self.text, place)
            if behind is not None and behind[2] in asking and behind[3] in self.language.objects:
                break
        else:
            return []
        question = self.text[behind.end() : behind.end() + _WORD].split(maxsplit=1)[:1]
        return [place] if question and self.language.tags.get(question[0], "w") in "sl" else []

    def _governs(self, word: str) -> bool:
        """Whether a word takes the name behind it for its object; a title may stand between."""
        language = self.language
        if language.participle and word.endswith(language.participle):
            return True
        return language.tags.get(word) in ("p", "o")

    def _named_next(self, gender: str, at: int) -> str | None:
        """Whom a text that opens with a pronoun names first after its sentence, in that paragraph or the next, or further down as a subject."""
        sentence = _STOP.search(self.text, at, at + _FAR)
        if sentence is None or (self.places and self.places[0] < at):
            return None
        following = _PARAGRAPHS.match(self.text, sentence.end(), at + _FAR)
        found = self._fitting(gender, sentence.end(), at + _FAR)
        near = bool(found) and following is not None and found[0][0] < following.end()
        return found[0][1].text if near else self._subject(found[:1], sentence.end())[0] if found else None

    def _subject(self, named: list[tuple[int, Person]], low: int) -> tuple[str | None, list[Person]]:
        """Who is the subject of the last sentence that names some of these people, and all of them in it; `low` is where to stop.

        The subject is the first, where nothing but an opening phrase up to a comma and what belongs to a name stands before.
        """
        start = self.sentence(low, named[-1][0])
        inside = [(place, person) for place, person in named if place >= start]
        before = self.text[start : inside[0][0]].rpartition(", ")[2].split()
        language = self.language
        alone = all(
            not word[0].islower() or word in language.roles or word in language.possessive_words for word in before
        )
        return inside[0][1].text if alone else None, [person for _, person in inside]

    def sentence(self, low: int, at: int) -> int:
        """Where the sentence around a place begins, from `low` on."""
        language = self.language
        for stop in reversed(list(_STOP.finditer(self.text, low, at))):
            word = stop[1].lower()
            if (
                not (len(word) <= LEAST and word.endswith("."))
                and word not in language.titles
                and word not in language.abbreviations
            ):
                return stop.end()
        return low

    def _possible(self, gender: str, low: int, high: int, without: Collection[int] = ()) -> list[tuple[int, Person]]:
        """People who may have this gender named in a stretch of text, but not at some places."""
        first, last = bisect_left(self.places, low), bisect_left(self.places, high)
        return [
            (place, person)
            for place, person in zip(self.places[first:last], self.persons[first:last], strict=True)
            if (person.gender or person.called) in ("", gender) and place not in without
        ]

    def _fitting(self, gender: str, low: int, high: int) -> list[tuple[int, Person]]:
        """Of the people who are possible, those known to have this gender, where there are any."""
        return _known(self._possible(gender, low, high))


def _known(people: list[tuple[int, Person]]) -> list[tuple[int, Person]]:
    """Of people who may have a gender, those known to have it, where there are any."""
    return [pair for pair in people if pair[1].gender] or people

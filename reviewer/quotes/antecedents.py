"""Whom a pronoun means, among the people that an article names around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from reviewer.quotes.entries import Person
from reviewer.quotes.lexicon import Language
from reviewer.quotes.naming import LEAST

_FAR = 1200
_PARAGRAPHS = re.compile(r"[^\n]*\s*[^\n]*")
_STOP = re.compile(r"(\S*[.?!])[”’\"'»)]*\s+")


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

    def meant(self, gender: str, at: int, previous: str | None, previous_at: int) -> str | None:
        """The name of whom a pronoun of this gender takes up.

        In the paragraph of the pronoun that is the only person who fits, the last speaker (`previous`, a name, mentioned at
        `previous_at`), or the subject of the last sentence that names one: what a sentence is about is what the next one takes
        up with a pronoun (Grosz, Joshi & Weinstein 1995).  Where nobody is named there, it is the subject of the paragraph
        before, the last speaker, or the only person of that paragraph; where the last speaker is of the other gender, as in a
        dialogue, it may be the only one of this gender further up.
        """
        far = max(0, at - _FAR)
        line = max(far, self.text.rfind("\n", far, at) + 1)
        here = self._fitting(gender, line, at)
        speaker = self.by_text.get(previous) if previous is not None else None
        fits = speaker is not None and (speaker.gender or speaker.called) in ("", gender)
        if here:
            names = list(dict.fromkeys(person.text for _, person in here))
            if len(names) == 1:
                return names[0]
            if fits and previous in names:
                return previous
            subject, inside = self._subject(here, line)
            return subject or (inside[0].text if len({id(person) for person in inside}) == 1 else None)
        stop = line
        while stop > far and self.text[stop - 1].isspace():
            stop -= 1
        before = max(far, self.text.rfind("\n", far, stop) + 1)
        there = self._fitting(gender, before, line)
        names = list(dict.fromkeys(person.text for _, person in there))
        subject = self._subject(there, before)[0] if len(names) > 1 else None
        if subject is not None:
            return subject
        if (
            speaker is not None
            and fits
            and (previous in names or previous_at >= before or (not names and speaker.gender == gender))
        ):
            return previous
        if not names and speaker is not None and not fits:
            names = list(dict.fromkeys(one.text for _, one in self._fitting(gender, far, before) if one.gender))
        if not names and speaker is None:
            return self._named_next(gender, at)
        return names[0] if len(names) == 1 else None

    def _named_next(self, gender: str, at: int) -> str | None:
        """Whom a text that opens with a pronoun names first after its sentence, in that paragraph or the next."""
        sentence = _STOP.search(self.text, at, at + _FAR)
        if sentence is None or (self.places and self.places[0] < at):
            return None
        following = _PARAGRAPHS.match(self.text, sentence.end(), at + _FAR)
        found = self._fitting(gender, sentence.end(), following.end() if following is not None else at)
        return found[0][1].text if found else None

    def _subject(self, named: list[tuple[int, Person]], low: int) -> tuple[str | None, list[Person]]:
        """Who is the subject of the last sentence that names some of these people, and all of them in it; `low` is where to stop.

        The subject is the first, where nothing but an opening phrase up to a comma and what belongs to a name stands before.
        """
        start = self._sentence(low, named[-1][0])
        inside = [(place, person) for place, person in named if place >= start]
        before = self.text[start : inside[0][0]].rpartition(", ")[2].split()
        language = self.language
        alone = all(
            not word[0].islower()
            or word in language.roles
            or word in language.possessive_words
            or word in language.that
            for word in before
        )
        return inside[0][1].text if alone else None, [person for _, person in inside]

    def _sentence(self, low: int, at: int) -> int:
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

    def _fitting(self, gender: str, low: int, high: int) -> list[tuple[int, Person]]:
        """People who may have this gender named in a stretch of text; those known to have it, where there are any."""
        first, last = bisect_left(self.places, low), bisect_left(self.places, high)
        found = [
            (place, person)
            for place, person in zip(self.places[first:last], self.persons[first:last], strict=True)
            if (person.gender or person.called) in ("", gender)
        ]
        return [pair for pair in found if pair[1].gender] or found

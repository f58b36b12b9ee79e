"""The people of one article: the fullest name for a surname, a title with a name, an office or a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reviewer.quotes.entries import Person, same_given
from reviewer.quotes.meeting import NOBODY, THING, Met
from reviewer.quotes.naming import LEAST, bare, before_letters, key, runs, without_office
from reviewer.quotes.surroundings import determined

_AGE = re.compile(r"(?<![\w’'-])([^\W\d_][\w’'-]+),? \(?(?:now |aged |who is )?(\d{1,3})(?=[,.)])")
_OFFICE = 120  # code points around a name in which stands of what its bearer is the mayor


class People(Met):
    """The persons of an article; the questions are answered for a place in the text."""

    ages: dict[str, set[str]] | None = None  # who is of an age by the article, once it was asked

    def name_of(self, start: int, end: int) -> str:
        """The fullest name for the name mentioned at `[start, end)`; the mention itself where the article gives none."""
        mention = self.text[start:end]
        found = list(runs(mention, self.language))
        if not found:
            return mention
        at, run = found[-1]
        words = run.replace("\u00a0", " ").split(" ")
        first, title = without_office(words, self.language)
        names = before_letters([bare(word) for word in words[first:]], self.language)
        while len(names) > 1 and names[0].lower() in self.language.roles:
            names = names[1:]
        while len(names) > 1 and names[-1].lower() in self.language.suffixes:
            names.pop()
        if not names:
            return mention
        person = self._one_of(names, title, start, thing=determined(self.text, self.language, start, mention))
        if person is not None:
            return person.text
        if first and words[0].lower() in self.language.presenting:
            return " ".join(names)
        before = mention[:at]
        whole = not at or before.endswith(("-", "s ")) or before.strip().lower() in self.language.tags
        return mention if whole else run

    def _one_of(self, names: Sequence[str], title: str, at: int, *, thing: bool) -> Person | None:
        """The one person whom a name at this place means, a given name alone where nobody has it for surname; `thing`: it has an article.

        Of several it fits it means one who has been introduced: the one named in full oftener by two, or the first of them if
        nobody else is named as often or has a title.  Where these disagree it stays unresolved.
        """
        persons: Sequence[Person] = self.by_surname.get(key(names[-1]), NOBODY)
        sorts = {self.language.titles.get(title.lower(), "any")} - {"any"}
        fitting = [person for person in persons if not sorts or person.gender in ("", *sorts)]
        if thing:
            fitting = [one for one in fitting if one.gender == THING] or fitting
        elif len(names) == 1:
            fitting = [one for one in fitting if one.gender != THING]
        if len(names) > 1:
            fitting = [one for one in fitting if same_given(names, one)]
        elif not persons:
            fitting = list(self._by_given(title, names[0]))
        if len(fitting) < LEAST:
            return fitting[0] if fitting else None
        fitting = sorted([one for one in fitting if one.first < at] or fitting, key=lambda one: one.first)
        if len(fitting) < LEAST:
            return fitting[0]
        best, second = sorted(fitting, key=lambda one: -one.count)[:LEAST]
        clear = best.count - second.count
        alone_titled = bool(best.title) and not any(one.title for one in fitting if one is not best)
        return best if clear >= LEAST or (best is fitting[0] and (clear or alone_titled)) else None

    def knows(self, start: int, end: int) -> bool:
        """Whether the last word of this mention is the surname of a person of the article."""
        return key(bare(self.text[start:end].split()[-1])) in self.by_surname

    def office(self, mention: str) -> str | None:
        """The one person who holds the office that "the mayor" names; None where nobody or several do."""
        words = mention.lower().split()
        elided = words[0][:2]
        if elided[:1] in self.language.elisions and elided[1:] in ("'", "’"):
            words[:1] = [elided, words[0][2:]]  # "l'élu"
        if len(words) < LEAST or self.language.tags.get(words[0]) != "D" or words[0] in self.language.indefinite:
            return None
        if words[-1].removesuffix("s") != words[-1] and words[-1].removesuffix("s") in self.language.roles:
            return None  # "the senators" are not one of them
        role = self.role_in(words)
        holders = self.by_role.get(role) or [
            one for other in self.language.same_office.get(role, ()) for one in self.by_role.get(other, [])
        ]
        return holders[0].text if len(holders) == 1 and self._holds_it_there(holders[0], mention) else None

    def _holds_it_there(self, holder: Person, mention: str) -> bool:
        """Whether the text names the place of an office ("the Harwick mayor") where it first names its holder, too."""
        places = [
            word for word in mention.split()[1:-1] if word[0].isupper() and word.lower() not in self.language.tags
        ]
        low = self.antecedents.sentence(max(0, holder.first - _OFFICE), holder.first)
        near = self.text[low : holder.first + _OFFICE].partition(". ")[0]
        return self.language.nouns_capitalised or all(place in near for place in places)

    def names_somebody(self, low: int, high: int) -> bool:
        """Whether a stretch of the text outside quotations names anybody."""
        near = self.persons[bisect_left(self.places, low) : bisect_left(self.places, high)]
        return any(person.gender != THING for person in near)

    def is_person(self, name: str) -> bool:
        """Whether this is the name of somebody known to be he or she."""
        return name in self.by_text and self.by_text[name].gender in ("male", "female")

    def called(self, name: str, gender: str) -> str | None:
        """The name, if a pronoun of a gender can mean its bearer; who has been called "he" is not called "she" later on."""
        person = self.by_text.get(name)
        if person is None:
            return name
        if (person.gender or person.called) not in ("", gender):
            return None
        person.called = gender
        return name

    def without_office(self, name: str) -> bool:
        """Whether the article tells of no office or trade of the bearer of a name."""
        return name in self.by_text and not self.by_text[name].roles

    def unnamed(self, speaker: str, start: int, at: int) -> bool:
        """Whether a speaker mentioned at `start` is one person without a name, and nobody is named from there up to `at`."""
        several = speaker.rpartition(" ")[2].endswith("s")
        return speaker not in self.by_text and not several and not self.names_somebody(start, at)

    def aged(self, age: str) -> str | None:
        """The only person behind whose name this age stands ("Roe, 34,"); None where there are several, or the article gives no age."""
        if self.ages is None:
            self.ages = {}
            for match in _AGE.finditer(self.text):
                if self.knows(*match.span(1)):
                    self.ages.setdefault(match[2], set()).add(self.name_of(*match.span(1)))
        names = self.ages.get(age, set())
        return next(iter(names)) if len(names) == 1 else None

    def only_named(self, at: int) -> str | None:
        """The only person whom the paragraph of a place names before its sentence, or else the one before; None where there are several."""
        line = self.text.rfind("\n", 0, at) + 1
        high = self.antecedents.sentence(line, at)
        for low in (line, self.text.rfind("\n", 0, len(self.text[:line].rstrip())) + 1):
            near = self.persons[bisect_left(self.places, low) : bisect_left(self.places, high)]
            names = {person.text for person in near if person.gender != THING}
            if names:
                return names.pop() if len(names) == 1 else None
        return None

    def spoke(self, name: str) -> None:
        """Tells that a person has spoken: whom "she" means in a dialogue with a man hangs on who spoke before."""
        person = self.by_text.get(name)
        if person is not None:
            self.antecedents.spoke[person.gender or person.called] = name

    def pronoun(
        self,
        gender: str,
        at: int,
        previous: str | None,
        previous_at: int = 0,
        *,
        of_object: bool = False,
        mainly: bool = True,
    ) -> str | None:
        """Whom a pronoun of a gender at this place means; None where several people fit or nobody does.

        Whoever has been called "he" is not called "she" later on.  `mainly`: it may be whom the article is mainly about.
        """
        name = self.antecedents.meant(gender, at, previous, previous_at, of_object=of_object, mainly=mainly)
        if name is not None:
            self.by_text[name].called = gender
        return name

"""What an article tells of each person it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.quotes.lexicon import Language
from reviewer.quotes.naming import LEAST
from reviewer.quotes.persons import same_person

_SURE = 90.0  # the score of `same_person` from which two names in one article are one person's


@dataclass(slots=True)
class Person:
    """A person by name tokens without titles, the last title met, and where the name is given first; `gender` is "male", "female", "thing" or "".

    `count` is how often the full name stands there, `determined` how often as that of a place or body; `opens`: it stands only
    where a sentence begins, so that its first word may be none of it; `called` is the gender of the last pronoun that meant the person.
    """

    name: tuple[str, ...]
    first: int
    title: str = ""
    gender: str = ""
    count: int = 0
    determined: int = 0
    located: int = 0
    opens: bool = False
    called: str = ""
    roles: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        words = " ".join(self.name)
        return f"{self.title} {words}" if self.title and len(self.name) < LEAST else words


class Single(NamedTuple):
    """A surname alone: where it stands (-1 for a possessor, whom no pronoun takes up), where its run begins, and the title before it."""

    offset: int
    start: int
    title: str
    name: str


def same_given(name: Sequence[str], person: Person) -> bool:
    """Whether a name of the person's surname has the same given name, a form of it, or leaves it out before a second surname."""
    own = person.name
    if own[0].lower() == name[0].lower():
        return True
    shorter, longer = sorted((tuple(name), own), key=len)
    if len(shorter) > 1 and longer[-len(shorter) :] == shorter:
        return True
    same = same_person(" ".join(name), " ".join(own))
    return same is not None and same.score >= _SURE


def fuller(person: Person, name: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """The person's name or another form of it, whichever says more.

    That is the longer one unless it is longer by what may be an office, or the one that gives a name for an initial.
    """
    known = person.name
    if person.opens and len(name) < len(known) and known[-len(name) :] == name:
        return name
    if len(name) > len(known):
        return known if name[-len(known) :] == known and name[0].lower() not in language.names else name
    return name if len(name) == len(known) and len(known[0].strip(".")) == 1 < len(name[0].strip(".")) else known

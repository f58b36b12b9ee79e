"""What stands around a name and tells what it names: an article, a preposition of place, an office between commas."""

from __future__ import annotations

import re

from reviewer.quotes.lexicon import Language

_APPOSED_OFFICE = re.compile(
    r",[ \u00a0](?:the|an?|his|her|their|its)[ \u00a0](?:[\w-]+[ \u00a0]){0,2}?([a-zA-Z-]+)(?:[ \u00a0](?:of|at|for)[ \u00a0][^,.;:\n“\"]{3,40})?,"
)
_WORD_BEFORE = 9  # code points in which a preposition stands
_HOME = re.compile(r", (?:from|of) $")


def determined(text: str, language: Language, start: int, run: str) -> bool:
    """Whether an article or the like opens the run or stands before it: "the Roe government", "the United Ports"."""
    before = text.rfind(" ", max(0, start - 8), max(0, start - 1)) + 1
    tags = language.tags
    return tags.get(run.split(" ", 1)[0].lower()) == "D" or (
        before > 0 and tags.get(text[before : start - 1].lower()) == "D"
    )


def located(text: str, language: Language, start: int) -> bool:
    """Whether a place is named: "at Mudport Lane", "south of Mudport Bay", "Ana Roe, of Mudport Quay, said"."""
    return _word_before(text, start) in language.locating or _HOME.search(text, max(0, start - 7), start) is not None


def _word_before(text: str, start: int) -> str:
    return text[max(0, start - _WORD_BEFORE) : max(0, start - 1)].rpartition(" ")[2].lower()


def holds_office(text: str, language: Language, name: str, start: int) -> bool:
    """Whether all that the text says of a surname alone is between commas behind it what the person is ("Roe, the governor, flew in")."""
    office = _APPOSED_OFFICE.match(text, start + len(name))
    if office is None or language.tags.get(_word_before(text, start), "N") in "po":
        return False
    noun = office[1].lower()
    return noun in language.roles and noun not in language.bodies

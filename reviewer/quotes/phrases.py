"""The noun phrases and pronouns of a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from reviewer.quotes.lexicon import Language
from reviewer.quotes.words import Tagged

_PHRASE = re.compile(
    r"(?=[hDd#TwrNS])(?:h|(?:[Dd#]{1,8}[avgG]?)?(?:(?:[wrTN]{1,8}S)?T{1,4}oD?w?(?=[NT]))?[wrTNS#]{0,60}[wrTN]|"
    r"D?(?:[D#]p)?[D#](?=a?[Vx]|,l)|(?<=V)[D#](?=[.,;]|$))"
)
_NOT_FIRM = "hDd#wSavgGop"  # what a phrase may hold that is neither a role, a title nor a name


class Mention(NamedTuple):
    """A noun phrase or pronoun: tokens `[first, last)` and its `kind`: N name, r role, o other noun, h pronoun, S possessor."""

    first: int
    last: int
    kind: str


def mentions_of(tagged: Tagged, language: Language) -> list[Mention]:
    """The phrases of a paragraph in order; a possessor's comes before the one that it is part of."""
    found: list[Mention] = []
    tags = tagged.tags
    for match in _PHRASE.finditer(tags):
        first, last = match.span()
        run = match.group()
        if run == "h":
            found.append(Mention(first, last, "h"))
            continue
        if run[0] == "d":
            found.append(Mention(first, first + 1, "S"))
        firm = len(run.rstrip(_NOT_FIRM))
        if firm:
            owned = run[firm:]
            last = first + firm
            run = run[:firm]
            if run[0] == "w" and run[-1] in "NT":
                run = run.lstrip("wS#")
                first = last - len(run)
        elif run[0] not in "Dd#" or tagged.words[last - 1].lower() in language.temporal_nouns:
            continue
        else:
            owned = ""
        if owned[:1] == "S" and len(owned) > 1:
            found.append(Mention(first, last, "S"))
            found.append(Mention(first, match.end(), "o"))
            continue
        possessive = run.find("S")
        if possessive > 0:
            found.append(Mention(first, first + possessive, "S"))
        final = run[-1]
        found.append(Mention(first, last, "N" if final in "NT" else "r" if final == "r" else "o"))
    return found

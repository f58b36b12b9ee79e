"""One article → the terms and quoted phrases by which it is compared with many others."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

from reviewer.events.values import Digest

if TYPE_CHECKING:
    from reviewer.articles import Article

PHRASE_WORDS = 5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTED = re.compile(r"[“\"«„]([^”\"»“„«]{20,600})[”\"»“]")
_STOP = frozenset(
    "the a an and or but if of in on at to from by for with without into over after before as is are was were be been being has have had do does did "
    "not no nor so than then that this these those it its he she they we you i his her their our your my him them us me who whom which what when "
    "where why how all any both each few more most other some such only own same too very can will just would could should may might must also said "
    "says say there here about against between through during up down out off under again further once one two new told according".split()
)


def _day(published: str | None) -> int | None:
    """The ordinal of a full date; a year or a month alone says too little to compare days by."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _terms(text: str) -> list[str]:
    """Words in lower case, and each run of capitalised words as one more term: names are what events are known by."""
    terms: list[str] = []
    name: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        word = match.group().replace("’", "'").removesuffix("'s")
        low = word.lower()
        capital = word[:1].isupper() and low not in _STOP
        if name and (not capital or match.start() - end > 1):
            if len(name) > 1:
                terms.append(" ".join(name))
            name = []
        if capital:
            name.append(low)
        end = match.end()
        if low not in _STOP and (len(low) > 2 or low.isdigit()):
            terms.append(low)
    if len(name) > 1:
        terms.append(" ".join(name))
    return terms


def _phrases(quotation: str) -> frozenset[int]:
    words = [word.lower() for word in _WORD.findall(quotation)]
    runs = (words[at : at + PHRASE_WORDS] for at in range(len(words) - PHRASE_WORDS + 1))
    return frozenset(crc32(" ".join(run).encode()) for run in runs)


def digest(article: Article) -> Digest:
    """The digest of one article; the text can be let go afterwards."""
    counts = Counter(_terms(article.text))
    for term in _terms(article.title or ""):
        counts[term] += 3
    quotations = tuple(filter(None, (_phrases(quoted[1]) for quoted in _QUOTED.finditer(article.text))))
    return Digest(article.id, _day(article.published), dict(counts), quotations, frozenset().union(*quotations))

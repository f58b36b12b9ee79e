"""One article → the terms and quoted phrases by which it is compared with many others."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from datetime import date
from hashlib import blake2b
from sys import intern
from typing import TYPE_CHECKING

from reviewer.comparison import lexicon_of
from reviewer.events.values import Digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.articles import Article

PHRASE_WORDS = 5
_TITLE = 3  # a word of the title counts as often as one that the text has so many times more
_OFTEN = 255  # beyond that a term is not counted on
_MOSTLY = 0.6  # share of its occurrences that have a capital, for a word to count as a name
_CAPITAL = "".join(chr(code) for code in range(0x530) if chr(code).isupper())
_WORD = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)?")
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,}")
_NAMES = re.compile(rf"(?<![\w'])[{_CAPITAL}][\w']*+(?: [{_CAPITAL}][\w']*+)++")
_QUOTED = re.compile(r"[“\"«„]([^”\"»“„«]{20,600})[”\"»“]")
_SINGLY = re.compile(
    r"(?<![\w'])['‘](?=\w)((?:[^\n'‘]|(?<=\w)'(?=\w)){20,600}+)'(?!\w)"
)  # an apostrophe has letters on both sides
_NO_OUTLET = frozenset({"", "unknown", "none", "null", "n/a", "na", "-", "?"})


def _day(published: str | None) -> int | None:
    """The ordinal of a full date; a year or a month alone says too little to compare days by."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _words(text: str) -> list[str]:
    """The words of a text; what is written in ideographs, without spaces, in overlapping pieces of two."""
    words: list[str] = _WORD.findall(text)
    if not _IDEOGRAPHS.search(text):
        return words
    runs = [run for run in words if _IDEOGRAPHS.search(run)]
    return [*words, *(run[at : at + 2] for run in runs for at in range(len(run) - 1))]


def _terms(words: Sequence[str], function: frozenset[str]) -> dict[str, int]:
    """How often each term occurs, in lower case; a term is kept in memory once, however many articles have it."""
    return {
        intern(low): often
        for low, often in Counter(words).items()
        if low not in function and (len(low) > 2 or low.isdigit() or _IDEOGRAPHS.match(low))
    }


def _names(text: str, function: frozenset[str]) -> Counter[str]:
    """Runs of two or more capitalised words, in lower case: names are what events are known by."""
    found: Counter[str] = Counter()
    for run in _NAMES.findall(text):
        words = [word.removesuffix("'s") for word in run.lower().split(" ")]
        kept = [word for word in words if word not in function]
        if len(kept) > 1:
            found[intern(" ".join(kept))] += 1
    return found


def _runs(quotation: str) -> array[int]:
    words = _WORD.findall(quotation.lower())
    return array("q", set(map(hash, zip(*(words[at:] for at in range(PHRASE_WORDS)), strict=False))))


def digest(article: Article) -> Digest:
    """The digest of one article; the text can be let go afterwards."""
    text, headline = article.text.replace("’", "'"), (article.title or "").replace("’", "'")
    lexicon = lexicon_of(article.text, article.language)
    words = _words(text)
    lower = [word.lower() for word in words]
    terms = _terms(lower, lexicon.function)
    capitals = Counter([low for word, low in zip(words, lower, strict=True) if word != low])
    mostly = tuple([term for term, often in terms.items() if capitals[term] >= _MOSTLY * often])
    title = tuple(_terms(_words(headline.lower()), lexicon.function))
    for term in title:
        terms[term] = terms.get(term, 0) + _TITLE
    quoted = [*_QUOTED.findall(text), *_SINGLY.findall(text)]
    outlet = (article.outlet or "").strip().casefold()
    return Digest(
        article.id,
        _day(article.published),
        None if outlet in _NO_OUTLET else outlet,
        len(words),
        tuple(terms),
        bytes([min(often, _OFTEN) for often in terms.values()]),
        mostly,
        _names(text, lexicon.function),
        title,
        tuple(filter(None, map(_runs, quoted))),
        blake2b(f"{headline}\n{text}".encode("utf-8", "surrogatepass"), digest_size=8).digest(),
        lexicon.common,
    )

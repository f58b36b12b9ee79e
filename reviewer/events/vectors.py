"""Digests → vectors: sublinear TF-IDF of each kind of term, so that words, names and numbers weigh as evidence of their own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import fsum, hypot, log, sqrt
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reviewer.events.values import Digest

WORD, NAME, NUMBER, NAMES = range(4)  # the kinds of terms; the first three make up the whole text
_PRIOR = 500  # imagined articles of other stories: among few articles too a word that all of them have tells something
_EVERY_FOURTH = log(1 + 4)  # idf of a term that every fourth article has
_COMMON = 0.1  # the share of those that have an everyday word
_SMALL = 3  # letters of a word that is an everyday one, likely, in a language whose words are not listed too


@dataclass(frozen=True, slots=True)
class Vector:
    """An article among the others: `parts` has the unit vector of each kind of term, without the terms that no other article has, `shares` the
    length of each kind as a share of the whole text's (0 for `NAMES`, which it has already); `title` maps the title's terms to their idf, `title_length` and
    `title_weight` are its length and sum, and `rarity` any term to how far its idf exceeds that of a term in every fourth article.  `runs` are those
    of its quotations' runs of words that another article may have too."""

    parts: tuple[dict[str, float], ...]
    shares: tuple[float, ...]
    title: Mapping[str, float]
    title_length: float
    title_weight: float
    rarity: Mapping[str, float]
    runs: frozenset[int]


def _kinds(digests: Sequence[Digest], frequency: Mapping[str, int]) -> dict[str, int]:
    """The kind of each term: a name where most articles write it with a capital."""
    capital = Counter(chain.from_iterable(digest.capitals for digest in digests))
    return {
        term: NUMBER if term[0].isdigit() else NAME if 2 * capital[term] > often else WORD
        for term, often in frequency.items()
    }


def _everyday(kinds: Mapping[str, int]) -> frozenset[str]:
    """Small words in scripts that know capitals; in others three letters may be a long word."""
    small = (term for term, kind in kinds.items() if kind == WORD and len(term) == _SMALL and term.isalpha())
    return frozenset(term for term in small if term != term.upper())


def _repeated(digests: Sequence[Digest]) -> set[int]:
    """The runs of words that stand in more than one quotation."""
    seen: set[int] = set()
    again: set[int] = set()
    for quotation in chain.from_iterable(digest.quotations for digest in digests):
        again |= seen.intersection(quotation)
        seen.update(quotation)
    return again


@cache
def _damped(times: int) -> float:
    return 1 + log(times)


def _length(weights: Mapping[str, float]) -> float:
    values = weights.values()
    return sqrt(fsum(map(mul, values, values)))


def vectors(digests: Sequence[Digest]) -> list[Vector]:
    """The vector of each; the same whatever the order of the digests."""
    count = len(digests)
    frequency = Counter(chain.from_iterable(digest.terms for digest in digests))
    runs = Counter(chain.from_iterable(digest.names for digest in digests))
    repeated = _repeated(digests)
    kinds = _kinds(digests, frequency)
    everyday = _everyday(kinds).union(*{digest.common for digest in digests})
    idf = {
        term: log(1 + (count + _PRIOR) / (often + _PRIOR * _COMMON * (term in everyday)))
        for term, often in chain(frequency.items(), runs.items())
    }
    rarity = {term: max(0.0, value - _EVERY_FOURTH) for term, value in idf.items()}
    found = []
    for digest in digests:
        weights: tuple[dict[str, float], ...] = ({}, {}, {}, {})
        for term, times in zip(digest.terms, digest.counts, strict=True):
            weights[kinds[term]][term] = _damped(times) * idf[term]
        for run, times in digest.names.items():
            weights[NAMES][run] = _damped(times) * idf[run]
        lengths = [_length(part) for part in weights]
        whole = hypot(*lengths[:NAMES]) or 1.0
        parts = tuple(
            {term: weight / length for term, weight in part.items() if often[term] > 1}
            for part, length, often in zip(weights, lengths, (frequency, frequency, frequency, runs), strict=True)
        )
        shares = *(length / whole for length in lengths[:NAMES]), 0.0
        title = {term: idf[term] for term in digest.title}
        quoted = frozenset(repeated.intersection(chain.from_iterable(digest.quotations)))
        found.append(Vector(parts, shares, title, _length(title), fsum(title.values()), rarity, quoted))
    return found

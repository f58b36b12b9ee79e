"""How alike two articles are as reports of one happening: TF-IDF cosine within a window of days, plus quotations both carry."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.events.values import Digest

WINDOW = 4  # days: reports of one event lie this close (measured on three corpora)
_UNDATED = 0.85  # a pair of which one is undated needs more to be as likely
_PHRASE_BONUS = 0.12
_COMMON = 0.25  # a term in more than this share of the articles links nothing

Similarities = list[dict[int, float]]


def _vectors(digests: Sequence[Digest]) -> list[dict[str, float]]:
    """Unit vectors of sublinear TF-IDF."""
    frequency = Counter(term for digest in digests for term in digest.counts)
    count = len(digests)
    idf = {term: log(1 + count / df) for term, df in frequency.items()}
    vectors = []
    for digest in digests:
        weights = {term: (1 + log(n)) * idf[term] for term, n in digest.counts.items()}
        norm = sqrt(sum(w * w for w in weights.values())) or 1.0
        cut = max(20, _COMMON * count)
        vectors.append({term: w / norm for term, w in weights.items() if 1 < frequency[term] <= cut})
    return vectors


def _near(one: Digest, other: Digest) -> float:
    if one.day is None or other.day is None:
        return _UNDATED
    return 1.0 if abs(one.day - other.day) <= WINDOW else 0.0


def similarities(digests: Sequence[Digest]) -> Similarities:
    """For each article the others that share a term within the window, with a similarity of 0–1."""
    found: Similarities = [{} for _ in digests]
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(_vectors(digests)):
        dots: defaultdict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            entries = postings[term]
            for other, other_weight in entries:
                dots[other] += weight * other_weight
            entries.append((index, weight))
        mine = digests[index]
        for other, dot in dots.items():
            near = _near(mine, digests[other])
            if near and dot > 0.02:
                shared = len(mine.phrases & digests[other].phrases) if mine.phrases else 0
                value = min(1.0, dot * near + _PHRASE_BONUS * min(1.0, shared / 5))
                found[index][other] = found[other][index] = value
    return found

"""Which articles are worth comparing: those that share a telling term within some days, found through an inverted index."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.events.values import Digest, Progress
    from reviewer.events.vectors import Vector

WINDOW = 14  # days; reports of one happening lie closer, all but a few
_TELLING = 80  # terms by which an article is looked up
LATEST = 200  # articles looked at for each of them, the nearest in time: this bounds the work
_LITTLE = 0.02  # sum of products of the shared ones' weights below which a pair is not worth comparing


def candidates(
    digests: Sequence[Digest], found: Sequence[Vector], progress: Progress | None = None
) -> Iterator[tuple[int, int]]:
    """Pairs of positions, each once; `digests` are sorted by day, undated ones last."""
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, (digest, vector) in enumerate(zip(digests, found, strict=True)):
        if progress is not None:
            progress(index, len(digests))
        weighed = [
            (weight * share, term)
            for part, share in zip(vector.parts, vector.shares, strict=True)
            if share
            for term, weight in part.items()
        ]
        sums: defaultdict[int, float] = defaultdict(float)
        for weight, term in nlargest(_TELLING, weighed):
            entries = postings[term]
            for other, others_weight in entries[-LATEST:]:
                sums[other] += weight * others_weight
            entries.append((index, weight))
        day = digest.day
        for other, total in sums.items():
            if total >= _LITTLE:
                others_day = digests[other].day
                if day is None or others_day is None or day - others_day <= WINDOW:
                    yield other, index

"""Articles → events by average-link clustering; articles → their best partners."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from reviewer.events.digests import digest
from reviewer.events.similarity import similarities
from reviewer.events.values import Partner

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reviewer.articles import Article
    from reviewer.events.similarity import Similarities

THRESHOLD = 0.16  # average similarity above which two groups are one event


def clusters(near: Similarities, threshold: float) -> list[int]:
    """Average link (UPGMA) on a sparse similarity: the label of each item, the smallest index of its cluster.

    Pairs that are not in `near` count as 0, so two groups join only when most of their members are alike: no chaining.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(len(near))}
    sums: dict[int, dict[int, float]] = {i: dict(row) for i, row in enumerate(near)}
    heap = [(-value, i, j) for i, row in enumerate(near) for j, value in row.items() if i < j and value >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        average = sums[i][j] / (len(members[i]) * len(members[j]))
        if abs(average + negative) > 1e-12:
            continue  # an entry from before one of the two grew
        members[i] += members.pop(j)
        for other, total in sums.pop(j).items():
            del sums[other][j]
            if other != i:
                sums[i][other] = sums[other][i] = sums[i].get(other, 0.0) + total
        for other, total in sums[i].items():
            grown = total / (len(members[i]) * len(members[other]))
            if grown >= threshold:
                heapq.heappush(heap, (-grown, min(i, other), max(i, other)))
    labels = [0] * len(near)
    for group in members.values():
        for item in group:
            labels[item] = min(group)
    return labels


def events(articles: Iterable[Article]) -> list[tuple[str, str]]:
    """`(article id, event label)` in the order of the articles; the label is the id of the event's first article."""
    digests = [digest(article) for article in articles]
    labels = clusters(similarities(digests), THRESHOLD)
    return [(each.id, digests[label].id) for each, label in zip(digests, labels, strict=True)]


def pairs(articles: Iterable[Article], *, top: int) -> list[tuple[str, Sequence[Partner]]]:
    """Each article with its `top` best partners, best first."""
    digests = [digest(article) for article in articles]
    found: list[tuple[str, Sequence[Partner]]] = []
    for index, row in enumerate(similarities(digests)):
        best = heapq.nsmallest(top, row.items(), key=lambda item: (-item[1], item[0]))
        mine = digests[index]
        partners = []
        for other, value in best:
            shared = sum(1 for quotation in mine.quotations if not quotation.isdisjoint(digests[other].phrases))
            partners.append(Partner(digests[other].id, round(100 * value, 1), shared))
        found.append((mine.id, partners))
    return found

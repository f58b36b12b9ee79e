"""Articles → events by average-link clustering; articles → their best partners."""

from __future__ import annotations

import heapq
from dataclasses import replace
from itertools import islice
from math import inf
from typing import TYPE_CHECKING

from reviewer.events.candidates import LATEST, candidates
from reviewer.events.digests import digest
from reviewer.events.likeness import compared, likelihood, probability, shipped
from reviewer.events.values import Partner
from reviewer.events.vectors import vectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reviewer.articles import Article
    from reviewer.events.likeness import Compared, Model
    from reviewer.events.values import Digest, Progress

_THIRDS = 20  # of an article's best partners are asked whether they know the other
_SUPPORT = 0.5  # how far what they say counts
Near = list[dict[int, float]]  # of each item the others that may tell of its event, each with a figure


def _links(one: int, other: int) -> int:
    """How many pairs two groups of these sizes have among those that are compared."""
    return min(one, other) * min(max(one, other), LATEST)


def clusters(near: Near, threshold: float) -> list[int]:
    """Average link (UPGMA) on sparse likelihoods: the label of each item, the smallest index of its cluster.

    Pairs that are not in `near` count as 0, so two groups join only when most of their members are alike: no chaining.  Of a group larger than
    what one article is compared with, that many count.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(len(near))}
    sums: dict[int, dict[int, float]] = {i: dict(row) for i, row in enumerate(near)}
    heap = [(-value, i, j) for i, row in enumerate(near) for j, value in row.items() if i < j and value >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        average = sums[i][j] / _links(len(members[i]), len(members[j]))
        if abs(average + negative) > 1e-12:
            continue  # an entry from before one of the two grew
        members[i] += members.pop(j)
        for other, total in sums.pop(j).items():
            del sums[other][j]
            if other != i:
                sums[i][other] = sums[other][i] = sums[i].get(other, 0.0) + total
        for other, total in sums[i].items():
            grown = total / _links(len(members[i]), len(members[other]))
            if grown >= threshold:
                heapq.heappush(heap, (-grown, min(i, other), max(i, other)))
    labels = [0] * len(near)
    for group in members.values():
        for item in group:
            labels[item] = min(group)
    return labels


def in_order(digests: Sequence[Digest]) -> list[list[int]]:
    """Positions of equal articles together (same text on the same day), by day, undated last: the same whatever order they came in."""
    copies: dict[tuple[bool, int, bytes], list[int]] = {}
    for position, each in enumerate(digests):
        copies.setdefault((each.day is None, each.day or 0, each.text_hash), []).append(position)
    return [sorted(copies[key], key=lambda position: digests[position].id) for key in sorted(copies)]


def _for_all(digests: Sequence[Digest], same: Sequence[int]) -> Digest:
    """The digest that stands for equal articles; of no outlet where they have several."""
    one = digests[same[0]]
    return one if len({digests[position].outlet for position in same}) == 1 else replace(one, outlet=None)


def weighed(rows: Iterable[Compared], articles: int, model: Model) -> Near:
    """The odds of each compared pair of so many articles."""
    near: Near = [{} for _ in range(articles)]
    for one, other, evidence in rows:
        near[one][other] = near[other][one] = model.odds(evidence)
    return near


def _digests(articles: Iterable[Article], progress: Progress | None) -> list[Digest]:
    found: list[Digest] = []
    for article in articles:
        found.append(digest(article))
        if progress is not None:
            progress(len(found), 0)
    return found


def _odds(digests: Sequence[Digest], progress: Progress | None) -> Near:
    found = vectors(digests)
    return weighed(compared(digests, candidates(digests, found, progress), found), len(digests), shipped())


def likely(odds: Near) -> Near:
    """Likelihoods of odds; those that are next to none are left out."""
    return [{other: value for other, each in row.items() if (value := likelihood(each))} for row in odds]


def supported(odds: Near) -> Near:
    """Odds raised towards those by which a third article joins the two: of a partner's partner more is to be expected."""
    best = [dict(heapq.nlargest(_THIRDS, row.items(), key=lambda entry: (entry[1], -entry[0]))) for row in odds]

    def joined(one: int, other: int) -> float:
        through = best[other]
        return max((min(value, through[third]) for third, value in best[one].items() if third in through), default=-inf)

    return [
        {other: value + _SUPPORT * max(0.0, joined(one, other) - value) for other, value in row.items()}
        for one, row in enumerate(odds)
    ]


def events(articles: Iterable[Article], progress: Progress | None = None) -> list[tuple[str, str]]:
    """`(article id, event label)` in the order of the articles; the label is the id of the event's first article.

    `progress` is told how many articles are read, of 0 since nobody knows of how many, then how many of how many are compared
    with others; what it raises ends the search.
    """
    digests = _digests(articles, progress)
    copies = in_order(digests)
    odds = _odds([_for_all(digests, same) for same in copies], progress)
    labels = clusters(likely(odds), shipped().threshold)
    first: dict[int, int] = {}
    for same, label in zip(copies, labels, strict=True):
        first[label] = min(first.get(label, len(digests)), *same)
    event = {position: first[label] for same, label in zip(copies, labels, strict=True) for position in same}
    return [(each.id, digests[event[position]].id) for position, each in enumerate(digests)]


def pairs(
    articles: Iterable[Article], *, top: int, progress: Progress | None = None
) -> list[tuple[str, Sequence[Partner]]]:
    """Each article with its `top` best partners, best first; `progress` as for `events`."""
    digests = _digests(articles, progress)
    copies = in_order(digests)
    near = supported(_odds([_for_all(digests, same) for same in copies], progress))
    found: dict[int, Sequence[Partner]] = {}
    for item, same in enumerate(copies):
        best = [(item, inf), *heapq.nsmallest(top, near[item].items(), key=lambda entry: (-entry[1], entry[0]))]
        for position in same:
            mine = digests[position]
            others = ((other, value) for place, value in best for other in copies[place] if other != position)
            found[position] = [_partner(mine, digests[other], value) for other, value in islice(others, top)]
    return [(each.id, found[position]) for position, each in enumerate(digests)]


def _partner(mine: Digest, other: Digest, odds: float) -> Partner:
    theirs = set().union(*other.quotations) if mine.quotations else set()
    shared = sum(1 for quotation in mine.quotations if not theirs.isdisjoint(quotation))
    return Partner(other.id, round(100 * probability(odds), 1), shared)

"""Learning the weights from articles whose events are known: a logistic regression with a quadratic penalty, by Newton's method, in pure Python."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, combinations
from math import fsum, sqrt
from operator import mul
from typing import TYPE_CHECKING
from zlib import crc32

from reviewer.errors import ReviewerError
from reviewer.events.candidates import candidates
from reviewer.events.digests import digest
from reviewer.events.grouping import clusters, in_order, likely, weighed
from reviewer.events.likeness import Model, compared, probability
from reviewer.events.vectors import vectors

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from reviewer.articles import Article
    from reviewer.events.likeness import Compared

_PENALTY = 3.0  # on weights of evidence brought to unit variance
_STEPS = 12
_AS_GOOD = 0.997  # of thresholds that do about as well the strictest is taken: among more articles there are more that look alike
_THRESHOLDS = tuple(step / 100 for step in range(40, 60))


@dataclass(frozen=True, slots=True)
class Pool:
    """Articles among which events are looked for: `stories` says of each which event it tells of; a pair in `unsure` counts neither way; `weight` is that
    of the pool beside others."""

    stories: tuple[str, ...]
    compared: tuple[Compared, ...]
    unsure: frozenset[frozenset[int]]
    weight: float


@dataclass(frozen=True, slots=True)
class Quality:
    """Of two articles in one group, and of an article's group (B³, Bagga & Baldwin 1998): harmonic means of precision and recall."""

    pairs: float
    articles: float


def pool(
    groups: Iterable[Iterable[Article]], stories: Mapping[str, str], unsure: Collection[frozenset[str]], weight: float
) -> Pool:
    """A pool of groups of articles, each group by itself; ids are all different, `stories` maps them to events, `unsure` holds pairs of them.

    Articles of one event that are in two groups can never come together, so such a pair counts neither way.
    """
    place: dict[str, int] = {}
    rows: list[Compared] = []
    apart: list[frozenset[int]] = []
    elsewhere: dict[str, list[int]] = {}
    for articles in groups:
        digests = [digest(article) for article in articles]
        digests = [digests[same[0]] for same in in_order(digests)]
        found, before = vectors(digests), len(place)
        place |= {each.id: before + at for at, each in enumerate(digests)}
        rows += [
            (before + a, before + b, values) for a, b, values in compared(digests, candidates(digests, found), found)
        ]
        here = [(stories[each.id], place[each.id]) for each in digests]
        apart += [frozenset((at, other)) for story, at in here for other in elsewhere.get(story, ())]
        for story, at in here:
            elsewhere.setdefault(story, []).append(at)
    pairs = [frozenset(place[i] for i in pair) for pair in unsure if all(i in place for i in pair)]
    return Pool(tuple(stories[each] for each in place), tuple(rows), frozenset([*pairs, *apart]), weight)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination without pivoting: the matrix is positive definite."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(size):
        for below in range(at + 1, size):
            factor = rows[below][at] / rows[at][at]
            if factor:
                rows[below] = [b - factor * a for a, b in zip(rows[at], rows[below], strict=True)]
    found = [0.0] * size
    for at in reversed(range(size)):
        known = fsum(rows[at][i] * found[i] for i in range(at + 1, size))
        found[at] = (rows[at][size] - known) / rows[at][at]
    return found


def _regression(
    rows: Sequence[Sequence[float]], same: Sequence[bool], weights: Sequence[float]
) -> tuple[list[float], float]:
    """The weight of each column and the constant."""
    width = len(rows[0])
    means = [fsum(column) / len(rows) for column in zip(*rows, strict=True)]
    spread = [
        sqrt(fsum((value - mean) ** 2 for value in column) / len(rows)) or 1.0
        for column, mean in zip(zip(*rows, strict=True), means, strict=True)
    ]
    scaled = [[*((v - m) / s for v, m, s in zip(row, means, spread, strict=True)), 1.0] for row in rows]
    found = [0.0] * (width + 1)
    for _ in range(_STEPS):
        slope = [_PENALTY * value for value in found[:-1]] + [0.0]
        bend = [[_PENALTY if i == j < width else 0.0 for j in range(width + 1)] for i in range(width + 1)]
        for row, right, weight in zip(scaled, same, weights, strict=True):
            chance = probability(fsum(map(mul, found, row)))
            pull, curve = weight * (chance - right), weight * chance * (1 - chance)
            for i, value in enumerate(row):
                slope[i] += pull * value
                bent, line = curve * value, bend[i]
                for j in range(i + 1):
                    line[j] += bent * row[j]
        for i in range(width + 1):
            for j in range(i):
                bend[j][i] = bend[i][j]
        found = [value - step for value, step in zip(found, _solved(bend, slope), strict=True)]
    weighed = [value / s for value, s in zip(found[:-1], spread, strict=True)]
    return weighed, found[-1] - fsum(w * m for w, m in zip(weighed, means, strict=True))


def grouped(model: Model, given: Pool) -> list[int]:
    return clusters(likely(weighed(given.compared, len(given.stories), model)), model.threshold)


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _pairs(marks: Sequence[object], given: Pool) -> set[tuple[int, int]]:
    """Pairs of positions with the same mark, without those nobody is sure of."""
    members: dict[object, list[int]] = {}
    for at, mark in enumerate(marks):
        members.setdefault(mark, []).append(at)
    return {
        pair for group in members.values() for pair in combinations(group, 2) if frozenset(pair) not in given.unsure
    }


def quality(outcomes: Iterable[tuple[Pool, Sequence[int], Collection[int]]]) -> Quality:
    """Of groupings, each counted on the given articles and the pairs they are in."""
    right = said = true = 0
    precision = recall = articles = 0.0
    for given, labels, counted in outcomes:
        alike, equal = _pairs(labels, given), _pairs(given.stories, given)
        both = alike & equal
        right, said, true = (
            total + sum((one in counted) + (other in counted) for one, other in found)
            for total, found in ((right, both), (said, alike), (true, equal))
        )
        shared, grouped_with, belongs_with = (Counter(chain.from_iterable(found)) for found in (both, alike, equal))
        precision += fsum((1 + shared[each]) / (1 + grouped_with[each]) for each in counted)
        recall += fsum((1 + shared[each]) / (1 + belongs_with[each]) for each in counted)
        articles += len(counted)
    pairs = _harmonic(right / said if said else 0.0, right / true if true else 0.0)
    return Quality(pairs, _harmonic(precision / articles, recall / articles) if articles else 0.0)


def learn(pools: Sequence[Pool], without: frozenset[str] = frozenset()) -> Model:
    """The model that tells best which articles of the pools tell of one event; no article of an event in `without` is looked at.

    Raises ReviewerError where there are no pairs of one event, or none of two, to learn from.
    """
    rows: list[Sequence[float]] = []
    same: list[bool] = []
    weights: list[float] = []
    for each in pools:
        for one, other, evidence in each.compared:
            pair = each.stories[one], each.stories[other]
            if frozenset((one, other)) not in each.unsure and without.isdisjoint(pair):
                rows.append(evidence)
                same.append(pair[0] == pair[1])
                weights.append(each.weight)
    if len(set(same)) < 2:
        raise ReviewerError(
            "too little to learn from",
            hint="it takes articles of one event that are alike, alike ones of different events, and enough events for each fold",
        )
    found, constant = _regression(rows, same, weights)
    models = [Model(tuple(found), constant, threshold) for threshold in _THRESHOLDS]

    def worth(model: Model) -> float:
        total = 0.0
        for each in pools:
            counted = {at for at, story in enumerate(each.stories) if story not in without}
            reached = quality([(each, grouped(model, each), counted)])
            total += each.weight * (reached.pairs + reached.articles)
        return total

    reached = [worth(model) for model in models]
    good = [model for model, worth in zip(models, reached, strict=True) if worth >= _AS_GOOD * max(reached)]
    return max(good, key=lambda model: model.threshold)


def held_out(pools: Sequence[Pool], folds: int) -> list[Quality]:
    """The quality in each pool, every event grouped by a model that has seen no article of it."""
    fold = {story: crc32(story.encode()) % folds for each in pools for story in each.stories}
    outcomes: list[list[tuple[Pool, Sequence[int], Collection[int]]]] = [[] for _ in pools]
    for number in range(folds):
        without = frozenset(story for story, at in fold.items() if at == number)
        model = learn(pools, without)
        for found, each in zip(outcomes, pools, strict=True):
            counted = {at for at, story in enumerate(each.stories) if story in without}
            found.append((each, grouped(model, each), counted))
    return [quality(found) for found in outcomes]

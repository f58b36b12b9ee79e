"""How likely two articles report one happening: what speaks for and against it, weighed by a logistic regression."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, fsum, log, sqrt
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.events.vectors import NAME, WORD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from reviewer.events.values import Digest
    from reviewer.events.vectors import Vector

DAYS = (1, 2, 3, 5)  # steps of the distance in days
_SHORT = 20  # added to a length in words, so that an empty text has one
_SURE = 4.0  # logarithm of the odds beyond which nothing is surer
_LITTLE = 0.04  # cosine below which two texts have nothing to do with each other
_RIVAL = 0.2  # cosine with a report of another event that most articles of a large pool have: among few articles such a rival is imagined
EVIDENCE = (
    "whole", "names", "numbers", "runs", "words", "title", "title_in_text", "quoted", "length", "same_outlet", "untitled", "both_untitled", "undated",
    *(f"days_{step}" for step in DAYS), "standing_out",
)  # fmt: skip


Compared = tuple[int, int, Sequence[float]]  # two positions and the values of `EVIDENCE`


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of `EVIDENCE` in its order, the constant, and the average likelihood from which two groups are one event."""

    weights: tuple[float, ...]
    constant: float
    threshold: float

    def odds(self, evidence: Sequence[float]) -> float:
        """The logarithm of the odds that the two tell of one event."""
        return self.constant + fsum(map(mul, self.weights, evidence))


def probability(odds: float) -> float:
    return 1 / (1 + exp(-odds)) if odds > -100 else 0.0


def likelihood(odds: float) -> float:
    """0–1, straight in the logarithm of the odds within bounds: averages of it weigh a firm no as much as a firm yes."""
    return (max(-_SURE, min(_SURE, odds)) + _SURE) / (2 * _SURE)


@cache
def shipped() -> Model:
    """The model learned by `reviewer.events.train`."""
    data = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
    return Model(tuple(data["weights"][name] for name in EVIDENCE), data["constant"], data["threshold"])


def _dot(one: Mapping[str, float], other: Mapping[str, float], shared: Collection[str]) -> float:
    return fsum(map(mul, map(one.__getitem__, shared), map(other.__getitem__, shared))) if shared else 0.0


def _titles(one: Vector, other: Vector) -> float:
    """Cosine of two titles."""
    shared = one.title.keys() & other.title.keys()
    return fsum([one.title[term] ** 2 for term in shared]) / (one.title_length * other.title_length) if shared else 0.0


def _held(one: Vector, other: Vector) -> float:
    """The share of one's title, by weight, that stands in the other's text."""
    if not one.title:
        return 0.0
    words, names, numbers, _ = other.parts
    held = [idf for term, idf in one.title.items() if term in words or term in names or term in numbers]
    return fsum(held) / one.title_weight


def evidence(one: Digest, other: Digest, mine: Vector, others: Vector) -> tuple[float, list[float]]:
    """Cosine of the whole texts, and the values of `EVIDENCE` without the last; none where the texts have next to nothing in common."""
    shared = [a.keys() & b.keys() for a, b in zip(mine.parts, others.parts, strict=True)]
    cosines = [_dot(a, b, terms) for a, b, terms in zip(mine.parts, others.parts, shared, strict=True)]
    whole = fsum(map(mul, cosines, map(mul, mine.shares, others.shares)))
    if whole < _LITTLE:
        return whole, []
    apart = -1 if one.day is None or other.day is None else abs(one.day - other.day)
    untitled = (not one.title) + (not other.title)
    values = [sqrt(cosine) for cosine in (whole, *cosines[NAME:])]
    values += [
        log(1 + fsum(map(mine.rarity.__getitem__, shared[WORD]))),
        sqrt(_titles(mine, others)),
        (_held(mine, others) + _held(others, mine)) / 2,
        log(1 + len(mine.runs & others.runs)),
        log(_SHORT + one.length) + log(_SHORT + other.length),
        one.outlet is not None and one.outlet == other.outlet,
        untitled > 0,
        untitled > 1,
        apart < 0,
        *[apart >= step for step in DAYS],
    ]
    return whole, values


def compared(digests: Sequence[Digest], pairs: Iterable[tuple[int, int]], found: Sequence[Vector]) -> list[Compared]:
    """What speaks for and against each pair that shares enough to be worth weighing."""
    kept: list[tuple[int, int, float, array[float]]] = []
    best = [_RIVAL] * len(digests)
    for one, other in pairs:
        whole, values = evidence(digests[one], digests[other], found[one], found[other])
        if values:
            kept.append((one, other, whole, array("d", values)))
            best[one] = max(best[one], whole)
            best[other] = max(best[other], whole)
    for one, other, whole, weighed in kept:
        weighed.append(whole / (best[one] + best[other]))
    return [(one, other, weighed) for one, other, _, weighed in kept]

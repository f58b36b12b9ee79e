"""A log-linear model over candidates: the weights are numbers by name of feature, learned by `reviewer.quotes.train`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

from reviewer.quotes.candidates import Candidate
from reviewer.quotes.features import Part, names_of

Weights = Mapping[str, float]
_MEMORY = 100_000


@cache
def weights() -> dict[str, dict[str, float]]:
    """The shipped weights: `speaker` ranks candidates, `speech` tells speech from other marked words."""
    data = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
    return {part: {name: value / 1000 for name, value in numbers.items()} for part, numbers in data.items()}


@cache
def shipped() -> Ranker:
    """The ranker with the shipped weights."""
    return Ranker(weights()["speaker"])


def score(features: Sequence[str], weight: Weights) -> float:
    return sum(map(weight.get, features, repeat(0.0)))


class _Sums(dict[Part, int]):
    """The summed weights of each part met so far, up to a limit; in whole thousandths, so that no order of adding makes a difference."""

    def __init__(self, weight: Weights) -> None:
        super().__init__()
        self.weight = weight

    def __missing__(self, part: Part) -> int:
        if len(self) >= _MEMORY:
            self.clear()
        value = self[part] = round(1000 * score(names_of(part), self.weight))
        return value


class Ranker:
    """The speaker model with given weights."""

    def __init__(self, weight: Weights) -> None:
        self._sums = _Sums(weight)

    def best(self, candidates: Sequence[Candidate]) -> tuple[Candidate, float] | None:
        """The candidate that scores highest, and its score; None without candidates."""
        if not candidates:
            return None
        known = self._sums.__getitem__
        scores = [sum(map(known, candidate.parts)) for candidate in candidates]
        top = max(scores)
        return candidates[scores.index(top)], top / 1000

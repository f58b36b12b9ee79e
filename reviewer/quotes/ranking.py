"""A log-linear model over candidates: the weights are numbers by name of feature, learned by `reviewer.quotes.train`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path

from reviewer.quotes.candidates import Candidate

Weights = Mapping[str, float]


@cache
def weights() -> dict[str, dict[str, float]]:
    """The shipped weights: `speaker` ranks candidates, `speech` tells speech from other marked words."""
    data = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
    return {part: {name: value / 1000 for name, value in numbers.items()} for part, numbers in data.items()}


def score(features: Sequence[str], weight: Weights) -> float:
    get = weight.get
    return sum([get(feature, 0.0) for feature in features])


def best(candidates: Sequence[Candidate], weight: Weights) -> tuple[Candidate, float, float] | None:
    """The candidate that scores highest, its score and its probability among them all; None without candidates."""
    if not candidates:
        return None
    scores = [score(candidate.features, weight) for candidate in candidates]
    top = max(scores)
    at = scores.index(top)
    return candidates[at], top, 1.0 / sum(exp(value - top) for value in scores)

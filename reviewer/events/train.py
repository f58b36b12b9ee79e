"""`python -m reviewer.events.train POOL.jsonl… [--weigh 1,0.5] [--folds 5] [--output weights.json]`: learn the weights from articles whose events you know.

A line of POOL is an article as in any corpus, with two keys more: `"event"`, and optionally `"unsure"`, the ids of articles of which nobody can say whether
they tell of the same event.  Each file is a pool of its own; `--weigh` says how much each counts.  What cross-validation by event gives is printed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from zlib import crc32

from reviewer.articles import Article
from reviewer.events.likeness import EVIDENCE
from reviewer.events.training import held_out, learn, pool

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reviewer.events.training import Pool


_KINDS = (", half without title", ", half without date", ", shortened", ", in small pools")
_POORER = 0.3  # what a pool made poorer weighs beside the pool itself
_FEW = 10  # articles of a small pool, at least
_SHORT = 200  # words of a short text

Records: TypeAlias = "Sequence[Mapping[str, Any]]"


def _small(records: Records) -> Sequence[Records]:
    """Events that lie next to each other in time, some ten articles together, as in a project of a few events."""
    events: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        events.setdefault(record["event"], []).append(record)
    groups: list[list[Mapping[str, Any]]] = [[]]
    for name in sorted(events, key=lambda name: (min(r.get("published") or "9" for r in events[name]), name)):
        if len(groups[-1]) >= _FEW:
            groups.append([])
        groups[-1] += events[name]
    return groups


def _without(records: Records, key: str) -> Records:
    """Every second article without what `key` names."""
    return [record if crc32(record["id"].encode()) % 2 else {**record, key: None} for record in records]


def _shortened(records: Records) -> Records:
    return [{**record, "text": " ".join(record["text"].split(" ")[:_SHORT])} for record in records]


def _pools(path: Path, weight: float) -> list[Pool]:
    """The pool in a file, and the same made poorer: what is learned from well-kept articles only does not hold where a title or a date is missing."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    stories = {each["id"]: each["event"] for each in records}
    unsure = {frozenset((each["id"], other)) for each in records for other in each.get("unsure", ())}
    poorer: list[Sequence[Records]] = [
        [_without(records, "title")],
        [_without(records, "published")],
        [_shortened(records)],
        _small(records),
    ]
    weighed: list[tuple[Sequence[Records], float]] = [
        ([records], weight),
        *((groups, weight * _POORER) for groups in poorer),
    ]
    return [
        pool([[_article(each) for each in group] for group in groups], stories, unsure, share)
        for groups, share in weighed
    ]


def _article(record: Mapping[str, Any]) -> Article:
    return Article(
        record["id"],
        record["text"],
        outlet=record.get("outlet"),
        title=record.get("title"),
        published=record.get("published"),
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m reviewer.events.train", description="Learn how likely two articles tell of one event."
    )
    parser.add_argument("pools", type=Path, nargs="+")
    parser.add_argument("--weigh", default="", help="a number for each pool, with commas between them (default: 1)")
    parser.add_argument("--folds", type=int, default=5, help="of the cross-validation; 0 for none (default: 5)")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent / "weights.json")
    options = parser.parse_args()
    weights = [float(number) for number in options.weigh.split(",") if number] or [1.0] * len(options.pools)
    pools: list[Pool] = []
    names: list[str] = []
    for path, weight in zip(options.pools, weights, strict=True):
        pools += _pools(path, weight)
        names += [f"{path.stem}{kind}" for kind in ("", *_KINDS)]
    for name, reached in zip(names, held_out(pools, options.folds) if options.folds else (), strict=False):
        print(f"{name}: pair F1 {reached.pairs:.3f}, B³ {reached.articles:.3f}")
    model = learn(pools)
    learned = {
        "weights": {name: round(weight, 3) for name, weight in zip(EVIDENCE, model.weights, strict=True)},
        "constant": round(model.constant, 3),
        "threshold": model.threshold,
    }
    options.output.write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""`python -m reviewer.events.train POOL.jsonl… [--weigh 1,0.5] [--folds 5] [--output weights.json]`: learn the weights from articles whose events you know.

A line of POOL is an article as in any corpus, with two keys more: `"event"`, and optionally `"unsure"`, the ids of articles of which nobody can say whether
they tell of the same event.  Each file is a pool of its own; `--weigh` says how much each counts.  What cross-validation by event gives is printed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.articles import Article
from reviewer.events.likeness import EVIDENCE
from reviewer.events.training import held_out, learn, pool

if TYPE_CHECKING:
    from reviewer.events.training import Pool


def _read(path: Path, weight: float) -> Pool:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    articles = [
        Article(each["id"], each["text"], **{key: each.get(key) for key in ("outlet", "title", "published")})
        for each in records
    ]
    unsure = {frozenset((each["id"], other)) for each in records for other in each.get("unsure", ())}
    return pool(articles, {each["id"]: each["event"] for each in records}, unsure, weight)


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
    pools = [_read(path, weight) for path, weight in zip(options.pools, weights, strict=True)]
    for path, reached in zip(options.pools, held_out(pools, options.folds) if options.folds else (), strict=False):
        print(f"{path.name}: pair F1 {reached.pairs:.3f}, B³ {reached.articles:.3f}")
    model = learn(pools)
    learned = {
        "weights": {name: round(weight, 3) for name, weight in zip(EVIDENCE, model.weights, strict=True)},
        "constant": round(model.constant, 3),
        "threshold": model.threshold,
    }
    options.output.write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""`python -m reviewer.events.train POOL… [--weigh 1,0.5] [--folds 5] [--output weights.json]`: learn the weights from articles whose events you know.

POOL is a corpus as the commands read it, JSON Lines, JSON, CSV or Parquet, whose records have two fields more: `event`, and optionally `unsure`, the ids of
articles of which nobody can say whether they tell of the same event.  Each POOL is by itself; `--weigh` says how much each counts.  What
cross-validation by event gives is printed.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, replace
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from zlib import crc32

from reviewer.articles import Article, Refused, read_records
from reviewer.errors import ReviewerError
from reviewer.events.likeness import EVIDENCE
from reviewer.events.training import held_out, learn, pool
from reviewer.text import displayable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reviewer.articles import SourceRecord
    from reviewer.events.training import Pool


_POORER = 0.3  # what a pool made poorer weighs beside the pool itself
_SMALL = 10  # articles of a small pool, at least
_FEW = ((2,), (1, 1), (2, 1), (3,), (2, 2), (1, 1, 1), (2, 2, 1))  # articles of each event in pools of two to five
_SHORT = 200  # words of a short text
_WRONG_USAGE = 2


@dataclass(frozen=True, slots=True)
class Known:
    """An article whose event is known; of the articles in `unsure` nobody can say whether they tell of it too."""

    article: Article
    event: str
    unsure: tuple[str, ...]


Group: TypeAlias = "Sequence[Known]"


def _known(record: SourceRecord) -> Known:
    fields: dict[str, Any] = json.loads(record.original) if record.extension == ".json" else {}
    event, unsure = fields.get("event"), fields.get("unsure") or []
    if not isinstance(event, str | int) or event == "":
        raise ReviewerError('no "event" that it tells of', where=record.where, line=record.line)
    if not isinstance(unsure, list) or not all(isinstance(other, str) for other in unsure):
        raise ReviewerError('"unsure" is no list of ids', where=record.where, line=record.line)
    return Known(record.article, str(event), tuple(unsure))


def read(path: Path) -> list[Known]:
    """The articles of a pool; raises ReviewerError for one that cannot be read, tells of no event or has the id of another."""
    found: dict[str, Known] = {}
    for record in read_records([path]):
        if isinstance(record, Refused):
            raise ReviewerError(record.what, where=record.where, line=record.line)
        known = _known(record)
        if known.article.id in found:
            raise ReviewerError(
                f"another article has the id {known.article.id!r}", where=record.where, line=record.line
            )
        found[known.article.id] = known
    if len(found) < 2:
        raise ReviewerError("fewer than two articles", where=path, hint="there is nothing to compare")
    return list(found.values())


def _in_time(known: Group) -> dict[str, list[Known]]:
    """The articles of each event, the first event first."""
    events: dict[str, list[Known]] = {}
    for each in known:
        events.setdefault(each.event, []).append(each)
    order = sorted(events, key=lambda name: (min(each.article.published or "9" for each in events[name]), name))
    return {name: events[name] for name in order}


def _small(known: Group) -> Sequence[Group]:
    """Events that lie next to each other in time, some ten articles together, as in a project of a few events."""
    groups: list[list[Known]] = [[]]
    for articles in _in_time(known).values():
        if len(groups[-1]) >= _SMALL:
            groups.append([])
        groups[-1] += articles
    return groups


def fewest(known: Group) -> Sequence[Group]:
    """Two to five articles of events that lie next to each other in time, as at the start of a project; every second pool without dates, every
    second pair of pools without titles."""
    left = _in_time(known)
    groups: list[Group] = []
    while left:
        number, shape = len(groups), _FEW[len(groups) % len(_FEW)]
        group: list[Known] = []
        for name, many in zip([*islice(left, len(shape))], shape, strict=False):
            group += left[name][:many]
            left[name] = left[name][many:]
            if not left[name]:
                del left[name]
        if number % 2:
            group = [replace(each, article=replace(each.article, published=None)) for each in group]
        if number % 4 > 1:
            group = [replace(each, article=replace(each.article, title=None)) for each in group]
        groups.append(group)
    return groups


def _changed(known: Group, change: Callable[[Article], Article]) -> Sequence[Group]:
    return [[replace(each, article=change(each.article)) for each in known]]


def _second(article: Article) -> bool:
    """Whether it is one of every second article, picked by its id."""
    return crc32(article.id.encode()) % 2 == 0


def _untitled(article: Article) -> Article:
    return replace(article, title=None) if _second(article) else article


def _undated(article: Article) -> Article:
    return replace(article, published=None) if _second(article) else article


def _shortened(article: Article) -> Article:
    return replace(article, text=" ".join(article.text.split(" ")[:_SHORT]))


def _pools(known: Group, weight: float) -> Iterator[tuple[str, Pool]]:
    """A pool, and the same made poorer, each with what sets it apart: what is learned from well-kept articles only does not hold where a title or a date
    is missing."""
    stories = {each.article.id: each.event for each in known}
    unsure = {frozenset((each.article.id, other)) for each in known for other in each.unsure}

    def made(groups: Sequence[Group], share: float) -> Pool:
        return pool([[each.article for each in group] for group in groups], stories, unsure, share)

    yield "", made([known], weight)
    yield ", half without title", made(_changed(known, _untitled), weight * _POORER)
    yield ", half without date", made(_changed(known, _undated), weight * _POORER)
    yield ", shortened", made(_changed(known, _shortened), weight * _POORER)
    yield ", in small pools", made(_small(known), weight * _POORER)
    yield ", two to five together", made(fewest(known), weight * _POORER)


def _weights(given: str, pools: int) -> list[float]:
    """What each pool counts; raises ReviewerError where that cannot be."""
    if not given:
        return [1.0] * pools
    try:
        weights = [float(number) for number in given.split(",")]
    except ValueError:
        weights = []
    if not weights or not all(isfinite(weight) and weight > 0 for weight in weights):
        raise ReviewerError(f"--weigh takes numbers above 0, with commas between them, not {given!r}")
    if len(weights) != pools:
        raise ReviewerError(f"--weigh has {len(weights)} numbers for {pools} pools", hint="give one for each")
    return weights


def _train(paths: Sequence[Path], weigh: str, folds: int, output: Path) -> None:
    if folds < 0 or folds == 1:
        raise ReviewerError(f"--folds takes 0 or at least 2, not {folds}")
    if not output.parent.is_dir():
        raise ReviewerError("no such folder", where=output.parent)
    weights = _weights(weigh, len(paths))
    known = [read(path) for path in paths]
    named = [
        (f"{path.stem}{kind}", made)
        for path, articles, weight in zip(paths, known, weights, strict=True)
        for kind, made in _pools(articles, weight)
    ]
    pools = [made for _, made in named]
    for (name, _), reached in zip(named, held_out(pools, folds) if folds else (), strict=False):
        print(f"{name}: pair F1 {reached.pairs:.3f}, B³ {reached.articles:.3f}")
    model = learn(pools)
    learned = {
        "weights": {name: round(weight, 3) for name, weight in zip(EVIDENCE, model.weights, strict=True)},
        "constant": round(model.constant, 3),
        "threshold": model.threshold,
    }
    output.write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m reviewer.events.train", description="Learn how likely two articles tell of one event."
    )
    parser.add_argument("pools", type=Path, nargs="+", metavar="POOL")
    parser.add_argument("--weigh", default="", help="a number for each pool, with commas between them (default: 1)")
    parser.add_argument("--folds", type=int, default=5, help="of the cross-validation; 0 for none (default: 5)")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent / "weights.json")
    options = parser.parse_args()
    try:
        _train(options.pools, options.weigh, options.folds, options.output)
    except (ReviewerError, OSError) as error:
        parser.exit(_WRONG_USAGE, displayable(f"{parser.prog}: {error}", one_line=True) + "\n")


if __name__ == "__main__":
    main()

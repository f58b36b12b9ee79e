"""Quotations and speakers on the annotated articles of ../shared: accuracy by phenomenon, cross-validated, and speed.

The weights that ship were learned from these very articles, so the first column flatters.  The next two are what unseen articles
give: trained on four fifths and read on the fifth, and trained without an outlet and read on it.  textacy stands beside them where it is installed.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from reviewer.quotes import Quotation, extract, training
from reviewer.quotes.lexicon import language

GOLD = Path(__file__).parents[2].parent / "shared" / "eval" / "quotes"
FOLDS = 5
Rows = list[dict[str, Any]]
Extractor = Callable[[str], Iterable[dict[str, Any]]]


def _row(quote: Quotation) -> dict[str, Any]:
    keys = ("start", "end", "speaker", "mention", "speaker_start", "speaker_end", "cue", "cue_start", "cue_end")
    return {key: getattr(quote, key) for key in keys}


def _ours(text: str, weights: dict[str, dict[str, float]] | None = None) -> Rows:
    return [_row(quote) for quote in extract(text, language="en", weights=weights).quotes]


def _predict(articles: Rows, extractor: Extractor) -> tuple[Rows, float]:
    """Predictions and articles per CPU second."""
    started = time.process_time()
    rows = [{"id": article["id"], "quotes": list(extractor(article["text"]))} for article in articles]
    return rows, len(articles) / max(1e-6, time.process_time() - started)


def _shuffled(articles: Rows) -> list[set[int]]:
    order = list(range(len(articles)))
    random.Random(7).shuffle(order)
    return [set(order[fold::FOLDS]) for fold in range(FOLDS)]


def _by_outlet(articles: Rows) -> list[set[int]]:
    outlets = sorted({article["outlet"] for article in articles})
    return [{index for index, article in enumerate(articles) if article["outlet"] == outlet} for outlet in outlets]


def _cross_validated(articles: Rows, folds: Iterable[set[int]]) -> Rows:
    words = language("en")
    prepared = [training.article(record, words) for record in articles]
    rows: Rows = []
    for unseen in folds:
        seen = [one for index, one in enumerate(prepared) if index not in unseen]
        learned = {
            "speaker": _thousandths(training.train_speakers(seen)),
            "speech": _thousandths(training.train_speech(seen, words)),
        }
        rows.extend(_predict([articles[index] for index in unseen], partial(_ours, weights=learned))[0])
    return rows


def _thousandths(weights: dict[str, float]) -> dict[str, float]:
    """The weights as they would be read back from a file."""
    return {name: value / 1000 for name, value in training.rounded(weights).items()}


def _score(rows: Rows) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        command = [sys.executable, str(GOLD / "score.py"), file.name, "--json", "--by"]
        result: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result


def _figures(score: dict[str, Any]) -> dict[str, float]:
    figures = {
        "exact precision": score["exact"]["p"],
        "exact recall": score["exact"]["r"],
        "exact F1": score["exact"]["f"],
        "speaker, names and nouns": score["speaker_name_acc"],
        "speaker coverage": score["speaker_name_coverage"],
        "speaker, pronouns": score["speaker_pron_acc"],
        "attributed F1": score["attributed"]["f"],
    }
    for tag, title in (
        ("source_before", "before"),
        ("source_after", "after"),
        ("mixed", "partial"),
        ("runs_on", "run-on"),
    ):
        figures[f"speaker named {title}" if title in ("before", "after") else f"speaker of {title} words"] = score[
            "speaker_by"
        ].get(tag, [0.0])[0]
    for tag, title in (("len:1-3", "1–3 words"), ("len:4-9", "4–9 words"), ("len:10+", "10 words or more")):
        figures[f"recall, {title}"] = score["recall_by"].get(tag, [0.0])[0]
    return figures


def _more(articles: Rows, rows: Rows) -> dict[str, float]:
    """Cue accuracy on matched pieces (the annotated cue and ours overlap), and the speaker of split pieces."""
    predicted = {row["id"]: {(q["start"], q["end"]): q for q in row["quotes"]} for row in rows}
    cues = right = split = split_right = 0
    for article in articles:
        attributions = [quote["attr"] for quote in article["quotes"]]
        for quote in article["quotes"]:
            ours = predicted[article["id"]].get((quote["start"], quote["end"]))
            if ours is None:
                continue
            if quote["cue_start"] is not None:
                cues += 1
                low, high = ours.get("cue_start"), ours.get("cue_end")
                right += low is not None and low < quote["cue_end"] and quote["cue_start"] < high
            if attributions.count(quote["attr"]) > 1 and quote["speaker_start"] is not None:
                split += 1
                low, high = ours.get("speaker_start"), ours.get("speaker_end")
                split_right += low is not None and low < quote["speaker_end"] and quote["speaker_start"] < high
    return {"cue": right / max(1, cues), "speaker span of split words": split_right / max(1, split)}


BUDGETS = {
    "exact precision": 0.97, "exact recall": 0.97, "exact F1": 0.975, "speaker, names and nouns": 0.91,
    "speaker coverage": 0.95, "attributed F1": 0.90, "articles per CPU second": 300,
}  # fmt: skip


def _table(columns: dict[str, dict[str, float]]) -> None:
    print(f"{'':30}{'budget':>9}" + "".join(f"{title:>17}" for title in columns))
    for figure in next(iter(columns.values())):
        budget = BUDGETS.get(figure)
        cells = [f"{budget:g}" if budget is not None else "–"]
        for title, values in columns.items():
            value = values.get(figure)
            cells.append("–" if value is None else f"{value:,.0f}" if "second" in figure else f"{value:.3f}")
            del title
        print(f"{figure:30}{cells[0]:>9}" + "".join(f"{cell:>17}" for cell in cells[1:]))


def _growth() -> None:
    unit = "“The gate stays shut,” Dana Marsh said on Monday. “Nobody will be paid.” The board met again in the old hall.\n\n"
    print("\nlength against time (CPU ms)")
    for count in (50, 500, 5_000):
        times = []
        for _ in range(3):
            started = time.process_time()
            extract(unit * count)
            times.append((time.process_time() - started) * 1000)
        print(f"  {len(unit) * count:>9,} characters {statistics.median(times):>10,.1f}")
    print("hostile runs of 100,000 (CPU ms, budget 100)")
    for mark in "\"“”‘'«(a@-":
        started = time.process_time()
        extract(mark * 100_000)
        print(f"  {mark} {(time.process_time() - started) * 1000:>8.1f}", end="")
    print()


def main(arguments: list[str]) -> int:
    """`--fast` leaves the cross-validation out."""
    _growth()
    path = GOLD / "dev.jsonl"
    if not path.exists():
        print("accuracy: needs the annotated articles in ../shared, which are not here")
        return 0
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    _predict(articles[:20], _ours)
    rows, speed = _predict(articles, _ours)
    columns = {"ours": {**_figures(_score(rows)), **_more(articles, rows), "articles per CPU second": speed}}
    if "--fast" not in arguments:
        for title, folds in (("unseen articles", _shuffled(articles)), ("unseen outlets", _by_outlet(articles))):
            unseen = _cross_validated(articles, folds)
            columns[title] = {**_figures(_score(unseen)), **_more(articles, unseen)}
    try:
        from tests.benchmarks.textacy_peer import quotes_of
    except ImportError as error:
        print(f"textacy's column is left out: {error}")
    else:
        rows, speed = _predict(articles, quotes_of)
        columns["textacy"] = {**_figures(_score(rows)), **_more(articles, rows), "articles per CPU second": speed}
    print()
    _table(columns)
    return 0

"""Matching of one pair: ours beside what else is to hand, in CPU time, on generated articles (invented words).

difflib on words and on characters, rapidfuzz's partial_ratio_alignment of every quotation against the other text, edlib
(infix) and text-matcher where they are installed.  Each peer's recall counts planted quotations and passages that it
finds with half of their length on both sides.
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from math import log
from statistics import median, quantiles
from time import process_time
from typing import Any

from rapidfuzz import fuzz

from reviewer.comparison import Side, compare, lexicon_of
from reviewer.comparison.alignment import compared
from reviewer.comparison.sides import prepared
from reviewer.comparison.units import stems_of
from reviewer.comparison.words import words_of
from reviewer.text import Span, folded
from tests.benchmarks.report import Line, show
from tests.comparison.articles import Planted, found_by, pair

Spans = list[tuple[Span, Span]]
Engine = Callable[[Side, Side], Spans]
RUN = 4  # equal words from which a difflib block counts as found


def _ours(left: Side, right: Side) -> Spans:
    """With nothing remembered of either article."""
    for cached in (lexicon_of, words_of, stems_of):
        cached.cache_clear()
    return [(match.left.span, match.right.span) for match in compare(left, right).matches]


def _as_of_an_event(left: Side, right: Side) -> float:
    """The least of a few runs, in ms of CPU time, of two articles that others of their event were held against before."""
    one, other = prepared(left, reused=True), prepared(right, reused=True)
    best = float("inf")
    for _ in range(4):
        start = process_time()
        compared(one, other)
        best = min(best, 1000 * (process_time() - start))
    return best


def _difflib_words(left: Side, right: Side) -> Spans:
    mine, theirs = words_of(left.text), words_of(right.text)
    blocks = difflib.SequenceMatcher(None, mine.keys, theirs.keys, autojunk=False).get_matching_blocks()
    return [
        (
            Span(mine.starts[b.a], mine.ends[b.a + b.size - 1]),
            Span(theirs.starts[b.b], theirs.ends[b.b + b.size - 1]),
        )
        for b in blocks
        if b.size >= RUN
    ]


def _difflib_characters(left: Side, right: Side) -> Spans:
    blocks = difflib.SequenceMatcher(None, left.text, right.text, autojunk=False).get_matching_blocks()
    return [(Span(b.a, b.a + b.size), Span(b.b, b.b + b.size)) for b in blocks if b.size >= 5 * RUN]


def _partial_ratio(left: Side, right: Side) -> Spans:
    found: Spans = []
    for one, other, turned in ((left, right, False), (right, left, True)):
        text = folded(other.text)
        for quotation in one.quotations:
            best = fuzz.partial_ratio_alignment(folded(quotation.text), text, score_cutoff=75)
            if best is not None:
                spans = quotation.span, Span(best.dest_start, best.dest_end)
                found.append(spans[::-1] if turned else spans)
    return found


def _edlib() -> Engine | None:
    try:
        edlib: Any = importlib.import_module("edlib")
    except ImportError:
        return None

    def align(left: Side, right: Side) -> Spans:
        found: Spans = []
        for one, other, turned in ((left, right, False), (right, left, True)):
            text = folded(other.text)
            for quotation in one.quotations:
                result = edlib.align(
                    folded(quotation.text), text, mode="HW", task="locations", k=len(quotation.text) // 3
                )
                if result["locations"]:
                    start, end = result["locations"][0]
                    spans = quotation.span, Span(start or 0, end + 1)
                    found.append(spans[::-1] if turned else spans)
        return found

    return align


def _text_matcher() -> Engine | None:
    try:
        matcher: Any = importlib.import_module("text_matcher.matcher")
    except ImportError:
        return None

    def match(left: Side, right: Side) -> Spans:
        texts = [matcher.Text(side.text, "", removeStopwords=False) for side in (left, right)]
        with redirect_stdout(StringIO()):
            found = matcher.Matcher(*texts)
            found.match()
        return [
            (Span(*a), Span(*b))
            for a, b in zip(found.locationsA, found.locationsB, strict=False)
            if a[0] < a[1] and b[0] < b[1]
        ]

    return match


def _measured(engine: Engine, left: Side, right: Side, times: int = 3) -> tuple[float, Spans]:
    """The least of a few runs, in ms of CPU time, and what was found."""
    best, found = float("inf"), []
    for _ in range(times):
        start = process_time()
        found = engine(left, right)
        best = min(best, 1000 * (process_time() - start))
    return best, found


def _recall(found: Spans, planted: list[Planted]) -> float:
    return sum(found_by(found, item) for item in planted) / len(planted)


def _one_pair() -> None:
    pairs = [pair(words, seed) for words in (600, 700, 800, 900, 1000) for seed in range(8)]
    times = [_measured(_ours, left, right)[0] for left, right, _ in pairs]
    show([Line("pairs of 600-1,000 words, median", median(times), 2.5, "ms")])
    show([Line("pairs of 600-1,000 words, 95 of 100", quantiles(times, n=20)[-1], 6, "ms")])
    read = [_as_of_an_event(left, right) for left, right, _ in pairs]
    show([Line("the same, both articles of an event and read before, median", median(read), None, "ms")])
    sizes = {5_000: 25.0, 50_000: 250.0}
    taken = {}
    for words, budget in sizes.items():
        left, right, planted = pair(words, 1)
        taken[words], found = _measured(_ours, left, right)
        show([Line(f"{words:,} words", taken[words], budget, "ms")])
        show([Line(f"{words:,} words, recall", _recall(found, planted), None, "")])
    exponent = log(taken[50_000] / taken[5_000]) / log(10)
    show([Line("growth exponent, 5,000 to 50,000 words", exponent, 1.2, "")])
    salt = Side("salt " * 10_000)
    show([Line("10,000 times one word", _measured(_ours, salt, Side("salt " * 9_999 + "rope"))[0], 50, "ms")])


def _side_by_side() -> None:
    engines: list[tuple[str, Engine | None, dict[int, float | None]]] = [
        ("difflib on words", _difflib_words, {600: None, 5_000: None, 50_000: 20}),
        ("difflib on characters", _difflib_characters, {600: 100}),
        ("partial_ratio_alignment of every quotation", _partial_ratio, {600: None, 5_000: None}),
        ("edlib, infix, of every quotation", _edlib(), {600: None, 5_000: None}),
        ("text-matcher", _text_matcher(), {600: 20, 5_000: 20}),
    ]
    base: dict[int, tuple[float, float]] = {}
    for words in (600, 5_000, 50_000):
        left, right, planted = pair(words, 2)
        time, found = _measured(_ours, left, right)
        base[words] = time, _recall(found, planted)
    print(f"  {'':44} {'words':>7} {'CPU ms':>10} {'x ours':>8} {'asked':>6} {'recall':>7} {'ours':>6}")
    for name, engine, asked in engines:
        if engine is None:
            print(f"  {name:44} not installed: left out")
            continue
        for words, ratio in asked.items():
            left, right, planted = pair(words, 2)
            time, found = _measured(engine, left, right, 1 if words > 1000 else 3)
            ours, recall = base[words]
            wanted = "" if ratio is None else f"{ratio:g}"
            print(
                f"  {name:44} {words:7,} {time:10.2f} {time / ours:8.1f} {wanted:>6} "
                f"{_recall(found, planted):7.3f} {recall:6.3f}"
            )


def main(argv: list[str]) -> int:
    """Prints; with `--ours` only our own figures."""
    _one_pair()
    if "--ours" not in argv:
        _side_by_side()
    return 0

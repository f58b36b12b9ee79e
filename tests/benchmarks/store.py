"""What keeping the analyst's work costs: loading and saving a file of 500 records, CPU milliseconds, the median of several."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.articles import Article, article_source
from reviewer.framing import Difference, DifferenceSide, PairKey, Searched, Workspace, anchor_at, new_id
from reviewer.project import Project
from tests.benchmarks.report import Line, show

if TYPE_CHECKING:
    from collections.abc import Callable

RECORDS = 500
RUNS = 7
TEXT = " ".join(f"Sentence number {i} says that the ferry left port {i % 17} late." for i in range(2000))


def _median(call: Callable[[int], object]) -> float:
    times = []
    for run in range(RUNS):
        start = time.process_time()
        call(run)
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def _difference(number: int) -> Difference:
    start = 13 * number
    left = DifferenceSide("present", (anchor_at(TEXT, start, start + 40, role="body"),), ("entman.cause",))
    right = DifferenceSide("absent", searched=Searched((f"query {number}",)))
    return Difference(new_id("fd"), "difference.omission", ("entman.problem",), left, right, note=f"Note {number}.\n")


def main(_options: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        (project.data / "ferry").mkdir(parents=True)
        for name in ("beacon", "ledger"):
            project.article_file("ferry", name).write_text(article_source(Article(name, TEXT, outlet=name)), "utf-8")
        key = PairKey.of("ferry", "beacon", "ledger")
        workspace = Workspace(project, "mira")
        workspace.load(key)
        for number in range(RECORDS):
            workspace.put_difference(key, _difference(number))
        records = workspace.load(key).annotations.differences
        middle = records[RECORDS // 2]
        load = _median(lambda _run: workspace.reload(key))
        edit = _median(lambda run: workspace.put_difference(key, replace(middle, note=f"Edited {run}.\n")))
        add = _median(lambda run: workspace.put_difference(key, _difference(run)))
        undo = _median(lambda _run: workspace.undo())
        workspace.close()
    show(
        [
            Line(f"load a file of {RECORDS} records, anchors verified", load, 100, "ms CPU"),
            Line(f"save one edit into a file of {RECORDS} records", edit, 50, "ms CPU"),
            Line("save a new record", add, 50, "ms CPU"),
            Line("undo it", undo, 50, "ms CPU"),
        ]
    )
    return 0

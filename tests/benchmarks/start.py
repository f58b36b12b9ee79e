"""What starting costs: CPU seconds of whole processes, the median of several, over a bare interpreter."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.report import Line, show

RUNS = 7


def cpu_seconds(*arguments: str) -> float:
    """User and system time of one finished child."""
    before = os.times()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def median_cpu(*arguments: str) -> float:
    return statistics.median(cpu_seconds(*arguments) for _ in range(RUNS))


def main(_options: list[str]) -> int:
    bare = median_cpu("-c", "pass")
    with tempfile.TemporaryDirectory() as folder:
        project = f"{folder}/project"
        subprocess.run([sys.executable, "-m", "reviewer", "init", "--sample", project], capture_output=True, check=True)
        pair = sorted(str(path) for path in Path(project, "data", "harbour-strike").glob("*.md"))[:2]
        show(
            [
                Line("a bare interpreter", bare, None, "s CPU"),
                Line("reviewer --help", median_cpu("-m", "reviewer", "--help"), 0.15, "s CPU"),
                Line("reviewer check SAMPLE", median_cpu("-m", "reviewer", "check", project), None, "s CPU"),
                Line("reviewer quotes ARTICLE", median_cpu("-m", "reviewer", "quotes", *pair[:1]), None, "s CPU"),
                Line("reviewer compare LEFT RIGHT", median_cpu("-m", "reviewer", "compare", *pair), None, "s CPU"),
                Line("import reviewer.comparison", median_cpu("-c", "import reviewer.comparison"), None, "s CPU"),
                Line("import reviewer.tui.app", median_cpu("-c", "import reviewer.tui.app"), None, "s CPU"),
            ]
        )
    return 0

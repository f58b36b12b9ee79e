"""What the screen costs, end to end: the program on a pseudo-terminal with generated articles, CPU time and bytes counted outside it.

Needs /proc (Linux).  A key's cost is all CPU time of the process from before the key until the screen is quiet again.  The package is
compiled beforehand, as installing it does: else each start would compile the modules of the screens anew.
"""

from __future__ import annotations

import compileall
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.report import Line, show
from tests.end_to_end.terminal import KEYS, Terminal

COLUMNS, ROWS = 160, 48
PRESSES = 12  # fewer than a pane has rows: a caret key that also scrolls is a line of its own
OPENINGS = 5  # of the form, after the first
PACKAGE = Path(__file__).parents[2] / "reviewer"
_SYLLABLES = "ba co di fe gu la mo ni pe ru sa te vo wi xa ze".split()


def _prose(words: int, chance: random.Random, shared: Sequence[str]) -> Iterator[str]:
    """Paragraphs of some ninety words with a quotation that another article shares now and then."""
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(4_000)]
    count = 0
    every = max(1, words // 90 // max(1, len(shared)))
    paragraph = 0
    while count < words:
        sentences = []
        for _ in range(6):
            sentence = " ".join(chance.choices(vocabulary, k=15))
            sentences.append(sentence.capitalize() + ".")
            count += 15
        if paragraph % every == 0 and paragraph // every < len(shared):
            sentences.insert(2, f"“{shared[paragraph // every]},” said the port’s speaker.")
        yield " ".join(sentences)
        paragraph += 1


def make_project(root: Path, words: int) -> None:
    """A project of one event with two articles of `words` words that share a quotation every few paragraphs."""
    chance = random.Random(words)
    quotations = [
        " ".join("".join(chance.choices(_SYLLABLES, k=3)) for _ in range(14)) for _ in range(min(200, words // 100))
    ]
    event = root / "data" / "generated"
    event.mkdir(parents=True)
    (root / "annotations").mkdir()
    for seed, outlet in enumerate(("left", "right")):
        text = "\n\n".join(_prose(words, random.Random(seed), quotations))
        front = f"---\noutlet: Outlet {outlet}\ntitle: Generated for {outlet}\npublished: 2031-04-02\n---\n\n"
        (event / f"{outlet}.md").write_text(f"{front}FIRSTWORDS {text}\n", encoding="utf-8")


def cpu_of(pid: int) -> float:
    """User and system seconds of a running process, by its clock: /proc counts in ticks of 10 ms."""
    return time.clock_gettime(~pid << 3 | 2)  # clock_getcpuclockid(3), which Python does not have


def memory_of(pid: int) -> float:
    """Resident megabytes."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def _cost(terminal: Terminal, key: str, presses: int) -> tuple[float, float]:
    """CPU milliseconds and bytes written, for one press of a key."""
    terminal.settle(0.4)
    cpu, written = cpu_of(terminal.pid), len(terminal.raw)
    for _ in range(presses):
        os.write(terminal.master, KEYS.get(key, key).encode())
        terminal.settle(0.08)
    terminal.settle(0.2)
    return (cpu_of(terminal.pid) - cpu) * 1000 / presses, (len(terminal.raw) - written) / presses


def measure(words: int, start_budget: float) -> list[Line]:
    with tempfile.TemporaryDirectory() as folder:
        project, home = Path(folder) / "project", Path(folder) / "home"
        home.mkdir()
        make_project(project, words)
        with Terminal(
            [str(project), "--analyst", "bench"], cwd=project, home=home, columns=COLUMNS, rows=ROWS
        ) as terminal:
            while "FIRSTWORDS" not in terminal.text():
                terminal.read(0.01)
                if terminal.ended():
                    raise RuntimeError(f"the program ended with {terminal.status}:\n{terminal.text()}")
            start = cpu_of(terminal.pid)
            terminal.wait_for(r"\[1 ")
            terminal.settle(1.0, 60)
            opened = cpu_of(terminal.pid)
            name = f"{words:,} words: "
            lines = [
                Line(f"{name}first text", start, start_budget, "s CPU"),
                Line(f"{name}until matches are shown", opened, None, "s CPU"),
            ]
            for what, key, budget, presses in (
                ("caret right", "right", 10, PRESSES),
                ("caret down", "down", 10, PRESSES),
                ("select down", "shift+down", 10, PRESSES),
                ("caret down a long way, both panes scrolling", "down", 10, ROWS),
                ("next match", "n", 50, PRESSES),
                ("page down", "pagedown", 30, PRESSES),
            ):
                terminal.press("escape", "g", "down", "down", "down")
                cpu, written = _cost(terminal, key, presses)
                lines.append(Line(name + what, cpu, budget, "ms CPU"))
                lines.append(Line(f"{name}{what}, written", written / 1000, 2 if budget == 10 else None, "kB"))
            openings = []
            for _ in range(1 + OPENINGS):
                openings.append(_cost(terminal, "a", 1)[0])
                terminal.press("escape")
            lines.append(Line(f"{name}open the form, first", openings[0], 50, "ms CPU"))
            lines.append(Line(f"{name}open the form again", statistics.median(openings[1:]), 50, "ms CPU"))
            lines.append(
                Line(f"{name}resident memory", memory_of(terminal.pid), 100 if words == 100_000 else None, "MB")
            )
            return lines


def main(_options: list[str]) -> int:
    if not Path("/proc/self/stat").exists():
        print("  needs /proc to count CPU time from outside: not here", file=sys.stderr)
        return 0
    compileall.compile_dir(PACKAGE, quiet=1)
    for words, budget in ((2_000, 0.5), (100_000, 1.0)):
        show(measure(words, budget))
    return 0

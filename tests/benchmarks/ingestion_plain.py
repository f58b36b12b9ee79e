"""Plain text of pages: how many a CPU second are cleaned, and what hostile input costs."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from reviewer.articles.page import clean_page
from tests.benchmarks.report import Line, show
from tests.conftest import SHARED

if TYPE_CHECKING:
    from collections.abc import Sequence

RUNS = 3
WORDS = "the port of Norvik stayed closed on Tuesday after talks between harbour workers and employers broke down late".split()
MENU = "Home News Politics Culture Weather Sport Jobs Travel Food Science Letters Archive About Contact Privacy".split()


def invented_pages(count: int) -> list[str]:
    """Whole pages in the proportions of real ones: 120 lines of menus, an article of 20 paragraphs, 20 comments."""
    chance = random.Random(7)
    pages = []
    for _ in range(count):
        paragraphs = [" ".join(chance.choices(WORDS, k=chance.randint(15, 60))).capitalize() + "." for _ in range(20)]
        lines = [f"  • {chance.choice(MENU)} {chance.choice(MENU)}" for _ in range(80)]
        lines += ["Harbour workers of Norvik reject the offer", "", "By Hanne Lund", "", "May 5, 2031", ""]
        lines += [line for paragraph in paragraphs for line in (paragraph, "")]
        for number in range(20):
            lines += [
                f"Guest {number} says:",
                f"May {number + 6}, 2031 at 7:10 pm",
                "",
                "I don't think so, do you?",
                "",
                "Reply",
                "",
            ]
        lines += chance.choices(MENU, k=40)
        pages.append("\n".join(lines))
    return pages


def _pages_a_second(pages: Sequence[str]) -> float:
    best = 0.0
    for _ in range(RUNS):
        start = time.process_time()
        for page in pages:
            clean_page(page)
        best = max(best, len(pages) / (time.process_time() - start))
    return best


def _seconds(text: str) -> float:
    start = time.process_time()
    clean_page(text)
    return time.process_time() - start


def main(_options: list[str]) -> int:
    lines = [Line("plain text, invented whole pages", _pages_a_second(invented_pages(60)), 300, "pages/CPU s")]
    folder = SHARED / "eval" / "ingest" / "plain" / "pages"
    if folder.is_dir():
        pages = [path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*/*.txt"))]
        lines.append(Line("plain text, the pages of ../shared/eval", _pages_a_second(pages), 300, "pages/CPU s"))
    lines += [
        Line("100 kB of one character", _seconds("(" * 100_000), 0.1, "CPU s"),
        Line("one line of 5 MB", _seconds("The ferry stays in the harbour. " * 160_000), None, "CPU s"),
        Line("100,000 lines of signatures", _seconds("Guest says:\n" * 100_000), None, "CPU s"),
    ]
    show(lines)
    return 0

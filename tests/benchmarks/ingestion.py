"""How fast articles come in, and in how much memory: plain pages, HTML beside trafilatura itself, a corpus, a packed one, an import."""

from __future__ import annotations

import gzip
import importlib.util
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.report import Line, show

SHARED = Path(__file__).parent.parent.parent.parent / "shared"
ARTICLES = 100_000
_WORDS = "harbour ferry council water river night mayor report engine bridge winter market school field storm train paper light".split()


def _cpu(work: Callable[[], object]) -> float:
    """The least CPU seconds of three runs."""
    least = float("inf")
    for _ in range(3):
        begun = time.process_time()
        work()
        least = min(least, time.process_time() - begun)
    return least


def _made_page(number: int) -> bytes:
    words = random.Random(number)
    paragraphs = "".join(f"<p>{' '.join(words.choices(_WORDS, k=45)).capitalize()}.</p>\n" for _ in range(14))
    teasers = "".join(f'<li><a href="/{n}">{" ".join(words.choices(_WORDS, k=7))}</a></li>' for n in range(40))
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Report {number} | The Carrow Packet</title></head><body><nav><ul>{teasers}</ul></nav>"
        f"<article><h1>Report {number}</h1>{paragraphs}</article><footer><ul>{teasers}</ul></footer></body></html>"
    ).encode()


def _pages() -> tuple[str, list[bytes]]:
    """The evaluation's pages where they are, made ones otherwise."""
    folder = SHARED / "eval" / "ingest" / "html" / "pages"
    if folder.is_dir():
        return "the evaluation's pages", [
            gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.html.gz"))
        ]
    return "made pages", [_made_page(number) for number in range(60)]


def _html() -> Iterator[Line]:
    import logging

    import trafilatura

    from reviewer.articles.html import extract_page

    logging.disable(logging.CRITICAL)
    what, pages = _pages()
    texts = [page.decode("utf-8", "replace") for page in pages]
    theirs = _cpu(
        lambda: [trafilatura.bare_extraction(text, favor_precision=True, with_metadata=True) for text in texts]
    )
    ours = _cpu(lambda: [extract_page(text) for text in texts])
    yield Line(f"trafilatura alone, {what}", len(pages) / theirs, None, "pages per CPU s")
    yield Line("HTML into articles, the same pages", len(pages) / ours, None, "pages per CPU s")
    yield Line("time over trafilatura's own", ours / theirs, 1.3, "times")


def _write_corpus(path: Path) -> None:
    chance = random.Random(7)
    texts = ["\n\n".join(" ".join(chance.choices(_WORDS, k=80)) for _ in range(8)) for _ in range(50)]
    with path.open("wb") as corpus:
        for number in range(ARTICLES):
            line = {
                "id": f"a{number}",
                "outlet": "Packet",
                "title": f"Report {number}",
                "published": "2031-05-06",
                "text": texts[number % 50],
            }
            corpus.write(json.dumps(line).encode() + b"\n")
    with path.open("rb") as corpus, gzip.open(f"{path}.gz", "wb", compresslevel=1) as packed:
        shutil.copyfileobj(corpus, packed)


_CHILD = """
import resource, sys, time
from pathlib import Path
from reviewer.articles import read_sources
begun = time.process_time()
count = sum(1 for _ in read_sources([sys.argv[1]]))
taken = time.process_time() - begun
status = Path("/proc/self/status")
if status.exists():  # what getrusage tells of a child includes what its parent held when it was forked
    peak = next(float(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(count, taken, peak / 1024)
"""


def _corpora(folder: Path) -> Iterator[Line]:
    _write_corpus(folder / "corpus.jsonl")
    for name in ("corpus.jsonl", "corpus.jsonl.gz"):
        path = folder / name
        told = subprocess.run(
            [sys.executable, "-c", _CHILD, path], capture_output=True, text=True, check=True
        ).stdout.split()
        yield Line(f"{int(told[0]):,} articles, {name}", int(told[0]) / float(told[1]), None, "articles per CPU s")
        yield Line(f"{int(told[0]):,} articles, {name}: memory", float(told[2]), 100, "MB")


def _import(folder: Path) -> Iterator[Line]:
    from reviewer.articles.importing import import_sources
    from reviewer.project import Project

    for number in range(100):
        (folder / f"{number}.html").write_bytes(_made_page(number))
    (folder / "project" / "data").mkdir(parents=True)
    project = Project(folder / "project")
    pages = sorted(folder.glob("*.html"))
    begun = time.process_time()
    made = sum(1 for _ in import_sources(project, pages, event="benchmark"))
    yield Line("pages into a project, originals kept", made / (time.process_time() - begun), None, "pages per CPU s")


def main(arguments: list[str]) -> int:
    if importlib.util.find_spec("tests.benchmarks.ingestion_plain") is not None:
        importlib.import_module("tests.benchmarks.ingestion_plain").main(arguments)
    show(_html())
    with tempfile.TemporaryDirectory() as folder:
        show(_corpora(Path(folder)))
        show(_import(Path(folder)))
    return 0

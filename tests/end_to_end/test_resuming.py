"""An import killed at any time is finished by running it again: nothing doubled, nothing lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from reviewer.articles import load_article
from reviewer.project import Project

RECORDS = 600


def _command(corpus: Path, root: Path) -> list[str]:
    return [sys.executable, "-m", "reviewer", "import", str(corpus), "--event", "flood", "--project", str(root)]


def test_a_killed_import_is_finished_by_running_it_again(tmp_path: Path) -> None:
    corpus, root = tmp_path / "corpus.jsonl", tmp_path / "project"
    texts = [
        f"Gauge {number} stood at {number * 7 % 400} centimetres when the sirens went." for number in range(RECORDS)
    ]
    corpus.write_text(
        "".join(
            json.dumps({"outlet": f"Post {number % 9}", "title": f"Gauge {number}", "text": text}) + "\n"
            for number, text in enumerate(texts)
        )
    )
    (root / "data").mkdir(parents=True)
    (root / "annotations").mkdir()
    project = Project(root)
    first = subprocess.Popen(_command(corpus, root), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while len(project.article_ids("flood")) < RECORDS // 10 and first.poll() is None:
        assert time.monotonic() < deadline, "the import does not come on"
        time.sleep(0.01)
    os.kill(first.pid, signal.SIGKILL)
    assert first.wait() == -signal.SIGKILL, "it was done before it could be killed"
    there = len(project.article_ids("flood"))
    assert RECORDS // 10 <= there < RECORDS
    again = subprocess.run(_command(corpus, root), capture_output=True, text=True, timeout=120, check=True)
    told = again.stderr.splitlines()[-1]
    assert told in (
        f"{RECORDS - there} new · {there} unchanged (there already)",
        f"{RECORDS - there + 1} new · {there - 1} unchanged (there already)",
    )
    made = [load_article(project.article_file("flood", name)) for name in project.article_ids("flood")]
    assert sorted(article.text for article in made) == sorted(f"{text}\n" for text in texts)
    originals = {path.name for path in project.originals("flood").iterdir() if not path.name.startswith(".")}
    assert originals == {Path(str(article.source)).name for article in made}
    assert not list(project.event_folder("flood").glob("revisions/*"))

"""An import that is killed, or finds the disk full, at any of its writes: nothing is lost, and running it again ends it.

Done to new articles and to a revision of one that is annotated, by the program itself in a child that dies at its n-th call.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer import cli
from reviewer.articles import load_article
from reviewer.framing import PairKey, Workspace
from reviewer.project import Project

EVENT, PAIR = "harbour-strike", ("courier", "tribune")

CUTTING = r"""
import errno, os, shutil, sys
from pathlib import Path
from reviewer import cli

how, start, corpus = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
real = {name: getattr(os, name) for name in ("open", "write", "fsync", "replace", "mkdir")}

def cut(root, at):
    calls = 0
    def wrapped(name):
        def call(*args, **kwargs):
            nonlocal calls
            if name != "open" or args[1] & os.O_CREAT:
                calls += str(root) in str(args[0]) or isinstance(args[0], int) and args[0] > 2
            if calls == at and how == "kill":
                if name == "write":
                    real["write"](args[0], args[1][: len(args[1]) // 2])
                os._exit(9)
            if calls >= at and how == "full" and name in ("write", "fsync", "mkdir"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(args[0]))
            return real[name](*args, **kwargs)
        return call
    for name in real:
        setattr(os, name, wrapped(name))

for at in range(1, 200):
    root = start.with_name(f"cut-{at}")
    shutil.copytree(start, root)
    child = os.fork()
    if child == 0:
        said = real["open"](str(root.with_suffix(".said")), os.O_WRONLY | os.O_CREAT)
        os.dup2(said, 2)
        cut(root, at)
        code = cli.run(["import", corpus, "--event", "harbour-strike", "--project", str(root), "--format", "jsonl"])
        sys.stderr.flush()
        os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(at, code, flush=True)
    if code == 0:
        break
"""


def corpus_of(project: Project, path: Path, kind: str) -> Path:
    """Two new articles, or a changed text of one that is annotated."""
    records: list[dict[str, str | None]] = [
        {"outlet": "Quay Post", "title": f"Tugs stay in, day {day}", "text": f"Day {day}: no tug left the basin."}
        for day in (1, 2)
    ]
    if kind == "revision":
        old = load_article(project.article_file(EVENT, "tribune"))
        records = [{"outlet": old.outlet, "title": old.title, "text": f"A new first line.\n\n{old.text}"}]
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return path


def texts(project: Project) -> dict[str, bytes]:
    """Articles, originals and earlier texts by name."""
    folder = project.event_folder(EVENT)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".tmp")
    }


def held(project: Project) -> dict[str, tuple[list[str], bool]]:
    """Of each analyst's file on the pair: its records, and whether the words of all are found or their new place is proposed."""
    found = {}
    for analyst in ("jonas", "mira"):
        work = Workspace(project, analyst)
        loaded = work.load(PairKey(EVENT, *PAIR))
        work.close()
        records = [one.id for one in loaded.annotations.differences] + [one.id for one in loaded.annotations.verdicts]
        found[analyst] = (records, all(check.status != "orphan" for check in loaded.checks.values()))
    return found


@pytest.mark.parametrize("kind", ["new articles", "revision"])
@pytest.mark.parametrize("how", ["kill", "full"])
def test_an_import_cut_off_at_any_call_loses_nothing_and_is_ended_by_running_it_again(
    sample: Path, tmp_path: Path, how: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = corpus_of(Project(sample), tmp_path / "corpus.jsonl", kind)
    before = texts(Project(sample))
    done = subprocess.run(
        [sys.executable, "-c", CUTTING, how, str(sample), str(corpus)], capture_output=True, text=True, check=True
    )
    outcomes = [tuple(map(int, line.split())) for line in done.stdout.splitlines() if line[0].isdigit()]
    assert outcomes[-1][1] == 0
    assert len(outcomes) > 12
    assert {code for _, code in outcomes[:-1]} == {9 if how == "kill" else 1}
    whole = Project(tmp_path / f"cut-{outcomes[-1][0]}")
    for at, _ in outcomes[:-1]:
        project = Project(tmp_path / f"cut-{at}")
        said = (tmp_path / f"cut-{at}.said").read_text().splitlines()
        assert "Traceback" not in said
        if how == "full":
            assert sum("No space left on device" in line for line in said) == 1, said
        for name in project.article_ids(EVENT):
            assert load_article(project.article_file(EVENT, name)).text
        stored = texts(project).values()
        assert all(data in stored for name, data in before.items() if name.endswith((".md", ".txt", ".html")))
        assert cli.run(["import", str(corpus), "--event", EVENT, "--project", str(project.root)]) == 0
        assert texts(project) == texts(whole)
        assert held(project) == held(whole)
        assert all(records and found for records, found in held(project).values())
    capsys.readouterr()

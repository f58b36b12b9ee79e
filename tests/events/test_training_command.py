"""`python -m reviewer.events.train`: what it takes, what it writes, what it complains of."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from reviewer.errors import ReviewerError
from reviewer.events.likeness import EVIDENCE
from reviewer.events.train import fewest, main, read
from tests.events.test_training import invented

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Calls the command; gives the exit code and what it printed on both streams."""
    monkeypatch.chdir(tmp_path)

    def called(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["train", "--output", "learned.json", *arguments])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        return code, *capsys.readouterr()

    return called


def records(seed: int = 6) -> list[dict[str, Any]]:
    articles, events = invented(seed)
    keys = ("id", "text", "outlet", "title", "published")
    return [{key: asdict(each)[key] for key in keys} | {"event": events[each.id]} for each in articles]


def written(path: Path, lines: list[dict[str, Any]]) -> str:
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(path)


def test_the_command_writes_what_it_learned_and_prints_what_it_reached(run: Run, tmp_path: Path) -> None:
    code, out, err = run(written(tmp_path / "pool.jsonl", records()), "--folds", "2")
    assert (code, err) == (0, "")
    assert out.startswith("pool: pair F1 ")
    learned = json.loads((tmp_path / "learned.json").read_text(encoding="utf-8"))
    assert set(learned) == {"weights", "constant", "threshold"}
    assert tuple(learned["weights"]) == EVIDENCE


def test_a_pool_that_counts_more_draws_the_weights_to_itself(run: Run, tmp_path: Path) -> None:
    one, other = (written(tmp_path / f"{seed}.jsonl", records(seed)) for seed in (7, 8))

    def learned(*arguments: str) -> Any:
        assert run(*arguments, "--folds", "0")[0] == 0
        return json.loads((tmp_path / "learned.json").read_text(encoding="utf-8"))

    assert learned(one, other) == learned(one, other, "--weigh", "1,1")
    assert learned(one, other, "--weigh", "1000,0.001")["constant"] != learned(one, other)["constant"]


def test_a_pool_is_read_as_the_commands_read_a_corpus(tmp_path: Path) -> None:
    lines = records()
    for each in lines:
        each["headline"] = each.pop("title")
    table = tmp_path / "pool.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    listed = tmp_path / "pool.json"
    listed.write_text(json.dumps({"articles": lines}), encoding="utf-8")
    expected = read(Path(written(tmp_path / "pool.jsonl", lines)))
    assert read(table) == read(listed) == expected
    assert [(each.event, each.article.title) for each in expected] == [(r["event"], r["headline"]) for r in lines]


def test_pools_of_two_to_five_are_learned_from_with_and_without_dates_and_titles(tmp_path: Path) -> None:
    known = read(Path(written(tmp_path / "pool.jsonl", records())))
    few = fewest(known)
    assert sorted(each.article.id for group in few for each in group) == sorted(each.article.id for each in known)
    assert max(map(len, few)) <= 5
    assert any(len({each.event for each in group}) > 1 for group in few)
    assert any(len({each.event for each in group}) < len(group) for group in few)
    with_both = {(each.article.published is None, each.article.title is None) for group in few for each in group}
    assert with_both == {(False, False), (False, True), (True, False), (True, True)}
    assert all(len({each.article.title is None for each in group}) == 1 for group in few)


def test_articles_nobody_is_sure_of_are_read(tmp_path: Path) -> None:
    first, *others = records()
    read_back = read(Path(written(tmp_path / "pool.jsonl", [{**first, "unsure": ["1-0", "1-1"]}, *others])))
    assert [each.unsure for each in read_back[:2]] == [("1-0", "1-1"), ()]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"event": None}, 'pool.jsonl:2: no "event" that it tells of'),
        ({"event": ["a"]}, 'pool.jsonl:2: no "event" that it tells of'),
        ({"unsure": "0-0"}, 'pool.jsonl:2: "unsure" is no list of ids'),
        ({"id": "0-0"}, "pool.jsonl:2: another article has the id '0-0'"),
        ({"text": ""}, "pool.jsonl:2: no text in 'text'"),
    ],
)
def test_a_line_that_is_no_article_of_a_known_event_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], what: str
) -> None:
    monkeypatch.chdir(tmp_path)
    first, second, *others = records()
    written(tmp_path / "pool.jsonl", [first, second | change, *others])
    with pytest.raises(ReviewerError) as refused:
        read(Path("pool.jsonl"))
    assert str(refused.value) == what


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["none.jsonl"], "none.jsonl: no such file"),
        (["broken.jsonl"], "broken.jsonl:1: not JSON"),
        (["pool.jsonl", "--weigh", "much"], "--weigh takes numbers above 0, with commas between them, not 'much'"),
        (["pool.jsonl", "--weigh", "0"], "--weigh takes numbers above 0, with commas between them, not '0'"),
        (["pool.jsonl", "--weigh", "nan"], "--weigh takes numbers above 0, with commas between them, not 'nan'"),
        (["pool.jsonl", "--weigh", "1,2"], "--weigh has 2 numbers for 1 pools; give one for each"),
        (["pool.jsonl", "--folds", "1"], "--folds takes 0 or at least 2, not 1"),
        (["alone.jsonl"], "alone.jsonl: fewer than two articles; there is nothing to compare"),
        (["apart.jsonl"], "too little to learn from; "),
        (["pool.jsonl", "--output", "nowhere/weights.json"], "nowhere: no such folder"),
    ],
)
def test_what_cannot_be_learned_from_is_one_line_and_exit_code_2(
    run: Run, tmp_path: Path, arguments: list[str], what: str
) -> None:
    lines = records()
    written(tmp_path / "pool.jsonl", lines)
    written(tmp_path / "alone.jsonl", lines[:1])
    written(tmp_path / "apart.jsonl", [each | {"event": each["id"]} for each in lines])
    (tmp_path / "broken.jsonl").write_text("{]\n", encoding="utf-8")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"python -m reviewer.events.train: {what}")
    assert err.count("\n") == 1
    assert not (tmp_path / "learned.json").exists()

"""The annotations as rows that a spreadsheet can be trusted with."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles import Article
from reviewer.exchange import AGREEMENT_COLUMNS, COLUMNS, VERDICT_COLUMNS, csv_lines, json_lines, rows, verdict_rows
from reviewer.exchange.rows import spreadsheet_safe
from reviewer.framing import (
    Difference,
    DifferenceSide,
    PairAnnotations,
    Rejected,
    Searched,
    SourceRef,
    Verdict,
    anchor_at,
)
from tests.conftest import ROOT
from tests.growth import assert_in_proportion

LEFT = Article(
    "beacon", "The ferry stopped. Nobody was hurt.", outlet="The Beacon", published="2031-05-01", title="Ferry stops"
)
RIGHT = Article("ledger", "Shares fell after the ferry stopped.", outlet="The Ledger")


def annotated(note: str = "") -> PairAnnotations:
    omission = Difference(
        id="fd-aaaaaaaaaa",
        type="difference.omission",
        codes=("generic.human-interest", "entman.problem"),
        left=DifferenceSide(
            "present",
            (anchor_at(LEFT.text, 19, 35, role="body"), anchor_at("Ferry stops", 0, 5, role="headline", place="title")),
            ("generic.economic",),
        ),
        right=DifferenceSide("absent", searched=Searched(("hurt", "injured"), Rejected(41, "fell", 7, 11))),
        note=note,
        salience=3,
    )
    refs = SourceRef("beacon", LEFT.sha256), SourceRef("ledger", RIGHT.sha256)
    return PairAnnotations("ferry", "mira", *refs, differences=(omission,))


def test_a_difference_gives_one_row_an_anchor_and_one_for_an_absent_side() -> None:
    found = list(rows(annotated(), {"beacon": LEFT, "ledger": RIGHT}))
    assert [(row["side"], row["state"], row["anchor"], row["exact"]) for row in found] == [
        ("left", "present", 1, "Nobody was hurt."),
        ("left", "present", 2, "Ferry"),
        ("right", "absent", None, None),
    ]
    assert [row["outlet"] for row in found] == ["The Beacon", "The Beacon", "The Ledger"]
    assert found[1]["place"] == "title"
    assert (found[2]["queries"], found[2]["best_score"], found[2]["best_exact"]) == ("hurt | injured", 41, "fell")
    assert all(tuple(row) == COLUMNS for row in found)


def test_rows_survive_without_their_articles() -> None:
    assert {row["outlet"] for row in rows(annotated(), {})} == {None}


def judged(relation: str = "reworded", speaker: str | None = "=Ada Holm") -> PairAnnotations:
    stopped = Verdict(
        "m-aaaaaaaaaa",
        "rejected",
        "mixed",
        relation,
        (anchor_at(LEFT.text, 0, 17, role="lede"),),
        (anchor_at(RIGHT.text, 0, 11), anchor_at(RIGHT.text, 18, 35)),
        ("speaker", "cue"),
        (speaker, None),
    )
    return replace(annotated(), verdicts=(stopped,), done=True)


def test_a_verdict_gives_one_row_a_side_and_anchor() -> None:
    found = list(verdict_rows(judged(), {"beacon": LEFT, "ledger": RIGHT}))
    assert [(row["side"], row["anchor"], row["exact"], row["speaker"]) for row in found] == [
        ("left", 1, "The ferry stopped", "=Ada Holm"),
        ("right", 1, "Shares fell", None),
        ("right", 2, "the ferry stopped", None),
    ]
    assert {(row["match"], row["verdict"], row["kind"], row["relation"], row["flags"]) for row in found} == {
        ("m-aaaaaaaaaa", "rejected", "mixed", "reworded", "speaker cue")
    }
    assert [(row["article"], row["outlet"], row["done"]) for row in found][::2] == [
        ("beacon", "The Beacon", True),
        ("ledger", "The Ledger", True),
    ]
    assert all(tuple(row) == VERDICT_COLUMNS for row in found)
    assert [row["difference"] for row in rows(judged(), {})] == ["fd-aaaaaaaaaa"] * 3, "the others are as they were"


def test_verdicts_too_are_safe_in_a_spreadsheet_and_whole_in_json() -> None:
    found = list(verdict_rows(judged(), {}))
    (first, *_) = csv.DictReader(io.StringIO("".join(csv_lines(found, columns=VERDICT_COLUMNS)), newline=""))
    assert first["speaker"] == "'=Ada Holm"
    assert tuple(first) == VERDICT_COLUMNS
    assert [json.loads(line) for line in json_lines(found)] == found


@given(st.text())
def test_raw_csv_gives_every_speaker_back(name: str) -> None:
    name = name.replace("\r", "").replace("\x00", "")
    lines = "".join(csv_lines(verdict_rows(judged(speaker=name), {}), raw=True, columns=VERDICT_COLUMNS))
    assert {row["speaker"] for row in csv.DictReader(io.StringIO(lines, newline=""))} == {name, ""}


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("  =cmd", "'  =cmd"),
        ("\u00a0@sum", "'\u00a0@sum"),
        ("first\n+second", "first\n'+second"),
        ("\tx", "'\tx"),
        ("-3 per cent", "'-3 per cent"),
        ("＝x", "'＝x"),
        ("a - b = c", "a - b = c"),
        (7, 7),
        (None, None),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str | int | None, safe: str | int | None) -> None:
    assert spreadsheet_safe(cell) == safe


@given(st.text())
def test_raw_csv_gives_every_note_back(note: str) -> None:
    note = note.replace("\r", "").replace("\x00", "")
    lines = "".join(csv_lines(rows(annotated(note), {}), raw=True))
    assert {row["note"] for row in csv.DictReader(io.StringIO(lines, newline=""))} == {note}


@given(st.text(alphabet="=+-@ \t\r\n\u00a0a'\"", max_size=40))
def test_no_line_of_a_safe_cell_starts_a_formula(note: str) -> None:
    safe = spreadsheet_safe(note)
    assert isinstance(safe, str)
    assert not any(
        line.strip(" \t\u00a0").startswith(("=", "+", "-", "@")) for line in safe.replace("\r", "\n").split("\n")
    )


@pytest.mark.parametrize("run", ["\n", " ", "\t", "=", "\r"])
def test_a_hostile_run_takes_linear_time(run: str) -> None:
    assert_in_proportion(lambda size: spreadsheet_safe(run * size), 100_000)


def test_the_readme_names_every_column() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [column for column in (*COLUMNS, *VERDICT_COLUMNS, *AGREEMENT_COLUMNS) if f"`{column}`" not in readme] == []

"""Tables for people: no line wider than the terminal, and room for what is to be read."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from reviewer.exchange.tables import COMPARE_TABLE, IMPORT_TABLE, Table, utterances_table

_CELL = st.text(st.characters(codec="utf-8"), max_size=40)


@given(st.lists(st.tuples(_CELL, _CELL, _CELL), min_size=1, max_size=5), st.integers(30, 90))
def test_no_line_is_wider_than_asked(rows: list[tuple[str, str, str]], width: int) -> None:
    table = Table(["one", "two", "three"], lambda _: [], (0, -1))
    assert all(wcswidth(line) <= width for line in table.lines(rows, width=width))


def test_a_column_of_text_keeps_two_fifths_of_the_width() -> None:
    table = Table(["name", "role", "words"], lambda _: [])
    (_, line) = table.lines([["n" * 60, "r" * 60, "w" * 60]], width=104)
    assert [len(cell) for cell in line.split("  ")] == [30, 30, 40]


def test_what_needs_no_room_leaves_it_to_the_others() -> None:
    table = Table(["name", "role", "words"], lambda _: [])
    (_, line) = table.lines([["n" * 60, "r", "w" * 10]], width=104)
    assert line == f"{'n' * 60}  r     {'w' * 10}"


def test_a_path_is_never_cut() -> None:
    table = Table(["title", "file"], lambda _: [], (0,), whole=-1)
    (_, line) = table.lines([["t" * 60, "f" * 60]], width=120)
    assert line == f"{'t' * 60}  {'f' * 60}"
    (_, line) = table.lines([["t" * 60, "f" * 60]], width=60)
    assert line == f"{'t' * 57}…  {'f' * 60}"


def test_both_sides_of_a_match_have_the_same_room() -> None:
    record = {
        "matches": [
            {
                "kind": "quote",
                "relation": "reworded",
                "flags": [],
                "speakers": {"left": "Dana Marsh", "right": None},
                "left": {"text": "l" * 90},
                "right": {"text": "r" * 90},
            }
        ]
    }
    (_, line) = COMPARE_TABLE.lines(list(COMPARE_TABLE.cells(record)), width=120)
    *_, left, right = line.split()
    assert len(left) == len(right) > 30


def test_an_utterance_stands_beside_what_each_outlet_made_of_it() -> None:
    table = utterances_table({"courier-1": "Courier", "tribune-1": "Tribune", "ledger-1": "Ledger"}, width=80)
    record: dict[str, Any] = {
        "speaker": "Dana Marsh",
        "text": "The gate stays shut",
        "variants": [
            {"article": "courier-1", "relation": None, "flags": []},
            {"article": "ledger-1", "relation": "reworded", "flags": [{"flag": "number"}, {"flag": "negation"}]},
        ],
    }
    assert list(table.header) == ["speaker", "utterance", "Courier", "Tribune", "Ledger"]
    assert list(table.cells(record)) == [
        ["Dana Marsh", "The gate stays shut", "fullest", "–", "⚑ negation number, reworded"]
    ]


def test_a_cell_hides_no_flag_of_any_variant_that_an_outlet_has() -> None:
    table = utterances_table({"courier-1": "Courier", "tribune-1": "Tribune"}, width=80)
    record: dict[str, Any] = {
        "speaker": None,
        "text": "The gate stays shut",
        "variants": [
            {"article": "courier-1", "relation": None, "flags": []},
            {"article": "tribune-1", "relation": "reworded", "flags": [{"flag": "negation"}, {"flag": "speaker"}]},
            {"article": "tribune-1", "relation": "unquoted", "flags": [{"flag": "negation"}, {"flag": "number"}]},
        ],
    }
    assert list(table.cells(record)) == [
        ["?", "The gate stays shut", "fullest", "⚑ negation number speaker, reworded"],
    ]


def test_of_many_outlets_those_that_have_an_utterance_stand_below_each_other() -> None:
    outlets = {f"paper-{number}": f"Paper {number}" for number in range(20)}
    record: dict[str, Any] = {
        "speaker": "Dana Marsh",
        "text": "The gate stays shut",
        "variants": [
            {"article": "paper-3", "relation": None, "flags": []},
            {"article": "paper-7", "relation": "reworded", "flags": [{"flag": "negation"}]},
            {"article": "paper-7", "relation": "unquoted", "flags": []},
        ],
        "absent": [name for name in outlets if name not in ("paper-3", "paper-7")],
    }
    table = utterances_table(outlets, width=120)
    lines = list(table.lines(list(table.cells(record)), width=80))
    assert lines == [
        "speaker     utterance            outlet         how",
        "Dana Marsh  The gate stays shut  Paper 3        fullest",
        "                                 Paper 7        ⚑ negation, reworded",
        "                                 18 without it  –",
    ]
    assert list(utterances_table(outlets, width=400).header)[2:] == list(outlets.values())


def test_an_import_shows_whole_days_beside_a_long_path() -> None:
    record = {
        "outlet": "The Harbour Courier",
        "published": "2031-04-02T08:30:00+02:00",
        "byline": "Mina Okkel",
        "title": "Port closed after talks broke down",
        "text": "x" * 1234,
        "status": "new",
        "source": "in.html",
        "path": "press/data/harbour-strike/the-harbour-courier-port-closed-after-talks-broke-down.md",
    }
    header, line = IMPORT_TABLE.lines(list(IMPORT_TABLE.cells(record)), width=80)
    assert "  2031-04-02  " in line
    assert line.endswith(record["path"])
    assert "…" not in header

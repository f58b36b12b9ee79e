"""Clusters: none is split, none is wider or narrower than the screen library and the terminal take it to be."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from rich.cells import cell_len

from reviewer.text import displayable
from reviewer.text.graphemes import (
    appearance,
    cluster_at,
    narrow_until,
    next_boundary,
    pieces,
    previous_boundary,
    wide_until,
)
from tests.text.strategies import any_texts


def _lines(text: str) -> list[tuple[int, int]]:
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


@given(any_texts)
def test_pieces_cover_every_code_point_once_and_know_their_width(text: str) -> None:
    for start, end in _lines(text):
        at = start
        for piece in pieces(text, start, end, 7):
            assert piece.start == at
            assert piece.end > at
            assert piece.cells == cell_len(piece.shown) > 0
            if piece.step:
                assert piece.cells == piece.step * (piece.end - piece.start)
                assert len(piece.shown) == piece.end - piece.start
            at = piece.end
        assert at == end


@given(any_texts)
def test_pieces_from_any_boundary_on_are_the_same(text: str) -> None:
    for start, end in _lines(text):
        bounds = [start, end]
        for piece in pieces(text, start, end):
            bounds += range(piece.start, piece.end) if piece.step else [piece.start]
        for bound in set(bounds):
            again = {bound, end}
            for piece in pieces(text, bound, end, 3):
                again |= set(range(piece.start, piece.end)) if piece.step else {piece.start}
            assert again == {b for b in bounds if b >= bound}


@given(any_texts)
def test_boundaries_there_and_back_are_the_same(text: str) -> None:
    there = [0]
    while there[-1] < len(text):
        there.append(next_boundary(text, there[-1]))
        assert there[-1] > there[-2]
    back = [len(text)]
    while back[-1] > 0:
        back.append(previous_boundary(text, back[-1]))
        assert back[-1] < back[-2]
    assert there == back[::-1]
    assert all(cluster_at(text, b)[0] == b for b in there)


@given(any_texts)
def test_what_is_shown_of_a_cluster_is_displayable_and_one_line(text: str) -> None:
    for start, end in _lines(text):
        for piece in pieces(text, start, end):
            assert displayable(piece.shown, one_line=True) == piece.shown


def test_every_code_point_alone_is_as_wide_as_the_screen_library_says() -> None:
    wrong = []
    for code in range(0x110000):
        character = chr(code)
        shown, cells = appearance(character)
        if cells != cell_len(shown) or cells < 1:
            wrong.append(hex(code))
    assert not wrong


def test_plain_runs_hold_only_code_points_that_stand_alone() -> None:
    from wcwidth import wcwidth

    for code in range(0x10000):
        character = chr(code)
        is_narrow, is_wide = narrow_until(character, 0, 1) == 1, wide_until(character, 0, 1) == 1
        if is_narrow or is_wide:
            assert wcwidth(character) == cell_len(character) == (1 if is_narrow else 2), hex(code)
            assert unicodedata.category(character)[0] not in "MC", hex(code)
            assert displayable(character) == character


@pytest.mark.parametrize(
    ("cluster", "shown", "cells"),
    [
        ("👨\u200d👩\u200d👧", "👨⁺", 3),
        ("👋🏽", "👋⁺", 3),
        ("☎\ufe0f", "☎", 1),
        ("1\ufe0f\u20e3", "1\u20e3", 1),
        ("🇫🇷", "⚑FR", 3),
        ("🇫", "⚑F", 2),
        ("e\u0301", "e\u0301", 1),
        ("e" + "\u0301" * 500, "e\u0301\u0301\u0301\u0301⁺", 2),
        ("\u0301", "◌\u0301", 1),
        ("\t", "    ", 4),
        ("\x1b", "␛", 1),
        ("\u202e", "⇚", 1),
        ("中", "中", 2),
        ("\ud800", "�", 1),
    ],
)
def test_a_cluster_is_shown_at_a_width_no_terminal_disputes(cluster: str, shown: str, cells: int) -> None:
    assert appearance(cluster) == (shown, cells)


def test_a_caret_steps_over_a_whole_family() -> None:
    text = "a👨\u200d👩\u200d👧b"
    assert next_boundary(text, 1) == 6
    assert previous_boundary(text, 6) == 1
    assert cluster_at(text, 3) == (1, 6)


def test_plain_prose_needs_no_width_tables() -> None:
    script = (
        "import sys; from reviewer.text.wrapping import wrap\n"
        "layout = wrap('“Plain — prose,” said Ångström’s café; Привет, κόσμε.', 20)\n"
        "assert all(layout.placed(row) for row in range(layout.rows))\n"
        "assert 'wcwidth' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)

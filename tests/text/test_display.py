"""What reaches the terminal: nothing it could act on, code point for code point."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from reviewer.text import displayable, hidden_count
from tests.text.strategies import any_texts

VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")


def test_no_code_point_that_acts_or_hides_is_left() -> None:
    everything = "".join(map(chr, range(0x110000)))
    shown = displayable(everything)
    assert len(shown) == 0x110000
    kinds = {unicodedata.category(character) for character in set(shown) - VISIBLE_FORMATS if character not in "\t\n"}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@given(any_texts)
def test_every_code_point_keeps_its_offset(text: str) -> None:
    assert len(displayable(text)) == len(text)
    assert len(displayable(text, one_line=True)) == len(text)


@given(any_texts)
def test_what_is_displayable_stays_as_it_is(text: str) -> None:
    shown = displayable(text)
    assert displayable(shown) == shown
    assert hidden_count(shown) == 0
    assert hidden_count(text) == sum(a != b for a, b in zip(text, shown, strict=True))


@given(any_texts)
def test_a_single_line_holds_neither_feeds_nor_tabs(text: str) -> None:
    assert not set(displayable(text, one_line=True)) & {"\n", "\t", "\r"}


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x1b]52;c;eHg=\x07", "␛]52;c;eHg=␇"),
        ("\x9b31m", "�31m"),
        ("off\u202eno", "off⇚no"),
        ("a\u200bb", "a·b"),
        ("\x7f", "␡"),
        ("[sic] [his] [/]", "[sic] [his] [/]"),
        ("“café” — 中文 🙂", "“café” — 中文 🙂"),
    ],
)
def test_controls_become_marks_and_brackets_stay(raw: str, shown: str) -> None:
    assert displayable(raw) == shown

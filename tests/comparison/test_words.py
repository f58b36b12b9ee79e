"""The words of a text and where its sentences begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.comparison.words import LONG, key, words_of

_SLOW = re.compile(r"\[[^\W\d_]\][^\W\d_]+|[$€£¥%]|\w+(?:['’‘][^\W\d_]+|['’‘.,]\d+|(?<=\b[^\W\d_])['’‘.,][^\W\d_]\b)*")
_PIECES = [*"abAé17_ \n\t\r\u00a0\u2028.,'’‘“”«\"()[]$%-–—!?…:;&/", ". ", "U.S. ", "3.5", "1,400 ", "[W]ill ", "don’t "]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("It rained. Mr. Roe left. He sang.", ["it", "mr", "he"]),
        ("It rained on J. R. Roe. Sen. Roe left!", ["it", "sen"]),
        ("It rained on Sept. 20. The U.S. Navy left. He sang.", ["it", "the", "he"]),
        ("So did I. He sang.", ["so", "he"]),
        ("It rained at 3.5 degrees. “Stay!” he said.", ["it", "stay"]),
        ("It rained\nall day.\n\nthe end", ["it", "all", "the"]),
    ],
)
def test_a_sentence_begins_behind_the_end_of_one_and_not_behind_a_shortened_title(
    text: str, opening: list[str]
) -> None:
    words = words_of(text)
    assert [words.keys[at] for at in words.sentences] == opening


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_words_are_those_of_a_slow_and_obvious_reading_letter_by_letter(text: str) -> None:
    words = words_of(text)
    found = list(_SLOW.finditer(text))
    assert list(zip(words.starts, words.ends, strict=True)) == [match.span() for match in found]
    assert words.keys == [key(match[0]) for match in found]


@pytest.mark.parametrize("words", [10, LONG])
def test_a_long_text_is_read_as_a_short_one(words: int) -> None:
    text = "It costs $40, “she’d said”. " * words
    read = words_of(text)
    assert read.keys == ["it", "costs", "$", "40", "she'd", "said"] * words
    assert [text[start:end] for start, end in zip(read.starts, read.ends, strict=True)][-4:] == [
        "$",
        "40",
        "she’d",
        "said",
    ]
    assert read.sentences == list(range(0, 6 * words, 6))


def test_words_in_japanese_are_read_beside_others_sign_by_sign() -> None:
    assert words_of("Kawaの市 costs $5").keys == ["kawa", "の", "市", "costs", "$", "5"]


def test_a_text_said_to_be_english_has_one_spelling_and_any_other_its_own() -> None:
    assert words_of("The colour of labour", "en").keys == ["the", "color", "of", "labor"]
    assert words_of("The colour of labour").keys == ["the", "colour", "of", "labour"]

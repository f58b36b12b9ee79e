"""Paragraphs, sentences, words."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text import Span, displayable, paragraphs, sentences, words
from tests.growth import assert_in_proportion
from tests.text.strategies import any_texts


@given(any_texts)
def test_paragraphs_hold_all_that_is_visible(text: str) -> None:
    covered = {i for span in paragraphs(text) for i in range(span.start, span.end)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())
    for span in paragraphs(text):
        assert span.of(text) == span.of(text).strip()
        assert "\n" not in span.of(text)


@given(any_texts, st.data())
def test_sentences_hold_all_that_is_visible_and_never_overlap(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = sentences(text, start, end)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for span in found for i in range(span.start, span.end)}
    assert covered <= set(range(start, end))
    assert all(i in covered for i in range(start, end) if not text[i].isspace())


@given(any_texts)
def test_words_are_in_order_and_hold_letters(text: str) -> None:
    found = list(words(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(re.search(r"\w", span.of(text)) for span in found)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("It rained. Nobody left.", ["It rained.", "Nobody left."]),
        ("Mr. Oduya spoke. “We stay!” Then he sat.", ["Mr. Oduya spoke.", "“We stay!”", "Then he sat."]),
        ("At 3.5 per cent. J. Brandt agreed.", ["At 3.5 per cent.", "J. Brandt agreed."]),
        ("He left... and came back.", ["He left... and came back."]),
        ("港は閉鎖された。誰も来ない。", ["港は閉鎖された。", "誰も来ない。"]),
        ("One line\n\nAnother. Yes", ["One line", "Another.", "Yes"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, pieces: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == pieces


def test_words_keep_their_apostrophes_hyphens_and_decimals() -> None:
    text = "don’t al-Din 3.5, 10,000 end."
    assert [span.of(text) for span in words(text)] == ["don’t", "al-Din", "3.5", "10,000", "end"]


@pytest.mark.parametrize("unit", ["“", '"', "(", "a", " ", "\n", "@", "-", ".", ". ", ".”", "!?", "a.", "。"])
def test_hostile_runs_take_time_in_proportion_to_their_length(unit: str) -> None:
    def read(count: int) -> None:
        text = unit * count
        sentences(text)
        list(words(text))
        assert len(displayable(text)) == len(text)

    assert_in_proportion(read, 100_000 // len(unit))


def test_the_sentences_of_a_part_count_in_the_whole() -> None:
    text = "One. Two. Three."
    assert sentences(text, 5, 16) == [Span(5, 9), Span(10, 16)]

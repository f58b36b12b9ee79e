"""A matching copy whose every stretch leads back to the source."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text import fold, folded
from tests.text.strategies import any_texts


@given(any_texts)
def test_the_map_has_one_source_offset_for_each_folded_code_point(text: str) -> None:
    copy = fold(text)
    assert len(copy.offsets) == len(copy.text) + 1
    assert list(copy.offsets) == sorted(copy.offsets)
    assert copy.offsets[-1] == len(text)


@given(any_texts, st.data())
def test_a_folded_stretch_leads_to_a_source_that_holds_it(text: str, data: st.DataObject) -> None:
    copy = fold(text)
    start = data.draw(st.integers(0, len(copy.text)))
    end = data.draw(st.integers(start, len(copy.text)))
    span = copy.source(start, end)
    assert span.end <= len(text)
    assert copy.text[start:end] in folded(span.of(text))


@given(any_texts)
def test_folding_the_pieces_is_folding_the_whole(text: str) -> None:
    assert folded(text) == "".join(folded(character) for character in text)


@given(any_texts)
def test_folded_text_has_no_capitals_accents_or_typographic_marks(text: str) -> None:
    copy = folded(text)
    assert not any(unicodedata.combining(c) for c in copy)
    assert not set(copy) & set("“”‘’«»…–—\t\n\u00a0\u200b")
    assert copy.isascii() is False or copy == copy.lower()


@pytest.mark.parametrize(
    ("source", "copy"),
    [
        ("“It’s — so…”", '"it\'s - so..."'),
        ("Café\u00a0CRÈME", "cafe creme"),
        ("cafe\u0301", "cafe"),
        ("«Straße»", '"strasse"'),
        ("ﬁnal １２", "final 12"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(source: str, copy: str) -> None:
    assert folded(source) == copy


def test_a_hit_inside_an_ellipsis_covers_the_whole_sign() -> None:
    assert fold("so… on").source(2, 3).of("so… on") == "…"


def test_a_hit_on_a_letter_takes_its_accents_along() -> None:
    text = "cafe\u0301 au"
    assert fold(text).source(3, 4).of(text) == "e\u0301"

"""What holds for any string."""

from __future__ import annotations

import itertools
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.quotes import Quotations, extract
from reviewer.quotes.marks import marked_spans
from tests.growth import assert_in_proportion

_PIECES = st.sampled_from(
    [
        "“", "”", '"', "'", "’", "‘", "„", "«", "»", "「", "」", "``", "''", "(", ")", "\n", "\n\n", "> ", " ", ": ", ", ", ". ", "? ",
        "Dana Marsh", "Paul Ennis", "Mr. Marsh", "the mayor", "she", "he", "said", "told", "according to", "who", "warned that",
        "and", "of", "so-called", "a plan", "the Harbour Times", "in a statement:", "wrote:", "5'10\"", "1,200", "dit-il", "l’eau", "é",
        "\u202e", "\x1b[31m", "🙂", "\u0301", "\r", "\x00", "İ", "ß",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join), st.lists(_PIECES, max_size=40).map(" ".join))
LANGUAGE = st.sampled_from([None, "en", "es", "fr", "de", "ja", "", "x"])


def _check(text: str, found: Quotations) -> None:
    for quote in found.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
        assert "\n" not in quote.text
        for low, high, words in (
            (quote.speaker_start, quote.speaker_end, quote.mention),
            (quote.cue_start, quote.cue_end, quote.cue),
        ):
            assert (low is None) == (high is None) == (words is None)
            if low is not None and high is not None:
                assert text[low:high] == words
    for other in found.not_speech:
        assert text[other.start : other.end] == other.text
        assert other.reason
    spans = sorted([(quote.start, quote.end) for quote in found.quotes] + [(o.start, o.end) for o in found.not_speech])
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert [quote.start for quote in found.quotes] == sorted(quote.start for quote in found.quotes)


@settings(max_examples=400)
@given(TEXTS, LANGUAGE)
def test_any_string_gives_verbatim_spans_in_order_that_do_not_overlap(text: str, language: str | None) -> None:
    _check(text, extract(text, language=language))


@settings(max_examples=200)
@given(TEXTS)
def test_double_apostrophes_give_verbatim_spans_too(text: str) -> None:
    _check(text, extract(text, double_apostrophes=True))


@settings(max_examples=200)
@given(TEXTS)
def test_extraction_is_deterministic(text: str) -> None:
    assert extract(text) == extract(text)


@settings(max_examples=200)
@given(TEXTS)
def test_a_piece_is_joined_to_the_first_piece_of_its_speaker(text: str) -> None:
    found = extract(text, language="en").quotes
    firsts = {quote.start: quote for quote in found}
    for quote in found:
        if quote.joined_to is not None:
            first = firsts[quote.joined_to]
            assert first.start < quote.start
            assert first.joined_to is None
            assert first.speaker_start == quote.speaker_start


@settings(max_examples=200)
@given(TEXTS)
def test_marked_words_never_cross_a_line_and_never_overlap(text: str) -> None:
    spans = marked_spans(text)
    assert all("\n" not in text[span.start : span.end] for span in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


def _calls(text: str, language: str | None = None) -> int:
    """How many functions, Python's and C's, run while the quotations of `text` are found."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        extract(text, language=language)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("mark", list("\"“”‘’'`„«»「(a \n@-—>:.,"))
def test_a_hostile_run_is_read_through(mark: str) -> None:
    found = extract(mark * 100_000)
    assert len(found.quotes) + len(found.not_speech) <= 1


@pytest.mark.parametrize(
    "unit", ["“a,” said X. ", "he said “x” ", "“a\n", "‘a “b” c’ ", '"a" ', "Mr. Aa said “b” and ", "> “a”\n", "a” "]
)
def test_ten_times_the_quotations_take_ten_times_the_steps(unit: str) -> None:
    _calls(unit * 3)
    assert _calls(unit * 2_000) < 12 * _calls(unit * 200)


def test_ten_times_the_verbs_inside_french_words_take_ten_times_the_steps() -> None:
    unit = "« Je viens », dit-il, "
    _calls(unit * 3, "fr")
    assert _calls(unit * 1_000, "fr") < 12 * _calls(unit * 100, "fr")


@pytest.mark.parametrize("unit", ["Ana Roe, 34, and the 34-year-old said “it is”. ", "Ana Roe said “it is” and "])
def test_who_is_of_an_age_or_speaks_beside_others_is_not_sought_through_all_the_text(unit: str) -> None:
    assert_in_proportion(lambda times: extract(unit * times), 3_000)


@pytest.mark.parametrize("name", ["X{}a Roe came. ", "Mr. Roe{} came. ", "Ann Roe{}’s Ann Roe came. "])
def test_ten_times_the_people_of_a_name_take_ten_times_the_steps(name: str) -> None:
    def crowd(first: int, last: int) -> str:
        return "".join(name.format(number) for number in range(first, last)) + "“It is late,” she said."

    _calls(crowd(0, 3))
    assert _calls(crowd(1_000, 4_000)) < 12 * _calls(crowd(5_000, 5_300))

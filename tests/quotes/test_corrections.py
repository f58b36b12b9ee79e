"""The analyst's word on a marked span is obeyed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.quotes import Correction, corrected, extract

TEXT = "“The gate stays shut,” Dana Marsh said. “Nobody will be paid.” The “undercard” crew met Paul Ennis on the pier at dawn."


def test_a_piece_that_is_no_speech_moves_to_the_others() -> None:
    found = extract(TEXT)
    first = found.quotes[0]
    after = corrected(found, TEXT, [Correction(first.start, first.end, is_speech=False)])
    assert [quote.text for quote in after.quotes] == ["Nobody will be paid."]
    assert after.quotes[0].joined_to is None
    (other,) = [one for one in after.not_speech if one.start == first.start]
    assert (other.kind, other.reason) == ("mention", "corrected by the analyst")


def test_words_that_are_speech_are_added_with_their_speaker_and_leave_the_others() -> None:
    found = extract(TEXT)
    start = TEXT.index("undercard")
    after = corrected(found, TEXT, [Correction(start, start + 9, speaker="Paul Ennis")])
    assert ("undercard", "Paul Ennis") in [(quote.text, quote.speaker) for quote in after.quotes]
    assert all(other.start != start for other in after.not_speech)


def test_words_without_marks_can_be_added() -> None:
    start = TEXT.index("crew met")
    after = corrected(extract(TEXT), TEXT, [Correction(start, start + 8)])
    assert "crew met" in [quote.text for quote in after.quotes]


def test_another_speaker_replaces_the_one_found() -> None:
    found = extract(TEXT)
    first = found.quotes[0]
    after = corrected(found, TEXT, [Correction(first.start, first.end, speaker="Paul Ennis")])
    assert [quote.speaker for quote in after.quotes][:2] == ["Paul Ennis", "Dana Marsh"]
    assert after.quotes[0].mention == "Dana Marsh"


def test_no_corrections_change_nothing() -> None:
    found = extract(TEXT)
    assert corrected(found, TEXT, []) == found


_SPAN = st.tuples(st.integers(0, 140), st.integers(0, 140)).map(lambda pair: (min(pair), max(pair)))


def _correction(span: tuple[int, int], is_speech: bool, speaker: str | None) -> Correction:
    return Correction(span[0], span[1], is_speech=is_speech, speaker=speaker)


_CORRECTIONS = st.lists(
    st.builds(_correction, _SPAN, st.booleans(), st.none() | st.just("Paul Ennis")),
    max_size=4,
)


@given(_CORRECTIONS)
def test_any_corrections_leave_verbatim_pieces_in_order(corrections: list[Correction]) -> None:
    after = corrected(extract(TEXT), TEXT, corrections)
    assert [quote.start for quote in after.quotes] == sorted(quote.start for quote in after.quotes)
    assert all(TEXT[quote.start : quote.end] == quote.text and quote.text for quote in after.quotes)
    starts = {quote.start for quote in after.quotes}
    assert all(quote.joined_to is None or quote.joined_to in starts for quote in after.quotes)

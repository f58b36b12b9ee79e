"""Half-open ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text import Span

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda p: Span(min(p), max(p)))


@given(spans, spans)
def test_overlap_counts_the_shared_code_points(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.shared(b) == b.shared(a) == len(shared)
    assert a.overlaps(b) == bool(shared)
    union = set(range(a.start, a.end)) | set(range(b.start, b.end))
    assert a.iou(b) == (len(shared) / len(union) if union else 0)


@given(spans, spans)
def test_a_span_contains_what_it_covers(a: Span, b: Span) -> None:
    if a.contains(b):
        assert set(range(b.start, b.end)) <= set(range(a.start, a.end))
    elif b:
        assert not set(range(b.start, b.end)) <= set(range(a.start, a.end))


def test_a_reversed_or_negative_span_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)
    with pytest.raises(ValueError, match="not a span"):
        Span(-1, 2)


def test_a_span_gives_its_words_and_moves() -> None:
    assert Span(2, 5).of("abcdefg") == "cde"
    assert Span(2, 5).shifted(3) == Span(5, 8)
    assert not Span(4, 4)
    assert len(Span(2, 5)) == 3

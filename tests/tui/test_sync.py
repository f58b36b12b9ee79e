"""Two texts scrolled together: piecewise linear over what they share."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer.tui.sync import sync_map

anchors = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 1000)), max_size=30)
lengths = st.integers(0, 1000)


@given(anchors, lengths, lengths)
def test_the_points_increase_on_both_sides_and_span_both_texts(
    some: list[tuple[int, int]], left: int, right: int
) -> None:
    found = sync_map(some, left, right)
    assert found.left[0] == found.right[0] == 0
    assert (found.left[-1], found.right[-1]) == (max(1, left), max(1, right))
    for side in (found.left, found.right):
        assert all(a < b for a, b in pairwise(side))
    inner = set(zip(found.left, found.right, strict=True)) - {(0, 0), (max(1, left), max(1, right))}
    assert inner <= set(some)


@given(anchors, lengths, lengths, st.integers(-5, 1100), st.integers(-5, 1100))
def test_further_down_on_one_side_is_never_further_up_on_the_other(
    some: list[tuple[int, int]], left: int, right: int, one: int, two: int
) -> None:
    found = sync_map(some, left, right)
    low, high = sorted((one, two))
    assert 0 <= found.to_right(low) <= found.to_right(high) <= max(1, right)
    assert 0 <= found.to_left(low) <= found.to_left(high) <= max(1, left)


@given(anchors, lengths, lengths)
def test_anchors_meet_exactly(some: list[tuple[int, int]], left: int, right: int) -> None:
    found = sync_map(some, left, right)
    for a, b in zip(found.left, found.right, strict=True):
        assert found.to_right(a) == b
        assert found.to_left(b) == a


def test_a_quotation_that_was_moved_is_left_out_for_the_longest_series_in_order() -> None:
    found = sync_map([(10, 10), (20, 90), (30, 30), (40, 40)], 100, 100)
    assert found.left == (0, 10, 30, 40, 100)
    assert found.to_right(35) == 35


def test_without_anchors_the_texts_are_simply_stretched() -> None:
    assert sync_map([], 100, 200).to_right(50) == 100

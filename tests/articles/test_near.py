"""Near-copies among the articles of an event."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles.near import BINS, NEAR, Copies, Holders, likeness, sketch
from tests.articles.samples import PARAGRAPHS

MILL = "The old mill burned down before dawn, and the millers watched. " * 9


def test_near_copies_are_like_each_other_and_others_are_not() -> None:
    text = "\n\n".join(PARAGRAPHS)
    edited = text.replace("Tuesday", "Monday")
    assert likeness(sketch(text).bins, sketch(text).bins) == 1
    assert likeness(sketch(text).bins, sketch(edited).bins) > NEAR
    assert likeness(sketch(text).bins, sketch(MILL).bins) == 0
    copies = Copies()
    copies.add(0, text)
    assert copies.nearest(edited, among=lambda _: True) == 0
    assert copies.nearest(edited, among=lambda one: one != 0) is None
    assert copies.nearest("", among=lambda _: True) is None


def test_of_many_copies_of_one_text_the_first_are_enough_and_each_is_asked_once() -> None:
    copies = Copies()
    for number in range(200):
        copies.add(number, MILL)
    assert copies.nearest(MILL, among=lambda one: one != 0) == 5
    alone = "Nobody else says this about the weir and the nine herons. " * 9
    copies.add(200, alone)
    copies.add(200, alone)
    assert copies.nearest(alone, among=lambda one: one != 200) is None


def test_an_article_s_new_text_takes_the_place_of_its_old_one() -> None:
    copies = Copies()
    copies.add(0, MILL)
    copies.add(0, "\n\n".join(PARAGRAPHS))
    assert copies.nearest(MILL, among=lambda _: True) is None
    assert copies.like(0, "\n\n".join(PARAGRAPHS)) == 1


@pytest.mark.parametrize("cut", [0, 20, 50, 100, 200, 300])
def test_the_estimate_is_close_to_the_share_of_common_word_fives(cut: int) -> None:
    words = [f"word{number * number % 991}" for number in range(400)]
    left, right = " ".join(words), " ".join(words[cut:])
    fives = [{tuple(text[at : at + 5]) for at in range(len(text) - 4)} for text in (left.split(), right.split())]
    exact = len(fives[0] & fives[1]) / len(fives[0] | fives[1])
    assert likeness(sketch(left).bins, sketch(right).bins) == pytest.approx(exact, abs=0.13)


BIN = st.sampled_from((0, 0, 1, 2)) | st.integers(0, 255)


@given(st.lists(st.tuples(BIN, BIN), min_size=BINS, max_size=BINS))
def test_all_bins_at_once_are_what_each_by_itself_says(bins: list[tuple[int, int]]) -> None:
    alike = [one for one, other in bins if one == other]
    filled = BINS - alike.count(0)
    share = (len(alike) - alike.count(0)) / filled if filled else 0
    left, right = (bytes(each) for each in zip(*bins, strict=True))
    assert likeness(left, bytearray(right)) == pytest.approx(max(0, (share - 1 / 255) / (1 - 1 / 255)))


def test_the_probes_are_the_smallest_hashes_so_that_copies_share_them() -> None:
    text = "\n\n".join(PARAGRAPHS)
    assert list(sketch(text).probes) == sorted(sketch(text).probes)
    fewer = " ".join(re.findall(r"\w+", text)[:-9])
    assert set(sketch(fewer).probes) & set(sketch(text).probes)


@given(st.lists(st.tuples(st.integers(0, 2**64 - 1) | st.integers(0, 5), st.integers(0, 2**32 - 1))))
def test_the_table_of_holders_says_what_a_dict_of_lists_would(entries: list[tuple[int, int]]) -> None:
    table, plain = Holders("Q"), defaultdict[int, list[int]](list)
    for key, holder in entries:
        table.add(key, holder)
        plain[key].append(holder)
    assert all(table.of(key) == held for key, held in plain.items())
    assert table.of(7) == plain[7]


def test_the_table_of_holders_grows_and_loses_nobody() -> None:
    table = Holders("I")
    for number in range(5000):
        table.add(number * 1024, number)
    assert [table.of(number * 1024) for number in range(5000)] == [[number] for number in range(5000)]

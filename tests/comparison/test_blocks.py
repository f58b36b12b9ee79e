"""The equal words of two texts, of long ones in parts."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import distance

from reviewer.comparison import blocks
from reviewer.comparison.blocks import Block, equal_blocks

WORDS = st.lists(st.sampled_from("abcdefghijklm"), max_size=60)


def _kept(found: list[Block]) -> int:
    return sum(block.length for block in found)


@given(WORDS, WORDS, st.integers(0, 5))
def test_in_parts_equal_words_are_equal_and_in_order(mine: list[str], theirs: list[str], start: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocks, "LARGE", 0)
        patched.setattr(blocks, "ANCHOR", 2)
        found = equal_blocks(mine, theirs, start, 2 * start)
    for left, right, length in found:
        one, other = left - start, right - 2 * start
        assert length > 0
        assert mine[one : one + length] == theirs[other : other + length]
    for before, block in pairwise(found):
        assert before.left + before.length <= block.left
        assert before.right + before.length <= block.right
        assert (before.left + before.length, before.right + before.length) != (block.left, block.right)


@given(st.integers(0, 1000))
def test_in_parts_a_text_that_was_changed_here_and_there_keeps_as_many_words(seed: int) -> None:
    draw = random.Random(seed)
    mine = [f"w{draw.randrange(400)}" for _ in range(300)]
    theirs = [word if draw.random() < 0.95 else "other" for word in mine]
    whole = equal_blocks(mine, theirs)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocks, "LARGE", 0)
        assert _kept(equal_blocks(mine, theirs)) == _kept(whole)


def test_without_words_to_part_them_at_long_texts_are_aligned_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "LARGE", 0)
    assert equal_blocks(["a"] * 50, ["a"] * 40) == [Block(0, 0, 40)]
    assert equal_blocks("a b c d e e e e".split(), "a b c d f f f f".split()) == [Block(0, 0, 4)]


def test_long_texts_are_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    whole = distance.Indel.editops

    class Counted:
        @staticmethod
        def editops(mine: list[str], theirs: list[str]) -> object:
            asked.append(len(mine) * len(theirs))
            return whole(mine, theirs)

    draw = random.Random(5)
    mine = [f"w{draw.randrange(3000)}" for _ in range(6000)]
    theirs = [word if draw.random() < 0.9 else "other" for word in mine]
    monkeypatch.setattr(distance, "Indel", Counted)
    found = equal_blocks(mine, theirs)
    assert sum(asked) < len(mine) * len(theirs) / 1000
    assert _kept(found) == sum(one == other for one, other in zip(mine, theirs, strict=True))

"""The words of a text and where its sentences begin."""

from __future__ import annotations

import pytest

from reviewer.comparison.words import words_of


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("It rained. Mr. Roe left. He sang.", ["it", "mr", "he"]),
        ("It rained on J. R. Roe. Sen. Roe left!", ["it", "sen"]),
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

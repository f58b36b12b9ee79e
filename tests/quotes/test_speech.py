"""Marked words that nobody spoke."""

from __future__ import annotations

import pytest

from reviewer.quotes import extract
from tests.quotes.helpers import not_speech, only, texts


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The so-called “experts” of the harbour board were not asked.", "experts", "scare"),
        ("She plays the lead in the drama “The Long Tide” on Sunday.", "The Long Tide", "title"),
        ("He appeared on Channel Nine’s “Morning Table” on Monday.", "Morning Table", "title"),
        ("Hundreds carried “Save The Pier” signs through the town.", "Save The Pier", "slogan"),
    ],
)
def test_marked_words_that_are_not_speech_are_reported_with_a_reason(text: str, words: str, kind: str) -> None:
    found = extract(text)
    assert [other.text for other in found.not_speech] == [words]
    assert found.not_speech[0].kind == kind
    assert found.not_speech[0].reason
    assert found.quotes == ()


def test_a_title_beside_a_quotation_leaves_the_quotation_alone() -> None:
    text = "“We start at dawn,” Dana Marsh said on Channel Nine’s “Morning Table” on Monday."
    assert texts(text) == ["We start at dawn,"]
    assert [other.text for other in not_speech(text)] == ["Morning Table"]


@pytest.mark.parametrize(
    "text", ["“No,” said Dana Marsh.", "“Never!” Paul Ennis shouted.", "She called him “a coward.”"]
)
def test_a_few_words_with_a_speaker_are_speech(text: str) -> None:
    assert len(texts(text)) == 1


def test_a_sentence_after_a_colon_is_speech() -> None:
    text = "The airline blamed the weather. Passenger Rory Black had another word for it: “Chaos.”"
    assert (only(text).text, only(text).speaker) == ("Chaos.", "Rory Black")

"""Several who speak together are one speaker with all their names."""

from __future__ import annotations

import pytest

from reviewer.quotes import same_person, surname
from tests.quotes.helpers import only, quotes


@pytest.mark.parametrize(
    "text",
    [
        "Eva Lindqvist and Paul Trench said: “We are delighted.”",
        "“We are delighted,” said Eva Lindqvist and Paul Trench in a joint statement.",
        "Eva Lindqvist, 30, and Paul Trench, 31, said they were “delighted”.",
        "According to Eva Lindqvist and Paul Trench, it was “hard”.",
    ],
)
def test_all_who_speak_together_are_named(text: str) -> None:
    assert only(text).speaker == "Eva Lindqvist and Paul Trench"


def test_three_speak_together() -> None:
    quote = only("In Paris, Eva Lindqvist, Bo Carr and Paul Trench said they were “delighted”.")
    assert quote.speaker == quote.mention == "Eva Lindqvist, Bo Carr and Paul Trench"


def test_each_name_of_a_row_is_the_fullest() -> None:
    first, second = quotes("“It is hard,” said Eva Lindqvist. Lindqvist and Paul Trench called it “unfair”.")
    assert (first.speaker, second.speaker) == ("Eva Lindqvist", "Eva Lindqvist and Paul Trench")
    assert second.mention == "Lindqvist and Paul Trench"


def test_they_are_those_who_spoke_together() -> None:
    _, second = quotes("“We had no choice,” said Eva Lindqvist and Paul Trench. They added: “We are sorry.”")
    assert second.speaker == "Eva Lindqvist and Paul Trench"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("He met Eva Lindqvist and Paul Trench said it was “hard”.", "Paul Trench"),
        ("“It was hard,” said Eva Lindqvist and Paul Trench agreed.", "Eva Lindqvist"),
        ("“It was hard,” Eva Lindqvist told Bo Carr and Paul Trench.", "Eva Lindqvist"),
        ("Eva Lindqvist, of the Trust and Harbour Board, said it was “hard”.", "Eva Lindqvist"),
    ],
)
def test_a_name_joined_to_another_clause_does_not_speak(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("« Nous partons », ont déclaré Marie Lorne et Paul Véron.", "fr", "Marie Lorne et Paul Véron"),
        ("«Nos vamos», dijeron Clara Montes y Luis Vega.", "es", "Clara Montes y Luis Vega"),
        ("„Wir gehen“, sagten Vera Noll und Uwe Land.", "de", "Vera Noll und Uwe Land"),
    ],
)
def test_they_speak_together_in_other_languages(text: str, language: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Eva Lindqvist and Paul Trench", "Paul Trench and Eva Lindqvist", True),
        ("Eva Lindqvist and Paul Trench", "Ms Lindqvist and Mr Trench", True),
        ("Eva Lindqvist and Paul Trench", "Eva Lindqvist und Paul Trench", True),
        ("Eva Lindqvist and Paul Trench", "Paul Trench", False),
        ("Eva Lindqvist and Paul Trench", "Eva Lindqvist and Bo Carr", False),
        ("Department of Ports and Harbours", "Department of Ports and Harbours", True),
    ],
)
def test_those_who_speak_together_are_compared_one_by_one(left: str, right: str, same: bool) -> None:
    assert (same_person(left, right) is not None) is same


def test_the_surnames_stand_for_those_who_speak_together() -> None:
    assert surname("Eva Lindqvist and Paul Trench") == "Lindqvist & Trench"

"""Given names: alone, behind "Sir" or "Dame", and where they open a sentence and look like an adverb."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import only, quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ozren Hale waited. “It is late,” Ozren said.", "Ozren Hale"),
        ("A donor, Sir Lionel Frome, denied it. Sir Lionel called the report “false and hurtful.”", "Lionel Frome"),
        ("Dame Rosal Kern heard both sides. Dame Rosal told them: “It is what I am for.”", "Rosal Kern"),
        ("Ozren Hale met Mr Ozren. “It is late,” Mr Ozren said.", "Mr Ozren"),
        ("Ozren Hale met Ozren Lind. “It is late,” Ozren said.", "Ozren"),
        ("The Harwick Courier is late. “It is late,” Harwick said.", "Harwick"),
    ],
)
def test_a_given_name_is_the_only_persons_who_has_it(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_pronoun_takes_up_a_given_name_alone() -> None:
    text = "Beatrix Sloan met Ozren Hale at a stop.\n\nOzren built bridges. “It stands,” he wrote to her."
    assert only(text).speaker == "Ozren Hale"


@pytest.mark.parametrize("name", ["Kelly", "Carly", "Sally", "Vivian"])
def test_a_first_name_that_opens_a_sentence_is_no_adverb(name: str) -> None:
    text = f"“Not in those,” a steward told him.\n\n{name}, 34, fumed: “I thought he was having a laugh.”"
    assert quotes(text)[1].mention == name
    text = f"{name} Neave, whose daughter Ivy was burned at four days old, said: “I was told it was nothing.”"
    assert only(text).speaker == f"{name} Neave"


def test_a_spanish_don_goes_with_a_given_name() -> None:
    text = "Ozren Salgado volvió ayer. «La verja es vieja», dijo don Ozren."
    assert only(text, "es").speaker == "Ozren Salgado"

"""An answer is given by who is asked, and a surname alone is a person's where the text says who that is."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import only, quotes


@pytest.mark.parametrize(
    "text",
    [
        "Lena Fenn wept. The judge, Paul Ennis, asked her whether she had told anyone. ‘Not until it was too late.’",
        "Lena Fenn wept. The judge asked her why she had told nobody: “I was afraid of him.”",
        "A man in the front row asked Lena Fenn if she would stand. “Not while my mother is alive.”",
    ],
)
def test_who_is_asked_answers(text: str) -> None:
    assert only(text).speaker == "Lena Fenn"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Paul Ennis asked Lena Fenn whether she had told anyone. “Who knew of it?”", "Paul Ennis"),
        ("Paul Ennis asked Lena Fenn whether she had “told a soul.”", "Paul Ennis"),
        ("Paul Ennis asked Lena Fenn if she would stand. “Not now,” said Bo Lind.", "Bo Lind"),
    ],
)
def test_a_question_and_words_given_to_another_are_no_answer(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hutchins, the governor, flew in before noon. “It will take months,” he said.", "Hutchins"),
        ("Marker, a retired postman, only grinned. “I have my round to do,” he said.", "Marker"),
        ("In Marle, the capital, nobody slept. “I have my round to do,” he said.", None),
        ("In Marle, the mayor, who is new, wept. “It is over,” she said.", None),
        ("Marker, the parcels company, is in trouble. “I have my round to do,” he said.", None),
    ],
)
def test_a_pronoun_takes_up_a_surname_alone_whose_office_is_told(text: str, speaker: str | None) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize("letters", ["KC", "MRCVS", "OBE", "FRICS"])
def test_letters_behind_a_name_are_no_part_of_it(letters: str) -> None:
    text = f"Mr Callum Strand {letters}, of the surgery, came at once. “One dart was enough,” he said."
    assert only(text).speaker == "Callum Strand"
    assert only(f"“One dart was enough,” said Callum Strand {letters}.").speaker == "Callum Strand"


def test_a_trade_with_a_hyphen_that_opens_a_sentence_is_no_first_name() -> None:
    text = "Bell-maker Malley is here still. Hedda Malley, 61, learned it from him. “It is the sound,” Malley said."
    assert only(text).speaker == "Hedda Malley"


def test_a_liar_speaks() -> None:
    text = "When members of the club asked for proof, Toby Vane lied: “The bank has lost the papers.”"
    assert [quote.speaker for quote in quotes(text)] == ["Toby Vane"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Lena Fenn spoke first. “The gate is rotten to the core.” Ms Marsh said that it had been mended.",
            "Lena Fenn",
        ),
        ("Lena Fenn spoke first. “The gate is rotten to the core,” Ms Marsh said that evening.", "Ms Marsh"),
    ],
)
def test_who_reports_something_else_behind_a_finished_sentence_did_not_say_it(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_the_answer_to_a_question_of_the_articles_is_speech() -> None:
    quote = only("Ana Roe met Bo Lind on the quay. Is Roe happy? “Very.”")
    assert (quote.text, quote.speaker) == ("Very.", "Ana Roe")

"""Offices, the bodies that somebody speaks for, families named together, and who asks or is asked."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import only, quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Nigel Trask, the shadow chancellor, left. The chancellor said that it was “a matter for the board”.",
            "The chancellor",
        ),
        (
            "Nigel Trask, the shadow chancellor, left. The shadow chancellor said that it was “a disgrace”.",
            "Nigel Trask",
        ),
        ("Nigel Trask, the chancellor, left. The chancellor said that it was “a matter for the board”.", "Nigel Trask"),
    ],
)
def test_a_shadow_of_an_office_is_another_office(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for the operator, Westward Lines, said it would “work with the department”.", "A spokesman"),
        ("A spokesperson for the network, Channel Sunrise, said it wished her “a good long sleep”.", "A spokesperson"),
        ("A spokesman for the operator, Peter Marsh, said it would “work with the department”.", "Peter Marsh"),
        ("Chairman of the bench Penelope Strang told him: “You are a lucky man. Take the bus.”", "Penelope Strang"),
        ("The family of Corporal Liam Deakin issued the following:\n\n“We ask for privacy in this.”", "The family"),
        ("The show, Purl Jamb, is back. Hetty Vane sings. “I tell them how I do it,” she says.", "Hetty Vane"),
    ],
)
def test_the_name_beside_an_office_may_be_a_bodys(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_husband_and_a_wife_share_the_surname_that_stands_once() -> None:
    text = "Gordon and Sheila Muncas have run shops.\n\n“Hers is frozen,” says Gordon.\n\n“His is old,” says Sheila."
    assert [quote.speaker for quote in quotes(text)] == ["Gordon Muncas", "Sheila Muncas"]


def test_a_motorway_told_the_police_nothing() -> None:
    text = "A pensioner who drove his scooter on to a motorway told police he was “only going to the one junction”."
    assert only(text).mention == "A pensioner"


def test_who_asks_whether_does_not_answer() -> None:
    text = "Emeka Oba rang.\n\nCounsel to the inquiry, Hamish Dow, asked him whether he had run. “No, sir,” he said."
    assert only(text).speaker == "Emeka Oba"


def test_who_is_told_of_by_age_is_taken_up() -> None:
    text = "A palace spokesman said that it was “all a game”.\n\nThe 34-year-old apologised. “It is a fine animal,” he said."
    assert quotes(text)[1].speaker == "The 34-year-old"


def test_the_last_speaker_goes_on_where_nobody_else_is_named() -> None:
    text = "“Taste that,” says Bennet Okafo.\n\nIt is pepper soup. She sold it at the roadside.\n\n“She came over,” he says."
    assert quotes(text)[1].speaker == "Bennet Okafo"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Harwick boss Gary Plum left.\n\n“It was in,” said the manager.", "Gary Plum"),
        ("en", "Harwick boss Gary Plum met coach Bo Lind.\n\n“It was in,” said the manager.", "the manager"),
        ("en", "Harwick boss Gary Plum met manager Bo Lind.\n\n“It was in,” said the manager.", "Bo Lind"),
        ("es", "El alcalde de Marla, Jacinto Robles, llegó.\n\n«No vamos a irnos», advirtió el regidor.", "Jacinto Robles"),
        ("fr", "Le maire de Brune, Bruno Castel, est venu. « Nous restons », a dit l’édile.", "Bruno Castel"),
        ("fr", "Le maire de Brune, Bruno Castel, est venu. « Nous restons », a dit l’avocat.", "l’avocat"),
        ("de", "Bürgermeister Uwe Land kam. „Wir zahlen das“, sagte der Rathauschef.", "Uwe Land"),
    ],
)  # fmt: skip
def test_an_office_may_be_taken_up_by_another_noun_for_it(language: str, text: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The judge, Helen Farr, sat down.\n\n“It was a breach of trust,” Her Honour remarked.", "Helen Farr"),
        ("de", "„Das ist Unfug“, sagte Verkehrsdezernent Lutz Ebert.", "Lutz Ebert"),
        ("de", "„Das ist Unfug“, sagte Fraktionsvize Moritz Henkel.", "Moritz Henkel"),
        ("en", "“A shambles.” That was the verdict of Owen Pryce after four hours on the quay.", "Owen Pryce"),
        ("es", "Los dueños, por su parte, se sienten «cercados».", "Los dueños"),
    ],
)
def test_who_is_called_by_what_he_or_she_is(language: str, text: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


def test_somebodys_husband_is_he_where_no_other_man_is_told_of() -> None:
    text = "Orla Finn cooks.\n\nHer husband wanders in. “Your glasses are there,” says Finn.\n\n“So they are,” he says."
    assert quotes(text)[-1].speaker == "Her husband"

"""The people of an article: which words are a name, and whom a surname alone means."""

from __future__ import annotations

import unicodedata

import pytest

from tests.quotes.helpers import only, quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Radio Nord’s Mira Vance asked first. “It is late,” Vance said.", "Mira Vance"),
        ("Chief of Staff Orla Pettibone came. “It is late,” Pettibone said.", "Orla Pettibone"),
        ("But Secretary of Trade Orla Pettibone came. “It is late,” Pettibone said.", "Orla Pettibone"),
        ("Economist Orla Pettibone came. “It is late,” Pettibone said.", "Orla Pettibone"),
        ("Mum-of-three Zelwe Pettibone came. “It is late,” Pettibone said.", "Zelwe Pettibone"),
        ("Ex-striker Zelwe Pettibone came. “It is late,” Pettibone said.", "Zelwe Pettibone"),
        ("Jae-min Pettibone came. “It is late,” Pettibone said.", "Jae-min Pettibone"),
        ("MUST READ Orla Pettibone came. “It is late,” Pettibone said.", "Orla Pettibone"),
        ("Perhaps Orla Pettibone came. “It is late,” Pettibone said.", "Orla Pettibone"),
        ("Premier Orla Pettibone Thursday came. “It is late,” Pettibone said.", "Orla Pettibone"),
        ("Orla Feldman came. It was dark. Feldman said it was “too late”.", "Orla Feldman"),
        (
            "Orla Pettibone came. Envoy to the United Ports Orla Pettibone left. “It is late,” Pettibone said.",
            "Orla Pettibone",
        ),
        ("Michael Pettibone came with Mike Pettibone’s dog. “It is late,” Pettibone said.", "Michael Pettibone"),
        ("President Seo Jae-min came. “It is late,” Seo said.", "Seo Jae-min"),
        ("Susan Pettibone came. “It is late,” Susan said.", "Susan Pettibone"),
        ("Premier Otto Krantz came with Selma Krantz. “It is late,” Krantz said.", "Otto Krantz"),
    ],
)
def test_a_name_is_told_from_what_stands_before_and_after_it(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Otto Krantz came with Selma Krantz. “It is late,” Krantz said.",
        "Selma Krantz came. Premier Otto Krantz followed. “It is late,” Krantz said.",
        "Paul Krantz and Paula Krantz came. “It is late,” Krantz said.",
    ],
)
def test_a_surname_that_two_people_share_stays_a_surname(text: str) -> None:
    assert only(text).speaker == "Krantz"


def test_who_is_introduced_later_is_not_meant_yet() -> None:
    text = "Otto Krantz came. “It is late,” Krantz said. Selma Krantz, Selma Krantz, they called: Selma Krantz!"
    assert only(text).speaker == "Otto Krantz"


def test_an_office_alone_names_another_person_than_the_relatives() -> None:
    text = "Selma Krantz and Nora Krantz came. President Krantz stood up. “It is late,” President Krantz said."
    assert only(text).speaker == "President Krantz"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Senator Mary Vance, who wrote it with Susan Arden, hailed the vote.\n\n“It is late,” she said.",
            "Mary Vance",
        ),
        ("After a speech of Premier Paul Krantz’s, John Ennis rose.\n\n“It is late,” he said.", "John Ennis"),
        ("The Krantz government fell, John Ennis saw. Paul Krantz wept.\n\n“It is late,” he said.", "Paul Krantz"),
        ("Premier John Ennis met Mr. Paul Krantz on Monday. He said it was “too late”.", "John Ennis"),
        ("Mara Vance left the United Ports.\n\n“It is late,” she said.", "Mara Vance"),
        ("Mara Vance left New Almera.\n\n“It is late,” she said.", "Mara Vance"),
    ],
)
def test_a_pronoun_takes_up_the_subject_of_the_sentence_before(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_paper_is_given_its_full_name_and_a_place_is_not_taken_for_another() -> None:
    assert only("The Harbour Times sent a boat. “It is late,” the Times reported.").speaker == "Harbour Times"
    assert only("The road to New Almera is shut. Almera said it had “no choice”.").speaker == "Almera"


def test_an_initial_and_the_beginning_of_a_place_belong_to_the_name() -> None:
    assert only("J. Edgar Pettibone came. “It is late,” Pettibone said.").speaker == "J. Edgar Pettibone"
    assert only("The San Felipe Chronicle came. “It is late,” the Chronicle said.").speaker == "San Felipe Chronicle"


def test_what_is_left_of_an_office_goes_before_a_known_first_name() -> None:
    assert only("Harbour Defender Peter Pettibone came. “It is late,” Pettibone said.").speaker == "Peter Pettibone"


def test_a_title_of_the_other_sex_names_another_person() -> None:
    text = "Mary Krantz came. Mr. Krantz followed.\n\n“It is late,” he said."
    assert only(text).speaker == "Mr. Krantz"


def test_a_relative_introduced_later_is_not_who_held_the_office_before() -> None:
    text = "President Krantz came early. “It is late,” Krantz said. His wife, and first lady Mary Krantz, was ill."
    assert only(text).speaker == "President Krantz"


def test_several_holders_of_an_office_are_not_one_of_them() -> None:
    text = "“It is late,” the two senators, Orla Pettibone and Otto Krantz, said."
    assert only(text).speaker == "the two senators"


def test_a_name_whose_accents_are_written_apart_is_one_name() -> None:
    text = unicodedata.normalize(
        "NFD", "Orla Pettibone left. The cook, Lê Thị Hương, laughed.  “It is late,” Hương said."
    )
    assert only(text).speaker == unicodedata.normalize("NFD", "Lê Thị Hương")


def test_cues_are_known_with_their_accents_written_apart() -> None:
    text = unicodedata.normalize("NFD", "« Il est tard », a déclaré Mélanie Bérard.")
    assert (only(text, "fr").speaker, only(text, "fr").cue) == tuple(
        unicodedata.normalize("NFD", words) for words in ("Mélanie Bérard", "déclaré")
    )


@pytest.mark.parametrize("role", ["Docker", "Plumber", "Skipper", "Cyclist", "Pensioner", "Barrister"])
def test_a_role_that_opens_the_sentence_is_no_part_of_the_name(role: str) -> None:
    assert only(f"{role} Sam Pettibone said the pier was “rotten to the core”.").speaker == "Sam Pettibone"


@pytest.mark.parametrize(
    "text",
    [
        "Lamplighter Dorrit Pettibone said: “It is late.” Nobody but Dorrit Pettibone left.",
        "Nobody but Dorrit Pettibone left.\n\nLamplighter Dorrit Pettibone said: “It is late.”",
        "Two lamplighters came. Lamplighter Dorrit Pettibone said: “It is late.”",
    ],
)
def test_a_word_that_the_article_has_apart_from_the_name_is_no_part_of_it(text: str) -> None:
    assert only(text).speaker == "Dorrit Pettibone"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mary Dorrit Pettibone said: “It is late.” Nobody but Dorrit Pettibone left.", "Mary Dorrit Pettibone"),
        ("They met Ilmaris Dorrit Pettibone. “It is late,” said Dorrit Pettibone.", "Ilmaris Dorrit Pettibone"),
        ("Ilmaris Dorrit Pettibone said: “It is late.” She laughed.", "Ilmaris Dorrit Pettibone"),
    ],
)
def test_a_first_name_before_another_stays(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize("before", ["", "The hall was full.\n\n"])
def test_who_asked_as_he_does_not_answer_as_she(before: str) -> None:
    text = (
        f"Nora Pettibone, the witness, sat down.\n\n{before}The owner’s lawyer, Zeno Krantz, rose. “You never called?” "
        "he asked. “No,” she replied. “I told them twice.”"
    )
    assert [quote.speaker for quote in quotes(text)] == ["Zeno Krantz", "Nora Pettibone", "Nora Pettibone"]


def test_who_is_called_she_and_fits_nobody_stays_unresolved() -> None:
    text = "The lawyer, Zeno Krantz, rose. “You never called?” he asked. “No,” she replied."
    assert [quote.speaker for quote in quotes(text)] == ["Zeno Krantz", None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Halmen Skipper Orla Pettibone came. “It is late,” Pettibone said.", "Orla Pettibone"),
        ("The plumber, Orla Pettibone, came early.\n\n“It is late,” the plumber said.", "Orla Pettibone"),
        ("Eyewitness Dorrit Pettibone, 34, said it was “too late”.", "Dorrit Pettibone"),
    ],
)
def test_a_trade_is_an_office_too(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Marle Chief of Staff John Noll told the Halmen Herald, “The gate stays shut.”"),
        ("en", "Marle Secretary of State John Noll called the plan “a gift to the owners.”"),
        ("fr", "« Le quai restera fermé », a lâché le secrétaire d’État John Noll."),
        ("es", "«El muelle seguirá cerrado», dijo el ministro de Puertos John Noll."),
    ],
)
def test_a_name_behind_an_office_and_its_ministry_is_who_holds_it(language: str, text: str) -> None:
    assert only(text, language).speaker == "John Noll"


def test_a_country_behind_an_office_is_not_who_holds_it() -> None:
    text = "“The gate stays shut,” said the minister of the United Marle Islands."
    assert only(text).speaker == "the minister"

"""One person across articles."""

from __future__ import annotations

import pytest

from reviewer.quotes import same_person, surname

ONE_PERSON = [
    ("Samir al-Haddadi", "Sameer Haddadi"),
    ("Omar Farouk Nasser", "Umar Faruq Nasir"),
    ("Yevgeny Orlovsky", "Evgenii Orlovskiy"),
    ("Mikhail Sokolenko", "Michail Sokolenko"),
    ("Anna-Maria Keller", "Anna Maria Keller"),
    ("Gov. Dana Marsh", "Dana Marsh"),
    ("D. Marsh", "Dana Marsh"),
    ("Dana L. Marsh", "Dana Marsh"),
    ("Bill Arden", "William Arden"),
    ("Luis Otero Peña", "Luis Otero"),
    ("Li Wenbo", "Wenbo Li"),
    ("José Peñalva", "Jose Penalva"),
    ("Jan van der Meulen", "Jan Meulen"),
    ("Dana Marsh, the harbour master", "Dana Marsh"),
    ("Dana Marsh’s", "Dana Marsh"),
    ("Lamplighter Dana Marsh", "Dana Marsh"),
    ("Jerry Marsh", "Jerrold Marsh"),
    ("Bob Marsh", "Robert Marsh"),
    ("Jessie K. Riu", "Jessie Rui"),
    ("Dana Del Marso", "Dana DelMarso"),
    ("Judge Dana DelMarso", "Del Marso"),
    ("HSB", "Harwick Shipping Board"),
    ("the H.S.B.", "Harwick Shipping Board"),
    ("CDM", "Centre for Docks and Mooring"),
    ("UP", "United Ports"),
    ("Marsh D.", "Dana Marsh"),
]


@pytest.mark.parametrize(("left", "right"), ONE_PERSON)
def test_one_person_spelled_differently_is_recognised_with_evidence(left: str, right: str) -> None:
    match = same_person(left, right)
    assert match is not None
    assert match.evidence
    assert 0 < match.score <= 100
    assert same_person(right, left) == match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Dana Marsh", "Paul Marsh"),
        ("D. Marsh", "Paul Marsh"),
        ("Mr. Marsh", "Mrs. Marsh"),
        ("Dana Marsh", "Dana Ennis"),
        ("Dana A. Marsh", "Dana B. Marsh"),
        ("Lamplighter Dana Marsh", "Paul Marsh"),
        ("Marsh", "Marshall"),
        ("the spokesman", "Dana Marsh"),
        ("she", "he"),
        ("Dana Rim", "Dana Rin"),
        ("Dana Elms", "Dana Lems"),
        ("Dana Riu", "Paul Rui"),
        ("DM", "Dana Marsh"),
        ("HSB", "Harwick Docks Board"),
        ("Dana Marsh and D. Marsh", "Dana Marsh and Paul Ennis"),
        ("Dana Marsh and D. Marsh", "Dana Marsh and Dora Ennis"),
        ("Dana Marsh and Dana Marsh", "Dana Marsh and Paul Ennis"),
        ("", ""),
        ("", "Dana Marsh"),
    ],
)
def test_two_people_stay_two(left: str, right: str) -> None:
    assert same_person(left, right) is None
    assert same_person(right, left) is None


def test_a_surname_alone_fits_with_a_lower_score() -> None:
    alone, full = same_person("Marsh", "Dana Marsh"), same_person("Dana Marsh", "Dana Marsh")
    assert alone is not None
    assert full is not None
    assert alone.score < full.score == 100


def test_a_title_of_the_other_sex_is_another_person() -> None:
    assert same_person("Mr. Marsh", "Mary Marsh") is None
    assert same_person("Mr. Marsh", "Paul Marsh") is not None
    assert same_person("President Marsh", "Mary Marsh") is not None


def test_names_of_a_servant_of_god_are_one_in_one_word_or_three() -> None:
    for one, other in (
        ("Abdul Karim El-Sharqawy", "Abdelkarim Sharqawi"),
        ("Abd al-Karim al-Sharqawi", "Abdulkarim Sharqawi"),
    ):
        assert same_person(one, other) is not None, (one, other)
    assert same_person("Abdul Karim Sharqawi", "Abdul Latif Sharqawi") is None


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Mayor Dana Marsh", "Marsh"),
        ("Samir al-Haddadi", "al-Haddadi"),
        ("Paul Ennis Jr.", "Ennis"),
        ("Mr. Marsh", "Mr. Marsh"),
        ("the harbour board", "the harbour board"),
        ("", ""),
    ],
)
def test_the_surname_is_taken_out_of_a_full_name_only(name: str, last: str) -> None:
    assert surname(name) == last

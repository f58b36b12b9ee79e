"""The speakers of an event under one name each."""

from __future__ import annotations

import pytest

from reviewer.comparison import speakers as naming
from reviewer.comparison.speakers import under_one_name
from reviewer.comparison.values import Relation, Utterance, Variant
from reviewer.quotes import PersonMatch, same_person


def _said(number: int, *speakers: tuple[str, str], relation: Relation = "identical") -> Utterance:
    variants = tuple(
        Variant(article, 10 * number, 10 * number + 5, "words", relation if at else None, (), name)
        for at, (article, name) in enumerate(speakers)
    )
    return Utterance(f"u-{number}", "words", speakers[0][1], variants, ())


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ([[("a", "Dana Marsh")], [("b", "Marsh")], [("b", "Paul Ennis")]], ["Dana Marsh", "Dana Marsh", "Paul Ennis"]),
        ([[("a", "Dana Marsh")], [("b", "Paul Marsh")], [("c", "Marsh")]], ["Dana Marsh", "Paul Marsh", "Marsh"]),
        ([[("a", "Dana Marsh")], [("a", "President Marsh")]], ["Dana Marsh", "President Marsh"]),
        (
            [[("a", "Mary Marsh")], [("b", "Paul Marsh")], [("c", "Mr. Marsh")]],
            ["Mary Marsh", "Paul Marsh", "Paul Marsh"],
        ),
        ([[("a", "President Marsh")], [("b", "Mr. Marsh")]], ["President Marsh"] * 2),
        ([[("a", "the mayor")], [("b", "the mayor")]], ["the mayor"] * 2),
    ],
)
def test_names_are_one_persons_where_only_one_can_be_meant(said: list[list[tuple[str, str]]], names: list[str]) -> None:
    found = under_one_name([_said(number, *speakers) for number, speakers in enumerate(said)])
    assert [utterance.speaker for utterance in found] == names


def test_the_same_words_tell_which_of_two_is_meant() -> None:
    shared = _said(0, ("a", "Mary Marsh"), ("b", "President Marsh"))
    found = under_one_name([shared, _said(1, ("b", "President Marsh")), _said(2, ("a", "Paul Marsh"))])
    assert [utterance.speaker for utterance in found] == ["Mary Marsh", "Mary Marsh", "Paul Marsh"]


def test_a_retelling_tells_nothing_of_who_is_meant() -> None:
    shared = _said(0, ("a", "Mary Marsh"), ("b", "President Marsh"), relation="paraphrased")
    found = under_one_name([shared, _said(1, ("c", "Paul Marsh")), _said(2, ("b", "President Marsh"))])
    assert [utterance.speaker for utterance in found] == ["Mary Marsh", "Paul Marsh", "President Marsh"]


def test_an_utterance_without_a_speaker_stays_without_one() -> None:
    nobody = Utterance("u-1", "words", None, (Variant("a", 0, 5, "words", None, (), None),), ())
    assert under_one_name([nobody]) == (nobody,)


@pytest.mark.parametrize("relation", ["unquoted", "paraphrased"])
def test_who_is_told_to_have_said_something_gives_nobody_another_name(relation: Relation) -> None:
    told = _said(0, ("a", "the statement"), ("b", "The Marle government"), relation=relation)
    found = under_one_name([told, _said(1, ("c", "the Marle navy"))])
    assert [utterance.speaker for utterance in found] == ["the statement", "the Marle navy"]


def test_names_that_many_articles_use_are_held_against_each_other_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def noted(one: str, other: str) -> PersonMatch | None:
        asked.append((one, other))
        return same_person(one, other)

    monkeypatch.setattr(naming, "same_person", noted)
    called = ("Dana Marsh", "Paul Marsh", "Mr. Ennis", "the mayor")
    found = under_one_name([_said(n, (f"a{n}", called[n % len(called)])) for n in range(80)])
    assert {utterance.speaker for utterance in found} == set(called)
    assert len(asked) == len(set(asked)) <= len(called) ** 2

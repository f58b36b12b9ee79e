"""Whose the verb of a clause is: of the clause it stands in, of a sign, of whoever is named behind "by"."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import not_speech, only, quotes


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Ana Roe spoke at the hall, where about 50 dockers had gathered, chanting “no pay, no peace”.", "50 dockers", "chanting"),
        ("The yard denied it, with Bo Lind taking to Circle to call Ana Roe “delusional” for the charge.", "Bo Lind", "call"),
        ("His check was shared, leading Harwick advisers like Ana Roe to counter that “all of it went”.", "Harwick advisers", "counter"),
        ("When Ana Roe spoke, Bo Lind left, saying it was “over”.", "Bo Lind", "saying"),
        ("Ana Roe resigned after the board voted, saying “I have had enough”.", "Ana Roe", "saying"),
        ("Bo Lind rose. Pupils handed him a card which read: “Thank you for all.”", "a card", "read"),
        ("Reacting, the union chief, Ana Roe, called it “a step back” for the port.", "Ana Roe", "called"),
        ("KOVALPET: Alleging “gross neglect” of the quay, members of the guild sat down.", "members", "Alleging"),
        ("The board backed down after what one described as “the biggest postbag in years”.", "one", "described"),
        ("The sacked minister, Bo Lind, left, but an aide, who gave no name, described him as “relieved”.", "an aide", "described"),
        ("Ana Roe left. The fans had sung “You are leaving” at her.", "The fans", "sung"),
        ("The route, dubbed the “lifeline” by pensioners, will run until spring.", "pensioners", "dubbed"),
    ],
)  # fmt: skip
def test_a_verb_is_of_the_clause_it_stands_in(text: str, speaker: str, cue: str) -> None:
    quote = only(text)
    assert (quote.speaker, quote.cue) == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Roe's family thanked Mr Lind in a letter released on Monday, saying: “We are very grateful to all.”", "Roe's family"),
        ("Lind wrote of the tape that Roe made of a story of a former Lantern model who alleged the affair with Lind, asking “Who tapes us?”", "Lind"),
    ],
)  # fmt: skip
def test_a_participle_behind_other_clauses_is_not_taken_from_who_speaks(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Ana Roe came. A banner behind the dugout read “Plum out”.", "A banner", "read"),
        ("Hundreds marched through Harwick carrying placards reading “Books not bombs”.", "placards", "reading"),
        ("Ana Roe held up a sign saying “Boats Against Bo”.", "a sign", "saying"),
    ],
)
def test_what_a_sign_reads_is_its_words(text: str, speaker: str, cue: str) -> None:
    quote = only(text)
    assert (quote.speaker, quote.cue) == (speaker, cue)


def test_words_that_are_said_to_stand_on_a_sign_have_no_speaker() -> None:
    assert [one.kind for one in not_speech("Ana Roe held up a sign with the words “Plum out”.")] == ["slogan"]


def test_nobody_in_particular_may_shout() -> None:
    first, second = quotes("“When?” someone shouted. “Tuesday!” came the reply.")
    assert (first.speaker, first.mention, first.cue) == (None, "someone", "shouted")
    assert second.text == "Tuesday!"


@pytest.mark.parametrize("court", ["a court has heard", "the jury was told"])
def test_what_a_court_hears_is_nobodys_whom_the_sentence_names(court: str) -> None:
    quote = only(f"A manager who stole from the yard had been living “a double life”, {court}.")
    assert (quote.speaker, quote.cue) == (None, None)


def test_what_a_court_tells_is_its_own() -> None:
    assert only("Ana Roe lost. “It was a double life,” the court told reporters.").speaker == "the court"


def test_a_noun_behind_a_possessor_is_no_verb() -> None:
    quote = only("The fears of many dockers go beyond Bo Lind's solemn pledge to be “neutral” on it.")
    assert (quote.speaker, quote.cue) == ("Bo Lind", None)


def test_a_place_below_the_byline_is_no_speaker() -> None:
    text = "Staff Reporter\n\nKOVALPET: Dockers sat down over “gross neglect of the quay”, Ana Roe said."
    assert only(text).speaker == "Ana Roe"


def test_who_is_told_something_is_not_who_told_it() -> None:
    text = "Orla Finn ran a yard.\n\nHer clerk told her to find “a nice job”. She laughs at it. “I burned it down.”"
    assert quotes(text)[-1].speaker == "Orla Finn"


def test_a_word_that_describes_when_it_was_is_the_articles_own() -> None:
    assert quotes("Ana Roe claims bosses gave her ten minutes' notice before the “shock” announcement.") == []


def test_a_banner_beside_a_chant_has_its_own_words() -> None:
    found = quotes(
        "The fans had sung “You are out” at Roe long before the end, and a banner behind the dugout read “Plum out”."
    )
    assert [(quote.speaker, quote.cue) for quote in found] == [("The fans", "sung"), ("a banner", "read")]

"""Who is told is not who speaks, unless the verb is passive."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import only, quotes


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The 31-year-old told Harbour Weekly: “I never asked to be famous.”", "The 31-year-old"),
        ("“I was broke,” the 42-year-old told Harbour Weekly.", "the 42-year-old"),
        ("The TV chef, who runs four cafés with his wife Dawn, told fans: “I am closing them all.”", "The TV chef"),
        ("The Oscar winner told Varnish: “I could not stop crying.”", "The Oscar winner"),
        ("A source close to Lomas told Glow: “He is heartbroken.”", "A source"),
        ("The 19-year-old, who cannot be named, told the jury: “I panicked.”", "The 19-year-old"),
        ("“I was broke,” the Mudport pop star told fans.", "the Mudport pop star"),
    ],
)
def test_the_hearer_does_not_become_the_speaker(text: str, mention: str) -> None:
    assert only(text).mention == mention


@pytest.mark.parametrize(
    "text",
    [
        "I spoke to Miss Alder, a friend of Mr Tobin's since school, who told me: “He never hurt a fly.”",
        "Miss Alder, widow of the boxer Keith Tobin, who told me: “He never hurt a fly,” has moved to Spain.",
        "Then there was Miss Alder, the widow of boxer Keith Tobin, who told me: “He never hurt a fly.”",
    ],
)
def test_who_told_takes_up_the_name_before_its_apposition(text: str) -> None:
    assert only(text).speaker == "Miss Alder"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pritchard was described in court by a neighbour as “a careful man”.", "a neighbour"),
        ("Lomas was warned by doctors to “slow down”.", "doctors"),
        ("He was advised by his doctor, Emil Roth, to “slow down or drop dead”.", "Emil Roth"),
    ],
)
def test_in_the_passive_the_one_by_whom_speaks(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "To the critic Noor Vance he was “the only painter of his time”.",
        "To his old teacher, Noor Vance, he was “the laziest boy in the class”.",
        "For Noor Vance, it was “a night to forget”.",
    ],
)
def test_whose_view_it_is_speaks(text: str) -> None:
    assert only(text).speaker == "Noor Vance"


def test_a_view_may_stand_in_a_clause_of_its_own() -> None:
    text = "Una Rook in the Sentinel found the play “gripping”, while for Sam Tile in the Mast it was “three hours of fog”."
    assert [quote.speaker for quote in quotes(text)] == ["Una Rook", "Sam Tile"]


def test_whoever_reports_a_view_speaks() -> None:
    assert only("Barry Lomas said that to his fans he was “just a chef”.").speaker == "Barry Lomas"


def test_a_noun_behind_an_office_does_not_hide_the_name() -> None:
    assert only("Ms Askew's union rep, Bill Toomey, called the closure “an act of vandalism”.").speaker == "Bill Toomey"


def test_for_a_place_or_a_time_nobody_holds_the_view() -> None:
    assert only("Dora Flint chaired the club. For years it was “a second home”, Flint said.").speaker == "Dora Flint"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Fenn said his lawyer, Bo Lind, received a fee “from which he paid for a private contract.”", "Fenn"),
        ("In a paper the producers had this to say about their choice of Bo Lind as host, “Lind is a star.”", "the producers"),
        ("The choice was welcomed by Smith who recorded a message to Capulo, saying: “I wish him well.”", "Smith"),
        ("Fenn answered angrily after President Hamid Rustani blamed Fenn and warned the master not to “play with fire.”", "Hamid Rustani"),
    ],
)  # fmt: skip
def test_who_is_named_inside_what_is_said_does_not_say_it(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_words_that_go_on_with_others_are_by_the_same_speaker() -> None:
    first, second = quotes(
        "Fenn came after Hamid Rustani warned the master not to “play with fire” and that “war is near.”"
    )
    assert (first.speaker, second.speaker) == ("Hamid Rustani", "Hamid Rustani")


def test_what_a_sentence_is_about_does_not_speak() -> None:
    first, second = quotes("“The files are secret,” Bo Lind said. As for Fenn, “I am sure he will do the right thing.”")
    assert first.speaker == second.speaker == "Bo Lind"


def test_what_which_states_is_the_thing_before_it() -> None:
    assert (
        only("Mr. Fenn would have to change the charter, which states, “All are its citizens.”").speaker
        == "the charter"
    )


def test_who_told_the_outlet_speaks_after_another_clause_too() -> None:
    text = "The mayor refused to endorse Bo Lind in a talk with the Courier, instead telling the outlet: “I’m not there yet.”"
    assert only(text).speaker == "The mayor"

"""Words that are no speaker: openers of sentences, places, offices without their person, and what a page leaves on a name."""

from __future__ import annotations

import pytest

from reviewer.quotes import extract
from tests.growth import assert_in_proportion
from tests.quotes.helpers import only, quotes


@pytest.mark.parametrize(
    "text",
    [
        "Ada Fenn spoke. Fourth, she said, the pier was “rotten to the core.”",
        "Updated: Ada Fenn on Sunday said that the mayor had a “phony plan for the pier.”",
        "Citing President Emil Marlow, Ada Fenn again called the agreement “the worst of all.”",
        "Hosting Emil Marlow at the yard, Ada Fenn again assailed the agreement as “the worst of all.”",
        "HARWICK (Courier) - The mayor Ada Fenn said that the pier was “rotten to the core.”",
        "Ada Fenn is back in the U.S. Fenn then told them: “We are not leaving this harbour.”",
        "Ada Fenn, D-Conn., said that the pier was “rotten to the core.”",
        "Ada Fenn said at https://courier.example/QbZ/PierNow that the pier was “rotten to the core.”",
    ],
)
def test_a_word_with_a_capital_of_its_place_is_no_speaker(text: str) -> None:
    assert only(text).speaker == "Ada Fenn"


@pytest.mark.parametrize("text", ["You’re wrong about the pier, she said: “It holds.”", "We’d ask: “Who pays for it?”"])
def test_a_pronoun_stays_one_before_a_shortened_verb(text: str) -> None:
    assert only(text).speaker is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor of Harwick, Ore., said that her town had avoided “the worst that could happen.”", "The mayor"),
        ("The mayor of Harwick, Sundria, said that her town had avoided “the worst that could happen.”", "The mayor"),
        ("The mayor of Harwick, Ada Fenn, said that her town had avoided “the worst.”", "Ada Fenn"),
    ],
)
def test_a_place_behind_an_office_is_not_who_holds_it(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lind, Controller, Harwick Drama Commissioning says: “We started a few months ago.”",
        "“It cannot be that a crane hit the ferry,” Bo Lind, the head of Harwick’s of Civil Shipping Board told an outlet.",
        "Bo Lind, head of the Harwick Shipping Board said: “We started a few months ago.”",
    ],
)
def test_an_office_that_no_comma_closes_belongs_to_the_name_before_it(text: str) -> None:
    assert only(text).speaker == "Bo Lind"


def test_a_clause_between_commas_has_its_own_speaker() -> None:
    assert only("Bo Lind, the mayor said, was “a fool.”").mention == "the mayor"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Governor Lind’s office insisted that her order was “non-binding and without any force.”", "Governor Lind’s office"),
        ("Last month, Sundria’s navy said that it had sunk “a mother vessel” off the coast.", "Sundria’s navy"),
        ("The shipping rights advocates denounced the paper as “harmful to the young.”", "The shipping rights advocates"),
    ],
)  # fmt: skip
def test_a_body_speaks_not_whose_it_is(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Ada Fenn’s tweet about Bo Lind accused him of doing a “terrible job” as mayor.",
        "“The pier is rotten to the core,” Ada Fenn’s letter to the board said.",
        "Lind’s Director of Harbour Works Ada Fenn stood by that: “We have been clear in our view of the damage.”",
    ],
)
def test_who_wrote_it_speaks(text: str) -> None:
    assert only(text).speaker == "Ada Fenn"


def test_the_verb_before_a_name_is_no_part_of_it() -> None:
    text = "Ada Fenn is the mayor. She said little. Said Fenn: “We will mend the pier before the winter.”"
    assert only(text).speaker == "Ada Fenn"


@pytest.mark.parametrize(
    "name",
    [
        "Ada Jane FennGOP",
        "Ada Fenn HPA Ada Lind",
        "Ada FennHarbour",
        "Fenn Ada Jane Fenn",
        "Chair Ada Fenn Ada Bo FennHarbour",
    ],
)
def test_what_a_page_leaves_on_a_name_is_no_part_of_it(name: str) -> None:
    text = f"{name} mends the pier. “It takes a month,” Fenn said."
    assert only(text).speaker in ("Ada Fenn", "Ada Jane Fenn")


@pytest.mark.parametrize("name", ["Ada McFenn", "Ada LaFenn", "Ada DeFenn"])
def test_a_capital_inside_a_surname_stays(name: str) -> None:
    assert only(f"{name} mends the pier. “It takes a month,” said {name.split()[1]}.").speaker == name


@pytest.mark.parametrize(("name", "full"), [("AT&B", "AT&B"), ("Lind", "J.D. Lind")])
def test_a_name_keeps_its_signs_and_initials(name: str, full: str) -> None:
    assert only(f"J.D. Lind went home. “It takes a month,” {name} said.").speaker == full


def test_part_of_a_sentence_is_its_subjects_whoever_reports_it_all() -> None:
    text = (
        "The yard claims that the suits “must be dismissed” because it has “no duty of any kind,” the Courier reported."
    )
    first, _ = quotes(text)
    assert (first.speaker, first.cue, first.reported_by) == ("The yard", "claims", "the Courier")


@pytest.mark.parametrize("run", ["a/", "1 ", "the ", "Bo ", "Mr ", "his ", "Bo's ", "x.co/", "a//"])
def test_a_long_run_of_anything_takes_time_in_proportion(run: str) -> None:
    assert_in_proportion(lambda times: extract('"Mend it," she said. ' + run * times, language="en"), 16_000)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“Lives alone,” a handwritten note on the petition said. “Has no boat.”", "a handwritten note"),
        ("“Open the gate,” another short call on the radio said.", "another short call"),
        ("“Open the gate,” several angry posts on the wall said.", "several angry posts"),
    ],
)
def test_a_verb_whose_number_does_not_fit_its_article_is_a_noun(text: str, mention: str) -> None:
    assert quotes(text)[0].mention == mention


def test_a_majority_or_a_number_of_people_may_claim_something() -> None:
    assert only("A vast majority claim that the gate is “rotten to the core.”").cue == "claim"
    assert only("Each small crew demands that the gate be “shut for good.”").cue == "demands"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Centers for Harbour Safety and Docks Director Robert Fenn on Monday said the gate was “ready to open.”", "Robert Fenn"),
        ("Robert Fenn in May called the plan that Dana Marsh made “a gift to the owners.”", "Robert Fenn"),
        ("Robert Fenn’s campaign issued a statement, the Halmen Herald reported: “The gate is shut for good.”", "Robert Fenn’s campaign"),
        ("Robert Fenn issued a statement, Halmen News reported: “The gate is shut for good.”", "Robert Fenn"),
        ("It was Robert Fenn, a docker who stirred a row last month after joking that the gate was “rotten to the core.”", "Robert Fenn"),
    ],
)  # fmt: skip
def test_a_day_an_outlet_and_a_relative_clause_leave_the_subject_where_it_is(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_who_reports_a_statement_passes_it_on() -> None:
    text = "Robert Fenn issued a statement, Halmen News reported: “The gate is shut for good.”"
    assert only(text).reported_by == "Halmen News"


def test_a_verb_that_opens_a_sentence_is_no_part_of_a_name_but_a_first_name_is() -> None:
    text = "The docker Arvo Hult was poor. Take Hult and his boat. “I had nothing,” said Hult."
    assert only(text).speaker == "Arvo Hult"
    text = "Drew Hult was poor. “I had nothing,” said Hult."
    assert only(text).speaker == "Drew Hult"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dana Marsh said Paul Ennis wants to “take the harbour from us.”", "Dana Marsh"),
        ("“We wait,” Will Marsh said.", "Will Marsh"),
        ("“We wait,” soccer star Lena Fenn said.", "Lena Fenn"),
        ("Some call the plan “a gift to the owners.”", "Some"),
        ("About 20 dockers said the gate was “rotten to the core.”", "20 dockers"),
        ("Quoting Ruth Hale: “The gate is old.”", "Ruth Hale"),
        ("District of Marle Mayor Dana Marsh said the gate was “rotten to the core.”", "Dana Marsh"),
        ("A spokesman for the Office of the Inspector General said the gate was “rotten to the core.”", "A spokesman"),
        (
            "The Department of Justice published a rule that calls the gate “rotten to the core.”",
            "The Department of Justice",
        ),
        ("Paul Fenn (Marle), a critic of the board, called the gate “abhorrent to us all.”", "Paul Fenn"),
        ("As they walked the halls, some dockers could be heard grousing that it was “rotten.”", "some dockers"),
        ("Paul Marsh was tired. His answer: “We wait.”", "Paul Marsh"),
        ("Paul Marsh held up the board and waved it, mouthing “thank you” to the crews.", "Paul Marsh"),
        ("The latest report claims that the gate is “rotten to the core.”", "The latest report"),
        ("The report claims answer no question: “The gate is old.”", "The report claims"),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb_of_saying(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_dialogue_that_nobody_is_named_after_hears() -> None:
    text = "“The gate stays shut,” Dana Marsh told the Harwick Dialogue, a meeting of crews."
    assert only(text).reported_by == "the Harwick Dialogue"


def test_words_of_another_paragraph_are_not_joined_by_and() -> None:
    text = "“The gate is old,” said Dana Marsh.\n\nYes and “it must go,” Paul Ennis said."
    assert [quote.speaker for quote in quotes(text)] == ["Dana Marsh", "Paul Ennis"]


def test_a_signature_is_that_of_the_last_words_only() -> None:
    first, last = quotes("“We wait.” That was all. “They sleep for good.”\n\n— Paul Ennis, docker")
    assert (first.speaker, last.speaker) == (None, "Paul Ennis")


def test_a_nickname_that_somebody_gives_is_his_words() -> None:
    assert only("Paul Marsh mocked Adam Lind, who he dubbed “the little docker.”").speaker == "Paul Marsh"


def test_an_office_of_a_place_is_no_name() -> None:
    assert only("“We wait for rain,” the Marle Mayor said.").speaker == "the Marle Mayor"


def test_a_report_told_of_in_passing_does_not_pass_the_words_on() -> None:
    text = "“The gate is shut,” Dana Marsh said in a statement after an initial report about the plan."
    assert only(text).reported_by is None


def test_an_abbreviated_place_behind_a_comma_does_not_speak() -> None:
    text = "“It was over in minutes,” one docker from Marle, D.C., told the board."
    assert only(text).mention == "one docker"


def test_a_brother_who_is_named_in_full_is_not_another_person() -> None:
    text = "Samuel Adeyemi left early. “We were stunned,” recalls Ruth Adeyemi. Her brother, Samuel, agrees. “Nobody knew,” he says."
    assert quotes(text)[1].speaker == "Samuel Adeyemi"


def test_an_aside_between_dashes_makes_no_dialogue() -> None:
    assert not quotes("—No volveré —cueste lo que cueste— nunca.", "es")


def test_about_some_number_of_people_is_the_subject_not_what_a_preposition_governs() -> None:
    quote = only("Outside the hall, about 200 dockers stood in rows, holding lamps and chanting “Open the gate.”")
    assert (quote.mention, quote.cue) == ("200 dockers", "chanting")


def test_what_somebody_is_stays_out_of_the_mention_of_the_name() -> None:
    assert only("“We wait,” soccer star Lena Fenn said.").mention == "Lena Fenn"


@pytest.mark.parametrize("people", ["A small number", "A mere handful", "A young couple"])
def test_some_people_may_claim_something_as_many(people: str) -> None:
    assert only(f"{people} claim that the gate is “rotten to the core.”").cue == "claim"


def test_what_an_outlet_reports_after_no_statement_is_its_own() -> None:
    assert (
        only("Robert Fenn called a vote, the Halmen Herald reported: “The gate is shut for good.”").speaker
        == "Halmen Herald"
    )

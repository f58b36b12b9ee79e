"""Whom "he" and "she" mean where nobody has been named in full before."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import not_speech, only, quotes


def test_a_pronoun_that_opens_the_text_means_who_is_named_next() -> None:
    first, second = quotes(
        "“I’m fine,” she said. “Stop asking.”\n\nDella Moss, 61, was pulled from the wreck on Sunday."
    )
    assert first.speaker == second.speaker == "Della Moss"


def test_a_pronoun_does_not_mean_whom_its_own_sentence_names() -> None:
    assert (
        only("She asked Ann Lee: “Did you know?”\n\nUna Keogh, the lead counsel, then sat down.").speaker == "Una Keogh"
    )


def test_a_pronoun_after_somebody_was_named_means_nobody_named_later() -> None:
    text = "Karl Brand lost.\n\n\n\nThe hall was empty.\n\n“I saw nothing,” she said. Ann Lee swept the floor."
    assert only(text).speaker is None


def test_a_french_pronoun_that_opens_the_text_means_who_is_named_next() -> None:
    text = "« Je pars », a-t-il lancé. Victor Sannier, 52 ans, quitte le club."
    assert only(text, "fr").speaker == "Victor Sannier"


def test_a_brother_called_by_his_given_name_alone_is_he() -> None:
    text = "“We were stunned,” recalls Ruth Adeyemi. Her brother, Samuel, agrees. “Nobody had warned us,” he says."
    assert [quote.speaker for quote in quotes(text)] == ["Ruth Adeyemi", "Samuel"]


def test_an_apposition_to_a_relation_is_a_name_whatever_it_is() -> None:
    text = "“I wrote to them,” said Sheila Burrage. Her husband, Des, who runs the post office, agreed. “It is bad,” he said."
    assert [quote.speaker for quote in quotes(text)] == ["Sheila Burrage", "Des"]


def test_a_german_husband_called_by_his_given_name_alone_is_he() -> None:
    text = "„Ich habe alles aufgehoben“, erzählt Gesa Petersen.\n\nIhr Mann Dirk nickt. „Das ist schlimm“, sagt er."
    assert [quote.speaker for quote in quotes(text, "de")] == ["Gesa Petersen", "Dirk"]


def test_a_piece_by_the_same_person_continues_the_sentence() -> None:
    first, second, third = quotes("“This,” Orla Venn said, “is what,” she went on, “we paid for.”")
    assert (second.joined_to, third.joined_to) == (first.start, first.start)


def test_words_that_stand_for_a_noun_are_no_speech() -> None:
    text = "The “wellness coach” was arrested on Friday. Inspector Dale Rudd said: “He had no qualifications at all.”"
    assert [one.text for one in not_speech(text)] == ["wellness coach"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Bo Lind is the mayor. But speaking to George Stamper in the radio’s interview, held at a hotel, he said: “My wife comes first.”",
            "Bo Lind",
        ),
        ("Paul Marsh left. Asked about Bo Lind, he said: “I like him.”", "Paul Marsh"),
        ("Paul Marsh left. In a letter to Bo Lind, he wrote: “We will mend the pier.”", "Paul Marsh"),
        ("Paul Marsh left. After Adam Lind spoke in Harwick, he said: “We will mend the pier.”", "Adam Lind"),
    ],
)
def test_who_is_spoken_to_or_asked_about_is_not_who_answers(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_sentence_that_begins_with_the_pronoun_is_about_the_same_person() -> None:
    text = (
        "Bo Lind came.\n\nHe said President Marlow has spoken with the governors.\n\n“The first call he made,” he said."
    )
    assert only(text).speaker == "Bo Lind"


def test_a_line_that_begins_with_the_pronoun_is_about_who_was_named_before_it() -> None:
    text = "“Stop there,” Bo Lind said.\nPaul Gall was back the next day.\nHe had one thing to say.\n“Our hearts,” he said."
    assert quotes(text)[1].speaker == "Paul Gall"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        (
            "Harwick campaign director Tim Marsh called on Joe Castor to delete it, and for Ed Castor to go.",
            "Tim Marsh",
        ),
        ("What confounded Justice Paul Kenn also angered Justice Anton Scarl, who said little.", "Anton Scarl"),
        ("What confounded Justice Paul Kenn also angered Justice Anton Scarl who said little.", "Anton Scarl"),
    ],
)
def test_of_several_people_the_one_who_said_something_is_meant(before: str, speaker: str) -> None:
    assert only(f"Joe Castor came. Bo Lind came. {before} “How low they are,” he wrote.").speaker == speaker


def test_who_asked_somebody_does_not_give_the_answer() -> None:
    text = "“I am late,” Adam Lind said. The host Paul Gall asked Adam Lind whether he knew. He replied: “I guess so.”"
    assert quotes(text)[1].speaker == "Adam Lind"


@pytest.mark.parametrize("body", ["Harwick News", "Harwick County", "Marle University"])
def test_no_pronoun_for_a_man_or_woman_means_a_body(body: str) -> None:
    text = f"Bo Lind went home.\n\nHe met {body} on Monday. “It was late,” he said."
    assert only(text).speaker == "Bo Lind"


def test_a_pictures_credit_is_not_taken_up() -> None:
    text = "“I left,” Adam Lind said.\n\nPhoto: Agency/Paul Marsh\n\n“It was late,” he said."
    assert quotes(text)[1].speaker == "Adam Lind"


def test_one_whose_years_open_the_paragraph_is_taken_up_but_not_one_whose_lawyer_does() -> None:
    years = "“He is good,” said Adam Lind of Paul Marsh.\n\nMarsh’s 12 years on the board were long.\n\nIn May, he said: “No.”"
    assert quotes(years)[1].speaker == "Paul Marsh"
    lawyer = "“He is good,” said Paul Marsh.\n\nMarsh’s tired lawyer, Adam Lind, was firmer.\n\n“No,” he said."
    assert quotes(lawyer)[1].speaker == "Adam Lind"


def test_a_pronoun_behind_an_opening_phrase_goes_on_too() -> None:
    text = "“I am old,” Adam Lind said.\n\nAt 55, he is as old as Paul Marsh was then.\n\n“It is an honour,” he said."
    assert quotes(text)[1].speaker == "Adam Lind"


def test_one_of_unknown_sex_who_said_something_is_meant_before_one_of_known_sex_who_did_not() -> None:
    text = (
        "Velko Arden met John Ennis at the gate.\n\nTo Ennis, Arden said the plan had failed. “It was late,” he added."
    )
    assert only(text).speaker == "Velko Arden"


def test_sentences_that_begin_with_the_pronoun_are_about_one_person_though_another_is_praised_in_between() -> None:
    text = (
        "Dana Marsh spoke in the hall.\n\nShe came late and thanked Ruth Hale for a lamp, who she said was “never late.” "
        "She told the crews that the gate had to “open by noon.”"
    )
    assert [quote.speaker for quote in quotes(text)] == ["Dana Marsh", "Dana Marsh"]


def test_who_spoke_in_the_paragraph_before_is_taken_up_though_others_are_named_there() -> None:
    text = "Dana Marsh came.\n\n“I left,” she said of Ann Lee and Una Keogh.\n\n“It was late,” she added."
    assert quotes(text)[1].speaker == "Dana Marsh"


def test_a_man_named_further_up_does_not_take_the_words_of_a_speaker_of_unknown_sex() -> None:
    text = "Adam Lind came.\n\nThe gate was shut.\n\n“It was late,” said Velko Brandt.\n\nThe rain fell.\n\n“Not yet,” he said."
    assert quotes(text)[1].speaker != "Adam Lind"


def test_in_a_dialogue_nobody_of_unknown_sex_is_sought_further_up() -> None:
    text = "The crowd stood at Marle Brask.\n\nThe gate was shut.\n\n“It was late,” said Dana Marsh.\n\n“Not yet,” he said."
    assert quotes(text)[1].speaker is None


def test_an_initial_does_not_end_the_sentence_whose_subject_is_taken_up() -> None:
    text = "Paul K. Ennis, who keeps the gate, thought that rain could explain the hole in the coat of Ivan Strand.\n\n“It was late,” he said."
    assert only(text).speaker == "Paul K. Ennis"


def test_an_adverb_may_stand_before_the_verb_of_the_one_who_said_something() -> None:
    text = "Clerks of Paul Kenn stood by as Anton Scarl also warned of rain. “How low they are,” he wrote."
    assert only(text).speaker == "Anton Scarl"


@pytest.mark.parametrize("opening", ["With Bo Lind,", "After long talks with Bo Lind", "With Adam Lind,"])
def test_one_named_by_the_opening_phrase_is_a_bystander_with_a_comma_and_without(opening: str) -> None:
    assert only(f"Paul Marsh left. {opening} he said: “We will mend the pier.”").speaker == "Paul Marsh"


def test_a_place_is_not_who_a_pronoun_means() -> None:
    text = (
        "Docker Ulf Brandt hit the last ball of the night.\n\n"
        "The striker, who earns little, sparked wild scenes at Gasworks Row.\n\n"
        "He grinned: “I have my round to do at half past five.”"
    )
    assert only(text).speaker != "Gasworks Row"


def test_a_pronoun_takes_up_whom_the_last_sentence_names_and_not_who_spoke_before() -> None:
    text = (
        "Best in the yard was Zelwe Cole-Marr, for The Ferry, who shared it with “every docker who ever learned a line”. "
        "The other cup went to Aldo Brisk, 83, who plays the keeper and who had never acted before.\n\n"
        "“I was asked to be sad and to look at the sea,” he said."
    )
    assert [quote.speaker for quote in quotes(text)][-1] == "Aldo Brisk"


@pytest.mark.parametrize(
    "text",
    [
        "Eggs were thrown at Tavi Okoro on Monday. Okoro said: “We stay here until the talks are done.”",
        "The crowd was angry in Tavi Okoro’s town. Okoro said: “We stay here until the talks are done.”",
    ],
)
def test_who_is_named_by_surname_too_is_no_place(text: str) -> None:
    assert only(text).speaker == "Tavi Okoro"


@pytest.mark.parametrize(
    ("signed", "language", "rest"),
    [
        ("By Karl Brand", "en", "The striker rammed home a winner.\n\nHe grinned: “I have my round to do.”"),
        ("By Karl Brand and Hugo Moss, Staff Writers", "en", "The boat sank.\n\nThe keeper ran.\n\n“I ran,” he said."),
        ("Von Karl Brand", "de", "Der Hafen brannte.\n\nEr sagte: „Ich bin gleich gerannt.“"),
        ("Par Victor Brand", "fr", "Le port brûlait.\n\n« J’ai couru », a-t-il dit."),
        ("Por Pedro Brand", "es", "El puerto ardía.\n\n«He corrido», dijo él."),
    ],
)
def test_who_signs_an_article_is_not_whom_it_tells_of(signed: str, language: str, rest: str) -> None:
    assert only(f"{signed}\n\n{rest}", language).speaker is None

"""Who is quoted, by which words, and who passed it on."""

from __future__ import annotations

import pytest

from reviewer.quotes import extract
from tests.quotes.helpers import only, quotes


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“The gate stays shut,” said Dana Marsh.", "Dana Marsh", "said"),
        ("“The gate stays shut,” Dana Marsh said on Monday.", "Dana Marsh", "said"),
        ("Dana Marsh said: “The gate stays shut.”", "Dana Marsh", "said"),
        ("Dana Marsh warned, “The gate stays shut.”", "Dana Marsh", "warned"),
        ("Dana Marsh, the harbour master, warned that the gate was “rotten to the core.”", "Dana Marsh", "warned"),
        ("“The gate stays shut,” warned the minister.", "the minister", "warned"),
        ("According to Dana Marsh, the gate is “rotten to the core.”", "Dana Marsh", "According to"),
        ("The gate is “rotten to the core,” according to Dana Marsh.", "Dana Marsh", "according to"),
        ("The gate was described by Dana Marsh as “rotten to the core.”", "Dana Marsh", "described"),
        ("In a letter to the board, Dana Marsh wrote that the gate was “rotten to the core.”", "Dana Marsh", "wrote"),
        ("“The gate stays shut,” the court ruled in its decision.", "the court", "ruled"),
        ("“The gate stays shut,” the statement said.", "the statement", "said"),
        ("“The gate stays shut,” the ministry tweeted on Monday.", "the ministry", "tweeted"),
        ("“The gate stays shut,” said a spokesman for Dana Marsh.", "a spokesman", "said"),
        ("“The gate stays shut,” said Dana Marsh, who runs the harbour with Paul Ennis.", "Dana Marsh", "said"),
        ("Paul Ennis, a friend of Dana Marsh, said: “The gate stays shut.”", "Paul Ennis", "said"),
        ("Dana Marsh walked up to the gate and shouted: “Open it now!”", "Dana Marsh", "shouted"),
    ],
)
def test_the_speaker_is_found_before_after_and_around(text: str, speaker: str, cue: str) -> None:
    quote = only(text)
    assert (quote.speaker, quote.cue) == (speaker, cue)
    assert quote.mention is not None
    assert quote.speaker_start is not None
    assert quote.cue_start is not None
    assert text[quote.speaker_start : quote.speaker_end] == quote.mention
    assert text[quote.cue_start : quote.cue_end] == quote.cue


def test_a_split_quotation_is_joined_under_one_attribution() -> None:
    first, second = quotes("“The gate stays shut,” Dana Marsh said. “Nobody will be paid for it.”")
    assert first.joined_to is None
    assert second.joined_to == first.start
    assert first.speaker == second.speaker == "Dana Marsh"
    assert second.cue == "said"


def test_two_speakers_of_one_sentence_each_keep_their_words() -> None:
    first, second = quotes(
        "Dana Marsh called the plan “a gift to the owners,” while Paul Ennis called it “long overdue.”"
    )
    assert (first.speaker, second.speaker) == ("Dana Marsh", "Paul Ennis")
    assert second.joined_to is None


def test_a_speaker_carries_over_to_the_next_paragraph() -> None:
    text = "“The gate stays shut,” Dana Marsh said.\n\n“Nobody will be paid for it.”"
    assert [quote.speaker for quote in quotes(text)] == ["Dana Marsh", "Dana Marsh"]


def test_words_over_several_paragraphs_have_the_speaker_named_after_the_last() -> None:
    text = "“The first night was long.\n\n“The second was longer,” said Dana Marsh."
    assert [quote.speaker for quote in quotes(text)] == ["Dana Marsh", "Dana Marsh"]


def test_a_paragraph_that_ends_in_a_colon_announces_the_speaker_of_the_next() -> None:
    assert only("Then Dana Marsh continued:\n\n“The gate stays shut.”").speaker == "Dana Marsh"


def test_a_line_with_a_dash_and_a_name_signs_the_words_before_it() -> None:
    assert (
        only("The gate was the talk of the town.\n\n“It stays shut for good.”\n\n— Dana Marsh, harbour master").speaker
        == "Dana Marsh"
    )


def test_a_surname_is_given_the_fullest_name_of_the_article() -> None:
    text = "Dana Louise Marsh met Paul Ennis.\n\n“The gate stays shut,” Marsh said."
    quote = only(text)
    assert (quote.mention, quote.speaker) == ("Marsh", "Dana Louise Marsh")


def test_an_office_is_given_the_name_of_the_one_who_holds_it() -> None:
    text = "Mayor Dana Marsh opened the meeting.\n\n“The gate stays shut,” the mayor said."
    assert only(text).speaker == "Dana Marsh"


def test_an_office_that_two_people_hold_stays_an_office() -> None:
    text = "Senator Dana Marsh met Senator Paul Ennis.\n\n“The gate stays shut,” the senator said."
    assert only(text).speaker == "the senator"


def test_a_pronoun_is_resolved_by_gender() -> None:
    text = "Mary Marsh met Paul Ennis on the pier.\n\n“The gate stays shut,” she said. “Not yet,” he answered."
    first, second = quotes(text)
    assert (first.mention, first.speaker) == ("she", "Mary Marsh")
    assert (second.mention, second.speaker) == ("he", "Paul Ennis")


def test_a_pronoun_that_fits_nobody_is_left_unresolved() -> None:
    quote = only("The pier was empty.\n\n“The gate stays shut,” she said.")
    assert (quote.mention, quote.speaker) == ("she", None)


def test_a_pronoun_that_fits_two_people_alike_is_left_unresolved() -> None:
    text = "On the pier stood John Ennis, with him Paul Arden.\n\nThe sea was rough.\n\n“The gate stays shut,” he said."
    assert only(text).speaker is None


def test_who_told_an_outlet_is_the_speaker_and_the_outlet_passes_it_on() -> None:
    quote = only("“The gate stays shut,” Dana Marsh told the Harbour Times.")
    assert (quote.speaker, quote.reported_by) == ("Dana Marsh", "the Harbour Times")
    assert only("“The gate stays shut,” Dana Marsh told reporters.").reported_by == "reporters"


def test_a_person_who_was_told_is_no_outlet() -> None:
    text = "Paul Ennis waited.\n\n“The gate stays shut,” Dana Marsh told Paul Ennis."
    quote = only(text)
    assert (quote.speaker, quote.reported_by) == ("Dana Marsh", None)


@pytest.mark.parametrize(
    ("verb", "sort"), [("said", "neutral"), ("insisted", "assertive"), ("claimed", "doubting"), ("lamented", "emotive")]
)
def test_a_cue_has_its_class_from_the_lexicon(verb: str, sort: str) -> None:
    assert only(f"“The gate stays shut,” Dana Marsh {verb}.").cue_class == sort


def test_a_part_of_a_clause_is_partial_and_a_whole_one_direct() -> None:
    assert only("Dana Marsh said the gate was “rotten to the core.”").kind == "partial"
    assert only("Dana Marsh said: “The gate is rotten.”").kind == "direct"


def test_british_single_marks_and_their_full_stops() -> None:
    first, second = quotes("‘The gate stays shut’, said Dana Marsh. ‘It’s the owners’ turn to pay.’")
    assert (first.text, second.text) == ("The gate stays shut", "It’s the owners’ turn to pay.")
    assert first.speaker == second.speaker == "Dana Marsh"


def test_a_language_without_a_file_has_its_marks_found() -> None:
    found = extract("「門は閉じたままだ」と彼女は言った。", language="ja")
    assert [quote.text for quote in found.quotes] == ["門は閉じたままだ"]
    assert found.quotes[0].speaker is None


def test_a_surname_with_an_article_is_given_the_fullest_name() -> None:
    text = "The envoy, Samir al-Haddadi, arrived.\n\n“The gate stays shut,” al-Haddadi said."
    assert only(text).speaker == "Samir al-Haddadi"


def test_a_sentence_that_ends_in_a_name_does_not_run_into_the_next() -> None:
    text = "Mary Marsh spoke on Sunday. She was tired.\n\n“The gate stays shut,” she said."
    assert only(text).speaker == "Mary Marsh"


def test_a_possessor_is_not_who_a_pronoun_means() -> None:
    text = "Ivo Strand’s widow was in the room. Nobody had asked her.\n\n“The gate stays shut,” she said."
    assert only(text).speaker is None


def test_a_report_inside_a_report_names_who_passes_it_on() -> None:
    quote = only("Paul Ennis said Dana Marsh called the plan “a gift to the owners.”")
    assert (quote.speaker, quote.cue, quote.reported_by) == ("Dana Marsh", "called", "Paul Ennis")


@pytest.mark.parametrize(
    "text",
    [
        "“The gate stays shut,” said the chief inspector, Dana Marsh. She left at noon.",
        "The Inspector of Gates, Dana Marsh, came at noon.\n\nThe inspector said: “The gate stays shut.”",
        "“The gate stays shut,” the harbour master, Dana Marsh, told the Halmen Herald.",
    ],
)
def test_an_office_set_beside_a_name_is_that_person(text: str) -> None:
    assert only(text).speaker == "Dana Marsh"


def test_words_on_a_board_are_a_slogan() -> None:
    found = extract("They carried a board with the words “No gate, no ship” past the gate.")
    assert [words.kind for words in found.not_speech] == ["slogan"]


def test_a_dash_and_a_name_behind_the_words_sign_them() -> None:
    quote = only("“We shall see.” – Ida Noll")
    assert (quote.speaker, quote.mention, quote.cue) == ("Ida Noll", "Ida Noll", None)


@pytest.mark.parametrize(
    ("lead", "marks", "speaker"),
    [
        ("The union said in a statement:", "{}", "The union"),
        ("The union said in a statement:", "> {}", "The union"),
        ("The union said in a statement:", "“{}”", "The union"),
        ("In a letter to the crews, Ida Noll wrote:", "{}", "Ida Noll"),
        ("In a letter to the crews, Ida Noll wrote:", "“{}”", "Ida Noll"),
        ("Ida Noll’s answer in full:", "> {}", "Ida Noll"),
        ("Ida Noll’s answer in full:", "“{}”", "Ida Noll"),
    ],
)
def test_who_announces_a_paragraph_with_a_colon_speaks_it(lead: str, marks: str, speaker: str) -> None:
    words = "We will not return until the crane is repaired. Nobody will be sent up there again."
    quote = only(f"{lead}\n\n{marks.format(words)}\n\nThe port did not reply.")
    assert (quote.text, quote.speaker) == (words, speaker)


def test_a_shortened_title_is_the_office_that_is_named_later() -> None:
    first, second = quotes(
        "Capt. Ruth Hale runs the port. “We wait,” Hale said. “The crews are tired,” the captain said."
    )
    assert (first.speaker, second.speaker) == ("Ruth Hale", "Ruth Hale")
    assert second.mention == "the captain"


@pytest.mark.parametrize(
    "text",
    [
        "“The pier is rotten,” a spokesman for the harbour board, Peter Marsh, said.",
        "“The pier is rotten,” said an engineer of the harbour board, Peter Marsh.",
        "An engineer, Peter Marsh, called the pier “rotten to the core”.",
        "“The pier is rotten,” said her predecessor, Peter Marsh.",
        "“The pier is rotten,” her predecessor as harbour master, Peter Marsh, said.",
        "“The pier is rotten,” said one onlooker, Peter Marsh, on Monday.",
    ],
)
def test_a_name_set_beside_an_office_is_who_speaks(text: str) -> None:
    assert only(text).speaker == "Peter Marsh"


def test_a_name_set_beside_a_report_is_not_who_speaks() -> None:
    assert only("“The pier is rotten,” said the report, Peter Marsh’s last.").speaker == "the report"


@pytest.mark.parametrize("words", ["in March and again in May", "in the last week", "since 2019"])
def test_words_that_say_when_another_spoke_are_those_of_who_tells_it(words: str) -> None:
    lead = "Peter Marsh, the head of Halmen Cranes, said that the company had warned the port"
    quote = only(f"{lead} “{words}”.")
    assert (quote.speaker, quote.cue, quote.reported_by) == ("Peter Marsh", "said", None)


@pytest.mark.parametrize(
    ("text", "speaker", "reported_by"),
    [
        ("Peter Marsh said Orla Pettibone had called the crane “a disgrace”.", "Orla Pettibone", "Peter Marsh"),
        ("Peter Marsh said Orla Pettibone had warned them “of a disgrace”.", "Orla Pettibone", "Peter Marsh"),
        ("Peter Marsh said Orla Pettibone had warned “that last year was bad”.", "Orla Pettibone", "Peter Marsh"),
        ("Orla Pettibone had warned the port “in March and again in May”.", "Orla Pettibone", None),
    ],
)
def test_words_that_another_spoke_are_the_others(text: str, speaker: str, reported_by: str | None) -> None:
    assert (only(text).speaker, only(text).reported_by) == (speaker, reported_by)


def test_a_noun_that_speaks_after_a_name_is_no_office_of_it() -> None:
    text = "They wrote to Halmen Cranes, said the company. “It is late,” the company added."
    assert only(text).speaker == "the company"


def test_another_speaks_for_himself() -> None:
    first, second = quotes("“Who pays?” asked one driver.\n\n“Not me,” said another.")
    assert (first.speaker, second.speaker) == ("one driver", "another")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The scheme has been derided as a “gift to the gulls” by Harbour First, and it may fail.", "Harbour First"),
        ("The scheme was dismissed as “sheer folly” by Orla Pettibone.", "Orla Pettibone"),
        ("The scheme was described by Orla Pettibone as “sheer folly”.", "Orla Pettibone"),
    ],
)
def test_words_of_the_passive_are_those_of_who_did_it(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_number_with_thousands_is_one_word_of_who_speaks() -> None:
    text = "Some 1,400 dock workers signed a letter warning that the port “is simply not prepared” for winter."
    assert only(text).mention == "Some 1,400 dock workers"


def test_a_decimal_point_ends_no_sentence() -> None:
    text = "Orla Pettibone, whose firm lost 3.5 Million crowns in May, called the rules “a trap for the small”."
    assert only(text).speaker == "Orla Pettibone"


def test_who_was_warned_passes_nothing_on() -> None:
    text = "Premier Orla Pettibone called the treaty “terrible” on Tuesday, warning Almera against leaving it."
    assert only(text).reported_by is None
    assert only("“It is late,” Pettibone told Radio Nord.").reported_by == "Radio Nord"
    assert only("“It is late,” Pettibone warned reporters.").reported_by == "reporters"


def test_a_piece_far_from_the_one_before_is_an_attribution_of_its_own() -> None:
    first, second = quotes(
        "“The gate is old,” Dana Marsh said. Marsh, who has run the harbour since her father left it to her in the year of "
        "the great storm, added that it was “rotten to the core.”"
    )
    assert (first.speaker, second.speaker) == ("Dana Marsh", "Dana Marsh")
    assert second.joined_to is None


def test_a_piece_in_another_paragraph_is_an_attribution_of_its_own() -> None:
    _, second = quotes("“The gate is old,” Dana Marsh said.\n\nMarsh added that it was “rotten to the core.”")
    assert (second.speaker, second.cue, second.joined_to) == ("Dana Marsh", "added", None)


def test_a_second_verb_of_the_same_subject_is_an_attribution_of_its_own() -> None:
    _, second = quotes("Dana Marsh said the gate was “old” and warned that it was “rotten.”")
    assert (second.speaker, second.cue, second.joined_to) == ("Dana Marsh", "warned", None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dana Marsh won.\n\nShe said that her campaign would continue “to fight on.”", "Dana Marsh"),
        ("Dana Marsh told the board that Paul Ennis wants to “take the harbour from us.”", "Dana Marsh"),
        ("Paul Ennis said Dana Marsh had warned of a “harsh winter.”", "Dana Marsh"),
        ("Paul Ennis said Dana Marsh had warned the board “in winter.”", "Paul Ennis"),
        ("“It stays shut,” the mayor of Halmen, Norland, said.", "the mayor"),
        ("Ana Roe came. Mary Ana Roe spoke. “The gate stays shut,” Roe said.", "Mary Ana Roe"),
        ("Ana Roe came. Docker Ana Roe spoke. “The gate stays shut,” Roe said.", "Ana Roe"),
    ],
)
def test_the_words_are_whose_verb_is_one_of_saying_not_of_whoever_stands_nearest(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_an_outlet_that_ends_in_somebodys_surname_is_told_all_the_same() -> None:
    text = "Paul Post came. “The gate stays shut,” Dana Marsh told the Harwick Post."
    assert only(text).reported_by == "the Harwick Post"


def test_nobody_passes_on_his_own_words() -> None:
    quote = only("Dana Marsh said Marsh called the plan “a gift to the owners.”")
    assert (quote.speaker, quote.reported_by) == ("Dana Marsh", None)


def test_a_party_in_brackets_behind_a_name_is_not_who_speaks() -> None:
    text = "Coun. Edda Marlow (Lab, Quayside), proposing refusal, said: “My grandfather walled that moor.”"
    assert only(text).speaker == "Edda Marlow"


def test_a_participle_that_opens_the_sentence_is_not_who_speaks() -> None:
    text = "Opening for the board, the harbour master, Orla Venn, said that it would close. “I speak for the pilots.”"
    assert only(text).speaker == "Orla Venn"


def test_another_than_before_may_call_somebody_something_in_the_passive() -> None:
    found = quotes(
        "Ana Roe has been called “the only honest cook in Harwick” and, by a rival, “a menace with a ladle.”"
    )
    assert [(quote.speaker, quote.cue) for quote in found] == [(None, None), ("a rival", "called")]

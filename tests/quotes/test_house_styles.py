"""Ways in which outlets print their reports: live blogs, tabloids, court reports, profiles, agencies, other languages."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import not_speech, only, quotes, texts


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was accused of “gross negligence” over the collapse. The mayor, Anton Verd, denies it.",
        "Dana Marsh was told to “shut up and smile.”",
        "Dana Marsh, who was charged with “conspiracy to defraud”, has resigned.",
        "Crews are being urged to use fewer lamps because they are “a danger to all”.",
    ],
)
def test_who_is_accused_or_told_says_nothing(text: str) -> None:
    quote = only(text)
    assert (quote.speaker, quote.mention, quote.cue) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dana Marsh was accused of “gross negligence” by the harbour union.", "the harbour union"),
        (
            "Crews are being urged to use fewer lamps after a docker warned that the lamps had “little or no use”.",
            "a docker",
        ),
        ("Dana Marsh was quoted as saying “we will not move”.", "Dana Marsh"),
        ("Dana Marsh was heard shouting “let me out” from the cell.", "Dana Marsh"),
        ("Dana Marsh opened up about being described as a “real docker”.", "Dana Marsh"),
    ],
)
def test_a_passive_has_its_speaker_where_the_sentence_names_one(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize("verb", ["shot back", "snorted", "hit back", "sniffed"])
@pytest.mark.parametrize("who", ["Ada Fenn", "she", "the mayor"])
def test_whatever_a_person_does_behind_a_comma_attributes_the_words(who: str, verb: str) -> None:
    quote = quotes(f"Ada Fenn, the mayor of Harwick, came. “You lied,” {who} {verb}.")[-1]
    assert (quote.text, quote.speaker, quote.cue) == ("You lied,", "Ada Fenn", verb.split()[0])


def test_a_title_that_ends_in_a_comma_is_not_what_its_author_says() -> None:
    assert texts("The film, “Salt Harvest,” Ada Fenn directed for nothing.") == []


@pytest.mark.parametrize("time", ["14:32", "10.05am", "9:05 p.m. ET", "14:32 –"])
def test_the_time_of_an_entry_is_no_part_of_its_first_sentence(time: str) -> None:
    text = f"{time} The harbour minister has arrived. She told reporters that she was “quietly confident”.\n\n15:07 Our editor, Priya Nandan, writes: “It is far from done.”"
    first, second = quotes(text)
    assert (first.speaker, second.speaker) == ("The harbour minister", "Priya Nandan")


def test_a_number_that_a_sentence_goes_on_with_is_no_time() -> None:
    assert only("10.15 seconds is what Ada Fenn called “the time of my life”.").speaker == "Ada Fenn"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“I miss the silence,” he says, pouring tea.\n\nA dog barks at nothing in the yard.\n\nIt is cold.\n\nTomas Brandl, 68, lives alone.", "Tomas Brandl"),
        ("“I was 19,” she begins.\n\nIt is a story that she tells well.\n\nIt is cold.\n\nIn 1987 Beatriz Lanza left the convent.", "Beatriz Lanza"),
        ("“I was 19,” she begins.\n\nIt is a story that she tells well.\n\nIt is cold.\n\nThe dog is called after Beatriz Lanza.", None),
    ],
)  # fmt: skip
def test_a_profile_may_name_its_subject_late(text: str, speaker: str | None) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The mayor of Vernac, Helena Daubin, came. “We stay,” the mayor said.", "Helena Daubin"),
        ("es", "La ministra de Vivienda, Elena Cortázar, habló ayer. «Habrá ley», prometió la ministra.", "Elena Cortázar"),
        ("fr", "La maire de Vernac, Hélène Daubin, est là. « On y va », a lancé la maire.", "Hélène Daubin"),
        ("de", "Der Bürgermeister von Altried, Jonas Wieg, war da. „Wir kommen“, sagte der Bürgermeister.", "Jonas Wieg"),
        ("de", "Bürgermeister Jonas Wieg war da. „Wir kommen“, sagte der Bürgermeister.", "Jonas Wieg"),
        ("en", "Deputy minister Ola Berg came. “We stay,” the minister said.", "the minister"),
        ("en", "Deputy Mayor Ola Berg came. “We stay,” the mayor said.", "the mayor"),
        ("en", "Shadow finance minister Ruth Pen spoke. “We stay,” the finance minister said.", "the finance minister"),
        ("en", "The former mayor, Ola Berg, came. “We stay,” the mayor said.", "the mayor"),
    ],
)  # fmt: skip
def test_an_office_is_its_holders_and_no_others(language: str, text: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


def test_the_name_behind_an_office_that_another_works_for_is_not_his() -> None:
    text = "A spokeswoman for the former governor, Peter Lang, said the account was “pure fiction”."
    assert only(text).speaker == "A spokeswoman"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Ministry of Health said it was “a dark day.” “We wait,” the ministry said.", ["The Ministry of Health"] * 2),
        ("The Royal Association of Dockers warned against “leaving the crews in pain.”", ["The Royal Association of Dockers"]),
        ("Paul Fenn of the Harwick Herald said it was “a dark day.”", ["Paul Fenn"]),
    ],
)  # fmt: skip
def test_a_body_has_its_whole_name(text: str, speakers: list[str]) -> None:
    assert [quote.speaker for quote in quotes(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In his letter to the board, Hugo Stern wrote that he could not defend “a plan like this.”\n\n“I have served six boards,” the letter reads.", "Hugo Stern"),
        ("In a statement, the union said it was “an insult to all.” The statement added that “no cause can justify it.”", "the union"),
        ("Hugo Stern said that it was “an insult to all.” The report added that “no cause can justify it.”", "The report"),
    ],
)  # fmt: skip
def test_a_letter_told_of_before_is_its_writers(text: str, speaker: str) -> None:
    assert quotes(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Shares fell 12% after the chipmaker warned that demand was “softer than we would like”.", "the chipmaker"),
        ("Critics panned the film in 1994; one called it “three hours of wet wool.”", "one"),
        ("“It booked the wrong boat,” says Wei Zhang. When she complained, the clerk answered: “Both boats are lovely.”", "the clerk"),
        ("Police are looking for a docker who held up a shop and told Bo Lind to “keep the change.”", "a docker"),
        ("Clerk Minh Tran said the robber shouted “Merry Christmas!” as he left.", "the robber"),
        ("Witnesses told police that Arvo Lind yelled “fire!” twice.", "Arvo Lind"),
    ],
)  # fmt: skip
def test_the_nearest_clause_has_the_speaker(text: str, speaker: str) -> None:
    assert quotes(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Midfielder Jonas Arvid says the crew must rise.\n\n“We look at the table,” the Swede told the club.", "Jonas Arvid"),
        ("Jonas Arvid and Luca Ferri left.\n\n“We look at the table,” the Swede told the club.", "the Swede"),
        ("The singer Marlo had a child on Friday. “Tiny,” she said.", "Marlo"),
        ("A docker called Ren runs the yard. “Tiny,” he said.", "Ren"),
        ("The yard is run by the company Marlo. “Tiny,” she said.", None),
    ],
)  # fmt: skip
def test_a_person_may_be_named_by_country_or_by_one_name(text: str, speaker: str | None) -> None:
    assert only(text).speaker == speaker


def test_a_spanish_verb_alone_goes_on_with_who_spoke() -> None:
    text = "Ana Roe dijo que era «muy viejo». «No hay más», añadió. La alcaldesa Eva Paz dijo que no."
    last = quotes(text, "es")[-1]
    assert (last.speaker, last.cue) == ("Ana Roe", "añadió")


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "La asociación habría denunciado «años de abandono».", "La asociación"),
        ("fr", "Le ministre Luc Armand aurait qualifié le projet de « folie ».", "Luc Armand"),
    ],
)
def test_a_conditional_is_no_part_of_a_name(language: str, text: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The “bomb cyclone” storm will reach the coast, crews say.",
        "The party’s “so-called” reform of the docks passed, Bo Lind said.",
        "Once a small fringe, this “alternative” system now includes a radio.",
    ],
)
def test_a_term_before_its_noun_is_nobodys_speech(text: str) -> None:
    assert [one.kind for one in not_speech(text)] == ["scare"]


def test_straight_single_marks_close_behind_an_s_where_others_open() -> None:
    text = "Warden Keith Ormond said gulls were 'opportunists' and told crews to keep 'anything shiny' out of sight."
    assert texts(text) == ["opportunists", "anything shiny"]
    assert texts("Keith Ormond said: 'The crews' boats are old.'") == ["The crews' boats are old."]
    assert texts("Keith Ormond said: 'The crews' rule is to leave 'em be.'") == ["The crews' rule is to leave 'em be."]


@pytest.mark.parametrize(("left", "right"), ["‘’", "''"])
def test_single_marks_run_over_paragraphs_as_double_ones_do(left: str, right: str) -> None:
    text = f"Frances Aldous said: It’s done.\n\n{left}We got this wrong.\n\n{left}No one should go home like that,{right} she added."
    first, second = quotes(text)
    assert (first.text, second.text) == ("We got this wrong.", "No one should go home like that,")
    assert first.speaker == second.speaker == "Frances Aldous"
    assert texts(f"{left}Tis the season.\n\nBo Lind said nothing.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We heard tapping under the mud,” rescuers said on Sunday.", "rescuers"),
        ("The gate was “wide open” when the fire began, investigators said.", "investigators"),
        ("On Monday farmers said the plan was “an insult”.", "farmers"),
        ("According to shareholders, it was “a sham”.", "shareholders"),
        ("On Monday angry netmakers called the plan “a sham”.", "angry netmakers"),
        ("Rail bosses last night branded a planned walkout “pure spite”.", "Rail bosses"),
        ("Dockers last night branded a planned walkout “pure spite”.", "Dockers"),
        ("The wind rose. “Shut the gate,” the sails said.", "the sails"),
    ],
)
def test_people_may_be_named_without_an_article(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_title_between_commas_is_no_list_of_people() -> None:
    assert only("Boats, nets, sails and “old rope” lay there, Ada Fenn said.").speaker == "Ada Fenn"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The jury heard that Arvo Lind had messaged a friend: “She is gone for good.”", "Arvo Lind"),
        ("His opponent, the Dane Frederik Holst, called him “fearless.”", "Frederik Holst"),
        ("The man charged at officers screaming “Come on!”, police said.", "The man"),
        ("Former Sundria governor Bo Lind left. The former Marle governor said it was “old.”", "The former Marle governor"),
        ("Former Marle governor Bo Lind left. The former Marle governor said it was “old.”", "Bo Lind"),
    ],
)  # fmt: skip
def test_messages_countries_shouts_and_offices_of_places(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_spanish_sentence_may_leave_out_who_speaks_before_a_colon() -> None:
    text = "Nando Val no quiso buscar excusas. «Nos han pasado por encima», reconoció Nando Val. Sobre su futuro fue tajante: «No voy a dimitir»."
    assert quotes(text, "es")[-1].speaker == "Nando Val"

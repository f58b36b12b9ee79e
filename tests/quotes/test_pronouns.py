"""Whom a pronoun takes up: somebody unnamed, who spoke before in a dialogue, nobody whom its own clause names."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import only, quotes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Alan Petley sleeps.\n\nA driver pulled over and climbed out. “I saw nothing at all,” he said.", "A driver"),
        ("The ferry sank. The driver, who lived, told the board. “It went soft as butter,” he said.", "The driver"),
        ("The port was shut. The board issued a reply. “We had no other choice,” it said.", "The board"),
        (
            "Her company, Aurel Lines, sank. Selma Marek wept. The company is dead. “I am free,” she said.",
            "Selma Marek",
        ),
    ],
)
def test_a_pronoun_may_take_up_somebody_without_a_name(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_who_has_just_spoken_without_a_name_goes_on() -> None:
    text = "Alan Petley waited.\n\nThe transport minister urged both sides to “get round a table”. “I do not care what shape it is,” he said."
    assert [quote.speaker for quote in quotes(text)] == ["The transport minister", "The transport minister"]


def test_in_a_dialogue_the_last_speaker_of_the_gender_is_meant() -> None:
    text = (
        "Dame Rosal Kern sat beside Judith Amble. “He shut the door,” Judith Amble said.\n\n"
        "The lawyer Piers Whitlow rose. “You took a compliment for a crime,” he said.\n\n"
        "“I have been paid compliments before,” she replied."
    )
    assert quotes(text)[2].speaker == "Judith Amble"


def test_the_object_of_a_verb_is_not_its_subject() -> None:
    text = "Bernard Lyle wept. The coroner, Elspet Renny, asked him whether it mattered. “I ask that every night.”"
    assert only(text).speaker == "Bernard Lyle"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Counsel for Lord Ashden, Piers Whitlow, suggested that she was wrong. “It was a compliment,” he said.", "Piers Whitlow"),
        ("Haddad’s co-author, Pim Varies, accepts the point. “We need more of it,” he said.", "Pim Varies"),
        ("Stunned Kelly Dagnall, 34, from Eccles Moor, claims he fell. She added: “They are only socks.”", "Kelly Dagnall"),
    ],
)  # fmt: skip
def test_neither_an_owner_nor_a_home_is_taken_up(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_a_sentence_that_tells_who_says_it_is_taken_up_by_whom_it_names() -> None:
    text = "The manager, Jeff Weaver, said Alan Sander was late. He should win on Tuesday, Sander said.\n\n“We did it,” he said."
    assert only(text).speaker == "Alan Sander"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Osgod Hale, 24, met Bo Lind, 31. “I have my round to do,” the 31-year-old said.", "Bo Lind"),
        ("Marisa Quin did not sleep.\n\n“I watch cartoons,” the 22-year-old pitcher said.", "Marisa Quin"),
        ("Osgod Hale met Bo Lind.\n\n“I watch cartoons,” the 22-year-old pitcher said.", "the 22-year-old pitcher"),
        ("In a note read by his aide, Bo Lind, the 71-year-old king said that he had been “tired of it”.", "the 71-year-old king"),
    ],
)  # fmt: skip
def test_an_age_tells_who_it_is(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Archbishop of Thorne, the Most Rev Hilary Penrow, wrote: “It is with sadness that I close it.”", "Hilary Penrow"),
        ("The King of Estmar said that he had been “tired, and thinking of lunch”.", "The King of Estmar"),
        ("Harbour crews say the driver was “shaken but unhurt”.", "Harbour crews"),
        ("VELMAR, June 4 (Continental News) - The central bank cited “prices in services” on Tuesday.", "The central bank"),
        ("Fenn waited. Connelly said it was “a disgrace to the town”.", "Connelly"),
    ],
)  # fmt: skip
def test_a_capital_does_not_make_a_name(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


def test_who_is_spoken_to_does_not_go_on_speaking() -> None:
    text = "“It stung me,” says Roz Tindle.\n\nYou have said that you wrote it “to shut myself up”. Why?\n\n“For about a week it worked.”"
    assert quotes(text)[2].speaker == "Roz Tindle"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rachel Dunmer wept. Her son Albie died. “I was right all along,” she said.", "Rachel Dunmer"),
        ("Dr Thacker’s advice to beginners is to wait. “Pick a wall,” she said.", "Dr Thacker"),
        ("The team said that Rook had a broken hand. “She has asked us to say so,” it said.", "The team"),
        ("The promoter, Big Tent, said that all were welcome. “Every ticket will be honoured,” it said.", "Big Tent"),
        ("Holt, the CEO, told investors: “We left a window open.”\n\nShe added: “I would do it again.”", "Holt"),
    ],
)  # fmt: skip
def test_a_pronoun_takes_up_who_or_what_the_last_sentence_is_about(text: str, speaker: str) -> None:
    assert quotes(text)[-1].speaker == speaker


def test_a_name_behind_a_preposition_is_not_what_the_sentence_is_about() -> None:
    text = (
        "Dasha Maris bows out. “My knee held a vote,” she said.\n\n"
        "The star, 36, had just won against the teen Carlotta Vinchi.\n\n“I cannot do it any more,” she said."
    )
    assert quotes(text)[1].speaker == "Dasha Maris"


def test_whom_the_article_is_about_is_meant_at_last() -> None:
    text = (
        "Hedda Mallow cast bells. Mallow was the last to do so. In 1979 Mallow fell into the pit.\n\nIt rained for a week.\n\n"
        "Mallow refused chimes. Lind liked them.\n\nThe bell was huge.\n\nThe town was proud.\n\n“It took nine hours,” she said."
    )
    assert only(text).speaker == "Hedda Mallow"


def test_an_unnamed_speaker_goes_on_in_the_next_paragraph() -> None:
    text = "Alan Petley sleeps.\n\n“We wait for rain,” the new president will say.\n\n“It never comes,” he will say."
    assert [quote.speaker for quote in quotes(text)] == ["the new president", "the new president"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "5. Spare a thought for the doctor, Abel Naka, at the back:\n\n“Bones, everyone. She loses them.”",
            "Abel Naka",
        ),
        ("Bleed your radiators, says Lena Fenn: “It takes ten minutes and people never do it.”", "Lena Fenn"),
        ("And proud Ross Vicker, Palmar’s boss, gushed: “She did what she was trained to do.”", "Ross Vicker"),
        ("The yard Purl & Dauter had an offer. “We are nine people in a shed,” Purl & Dauter said.", "Purl & Dauter"),
    ],
)
def test_what_opens_a_sentence_is_not_always_a_name(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker

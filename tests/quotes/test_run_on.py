"""One quotation over several lines, opened once and closed once, as texts with a line a sentence print it."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import quotes, texts

LINES = ["We will mend the pier.", "It takes a month.", "Then we sail,"]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('"', '" '), ('"', ' " '), ('"', ' "'), ('"', '"'), ("“", "” "), ("“ ", " ” "), ('" ', ' " '), ("“", ' "')],
)
@pytest.mark.parametrize("attribution", ["said Ada Fenn.", "Ada Fenn said.", "Ada Fenn, who runs the yard, said."])
def test_the_lines_of_one_quotation_are_those_of_whom_its_end_names(
    opening: str, closing: str, attribution: str
) -> None:
    text = "Bo Lind praised the crew.\n" + opening + "\n".join(LINES) + closing + attribution
    found = quotes(text)
    assert [quote.text for quote in found] == LINES
    assert {quote.speaker for quote in found} == {"Ada Fenn"}
    assert [quote.joined_to for quote in found] == [None, found[0].start, found[0].start]


@pytest.mark.parametrize("closing", ['"', ' "', "”", " ”"])
def test_the_lines_of_one_quotation_are_those_of_whom_its_beginning_names(closing: str) -> None:
    text = f'Ada Fenn wrote to Bo Lind: "We will mend the pier.\nIt takes a month.{closing}\nBo Lind agreed.'
    found = quotes(text)
    assert [quote.text for quote in found] == LINES[:2]
    assert {quote.speaker for quote in found} == {"Ada Fenn"}


def test_who_speaks_in_the_next_sentence_does_not_take_the_words_before() -> None:
    text = 'Ada Fenn wrote: "We will mend the pier.\nIt takes a month." Bo Lind said that he was glad.'
    assert [quote.speaker for quote in quotes(text)] == ["Ada Fenn", "Ada Fenn"]


def test_words_after_a_closing_mark_that_hangs_on_the_next_word_are_not_quoted() -> None:
    text = '"We will mend the pier.\nIt takes a month, "Fenn said. "Then we sail," she added.'
    assert texts(text) == ["We will mend the pier.", "It takes a month,", "Then we sail,"]


def test_words_announced_on_a_later_line_do_not_close_those_left_open() -> None:
    text = '"We will mend the pier.\nThe master said, "They came at night.'
    assert texts(text) == ["We will mend the pier.", "They came at night."]


def test_a_pronoun_behind_several_lines_takes_up_who_is_named_before_them() -> None:
    text = 'The show had a talk with Adam Lind, who came late.\n"If I had to pick one, it would be it.\nIt is great," he says.'
    assert [quote.speaker for quote in quotes(text)] == ["Adam Lind", "Adam Lind"]


@pytest.mark.parametrize("words", ["“cruel” and “badly drawn up,”", "“cruel,” “reckless” and “awful,”"])
def test_words_joined_by_and_are_one_persons_though_an_outlet_relays_the_last(words: str) -> None:
    found = quotes(f"Dana Marsh called the plan {words} the Halmen Herald reported.")
    assert {(quote.speaker, quote.reported_by) for quote in found} == {("Dana Marsh", "Halmen Herald")}


def test_who_ends_a_line_that_nobody_opened_before_does_not_take_the_lines_above() -> None:
    text = "“We will mend the pier,” wrote Ada Fenn. “It takes a month.\n\n“Then we sail,” Bo Lind said."
    assert [quote.speaker for quote in quotes(text)] == ["Ada Fenn", "Ada Fenn", "Ada Fenn"]


def test_words_behind_another_cue_are_another_speakers() -> None:
    text = "Ana Roe said: “We will stay,” but “we must go,” Bo Lind replied."
    assert [quote.speaker for quote in quotes(text)] == ["Ana Roe", "Bo Lind"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("“We mend it,” Ana Roe said on Monday. On Friday, she warned of “the winter to come”.", False),
        ("“We mend it,” said Ms. Roe. Ana Roe called it “the winter to come”.", False),
        ("“We mend it,” Ana Roe told Mr. Brand, adding “for the winter to come”.", True),
        ("“We mend it,” Ana Roe said, “for the winter to come”.", True),
    ],
)
def test_another_sentence_of_the_same_speaker_begins_another_attribution(text: str, *, joined: bool) -> None:
    first, second = quotes(text)
    assert first.speaker == second.speaker == "Ana Roe"
    assert (second.joined_to == first.start) is joined

"""What a page's links leave inside its sentences."""

from __future__ import annotations

import pytest

from reviewer.quotes import extract
from reviewer.quotes.residue import without_linked_headlines
from tests.quotes.helpers import not_speech, only, quotes

LINK = "{name}Harbour crews ask for ‘a last word’ Marle says talks fail Overnight Docks: board to hear crews | Ships wait MORE"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“I am glad,” Rep. Chris Fenn {link} (D-Marle) wrote.", "Chris Fenn"),
        ("Harbour master Chris Fenn {link} on Thursday said the gate was “rotten to the core.”", "Chris Fenn"),
        ("Mayor Fenn {link} called the plan “a gift to the owners.”", "Mayor Fenn"),
    ],
)
@pytest.mark.parametrize("name", ["Christopher (Chris) Paul Fenn", "Chris Fenn"])
def test_a_name_given_again_with_headlines_glued_to_it_is_left_out_of_the_sentence(
    text: str, speaker: str, name: str
) -> None:
    assert only(text.format(link=LINK.format(name=name))).speaker == speaker


def test_marked_words_of_glued_headlines_are_neither_speech_nor_anything_else() -> None:
    assert not not_speech(f"Mayor Ruth Fenn {LINK.format(name='Ruth Ann Fenn')} came at noon.")


def test_headlines_inside_a_quotation_stay_part_of_its_words() -> None:
    text = f"“We thank Ruth Hale {LINK.format(name='Ruth Ann Hale').replace('‘', '').replace('’', '')} for it,” said Dana Marsh."
    quote = only(text)
    assert quote.text == text[quote.start : quote.end]
    assert quote.text.endswith("MORE for it,")


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Hale met Dana McDana. “We want MORE,” Hale said.",
        "Ruth Hale met Ann Hale.\nHaleMarsh is a yard.\n“We want MORE,” Hale said.",
    ],
)
def test_capitals_alone_leave_nothing_out(text: str) -> None:
    (quote,) = quotes(text)
    assert quote.text == "We want MORE,"
    assert extract(text).quotes[0].speaker in ("Ruth Hale", "Hale")


def test_a_name_glued_inside_glued_headlines_leaves_the_text_as_long_as_it_was() -> None:
    text = (
        "Mayor Ruth Fenn Ruth Ann FennHarbour crews back Karl Hult Karl HultGate closes for good MORE said: “We wait.”"
    )
    assert len(without_linked_headlines(text, "MORE")) == len(text)
    assert only(text).speaker == "Ruth Fenn"


def test_a_quotation_between_a_glued_name_and_a_word_in_capitals_is_kept() -> None:
    text = "He thanked Roe Jane RoeBerg, who said: “We stay here until the talks are done.” The banner read: NO MORE TALKS."
    assert [quote.text for quote in quotes(text)] == ["We stay here until the talks are done."]


@pytest.mark.parametrize("run", ["A-", "A'"])
def test_names_without_end_take_no_time(run: str) -> None:
    text = f"{run * 50_000} MORE"
    assert without_linked_headlines(text, "MORE") == text

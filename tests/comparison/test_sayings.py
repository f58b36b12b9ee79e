"""Utterances that attributions cut into pieces of a few words, and short ones whose words of grammar or order differ."""

from __future__ import annotations

import pytest

from reviewer.comparison import compare
from reviewer.comparison.values import Side
from reviewer.quotes import extract
from tests.comparison.test_alignment import LEFT_REST, RIGHT_REST
from tests.comparison.test_bounds import bounded


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“⟦We will⟧,” Orla Venn said, “⟦not be⟧,” she added, “⟦moved⟧.”",
            "“⟦We will not be moved⟧,” said Orla Venn.",
        ),
        (
            "“⟦This⟧,” Orla Venn said, “⟦is what⟧,” she went on, “⟦we paid⟧,” she said, “⟦for⟧.”",
            "“⟦This is what we paid for⟧,” said Orla Venn.",
        ),
        (
            "“⟦We will⟧,” Orla Venn said, “⟦never leave the basin until every crane is mended⟧.”",
            "“⟦We will never leave the basin until every crane is mended⟧,” said Orla Venn.",
        ),
        (
            "“⟦We will never leave the basin until every crane is mended⟧,” Orla Venn said, “⟦by us⟧.”",
            "“⟦We will never leave the basin until every crane is mended by us⟧,” said Orla Venn.",
        ),
        (
            "“⟦I saw⟧,” Orla Venn said, “⟦the beacon⟧,” she paused, “⟦go out⟧.”",
            "“⟦I saw the beacon⟧,” said Orla Venn, “⟦go out⟧.”",
        ),
    ],
)
def test_pieces_of_a_few_words_are_one_match_with_the_whole(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        match = bounded(one, other)
        assert match.relation == "identical"
        assert match.flags == ()


def test_a_quotation_in_part_of_the_same_words_is_completed_from_its_first_word() -> None:
    bounded(
        "The wind was “particularly great”, said Orla Venn, who spoke of a “⟦great day for the pilots⟧” and of pride.",
        "Orla Venn called it “a ⟦great day for the pilots⟧”.",
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Orla Venn said she was “⟦hounded and humiliated⟧”.",
            "Orla Venn had been “⟦humiliated and hounded⟧”, she said.",
        ),
        ("“⟦It is a scandal and a shame⟧,” said Orla Venn.", "“⟦It is a shame and a scandal⟧,” said Orla Venn."),
        ("“⟦I've let everybody down⟧,” said Orla Venn.", "“⟦I have let everyone down⟧,” said Orla Venn."),
        ("“⟦Nobody will ever believe him⟧,” said Orla Venn.", "“⟦No one would ever believe him⟧,” said Orla Venn."),
        (
            "“⟦I'm not going to spend any more⟧,” said Orla Venn.",
            "“⟦I am not going to spend anymore⟧,” said Orla Venn.",
        ),
        (
            "“⟦We are nine and should be sixteen⟧,” said Orla Venn.",
            "“⟦We're 16 and we should be nine⟧,” said Orla Venn.",
        ),
    ],
)
def test_a_short_utterance_is_found_in_other_words_of_grammar_and_in_another_order(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        bounded(one, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“We will win,” said Orla Venn.", "“They can win,” said Orla Venn."),
        ("“I've let everybody down,” said Orla Venn.", "“I have let everyone down,” said Arno Pell."),
        ("“That is not for me to say,” said Orla Venn.", "“It is for others to say that,” said Arno Pell."),
        ("“We will,” Orla Venn said, “not be moved.”", "“It will not be long now,” said Orla Venn."),
    ],
)
def test_other_short_words_are_no_match(left: str, right: str) -> None:
    one, other = (Side(text, extract(text).quotes) for text in (f"{LEFT_REST}\n\n{left}", f"{RIGHT_REST}\n\n{right}"))
    assert compare(one, other).matches == ()


def test_sentences_that_both_articles_print_apart_stay_apart() -> None:
    one, other = (
        Side(text, extract(text).quotes)
        for text in (
            f"{LEFT_REST}\n\n“The lock is shut,” said Orla Venn. “Nobody told the pilots who came in from Osk. It was dark.”",
            f"{RIGHT_REST}\n\n“The lock is shut,” Orla Venn said. “Nobody told the pilots who came in from Osk.”",
        )
    )
    assert [m.left.span.of(one.text).strip(",.") for m in compare(one, other).matches] == [
        "The lock is shut",
        "Nobody told the pilots who came in from Osk",
    ]


def test_a_short_sentence_of_a_longer_quotation_is_found() -> None:
    bounded(
        "“⟦He did not run⟧. A lady with a pram came through the door of the chandlery,” said Orla Venn.",
        "“⟦He didn't run⟧,” said Orla Venn.",
    )


def test_a_short_sentence_belongs_to_the_match_beside_it() -> None:
    bounded(
        "“⟦I am not a hero. The brakes of the old tram are the hero⟧,” said Orla Venn.",
        "“⟦I'm no hero⟧,” said Orla Venn. “⟦The brakes of the old tram are the hero⟧.”",
    )


def test_what_is_said_again_in_other_tenses_is_another_statement() -> None:
    one, other = (
        Side(text, extract(text).quotes)
        for text in (
            f"{LEFT_REST}\n\n“The fog is our enemy. If it thickens tonight we'll lose the barges,” said Orla Venn.",
            f"{RIGHT_REST}\n\n“The fog was our enemy. It thickened and we saved the barges,” said Orla Venn.",
        )
    )
    assert compare(one, other).matches == ()

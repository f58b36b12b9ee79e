"""A few words, or a single one, that both articles give as what one person said."""

from __future__ import annotations

import pytest

from reviewer.comparison import Match, Side, compare
from reviewer.quotes import extract
from tests.comparison.test_alignment import LEFT_REST, RIGHT_REST


def _matches(left: str, right: str) -> list[tuple[str, str]]:
    sides = [Side(text, extract(text).quotes) for text in (f"{LEFT_REST}\n\n{left}", f"{RIGHT_REST}\n\n{right}")]
    found = [match for match in compare(*sides).matches if match.kind != "passage"]
    return [_words(match, sides) for match in found]


def _words(match: Match, sides: list[Side]) -> tuple[str, str]:
    one, other = (
        side.text[m.start : m.end].strip(" .,") for m, side in zip((match.left, match.right), sides, strict=True)
    )
    return one, other


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        ("“⟦I will not resign⟧,” Orla Venn told the pilots.", "Orla Venn said that ⟦she would not resign⟧."),
        ("“⟦No decision has been taken⟧,” said Orla Venn.", "The mayor, Orla Venn, said ⟦no decision had been taken⟧."),
        ("“⟦They kept their heads⟧,” Orla Venn said.", "Orla Venn said ⟦the divers had kept their heads⟧."),
        ("“⟦We will appeal⟧,” said Orla Venn.", "Venn said ⟦the parish would appeal⟧."),
        (
            "“⟦I will not resign⟧. The harbour lost a vote, and the pilots lost a friend,” said Orla Venn.",
            "The mayor, Orla Venn, said that ⟦she would not resign⟧.",
        ),
        (
            "“It rained. ⟦We have ordered nine cranes for the new mole, all of them from one yard⟧. Sleep well,” said Orla Venn.",
            "Orla Venn said ⟦nine cranes for the mole had been ordered from a single yard⟧.",
        ),
    ],
)
def test_a_few_words_are_found_where_a_report_gives_all_of_them_to_their_speaker(quoted: str, told: str) -> None:
    expected = tuple(text[text.index("⟦") + 1 : text.index("⟧")] for text in (quoted, told))
    plain = [text.replace("⟦", "").replace("⟧", "") for text in (quoted, told)]
    assert _matches(*plain) == [expected]
    back = Side(plain[1], extract(plain[1]).quotes), Side(plain[0], extract(plain[0]).quotes)
    assert [_words(match, list(back)) for match in compare(*back).matches] == [expected[::-1]]


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        ("“I will not resign,” Orla Venn told the pilots.", "Tomas Ruck said that he would not resign."),
        ("“I will not resign,” Orla Venn told the pilots.", "Critics said that she would not resign."),
        (
            "“I will not resign. The harbour lost a vote, and the pilots lost a friend,” said Orla Venn.",
            "Tomas Ruck said that he would not resign.",
        ),
        (
            "“It rained. We have ordered nine cranes for the new mole. Sleep well,” said Orla Venn.",
            "Orla Venn said the new mole was the work of her father.",
        ),
        ("“We will appeal,” said Orla Venn.", "Orla Venn said that the parish would sell the mole and buy a crane."),
        ("“The Red Flag” was a song that Orla Venn sang.", "Orla Venn said that the red flag had been hoisted."),
    ],
)
def test_a_few_words_of_another_or_of_other_things_are_no_report(quoted: str, told: str) -> None:
    assert not _matches(quoted, told)


def test_a_telling_word_alone_in_marks_on_both_sides_is_a_match() -> None:
    left, right = "Orla Venn spoke of a “shipwreck”.", "Orla Venn called the sale a “shipwreck” and left."
    assert _matches(left, right) == [("shipwreck", "shipwreck")]
    assert _matches(right, left) == [("shipwreck", "shipwreck")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Orla Venn spoke of a “shipwreck”.", "Tomas Ruck spoke of a “shipwreck”."),
        ("“Never,” said Orla Venn.", "“Never,” said Orla Venn."),
        (
            "Orla Venn spoke of a “shipwreck”.",
            "Orla Venn spoke of a “shipwreck”. Asked again, she said: “Shipwreck.”",
        ),
    ],
)
def test_a_word_of_two_people_of_everyday_or_printed_twice_is_none(left: str, right: str) -> None:
    assert not _matches(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We go to court on Monday", "We go to court on Thursday"),
        ("The vote was 52 to 48", "The vote was 51 to 49"),
        ("We hardly know each other", "We barely know each other"),
        ("I blame Torvald Prins for the delay", "I blame Henrik Sool for the delay"),
        ("Nowhere in the deed is the river mentioned", "The river is mentioned in the deed"),
    ],
)
def test_a_short_sentence_of_one_person_is_found_though_a_word_or_two_differ(left: str, right: str) -> None:
    assert _matches(f"“{left},” said Orla Venn.", f"Orla Venn told them: “{right}.”") == [(left, right)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“We go to court on Monday,” said Orla Venn.", "Tomas Ruck told them: “We go to court on Thursday.”"),
        ("“We go to court on Monday,” she said.", "“We go to court on Thursday,” he told them."),
        ("“We love the sea,” said Orla Venn.", "Orla Venn told them: “We love the hills.”"),
        ("“We go to court on Monday,” said Orla Venn.", "Orla Venn told them: “We went to school by boat.”"),
        (
            "“We go to court on Monday. The pilots sail on, whatever the weather,” said Orla Venn.",
            "Orla Venn told them: “We go to court on Thursday.”",
        ),
    ],
)
def test_short_sentences_of_two_people_or_of_other_things_are_none(left: str, right: str) -> None:
    assert _matches(left, right) == []

"""Which words stand between marks."""

from __future__ import annotations

import pytest

from reviewer.quotes import extract
from reviewer.quotes.marks import marked_spans


def inside(text: str) -> list[str]:
    return [text[span.start : span.end] for span in marked_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready,” said Dana Marsh.",
        '"We are ready," said Dana Marsh.',
        '“We are ready," said Dana Marsh.',
        '"We are ready,” said Dana Marsh.',
        "‘We are ready,’ said Dana Marsh.",
        "'We are ready,' said Dana Marsh.",
        "„We are ready,“ said Dana Marsh.",
        "„We are ready,” said Dana Marsh.",
        "«We are ready,» said Dana Marsh.",
        "« We are ready, » said Dana Marsh.",
        "»We are ready,« said Dana Marsh.",
        "”We are ready,” said Dana Marsh.",
        "「We are ready,」 said Dana Marsh.",
        "『We are ready,』 said Dana Marsh.",
        "＂We are ready,＂ said Dana Marsh.",
        "‹We are ready,› said Dana Marsh.",
        "``We are ready,'' said Dana Marsh.",
        "“ We are ready, ” said Dana Marsh.",
    ],
)
def test_every_style_of_marks_gives_the_words_inside_them(text: str) -> None:
    assert inside(text) == ["We are ready,"]


@pytest.mark.parametrize(
    "text",
    [
        "The dogs' owners don't mind, and the '90s aren't back.",
        'A 12" pipe and a 5\'10" plumber fit through the door.',
        "It’s the crews’ turn, not the owners’ turn.",
        "She is 5’ 10” tall.",
        'The board is 6" wide and 8" long.',
        "No marks at all.",
        "",
        '""',
    ],
)
def test_apostrophes_primes_and_empty_marks_open_nothing(text: str) -> None:
    assert inside(text) == []


def test_a_measure_beside_a_quotation_does_not_swallow_it() -> None:
    assert inside('The 6\'2" keeper said: "We held on." Nobody argued.') == ["We held on."]


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert inside("‘We didn’t sleep, and the crews’ boats didn’t either,’ she said.") == [
        "We didn’t sleep, and the crews’ boats didn’t either,"
    ]


def test_nested_marks_belong_to_the_outer_quotation() -> None:
    assert inside("“He told me ‘never again’ and left,” she said.") == ["He told me ‘never again’ and left,"]
    assert inside('"He told me "never again" and left," she said.') == ['He told me "never again" and left,']
    assert inside("‘He told me “never again” and left,’ she said.") == ["He told me “never again” and left,"]


def test_a_reopened_paragraph_continues_the_quotation() -> None:
    text = "“The first night was long.\n\n“The second was longer,” said Dana Marsh."
    spans = marked_spans(text)
    assert [text[span.start : span.end] for span in spans] == ["The first night was long.", "The second was longer,"]
    assert [span.closed for span in spans] == [False, True]
    assert [span.continues for span in spans] == [False, True]


def test_paragraphs_that_are_not_reopened_continue_up_to_the_closing_mark() -> None:
    text = "“The first night was long.\n\nThe second was longer.\n\nThe third was quiet,” she said."
    assert inside(text) == ["The first night was long.", "The second was longer.", "The third was quiet,"]
    assert [span.continues for span in marked_spans(text)] == [False, True, True]


def test_a_missing_closing_mark_hurts_its_own_paragraph_only() -> None:
    text = "“We never agreed to that, she said.\n\nHe left.\n\n“Nor did we,” said Paul Ennis."
    assert inside(text)[-1] == "Nor did we,"
    assert len(inside(text)) == 2


def test_a_missing_opening_mark_hurts_its_own_paragraph_only() -> None:
    text = "“Fine,” he said. He left.\n\nWe never agreed to that,” she said.\n\n“Nor did we,” said Paul Ennis."
    assert inside(text) == ["Fine,", "We never agreed to that,", "Nor did we,"]


def test_two_apostrophes_are_marks_only_where_asked_for() -> None:
    text = "''We are ready,'' said Dana Marsh."
    assert inside(text) == []
    assert [quote.text for quote in extract(text, double_apostrophes=True).quotes] == ["We are ready,"]


def test_a_line_that_begins_with_an_angle_is_a_block_quotation() -> None:
    found = extract("Dana Marsh wrote:\n\n> We will not reopen the gate.\n> Not this year.\n\nThe board met.").quotes
    assert [(quote.kind, quote.text) for quote in found] == [
        ("block", "We will not reopen the gate."),
        ("block", "Not this year."),
    ]
    assert {quote.speaker for quote in found} == {"Dana Marsh"}
    assert found[1].joined_to == found[0].start


def test_marks_around_a_whole_block_stay_outside_it() -> None:
    (quote,) = extract("The board wrote:\n\n> “We will not reopen the gate.”\n").quotes
    assert (quote.kind, quote.text) == ("block", "We will not reopen the gate.")


def test_a_paragraph_announced_as_a_statement_is_a_block_quotation() -> None:
    text = (
        "Dana Marsh answered in a statement:\n\n"
        "The gate stays shut until the inspectors have seen every hinge of it, and not a day less.\n\nThe board met."
    )
    (quote,) = extract(text).quotes
    assert (quote.kind, quote.speaker) == ("block", "Dana Marsh")
    assert quote.text.startswith("The gate stays shut")
    assert quote.text.endswith("a day less.")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The 'old “gate” house' stood.", ["gate"]),
        ("‘It is “old”.’ He left.", ["It is “old”."]),
        ("‘One or two docks’ where boats ‘slipped through.’", ["One or two docks", "slipped through."]),
        ("Seven boats’ crews ‘slipped through’ the gate.", ["slipped through"]),
        (
            "“I left.\nThe gate fell.\n“It was old.”\nNobody came,” said Roe.",
            ["I left.", "It was old.", "Nobody came,"],
        ),
        ("“I left.\nThe gate fell.\n“It was old.”\nIt ended so” said Roe.", ["I left.", "It was old.", "It ended so"]),
        (
            "“Make it great again.\nTo that, Roe joked that she likes a good, “peaceful protest” at times.",
            ["Make it great again.", "peaceful protest"],
        ),
    ],
)
def test_a_mark_pairs_with_the_nearest_that_can_close_it(text: str, spans: list[str]) -> None:
    assert [text[one.start : one.end] for one in marked_spans(text)] == spans


def test_single_marks_do_not_reopen_words_that_double_ones_left_open() -> None:
    text = "“I left the gate.\n‘Nobody came,’ he said."
    assert [one.continues for one in marked_spans(text)] == [False, False]

"""Finding in one document, folded."""

from __future__ import annotations

from reviewer.tui.find import MOST, Finder

TITLE = "Port shut"
TEXT = "The port’s crews left. “PORT” they said, café by the pørt.\nPort"


def found(query: str) -> list[tuple[str, str]]:
    return [
        (hit.place, hit.span.of(TITLE if hit.place == "title" else TEXT)) for hit in Finder(TITLE, TEXT).find(query)
    ]


def test_hits_come_in_the_order_of_reading_title_first() -> None:
    assert found("port") == [("title", "Port"), ("text", "port"), ("text", "PORT"), ("text", "Port")]


def test_marks_accents_and_case_do_not_matter() -> None:
    assert found("PORT'S") == [("text", "port’s")]
    assert found('"port"') == [("text", "“PORT”")]
    assert found("cafe") == [("text", "café")]


def test_nothing_is_found_for_nothing() -> None:
    assert found("") == []
    assert found("  ") == []
    assert found("\u200b") == []


def test_hits_do_not_overlap() -> None:
    hits = Finder(None, "aaaa").find("aa")
    assert [(hit.span.start, hit.span.end) for hit in hits] == [(0, 2), (2, 4)]


def test_words_over_a_line_feed_are_found() -> None:
    assert found("pørt. port") == [("text", "pørt.\nPort")]


def test_a_letter_in_a_book_gives_no_more_hits_than_anyone_steps_through() -> None:
    assert len(Finder(None, "x" * (MOST + 5)).find("x")) == MOST

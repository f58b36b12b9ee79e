"""Where a caret goes: by word, sentence, paragraph; how a selection grows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.text import Span, paragraphs, sentences, words
from reviewer.text.graphemes import cluster_at
from reviewer.tui import document_caret as moves
from tests.text.strategies import any_texts

TEXT = "The port closed. Nobody “left early” on Monday.\n\n  A second paragraph, don’t skip it! It ends.\n"

FORWARD: list[Callable[[str, int], int]] = [moves.next_word, moves.next_sentence, moves.next_paragraph]
BACK: list[Callable[[str, int], int]] = [moves.previous_word, moves.previous_sentence, moves.previous_paragraph]


def walked(move: Callable[[str, int], int], text: str, start: int, stop: int) -> list[int]:
    places = [start]
    while places[-1] != stop:
        places.append(move(text, places[-1]))
        assert len(places) <= len(text) + 2, "the caret is stuck"
    return places


@given(any_texts, st.sampled_from(FORWARD))
def test_going_on_always_arrives_at_the_end(text: str, move: Callable[[str, int], int]) -> None:
    places = walked(move, text, 0, len(text))
    assert places == sorted(set(places))


@given(any_texts, st.sampled_from(BACK))
def test_going_back_always_arrives_at_the_beginning(text: str, move: Callable[[str, int], int]) -> None:
    places = walked(move, text, len(text), 0)
    assert places == sorted(set(places), reverse=True)


@example("\u06000")
@example("0\u094d\u0915")
@given(any_texts)
def test_words_are_visited_one_by_one_in_both_directions(text: str) -> None:
    starts = [word.start for word in words(text) if cluster_at(text, word.start)[0] == word.start]
    assert walked(moves.next_word, text, 0, len(text))[1:-1] == [s for s in starts if s > 0]
    back = walked(moves.previous_word, text, len(text), 0)[1:]
    assert [place for place in back if place in starts] == starts[::-1]


@given(any_texts)
def test_sentences_and_paragraphs_are_visited_one_by_one(text: str) -> None:
    inner = {sentence.start for sentence in sentences(text)} - {0, len(text)}
    assert set(walked(moves.next_sentence, text, 0, len(text))[1:-1]) == inner
    assert set(walked(moves.previous_sentence, text, len(text), 0)[1:-1]) == inner
    starts = {paragraph.start for paragraph in paragraphs(text)} - {0, len(text)}
    assert set(walked(moves.next_paragraph, text, 0, len(text))[1:-1]) == starts
    assert set(walked(moves.previous_paragraph, text, len(text), 0)[1:-1]) == starts


def places_in(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, int]]:
    return texts.flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text))))


@example(("0\u0600 ", 1))
@given(places_in(any_texts))
def test_growing_reaches_the_whole_text_by_steps_that_hold_each_other(place: tuple[str, int]) -> None:
    text, at = place
    selection = Span(at, at)
    for _ in range(5):
        larger = moves.grown(text, selection)
        assert larger.contains(selection)
        if larger == selection:
            break
        assert len(larger) > len(selection)
        selection = larger
    assert selection == Span(0, len(text))


@given(any_texts, st.data())
def test_shrinking_ends_in_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    selection = Span(start, data.draw(st.integers(start, len(text))))
    for _ in range(5):
        smaller = moves.shrunk(text, selection)
        assert selection.contains(smaller)
        if not smaller:
            return
        assert len(smaller) < len(selection)
        selection = smaller
    pytest.fail("it never ends")


def test_a_caret_in_a_word_grows_to_word_sentence_paragraph_and_text() -> None:
    selection = Span(26, 26)
    grown = []
    for _ in range(4):
        selection = moves.grown(TEXT, selection)
        grown.append(selection.of(TEXT))
    assert grown == ["left", "Nobody “left early” on Monday.", TEXT.split("\n")[0], TEXT]


def test_a_selection_over_two_sentences_grows_to_both() -> None:
    assert moves.grown(TEXT, Span(9, 20)).of(TEXT) == "The port closed. Nobody “left early” on Monday."


def test_a_selection_up_to_the_next_paragraph_grows_within_its_own() -> None:
    selection = Span(26, TEXT.index("A second"))
    first = moves.grown(TEXT, selection)
    assert first.of(TEXT) == "Nobody “left early” on Monday."
    assert moves.grown(TEXT, first).of(TEXT) == TEXT.split("\n")[0]


def test_the_word_between_words_is_the_cluster_there() -> None:
    assert moves.word_at(TEXT, 15).of(TEXT) == "."
    assert moves.word_at(TEXT, TEXT.index("don’t") + 2).of(TEXT) == "don’t"
    assert moves.word_at(TEXT, len(TEXT)) == Span(len(TEXT), len(TEXT))


def test_a_paragraph_is_its_line_without_the_white_space_around_it() -> None:
    assert moves.paragraph_at(TEXT, TEXT.index("second")).of(TEXT) == "A second paragraph, don’t skip it! It ends."
    assert not moves.paragraph_at(TEXT, TEXT.index("\n") + 1)


def test_words_of_a_line_without_end_are_found_without_reading_all_of_it() -> None:
    text = "ab cd " * 500_000
    assert moves.next_word(text, 1_500_000) == 1_500_003
    assert moves.previous_word(text, 1_500_000) == 1_499_997

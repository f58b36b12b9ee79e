"""Old places in a new text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles.revisions import revision_map
from reviewer.text import Span
from tests.growth import assert_in_proportion

WORDS = st.lists(
    st.sampled_from(["ferry", "rock", "“two”", "hurt", "not", "3", "crew", "e\u0301té", "\n", "\n\n"]), max_size=40
).map(" ".join)


@given(WORDS | st.text(max_size=80), WORDS | st.text(max_size=80))
def test_the_pieces_cover_both_texts_in_order(old: str, new: str) -> None:
    pieces = revision_map(old, new).pieces
    assert "".join(piece.old.of(old) for piece in pieces) == old
    assert "".join(piece.new.of(new) for piece in pieces) == new
    assert all(piece.old.of(old) == piece.new.of(new) for piece in pieces if piece.same)


@given(WORDS, WORDS, st.integers(0, 200), st.integers(0, 200))
def test_a_place_called_the_same_holds_the_same_words(old: str, new: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(old)), min(b, len(old))))
    placed = revision_map(old, new).place(Span(start, end))
    if placed is not None:
        assert placed.span.end <= len(new)
        if placed.same:
            assert placed.span.of(new) == old[start:end]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_in_an_unchanged_text_everything_stays_where_it_is(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    placed = revision_map(text, text).place(Span(start, end))
    assert (placed is None) == (start == end)
    assert placed is None or (placed.same and placed.span == Span(start, end))


OLD = "The ferry ran aground.\n\n“Nobody was hurt,” said Brandt on the quay.\n\nAn inquiry will begin."


def _place(old: str, new: str, words: str) -> tuple[str, bool] | None:
    start = old.index(words)
    placed = revision_map(old, new).place(Span(start, start + len(words)))
    return (placed.span.of(new), placed.same) if placed else None


def test_what_was_inserted_before_a_span_moves_it() -> None:
    new = OLD.replace("“Nobody", "It was dark.\n\nThen the sea rose. “Nobody")
    assert _place(OLD, new, "Nobody was hurt") == ("Nobody was hurt", True)


def test_a_changed_word_within_a_span_is_told() -> None:
    new = OLD.replace("was hurt", "was badly hurt")
    assert _place(OLD, new, "Nobody was hurt") == ("Nobody was badly hurt", False)


def test_a_changed_word_at_the_edge_of_a_span_belongs_to_it() -> None:
    new = OLD.replace("Nobody", "Hardly anybody")
    assert _place(OLD, new, "Nobody was hurt") == ("Hardly anybody was hurt", False)


def test_what_was_taken_out_has_no_place() -> None:
    assert _place(OLD, OLD.replace("“Nobody was hurt,” said Brandt on the quay.\n\n", ""), "Nobody was hurt") is None


def test_a_span_over_several_paragraphs_keeps_its_ends() -> None:
    new = OLD.replace("said Brandt", "said Ms Brandt")
    assert _place(OLD, new, OLD[4:]) == (new[4:], False)


def test_a_long_text_is_mapped_in_proportion_and_a_wholly_new_one_too() -> None:
    def mapped(paragraphs: int) -> None:
        said = "says that the water stood {0} hands high at the gate."
        old = "\n\n".join(f"Paragraph {n} {said.format(n)}" for n in range(paragraphs))
        middle = f"Paragraph {paragraphs // 2} "
        moved = revision_map(old, "A new beginning.\n\n" + old.replace(middle, f"Section {paragraphs // 2} "))
        assert len(moved.changed) == 2
        revision_map(old, " ".join(f"word{n}" for n in range(10 * paragraphs)))

    assert_in_proportion(mapped, 10_000)

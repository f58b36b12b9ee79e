"""What an analyst looks at before recording that something is absent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.comparison import absence, candidates

TEXT = (
    "The pilots met in a hotel above the fish market on Tuesday. The mediator, a retired judge, was not invited. "
    "Employers called the offer their final position and left by the kitchen door.\n\n"
    "Grain prices in the capital hardly moved. A bakery gave away what it could not sell."
)


def test_the_best_place_comes_first_with_its_score_and_what_it_lacks() -> None:
    found = candidates("the mediator was a retired judge from the capital", TEXT)
    assert found[0].text == "The mediator, a retired judge, was not invited"
    assert TEXT[found[0].start : found[0].end] == found[0].text
    assert found[0].score > found[1].score
    assert "capital" in found[0].reason
    assert found[0].reason.startswith("says most of it")


def test_the_very_words_score_a_hundred() -> None:
    best = candidates("Grain prices in the capital hardly moved", TEXT)[0]
    assert best.score == 100
    assert best.reason == "says the same"


def test_a_place_that_says_the_opposite_says_so_and_never_scores_a_hundred() -> None:
    text = f"{TEXT}\n\n“They aren't selling the pier,” she said. He should resign, and the board never pays 12 nurses."
    best = candidates("They are selling the pier", text)[0]
    assert best.text == "They aren't selling the pier"
    assert best.score < 100
    assert "but negation – → aren't" in best.reason
    assert "but modality must → should" in candidates("He must resign", text)[0].reason
    assert "number 20 → 12" in candidates("the board pays 20 nurses", text)[0].reason


def test_a_place_ends_at_the_marks_of_its_quotation() -> None:
    text = f"{TEXT}\n\nOrla Venn shrugged. “We had no warning,” she said. He knew: “Not one crane moved.”"
    assert candidates("We had no warning", text)[0].text == "We had no warning"
    assert candidates("Not one crane moved", text)[0].text == "Not one crane moved"


def test_a_british_place_is_the_same_for_british_and_american_words() -> None:
    text = "The harbour was organised as a defence centre. Nothing else happened in the town."
    for query in ("The harbour was organised as a defence centre", "The harbor was organized as a defense center"):
        best = candidates(query, text)[0]
        assert (best.score, best.reason) == (100, "says the same")


def test_what_a_place_turns_is_told_in_the_language_of_the_article() -> None:
    text = "Der Rat tagte bis in die Nacht. Brücke Montag niemals sicher. Im Hafen war es still."
    best = candidates("Brücke Montag sicher", text, language="de")[0]
    assert best.text == "Brücke Montag niemals sicher"
    assert "but negation – → niemals" in best.reason


def test_of_a_query_and_a_place_of_many_words_it_is_not_told_what_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(absence, "SURVEYED", 10)
    assert "negation" in candidates("the crane is safe here", "The crane is not safe here.")[0].reason
    assert "negation" not in candidates("the old crane is safe here", "The old crane is not safe here.")[0].reason
    assert "negation" not in candidates("the crane is safe here", "The crane is not in the least safe here.")[0].reason


def test_a_query_is_read_in_the_language_of_the_article() -> None:
    text = "Le conseil a voté le programme du port. Rien d'autre ne s'est passé en ville ce jour-là."
    best = candidates("le conseil a voté le programme", text, language="fr")[0]
    assert best.reason.startswith("says the same")
    assert candidates("programme", text, language="fr")[0].score == 100


def test_another_order_and_another_tense_still_count() -> None:
    best = candidates("moving prices of grain", TEXT)[0]
    assert best.text.startswith("Grain prices")
    assert best.score > 50


def test_what_is_nowhere_has_no_candidates() -> None:
    assert candidates("volcanic eruption", TEXT) == ()
    assert candidates("", TEXT) == ()
    assert candidates("pilots", "") == ()


def test_a_long_paragraph_is_cut_to_where_it_is_alike() -> None:
    text = (
        " ".join(f"word{k}" for k in range(200))
        + " the mediator resigned at dawn "
        + " ".join(f"more{k}" for k in range(200))
    )
    assert candidates("mediator resigned", text)[0].text == "mediator resigned"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=300), st.integers(0, 7))
def test_candidates_are_ranked_within_bounds_and_say_why(query: str, text: str, limit: int) -> None:
    found = candidates(query, text, limit=limit)
    assert len(found) <= limit
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    for candidate in found:
        assert candidate.text == text[candidate.start : candidate.end]
        assert 0 <= candidate.score <= 100
        assert candidate.reason

"""Attributions inside the marks, as French and Spanish print them."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import quotes, texts


def pieces(text: str, language: str = "fr") -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in quotes(text, language)]


def test_an_attribution_inside_the_marks_is_nobodys_words() -> None:
    text = "« Nous partirons demain, a déclaré Marie Lorne, quoi qu’il arrive. »"
    first, second = quotes(text, "fr")
    assert (first.text, second.text) == ("Nous partirons demain", "quoi qu’il arrive.")
    assert text[first.start : first.end] == first.text
    assert text[second.start : second.end] == second.text
    assert first.speaker == second.speaker == "Marie Lorne"
    assert first.cue == "déclaré"
    assert second.joined_to == first.start


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "« C’est une honte, s’indigne le maire, Paul Véron. On nous a menti. »",
            [("C’est une honte", "Paul Véron"), ("On nous a menti.", "Paul Véron")],
        ),
        (
            "« Il faut agir vite, estime Jeanne Riou, qui dirige l’association. Chaque jour compte. »",
            [("Il faut agir vite", "Jeanne Riou"), ("Chaque jour compte.", "Jeanne Riou")],
        ),
        (
            "« Qui a signé ?, demande la députée Anne Corbel. Personne ne répond. »",
            [("Qui a signé ?", "Anne Corbel"), ("Personne ne répond.", "Anne Corbel")],
        ),
        (
            "« Je suis heureux, a confié Max Thibaud, joint par téléphone. Je vais dormir. »",
            [("Je suis heureux", "Max Thibaud"), ("Je vais dormir.", "Max Thibaud")],
        ),
        ("« Nous avons gagné, a lancé le capitaine Luc Hamel. »", [("Nous avons gagné", "Luc Hamel")]),
    ],
)
def test_the_words_go_on_after_the_whole_attribution(text: str, found: list[tuple[str, str]]) -> None:
    assert pieces(text) == found


def test_a_pronoun_behind_the_verb_attributes_inside_the_marks() -> None:
    text = "Marie Lorne quitte le port. « Je ne reviendrai pas, a-t-elle ajouté, et personne ne me retiendra. »"
    assert pieces(text) == [("Je ne reviendrai pas", "Marie Lorne"), ("et personne ne me retiendra.", "Marie Lorne")]


def test_spanish_sets_an_attribution_inside_the_marks_too() -> None:
    text = "«Nos han engañado, dijo Pedro Alcázar, y lo van a pagar»."
    assert pieces(text, "es") == [("Nos han engañado", "Pedro Alcázar"), ("y lo van a pagar", "Pedro Alcázar")]


def test_a_spanish_attribution_may_have_no_subject() -> None:
    text = "«Me voy, dijo, y no vuelvo», explicó Luis Vega."
    assert pieces(text, "es") == [("Me voy", "Luis Vega"), ("y no vuelvo", "Luis Vega")]


@pytest.mark.parametrize(
    "text",
    [
        "« Reviens demain, m’a dit Paul, et j’ai attendu », raconte Anne Corbel.",
        "« Le maire, critiqué par tous, doit partir », affirme Anne Corbel.",
        "« Quand je dis non, dit-on, je pense oui et je signe », plaisante Anne Corbel.",
    ],
)
def test_a_speakers_own_report_of_another_stays_in_one_piece(text: str) -> None:
    assert len(texts(text, "fr")) == 1


def test_english_words_are_never_cut_at_an_attribution() -> None:
    assert texts("“I was ready, said my father, and I was not,” said Anna Corbel.") == [
        "I was ready, said my father, and I was not,"
    ]


@pytest.mark.parametrize(
    ("between", "second"),
    [
        ("—prometió Bruno Salas—,", "aunque cueste años"),
        ("—prometió ayer Bruno Salas, el alcalde— y", "y no en un año"),
    ],
)
def test_an_attribution_between_dashes_cuts_the_words_in_two(between: str, second: str) -> None:
    rest = second if between.endswith(",") else "no en un año"
    text = f"«Lo haremos {between} {rest}»."
    first, last = quotes(text, "es")
    assert (first.text, last.text) == ("Lo haremos", second)
    assert first.speaker == last.speaker == "Bruno Salas"


def test_a_dash_that_no_verb_follows_cuts_nothing() -> None:
    assert texts("«Lo haremos —cueste lo que cueste— este año», dijo Bruno Salas.", "es") == [
        "Lo haremos —cueste lo que cueste— este año"
    ]
    assert texts("«Lo haremos —dijo Bruno Salas», y se fue.", "es") == ["Lo haremos —dijo Bruno Salas"]

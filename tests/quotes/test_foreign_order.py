"""Subjects behind their verb in Spanish, French and German: after a conditional clause, a hearer, a phrase with a preposition."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import only


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("fr", "« On reste là », a confié au Courrier la présidente du port, Anne Lorny.", "Anne Lorny", "confié"),
        ("fr", "« On reste là », a confié au Courrier le capitaine Luc Penne.", "Luc Penne", "confié"),
        ("fr", "Aurait-elle su, dit Odile Marsy, « nous n’aurions rien signé ».", "Odile Marsy", "dit"),
        (
            "fr",
            "Face à Carole Robin, l’avocat Luc Penne a soutenu qu’« il n’y a aucune preuve ».",
            "Luc Penne",
            "soutenu",
        ),
        ("es", "«No nos vamos», dijo a este diario la presidenta de la Junta, Rosa Mencina.", "Rosa Mencina", "dijo"),
        ("es", "De haberlo sabido, añadió Marta Salgada, «no habríamos firmado nada».", "Marta Salgada", "añadió"),
        ("es", "Contra Carmen Roblas no hay «ni una sola prueba», recordó Luis Peñas.", "Luis Peñas", "recordó"),
        ("de", "Sollte es regnen, warnte Kapitän Uwe Landt, „laufen wir nicht aus“.", "Uwe Landt", "warnte"),
        (
            "de",
            "Gegen Karla Brandt gebe es „keinen einzigen Beweis“, erinnerte Anwalt Jörg Pahle.",
            "Jörg Pahle",
            "erinnerte",
        ),
    ],
)
def test_the_subject_behind_its_verb_speaks(language: str, text: str, speaker: str, cue: str) -> None:
    quote = only(text, language)
    assert (quote.speaker, quote.cue) == (speaker, cue)

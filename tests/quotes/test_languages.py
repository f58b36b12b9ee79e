"""Every language file is loaded and exercised."""

from __future__ import annotations

import pytest

from reviewer.quotes import extract
from reviewer.quotes.lexicon import LANGUAGES, guess, language, language_of
from tests.quotes.helpers import only, quotes

SENTENCES = {
    "en": ("“The gate stays shut,” said the mayor Dana Marsh.", "Dana Marsh", "said", "neutral"),
    "es": ("«No vamos a ceder», advirtió la alcaldesa Marta Solís.", "Marta Solís", "advirtió", "assertive"),
    "fr": ("« Nous ne céderons pas », a déploré le maire Luc Morvan.", "Luc Morvan", "déploré", "emotive"),
    "de": ("„Wir geben nicht nach“, sagte Bürgermeister Karl Brenner.", "Karl Brenner", "sagte", "neutral"),
}
BEFORE = {
    "en": ("Dana Marsh said: “The gate stays shut.”", "Dana Marsh"),
    "es": ("Marta Solís afirmó: “No habrá otra oportunidad”.", "Marta Solís"),
    "fr": ("Hélène Dorval prévient : « Il n’y aura pas d’autre chance. »", "Hélène Dorval"),
    "de": ("Karl Brenner warnte: „Es gibt keine zweite Chance.“", "Karl Brenner"),
}
ACCORDING = {
    "en": ("According to Dana Marsh, the gate is “a disgrace.”", "Dana Marsh"),
    "es": ("Según la ministra Lucía Peral, el puerto es “una vergüenza”.", "Lucía Peral"),
    "fr": ("Selon la ministre Claire Aubin, le port est « une honte ».", "Claire Aubin"),
    "de": ("Laut Ministerin Greta Holm ist der Hafen „eine Schande“.", "Greta Holm"),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_speaker_after_the_words_is_found(code: str) -> None:
    text, speaker, cue, sort = SENTENCES[code]
    (quote,) = quotes(text, code)
    assert (quote.speaker, quote.cue, quote.cue_class) == (speaker, cue, sort)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_speaker_before_the_words_is_found(code: str) -> None:
    text, speaker = BEFORE[code]
    (quote,) = quotes(text, code)
    assert quote.speaker == speaker


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_speaker_of_a_phrase_is_found(code: str) -> None:
    text, speaker = ACCORDING[code]
    (quote,) = quotes(text, code)
    assert quote.speaker == speaker


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_file_is_complete_and_no_cue_has_two_classes(code: str) -> None:
    words = language(code)
    assert words.code == code
    assert set(words.cue_class.values()) == {"neutral", "assertive", "doubting", "emotive"}
    assert words.weak <= set(words.cue_class), words.weak - set(words.cue_class)
    for part in (words.titles, words.pronouns, words.names, words.roles, words.scare_before, words.speech_nouns):
        assert part
    assert all(word == word.lower() for word in (*words.tags, *words.titles, *words.names))


def test_a_french_pronoun_behind_its_verb_is_the_speaker() -> None:
    first, second = quotes("« C’est fini », dit-il. « Je pars », a-t-elle ajouté.", "fr")
    assert (first.mention, first.cue) == ("il", "dit")
    assert (second.mention, second.cue) == ("elle", "ajouté")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_language_is_guessed_from_its_small_words(code: str) -> None:
    text = {
        "en": "The gate of the harbour was shut and it is not to open.",
        "es": "La puerta del puerto se cerró y los vecinos no saben por qué, según el alcalde.",
        "fr": "La porte du port est fermée et les habitants ne savent pas pour combien de temps.",
        "de": "Das Tor zum Hafen ist zu, und die Anwohner wissen nicht, was sich ändern wird.",
    }[code]
    assert guess(text) == code


def test_a_tag_with_a_region_names_its_language() -> None:
    assert language_of("de-AT", "") is language("de")
    assert language_of("pt-BR", "") is None


DIALOGUE = [
    (
        "es",
        "—No vamos a ceder —dijo Marta Solís—. Nunca lo haremos.",
        ["No vamos a ceder", "Nunca lo haremos."],
        "Marta Solís",
    ),
    ("es", "—¿Quién paga el muelle? —preguntó el alcalde Luis Prado.", ["¿Quién paga el muelle?"], "Luis Prado"),
    ("fr", "— Nous ne céderons pas, dit Hélène Dorval.", ["Nous ne céderons pas,"], "Hélène Dorval"),
    ("fr", "— C’est fini ? demande Luc Morvan.", ["C’est fini ?"], "Luc Morvan"),
]


@pytest.mark.parametrize(("code", "text", "words", "speaker"), DIALOGUE)
def test_dialogue_set_with_a_dash_is_speech(code: str, text: str, words: list[str], speaker: str) -> None:
    found = quotes(text, code)
    assert [quote.text for quote in found] == words
    assert {quote.speaker for quote in found} == {speaker}
    assert {quote.reported_by for quote in found} == {None}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "— el primer punto del orden del día\n— el segundo punto, según el acta"),
        ("fr", "— la réparation du quai, les bateaux et la grue\n— le budget, voté hier"),
        ("en", "— We are ready, said Dana Marsh."),
    ],
)
def test_a_dash_that_opens_an_item_of_a_list_is_no_dialogue(code: str, text: str) -> None:
    assert quotes(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("es", "«Uno.\n\n»Dos.\n\n»Tres», dijo Marta Solís.", ["Uno.", "Dos.", "Tres"]),
        ("fr", "« Un.\n\n» Deux », a dit Hélène Dorval.", ["Un.", "Deux"]),
        ("de", "»Eins«, sagte Karl Brenner, »zwei.«", ["Eins", "zwei."]),
        ("de", "«Eins», sagte Karl Brenner, «zwei.»", ["Eins", "zwei."]),
        ("fr", "Un «mot», un «autre mot»dit Luc Morvan.", ["mot", "autre mot"]),
    ],
)
def test_angle_marks_point_as_the_language_sets_them(code: str, text: str, words: list[str]) -> None:
    found = extract(text, language=code)
    pieces = {piece.start: piece.text for piece in found.quotes} | {
        piece.start: piece.text for piece in found.not_speech
    }
    assert [pieces[start] for start in sorted(pieces)] == words


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "Her novel “The long quay” sold well.", "The long quay"),
        ("es", "Su novela «El muelle largo» se vendió bien.", "El muelle largo"),
        ("fr", "Son roman « Le long quai » s’est bien vendu.", "Le long quai"),
        ("de", "Ihr Roman „Der lange Kai“ verkaufte sich gut.", "Der lange Kai"),
    ],
)
def test_a_work_named_by_its_noun_is_a_title(code: str, text: str, words: str) -> None:
    (found,) = extract(text, language=code).not_speech
    assert (found.text, found.kind) == (words, "title")


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "El plan fue calificado de “locura” por la ministra Ana Ruiz.", "Ana Ruiz"),
        ("es", "El presidente Donald Krantz llegó a Nueva Almera. “Es tarde”, dijo Krantz.", "Donald Krantz"),
        ("fr", "Le président Donald Krantz est venu. « Il est tard », a dit M. Krantz.", "Donald Krantz"),
        ("de", "Präsident Donald Krantz kam. „Es ist spät“, sagte er.", "Donald Krantz"),
    ],
)
def test_passives_and_first_names_of_other_countries_are_read(language: str, text: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("La alcaldesa, Teresa Oakes, afirmó que la isla tiene víveres para cinco días.", "Teresa Oakes"),
        ("Teresa Oakes, alcaldesa de la isla, no lo cree.", "Teresa Oakes"),
        ("El ministro Pablo Rueda visitó la isla el martes.", "Pablo Rueda"),
        ("La alcaldesa llegó el martes. El mar estaba en calma.", "La alcaldesa"),
        ("La isla tiene víveres para cinco días.", "Marek Holloway"),
        ("Norrsund espera ayuda.", "Marek Holloway"),
        ("Victoria espera ayuda.", "Marek Holloway"),
        ("Los vecinos protestaron en el muelle.", "Marek Holloway"),
        ("La alcaldesa llegó el martes. Los vecinos protestaron.", "La alcaldesa"),
        ("La alcaldesa lo escuchó. «No lo duden», dijo Holloway.", "Marek Holloway"),
    ],
)
def test_a_verb_alone_goes_on_with_whom_the_sentences_before_it_are_about(before: str, speaker: str) -> None:
    text = f"«Nadie corrió peligro», dijo Marek Holloway.\n\n{before} «Habrá un segundo barco el viernes», aseguró."
    last = quotes(text, "es")[-1]
    assert (last.speaker, last.cue) == (speaker, "aseguró")


def test_a_verb_of_several_alone_goes_on_with_several() -> None:
    text = "«Nadie corrió peligro», dijo Marek Holloway.\n\nLos vecinos protestaron. «Habrá otro barco», aseguraron."
    assert quotes(text, "es")[-1].speaker == "Los vecinos"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("«Nos vamos», dijo Ana Rojo. «Ya basta», dijo tras la reunión.", "dijo"),
        ("La alcaldesa, Ana Rojo, llegó. «Basta», masculló, y se fue.", "masculló"),
        ("La alcaldesa, Ana Rojo, llegó. «Basta», soltó nada más sentarse.", "soltó"),
        ("«Nos vamos», dijo Ana Rojo.\n\nSobre el muelle, señaló que «lo vio todo el mundo».", "señaló"),
        ("«Nos vamos», dijo Ana Rojo.\n\nSobre el muelle, señaló que la obra «lo vio todo el mundo».", "señaló"),
        ("Ana Rojo dimitió. En una carta, explicó que el puerto «se hunde».", "explicó"),
        ("Ana Rojo dimitió. En una carta, explicó que «no hay salida» y que el puerto «se hunde».", "explicó"),
    ],
)
def test_a_spanish_verb_whose_subject_is_left_out_goes_on(text: str, cue: str) -> None:
    last = quotes(text, "es")[-1]
    assert (last.speaker, last.cue) == ("Ana Rojo", cue)

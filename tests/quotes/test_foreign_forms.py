"""How German, French and Spanish attribute: verbs at the end, the passive, nobody who says, phrases like "according to"."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import only, quotes, texts


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Der Plan wurde von der Opposition als „Mogelpackung“ bezeichnet.", "Mogelpackung", "der Opposition"),
        ("Von der Jury wurde das Buch als „Meisterwerk“ gelobt.", "Meisterwerk", "der Jury"),
        (
            "Dem Minister wurde von der Opposition „völliges Versagen“ vorgeworfen.",
            "völliges Versagen",
            "der Opposition",
        ),
        ("Sie habe „nichts gewusst“, hatte Vera Noll vor Gericht ausgesagt.", "nichts gewusst", "Vera Noll"),
        ("Wie Sprecherin Anke Vollmer mitteilte, war der Zug „nicht voll“.", "nicht voll", "Anke Vollmer"),
        ("Jonas Falk hatte vor dem Spiel angekündigt, man werde „alles geben“.", "alles geben", "Jonas Falk"),
        (
            "Die Anwohner wurden von der Feuerwehr gewarnt, das Haus sei „einsturzgefährdet“.",
            "einsturzgefährdet",
            "der Feuerwehr",
        ),
        ("Der Bürgermeister, Olaf Tiedje, nannte den Plan einen „Dolchstoß“.", "Dolchstoß", "Olaf Tiedje"),
        ("In einer Mitteilung sprach die Reederei von einem „Einzelfall“.", "Einzelfall", "die Reederei"),
        ("Sein Bezwinger, der 22-jährige Elias Strand, nannte ihn „unerreicht“.", "unerreicht", "Elias Strand"),
        ("Wie aus der Behörde verlautete, habe er „allein gehandelt“.", "allein gehandelt", "der Behörde"),
        ("Auf die Frage, ob er gehe, antwortete Uwe Land: „Nein.“", "Nein.", "Uwe Land"),
    ],
)
def test_the_subject_of_a_german_verb_at_the_end_speaks(text: str, words: str, speaker: str) -> None:
    quote = only(text, "de")
    assert (quote.text, quote.speaker) == (words, speaker)


@pytest.mark.parametrize(
    ("text", "language", "mention"),
    [
        ("„Wir prüfen das“, hieß es aus dem Ministerium.", "de", "dem Ministerium"),
        ("Aus dem Ministerium hieß es, die Pläne seien „nicht spruchreif“.", "de", "dem Ministerium"),
        ("Es handle sich um „einen Unfall“, hieß es bei der Polizei.", "de", "der Polizei"),
        ("« Rien n’est signé », indique-t-on à la préfecture.", "fr", "la préfecture"),
    ],
)
def test_where_nobody_says_the_source_speaks(text: str, language: str, mention: str) -> None:
    assert only(text, language).mention == mention


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Nach Angaben der Polizei war der Fahrer „deutlich zu schnell“.", "de", "der Polizei"),
        ("Dem Anwalt Jörg Pahl zufolge war der Vertrag „sittenwidrig“.", "de", "Jörg Pahl"),
        ("Aus Sicht des Historikers Falk Bode war der Krieg „vermeidbar“.", "de", "Falk Bode"),
        ("Für die Kritikerin Vera Noll ist der Roman „ein stilles Wunder“.", "de", "Vera Noll"),
        ("D’après Paul Véron, la route est « impraticable ».", "fr", "Paul Véron"),
        ("Aux yeux de Nadia Perrot, c’est « une impasse ».", "fr", "Nadia Perrot"),
        ("Pour Nadia Perrot, c’est « un faux débat ».", "fr", "Nadia Perrot"),
        ("A juicio de Clara Montes, es «un disparate».", "es", "Clara Montes"),
        ("De acuerdo con la fiscal Nuria Peña, era «un montaje».", "es", "Nuria Peña"),
        ("Para Jaime Solana, el acuerdo es «una trampa».", "es", "Jaime Solana"),
    ],
)
def test_a_phrase_says_whose_words_a_predicate_is(text: str, language: str, speaker: str) -> None:
    assert only(text, language).speaker == speaker


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("„Nein“, sagt Uwe Land.", "de", "Nein"),
        ("« Fini », tranche Karim Aouad.", "fr", "Fini"),
        ("«Nunca», le respondió Clara Montes a su marido.", "es", "Nunca"),
        ("Anne Corbel dit : « Je pars demain. »", "fr", "Je pars demain."),
    ],
)
def test_the_shortest_words_are_speech_beside_their_verb(text: str, language: str, words: str) -> None:
    assert only(text, language).text == words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Le ministre a été qualifié de « menteur » par l’opposition.", "l’opposition"),
        ("L’acteur a été qualifié par la critique Odile Marsan de « génie paresseux ».", "Odile Marsan"),
    ],
)
def test_in_the_french_passive_the_one_by_whom_speaks(text: str, speaker: str) -> None:
    assert only(text, "fr").speaker == speaker


def test_who_is_asked_in_french_does_not_speak() -> None:
    quote = only("Marc Oger entra. « Tu pars ? », lui demande Lise Tual.", "fr")
    assert (quote.speaker, quote.cue) == ("Lise Tual", "demande")


def test_each_of_two_clauses_side_by_side_has_its_own_speaker() -> None:
    text = "Le syndicat dénonce « une provocation », la direction parle d’« un malentendu »."
    assert [quote.speaker for quote in quotes(text, "fr")] == ["Le syndicat", "la direction"]


def test_a_spanish_participle_in_the_plural_is_passive() -> None:
    text = "Los vecinos fueron avisados por los bomberos de que el edificio estaba «a punto de caer»."
    assert only(text, "es").speaker == "los bomberos"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Roman „Die Nacht am Kai“ bekam den Preis, teilte die Jury mit.", "de"),
        ("Die Aktion „Saubere Stadt“ beginnt am Montag, wie die Stadt mitteilte.", "de"),
        ("Von Kritikern wurde der Film „Wellen“ gelobt.", "de"),
        ("Er sei Mitglied der „Grauen Wölfe“ gewesen, sagte der Zeuge.", "de"),
        ("El «modelo vasco» ya no existe.", "es"),
        ("Le fameux « modèle breton » a vécu, selon Yves Tallec.", "fr"),
        ("Le film « L’Été dernier » sort mercredi.", "fr"),
        ("La operación «Ciudad limpia» empieza el lunes, informó el ayuntamiento.", "es"),
    ],
)
def test_names_of_works_and_words_kept_at_a_distance_stay_no_speech(text: str, language: str) -> None:
    assert texts(text, language) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ("Um das Dock hat Vera Noll (Grüne) den Gegnern „Panikmache“ vorgeworfen.", "Panikmache", "Vera Noll", "vorgeworfen"),
        ("Uwe Land hatte die Reederei als „Schlafwagen“ bezeichnet.", "Schlafwagen", "Uwe Land", "bezeichnet"),
        ("Vera Noll habe den Plan eine „Schande“ genannt und sei gegangen.", "Schande", "Vera Noll", "genannt"),
        ("Dem Blatt zufolge hatten Spieler das Training als „Zumutung“ bezeichnet.", "Zumutung", "Spieler", "bezeichnet"),
        ("Der Fahrer, ein Maurer aus Lindental, soll nach Angaben von Zeugen „zu schnell“ gewesen sein.", "zu schnell", "Zeugen", "nach Angaben"),
    ],
)  # fmt: skip
def test_a_german_participle_behind_the_words_is_their_cue(text: str, words: str, speaker: str, cue: str) -> None:
    quote = only(text, "de")
    assert (quote.text, quote.speaker, quote.cue) == (words, speaker, cue)


def test_what_a_german_participle_announces_by_its_name_is_no_speech() -> None:
    assert texts("Am Abend haben die Hafenarbeiter das „Derby“ angekündigt.", "de") == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Anne Lorne est venue. « Je ferai appel », a-t-elle réagi à la sortie, dénonçant un complot.", "réagi"),
        ("Anne Lorne est venue. « Jamais », bougonna-t-elle.", "bougonna"),
        ("Anne Lorne est venue. « Jamais », se lamente-t-elle.", "lamente"),
        ("Anne Lorne dénonçait le plan : « Sans cela, dit-elle, nous sommes morts. »", "dit"),
    ],
)
def test_a_french_verb_with_its_pronoun_behind_the_words_is_their_cue(text: str, cue: str) -> None:
    assert {(quote.speaker, quote.cue) for quote in quotes(text, "fr")} == {("Anne Lorne", cue)}


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("es", "Ana Rojo llegó. Su nieta, Carmen Vega, la recordó como «una mujer libre».", "Carmen Vega", "recordó"),
        ("es", "Bo Luna pidió su salida y la acusó de «tomar el pelo».", "Bo Luna", "acusó"),
        ("es", "«No canto, me quejo», solía decir Rosario Vega, que nunca quiso grabar.", "Rosario Vega", "decir"),
        ("fr", "« On a tout essayé », plaide de son côté la préfète, Chloé Marchal.", "Chloé Marchal", "plaide"),
    ],
)
def test_a_verb_beside_a_small_word_is_a_cue(language: str, text: str, speaker: str, cue: str) -> None:
    quote = only(text, language)
    assert (quote.speaker, quote.cue) == (speaker, cue)

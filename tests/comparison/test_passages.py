"""Text that two articles share outside quotations: what is copied, and what two reporters of one event have by themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewer.comparison import Match, Side, compare
from reviewer.comparison import passages as passages_module
from reviewer.comparison.words import words_of
from reviewer.quotes import extract
from reviewer.text import Span

LEFT_REST = "Gulls had the quay to themselves until noon, when a van with folding chairs drew up at the chandler's."
RIGHT_REST = "A thin rain fell over the uplands all week. Nobody had swept the steps of the old corn exchange."


def passages(left: str, right: str, language: str = "en") -> list[tuple[str, str]]:
    """What each side has of every passage that articles of these paragraphs, and others, share."""
    one, other = f"{LEFT_REST}\n\n{left}", f"{RIGHT_REST}\n\n{right}"
    found = compare(Side(one, (), language), Side(other, (), language)).matches
    assert {match.kind for match in found} <= {"passage"}
    return [(match.left.span.of(one), match.right.span.of(other)) for match in found]


def only(left: str, right: str) -> Match:
    found = compare(Side(f"{LEFT_REST}\n\n{left}"), Side(f"{RIGHT_REST}\n\n{right}")).matches
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "Holm Rovers fell behind after nine minutes when Pat Dray lobbed the keeper. They levelled shortly before "
            "half-time through the captain, Sim Orr, whose free kick went in off the post after Dray had fouled Lew "
            "Tarn on the edge of the area.\n\nFive minutes from time Abel Quist won it, his seventh goal of the season.",
            "A late strike by Abel Quist sank Carrow at Mill Lane. The sides had gone in level shortly before half-time. "
            "It was his seventh goal of the season, and nobody begrudged it.",
            id="match",
        ),
        pytest.param(
            "The painter Ilse Marrin, who left more than 300 harbour scenes, has died at the age of 88, her nephew said. "
            "Born in Tolvik, she taught drawing at a girls' school until a dealer from the capital saw her boats drying "
            "in the corridor and bought the lot. The Blue Slipway won the Silver Tern in 1971.",
            "Ilse Marrin, the marine painter, is dead. She made more than 300 harbour scenes, among them The Blue "
            "Slipway, which won the Silver Tern in 1971 and hangs in the town hall.",
            id="obituary",
        ),
        pytest.param(
            "The swing bridge at Tarrow Lock stood open for an hour. Turnout is put at 57.3 per cent, up from 52.8 per "
            "cent four years ago.",
            "Turnout was 57.3 per cent, compared with 52.8 per cent four years ago.",
            id="election",
        ),
        pytest.param(
            "Detectives are questioning a man after a woman was found at a house in Garnet Row.\n\nOfficers were called to "
            "the terrace at six following reports of shouting. The woman, who has not been named, was pronounced dead at "
            "the scene.",
            "A man is being held after a woman was found dead at a house in Garnet Row, the force said.\n\nThe woman, who "
            "has not yet been named, was pronounced dead at the scene after neighbours raised the alarm.",
            id="death",
        ),
        pytest.param(
            "Rescuers took 14 passengers off the Marrow Queen on Sunday. The ferry had 212 people on board when it ran "
            "onto Skell Rock shortly before midnight. Captain Rolf Anders, 61, was taken to hospital.",
            "The Marrow Queen, which had 212 people on board, was still fast on Skell Rock on Monday. Captain Rolf Anders, "
            "61, was in hospital with a broken wrist.",
            id="accident",
        ),
    ],
)
def test_two_reports_of_one_event_share_no_passage(left: str, right: str) -> None:
    assert not passages(left, right)
    assert not passages(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "Police are appealing for witnesses after a rider was seriously injured in a collision with a tractor on the "
            "B17 near Tolvik on Monday morning.\n\nThe rider, a 38-year-old woman from Carrow, was taken to hospital by air "
            "ambulance. Her injuries are described as life-threatening. The tractor driver, a 66-year-old man, was not "
            "injured.\n\nThe road was closed for two hours.",
            "Police are appealing for witnesses after a walker was seriously injured in a collision with a coach on the "
            "B40 near Hexley on Thursday evening.\n\nThe walker, a 19-year-old man from Brend, was taken to hospital by air "
            "ambulance. His injuries are described as life-changing. The coach driver, a 45-year-old woman, was not "
            "injured.\n\nThe road was closed for five hours.",
            id="police",
        ),
        pytest.param(
            "The inspector of Carrow gave the kitchen of the Golden Ladle two stars after mouse droppings had turned up "
            "beneath the sink and ordered the owner Mr Dray to mend it by 4 May.",
            "The inspector of Hexley gave the kitchen of the Copper Kettle one star after rat droppings had turned up "
            "behind the stove and ordered the owner Ms Tarn to mend it by 9 July.",
            id="inspection",
        ),
    ],
)
def test_one_form_filled_in_for_two_events_is_no_passage(left: str, right: str) -> None:
    assert not passages(left, right)


@pytest.mark.parametrize(
    "notice",
    [
        "Follow us on Facebook and Twitter. Sign up to our newsletter to get the day's top stories in your inbox.",
        "© 2033 Marrow Coast Media Ltd. All rights reserved. This text may not be published or rewritten without permission.",
        "To read more on this story, download our app. Get in touch with the newsroom, or send us your pictures.",
    ],
)
def test_what_two_pages_say_of_themselves_is_no_passage(notice: str) -> None:
    wire = "The dredger broke its anchor chain in the night and drifted across the fairway until two tugs caught it off the mole."
    assert not passages(notice, notice)
    assert passages(f"{wire}\n\n{notice}", f"{wire}\n\n{notice}") == [(wire, wire)]


WIRE = (
    "The keepers of the tidal mill have until the end of the month to drain the upper pond, where eels of uncommon "
    "size were seen feeding on spilled barley after the great sluice jammed. Millers along the estuary fear that the "
    "repair will swallow what the guild had put by for a new wheel."
)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(WIRE, id="whole"),
        pytest.param(WIRE.replace("uncommon ", "rare ").replace("fear", "worry").replace("swallow", "eat"), id="reworded"),
        pytest.param(WIRE.replace(", where eels of uncommon size were seen feeding on spilled barley", ""), id="elided"),
        pytest.param(
            WIRE.replace("jammed. ", "jammed. Nobody knows how it came about, though boys had been seen on the gate, and "
            "the watchman swears that he heard a winch at three in the morning. "),
            id="inserted",
        ),
        pytest.param(" ".join(f"{part}." for part in WIRE[:-1].split(". ")[::-1]), id="reordered"),
        pytest.param(WIRE.replace(" to drain", ", it is understood, to drain").replace(" that the", ", or so they say, that the"), id="hedged"),
    ],
)  # fmt: skip
def test_copied_text_is_found_however_it_was_edited(copy: str) -> None:
    found = passages(WIRE, copy)
    assert found
    assert sum(len(mine) for mine, _ in found) > 0.7 * min(len(WIRE), len(copy))


def test_what_stands_far_from_copied_text_is_left_out_of_it() -> None:
    copied = "eels of uncommon size were seen feeding on spilled barley after the great sluice jammed"
    found = passages(
        f"The mill stopped on Monday, and nobody at first could say why, for the keeper was away at his daughter's "
        f"wedding and the boy who minds the gate had gone to look for him, but {copied}.",
        f"The mill was shut on Monday, and {copied}.",
    )
    assert found == [(f"{copied}.", f"{copied}.")]


def test_a_passage_ends_with_its_sentence_not_in_the_next_paragraph() -> None:
    copied = "Eels of uncommon size were seen feeding on spilled barley after the great sluice jammed."
    assert passages(
        f"{copied}\n\nSchools along the estuary stay shut.", f"{copied}\n\nSchools will not reopen before Friday."
    ) == [(copied, copied)]
    assert passages(f"They counted the eels. {copied}", f"A boy had drawn the eels. {copied}") == [(copied, copied)]


def test_a_short_sentence_that_both_sides_end_with_is_part_of_the_passage() -> None:
    copied = "Eels of uncommon size were seen feeding on spilled barley after the great sluice jammed. Nobody fished."
    assert only(copied, copied).relation == "identical"
    assert passages(copied, copied) == [(copied, copied)]


@pytest.mark.parametrize("hyphen", ["-", "\u2011"])
def test_a_passage_neither_begins_nor_ends_inside_a_hyphened_word(hyphen: str) -> None:
    copied = "eels of uncommon size were seen feeding on spilled barley after the great sluice jammed beside the well"
    one, other = f"keen{hyphen}eyed {copied}{hyphen}head", f"sharp{hyphen}eyed {copied}{hyphen}house"
    assert passages(f"The {one} fell silent all at once.", f"A boy with a {other} looked on and yawned.") == [
        (one, other)
    ]


def test_the_name_under_a_post_is_no_part_of_it() -> None:
    post = "Proud to open the tidal mill to children today. They may feed the eels. #MillDay"
    signature = "Ada Dray (@MayorDray) May 4, 2033"
    one = f"{LEFT_REST}\n\nMayor Ada Dray wrote: “{post}” — {signature}\n\nNobody replied."
    other = f"{RIGHT_REST}\n\n“{post} — {signature}”\n\nSo the mayor wrote."
    found = compare(*(Side(text, extract(text, language="en").quotes, "en") for text in (one, other))).matches
    assert [match.left.span.of(one) for match in found] == [post]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "de",
            (
                "Ein Reiher saß auf dem Wehr. Die Polizei bittet um Hinweise, nachdem eine Radfahrerin bei einem Zusammenstoß mit "
                "einem Traktor auf der B17 bei Tolvik schwer verletzt wurde. Die 38-jährige Frau aus Carrow wurde mit dem "
                "Rettungshubschrauber ins Krankenhaus gebracht."
            ),
            (
                "Die Polizei bittet um Hinweise, nachdem ein Wanderer bei einem Zusammenstoß mit einem Bus auf der B40 bei Hexley "
                "schwer verletzt wurde. Der 19-jährige Mann aus Brend wurde mit dem Rettungshubschrauber ins Krankenhaus gebracht."
            ),
        ),
        (
            "fr",
            (
                "Une femme de 38 ans a été retrouvée morte dans une maison de la rue du Moulin. La police a été appelée à l'aube. "
                "Un homme a été placé en garde à vue."
            ),
            (
                "Un homme a été placé en garde à vue après qu'une femme a été retrouvée morte dans une maison de la rue du Moulin, "
                "a annoncé le parquet."
            ),
        ),
        (
            "es",
            (
                "Una mujer de 38 años fue hallada muerta en una casa de la calle del Molino. Los vecinos habían oído voces. "
                "Un hombre fue detenido como presunto autor de los hechos."
            ),
            (
                "Un hombre fue detenido como presunto autor de los hechos, después de que una mujer fue hallada muerta en una casa "
                "de la calle del Molino, informó la policía."
            ),
        ),
    ],
)
def test_set_phrases_of_other_languages_are_no_passage(language: str, left: str, right: str) -> None:
    assert not passages(left, right, language)


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("de", "Folgen Sie uns auf Facebook. Melden Sie sich für unseren Newsletter an. Alle Rechte vorbehalten, Nachdruck nur mit Genehmigung des Verlags."),
        ("fr", "Suivez-nous sur Facebook et Twitter. Inscrivez-vous à notre newsletter pour recevoir chaque matin l'essentiel de l'actualité. Tous droits réservés."),
        ("es", "Síganos en Facebook y Twitter. Suscríbase a nuestro boletín para recibir cada mañana lo esencial de la actualidad. Todos los derechos reservados."),
    ],
)  # fmt: skip
def test_notices_of_pages_in_other_languages_are_no_passage(language: str, notice: str) -> None:
    assert not passages(notice, notice, language)


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "de",
            (
                "Die Hüter der Gezeitenmühle haben bis Monatsende Zeit, den oberen Teich abzulassen, in dem ungewöhnlich große Aale "
                "an verschütteter Gerste fraßen."
            ),
            (
                "Die Hüter der Gezeitenmühle haben bis Monatsende Zeit, den oberen Teich abzulassen, in dem ungewöhnlich große Aale "
                "an verstreuter Gerste fraßen."
            ),
        ),
        (
            "fr",
            (
                "Les gardiens du moulin ont jusqu'à la fin du mois pour vider l'étang supérieur, où des anguilles d'une taille peu "
                "commune mangeaient l'orge répandue."
            ),
            (
                "Les gardiens du moulin ont jusqu'à la fin du mois pour vider l'étang, où des anguilles d'une taille rare mangeaient "
                "l'orge répandue."
            ),
        ),
    ],
)
def test_copied_text_is_found_in_other_languages(language: str, left: str, right: str) -> None:
    assert passages(left, right, language) == [(left, right)]


@pytest.mark.parametrize(
    "file", sorted((Path(passages_module.__file__).parent / "phrases").glob("*.json")), ids=lambda file: file.stem
)
def test_every_phrase_is_of_several_words(file: Path) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["language"] == file.stem
    for phrase in (*data["page"], *data["report"]):
        assert len(words_of(phrase)) > 1, phrase


def test_figures_strung_over_many_sentences_are_no_passage() -> None:
    assert not passages(
        "Marlin Yards earned less in the third quarter: profit fell to 48 million crowns, 12 percent down, after the riggers' "
        "long strike. Nevertheless revenue rose 3 percent to 1.2 billion crowns. The owners, who had hoped for more, blame the "
        "price of oak and will shut two of its eleven yards.",
        "Profit at Marlin Yards came to 48 million crowns in the third quarter. The chairman put on a brave face before the "
        "shareholders, since revenue rose 3 percent to 1.2 billion crowns. It did not last: within the hour he had to tell "
        "the riggers that Marlin means to close two of its eleven yards.",
    )


def test_of_short_copied_text_with_much_between_it_the_weightier_part_is_found() -> None:
    one = "eels of uncommon size were seen feeding there on spilled barley"
    other = "millers fear that the repair will swallow their savings"
    wedge = (
        "and while nobody had asked for his opinion the lock keeper gave it at length to all who came by that morning "
        "with a basket or a net over the arm"
    )
    assert passages(
        f"At dusk {one}, {other} because the wheel is of oak.",
        f"Some {one}, {wedge}, {other} though not all of them.",
    ) == [(f"At dusk {one}", f"Some {one}")]


_PLAIN = "Work is due to begin in May and will take three years."
_EDITED = "Work is due to begin in May and take three years."


def test_a_plain_sentence_beside_copied_text_is_copied_too() -> None:
    copied = "Divers found the brass wheel of the lightship under four metres of black silt on Tuesday morning."
    assert passages(
        f"{copied} The board met behind closed doors until the early evening, with tea and without the press. {_PLAIN}",
        f"{copied} Nobody whom this paper asked could remember a colder week for such an expensive undertaking. {_EDITED}",
    ) == [
        (copied, copied),
        (_PLAIN, _EDITED),
    ]


def test_a_plain_sentence_alone_is_what_any_report_has() -> None:
    assert passages(_PLAIN, _EDITED) == []


def test_a_sentence_copied_with_another_name_and_day_is_still_a_passage() -> None:
    left = "The keepers of Tolvik mill drained the upper pond on Monday, where eels of uncommon size were seen feeding on spilled barley."
    match = only(left, left.replace("Tolvik", "Carrow").replace("Monday", "Friday"))
    assert [flag.flag for flag in match.flags] == ["name"]


@pytest.mark.parametrize("first", ["All", "You"])
def test_a_plain_sentence_far_from_copied_text_on_one_side_is_what_any_report_has(first: str) -> None:
    copied = "Divers found the brass wheel of the lightship under four metres of black silt on Tuesday morning."
    far = " ".join(f"Clerk {n} read his own figures aloud, and no two of them were alike." for n in "abcdefgh")
    one, other = f"Neither. {LEFT_REST}\n\n{copied} {_PLAIN}", f"{first}. {RIGHT_REST}\n\n{copied} {far} {_EDITED}"
    (match,) = compare(Side(one), Side(other)).matches
    assert match.left.span.of(one) == copied


@pytest.mark.parametrize("marks", ["«»", "„“", "“”"])
def test_copied_text_ends_where_quoted_words_begin_whatever_their_marks(marks: str) -> None:
    left = """El ferry de Norrsund dejó de navegar el lunes, después de que un buzo hallara una grieta en el casco.

«No sabíamos nada de la grieta hasta el domingo por la noche», dijo Marek Holloway, director de Sund Lines. «Nadie corrió peligro.»

La alcaldesa, Teresa Oakes, afirmó que la isla tiene víveres para cinco días."""
    right = """Los responsables del ferry sabían de la grieta, según el sindicato.

«Sabíamos de la grieta desde el domingo por la noche», admitió Marek Holloway, director de Sund Lines.

«Debemos tener un segundo barco antes del viernes», reclamó la alcaldesa, Teresa Oakes."""
    sides = []
    for text in (left, right):
        marked = text.replace("«", marks[0]).replace("»", marks[1])
        sides.append(Side(marked, extract(marked, language="es").quotes, "es"))
    found = compare(*sides).matches
    assert [match.kind for match in found] == ["quote", "passage"]
    for side, extent in zip(sides, (found[1].left, found[1].right), strict=True):
        assert not any(part.overlaps(Span(q.start, q.end)) for part in extent.parts for q in side.quotations)

"""Whole articles in the house styles of many presses: every quotation with its speaker and cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reviewer.quotes import Quotation, extract
from tests.quotes.helpers import only, quotes, texts

_ARTICLES = Path(__file__).parent / "presses.txt"
_NOTE = re.compile(r"(\{[^}\n]*\})")
_HONOUR = re.compile(
    r"^(?:(?:the|a|an|el|la|los|las|le|der|die|das) )?(?:(?:mr|mrs|ms|dr|sir|cllr|prof|justice|judge) )?", re.IGNORECASE
)
_NEAR = 8  # code points between the end of a quotation and its note: marks and blanks


class _Article(NamedTuple):
    name: str
    language: str
    text: str
    notes: list[tuple[int, str]]


def _articles() -> Iterator[_Article]:
    for number, part in enumerate(re.split(r"^### ", _ARTICLES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:], 1):
        head, _, body = part.partition("\n")
        language, _, style = head.partition(" ")
        text, notes = "", []
        for piece in _NOTE.split(body.strip("\n")):
            if _NOTE.fullmatch(piece):
                notes.append((len(text.rstrip()), piece[1:-1]))
            else:
                text += piece
        yield _Article(f"{number} {style or language}", language, text, notes)


def _at(found: tuple[Quotation, ...], end: int) -> Quotation | None:
    near = [quote for quote in found if 0 <= end - quote.end <= _NEAR]
    return max(near, key=lambda quote: quote.end, default=None)


def _as_noted(quote: Quotation | None, note: str) -> bool:
    if quote is None or note == "-":
        return quote is None and note == "-"
    speaker, _, cue = note.partition("|")
    speakers = {_HONOUR.sub("", name).lower() for name in speaker.split("/")}
    named = _HONOUR.sub("", quote.speaker or "").lower() in speakers or speaker == "*"
    return named and (cue == "*" or (quote.cue or "") in cue.split("/"))


@pytest.mark.parametrize("article", _articles(), ids=lambda article: article.name)
def test_an_article_has_its_speakers_and_cues(article: _Article) -> None:
    found = extract(article.text, language=article.language).quotes
    wrong = [
        (article.text[max(0, end - 40) : end], note)
        for end, note in article.notes
        if not note.startswith("!") and not _as_noted(_at(found, end), note)
    ]
    assert wrong == []


def test_few_of_the_quotations_are_not_found_yet() -> None:
    notes = [note for article in _articles() for _, note in article.notes]
    assert len([note for note in notes if note.startswith("!")]) <= len(notes) // 8


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The ferry's owner, Blue Lines, denied it, calling such reports “pure fiction”.", "calling"),
        ("“Where was he?” Ana Roe asked, adding that “the crews will reply”.", "adding"),
        ("The mayor, Ana Roe, thought the result “indecently fine”.", "thought"),
        ("Speaking outside court, Mr Bell's widow, Denise, said: “We have our sentence.”", "said"),
        ("“That,” Ana Roe said, pointing at a hill, “is the harbour.”", "said"),
        ("Ana Roe turned to her clerk and mouthed, “It's fine.”", "mouthed"),
        ("Bo Lind, who runs the yard, told state television that his crew takes “full responsibility” for the spill.", "told"),
        ("Ana Roe told reporters the note was meant to express her anger with “some of the tenants” of the mill.", "told"),
        ("Ana Roe said the country will give states “a strong reason” to open their ports.", "said"),
        ("Ana Roe said in emailed comments that “nobody is to blame” for the flood.", "said"),
        ("Ana Roe, who praised the plan and wrote that the rot would “go,” said there would be a “cure in time”.", "said"),
    ],
)  # fmt: skip
def test_the_cue_is_the_speakers_nearest(text: str, cue: str) -> None:
    assert quotes(text)[-1].cue == cue


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("NEW MUDPORT: The High Court pulled up the yard, observing that it was “one large dustbin”.", "The High Court"),
        ("MARSH: I said it was “one large dustbin”.\n\nROE: Indeed.\n\nMARSH: It was “old”.", "MARSH"),
        ("Bureau of Weather forecaster Ana Roe said rain was “not out of the question”.", "Ana Roe"),
        ("Friends of singer Ana Roe said it was “not out of the question”.", "Friends"),
        ("A woman who hit the docker told officers she “only ran in”.", "A woman"),
        ("A woman who police say left her son in a boat told officers she “only ran in”.", "A woman"),
        ("Ada Fenn called it “a blot”, prompting Cllr Bo Lind (Ind, Mill) to snap: “People must live.”", "Bo Lind"),
        ("She was, in the words of one rival, “the only one who could do it”.", "one rival"),
        ("PC Jas Dhillon said: “It was vile.”", "Jas Dhillon"),
        ("Postmistress Bríd Fenn said: “It was vile.”", "Bríd Fenn"),
        ("Lee Comber ran. Wife Tanya, 36, said: “He was brave.”", "Tanya"),
        ("Harold “Buzz” Lind, a pilot, died. His son Pete came. Lind once said it was “too easy.”", "Harold Lind"),
        ("Maria Fenn, an entomologist at Lake University, who found that bees offered a choice “basically shrugged.”", "Maria Fenn"),
        ("He left after a row with Chanel Price, who called him “pathetic”.", "Chanel Price"),
        ("Crews clashed, union leaders said, hours after the board declared the walkout “illegal”.", "the board"),
        ("Crews clashed, union leaders said, hours after dawn on a day they called “illegal”.", "union leaders"),
        ("Nuala Breen laughs when I ask about retirement. “From what?” Rain falls.", "Nuala Breen"),
        ("In “Salt” Bo Lind returns. Lind said it was “too easy.”", "Bo Lind"),
    ],
)  # fmt: skip
def test_names_behind_places_offices_and_nicknames(text: str, speaker: str) -> None:
    assert quotes(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“I was shy,” says the woman across the table.\n\nLena Brand has been bold.", "Lena Brand"),
        ("Ana Roe came.\n\n“I was shy,” says the woman across the table.\n\nLena Brand has been bold.", "the woman"),
        ("“I was shy,” says a woman across the table.\n\nLena Brand has been bold.", "a woman"),
        ("Ana Roe told us: “No.”\n\nMy neighbour, a nurse, put it better. “They count beds,” she said.", "My neighbour"),
        ("Cheryl Stubbs came.\n\nStubbs' daughter, Amber, began a fund. “We are humbled,” she wrote.", "Amber"),
        ("Tyrell Banks came home.\n\n“We lost,” the Mudport quarterback said.", "Tyrell Banks"),
        ("Coach Tyrell Banks came home.\n\n“We lost,” the quarterback said.", "the quarterback"),
        ("Tyrell Banks met Bo Lind.\n\n“We lost,” the quarterback said.", "the quarterback"),
        ("Tyrell Banks came home.\n\n“We lost,” a quarterback said.", "a quarterback"),
        ("Harold Lind flew low.\n\nA judge fined him $50. “Worth it,” he told the court.", "Harold Lind"),
    ],
)  # fmt: skip
def test_a_pronoun_takes_up_whom_the_sentence_before_is_about(text: str, speaker: str) -> None:
    assert quotes(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("es", "Lucía Tormo lleva años aquí. “No había otra cosa”, cuenta mientras anuda un cabo.", "Lucía Tormo", "cuenta"),
        ("fr", "Le maire (sans étiquette), Bruno Castel, parle d'une « catastrophe sans précédent ».", "Bruno Castel", "parle"),
        ("fr", "« Je ne démissionnerai pas », a martelé mardi le président du club, Paul Verdier.", "Paul Verdier", "martelé"),
        ("fr", "Pour Inès Maillard, ancienne capitaine, « le club a perdu son âme ».", "Inès Maillard", None),
        ("fr", "Les supporteurs, qui réclament sa tête, dénoncent « une mascarade ».", "Les supporteurs", "dénoncent"),
        ("fr", "Le maire, qui a dénoncé « une mascarade », est parti.", "Le maire", "dénoncé"),
        ("es", "El alcalde, Jacinto Robles, quien aseguró que es «humo», se fue.", "Jacinto Robles", "aseguró"),
        ("es", "Habló Pilar Entrena, quien calificó el plan de «humo electoral».", "Pilar Entrena", "calificó"),
        ("de", "Trainer Marko Velden war bedient.\n\n„So geht das nicht“, schimpfte der 48-Jährige.", "Marko Velden", "schimpfte"),
    ],
)  # fmt: skip
def test_who_speaks_abroad(language: str, text: str, speaker: str, cue: str | None) -> None:
    quote = only(text, language)
    assert (quote.speaker, quote.cue) == (speaker, cue)


def test_a_spanish_verb_alone_takes_up_whom_the_sentence_before_names() -> None:
    text = "“Cosía sin descanso”, cuenta Lucía Tormo. Su hija Amparo no quiere seguir. “Mi madre está rota”, lamenta."
    assert quotes(text, "es")[-1].speaker == "Amparo"


@pytest.mark.parametrize(
    "last", ["Después añadió: “Lo sabrá el contable”.", "Preguntado por los pagos, respondió: “Lo sabrá el contable”."]
)
def test_a_spanish_verb_before_a_colon_may_leave_out_who_speaks(last: str) -> None:
    quote = quotes(f"“No tengo nada”, afirmó Gonzalo Vera. {last}", "es")[-1]
    assert (quote.speaker, quote.cue) == ("Gonzalo Vera", last.partition(":")[0].rpartition(" ")[2])


def test_the_name_of_a_chapter_is_no_speech() -> None:
    assert texts("Faure told us it was old. One sees it in the chapter called “Chairs”.") == []

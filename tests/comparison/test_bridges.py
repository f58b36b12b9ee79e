"""What nobody quotes does not make one utterance of what two people say."""

from __future__ import annotations

import pytest

from reviewer.comparison import Side, Utterance, utterances
from reviewer.quotes import extract

ROE = "“We shall have to shut the night line in May because the valley has no drivers left,” said Ana Roe."
RUCK = "“By May the night line must be shut for want of drivers in the valley,” Tomas Ruck said."
RETOLD = "the night line would have to be shut in May for want of drivers in the valley."


def _event(first: str, second: str, third: str) -> dict[str, Side]:
    texts = {
        "courier": f"The ferry was late again and the queue went round the block by noon.\n\n{first}",
        "ledger": f"Rain fell over the hills, and the market had packed up early on Sunday.\n\n{second}",
        "tribune": f"Council workers spent the morning painting the fence beside the school.\n\n{third}",
    }
    return {name: Side(text, extract(text).quotes) for name, text in texts.items()}


def _by_speaker(found: tuple[Utterance, ...]) -> dict[str | None, list[str]]:
    return {utterance.speaker: [variant.article for variant in utterance.variants] for utterance in found}


@pytest.mark.parametrize("teller", ["Officials", "Ana Roe", "He"])
def test_two_people_whom_a_report_links_said_two_things(teller: str) -> None:
    found = _by_speaker(utterances(_event(ROE, RUCK, f"{teller} said {RETOLD}")))
    assert found == {"Ana Roe": ["courier", "tribune"], "Tomas Ruck": ["ledger"]}


def test_a_report_goes_with_the_one_who_is_told_to_have_said_it() -> None:
    found = _by_speaker(utterances(_event(ROE, RUCK, f"Tomas Ruck said {RETOLD}")))
    assert found == {"Ana Roe": ["courier"], "Tomas Ruck": ["ledger", "tribune"]}


def test_one_person_whom_a_report_links_said_one_thing() -> None:
    found = _by_speaker(utterances(_event(ROE, RUCK.replace("Tomas Ruck", "Ms Roe"), f"Officials said {RETOLD}")))
    assert found == {"Ana Roe": ["courier", "ledger", "tribune"]}


def test_a_variant_without_marks_has_the_speaker_of_its_sentence() -> None:
    (found,) = utterances(_event(ROE, "Nobody came.", f"Bo Lind said {RETOLD}"))
    assert [(variant.article, variant.speaker) for variant in found.variants] == [
        ("courier", "Ana Roe"),
        ("tribune", "Bo Lind"),
    ]
    assert found.speaker == "Ana Roe"

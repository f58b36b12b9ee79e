"""Where a report begins and ends that tells a quotation in its own words: ⟦…⟧ in the texts here."""

from __future__ import annotations

import pytest

from reviewer.comparison import Side, compare
from reviewer.quotes import extract
from tests.comparison.test_bounds import bounded


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        (
            "“⟦The town could freeze the fares, as it did in 2022, but that would cost £800 million⟧,” Orla Venn said.",
            "Orla Venn said ⟦the town could freeze the fares, as it did in 2022, but that this would cost £800m⟧.",
        ),
        (
            "“⟦The town could freeze the fares, as it did in 2022, but that would cost 800⟧,” Orla Venn said.",
            "Orla Venn said ⟦the town could freeze the fares, as it did in 2022, but that this would cost eight hundred⟧.",
        ),
        (
            "“⟦We have spent everything we had on this, all of it, two and a half million⟧,” said Orla Venn.",
            "They had, Orla Venn said, ⟦spent everything they had on this, all of it, 2.5m⟧.",
        ),
        (
            "“⟦40,000 people walked across the bridge in the rain⟧,” said Orla Venn.",
            "Orla Venn said ⟦forty thousand people had walked across the bridge in the rain⟧.",
        ),
    ],
)
def test_a_number_at_the_end_is_taken_in_whole_however_it_is_written(quoted: str, told: str) -> None:
    assert not bounded(quoted, told).flags


def test_another_number_at_the_end_is_taken_in_and_flagged() -> None:
    left = "“We have spent everything we had on this, all of it, two and a half million,” said Orla Venn."
    right = "They had, Orla Venn said, spent everything they had on this, all of it, 3.5m."
    (match,) = compare(*(Side(text, extract(text).quotes) for text in (left, right))).matches
    assert [(flag.left, flag.right) for flag in match.flags] == [("two and a half million", "3.5m")]


def test_a_pronoun_that_two_sentences_have_is_the_one_beside_what_they_share() -> None:
    bounded(
        "Her lawyer, Orla Venn, said: “⟦My client is a demanding pilot, not a bully⟧.”",
        "His lawyer said ⟦his client was a demanding pilot and not a bully⟧.",
    )


def test_a_report_begins_behind_what_its_author_is_said_to_have_done() -> None:
    bounded(
        "“⟦The court concludes that a reeve does not possess absolute immunity from a parish subpoena⟧,” Orla Venn wrote.",
        "Orla Venn wrote the opinion of the court and said ⟦a reeve cannot have absolute immunity from a parish subpoena⟧.",
    )


@pytest.mark.parametrize(
    "told",
    [
        "Orla Venn said ⟦she had great confidence in the pilots⟧, but gave no reason.",
        "Orla Venn said ⟦she had great confidence in the pilots⟧, or “all but two of them”.",
    ],
)
def test_a_verb_of_speech_that_is_quoted_too_is_left_out_and_so_is_a_clause_that_shares_nothing(told: str) -> None:
    bounded(
        "“⟦As I said on Monday, I have great confidence in the people of the pilots' office⟧,” said Orla Venn.", told
    )


def test_a_report_begins_behind_what_somebody_threatens() -> None:
    bounded(
        "“⟦We will sue the yard for every last penny⟧,” said Orla Venn.",
        "Orla Venn threatened ⟦to sue the yard for every last penny⟧.",
    )


@pytest.mark.parametrize(
    "told",
    [
        "Orla Venn told the pilots ⟦she'd mend every crane in the harbour before the frost⟧.",
        "Orla Venn warned critics ⟦they'll mend every crane in the harbour before the frost⟧ comes.",
        "Orla Venn told the old pilots of the lower basin ⟦she'll mend every crane in the harbour before the frost⟧.",
        "Orla Venn said ⟦she'd mend all the cranes in the harbour before the frost⟧.",
    ],
)
def test_a_pronoun_drawn_together_with_its_verb_begins_a_report(told: str) -> None:
    bounded("“⟦I will mend every crane in the harbour before the frost⟧,” said Orla Venn.", told)


def test_a_report_begins_behind_whom_it_accuses() -> None:
    bounded(
        "“⟦You are hiding behind the dead of the harbour wall⟧,” Tomas Ruck told Orla Venn.",
        "Tomas Ruck accused Orla Venn of ⟦hiding behind the dead of the harbour wall⟧.",
    )


@pytest.mark.parametrize(
    ("language", "quoted", "told"),
    [
        (
            "es",
            "«⟦Las ayudas llegarán antes de septiembre⟧», dijo la consejera Pilar Ontiveros.",
            "La consejera, Pilar Ontiveros, visitó la zona y prometió que ⟦las ayudas llegarían antes de septiembre⟧.",
        ),
        (
            "fr",
            "« ⟦Les aides arriveront avant la fin du mois de septembre⟧ », a dit la ministre Odile Carpentier.",
            "La ministre Odile Carpentier a visité la zone et promis que ⟦les aides arriveraient avant la fin de septembre⟧.",
        ),
        (
            "fr",
            "« ⟦Je ne peux pas laisser le port devenir une décharge⟧ », a dit la ministre Odile Carpentier.",
            "La ministre Odile Carpentier a assuré mardi ⟦qu'elle ne pouvait pas laisser le port devenir une décharge⟧.",
        ),
        (
            "de",
            "„⟦Die Hilfen für die Bauern kommen noch vor September⟧“, sagte Ministerin Elke Rohde.",
            "Ministerin Elke Rohde besuchte die Bauern und sagte, dass ⟦die Hilfen für die Bauern noch vor September kommen⟧.",
        ),
        (
            "de",
            "„⟦Wir haben das Boot kieloben gefunden, die Lampe brannte noch⟧“, sagte Ministerin Elke Rohde.",
            "Ministerin Elke Rohde zufolge ⟦haben sie das Boot kieloben gefunden, die Lampe habe noch gebrannt⟧.",
        ),
        (
            "de",
            "„⟦Wir überprüfen alle Hallen und Brücken der Stadt⟧“, sagte Ministerin Elke Rohde.",
            "Ministerin Elke Rohde kündigte an, dass ⟦alle Hallen und Brücken der Stadt überprüft würden⟧.",
        ),
    ],
)
def test_a_report_in_another_language_begins_behind_its_that(language: str, quoted: str, told: str) -> None:
    _bounded_in(language, quoted, told)


@pytest.mark.parametrize("told", ["⟦{}⟧, sagte er.", "⟦{}⟧, sagte Reeder Uwe Dinter."])
def test_a_mood_of_indirect_speech_is_no_verb_of_speech_behind_which_a_report_begins(told: str) -> None:
    said = (
        "Die Reederei habe ihn nicht gedrängt, im Gegenteil habe man ihm noch am Freitag einen neuen Vertrag angeboten"
    )
    quoted = (
        "„⟦Wir haben ihn nicht gedrängt. Im Gegenteil, wir haben ihm noch am Freitag einen neuen Vertrag angeboten⟧“"
    )
    _bounded_in("de", f"{quoted}, sagte Reeder Uwe Dinter.", told.format(said))


def _bounded_in(language: str, quoted: str, told: str) -> None:
    expected = [text[text.index("⟦") + 1 : text.index("⟧")] for text in (quoted, told)]
    sides = []
    for text in (quoted, told):
        plain = text.replace("⟦", "").replace("⟧", "")
        sides.append(Side(plain, extract(plain, language=language).quotes, language))
    (match,) = compare(*sides).matches
    found = [side.text[m.start : m.end].strip(". ") for m, side in zip((match.left, match.right), sides, strict=True)]
    assert found == expected

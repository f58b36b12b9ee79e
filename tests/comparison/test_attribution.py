"""Whose words they are, how they were said, and what was said about them just before: flags from outside the words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.comparison import Match, Side, compare, match_spans
from reviewer.comparison.attribution import different_people
from reviewer.comparison.lexicon import lexicon
from reviewer.quotes import Quotation
from reviewer.text import Span

WORDS = "the cranes on the north quay have rusted through"


def _side(before: str, quoted: str, after: str, speaker: str | None = "Dessa Kolm", cue: str = "said") -> Side:
    start = len(before) + 1
    quotation = Quotation(start, start + len(quoted), quoted, speaker=speaker, cue=cue)
    return Side(f"{before}“{quoted}”{after}", (quotation,))


def _match(left: Side, right: Side) -> Match:
    (match,) = compare(left, right).matches
    return match


def _flags(left: Side, right: Side) -> list[tuple[str, str, str]]:
    return [(f.flag, f.left, f.right) for f in _match(left, right).flags]


@pytest.mark.parametrize(
    ("quoted", "negation"),
    [
        (f"I am not telling anyone that {WORDS}", "not"),
        (f"We don't believe {WORDS}", "don't"),
        (f"No one here has ever said that {WORDS}", "No"),
    ],
)
def test_a_negation_cut_off_before_the_words_it_governs_is_flagged(quoted: str, negation: str) -> None:
    trimmed = _side("Kolm said yesterday: ", WORDS, ".")
    assert _flags(trimmed, _side("", quoted, ", Kolm said.")) == [("negation", "", negation)]
    assert _flags(_side("", quoted, ", Kolm said."), trimmed) == [("negation", negation, "")]


@pytest.mark.parametrize(
    "quoted",
    [
        f"There is no doubt that {WORDS}",
        f"I do not like to say so, but {WORDS}",
        f"We will not wait any longer. Look around you: {WORDS}",
        f"They asked me, and I said that {WORDS}",
    ],
)
def test_a_negation_that_does_not_govern_the_shared_words_is_not_flagged(quoted: str) -> None:
    assert _flags(_side("Kolm said yesterday: ", WORDS, "."), _side("", quoted, ", Kolm said.")) == []


def test_a_negation_kept_outside_the_marks_is_not_lost() -> None:
    whole = _side("", f"I am not telling anyone that {WORDS}", ", Kolm said.")
    assert _flags(_side("Kolm refused to say that ", WORDS, "."), whole) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            _side("", f"They have not shown that anybody is likely to prove {WORDS}", ", Kolm said."),
            _side("Kolm thinks that they are unlikely to prove ", WORDS, "."),
        ),
        (
            _side("The court took up the case and holds that ", WORDS, "."),
            Side(f"The court has sent the case that sets drivers against the shippers back since {WORDS}."),
        ),
    ],
)
def test_a_denial_that_the_other_side_has_elsewhere_or_of_another_word_is_no_flag(one: Side, other: Side) -> None:
    assert "negation" not in [flag.flag for flag in _match(one, other).flags]
    assert "negation" not in [flag.flag for flag in _match(other, one).flags]


def test_a_denial_in_the_same_words_is_found_before_a_long_list_of_subjects() -> None:
    one = _side("", f"In no event shall [public bodies] say {WORDS}", ", the lease says.")
    other = Side(
        "In no event shall the council, the harbour master of the old town, the owner of the north quay, "
        f"the board of pilots, or any of their sworn agents say {WORDS}, it says."
    )
    left, right = (Span(side.text.index(WORDS), side.text.index(WORDS) + len(WORDS)) for side in (one, other))
    assert match_spans(one, other, left, right).flags == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            _side("A harbour spokesman denied a pilots tax cut is under consideration ", "at this time.", ""),
            _side("An official said: ", "cutting pilots taxes is not something under consideration at this time.", ""),
        ),
        (
            _side("Harbour rules prohibit active dock staff from engaging in ", "party political activities.", ""),
            _side("The rules say that ", "active dock staff may not engage in party political activities.", ""),
        ),
    ],
)
def test_what_one_side_denies_before_the_match_and_the_other_in_it_is_no_flag(one: Side, other: Side) -> None:
    assert "negation" not in [flag.flag for flag in _match(one, other).flags]


def test_what_one_side_keeps_somebody_from_and_the_other_tells_is_flagged() -> None:
    one = _side("", f"We will stop the pilots from saying {WORDS}", ", Kolm said.")
    other = _side("Kolm said that the pilots would be saying ", WORDS, ".")
    assert ("negation", "stop", "") in _flags(one, other)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("joked", "blasted", True),
        ("said", "sneered", True),
        ("fumed", "slammed", False),
        ("joked", "quipped", False),
        ("said", "told", False),
    ],
)
def test_a_cue_is_flagged_where_it_implies_something_else(one: str, other: str, differ: bool) -> None:
    flags = _flags(_side("", WORDS, ", she put it.", cue=one), _side("Then: ", WORDS, ".", cue=other))
    assert flags == ([("cue", one, other)] if differ else [])


@pytest.mark.parametrize(
    "introduced",
    [
        ", said Ivo Tarrant, a spokesman for the port.",
        ", said Ivo Tarrant, the weary night-shift spokesman.",
        ", said a spokesman for the port guild, Ivo Tarrant.",
    ],
)
def test_a_spokesman_is_not_the_holder_of_an_office(introduced: str) -> None:
    spoken = _side("", WORDS, introduced, "Ivo Tarrant")
    office = _side("The harbour master spoke: ", WORDS, ".", "the harbour master")
    assert _flags(spoken, office) == [("speaker", "Ivo Tarrant", "the harbour master")]
    holder = _side("", WORDS, ", said Ivo Tarrant. A spokesman for Ivo Tarrant left.", "Ivo Tarrant")
    assert _flags(holder, office) == []
    with_another = _side("", WORDS, ", said Ivo Tarrant. Tarrant spokeswoman Ada Pell left.", "Ivo Tarrant")
    assert _flags(with_another, office) == []


def test_a_spokesman_without_a_name_holds_no_office_that_others_speak_for() -> None:
    spoken = _side("", WORDS, ", said Ivo Tarrant, a spokesman for the port.", "Ivo Tarrant")
    assert _flags(spoken, _side("The port spokesman spoke: ", WORDS, ".", "the port spokesman")) == []


@pytest.mark.parametrize(
    ("language", "said", "introduced", "office"),
    [
        ("es", "las grúas del muelle norte se han oxidado", ", portavoz del puerto", "el jefe del puerto"),
        ("es", "las grúas del muelle norte se han oxidado", ", que es el vocero del puerto", "el dueño de las grúas"),
        ("fr", "les grues du quai nord ont rouillé", ", la porte-parole du port", "le directeur du port"),
        ("de", "die Kräne am Nordkai sind durchgerostet", ", Sprecherin des Hafens", "der Hafenmeister"),
    ],
)
def test_those_who_speak_for_others_are_known_in_other_languages(
    language: str, said: str, introduced: str, office: str
) -> None:
    def told(by: str, rest: str, speaker: str) -> Side:
        return replace(_side("", said, f", {by}{rest}.", speaker), language=language)

    spoken, held = told("Ivo Tarrant", introduced, "Ivo Tarrant"), told(office, "", office)
    assert _flags(spoken, held) == [("speaker", "Ivo Tarrant", office)]
    assert _flags(told("Ivo Tarrant", "", "Ivo Tarrant"), held) == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Ana Ruiz", "Ken Tanaka", True),
        ("Mayor Young", "Ken Tanaka", True),
        ("Ana Ruiz", "the Averil Socialist", False),
        ("Ana Ruiz", "People", False),
        ("Mayor Ana Ruiz", "Ms Ruiz", False),
        ("Ana Ruiz", "Ana", False),
        ("Dame Ana", "Ana Ruiz", False),
        ("Mr Ruiz", "Mrs Ruiz", True),
        ("Ana Ruiz", "Bea Ruiz", True),
        ("Ana Ruiz", "Sundria's harbour minister", False),
        ("Ana Ruiz", "The official Averil Daily newspaper", False),
        ("Jerry Ruiz", "Jerrold Ruiz", False),
        ("HSB", "Harwick Shipping Board", False),
        ("HSB", "Marle Rail", True),
    ],
)
def test_only_two_proper_names_are_surely_two_people(one: str, other: str, differ: bool) -> None:
    assert different_people(one, other, lexicon("en")) is differ
    assert different_people(other, one, lexicon("en")) is differ


@pytest.mark.parametrize(
    ("language", "office", "name", "said"),
    [
        ("de", "Der Oberbürgermeister", "Karl Henning", "völlig unverzeihlicher Fehler"),
        ("es", "El Alcalde", "Ana Ruiz", "un error imperdonable"),
    ],
)
def test_an_office_may_be_anybody_in_the_words_of_its_language(
    language: str, office: str, name: str, said: str
) -> None:
    one, other = (
        Side(f"“{said}” – {speaker}.", (Quotation(1, 1 + len(said), said, speaker=speaker),), language)
        for speaker in (office, name)
    )
    assert [match.relation for match in compare(one, other).matches] == ["identical"]

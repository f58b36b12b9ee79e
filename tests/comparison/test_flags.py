"""The flags are the point of the room: a table of pairs of our own, and what each of them must raise."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.comparison import Flag, Side, compare, match_spans, scrutiny
from reviewer.comparison.flags import word_flags
from reviewer.comparison.lexicon import LANGUAGES, Lexicon, lexicon
from reviewer.comparison.scrutiny import CONTEXT, SURVEYED
from reviewer.comparison.stems import stem
from reviewer.comparison.tokens import tokens
from reviewer.quotes import extract
from reviewer.quotes.values import Quotation
from reviewer.text import Span

TABLE = Path(__file__).with_name("flag_table.tsv")
REPORTS = TABLE.with_name("report_table.tsv")
ARTICLES = TABLE.with_name("flagged_articles.tsv")
FOREIGN = sorted(TABLE.parent.glob("flag_table_*.tsv"))
BOUND = 0.97
MISSED = "missed"
WORD_FLAGS = {"negation", "number", "name", "modality"}


def _rows(table: Path = TABLE) -> list[tuple[frozenset[str], str, str]]:
    rows = []
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            expected, left, right = line.split("\t")
            rows.append((frozenset(expected.split()) - {"none", MISSED}, left, right))
    return rows


def _known_misses(table: Path) -> set[tuple[str, str]]:
    lines = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {(left, right) for expected, left, right in lines if MISSED in expected.split()}


def _raised(left: str, right: str, language: str | None = None) -> frozenset[str]:
    one, other = (Side(text, (Quotation(0, len(text), text),), language) for text in (left, right))
    match = match_spans(one, other, Span(0, len(left)), Span(0, len(right)))
    return frozenset(flag.flag for flag in match.flags)


def test_the_table_is_large_and_holds_every_kind() -> None:
    rows = _rows()
    assert len(rows) >= 300
    assert len({(left, right) for _, left, right in rows}) == len(rows)
    for kind in WORD_FLAGS:
        assert sum(kind in expected for expected, _, _ in rows) >= 30
    assert sum(not expected for expected, _, _ in rows) >= 100


def test_the_flag_table_is_right_in_97_of_100_pairs() -> None:
    rows = _rows()
    raised = {(a, b): _raised(a, b) for _, a, b in rows}
    wrong = {(a, b): (sorted(e), sorted(raised[a, b])) for e, a, b in rows if raised[a, b] != e}
    assert 1 - len(wrong) / len(rows) >= BOUND, wrong
    _only_known_misses(wrong, TABLE)


def _only_known_misses(wrong: Mapping[tuple[str, str], object], table: Path) -> None:
    """The share of a large table hides the rule of a few rows that breaks."""
    known = _known_misses(table)
    assert not {pair: found for pair, found in wrong.items() if pair not in known}
    assert not known - wrong.keys(), f"no longer {MISSED}: take the word off their rows"


def test_reports_of_quotations_are_flagged_right_in_97_of_100_pairs() -> None:
    rows = _rows(REPORTS)
    assert len(rows) >= 100
    wrong = {}
    for expected, quoted, told in rows:
        there, back = (
            {flag.flag for flag in word_flags(one, other, indirect=True)}
            for one, other in ((quoted, told), (told, quoted))
        )
        if not there == back == expected:
            wrong[quoted, told] = sorted(expected), sorted(there), sorted(back)
    assert 1 - len(wrong) / len(rows) >= BOUND, wrong
    _only_known_misses(wrong, REPORTS)


@pytest.mark.parametrize("table", FOREIGN, ids=lambda table: table.stem[-2:])
def test_the_tables_of_other_languages_are_large_and_right_in_97_of_100_pairs(table: Path) -> None:
    rows = _rows(table)
    assert len(rows) >= 120
    assert 0.4 <= sum(not expected for expected, _, _ in rows) / len(rows) <= 0.6
    code = table.stem[-2:]
    raised = {(a, b): _raised(a, b, code) for _, a, b in rows}
    wrong = {(a, b): (sorted(e), sorted(raised[a, b])) for e, a, b in rows if raised[a, b] != e}
    assert 1 - len(wrong) / len(rows) >= BOUND, wrong
    _only_known_misses(wrong, table)


def test_every_language_has_a_table_and_says_its_name() -> None:
    assert {table.stem[-2:] for table in FOREIGN} | {"en"} == set(LANGUAGES)
    for code in LANGUAGES:
        assert lexicon(code).code == code


def test_the_language_is_guessed_where_no_article_names_it() -> None:
    left = "El alcalde dijo que el consejo no va a vender el muelle y que las obras son para los vecinos."
    right = "El alcalde dijo que el consejo va a vender el muelle y que las obras son para los vecinos."
    assert _raised(left, right) == {"negation"}
    assert _raised(left, right, "es-MX") == {"negation"}


def test_of_an_unknown_language_digits_and_capitals_are_known() -> None:
    assert _raised("Kaatui 12 venettä Salmelan rannassa.", "Kaatui 15 venettä Salmelan rannassa.", "fi") == {"number"}
    assert _raised("Tapasin Aino Salmelan eilen.", "Tapasin Liisa Korhosen eilen.", "fi") == {"name"}
    assert not _raised("Nyt not 12 venettä, no.", "Nyt will kaksitoista venettä.", "fi")


def test_articles_in_two_languages_share_no_words_for_denying() -> None:
    one, other = "No, the pact will hold.", "Yes, the pact will hold."
    sides = [Side(text, (), code) for text, code in ((one, "en"), (other, "de"))]
    match = match_spans(sides[0], sides[1], Span(0, len(one)), Span(0, len(other)))
    assert not match.flags


@pytest.mark.parametrize("table", [TABLE, *FOREIGN], ids=lambda table: table.stem)
def test_the_flags_of_swapped_sides_are_mirrored(table: Path) -> None:
    words = lexicon(table.stem.removeprefix("flag_table").lstrip("_") or "en")
    for _, left, right in _rows(table):
        there = {(f.flag, f.left, f.right) for f in word_flags(left, right, words)}
        back = {(f.flag, f.right, f.left) for f in word_flags(right, left, words)}
        assert {flag for flag, _, _ in there} == {flag for flag, _, _ in back}, (left, right)


def test_the_flags_of_quotations_within_articles_are_right() -> None:
    rows = _rows(ARTICLES)
    assert len(rows) >= 40
    wrong = {}
    for expected, left, right in rows:
        sides = [Side(text, extract(text).quotes) for text in (left, right)]
        found = {flag.flag for match in compare(*sides).matches for flag in match.flags}
        if found != expected:
            wrong[left, right] = sorted(expected), sorted(found)
    assert not wrong


WORDS = sorted({word for _, left, right in _rows() for word in f"{left} {right}".split()})
JUMBLES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(JUMBLES, JUMBLES)
def test_words_in_any_order_are_read_alike_from_both_sides(left: str, right: str) -> None:
    there = [(flag.flag, flag.left, flag.right) for flag in word_flags(left, right)]
    assert there == [(flag.flag, flag.right, flag.left) for flag in word_flags(right, left)]
    assert not word_flags(left, left)


@pytest.mark.parametrize(
    ("left", "right", "kind", "words"),
    [
        ("He did not order the search.", "He did order the search.", "negation", ("not", "")),
        ("We didn't sell it.", "We did sell it.", "negation", ("didn't", "")),
        ("No one saw it.", "Someone saw it.", "negation", ("No one", "")),
        ("It rose 5 percent.", "It rose 5 percentage points.", "number", ("5 percent", "5 percentage points")),
        ("More than 40 came.", "Fewer than 40 came.", "number", ("More than 40", "Fewer than 40")),
        ("We thank Ruiz today.", "We thank Tanaka today.", "name", ("Ruiz", "Tanaka")),
        ("We will leave.", "We may leave.", "modality", ("will", "may")),
        ("We have to leave.", "We may leave.", "modality", ("have to", "may")),
        ("The river could flood.", "The river will flood.", "modality", ("could", "will")),
        ("Prices fell in May.", "Prices rose in May.", "negation", ("fell", "rose")),
        ("The guild opposes it.", "The guild supports it.", "negation", ("opposes", "supports")),
        ("At no time was it open.", "It was open.", "negation", ("At no time", "")),
        ("We no longer trust them.", "We still trust them.", "negation", ("no longer", "")),
        ("They ruled out a strike.", "They plan a strike.", "negation", ("ruled out", "")),
        ("The plan is far from dead.", "The plan is dead.", "negation", ("far from", "")),
        ("It cost €400 in May.", "It cost £400 in May.", "number", ("€400", "£400")),
        ("It fell to -8 degrees.", "It fell to 8 degrees.", "number", ("-8 degrees", "8 degrees")),
        ("Won by 61 to 48, with 11 of us out in the cold.", "With 14 away, we won 61-48.", "number", ("11", "14")),
        ("Almost all of Verrin is shut.", "All of Sollen is shut.", "name", ("Verrin", "Sollen")),
        ("We saw forty-two crows.", "We saw fifty-two crows.", "number", ("forty-two", "fifty-two")),
        ("More than a dozen ran.", "Fewer than a dozen ran.", "number", ("More than a dozen", "Fewer than a dozen")),
        ("The union stood firm.", "The union backed down.", "negation", ("stood firm", "backed down")),
        ("The dog bit the old man.", "The old man bit the dog.", "name", ("dog old man", "old man dog")),
        ("It's possible the wall fell.", "The wall fell.", "modality", ("possible", "")),
    ],
)
def test_a_flag_shows_the_words_that_raised_it(left: str, right: str, kind: str, words: tuple[str, str]) -> None:
    assert [(f.flag, (f.left, f.right)) for f in word_flags(left, right)] == [(kind, words)]
    assert [(f.flag, (f.right, f.left)) for f in word_flags(right, left)] == [(kind, words)]


def test_a_modal_that_its_ending_tells_is_shown_without_the_next_word() -> None:
    shown = word_flags("Nous vendrons le stade.", "Nous avons vendu le stade.", lexicon("fr"))
    assert shown == (Flag("modality", "vendrons", ""),)


def test_reported_speech_shifts_its_tenses_without_a_flag() -> None:
    assert not word_flags(
        "We will act, we can wait and we may win.", "they would act, they could wait and might win", indirect=True
    )
    assert word_flags("We will act.", "We would act.")


def test_an_opposite_counts_in_a_report_in_other_words() -> None:
    quoted = "“Harvests of rye in the lower valley rose after the June storms and the millers did wonder at it,” Orla Venn said."
    told = (
        "The millers, Orla Venn told growers, did wonder that rye harvests in the lower valley fell once the storms of "
        "June had passed."
    )
    (match,) = compare(*(Side(text, extract(text).quotes) for text in (quoted, told))).matches
    assert [(f.flag, f.left, f.right) for f in match.flags] == [("negation", "rose", "fell")]


def test_a_number_in_a_clause_left_out_is_no_changed_number() -> None:
    left = "The pier will be rebuilt, though it took the nine of us eleven years of letters to get there, by spring."
    assert not word_flags(left, "The pier will be rebuilt by spring.")


def test_a_negation_beside_the_cut_is_flagged() -> None:
    left = "We will not, under any of the circumstances that the owners have in mind for us, leave the ship."
    assert [f.flag for f in word_flags(left, "We will leave the ship.")] == ["negation"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Aleksander", "Alexander", True),
        ("Jon", "John", True),
        ("Catharina", "Katarina", True),
        ("Stefania", "Stephania", True),
        ("Sarah", "Sara", True),
        ("Shaw", "Saw", False),
        ("Jan", "Jon", False),
        ("Marta", "Martin", False),
        ("Oslo", "Orlo", False),
    ],
)
def test_a_name_in_another_spelling_is_no_other_name(one: str, other: str, *, same: bool) -> None:
    flags = word_flags(f"We saw that {one} Vesper found the coin.", f"We saw that {other} Vesper found the coin.")
    assert [f.flag for f in flags] == ([] if same else ["name"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ward has 37 deaths.", "The ward has 37 COVID-19 deaths."),
        ("Ben Drost, a Ruritanian pilot, spoke.", "Ruritanian pilot Mr. Ben Drost spoke."),
        ("They carried six F-16 models.", "They carried six F 16 models."),
        ("Ask the Centre for Harbour Safety and Dredging.", "Ask the CHS."),
        ("He spoke to the chief Public Relations officer.", "He spoke to the chief PRO."),
        ("He has 24 KO to his name.", "He has 24 KOs to his name."),
        ("This is the Twelfth Regatta.", "This is the 12th Regatta."),
        ("A plate costs 500 rupees.", "A plate costs Rs 500."),
        ("She sits on a non partisan board.", "She sits on a nonpartisan board."),
        ("Neither my wife nor I heard it.", "I didn't hear it and neither did my wife."),
        ("We got a new crane, which nobody had asked for, in May.", "We got a new crane in May."),
        ("The village has no doctor and no chemist.", "The village lacks a doctor and a chemist."),
        ("Perhaps 300 tonnes of it lie there.", "Some 300 tonnes of it lie there."),
        ("The Aune Water Co., a supplier, was fined.", "The Aune Water Company, a supplier, was fined."),
        ("They can't wait till harvest for it.", "They cannot wait until harvest for it."),
        ("It is an unheated van.", "It is a van with no heating."),
        ("The lab has still to report.", "The lab still has to report."),
        ("The sale is expected to close in May.", "It is expected that the sale will close in May."),
    ],
)
def test_the_same_said_otherwise_raises_nothing(one: str, other: str) -> None:
    assert not word_flags(one, other)
    assert not word_flags(other, one)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("It cost twelve crore.", "It cost twelve lakh.", "number"),
        ("Take 50 milligrams.", "Take 50 micrograms.", "number"),
        (
            "We got a new crane, which nobody had asked for.",
            "We got a new crane, which everybody had asked for.",
            "negation",
        ),
        ("We knew an hour before the vote.", "We knew a minute before the vote.", "number"),
        ("They can't wait till harvest for it.", "They shouldn't wait until harvest for it.", "modality"),
        ("The powder is harmless.", "The powder is harmful.", "negation"),
        ("Nothing was said and nothing will be done.", "Nothing was said and something will be done.", "negation"),
        ("We may have to close, but we can't sell.", "We would have to close, but could not sell.", "modality"),
    ],
)
def test_another_scale_unit_negation_or_modal_is_flagged(one: str, other: str, kind: str) -> None:
    for left, right in ((one, other), (other, one)):
        assert [flag.flag for flag in word_flags(left, right, indirect=True)] == [kind]


def test_a_pronoun_where_a_quotation_goes_on_is_no_name() -> None:
    assert not word_flags("no part in it enough boats on the river", "no part in it We have enough boats on the river")


def test_of_a_quotation_with_hundreds_of_negations_only_stretches_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Counted, not timed: the words that one look takes in."""
    looked_at: list[int] = []

    def counted(left: str, right: str, words: Lexicon, *, indirect: bool) -> tuple[Flag, ...]:
        looked_at.append(len(f"{left} {right}".split()))
        return word_flags(left, right, words, indirect=indirect)

    monkeypatch.setattr(scrutiny, "word_flags", counted)
    left = " ".join(f"the crane {number} is not by the mole." for number in range(300))
    right = " ".join(f"the crane {number} is now by the mole." for number in range(300))
    lead = "She told us that “"
    sides = [Side(f"{lead}{text}”", (Quotation(len(lead), len(lead) + len(text), text),)) for text in (left, right)]
    (match,) = compare(*sides).matches
    assert {flag.flag for flag in match.flags} == {"negation"}
    assert max(looked_at) <= SURVEYED + 4 * CONTEXT


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("We owed them money.", "We did not owe them money."),
        ("She used the key.", "She did not use the key."),
        ("They lied to the court.", "They did not lie to the court."),
        ("He is dying of it.", "He did not die of it."),
        ("They were using the pool.", "They did not use the pool."),
    ],
)
def test_a_negation_of_a_verb_of_few_letters_is_flagged(said: str, denied: str) -> None:
    assert [f.flag for f in word_flags(said, denied)] == ["negation"]


@pytest.mark.parametrize("noun", ["bed", "shed", "need", "wing"])
def test_what_only_ends_like_a_short_verb_stays_whole(noun: str) -> None:
    assert stem(noun) == noun


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # what nobody counted, in another measure of time
        ("The drains had not been cleaned for months.", "The drains had not been cleaned for years.", ["number"]),
        ("It was closed for weeks.", "For weeks it was closed.", []),
        ("We waited two weeks for it.", "We waited a fortnight for it.", []),
        # "the two" says no more than "both"; "no one" is no number
        ("The talks between the two leaders ended.", "The talks between the leaders ended.", []),
        ("The talks between the two leaders ended.", "The talks between the three leaders ended.", ["number"]),
        ("He named the smaller of the two ports. Nobody left.", "He named the smaller port. No one left.", []),
        # a first name before a name that stands elsewhere
        ("Judge Orla Penrose sentenced Dwight Marlow.", "Sentencing Marlow, Penrose spoke of the victims.", []),
        ("Orla Penrose met Dwight Marlow there.", "Dwight Marlow met Ada Penrose there.", ["name"]),
        ("Judge Orla Vale sentenced Marlow.", "Sentencing Marlow, Vale Hinds spoke of it.", ["name"]),
        # a phrase that binds, around who acts
        ("They are required by law to check it.", "They are allowed by law to check it.", ["modality"]),
        ("They are required by law, to be clear.", "They are allowed by law, to be clear.", []),
        # what is denied of two things at once, and what is not
        ("He did not go, and she did not go.", "Neither he nor she went.", []),
        (
            "Neither the owner nor the tenant knew. The driver was sober.",
            "Both the owner and the tenant knew the driver was not sober.",
            ["negation"],
        ),
        ("The hall has no lift and no ramp.", "The hall lacks a lift and has a ramp.", ["negation"]),
        (
            "The hall has no lift and no ramp, and no one cleans it.",
            "The hall lacks a lift and a ramp, and no one cleans it.",
            [],
        ),
        (
            "The hall has no lift and no ramp, and no one cleans it.",
            "The hall lacks a lift and a ramp, and someone cleans it.",
            ["negation"],
        ),
        ("Nobody knew, not even she.", "Nobody knew, even she.", []),
        # a limit is a number's
        ("The fee is not less than the fine.", "The fee is less than the fine.", ["negation"]),
        ("The fee is not less than 40 crowns.", "The fee is less than 40 crowns.", ["number"]),
        ("She has 68 percent, her rival 31, Ruiz said.", "She has 68 percent, her rival 31 percent, Ruiz said.", []),
        # numbers that change places with others between them, or that only seem to
        (
            "Prices fell by 3 million in 2019 and rose by 4 million in 2020.",
            "Prices fell by 4 million in 2019 and rose by 3 million in 2020.",
            ["number"],
        ),
        ("We sold 40 boats in 2019 and 12 in 2020.", "We sold 12 boats in 2019 and 40 in 2020.", ["number"]),
        ("Rovers won 3-1 at home.", "It ended 1-3 for the visitors.", []),
        # spans that nothing places alike
        ("An hour of work remained.", "Work remained a minute long.", []),
        ("An hour of very patient work remained.", "Work remained a minute.", []),
        ("He left an hour before the vote.", "He left for a minute.", []),
        # a tag needs something to ask of; "a two" is no "the two"; a sale by one is a purchase by the other
        ("Isn't it?", "Is it?", ["negation"]),
        ("Is it old, is not safe?", "Is it old, is safe?", ["negation"]),
        ("They built a two storey house.", "They built a house.", ["number"]),
        (
            "Ruiz sold Tanaka 40 boats in 2019 and 12 in 2020.",
            "Tanaka bought 12 boats from Ruiz in 2019 and 40 in 2020.",
            ["number"],
        ),
        # numbers of two clauses that one side each leaves out
        (
            "The pier will be rebuilt, though the guild had asked for 40 crates of oil in a long letter, by spring.",
            "The pier will be rebuilt by spring, and its pilots then sat for 12 nights in the cold loft above the bakery.",
            [],
        ),
        # a family is no plural of itself
        ("We met Mr Lee.", "We met Mr Lees.", ["name"]),
        # letters that are no degrees
        ("We got plan C from them.", "We got plan F from them.", ["name"]),
        # opposites
        ("Prices rose by 3% in May.", "Prices fell by 3% in May.", ["negation"]),
        ("Prices rose as supply fell.", "As supply fell, prices rose.", []),
        ("The referee was right to stop it.", "The referee was wrong to stop it.", ["negation"]),
        ("They declined to name her.", "They declined to increase it or name her.", []),
        # the clock, members, units of an army
        ("It sank around half past four.", "It sank around 4.30.", []),
        ("She told members of parliament so.", "She told MPs so.", []),
        ("The pilots of the Ninth Squadron landed.", "The pilots of the Sixth Squadron landed.", ["number"]),
        # a name is no verb; who stops to do a thing does it
        ("They asked Ada Rose about it.", "They asked about it, and prices rose.", ["name"]),
        ("They stopped to help the crew.", "They helped the crew.", []),
        ("They stopped to help the crew.", "They did not help the crew.", ["negation"]),
        ("It is forbidden to feed the gulls.", "Do not feed the gulls.", []),
        ("The owners stopped us from leaving.", "The owners let us leave.", ["negation"]),
        # of two cuts, an amount in another unit and another year
        (
            "They grew 600 hectares of rye in the wet fields by the lower mill that year, and sold it.",
            "They sold it, after they grew 600 acres of rye in the wet fields by the lower mill.",
            ["number"],
        ),
        (
            "On Monday the guild met, which has met in the long hall above the old bakery since 1976.",
            "Since 1967 in the long hall above the old bakery, and not elsewhere, the guild has met on Monday.",
            ["number"],
        ),
        # what begins one sentence and ends the other
        (
            "A power cut left around 60,000 homes in the dark for most of Sunday.",
            "For most of Sunday some 6,000 households were without electricity.",
            ["number"],
        ),
        (
            "It has stood here for 60 years, said Venn. We love the old lido and its tower.",
            "We love the old lido and its tower. In winter some 40 of us swim in it each day.",
            [],
        ),
        # what was agreed, though it stands at the end of a list
        (
            "They agreed to share the seats and the offices for four years, and to hold a vote.",
            "They agreed to share the seats and the offices for four years, and a vote will be held.",
            [],
        ),
    ],
)
def test_what_two_outlets_say_of_one_thing_is_told_from_what_they_change(
    one: str, other: str, expected: list[str]
) -> None:
    assert [f.flag for f in word_flags(one, other)] == expected


@pytest.mark.parametrize(
    ("text", "surely", "perhaps"),
    [
        ("Neue Leitungen fehlen.", [], []),
        ("Es gab Reederei, Leitungen und Morwig.", [], ["Morwig"]),
        ("Er traf Franzosen an der Reederei Morwig.", ["Franzosen"], ["Morwig"]),
        ("Er traf die EU in Morwig.", ["EU"], ["Morwig"]),
    ],
)
def test_german_nouns_are_told_from_names(text: str, surely: list[str], perhaps: list[str]) -> None:
    names = [token for token in tokens(text, lexicon("de")) if token.name]
    assert [token.shown for token in names if not token.doubtful] == surely
    assert [token.shown for token in names if token.doubtful] == perhaps


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("es", "Los precios subieron en mayo.", "Los precios bajaron en mayo."),
        ("de", "Die Preise stiegen im Mai.", "Die Preise sanken im Mai."),
        ("fr", "Les prix ont augmenté en mai.", "Les prix ont baissé en mai."),
    ],
)
def test_a_rise_for_a_fall_is_flagged_in_other_languages(code: str, one: str, other: str) -> None:
    assert [f.flag for f in word_flags(one, other, lexicon(code))] == ["negation"]


def test_of_an_acronym_only_the_words_that_it_stands_for_are_answered() -> None:
    (flag,) = word_flags("Ask the CHS or Ruiz.", "Ask the Centre for Harbour Safety or Tanaka.")
    assert (flag.left, flag.right) == ("Ruiz", "Tanaka")


@pytest.mark.parametrize(
    ("code", "one", "other", "same"),
    [
        ("en", "It took ½ of the crew.", "It took half of the crew.", True),
        ("en", "It took ⅔ of the crew.", "It took two thirds of the crew.", True),
        ("en", "It took ¼ of the crew.", "It took ¾ of the crew.", False),
        ("en", "It is ½ a mile away.", "It is half a mile away.", True),
        ("en", "It took 2½ hours.", "It took two and a half hours.", True),
        ("en", "It took 2 ½ hours.", "It took 2.5 hours.", True),
        ("en", "It took 2½ hours.", "It took 2¼ hours.", False),
        ("en", "It cost $2½m.", "It cost $2.5 million.", True),
        ("de", "Es dauerte 2 ½ Stunden.", "Es dauerte zweieinhalb Stunden.", True),
        ("de", "Es dauerte 2½ Stunden.", "Es dauerte 3½ Stunden.", False),
    ],
)
def test_a_fraction_in_one_sign_is_read(code: str, one: str, other: str, *, same: bool) -> None:
    assert [f.flag for f in word_flags(one, other, lexicon(code))] == ([] if same else ["number"])


def test_what_counts_nothing_alike_is_no_changed_span() -> None:
    assert not word_flags("They sent the third crew.", "They sent a double crew.")


EVERY_NAME_FLAG = """
from reviewer.comparison import word_flags
from tests.comparison.test_flags import _rows
print([word_flags(left, right) for expected, left, right in _rows() if "name" in expected])
"""


def test_the_words_of_a_flag_do_not_hang_on_the_order_of_a_set() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", EVERY_NAME_FLAG],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TABLE.parents[2])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(printed) == 1
    assert len(printed.pop()) > 1_000

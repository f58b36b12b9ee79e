"""What was planted in the sample corpus is what the program finds in it: relations, flags, speakers, marked words."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest

from reviewer.comparison import Comparison, Match, Side, compare
from reviewer.quotes import NotSpeech, Quotation, extract
from tests.sample.corpus import ARTICLES, sample

RELATIONS = {"identical", "trimmed", "spliced", "reworded", "unquoted", "paraphrased"}
FLAGS = {"negation", "number", "name", "modality", "speaker", "cue"}


class Planted(NamedTuple):
    """Words of two articles of one event that belong together, the relation, and the flags that must be raised (space-separated)."""

    event: str
    left: str
    right: str
    left_words: str
    right_words: str
    relation: str
    flags: str = ""


LOCAL = "This is a local matter and we will settle it here,"
LOCAL_PART = "this is a local matter and we will settle it here"
WORKPLACE = "The harbour is a workplace, not a battlefield,"
TABLE = "We came to that table to talk about the night shift"
PER_CENT = "They came to talk about three per cent,"
FIGURES = "We brought figures, we brought photographs, we brought the widow of a man who was killed at berth four."
HELMET = "Any councillor who wishes to stand under crane seven at three in the morning will be lent a helmet"
MAINTENANCE = "set aside a fund of two million crowns for crane maintenance"
OVERNIGHT = "both sides to stay in the building overnight and"
BOIL = "Bring it to a rolling boil, count to sixty and let it cool,"
HOMES = "homes on the notice and three tankers on the road,"
TAP_WATER = "give tap water to babies until the notice is lifted,"
LAMP_POST = "Nobody rang us, we read it on a lamp post,"
KNEW = "You knew where it was, and so did we,"
KEPT = "kept it safe for a hundred and twenty years,"
HANDLES = "They will be back for the door handles,"
OWN_WORDS = "Each party remains free to tell its history in its own words."
PRECISE = "the most precise instrument of its century"

PLANTED = [
    # the strike
    Planted("harbour-strike", "courier", "ledger", LOCAL, LOCAL, "identical"),
    Planted("harbour-strike", "courier", "tribune", LOCAL, LOCAL_PART, "identical"),
    Planted("harbour-strike", "courier", "tribune", WORKPLACE, WORKPLACE, "identical", "speaker"),
    Planted(
        "harbour-strike",
        "courier",
        "tribune",
        "We have enough crews in the harbour for an emergency, and we will keep them there for as long as it takes,",
        "enough crews in the harbour for an emergency",
        "trimmed",
        "cue",
    ),
    Planted(
        "harbour-strike", "courier", "tribune", f"{HELMET},", f"{HELMET}. The ladder is wet, and so are we.", "trimmed"
    ),
    Planted(
        "harbour-strike",
        "ledger",
        "tribune",
        "the cranes on the north quay are unsafe",
        "I am not telling anyone that the cranes on the north quay are unsafe,",
        "trimmed",
        "negation cue",
    ),
    Planted(
        "harbour-strike", "courier", "tribune", f"{TABLE} … {PER_CENT}", f"{TABLE}. {FIGURES} {PER_CENT}", "spliced"
    ),
    Planted(
        "harbour-strike",
        "courier",
        "ledger",
        "There are eleven ships at anchor tonight and we can feed the crews of all of them.",
        "There are nine ships at anchor tonight and we can feed the crews of all of them,",
        "reworded",
        "number",
    ),
    Planted(
        "harbour-strike",
        "courier",
        "ledger",
        "If this goes into a second week we will have to move the container service to another port,",
        "If this goes into a second week we may have to move the container service to another port,",
        "reworded",
        "modality cue",
    ),
    Planted(
        "harbour-strike",
        "courier",
        "tribune",
        "Ask Brandvik why the offer got smaller between Friday and Sunday,",
        "Ask Pellow why the offer got smaller between Friday and Sunday,",
        "reworded",
        "name",
    ),
    Planted(
        "harbour-strike",
        "ledger",
        "tribune",
        "The company have refused to except [sic] the judge's proposal, and we have not,",
        "The company have refused to accept the judge’s proposal, and we have not,",
        "reworded",
    ),
    Planted("harbour-strike", "courier", "ledger", MAINTENANCE, MAINTENANCE, "unquoted"),
    Planted(
        "harbour-strike",
        "courier",
        "tribune",
        f"I asked {OVERNIGHT} only one of them did,",
        f"she had asked {OVERNIGHT} that only one of them had",
        "unquoted",
    ),
    # the water
    Planted("boil-water", "beacon", "public-radio", f"We have 4,200 {HOMES}", f"We have 4,200 {HOMES}", "identical"),
    Planted(
        "boil-water", "beacon", "whistle", f"We have 4,200 {HOMES}", f"We have 14,000 {HOMES}", "reworded", "number cue"
    ),
    Planted("boil-water", "beacon", "public-radio", BOIL, BOIL, "identical"),
    Planted("boil-water", "beacon", "whistle", BOIL, BOIL, "identical", "cue"),
    Planted(
        "boil-water",
        "beacon",
        "public-radio",
        f"Parents should not {TAP_WATER}",
        f"Parents must not {TAP_WATER}",
        "reworded",
        "modality",
    ),
    Planted("boil-water", "beacon", "whistle", LAMP_POST, LAMP_POST, "identical", "speaker cue"),
    Planted(
        "boil-water",
        "beacon",
        "public-radio",
        "There is an alarm. It rang at a desk in Corvane where nobody sits on a Sunday. I have asked for it to ring on "
        "my own telephone, and since this morning it does.",
        "There is an alarm. It rang at a desk in Corvane where nobody sits on a Sunday,",
        "trimmed",
    ),
    Planted(
        "boil-water",
        "beacon",
        "whistle",
        "I drink this water and my mother drinks this water, and I am not going to stand here and call it a technical "
        "matter. We got it wrong.",
        "I am not going to stand here and call it a technical matter. We got it wrong,",
        "trimmed",
    ),
    Planted(
        "boil-water",
        "beacon",
        "whistle",
        "I do not blame the engineers, I blame the people who sold their weekend shift,",
        "I blame the engineers and I blame the people who sold their weekend shift,",
        "reworded",
        "negation cue",
    ),
    # the astrolabe
    Planted(
        "astrolabe-return",
        "sentinel",
        "voice-of-qasmara",
        f"It was never lost. {KNEW}",
        f"It was never lost. {KNEW}",
        "identical",
    ),
    Planted("astrolabe-return", "sentinel", "whistle", f"It was never lost. {KNEW}", KNEW, "trimmed", "cue"),
    Planted(
        "astrolabe-return",
        "sentinel",
        "voice-of-qasmara",
        f"I do not regret that the museum {KEPT}",
        "I do regret that this museum kept it for a hundred and twenty years,",
        "reworded",
        "negation",
    ),
    Planted(
        "astrolabe-return",
        "sentinel",
        "whistle",
        f"I do not regret that the museum {KEPT}",
        f"I do not regret that the museum {KEPT}",
        "identical",
    ),
    Planted(
        "astrolabe-return",
        "sentinel",
        "whistle",
        "Other claims may be considered, each on its own papers,",
        "Other claims will be considered, each on its own papers,",
        "reworded",
        "modality",
    ),
    Planted("astrolabe-return", "sentinel", "whistle", HANDLES, HANDLES, "identical", "cue"),
    Planted(
        "astrolabe-return",
        "sentinel",
        "voice-of-qasmara",
        "Every schoolchild in Qasmara can write [his] name,",
        "Every schoolchild in Qasmara can write Yusuf’s name,",
        "reworded",
    ),
    Planted("astrolabe-return", "sentinel", "voice-of-qasmara", PRECISE, PRECISE, "unquoted"),
    Planted(
        "astrolabe-return",
        "sentinel",
        "voice-of-qasmara",
        f"The object is returned without condition and without admission of any wrong. {OWN_WORDS}",
        f"The object is returned without condition … {OWN_WORDS}",
        "spliced",
    ),
    Planted(
        "astrolabe-return",
        "sentinel",
        "voice-of-qasmara",
        "his country had waited for a hundred and twenty years and that it could wait another six months for the other "
        "pieces",
        "We have waited for a hundred and twenty years and we can wait six months more for the other pieces,",
        "paraphrased",
    ),
]

WIRE = [
    (
        "harbour-strike",
        "courier",
        "ledger",
        "It was last closed by a dispute in 2019, when a strike by tug pilots lasted nine days and cost the exchequer",
    ),
    (
        "boil-water",
        "public-radio",
        "whistle",
        "Most strains are harmless, but finding it in drinking water is taken as a sign that sewage or manure has got in.",
    ),
    (
        "astrolabe-return",
        "sentinel",
        "whistle",
        "14 centimetres across, was made in 1278 and shows the positions of 31 stars. It was insured last year for nine",
    ),
]

ONE_MAN = [
    ("sentinel", "voice-of-qasmara", f"It was never lost. {KNEW}", f"It was never lost. {KNEW}"),
    ("sentinel", "whistle", f"It was never lost. {KNEW}", KNEW),
    ("voice-of-qasmara", "whistle", f"It was never lost. {KNEW}", KNEW),
]

NOT_SPEECH = [
    ("harbour-strike", "tribune", "final", "scare"),
    ("harbour-strike", "tribune", "Night Work on the Quays", "title"),
    ("harbour-strike", "tribune", "No crew, no crane", "slogan"),
    ("harbour-strike", "ledger", "reputation cost", "scare"),
    ("boil-water", "public-radio", "Your Water and You", "title"),
    ("boil-water", "whistle", "rapid response team", "scare"),
    ("astrolabe-return", "sentinel", "Brass and Stars", "title"),
    ("astrolabe-return", "voice-of-qasmara", "Pell Collection", "scare"),
]

SPOKEN = [
    ("harbour-strike", "courier", LOCAL, "Ottilie Ruiz", "said"),
    ("harbour-strike", "courier", "I have nothing against any of them,", "Salma Okkonen", "said"),
    ("harbour-strike", "courier", "But bread does not keep.", "Salma Okkonen", "said"),
    ("harbour-strike", "tribune", f"{TABLE}. {FIGURES} {PER_CENT}", "Dessa Kolm", "said"),
    ("harbour-strike", "tribune", "enough crews in the harbour for an emergency", "Anders Quill", "insisted"),
    ("harbour-strike", "ledger", "the cranes on the north quay are unsafe", "Dessa Kolm", "claimed"),
    ("harbour-strike", "ledger", MAINTENANCE, "Hanne Brandvik", "said"),
    ("boil-water", "beacon", BOIL, "Amara Osei-Lindholm", "said"),
    ("boil-water", "whistle", f"We have 14,000 {HOMES}", "Maud Ferrier", "confessed"),
    ("boil-water", "whistle", LAMP_POST, "Kaylee Drummer", "fumed"),
    ("boil-water", "public-radio", "We approved a promise, and we will want to see who kept it,", "Marchant", "said"),
    ("astrolabe-return", "sentinel", f"It was never lost. {KNEW}", "Abdul Rahim El-Tazary", "said"),
    ("astrolabe-return", "sentinel", HANDLES, "Tessa Morland", "joked"),
    ("astrolabe-return", "sentinel", f"I do not regret that the museum {KEPT}", "Cordelia Finch-Havers", "said"),
    ("astrolabe-return", "whistle", KNEW, "Abdelrahim Tazari", "sneered"),
]

TOLD = [
    (
        "harbour-strike",
        "ledger",
        "There are nine ships at anchor tonight and we can feed the crews of all of them,",
        "Anders Quill",
        "Averil Courier",
    ),
    (
        "boil-water",
        "public-radio",
        "There is an alarm. It rang at a desk in Corvane where nobody sits on a Sunday,",
        "Maud Ferrier",
        "Brindle Beacon",
    ),
]


@cache
def side(event: str, article: str) -> Side:
    text = sample(event, article).text
    return Side(text, extract(text).quotes)


@cache
def comparison(event: str, left: str, right: str) -> Comparison:
    return compare(side(event, left), side(event, right))


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union; 1 where one contains the other, the way a verdict finds its match."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    if common <= 0:
        return 0.0
    if common == min(a[1] - a[0], b[1] - b[0]):
        return 1.0
    return common / (max(a[1], b[1]) - min(a[0], b[0]))


def found(event: str, left: str, right: str, left_words: str, right_words: str) -> Match:
    """The match that lies on both places, best first; fails where there is none."""
    at_left, at_right = sample(event, left).span(left_words), sample(event, right).span(right_words)
    scored = [
        (min(overlap(at_left, (m.left.start, m.left.end)), overlap(at_right, (m.right.start, m.right.end))), m.score, m)
        for m in comparison(event, left, right).matches
    ]
    fitting = [entry for entry in scored if entry[0] >= 0.5]
    assert fitting, f"no match on {left_words!r}"
    return max(fitting, key=lambda entry: entry[:2])[2]


def quoted(event: str, article: str, words: str) -> Quotation:
    start, end = sample(event, article).span(words)
    for quotation in side(event, article).quotations:
        if (quotation.start, quotation.end) == (start, end):
            return quotation
    raise AssertionError(f"{event}/{article}: not found as a quotation: {words!r}")


def name_of(row: Planted) -> str:
    return f"{row.left}-{row.right}-{row.relation}-{row.left_words[:18]}"


def test_every_relation_and_every_flag_is_planted_somewhere() -> None:
    assert {row.relation for row in PLANTED} == RELATIONS
    assert {flag for row in PLANTED for flag in row.flags.split()} == FLAGS


@pytest.mark.parametrize("row", PLANTED, ids=name_of)
def test_planted_words_are_matched_with_their_relation(row: Planted) -> None:
    match = found(row.event, row.left, row.right, row.left_words, row.right_words)
    assert match.relation == row.relation


@pytest.mark.parametrize("row", [row for row in PLANTED if row.flags], ids=name_of)
def test_planted_words_are_matched_with_their_flags(row: Planted) -> None:
    match = found(row.event, row.left, row.right, row.left_words, row.right_words)
    assert set(row.flags.split()) <= {flag.flag for flag in match.flags}


@pytest.mark.parametrize("row", [row for row in PLANTED if row.relation == "identical" and not row.flags], ids=name_of)
def test_the_same_words_raise_no_flag_about_words(row: Planted) -> None:
    match = found(row.event, row.left, row.right, row.left_words, row.right_words)
    assert {flag.flag for flag in match.flags} <= {"cue"}


@pytest.mark.parametrize(("event", "left", "right", "words"), WIRE, ids=[row[0] for row in WIRE])
def test_the_shared_wire_paragraph_is_a_passage(event: str, left: str, right: str, words: str) -> None:
    assert found(event, left, right, words, words).kind == "passage"


@pytest.mark.parametrize(("left", "right", "left_words", "right_words"), ONE_MAN)
def test_a_name_spelled_in_three_ways_is_no_change_of_speaker(
    left: str, right: str, left_words: str, right_words: str
) -> None:
    match = found("astrolabe-return", left, right, left_words, right_words)
    assert all(match.speakers)
    assert "speaker" not in {flag.flag for flag in match.flags}


@pytest.mark.parametrize(("event", "article", "words", "kind"), NOT_SPEECH)
def test_marked_words_that_nobody_spoke_are_told_apart(event: str, article: str, words: str, kind: str) -> None:
    text = sample(event, article).text
    marked: list[NotSpeech] = [piece for piece in extract(text).not_speech if piece.text == words]
    assert [piece.kind for piece in marked] == [kind]


@pytest.mark.parametrize(("event", "article", "words", "speaker", "cue"), SPOKEN)
def test_a_quotation_has_its_speaker_and_cue(event: str, article: str, words: str, speaker: str, cue: str) -> None:
    quotation = quoted(event, article, words)
    assert quotation.speaker is not None
    assert speaker in quotation.speaker
    assert quotation.cue == cue


@pytest.mark.parametrize(("event", "article", "words", "speaker", "outlet"), TOLD)
def test_words_told_to_an_outlet_name_it(event: str, article: str, words: str, speaker: str, outlet: str) -> None:
    quotation = quoted(event, article, words)
    assert quotation.speaker is not None
    assert speaker in quotation.speaker
    assert quotation.reported_by is not None
    assert outlet in quotation.reported_by


def test_a_quotation_over_three_paragraphs_is_one_attribution() -> None:
    address = [
        quotation
        for quotation in side("astrolabe-return", "voice-of-qasmara").quotations
        if quotation.text.startswith(("In the year 1911", "My grandfather was", "So let nobody"))
    ]
    assert len(address) == 3
    assert [quotation.joined_to for quotation in address] == [None, address[0].start, address[0].start]
    assert {quotation.speaker for quotation in address} == {"Abd al-Rahim al-Tazari"}


def test_block_quotations_are_found_in_the_letter_and_the_declaration() -> None:
    for event, article, pieces in (
        ("harbour-strike", "tribune", 2),
        ("astrolabe-return", "sentinel", 1),
        ("astrolabe-return", "voice-of-qasmara", 1),
    ):
        blocks = [quotation for quotation in side(event, article).quotations if quotation.kind == "block"]
        assert len(blocks) == pieces


@pytest.mark.parametrize(("event", "article"), ARTICLES)
def test_every_quotation_is_verbatim_and_inside_its_marks(event: str, article: str) -> None:
    text = sample(event, article).text
    quotations = side(event, article).quotations
    assert quotations
    for quotation in quotations:
        assert text[quotation.start : quotation.end] == quotation.text
        assert quotation.text[0] not in '“"‘>'

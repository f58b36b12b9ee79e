"""The words by which a language counts and measures, from the part `numbers` of its data file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reviewer.comparison.measures import SIGNS, SYMBOLS

Phrases = tuple[tuple[str, ...], ...]


def phrase_end(tokens: list[str], at: int, phrases: Phrases) -> int:
    """The token after the first of `phrases` that stands at `at`; `at` itself if none does."""
    return next((at + len(p) for p in phrases if tuple(tokens[at : at + len(p)]) == p), at)


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """How a language writes numbers; words in their matching form, values and units without language.

    `units` are the words below 20, `tens` those to 99, of which whole tens take a unit after them, `hundreds` the
    multiples of 100 in one word.  `joints` are what long numbers in one word consist of (`dreihundert|tausend`).
    `starts` has the words that a number can begin with, `every` those that make a closer look at a change worth it.
    """

    units: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    joints: dict[str, int]
    scales: dict[str, float]
    letter_scales: frozenset[str]
    ordinals: dict[str, int]
    ordinal_endings: frozenset[str]
    vague: dict[str, float]
    multiples: dict[str, float]
    half: frozenset[str]
    half_of: frozenset[str]
    unhalved: frozenset[str]
    fractions: dict[str, float]
    lone_fractions: frozenset[str]
    ends_fraction: frozenset[str]
    parts: Phrases
    mixed: dict[str, float]
    decades: dict[str, int]
    currencies: dict[str, str]
    measures: dict[str, str]
    units_of_measure: frozenset[str]
    ends_share: frozenset[str]
    dating: frozenset[str]
    periodic: dict[str, str]
    squared: dict[str, str]
    squared_after: dict[str, str]
    degrees: dict[str, str]
    daytimes: dict[str, float]
    clock: frozenset[str]
    clock_before: frozenset[str]
    dotted_after: frozenset[str]
    past: dict[tuple[str, ...], int]
    minutes_past: dict[tuple[str, ...], int]
    percent: Phrases
    points: Phrases
    articles: frozenset[str]
    one: frozenset[str]
    joined: frozenset[str]
    joined_after: int
    and_a_half: Phrases
    one_in: Phrases
    every_nth: frozenset[str]
    counted_between: bool
    of: frozenset[str]
    of_currencies: bool
    by: frozenset[str]
    per: Phrases
    besides: frozenset[str]
    before_scales: frozenset[str]
    bare_scales: frozenset[str]
    both: frozenset[str]
    spans: frozenset[str]
    minus: frozenset[str]
    scores: bool
    starts: frozenset[str]
    every: frozenset[str]

    def begins(self, token: str) -> bool:
        """Whether a number could begin with `token`."""
        return (
            token in self.starts or token[0].isdigit() or (bool(self.joints) and any(j in token for j in self.joints))
        )


def number_words(data: dict[str, Any]) -> NumberWords:
    """The number words of a language from `data`, a part of its file; without any, digits and signs alone."""

    def listed(key: str) -> frozenset[str]:
        return frozenset(data.get(key, "").split())

    def phrases(key: str) -> Phrases:
        return tuple(tuple(phrase.split()) for phrase in data.get(key, ()))

    def valued(key: str) -> dict[str, float]:
        return {word: float(value) for value, words in data.get(key, {}).items() for word in words.split()}

    def whole(key: str) -> dict[str, int]:
        return {word: int(value) for value, words in data.get(key, {}).items() for word in words.split()}

    def named(key: str) -> dict[str, str]:
        return {word: name for name, words in data.get(key, {}).items() for word in words.split()}

    values, joints = whole("values"), whole("joints")
    units = {word: value for word, value in values.items() if value < 20}
    tens = {word: value for word, value in values.items() if 20 <= value < 100}
    hundreds = {word: value for word, value in values.items() if value >= 100}
    for joint in data.get("unit_and_ten", "").split():
        short = {word: value for word, value in units.items() if 0 < value < 10}
        whole_tens = {word: value for word, value in tens.items() if value % 10 == 0}
        tens |= {u + joint + t: value + whole_tens[t] for u, value in short.items() for t in whole_tens}
    scales, ordinals, vague, multiples = valued("scales"), whole("ordinals"), valued("vague"), valued("multiples")
    fractions = {word: 100 / denominator for word, denominator in whole("fractions").items()}
    currencies = {**named("currencies"), **SIGNS}
    measures = {**SYMBOLS, **named("measures")}
    half, half_of = listed("half"), listed("half_of")
    decades, daytimes = whole("decades"), valued("daytimes")
    percent, points = (("%",), *phrases("percent")), phrases("points")
    both, minus, every_nth, mixed = listed("both"), listed("minus"), listed("every_nth"), valued("mixed")
    past = {tuple(phrase.split()): int(minutes) for phrase, minutes in data.get("past", {}).items()}
    halved = measures.keys() if data.get("bare_half") else frozenset()
    starts = frozenset(
        (
            *values,
            *tens,
            *scales,
            *ordinals,
            *fractions,
            *vague,
            *multiples,
            *half,
            *half_of,
            *mixed,
            *decades,
            *daytimes,
            *both,
            *minus,
            *every_nth,
        )
    )
    return NumberWords(
        units=units,
        tens=tens,
        hundreds=hundreds,
        joints=joints,
        scales=scales,
        letter_scales=listed("letter_scales"),
        ordinals=ordinals,
        ordinal_endings=listed("ordinal_endings"),
        vague=vague,
        multiples=multiples,
        half=half,
        half_of=half_of,
        unhalved=listed("unhalved"),
        fractions=fractions,
        lone_fractions=listed("lone_fractions"),
        ends_fraction=listed("ends_fraction"),
        parts=phrases("parts"),
        mixed=mixed,
        decades=decades,
        currencies=currencies,
        measures=measures,
        units_of_measure=frozenset(measures.values()),
        ends_share=listed("ends_share"),
        dating=listed("dating"),
        periodic=named("periodic"),
        squared=named("squared"),
        squared_after=named("squared_after"),
        degrees=named("degrees"),
        daytimes=daytimes,
        clock=listed("clock"),
        clock_before=listed("clock_before"),
        dotted_after=listed("clock_before") | listed("dotted_after"),
        past=past,
        minutes_past={tuple(p.split()): sign for p, sign in data.get("minutes_past", {}).items()},
        percent=percent,
        points=points,
        articles=listed("articles"),
        one=listed("one"),
        joined=listed("joined"),
        joined_after=int(data.get("joined_after", 100)),
        and_a_half=phrases("and_a_half"),
        one_in=phrases("one_in"),
        every_nth=every_nth,
        counted_between=bool(data.get("counted_between", False)),
        of=listed("of"),
        of_currencies=bool(data.get("of_currencies", False)),
        by=listed("by"),
        per=phrases("per"),
        besides=listed("besides"),
        before_scales=listed("before_scales"),
        bare_scales=listed("bare_scales"),
        both=both,
        spans=listed("spans"),
        minus=minus,
        scores=bool(data.get("scores", False)),
        starts=starts | SIGNS.keys() | listed("articles") | listed("spans") | halved | {phrase[0] for phrase in past},
        every=frozenset(
            (
                *starts,
                *currencies,
                *measures,
                *(word for phrase in (*percent, *points) for word in phrase),
            )
        )
        - listed("untelling"),
    )

"""The words by which a language counts and measures, from the part `numbers` of its data file."""

# ruff: noqa: RUF009 (the calls make the fields themselves)
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reviewer.comparison.keys import (
    Phrases,
    counted,
    counted_phrases,
    derived,
    endings,
    grouped,
    listed,
    mapped,
    number,
    phrases,
    read_keys,
    spelled,
    switch,
    valued,
)
from reviewer.comparison.measures import SIGNS, SYMBOLS

MINUS_SIGN = "minus"  # the form of the sign before a number below zero, in every language
_FROM_20, _FROM_100 = 20, 100  # the least values of tens and of hundreds
TEN = 10
_WHOLE = 100  # percent


def phrase_end(tokens: Sequence[str], at: int, wanted: Phrases) -> int:
    """The token after the first of the `wanted` phrases that stands at `at`; `at` itself if none does."""
    return next((at + len(p) for p in wanted if tuple(tokens[at : at + len(p)]) == p), at)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class NumberWords:
    """How a language writes numbers; words in their matching form, values and units without language."""

    # values
    values: dict[str, int] = counted("words for whole numbers, by value")
    one: frozenset[str] = listed("of these, words that are also an article or pronoun and need not be a number")
    unit_and_ten: frozenset[str] = listed('what joins units and tens in one word (German "und": "einundzwanzig")')
    joints: dict[str, int] = counted('hundreds and thousands inside longer numbers in one word ("zweihunderttausend")')
    joined: frozenset[str] = listed('words between the parts of a number ("a hundred and five")')
    joined_after: int = number("the part of a number that `joined` follows: 100 after hundreds, 10 after tens", 100)
    scores: bool = switch('counts by scores ("quatre-vingts" is 80, "soixante-dix" 70)')
    mixed: dict[str, float] = valued('words for a value without the rest of a rule ("anderthalb", "threes")')
    scales: dict[str, float] = valued("words that multiply the number before them: thousand, dozen")
    letter_scales: frozenset[str] = listed("abbreviated scales, which follow digits only: bn, mn")
    before_scales: frozenset[str] = listed('words after which a scale counts by itself ("a hundred")')
    bare_scales: frozenset[str] = listed('scales that count by themselves ("mil euros")')
    vague: dict[str, float] = valued("words for an unknown many of a scale: dozens, thousands")
    minus: frozenset[str] = listed("words before a number below zero")
    both: frozenset[str] = listed("words for two of which both are meant")
    multiples: dict[str, float] = valued("words that multiply: twice, doubled, halved")
    # order
    ordinals: dict[str, int] = counted("ordinal numbers in words, by value")
    ordinal_endings: frozenset[str] = listed('letters behind digits that make an ordinal ("3rd")')
    decades: dict[str, int] = counted("decades of a century or a life, by their first year: twenties")
    alternate: frozenset[str] = listed('words after `every_nth` for the second one ("every other")')
    every_nth: frozenset[str] = listed('words before an ordinal that make it a share ("every fifth")')
    # parts of a whole
    half: frozenset[str] = listed("words for a half of something")
    half_of: frozenset[str] = listed('words for half of the measure or scale that follows ("medio kilo")')
    bare_half: bool = switch('a measure may stand before its half alone ("hora y media")')
    and_a_half: Phrases = phrases('what adds a half to the measure or number before it ("and a half")')
    unhalved: frozenset[str] = listed('words after which `half` is none ("half time")')
    fractions: dict[str, int] = counted("words for a part of a whole, by its denominator: third, quarters")
    fraction_plurals: tuple[str, ...] = endings("endings of `fractions` in the plural")
    lone_fractions: frozenset[str] = listed('fractions that need no number before them ("un tiers" and "tiers")')
    ends_fraction: frozenset[str] = listed(
        'words that may follow "by a third"; where given, an ordinal is a fraction only before `of` or these'
    )
    parts: Phrases = phrases('what may follow a fraction ("dos terceras partes")')
    one_in: Phrases = phrases('what stands between the numbers of a share ("one in five")')
    counted_between: bool = switch('what is counted may stand before `one_in` ("one pupil in five")')
    ends_share: frozenset[str] = listed("words that may follow such a share; where given, no other word may")
    percent: Phrases = phrases("phrases for percent")
    points: Phrases = phrases("phrases for percentage points")
    # units
    currencies: dict[str, str] = grouped("words for money, by currency; their signs and codes are known")
    of_currencies: bool = switch('`of` may stand between a scale and a currency ("dos millones de euros")')
    measures: dict[str, str] = grouped("words for measures, by the names in `measures.py`; their symbols are known")
    tight_measures: dict[str, str] = mapped(
        'letters that are a measure only right behind digits ("5in"), with its word'
    )
    squared: dict[str, str] = grouped("words before a measure of area or volume: square, cubic")
    squared_after: dict[str, str] = grouped("the same behind the measure: cuadrados")
    degrees: dict[str, str] = grouped("words after degrees that tell the scale, by unit: celsius")
    degree_signs: dict[str, tuple[str, ...]] = spelled("the words that the signs of degrees stand for")
    per: Phrases = phrases('what stands between an amount and what it is counted by ("a", "per")')
    besides: frozenset[str] = listed('words between an amount and `per` ("five pounds more a month")')
    dating: frozenset[str] = listed('words after a span by which it counts nothing ("900 euros a year ago")')
    periodic: dict[str, str] = grouped("adjectives and adverbs for how often, by period: monthly")
    spans: frozenset[str] = listed('words before a decade or century without a number ("the past decade")')
    # the clock
    clock: frozenset[str] = listed("what follows an hour: o'clock, am, pm")
    forenoon: frozenset[str] = listed("of these, those for the first half of the day")
    afternoon: frozenset[str] = listed("of these, those for the second half of the day")
    clock_before: frozenset[str] = listed('words before an hour that has no other mark ("a las seis")')
    dotted_after: frozenset[str] = listed('words before hours with a point ("at 6.30")')
    past: dict[tuple[str, ...], int] = counted_phrases('minutes that phrases before an hour add ("half past" 30)')
    minutes_after: dict[tuple[str, ...], int] = counted_phrases(
        'minutes that phrases behind an hour add ("et quart" 15)'
    )
    minutes_past: dict[tuple[str, ...], int] = counted_phrases(
        '1 or -1: minutes after or before the hour ("ten to four")'
    )
    daytimes: dict[str, float] = valued("words for a time of the day, by minutes since midnight: noon")
    # words beside numbers
    articles: frozenset[str] = listed("articles that may be the number one of a measure or fraction")
    of: frozenset[str] = listed("prepositions between a part and its whole")
    by: frozenset[str] = listed('words between a verb and an amount ("rose by about a third")')
    untelling: frozenset[str] = listed("words of the phrases above that are no reason to look at a change closely")
    # made of the keys above
    units: dict[str, int] = derived("the words of `values` below 20")
    tens: dict[str, int] = derived("those below 100, of which whole tens take a unit after them; compounds included")
    hundreds: dict[str, int] = derived("multiples of 100 in one word")
    shares: dict[str, float] = derived("the percentages of `fractions`")
    units_of_measure: frozenset[str] = derived("the names of all `measures`")
    starts: frozenset[str] = derived("words that a number can begin with")
    every: frozenset[str] = derived("words that make a closer look at a change worth it")

    def begins(self, token: str) -> bool:
        """Whether a number could begin with `token`."""
        return (
            token in self.starts or token[0].isdigit() or (bool(self.joints) and any(j in token for j in self.joints))
        )


def number_words(data: dict[str, Any]) -> NumberWords:
    """The number words of a language from `data`, a part of its file; without any, digits and signs alone."""
    read = read_keys(NumberWords, data)
    read["currencies"] = {**read["currencies"], **SIGNS}
    read["measures"] = {**SYMBOLS, **read["measures"]}
    read["percent"] = (("%",), *read["percent"])
    read["minus"] |= {MINUS_SIGN}
    read["dotted_after"] |= read["clock_before"]
    values = read["values"]
    units = {word: value for word, value in values.items() if value < _FROM_20}
    tens = {word: value for word, value in values.items() if _FROM_20 <= value < _FROM_100}
    for joint in read["unit_and_ten"]:
        tens |= _compounds(joint, units, tens)
    beginning = (
        *(values, tens, *(read[key] for key in ("scales", "ordinals", "fractions", "vague", "multiples", "half"))),
        *(read[key] for key in ("half_of", "mixed", "decades", "daytimes", "both", "minus", "every_nth")),
    )
    telling = frozenset(word for words in beginning for word in words)
    phrased = {word for phrase in (*read["percent"], *read["points"]) for word in phrase}
    return NumberWords(
        **read,
        units=units,
        tens=tens,
        hundreds={word: value for word, value in values.items() if value >= _FROM_100},
        shares={word: _WHOLE / denominator for word, denominator in read["fractions"].items()},
        units_of_measure=frozenset(read["measures"].values()),
        starts=telling.union(
            SIGNS,
            read["articles"],
            read["spans"],
            read["measures"] if read["bare_half"] else (),
            (phrase[0] for phrase in read["past"]),
        ),
        every=telling.union(read["currencies"], read["measures"], read["squared"], read["squared_after"], phrased)
        - read["untelling"],
    )


def _compounds(joint: str, units: dict[str, int], tens: dict[str, int]) -> dict[str, int]:
    """Units and tens in one word: `einundzwanzig`."""
    short = {word: value for word, value in units.items() if 0 < value < TEN}
    whole = {word: value for word, value in tens.items() if value % TEN == 0}
    return {one + joint + ten: value + whole[ten] for one, value in short.items() for ten in whole}

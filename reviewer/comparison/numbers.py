"""Numbers as news writes them: digits or words, with scale and unit, brought to one value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.comparison.counting import NumberWords, phrase_end
from reviewer.comparison.measures import CLOCK, CODES, PERIODS
from reviewer.comparison.spelled import HALF, value_at

DECADE = "decade of a century or of a life"
EITHER_HALF = "of the clock, of either half of the day"  # minutes since midnight or noon
PERCENT, POINTS = "%", "points"  # points are percentage points
NTH = "th"  # of an ordinal
TIMES = "times"
MANY = "many"  # of an unknown number: dozens
HOUR, HALF_DAY = 60, 720  # minutes
CENTURY = 100  # years
WHOLE = 100  # percent
_SHARES = frozenset((*range(2, 11), 20, 50, 100, 1000))  # of how many one speaks in "one in five"
_DAY_HOURS, _HALF_DAY_HOURS = 24, 12  # the most hours on a clock face of the whole day and of half of it
_LATE = 780  # minutes since midnight from which a time is surely of the second half of the day
_TEENS = 10  # hundreds above which a number of them is a year ("nineteen eighties")
_DIGITS = 10  # below it a number is one digit: what joins a ten ("twenty-first"), or counts parts ("three quarters")
_MANY_PARTS = 5  # below it an ordinal in the plural is a part ("four fifths")
_SMALLER = {"hour": ("minute", 60.0), "minute": ("second", 60.0), "year": ("month", 12.0), "foot": ("inch", 12.0)}
_PER_HOUR = "h"  # behind a measure and a stroke: km/h
_LONG = frozenset(("decade", "century"))
_DECADE_DIGITS = re.compile(r"((?:1[0-9]|20)?[0-9]0)s")
_ORDINAL_DIGITS = re.compile(r"(\d+)([^\W\d_]+)")
_SLASHED = re.compile(r"([1-9])/([2-9]|10)")
_HOUR = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?")


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens `[start, end)` read as a value and a unit ("" without one, "%" for percent, "points" for percentage points).

    A part of a whole is in percent; `vague` are ordinals and a bare "one", which other words often stand for.
    """

    value: float
    unit: str
    start: int
    end: int
    vague: bool = False


def numbers(tokens: list[str], words: NumberWords) -> list[Number]:
    """The numbers in a list of lower-case tokens, in order; currency and percent signs are tokens of their own."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _number_at(tokens, at, words) if words.begins(tokens[at]) else None
        if number is None:
            at += 1
        else:
            if found and (whole := _together(found[-1], number, tokens, words)) is not None:
                found[-1] = whole
            else:
                found.append(number)
            at = number.end
    return found


def _together(one: Number, other: Number, tokens: list[str], words: NumberWords) -> Number | None:
    """`two hours and twenty minutes`, `5 feet 10 inches`: one amount in two units."""
    between = tokens[one.end : other.start]
    smaller, many = _SMALLER.get(one.unit, ("", 0.0))
    if other.unit != smaller or other.value >= many or not words.joined.issuperset(between):
        return None
    return Number(one.value * many + other.value, smaller, one.start, other.end)


def _number_at(tokens: list[str], at: int, words: NumberWords) -> Number | None:
    start = at
    currency = words.currencies.get(tokens[at], "") if not tokens[at].isalpha() or tokens[at] in CODES else ""
    if currency:
        at += 1
        if at >= len(tokens):
            return None
    here = tokens[at]
    if here in words.vague:
        return _many(tokens, at, words)
    if here in words.daytimes:
        return Number(words.daytimes[here], CLOCK, start, at + 1, vague=True)
    if here in words.articles and at + 1 < len(tokens) and words.measures.get(tokens[at + 1]) in PERIODS:
        value, end = _and_a_half(tokens, 1.0, at + 2, words)
        return Number(value, words.measures[tokens[at + 1]], start, end, vague=value == 1.0)
    if here in words.measures and (after := phrase_end(tokens, at + 1, words.and_a_half)) > at + 1:
        return Number(1 + HALF, words.measures[here], start, after)  # hora y media
    if here in words.spans and at + 1 < len(tokens) and words.measures.get(tokens[at + 1]) in _LONG:
        return Number(1.0, words.measures[tokens[at + 1]], start, at + 2, vague=True)  # the past decade
    clock = _clock(tokens, at, words)
    if clock is not None:
        return clock
    if here in words.both:
        return Number(2.0, "", start, at + 1, vague=True)
    if here in words.multiples:
        unit, end = _rate(tokens, TIMES, at + 1, words)
        return Number(words.multiples[here], unit, start, end, vague=True)
    if here in words.half_of and at + 1 < len(tokens):
        scale = words.scales.get(tokens[at + 1], 0.0)
        unit, end = _unit(tokens, at + 2 if scale else at + 1, words)
        return Number(HALF * (scale or 1.0), unit, start, end) if scale or unit else None
    if here in words.minus and at + 1 < len(tokens):
        value, end, _ = value_at(tokens, at + 1, words)
        return _with_unit(-value, start, _unit(tokens, end, words)) if end > at + 1 else None
    fraction = _fraction(tokens, at, words)
    if fraction is not None:
        value, end = fraction
        measure, after = _unit(tokens, end, words) if _SLASHED.fullmatch(here) else ("", end)
        if measure:
            return Number(value / WHOLE, measure, start, after)  # ½ mile
        return _part(tokens, start, value, end, words)
    return _in_order(tokens, at, words) or _counted(tokens, start, at, currency, words)


def _in_order(tokens: list[str], at: int, words: NumberWords) -> Number | None:
    """`twenty-first`, `3rd`, `nineteen eighties`, `every fifth`."""
    here, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
    nth = 2 if following in words.alternate else words.ordinals.get(following, 0)
    if here in words.every_nth and nth > 1:
        return Number(WHOLE / nth, PERCENT, at, at + 2, vague=following in words.alternate)  # every other candidate
    if here in words.tens and words.ordinals.get(following, _DIGITS) < _DIGITS:
        return Number(float(words.tens[here] + words.ordinals[following]), NTH, at, at + 2, vague=True)
    century = words.units.get(here, 0)
    if century > _TEENS and following in words.decades:
        return Number(float(CENTURY * century + words.decades[following]), DECADE, at, at + 2)
    decade = _DECADE_DIGITS.fullmatch(here)
    if decade or here in words.decades:
        return Number(float(decade[1] if decade else words.decades[here]), DECADE, at, at + 1)
    ordinal = _ORDINAL_DIGITS.fullmatch(here)
    if ordinal and ordinal[2] in words.ordinal_endings:
        return Number(float(ordinal[1]), NTH, at, at + 1, vague=True)
    return Number(float(words.ordinals[here]), NTH, at, at + 1, vague=True) if here in words.ordinals else None


def _counted(tokens: list[str], start: int, at: int, currency: str, words: NumberWords) -> Number | None:
    """A value with its unit, and what that is counted by."""
    value, end, vague = value_at(tokens, at, words)
    if end == at:
        return None
    if currency:
        return _with_unit(value, start, _rate(tokens, currency, end, words))
    share = _one_in(tokens, value, end, words)
    if share is not None:
        return Number(share[0], PERCENT, start, share[1])
    unit, end = _unit(tokens, end, words)
    if at and tokens[at - 1] in words.clock_before and (unit == "hour" or not (unit or vague)) and value <= _DAY_HOURS:
        minutes, end = _minutes_after(tokens, end, words)
        return _of_the_clock(tokens, start, value * HOUR + minutes, end, words)
    value, end = _and_a_half(tokens, value, end, words) if unit else (value, end)
    unit, end = _rate(tokens, unit, end, words)
    return Number(value, unit, start, end, vague and unit not in (PERCENT, POINTS))


def _minutes_after(tokens: list[str], end: int, words: NumberWords) -> tuple[int, int]:
    """What follows an hour: `las siete y cuarto`, `sept heures moins dix`; and the token after it."""
    for phrase, minutes in words.minutes_after.items():
        if tuple(tokens[end : end + len(phrase)]) == phrase:
            return minutes, end + len(phrase)
    return 0, end


def _with_unit(value: float, start: int, rate: tuple[str, int]) -> Number:
    return Number(value, rate[0], start, rate[1])


def _clock(tokens: list[str], at: int, words: NumberWords) -> Number | None:
    """`18:30`, `6.30 pm`, `nine o'clock`, `half past six`."""
    for phrase, minutes in words.past.items():
        after = at + len(phrase)
        if tuple(tokens[at:after]) == phrase and after < len(tokens):
            hour, end, _ = value_at(tokens, after, words)
            if end > after and hour <= _HALF_DAY_HOURS:
                return _of_the_clock(tokens, at, hour * HOUR + minutes, end, words)
    digits = _HOUR.fullmatch(tokens[at])
    if digits:
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        before = tokens[at - 1] if at else ""
        dotted = "." in tokens[at] and before in words.dotted_after and not _unit(tokens, at + 1, words)[0]
        if ":" in tokens[at] or following in words.clock or dotted:
            minutes = HOUR * int(digits[1]) + int(digits[2] or 0)
            return _of_the_clock(tokens, at, minutes, at + 1, words, whole=tokens[at][0] == "0")
        return None
    hour, end, _ = value_at(tokens, at, words)
    if end > at and hour < HOUR and at and tokens[at - 1] in words.dotted_after:
        for phrase, sign in words.minutes_past.items():
            after = end + len(phrase)
            if tuple(tokens[end:after]) == phrase and after < len(tokens):
                full, last, _ = value_at(tokens, after, words)
                if last > after and full <= _HALF_DAY_HOURS:  # at ten past four
                    return _of_the_clock(tokens, at, full * HOUR + sign * hour, last, words)
    if end == at or end >= len(tokens) or tokens[end] not in words.clock or hour > _DAY_HOURS:
        return None
    return _of_the_clock(tokens, at, hour * HOUR, end, words)


def _of_the_clock(
    tokens: list[str], at: int, minutes: float, end: int, words: NumberWords, *, whole: bool = False
) -> Number:
    """`minutes` after midnight; `whole`: of the whole day, not of one half of it."""
    half = tokens[end] if end < len(tokens) and tokens[end] in words.clock else ""
    if half in words.forenoon or half in words.afternoon:
        return Number(minutes % HALF_DAY + (HALF_DAY if half in words.afternoon else 0), CLOCK, at, end + 1)
    return Number(minutes, CLOCK if whole or minutes >= _LATE else EITHER_HALF, at, end + bool(half))


def _part(tokens: list[str], start: int, percent: float, end: int, words: NumberWords) -> Number:
    """`half`, or `a quarter of an hour`, `half a million`: a part of one measure or of a scale."""
    halved = tokens[start] in words.half
    skipped = 1 if end < len(tokens) and tokens[end] in words.of else 0
    if end + skipped < len(tokens) and tokens[end + skipped] in words.articles:
        skipped += 1
    elif skipped or not halved:
        return Number(percent, PERCENT, start, end)
    scale = words.scales.get(tokens[end + skipped], 1.0) if end + skipped < len(tokens) else 1.0
    if scale == 1.0 or tokens[end + skipped] in words.letter_scales:
        unit, after = _unit(tokens, end + skipped, words)
        if unit or (skipped == 1 and halved):
            return Number(percent / WHOLE, unit, start, after)
        return Number(percent, PERCENT, start, end)
    unit, after = _unit(tokens, end + skipped + 1, words)
    return Number(percent / WHOLE * scale, unit, start, after)


def _and_a_half(tokens: list[str], value: float, end: int, words: NumberWords) -> tuple[float, int]:
    """`an hour and a half`."""
    after = phrase_end(tokens, end, words.and_a_half)
    return (value + HALF, after) if after > end else (value, end)


def _one_in(tokens: list[str], value: float, end: int, words: NumberWords) -> tuple[float, int] | None:
    """`two in five`, `one out of ten`, `un élève sur cinq`: percent, and the token after it."""
    at, between = phrase_end(tokens, end, words.one_in), False
    if at == end and words.counted_between and end < len(tokens):
        at = phrase_end(tokens, end + 1, words.one_in)
        between = at > end + 1
        at = at if between else end
    if at == end or at >= len(tokens):
        return None
    whole, after, _ = value_at(tokens, at, words)
    if between and words.ends_share and after < len(tokens) and tokens[after] not in words.ends_share:
        return None  # one goal in four games
    if after == at or whole not in _SHARES or not 0 < value < whole or _unit(tokens, after, words)[0]:
        return None
    return WHOLE * value / whole, after


def _many(tokens: list[str], at: int, words: NumberWords) -> Number:
    """`dozens`, `hundreds of thousands`."""
    value, end = words.vague[tokens[at]], at + 1
    while end + 1 < len(tokens) and tokens[end] in words.of and tokens[end + 1] in words.vague:
        value *= words.vague[tokens[end + 1]]
        end += 2
    return Number(value, MANY, at, end, vague=True)


def _fraction(tokens: list[str], at: int, words: NumberWords) -> tuple[float, int] | None:
    """`half`, `a quarter of`, `two thirds`: percent, and the token after it."""
    here = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if here in words.half and following not in words.unhalved:
        return WHOLE * HALF, at + 1
    if slashed := _SLASHED.fullmatch(here):
        part, whole = int(slashed[1]), int(slashed[2])
        return (WHOLE * part / whole, at + 1) if part < whole else None
    if here in words.lone_fractions:
        return words.shares[here], at + 1
    many = 1 if here in words.articles else words.units.get(here, 0)
    if not 0 < many < _DIGITS or following not in words.fractions:
        return None
    if not words.ends_fraction:
        return many * words.shares[following], phrase_end(tokens, at + 2, words.parts)
    after = tokens[at + 2] if at + 2 < len(tokens) else ""
    before = tokens[at - 1] if at else ""
    singular = not following.endswith(words.fraction_plurals)
    by_itself = here in words.articles and before in words.by and (not after or after in words.ends_fraction)
    if (many == 1) == singular and many < _MANY_PARTS and (not singular or after in words.of or by_itself):
        return many * words.shares[following], at + 2
    return None


def _rate(tokens: list[str], unit: str, at: int, words: NumberWords) -> tuple[str, int]:
    """`unit` with what it is counted by (`dollars an hour`), and the token after it."""
    if unit in words.units_of_measure and tokens[at : at + 1] == [_PER_HOUR]:
        return f"{unit}/hour", at + 1  # km/h
    over = at + 1 if at < len(tokens) and tokens[at] in words.besides else at  # four pounds more a month
    after = phrase_end(tokens, over, words.per)
    if tokens[after + 1 : after + 2] and tokens[after + 1] in words.dating:
        return unit, at  # 900 euros a year ago
    if after > over and after < len(tokens) and tokens[after] in words.measures:
        return f"{unit}/{words.measures[tokens[after]]}", after + 1
    return unit, at


def _unit(tokens: list[str], at: int, words: NumberWords) -> tuple[str, int]:
    """The unit that follows a value, and the token after it."""
    for unit, phrases in ((POINTS, words.points), (PERCENT, words.percent)):
        after = phrase_end(tokens, at, phrases)
        if after > at:
            return unit, after
    if at + 1 < len(tokens) and tokens[at] in words.of:
        unit, after = _unit(tokens, at + 1, words) if tokens[at + 1] in words.currencies else ("", at)
        return (unit, after) if unit and words.of_currencies else ("", at)
    here = tokens[at] if at < len(tokens) else ""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if here in words.currencies:
        return words.currencies[here], at + 1
    if here in words.squared and following in words.measures:
        return f"{words.squared[here]} {words.measures[following]}", at + 2
    measure = words.measures.get(here, "")
    if measure == "degree" and following in words.degrees:
        return words.degrees[following], at + 2
    if measure and following in words.squared_after:
        return f"{words.squared_after[following]} {measure}", at + 2
    return (measure, at + 1) if measure else ("", at)

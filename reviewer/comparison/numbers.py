"""Numbers as news writes them: digits or words, with scale and unit, brought to one value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.comparison.measures import CLOCK, CODES, CURRENCIES, DAYTIMES, MEASURES, OCLOCK, PERIODS, SQUARED

_UNITS = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "dozen": 12.0,
}
_LETTER_SCALES = frozenset({"k", "m", "mn", "bn", "tn"})
_ORDINALS = {
    word: value
    for words, first, step in (
        ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1, 1),
        ("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 13, 1),
        ("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", 20, 10),
    )
    for value, word in zip(range(first, 101, step), words.split(), strict=False)
}
_VAGUE = {
    "dozens": 12.0,
    "tens": 10.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "scores": 20.0,
}
_MULTIPLES = {
    word: value
    for value, words in {
        0.5: "halve halves halved halving",
        1.0: "once",
        2.0: "double doubles doubled doubling twice twofold",
        3.0: "triple triples tripled tripling treble trebled thrice threefold",
        4.0: "quadruple quadruples quadrupled quadrupling fourfold",
        5.0: "fivefold",
        10.0: "tenfold",
    }.items()
    for word in words.split()
}
_FRACTIONS = {
    "half": 50.0,
    **{
        form: 100 / whole
        for word, whole in {
            "third": 3,
            "quarter": 4,
            "fifth": 5,
            "sixth": 6,
            "seventh": 7,
            "eighth": 8,
            "tenth": 10,
        }.items()
        for form in (word, f"{word}s")
    },
}
_DECADES = dict(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(),
        range(20, 100, 10),
        strict=True,
    )
)
DECADE = "decade of a century or of a life"
EITHER_HALF = "of the clock, of either half of the day"  # minutes since midnight or noon
_SHARES = frozenset((*range(2, 11), 20, 50, 100, 1000))  # of how many one speaks in "one in five"
NUMBER_WORDS = frozenset(
    {
        *_UNITS,
        *_TENS,
        *_SCALES,
        *_ORDINALS,
        *_FRACTIONS,
        *_VAGUE,
        *_MULTIPLES,
        *_DECADES,
        *CURRENCIES,
        *MEASURES,
        *DAYTIMES,
        "percent",
        "cent",
        "minus",
        "both",
    }
)
_ENDS_PHRASE = frozenset({"", *"and but in since to from this last after over on while as compared until when".split()})
_DECADE_DIGITS = re.compile(r"((?:1[0-9]|20)?[0-9]0)s")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ORDINAL_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)")
_TIGHT = re.compile(r"(\d[\d,]*(?:\.\d+)?)([a-z%]+)")
_SLASHED = re.compile(r"([1-9])/([2-9]|10)")
_HOUR = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?")


def split_unit(word: str) -> tuple[str, ...]:
    """`10am` as `10` and `am`; any other word as it is."""
    tight = _TIGHT.fullmatch(word)
    return (tight[1], tight[2]) if tight and tight[2] in MEASURES and tight[2] not in _SCALES else (word,)


@dataclass(frozen=True, slots=True)
class Number:
    """A value with its unit ("" for none), and the tokens `[start, end)` that say it; `vague` for "one", ordinals, "both", "dozens", "twice"."""

    value: float
    unit: str
    start: int
    end: int
    vague: bool = False


def numbers(tokens: list[str]) -> list[Number]:
    """The numbers in a list of lower-case tokens, in order; currency and percent signs are tokens of their own."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _number_at(tokens, at)
        if number is None:
            at += 1
        else:
            found.append(number)
            at = number.end
    return found


def _number_at(tokens: list[str], at: int) -> Number | None:
    start = at
    currency = CURRENCIES.get(tokens[at], "") if not tokens[at].isalpha() or tokens[at] in CODES else ""
    if currency:
        at += 1
        if at >= len(tokens):
            return None
    if tokens[at] in _VAGUE:
        return _many(tokens, at)
    if tokens[at] in DAYTIMES:
        return Number(DAYTIMES[tokens[at]], CLOCK, start, at + 1, vague=True)
    if tokens[at] in ("a", "an") and at + 1 < len(tokens) and MEASURES.get(tokens[at + 1]) in PERIODS:
        value, end = _and_a_half(tokens, 1.0, at + 2)
        return Number(value, MEASURES[tokens[at + 1]], start, end, vague=value == 1.0)
    clock = _clock(tokens, at)
    if clock is not None:
        return clock
    if tokens[at] == "both":
        return Number(2.0, "", start, at + 1, vague=True)
    if tokens[at] in _MULTIPLES:
        return Number(_MULTIPLES[tokens[at]], "times", start, at + 1, vague=True)
    if tokens[at] == "minus" and at + 1 < len(tokens):
        value, end, _ = _value(tokens, at + 1)
        return Number(-value, *_span(start, _unit(tokens, end))) if end > at + 1 else None
    fraction = _fraction(tokens, at)
    if fraction is not None:
        value, end = fraction
        return _part(tokens, start, value, end)
    if tokens[at] in _TENS and at + 1 < len(tokens) and _ORDINALS.get(tokens[at + 1], 10) < 10:
        return Number(float(_TENS[tokens[at]] + _ORDINALS[tokens[at + 1]]), "th", start, at + 2, vague=True)
    century = _UNITS.get(tokens[at], 0)
    if century > 10 and at + 1 < len(tokens) and tokens[at + 1] in _DECADES:
        return Number(float(100 * century + _DECADES[tokens[at + 1]]), DECADE, start, at + 2)
    decade = _DECADE_DIGITS.fullmatch(tokens[at])
    if decade or tokens[at] in _DECADES:
        return Number(float(decade[1] if decade else _DECADES[tokens[at]]), DECADE, start, at + 1)
    ordinal = _ORDINAL_DIGITS.fullmatch(tokens[at])
    if ordinal or tokens[at] in _ORDINALS:
        value = float(ordinal[1]) if ordinal else float(_ORDINALS[tokens[at]])
        return Number(value, "th", start, at + 1, vague=True)
    value, end, vague = _value(tokens, at)
    if end == at:
        return None
    if currency:
        return Number(value, *_span(start, _rate(tokens, currency, end)))
    share = _one_in(tokens, value, end)
    if share is not None:
        return Number(share[0], "%", start, share[1])
    unit, end = _unit(tokens, end)
    value, end = _and_a_half(tokens, value, end) if unit else (value, end)
    unit, end = _rate(tokens, unit, end)
    return Number(value, unit, start, end, vague and unit not in ("%", "points"))


def _clock(tokens: list[str], at: int) -> Number | None:
    """`18:30`, `6.30 pm`, `nine o'clock`, `half past six`."""
    if tokens[at] in ("half", "quarter") and tokens[at + 1 : at + 2] in (["past"], ["to"]):
        hour, end, _ = _value(tokens, at + 2) if at + 2 < len(tokens) else (0.0, at + 2, False)
        if end == at + 2 or hour > 12:
            return None
        minutes = (30 if tokens[at] == "half" else 15) * (1 if tokens[at + 1] == "past" else -1)
        return _of_the_clock(tokens, at, hour * 60 + minutes, end)
    digits = _HOUR.fullmatch(tokens[at])
    if digits:
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        minutes = 60 * int(digits[1]) + int(digits[2] or 0)
        if ":" in tokens[at] or following in OCLOCK:
            return _of_the_clock(tokens, at, minutes, at + 1, whole=tokens[at][0] == "0")
        return None
    hour, end, _ = _value(tokens, at)
    return _of_the_clock(tokens, at, hour * 60, end) if end > at and tokens[end : end + 1] == ["o'clock"] else None


def _of_the_clock(tokens: list[str], at: int, minutes: float, end: int, *, whole: bool = False) -> Number:
    """`minutes` after midnight; `whole`: of the whole day, not of one half of it."""
    half = tokens[end] if end < len(tokens) and tokens[end] in OCLOCK else ""
    if half in ("am", "pm"):
        return Number(minutes % 720 + (720 if half == "pm" else 0), CLOCK, at, end + 1)
    return Number(minutes, CLOCK if whole or minutes >= 780 else EITHER_HALF, at, end + bool(half))


def _part(tokens: list[str], start: int, percent: float, end: int) -> Number:
    """`half`, or `a quarter of an hour`, `half a million`: a part of one measure or of a scale."""
    skipped = 1 if tokens[end : end + 1] == ["of"] else 0
    if tokens[end + skipped : end + skipped + 1] in (["a"], ["an"]):
        skipped += 1
    elif skipped or tokens[start] != "half":
        return Number(percent, "%", start, end)
    scale = _SCALES.get(tokens[end + skipped], 1.0) if end + skipped < len(tokens) else 1.0
    if scale == 1.0 or tokens[end + skipped] in _LETTER_SCALES:
        unit, after = _unit(tokens, end + skipped)
        if unit or (skipped == 1 and tokens[start] == "half"):
            return Number(percent / 100, unit, start, after)
        return Number(percent, "%", start, end)
    unit, after = _unit(tokens, end + skipped + 1)
    return Number(percent / 100 * scale, unit, start, after)


def _and_a_half(tokens: list[str], value: float, end: int) -> tuple[float, int]:
    """`an hour and a half`."""
    return (value + 0.5, end + 3) if tokens[end : end + 3] == ["and", "a", "half"] else (value, end)


def _one_in(tokens: list[str], value: float, end: int) -> tuple[float, int] | None:
    """`two in five`, `one out of ten`: percent, and the token after it."""
    at = end + 1 if tokens[end : end + 1] == ["in"] else end + 2 if tokens[end : end + 2] == ["out", "of"] else end
    if at == end or at >= len(tokens):
        return None
    whole, after, _ = _value(tokens, at)
    if after == at or whole not in _SHARES or not 0 < value < whole or _unit(tokens, after)[0]:
        return None
    return 100 * value / whole, after


def _many(tokens: list[str], at: int) -> Number:
    """`dozens`, `hundreds of thousands`."""
    value, end = _VAGUE[tokens[at]], at + 1
    while tokens[end : end + 1] == ["of"] and end + 1 < len(tokens) and tokens[end + 1] in _VAGUE:
        value *= _VAGUE[tokens[end + 1]]
        end += 2
    return Number(value, "many", at, end, vague=True)


def _fraction(tokens: list[str], at: int) -> tuple[float, int] | None:
    """`half`, `a quarter of`, `two thirds`: percent, and the token after it."""
    here = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if here == "half":
        return 50.0, at + 1
    if slashed := _SLASHED.fullmatch(here):
        part, whole = int(slashed[1]), int(slashed[2])
        return (100 * part / whole, at + 1) if part < whole else None
    if here in ("a", "one", "two", "three", "four") and following in _FRACTIONS and following != "half":
        many = 1 if here == "a" else _UNITS[here]
        singular = not following.endswith("s")
        after = tokens[at + 2] if at + 2 < len(tokens) else ""
        before = tokens[at - 1] if at else ""
        alone = after == "of" or (here == "a" and before == "by" and after in _ENDS_PHRASE)
        if (many == 1) == singular and (not singular or alone):
            return many * _FRACTIONS[following], at + 2
    return None


def _value(tokens: list[str], at: int) -> tuple[float, int, bool]:
    """The value that begins at `at`, the token after it, and whether it is but the word "one"; `at` itself if none does."""
    token = tokens[at]
    if _DIGITS.fullmatch(token):
        value = float(token.replace(",", ""))
        end = at + 1
        while end < len(tokens) and tokens[end] in _SCALES:
            value *= _SCALES[tokens[end]]
            end += 1
        return value, end, False
    if tight := _TIGHT.fullmatch(token):
        value, unit = float(tight[1].replace(",", "")), tight[2]
        return (value * _SCALES[unit], at + 1, False) if unit in _SCALES else (0.0, at, False)
    total = current = 0.0
    end = at
    seen = False
    while end < len(tokens):
        word = tokens[end]
        if word in _UNITS or word in _TENS:
            amount = float(_UNITS.get(word, _TENS.get(word, 0)))
            if end == at + 1 and 10 < current <= 20 and amount >= 10:
                current *= 100.0  # nineteen eighty-four
            if current % 10 or (amount >= 10 and current % 100):
                break
            current += amount
        elif word in _SCALES and word not in _LETTER_SCALES and (seen or _article_before(tokens, at)):
            if _SCALES[word] == 100.0:
                current = max(current, 1.0) * 100.0
            else:
                total += max(current, 1.0) * _SCALES[word]
                current = 0.0
        elif seen and tokens[end : end + 3] == ["and", "a", "half"]:
            current += 0.5
            end += 2
        elif (
            word == "and"
            and seen
            and current % 100 == 0
            and end + 1 < len(tokens)
            and tokens[end + 1] in _UNITS | _TENS
        ):
            end += 1
            continue
        else:
            break
        seen = True
        end += 1
    if not seen:
        return 0.0, at, False
    return total + current, end, end == at + 1 and tokens[at] == "one"


def _article_before(tokens: list[str], at: int) -> bool:
    return at > 0 and tokens[at - 1] in ("a", "the", "several", "per")


def _span(start: int, rate: tuple[str, int]) -> tuple[str, int, int]:
    return rate[0], start, rate[1]


def _rate(tokens: list[str], unit: str, at: int) -> tuple[str, int]:
    """`unit` with what it is counted by (`dollars an hour`), and the token after it."""
    if unit in MEASURES.values() and tokens[at : at + 1] == ["h"]:
        return f"{unit}/hour", at + 1  # km/h
    if at + 1 < len(tokens) and tokens[at] in ("a", "an", "per") and tokens[at + 1] in MEASURES:
        return f"{unit}/{MEASURES[tokens[at + 1]]}", at + 2
    return unit, at


def _unit(tokens: list[str], at: int) -> tuple[str, int]:
    """The unit that follows a value, and the token after it."""
    here = tokens[at] if at < len(tokens) else ""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if here in ("percentage", "per-centage") and following in ("point", "points"):
        return "points", at + 2
    if here in ("%", "percent", "pct"):
        if following in ("point", "points"):
            return "points", at + 2
        return "%", at + 1
    if here == "per" and following == "cent":
        return "%", at + 2
    if here in CURRENCIES and here != "cent":
        return CURRENCIES[here], at + 1
    if here in SQUARED and following in MEASURES:
        return f"{'cubic' if here == 'cubic' else 'square'} {MEASURES[following]}", at + 2
    if MEASURES.get(here) == "degree" and following in ("celsius", "centigrade", "c", "fahrenheit", "f"):
        return "degree" if following[0] == "c" else "degree fahrenheit", at + 2
    if here in MEASURES:
        return MEASURES[here], at + 1
    return "", at

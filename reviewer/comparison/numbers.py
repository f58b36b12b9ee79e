"""Numbers as news writes them: digits or words, with scale and unit, brought to one value."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    **dict(
        zip(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
            range(1, 13),
            strict=True,
        )
    ),
    "twentieth": 20,
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
_FRACTIONS = {"half": 50.0, "quarter": 25.0, "quarters": 25.0, "third": 100 / 3, "thirds": 100 / 3, "fifths": 20.0}
_CURRENCIES = {
    "$": "dollar",
    "us$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "dollar": "dollar",
    "dollars": "dollar",
    "euro": "euro",
    "euros": "euro",
    "pound": "pound",
    "pounds": "pound",
    "yen": "yen",
    "yuan": "yuan",
    "rouble": "rouble",
    "roubles": "rouble",
    "rubles": "rouble",
    "cents": "cent",
    "pence": "pence",
    "penny": "pence",
    "franc": "franc",
    "francs": "franc",
    "krone": "krone",
    "kroner": "krone",
    "krona": "krone",
    "kronor": "krone",
    "rupee": "rupee",
    "rupees": "rupee",
    "peso": "peso",
    "pesos": "peso",
}
_MEASURES = {
    word: forms.split()[0]
    for forms in (
        "kilometre kilometres kilometer kilometers km",
        "metre metres meter meters",
        "centimetre centimetres centimeter centimeters cm",
        "millimetre millimetres millimeter millimeters mm",
        "mile miles",
        "yard yards",
        "foot feet ft",
        "inch inches",
        "knot knots",
        "mph",
        "gram grams",
        "ounce ounces oz",
        "pint pints",
        "kilogram kilograms kg kilo kilos",
        "ton tons tonne tonnes",
        "litre litres liter liters",
        "gallon gallons",
        "barrel barrels",
        "hectare hectares",
        "acre acres",
        "second seconds",
        "minute minutes",
        "hour hours",
        "day days",
        "week weeks",
        "month months",
        "year years",
        "decade decades",
        "degree degrees",
        "kilowatt kilowatts kw",
        "megawatt megawatts mw",
        "gigawatt gigawatts gw",
        "am",
        "pm",
        "times",
    )
    for word in forms.split()
}
_DECADES = dict(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(),
        range(20, 100, 10),
        strict=True,
    )
)
DECADE = "decade of a century or of a life"
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
        *_CURRENCIES,
        *_MEASURES,
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


def split_unit(word: str) -> tuple[str, ...]:
    """`10am` as `10` and `am`; any other word as it is."""
    tight = _TIGHT.fullmatch(word)
    return (tight[1], tight[2]) if tight and tight[2] in _MEASURES and tight[2] not in _SCALES else (word,)


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
    currency = _CURRENCIES.get(tokens[at], "") if not tokens[at].isalpha() else ""
    if currency:
        at += 1
        if at >= len(tokens):
            return None
    if tokens[at] in _VAGUE:
        return _many(tokens, at)
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
        skipped = 2 if tokens[end : end + 2] == ["of", "a"] else 1 if tokens[end : end + 1] == ["a"] else 0
        unit, after = _unit(tokens, end + skipped) if skipped else ("", end)
        return Number(value / 100, unit, start, after) if unit in ("points", "%") else Number(value, "%", start, end)
    if tokens[at] in _TENS and at + 1 < len(tokens) and _ORDINALS.get(tokens[at + 1], 10) < 10:
        return Number(float(_TENS[tokens[at]] + _ORDINALS[tokens[at + 1]]), "th", start, at + 2, vague=True)
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
    unit, end = _rate(tokens, *_unit(tokens, end))
    return Number(value, unit, start, end, vague and unit not in ("%", "points"))


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
    if here in ("a", "one", "two", "three", "four") and following in _FRACTIONS and following != "half":
        many = 1 if here == "a" else _UNITS[here]
        singular = following in ("third", "quarter")
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
    if at + 1 < len(tokens) and tokens[at] in ("a", "an", "per") and tokens[at + 1] in _MEASURES:
        return f"{unit}/{_MEASURES[tokens[at + 1]]}", at + 2
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
    if here in _CURRENCIES:
        return _CURRENCIES[here], at + 1
    if here in _MEASURES:
        return _MEASURES[here], at + 1
    return "", at

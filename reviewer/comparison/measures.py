"""What numbers are counted in, whatever the language: money, measures and the clock, and when two amounts are the same."""

from __future__ import annotations

SIGNS = {
    sign: currency
    for currency, signs in {
        "dollar": "$ us$ usd",
        "euro": "€ eur",
        "pound": "£ gbp",
        "yen": "¥ jpy",
        "yuan": "cny",
        "franc": "chf",
        "krone": "nok dkk",
        "krona": "sek",
        "a$": "a$ au$ aud",
        "c$": "c$ cad",
        "rupee": "₹ rs inr",
        "naira": "₦",
    }.items()
    for sign in signs.split()
}
CODES = frozenset(sign for sign in SIGNS if sign.isalpha())  # stand before the amount as a sign does
CLOCK = "of the clock"  # minutes since midnight
SYMBOLS = {
    symbol: unit
    for unit, symbols in {
        "kilometre": "km",
        "centimetre": "cm",
        "millimetre": "mm",
        "foot": "ft",
        "kilogram": "kg",
        "gram": "g",
        "milligram": "mg",
        "microgram": "mcg µg",
        "litre": "l",
        "millilitre": "ml",
        "minute": "min",
        "kilowatt": "kw",
        "megawatt": "mw",
        "gigawatt": "gw",
        "kilometre/hour": "kmh",
    }.items()
    for symbol in symbols.split()
}
_SCALED = {
    "metre": {"kilometre": 1e3, "metre": 1.0, "centimetre": 0.01, "millimetre": 0.001},
    "foot": {"mile": 5280.0, "yard": 3.0, "foot": 1.0, "inch": 1 / 12},
    "kilogram": {"ton": 1e3, "kilogram": 1.0, "gram": 1e-3, "milligram": 1e-6, "microgram": 1e-9},
    "pound weight": {"lb": 1.0, "ounce": 1 / 16},
    "litre": {"litre": 1.0, "millilitre": 0.001},
    "gallon": {"gallon": 1.0, "pint": 0.125},
    "minute": {"second": 1 / 60, "minute": 1.0, "hour": 60.0, "day": 1440.0, "week": 10080.0, "fortnight": 20160.0},
    "month": {"month": 1.0, "year": 12.0, "decade": 120.0, "century": 1200.0},
    "kilowatt": {"kilowatt": 1.0, "megawatt": 1e3, "gigawatt": 1e6},
}
PERIODS = frozenset("minute hour day week fortnight month year decade century".split())
_BASES = {unit: (base, factor) for base, scales in _SCALED.items() for unit, factor in scales.items()}
_SYSTEMS = {
    "foot": ("metre", 0.3048),
    "nautical mile": ("metre", 1852.0),
    "pound weight": ("kilogram", 0.4536),
    "gallon": ("litre", 3.785),
    "acre": ("hectare", 0.4047),
}
_MONTH = 43200.0  # minutes of the thirty days that "ninety days" and "three months" go by
CONVERTED = 0.03  # share by which a conversion between miles and kilometres is rounded in print
ROUNDING = 1e-9  # share by which sums of one amount differ in floating point


def same_amount(value: float, unit: str, other: float, another: str) -> bool:
    """Whether two amounts are one: `36 inches` and `3 feet`, `12 miles` and `19 km`; a unit may be a rate (`mile/hour`)."""
    if unit == another:
        return _close(value, other, ROUNDING)
    one_counted, _, one_per = unit.partition("/")
    other_counted, _, other_per = another.partition("/")
    if one_per != other_per:
        return False
    (base, factor), (other_base, other_factor) = _base(one_counted), _base(other_counted)
    value, other = value * factor, other * other_factor
    if base == other_base:
        return _close(value, other, ROUNDING)
    if {base, other_base} == {"minute", "month"}:
        return value * (_MONTH if base == "month" else 1.0) == other * (_MONTH if other_base == "month" else 1.0)
    for mine, theirs, amounts in ((base, other_base, (value, other)), (other_base, base, (other, value))):
        if mine in _SYSTEMS and _SYSTEMS[mine][0] == theirs:
            return _close(amounts[0] * _SYSTEMS[mine][1], amounts[1], CONVERTED)
    return False


def _base(unit: str) -> tuple[str, float]:
    return _BASES.get(unit, (unit, 1.0))


def _close(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(1.0 if share < 1e-6 else 0.0, abs(one))

"""What numbers are counted in: money, measures and the clock, and when two amounts in different units are the same."""

from __future__ import annotations

CURRENCIES = {
    form: forms.split()[0]
    for forms in (
        "dollar dollars $ us$ usd",
        "euro euros € eur",
        "pound pounds £ gbp sterling",
        "yen ¥ jpy",
        "yuan renminbi cny",
        "rouble roubles ruble rubles",
        "cent cents",
        "pence penny pennies",
        "franc francs chf",
        "krone kroner nok dkk",
        "krona kronor sek",
        "rupee rupees",
        "peso pesos",
        "zloty zlotys",
        "shekel shekels",
        "a$ au$ aud",
        "c$ cad",
    )
    for form in forms.split()
}
CODES = frozenset("usd eur gbp jpy cny chf nok dkk sek aud cad".split())  # stand before the amount as a sign does
CLOCK = "of the clock"  # minutes since midnight
OCLOCK = frozenset(("am", "pm", "o'clock"))
DAYTIMES = {"noon": 720.0, "midday": 720.0, "midnight": 0.0}
_SCALED = {
    "metre": {
        1e3: "kilometre kilometres kilometer kilometers km",
        1.0: "metre metres meter meters",
        0.01: "centimetre centimetres centimeter centimeters cm",
        0.001: "millimetre millimetres millimeter millimeters mm",
    },
    "foot": {
        5280.0: "mile miles",
        3.0: "yard yards",
        1.0: "foot feet ft",
        1 / 12: "inch inches",
    },
    "kilogram": {
        1e3: "ton tons tonne tonnes",
        1.0: "kilogram kilograms kg kilo kilos",
        0.001: "gram grams",
    },
    "pound weight": {1.0: "lb lbs", 1 / 16: "ounce ounces oz"},
    "litre": {1.0: "litre litres liter liters", 0.001: "millilitre millilitres milliliter milliliters ml"},
    "gallon": {1.0: "gallon gallons", 0.125: "pint pints"},
    "hectare": {1.0: "hectare hectares"},
    "acre": {1.0: "acre acres"},
    "minute": {
        1 / 60: "second seconds",
        1.0: "minute minutes min mins",
        60.0: "hour hours hr hrs",
        1440.0: "day days",
        10080.0: "week weeks",
        20160.0: "fortnight fortnights",
    },
    "month": {1.0: "month months", 12.0: "year years", 120.0: "decade decades", 1200.0: "century centuries"},
    "kilowatt": {
        1.0: "kilowatt kilowatts kw",
        1e3: "megawatt megawatts mw",
        1e6: "gigawatt gigawatts gw",
    },
    "kilometre/hour": {1.0: "kilometre/hour kph kmh"},
    "mile/hour": {1.0: "mile/hour mph"},
    "knot": {1.0: "knot knots"},
    "barrel": {1.0: "barrel barrels"},
    "degree": {1.0: "degree degrees"},
    "times": {1.0: "times"},
    CLOCK: {1.0: "am pm o'clock"},
}
MEASURES = {
    form: form if form in OCLOCK else forms.split()[0]
    for scales in _SCALED.values()
    for forms in scales.values()
    for form in forms.split()
}
SQUARED = frozenset(("square", "sq", "cubic"))
PERIODS = frozenset("minute hour day week fortnight month year decade century".split())
_BASES = {forms.split()[0]: (base, factor) for base, scales in _SCALED.items() for factor, forms in scales.items()}
_SYSTEMS = {
    "foot": ("metre", 0.3048),
    "pound weight": ("kilogram", 0.4536),
    "gallon": ("litre", 3.785),
    "acre": ("hectare", 0.4047),
}
CONVERTED = 0.03  # how far a conversion between miles and kilometres is rounded in print


def same_amount(value: float, unit: str, other: float, another: str) -> bool:
    """Whether two amounts are one: `36 inches` and `3 feet`, `12 miles` and `19 km`; a unit may be a rate (`mile/hour`)."""
    if unit == another:
        return _close(value, other, 1e-9)
    one_counted, _, one_per = unit.partition("/")
    other_counted, _, other_per = another.partition("/")
    if one_per != other_per:
        return False
    (base, factor), (other_base, other_factor) = _base(one_counted), _base(other_counted)
    value, other = value * factor, other * other_factor
    if base == other_base:
        return _close(value, other, 1e-9)
    for mine, theirs, amounts in ((base, other_base, (value, other)), (other_base, base, (other, value))):
        if mine in _SYSTEMS and _SYSTEMS[mine][0] == theirs:
            return _close(amounts[0] * _SYSTEMS[mine][1], amounts[1], CONVERTED)
    return False


def _base(unit: str) -> tuple[str, float]:
    return _BASES.get(unit, (unit, 1.0))


def _close(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(1.0 if share < 1e-6 else 0.0, abs(one))

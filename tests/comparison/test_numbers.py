"""Numbers as news writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.comparison.lexicon import lexicon
from reviewer.comparison.measures import CLOCK, same_amount
from reviewer.comparison.numbers import DECADE, EITHER_HALF, numbers
from reviewer.comparison.tokens import tokens
from reviewer.text import folded

ENGLISH = lexicon("en").numbers

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _spelled(number: int) -> str:
    """`number` below a million in English words, British style."""
    ones, tens = _ONES.split(), _TENS.split()
    if number < 20:
        return ones[number]
    if number < 100:
        return tens[number // 10 - 2] + (f" {ones[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {_spelled(number % 100)}" if number % 100 else ""
        return f"{ones[number // 100]} hundred{rest}"
    rest = f" {_spelled(number % 1000)}" if number % 1000 else ""
    return f"{_spelled(number // 1000)} thousand{rest}"


@given(st.integers(2, 999_999))
def test_a_number_in_words_has_the_value_of_its_digits(number: int) -> None:
    assert [n.value for n in numbers(_spelled(number).split(), ENGLISH)] == [number]
    assert [n.value for n in numbers([f"{number:,}"], ENGLISH)] == [number]


_SPANISH = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho "
    "diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
_SPANISH_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_SPANISH_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
)
_FRENCH = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
_FRENCH_TENS = "vingt trente quarante cinquante soixante".split()
_GERMAN = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()
_GERMAN_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def _in_spanish(number: int) -> str:
    if number < 30:
        return _SPANISH[number]
    if number < 100:
        return _SPANISH_TENS[number // 10 - 3] + (f" y {_SPANISH[number % 10]}" if number % 10 else "")
    if number == 100:
        return "cien"
    if number < 1000:
        return _SPANISH_HUNDREDS[number // 100 - 1] + (f" {_in_spanish(number % 100)}" if number % 100 else "")
    head = "mil" if number < 2000 else f"{_in_spanish(number // 1000)} mil"
    return head + (f" {_in_spanish(number % 1000)}" if number % 1000 else "")


def _in_french(number: int) -> str:
    if number < 17:
        return _FRENCH[number]
    if number < 20:
        return f"dix {_FRENCH[number - 10]}"
    if number < 70:
        joint = " et " if number % 10 == 1 else " "
        return _FRENCH_TENS[number // 10 - 2] + (f"{joint}{_FRENCH[number % 10]}" if number % 10 else "")
    if number < 80:
        return f"soixante {'et ' if number == 71 else ''}{_in_french(number - 60)}"
    if number < 100:
        return "quatre vingts" if number == 80 else f"quatre vingt {_in_french(number - 80)}"
    if number < 1000:
        head = "cent" if number < 200 else f"{_FRENCH[number // 100]} {'cent' if number % 100 else 'cents'}"
        return head + (f" {_in_french(number % 100)}" if number % 100 else "")
    head = "mille" if number < 2000 else f"{_in_french(number // 1000)} mille"
    return head + (f" {_in_french(number % 1000)}" if number % 1000 else "")


def _in_german(number: int) -> str:
    if number < 20:
        return _GERMAN[number]
    if number < 100:
        ten = _GERMAN_TENS[number // 10 - 2]
        return f"{_GERMAN[number % 10]}und{ten}" if number % 10 else ten
    if number < 1000:
        return f"{_GERMAN[number // 100]}hundert" + (_in_german(number % 100) if number % 100 else "")
    return f"{_in_german(number // 1000)}tausend" + (_in_german(number % 1000) if number % 1000 else "")


@pytest.mark.parametrize(("code", "spelled"), [("es", _in_spanish), ("fr", _in_french), ("de", _in_german)])
@given(st.integers(2, 999_999))
def test_a_number_in_the_words_of_another_language_has_its_value(
    code: str, spelled: Callable[[int], str], number: int
) -> None:
    words = lexicon(code).numbers
    assert [n.value for n in numbers(folded(spelled(number)).split(), words)] == [number]


@pytest.mark.parametrize(
    ("code", "text", "value", "unit"),
    [
        ("es", "1.234,5 metros", 1234.5, "metre"),
        ("es", "1,234.5 metros", 1234.5, "metre"),
        ("es", "3,5 millones de euros", 3.5e6, "euro"),
        ("es", "dos mil millones", 2e9, ""),
        ("es", "cinco puntos porcentuales", 5, "points"),
        ("es", "dos de cada cinco", 40, "%"),
        ("es", "hora y media", 1.5, "hour"),
        ("fr", "1 234,5 mètres", 1234.5, "metre"),
        ("fr", "3,5 millions d’euros", 3.5e6, "euro"),
        ("fr", "cinq pour cent", 5, "%"),
        ("fr", "18h30", 1110, CLOCK),
        ("fr", "un élève sur cinq", 20, "%"),
        ("fr", "une demi-heure", 0.5, "hour"),
        ("de", "1.234,5 Meter", 1234.5, "metre"),
        ("de", "anderthalb Stunden", 1.5, "hour"),
        ("de", "fünf Prozentpunkte", 5, "points"),
        ("de", "halb sieben", 390, EITHER_HALF),
        ("de", "jeder fünfte", 20, "%"),
        ("de", "18.30 Uhr", 1110, CLOCK),
        ("de", "drei Viertel", 75, "%"),
        ("fi", "1.234,5", 1234.5, ""),
    ],
)
def test_values_and_units_of_other_languages(code: str, text: str, value: float, unit: str) -> None:
    words = lexicon(code)
    found = numbers([token.form for token in tokens(text, words)], words.numbers)
    assert found[-1].value == pytest.approx(value)
    assert found[-1].unit == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 percent", 5, "%"),
        ("five per cent", 5, "%"),
        ("5 %", 5, "%"),
        ("5 percentage points", 5, "points"),
        ("$ 3.5 million", 3.5e6, "dollar"),
        ("3.5 million dollars", 3.5e6, "dollar"),
        ("€ 20bn", 2e10, "euro"),
        ("half", 50, "%"),
        ("two thirds", 200 / 3, "%"),
        ("a quarter of a percentage point", 0.25, "points"),
        ("a dozen", 12, ""),
        ("14 km", 14, "kilometre"),
        ("third", 3, "th"),
        ("twenty first", 21, "th"),
        ("21st", 21, "th"),
        ("15 dollars an hour", 15, "dollar/hour"),
        ("18:30", 1110, CLOCK),
        ("6.30 pm", 1110, CLOCK),
        ("half past six", 390, EITHER_HALF),
        ("nine o'clock", 540, EITHER_HALF),
        ("quarter to ten", 585, EITHER_HALF),
        ("noon", 720, CLOCK),
        ("half an hour", 0.5, "hour"),
        ("an hour and a half", 1.5, "hour"),
        ("half a million", 5e5, ""),
        ("a decade", 1, "decade"),
        ("two in five", 40, "%"),
        ("one out of ten", 10, "%"),
        ("2/3", 200 / 3, "%"),
        ("nineteen eighty four", 1984, ""),
        ("nineteen nineties", 1990, DECADE),
        ("usd 40", 40, "dollar"),
        ("12 degrees celsius", 12, "degree"),
        ("500 sq km", 500, "square kilometre"),
        ("150 km h", 150, "kilometre/hour"),
    ],
)
def test_values_and_units(text: str, value: float, unit: str) -> None:
    found = numbers(text.split(), ENGLISH)
    assert [n.value for n in found] == [pytest.approx(value)]
    assert [n.unit for n in found] == [unit]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((36, "hour"), (1.5, "day"), True),
        ((10, "year"), (1, "decade"), True),
        ((4.5, "ton"), (4500, "kilogram"), True),
        ((12, "mile"), (19, "kilometre"), True),
        ((60, "mile/hour"), (97, "kilometre/hour"), True),
        ((12, "mile"), (12, "kilometre"), False),
        ((12, "dollar"), (12, "euro"), False),
        ((15, "dollar/hour"), (15, "dollar/day"), False),
    ],
)
def test_amounts_in_two_units_are_the_same_where_one_is_the_conversion_of_the_other(
    one: tuple[float, str], other: tuple[float, str], same: bool
) -> None:
    assert same_amount(*one, *other) is same
    assert same_amount(*other, *one) is same


@given(st.floats(0.01, 1e6), st.sampled_from(sorted(ENGLISH.units_of_measure)))
def test_an_amount_is_itself_in_any_unit(value: float, unit: str) -> None:
    assert same_amount(value, unit, value, unit)


@given(
    st.lists(
        st.sampled_from((_ONES + " " + _TENS + " and hundred thousand million % $ of a percent half 3 1,000").split())
    )
)
def test_any_row_of_number_words_is_read_without_an_error(words: list[str]) -> None:
    ends = [0]
    for number in numbers(words, ENGLISH):
        assert ends[-1] <= number.start < number.end <= len(words)
        ends.append(number.end)

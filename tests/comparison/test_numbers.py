"""Numbers as news writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.comparison.lexicon import lexicon
from reviewer.comparison.measures import CLOCK, same_amount
from reviewer.comparison.numbers import DECADE, EITHER_HALF, numbers

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

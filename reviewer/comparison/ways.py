"""When two numbers are one, though they are written in two ways: `half past six` and `18:30`, `the eighties` and `the 1980s`."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.comparison.measures import CLOCK, same_amount
from reviewer.comparison.numbers import (
    CENTURY,
    DECADE,
    EITHER_HALF,
    HALF_DAY,
    HOUR,
    NTH,
    PERCENT,
    POINTS,
    TIMES,
    WHOLE,
    Number,
)

MILLION = 1e6  # what "m" stands for behind digits, if not for metres
BASIS_POINT = "basis point"  # a hundredth of a percentage point
_THIRD = 3  # its denominator
_TINY = 1e-9  # how far a third in floating point may be from a third


def same_number(one: Number, other: Number) -> bool:
    if (one.value, one.unit) == (other.value, other.unit):
        return True
    for rule in _SAME:
        for mine, theirs in ((one, other), (other, one)):
            if (same := rule(mine, theirs)) is not None:
                return same
    if one.unit and other.unit:
        return same_amount(one.value, one.unit, other.value, other.unit)
    return same_amount(one.value, "", other.value, "") and {one.unit, other.unit}.isdisjoint((POINTS, PERCENT))


def _metres(one: Number, other: Number) -> bool | None:
    """`30m` of a mast, read as millions, against `30 metres`."""
    return True if not one.unit and other.unit == "metre" and one.value == other.value * MILLION else None


def _decades(one: Number, other: Number) -> bool | None:
    """`the eighties`, `the 1980s`."""
    if not one.unit == other.unit == DECADE or min(one.value, other.value) >= CENTURY:
        return None
    return one.value % CENTURY == other.value % CENTURY


def _times_of_day(clock: Number, plain: Number) -> bool | None:
    """`at 6:30 pm`, `at half past six`, `at 18`; and a race run in `2:24`, in `2 minutes 24`."""
    if clock.unit in (CLOCK, EITHER_HALF) and plain.unit in ("", EITHER_HALF):
        return (clock.value - plain.value * (1 if plain.unit else HOUR)) % HALF_DAY == 0
    if clock.unit == EITHER_HALF and plain.unit in ("minute", "second") and clock.value == plain.value:
        return True
    return None


def _nth_minute(nth: Number, span: Number) -> bool | None:
    """`in the ninth minute`, `after nine minutes`."""
    return nth.value == span.value if (nth.unit, span.unit) == (NTH, "minute") else None


def _centuries(nth: Number, span: Number) -> bool | None:
    """`the 18th century`, `the 1700s`."""
    return True if nth.unit == NTH and span.unit == DECADE and (nth.value - 1) * CENTURY == span.value else None


def _parts(part: Number, share: Number) -> bool | None:
    """`a third let it rot`, where the third is read as an ordinal; `a second` is never a part."""
    if part.unit != NTH or share.unit != PERCENT or part.value <= 2:
        return None
    return True if same_amount(WHOLE / part.value, "", share.value, "") else None


def _basis_points(basis: Number, points: Number) -> bool | None:
    """`50 basis points`, `half a percentage point`."""
    if (basis.unit, points.unit) != (BASIS_POINT, POINTS):
        return None
    return same_amount(basis.value, "", WHOLE * points.value, "")


def _thirds(part: Number, share: Number) -> bool | None:
    """`two thirds`, `66 percent`."""
    if not part.unit == share.unit == PERCENT or part.value % 1 == 0:
        return None
    is_third = abs(part.value * _THIRD - round(part.value * _THIRD)) < _TINY
    return abs(part.value - share.value) < 1 if is_third else None


def _nth_times(nth: Number, times: Number) -> bool | None:
    """`for the third time`, `three times`."""
    return nth.value == times.value if (nth.unit, times.unit) == (NTH, TIMES) else None


def _multiples(times: Number, share: Number) -> bool | None:
    """`halved`, `by half`; `doubled`, `by 100 percent`."""
    if (times.unit, share.unit) != (TIMES, PERCENT):
        return None
    return abs(times.value - 1) * WHOLE == share.value


# The ways to say one number, each for two numbers in one order: None where it says nothing of them.
_SAME: tuple[Callable[[Number, Number], bool | None], ...] = (
    _metres, _decades, _times_of_day, _nth_minute, _centuries, _parts, _thirds, _nth_times, _multiples, _basis_points,
)  # fmt: skip

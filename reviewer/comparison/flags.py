"""What a reader must not miss between two variants: negation, numbers, names, modality.

Decided from the words that differ, never from a similarity: one dropped "not" leaves any score high.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reviewer.comparison.governed import breaks, root
from reviewer.comparison.lexicon import Lexicon, lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.measures import CLOCK, same_amount
from reviewer.comparison.modality import modality
from reviewer.comparison.names import names
from reviewer.comparison.negation import negation
from reviewer.comparison.numbers import DECADE, EITHER_HALF, Number, numbers
from reviewer.comparison.pairing import Pair, aligned, flag_of
from reviewer.comparison.relation import Change
from reviewer.comparison.roles import converse
from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import Flag

_TINY = 1e-9
NEAR = 2  # words within which a number follows what says whether it is an amount or a change
_YEARS = range(1800, 2100)


def tells(
    change: Change, mine: list[int], theirs: list[int], left: Prepared, right: Prepared, language: Lexicon
) -> bool:
    """Whether the words of `change` could raise a flag at all: most rewordings could not, and need no closer look."""
    before, after = max(0, change.left[0] - 1), change.left[1] + 1
    if any(language.denies(left.words.keys[number]) for number in mine[before:after]):
        return True  # words that changed places with a negation
    changed = mine[change.left[0] : change.left[1]], theirs[change.right[0] : change.right[1]]
    for places, side in zip(changed, (left, right), strict=True):
        words, text = side.words, side.text
        for number in places:
            key = words.keys[number]
            if (
                key in language.triggers
                or "'" in key
                or not key.isalpha()
                or key.startswith(language.negative_prefixes)
                or key.endswith(language.telling_endings)
                or (language.numbers.joints and language.numbers.begins(key))
                or (
                    key in language.amounting
                    and any(map(language.numbers.begins, words.keys[number + 1 : number + 1 + NEAR]))
                )
            ):
                return True
            if text[words.starts[number]].isupper():
                return True
    return False


def accents_tell(
    differing: Sequence[Change], mine: list[int], theirs: list[int], left: Prepared, right: Prepared, language: Lexicon
) -> bool:
    """Whether words that are equal but for their accents are two modals, or one and another word (`wurde`, `würde`)."""
    at = to = 0
    for change in (*differing, Change((len(mine), len(mine)), (len(theirs), len(theirs)))):
        for one, other in zip(mine[at : change.left[0]], theirs[to : change.right[0]], strict=False):
            if left.words.keys[one] in language.colliding and (
                left.text[left.words.starts[one] : left.words.ends[one]].lower()
                != right.text[right.words.starts[other] : right.words.ends[other]].lower()
            ):
                return True
        at, to = change.left[1], change.right[1]
    return False


def word_flags(left: str, right: str, words: Lexicon | None = None, *, indirect: bool = False) -> tuple[Flag, ...]:
    """The flags that the words of two variants raise; `indirect`: one of them is reported speech, whose tenses shift.

    `words` are those of their language, English where none is given.
    """
    if (len(left), left) < (len(right), right):  # of alignments as good as each other, the same one from both sides
        mirrored = word_flags(right, left, words, indirect=indirect)
        return tuple([Flag(flag.flag, flag.right, flag.left) for flag in mirrored])
    pair = aligned(left, right, words or lexicon("en"))
    found = [*negation(pair), *_numbers(pair), *names(pair), *modality(pair, indirect=indirect)]
    return tuple(found)


def _numbers(pair: Pair) -> list[Flag]:
    lefts, rights = (numbers([t.form for t in found], pair.words.numbers) for found in (pair.left, pair.right))
    lefts, rights = _rated(lefts, pair.left, rights, pair.words), _rated(rights, pair.right, lefts, pair.words)
    rest_left, rest_right = _unpaired(pair, lefts, rights)
    turned = (
        _turned_bounds(pair, lefts, rights) or _turned_spans(pair, lefts, rights) or _exchanged(pair, lefts, rights)
    )
    # of two cuts that differ in an amount of one unit, or in how many of one thing, each stands for the other
    kinds_left, kinds_right = (
        [_counting(n, t, pair.words) or _dating(n, t) for n in r]
        for r, t in ((rest_left, pair.left), (rest_right, pair.right))
    )
    moved = set(kinds_left) & set(kinds_right) - {""}
    moved |= {
        n.unit for one in rest_left for other in rest_right if _other_unit(one, other) for n in (one, other)
    }  # 600 hectares, 600 acres
    changed_left = [
        n for n, kind in zip(rest_left, kinds_left, strict=True) if kind in moved or not _inside_cut(n, pair.cut_left)
    ]
    changed_right = [
        n
        for n, kind in zip(rest_right, kinds_right, strict=True)
        if kind in moved or not _inside_cut(n, pair.cut_right)
    ]
    if all(n.vague for n in changed_left) or all(n.vague for n in changed_right):
        changed_left = [n for n in changed_left if not _detail(n, pair.left) and not _again(n, lefts, rest_left)]
        changed_right = [n for n in changed_right if not _detail(n, pair.right) and not _again(n, rights, rest_right)]
    vague = all(n.vague for n in changed_left) and all(n.vague for n in changed_right)
    if vague and not (
        changed_left
        and changed_right
        and (
            {n.unit for n in changed_left} == {n.unit for n in changed_right}
            or _bounded(changed_left, pair.left, pair.words) == _bounded(changed_right, pair.right, pair.words) != 0
        )
    ):
        changed_left, changed_right = [], []
    if not pair.words.numbers.units and not (changed_left and changed_right):
        return turned  # a number of one side may stand in words that nobody knows here on the other
    words_left = [t for n in changed_left for t in pair.left[n.start : n.end]]
    words_right = [t for n in changed_right for t in pair.right[n.start : n.end]]
    return flag_of("number", words_left, words_right) or turned


def _unpaired(pair: Pair, lefts: list[Number], rights: list[Number]) -> tuple[list[Number], list[Number]]:
    """The numbers that the other side has not; of equal ones those that count the same thing go together first."""
    rest_left, rest_right = list(lefts), list(rights)
    for same_thing in (True, False):
        kinds = (
            {_counting(n, pair.left, pair.words) for n in rest_left},
            {_counting(n, pair.right, pair.words) for n in rest_right},
        )
        both = kinds[0] & kinds[1] - {""}
        for one in list(rest_left):
            for other in rest_right:
                mine, theirs = _counting(one, pair.left, pair.words), _counting(other, pair.right, pair.words)
                if _same_number(one, other) and (
                    (mine and mine == theirs) or not (same_thing or {mine, theirs} <= both)
                ):
                    rest_left.remove(one)
                    rest_right.remove(other)
                    break
    return rest_left, rest_right


def _same_number(one: Number, other: Number) -> bool:
    if _metres(one, other) or _metres(other, one):
        return True
    if one.unit == other.unit == DECADE and min(one.value, other.value) < 100:
        return one.value % 100 == other.value % 100
    for clock, plain in ((one, other), (other, one)):
        if clock.unit in (CLOCK, EITHER_HALF) and plain.unit in ("", EITHER_HALF):
            return (clock.value - plain.value * (60 if not plain.unit else 1)) % 720 == 0
        if clock.unit == EITHER_HALF and plain.unit in ("minute", "second") and clock.value == plain.value:
            return True  # a race run in 2:24
    if {one.unit, other.unit} == {"th", "minute"}:
        return one.value == other.value  # in the ninth minute, after nine minutes
    for nth, span in ((one, other), (other, one)):
        if nth.unit == "th" and span.unit == DECADE and (nth.value - 1) * 100 == span.value:
            return True  # the 18th century, the 1700s
    for part, share in ((one, other), (other, one)):
        if (
            part.unit == "th"
            and share.unit == "%"
            and part.value > 2
            and same_amount(100 / part.value, "", share.value, "")
        ):
            return True  # a third let it rot
    if one.unit == other.unit == "%" and any(
        n.value % 1 and abs(n.value * 3 - round(n.value * 3)) < _TINY for n in (one, other)
    ):
        return abs(one.value - other.value) < 1  # two thirds, 66 percent
    if {one.unit, other.unit} == {"th", "times"}:
        return one.value == other.value  # for the third time, three times
    for times, share in ((one, other), (other, one)):
        if times.unit == "times" and share.unit == "%":
            return abs(times.value - 1) * 100 == share.value  # halved, by half; doubled, by 100 percent
    if one.unit and other.unit:
        return same_amount(one.value, one.unit, other.value, other.unit)
    return same_amount(one.value, "", other.value, "") and {one.unit, other.unit}.isdisjoint(("points", "%"))


def _metres(one: Number, other: Number) -> bool:
    """`30m` of a mast, read as millions, against `30 metres`."""
    return not one.unit and other.unit == "metre" and one.value == other.value * 1e6


def _detail(number: Number, found: list[Token]) -> bool:
    """Whether a number that one side has alone is a year, or an age between commas."""
    if number.unit or number.end - number.start > 1:
        return False
    before, after = found[number.start].paused, number.end == len(found) or found[number.end].paused
    return (before and after) or (found[number.start].form.isdigit() and number.value in _YEARS)


def _again(number: Number, found: list[Number], unpaired: list[Number]) -> bool:
    """Whether a number only repeats one that the other side has (`seven cases; all seven were mild`)."""
    return any(n not in unpaired and (n.value, n.unit) == (number.value, number.unit) for n in found)


def _counting(number: Number, found: list[Token], words: Lexicon) -> str:
    """What a number counts: its unit, or the stem of the noun that follows it at once."""
    if number.unit or number.vague or number.end >= len(found):
        return number.unit
    after = found[number.end]
    return "" if after.form in words.function or after.initial or after.paused else root(after.form, words)


def _other_unit(one: Number, other: Number) -> bool:
    return one.value == other.value and bool(one.unit and other.unit) and one.unit != other.unit


def _dating(number: Number, found: list[Token]) -> str:
    """What a year follows (`since 1976`), by which it stands for another year."""
    if number.value not in _YEARS or not found[number.start].form.isdigit() or not number.start:
        return ""
    return f"{found[number.start - 1].form} year"


def _rated(mine: list[Number], found: list[Token], theirs: list[Number], words: Lexicon) -> list[Number]:
    """`mine` with the units that other words give: `the monthly rent is 900 euros`, where the other side says `900 euros a month`."""
    periods = {words.numbers.periodic[t.form] for t in found if t.form in words.numbers.periodic}
    amounts = {(n.value, n.unit) for n in theirs}
    rates = amounts if periods else set()
    rated: list[Number] = []
    for number in mine:
        unit = next((u for p in periods if (number.value, u := f"{number.unit}/{p}") in rates), number.unit)
        after = found[number.end] if number.end < len(found) else None
        alone = after is None or after.paused or after.initial or after.form in words.function
        if alone and not unit and rated and (number.value, rated[-1].unit) in amounts:
            unit = rated[-1].unit  # 68 percent to her rival's 31
        rated.append(replace(number, unit=unit))
    return rated


def _bounded(changed: list[Number], found: list[Token], words: Lexicon) -> int:
    """1 where all of the numbers are said to be exceeded, -1 where none is reached, 0 otherwise."""
    signs = {_bound(found, n.start, words)[0] for n in changed}
    return signs.pop() if len(signs) == 1 else 0


def _inside_cut(number: Number, cut: list[bool]) -> bool:
    return all(cut[number.start : number.end])


def _turned_bounds(pair: Pair, lefts: list[Number], rights: list[Number]) -> list[Flag]:
    """`more than 40` against `fewer than 40`, `fell by 40` against `fell to 40`."""
    for one in lefts:
        for other in rights:
            if not _same_number(one, other):
                continue
            first, start = _amounting(pair.left, one.start, pair.words), _amounting(pair.right, other.start, pair.words)
            if pair.left[first].form in pair.words.amounting and (
                pair.words.amounting[pair.left[first].form] == pair.right[start].form
            ):
                return flag_of("number", pair.left[first : one.end], pair.right[start : other.end])
            mine, theirs = _bound(pair.left, one.start, pair.words), _bound(pair.right, other.start, pair.words)
            if mine[0] * theirs[0] < 0:
                return flag_of(
                    "number",
                    [*mine[1], *pair.left[one.start : one.end]],
                    [*theirs[1], *pair.right[other.start : other.end]],
                )
    return []


def _turned_spans(pair: Pair, lefts: list[Number], rights: list[Number]) -> list[Flag]:
    """`from 500 to 600` against `from 600 to 500`."""
    spans = [
        [
            (a, b)
            for a, b in pairwise(found)
            if (*(t.form for t in side[max(0, a.start - 1) : a.start]), *(t.form for t in side[a.end : b.start]))
            == pair.words.ranging
        ]
        for found, side in ((lefts, pair.left), (rights, pair.right))
    ]
    for low, high in spans[0]:
        for first, last in spans[1]:
            if low.value == last.value != high.value == first.value:
                return flag_of("number", pair.left[low.start : high.end], pair.right[first.start : last.end])
    return []


def _exchanged(pair: Pair, lefts: list[Number], rights: list[Number]) -> list[Flag]:
    """`won 3-1` against `won 1-3`, `made money in 2019 and lost it in 2020` against `made money in 2020 and lost it in 2019`."""
    if any(len({(n.value, n.unit) for n in found}) < len(found) for found in (lefts, rights)):
        return []
    for a, b in pairwise(lefts):
        for d, c in pairwise(rights):
            if (a.value, a.unit, b.value, b.unit) != (c.value, c.unit, d.value, d.unit) or a.value == b.value:
                continue
            here, there = (
                [_about(n, pair.left, pair.words) for n in (a, b)],
                [_about(n, pair.right, pair.words) for n in (c, d)],
            )
            score = b.start == a.end and c.start == d.end and not a.unit
            if score and converse(pair):
                continue
            first = pair.words.ranging[:1]
            if first and [pair.left[b.start - 1].form, pair.right[c.start - 1].form] == [*first, *first]:
                return flag_of("number", pair.left[a.start : b.end], pair.right[d.start : c.end])
            if (score and not here[0].isdisjoint(there[1])) or (
                not score
                and not here[0].isdisjoint(there[1])
                and (not here[1].isdisjoint(there[0]) or not (here[1] or there[0]))
                and here[0].isdisjoint(there[0])
                and here[1].isdisjoint(there[1])
            ):
                return flag_of("number", pair.left[a.start : b.end], pair.right[d.start : c.end])
    return []


def _about(number: Number, found: list[Token], words: Lexicon) -> set[str]:
    """The stems of what tells in the clause of a number."""
    start, end = number.start, number.end
    while start and not breaks(found, start, words):
        start -= 1
    while end < len(found) and not breaks(found, end, words):
        end += 1
    return {
        root(t.form, words)
        for t in (*found[start : number.start], *found[number.end : end])
        if t.form.isalpha() and t.form not in words.function and not words.numbers.begins(t.form)
    }


def _amounting(found: list[Token], at: int, words: Lexicon) -> int:
    """The word before the number at `at`, past those that say that it is about so much; `at` itself where none stands there."""
    at -= len(_bound(found, at, words)[1])
    for k in range(at - 1, max(-1, at - 1 - NEAR), -1):
        if found[k].form in words.amounting or found[k].form not in words.numbers.by:
            return k
    return at


def _bound(found: list[Token], at: int, words: Lexicon) -> tuple[int, list[Token]]:
    if at and found[at - 1].form in words.numbers.articles:
        at -= 1
    for phrase, sign in words.limits:
        if tuple(t.form.rstrip("+") for t in found[max(0, at - len(phrase)) : at]) == phrase:
            return sign, found[at - len(phrase) : at]
    return 0, []

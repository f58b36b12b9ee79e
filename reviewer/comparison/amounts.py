"""Numbers that one variant has and the other has not, or that each says of something else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reviewer.comparison.governed import breaks, root
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.measures import PERIODS, same_amount
from reviewer.comparison.numbers import NTH, PERCENT, POINTS, WHOLE, Number, numbers
from reviewer.comparison.pairing import Pair, flag_of, instead, replaced, slot
from reviewer.comparison.roles import converse
from reviewer.comparison.values import Flag
from reviewer.comparison.ways import same_number

BEFORE_AMOUNTS = 2  # words before a number among which is what says whether it is an amount or a change
LIMITING = 2  # words between that and the number that set it a limit: by `more than` 40
_YEARS = range(1800, 2100)  # four digits that are read as a year
_TWO = 2  # of which "the" says that there are no more, and which can change places; words that tell what a number stands before


def number_flags(pair: Pair) -> list[Flag]:
    """The flag for the numbers that differ, the words of all of them together; without any, for one that is turned round."""
    lefts, rights = _read(pair.left, pair.words), _read(pair.right, pair.words)
    lefts, rights = _rated(lefts, pair.left, rights, pair.words), _rated(rights, pair.right, lefts, pair.words)
    changed_left, changed_right = _changed(pair, lefts, rights)
    if pair.words.numbers.units or (changed_left and changed_right):
        flags = flag_of(
            pair,
            "number",
            [t for n in changed_left for t in pair.left[n.start : n.end]],
            [t for n in changed_right for t in pair.right[n.start : n.end]],
        )
        if flags:
            return flags
    # else a number of one side may stand in words that nobody knows here on the other
    turned = (
        _turned_bounds(pair, lefts, rights) or _turned_spans(pair, lefts, rights) or _exchanged(pair, lefts, rights)
    )
    return turned or _other_periods(pair, lefts, rights) or flag_of(pair, "number", *_of_all(pair))


def complementary(pair: Pair) -> bool:
    """Whether one share stands for the rest of it, and nothing else that is counted differs: `nine in ten died`, `one in ten survived`."""
    lefts, rights = _changed(pair, _read(pair.left, pair.words), _read(pair.right, pair.words))
    if not len(lefts) == len(rights) == 1:
        return False
    shares = [WHOLE / n.value if n.unit == NTH else n.value for n in (*lefts, *rights) if n.unit in (PERCENT, NTH)]
    return len(shares) == _TWO and same_amount(sum(shares), "", WHOLE, "")


def _of_all(pair: Pair) -> tuple[list[Token], list[Token]]:
    """`all passengers`, `some passengers`; not `some 300 passengers`."""
    lefts, rights = replaced(pair, pair.words.amounts_of_all)
    if _not_of_all(pair.left, lefts, pair.right, pair.words) or _not_of_all(pair.right, rights, pair.left, pair.words):
        return [], []
    for shown, found in ((lefts, pair.left), (rights, pair.right)):
        if shown and any(t in shown and pair.words.numbers.begins(after.form) for t, after in pairwise(found)):
            return [], []
        if shown and any(t in shown and before.form in pair.words.negators for before, t in pairwise(found)):
            return [], []  # hardly anybody, of which a negation tells
    return lefts, rights


def _not_of_all(found: list[Token], shown: list[Token], others: list[Token], words: Lexicon) -> bool:
    """`not all of it has been spent`, `some of it has not been spent`."""
    return any(one.form in words.negations and other in shown for one, other in pairwise(found)) and any(
        t.form in words.negations for t in others
    )


def _read(found: list[Token], words: Lexicon) -> list[Number]:
    """The numbers of a variant, without that of `no one`; `the two leaders` says no more than `both leaders`."""
    read: list[Number] = []
    for number in numbers([t.form for t in found], words.numbers):
        before = found[number.start - 1].form if number.start else ""
        if (before, found[number.start].form) in words.two_word_negators:
            continue
        definite = before in words.articles and before not in words.numbers.articles
        of_both = definite and number.value == _TWO and not number.unit and number.end - number.start == 1
        read.append(replace(number, vague=True) if of_both else number)
    return read


def _other_periods(pair: Pair, lefts: list[Number], rights: list[Number]) -> list[Flag]:
    """`closed for weeks`, `closed for months`: what nobody counted, and one word of one side stands for one of the other."""
    for at, token in enumerate(pair.left):
        unit = _period(token, pair.words)
        if not unit or pair.left_to_right[at] >= 0:
            continue
        there = instead(pair.left_to_right, at, pair.right)
        if len(there) != 1 or _period(there[0], pair.words) in ("", unit):
            continue
        other = pair.right.index(there[0])
        if slot(pair.left_to_right, at) != (at - 1, at + 1) or any(
            n.start <= k < n.end for of_side, k in ((lefts, at), (rights, other)) for n in of_side
        ):
            continue
        return flag_of(pair, "number", [token], there)
    return []


def _period(token: Token, words: Lexicon) -> str:
    unit = words.numbers.measures.get(token.form, "")
    return unit if unit in PERIODS else ""


def amount_follows(keys: list[str], at: int, words: Lexicon) -> bool:
    """Whether a number follows so close to the matching key at `at` that it may be said of it (`by` 40, `to` 40)."""
    return any(map(words.numbers.begins, keys[at + 1 : at + 1 + BEFORE_AMOUNTS + LIMITING]))


def _rated(mine: list[Number], found: list[Token], theirs: list[Number], words: Lexicon) -> list[Number]:
    """`mine` with the units that other words give: `the monthly rent is 900 euros`, where the other side says `900 euros a month`."""
    periods = {words.numbers.periodic[t.form] for t in found if t.form in words.numbers.periodic}
    amounts = {(n.value, n.unit) for n in theirs}
    rates = amounts if periods else set()
    rated: list[Number] = []
    for number in mine:
        unit = next((u for p in periods if (number.value, u := f"{number.unit}/{p}") in rates), number.unit)
        after = found[number.end] if number.end < len(found) else None
        if after is not None and not unit and (number.value, POINTS) in amounts:
            unit = POINTS if any(after.form == phrase[-1] for phrase in words.numbers.points) else unit
        alone = after is None or after.paused or after.initial or after.form in words.function
        if alone and not unit and rated and (number.value, rated[-1].unit) in amounts:
            unit = rated[-1].unit  # 68 percent to her rival's 31
        rated.append(replace(number, unit=unit))
    return rated


def _changed(pair: Pair, lefts: list[Number], rights: list[Number]) -> tuple[list[Number], list[Number]]:
    """The numbers of each side that the other has not, save those that may well be left out."""
    rest_left, rest_right = _unpaired(pair, lefts, rights)
    changed_left, changed_right = _outside_cuts(pair, rest_left, rest_right)
    if bool(changed_left) != bool(changed_right) and len(rest_left) == len(rest_right) == 1:
        changed_left, changed_right = rest_left, rest_right  # the one that seems cut stands for the other
    if all(n.vague for n in changed_left) or all(n.vague for n in changed_right):
        changed_left = [n for n in changed_left if not _detail(n, pair.left) and not _again(n, lefts, rest_left)]
        changed_right = [n for n in changed_right if not _detail(n, pair.right) and not _again(n, rights, rest_right)]
    if not all(n.vague for n in (*changed_left, *changed_right)):
        return changed_left, changed_right
    of_one_unit = {n.unit for n in changed_left} == {n.unit for n in changed_right}
    bounded = _bounded(changed_left, pair.left, pair.words), _bounded(changed_right, pair.right, pair.words)
    if changed_left and changed_right and (of_one_unit or bounded[0] == bounded[1] != 0):
        return changed_left, changed_right
    if len(changed_left) == len(changed_right) == 1 and _periods_of_one_place(changed_left[0], changed_right[0], pair):
        return changed_left, changed_right
    return [], []


def _periods_of_one_place(one: Number, other: Number, pair: Pair) -> bool:
    """`an hour before the vote`, `a minute before the vote`."""
    if not {one.unit, other.unit} <= PERIODS:
        return False
    mine, theirs = pair.left, pair.right
    if one.start and other.start and mine[one.start - 1].form == theirs[other.start - 1].form:
        return True
    return one.end < len(mine) and other.end < len(theirs) and mine[one.end].form == theirs[other.end].form


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
                if same_number(one, other) and (
                    (mine and mine == theirs) or not (same_thing or {mine, theirs} <= both)
                ):
                    rest_left.remove(one)
                    rest_right.remove(other)
                    break
    return rest_left, rest_right


def _counting(number: Number, found: list[Token], words: Lexicon) -> str:
    """What a number counts: its unit, or the stem of the noun that follows it at once."""
    if number.unit or number.vague or number.end >= len(found):
        return number.unit
    after = found[number.end]
    return "" if after.form in words.function or after.initial or after.paused else root(after.form, words)


def _outside_cuts(pair: Pair, lefts: list[Number], rights: list[Number]) -> tuple[list[Number], list[Number]]:
    """Those of the numbers that stand in no cut, or stand for one of the other side.

    Of two cuts that differ in an amount of one unit, or in how many of one thing, each stands for the other.
    """
    if _turned_round(pair):
        return lefts, rights
    kinds_left, kinds_right = (
        [_counting(n, found, pair.words) or _dating(n, found) or _told_of(n, found, pair.words) for n in of_side]
        for of_side, found in ((lefts, pair.left), (rights, pair.right))
    )
    moved = set(kinds_left) & set(kinds_right) - {""}
    moved |= {
        n.unit for one in lefts for other in rights if _other_unit(one, other) for n in (one, other)
    }  # 600 hectares, 600 acres
    return (
        [n for n, kind in zip(lefts, kinds_left, strict=True) if kind in moved or not _inside_cut(n, pair.cut_left)],
        [n for n, kind in zip(rights, kinds_right, strict=True) if kind in moved or not _inside_cut(n, pair.cut_right)],
    )


def _turned_round(pair: Pair) -> bool:
    """Whether each side is one sentence, and what begins that of one ends that of the other in other words: nothing is cut."""
    if any(t.initial for found in (pair.left, pair.right) for t in found[1:]):
        return False
    ways = (pair.cut_left, pair.cut_right, pair.left_to_right), (pair.cut_right, pair.cut_left, pair.right_to_left)
    return any(
        cut[:1] == there[-1:] == [True] and False in cut and matched[cut.index(False)] == 0
        for cut, there, matched in ways
    )


def _dating(number: Number, found: list[Token]) -> str:
    """What a year follows (`since 1976`), by which it stands for another year."""
    if not number.start or not _is_year(number, found):
        return ""
    return f"{found[number.start - 1].form} year"


def _told_of(number: Number, found: list[Token], words: Lexicon) -> str:
    """The two words of grammar after a number (`eleven when it began`), by which it stands for one before the same two."""
    after = found[number.end : number.end + 2]
    small = (
        len(after) == _TWO and after[0].form not in words.numbers.of and all(t.form in words.function for t in after)
    )
    return f"… {after[0].form} {after[1].form}" if small and not (after[0].initial or number.vague) else ""


def _is_year(number: Number, found: list[Token]) -> bool:
    return number.value in _YEARS and found[number.start].form.isdigit()


def _other_unit(one: Number, other: Number) -> bool:
    return one.value == other.value and bool(one.unit and other.unit) and one.unit != other.unit


def _inside_cut(number: Number, cut: list[bool]) -> bool:
    return all(cut[number.start : number.end])


def _detail(number: Number, found: list[Token]) -> bool:
    """Whether a number that one side has alone is a year, or an age between commas."""
    if number.unit or number.end - number.start > 1:
        return False
    before, after = found[number.start].paused, number.end == len(found) or found[number.end].paused
    return (before and after) or _is_year(number, found)


def _again(number: Number, found: list[Number], unpaired: list[Number]) -> bool:
    """Whether a number only repeats one that the other side has (`seven cases; all seven were mild`)."""
    return any(n not in unpaired and (n.value, n.unit) == (number.value, number.unit) for n in found)


def _turned_bounds(pair: Pair, lefts: list[Number], rights: list[Number]) -> list[Flag]:
    """`more than 40` against `fewer than 40`, `fell by 40` against `fell to 40`."""
    for one in lefts:
        for other in rights:
            if not same_number(one, other):
                continue
            first, start = _amounting(pair.left, one.start, pair.words), _amounting(pair.right, other.start, pair.words)
            if pair.left[first].form in pair.words.amounting and (
                pair.words.amounting[pair.left[first].form] == pair.right[start].form
            ):
                return flag_of(pair, "number", pair.left[first : one.end], pair.right[start : other.end])
            mine, theirs = _bound(pair.left, one.start, pair.words), _bound(pair.right, other.start, pair.words)
            if mine[0] * theirs[0] < 0:
                return flag_of(pair, "number", pair.left[mine[1] : one.end], pair.right[theirs[1] : other.end])
    return []


def _amounting(found: list[Token], at: int, words: Lexicon) -> int:
    """The word before the number at `at`, past those that say that it is about so much; `at` itself where none stands there."""
    at = _bound(found, at, words)[1]
    for k in range(at - 1, max(-1, at - 1 - BEFORE_AMOUNTS), -1):
        if found[k].form in words.amounting or found[k].form not in words.numbers.by:
            return k
    return at


def _bounded(changed: list[Number], found: list[Token], words: Lexicon) -> int:
    """1 where all of the numbers are said to be exceeded, -1 where none is reached, 0 otherwise."""
    signs = {_bound(found, n.start, words)[0] for n in changed}
    return signs.pop() if len(signs) == 1 else 0


def _bound(found: list[Token], at: int, words: Lexicon) -> tuple[int, int]:
    """What sets a limit to the number at `at`: 1 for `more than`, -1 for `at most`, 0 for nothing; and where that begins."""
    before = at - (at > 0 and (found[at - 1].form in words.numbers.articles or found[at - 1].form in words.articles))
    for phrase, sign in words.limits:
        if tuple(t.form.rstrip("+") for t in found[max(0, before - len(phrase)) : before]) == phrase:
            return sign, before - len(phrase)
    return 0, at


def _turned_spans(pair: Pair, lefts: list[Number], rights: list[Number]) -> list[Flag]:
    """`from 500 to 600` against `from 600 to 500`."""
    for low, high in _spans(lefts, pair.left, pair.words):
        for first, last in _spans(rights, pair.right, pair.words):
            if low.value == last.value != high.value == first.value:
                return flag_of(pair, "number", pair.left[low.start : high.end], pair.right[first.start : last.end])
    return []


def _spans(of_side: list[Number], found: list[Token], words: Lexicon) -> list[tuple[Number, Number]]:
    return [
        (a, b)
        for a, b in pairwise(of_side)
        if (*(t.form for t in found[max(0, a.start - 1) : a.start]), *(t.form for t in found[a.end : b.start]))
        == words.ranging
    ]


def _exchanged(pair: Pair, lefts: list[Number], rights: list[Number]) -> list[Flag]:
    """`won 3-1` against `won 1-3`, `40 boats in 2019 and 12 in 2020` against `12 boats in 2019 and 40 in 2020`."""
    if any(len({(n.value, n.unit) for n in found}) < len(found) for found in (lefts, rights)):
        return []
    for a, b in (*pairwise(lefts), *_moved(lefts, rights)):
        for d, c in (*pairwise(rights), *_moved(rights, lefts)):
            if (a.value, a.unit, b.value, b.unit) != (c.value, c.unit, d.value, d.unit):
                continue
            if _crossed(pair, (a, b), (c, d)):
                return flag_of(pair, "number", pair.left[a.start : b.end], pair.right[d.start : c.end])
    return []


def _moved(mine: list[Number], theirs: list[Number]) -> list[tuple[Number, Number]]:
    """The two numbers that do not stand where they stand on the other side, if there are two, with others between them."""
    found = [a for a, b in zip(mine, theirs, strict=False) if (a.value, a.unit) != (b.value, b.unit)]
    return [(found[0], found[1])] if len(found) == _TWO and len(mine) == len(theirs) else []


def _crossed(pair: Pair, mine: tuple[Number, Number], theirs: tuple[Number, Number]) -> bool:
    """Whether each side says of the first number what the other says of the second; on the right the second stands first."""
    (a, b), (c, d) = mine, theirs
    score = _score(a, b, pair.left, pair.words) and _score(d, c, pair.right, pair.words)
    if score and converse(pair):
        return False
    from_word = pair.words.ranging[:1]
    if from_word and (pair.left[b.start - 1].form, pair.right[c.start - 1].form) == from_word * 2:
        return True
    first, second = _about(a, pair.left, pair.words), _about(b, pair.left, pair.words)
    other_first, other_second = _about(c, pair.right, pair.words), _about(d, pair.right, pair.words)
    if first.isdisjoint(other_second):
        return False
    return score or (
        (not second.isdisjoint(other_first) or not (second or other_first))
        and first.isdisjoint(other_first)
        and second.isdisjoint(other_second)
    )


def _score(one: Number, other: Number, found: list[Token], words: Lexicon) -> bool:
    """Whether two numbers are those of a game or a vote: `3-1`, `14 to 11`."""
    between = [t.form for t in found[one.end : other.start]]
    return not one.unit and between in ([], list(words.ranging[1:]))


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

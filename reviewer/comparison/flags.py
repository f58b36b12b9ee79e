"""What a reader must not miss between two variants: negation, numbers, names, modality.

Decided from the words that differ, never from a similarity: one dropped "not" leaves any score high.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein

from reviewer.comparison.numbers import Number, numbers
from reviewer.comparison.tokens import Token, tokens
from reviewer.comparison.values import Flag, FlagKind
from reviewer.comparison.vocabulary import (
    BACKSHIFT,
    DATES,
    DOWNWARDS,
    FUNCTION,
    MODALS,
    NEGATIVE_PREFIXES,
    NEGATORS,
    QUANTIFYING_NEGATORS,
    RAISING,
    SPEECH,
    UPWARDS,
)

LEFT_OUT = 7  # words left out in one piece from here on are a cut, whose content is not counted as changed
DOUBLED = 3  # words within which two negations undo each other
_PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs i we you us who this that these those".split()
)
_DEMONYM = frozenset({"", "n", "an", "ian", "ese", "i", "ish", "ns", "ans", "ians", "s", "is", "ic"})


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both variants as tokens, and which of them have an equal on the other side (index, or -1)."""

    left: list[Token]
    right: list[Token]
    left_to_right: list[int]
    right_to_left: list[int]
    cut_left: list[bool]
    cut_right: list[bool]


def word_flags(left: str, right: str, *, indirect: bool = False) -> tuple[Flag, ...]:
    """The flags that the words of two variants raise; `indirect`: one of them is reported speech, whose tenses shift."""
    pair = _aligned(tokens(left), tokens(right))
    found = [*_negation(pair), *_numbers(pair), *_names(pair), *_modality(pair, indirect=indirect)]
    return tuple(found)


def _aligned(left: list[Token], right: list[Token]) -> _Pair:
    forms, others = _unmixed(left, "left"), _unmixed(right, "right")
    to_right, to_left = [-1] * len(left), [-1] * len(right)
    cut_left, cut_right = [False] * len(left), [False] * len(right)
    steps = Indel.opcodes(forms, others)
    for step in steps:
        if step.tag == "equal":
            for k in range(step.src_end - step.src_start):
                to_right[step.src_start + k] = step.dest_start + k
                to_left[step.dest_start + k] = step.src_start + k
    _match_negators(left, right, to_right, to_left)
    _mark_cuts(to_right, to_left, cut_left)
    _mark_cuts(to_left, to_right, cut_right)
    return _Pair(left, right, to_right, to_left, cut_left, cut_right)


def _unmixed(found: list[Token], side: str) -> list[str]:
    """The forms to align; negations never hold an alignment, since it is their place among the other words that counts."""
    return [f"{side} {at}" if token.form in NEGATORS else token.form for at, token in enumerate(found)]


def _match_negators(left: list[Token], right: list[Token], to_right: list[int], to_left: list[int]) -> None:
    """Matches negations of one form that stand after the same word, or before the same word."""
    free = [k for k, token in enumerate(right) if token.form in NEGATORS]
    for at, token in enumerate(left):
        if token.form not in NEGATORS:
            continue
        low, high = _slot(to_right, at)
        for other in free:
            if right[other].form != token.form:
                continue
            below, above = _slot(to_left, other)
            if (to_right[low] if low >= 0 else -1) == below or (
                to_right[high] if high < len(left) else len(right)
            ) == above:
                to_right[at], to_left[other] = other, at
                free.remove(other)
                break


def _mark_cuts(mine: list[int], theirs: list[int], cut: list[bool]) -> None:
    """Marks the inside of long stretches that have nothing in their place on the other side."""
    at = 0
    while at < len(mine):
        if mine[at] >= 0:
            at += 1
            continue
        end = at
        while end < len(mine) and mine[end] < 0:
            end += 1
        before = mine[at - 1] if at else -1
        after = mine[end] if end < len(mine) else len(theirs)
        if end - at >= LEFT_OUT and (end - at) > 2 * (after - before - 1):
            for k in range(at, end):
                cut[k] = True
        at = end


def _flag(kind: FlagKind, left: Sequence[Token], right: Sequence[Token]) -> list[Flag]:
    if not left and not right:
        return []
    return [Flag(kind, _shown(left), _shown(right))]


def _shown(found: Sequence[Token]) -> str:
    words: list[str] = []
    places: set[int] = set()
    for token in found:
        if token.start not in places:
            places.add(token.start)
            words.append(token.shown)
    return " ".join(words)


def _negates(found: list[Token], at: int, others: set[str]) -> bool:
    form = found[at].form
    if form == "one" and at and found[at - 1].form == "no":
        return False
    if form == "against":
        return False
    if form in NEGATORS:
        return not (form == "no" and at + 1 < len(found) and found[at + 1].form[0].isdigit()) and not _only(found, at)
    return any(
        form.startswith(prefix) and len(form) > len(prefix) + 3 and form[len(prefix) :] in others
        for prefix in NEGATIVE_PREFIXES
    )


def _only(found: list[Token], at: int) -> bool:
    """`not only … but also` denies nothing."""
    return found[at].form == "not" and at + 1 < len(found) and found[at + 1].form in ("only", "just", "merely")


def _negation(pair: _Pair) -> list[Flag]:
    lefts = _unmatched_negators(pair.left, pair.left_to_right, pair.cut_left, {t.form for t in pair.right})
    rights = _unmatched_negators(pair.right, pair.right_to_left, pair.cut_right, {t.form for t in pair.left})
    for one in list(lefts):
        for other in rights:
            if _same_place(pair, one, other):
                lefts.remove(one)
                rights.remove(other)
                break
    lefts, rights = _undoubled(pair.left, lefts), _undoubled(pair.right, rights)
    return _flag("negation", _negating_words(pair.left, lefts), _negating_words(pair.right, rights))


def _negating_words(found: list[Token], indices: list[int]) -> list[Token]:
    words = []
    for k in indices:
        words.append(found[k])
        if found[k].form == "no" and k + 1 < len(found) and found[k + 1].form == "one":
            words.append(found[k + 1])
    return words


def _unmatched_negators(found: list[Token], matched: list[int], cut: list[bool], others: set[str]) -> list[int]:
    indices = []
    for at in range(len(found)):
        if matched[at] >= 0 or not _negates(found, at, others):
            continue
        if (cut[at] and not _at_edge(cut, at)) or _said_twice(found, matched, at):
            continue
        indices.append(at)
    return indices


def _said_twice(found: list[Token], matched: list[int], at: int) -> bool:
    """A word that the speaker repeated at once, and the other side prints a single time."""
    near = range(max(0, at - DOUBLED), min(len(found), at + DOUBLED + 1))
    return any(matched[k] >= 0 and found[k].form == found[at].form for k in near)


def _at_edge(cut: list[bool], at: int) -> bool:
    """Whether a word of a cut is among the first two or the last two of it: next to what stayed."""
    return not all(cut[k] for k in range(at - 2, at + 3) if 0 <= k < len(cut)) or at < 2 or at > len(cut) - 3


def _same_place(pair: _Pair, one: int, other: int) -> bool:
    """Whether a negation of the left is only worded otherwise, or moved within its clause, on the right."""
    lo_left, hi_left = _slot(pair.left_to_right, one)
    lo_right, hi_right = _slot(pair.right_to_left, other)
    if (lo_left, hi_left) == (
        pair.right_to_left[lo_right] if lo_right >= 0 else -1,
        pair.right_to_left[hi_right] if hi_right < len(pair.right) else len(pair.left),
    ):
        return True
    place = lo_right
    start, end = sorted((pair.left_to_right[lo_left] if lo_left >= 0 else -1, place))
    between = [t for t in pair.right[start + 1 : end + 1] if t.form not in FUNCTION]
    quantifier = pair.left[one].form in QUANTIFYING_NEGATORS or pair.right[other].form in QUANTIFYING_NEGATORS
    if end - start > 8:
        return False
    if not between or (any(t.form in RAISING for t in between) and len(between) <= 4):
        return True
    return quantifier and len(between) <= 3 and not any(t.form in SPEECH or t.form == "to" for t in between)


def _slot(matched: list[int], at: int) -> tuple[int, int]:
    """The nearest matched words before and after `at` (-1 and the length where there is none)."""
    low, high = at, at
    while low >= 0 and matched[low] < 0:
        low -= 1
    while high < len(matched) and matched[high] < 0:
        high += 1
    return low, high


def _undoubled(found: list[Token], indices: list[int]) -> list[int]:
    """Without the pairs that undo each other: `not impossible`, `cannot do nothing`."""
    kept: list[int] = []
    for at in indices:
        if kept and at - kept[-1] <= DOUBLED and not any(t.form in ("and", "or", "but") for t in found[kept[-1] : at]):
            kept.pop()
        else:
            kept.append(at)
    return kept


def _numbers(pair: _Pair) -> list[Flag]:
    lefts, rights = numbers([t.form for t in pair.left]), numbers([t.form for t in pair.right])
    rest_left, rest_right = list(lefts), list(rights)
    for one in lefts:
        for other in rest_right:
            if _same_number(one, other):
                rest_left.remove(one)
                rest_right.remove(other)
                break
    turned = _turned_bounds(pair, lefts, rights)
    changed_left = [n for n in rest_left if not _inside_cut(n, pair.cut_left)]
    changed_right = [n for n in rest_right if not _inside_cut(n, pair.cut_right)]
    vague = all(n.vague for n in changed_left) and all(n.vague for n in changed_right)
    if vague and not (
        changed_left and changed_right and {n.unit for n in changed_left} == {n.unit for n in changed_right}
    ):
        changed_left, changed_right = [], []
    words_left = [t for n in changed_left for t in pair.left[n.start : n.end]]
    words_right = [t for n in changed_right for t in pair.right[n.start : n.end]]
    return _flag("number", words_left, words_right) or turned


def _same_number(one: Number, other: Number) -> bool:
    same = abs(one.value - other.value) <= 1e-9 * max(1.0, abs(one.value))
    return (
        same
        and (one.unit == other.unit or not one.unit.strip("th") or not other.unit.strip("th"))
        and ({one.unit, other.unit} != {"", "points"} and {one.unit, other.unit} != {"", "%"})
    )


def _inside_cut(number: Number, cut: list[bool]) -> bool:
    return all(cut[number.start : number.end])


def _turned_bounds(pair: _Pair, lefts: list[Number], rights: list[Number]) -> list[Flag]:
    """`more than 40` against `fewer than 40`."""
    for one in lefts:
        for other in rights:
            if not _same_number(one, other):
                continue
            mine, theirs = _bound(pair.left, one.start), _bound(pair.right, other.start)
            if mine[0] * theirs[0] < 0:
                return _flag(
                    "number",
                    [*mine[1], *pair.left[one.start : one.end]],
                    [*theirs[1], *pair.right[other.start : other.end]],
                )
    return []


def _bound(found: list[Token], at: int) -> tuple[int, list[Token]]:
    for sign, phrases in ((1, UPWARDS), (-1, DOWNWARDS)):
        for phrase in phrases:
            if tuple(t.form for t in found[max(0, at - len(phrase)) : at]) == phrase:
                return sign, found[at - len(phrase) : at]
    return 0, []


def _names(pair: _Pair) -> list[Flag]:
    lefts = _unmatched_names(pair.left, pair.left_to_right, pair.cut_left, pair.right)
    rights = _unmatched_names(pair.right, pair.right_to_left, pair.cut_right, pair.left)
    lefts, rights = _dates_if_both(pair.left, lefts, pair.right, rights)
    if lefts and not rights:
        lefts = [
            k for k in lefts if not pair.left[k].initial and not _pronoun_instead(pair.left_to_right, k, pair.right)
        ]
    elif rights and not lefts:
        rights = [
            k for k in rights if not pair.right[k].initial and not _pronoun_instead(pair.right_to_left, k, pair.left)
        ]
    if lefts and rights and all(pair.left[k].initial for k in lefts) != all(pair.right[k].initial for k in rights):
        lefts = [k for k in lefts if not pair.left[k].initial]
        rights = [k for k in rights if not pair.right[k].initial]
    if _initials(pair.left, lefts, pair.right, rights) or _initials(pair.right, rights, pair.left, lefts):
        return []
    return _flag("name", [pair.left[k] for k in lefts], [pair.right[k] for k in rights])


def _dates_if_both(
    left: list[Token], lefts: list[int], right: list[Token], rights: list[int]
) -> tuple[list[int], list[int]]:
    """Days and months count where one stands for another, not where one side leaves the day out."""
    if any(left[k].form in DATES for k in lefts) and any(right[k].form in DATES for k in rights):
        return lefts, rights
    return [k for k in lefts if left[k].form not in DATES], [k for k in rights if right[k].form not in DATES]


def _unmatched_names(found: list[Token], matched: list[int], cut: list[bool], others: list[Token]) -> list[int]:
    return [
        at
        for at, token in enumerate(found)
        if token.name
        and token.modal == ""
        and matched[at] < 0
        and not cut[at]
        and (_name_instead(matched, at, others) or not _beside_matched_name(found, matched, at))
        and not any(_same_name(token.form, other.form) for other in others)
    ]


def _beside_matched_name(found: list[Token], matched: list[int], at: int) -> bool:
    """A first name, a middle name or a title beside a name that the other side has as well."""
    for step in (-1, 1):
        k = at + step
        while 0 <= k < len(found) and (found[k].name or found[k].form in ("of", "al", "bin", "van", "von", "de")):
            if found[max(k, k - step)].start - found[min(k, k - step)].end > 1:
                break
            if found[k].name and matched[k] >= 0:
                return True
            k += step
    return False


def _same_name(one: str, other: str) -> bool:
    """One name in two spellings, as a possessive, or as the adjective of a country."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return False
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    if (
        shared >= 4
        and {len(one) - shared, len(other) - shared} & {0, 1}
        and one[shared:] in _DEMONYM | {"a", "y", "e"}
        and other[shared:] in _DEMONYM | {"a", "y", "e"}
    ):
        return True
    return (
        min(len(one), len(other)) >= 5
        and abs(len(one) - len(other)) == 1
        and one[0] == other[0]
        and Levenshtein.distance(one, other, score_cutoff=1) == 1
    )


def _name_instead(matched: list[int], at: int, others: list[Token]) -> bool:
    """Whether another name stands where this one stood."""
    return any(t.name for t in _instead(matched, at, others))


def _instead(matched: list[int], at: int, others: list[Token]) -> list[Token]:
    low, high = _slot(matched, at)
    start = matched[low] + 1 if low >= 0 else 0
    end = matched[high] if high < len(matched) else len(others)
    return others[start:end]


def _pronoun_instead(matched: list[int], at: int, others: list[Token]) -> bool:
    """Whether a pronoun or a title stands where the name stood."""
    return any(t.form in _PRONOUNS or t.form == "the" for t in _instead(matched, at, others))


def _initials(found: list[Token], indices: list[int], others: list[Token], other_indices: list[int]) -> bool:
    """Whether the names on one side are the initials of those on the other."""
    if len(other_indices) != 1 or len(indices) < 2:
        return False
    short = others[other_indices[0]].form
    return short == "".join(found[k].form[0] for k in indices)


def _modality(pair: _Pair, *, indirect: bool) -> list[Flag]:
    lefts = _unmatched_modals(pair.left, pair.right, pair.left_to_right, pair.cut_left)
    rights = _unmatched_modals(pair.right, pair.left, pair.right_to_left, pair.cut_right)
    for one in list(lefts):
        for other in rights:
            if _same_modal(pair.left[one], pair.right[other], indirect=indirect):
                lefts.remove(one)
                rights.remove(other)
                break
    for mine, others in ((lefts, pair.right), (rights, pair.left)):
        source = pair.left if mine is lefts else pair.right
        for k in list(mine):
            if source[k].modal in ("would", "should") and any(t.form == "'d" for t in others):
                mine.remove(k)
    return _flag("modality", _modal_words(pair.left, lefts), _modal_words(pair.right, rights))


def _unmatched_modals(found: list[Token], others: list[Token], matched: list[int], cut: list[bool]) -> list[int]:
    return [
        at
        for at, token in enumerate(found)
        if token.modal
        and not cut[at]
        and not (matched[at] >= 0 and others[matched[at]].modal == token.modal)
        and not (matched[at] < 0 and _said_twice(found, matched, at))
    ]


def _same_modal(one: Token, other: Token, *, indirect: bool) -> bool:
    if one.modal == other.modal:
        return True
    return indirect and (BACKSHIFT.get(one.modal) == other.modal or BACKSHIFT.get(other.modal) == one.modal)


def _modal_words(found: list[Token], indices: list[int]) -> list[Token]:
    words = []
    for k in indices:
        words.append(found[k])
        if found[k].form not in MODALS and k + 1 < len(found):
            words.append(found[k + 1])
    return words

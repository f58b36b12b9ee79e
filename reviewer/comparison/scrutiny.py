"""Which words of a match its flags are decided by: those around the changes, and what stands just before its marks."""

from __future__ import annotations

from typing import NamedTuple

from reviewer.comparison.clauses import before_aside, clause_ends
from reviewer.comparison.flags import accents_tell, tells, word_flags
from reviewer.comparison.governing import STATEMENT, cut_negation, denied_before, is_statement
from reviewer.comparison.growing import Stretch
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.relation import Change, Differing, Worded
from reviewer.comparison.sides import Prepared
from reviewer.comparison.tokens import MINUS
from reviewer.comparison.values import Flag, MatchKind
from reviewer.comparison.words import key

LEAD = 10  # words before a quotation that its sentence may begin with
SURVEYED = 600  # words of both variants up to which flags look at all of them; of longer ones, only around the changes
CONTEXT = 6  # equal words around a change that flags look at


def variant_flags(variants: Differing, kind: MatchKind, *, reordered: bool, reported: bool) -> list[Flag]:
    """The flags that the words of a match's `variants` raise.

    `reordered`: some of the words that both have are in another order; `reported`: one side retells.
    """
    left, right, _, words = variants
    in_the_match = _in_the_match(variants, reordered=reordered or reported, indirect=kind == "mixed" or reported)
    one, other = left.stretches[0], right.stretches[0]
    adding = not reported and is_statement(one, other)
    if reported:
        found = [flag for flag in in_the_match if _holds_in_a_report(flag, variants)]
    elif kind == "passage":
        return in_the_match
    elif len(left.numbers) + len(right.numbers) <= SURVEYED:
        found = _with_lead(in_the_match, variants)
    else:
        found = in_the_match
    if (reordered and not reported) or not (adding or any(flag.flag == "negation" for flag in found)):
        return found
    return _undone(found, in_the_match, cut_negation(one, other, left.side, right.side, words), adding=adding)


def _in_the_match(variants: Differing, *, reordered: bool, indirect: bool) -> list[Flag]:
    """The flags that the words of the match raise by themselves; of a long one, those around what may raise any."""
    left, right, differing, words = variants
    telling = [change for change in differing if tells(change, variants)]
    signed = _minuses(left) != _minuses(right) or (bool(words.colliding) and accents_tell(variants))
    lengths = len(left.numbers), len(right.numbers)
    short = sum(lengths) <= SURVEYED
    exchanged = short and len(differing) > 1 and _exchanged(variants)
    if not telling and not signed and not exchanged:
        return []
    whole = [_Window((0, lengths[0]), (0, lengths[1]))]
    windows = whole
    if not short or not (reordered or signed or exchanged or _moved(telling, variants)):
        windows = _windows(telling, differing, lengths)
    found: list[Flag] = []
    for (start, end), (begin, stop) in windows:
        mine, theirs = _text(left.numbers[start:end], left.side), _text(right.numbers[begin:stop], right.side)
        found += word_flags(mine, theirs, words, indirect=indirect)
    if found and short and windows != whole:
        # what a window lacks may stand in another one, and what says how to read it further off
        mine, theirs = _text(left.numbers, left.side), _text(right.numbers, right.side)
        found = list(word_flags(mine, theirs, words, indirect=indirect))
    return found


def _moved(telling: list[Change], variants: Differing) -> bool:
    """Whether half of the words of a change stand in another place of the other side, so that no window holds both."""
    keys, others = variants.left.keys(), variants.right.keys()
    gone = {key for change in variants.changes for key in keys[change.left[0] : change.left[1]]}
    added = {key for change in variants.changes for key in others[change.right[0] : change.right[1]]}
    for change in telling:
        for said, there in ((keys[slice(*change.left)], added), (others[slice(*change.right)], gone)):
            told = set(said) - variants.language.function
            if told and 2 * len(told & there) >= len(told):
                return True
    return False


def _exchanged(variants: Differing) -> bool:
    """Whether half of the words that differ on one side, small ones apart, are on the other side, too, in another place."""
    keys, others = variants.left.keys(), variants.right.keys()
    gone = {key for change in variants.changes for key in keys[change.left[0] : change.left[1]]}
    added = {key for change in variants.changes for key in others[change.right[0] : change.right[1]]}
    if gone.isdisjoint(added):
        return False
    gone, added = gone - variants.language.function, added - variants.language.function
    return 2 * len(gone & added) >= max(1, min(len(gone), len(added)))


def _with_lead(found: list[Flag], variants: Differing) -> list[Flag]:
    """What of `found` holds when the words just before the marks are read too, and the negations that only these have."""
    words = variants.language
    sides = variants.left, variants.right
    denied = [denied_before(one.stretches[0], one.side, words) for one in sides]
    if any(denied) and min(len(one.numbers) for one in sides) < STATEMENT:
        denied = [False, False]
    if not found and not any(denied):
        return found
    leads = [[_lead(stretch, one.side, words) for stretch in one.stretches] for one in sides]
    if not any(leads[0]) and not any(leads[1]):
        return found
    mine, theirs = (
        " ".join(
            lead + _text(list(range(stretch.start, stretch.end)), one.side)
            for lead, stretch in zip(before, one.stretches, strict=True)
        )
        for before, one in zip(leads, sides, strict=True)
    )
    said = word_flags(mine, theirs, words, indirect=True)
    kept = [flag for flag in found if _sides(flag) in map(_sides, said)]
    if not any(flag.flag == "negation" for flag in found):
        kept += [f for f in said if f.flag == "negation" and bool(f.left) != bool(f.right) and denied[bool(f.right)]]
    return kept


def _sides(flag: Flag) -> tuple[str, bool, bool]:
    return flag.flag, bool(flag.left), bool(flag.right)


def _lead(stretch: Stretch, side: Prepared, words: Lexicon) -> str:
    """What stands before quoted words in their sentence, in the marks or outside: `she did not` of `she did not “trust them”`."""
    if stretch.piece < 0:
        return ""
    start = aside = before_aside(side, stretch.start, words)
    while start > max(0, stretch.start - LEAD) and side.piece_at(start - 1) in (-1, stretch.piece):
        if clause_ends(side, start) and not start == aside < stretch.start:
            break
        start -= 1
    return f"{_text(list(range(start, stretch.start)), side)} " if start < stretch.start else ""


def _minuses(variant: Worded) -> int:
    """How many of the words are numbers below zero; no word tells them from others."""
    side, _, numbers = variant
    if not numbers:
        return 0
    start, end = side.words.starts[numbers[0]], side.words.ends[numbers[-1]]
    if side.text.find("-", start, end) < 0 and side.text.find("−", start, end) < 0:
        return 0
    return len(MINUS.findall(side.text, start, end))


def _holds_in_a_report(flag: Flag, variants: Differing) -> bool:
    """Other words are what a report consists of: only a changed number, exchanged names, an opposite or a negation of one side counts."""
    both, words = bool(flag.left and flag.right), variants.language
    if flag.flag == "name":
        return both and _exchanged_once(flag, variants)
    if flag.flag == "negation":
        left, right = flag.left.lower(), flag.right.lower()
        return not both or right in words.opposites(left) or left in words.opposites(right)
    return flag.flag == "number" and both


def _exchanged_once(flag: Flag, variants: Differing) -> bool:
    """Whether both sides have the same names in another order, each a single time."""
    names = sorted(map(key, flag.left.split()))
    if names != sorted(map(key, flag.right.split())):
        return False
    return all(side.keys().count(name) == 1 for side in (variants.left, variants.right) for name in names)


class _Window(NamedTuple):
    """Words `left` and `right` (half-open ranges within the variants) that flags look at together."""

    left: tuple[int, int]
    right: tuple[int, int]


def _windows(telling: list[Change], differing: list[Change], lengths: tuple[int, int]) -> list[_Window]:
    """The `telling` changes with some equal words around them, and what differs among these; those that meet are one, as long
    as it is not longer than can be surveyed."""
    found: list[_Window] = []
    places = {change: at for at, change in enumerate(differing)}
    for change in telling:
        start, begin = _reach(differing, places[change], (0, 0), -1)
        end, stop = _reach(differing, places[change], lengths, 1)
        if found and start <= found[-1][0][1] and begin <= found[-1][1][1]:
            (first, last), (second, final) = found[-1]
            if end - first + stop - second <= SURVEYED:
                found.pop()
                start, begin = first, second
            else:
                start, begin = last, final
        if start < end or begin < stop:
            found.append(_Window((start, max(start, end)), (begin, max(begin, stop))))
    return found


def _reach(differing: list[Change], at: int, limits: tuple[int, int], step: int) -> tuple[int, int]:
    """The place `CONTEXT` equal words from change `at` in the direction `step`, other changes on the way passed over."""
    remaining = CONTEXT
    inner, outer = (0, 1) if step > 0 else (1, 0)
    left, right = differing[at].left[outer], differing[at].right[outer]
    for k in range(at + step, len(differing) if step > 0 else -1, step):
        change = differing[k]
        equal = abs(change.left[inner] - left)
        if equal >= remaining:
            break
        remaining -= equal
        left, right = change.left[outer], change.right[outer]
    remaining = min(remaining, abs(limits[0] - left), abs(limits[1] - right))
    return left + step * remaining, right + step * remaining


def _text(numbers: list[int], side: Prepared) -> str:
    """The words with these numbers and what the article has between neighbours; a blank bridges what is left out."""
    if not numbers:
        return ""
    pieces: list[str] = []
    first = last = numbers[0]
    for number in [*numbers[1:], -1]:
        if number != last + 1:
            start, end = side.words.starts[first], side.words.ends[last]
            pieces.append(
                side.text[start - 1 : end] if start and side.text[start - 1] in "$€£¥" else side.text[start:end]
            )
            if end < len(side.text) and side.text[end] == "%":
                pieces[-1] += "%"
            first = number
        last = number
    return " ".join(pieces)


def _undone(flags: list[Flag], in_the_match: list[Flag], cut: list[Flag], *, adding: bool) -> list[Flag]:
    """All of `flags`, and of `cut` if `adding`, save where one side denies before the match what the other denies in it (`denied it
    was`, `it was not`)."""
    for flag in cut:
        opposite = next(
            (f for f in in_the_match if f.flag == "negation" and bool(f.left) == bool(flag.right) != bool(f.right)),
            None,
        )
        if opposite is None:
            return flags + cut if adding else flags
        flags = [f for f in flags if f is not opposite]
    return flags

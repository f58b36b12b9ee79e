"""A negation that one article keeps before the shared words, and the other one cuts off."""

from __future__ import annotations

from itertools import pairwise

from reviewer.comparison.clauses import before_aside, clause_ends
from reviewer.comparison.governed import PREVENTED_WITHIN
from reviewer.comparison.growing import Stretch
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import Flag

GOVERNS_WITHIN = 12  # words before the match in which a negation can still govern it
UNLIKELY_WITHIN = 12  # words before the match among which the other side may deny with a prefix
LISTED = 60  # words before the match in which the other side may deny with the very same words, a long list of subjects included
QUOTED_WITHIN = 3  # words before a quotation among which a negation denies what is quoted
OPPOSED_WITHIN = 3  # words before the match among which a preposition denies: "against"
STATEMENT = 4  # words that a match needs to be a statement that one can deny, not a term


def cut_negation(one: Stretch, other: Stretch, left: Prepared, right: Prepared, words: Lexicon) -> list[Flag]:
    """The flag for `I am not saying that the pier is unsafe` against `the pier is unsafe`; `one`, `other`: the first stretches.

    The negation must stand in the same clause and between the same marks as the words it governs; one that stands
    outside the marks on the other side ("He denied that “the pier is unsafe”") says as much.  That of a few words must stand close.
    """
    reach = QUOTED_WITHIN if _short(one, other) else GOVERNS_WITHIN
    here, there = _governing(one, left, words, reach), _governing(other, right, words, reach)
    if here >= 0 > there and not _answered(here, one, left, other, right, words):
        return [Flag("negation", _shown(here, left), "")]
    if there >= 0 > here and not _answered(there, other, right, one, left, words):
        return [Flag("negation", "", _shown(there, right))]
    return []


def is_statement(one: Stretch, other: Stretch) -> bool:
    """Whether two first stretches are no term that one side has without marks, of which nobody knows what is denied."""
    return not _short(one, other) or (one.piece >= 0 and other.piece >= 0)


def _short(one: Stretch, other: Stretch) -> bool:
    return min(one.end - one.start, other.end - other.start) < STATEMENT


def _answered(
    denial: int, denied: Stretch, side: Prepared, stretch: Stretch, opposite: Prepared, language: Lexicon
) -> bool:
    """Whether the opposite side denies before its `stretch`, too: outside the marks, as `unlikely`, or with the same words far off.

    The word `denial` is what one side denies the `denied` words with.
    """
    if _governing(stretch, opposite, language, outside=True) >= 0:
        return True
    said, keys = side.words.keys[denial : denied.start], opposite.words.keys
    if said[:2] in map(list, pairwise(keys[max(0, stretch.start - LISTED) : stretch.start])):
        return True  # `in no event shall the board, the council, the harbour master or …`
    return any(
        key.startswith(prefix) and key.removeprefix(prefix) in said
        for key in keys[max(0, stretch.start - UNLIKELY_WITHIN) : stretch.start]
        for prefix in language.negative_prefixes
    )


def denied_before(stretch: Stretch, side: Prepared, language: Lexicon) -> bool:
    """Whether a negation stands just before the mark of a quotation that goes on with its sentence: `could not “be stopped”`."""
    if stretch.piece < 0 or stretch.start != side.pieces[stretch.piece].start:
        return False
    words, at = side.words, before_aside(side, stretch.start, language)
    if at == stretch.start and clause_ends(side, at):
        return False
    near = words.keys[max(0, at - QUOTED_WITHIN) : at]
    return language.speech.isdisjoint(near) and any(map(language.denies, near))


def _governing(
    stretch: Stretch, side: Prepared, language: Lexicon, reach: int = GOVERNS_WITHIN, *, outside: bool = False
) -> int:
    """The first negation among the `reach` words before `stretch`, -1 without one; two undo each other.

    A preposition (`against`) says nothing of what stands further off.
    """
    keys = side.words.keys
    lowest = max(0, stretch.start - reach)
    if stretch.piece >= 0 and not outside:
        lowest = max(lowest, side.pieces[stretch.piece].start)
    first = -1
    count = 0
    begun = before_aside(side, stretch.start, language)
    for at in range(begun - 1, lowest - 1, -1):
        key = keys[at]
        if key in language.joining or (clause_ends(side, at + 1) and not at + 1 == begun < stretch.start):
            break
        if _denies(at, keys, language) and (key not in language.opposed or stretch.start - at <= OPPOSED_WITHIN):
            first = at
            count += 1
        elif key in language.undoing:
            count += 1
    return first if count % 2 else -1


def _denies(at: int, keys: list[str], language: Lexicon) -> bool:
    """Whether a word denies what follows, or keeps somebody from it: `prohibits` staff `from` accepting gifts."""
    if keys[at] in language.preventing:
        return not language.prevented_from.isdisjoint(keys[at + 1 : at + PREVENTED_WITHIN])
    return language.denies(keys[at])


def _shown(word: int, side: Prepared) -> str:
    return side.text[side.words.starts[word] : side.words.ends[word]]

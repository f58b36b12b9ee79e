"""A negation that one article keeps before the shared words, and the other one cuts off."""

from __future__ import annotations

from reviewer.comparison.bounds import Stretch
from reviewer.comparison.clauses import clause_ends
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import Flag

REACH = 12  # words before the match in which a negation can still govern it
NEAR = 3  # words before a quotation among which a negation denies what is quoted
CLAUSE = 4  # words that a match needs to be a statement that one can deny, not a term


def cut_negation(one: Stretch, other: Stretch, left: Prepared, right: Prepared, words: Lexicon) -> list[Flag]:
    """The flag for `I am not saying that the pier is unsafe` against `the pier is unsafe`; `one`, `other`: the first stretches.

    The negation must stand in the same clause and between the same marks as the words it governs; one that stands
    outside the marks on the other side ("He denied that “the pier is unsafe”") says as much.  A few words must be quoted on
    both sides, and the negation close.
    """
    reach = REACH
    if min(one.end - one.start, other.end - other.start) < CLAUSE:
        if one.piece < 0 or other.piece < 0:
            return []
        reach = NEAR
    mine, theirs = _governing(one, left, words, reach), _governing(other, right, words, reach)
    if mine and not theirs and not _governing(other, right, words, outside=True):
        return [Flag("negation", mine, "")]
    if theirs and not mine and not _governing(one, left, words, outside=True):
        return [Flag("negation", "", theirs)]
    return []


def denied_before(stretch: Stretch, side: Prepared, language: Lexicon) -> bool:
    """Whether a negation stands just before the mark of a quotation that goes on with its sentence: `could not “be stopped”`."""
    if stretch.piece < 0 or stretch.start != side.pieces[stretch.piece].start:
        return False
    words, at = side.words, stretch.start
    if clause_ends(side, at):
        return False
    near = words.keys[max(0, at - NEAR) : at]
    return language.speech.isdisjoint(near) and any(map(language.denies, near))


def _governing(
    stretch: Stretch, side: Prepared, language: Lexicon, reach: int = REACH, *, outside: bool = False
) -> str:
    """The negation among the `reach` words before `stretch`, as printed; two undo each other."""
    words, text = side.words, side.text
    lowest = max(0, stretch.start - reach)
    if stretch.piece >= 0 and not outside:
        lowest = max(lowest, side.pieces[stretch.piece].start)
    found: list[int] = []
    count = 0
    for at in range(stretch.start - 1, lowest - 1, -1):
        key = words.keys[at]
        if key in language.joining or clause_ends(side, at + 1):
            break
        if language.denies(key):
            found.append(at)
            count += 1
        elif key in language.undoing:
            count += 1
    return text[words.starts[found[-1]] : words.ends[found[-1]]] if found and count % 2 else ""

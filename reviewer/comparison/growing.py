"""A match whose bounds are being found: the stretches of words it has so far, and how far they are from where they may end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.comparison.blocks import Block
from reviewer.comparison.clauses import shortens
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared

END_WORDS = 3  # changed or dropped words at an end that still belong to the match
CLAUSE_WORDS = 9  # words up to the end of a sentence or quotation among which some that say the same may stand
_ENDS = frozenset('.!?…\n“”"')


@dataclass(slots=True)
class Stretch:
    """Words `[start, end)` of one side, all in the quotation `piece` (-1: unquoted).

    What finds the bounds of a match moves these ends; after that nothing does.  To give back frozen copies instead makes the
    comparison of a pair one per cent slower.
    """

    start: int
    end: int
    piece: int


@dataclass(slots=True)
class Growing:
    """A match whose bounds are being found: what finds them changes it, nothing that is given to `bounds_of` is."""

    blocks: list[Block]
    sides: tuple[Prepared, Prepared]
    found: tuple[list[Stretch], list[Stretch]]
    words: Lexicon

    def ends(self, *, ahead: bool) -> tuple[Stretch, Stretch]:
        """The first stretch of each side, or the last if `ahead`."""
        at = -1 if ahead else 0
        return self.found[0][at], self.found[1][at]


def margins(
    ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], most: int, *, ahead: bool
) -> tuple[int, int]:
    return margin(ends[0], sides[0], most, ahead=ahead), margin(ends[1], sides[1], most, ahead=ahead)


def margin(stretch: Stretch, side: Prepared, most: int, *, ahead: bool) -> int:
    """How many words lie between the stretch and the end of its sentence or quotation; `most` + 1 if more than that."""
    if stretch.piece >= 0:
        low, high = side.pieces[stretch.piece].start, side.pieces[stretch.piece].end
    else:
        low, high = side.unquoted_around(stretch.start)
    for count in range(most + 1):
        if ahead:
            at = stretch.end + count
            if at >= high or _breaks(side, at):
                return count
        else:
            at = stretch.start - count
            if at <= low or _breaks(side, at):
                return count
    return most + 1


def _breaks(side: Prepared, word: int) -> bool:
    """Whether a sentence or quotation ends before `word`."""
    between = side.text[side.words.ends[word - 1] : side.words.starts[word]]
    return not _ENDS.isdisjoint(between) and not shortens(side, word)


def grow(found: Sequence[Stretch], by: Sequence[int], *, ahead: bool) -> None:
    for stretch, count in zip(found, by, strict=True):
        if ahead:
            stretch.end += count
        else:
            stretch.start -= count

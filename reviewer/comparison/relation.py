"""What happened to an utterance between two articles, decided from the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reviewer.comparison.blocks import Block
from reviewer.comparison.growing import Stretch
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import MatchKind, Relation

CUT = 3  # words left out inside a variant from here on are a cut, not a rewording
PARAPHRASED = 0.5  # share of changed words beyond which two variants are two wordings
TENSES = 0.15  # share of changed words that reported speech may have and still be the same words


class Change(NamedTuple):
    """Words `left` and `right` (half-open ranges within the variants) that stand in each other's place; one may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]

    @property
    def cut(self) -> int:
        """How many words only one side has."""
        return abs((self.left[1] - self.left[0]) - (self.right[1] - self.right[0]))

    def inside(self, lengths: tuple[int, int]) -> bool:
        """Whether equal words stand before and after the change, in variants of these lengths."""
        return min(self.left[0], self.right[0]) > 0 and self.left[1] < lengths[0] and self.right[1] < lengths[1]

    @property
    def replaced(self) -> int:
        """How many words stand for others."""
        return min(self.left[1] - self.left[0], self.right[1] - self.right[0])


class Worded(NamedTuple):
    """Where one side has a variant: its stretches, and the numbers of the words in them, in order."""

    side: Prepared
    stretches: list[Stretch]
    numbers: list[int]

    def keys(self, start: int = 0, end: int | None = None) -> list[str]:
        """The matching forms of the words `[start, end)` of the variant."""
        return [self.side.words.keys[number] for number in self.numbers[start:end]]


class Differing(NamedTuple):
    """Two variants, what differs between them, and the words of their language."""

    left: Worded
    right: Worded
    changes: list[Change]
    language: Lexicon


def word_numbers(found: Sequence[Stretch]) -> list[int]:
    """The words of a variant, as word numbers of its article, in order."""
    numbers: list[int] = []
    for stretch in found:
        numbers += range(stretch.start, stretch.end)
    return numbers


def changes(blocks: Sequence[Block], left: Sequence[int], right: Sequence[int]) -> list[Change]:
    """What differs between two variants given as word numbers; `blocks` are in order on both sides."""
    if len(blocks) == 1 and blocks[0].length == len(left) == len(right):
        return []
    at_left = {word: at for at, word in enumerate(left)}
    at_right = {word: at for at, word in enumerate(right)}
    found: list[Change] = []
    done_left = done_right = 0
    for block in blocks:
        start, other = at_left[block.left], at_right[block.right]
        if start > done_left or other > done_right:
            found.append(Change((done_left, start), (done_right, other)))
        done_left, done_right = start + block.length, other + block.length
    if done_left < len(left) or done_right < len(right):
        found.append(Change((done_left, len(left)), (done_right, len(right))))
    return found


def relation_of(
    kind: MatchKind,
    differing: Sequence[Change],
    lengths: tuple[int, int],
    *,
    whole: bool,
    reordered: bool,
    merged: bool,
    reported: bool,
) -> Relation:
    """The relation of two variants of `lengths` words.

    `whole`: both quotations are in the match from mark to mark; `merged`: one side prints as one attribution what the
    other has as two; `reported`: one side retells.
    """
    if reported:
        return "paraphrased"
    replaced = sum(change.replaced for change in differing)
    inner = [c for c in differing if c.inside(lengths)]
    cut = max((change.cut for change in inner), default=0)
    changed = (2 * replaced + sum(c.cut for c in inner)) / (sum(lengths) or 1)
    if kind == "mixed":
        return "unquoted" if changed <= TENSES or (not replaced and not reordered) else "paraphrased"
    if changed > PARAPHRASED and cut < replaced:
        return "paraphrased"
    if reordered or merged or (cut >= CUT and cut >= replaced):
        return "spliced"
    if replaced or inner:
        return "reworded"
    return "identical" if whole and not differing else "trimmed"

"""A draft → a match: exact bounds, parts, edits, relation, flags."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.comparison.attribution import attribution_flags, attributions
from reviewer.comparison.blocks import Block, equal_blocks, gathered, in_order
from reviewer.comparison.bounds import Bounds, bounds_of, from_mark_to_mark, parts_of
from reviewer.comparison.drafts import ADJOINING, Draft
from reviewer.comparison.edits import edits_between
from reviewer.comparison.growing import Stretch
from reviewer.comparison.mirroring import comes_before, mirrored_match
from reviewer.comparison.relation import CUT, Differing, Worded, changes, relation_of, word_numbers
from reviewer.comparison.scrutiny import variant_flags
from reviewer.comparison.sides import Prepared, prepared, shared_language
from reviewer.comparison.stems import stems
from reviewer.comparison.values import Edit, Extent, Match, MatchKind, Side
from reviewer.text import Span

LOOSE = 0.35  # share of equal words below which two spans are compared by stems, as a report in other words
QUOTED = 0.5  # share of the words of a span that are quoted, from which on it counts as a quotation


def match_of(draft: Draft, left: Prepared, right: Prepared) -> Match:
    """`draft` as a match of the two articles."""
    bounds = bounds_of(draft, left, right)
    return _match(draft, bounds, (parts_of(bounds.left, left), parts_of(bounds.right, right)), left, right)


def match_spans(left: Side, right: Side, left_span: Span, right_span: Span) -> Match:
    """The match that two spans chosen by the analyst make, whatever their likeness; bounds exactly as given.

    Raises ValueError where a span has no whole word.
    """
    return match_parts(prepared(left), prepared(right), (left_span,), (right_span,))


def match_parts(left: Prepared, right: Prepared, left_parts: tuple[Span, ...], right_parts: tuple[Span, ...]) -> Match:
    """The same of two variants that may lie in pieces; each part has a whole word at least, or ValueError."""
    if comes_before(right, left):
        return mirrored_match(_match_parts(right, left, right_parts, left_parts))
    return _match_parts(left, right, left_parts, right_parts)


def _match_parts(left: Prepared, right: Prepared, left_parts: tuple[Span, ...], right_parts: tuple[Span, ...]) -> Match:
    one, other = _given(left_parts, left), _given(right_parts, right)
    numbers, other_numbers = word_numbers(one), word_numbers(other)
    mine = [left.words.keys[k] for k in numbers]
    theirs = [right.words.keys[k] for k in other_numbers]
    blocks = _common(mine, theirs, numbers, other_numbers)
    likeness = sum(block.length for block in blocks) / min(len(mine), len(theirs))
    if likeness < LOOSE:
        code = shared_language(left, right).code
        blocks = _common(stems(mine, code), stems(theirs, code), numbers, other_numbers)
    quotes, other_quotes, reported = _quotes(numbers, left), _quotes(other_numbers, right), None
    if likeness < LOOSE and not (quotes and other_quotes):
        reported = (numbers[0], numbers[-1] + 1), (other_numbers[0], other_numbers[-1] + 1)
    draft = Draft(blocks, quotes, other_quotes, reported=reported, stemmed=likeness < LOOSE)
    return _match(draft, Bounds(one, other, blocks), (left_parts, right_parts), left, right)


def _given(parts: tuple[Span, ...], side: Prepared) -> list[Stretch]:
    found = []
    for part in parts:
        start, end = side.words.whole(part.start, part.end)
        if start >= end:
            raise ValueError("a span without a whole word cannot be matched")
        found.append(Stretch(start, end, side.piece_at(start)))
    return found


def _common(mine: list[str], theirs: list[str], numbers: list[int], other_numbers: list[int]) -> list[Block]:
    """The equal words of two variants, one block a run; a run ends where a variant goes on in another piece."""
    blocks: list[Block] = []
    for one, other, length in gathered(equal_blocks(mine, theirs), mine, theirs):
        for k in range(length):
            left, right = numbers[one + k], other_numbers[other + k]
            last = blocks[-1] if blocks else None
            if k and last and left == last.left + last.length and right == last.right + last.length:
                blocks[-1] = Block(last.left, last.right, last.length + 1)
            else:
                blocks.append(Block(left, right, 1))
    return blocks


def _quotes(numbers: list[int], side: Prepared) -> set[int]:
    """The quotations that words stand in, if half of them or more are quoted."""
    pieces = [piece for piece in map(side.piece_at, numbers) if piece >= 0]
    return set(pieces) if len(pieces) >= QUOTED * len(numbers) else set()


def _match(
    draft: Draft,
    bounds: Bounds,
    parts: tuple[tuple[Span, ...], tuple[Span, ...]],
    left: Prepared,
    right: Prepared,
) -> Match:
    one, other, found = bounds
    mine, theirs = word_numbers(one), word_numbers(other)
    kind = _kind(draft)
    ordered = in_order(found)
    blocks = _same_words(ordered, left, right) if draft.stemmed else ordered
    differing = changes(blocks, mine, theirs)
    moved = sum(b.length for b in found) - sum(b.length for b in ordered)
    # a report in other words is scored by what it says, and all else by its words
    equal = sum(b.length for b in (ordered if draft.reported else blocks)) + moved
    relation = relation_of(
        kind,
        differing,
        (len(mine), len(theirs)),
        whole=kind == "passage" or (from_mark_to_mark(one, left) and from_mark_to_mark(other, right)),
        reordered=moved >= CUT,
        merged=_apart(one, left) != _apart(other, right),
        reported=draft.reported is not None,
    )
    speakers, cues = attributions(one, other, left, right)
    variants = Differing(Worded(left, one, mine), Worded(right, other, theirs), differing, shared_language(left, right))
    flags = variant_flags(variants, kind, reordered=moved > 0, reported=draft.reported is not None)
    return Match(
        kind,
        _extent(parts[0]),
        _extent(parts[1]),
        relation,
        round(min(100.0, 200 * equal / (len(mine) + len(theirs))), 1),
        (*flags, *attribution_flags(speakers, cues, one, other, left, right)),
        speakers,
        cues,
        _edits(ordered, parts, left, right),
    )


def _same_words(blocks: list[Block], left: Prepared, right: Prepared) -> list[Block]:
    """What of `blocks`, which are equal in their stems, is equal word by word."""
    found: list[Block] = []
    for block in blocks:
        for k in range(block.length):
            one, other = block.left + k, block.right + k
            if left.words.keys[one] != right.words.keys[other]:
                continue
            last = found[-1] if k and found else None
            if last and last.left + last.length == one:
                found[-1] = Block(last.left, last.right, last.length + 1)
            else:
                found.append(Block(one, other, 1))
    return found


def _edits(
    blocks: list[Block], parts: tuple[tuple[Span, ...], tuple[Span, ...]], left: Prepared, right: Prepared
) -> tuple[Edit, ...]:
    one, other = parts
    if len(one) == len(other) == 1 and one[0].of(left.text) == other[0].of(right.text):
        return (Edit("equal", one[0], other[0]),)
    same: list[tuple[int, int, int, int]] = []
    for block in blocks:
        run = _quad(block.left, block.right, block.length, left, right)
        if (
            left.text[run[0] : run[1]] == right.text[run[2] : run[3]]
            and _within(run[:2], one)
            and _within(run[2:], other)
        ):
            same.append(run)
        else:
            same += [_quad(block.left + k, block.right + k, 1, left, right) for k in range(block.length)]
    return tuple(edits_between(left.text, right.text, same, one, other))


def _quad(one: int, other: int, length: int, left: Prepared, right: Prepared) -> tuple[int, int, int, int]:
    """Where `length` words from `one` of the left and `other` of the right begin and end, in code points."""
    mine, theirs = left.words, right.words
    return mine.starts[one], mine.ends[one + length - 1], theirs.starts[other], theirs.ends[other + length - 1]


def _within(run: Sequence[int], parts: tuple[Span, ...]) -> bool:
    return any(part.start <= run[0] and run[1] <= part.end for part in parts)


def _extent(parts: tuple[Span, ...]) -> Extent:
    return Extent(parts[0].start, parts[-1].end, parts)


def _apart(found: Sequence[Stretch], side: Prepared) -> bool:
    """Whether more than an attribution lies between two pieces."""
    return any(
        b.start - a.end > ADJOINING
        or side.text.count("\n\n", side.words.ends[a.end - 1], side.words.starts[b.start]) > 1
        for a, b in pairwise(found)
    )


def _kind(draft: Draft) -> MatchKind:
    if draft.left_quotes and draft.right_quotes:
        return "quote"
    return "mixed" if draft.left_quotes or draft.right_quotes else "passage"

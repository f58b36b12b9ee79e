"""Shared runs of two texts chained over small changes, with the equal words between them and just outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reviewer.comparison.blocks import Block, equal_blocks

CLOSE = 8  # words that may be changed between two runs of one chain
OVERLAP = 3  # words that the ends of two runs of one chain may share
ELIDED = 40  # words that one side may leave out there
REACH = 10  # words looked at beyond the ends of a chain
SKIP = 0.25  # what a word passed over on the way out costs

Weigh = Callable[[str], float]


class Chain:
    """Blocks in the same order on both sides, close enough to be one stretch of text."""

    __slots__ = ("blocks",)

    def __init__(self, block: Block) -> None:
        self.blocks = [block]

    @property
    def ends(self) -> tuple[int, int]:
        """The words after the last block, left and right."""
        last = self.blocks[-1]
        return last.left + last.length, last.right + last.length


def chains(blocks: Sequence[Block]) -> list[Chain]:
    """`blocks`, which are in order of their place on the left, joined where little stands between them."""
    done: list[Chain] = []
    active: list[Chain] = []
    for block in blocks:
        best: Chain | None = None
        best_gap = 0
        kept = []
        absorbed = False
        for chain in active:
            end_left, end_right = chain.ends
            gap_left, gap_right = block.left - end_left, block.right - end_right
            if gap_left > ELIDED:
                done.append(chain)
                continue
            kept.append(chain)
            low, high = min(gap_left, gap_right), max(gap_left, gap_right)
            if low + block.length <= 0:
                absorbed = absorbed or (gap_left == gap_right and high <= 0)
                continue
            if -OVERLAP <= low <= CLOSE and high <= (CLOSE + 4 if low < 0 or low > 3 else ELIDED):
                gap = max(0, gap_left) + max(0, gap_right) + abs(gap_left - gap_right)
                if best is None or gap < best_gap:
                    best, best_gap = chain, gap
        active = kept
        if absorbed:
            continue
        if best is None:
            active.append(Chain(block))
            continue
        end_left, end_right = best.ends
        cut = max(0, end_left - block.left, end_right - block.right)
        last = best.blocks[-1]
        if cut and last.length < block.length:
            best.blocks[-1:] = [Block(last.left, last.right, last.length - cut)] if last.length > cut else []
            cut = 0
        best.blocks.append(Block(block.left + cut, block.right + cut, block.length - cut))
    return done + active


def filled(chain: Chain, left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """The blocks of `chain` with the equal words that lie between them."""
    blocks = [chain.blocks[0]]
    for block in chain.blocks[1:]:
        last = blocks[-1]
        end_left, end_right = last.left + last.length, last.right + last.length
        if end_left < block.left and end_right < block.right:
            blocks += equal_blocks(left[end_left : block.left], right[end_right : block.right], end_left, end_right)
        blocks.append(block)
    return blocks


def extended(blocks: list[Block], left: Sequence[str], right: Sequence[str], weigh: Weigh) -> list[Block]:
    """`blocks` with the equal words just outside them, as long as these outweigh the changed words on the way."""
    first, last = blocks[0], blocks[-1]
    from_left, from_right = max(0, first.left - REACH), max(0, first.right - REACH)
    before = equal_blocks(left[from_left : first.left], right[from_right : first.right], from_left, from_right)
    end_left, end_right = last.left + last.length, last.right + last.length
    after = equal_blocks(left[end_left : end_left + REACH], right[end_right : end_right + REACH], end_left, end_right)
    _tell_most(before, left, right, (Block(from_left, from_right, 0), first), weigh, backward=True)
    _tell_most(after, left, right, (last, Block(end_left + REACH, end_right + REACH, 0)), weigh, backward=False)
    kept_before = _outward(before[::-1], (first.left, first.right), left, weigh, backward=True)
    kept_after = _outward(after, (end_left, end_right), left, weigh, backward=False)
    return kept_before[::-1] + blocks + kept_after


def _tell_most(
    blocks: list[Block],
    left: Sequence[str],
    right: Sequence[str],
    within: tuple[Block, Block],
    weigh: Weigh,
    *,
    backward: bool,
) -> None:
    """Where another word might as well be the equal one, takes the one that tells most: of `not sure` and `sure, not today` it is `sure`.

    `blocks` lie between those of `within`.  What a word tells is its evidence less the skipped words, as in `_outward`.
    """
    for number, block in enumerate(blocks):
        if block.length > 1:
            continue
        before = blocks[number - 1] if number else within[0]
        after = blocks[number + 1] if number + 1 < len(blocks) else within[1]
        one, other = before.left + before.length, before.right + before.length
        mine, theirs = left[one : after.left], right[other : after.right]
        if backward:
            mine, theirs = mine[::-1], theirs[::-1]
        told = []
        for word in set(mine).intersection(theirs):
            at, there = mine.index(word), theirs.index(word)
            told.append((weigh(word) - SKIP * max(at, there), word, at, there))
        if len(told) > 1:
            _, _, at, there = max(told)
            blocks[number] = Block(
                after.left - 1 - at if backward else one + at, after.right - 1 - there if backward else other + there, 1
            )


def _outward(
    blocks: list[Block], edge: tuple[int, int], keys: Sequence[str], weigh: Weigh, *, backward: bool
) -> list[Block]:
    """The leading part of `blocks` (nearest first) whose evidence less the skipped words is greatest."""
    at_left, at_right = edge
    score = best = 0.0
    keep = 0
    for number, block in enumerate(blocks, 1):
        if backward:
            skipped = max(at_left - block.left - block.length, at_right - block.right - block.length)
            at_left, at_right = block.left, block.right
        else:
            skipped = max(block.left - at_left, block.right - at_right)
            at_left, at_right = block.left + block.length, block.right + block.length
        score += sum(weigh(word) for word in keys[block.left : block.left + block.length]) - SKIP * skipped
        if score > best:
            best, keep = score, number
        elif score < best - 1.0:
            break
    return blocks[:keep]

"""Where two texts run together: rare shared word triples, joined along diagonals, chained over small changes, and extended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import compress, count

from reviewer.comparison.blocks import Block, equal_blocks

SEED = 3
MOST = 36  # pairs of places of one triple; one with more is boilerplate or a name, and would make the work quadratic
MANY = 1 << 13  # words of the longer text from which on hashes stand for triples, which take less memory
CLOSE = 8  # words that may be changed between two runs of one chain
OVERLAP = 3  # words that the ends of two runs of one chain may share
ELIDED = 40  # words that one side may leave out there
REACH = 10  # words looked at beyond the ends of a chain
SKIP = 0.25  # what a word passed over on the way out costs

Weigh = Callable[[str], float]


def runs(left: Sequence[str], right: Sequence[str], *, most: int = MOST) -> list[Block]:
    """The maximal shared runs of at least SEED words that hold a rare shared n-gram, in order of their place on the left."""
    if len(left) < SEED or len(right) < SEED:
        return []
    hashed = max(len(left), len(right)) > MANY
    mine, theirs = _marks(left, hashed=hashed), _marks(right, hashed=hashed)
    there_too = set(mine)
    places: dict[Hashable, list[int]] = {}
    for at in compress(count(), map(there_too.__contains__, theirs)):
        places.setdefault(theirs[at], []).append(at)
    if not places:
        return []
    there = list(map(places.get, mine))
    shared = list(filter(None, there))
    uses = Counter(map(id, shared))
    rare = [
        (at, others)
        for at, others in zip(compress(count(), there), shared, strict=True)
        if len(others) * uses[id(others)] <= most
    ]
    return _joined(rare, left, right)


@dataclass(frozen=True, slots=True)
class Grams:
    """The words of an article that is compared with several others, and where each n-gram of SEED of them (its hash) stands."""

    words: Sequence[str]
    places: dict[Hashable, list[int]]
    distinct: frozenset[Hashable]


def grams(words: Sequence[str]) -> Grams:
    """Those of an article of at most MANY words: of a longer one they take too much memory."""
    places: dict[Hashable, list[int]] = {}
    for at, gram in enumerate(_marks(words, hashed=True)):
        places.setdefault(gram, []).append(at)
    return Grams(words, places, frozenset(places))


def shared_runs(left: Grams, right: Grams, *, most: int = MOST) -> list[Block]:
    """What `runs` finds, in a time that hangs on what both have and not on how long they are."""
    rare = []
    for gram in left.distinct & right.distinct:
        here, there = left.places[gram], right.places[gram]
        if len(here) * len(there) <= most:
            rare += [(at, there) for at in here]
    rare.sort()
    return _joined(rare, left.words, right.words)


def _joined(rare: list[tuple[int, list[int]]], left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """The runs that n-grams make: `rare` has the places of each, on the left in order and on the right."""
    found: list[list[int]] = []
    open_runs: dict[int, list[int]] = {}
    for at, others in rare:
        for other in others:
            run = open_runs.get(at - other)
            if run is not None and run[0] + run[2] >= at:
                run[2] = at + SEED - run[0]
            else:
                run = [at, other, SEED]
                open_runs[at - other] = run
                found.append(run)
    return [_grown(left, right, run) for run in found]


def _marks(words: Sequence[str], *, hashed: bool) -> list[Hashable]:
    """What tells the runs of SEED words apart: these themselves or, nearly always as good, their hashes."""
    grams = zip(*(words[k:] for k in range(SEED)), strict=False)
    return list(map(hash, grams) if hashed else grams)


def _grown(left: Sequence[str], right: Sequence[str], run: list[int]) -> Block:
    """The run with the frequent words at its ends that no rare triple covered."""
    start, other, length = run
    back = 0
    while start - back > 0 and other - back > 0 and left[start - back - 1] == right[other - back - 1] and back < CLOSE:
        back += 1
    end, other_end = start + length, other + length
    ahead = 0
    while end + ahead < len(left) and other_end + ahead < len(right) and left[end + ahead] == right[other_end + ahead]:
        ahead += 1
        if ahead == CLOSE:
            break
    return Block(start - back, other - back, length + back + ahead)


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

"""Where two texts run together: rare shared word triples, joined along diagonals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import compress, count

from reviewer.comparison.blocks import Block

SEED = 3
MOST = 36  # pairs of places of one triple; one with more is boilerplate or a name, and would make the work quadratic
MANY = 1 << 13  # words of the longer text from which on hashes stand for triples, which take less memory
GROWN = 8  # frequent words that a run takes in at either end


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
    while start - back > 0 and other - back > 0 and left[start - back - 1] == right[other - back - 1] and back < GROWN:
        back += 1
    end, other_end = start + length, other + length
    ahead = 0
    while end + ahead < len(left) and other_end + ahead < len(right) and left[end + ahead] == right[other_end + ahead]:
        ahead += 1
        if ahead == GROWN:
            break
    return Block(start - back, other - back, length + back + ahead)

"""All that one attribution quotes, as one run of words: for utterances cut into pieces of a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress, count

from reviewer.comparison.attribution import different_people
from reviewer.comparison.blocks import Block, equal_blocks, used_once
from reviewer.comparison.drafts import SPOKEN, Draft
from reviewer.comparison.seeds import MANY, MOST, SEED
from reviewer.comparison.sides import ARTICLES, Prepared, shared_language
from reviewer.comparison.weights import tiers
from reviewer.quotes import same_person

SLACK = 3  # words that the other article may have more before or after what is cut into pieces here
KEPT = 0.75  # share of a piece, and of what stands for the pieces elsewhere, that is equal
UNKNOWN_EVIDENCE = 1.6  # evidence of pieces that are not known to be one person's


@dataclass(frozen=True, slots=True)
class Saying:
    """The numbers of its words, and the indices of the pieces that they stand in."""

    words: list[int]
    pieces: tuple[int, ...]


def sayings(side: Prepared, groups: set[int] | None = None) -> list[Saying]:
    """The sayings of an article, in order; of these `groups` alone, if given."""
    by_group: dict[int, list[int]] = {}
    for number, piece in enumerate(side.pieces):
        if groups is None or piece.group in groups:
            by_group.setdefault(piece.group, []).append(number)
    return [Saying(_words(pieces, side), tuple(pieces)) for pieces in by_group.values()]


def _words(pieces: list[int], side: Prepared) -> list[int]:
    found: list[int] = []
    for k in pieces:
        found += range(side.pieces[k].start, side.pieces[k].end)
    return found


def completed(found: list[Draft], left: Prepared, right: Prepared) -> list[Draft]:
    """`found` with the pieces that are too short to be found by themselves: `“We will,” she said, “not be,” he added, “moved.”`."""
    cut = _cut(left, {k for draft in found for k in draft.left_quotes})
    if cut:
        places = _Places(cut, left, right)
        for saying in cut:
            found = _joined(found, places.standing_for(saying), left, right)
    cut = _cut(right, {k for draft in found for k in draft.right_quotes})
    if cut:
        places = _Places(cut, right, left)
        for saying in cut:
            blocks = [Block(b.right, b.left, b.length) for b in places.standing_for(saying)]
            found = _joined(found, sorted(blocks), left, right)
    return found


def _cut(side: Prepared, touched: set[int]) -> list[Saying]:
    """The sayings in pieces of which some are not `touched`."""
    pieces = Counter([piece.group for piece in side.pieces])
    if len(pieces) == len(side.pieces):
        return []
    left_out = {piece.group for number, piece in enumerate(side.pieces) if number not in touched}
    if all(pieces[group] == 1 for group in left_out):
        return []
    return [s for s in sayings(side, left_out) if len(s.pieces) > 1]


class _Places:
    """Where the runs of SEED words of the sayings `cut` of `home` stand in what `side` quotes, attributions passed over."""

    def __init__(self, cut: list[Saying], home: Prepared, side: Prepared) -> None:
        self.home, self.side = home, side
        if side.reused and len(side.words) <= MANY:
            self.among, self.places = _every_place(side)
            return
        self.among = sayings(side)
        wanted = set(chain.from_iterable(_runs(saying, home) for saying in cut))
        self.places = {}
        for number, saying in enumerate(self.among):
            runs = list(_runs(saying, side))
            for at in compress(count(), map(wanted.__contains__, runs)):
                self.places.setdefault(runs[at], []).append((number, at))

    def standing_for(self, saying: Saying) -> list[Block]:
        """The blocks of equal words, of `home` and this side, of the place most like `saying`; none where none is."""
        keys = _keys(saying, self.home)
        best: list[Block] = []
        seen: set[tuple[int, int]] = set()
        for at, run in enumerate(_runs(saying, self.home)):
            there = self.places.get(run, ())
            if len(there) > MOST:
                continue
            for number, place in there:
                if (number, place - at) in seen:
                    continue
                seen.add((number, place - at))
                start = max(0, place - at - SLACK)
                words = self.among[number].words[start : place - at + len(keys) + SLACK]
                blocks = self._kept(saying, keys, words)
                if sum(b.length for b in blocks) > sum(b.length for b in best):
                    best = blocks
        return best

    def _kept(self, saying: Saying, keys: list[str], words: list[int]) -> list[Block]:
        """What is equal of the pieces that stand nearly whole among `words`, one after the other."""
        home, theirs = self.home, [self.side.words.keys[n] for n in words]
        equal = [
            (saying.words[one + k], other + k)
            for one, other, length in equal_blocks(keys, theirs)
            for k in range(length)
        ]
        count = Counter(home.piece_at(mine) for mine, _ in equal)
        whole = {k for k in count if count[k] >= KEPT * (home.pieces[k].end - home.pieces[k].start)}
        equal = self._run_back([(mine, at) for mine, at in equal if home.piece_at(mine) in whole], words)
        if len(equal) < SEED or len(equal) < KEPT * (equal[-1][1] - equal[0][1] + 1):
            return []
        return runs_of([(mine, words[at]) for mine, at in equal], home, self.side)

    def _run_back(self, equal: list[tuple[int, int]], words: list[int]) -> list[tuple[int, int]]:
        """`equal` with the words just before a run that are equal too, which a piece left out had taken."""
        found: list[tuple[int, int]] = []
        for mine, at in equal:
            back: list[tuple[int, int]] = []
            one, other = mine - 1, at - 1
            last = found[-1] if found else (-1, -1)
            while (
                one > last[0]
                and other > last[1]
                and self.home.piece_at(one) == self.home.piece_at(mine)
                and self.home.words.keys[one] == self.side.words.keys[words[other]]
            ):
                back.append((one, other))
                one, other = one - 1, other - 1
            found += [*back[::-1], (mine, at)]
        return found


@lru_cache(maxsize=ARTICLES)
def _every_place(side: Prepared) -> tuple[list[Saying], dict[tuple[str, ...], list[tuple[int, int]]]]:
    """All sayings of an article that is compared with several others, and where in them each run of SEED words stands."""
    among = sayings(side)
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, saying in enumerate(among):
        for at, run in enumerate(_runs(saying, side)):
            places.setdefault(run, []).append((number, at))
    return among, places


def _keys(saying: Saying, side: Prepared) -> list[str]:
    return list(map(side.words.keys.__getitem__, saying.words))


def _runs(saying: Saying, side: Prepared) -> Iterator[tuple[str, ...]]:
    keys = _keys(saying, side)
    return zip(*(keys[k:] for k in range(SEED)), strict=False)


def runs_of(equal: Sequence[tuple[int, int]], mine: Prepared, theirs: Prepared) -> list[Block]:
    """Pairs of equal words as blocks; one ends where a piece does on either side."""
    blocks: list[Block] = []
    for one, other in equal:
        last = blocks[-1] if blocks else None
        if (
            last
            and one == last.left + last.length
            and other == last.right + last.length
            and mine.piece_at(one) == mine.piece_at(one - 1)
            and theirs.piece_at(other) == theirs.piece_at(other - 1)
        ):
            blocks[-1] = Block(last.left, last.right, last.length + 1)
        else:
            blocks.append(Block(one, other, 1))
    return blocks


def _joined(found: list[Draft], blocks: list[Block], left: Prepared, right: Prepared) -> list[Draft]:
    """`found` with `blocks`: in the draft that has some of their pieces on both sides already, or as drafts of their own."""
    for part in _utterances(blocks, left, right):
        mine, theirs = {left.piece_at(b.left) for b in part}, {right.piece_at(b.right) for b in part}
        home = [d for d in found if d.left_quotes & mine or d.right_quotes & theirs]
        if not home:
            draft = _new(part, mine, theirs, left, right)
            found = [*found, draft] if draft else found
        elif len(home) == 1 and home[0].left_quotes & mine and home[0].right_quotes & theirs:
            (known,) = home
            whole = Draft(
                used_once(known.blocks + part), known.left_quotes | mine, known.right_quotes | theirs, known.evidence
            )
            found = [whole if draft is known else draft for draft in found]
    return found


def _utterances(blocks: list[Block], left: Prepared, right: Prepared) -> list[list[Block]]:
    """`blocks`, which are in order, cut where both articles begin a quotation with a sentence of its own."""
    found: list[list[Block]] = []
    for block in blocks:
        if found:
            last = found[-1][-1]
            one, other = left.piece_at(last.left), left.piece_at(block.left)
            here, there = right.piece_at(last.right), right.piece_at(block.right)
            if one == other or here == there or (left.goes_on(one, other) and right.goes_on(here, there)):
                found[-1].append(block)
                continue
        found.append([block])
    return found


def _new(blocks: list[Block], mine: set[int], theirs: set[int], left: Prepared, right: Prepared) -> Draft | None:
    """A draft of `blocks` alone, if they tell enough for who speaks there."""
    known = one_person(mine, theirs, left, right)
    weights = tiers(shared_language(left, right))
    evidence = sum(weights[left.words.keys[n]] for b in blocks for n in range(b.left, b.left + b.length))
    count = sum(b.length for b in blocks)
    if known is False or count < SEED or not (known or evidence >= UNKNOWN_EVIDENCE or count >= SPOKEN):
        return None
    return Draft(blocks, mine, theirs, evidence)


def one_person(mine: set[int], theirs: set[int], left: Prepared, right: Prepared) -> bool | None:
    """Whether the same person speaks in the pieces `mine` and `theirs`; None where nobody can tell."""
    one = next((s for k in sorted(mine) if (s := left.pieces[k].quotation.speaker)), None)
    other = next((s for k in sorted(theirs) if (s := right.pieces[k].quotation.speaker)), None)
    if not one or not other:
        return None
    if same_person(one, other):
        return True
    return False if different_people(one, other, shared_language(left, right)) else None


def other_forms(blocks: Sequence[Block], left: Prepared, right: Prepared) -> int:
    """How many words of `blocks`, equal in their stems, are other forms of them (`is`, `was`); pronouns and contractions apart."""
    pronouns = shared_language(left, right).pronouns
    pairs = {(left.words.keys[b.left + k], right.words.keys[b.right + k]) for b in blocks for k in range(b.length)}
    return sum(one != other and not pronouns & {one, other} and "'" not in one + other for one, other in pairs)

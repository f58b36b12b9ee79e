"""All that one attribution quotes, as one run of words: for utterances cut into pieces of a few words, and for short ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from reviewer.comparison.attribution import different_people
from reviewer.comparison.contractions import plain
from reviewer.comparison.drafts import SPOKEN, Draft, used_once
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.seeds import MOST, SEED, Block
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.stems import stems
from reviewer.comparison.units import stems_of
from reviewer.comparison.words import tiers
from reviewer.quotes import same_person

SLACK = 3  # words that the other article may have more before or after what is cut into pieces here
KEPT = 0.75  # share of a piece, and of what stands for the pieces elsewhere, that is equal
LEAST = 1.6  # evidence of pieces that are not known to be one person's
BRIEF = 25  # words of a short utterance
CONTENT = 0.6  # what a word tells that is more than grammar
ALIKE = 0.7  # share of all forms of one person's short utterance that both sides have
TELLING = 1.2  # evidence of one that is not known to be one person's
SAME = 0.8  # the same where all forms are the same
_AS_ONE = {("no", "one"): "nobody", ("any", "more"): "anymore"}


@dataclass(frozen=True, slots=True)
class Saying:
    """The numbers of its words, and the indices of the pieces that they stand in."""

    words: list[int]
    pieces: tuple[int, ...]


def sayings(side: Prepared) -> list[Saying]:
    """The sayings of an article, in order."""
    by_group: dict[int, list[int]] = {}
    for number, piece in enumerate(side.pieces):
        by_group.setdefault(piece.group, []).append(number)
    return [
        Saying([n for k in pieces for n in range(side.pieces[k].start, side.pieces[k].end)], tuple(pieces))
        for pieces in by_group.values()
    ]


def completed(found: list[Draft], left: Prepared, right: Prepared) -> list[Draft]:
    """`found` with the pieces that are too short to be found by themselves: `“We will,” she said, “not be,” he added, “moved.”`."""
    cut = _cut(left, {k for draft in found for k in draft.left_quotes})
    if cut:
        places = _Places(sayings(right), right)
        for saying in cut:
            found = _joined(found, places.standing_for(saying, left), left, right)
    cut = _cut(right, {k for draft in found for k in draft.right_quotes})
    if cut:
        places = _Places(sayings(left), left)
        for saying in cut:
            blocks = [Block(b.right, b.left, b.length) for b in places.standing_for(saying, right)]
            found = _joined(found, sorted(blocks), left, right)
    return found


def _cut(side: Prepared, touched: set[int]) -> list[Saying]:
    """The sayings in pieces of which some are not `touched`."""
    groups = [piece.group for piece in side.pieces]
    left_out = {group for number, group in enumerate(groups) if number not in touched}
    if len(set(groups)) == len(groups) or all(groups.count(group) == 1 for group in left_out):
        return []
    return [s for s in sayings(side) if len(s.pieces) > 1 and side.pieces[s.pieces[0]].group in left_out]


class _Places:
    """Where each run of SEED quoted words of one article stands, attributions passed over."""

    def __init__(self, among: list[Saying], side: Prepared) -> None:
        self.among, self.side = among, side
        self.keys = [[side.words.keys[n] for n in saying.words] for saying in among]
        self.places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for number, keys in enumerate(self.keys):
            for at in range(len(keys) - SEED + 1):
                self.places.setdefault(tuple(keys[at : at + SEED]), []).append((number, at))

    def standing_for(self, saying: Saying, home: Prepared) -> list[Block]:
        """The blocks of equal words, of `home` and this side, of the place most like `saying`; none where none is."""
        keys = [home.words.keys[n] for n in saying.words]
        best: list[Block] = []
        seen: set[tuple[int, int]] = set()
        for at in range(len(keys) - SEED + 1):
            there = self.places.get(tuple(keys[at : at + SEED]), ())
            if len(there) > MOST:
                continue
            for number, place in there:
                if (number, place - at) in seen:
                    continue
                seen.add((number, place - at))
                start = max(0, place - at - SLACK)
                words = self.among[number].words[start : place - at + len(keys) + SLACK]
                blocks = self._kept(saying, keys, words, home)
                if sum(b.length for b in blocks) > sum(b.length for b in best):
                    best = blocks
        return best

    def _kept(self, saying: Saying, keys: list[str], words: list[int], home: Prepared) -> list[Block]:
        """What is equal of the pieces that stand nearly whole among `words`, one after the other."""
        theirs = [self.side.words.keys[n] for n in words]
        equal = [
            (saying.words[step.src_start + k], step.dest_start + k)
            for step in Indel.opcodes(keys, theirs)
            if step.tag == "equal"
            for k in range(step.src_end - step.src_start)
        ]
        count = Counter(home.piece_at(mine) for mine, _ in equal)
        whole = {k for k in count if count[k] >= KEPT * (home.pieces[k].end - home.pieces[k].start)}
        equal = self._run_back([(mine, at) for mine, at in equal if home.piece_at(mine) in whole], words, home)
        if len(equal) < SEED or len(equal) < KEPT * (equal[-1][1] - equal[0][1] + 1):
            return []
        return _runs([(mine, words[at]) for mine, at in equal], home, self.side)

    def _run_back(self, equal: list[tuple[int, int]], words: list[int], home: Prepared) -> list[tuple[int, int]]:
        """`equal` with the words just before a run that are equal too, which a piece left out had taken."""
        found: list[tuple[int, int]] = []
        for mine, at in equal:
            back: list[tuple[int, int]] = []
            one, other = mine - 1, at - 1
            last = found[-1] if found else (-1, -1)
            while (
                one > last[0]
                and other > last[1]
                and home.piece_at(one) == home.piece_at(mine)
                and home.words.keys[one] == self.side.words.keys[words[other]]
            ):
                back.append((one, other))
                one, other = one - 1, other - 1
            found += [*back[::-1], (mine, at)]
        return found


def _runs(equal: Sequence[tuple[int, int]], mine: Prepared, theirs: Prepared) -> list[Block]:
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
    known = _one_person(mine, theirs, left, right)
    weights = tiers(shared_language(left, right))
    evidence = sum(weights[left.words.keys[n]] for b in blocks for n in range(b.left, b.left + b.length))
    count = sum(b.length for b in blocks)
    if known is False or count < SEED or not (known or evidence >= LEAST or count >= SPOKEN):
        return None
    return Draft(blocks, mine, theirs, evidence)


def _one_person(mine: set[int], theirs: set[int], left: Prepared, right: Prepared) -> bool | None:
    """Whether the same person speaks in the pieces `mine` and `theirs`; None where nobody can tell."""
    one = next((s for k in sorted(mine) if (s := left.pieces[k].quotation.speaker)), None)
    other = next((s for k in sorted(theirs) if (s := right.pieces[k].quotation.speaker)), None)
    if not one or not other:
        return None
    if same_person(one, other):
        return True
    return False if different_people(one, other) else None


def brief(found: list[Draft], left: Prepared, right: Prepared) -> list[Draft]:
    """Drafts for short utterances that none of `found` touches and that say the same words, grammar and order apart.

    `humiliated and hounded`, `hounded and humiliated`; `I've let everybody down`, `I have let everyone down`.
    """
    mine = _untouched(left, {k for draft in found for k in draft.left_quotes})
    theirs = _untouched(right, {k for draft in found for k in draft.right_quotes}) if mine else []
    if not theirs:
        return []
    words = shared_language(left, right)
    content, known = _tells(mine, left, words), _tells(theirs, right, words)
    shared = set().union(*content) & set().union(*known)
    mine = [s for s, its in zip(mine, content, strict=True) if 2 * len(its & shared) >= len(its)]
    theirs = [s for s, its in zip(theirs, known, strict=True) if 2 * len(its & shared) >= len(its)]
    if not mine or not theirs:
        return []
    there: dict[tuple[str, ...], list[tuple[Saying, list[str]]]] = {}
    for other in theirs:
        forms = _forms([right.words.keys[n] for n in other.words], words)
        there.setdefault(tuple(_content(forms, words) or sorted(forms)), []).append((other, forms))
    drafts = []
    for one in mine:
        forms = _forms([left.words.keys[n] for n in one.words], words)
        alike = there.get(tuple(_content(forms, words) or sorted(forms)), [])
        for at, (other, others) in enumerate(alike):
            if _same(forms, others, _one_person(set(one.pieces), set(other.pieces), left, right), words):
                drafts.append(_draft(one, other, left, right, words))
                del alike[at]
                break
    return drafts


def _untouched(side: Prepared, touched: set[int]) -> list[Saying]:
    """The short sayings of which no piece is `touched`."""
    if len(touched) == len(side.pieces):
        return []
    return [s for s in sayings(side) if SEED <= len(s.words) <= BRIEF and touched.isdisjoint(s.pieces)]


def _tells(found: list[Saying], side: Prepared, words: Lexicon) -> list[set[str]]:
    """The stems of each saying that are more than grammar, numbers apart."""
    all_stems, weights = stems_of(side.text, words.code), tiers(words)
    return [
        {form for n in saying.words if weights[form := all_stems[n]] >= CONTENT and not words.numbers.begins(form)}
        for saying in found
    ]


def _forms(keys: list[str], words: Lexicon) -> list[str]:
    """The stems of the words that `keys` stand for, contractions unfolded and numbers in digits."""
    found: list[str] = []
    for key in keys:
        if found and (found[-1], key) in _AS_ONE:
            found[-1] = _AS_ONE[found[-1], key]
        else:
            found.append(key)
    return stems([form for form, _ in plain(found, words)], words.code)


def _content(forms: list[str], words: Lexicon) -> list[str]:
    """The `forms` that are more than grammar, in one order."""
    weights = tiers(words)
    return sorted(form for form in forms if weights[form] >= CONTENT)


def _same(one: list[str], other: list[str], known: bool | None, words: Lexicon) -> bool:
    """Whether two utterances of the same content are one; `known`: whether one person is known to speak."""
    shared = (Counter(one) & Counter(other)).total()
    if known is False or shared < ALIKE * max(len(one), len(other)):
        return False
    weights = tiers(words)
    needed = SAME if shared == len(one) == len(other) else TELLING
    return bool(known) or sum(weights[form] for form in _content(one, words)) >= needed


def _draft(one: Saying, other: Saying, left: Prepared, right: Prepared, words: Lexicon) -> Draft:
    mine = stems([left.words.keys[n] for n in one.words], words.code)
    theirs = stems([right.words.keys[n] for n in other.words], words.code)
    blocks = []
    for at, form in enumerate(mine):
        for place in range(len(theirs)):
            if theirs[place] != form or (at and place and mine[at - 1] == theirs[place - 1]):
                continue
            length = 1
            while (
                at + length < len(mine)
                and mine[at + length : at + length + 1] == theirs[place + length : place + length + 1]
            ):
                length += 1
            pairs = [(one.words[at + k], other.words[place + k]) for k in range(length)]
            blocks += _runs(pairs, left, right)
    weights = tiers(words)
    return Draft(
        used_once(blocks), set(one.pieces), set(other.pieces), sum(weights[form] for form in mine), stemmed=True
    )

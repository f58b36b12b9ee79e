"""Exact bounds of a match: from its equal words to the parts of each article that carry it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.comparison.blocks import Block, cut, equal_blocks
from reviewer.comparison.clauses import begins_clause, clause_ends, retelling, retold, runs_on, shortens
from reviewer.comparison.contractions import plain
from reviewer.comparison.drafts import Draft
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.stems import reporting, stem, stems
from reviewer.comparison.words import tiers
from reviewer.text import Span

MARGIN = 3  # changed or dropped words at an end that still belong to the match
TAIL = 6  # the same for an utterance in several pieces
EDGE = 9  # words up to the end of a sentence or quotation among which some that say the same may stand
TELLING = 0.9  # evidence that these must share
SHARED = 1.25  # equal words to each of the other ones before or after them that two quotations may begin or end with
SOME = 0.6  # the same of two quotations
ALIKE = 0.6  # the part of the shorter side's that this must be
SWAPPED = 0.8  # share of equal words that a clause at the other end has
_CLOSERS = ".!?…"
_HYPHENS = frozenset("-\u2010\u2011")
_ENDS = frozenset('.!?…\n“”"')


@dataclass(slots=True)
class Stretch:
    """Words `[start, end)` of one side, all in the quotation `piece` (-1: unquoted)."""

    start: int
    end: int
    piece: int


def stretches(draft: Draft, left: Prepared, right: Prepared) -> tuple[list[Stretch], list[Stretch]]:
    """The word ranges of `draft` on each side, one for every quotation or stretch of unquoted text it touches."""
    if draft.reported:
        words = shared_language(left, right)
        (start, end), (begin, stop) = draft.reported
        bounded = (retold, retelling) if left.piece_at(start) >= 0 else (retelling, retold)
        start, end = bounded[0]((start, end), draft.blocks, 0, left, words)
        begin, stop = bounded[1]((begin, stop), draft.blocks, 1, right, words)
        draft.blocks = cut(cut(draft.blocks, 0, start, end), 1, begin, stop)
        return [Stretch(start, end, left.piece_at(start))], [Stretch(begin, stop, right.piece_at(begin))]
    one = _touched([(b.left, b.left + b.length) for b in draft.blocks], left)
    other = _touched([(b.right, b.right + b.length) for b in draft.blocks], right)
    for ahead in (False, True):
        _widen(draft, (one, other), (left, right), ahead=ahead)
    if len(one) == len(other) == 1 and one[0].piece >= 0 and other[0].piece >= 0:
        mine, theirs = left.pieces[one[0].piece], right.pieces[other[0].piece]
        if one[0].start > mine.start and other[0].end < theirs.end:
            _swap_in(draft, (one[0], other[0]), (left, right), ahead=False)
        if one[0].end < mine.end and other[0].start > theirs.start:
            _swap_in(draft, (one[0], other[0]), (left, right), ahead=True)
    if draft.least:
        for found, (start, end) in zip((one, other), draft.least, strict=True):
            found[0].start, found[-1].end = min(found[0].start, start), max(found[-1].end, end)
    if len(one) > 1 or len(other) > 1:
        draft.blocks = _unattributed(_unattributed(draft.blocks, 0, one, left, right), 1, other, right, left)
    for side, found in ((left, one), (right, other)):
        for at, stretch in enumerate(found):
            if len(found) > 1:
                _close_edges(stretch, side, first=at == 0, last=at == len(found) - 1)
            if stretch.piece < 0:
                _whole_words(stretch, side)
    if len(one) > 1 or len(other) > 1:
        _fill(draft, (one, other), (left, right))
    return one, other


def _swap_in(draft: Draft, ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], *, ahead: bool) -> None:
    """Takes in a clause that the left quotation begins (or ends) with and the right one ends (or begins) with."""
    outer = _margin(ends[0], sides[0], EDGE, ahead=ahead), _margin(ends[1], sides[1], EDGE, ahead=not ahead)
    if not 1 < min(outer) <= max(outer) <= EDGE:
        return
    one = ends[0].end if ahead else ends[0].start - outer[0]
    other = ends[1].start - outer[1] if ahead else ends[1].end
    mine, theirs = sides[0].words.keys[one : one + outer[0]], sides[1].words.keys[other : other + outer[1]]
    equal = equal_blocks(mine, theirs, one, other)
    if sum(block.length for block in equal) < SWAPPED * max(outer):
        return
    draft.blocks += equal
    draft.blocks.sort()
    _grow(ends[:1], outer[:1], ahead=ahead)
    _grow(ends[1:], outer[1:], ahead=not ahead)


def _unattributed(
    blocks: list[Block], at_side: int, found: list[Stretch], side: Prepared, opposite: Prepared
) -> list[Block]:
    """`blocks` without those of an attribution: unquoted words next to marks end before `, he said, and`."""
    for stretch, following in pairwise(found):
        if stretch.piece >= 0 or following.piece < 0:
            continue
        inside = cut(blocks, at_side, stretch.start, stretch.end)
        span = stretch.start, stretch.end
        _, end = retelling(span, inside, at_side, side, shared_language(side, opposite))
        if end < stretch.end:
            blocks = sorted(cut(blocks, at_side, 0, end) + cut(blocks, at_side, stretch.end, len(side.words)))
            stretch.end = end
    return blocks


def _fill(draft: Draft, found: tuple[list[Stretch], list[Stretch]], sides: tuple[Prepared, Prepared]) -> None:
    """Takes in the few words between unquoted ones and the marks that go on with their sentence: `was kept open [for years] “by luck”`.

    The other side must have some in their place, and nobody be said to speak there.
    """
    for at, (stretched, side) in enumerate(zip(found, sides, strict=True)):
        for one, other in pairwise(stretched):
            if (one.piece < 0) == (other.piece < 0) or not 0 < other.start - one.end <= MARGIN:
                continue
            between = range(one.end, other.start)
            words, keys = shared_language(*sides), [side.words.keys[n] for n in between]
            if (
                any(clause_ends(side, n) for n in (*between, other.start))
                or not reporting(words.code).isdisjoint(keys)
                or not (words.joining | words.clausal).isdisjoint(keys)
            ):
                continue
            before = max((b for b in draft.blocks if b[at] < one.end), key=lambda b: b[at], default=None)
            after = min((b for b in draft.blocks if b[at] >= other.start), key=lambda b: b[at], default=None)
            if before and after and after[1 - at] > before[1 - at] + before.length:
                if one.piece < 0:
                    one.end = other.start
                else:
                    other.start = one.end


def _touched(ranges: list[tuple[int, int]], side: Prepared) -> list[Stretch]:
    found: dict[int, Stretch] = {}
    for start, end in ranges:
        at = bisect_right(side.edges, start) - 1
        stretch = found.get(at)
        if stretch is None:
            found[at] = Stretch(start, end, side.edge_pieces[at])
        else:
            stretch.start, stretch.end = min(stretch.start, start), max(stretch.end, end)
    return sorted(found.values(), key=lambda s: s.start)


def _margin(stretch: Stretch, side: Prepared, most: int, *, ahead: bool) -> int:
    """How many words lie between the stretch and the end of its sentence or quotation; `most` + 1 if more than that."""
    words = side.words
    low, high = 0, len(words)
    if stretch.piece >= 0:
        low, high = side.pieces[stretch.piece].start, side.pieces[stretch.piece].end
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


def _widen(
    draft: Draft, found: tuple[list[Stretch], list[Stretch]], sides: tuple[Prepared, Prepared], *, ahead: bool
) -> None:
    """Takes in the few changed words between the equal ones and the end of the sentence or quotation on both sides."""
    at = -1 if ahead else 0
    ends = found[0][at], found[1][at]
    quoted = [end.piece >= 0 for end in ends]
    by = _margins(ends, sides, MARGIN, ahead=ahead)
    if quoted[0] != quoted[1]:
        inside = by[quoted.index(True)]
        if inside > (min(by) if ahead or not min(by) else MARGIN):
            return
        outside = _outside(ends, sides, quoted.index(True), inside, ahead=ahead)
        by = (outside, inside) if quoted[1] else (inside, outside)
    elif max(by) > MARGIN and min(by):
        by = _margins(ends, sides, EDGE, ahead=ahead)
        taken = _said_alike(draft, ends, sides, (min(by[0], EDGE), min(by[1], EDGE)), ahead=ahead)
        by = by[0] - taken[0], by[1] - taken[1]
    if max(by) > MARGIN and not (all(quoted) and _outweighs(draft, by)):
        return
    if min(by) == 0 < max(by) and all(quoted) and not _belongs(ends, sides, by, ahead=ahead):
        return
    if any(quoted) or min(by):
        _grow(ends, by, ahead=ahead)


def _belongs(
    ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], by: tuple[int, int], *, ahead: bool
) -> bool:
    """Whether the few words that only one quotation begins (or ends) with are its grammar: `I can't wait`, `can't wait`.

    They are not where they are a clause or an address of their own, nor where the other article quotes in part, unless it
    says the verb of a short one itself: `we have enough`, it has `enough`.
    """
    whole = by.index(0)
    stretch, side, count = ends[1 - whole], sides[1 - whole], by[1 - whole]
    edge = ends[whole].end if ahead else ends[whole].start
    if 0 < edge < len(sides[whole].words) and runs_on(sides[whole], edge):
        piece, words = side.pieces[stretch.piece], shared_language(*sides)
        short = piece.end - piece.start <= EDGE and not ahead and stretch.end == piece.end
        return short and _restated(side.words.keys[stretch.start - 1], sides[whole].words.keys[edge - 1], words)
    start = stretch.end if ahead else stretch.start - count
    if clause_ends(side, stretch.end if ahead else stretch.start):
        return False
    return shared_language(*sides).function.issuperset(side.words.keys[start : start + count])


def _restated(inside: str, outside: str, words: Lexicon) -> bool:
    """Whether a verb of grammar within the marks is another form of the one that the other article has before its own."""
    return (
        inside != outside
        and inside in words.function
        and inside not in words.pronouns
        and stem(inside, words.code) == stem(outside, words.code)
    )


def _outside(
    ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], quoted: int, inside: int, *, ahead: bool
) -> int:
    """How many words without marks stand for the `inside` ones that a quotation begins (or ends) with.

    Before them it is all of the clause, if the quotation begins a sentence: `They` threw, the baker said `the crowd` threw.
    """
    stretch, side = ends[1 - quoted], sides[1 - quoted]
    if ahead or not inside:
        return next(
            (n for n in range(inside) if clause_ends(side, stretch.end + n if ahead else stretch.start)), inside
        )
    words, keys = shared_language(*sides), side.words.keys
    home = sides[quoted]
    whole = home.text[home.words.starts[ends[quoted].start - inside]].isupper()
    subject = None
    for count in range(MARGIN + 1):
        at = stretch.start - count
        if count and subject is None and begins_clause(at, side, words):
            subject = count
        if clause_ends(side, at) or keys[at - 1] in words.clausal or keys[at - 1] in words.joining:
            return count if whole else min(inside, count)
        if keys[at - 1] in words.speech:
            count = count if subject is None else subject  # told the board `he` would
            return count if whole else min(inside, count)
    return inside


def _margins(
    ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], most: int, *, ahead: bool
) -> tuple[int, int]:
    return _margin(ends[0], sides[0], most, ahead=ahead), _margin(ends[1], sides[1], most, ahead=ahead)


def _outweighs(draft: Draft, outer: tuple[int, int]) -> bool:
    """Whether two quotations that begin (or end) with other words share more than these, so that they stand for each other."""
    return min(outer) > 0 and max(outer) <= EDGE and draft.count >= SHARED * max(outer)


def _grow(found: Sequence[Stretch], by: Sequence[int], *, ahead: bool) -> None:
    for stretch, count in zip(found, by, strict=True):
        if ahead:
            stretch.end += count
        else:
            stretch.start -= count


def _said_alike(
    draft: Draft,
    found: tuple[Stretch, Stretch],
    sides: tuple[Prepared, Prepared],
    outer: tuple[int, int],
    *,
    ahead: bool,
) -> tuple[int, int]:
    """How many of the words just outside both stretches say the same (`we failed to` warn, `we` warned); these are taken in.

    Those of them that are equal become part of the draft.
    """
    starts = [s.end if ahead else s.start - count for s, count in zip(found, outer, strict=True)]
    mine, theirs = (
        side.words.keys[start : start + count] for side, start, count in zip(sides, starts, outer, strict=True)
    )
    words = shared_language(*sides)
    forms, others = plain(mine, words), plain(theirs, words)
    one, other = (stems([form for form, _ in side], words.code) for side in (forms, others))
    shared = equal_blocks(one, other)
    if not shared:
        return 0, 0
    if ahead:
        end, stop = shared[-1].left + shared[-1].length, shared[-1].right + shared[-1].length
        by = _words_up_to(forms, end), _words_up_to(others, stop)
        kept = one[:end], other[:stop]
    else:
        by = outer[0] - forms[shared[0].left][1], outer[1] - others[shared[0].right][1]
        kept = one[shared[0].left :], other[shared[0].right :]
    weights = tiers(words)
    evidence = sum(weights[word] for block in shared for word in one[block.left : block.left + block.length])
    share = evidence / min(sum(map(weights.__getitem__, side)) for side in kept)
    quoted = found[0].piece >= 0 and found[1].piece >= 0
    if share < ALIKE or evidence < (SOME if quoted else TELLING):
        return 0, 0
    equal = equal_blocks(mine, theirs, *starts)
    _grow(found, by, ahead=ahead)
    draft.blocks += cut(cut(equal, 0, found[0].start, found[0].end), 1, found[1].start, found[1].end)
    draft.blocks.sort()
    return by


def _words_up_to(forms: list[tuple[str, int]], end: int) -> int:
    """How many words the forms before `end` are of; a number may be of several."""
    return max(forms[end - 1][1] + 1, forms[end][1]) if end < len(forms) else forms[end - 1][1] + 1


def _close_edges(stretch: Stretch, side: Prepared, *, first: bool, last: bool) -> None:
    """An utterance that goes on in another piece keeps the few words up to its marks."""
    if stretch.piece < 0:
        return
    piece = side.pieces[stretch.piece]
    before, after = TAIL if first else MARGIN, TAIL if last else MARGIN
    if _margin(stretch, side, before, ahead=False) == stretch.start - piece.start <= before:
        stretch.start = piece.start
    if _margin(stretch, side, after, ahead=True) == piece.end - stretch.end <= after:
        stretch.end = piece.end


def _whole_words(stretch: Stretch, side: Prepared) -> None:
    """Takes in the rest of an unquoted hyphened word that begins or ends outside ("45-year-old")."""
    words, text = side.words, side.text
    while (
        stretch.start
        and text[words.ends[stretch.start - 1] : words.starts[stretch.start]] in _HYPHENS
        and side.piece_at(stretch.start - 1) < 0
    ):
        stretch.start -= 1
    while (
        stretch.end < len(words)
        and text[words.ends[stretch.end - 1] : words.starts[stretch.end]] in _HYPHENS
        and side.piece_at(stretch.end) < 0
    ):
        stretch.end += 1


def _word_end(side: Prepared, word: int) -> int:
    return side.words.ends[word] if word >= 0 else 0


def _word_start(side: Prepared, word: int) -> int:
    return side.words.starts[word] if word < len(side.words) else len(side.text)


def parts_of(found: list[Stretch], side: Prepared) -> tuple[Span, ...]:
    """The stretches in code points; where one reaches the marks of its quotation, it reaches up to them, or to the part before it."""
    parts: list[Span] = []
    for stretch in found:
        start, end = side.words.starts[stretch.start], side.words.ends[stretch.end - 1]
        if stretch.piece >= 0:
            piece = side.pieces[stretch.piece]
            if stretch.start == piece.start:
                before = parts[-1].end if parts else 0
                start = min(start, max(piece.begins, before, _word_end(side, stretch.start - 1)))
            if stretch.end == piece.end:
                end = max(end, min(piece.quotation.end, _word_start(side, stretch.end)))
        elif end < len(side.text) and side.text[end] in _CLOSERS:
            end += 1
        parts.append(Span(start, end))
    return tuple(parts)

"""How far a match reaches at its ends: words changed or dropped there, and others that say the same."""

from __future__ import annotations

from reviewer.comparison.blocks import Block, cut, equal_blocks
from reviewer.comparison.clauses import begins_clause, begins_told, clause_ends, runs_on
from reviewer.comparison.contractions import plain
from reviewer.comparison.growing import CLAUSE_WORDS, END_WORDS, Growing, Stretch, grow, margins
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.stems import reorders, stem, stems
from reviewer.comparison.weights import tiers

SAME_EVIDENCE = 0.9  # evidence of those of them that both sides have, from which on they say the same
SAME_EVIDENCE_QUOTED = 0.6  # the same of two quotations
SAME_SHARE = 0.6  # and which part this must be of all evidence on the side that has less
OUTWEIGHING = 1.25  # equal words to each of the changed ones that two quotations may begin or end with


def widen(growing: Growing, *, ahead: bool) -> None:
    """Takes in the few changed words between the equal ones and the end of the sentence or quotation on both sides."""
    ends, sides = growing.ends(ahead=ahead), growing.sides
    quoted = [end.piece >= 0 for end in ends]
    by = margins(ends, sides, END_WORDS, ahead=ahead)
    if min(by) and _take_in_number(growing, by, ahead=ahead):
        by = margins(ends, sides, END_WORDS, ahead=ahead)
    if quoted[0] != quoted[1]:
        if ahead and _verb_moved(ends, sides, by, quoted.index(True)):
            grow(ends, by, ahead=True)
            return
        if by[quoted.index(True)] > END_WORDS and min(by) and _goes_on_alike(ends, sides, ahead=ahead):
            grow(ends, (1, 1), ahead=ahead)
            by = margins(ends, sides, END_WORDS, ahead=ahead)
        inside = by[quoted.index(True)]
        if inside > (min(by) if ahead or not min(by) else END_WORDS):
            if _end_alike(ends, sides, by, ahead=ahead):
                grow(ends, by, ahead=ahead)
            elif inside > END_WORDS:
                by = margins(ends, sides, CLAUSE_WORDS, ahead=ahead)
                _take_in_alike(growing, (min(by[0], CLAUSE_WORDS), min(by[1], CLAUSE_WORDS)), ahead=ahead)
            return
        if inside <= END_WORDS:
            outside = _outside(ends, sides, quoted.index(True), inside, ahead=ahead)
            grow(ends, (outside, inside) if quoted[1] else (inside, outside), ahead=ahead)
        return
    if max(by) > END_WORDS and min(by):
        by = margins(ends, sides, CLAUSE_WORDS, ahead=ahead)
        taken = _take_in_alike(growing, (min(by[0], CLAUSE_WORDS), min(by[1], CLAUSE_WORDS)), ahead=ahead)
        by = by[0] - taken[0], by[1] - taken[1]
    if max(by) > END_WORDS and not (
        quoted[0] and (_outweighs(growing.blocks, by) or _only_grammar(ends, sides, by, ahead=ahead))
    ):
        return
    if min(by) == 0 < max(by) and quoted[0] and not _belongs(ends, sides, by, ahead=ahead):
        return
    if quoted[0] or min(by):
        grow(ends, by, ahead=ahead)


def _take_in_number(growing: Growing, outer: tuple[int, int], *, ahead: bool) -> bool:
    """Takes in the number that stands next to both stretches in two ways: `eight hundred`, `800`; `£2m`, `£2 million`."""
    ends, words = growing.ends(ahead=ahead), growing.words
    beside = zip(ends, growing.sides, strict=True)
    nearest = [side.words.keys[end.end if ahead else end.start - 1] for end, side in beside]
    if not all(key[0].isdigit() or key in words.numbers.every for key in nearest):
        return False
    by, values = [], set()
    for end, side, count in zip(ends, growing.sides, outer, strict=True):
        near = min(count, END_WORDS)
        start = end.end if ahead else end.start - near
        sign = ahead and not side.words.keys[start - 1].isalnum()  # the `£` of £2m
        forms = plain(side.words.keys[start - sign : start + near], words)
        values.add(forms[0 if ahead else -1][0])
        by.append(_words_up_to(forms, 1, near + sign) - sign if ahead else near - forms[-1][1])
    if len(values) == 1:
        grow(ends, by, ahead=ahead)
    return len(values) == 1


def _verb_moved(
    ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], by: tuple[int, int], quoted: int
) -> bool:
    """Whether the last words of a clause without marks are the verb of a quotation that ends: `dass alle Brücken geprüft werden`."""
    code = shared_language(*sides).code
    if by[quoted] or not 0 < by[1 - quoted] <= END_WORDS or not reorders(code):
        return False
    told, said = ends[1 - quoted], ends[quoted]
    if clause_ends(sides[1 - quoted], told.end):
        return False
    moved = sides[1 - quoted].words.keys[told.end : told.end + by[1 - quoted]]
    spoken = stems(sides[quoted].words.keys[sides[quoted].pieces[said.piece].start : said.end], code)
    return not set(stems(moved, code)).isdisjoint(spoken)


def _goes_on_alike(ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], *, ahead: bool) -> bool:
    """Whether the first words outside both stretches are one word in two forms: `write` to the board, `writing` to the board."""
    one, other = (side.words.keys[s.end if ahead else s.start - 1] for s, side in zip(ends, sides, strict=True))
    words = shared_language(*sides)
    return one not in words.function and stem(one, words.code) == stem(other, words.code)


def _end_alike(
    ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], by: tuple[int, int], *, ahead: bool
) -> bool:
    """Whether the few words outside both stretches end (or begin) with one word in two forms: `do not control`, `controlled`."""
    if not 0 < min(by) <= max(by) <= END_WORDS:
        return False
    code = shared_language(*sides).code
    one, other = (
        stem(side.words.keys[end.end + count - 1 if ahead else end.start - count], code)
        for end, side, count in zip(ends, sides, by, strict=True)
    )
    return one == other


def _belongs(
    ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], by: tuple[int, int], *, ahead: bool
) -> bool:
    """Whether the few words that only one quotation begins (or ends) with are its grammar, or stand elsewhere in the other one:
    `I can't wait`, `can't wait`; `from Ulm to Passau`, `from Passau to Ulm`.

    They are not where they are a clause or an address of their own, nor where the other article quotes in part, unless it
    says the verb of a short one itself: `we have enough`, it has `enough`.
    """
    whole = by.index(0)
    stretch, side, count = ends[1 - whole], sides[1 - whole], by[1 - whole]
    edge = ends[whole].end if ahead else ends[whole].start
    if 0 < edge < len(sides[whole].words) and runs_on(sides[whole], edge):
        piece, words = side.pieces[stretch.piece], shared_language(*sides)
        short = piece.end - piece.start <= CLAUSE_WORDS and not ahead and stretch.end == piece.end
        return short and _restated(side.words.keys[stretch.start - 1], sides[whole].words.keys[edge - 1], words)
    start = stretch.end if ahead else stretch.start - count
    if clause_ends(side, stretch.end if ahead else stretch.start):
        return False
    words, there = shared_language(*sides), sides[whole].words.keys[ends[whole].start : ends[whole].end]
    return all(
        key in words.function or key in words.modals or words.numbers.begins(key) or key in there
        for key in side.words.keys[start : start + count]
    )


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
    if ahead:
        most = END_WORDS + 1 if inside else 0
        return next((n for n in range(most) if clause_ends(side, stretch.end + n)), inside)
    words, keys = shared_language(*sides), side.words.keys
    home = sides[quoted]
    whole = home.text[home.words.starts[ends[quoted].start - inside]].isupper()
    if not inside:  # `Prison` is no place, said that `a prison` was no place
        at = stretch.start - 1
        begins = clause_ends(side, at) or begins_told(keys, at, words) or keys[at - 1] in words.speech
        return int(whole and begins and not words.nouns_capitalised and _is_article(at, side, words))
    subject = None
    for count in range(END_WORDS + 2):
        at = stretch.start - count
        if count > END_WORDS and keys[at] not in words.articles and not begins_clause(at, side, words):
            break  # a tense may shift by one word more: `We let our` men down, said `they had let their` men down
        if count and subject is None and begins_clause(at, side, words):
            subject = count
        if clause_ends(side, at) or begins_told(keys, at, words) or keys[at - 1] in words.joining:
            return count if whole else min(inside, count)
        if keys[at - 1] in words.speech:
            count = count if subject is None else subject  # told the board `he` would
            return count if whole else min(inside, count)
    if subject is not None:
        return subject if whole else min(inside, subject)
    first = stretch.start - inside
    return inside + (_is_article(first - 1, side, words) and not clause_ends(side, first))  # a noun goes with its own


def _is_article(word: int, side: Prepared, words: Lexicon) -> bool:
    return word >= 0 and side.words.keys[word] in words.articles and side.piece_at(word) < 0


def _only_grammar(
    ends: tuple[Stretch, Stretch], sides: tuple[Prepared, Prepared], by: tuple[int, int], *, ahead: bool
) -> bool:
    """Whether two quotations begin (or end) with nothing but small words and numbers: `you don't have to` wear one, `you must not`."""
    if not 0 < min(by) <= max(by) <= CLAUSE_WORDS:
        return False
    words = shared_language(*sides)
    return all(
        key in words.function or words.numbers.begins(key)
        for end, side, count in zip(ends, sides, by, strict=True)
        for key in side.words.keys[end.end if ahead else end.start - count :][:count]
    )


def _outweighs(blocks: list[Block], outer: tuple[int, int]) -> bool:
    """Whether two quotations that begin (or end) with other words share more than these, so that they stand for each other."""
    return (
        min(outer) > 0
        and max(outer) <= CLAUSE_WORDS
        and sum([block.length for block in blocks]) >= OUTWEIGHING * max(outer)
    )


def _take_in_alike(growing: Growing, outer: tuple[int, int], *, ahead: bool) -> tuple[int, int]:
    """Takes in what of the `outer` words at the ends says the same (`we failed to` warn, `we` warned): how many on each side."""
    found, sides, words = growing.ends(ahead=ahead), growing.sides, growing.words
    starts = [s.end if ahead else s.start - count for s, count in zip(found, outer, strict=True)]
    mine, theirs = (
        side.words.keys[start : start + count] for side, start, count in zip(sides, starts, outer, strict=True)
    )
    forms, others = plain(mine, words), plain(theirs, words)
    one, other = (stems([form for form, _ in side], words.code) for side in (forms, others))
    shared = equal_blocks(one, other)
    if not shared:
        return 0, 0
    if ahead:
        end, stop = shared[-1].left + shared[-1].length, shared[-1].right + shared[-1].length
        by = _words_up_to(forms, end, outer[0]), _words_up_to(others, stop, outer[1])
        kept = one[:end], other[:stop]
    else:
        by = outer[0] - forms[shared[0].left][1], outer[1] - others[shared[0].right][1]
        kept = one[shared[0].left :], other[shared[0].right :]
    weights = tiers(words)
    evidence = sum(weights[word] for block in shared for word in one[block.left : block.left + block.length])
    share = evidence / min(sum(map(weights.__getitem__, side)) for side in kept)
    quoted = found[0].piece >= 0 and found[1].piece >= 0
    if share < SAME_SHARE or evidence < (SAME_EVIDENCE_QUOTED if quoted else SAME_EVIDENCE):
        return 0, 0
    equal = equal_blocks(mine, theirs, *starts)
    grow(found, by, ahead=ahead)
    taken = cut(cut(equal, 0, found[0].start, found[0].end), 1, found[1].start, found[1].end)
    growing.blocks = sorted(growing.blocks + taken)
    return by


def _words_up_to(forms: list[tuple[str, int]], end: int, words: int) -> int:
    """How many of the `words` the forms before `end` are of; a number may be of several."""
    return max(forms[end - 1][1] + 1, forms[end][1]) if end < len(forms) else words

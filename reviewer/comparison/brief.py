"""Short sentences of quotations that nothing else found: other words of grammar, another order, a single sentence of several."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from reviewer.comparison.blocks import used_once
from reviewer.comparison.clauses import CONTENT
from reviewer.comparison.contractions import plain
from reviewer.comparison.drafts import ADJOINING, Draft, gap_between
from reviewer.comparison.lexicon import Lexicon, lexicon
from reviewer.comparison.sayings import Saying, one_person, other_forms, runs_of, sayings
from reviewer.comparison.seeds import SEED
from reviewer.comparison.sides import ARTICLES, Prepared, shared_language
from reviewer.comparison.stems import stems
from reviewer.comparison.units import stems_of
from reviewer.comparison.weights import tiers

BRIEF = 25  # words of a short utterance at most
FORMS_SHARED = 0.7  # share of all forms of a short utterance that both sides have
EVIDENCE_OF_UNKNOWN = 1.2  # evidence of one that is not known to be one person's
EVIDENCE_OF_SAME = 0.8  # the same where all forms are the same
FORMS_OF_SAME = 3.5  # forms that two short utterances of one person share at least, where they differ by a word or two
LOOKED_AT = 24  # utterances of the same words that one is held against: where they repeat hundreds of times, no more
_Range = tuple[int, int]


def with_brief(found: list[Draft], left: Prepared, right: Prepared) -> list[Draft]:
    """`found` with the short utterances, and sentences of them, that none of it has and that say the same words on both sides.

    `humiliated and hounded`, `hounded and humiliated`; `I've let everybody down`, `I have let everyone down`.
    """
    direct = [draft for draft in found if not draft.reported]
    words = shared_language(left, right)
    ours = _open(left, [draft.left_range for draft in direct], words)
    others = _open(right, [draft.right_range for draft in direct], words) if ours else []
    if not others:
        return found
    shared = set().union(*[part.content for part in ours]) & set().union(*[part.content for part in others])
    mine, theirs = (
        [part.saying for part in parts if 2 * len(part.content & shared) >= len(part.content)]
        for parts in (ours, others)
    )
    if not mine or not theirs:
        return found
    there: dict[tuple[str, ...], list[tuple[Saying, list[str]]]] = {}
    for other in theirs:
        forms = _forms([right.words.keys[n] for n in other.words], words)
        there.setdefault(tuple(_content(forms, words) or sorted(forms)), []).append((other, forms))
    taken = bytearray(len(left.words)), bytearray(len(right.words))
    for one in mine:
        if _covered(one, taken[0]):
            continue
        forms = _forms([left.words.keys[n] for n in one.words], words)
        alike = there.get(tuple(_content(forms, words) or sorted(forms)), [])
        for at, (other, its) in enumerate(alike[:LOOKED_AT]):
            if _covered(other, taken[1]) or not _same(
                forms, its, one_person(set(one.pieces), set(other.pieces), left, right), words
            ):
                continue
            draft = _draft(one, other, left, right, words)
            if other_forms(draft.blocks, left, right) and not (_whole(one, left) and _whole(other, right)):
                continue  # a sentence of another statement: an article does not shift the tenses of what it quotes
            found = _added(found, draft, left, right)
            for covered, saying in zip(taken, (one, other), strict=True):
                start, end = saying.words[0], saying.words[-1] + 1
                covered[start:end] = b"\x01" * (end - start)
            del alike[at]
            break
    return _with_nearly_same(found, mine, theirs, taken, left, right)


def _with_nearly_same(
    found: list[Draft],
    mine: list[Saying],
    theirs: list[Saying],
    taken: tuple[bytearray, bytearray],
    left: Prepared,
    right: Prepared,
) -> list[Draft]:
    """`found` with the short sayings of one known person that nothing else found and that differ by a word or two, numbers apart.

    `We go to court on Monday`, `We go to court on Thursday`.
    """
    words = shared_language(left, right)
    ours, others = (
        [part for part in parts if not _covered(part, covered) and _whole(part, side)]
        for parts, covered, side in ((mine, taken[0], left), (theirs, taken[1], right))
    )
    there = [(other, Counter(_counted(other, right, words))) for other in others[:LOOKED_AT]] if ours else []
    for one in ours[:LOOKED_AT] if there else []:
        forms = Counter(_counted(one, left, words))
        shared, other = max(
            (((forms & its).total() / max(forms.total(), its.total()), part) for part, its in there),
            key=lambda near: near[0],
        )
        if (
            shared >= FORMS_SHARED
            and shared * forms.total() >= FORMS_OF_SAME
            and not _covered(other, taken[1])
            and one_person(set(one.pieces), set(other.pieces), left, right)
            and not other_forms((draft := _draft(one, other, left, right, words)).blocks, left, right)
        ):
            found = _added(found, draft, left, right)
            taken[1][other.words[0] : other.words[-1] + 1] = b"\x01" * (other.words[-1] + 1 - other.words[0])
    return found


def _counted(saying: Saying, side: Prepared, words: Lexicon) -> list[str]:
    """The stems of a saying, with one form for all numbers."""
    forms = _forms([side.words.keys[n] for n in saying.words], words)
    return ["0" if words.numbers.begins(form) else form for form in forms if form]


class _Part(NamedTuple):
    """A short saying, or a short sentence of one, and its stems that are more than grammar, numbers apart."""

    saying: Saying
    group: int
    content: set[str]


def _open(side: Prepared, ranges: list[_Range], words: Lexicon) -> list[_Part]:
    """The short sayings of which `ranges` have nothing, and the short sentences of all others."""
    ranges.sort()
    starts, reach = [start for start, _ in ranges], list(accumulate((end for _, end in ranges), max))
    free = set()
    for piece in side.pieces:
        before = bisect_right(starts, piece.start)
        if not before or reach[before - 1] < piece.end:
            free.add(piece.group)
    if not free:
        return []
    found: list[_Part] = []
    for part in _every_part(side, words.code) if side.reused else _parts(side, words.code, free):
        before = bisect_right(starts, part.saying.words[-1])
        if part.group in free and not (before and reach[before - 1] > part.saying.words[0]):
            found.append(part)
    return found


@lru_cache(maxsize=ARTICLES)
def _every_part(side: Prepared, language: str) -> list[_Part]:
    return list(_parts(side, language))


def _parts(side: Prepared, language: str, groups: set[int] | None = None) -> Iterator[_Part]:
    """The short sayings of these `groups`, and the short sentences of all of theirs."""
    words = lexicon(language)
    all_stems, weights = stems_of(side.text, language), tiers(words)
    for saying in sayings(side, groups):
        if len(saying.words) < SEED:
            continue
        group = side.pieces[saying.pieces[0]].group
        sentences = _sentences(saying, side)
        for part in [saying, *sentences] if len(sentences) > 1 else sentences:
            if SEED <= len(part.words) <= BRIEF:
                stems = set(map(all_stems.__getitem__, part.words))
                content = {form for form in stems if weights[form] >= CONTENT and not words.numbers.begins(form)}
                yield _Part(part, group, content)


def _covered(saying: Saying, taken: bytearray) -> bool:
    return 1 in taken[saying.words[0] : saying.words[-1] + 1]


def _whole(part: Saying, side: Prepared) -> bool:
    """Whether the pieces of `part` have no more words than it."""
    return len(part.words) == sum(side.pieces[k].end - side.pieces[k].start for k in part.pieces)


def _sentences(saying: Saying, side: Prepared) -> list[Saying]:
    starts = side.words.sentences
    first, last = bisect_right(starts, saying.words[0]), bisect_left(starts, saying.words[-1] + 1)
    found, at = [], 0
    for start in [*starts[first:last], saying.words[-1] + 1]:
        end = bisect_left(saying.words, start)
        if end > at:
            words = saying.words[at:end]
            first, last = side.piece_at(words[0]), side.piece_at(words[-1])
            found.append(Saying(words, tuple([k for k in saying.pieces if first <= k <= last])))
        at = end
    return found


def _added(found: list[Draft], new: Draft, left: Prepared, right: Prepared) -> list[Draft]:
    """`found` with `new`: joined to the draft of the sentences beside it, if both articles quote these in one attribution."""
    for draft in found:
        if (
            not draft.reported
            and (draft.left_quotes & new.left_quotes or draft.right_quotes & new.right_quotes)
            and _groups(draft.left_quotes, left) & _groups(new.left_quotes, left)
            and _groups(draft.right_quotes, right) & _groups(new.right_quotes, right)
            and gap_between(draft.left_range, new.left_range) <= ADJOINING
            and gap_between(draft.right_range, new.right_range) <= ADJOINING
            and new.least
        ):
            whole = Draft(
                used_once(draft.blocks + new.blocks),
                draft.left_quotes | new.left_quotes,
                draft.right_quotes | new.right_quotes,
                draft.evidence + new.evidence,
                stemmed=True,
                least=new.least,
            )
            return [whole if other is draft else other for other in found]
    return [*found, new]


def _groups(pieces: set[int], side: Prepared) -> set[int]:
    return {side.pieces[k].group for k in pieces}


def _forms(keys: list[str], words: Lexicon) -> list[str]:
    """The stems of the words that `keys` stand for, contractions unfolded and numbers in digits."""
    found: list[str] = []
    for key in keys:
        if found and (found[-1], key) in words.in_one_word:
            found[-1] = words.in_one_word[found[-1], key]
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
    if known is False or shared < FORMS_SHARED * max(len(one), len(other)):
        return False
    weights = tiers(words)
    needed = EVIDENCE_OF_SAME if shared == len(one) == len(other) else EVIDENCE_OF_UNKNOWN
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
            blocks += runs_of(pairs, left, right)
    weights = tiers(words)
    return Draft(
        used_once(blocks),
        set(one.pieces),
        set(other.pieces),
        sum(weights[form] for form in mine),
        stemmed=True,
        least=((one.words[0], one.words[-1] + 1), (other.words[0], other.words[-1] + 1)),
    )

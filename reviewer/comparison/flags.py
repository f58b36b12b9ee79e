"""What a reader must not miss between two variants: negation, numbers, names, modality.

Decided from the words that differ, never from a similarity: one dropped "not" leaves any score high.
"""

from __future__ import annotations

from itertools import pairwise

from reviewer.comparison.amounts import amount_follows, complementary, number_flags
from reviewer.comparison.lexicon import Lexicon, lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.modality import modality
from reviewer.comparison.names import names
from reviewer.comparison.negation import negation
from reviewer.comparison.pairing import Pair, aligned
from reviewer.comparison.relation import Change, Differing
from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import Flag


def tells(change: Change, variants: Differing) -> bool:
    """Whether the words of `change` could raise a flag at all: most rewordings could not, and need no closer look."""
    (left, _, mine), (right, _, theirs), _, language = variants
    before, after = max(0, change.left[0] - 1), change.left[1] + 1
    if any(language.denies(left.words.keys[number]) for number in mine[before:after]):
        return True  # words that changed places with a negation
    changed = mine[change.left[0] : change.left[1]], theirs[change.right[0] : change.right[1]]
    if changed[0] and changed[1] and _exchanges(*changed, left, right, language):
        return True
    for places, side in zip(changed, (left, right), strict=True):
        words, text = side.words, side.text
        for number in places:
            key = words.keys[number]
            if (
                key in language.triggers
                or "'" in key
                or not key.isalpha()
                or key.startswith(language.negative_prefixes)
                or key.endswith(language.telling_endings)
                or (language.numbers.joints and language.numbers.begins(key))
                or (key in language.amounting and amount_follows(words.keys, number, language))
            ):
                return True
            if text[words.starts[number]].isupper():
                return True
    return False


def _exchanges(mine: list[int], theirs: list[int], left: Prepared, right: Prepared, language: Lexicon) -> bool:
    """Whether a word stands in the place of one that it is told from (`fell`, `rose`)."""
    keys, others = [left.words.keys[number] for number in mine], [right.words.keys[number] for number in theirs]
    for here, there in ((keys, others), (others, keys)):
        for key in here:
            if key in language.told_apart and not language.told_apart[key].isdisjoint(there):
                return True
    return False


def accents_tell(variants: Differing) -> bool:
    """Whether words that are equal but for their accents are two modals, or one and another word (`wurde`, `würde`)."""
    (left, _, mine), (right, _, theirs), differing, language = variants
    at = to = 0
    for change in (*differing, Change((len(mine), len(mine)), (len(theirs), len(theirs)))):
        for one, other in zip(mine[at : change.left[0]], theirs[to : change.right[0]], strict=False):
            if left.words.keys[one] in language.colliding and (
                left.text[left.words.starts[one] : left.words.ends[one]].lower()
                != right.text[right.words.starts[other] : right.words.ends[other]].lower()
            ):
                return True
        at, to = change.left[1], change.right[1]
    return False


def word_flags(left: str, right: str, words: Lexicon | None = None, *, indirect: bool = False) -> tuple[Flag, ...]:
    """The flags that the words of two variants raise; `indirect`: one of them is reported speech, whose tenses shift.

    `words` are those of their language, English where none is given.
    """
    if (len(left), left) < (len(right), right):  # of alignments as good as each other, the same one from both sides
        mirrored = word_flags(right, left, words, indirect=indirect)
        return tuple([Flag(flag.flag, flag.right, flag.left) for flag in mirrored])
    pair = aligned(left, right, words or lexicon("en"))
    denied, counted = negation(pair), number_flags(pair)
    if denied and counted and complementary(pair):
        denied = counted = []
    named = names(pair)
    if denied and named and _turned_round(denied[0], named[0], pair):
        denied = named = []
    return (*denied, *counted, *named, *modality(pair, indirect=indirect))


def _turned_round(denied: Flag, named: Flag, pair: Pair) -> bool:
    """Whether two that changed places are compared the other way round: `Ulm lies north of Graz`, `Graz lies south of Ulm`."""
    if sorted(named.left.split()) != sorted(named.right.split()) or not (denied.left and denied.right):
        return False
    return all(
        any(one.shown == shown and _compares(one, after, pair.words) for one, after in pairwise(found))
        for found, shown in ((pair.left, denied.left), (pair.right, denied.right))
    )


def _compares(token: Token, after: Token, words: Lexicon) -> bool:
    return after.form in words.than or after.form in words.numbers.of or token.form in words.function

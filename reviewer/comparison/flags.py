"""What a reader must not miss between two variants: negation, numbers, names, modality.

Decided from the words that differ, never from a similarity: one dropped "not" leaves any score high.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.comparison.governed import governed, unbound, unsaid
from reviewer.comparison.lexicon import Lexicon, lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.measures import CLOCK, same_amount
from reviewer.comparison.names import names
from reviewer.comparison.negation import negation
from reviewer.comparison.numbers import DECADE, EITHER_HALF, Number, numbers
from reviewer.comparison.pairing import NEXT, Pair, aligned, flag_of, instead, said_twice, slot
from reviewer.comparison.relation import Change
from reviewer.comparison.sides import Prepared
from reviewer.comparison.stems import stem
from reviewer.comparison.values import Flag

_BACKSHIFT = {"will": "would", "can": "could"}  # what reported speech makes of a modal
# "is allowed to" says what "may" and "can" say, "is to" what "will" says, "have yet to" what "still have to" says; by themselves
# they say less than a flag.
_WEAK = {"allowed": ("may", "can", "could"), "due": ("will", "would"), "pending": ("must", "have to")}
# "was going to" says what "would" says, and of the past what "is going to" says; "have to" is what both "must" and "need not" say
# or deny, though these two do not say the same.
_EITHER = {"due to have": ("will", "would"), "have to": ("must", "needless")}
_POSSIBLY = {"perhaps", "will"}  # "perhaps he will come" says what "he may come" says


def tells(
    change: Change, mine: list[int], theirs: list[int], left: Prepared, right: Prepared, language: Lexicon
) -> bool:
    """Whether the words of `change` could raise a flag at all: most rewordings could not, and need no closer look."""
    before, after = max(0, change.left[0] - 1), change.left[1] + 1
    if any(language.denies(left.words.keys[number]) for number in mine[before:after]):
        return True  # words that changed places with a negation
    changed = mine[change.left[0] : change.left[1]], theirs[change.right[0] : change.right[1]]
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
            ):
                return True
            if text[words.starts[number]].isupper():
                return True
    return False


def accents_tell(
    differing: Sequence[Change], mine: list[int], theirs: list[int], left: Prepared, right: Prepared, language: Lexicon
) -> bool:
    """Whether words that are equal but for their accents are two modals, or one and another word (`wurde`, `würde`)."""
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
    pair = aligned(left, right, words or lexicon("en"))
    found = [*negation(pair), *_numbers(pair), *names(pair), *_modality(pair, indirect=indirect)]
    return tuple(found)


def _numbers(pair: Pair) -> list[Flag]:
    lefts, rights = (numbers([t.form for t in found], pair.words.numbers) for found in (pair.left, pair.right))
    rest_left, rest_right = _unpaired(pair, lefts, rights)
    turned = _turned_bounds(pair, lefts, rights)
    # of two cuts that differ in an amount of one unit, or in how many of one thing, each stands for the other
    kinds_left, kinds_right = (
        [_counting(n, t, pair.words) for n in r] for r, t in ((rest_left, pair.left), (rest_right, pair.right))
    )
    moved = set(kinds_left) & set(kinds_right) - {""}
    changed_left = [
        n for n, kind in zip(rest_left, kinds_left, strict=True) if kind in moved or not _inside_cut(n, pair.cut_left)
    ]
    changed_right = [
        n
        for n, kind in zip(rest_right, kinds_right, strict=True)
        if kind in moved or not _inside_cut(n, pair.cut_right)
    ]
    vague = all(n.vague for n in changed_left) and all(n.vague for n in changed_right)
    if vague and not (
        changed_left and changed_right and {n.unit for n in changed_left} == {n.unit for n in changed_right}
    ):
        changed_left, changed_right = [], []
    if not pair.words.numbers.units and not (changed_left and changed_right):
        return turned  # a number of one side may stand in words that nobody knows here on the other
    words_left = [t for n in changed_left for t in pair.left[n.start : n.end]]
    words_right = [t for n in changed_right for t in pair.right[n.start : n.end]]
    return flag_of("number", words_left, words_right) or turned


def _unpaired(pair: Pair, lefts: list[Number], rights: list[Number]) -> tuple[list[Number], list[Number]]:
    """The numbers that the other side has not; of equal ones those that count the same thing go together first."""
    rest_left, rest_right = list(lefts), list(rights)
    for same_thing in (True, False):
        kinds = (
            {_counting(n, pair.left, pair.words) for n in rest_left},
            {_counting(n, pair.right, pair.words) for n in rest_right},
        )
        both = kinds[0] & kinds[1] - {""}
        for one in list(rest_left):
            for other in rest_right:
                mine, theirs = _counting(one, pair.left, pair.words), _counting(other, pair.right, pair.words)
                if _same_number(one, other) and (mine == theirs or not (same_thing or {mine, theirs} <= both)):
                    rest_left.remove(one)
                    rest_right.remove(other)
                    break
    return rest_left, rest_right


def _same_number(one: Number, other: Number) -> bool:
    if _metres(one, other) or _metres(other, one):
        return True
    if one.unit == other.unit == DECADE and min(one.value, other.value) < 100:
        return one.value % 100 == other.value % 100
    for clock, plain in ((one, other), (other, one)):
        if clock.unit in (CLOCK, EITHER_HALF) and plain.unit in ("", EITHER_HALF):
            return (clock.value - plain.value * (60 if not plain.unit else 1)) % 720 == 0
        if clock.unit == EITHER_HALF and plain.unit in ("minute", "second") and clock.value == plain.value:
            return True  # a race run in 2:24
    for times, share in ((one, other), (other, one)):
        if times.unit == "times" and share.unit == "%":
            return abs(times.value - 1) * 100 == share.value  # halved, by half; doubled, by 100 percent
    if one.unit and other.unit:
        return same_amount(one.value, one.unit, other.value, other.unit)
    return same_amount(one.value, "", other.value, "") and {one.unit, other.unit}.isdisjoint(("points", "%"))


def _metres(one: Number, other: Number) -> bool:
    """`30m` of a mast, read as millions, against `30 metres`."""
    return not one.unit and other.unit == "metre" and one.value == other.value * 1e6


def _counting(number: Number, found: list[Token], words: Lexicon) -> str:
    """What a number counts: its unit, or the stem of the noun that follows it at once."""
    if number.unit or number.vague or number.end >= len(found):
        return number.unit
    after = found[number.end]
    return "" if after.form in words.function or after.initial or after.paused else stem(after.form, words.code)


def _inside_cut(number: Number, cut: list[bool]) -> bool:
    return all(cut[number.start : number.end])


def _turned_bounds(pair: Pair, lefts: list[Number], rights: list[Number]) -> list[Flag]:
    """`more than 40` against `fewer than 40`."""
    for one in lefts:
        for other in rights:
            if not _same_number(one, other):
                continue
            mine, theirs = _bound(pair.left, one.start, pair.words), _bound(pair.right, other.start, pair.words)
            if mine[0] * theirs[0] < 0:
                return flag_of(
                    "number",
                    [*mine[1], *pair.left[one.start : one.end]],
                    [*theirs[1], *pair.right[other.start : other.end]],
                )
    return []


def _bound(found: list[Token], at: int, words: Lexicon) -> tuple[int, list[Token]]:
    if at and found[at - 1].form == "a":
        at -= 1
    for phrase, sign in words.limits:
        if tuple(t.form.rstrip("+") for t in found[max(0, at - len(phrase)) : at]) == phrase:
            return sign, found[at - len(phrase) : at]
    return 0, []


def _modality(pair: Pair, *, indirect: bool) -> list[Flag]:
    lefts = _unmatched_modals(pair.left, pair.right, pair.left_to_right, pair.cut_left, pair.words)
    rights = _unmatched_modals(pair.right, pair.left, pair.right_to_left, pair.cut_right, pair.words)
    for one in list(lefts):
        for other in rights:
            shifted = indirect or _told(pair.left, one, pair.words) or _told(pair.right, other, pair.words)
            if _same_modal(pair.left[one], pair.right[other], indirect=shifted):
                lefts.remove(one)
                rights.remove(other)
                break
    for mine, others in ((lefts, pair.right), (rights, pair.left)):
        source = pair.left if mine is lefts else pair.right
        for k in list(mine):
            contracted = source[k].modal in ("would", "should", "due to have") and any(t.form == "'d" for t in others)
            likely = (
                source[k].modal == "will"
                and _is_likely_to(others, pair.words)
                and any(t.modal == "probably" for t in source)
            )
            refused = source[k].modal in ("would", "will") and _refuses(source, k, others, pair.words)
            reworded = _reduced(pair, k, on_left=mine is lefts) or _beside_a_cut(
                pair, k, on_left=mine is lefts, indirect=indirect
            )
            reworded = reworded or _advised(source, k, others, pair.words) or _under_way(source, k, others, pair.words)
            if contracted or likely or refused or reworded or unsaid(source, k, others, pair.words):
                mine.remove(k)
    lefts = [k for k in lefts if pair.left[k].modal not in _WEAK]
    rights = [k for k in rights if pair.right[k].modal not in _WEAK]
    if bool(lefts) != bool(rights):
        lefts = [k for k in lefts if not _would_not(pair.left, k, pair.words)]
        rights = [k for k in rights if not _would_not(pair.right, k, pair.words)]
    kinds = {pair.left[k].modal for k in lefts}, {pair.right[k].modal for k in rights}
    if _POSSIBLY in kinds and {"may"} in kinds:
        return []
    return flag_of("modality", _modal_words(pair.left, lefts, pair.words), _modal_words(pair.right, rights, pair.words))


def _told(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a modal of the past stands in a sentence that reports, where it says what one of the present says."""
    if found[at].modal not in _BACKSHIFT.values():
        return False
    start, end = at, at + 1
    while start and not found[start].initial:
        start -= 1
    while end < len(found) and not found[end].initial:
        end += 1
    return any(t.form in words.speech for t in found[start:end])


def _beside_a_cut(pair: Pair, at: int, *, on_left: bool, indirect: bool) -> bool:
    """Whether the modal in the place of this one says the same, though it stands in what the other side seems to have added."""
    source, others = (pair.left, pair.right) if on_left else (pair.right, pair.left)
    matched, back = (pair.left_to_right, pair.right_to_left)[:: 1 if on_left else -1]
    cut = pair.cut_right if on_left else pair.cut_left
    low, high = slot(matched, at)
    start, end = matched[low] + 1 if low >= 0 else 0, matched[high] if high < len(source) else len(others)
    verb = governed(source, at, pair.words)[:1]
    free = not verb or not unbound(others, verb[0], pair.words)
    return any(
        others[k].modal
        and back[k] < 0
        and (free or (cut[k] and start <= k < end) or governed(others, k, pair.words)[:1] == verb)
        and _same_modal(
            source[at],
            others[k],
            indirect=indirect or _told(source, at, pair.words) or _told(others, k, pair.words),
        )
        for k in range(len(others))
    )


def _reduced(pair: Pair, at: int, *, on_left: bool) -> bool:
    """`the work, which will be paid for by the town`, `the work, paid for by the town`."""
    source, others = (pair.left, pair.right) if on_left else (pair.right, pair.left)
    matched = pair.left_to_right if on_left else pair.right_to_left
    if source[at].modal != "will" or at + 2 >= len(source) or source[at + 1].form not in pair.words.being:
        return False
    there = matched[at + 2]
    return there > 0 and others[there - 1].form not in pair.words.being


def _is_likely_to(found: list[Token], words: Lexicon) -> bool:
    """`is likely to fall`, which says `will probably fall` in other words."""
    return any(one.modal == "probably" and other.form in words.infinitive for one, other in pairwise(found))


def _advised(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`they should call`, `it urged them to call`."""
    if found[at].modal != "should" or not any(t.form in words.advising for t in others):
        return False
    verb = governed(found, at, words)[:1]
    return any(
        verb == [stem(token.form, words.code)] and any(t.form in words.infinitive for t in others[max(0, k - NEXT) : k])
        for k, token in enumerate(others)
    )


def _under_way(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`the works will be suspended`, `they are suspending the works`."""
    verb = governed(found, at, words)[:1]
    return (
        bool(words.progressive and verb)
        and found[at].modal in ("will", "would")
        and any(
            one.form in words.being
            and other.form.endswith(words.progressive)
            and stem(other.form, words.code) == verb[0]
            for one, other in pairwise(others)
        )
    )


def _refuses(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`would not comment`, `neither would comment` against `declined to comment`."""
    return any(t.form in words.negators for t in found[max(0, at - NEXT) : at + 2]) and any(
        t.form in words.refusing for t in others
    )


def _would_not(found: list[Token], at: int, words: Lexicon) -> bool:
    """`would not let us in`, which tells what was done, and of which the negation is all that can be missed."""
    return found[at].modal == "would" and at + 1 < len(found) and found[at + 1].form in words.negations


def _unmatched_modals(
    found: list[Token], others: list[Token], matched: list[int], cut: list[bool], words: Lexicon
) -> list[int]:
    return [
        at
        for at, token in enumerate(found)
        if token.modal
        and not cut[at]
        and not (
            matched[at] >= 0 and (others[matched[at]].modal == token.modal or _same_phrase(found, matched, at, words))
        )
        and not _shared_by_verbs(found, others, matched, at, words)
        and not (matched[at] < 0 and said_twice(found, matched, at, words))
    ]


def _same_phrase(found: list[Token], matched: list[int], at: int, words: Lexicon) -> bool:
    """`thought to be ill`, `are thought to be ill`: one phrase, whether or not what stands before it makes it a modal."""
    if at + 1 >= len(matched) or matched[at + 1] != matched[at] + 1:
        return False
    return (found[at].form, found[at + 1].form) in words.periphrases


def _shared_by_verbs(found: list[Token], others: list[Token], matched: list[int], at: int, words: Lexicon) -> bool:
    """`they had to train and they had to wait`, `they had to train and wait`: said once for both."""
    if matched[at] >= 0:
        return False
    before = next((k for k in range(at - 1, -1, -1) if found[k].modal or found[k].initial), -1)
    if before < 0 or found[before].modal != found[at].modal or matched[before] < 0:
        return False
    there = instead(matched, at, others)
    return any(t.form in words.listing for t in there) and not any(t.modal for t in there)


def _same_modal(one: Token, other: Token, *, indirect: bool) -> bool:
    for weak in (_WEAK, _EITHER):
        if other.modal in weak.get(one.modal, ()) or one.modal in weak.get(other.modal, ()):
            return True
    if one.modal == other.modal:
        return True
    return indirect and (_BACKSHIFT.get(one.modal) == other.modal or _BACKSHIFT.get(other.modal) == one.modal)


def _modal_words(found: list[Token], indices: list[int], language: Lexicon) -> list[Token]:
    words = []
    for k in indices:
        words.append(found[k])
        if found[k].form not in language.modals and k + 1 < len(found):
            words.append(found[k + 1])
    return words

"""Two variants word by word: which word stands for which, and what one side only left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.comparison.blocks import equal_blocks
from reviewer.comparison.counting import phrase_end
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.stems import stem
from reviewer.comparison.tokens import tokens
from reviewer.comparison.values import Flag, FlagKind

CUT_INSIDE = 7  # words left out in one piece from here on are a cut, whose content is not counted as changed
CUT_AT_END = 4  # the same at the end of a variant, where what is left out governs nothing before it
STEMS_FROM = 3  # letters of a stem that can show that a word was only moved out of what seems cut
SAID_WITHIN = 6  # words after a negation among which is what it denies
STANDS_BEHIND = 3  # words before a negation among which is the one that it stands close behind
REPLACED = 3  # words that may stand for one another where one of them is told from another
REPLACED_OF_DEGREE = 5  # the same where words of how much or how surely are told from one another
REPEATED_WITHIN = 3  # words on either side of one among which a speaker may have repeated it


@dataclass(frozen=True, slots=True)
class Pair:
    """Both variants as tokens, and which of them have an equal on the other side (index, or -1); `words`: of their language.

    `texts`: what the tokens of each side are of.
    """

    left: list[Token]
    right: list[Token]
    left_to_right: list[int]
    right_to_left: list[int]
    cut_left: list[bool]
    cut_right: list[bool]
    words: Lexicon
    texts: tuple[str, str]


def aligned(one: str, other: str, words: Lexicon) -> Pair:
    """The two variants word by word."""
    left, right = tokens(one, words), tokens(other, words)
    left, right = _in_one_word(left, right, words), _in_one_word(right, left, words)
    left, right = _with_its_digits(left, right), _with_its_digits(right, left)
    _know_names(left, right, words)
    forms, others = _unmixed(left, "left", words), _unmixed(right, "right", words)
    to_right, to_left = [-1] * len(left), [-1] * len(right)
    cut_left, cut_right = [False] * len(left), [False] * len(right)
    for one_at, other_at, length in equal_blocks(forms, others):
        to_right[one_at : one_at + length] = range(other_at, other_at + length)
        to_left[other_at : other_at + length] = range(one_at, one_at + length)
    _match_negators(left, right, to_right, to_left, words)
    stems = [[stem(words.irregular.get(t.form, t.form), words.code) for t in found] for found in (left, right)]
    _mark_cuts(to_right, to_left, cut_left, stems)
    _mark_cuts(to_left, to_right, cut_right, stems[::-1])
    return Pair(left, right, to_right, to_left, cut_left, cut_right, words, (one, other))


def _know_names(left: list[Token], right: list[Token], words: Lexicon) -> None:
    """Takes a word at the start of a sentence for the name or the common word that it is inside one of the other side."""
    for found, others in ((left, right), (right, left)):
        for token in found:
            if not token.initial or not token.shown[0].isupper():
                continue
            if not token.name:
                token.name = any(t.name and not t.initial and t.form == token.form for t in others)
            elif token.doubtful:
                bare = stem(token.form, words.code)  # `Sentencing Roe`, `sentenced Roe`
                token.name = any(t.name and t.form == token.form for t in others) or not any(
                    t.shown.islower() and t.form[:1] == bare[:1] and stem(t.form, words.code) == bare for t in others
                )


def _in_one_word(found: list[Token], others: list[Token], words: Lexicon) -> list[Token]:
    """`found` with `not likely` as the `unlikely` of the other side."""
    wanted = {t.form for t in others if t.form in words.modals and t.form.startswith(words.negative_prefixes)}
    if not wanted:
        return found
    kept: list[Token] = []
    for token in found:
        whole = next((p + token.form for p in words.negative_prefixes if p + token.form in wanted), "")
        if whole and kept and kept[-1].form in words.negations:
            token = replace(kept.pop(), form=whole, modal=words.modals[whole], end=token.end)
        kept.append(token)
    return kept


def _with_its_digits(found: list[Token], others: list[Token]) -> list[Token]:
    """`found` with `F 16` as the `F-16` of the other side."""
    wanted = {t.form for t in others if t.form[-1].isdigit() and "-" in t.form}
    if not wanted:
        return found
    kept: list[Token] = []
    for token in found:
        whole = f"{kept[-1].form}-{token.form}" if kept else ""
        if whole in wanted:
            before = kept.pop()
            token = replace(before, form=whole, shown=f"{before.shown} {token.shown}", end=token.end)
        kept.append(token)
    return kept


def _unmixed(found: list[Token], side: str, words: Lexicon) -> list[str]:
    """The forms to align; negations never hold an alignment, since it is their place among the other words that counts."""
    return [f"{side} {at}" if token.form in words.negators else token.form for at, token in enumerate(found)]


def _match_negators(
    left: list[Token], right: list[Token], to_right: list[int], to_left: list[int], words: Lexicon
) -> None:
    """Matches negations of one form that stand between two equal words, else after the same word, or before the same word.

    Before the same word holds of one that moved with it, too (`without power`).
    """
    mine, free = ([k for k, token in enumerate(found) if token.form in words.negators] for found in (left, right))
    for at in mine:
        kept = to_right[at - 1] + 1 if at and at + 1 < len(left) and to_right[at - 1] >= 0 else -1
        if kept in free and to_right[at + 1] == kept + 1 and right[kept].form == left[at].form:
            to_right[at], to_left[kept] = kept, at
            free.remove(kept)
    for at in sorted(mine, key=lambda k: left[k].form in words.negations):  # what "not" may stand before goes first
        if to_right[at] >= 0:
            continue
        low, high = slot(to_right, at)
        for other in free:
            if right[other].form != left[at].form or denies_nothing(left, at, words) != denies_nothing(
                right, other, words
            ):
                continue
            below, above = slot(to_left, other)
            if (
                (
                    contrasted(left, low, at, words) == contrasted(right, below, other, words)
                    and (
                        (to_right[low] if low >= 0 else -1) == below
                        or (to_right[high] if high < len(left) else len(right)) == above
                    )
                )
                or _governs_the_same(left, at, right, other, words)
                or _after_the_same(left, at, right, other, words)
            ):
                to_right[at], to_left[other] = other, at
                free.remove(other)
                break


def contrasted(found: list[Token], start: int, at: int, words: Lexicon) -> bool:
    """Whether a `but` stands between the word `start` and the negation `at`, which holds of what follows only (`lied, but not to us`)."""
    return any(t.form in words.adversative for t in found[start + 1 : at])


def _governs_the_same(left: list[Token], at: int, right: list[Token], other: int, words: Lexicon) -> bool:
    """Whether two negations stand before one and the same word that says something, next to it or after the same word."""
    mine, theirs = _said(left, at, words), _said(right, other, words)
    if not mine or not theirs:
        return False
    if mine[0] == theirs[0] and mine[0] == left[at + 1].form == right[other + 1].form:
        return True
    beside = left[at + 1].form == right[other + 1].form or (
        at > 0 and other > 0 and left[at - 1].form == right[other - 1].form
    )
    return beside and (mine[0] in theirs or theirs[0] in mine)


def _after_the_same(left: list[Token], at: int, right: list[Token], other: int, words: Lexicon) -> bool:
    """`homes are still without power`, `homes remain without electricity`: the only negation of its form, close behind one word."""
    form = left[at].form
    if form in words.negations or any(sum(t.form == form for t in found) > 1 for found in (left, right)):
        return False
    mine, theirs = (
        {t.form for t in found[max(0, k - STANDS_BEHIND) : k] if t.form not in words.function}
        for found, k in ((left, at), (right, other))
    )
    return not mine.isdisjoint(theirs)


def _said(found: list[Token], at: int, words: Lexicon) -> list[str]:
    """The next words after `at` that say something."""
    return [t.form for t in found[at + 1 : at + 1 + SAID_WITHIN] if t.form not in words.function]


def denies_nothing(found: list[Token], at: int, words: Lexicon) -> bool:
    """`not only … but also`; `nobody but the caretaker`; `the best of all, no question`."""
    if found[at].form in words.subject_negators:
        ended = at + 2 >= len(found) or found[at + 2].initial or found[at + 2].paused
        if ended and found[at].paused and at + 1 < len(found) and found[at + 1].form in words.undoing:
            return True
        after = phrase_end([t.form for t in found[at : at + 2]], 0, words.two_word_negators) or 1
        return not words.excepting.isdisjoint(t.form for t in found[at + after : at + after + 1])
    return found[at].form in words.negations and at + 1 < len(found) and found[at + 1].form in words.only


def _mark_cuts(mine: list[int], theirs: list[int], cut: list[bool], stems: list[list[str]]) -> None:
    """Marks the inside of long stretches that have nothing in their place on the other side; `stems`: of the words of both."""
    at = 0
    while at < len(mine):
        if mine[at] >= 0:
            at += 1
            continue
        end = at
        while end < len(mine) and mine[end] < 0:
            end += 1
        before = mine[at - 1] if at else -1
        after = mine[end] if end < len(mine) else len(theirs)
        least = CUT_AT_END if end == len(mine) else CUT_INSIDE
        if (
            end - at >= least
            and (end - at) > 2 * (after - before - 1)
            and {s for s in stems[0][at:end] if len(s) >= STEMS_FROM}.isdisjoint(stems[1][before + 1 : after])
        ):
            for k in range(at, end):
                cut[k] = True
        at = end


def slot(matched: list[int], at: int) -> tuple[int, int]:
    """The nearest matched words before and after `at` (-1 and the length where there is none)."""
    low, high = at, at
    while low >= 0 and matched[low] < 0:
        low -= 1
    while high < len(matched) and matched[high] < 0:
        high += 1
    return low, high


def instead(matched: list[int], at: int, others: list[Token]) -> list[Token]:
    low, high = slot(matched, at)
    start = matched[low] + 1 if low >= 0 else 0
    end = matched[high] if high < len(matched) else len(others)
    return others[start:end]


def in_place(found: list[Token], matched: list[int], at: int, others: list[Token], most: int = REPLACED) -> list[Token]:
    """What stands in the place of the word `at`, where a few words without a name stand for a few, `most` of them at most."""
    low, high = slot(matched, at)
    mine, theirs = found[low + 1 : high], instead(matched, at, others)
    if max(len(mine), len(theirs)) > most or any(t.name for t in (*mine, *theirs)):
        return []
    return theirs


def replaced(pair: Pair, by: Mapping[str, frozenset[str]]) -> tuple[list[Token], list[Token]]:
    """The words of both sides of which one stands in the place of the other, and is told from it in `by`."""
    found: list[tuple[Token, Token]] = []
    for at, token in enumerate(pair.left):
        if pair.left_to_right[at] < 0 and token.form in by:
            there = in_place(pair.left, pair.left_to_right, at, pair.right, REPLACED_OF_DEGREE)
            found += [(token, other) for other in there if other.form in by[token.form]]
    for at, token in enumerate(pair.right):
        if pair.right_to_left[at] < 0 and token.form in by:
            there = in_place(pair.right, pair.right_to_left, at, pair.left, REPLACED_OF_DEGREE)
            found += [(other, token) for other in there if other.form in by[token.form]]
    return [one for one, _ in found], [other for _, other in found]


def said_twice(found: list[Token], matched: list[int], at: int, words: Lexicon) -> bool:
    """A word that the speaker repeated at once, and the other side prints a single time."""
    near = range(max(0, at - REPEATED_WITHIN), min(len(found), at + REPEATED_WITHIN + 1))
    return any(
        matched[k] >= 0
        and found[k].form == found[at].form
        and all(t.form in words.function for t in found[min(k, at) + 1 : max(k, at)])
        for k in near
    )


def either(
    rule: Callable[[list[Token], int, list[Token], int, Lexicon], bool], pair: Pair, one: int, other: int
) -> bool:
    """Whether `rule` holds of the negations `one`, left, and `other`, right, whichever way round."""
    return rule(pair.left, one, pair.right, other, pair.words) or rule(pair.right, other, pair.left, one, pair.words)


def flag_of(pair: Pair, kind: FlagKind, left: Sequence[Token], right: Sequence[Token]) -> list[Flag]:
    if not left and not right:
        return []
    return [Flag(kind, _shown(left, pair.texts[0]), _shown(right, pair.texts[1]))]


def _shown(found: Sequence[Token], text: str) -> str:
    """The words as they are printed; what stands between two words that adjoin (`forty-two`, `€400`) with them."""
    spans: list[tuple[int, int]] = []
    for token in found:
        if spans and 0 <= token.start - spans[-1][1] <= 1:
            spans[-1] = spans[-1][0], token.end
        elif not spans or token.start >= spans[-1][1]:
            spans.append((token.start, token.end))
    return " ".join(text[start:end] for start, end in spans)

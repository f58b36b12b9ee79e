"""Which negations of two variants deny the same thing, and which the other variant tells in other words."""

from __future__ import annotations

from itertools import takewhile

from reviewer.comparison.governed import (
    REACH,
    affirmed,
    governed,
    head,
    hides,
    root,
    roots,
    said_after,
    undoubled,
    unsaid,
)
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.pairing import DOUBLED, NEXT, Pair, denies_nothing


def settled(pair: Pair, lefts: list[int], rights: list[int]) -> tuple[list[int], list[int]]:
    """The negations of both sides without those of one that deny what one of the other denies, wherever that stands.

    Other unmatched negations, which seemed only to be added, may answer for one of these.
    """
    spare_left = [*lefts, *_unmatched(pair.left, pair.left_to_right, lefts, pair.right, pair.words)]
    spare_right = [*rights, *_unmatched(pair.right, pair.right_to_left, rights, pair.left, pair.words)]
    likely = sorted(
        (
            rank,
            _is_verb(pair.left[one], pair.words) != _is_verb(pair.right[other], pair.words),
            root(pair.left[one].form, pair.words) != root(pair.right[other].form, pair.words),
            abs(one / len(pair.left) - other / len(pair.right)),
            one,
            other,
        )
        for one in spare_left
        for other in spare_right
        if (one in lefts or other in rights) and (rank := _deny_the_same(pair, one, other))
    )
    for *_, one, other in likely:
        if one in spare_left and other in spare_right:
            spare_left.remove(one)
            spare_right.remove(other)
    return (
        [k for k in lefts if k in spare_left and not _left_out(pair.left, k, pair.right, pair.words)],
        [k for k in rights if k in spare_right and not _left_out(pair.right, k, pair.left, pair.words)],
    )


def _is_verb(token: Token, words: Lexicon) -> bool:
    """Whether what denies is a verb or stands for one: `refused`, `against`."""
    return token.form in words.refused or token.form in words.refusing or token.form in words.opposed


def _left_out(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    return found[at].form in words.negators and unsaid(found, at, others, words)


def reworded(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side has another word for what `at` denies (`have not caught the man`, `the man is at large`)."""
    there = {root(t.form, words) for t in others}
    if found[at].form in words.subject_negators:
        return _superlative(found, at, others, words) or _turned_by_its_noun(found, at, there, words)
    if found[at].form not in words.negations and not (
        words.subject_negators and found[at].form in words.quantifying_negators
    ):
        return False
    said = said_after(found, at, words)
    if not said:
        return root(_small_verb(found, at, words), words) not in {"", *there}  # `that can't go on`
    if found[at + 1].form in words.determiners:
        return False
    if said[0] in roots(words.speech, words):  # `I'm not saying that it will be easy`
        return there.isdisjoint(said)
    if said[0] in (allowing := roots(words.permitting, words)) and not there.isdisjoint(allowing):
        return False  # `are not permitted`, `are allowed`
    return said[0] not in there and (said[0] in roots(words.foretelling, words) or head(said, words) not in there)


def _small_verb(found: list[Token], at: int, words: Lexicon) -> str:
    """A verb like "go" close after "not", "" without one."""
    if found[at].form not in words.negations:
        return ""
    small = words.being | words.having | words.negations
    near = takewhile(lambda t: not (t.initial or t.paused), found[at + 1 : at + 1 + DOUBLED])
    return next((t.form for t in near if t.form not in small), "")


def _turned_by_its_noun(found: list[Token], at: int, there: set[str], words: Lexicon) -> bool:
    """`found nothing wrong with it`, `has lost none of his charm`."""
    after = found[at + 1].form if at + 1 < len(found) else ""
    if after in words.faulty:
        return root(after, words) not in there
    start = max(0, at - REACH)
    return any(
        token.form in words.hiding and found[k + 1].form == found[at].form and root(token.form, words) not in there
        for k, token in enumerate(found[start:at], start)
    )


def _superlative(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`no day has been hotter`, `the hottest day`."""
    comparative, superlative = words.superlative_ending or ("", "")
    wanted = {
        words.superlatives.get(t.form) or f"{t.form.removesuffix(comparative)}{superlative}"
        for t in found[at + 1 : at + REACH]
        if t.form in words.superlatives or (comparative and len(t.form) > 4 and t.form.endswith(comparative))
    }
    return any(t.form in wanted for t in others)


def _unmatched(
    found: list[Token], matched: list[int], besides: list[int], others: list[Token], words: Lexicon
) -> list[int]:
    denying = [
        k
        for k, t in enumerate(found)
        if t.form in words.negators
        and not denies_nothing(found, k, words)
        and not any(other.form == words.correlatives.get(t.form) for other in found[:k])
    ]
    forms = {t.form for t in others}
    stems = {root(form, words) for form in forms}
    hidden = [
        k
        for k, t in enumerate(found)
        if (hides(found, k, words) and root(t.form, words) not in stems) or not forms.isdisjoint(_bases(t, words))
    ]
    denying = undoubled(found, [k for k in denying if matched[k] < 0 and k not in besides], words)
    return [*denying, *(k for k in hidden if matched[k] < 0 and k not in besides)]


def _deny_the_same(pair: Pair, one: int, other: int) -> int:
    """0 where two negations deny different things, 1 where they share what they deny, 2 where both are worded otherwise."""
    words = pair.words
    if _unprefixed(pair.left, one, pair.right, other, words) or _unprefixed(pair.right, other, pair.left, one, words):
        return 1
    mine_form, their_form = pair.left[one].form, pair.right[other].form
    small = words.negations | words.quantifying_negators | words.sparing
    alone = not said_after(pair.left, one, words) or not said_after(pair.right, other, words)
    if alone and mine_form not in small and root(mine_form, words) == root(their_form, words):
        return 1  # `should the levee fail`, `if the levee failed`
    forms = {mine_form, their_form}
    if len(forms) > 1 and not words.exceptive.isdisjoint(forms):
        return 2 * (
            _excepts(pair.left, one, pair.right, other, words) or _excepts(pair.right, other, pair.left, one, words)
        )
    if _contradicts(pair.left, one, pair.right, other, words) or _contradicts(pair.right, other, pair.left, one, words):
        return 1
    mine, theirs = governed(pair.left, one, words), governed(pair.right, other, words)
    if not mine or not theirs:
        return 1 if pair.left[one].form == pair.right[other].form else 2
    shared = not set(mine).isdisjoint(theirs)
    if _is_scant(pair.left, one, pair.right, other, words) or _is_scant(pair.right, other, pair.left, one, words):
        return 1
    if _declines(pair.left, one, pair.right, other, words) or _declines(pair.right, other, pair.left, one, words):
        return 1
    if mine[:1] == theirs[:1] and mine[0] in roots(words.speech, words):
        return 1
    if shared:
        here, there = head(mine, words), head(theirs, words)
        mine, theirs = (
            [] if _of_subjects(pair.left[one], words) else [here],
            [] if _of_subjects(pair.right[other], words) else [there],
        )
    elif _of_subjects(pair.left[one], words) and _of_subjects(pair.right[other], words):
        left, right = ({root(t.form, words) for t in found} for found in (pair.left, pair.right))
        if mine[0] not in right or theirs[0] not in left:
            return 2  # `no cyclist was killed`, `there were no deaths`
    if any(affirmed(pair.right, said, words) for said in mine) or any(
        affirmed(pair.left, said, words) for said in theirs
    ):
        return 0
    return 1 if shared else 2


def _declines(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """`declined to give a number`, `would not say how many`."""
    return (
        found[at].form in words.refusing
        and others[other].form in words.negations
        and other > 0
        and others[other - 1].modal in ("will", "would")
        and any(t.form in words.speech or t.form in words.refused_to for t in others[other + 1 : other + 2])
    )


def _is_scant(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """`agreed on little`, `there was not much they agreed on`."""
    after = others[other + 1].form if other + 1 < len(others) else ""
    return found[at].form in words.scant and others[other].form in words.negations and after in words.mass


def _excepts(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """`unless it comes`, `if it does not come`."""
    form = found[at].form
    if form not in words.exceptive or others[other].form not in words.negators:
        return False
    conditions = words.contrary.get(form, words.exceptive)
    return any(t.form in conditions for t in others[max(0, other - NEXT) : other]) or not any(
        t.form in conditions for t in others
    )


def _contradicts(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """Whether a word of one side is contrary to what the other side denies (`acquitted`, `not guilty`)."""
    contrary = words.contrary.get(found[at].form, frozenset())
    return any(t.form in contrary for t in others[other + 1 : other + 1 + DOUBLED])


def _of_subjects(token: Token, words: Lexicon) -> bool:
    """Whether a negation stands before who acts, and denies the acting (`neither the cook nor the waiter came`, `unless the cook comes`)."""
    return token.form in words.subject_negators or token.form in words.exceptive


def _unprefixed(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """Whether the word `at` is one of the sentence that `other` denies, with a prefix (`unhurt`, `neither of them was hurt`)."""
    bases = _bases(found[at], words)
    for token in others[other + 1 :]:
        if token.initial:
            return False
        if token.form in bases:
            return True
    return False


def _bases(token: Token, words: Lexicon) -> set[str]:
    """What a word may be without a prefix or an ending that denies."""
    bases = {token.form.removesuffix(ending) for ending in words.privative_endings}
    if token.form.startswith(words.negative_prefixes):
        bases |= {token.form.removeprefix(prefix) for prefix in words.negative_prefixes}
    return bases - {token.form}

"""Which negations of two variants deny the same thing, and which the other variant tells in other words."""

from __future__ import annotations

from itertools import takewhile

from reviewer.comparison.governed import (
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
from reviewer.comparison.negators import UNPREFIXED_FROM
from reviewer.comparison.pairing import Pair, denies_nothing, either

# How far two negations deny the same: they deny different things, share what they deny, or are both worded otherwise.
DIFFERENT, SHARED, REWORDED = 0, 1, 2
SMALL_VERB_WITHIN = 3  # words after a negation among which is the verb that it denies, a small one like "go"
NOTHING_BEHIND = 12  # words before "nothing" among which is a verb that turns it round: "lost nothing"
COMPARED_WITHIN = 11  # words after "no" among which is the comparative that makes it a superlative
COMPARATIVE_FROM = 5  # letters of a word whose ending may be that of a comparative
CONDITION_WITHIN = 6  # words before a negation among which is the "if" that makes it an "unless"
ANY_WITHIN = 3  # words after "than" among which is the "any" that makes it a superlative
CONTRARY_WITHIN = 3  # words after a negation among which is the contrary of a word of the other side


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
    if found[at].form in words.quantifying_negators and _superlative(found, at, others, words):
        return True
    if found[at].form in words.subject_negators:
        return _turned_by_its_noun(found, at, there, words)
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
    near = takewhile(lambda t: not (t.initial or t.paused), found[at + 1 : at + 1 + SMALL_VERB_WITHIN])
    verb = next((t.form for t in near if t.form not in small), "")
    parted = words.separable and any(verb in particles for particles in words.denying_phrases.values())
    return "" if parted else verb  # `schließt es nicht aus`


def _turned_by_its_noun(found: list[Token], at: int, there: set[str], words: Lexicon) -> bool:
    """`found nothing wrong with it`, `has lost none of his charm`."""
    after = found[at + 1].form if at + 1 < len(found) else ""
    if after in words.faulty:
        return root(after, words) not in there
    start = max(0, at - NOTHING_BEHIND)
    return any(
        token.form in words.hiding and found[k + 1].form == found[at].form and root(token.form, words) not in there
        for k, token in enumerate(found[start:at], start)
    )


def _superlative(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`no day has been hotter`, `the hottest day`; `never such a flood`, `the worst flood`, `a worse flood than any before`."""
    comparative, superlative = words.superlative_ending or ("", "")
    after = found[at + 1 : at + 1 + COMPARED_WITHIN]
    wanted = {
        words.superlatives.get(t.form) or f"{t.form.removesuffix(comparative)}{superlative}"
        for t in after
        if t.form in words.superlatives
        or (comparative and len(t.form) >= COMPARATIVE_FROM and t.form.endswith(comparative))
    }
    if any(t.form in wanted for t in others):
        return True
    return any(t.form in words.comparing for t in after) and _tells_the_most(others, words)


def _tells_the_most(found: list[Token], words: Lexicon) -> bool:
    """`the worst flood`, `worse than anywhere else`."""
    most, ending = frozenset(words.superlatives.values()), words.superlative_ending[1:]
    anything = frozenset[str]().union(*words.any_for_none.values()) - words.articles
    return any(
        (found[k - 1].form in words.determiners and (token.form in most or token.form.endswith(ending)))
        or (token.form in words.than and any(t.form in anything for t in found[k + 1 : k + 1 + ANY_WITHIN]))
        for k, token in enumerate(found)
        if k
    )


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
    known = (forms | stems) - {""}
    hidden = [
        k
        for k, t in enumerate(found)
        if (hides(found, k, words) and root(t.form, words) not in stems) or not known.isdisjoint(_bases(t, words))
    ]
    denying = undoubled(found, [k for k in denying if matched[k] < 0 and k not in besides], words)
    return [*denying, *(k for k in hidden if matched[k] < 0 and k not in besides)]


def _deny_the_same(pair: Pair, one: int, other: int) -> int:
    """How far two negations, left and right, deny the same: `DIFFERENT`, `SHARED` or `REWORDED`."""
    words = pair.words
    if either(_unprefixed, pair, one, other) or _of_one_verb(pair, one, other) or either(_in_part, pair, one, other):
        return SHARED
    forms = {pair.left[one].form, pair.right[other].form}
    if len(forms) > 1 and not words.exceptive.isdisjoint(forms):
        return REWORDED if either(_excepts, pair, one, other) else DIFFERENT
    if either(_contradicts, pair, one, other):
        return SHARED
    mine, theirs = governed(pair.left, one, words), governed(pair.right, other, words)
    if not mine or not theirs:
        if _of_a_part(pair.right, other, mine, words) or _of_a_part(pair.left, one, theirs, words):
            return DIFFERENT
        return SHARED if len(forms) == 1 else REWORDED
    if either(_is_scant, pair, one, other) or either(_declines, pair, one, other):
        return SHARED
    if mine[0] == theirs[0] and any(t.form in words.speech and root(t.form, words) == mine[0] for t in pair.left):
        return SHARED
    return _by_what_they_deny(pair, one, other, mine, theirs)


def _in_part(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """`were paid, but not in full`, `were not paid in full`."""
    if not at or found[at - 1].form not in words.adversative:
        return False
    rest, there = (
        [t.form for t in takewhile(lambda t: not (t.initial or t.paused), side[k + 1 :])]
        for side, k in ((found, at), (others, other))
    )
    return len(rest) < len(there) and rest == there[len(there) - len(rest) :]


def _of_a_part(found: list[Token], at: int, denied: list[str], words: Lexicon) -> bool:
    """`has worked, though not for everyone`, where the other side denies that it worked at all."""
    apart = at > 0 and found[at - 1].form in words.adversative
    return apart and bool(denied) and affirmed(found, denied[0], words)


def _of_one_verb(pair: Pair, one: int, other: int) -> bool:
    """`should the levee fail`, `if the levee failed`: forms of one word that denies, of which one has nothing behind it."""
    words, form = pair.words, pair.left[one].form
    if said_after(pair.left, one, words) and said_after(pair.right, other, words):
        return False
    if form in words.negations or form in words.quantifying_negators or form in words.sparing:
        return False
    return root(form, words) == root(pair.right[other].form, words)


def _by_what_they_deny(pair: Pair, one: int, other: int, mine: list[str], theirs: list[str]) -> int:
    """The same for two negations that govern the stems `mine` and `theirs`."""
    words = pair.words
    of_subjects = _of_subjects(pair.left[one], words), _of_subjects(pair.right[other], words)
    shared = not set(mine).isdisjoint(theirs)
    if not shared and all(of_subjects):
        left, right = ({root(t.form, words) for t in found} for found in (pair.left, pair.right))
        if mine[0] not in right or theirs[0] not in left:
            return REWORDED  # `no cyclist was killed`, `there were no deaths`
    if shared:
        mine = [] if of_subjects[0] else [head(mine, words)]
        theirs = [] if of_subjects[1] else [head(theirs, words)]
    if any(affirmed(pair.right, said, words) for said in mine):
        return DIFFERENT
    if any(affirmed(pair.left, said, words) for said in theirs):
        return DIFFERENT
    return SHARED if shared else REWORDED


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
    return any(t.form in conditions for t in others[max(0, other - CONDITION_WITHIN) : other]) or not any(
        t.form in conditions for t in others
    )


def _contradicts(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """Whether a word of one side is contrary to what the other side denies (`acquitted`, `not guilty`)."""
    contrary = words.opposites(found[at].form)
    return any(t.form in contrary for t in others[other + 1 : other + 1 + CONTRARY_WITHIN])


def _of_subjects(token: Token, words: Lexicon) -> bool:
    """Whether a negation stands before who acts, and denies the acting (`neither the cook nor the waiter came`, `unless the cook comes`)."""
    return token.form in words.subject_negators or token.form in words.exceptive


def _unprefixed(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """Whether the word `at` is one of the sentence that `other` denies, with a prefix (`unhurt`, `neither of them was hurt`)."""
    bases = _bases(found[at], words)
    for token in others[other + 1 :]:
        if token.initial:
            return False
        if token.form in bases or root(token.form, words) in bases:
            return True
    return False


def _bases(token: Token, words: Lexicon) -> set[str]:
    """What a word may be without a prefix or an ending that denies, and the stem of it."""
    bases = {token.form.removesuffix(ending) for ending in words.privative_endings}
    if token.form.startswith(words.negative_prefixes):
        bare = {token.form.removeprefix(prefix) for prefix in words.negative_prefixes} - {token.form}
        bases |= bare.union(root(form, words) for form in bare if len(form) >= UNPREFIXED_FROM)
    return bases - {token.form}

"""What a negation or a modal of one variant is said of, and whether the other variant says the same of it elsewhere."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.pairing import DOUBLED, NEXT, Pair, denies_nothing
from reviewer.comparison.stems import stem

GOVERNED = 4  # words with a meaning that follow a negation and that it can be said of
ENOUGH = 2  # of them, which tell a clause that stands elsewhere from other words
REACH = 12  # words before a word among which is what denies it


def root(form: str, words: Lexicon) -> str:
    """The stem of a word; twice, since a form that is known by list has its whole first form for a stem (`left`, `leave`)."""
    return stem(stem(words.irregular.get(form, form), words.code), words.code)


def settled(pair: Pair, lefts: list[int], rights: list[int]) -> tuple[list[int], list[int]]:
    """The negations of both sides without those of one that deny what one of the other denies, wherever that stands.

    Other unmatched negations, which seemed only to be added, may answer for one of these.
    """
    spare_left = [*lefts, *_unmatched(pair.left, pair.left_to_right, lefts, pair.right, pair.words)]
    spare_right = [*rights, *_unmatched(pair.right, pair.right_to_left, rights, pair.left, pair.words)]
    likely = sorted(
        (
            rank,
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


def _left_out(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    return found[at].form in words.negators and unsaid(found, at, others, words)


def reworded(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side has another verb for what "not" denies (`have not caught the man`, `the man is at large`)."""
    there = {root(t.form, words) for t in others}
    if found[at].form in words.subject_negators:  # `has lost none of his charm`
        if _superlative(found, at, others, words):
            return True
        after = found[at + 1].form if at + 1 < len(found) else ""
        if after in words.faulty:  # `found nothing wrong with it`
            return root(after, words) not in there
        return any(
            token.form in words.hiding and found[k + 1].form == found[at].form and root(token.form, words) not in there
            for k, token in enumerate(found[max(0, at - REACH) : at], max(0, at - REACH))
        )
    said = _after(found, at, words)
    if not said and found[at].form in words.negations:  # `that can't go on`
        small = words.being | words.having | words.negations
        after = next(
            (
                t.form
                for t in takewhile(lambda t: not (t.initial or t.paused), found[at + 1 : at + 1 + DOUBLED])
                if t.form not in small
            ),
            "",
        )
        return bool(after) and root(after, words) not in there
    if (
        not said
        or found[at + 1].form in words.determiners
        or not (
            found[at].form in words.negations
            or (words.subject_negators and found[at].form in words.quantifying_negators)
        )
    ):
        return False
    speaking = _roots(words.speech, words)
    if said[0] in speaking:  # `I'm not saying that it will be easy`
        return there.isdisjoint(said)
    return said[0] not in there and (said[0] in _roots(words.foretelling, words) or _head(said, words) not in there)


def _superlative(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`no day has been hotter`, `the hottest day`."""
    comparative, superlative = words.superlative_ending or ("", "")
    wanted = {
        words.superlatives.get(t.form) or f"{t.form.removesuffix(comparative)}{superlative}"
        for t in found[at + 1 : at + REACH]
        if t.form in words.superlatives or (comparative and len(t.form) > 4 and t.form.endswith(comparative))
    }
    return any(t.form in wanted for t in others)


def unsaid(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side has nothing of what `at` is said of: a clause left out, or told in other words altogether."""
    said = governed(found, at, words)
    if found[at].form in words.sparing:
        said = said[:1]  # one thing, not a clause
    return len(said) >= (1 if found[at].form in words.sparing else ENOUGH) and set(said).isdisjoint(
        root(t.form, words) for t in others
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
    roots = {root(form, words) for form in forms}
    hidden = [
        k
        for k, t in enumerate(found)
        if (_hides(found, k, words) and root(t.form, words) not in roots) or not forms.isdisjoint(_bases(t, words))
    ]
    denying = undoubled(found, [k for k in denying if matched[k] < 0], words)
    return [k for k in (*denying, *hidden) if matched[k] < 0 and k not in besides]


def _deny_the_same(pair: Pair, one: int, other: int) -> int:
    """0 where two negations deny different things, 1 where they share what they deny, 2 where both are worded otherwise."""
    words = pair.words
    if _unprefixed(pair.left, one, pair.right, other, words) or _unprefixed(pair.right, other, pair.left, one, words):
        return 1
    forms = {pair.left[one].form, pair.right[other].form}
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
    if mine[:1] == theirs[:1] and mine[0] in _roots(words.speech, words):
        return 1
    if shared:
        here, there = _head(mine, words), _head(theirs, words)
        mine, theirs = (
            [] if _of_subjects(pair.left[one], words) and there in mine else [here],
            [] if _of_subjects(pair.right[other], words) and here in theirs else [there],
        )
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


def affirmed_elsewhere(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side, wherever it stands there, says without a negation what `at` denies."""
    if found[at].form not in words.negators:
        return False
    said = governed(found, at, words)
    shared = set(said).intersection(root(t.form, words) for t in others)
    after = found[at + 1].form if at + 1 < len(found) else ""
    alone = len(said) == 1 and found[at].form in words.subject_negators and after in words.being | words.having
    return (
        len(shared) >= (1 if alone else ENOUGH)
        and 2 * len(shared) > len(said)
        and affirmed(others, _head(said, words), words)
    )


def _head(said: list[str], words: Lexicon) -> str:
    """What is denied first, past a verb that hands its negation on (`do not want charity`)."""
    return next((word for word in said if word not in _roots(words.raising, words)), said[0])


@cache
def _roots(forms: frozenset[str], words: Lexicon) -> frozenset[str]:
    return frozenset(root(form, words) for form in forms)


def governed(found: list[Token], at: int, words: Lexicon) -> list[str]:
    """The stems of what follows `at` in its clause; of what stands before it in the clause where nothing follows."""
    said = _after(found, at, words)
    if said:
        return said
    for k in range(at, -1, -1):
        if len(said) == GOVERNED or (k < at and found[k].form in words.pronouns):
            break
        if k < at and _tells(found[k], words):
            said.append(root(found[k].form, words))
        if breaks(found, k, words):
            break
    return said


def _is_object(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether what denies stands behind its verb (`heard nothing`)."""
    alone = found[at].form in words.subject_negators - words.noun_negators
    return alone and at > 0 and _tells(found[at - 1], words) and not breaks(found, at, words)


def _after(found: list[Token], at: int, words: Lexicon) -> list[str]:
    said: list[str] = []
    if _is_object(found, at, words):
        said.append(root(found[at - 1].form, words))
    for k in range(at + 1, len(found)):
        if (
            len(said) == GOVERNED
            or breaks(found, k, words)
            or (found[k].form in words.agent and _verb(found, at, words))
        ):
            break
        if _tells(found[k], words):
            said.append(root(found[k].form, words))
    return said


def _verb(found: list[Token], at: int, words: Lexicon) -> bool:
    return found[at].form in words.refused or any(found[at].form == verb for verb, _ in words.denying_phrases)


def same_clause(found: list[Token], one: int, other: int, words: Lexicon) -> bool:
    """Whether no clause begins after token `one` and up to token `other`."""
    return not any(breaks(found, k, words) for k in range(one + 1, other + 1))


def breaks(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a clause begins with the word `at`."""
    return found[at].initial or found[at].paused or found[at].form in words.joining or found[at].form in words.until


def _tells(token: Token, words: Lexicon) -> bool:
    return (
        len(token.form) > 2
        and token.form not in words.function
        and token.form not in words.negators
        and not token.modal
    )


def affirmed(found: list[Token], said: str, words: Lexicon) -> bool:
    """Whether a word of this stem stands anywhere without a negation."""
    return any(root(t.form, words) == said and not _denied(found, k, words) for k, t in enumerate(found))


def denied(found: list[Token], said: str, words: Lexicon) -> bool:
    """Whether a word of this stem stands in `found`, and nowhere without a negation."""
    places = [k for k, t in enumerate(found) if root(t.form, words) == said]
    return bool(places) and all(_denied(found, k, words) for k in places)


def unbound(found: list[Token], said: str, words: Lexicon) -> bool:
    """Whether a word of this stem stands anywhere without a modal."""
    return any(
        root(t.form, words) == said and not any(other.modal for other in found[max(0, k - NEXT) : k])
        for k, t in enumerate(found)
    )


def _hides(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word denies by what it means: `missed the vote`, `forgot to lock it`, `rather than`."""
    form = found[at].form
    before, after = found[at - 1].form if at else "", found[at + 1].form if at + 1 < len(found) else ""
    if (before, form) in words.excluding or (form, after) in words.denying_phrases:
        return True
    return form in words.evading or form in words.contrary or form in words.impossible or form in words.hiding


def _denied(found: list[Token], at: int, words: Lexicon) -> bool:
    listed = False
    for k in range(at, max(-1, at - REACH), -1):
        if k < at and (found[k].form in words.negators or _hides(found, k, words)):
            return True
        listed = listed or found[k].form in words.either_way  # what denies the first denies both
        if found[k].initial or (breaks(found, k, words) and not listed):
            break
    if _refused(found, at, words):
        return True
    after = [t.form for t in takewhile(lambda t: not (t.initial or t.paused), found[at + 1 : at + 4])]
    if not words.scant.isdisjoint(after):
        return True
    if after and after[0] in words.tags:
        after = after[1:]
    return bool(after) and after[0] in words.negators and words.infinitive.isdisjoint(after[1:2])


def undoubled(found: list[Token], indices: list[int], words: Lexicon) -> list[int]:
    """Without the pairs that undo each other: `not impossible`, `cannot do nothing`."""
    kept: list[int] = []
    for at in indices:
        if kept and undoes(found, kept[-1], at, words):
            kept.pop()
        else:
            kept.append(at)
    return kept


def undoes(found: list[Token], one: int, other: int, words: Lexicon) -> bool:
    """Whether a negation undoes the one before it; `it is not that we do not want to` says that the other holds, too."""
    said = next((k for k in range(one + 1, min(one + DOUBLED, other)) if found[k].form in words.clausal), 0)
    if said and not any(_tells(t, words) and t.form not in words.speech for t in found[one + 1 : said]):
        return other - said <= NEXT and same_clause(found, said, other, words)
    near = NEXT if found[other].form in words.sparing else DOUBLED  # hardly a week goes by without a letter
    return other - one <= near and not any(t.form in ("and", "or", "but") for t in found[one:other])


def _refused(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a verb in the passive voice denies what stands at `at`: `calls for an inquiry were rejected`."""
    for k in range(at + 1, min(len(found) - 1, at + REACH)):
        if breaks(found, k, words):
            return False
        if found[k].form in words.being:
            verb, particle = found[k + 1].form, found[k + 2].form if k + 2 < len(found) else ""
            return (
                verb in words.refused
                or verb in words.impossible
                or verb in words.hiding
                or (verb, particle) in words.denying_phrases
            )
    return False

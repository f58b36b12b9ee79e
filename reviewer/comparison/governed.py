"""What a negation or a modal is said of, and whether a variant denies, affirms or binds a word at all."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import pairwise, takewhile

from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.stems import stem

GOVERNED = 4  # words with a meaning that follow a negation and that it can be said of
CLAUSE_TOLD_BY = 2  # of these, how many tell a clause that stands elsewhere from other words
TELLING_FROM = 3  # letters of a word that can have a meaning
PREVENTED_WITHIN = 9  # words after a verb that prevents within which "from" follows
GROUP_TOLD_BY = 3  # words that tell the group of which none or many are meant: "of the 340"
DENIED_WITHIN = 12  # words before a word among which is what denies it
DENIED_BEHIND = 3  # words right after a word among which is what denies it
REJECTED_WITHIN = 12  # words after a word among which is a verb in the passive voice that denies it
PARTICLE_WITHIN = 14  # words within which the clause of a verb with a particle behind it ends
OBJECT_WITHIN = 4  # words of what stands between a verb and its particle: turned the first plan down
BOUND_WITHIN = 6  # words before a word among which is the modal that binds it
FORBIDDEN_BEHIND = 3  # words before "banned" among which is the "is" of what is banned
TOO_MUCH_WITHIN = 3  # words behind "too late" among which is the verb of what cannot be
UNDONE_WITHIN = 3  # words within which a negation undoes the one before it
FAR_UNDONE_WITHIN = 6  # the same across "that", and for a negation of one thing: "hardly a week goes by without"


def root(form: str, words: Lexicon) -> str:
    """The stem of a word; twice, since a form that is known by list has its whole first form for a stem (`left`, `leave`)."""
    return stem(stem(words.irregular.get(form, form), words.code), words.code)


def unsaid(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side has nothing of what `at` is said of: a clause left out, or told in other words altogether."""
    said = governed(found, at, words)
    if found[at].form in words.sparing:
        said = said[:1]  # one thing, not a clause
    return len(said) >= (1 if found[at].form in words.sparing else CLAUSE_TOLD_BY) and set(said).isdisjoint(
        root(t.form, words) for t in others
    )


def affirmed_elsewhere(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side, wherever it stands there, says without a negation what `at` denies."""
    if found[at].form in words.contrary:
        opposite = words.contrary[found[at].form]
        return any(t.form in opposite and not _denied(others, k, words) for k, t in enumerate(others))
    if found[at].form not in words.negators:
        return False
    if found[at].form in words.subject_negators and _among(found, at, others, words):
        return True
    said = governed(found, at, words)
    if len(said) == 1 and found[at].form in words.negations:
        said += _said_before(found, at, words)  # the dam was not safe
    shared = set(said).intersection(root(t.form, words) for t in others)
    after = found[at + 1].form if at + 1 < len(found) else ""
    near = after in words.being | words.having or _is_object(found, at, words)
    alone = len(said) == 1 and found[at].form in words.subject_negators and near
    return (
        len(shared) >= (1 if alone else CLAUSE_TOLD_BY)
        and 2 * len(shared) > len(said)
        and affirmed(others, head(said, words), words)
    )


def _among(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`none of the 340 people`, `many of the 340 people`."""
    group = [t.form for t in found[at + 1 : at + 1 + GROUP_TOLD_BY]]
    return (
        len(group) == GROUP_TOLD_BY
        and group[0] in words.numbers.of
        and any(
            [t.form for t in others[k : k + GROUP_TOLD_BY]] == group and others[k - 1].form not in words.negators
            for k in range(1, len(others))
        )
    )


def head(said: list[str], words: Lexicon) -> str:
    """What is denied first, past a verb that hands its negation on (`do not want charity`)."""
    return next((word for word in said if word not in roots(words.raising, words)), said[0])


@cache
def roots(forms: frozenset[str], words: Lexicon) -> frozenset[str]:
    return frozenset(root(form, words) for form in forms)


def governed(found: list[Token], at: int, words: Lexicon) -> list[str]:
    """The stems of what follows `at` in its clause; of what stands before it in the clause where nothing follows."""
    return said_after(found, at, words) or _said_before(found, at, words)


def _said_before(found: list[Token], at: int, words: Lexicon) -> list[str]:
    said: list[str] = []
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


def said_after(found: list[Token], at: int, words: Lexicon) -> list[str]:
    """The stems of what follows `at` in its clause, with the verb before it where it stands behind that."""
    said: list[str] = []
    if _is_object(found, at, words):
        said.append(root(found[at - 1].form, words))
    for k in range(_prevented(found, at, words) + 1, len(found)):
        if (
            len(said) == GOVERNED
            or breaks(found, k, words)
            or (found[k].form in words.agent and _verb(found, at, words))
        ):
            break
        if _tells(found[k], words) or (k == at + 1 and _undone(found, at, words)):
            said.append(root(found[k].form, words))
    return said


def _undone(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a negation stands before a verb that denies by itself (`not failed`)."""
    after = found[at + 1].form
    return found[at].form in words.negations and after in words.negators and after not in words.function


def _prevented(found: list[Token], at: int, words: Lexicon) -> int:
    """The "from" of `keep them from travelling` for the word "keep"; the place of any other word itself."""
    if found[at].form not in words.preventing:
        return at
    if at and found[at - 1].form in words.being and at + 1 < len(found) and found[at + 1].form in words.infinitive:
        return at + 1  # `it is forbidden to turn them away`
    near = range(at + 1, min(len(found), at + PREVENTED_WITHIN))
    return next((k for k in near if found[k].form in words.prevented_from), at)


def _verb(found: list[Token], at: int, words: Lexicon) -> bool:
    return found[at].form in words.refused or found[at].form in words.denying_phrases


def same_clause(found: list[Token], one: int, other: int, words: Lexicon) -> bool:
    """Whether no clause begins after token `one` and up to token `other`."""
    return not any(breaks(found, k, words) for k in range(one + 1, other + 1))


def breaks(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a clause begins with the word `at`."""
    return found[at].initial or found[at].paused or found[at].form in words.joining or found[at].form in words.until


def _tells(token: Token, words: Lexicon) -> bool:
    return (
        len(token.form) >= TELLING_FROM
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
        root(t.form, words) == said and not any(other.modal for other in found[max(0, k - BOUND_WITHIN) : k])
        for k, t in enumerate(found)
    )


def stops_to(found: list[Token], at: int, words: Lexicon) -> bool:
    """`stopped to help`, which prevents nothing."""
    return found[at].form in words.pausing and any(t.form in words.infinitive for t in found[at + 1 : at + 2])


def forbidden(found: list[Token], at: int, words: Lexicon) -> bool:
    """`smoking is banned here`, `ist hier verboten`."""
    if found[at].form not in words.preventing or found[at].form.endswith(words.progressive):
        return False
    linking = words.being or words.having
    return any(t.form in linking for t in found[max(0, at - FORBIDDEN_BEHIND) : at])


def too_much(found: list[Token], at: int, words: Lexicon) -> bool:
    """`too late to save it`, which says that it cannot be saved; not `too early to say`."""
    if found[at].form not in words.excessive:
        return False
    near = found[at + 2 : at + 2 + TOO_MUCH_WITHIN]
    return any(
        one.form in words.infinitive and other.form not in words.speech and _tells(other, words)
        for one, other in pairwise(near)
    )


def hides(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word denies by what it means: `missed the vote`, `forgot to lock it`, `rather than`."""
    form = found[at].form
    before = found[at - 1].form if at else ""
    if stops_to(found, at, words):
        return False
    if (before, form) in words.excluding or denying_particle(found, at, words):
        return True
    if _prevented(found, at, words) > at or forbidden(found, at, words) or too_much(found, at, words):
        return True
    return form in words.evading or form in words.contrary or form in words.impossible or form in words.hiding


def denying_particle(found: list[Token], at: int, words: Lexicon) -> str:
    """The particle by which the verb `at` denies: the next word (`ruled out`), one behind its object (`turned the plan down`) or
    the last one of its clause (`schloss es aus`)."""
    particles = words.denying_phrases.get(found[at].form)
    if not particles or at + 1 == len(found):
        return ""
    last = at + 1
    while last + 1 < len(found) and found[last].form in words.pronouns:
        last += 1  # turned it down
    if words.separable:
        near = min(len(found), at + PARTICLE_WITHIN)
        last = next((k for k in range(at + 1, near) if breaks(found, k, words)), near) - 1
    elif found[at + 1].form in words.determiners:
        last = _behind_object(found, at + 1, particles, words)
    return found[last].form if found[last].form in particles else ""


def _behind_object(found: list[Token], first: int, particles: Collection[str], words: Lexicon) -> int:
    """Where a particle stands behind the object that begins at `first`, which is no preposition: no object of its own follows."""
    for k in range(first + 1, min(len(found), first + 1 + OBJECT_WITHIN)):
        if found[k].initial or found[k].paused:
            break
        if found[k].form in particles:
            own = k + 1 < len(found) and not found[k + 1].paused and not found[k + 1].initial
            return first if own and (found[k + 1].form in words.determiners or found[k + 1].name) else k
        if found[k].form in words.function:
            break
    return first


def _denied(found: list[Token], at: int, words: Lexicon) -> bool:
    listed = beside = False
    for k in range(at, max(-1, at - DENIED_WITHIN), -1):
        if k < at and (found[k].form in words.negators or (not beside and hides(found, k, words))):
            return True
        listed = listed or found[k].form in words.either_way  # what denies the first denies both
        beside = beside or found[k].form in words.listing  # ended with an agreement
        if found[k].initial or (breaks(found, k, words) and not listed):
            break
    if _refused(found, at, words):
        return True
    after = [t.form for t in takewhile(lambda t: not (t.initial or t.paused), found[at + 1 : at + 1 + DENIED_BEHIND])]
    if not words.scant.isdisjoint(after):
        return True
    if after and after[0] in words.tags:
        after = after[1:]
    return bool(after) and after[0] in words.negators and words.infinitive.isdisjoint(after[1:2])


def undoubled(found: list[Token], indices: list[int], words: Lexicon) -> list[int]:
    """Without the pairs that undo each other: `not impossible`, `cannot do nothing`."""
    kept: list[int] = []
    for at in indices:
        if kept and words.separable and found[at].form in words.opposite and found[at].form in words.function:
            continue  # the particle of a verb that denies: lehnt es `ab`
        if kept and undoes(found, kept[-1], at, words):
            kept.pop()
        else:
            kept.append(at)
    return kept


def undoes(found: list[Token], one: int, other: int, words: Lexicon) -> bool:
    """Whether a negation undoes the one before it; `it is not that we do not want to` says that the other holds, too."""
    said = next((k for k in range(one + 1, min(one + UNDONE_WITHIN, other)) if found[k].form in words.clausal), 0)
    if said and not any(_tells(t, words) and t.form not in words.speech for t in found[one + 1 : said]):
        return other - said <= FAR_UNDONE_WITHIN and same_clause(found, said, other, words)
    near = FAR_UNDONE_WITHIN if found[other].form in words.sparing else UNDONE_WITHIN
    return other - one <= near and not any(t.form in words.coordinating for t in found[one:other])


def _refused(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a verb in the passive voice denies what stands at `at`: `calls for an inquiry were rejected`."""
    for k in range(at + 1, min(len(found), at + REJECTED_WITHIN)):
        if breaks(found, k, words):
            return False
        if forbidden(found, k, words):
            return True
        if found[k].form in words.being and k + 1 < len(found):
            verb, particle = found[k + 1].form, found[k + 2].form if k + 2 < len(found) else ""
            return (
                verb in words.refused
                or verb in words.impossible
                or verb in words.hiding
                or particle in words.denying_phrases.get(verb, ())
                or forbidden(found, k + 1, words)
            )
    return False

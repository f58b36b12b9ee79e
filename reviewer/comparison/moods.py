"""What a modal of one variant says, said by the other in other words: as an order, an infinitive, a future without "will"."""

from __future__ import annotations

from itertools import pairwise

from reviewer.comparison.governed import denied, denying_particle, governed, root, unbound
from reviewer.comparison.lexicon import Lexicon, Modal
from reviewer.comparison.marking import Token

TO_WITHIN = 6  # words before a verb among which is the "to" of its infinitive
VERB_WITHIN = 5  # words after a modal among which is its verb
FORETOLD_WITHIN = 5  # small words before a verb among which is the "to" of what will be
EXPECTED_WITHIN = 6  # words before that among which is the verb that expects or promises
SUBJECT_WITHIN = 5  # words before a modal among which is its subject
UNBOUND_BEFORE = 3  # words before a subjunctive among which no modal stands
FORBIDDEN_WITHIN = 6  # words before "allowed" among which is what denies it
OPEN_WITHIN = 3  # words before "rule out" among which is what denies it
REFUSED_WITHIN = 6  # words before "would" among which is what denies it: "neither of the two would comment"
LIKELY: tuple[Modal, ...] = ("probably", "unlikely")
_FUTURE: tuple[Modal, ...] = ("will", "would")
_OF_CLAUSES: frozenset[Modal] = frozenset(
    ("perhaps", "probably", "certainly", "allegedly", "seem", "unlikely")
)  # go with any word of theirs


def is_likely_to(found: list[Token], words: Lexicon) -> bool:
    """`is likely to fall`, `is unlikely to fall`, which say `will probably fall`, `it is unlikely that it will fall` in other words."""
    return any(one.modal in LIKELY and other.form in words.infinitive for one, other in pairwise(found))


def advised(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`they should call`, `it urged them to call`; `they must call`, `it told them to call`."""
    urging: dict[Modal, frozenset[str]] = {
        "should": words.advising | words.ordering,
        "may": words.permitting,
        "can": words.permitting,
        "could": words.permitting,
        "must": words.ordering | words.forcing,
        "have to": words.ordering | words.forcing,
    }
    urged = next(
        (
            k
            for k, t in enumerate(others)
            if t.form in urging.get(found[at].modal, ()) and not (k and others[k - 1].form in words.negators)
        ),
        len(others),
    )
    verb = root(_verb_after(found, at, words), words)
    return any(
        verb == root(others[k].form, words)
        and any(t.form in words.infinitive for t in others[max(urged + 1, k - TO_WITHIN) : k])
        for k in range(urged + 1, len(others))
    )


def _verb_after(found: list[Token], at: int, words: Lexicon) -> str:
    small = words.being | words.negations | words.infinitive
    return next((t.form for t in found[at + 1 : at + 1 + VERB_WITHIN] if t.form not in small), "")


def under_way(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`works will be suspended`, `are suspending works`; `before it can go`, `before going`; `they will vote next week`, `they vote`."""
    if found[at].modal == "will" and any(
        not t.modal and (t.form in words.coming or t.form in words.dates) for t in others
    ):
        verb = found[at + 1].form if at + 1 < len(found) else ""
        if any(
            root(t.form, words) == root(verb, words)
            and (t.form == verb or t.form.endswith(words.present))
            and not (k and others[k - 1].form in words.infinitive)  # `they hope to vote`
            for k, t in enumerate(others)
        ):
            return True
    if not words.progressive or found[at].modal not in ("will", "would", "can", "could"):
        return False
    verb = _verb_after(found, at, words)
    return any(
        t.form.endswith(words.progressive)
        and (root(t.form, words) == root(verb, words) or t.form.removesuffix(words.progressive[0]) == verb)
        and not _weighed(others, k, words)
        for k, t in enumerate(others)
    )


def needed(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`the money needed to save it`, `the money it needed`; `must have a ticket`, `need one`; `no need to panic`, `urged them not to panic`."""
    needed = any(t.form in words.needing and not t.modal for t in others)
    if needed and found[at].modal in ("must", "have to") and _verb_after(found, at, words) in words.having:
        return True
    if found[at].modal == "needless":
        return any(denied(others, verb, words) for verb in governed(found, at, words)[:1])
    form = found[at].form
    said_of_it = found[at].modal == "have to" and form not in words.function
    return said_of_it and any(root(t.form, words) == root(form, words) for t in others)


def otherwise(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`delays would continue`, `expect delays`: told with another verb; `could be faked`, `easy to fake`."""
    if found[at].modal in _OF_CLAUSES:
        return False
    verb = root(_main_verb(found, at, words), words)
    noun = any(root(t.form, words) == verb and before.form in words.determiners for before, t in pairwise(found[at:]))
    places = [
        k
        for k, t in enumerate(others)
        if root(t.form, words) == verb
        and (noun or not k or others[k - 1].form not in words.determiners)
        and not _gerund(others, k, words)
    ]
    if not places:
        if found[at].modal not in _FUTURE:
            return not _bound_there(found, at, others, words)
        return not any(_weighed(others, k, words) for k, t in enumerate(others) if root(t.form, words) == verb)
    if found[at].modal in _FUTURE:
        return any(_foretold(others, k, words) for k in places)
    return found[at].modal in ("can", "could", "due to have") and any(_in_infinitive(others, k, words) for k in places)


def _in_infinitive(found: list[Token], at: int, words: Lexicon) -> bool:
    while at and found[at - 1].form in words.being:
        at -= 1
    return at > 0 and found[at - 1].form in words.infinitive


def _foretold(found: list[Token], at: int, words: Lexicon) -> bool:
    """`expect either of them to be fit`, `agreed to resign and to pay`: what will be, as an infinitive."""
    for k in range(at - 1, max(-1, at - 1 - FORETOLD_WITHIN), -1):
        if found[k].form in words.infinitive:
            start = k - EXPECTED_WITHIN
            if found[k - 1].form in words.listing:  # another one of them
                start = next((n for n in range(k, -1, -1) if found[n].initial), 0)
            return any(
                t.form in words.foretelling and before.form not in words.being
                for before, t in pairwise(found[max(0, start) : k])
            )
        if found[k].form not in words.function:
            break
    return False


def _gerund(found: list[Token], at: int, words: Lexicon) -> bool:
    """`do not rule out giving in`, which says of nobody that they give in."""
    return bool(words.progressive) and (
        found[at].form.endswith(words.progressive) and (not at or found[at - 1].form not in words.being)
    )


def _weighed(found: list[Token], at: int, words: Lexicon) -> bool:
    """`is considering closing the pool`, `does not rule out closing the pool`."""
    if not at or found[at].paused or not _gerund(found, at, words):
        return False
    return found[at - 1].form not in words.function or bool(denying_particle(found, at - 2, words))


def _main_verb(found: list[Token], at: int, words: Lexicon) -> str:
    """The verb of a modal, past "be", "have" and a word like "the"."""
    after = _verb_after(found, at, words)
    if after in words.determiners or after in words.having:
        small = words.being | words.having | words.function
        verb = next((t.form for t in found[at + 1 : at + 1 + VERB_WITHIN] if t.form not in small), "")
        # one that denies by itself (`have failed`) is nothing that a modal governs
        after = verb if verb in words.negators else next(iter(governed(found, at, words)), after)
    return after


def _bound_there(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side has another modal of the same subject (`operations will be put off`, `operations may be delayed`)."""
    subject, words_beside = _subject(found, at, words), beside(found, at)
    return any(
        t.modal
        and t.modal != found[at].modal
        and ((subject and _subject(others, k, words) == subject) or beside(others, k) == words_beside)
        for k, t in enumerate(others)
    )


def beside(found: list[Token], at: int) -> list[str]:
    return [t.form for t in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])]


def _subject(found: list[Token], at: int, words: Lexicon) -> str:
    """The stem of the word that stands last before a modal in its sentence, past what is small."""
    for k in range(at - 1, max(-1, at - 1 - SUBJECT_WITHIN), -1):
        if found[k + 1].initial or found[k + 1].paused or found[k].form in words.joining:
            break
        if found[k].form not in words.function:
            return root(found[k].form, words)
    return ""


def subjunctive(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`on condition that it should never be sold`, `that it never be sold`."""
    verb = governed(found, at, words)[:1]
    being = next((t.form for t in found[at + 1 : at + 1 + VERB_WITHIN] if t.form in words.being), "")
    if not verb or not being or found[at].modal not in ("should", "would"):
        return False
    return any(
        token.form == being
        and governed(others, k, words)[:1] == verb
        and not any(t.modal or t.form in words.infinitive for t in others[max(0, k - UNBOUND_BEFORE) : k])
        for k, token in enumerate(others)
    )


def denied_both(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`was unable to attend`, `could not attend` against `did not attend`."""
    if not any(t.form in words.negators for t in found[max(0, at - 1) : at + 2]):
        return False
    return any(denied(others, verb, words) and unbound(others, verb, words) for verb in governed(found, at, words)[:1])


def forbids(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`must not smoke` against `are not allowed to smoke`, `are barred from smoking`."""
    if at + 1 == len(found) or found[at + 1].form not in words.negations:
        return False
    return any(
        t.form in words.preventing
        or (t.modal == "allowed" and any(n.form in words.negators for n in others[max(0, k - FORBIDDEN_WITHIN) : k]))
        for k, t in enumerate(others)
    )


def refuses(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`would not comment`, `neither would comment` against `declined to comment`."""
    return any(t.form in words.negators for t in found[max(0, at - REFUSED_WITHIN) : at + 2]) and any(
        t.form in words.refusing for t in others
    )


def left_open(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`may close the pool`, `does not rule out closing the pool`."""
    return found[at].modal in ("may", "can", "could", "perhaps") and any(
        t.form in words.ruling_out
        and any(n.form in words.negations for n in others[k if words.separable else max(0, k - OPEN_WITHIN) :])
        for k, t in enumerate(others)
    )

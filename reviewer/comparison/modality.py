"""Words that bind, allow, expect or doubt in one variant and not in the other."""

from __future__ import annotations

from itertools import pairwise

from reviewer.comparison.governed import denied, governed, root, unbound, unsaid
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.pairing import NEXT, Pair, flag_of, instead, said_twice, slot
from reviewer.comparison.values import Flag

_BACKSHIFT = {"will": "would", "can": "could"}  # what reported speech makes of a modal
# "is allowed to" says what "may" and "can" say, "was able to" that it was done, "is to" what "will" says, "have yet to" what "still have to" says; by themselves
# they say less than a flag.
_WEAK = {
    "allowed": ("may", "can", "could"),
    "was able": ("can", "could"),
    "due": ("will", "would", "should"),
    "pending": ("must", "have to"),
}
# "was going to" says what "would" says, and of the past what "is going to" says; "have to" is what both "must" and "need not" say
# or deny, though these two do not say the same.
_EITHER = {"due to have": ("will", "would"), "have to": ("must", "needless")}
_FUTURE = ("will", "would")
_OF_CLAUSES = (
    "perhaps",
    "probably",
    "certainly",
    "allegedly",
    "seem",
    "unlikely",
)  # which go with any word of their clause
_VERBS = frozenset(("will", "would", "can", "could", "may", "must", "should"))
_MIGHT = {"might", "could"}
_POSSIBLE = {"may", "could"}  # one said for the other where the sentence is made anew
_POSSIBLY = {"perhaps", "will"}  # "perhaps he will come" says what "he may come" says


def modality(pair: Pair, *, indirect: bool) -> list[Flag]:
    lefts = _unmatched_modals(pair.left, pair.right, pair.left_to_right, pair.cut_left, pair.words)
    rights = _unmatched_modals(pair.right, pair.left, pair.right_to_left, pair.cut_right, pair.words)
    for one in list(lefts):
        for other in rights:
            shifted = indirect or _told(pair.left, one, pair.words) or _told(pair.right, other, pair.words)
            if _as_possible(pair, one, other) or _same_modal(pair.left[one], pair.right[other], indirect=shifted):
                lefts.remove(one)
                rights.remove(other)
                break
    lefts = [k for k in lefts if not _said_otherwise(pair, k, on_left=True, indirect=indirect)]
    rights = [k for k in rights if not _said_otherwise(pair, k, on_left=False, indirect=indirect)]
    lefts = [k for k in lefts if pair.left[k].modal not in _WEAK]
    rights = [k for k in rights if pair.right[k].modal not in _WEAK]
    if bool(lefts) != bool(rights):
        lefts = [k for k in lefts if not _denied_or_elliptic(pair.left, k, pair.left_to_right, pair.words)]
        rights = [k for k in rights if not _denied_or_elliptic(pair.right, k, pair.right_to_left, pair.words)]
    kinds = {pair.left[k].modal for k in lefts}, {pair.right[k].modal for k in rights}
    if {"may"} in kinds and (_POSSIBLY in kinds or {"perhaps"} in kinds):
        return []
    return flag_of("modality", _modal_words(pair.left, lefts, pair.words), _modal_words(pair.right, rights, pair.words))


def _as_possible(pair: Pair, one: int, other: int) -> bool:
    """`might take weeks`, `could take weeks`; `may` and `could` only where the words around them differ, too."""
    mine, theirs = pair.left[one], pair.right[other]
    if {mine.form, theirs.form} == _MIGHT:
        return True
    around = set(_around(pair.left, one)).isdisjoint(_around(pair.right, other))
    return around and {mine.modal, theirs.modal} == _POSSIBLE


def _said_otherwise(pair: Pair, at: int, *, on_left: bool, indirect: bool) -> bool:
    """Whether the other side says in other words what the modal `at` says, or has nothing of its clause."""
    source, others = (pair.left, pair.right) if on_left else (pair.right, pair.left)
    modal, words = source[at].modal, pair.words
    if modal in ("would", "should", "due to have") and any(t.form == "'d" for t in others):
        return True
    if modal in ("can", "could") and any(t.form in words.impossible for t in others):
        return True
    if modal == "probably" and source[at].form in words.foretelling:
        expected = root(source[at].form, words)
        if any(root(t.form, words) == expected for t in others):
            return True  # `is expected to stay shut`, `we expect it to stay shut`
    if modal == "must" and _forbids(source, at, others, words):
        return True
    if modal in ("can", "could") and _denied_both(source, at, others, words):
        return True
    if modal in ("would", "will") and _refuses(source, at, others, words):
        return True
    if modal == "will" and _is_likely_to(others, words) and any(t.modal == "probably" for t in source):
        return True
    if _reduced(pair, at, on_left=on_left) or _beside_a_cut(pair, at, on_left=on_left, indirect=indirect):
        return True
    wordings = (_advised, _under_way, _subjunctive, _otherwise, _needed, unsaid)
    return any(said(source, at, others, words) for said in wordings)


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
    """`they should call`, `it urged them to call`; `they must call`, `it told them to call`."""
    urging = {
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
        and any(t.form in words.infinitive for t in others[max(urged + 1, k - NEXT) : k])
        for k in range(urged + 1, len(others))
    )


def _verb_after(found: list[Token], at: int, words: Lexicon) -> str:
    small = words.being | words.negations | words.infinitive
    return next((t.form for t in found[at + 1 : at + NEXT] if t.form not in small), "")


def _under_way(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`works will be suspended`, `are suspending works`; `before it can go`, `before going`; `they will vote next week`, `they vote`."""
    if found[at].modal == "will" and any(
        not t.modal and (t.form in words.coming or t.form in words.dates) for t in others
    ):
        verb = found[at + 1].form if at + 1 < len(found) else ""
        return any(
            root(t.form, words) == root(verb, words) and (t.form == verb or t.form.endswith(words.present))
            for t in others
        )
    if not words.progressive or found[at].modal not in ("will", "would", "can", "could"):
        return False
    verb = _verb_after(found, at, words)
    return any(
        t.form == verb + words.progressive
        or (t.form.endswith(words.progressive) and root(t.form, words) == root(verb, words))
        for t in others
    )


def _needed(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`the money needed to save it`, `the money it needed`; `must have a ticket`, `need one`; `no need to panic`, `urged them not to panic`."""
    needed = any(t.form in words.needing and not t.modal for t in others)
    if needed and found[at].modal in ("must", "have to") and _verb_after(found, at, words) in words.having:
        return True
    if found[at].modal == "needless":
        return any(denied(others, verb, words) for verb in governed(found, at, words)[:1])
    form = found[at].form
    said_of_it = found[at].modal == "have to" and form not in words.function
    return said_of_it and any(root(t.form, words) == root(form, words) for t in others)


def _otherwise(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`delays would continue`, `expect delays`: told with another verb; `could be faked`, `easy to fake`."""
    if found[at].modal in _OF_CLAUSES:
        return False
    verb = root(_main_verb(found, at, words), words)
    noun = any(root(t.form, words) == verb and before.form in words.determiners for before, t in pairwise(found[at:]))
    places = [
        k
        for k, t in enumerate(others)
        if root(t.form, words) == verb and (noun or not k or others[k - 1].form not in words.determiners)
    ]
    if not places:
        return found[at].modal in _FUTURE or not _bound_there(found, at, others, words)
    if found[at].modal in _FUTURE:
        return any(_foretold(others, k, words) for k in places)
    return found[at].modal in ("can", "could", "due to have") and any(_in_infinitive(others, k, words) for k in places)


def _in_infinitive(found: list[Token], at: int, words: Lexicon) -> bool:
    while at and found[at - 1].form in words.being:
        at -= 1
    return at > 0 and found[at - 1].form in words.infinitive


def _foretold(found: list[Token], at: int, words: Lexicon) -> bool:
    """`expect either of them to be fit`, `promised to resign`: what will be, as an infinitive."""
    for k in range(at - 1, max(-1, at - NEXT), -1):
        if found[k].form in words.infinitive:
            return any(
                t.form in words.foretelling and before.form not in words.being
                for before, t in pairwise(found[max(0, k - NEXT) : k])
            )
        if found[k].form not in words.function:
            break
    return False


def _main_verb(found: list[Token], at: int, words: Lexicon) -> str:
    """The verb of a modal, past "be", "have" and a word like "the"."""
    after = _verb_after(found, at, words)
    if after in words.determiners or after in words.having:
        after = next(iter(governed(found, at, words)), after)
    return after


def _bound_there(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side has another modal of the same subject (`operations will be put off`, `operations may be delayed`)."""
    subject, around = _subject(found, at, words), _around(found, at)
    return any(
        t.modal
        and t.modal != found[at].modal
        and ((subject and _subject(others, k, words) == subject) or _around(others, k) == around)
        for k, t in enumerate(others)
    )


def _around(found: list[Token], at: int) -> list[str]:
    return [t.form for t in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])]


def _subject(found: list[Token], at: int, words: Lexicon) -> str:
    """The stem of the word that stands last before a modal in its sentence, past what is small."""
    for k in range(at - 1, max(-1, at - NEXT), -1):
        if found[k + 1].initial or found[k + 1].paused or found[k].form in words.joining:
            break
        if found[k].form not in words.function:
            return root(found[k].form, words)
    return ""


def _subjunctive(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`on condition that it should never be sold`, `that it never be sold`."""
    verb = governed(found, at, words)[:1]
    being = next((t.form for t in found[at + 1 : at + NEXT] if t.form in words.being), "")
    if not verb or not being or found[at].modal not in ("should", "would"):
        return False
    return any(
        token.form == being
        and governed(others, k, words)[:1] == verb
        and not any(t.modal or t.form in words.infinitive for t in others[max(0, k - 3) : k])
        for k, token in enumerate(others)
    )


def _denied_both(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`was unable to attend`, `could not attend` against `did not attend`."""
    if not any(t.form in words.negators for t in found[max(0, at - 1) : at + 2]):
        return False
    return any(denied(others, verb, words) and unbound(others, verb, words) for verb in governed(found, at, words)[:1])


def _forbids(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`must not smoke` against `are not allowed to smoke`, `are barred from smoking`."""
    if at + 1 == len(found) or found[at + 1].form not in words.negations:
        return False
    return any(
        t.form in words.preventing
        or (t.modal == "allowed" and any(n.form in words.negators for n in others[max(0, k - NEXT) : k]))
        for k, t in enumerate(others)
    )


def _refuses(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`would not comment`, `neither would comment` against `declined to comment`."""
    return any(t.form in words.negators for t in found[max(0, at - NEXT) : at + 2]) and any(
        t.form in words.refusing for t in others
    )


def _denied_or_elliptic(found: list[Token], at: int, matched: list[int], words: Lexicon) -> bool:
    """`would not let us in`, which tells what was done; `cannot agree` against `agree`: the negation is what can be missed."""
    if at + 1 < len(found) and found[at + 1].form in words.negations:
        return found[at].modal == "would" or (found[at].modal in ("will", "can", "could") and matched[at + 1] < 0)
    return _elliptic(found, at, words)


def _elliptic(found: list[Token], at: int, words: Lexicon) -> bool:
    """`and always will`, `as it would be`: a modal without a verb of its own, which adds nothing that one could miss."""
    if found[at].modal not in _VERBS:
        return False
    for token in found[at + 1 :]:
        if token.initial or token.paused:
            break
        if token.form not in words.being and token.form not in words.negations:
            return False
    return True


def _unmatched_modals(
    found: list[Token], others: list[Token], matched: list[int], cut: list[bool], words: Lexicon
) -> list[int]:
    return [
        at
        for at, token in enumerate(found)
        if token.modal
        and (not cut[at] or _bound_elsewhere(found, at, others, words))
        and not (
            matched[at] >= 0 and (others[matched[at]].modal == token.modal or _same_phrase(found, matched, at, words))
        )
        and not _shared_by_verbs(found, others, matched, at, words)
        and not (matched[at] < 0 and said_twice(found, matched, at, words))
    ]


def _bound_elsewhere(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side, wherever it stands there, has a modal with the same verb."""
    verb = governed(found, at, words)[:1]
    return bool(verb) and any(t.modal and governed(others, k, words)[:1] == verb for k, t in enumerate(others))


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
    verb = matched[at + 1] if at + 1 < len(found) else -1
    if verb > matched[before] and others[verb - 1].form in words.listing:
        return not any(t.initial for t in others[matched[before] + 1 : verb])
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

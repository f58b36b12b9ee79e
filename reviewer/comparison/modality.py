"""Words that bind, allow, expect or doubt in one variant and not in the other."""

from __future__ import annotations

from itertools import pairwise

from reviewer.comparison.governed import governed, root, unbound, unsaid
from reviewer.comparison.lexicon import Lexicon, Modal
from reviewer.comparison.marking import Token
from reviewer.comparison.moods import (
    LIKELY,
    advised,
    beside,
    denied_both,
    forbids,
    is_likely_to,
    left_open,
    needed,
    otherwise,
    refuses,
    subjunctive,
    under_way,
)
from reviewer.comparison.pairing import Pair, flag_of, instead, replaced, said_twice, slot
from reviewer.comparison.values import Flag

_BACKSHIFT: dict[Modal, Modal] = {"will": "would", "can": "could"}  # what reported speech makes of a modal
# "is allowed to" says what "may" and "can" say, "was able to" that it was done, "is to" what "will" says, "have yet to" what "still have
# to" says; by themselves they say less than a flag.
_WEAK: dict[Modal, tuple[Modal, ...]] = {
    "allowed": ("may", "can", "could"),
    "was able": ("can", "could"),
    "due": ("will", "would", "should"),
    "pending": ("must", "have to"),
}
# "was going to" says what "would" says, and of the past what "is going to" says; "have to" is what both "must" and "need not" say
# or deny, though these two do not say the same; what somebody "soll" have done he did "angeblich".
_EITHER: dict[Modal, tuple[Modal, ...]] = {
    "due to have": ("will", "would"),
    "have to": ("must", "needless"),
    "supposed": ("allegedly",),
}
_VERBS: frozenset[Modal] = frozenset(("will", "would", "can", "could", "may", "must", "should"))
_BINDING, _LOOSE = {"will", "must", "have to"}, {"may", "should"}  # one changed for the other, even with another verb
_POSSIBLE = {"may", "could"}  # one said for the other where the sentence is made anew
_POSSIBLY = {"perhaps", "will"}  # "perhaps he will come" says what "he may come" says


def modality(pair: Pair, *, indirect: bool) -> list[Flag]:
    lefts = _unmatched_modals(pair.left, pair.right, pair.left_to_right, pair.cut_left, pair.words)
    rights = _unmatched_modals(pair.right, pair.left, pair.right_to_left, pair.cut_right, pair.words)
    for alike in (_of_one_verb, _of_one_kind, _as_possible):
        for one in list(lefts):
            other = next((k for k in rights if alike(pair, one, k, indirect)), None)
            if other is not None:
                lefts.remove(one)
                rights.remove(other)
    told_left = [k for k in lefts if not _said_otherwise(pair, k, on_left=True, indirect=indirect)]
    told_right = [k for k in rights if not _said_otherwise(pair, k, on_left=False, indirect=indirect)]
    changed = {pair.left[k].modal for k in lefts} | {pair.right[k].modal for k in rights}
    if len(lefts) == len(rights) == 1 and changed & _BINDING and changed & _LOOSE:
        told_left, told_right = lefts, rights
    lefts, rights = told_left, told_right
    lefts = [k for k in lefts if pair.left[k].modal not in _WEAK]
    rights = [k for k in rights if pair.right[k].modal not in _WEAK]
    if bool(lefts) != bool(rights):
        lefts = [k for k in lefts if not _denied_or_elliptic(pair.left, k, pair.left_to_right, pair.words)]
        rights = [k for k in rights if not _denied_or_elliptic(pair.right, k, pair.right_to_left, pair.words)]
    kinds = {pair.left[k].modal for k in lefts}, {pair.right[k].modal for k in rights}
    if {"may"} in kinds and (_POSSIBLY in kinds or {"perhaps"} in kinds):
        return []
    if not lefts and not rights:
        return (
            flag_of(pair, "modality", *replaced(pair, pair.words.certainties))
            or flag_of(pair, "modality", _unrealised(pair.left, pair.left_to_right, pair.right, pair.words), [])
            or flag_of(pair, "modality", [], _unrealised(pair.right, pair.right_to_left, pair.left, pair.words))
        )
    lefts, rights = (
        lefts or _instead(rights, pair.right_to_left, pair.left),
        rights or _instead(lefts, pair.left_to_right, pair.right),
    )
    return flag_of(
        pair, "modality", _modal_words(pair.left, lefts, pair.words), _modal_words(pair.right, rights, pair.words)
    )


def _of_one_kind(pair: Pair, one: int, other: int, indirect: bool) -> bool:
    """Whether two modals say the same, by the tenses of a report, too."""
    shifted = indirect or _told(pair.left, one, pair.words) or _told(pair.right, other, pair.words)
    return _same_modal(pair.left[one], pair.right[other], indirect=shifted)


def _of_one_verb(pair: Pair, one: int, other: int, indirect: bool) -> bool:
    """The same of two modals with one verb, which go together before any others."""
    verb = governed(pair.left, one, pair.words)[:1]
    return verb == governed(pair.right, other, pair.words)[:1] and _of_one_kind(pair, one, other, indirect)


def _as_possible(pair: Pair, one: int, other: int, _indirect: bool) -> bool:
    """`might take weeks`, `could take weeks`; `may` and `could` only where the words around them differ, too."""
    mine, theirs = pair.left[one], pair.right[other]
    if {mine.form, theirs.form} in pair.words.alike_modals:
        return True
    apart = set(beside(pair.left, one)).isdisjoint(beside(pair.right, other))
    return apart and {mine.modal, theirs.modal} == _POSSIBLE


def _said_otherwise(pair: Pair, at: int, *, on_left: bool, indirect: bool) -> bool:
    """Whether the other side says in other words what the modal `at` says, or has nothing of its clause."""
    source, others = (pair.left, pair.right) if on_left else (pair.right, pair.left)
    modal, words = source[at].modal, pair.words
    if modal in ("would", "should", "due to have") and any(t.form in words.contracted_would for t in others):
        return True
    if modal in ("can", "could") and any(t.form in words.impossible for t in others):
        return True
    if modal in ("certainly", "probably") and _undoubted(others, words):
        return True
    if modal == "probably" and source[at].form in words.foretelling:
        expected = root(source[at].form, words)
        if any(t.modal == "due" or root(t.form, words) == expected for t in others):
            return True  # `is expected to stay shut`, `is to stay shut`, `we expect it to stay shut`
    if source[at].initial and modal == "should" and any(_is_condition(t, words) for t in others):
        return True  # `should the levee fail`, `if the levee failed`
    if modal == "must" and forbids(source, at, others, words):
        return True
    if modal in ("can", "could") and denied_both(source, at, others, words):
        return True
    if modal in ("would", "will") and refuses(source, at, others, words):
        return True
    scant = any(t.form in words.scant for t in source)  # `there is little chance that it will`
    if modal == "will" and scant and is_likely_to(others, words):
        return True
    if modal == "will" and all(any(t.modal in LIKELY for t in found) for found in (source, others)):
        return True
    if modal == "unlikely" and any(t.form in words.scant for t in others):
        return True
    if _reduced(pair, at, on_left=on_left) or _beside_a_cut(pair, at, on_left=on_left, indirect=indirect):
        return True
    wordings = (advised, under_way, subjunctive, otherwise, needed, left_open, unsaid)
    return any(said(source, at, others, words) for said in wordings)


def _undoubted(found: list[Token], words: Lexicon) -> bool:
    """`no doubt`, which says surely, and of what is to come hardly more than probably."""
    return any((one.form, other.form) in words.undoubted for one, other in pairwise(found))


def _is_condition(token: Token, words: Lexicon) -> bool:
    return any(token.form in words.contrary.get(word, ()) for word in words.exceptive)


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


def _unrealised(found: list[Token], matched: list[int], others: list[Token], words: Lexicon) -> list[Token]:
    """`tried to warn them`, `is considering closing it`, where the other side has but `warned them`, `is closing it`."""
    for at in range(len(found) - 2):
        if (found[at].form not in words.unrealised and found[at].form not in words.weighing) or matched[at] >= 0:
            continue
        if _only_weighed(found, at, others, words) or (
            found[at].form in words.unrealised
            and found[at + 1].form in words.infinitive
            and matched[at + 1] < 0
            and _done(root(found[at + 2].form, words), matched[at + 2], instead(matched, at, others), others, words)
        ):
            return found[at : at + 2]
    return []


def _only_weighed(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`is considering closing it`, where the other side has `is closing it` or `closed it`."""
    if found[at].form not in words.weighing or not found[at + 1].form.endswith(words.progressive):
        return False
    verb = root(found[at + 1].form, words)
    there = [k for k, t in enumerate(others) if root(t.form, words) == verb]
    return bool(there) and all(_told_as_done(others, k, words) for k in there)


def _told_as_done(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a verb is one of its own sentence: in the past, or under way behind a form of "be"."""
    if found[at].form.endswith(words.progressive):
        return at > 0 and found[at - 1].form in words.being
    return at > 0 and found[at - 1].form not in words.determiners and found[at - 1].form not in words.infinitive


def _done(verb: str, there: int, near: list[Token], others: list[Token], words: Lexicon) -> bool:
    """Whether `near`, or else at the place `there`, the verb stands alone: no noun (`a film`), and not what is under way."""
    said = [t for t in (near if there < 0 else [*near, others[there]]) if t.form not in words.function]
    if [root(t.form, words) for t in said] != [verb]:
        return False
    before = others[others.index(said[0]) - 1].form if said[0] is not others[0] else ""
    return before not in words.determiners and not said[0].form.endswith(words.progressive)


def _instead(indices: list[int], matched: list[int], others: list[Token]) -> list[int]:
    """The modals in the place of those that are shown, though by themselves they would raise no flag."""
    there = [instead(matched, k, others) for k in indices]
    return [k for k, t in enumerate(others) if t.modal and any(t in near for near in there)]


def _modal_words(found: list[Token], indices: list[int], language: Lexicon) -> list[Token]:
    words = []
    for k in indices:
        words.append(found[k])
        after = found[k + 1].form if k + 1 < len(found) else ""
        phrase = found[k].form in language.long_periphrases or found[k].form in language.near_future
        if phrase or (found[k].form, after) in language.periphrases or after in language.agent:
            words += found[k + 1 : k + 2]
    return words

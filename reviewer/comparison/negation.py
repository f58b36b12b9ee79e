"""Negations that one variant has and the other has not."""

from __future__ import annotations

from itertools import pairwise

from reviewer.comparison.counting import phrase_end
from reviewer.comparison.denials import reworded, settled
from reviewer.comparison.echoes import told_otherwise
from reviewer.comparison.governed import (
    UNDONE_WITHIN,
    affirmed,
    affirmed_elsewhere,
    denied,
    denying_particle,
    governed,
    root,
    same_clause,
    undoes,
    undoubled,
    unsaid,
)
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.negators import denied_before, negates
from reviewer.comparison.pairing import Pair, contrasted, either, flag_of, in_place, instead, said_twice, slot
from reviewer.comparison.values import Flag

MOVED = 8  # words that a negation may pass over within its clause
MOVED_PAST_RAISING = 4  # of those with a meaning, if one hands its negation on: "do not think that it will"
MOVED_QUANTIFIER = 3  # the same for "nobody" and "never"
UNTIL_WITHIN = 8  # words after a negation among which is the "until" that it belongs to
WAITED_WITHIN = 3  # words before "until" among which is a verb of waiting
NAMED_WITHIN = 3  # words after a negation among which is the name of whom something is denied
NOUN_WITHIN = 2  # words after "no" among which is its noun
NOUN_BEFORE = 8  # words before "not" among which is the noun that the other side denies with "no"
NOUN_STEM = 6  # letters of a noun that its endings leave alone
CUT_EDGE = 2  # words at either end of a cut that stand next to what stayed


def negation(pair: Pair) -> list[Flag]:
    lefts = _unmatched_negators(pair.left, pair.left_to_right, pair.cut_left, pair.right, pair.words)
    rights = _unmatched_negators(pair.right, pair.right_to_left, pair.cut_right, pair.left, pair.words)
    if not lefts and not rights:
        crossed = _crossed(pair)
        return [] if crossed is None else flag_of(pair, "negation", *crossed)
    lefts, rights = settled(pair, lefts, rights)
    for one in list(lefts):
        for other in rights:
            if _same_place(pair, one, other):
                lefts.remove(one)
                rights.remove(other)
                break
    kept_left = [
        k for k in lefts if not _goes_with_the_noun(pair.left, k, pair.right, pair.right_to_left, rights, pair.words)
    ]
    kept_right = [
        k for k in rights if not _goes_with_the_noun(pair.right, k, pair.left, pair.left_to_right, lefts, pair.words)
    ]
    lefts, rights = undoubled(pair.left, kept_left, pair.words), undoubled(pair.right, kept_right, pair.words)
    lefts = _not_undone(pair.left, pair.left_to_right, lefts, pair.words)
    rights = _not_undone(pair.right, pair.right_to_left, rights, pair.words)
    # what one side denies in other words, or of a word that the other has not, may answer for a denial of the other
    answers_left = _answering(pair.left, pair.left_to_right, pair.right, pair.words)
    answers_right = _answering(pair.right, pair.right_to_left, pair.left, pair.words)
    lefts = [k for k in lefts if not reworded(pair.left, k, pair.right, pair.words)]
    rights = [k for k in rights if not reworded(pair.right, k, pair.left, pair.words)]
    lefts = _unanswered(pair.left, lefts, pair.right, answers_right, pair.words)
    rights = _unanswered(pair.right, rights, pair.left, answers_left, pair.words)
    if len(lefts) == len(rights) == 1 and _of_names(pair, lefts[0], rights[0]):
        return []
    lefts, rights = (
        lefts or _opposites(pair.right, rights, pair.right_to_left, pair.left, pair.words),
        rights or _opposites(pair.left, lefts, pair.left_to_right, pair.right, pair.words),
    )
    return flag_of(
        pair,
        "negation",
        _negating_words(pair.left, lefts, pair.words),
        _negating_words(pair.right, rights, pair.words),
    )


def _of_names(pair: Pair, one: int, other: int) -> bool:
    """Whether both sides deny of another name what both tell: `to Ruiz, not to Osei`, `to Osei, not to Ruiz`; the names tell that."""
    words = pair.words
    first, second = (
        next((t for t in found[k + 1 : k + 1 + NAMED_WITHIN] if t.name), None)
        for found, k in ((pair.left, one), (pair.right, other))
    )
    if first is None or second is None or {pair.left[one].form, pair.right[other].form} - words.negations:
        return False
    return any(t.form == second.form for t in pair.left) and any(t.form == first.form for t in pair.right)


def _crossed(pair: Pair) -> tuple[list[Token], list[Token]] | None:
    """The one negation of each side, where each denies what the other affirms: `a mistake, not a crime`, `a crime, not a mistake`."""
    sides = pair.left, pair.right
    denying = pair.words.negations | pair.words.noun_negators
    one, other = ([k for k, t in enumerate(found) if t.form in denying] for found in sides)
    if len(one) != 1 or len(other) != 1:
        return None
    first, second = governed(pair.left, one[0], pair.words)[:1], governed(pair.right, other[0], pair.words)[:1]
    named = {root(t.form, pair.words) for found in sides for t in found if t.name}
    if not first or not second or first == second or named.issuperset((first[0], second[0])):
        return None
    if not affirmed(pair.right, first[0], pair.words) or not affirmed(pair.left, second[0], pair.words):
        return None
    return [pair.left[k] for k in one], [pair.right[k] for k in other]


def _not_undone(found: list[Token], matched: list[int], indices: list[int], words: Lexicon) -> list[int]:
    """Without those that a negation just before undoes that was not counted itself (`does not rule out`)."""
    return [
        k
        for k in indices
        if not any(
            found[j].form in words.negations and matched[j] < 0 and j not in indices and undoes(found, j, k, words)
            for j in range(max(0, k - UNDONE_WITHIN), k)
        )
    ]


def _answering(found: list[Token], matched: list[int], others: list[Token], words: Lexicon) -> int:
    """How many unmatched negations deny one word that the other side has not."""
    return sum(
        token.form in words.negations
        and matched[k] < 0
        and not unsaid(found, k, others, words)
        and reworded(found, k, others, words)
        for k, token in enumerate(found)
    )


def _unanswered(found: list[Token], indices: list[int], others: list[Token], answers: int, words: Lexicon) -> list[int]:
    """Without as many as the other side answers for; it does not for what it affirms (`has not failed`, `has failed, but not badly`)."""
    kept = []
    for k in indices:
        after = found[k + 1].form if k + 1 < len(found) else ""
        said = governed(found, k, words)[:1]
        of_noun = after in words.determiners  # `but not the crew` says nothing of a verb
        if answers and (of_noun or not said or not affirmed(others, said[0], words)):
            answers -= 1
        else:
            kept.append(k)
    return kept


def _negating_words(found: list[Token], indices: list[int], words: Lexicon) -> list[Token]:
    """The words at `indices`, with those that go with them: `no one`, `ruled out`, `far from`."""
    shown = []
    phrases = *words.two_word_negators, *words.far_from, *words.anything_but
    for k in indices:
        end = phrase_end([t.form for t in found[k : k + 3]], 0, phrases) or 1
        shown += found[k : k + end]
        if particle := denying_particle(found, k, words):
            shown.append(next(t for t in found[k + 1 :] if t.form == particle))
    return shown


def _opposites(
    found: list[Token], indices: list[int], matched: list[int], others: list[Token], words: Lexicon
) -> list[int]:
    """What stands in the place of those that deny only by it: `fell`, `rose`."""
    wanted = frozenset[str]().union(*(words.opposites(found[k].form) for k in indices))
    there = [instead(matched, k, others) for k in indices]
    return [k for k, t in enumerate(others) if t.form in wanted and any(t in near for near in there)]


def _unmatched_negators(
    found: list[Token], matched: list[int], cut: list[bool], others: list[Token], words: Lexicon
) -> list[int]:
    indices = []
    forms = {t.form for t in others}
    for at in range(len(found)):
        if matched[at] >= 0 and _until_dropped(found, at, others, words):
            indices.append(at)
        form = found[at].form
        if matched[at] >= 0 or (form in forms and form not in words.negators and not _again(found, at, others, words)):
            continue  # equal, or moved with what it says
        placed = form in words.preventing or form in words.opposed
        near = {t.form for t in instead(matched, at, others)} if placed else forms
        if form in words.opposite:
            near = {t.form for t in _turned(found, matched, at, others, words)}
        if not negates(found, at, forms, near, words):
            continue
        if _shared_by_verbs(found, matched, at, others, words) or _still_to_do(found[at], others):
            continue
        if (
            _until_turned(found, at, others, words)
            or _repeated(found, at, others, words)
            or _first(found, at, others, words)
            or _last(found, at, others, words)
            or _few(found, at, others, words)
            or told_otherwise(found, matched, at, others, words)
        ):
            continue
        if cut[at] and not _at_edge(cut, at) and not affirmed_elsewhere(found, at, others, words):
            continue
        if said_twice(found, matched, at, words):
            continue
        indices.append(at)
    return indices


def _again(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether one side has a word that may be an opposite more often than the other: `rose while the other fell`, `fell while the other fell`."""
    form = found[at].form
    return form in words.opposite and sum(t.form == form for t in found) > sum(t.form == form for t in others)


def _turned(found: list[Token], matched: list[int], at: int, others: list[Token], words: Lexicon) -> list[Token]:
    """What stands in the place of a word that may be the opposite of it; nothing where both tell the same way (`dropped down`, `climbed down`)."""
    after = at + 1
    if after < len(found) and matched[after] >= 0 and found[after].form in words.directions:
        return []
    return in_place(found, matched, at, others)


def _shared_by_verbs(found: list[Token], matched: list[int], at: int, others: list[Token], words: Lexicon) -> bool:
    """`you cannot run it and you cannot sell it`, `you cannot run it or sell it`: said once for both."""
    before = denied_before(found, at, words)
    if found[at].form not in words.negations or before < 0 or matched[before] < 0:
        return False
    there = {t.form for t in instead(matched, at, others)}
    return not there.isdisjoint(words.either_way) and there.isdisjoint(words.negators)


def _until_dropped(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`did not open until after noon`, `did not open after noon`."""
    if found[at].form not in words.negations:
        return False
    return not words.until.isdisjoint(t.form for t in found[at + 1 : at + UNTIL_WITHIN]) and not any(
        t.form in words.until or t.form in words.until_turned for t in others
    )


def _until_turned(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`did not leave until the evening`, `it was evening before they left`, `they left only in the evening`, `they had to wait until then`."""
    if words.until.isdisjoint(t.form for t in found[at + 1 : at + UNTIL_WITHIN]):
        return False
    there = next((k for k, t in enumerate(others) if t.form in words.until), 0)
    if there:
        return any(t.form in words.waiting for t in others[max(0, there - WAITED_WITHIN) : there])
    said = governed(found, at, words)[:1]
    if said and denied(others, said[0], words):
        return False
    if said and any(t.form in words.until_passed for t in others) and affirmed(others, said[0], words):
        return True  # `will not open until it is safe`, `will open once it is safe`
    return any(
        token.form in words.only or (token.form in words.until_turned and said[0] in governed(others, k, words))
        for k, token in enumerate(others)
        if said
    )


def _first(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`the band has never played in Asia before`, `the band's first in Asia`."""
    first = words.first_time.get(found[at].form, frozenset())
    return any(t.form in first for t in others) and not any(t.form in first for t in found)


def _last(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`has not erupted since 1902`, `last erupted in 1902`."""
    if words.since.isdisjoint(t.form for t in found[at + 1 : at + UNTIL_WITHIN]):
        return False
    said = governed(found, at, words)[:1]
    return any(before.form in words.last_time and [root(t.form, words)] == said for before, t in pairwise(others))


def _few(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`hardly any of them`, `few of them`; not `none of them`."""
    after = found[at + 1].form if at + 1 < len(found) else ""
    of_any = any(after in anything for anything in words.any_for_none.values())
    verb = found[at].form in words.refused or found[at].form in words.refusing or found[at].form in words.negations
    return of_any and not verb and any(t.form in words.scant for t in others)


def _repeated(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether one negation of the other side holds of this one, too: `nobody asked, nobody came`, `nobody asked or came`."""
    before = denied_before(found, at, words)
    if found[at].form not in words.negators or before < 0 or same_clause(found, before, at, words):
        return False
    first, said = governed(found, before, words)[:1], governed(found, at, words)[:1]
    if not first or not said or affirmed(others, first[0], words):
        return False
    return denied(others, said[0], words)


def _still_to_do(token: Token, others: list[Token]) -> bool:
    """`have yet to clear the line`, `still have to clear it`."""
    return token.modal == "pending" and any(t.modal in ("have to", "must") for t in others)


def _at_edge(cut: list[bool], at: int) -> bool:
    """Whether a word of a cut is among the first two or the last two of it: next to what stayed.

    Of a cut that ends the variant, only the first word is: what comes later begins a clause of its own.
    """
    if all(cut[at:]):
        return at == 0 or not cut[at - 1]
    near = cut[max(0, at - CUT_EDGE) : at + CUT_EDGE + 1]
    return not all(near) or len(near) < 2 * CUT_EDGE + 1


def _same_place(pair: Pair, one: int, other: int) -> bool:
    """Whether a negation of the left is only worded otherwise, or moved within its clause, on the right."""
    words = pair.words
    if all(any(t.form in words.until for t in found) for found in (pair.left, pair.right)):
        return True
    lo_left, hi_left = slot(pair.left_to_right, one)
    lo_right, hi_right = slot(pair.right_to_left, other)
    if either(_of_the_noun, pair, one, other) or either(_of_anything, pair, one, other):
        return True
    if contrasted(pair.left, lo_left, one, words) != contrasted(pair.right, lo_right, other, words):
        return False
    if (lo_left, hi_left) == (
        pair.right_to_left[lo_right] if lo_right >= 0 else -1,
        pair.right_to_left[hi_right] if hi_right < len(pair.right) else len(pair.left),
    ):
        return True
    quantifier = (
        pair.left[one].form in words.quantifying_negators or pair.right[other].form in words.quantifying_negators
    )
    there = pair.left_to_right[lo_left] if lo_left >= 0 else -1
    back = pair.right_to_left[lo_right] if lo_right >= 0 else -1
    return _moved(pair.right, there, lo_right, words, quantifier=quantifier) or _moved(
        pair.left, back, lo_left, words, quantifier=quantifier
    )


def _moved(found: list[Token], one: int, other: int, words: Lexicon, *, quantifier: bool) -> bool:
    """Whether a negation that went from after token `one` to after token `other` stayed in its clause."""
    start, end = sorted((one, other))
    if end - start > MOVED:
        return False
    between = [t for t in found[start + 1 : end + 1] if t.form not in words.function]
    if any(t.initial or t.form in words.joining for t in found[max(1, start + 1) : end + 1]):
        return not between
    if not between or (any(t.form in words.raising for t in between) and len(between) <= MOVED_PAST_RAISING):
        return True
    return (
        quantifier
        and len(between) <= MOVED_QUANTIFIER
        and not any(t.form in words.speech or t.form in words.infinitive for t in between)
    )


def _of_the_noun(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """`no evidence was found`, `evidence was not found`."""
    if found[at].form not in words.noun_negators or others[other].form not in words.negations:
        return False
    denied = [t.form[:NOUN_STEM] for t in found[at + 1 : at + 1 + NOUN_WITHIN] if t.form not in words.function]
    return any(t.form[:NOUN_STEM] in denied for t in others[max(0, other - NOUN_BEFORE) : other])


def _of_anything(found: list[Token], at: int, others: list[Token], other: int, words: Lexicon) -> bool:
    """`have told them nothing`, `have not told them anything`."""
    anything = words.any_for_none.get(found[at].form, frozenset()) - words.articles
    if not anything or others[other].form not in words.negations:
        return False
    there = next((k for k in range(other + 1, len(others)) if others[k].form in anything), -1)
    return there > 0 and same_clause(others, other, there, words)


def _goes_with_the_noun(
    found: list[Token], at: int, others: list[Token], matched: list[int], open_there: list[int], words: Lexicon
) -> bool:
    """Whether a negation of one side stands with its noun in what the other side seems only to have added."""
    return any(
        matched[k] < 0
        and k not in open_there
        and (_of_the_noun(found, at, others, k, words) or _of_the_noun(others, k, found, at, words))
        for k, token in enumerate(others)
        if token.form in words.noun_negators or token.form in words.negations
    )

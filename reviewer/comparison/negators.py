"""Whether a word of one variant denies something, as it stands there and by what the other variant says."""

from __future__ import annotations

from reviewer.comparison.governed import PREVENTED_WITHIN, denying_particle, forbidden, root, stops_to, too_much
from reviewer.comparison.keys import Phrases
from reviewer.comparison.lexicon import Lexicon, Modal
from reviewer.comparison.marking import Token
from reviewer.comparison.pairing import denies_nothing

_PERMITTED: tuple[Modal, ...] = ("may", "can", "could")  # what is forbidden where the other side says that it is not
EARLIER_WITHIN = 16  # words before a negation among which is an earlier one that holds of both
LIMIT_WITHIN = 4  # words from "less" up to the number that is not reached
UNPREFIXED_FROM = 4  # letters of a word without the prefix that denies it


def negates(found: list[Token], at: int, others: set[str], instead: set[str], words: Lexicon) -> bool:
    """Whether a word denies something; `others`: the words of the other side, `instead`: those in the place of this one."""
    form = found[at].form
    following = found[at + 1].form if at + 1 < len(found) else ""
    before = found[at - 1].form if at else ""
    if form in words.opposed:
        return not following[:1].isdigit() and not instead.isdisjoint(words.opposed[form])
    if form in words.correlatives and any(t.form == words.correlatives[form] for t in found[:at]):
        return False
    if form in words.scant:
        return before in words.having or (before not in words.determiners and not others.isdisjoint(words.much))
    if not instead.isdisjoint(words.opposite.get(form, ())) and not _both_said(
        found, words.opposite[form] & others, words
    ):
        return not _limits(found, at, words)
    if form in words.contrary and not others.isdisjoint(words.contrary[form]):
        return not _both_said(found, words.contrary[form] & others, words)
    if (form, following) in words.undoubted or (before, form) in words.undoubted:
        return (form, following) in words.undoubted and form not in others and following in others
    particle = denying_particle(found, at, words)
    if form in words.evading or (particle and particle not in others):
        return True
    if form in words.impossible and before not in words.determiners:
        return True  # to save it is impossible; not `an impossible price`
    if form in words.preventing:
        if stops_to(found, at, words):
            return False
        if not others.isdisjoint(words.preventing):
            return False
        return (
            not others.isdisjoint(words.permitting)
            or (
                forbidden(found, at, words)
                and others.isdisjoint(words.negators)
                and any(words.modals.get(other) in _PERMITTED for other in others)
            )
            or not instead.isdisjoint(words.negators)
            or (
                others.isdisjoint(words.negators)
                and any(t.form in words.prevented_from for t in found[at + 1 : at + PREVENTED_WITHIN])
            )
        )
    if _far_from(found, at, words):
        return True
    if too_much(found, at, words):
        said = (
            form in others or not others.isdisjoint(words.negators) or not words.opposites(following).isdisjoint(others)
        )
        return not said and _done(found, at, others, words)
    if form in words.negators:
        if form in words.numbering and following[:1].isdigit():
            return False
        if (after := _phrase_at(found, at, words.bounds)) > at:  # `not less than the fine`, `less than the fine`
            return following in others and not any(words.numbers.begins(t.form) for t in found[at + 1 : after + 1])
        apart = found[at].paused or before in words.joining
        if apart and form in words.negations and following in words.echoing and denied_before(found, at, words) >= 0:
            return False  # `nobody knew, not even she`, `nobody knew, even she`
        if form in words.negations and found[at].paused and denied_before(found, at, words) >= 0:
            return False  # `no new taxes, not this year, not next year`
        return following in others or not denies_nothing(found, at, words)
    return _prefixed(form, others, words) or _deprived(form, others, words)


def _done(found: list[Token], at: int, others: set[str], words: Lexicon) -> bool:
    """Whether the other side has the verb of `too late to save it`."""
    verb = next(k + 1 for k in range(at + 2, len(found)) if found[k].form in words.infinitive)
    return root(found[verb].form, words) in {root(form, words) for form in others}


def _limits(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word sets a limit to a number, of which a flag of its own tells: `less than 40`."""
    behind = [t.form for t in found[at + 1 : at + LIMIT_WITHIN] if t.form not in words.articles]
    return (
        len(behind) > 1
        and behind[0] in words.than
        and words.numbers.begins(behind[1])
        and any(phrase[0] == found[at].form for phrase, _ in words.limits)
    )


def _both_said(found: list[Token], contrary: frozenset[str], words: Lexicon) -> bool:
    """Whether the side that says a word says what is contrary to it as well (`starts in Ghent and ends in Trieste`)."""
    return not {root(t.form, words) for t in found}.isdisjoint(root(word, words) for word in contrary)


def _prefixed(form: str, others: set[str], words: Lexicon) -> bool:
    """`unsafe`, where the other side has `safe`."""
    prefixes = words.negative_prefixes
    return (
        form.startswith(prefixes)
        and any(
            form.startswith(prefix)
            and len(form) >= len(prefix) + UNPREFIXED_FROM
            and form[len(prefix) :] in others
            and (prefix not in others or prefix in words.function)  # `non partisan`
            for prefix in prefixes
        )
        and not form.startswith(words.unprefixed)
    )


def _deprived(form: str, others: set[str], words: Lexicon) -> bool:
    """`harmless`, where the other side has `harmful`."""
    return any(
        form.endswith(without) and f"{form.removesuffix(without)}{full}" in others
        for without in words.privative_endings
        for full in words.abounding_endings
    )


def _far_from(found: list[Token], at: int, words: Lexicon) -> bool:
    """`is far from safe`, `anything but finished`; not `lives far from the sea`."""
    if not at or found[at - 1].form not in words.having:
        return False
    if _phrase_at(found, at, words.anything_but) > at:
        return True
    after = _phrase_at(found, at, words.far_from)
    return after > at and not found[after].name and found[after].form not in words.determiners - _indefinite(words)


def _indefinite(words: Lexicon) -> frozenset[str]:
    return words.articles - words.definite


def _phrase_at(found: list[Token], at: int, phrases: Phrases) -> int:
    """The token after the first of `phrases` that stands at `at` before something; `at` itself if none does."""
    for phrase in phrases:
        after = at + len(phrase)
        if found[at].form == phrase[0] and after < len(found) and tuple(t.form for t in found[at:after]) == phrase:
            return after
    return at


def denied_before(found: list[Token], at: int, words: Lexicon) -> int:
    """The negation that stands last before `at` in its sentence or the one before, -1 without one."""
    return next((k for k in range(at - 1, max(-1, at - EARLIER_WITHIN), -1) if found[k].form in words.negators), -1)

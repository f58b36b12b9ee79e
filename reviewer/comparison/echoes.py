"""Negations that the other variant need not repeat: told once for two, with a prefix, or aside of what both tell."""

from __future__ import annotations

from reviewer.comparison.governed import root, said_after
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token

RULED_OUT_WITHIN = 3  # words on either side of a negation among which is the verb of a thing not ruled out
NEAR = 16  # words within which one negation may hold of two nouns


def told_otherwise(found: list[Token], matched: list[int], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether the other side says what the negation `at` denies without one of its own, or leaves out what is told in passing."""
    return (
        _echoed(found, at, others, words)
        or _listed(found, at, others, words)
        or _with_a_prefix(found, at, others, words)
        or _left_open(found, at, others, words)
        or _only(found, at, others, words)
        or (found[at].form in words.scant and any(t.modal == "unlikely" for t in others))  # there is little chance
        or _aside(found, matched, at, others, words)
    )


def _echoed(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`I did not hear it and neither did she`, `he did not go and she did not go`, where the other side has `neither she nor I heard it`."""
    if found[at].form not in words.negations:
        return False
    after, there = [t.form for t in found[at + 1 :]], [t.form for t in others]
    again = any(t.form in words.negations for t in found[:at])
    return any(
        (again or first in after) and first in there and second in there[there.index(first) :]
        for second, first in words.correlatives.items()
    )


def _listed(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`has no doctor and no chemist`, where the other side says once for both that it `lacks a doctor and a chemist`."""
    form, following = found[at].form, found[at + 1].form if at + 1 < len(found) else ""
    if words.articles.isdisjoint(words.any_for_none.get(form, ())) or (form, following) in words.two_word_negators:
        return False
    if not at or found[at - 1].form not in words.listing | words.either_way:
        return False
    noun = said_after(found, at, words)[:1]
    return any(t.form == form for t in found[max(0, at - NEAR) : at]) and any(
        [root(t.form, words)] == noun and _lacked(others, k, words) for k, t in enumerate(others)
    )


def _lacked(found: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a negation stands before a noun, with no verb between them that says that it is there."""
    before = found[max(0, at - NEAR) : at][::-1]
    last = next((t for t in before if t.initial or t.form in words.negators or t.form in words.having), None)
    return last is not None and last.form in words.negators


def _with_a_prefix(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`a van with no heating`, `an unheated van`."""
    if found[at].form not in words.quantifying_negators and found[at].form not in words.sparing:
        return False
    said = said_after(found, at, words)[:1]
    return bool(said) and any(
        token.form.startswith(prefix) and root(token.form.removeprefix(prefix), words) == said[0]
        for token in others
        for prefix in words.negative_prefixes
    )


def _left_open(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`does not rule out closing the pool`, `may close the pool`."""
    form, beside = found[at].form, words.ruling_out
    if form in beside:
        beside = words.negations
    elif form not in words.negations:
        return False
    within = len(found) if words.separable else RULED_OUT_WITHIN
    near = found[max(0, at - within) : at + 1 + within]
    if all(t.form not in beside for t in near) or any(t.form in words.ruling_out for t in others):
        return False
    return any(t.modal in ("may", "can", "could", "perhaps") for t in others)


def _only(found: list[Token], at: int, others: list[Token], words: Lexicon) -> bool:
    """`none of us can read it except her`, `she is the only one who can read it`."""
    after = found[at + 1 :]
    return (
        found[at].form in words.subject_negators
        and any(t.form in words.excepting for t in after)
        and any(t.form in words.only for t in others)
        and not any(t.form in words.only for t in found)
    )


def _aside(found: list[Token], matched: list[int], at: int, others: list[Token], words: Lexicon) -> bool:
    """Whether `at` stands in what one side alone tells of a noun between commas: `the scanner, which nobody had asked for,`."""
    start = next((k for k in range(at, -1, -1) if found[k].paused or found[k].initial), 0)
    if not found[start].paused or found[start].form not in words.relatives:
        return False
    end = next((k for k in range(at + 1, len(found)) if found[k].paused or found[k].initial), len(found))
    if any(there >= 0 for there in matched[start:end]):
        return False
    told = {root(t.form, words) for t in found[start:end] if t.form not in words.function}
    return told.isdisjoint(root(t.form, words) for t in others)

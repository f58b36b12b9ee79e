"""Where a span might stand in another text after all: what an analyst looks at before recording an absence."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from rapidfuzz import fuzz

from reviewer.comparison.blocks import equal_blocks
from reviewer.comparison.flags import word_flags
from reviewer.comparison.lexicon import Lexicon, lexicon_of
from reviewer.comparison.scrutiny import SURVEYED
from reviewer.comparison.sides import Prepared, prepared
from reviewer.comparison.units import Unit, Units, stems_of, units_of
from reviewer.comparison.values import Candidate, Side
from reviewer.comparison.weights import Weights
from reviewer.comparison.words import Words, words_of
from reviewer.text import Span, folded

RARE = 40  # units a stem may stand in and still name candidates
SHORTLIST = 24  # units scored for each answer asked for
TURNED = frozenset(("negation", "number", "modality"))
_MARK = re.compile('[“”„«»‹›"]')
NAMED = 6  # missing words that a reason names
OTHER_WORDS = 95.0  # the most that a place scores which has some word only in another form
TURNED_FROM = 50.0  # the score from which on what a place turns is worth saying
LETTERS = 2000  # code points of which the letters are compared
LETTERS_FROM = 80.0  # the score of the letters from which on they count: below it, other words are as like
LEAST_SCORE = 12.0  # a score below this is chance
FULL_SCORE = 100.0  # the score of a place that says all of it, half of it for the words and half for their order
SAME_FROM = 99.0  # the score from which on a place that lacks no word says the same
# How much of the query a place says that lacks some of its words, by the score from which on it does:
SAID = ((67.0, "says most of it"), (34.0, "says part of it"), (0.0, "shares single words"))
PLACES_FOUND = 5  # places in an answer, if none is asked for


class _Scored(NamedTuple):
    score: float
    unit: Unit
    shared: list[str]
    missing: list[str]


class _Query(NamedTuple):
    """What is looked for: its words as printed, their matching keys and stems, all in the language of the text."""

    text: str
    folded: str
    words: Words
    stems: list[str]
    language: Lexicon
    weights: Weights


def candidates(
    query: str, text: str, *, language: str | None = None, limit: int = PLACES_FOUND
) -> tuple[Candidate, ...]:
    """The places of `text` most like `query`, best first, none overlapping: sentences, or the part of one that is alike.

    `language` is the text's BCP 47 tag, None if unknown; the query is read in that language too.
    `score` is the share (0–100) of what the query says that the place says too, rare words counting more and order
    counting half; `reason` says what is missing.
    """
    side = prepared(Side(text, language=language))
    known = lexicon_of(text, language)
    mine, theirs = stems_of(query, known.code), units_of(side, known.code)
    if not mine or not theirs.stems or limit < 1:
        return ()
    weights = Weights(Counter(mine), theirs.uses, known)
    asked = _Query(query, folded(query)[:LETTERS], words_of(query, known.code), mine, known, weights)
    found = [_scored(asked, unit, theirs, side) for unit in _shortlist(mine, theirs, weights, limit)]
    found = [item for item in found if item.score >= LEAST_SCORE]
    found.sort(key=lambda item: (-item.score, item.unit.start))
    return tuple(_candidate(item, asked, theirs, side) for item in found[:limit])


def _shortlist(mine: list[str], theirs: Units, weights: Weights, limit: int) -> list[Unit]:
    places = theirs.places(set(range(len(theirs.units))), set(mine))
    votes: dict[int, float] = {}
    for word, there in places.items():
        if len(there) <= RARE or len(places) == 1:
            for number in there:
                votes[number] = votes.get(number, 0.0) + weights[word]
    best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return [theirs.units[number] for number, _ in best[: SHORTLIST * limit]]


def _scored(query: _Query, unit: Unit, theirs: Units, side: Prepared) -> _Scored:
    mine, weights = query.stems, query.weights
    yours = theirs.stems[unit.start : unit.end]
    rest = list(yours)
    shared, missing = [], []
    for word in mine:
        if word in rest:
            rest.remove(word)
            shared.append(word)
        else:
            missing.append(word)
    whole = sum(weights[word] for word in mine) or 1.0
    ordered = sum(weights.of(mine, block.left, block.left + block.length) for block in equal_blocks(mine, yours))
    bag = sum(weights[word] for word in shared)
    letters = fuzz.ratio(query.folded, folded(_text(unit, side))[:LETTERS])
    score = max(FULL_SCORE / 2 * (bag / whole + ordered / whole), letters if letters >= LETTERS_FROM else 0.0)
    if not set(query.words.keys).issubset(side.words.keys[unit.start : unit.end]):
        score = min(score, OTHER_WORDS)
    return _Scored(round(min(FULL_SCORE, score), 1), unit, shared, missing)


def _text(unit: Unit, side: Prepared) -> str:
    return side.text[side.words.starts[unit.start] : side.words.ends[unit.end - 1]]


def _candidate(item: _Scored, query: _Query, theirs: Units, side: Prepared) -> Candidate:
    span = _tight(item, query.stems, theirs, side)
    text = span.of(side.text)
    return Candidate(span.start, span.end, text, item.score, _reason(item, query, text))


def _tight(item: _Scored, mine: list[str], theirs: Units, side: Prepared) -> Span:
    """The sentence, or the part of it from the first to the last shared word where the query is a small part of it."""
    unit = item.unit
    start, end = unit.start, unit.end
    blocks = equal_blocks(mine, theirs.stems[start:end], 0, start)
    if blocks:
        first, last = blocks[0].right, blocks[-1].right + blocks[-1].length
        if unit.end - unit.start > 2 * len(mine):
            return Span(side.words.starts[first], side.words.ends[last - 1])
        while start < first and _marked(side, start, first):
            start += 1
        while end > last and _marked(side, last - 1, end - 1):
            end -= 1
    return Span(side.words.starts[start], side.words.ends[end - 1])


def _marked(side: Prepared, word: int, other: int) -> bool:
    """Whether a quotation begins or ends between two words, so that one of them is not of the same utterance."""
    return _MARK.search(side.text, side.words.ends[word], side.words.starts[other]) is not None


def _turned(query: _Query, text: str) -> str:
    """What of the query the place turns, though it has all its words: `is`, `isn't`; nothing where these are many words."""
    if len(query.words) + text.count(" ") > SURVEYED:
        return ""
    flags = word_flags(query.text, text, query.language, indirect=True)
    found = [flag for flag in flags if flag.flag in TURNED]
    if not found:
        return ""
    return "; but " + ", ".join(f"{flag.flag} {flag.left or '–'} → {flag.right or '–'}" for flag in found)


def _reason(item: _Scored, query: _Query, text: str) -> str:
    """What the place lacks of the query, in the query's own words, the telling ones first."""
    turned = _turned(query, text) if item.score >= TURNED_FROM else ""
    if not item.missing:
        same = item.score >= SAME_FROM
        return ("says the same" if same else "says all of it, in other words or another order") + turned
    what = next(words for least, words in SAID if item.score >= least)
    lost = list(item.missing)
    shown: list[tuple[float, str]] = []
    for word, start, end in zip(query.stems, query.words.starts, query.words.ends, strict=True):
        if word in lost:
            lost.remove(word)
            shown.append((-query.weights.tiers[word], query.text[start:end]))
    shown.sort(key=lambda pair: pair[0])
    named = [text for _, text in shown[:NAMED]]
    more = f" and {len(shown) - NAMED} more" if len(shown) > NAMED else ""
    return f"{what}{turned}; lacks {', '.join(named)}{more}"

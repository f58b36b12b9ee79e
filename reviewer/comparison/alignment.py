"""Two articles → their matches: shared runs found, gathered by utterance, judged, and turned into values."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

from reviewer.comparison.blocks import Block
from reviewer.comparison.brief import with_brief
from reviewer.comparison.chains import REACH, Chain, chains, extended, filled
from reviewer.comparison.drafts import SPOKEN, drafts
from reviewer.comparison.judgement import resolved
from reviewer.comparison.leftovers import leftovers
from reviewer.comparison.lone import with_lone_words
from reviewer.comparison.matching import match_of
from reviewer.comparison.mirroring import comes_before, mirrored, place_of
from reviewer.comparison.passages import common_share
from reviewer.comparison.repeats import paired
from reviewer.comparison.sayings import completed
from reviewer.comparison.seeds import MANY, Grams, grams, runs, shared_runs
from reviewer.comparison.sides import ARTICLES, Prepared, prepared, shared_language
from reviewer.comparison.values import Comparison, Extent, Side
from reviewer.comparison.weights import Weights
from reviewer.quotes import Quotation

CHAIN_EVIDENCE = 1.0  # evidence below which a chain cannot grow into a match of quotations
PASSAGE_EVIDENCE = 2.2  # the same for one of unquoted text


def compare(left: Side, right: Side) -> Comparison:
    """Every shared quotation and passage of two articles, in order of their place on the left."""
    return compared(prepared(left), prepared(right))


def compared(left: Prepared, right: Prepared) -> Comparison:
    """The same of articles that are made ready once for several comparisons.

    Swapping the sides mirrors the result: the work is always done in one order of the two texts.
    """
    if comes_before(right, left):
        return mirrored(_compared(right, left))
    return _compared(left, right)


def _compared(one: Prepared, other: Prepared) -> Comparison:
    weights = Weights(one.uses, other.uses, shared_language(one, other))
    found = resolved(drafts(_chained(one, other, weights), one, other, weights), one, other, weights)
    found = completed(found, one, other)
    found = found + leftovers(found, one, other)
    found = paired(with_lone_words(with_brief(found, one, other), one, other), one, other)
    matches = sorted((match_of(draft, one, other) for draft in found), key=place_of)
    copied = [match for match in matches if match.relation != "paraphrased"]
    return Comparison(
        tuple(matches),
        _unmatched(one.quotations, [m.left for m in matches]),
        _unmatched(other.quotations, [m.right for m in matches]),
        common_share(one.words, [part for m in copied for part in m.left.parts]),
        common_share(other.words, [part for m in copied for part in m.right.parts]),
    )


def _chained(left: Prepared, right: Prepared, weights: Weights) -> list[list[Block]]:
    """The blocks of every chain worth looking at, with what lies between them and just outside them."""
    mine, theirs = left.words.keys, right.words.keys
    found = []
    for chain in chains(_runs(left, right)):
        evidence = sum([weights.of(mine, b.left, b.left + b.length) for b in chain.blocks])
        if evidence < CHAIN_EVIDENCE and max([b.length for b in chain.blocks]) < SPOKEN:
            continue
        if evidence < PASSAGE_EVIDENCE and not _meets_quotation(chain, left, right):
            continue
        found.append(extended(filled(chain, mine, theirs), mine, theirs, weights.__getitem__))
    return found


def _runs(left: Prepared, right: Prepared) -> list[Block]:
    if left.reused and right.reused and max(len(left.words), len(right.words)) <= MANY:
        return shared_runs(_grams(left), _grams(right))
    return runs(left.words.keys, right.words.keys)


@lru_cache(maxsize=ARTICLES)
def _grams(side: Prepared) -> Grams:
    return grams(side.words.keys)


def _meets_quotation(chain: Chain, left: Prepared, right: Prepared) -> bool:
    """Whether a quotation of either side begins, ends or goes on where `chain` lies, give or take what it may grow by."""
    first, last = chain.blocks[0], chain.blocks[-1]
    return left.quotes(first.left - REACH, last.left + last.length + REACH) or right.quotes(
        first.right - REACH, last.right + last.length + REACH
    )


def _unmatched(quotations: tuple[Quotation, ...], extents: list[Extent]) -> tuple[Quotation, ...]:
    parts = sorted((part.start, part.end) for extent in extents for part in extent.parts)
    reach = list(accumulate((end for _, end in parts), max))
    starts = [start for start, _ in parts]
    return tuple(q for q in quotations if not _any_reaches(bisect_left(starts, q.end), reach, q.start))


def _any_reaches(at: int, reach: list[int], start: int) -> bool:
    """Whether one of the first `at` spans ends after `start`; `reach` is how far they reach so far."""
    return at > 0 and reach[at - 1] > start

"""Quotations that no run of words matched: short ones, and those the other article put into its own words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, chain, pairwise, product

from reviewer.comparison.blocks import gathered
from reviewer.comparison.drafts import Draft
from reviewer.comparison.judgement import NAMED, only_names, two_speakers
from reviewer.comparison.likeness import (
    BRIEF_FROM,
    PHRASE,
    SENTENCE,
    Likeness,
    Report,
    in_other_tenses,
    likeness_of,
    one_quotation,
    same_said,
    same_words,
)
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.units import Unit, Units, is_part, units_of
from reviewer.comparison.weights import Weights

COMMONPLACE = 12  # a stem that more units of an article have finds nothing
LOOKED_AT = 3  # units looked at for each quotation
ENOUGH = 0.8  # evidence of shared stems that makes a unit worth aligning
SHORT_SHARE = 0.5  # share of a short quotation's evidence that stands for as much
LEAST_SHARE = 0.15  # share of a long one's that it must have besides
MOST_PAIRS = 36  # quotations of the same words, left times right, of which each is held against each
VOTE = 0.2  # the least evidence of a stem that may name candidates


def leftovers(found: list[Draft], left: Prepared, right: Prepared) -> list[Draft]:
    """Drafts for quotations that none of `found` touches, each with the one place of the other side most like it.

    A quotation that is matched may still be reported in words of its own elsewhere, as a lede does: it is held against
    unquoted sentences that no match touches.
    """
    quoted_left, quoted_right = _quoted(left), _quoted(right)
    if not quoted_left and not quoted_right:
        return []
    beside = {(left.piece_at(b.left), right.piece_at(b.right)) for draft in found for b in draft.blocks}
    language = shared_language(left, right)
    ours, theirs = units_of(left, language.code), units_of(right, language.code)
    mine = _Open({piece for piece, _ in beside} - {-1}, [draft.left_range for draft in found], ours)
    yours = _Open({piece for _, piece in beside} - {-1}, [draft.right_range for draft in found], theirs)
    here, there = _Sought(quoted_left, mine.touched, left), _Sought(quoted_right, yours.touched, right)
    if not (
        here.unmatched or there.unmatched or _retold(here, ours, theirs, yours) or _retold(there, theirs, ours, mine)
    ):
        return []
    weights = Weights(ours.uses, theirs.uses, language)
    same = _same([unit for unit in here.unmatched if unit.end - unit.start > PHRASE], there.unmatched, left, right)
    seen = {pair: likeness_of(*pair, ours.stems, theirs.stems, weights) for pair in same}
    likely = _likely(here, ours, theirs, weights, yours)
    mirrored = _likely(there, theirs, ours, weights, mine)
    equal = {one for one, _ in seen}
    for one, other in chain(likely, ((one, other) for other, one in mirrored)):
        if (one, other) not in seen and not (one in equal and _words(one, left) == _words(other, right)):
            seen[one, other] = likeness_of(one, other, ours.stems, theirs.stems, weights)
    return _best(seen, beside, left, right, Report(ours, theirs, weights))


class _Sought:
    """The quotations of one side that are looked for on the other: those not `touched`, and of all others the `tellable` ones,
    long enough to be told again in other words, and the sentences of any."""

    def __init__(self, quoted: list[Unit], touched: set[int], side: Prepared) -> None:
        self.unmatched = [unit for unit in quoted if unit.piece not in touched]
        self.tellable = [unit for unit in quoted if unit.piece in touched and unit.end - unit.start >= SENTENCE]
        self.tellable += [
            part for unit in quoted if side.pieces[unit.piece].quotation.speaker for part in _sentences(unit, side)
        ]


def _retold(sought: _Sought, mine: Units, theirs: Units, there: _Open) -> bool:
    """Whether a sentence that may report a matched quotation has any stem of one: most only say who speaks."""
    reports = [theirs.units[number] for number in there.reports]
    return bool(reports) and not theirs.stems_in(reports).isdisjoint(mine.stems_in(sought.tellable))


class _Open:
    """What of one side is still to be matched, as numbers of its units.

    `takers` may be what an unmatched quotation of the other side is: quotations not `touched`, and all that is unquoted;
    `reports` may report any quotation, matched or not: sentences with a verb of speech that no match touches.
    """

    def __init__(self, touched: set[int], ranges: list[tuple[int, int]], units: Units) -> None:
        self.touched = touched
        self.takers = {k for k, unit in enumerate(units.units) if unit.piece not in touched}
        ranges.sort()
        reach = list(accumulate([end for _, end in ranges], max))
        self.reports = set()
        for number in units.reports:
            unit = units.units[number]
            before = bisect_left(ranges, (unit.end, 0))
            if not before or reach[before - 1] <= unit.start:
                self.reports.add(number)


def _best(
    seen: dict[tuple[Unit, Unit], Likeness],
    beside: set[tuple[int, int]],
    left: Prepared,
    right: Prepared,
    report: Report,
) -> list[Draft]:
    drafts: list[Draft] = []
    used_left: set[Unit] = set()
    used_right: set[Unit] = set()
    order = sorted(
        seen.items(),
        key=lambda item: (
            is_part(item[0][0], left) or is_part(item[0][1], right),
            -item[1].shared * item[1].cosine,
            item[0][0].start,
            item[0][1].start,
        ),
    )
    for (one, other), likeness in order:
        quoted = one.piece >= 0 and other.piece >= 0
        if not (quoted and likeness.inside) and (one in used_left or other in used_right):
            continue
        draft = Draft(
            gathered(likeness.blocks, report.ours, report.theirs),
            {one.piece} if one.piece >= 0 else set(),
            {other.piece} if other.piece >= 0 else set(),
            likeness.shared,
            stemmed=True,
        )
        if quoted:
            if two_speakers(draft, left, right):
                continue
            if not _of_one_statement(one, other, likeness, beside, left, right):
                if not report.translated(one, other, likeness, left, right):
                    continue
                draft = replace(draft, least=((one.start, one.end), (other.start, other.end)))
        elif same_words(likeness):
            if likeness.shared < NAMED * likeness.whole[one.piece < 0] and only_names(likeness.blocks, left, right):
                continue
        else:
            if not report.holds(one, other, likeness, left, right):
                continue
            draft = replace(draft, reported=((one.start, one.end), (other.start, other.end)))
        used_left.add(one)
        used_right.add(other)
        drafts.append(draft)
    return drafts


def _of_one_statement(
    one: Unit, other: Unit, likeness: Likeness, beside: set[tuple[int, int]], left: Prepared, right: Prepared
) -> bool:
    """Whether two quotations are one utterance; `beside`: the quotations, left and right, that share one already.

    What is said again on another occasion is not.
    """
    if not likeness.inside and in_other_tenses(likeness, left, right):
        return False
    follows = any((one.piece + k, other.piece + k) in beside for k in (-1, 1))
    return one_quotation(one, other, likeness, follows=follows) or same_said(one, other, likeness, left, right)


def _sentences(quoted: Unit, side: Prepared) -> list[Unit]:
    """The sentences of a quotation that has several."""
    starts = side.words.sentences
    first, last = bisect_right(starts, quoted.start), bisect_left(starts, quoted.end)
    if first == last:
        return []
    edges = (quoted.start, *starts[first:last], quoted.end)
    return [Unit(start, end, quoted.piece) for start, end in pairwise(edges) if end - start >= BRIEF_FROM]


def _quoted(side: Prepared) -> list[Unit]:
    return [Unit(p.start, p.end, k) for k, p in enumerate(side.pieces) if p.end - p.start > 1]


def _likely(sought: _Sought, mine: Units, theirs: Units, weights: Weights, there: _Open) -> Iterator[tuple[Unit, Unit]]:
    """For each quotation, the units of the other side that share most rare stems with it."""
    yield from _voted(sought.unmatched, there.takers, mine, theirs, weights)
    yield from _voted(sought.tellable, there.reports, mine, theirs, weights)


def _same(ours: list[Unit], theirs: list[Unit], left: Prepared, right: Prepared) -> Iterator[tuple[Unit, Unit]]:
    """Quotations of the same words, however plain: what names candidates is rare words, and "enough is enough" has none.

    Of words that both sides repeat often the first is held against the first, and so on, and what one side has more of
    against the last: each with each would be quadratic, and `repeats.paired` would leave no more of it.
    """
    mine, yours = _by_words(ours, left), _by_words(theirs, right)
    for words, ones in mine.items():
        others = yours.get(words)
        if others is None:
            continue
        if len(ones) * len(others) <= MOST_PAIRS:
            yield from product(ones, others)
        else:
            for at in range(max(len(ones), len(others))):
                yield ones[min(at, len(ones) - 1)], others[min(at, len(others) - 1)]


def _by_words(units: list[Unit], side: Prepared) -> dict[tuple[str, ...], list[Unit]]:
    found: dict[tuple[str, ...], list[Unit]] = {}
    for unit in units:
        found.setdefault(_words(unit, side), []).append(unit)
    return found


def _words(unit: Unit, side: Prepared) -> tuple[str, ...]:
    return tuple(side.words.keys[unit.start : unit.end])


def _voted(
    quoted: list[Unit], among: set[int], mine: Units, theirs: Units, weights: Weights
) -> Iterator[tuple[Unit, Unit]]:
    if not quoted or not among:
        return
    known = theirs.known(among)
    telling = [
        [w for w in dict.fromkeys(mine.stems[unit.start : unit.end]) if w in known and weights[w] >= VOTE]
        for unit in quoted
    ]
    places = theirs.places(among, set().union(*telling))
    for unit, words in zip(quoted, telling, strict=True):
        votes: dict[int, float] = {}
        for word in words:
            holders = places[word]
            if len(holders) <= COMMONPLACE:
                weight = weights[word]
                for number in holders:
                    votes[number] = votes.get(number, 0.0) + weight
        if not votes:
            continue
        whole = weights.of(mine.stems, unit.start, unit.end)
        needed = max(min(ENOUGH, SHORT_SHARE * whole), LEAST_SHARE * whole)
        best = sorted([(-vote, number) for number, vote in votes.items() if vote >= needed])
        for _, number in best[:LOOKED_AT]:
            yield unit, theirs.units[number]

"""Quotations that no run of words matched: short ones, and those the other article put into its own words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, chain, product
from math import sqrt

from reviewer.comparison.blocks import Block, equal_blocks
from reviewer.comparison.contractions import spelled_out
from reviewer.comparison.drafts import Draft
from reviewer.comparison.judgement import two_speakers
from reviewer.comparison.sayings import other_forms
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.stems import reorders, reporting
from reviewer.comparison.units import Unit, Units, units_of
from reviewer.comparison.words import Weights, key, words_of_name
from reviewer.quotes import same_person

COMMONPLACE = 12  # a stem that more units of an article have finds nothing
LOOKED_AT = 3  # units looked at for each quotation
ENOUGH = 0.8  # evidence of shared stems that makes a unit worth aligning
TOPICAL = 0.6  # damping of the words that both articles repeat, which any two sentences of an event share
SENTENCE = 6  # words that a quotation needs to be retold: fewer are but a term that anybody may use
MOST = 0.5  # share of a quotation that a report in free order keeps
PHRASE = 2  # words that a speaker may use again and again
MOST_PAIRS = 36  # quotations of the same words, left times right, of which each is held against each
VOTE = 0.2  # the least evidence of a stem that may name candidates


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How alike two units are, in evidence of their stems in order."""

    blocks: list[Block]
    shared: float  # of all equal stems
    run: float  # of the best run of two stems or more
    longest: int  # stems in the longest run
    whole: tuple[float, float]  # of all stems of each unit

    @property
    def contained(self) -> float:
        """The share of the smaller unit, 0–1."""
        return self.shared / (min(self.whole) or 1.0)

    @property
    def cosine(self) -> float:
        """The share of both units, 0–1."""
        return self.shared / (sqrt(self.whole[0] * self.whole[1]) or 1.0)


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
    weights = Weights(ours.uses, theirs.uses, language)
    mine = _Open({piece for piece, _ in beside} - {-1}, [draft.left_range for draft in found], ours)
    yours = _Open({piece for _, piece in beside} - {-1}, [draft.right_range for draft in found], theirs)
    same = _same(
        [unit for unit in quoted_left if unit.piece not in mine.touched and unit.end - unit.start > PHRASE],
        [unit for unit in quoted_right if unit.piece not in yours.touched],
        left,
        right,
    )
    seen = {pair: _likeness(*pair, ours.stems, theirs.stems, weights) for pair in same}
    likely = _likely(quoted_left, ours, theirs, weights, mine.touched, yours)
    mirrored = _likely(quoted_right, theirs, ours, weights, yours.touched, mine)
    equal = {one for one, _ in seen}
    for one, other in chain(likely, ((one, other) for other, one in mirrored)):
        if (one, other) not in seen and not (one in equal and _words(one, left) == _words(other, right)):
            seen[one, other] = _likeness(one, other, ours.stems, theirs.stems, weights)
    return _best(seen, beside, left, right, _Report(ours, theirs, weights))


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
    seen: dict[tuple[Unit, Unit], _Likeness],
    beside: set[tuple[int, int]],
    left: Prepared,
    right: Prepared,
    report: _Report,
) -> list[Draft]:
    drafts: list[Draft] = []
    used_left: set[Unit] = set()
    used_right: set[Unit] = set()
    order = sorted(
        seen.items(), key=lambda item: (-item[1].shared * item[1].cosine, item[0][0].start, item[0][1].start)
    )
    for (one, other), likeness in order:
        whole = one.piece >= 0 and other.piece >= 0 and likeness.contained >= 0.85
        if not whole and (one in used_left or other in used_right):
            continue
        draft = Draft(
            likeness.blocks,
            {one.piece} if one.piece >= 0 else set(),
            {other.piece} if other.piece >= 0 else set(),
            likeness.shared,
            stemmed=True,
        )
        if one.piece >= 0 and other.piece >= 0:
            if two_speakers(draft, left, right):
                continue
            if likeness.contained < 0.85 and other_forms(likeness.blocks, left, right) > 1:
                continue  # said again on another occasion: an article does not shift the tenses of what it quotes
            follows = any((one.piece + k, other.piece + k) in beside for k in (-1, 1))
            if not (
                _one_quotation(one, other, likeness, follows=follows) or _same_said(one, other, likeness, left, right)
            ):
                continue
        elif not _same_words(likeness):
            if not report.holds(one, other, likeness, left, right):
                continue
            draft = replace(draft, reported=((one.start, one.end), (other.start, other.end)))
        used_left.add(one)
        used_right.add(other)
        drafts.append(draft)
    return drafts


def _quoted(side: Prepared) -> list[Unit]:
    return [Unit(p.start, p.end, k) for k, p in enumerate(side.pieces) if p.end - p.start > 1]


def _likely(
    quoted: list[Unit], mine: Units, theirs: Units, weights: Weights, touched: set[int], there: _Open
) -> Iterator[tuple[Unit, Unit]]:
    """For each quotation, the units of the other side that share most rare stems with it."""
    unmatched = [unit for unit in quoted if unit.piece not in touched]
    yield from _voted(unmatched, there.takers, mine, theirs, weights)
    matched = [unit for unit in quoted if unit.piece in touched and unit.end - unit.start >= SENTENCE]
    yield from _voted(matched, there.reports, mine, theirs, weights)


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
        needed = max(min(ENOUGH, 0.5 * whole), 0.15 * whole)
        best = sorted([(-vote, number) for number, vote in votes.items() if vote >= needed])
        for _, number in best[:LOOKED_AT]:
            yield unit, theirs.units[number]


def _likeness(one: Unit, other: Unit, ours: list[str], theirs: list[str], weights: Weights) -> _Likeness:
    mine, yours = ours[one.start : one.end], theirs[other.start : other.end]
    blocks = equal_blocks(mine, yours, one.start, other.start)
    shared = run = 0.0
    longest = 0
    for start, _, length in blocks:
        evidence = weights.of(ours, start, start + length)
        shared += evidence
        longest = max(longest, length)
        if length > 1:
            run = max(run, evidence)
    whole = weights.of(mine, 0, len(mine)), weights.of(yours, 0, len(yours))
    return _Likeness(blocks, shared, run, longest, whole)


def _one_quotation(one: Unit, other: Unit, likeness: _Likeness, *, follows: bool) -> bool:
    """Whether two quotations are one utterance: the same words, or one inside the other, or most words in one order.

    `follows`: the quotations before or after them are a match, so that both articles go through one statement.
    """
    shared, run = likeness.shared, likeness.run
    if shared >= 0.95 * max(likeness.whole) and likeness.longest >= 2:
        return shared >= 0.8
    if follows and likeness.contained >= 0.6 and likeness.longest >= 5:
        return shared >= 0.9
    if likeness.contained >= 0.85 and (shared >= 1.6 or likeness.longest >= 5) and run >= 0.5 * shared:
        return True
    if likeness.cosine >= 0.7 and shared >= 2.5 and likeness.longest >= 3:
        return True  # two translations: most of the words, and hardly two of them side by side
    lengths = sorted((one.end - one.start, other.end - other.start))
    return likeness.contained >= 0.62 and shared >= 1.7 and run >= 0.4 * shared and lengths[1] <= 1.7 * lengths[0]


def _same_said(one: Unit, other: Unit, likeness: _Likeness, left: Prepared, right: Prepared) -> bool:
    """Whether two short quotations differ in contractions alone, or one is in the other and one person speaks in both."""
    speakers = left.pieces[one.piece].quotation.speaker, right.pieces[other.piece].quotation.speaker
    known = bool(speakers[0] and speakers[1] and same_person(speakers[0], speakers[1]))
    if likeness.contained >= 0.85 and (likeness.shared >= 0.8 or known):
        words = shared_language(left, right)
        mine, theirs = left.words.keys[one.start : one.end], right.words.keys[other.start : other.end]
        if spelled_out(mine, words) == spelled_out(theirs, words):
            return True
    return (
        known
        and min(one.end - one.start, other.end - other.start) > PHRASE
        and likeness.contained >= 0.85
        and likeness.shared >= 1.0
        and likeness.run >= 0.5 * likeness.shared
    )


def _same_words(likeness: _Likeness) -> bool:
    """Whether the words of a quotation stand elsewhere without marks."""
    return likeness.contained >= 0.9 and likeness.shared >= 1.8 and likeness.longest >= 4


class _Report:
    """Judges whether a sentence reports a quotation in words of its own.

    Two sentences of one event share its topic anyway, so words that both articles repeat count for less here; and a
    reporter at work shows by a verb of speech.
    """

    def __init__(self, ours: Units, theirs: Units, weights: Weights) -> None:
        self.ours, self.theirs = ours.stems, theirs.stems
        self.speech, self.reorders = reporting(ours.language), reorders(ours.language)
        self.weights = weights.damped(TOPICAL)

    def holds(self, one: Unit, other: Unit, likeness: _Likeness, left: Prepared, right: Prepared) -> bool:
        quoted, sentence, home, side = (one, other, left, right) if one.piece >= 0 else (other, one, right, left)
        if (
            quoted.end - quoted.start < SENTENCE
            or (likeness.shared < 1.5 and not self.reorders)
            or self.speech.isdisjoint(side.words.keys[sentence.start : sentence.end])
        ):
            return False
        if self.reorders:
            return self._kept(one, other, quoted)
        likeness = _likeness(one, other, self.ours, self.theirs, self.weights)
        share = likeness.shared / (likeness.whole[0 if one.piece >= 0 else 1] or 1.0)
        if likeness.longest >= 5 and share >= 0.5 and likeness.shared >= 1.5:
            return True
        named = _names_speaker(home, quoted, side, sentence)
        least = 0.3 if named else 0.33
        if likeness.shared - likeness.run < 0.3 and not named:
            return False  # one shared term, and nothing said about it
        return likeness.shared >= 1.9 and likeness.run >= 1.1 and share >= least and likeness.cosine >= least

    def _kept(self, one: Unit, other: Unit, quoted: Unit) -> bool:
        """Whether the other unit has most of what the quotation says, or much of a long one, in any order."""
        both = Counter(self.ours[one.start : one.end]) & Counter(self.theirs[other.start : other.end])
        kept = sum(self.weights[word] * times for word, times in both.items())
        stems = self.ours if quoted is one else self.theirs
        share = kept / (self.weights.of(stems, quoted.start, quoted.end) or 1.0)
        return (share >= MOST and kept >= 2.5) or (share >= 0.33 and kept >= 5.5)


def _names_speaker(home: Prepared, quoted: Unit, side: Prepared, sentence: Unit) -> bool:
    """Whether `sentence` names the speaker of the quotation (the last word of the name)."""
    speaker = home.pieces[quoted.piece].quotation.speaker
    if not speaker:
        return False
    name = words_of_name(speaker).keys[-1:]
    return bool(name) and key(name[0]) in side.words.keys[sentence.start : sentence.end]

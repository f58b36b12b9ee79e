"""How alike two units are by their stems, and when that makes them one utterance, or one the report of the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt

from reviewer.comparison.attribution import told
from reviewer.comparison.blocks import Block, equal_blocks
from reviewer.comparison.contractions import spelled_out
from reviewer.comparison.sayings import other_forms
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.stems import reorders, reporting
from reviewer.comparison.units import Unit, Units, is_part
from reviewer.comparison.weights import Weights
from reviewer.comparison.words import key, words_of_name
from reviewer.quotes import same_person

# Two quotations.  Shares are of the evidence of their stems, 0–1: of the shorter one, if nothing else is said.
INSIDE = 0.85  # share from which on the shorter one is in the other
SAME_SHARE = 0.95  # share of the longer one from which on they are the same words
SAME_EVIDENCE = 0.8  # evidence of the same words that two people do not choose by chance
SPOKEN_EVIDENCE = 1.0  # evidence of a part that one person says in both
INSIDE_EVIDENCE = 1.6  # the same of two that may speak of other things
TOLD_RUN = 5  # stems in a row that stand for as much evidence
IN_A_ROW = 0.5  # part of what is shared that stands in one row there
ON_SHARE, ON_EVIDENCE = 0.6, 0.9  # share and evidence, with such a row, where both articles go on with one statement
TRANSLATED_SHARE = 0.7  # share of both (cosine) of two translations, of which hardly two words stand side by side
TRANSLATED_EVIDENCE, TRANSLATED_RUN = 2.5, 3  # their evidence, and stems in their longest row
ANY_ORDER_SHARE, ANY_ORDER_EVIDENCE = 0.6, 2.2  # the same in whatever order, where one person is known to speak
REWORDED_SHARE, REWORDED_EVIDENCE = 0.62, 1.7  # share and evidence of two that were reworded
REWORDED_ROW = 0.4  # part of that which stands in one row
REWORDED_LENGTH = 1.7  # how many times as long as the other one of them may be
PHRASE = 2  # words that a speaker may use again and again
# A quotation and what stands elsewhere without marks.
COPIED_SHARE, COPIED_EVIDENCE, COPIED_RUN = 0.9, 1.8, 4  # share, evidence and stems in a row of its words
# A quotation and a sentence that reports it.  Shares are of the quotation.
TOPICAL = 0.6  # damping of the words that both articles repeat, which any two sentences of an event share
BRIEF_FROM, BRIEF = 3, 8  # words, from and to, of what one person says in brief in both
BRIEF_EVIDENCE = 0.4  # their evidence
BRIEF_SLACK = 3  # words that a report of it may have more
SENTENCE = 6  # words that a quotation needs to be retold: fewer are but a term that anybody may use
LOOKED_AT_EVIDENCE = 1.5  # evidence, before that damping, that makes a report worth a closer look
QUOTED_RUN, QUOTED_SHARE, QUOTED_EVIDENCE = 5, 0.5, 1.5  # a report that keeps a row of the very words
TERM = 0.3  # evidence beside the best row without which two sentences share but a term
REPORT_EVIDENCE, REPORT_ROW = 1.9, 1.1  # evidence of any other report, and that of its best row
REPORT_SHARE, NAMED_SHARE = 0.33, 0.3  # its share of the quotation and of both, and the same where it names the speaker
NOBODY_S_SHARE = 0.4  # the same of both where nobody is said to tell it
# Where its speaker is known to tell it: its share of the quotation, that of both, and evidence, less where it is nearer.
KNOWN_SHARE, KNOWN_COSINE, KNOWN_EVIDENCE, KNOWN_NEAR = 0.28, 0.22, 2.5, 1.4
FREE_SHARE, FREE_EVIDENCE = 0.5, 2.5  # a report in a language of free order
LONG_SHARE, LONG_EVIDENCE = 0.33, 5.5  # the same of a long quotation


@dataclass(frozen=True, slots=True)
class Likeness:
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
    def inside(self) -> bool:
        """Whether the smaller unit is in the other."""
        return self.contained >= INSIDE

    @property
    def cosine(self) -> float:
        """The share of both units, 0–1."""
        return self.shared / (sqrt(self.whole[0] * self.whole[1]) or 1.0)


def likeness_of(one: Unit, other: Unit, ours: list[str], theirs: list[str], weights: Weights) -> Likeness:
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
    return Likeness(blocks, shared, run, longest, whole)


def one_quotation(one: Unit, other: Unit, likeness: Likeness, *, follows: bool) -> bool:
    """Whether two quotations are one utterance: the same words, or one inside the other, or most words in one order.

    `follows`: the quotations before or after them are a match, so that both articles go through one statement.
    """
    shared, run = likeness.shared, likeness.run
    if shared >= SAME_SHARE * max(likeness.whole) and likeness.longest >= 2:
        return shared >= SAME_EVIDENCE
    if follows and likeness.contained >= ON_SHARE and likeness.longest >= TOLD_RUN:
        return shared >= ON_EVIDENCE
    telling = shared >= INSIDE_EVIDENCE or likeness.longest >= TOLD_RUN
    if likeness.inside and telling and run >= IN_A_ROW * shared:
        return True
    if likeness.cosine >= TRANSLATED_SHARE and shared >= TRANSLATED_EVIDENCE and likeness.longest >= TRANSLATED_RUN:
        return True
    shorter, longer = sorted((one.end - one.start, other.end - other.start))
    return (
        likeness.contained >= REWORDED_SHARE
        and shared >= REWORDED_EVIDENCE
        and run >= REWORDED_ROW * shared
        and longer <= REWORDED_LENGTH * shorter
    )


def same_said(one: Unit, other: Unit, likeness: Likeness, left: Prepared, right: Prepared) -> bool:
    """Whether two short quotations differ in contractions alone, or one is in the other and one person speaks in both."""
    known = _one_speaker(one, other, left, right)
    if likeness.inside and (likeness.shared >= SAME_EVIDENCE or known):
        words = shared_language(left, right)
        mine, theirs = left.words.keys[one.start : one.end], right.words.keys[other.start : other.end]
        if spelled_out(mine, words) == spelled_out(theirs, words):
            return True
    return (
        known
        and min(one.end - one.start, other.end - other.start) > PHRASE
        and likeness.inside
        and likeness.shared >= SPOKEN_EVIDENCE
        and likeness.run >= IN_A_ROW * likeness.shared
    )


def in_other_tenses(likeness: Likeness, left: Prepared, right: Prepared) -> bool:
    """Whether the words of two quotations stand in other forms: an article does not shift the tenses of what it quotes."""
    return other_forms(likeness.blocks, left, right) > 1


def _one_speaker(one: Unit, other: Unit, left: Prepared, right: Prepared) -> bool:
    """Whether one person is known to speak in two quotations."""
    speakers = left.pieces[one.piece].quotation.speaker, right.pieces[other.piece].quotation.speaker
    return bool(speakers[0] and speakers[1] and same_person(speakers[0], speakers[1]))


def same_words(likeness: Likeness) -> bool:
    """Whether the words of a quotation stand elsewhere without marks."""
    return likeness.contained >= COPIED_SHARE and likeness.shared >= COPIED_EVIDENCE and likeness.longest >= COPIED_RUN


class Report:
    """Judges whether a sentence reports a quotation in words of its own.

    Two sentences of one event share its topic anyway, so words that both articles repeat count for less here; and a
    reporter at work shows by a verb of speech.
    """

    def __init__(self, ours: Units, theirs: Units, weights: Weights) -> None:
        self.ours, self.theirs = ours.stems, theirs.stems
        self.speech, self.reorders = reporting(ours.language), reorders(ours.language)
        self.undamped, self.weights = weights, weights.damped(TOPICAL)

    def holds(self, one: Unit, other: Unit, likeness: Likeness, left: Prepared, right: Prepared) -> bool:
        quoted, sentence, home, side = (one, other, left, right) if one.piece >= 0 else (other, one, right, left)
        if quoted.end - quoted.start <= BRIEF and self._in_brief(quoted, sentence, home, side, theirs=quoted is one):
            return True
        if (
            quoted.end - quoted.start < SENTENCE
            or (likeness.shared < LOOKED_AT_EVIDENCE and not self.reorders)
            or self.speech.isdisjoint(side.words.keys[sentence.start : sentence.end])
        ):
            return False
        part = is_part(quoted, home)
        if self.reorders:
            return self._kept(one, other, quoted) and (not part or _by_speaker(home, quoted, side, sentence) is True)
        likeness = likeness_of(one, other, self.ours, self.theirs, self.weights)
        share = likeness.shared / (likeness.whole[0 if one.piece >= 0 else 1] or 1.0)
        row = likeness.longest >= QUOTED_RUN and share >= QUOTED_SHARE and likeness.shared >= QUOTED_EVIDENCE
        if not row and (share < KNOWN_SHARE or likeness.cosine < KNOWN_COSINE):
            return False
        known = _by_speaker(home, quoted, side, sentence)
        if part and not known:
            return False
        if row or (known and likeness.shared >= (KNOWN_NEAR if likeness.cosine >= NAMED_SHARE else KNOWN_EVIDENCE)):
            return True
        named = _names_speaker(home, quoted, side, sentence)
        least = NAMED_SHARE if named else REPORT_SHARE
        if likeness.shared - likeness.run < TERM and (part or not named):
            return False  # one shared term, and nothing said about it
        if likeness.shared < REPORT_EVIDENCE or likeness.run < REPORT_ROW:
            return False
        if known is None and not named and likeness.cosine < NOBODY_S_SHARE:
            return False  # a fact that whoever writes of the event tells
        return share >= least and likeness.cosine >= least

    def translated(self, one: Unit, other: Unit, likeness: Likeness, left: Prepared, right: Prepared) -> bool:
        """Whether two quotations of one person have most of their words in common, in whatever order."""
        if min(one.end - one.start, other.end - other.start) < SENTENCE or not _one_speaker(one, other, left, right):
            return False
        if not self.reorders and in_other_tenses(likeness, left, right):
            return False
        mine, yours = Counter(self.ours[one.start : one.end]), Counter(self.theirs[other.start : other.end])
        shared, *whole = (
            sum([self.undamped[stem] * times for stem, times in stems.items()]) for stems in (mine & yours, mine, yours)
        )
        return shared >= ANY_ORDER_EVIDENCE and shared >= ANY_ORDER_SHARE * sqrt(whole[0] * whole[1])

    def _in_brief(self, quoted: Unit, sentence: Unit, home: Prepared, side: Prepared, *, theirs: bool) -> bool:
        """Whether a sentence has, close together, all that its own speaker says in a few quoted words: `said she would not resign`."""
        mine, yours = (self.ours, self.theirs) if theirs else (self.theirs, self.ours)
        words = shared_language(home, side)
        telling = [n for n in range(quoted.start, quoted.end) if home.words.keys[n] not in words.function]
        said = {mine[n] for n in telling}
        sentence_like = home.capital(quoted.start) and not all(map(home.capital, telling))  # no term, no title
        if quoted.end - quoted.start < BRIEF_FROM or not (sentence_like or len(said) >= BRIEF_FROM):
            return False
        if sum(self.weights[stem] for stem in said) < BRIEF_EVIDENCE:
            return False
        places = [n for n in range(sentence.start, sentence.end) if yours[n] in said]
        if (
            not said.issubset([yours[n] for n in places])
            or places[-1] - places[0] >= quoted.end - quoted.start + BRIEF_SLACK
        ):
            return False
        return _by_speaker(home, quoted, side, sentence) is True

    def _kept(self, one: Unit, other: Unit, quoted: Unit) -> bool:
        """Whether the other unit has most of what the quotation says, or much of a long one, in any order."""
        both = Counter(self.ours[one.start : one.end]) & Counter(self.theirs[other.start : other.end])
        kept = sum(self.weights[word] * times for word, times in both.items())
        stems = self.ours if quoted is one else self.theirs
        share = kept / (self.weights.of(stems, quoted.start, quoted.end) or 1.0)
        return (share >= FREE_SHARE and kept >= FREE_EVIDENCE) or (share >= LONG_SHARE and kept >= LONG_EVIDENCE)


def _by_speaker(home: Prepared, quoted: Unit, side: Prepared, sentence: Unit) -> bool | None:
    """Whether the speaker of the quotation is known to say `sentence` too; None where nobody is known to."""
    speaker = home.pieces[quoted.piece].quotation.speaker
    teller = told(side, sentence.start, sentence.end, speaker)
    return bool(speaker and same_person(speaker, teller.mention)) if teller else None


def _names_speaker(home: Prepared, quoted: Unit, side: Prepared, sentence: Unit) -> bool:
    """Whether `sentence` names the speaker of the quotation (the last word of the name)."""
    speaker = home.pieces[quoted.piece].quotation.speaker
    if not speaker:
        return False
    name = words_of_name(speaker).keys[-1:]
    return bool(name) and key(name[0]) in side.words.keys[sentence.start : sentence.end]

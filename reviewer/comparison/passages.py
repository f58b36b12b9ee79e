"""Text that both articles have outside quotations: what of it is copied, and how much of an article is common to both."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, pairwise
from pathlib import Path

from reviewer.comparison.blocks import Block, cut, reach
from reviewer.comparison.drafts import Draft
from reviewer.comparison.lexicon import lexicon
from reviewer.comparison.sides import Prepared, shared_language
from reviewer.comparison.weights import Weights
from reviewer.comparison.words import Words, words_of
from reviewer.text import Span

LEAST_WORDS = 9  # equal words of a passage
LEAST_RUN = 5  # equal words in a row that one of its runs has
DENSE = 0.75  # share of equal words in the tighter of its two ranges
DENSE_WITH_RUN = 0.6  # the same where a run is long
DENSE_RUN = 7  # equal words in a row of such a run
COPIED_EVIDENCE = 4.4  # what two reporters of one event do not reach by themselves
COPIED_EVIDENCE_BESIDE = 2.6  # the same beside other copied text
TOPICAL_DAMPING = 0.6  # damping of the words that the two articles repeat, which any report of the event has
FACT = 0.5  # what a name or number tells of its weight: every report of the event has them
STOCK = 0.3  # the same for a word of a set phrase
SHORT_RUN = 4  # equal words in a row up to which each tells but a part
LONG_RUN = 10  # the same from which on they tell more: neither chance nor the facts bring that about
GROWTH = 5  # words more that make the others of such a run tell as much again
MOST_GROWTH = 1.5  # how much more they tell at most, to 1
GAP_COST = 0.2  # evidence that each word costs which stands between two runs on one side,
FREE_GAP = 3  # these words apart,
MOST_GAP = 20  # and no more words than these
COPIED_RUN = 12  # words of a run from which on what stands between the runs was put in or left out by a copyist
STRUNG = 0.6  # the share of equal words in both ranges that shorter runs must have
FRAGMENT = 5  # words of a sentence up to which they are no part of a passage that ends or begins next to it
FURNITURE = 0.12  # share of words of a page about itself from which on a sentence is what any two of its articles share
NOTICE = 5  # words of a sentence up to which one such word is enough
TEMPLATE_RUNS = 4  # runs that a template is in, which is filled in between them
TEMPLATE_FACTS = 2  # names and numbers that each side fills it with

_ByBeginning = dict[tuple[str, str], list[tuple[str, ...]]]  # phrases by their first two words, which few begin with
_FILES = Path(__file__).parent / "phrases"


def common_share(words: Words, parts: Iterable[Span]) -> float:
    """The share of the `words` that lie in `parts`, 0–1; 0 for a text without words."""
    if not words:
        return 0.0
    covered = bytearray(len(words))
    for part in parts:
        start, end = words.range(part.start, part.end)
        covered[start:end] = b"\x01" * (end - start)
    return covered.count(1) / len(words)


def copied(
    draft: Draft, left: Prepared, right: Prepared, weights: Weights, needed: float = COPIED_EVIDENCE
) -> Draft | None:
    """What of `draft`, which has no quotation, one side copied from the other, or both from one source; None if nothing.

    Names, numbers and set phrases are what two independent reports of one event share, and in the same order.  `needed`: what the
    words must tell; where one sentence is copied, the next one may tell less.
    """
    if draft.evidence < needed or not _enough(draft.blocks):
        return None
    phrases = _phrases(shared_language(left, right).code or "en")
    found = _without_furniture(draft.blocks, left, phrases)
    if found != draft.blocks and not _enough(found):
        return None
    stock = _stock(found, left, right, phrases)
    topical = weights.damped(TOPICAL_DAMPING)
    values = [_telling(block, left, topical, stock) for block in found]
    first, last = _core(found, values)
    kept = _without_fragments(_together(found[first:last], values[first:last]), left, right)
    if kept != found:
        if not _enough(kept):
            return None
        values = [_telling(block, left, topical, stock) for block in kept]
    if sum(values) < needed or _template(kept, left, right):
        return None
    return Draft(kept, evidence=sum([weights.of(left.words.keys, b.left, b.left + b.length) for b in kept]))


def _enough(blocks: Sequence[Block]) -> bool:
    """Whether there are enough equal words, close enough to each other on one side."""
    lengths = [block.length for block in blocks]
    count = sum(lengths)
    if count < LEAST_WORDS or max(lengths) < LEAST_RUN:
        return False
    dense = DENSE_WITH_RUN if max(lengths) >= DENSE_RUN else DENSE
    return count >= dense * min(end - start for start, end in (reach(blocks, 0), reach(blocks, 1)))


def _without_furniture(blocks: list[Block], left: Prepared, phrases: _Phrases) -> list[Block]:
    """`blocks` without the sentences that a page says of itself."""
    start, end = reach(blocks, 0)
    keys, sentences = left.words.keys, left.words.sentences
    listed = lexicon("en").page
    page = _places(keys, start, end, phrases.page)
    if not listed.isdisjoint(keys[start:end]):
        page.update([at for at in range(start, end) if keys[at] in listed])
    if not page and "©" not in left.text:
        return blocks
    firsts = [start, *sentences[bisect_right(sentences, start) : bisect_left(sentences, end)], end]
    kept: list[Block] = []
    for first, after in pairwise(firsts):
        found = len(page.intersection(range(first, after)))
        noted = found >= FURNITURE * (after - first) and (found > 1 or after - first <= NOTICE)
        if not noted and "©" not in left.text[left.words.ends[first - 1] if first else 0 : left.words.starts[first]]:
            kept += cut(blocks, 0, first, after)
    return kept


def _stock(blocks: list[Block], left: Prepared, right: Prepared, phrases: _Phrases) -> set[int]:
    """The equal words (their numbers on the left) that stand in a set phrase on either side."""
    mine = _places(left.words.keys, *reach(blocks, 0), phrases.report)
    theirs = _places(right.words.keys, *reach(blocks, 1), phrases.report)
    return mine | {b.left + k for b in blocks for k in range(b.length) if b.right + k in theirs}


def _telling(block: Block, left: Prepared, weights: Weights, stock: set[int]) -> float:
    """What a run of equal words tells of copying: the longer it is the more, its names and numbers apart."""
    words = left.words
    facts = others = 0.0
    measured = False
    for at in range(block.left, block.left + block.length):
        weight = weights[words.keys[at]]
        if at in stock:
            weight *= STOCK
        first = left.text[words.starts[at]]
        number = first.isdigit()
        if number or measured or first.isupper():
            facts += FACT * weight
        else:
            others += weight
        measured = number
    growth = min(MOST_GROWTH, max(0.0, (block.length - LONG_RUN) / GROWTH))
    return (facts + others) * min(1.0, block.length / SHORT_RUN) + others * growth


def _core(blocks: Sequence[Block], values: Sequence[float]) -> tuple[int, int]:
    """The neighbouring blocks whose evidence, less what the words between them cost, is greatest."""
    best = (0.0, 0, 0)
    total, first = 0.0, 0
    for at, (block, value) in enumerate(zip(blocks, values, strict=True)):
        if at:
            total -= GAP_COST * min(MOST_GAP, max(0, _gap(blocks[at - 1], block) - FREE_GAP))
        if total <= 0:
            total, first = 0.0, at
        total += value
        best = max(best, (total, -first, at + 1))
    return -best[1], best[2]


def _together(blocks: list[Block], values: list[float]) -> list[Block]:
    """The weightier of the parts that `blocks` fall into at their widest gap, again and again while they are far apart."""
    while len(blocks) > 1 and _strung(blocks):
        gaps = [_gap(last, block) for last, block in pairwise(blocks)]
        at = gaps.index(max(gaps)) + 1
        kept = slice(at) if sum(values[:at]) >= sum(values[at:]) else slice(at, None)
        blocks, values = blocks[kept], values[kept]
    return blocks


def _strung(blocks: Sequence[Block]) -> bool:
    """Whether the runs are short and far apart, as facts are in the order of the events."""
    (start, end), (begin, stop) = reach(blocks, 0), reach(blocks, 1)
    lengths = [block.length for block in blocks]
    return max(lengths) < COPIED_RUN and 2 * sum(lengths) < STRUNG * (end - start + stop - begin)


def _gap(last: Block, block: Block) -> int:
    """How many words lie between two blocks, on the side where there are more."""
    return max(block.left - last.left - last.length, abs(block.right - last.right - last.length))


def _without_fragments(blocks: list[Block], left: Prepared, right: Prepared) -> list[Block]:
    """`blocks` without the few words at either end that belong to a sentence which goes on outside of them."""
    for side, at in ((left, 0), (right, 1)):
        if not blocks:
            break
        (start, begin, _), final = blocks[0], blocks[-1]
        low, high = blocks[0][at], final[at] + final.length
        first = bisect_right(side.words.sentences, low)
        last = bisect_left(side.words.sentences, high) - 1
        if first > last:
            continue
        lead, tail = side.words.sentences[first], side.words.sentences[last]
        if high - tail <= FRAGMENT and not _bounded(final.left + final.length, left, final.right + final.length, right):
            high = tail
        if lead - low <= FRAGMENT and not _bounded(start, left, begin, right):
            low = lead
        blocks = cut(blocks, at, low, high)
    return blocks


def _bounded(one: int, left: Prepared, other: int, right: Prepared) -> bool:
    """Whether a sentence of either side, or the unquoted text of both, begins or ends before these words."""
    return _starts(one, left) or _starts(other, right) or (one in left.edges and other in right.edges)


def _starts(word: int, side: Prepared) -> bool:
    at = bisect_left(side.words.sentences, word)
    return word == len(side.words) or side.words.sentences[at : at + 1] == [word]


def _template(blocks: Sequence[Block], left: Prepared, right: Prepared) -> bool:
    """Whether the sentences tell of different events in the same words: names and numbers, none of them shared."""
    if len(blocks) < TEMPLATE_RUNS:
        return False
    names = not shared_language(left, right).nouns_capitalised
    mine, theirs = _facts(reach(blocks, 0), left, names=names), _facts(reach(blocks, 1), right, names=names)
    return len(mine) >= TEMPLATE_FACTS and len(theirs) >= TEMPLATE_FACTS and mine.isdisjoint(theirs)


def _facts(span: tuple[int, int], side: Prepared, *, names: bool) -> set[str]:
    """The numbers, and the `names` where capitals tell them, of the sentences that the words of `span` stand in."""
    words = side.words
    at = bisect_right(words.sentences, span[0]) - 1
    after = bisect_left(words.sentences, span[1])
    end = words.sentences[after] if after < len(words.sentences) else len(words)
    firsts = set(words.sentences[at:after])
    return {
        words.keys[k]
        for k in range(words.sentences[at], end)
        if any(map(str.isdigit, words.keys[k])) or (names and k not in firsts and side.text[words.starts[k]].isupper())
    }


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What articles share without copying: what a page says of itself, and what every report of such an event says."""

    page: _ByBeginning
    report: _ByBeginning


@cache
def _phrases(code: str) -> _Phrases:
    """The phrases of a language; none of one without a file."""
    file = _FILES / f"{code}.json"
    data = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return _Phrases(_by_beginning(data.get("page", ())), _by_beginning(data.get("report", ())))


def _by_beginning(phrases: Iterable[str]) -> _ByBeginning:
    found: _ByBeginning = {}
    for phrase in phrases:
        first, second, *rest = words_of(phrase).keys
        found.setdefault((first, second), []).append((first, second, *rest))
    return found


def _places(keys: list[str], start: int, end: int, phrases: _ByBeginning) -> set[int]:
    """The numbers of the words of the phrases that begin in `[start, end)`."""
    beginnings = zip(keys[start:end], keys[start + 1 : end + 1], strict=False)
    return {
        k
        for at in compress(range(start, end), map(phrases.__contains__, beginnings))
        for phrase in phrases[keys[at], keys[at + 1]]
        if tuple(keys[at : at + len(phrase)]) == phrase
        for k in range(at, at + len(phrase))
    }

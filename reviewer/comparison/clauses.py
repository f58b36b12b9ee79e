"""Where the clauses of a sentence end, and which of them retell a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from reviewer.comparison.blocks import Block
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.sides import Prepared
from reviewer.comparison.stems import speaking
from reviewer.comparison.weights import tiers
from reviewer.comparison.words import shortened

TOLD = 5  # words after a verb of speech among which a subject begins what was said: told the crowded room they
ASIDE = 6  # words of an attribution between two marks: ", the minister told the board,"
NAMED_AHEAD = 4  # of so many words that both have, one may stand before what is said
CONTENT = 0.6  # what a word tells that is more than grammar
_MARKS = re.compile(r"[.!?…;:,\n()–—]")


def clause_ends(side: Prepared, word: int) -> bool:
    """Whether a mark that may end a clause stands before `word`, or the text begins or ends there."""
    words = side.words
    if not 0 < word < len(words):
        return True
    return _MARKS.search(side.text, words.ends[word - 1], words.starts[word]) is not None and not shortens(side, word)


def before_aside(side: Prepared, word: int, words: Lexicon) -> int:
    """Where an attribution begins that stands between commas before `word` in its sentence: would not`, he added,` “want that”.

    `word` itself where none does.
    """
    if not 0 < word < len(side.words) or side.text[side.words.starts[word]].isupper() or not _after_comma(side, word):
        return word
    for at in range(word - 1, max(0, word - 1 - ASIDE), -1):
        if clause_ends(side, at):
            told = _after_comma(side, at) and not speaking(words.code).isdisjoint(side.words.keys[at:word])
            return at if told else word
    return word


def _after_comma(side: Prepared, word: int) -> bool:
    return "," in side.text[side.words.ends[word - 1] : side.words.starts[word]]


def shortens(side: Prepared, word: int) -> bool:
    """Whether a point alone stands before `word`, and ends nothing: `Sept. 20`, `Mr. Roe`, `the U.S. Navy`, not `the U.S. He`."""
    words, text = side.words, side.text
    start, end = words.starts[word - 1], words.ends[word - 1]
    if text[end : words.starts[word]].rstrip() != "." or not shortened(text[start:end]):
        return False
    return "." not in text[start:end] or words.keys[word] not in side.lexicon.function


def runs_on(side: Prepared, word: int) -> bool:
    """Whether `word` goes on in the sentence of the one before it, with at most marks of quotation between them."""
    return side.text[side.words.starts[word]].islower() and not clause_ends(side, word)


def begins_told(keys: Sequence[str], word: int, words: Lexicon) -> bool:
    """Whether `word` is the first behind a `that`, or a `how` of who tells, or begins with one: `qu'elle`."""
    before = keys[word - 1]
    if before in words.clausal or (before in words.narrating and keys[word - 2] in words.speech):
        return True
    short, mark, _ = keys[word].partition("'")
    return bool(mark) and words.elisions.get(short) in words.clausal


def begins_clause(word: int, side: Prepared, words: Lexicon) -> bool:
    """Whether `word` is a pronoun that may be the subject of what follows: `he heard`, `he'd`, not `the crowd`, `them his`."""
    key, following = side.words.keys[word], side.words.keys[word + 1 : word + 2]
    return _acts(key, words) != key or (
        key in words.pronouns
        and key not in words.articles
        and key not in words.determiners
        and words.determiners.isdisjoint(following)
        and words.pronouns.isdisjoint(following)
        and words.clausal.isdisjoint(following)
    )


def _acts(key: str, words: Lexicon) -> str:
    """The pronoun for who acts that is drawn together with its verb: `he` of `he'd`, `je` of `j'ai`; any other word itself."""
    short, mark, _ = key.partition("'")
    pronoun = words.elisions.get(short, short)
    return pronoun if mark and pronoun in words.subjects else key


def retelling(
    span: tuple[int, int], blocks: Sequence[Block], at_side: int, side: Prepared, words: Lexicon
) -> tuple[int, int]:
    """The words of an unquoted sentence that retell a quotation, with which it shares `blocks`, attribution apart.

    `side` is the left (`at_side` 0) or right (1) one.

    `The minister told the board that` the berths would go`, she said, according to the clerk`.
    """
    weights, keys = tiers(words), side.words.keys
    shared = sorted(n for block in blocks for n in range(block[at_side], block[at_side] + block.length))
    telling = [n for n in shared if weights[keys[n]] >= CONTENT]
    if not telling:
        return span
    speech = speaking(words.code)
    start, end = span
    ahead = range(min(len(telling) - 1, max(1, len(telling) // NAMED_AHEAD)), 0, -1)
    # who said it has words of what was said: `the Lights Commission said that` the light, `wrote for the court and said` no court
    named = next((k for k in ahead if _reports(start, telling[k - 1], telling[k], shared, side, words)), 0)
    del telling[:named]
    for said in [n for n in range(telling[0] - 1, start - 1, -1) if not speech.isdisjoint(keys[n : n + 1])]:
        begun = _told_from(said, telling[0], shared, side, words)
        if begun is not None:
            start = begun
            break
    start = next((at + 1 for at in range(telling[0], start, -1) if goes_on_to_say(at, side, words)), start)
    while start < telling[0] and (keys[start] in words.joining or keys[start] in words.clausal):
        start += 1
    for at in range(telling[-1] + 1, end):
        goes_on = keys[at] in words.joining and at not in shared  # he had great confidence`, but gave no reason`
        if goes_on_to_say(at, side, words) or (
            clause_ends(side, at) and (goes_on or not speech.isdisjoint(keys[at:end]))
        ):
            end = at
            break
    while end - 1 > telling[-1] and end - 1 not in shared and keys[end - 1] in words.joining | words.clausal:
        end -= 1
    return start, end


def attributions_within(
    span: tuple[int, int], blocks: Sequence[Block], at_side: int, side: Prepared, words: Lexicon
) -> list[tuple[int, int]]:
    """The attributions, between marks, among the words of an unquoted sentence that are in no block: `It was safe`, he said, `now`."""
    speech, keys = speaking(words.code), side.words.keys
    if speech.isdisjoint(keys[span[0] : span[1]]):
        return []
    ranges = sorted((block[at_side], block[at_side] + block.length) for block in blocks)
    found: list[tuple[int, int]] = []
    for (_, end), (start, _) in pairwise([r for r in ranges if span[0] <= r[0] and r[1] <= span[1]]):
        if start - end < 2 or speech.isdisjoint(keys[end:start]):
            continue
        edges = [n for n in range(end, start + 1) if clause_ends(side, n)]
        for first, after in pairwise(edges):
            if 1 < after - first <= ASIDE and not speech.isdisjoint(keys[first:after]):
                found.append((first, after))
    return found


def _reports(start: int, one: int, other: int, shared: Sequence[int], side: Prepared, words: Lexicon) -> bool:
    """Whether a verb of speech stands between two words, and what it tells begins before the other one."""
    speech, keys = speaking(words.code), side.words.keys
    said = next((n for n in range(other - 1, one - 1, -1) if not speech.isdisjoint(keys[n : n + 1])), -1)
    if said < 0 or (said == one and not speech.isdisjoint(keys[start:one])):
        return False
    return _told_from(said, other, shared, side, words) is not None


def _told_from(said: int, until: int, shared: Sequence[int], side: Prepared, words: Lexicon) -> int | None:
    """The first word, up to `until`, of what the verb of speech `said` tells; None where nothing shows it."""
    keys = side.words.keys
    for at in range(said + 1, until + 1):
        if (
            clause_ends(side, at)
            or begins_told(keys, at, words)
            or (keys[at - 1] in words.before_gerunds and keys[at].endswith(words.progressive))  # accused her of hiding
            or (
                at <= said + (TOLD if _acts(keys[at], words) in words.subjects else 2)
                and begins_clause(at, side, words)
            )
            or (at == said + 1 and keys[said] in words.saying and (at in shared or _may_begin(keys[at], words)))
        ):
            return at
    return None


def _may_begin(key: str, words: Lexicon) -> bool:
    """Whether a word right behind "said" may begin what was said: `said (the, no, Roe) …`, not `said on Monday …`."""
    return key in words.determiners or key in words.negators or (key not in words.function and key not in words.dates)


def goes_on_to_say(word: int, side: Prepared, words: Lexicon) -> bool:
    """Whether a second thing that was said begins here: the `and` of `and that the lock was safe`, `and said it was safe`."""
    keys = side.words.keys
    if keys[word] not in words.joining or word + 1 >= len(keys):
        return False
    return keys[word + 1] in words.clausal or keys[word + 1] in words.speech


def retold(
    span: tuple[int, int], blocks: Sequence[Block], at_side: int, side: Prepared, words: Lexicon
) -> tuple[int, int]:
    """The sentences of a quotation that a report has something of, with which it shares `blocks`: from the first to the last."""
    weights, keys, sentences = tiers(words), side.words.keys, side.words.sentences
    shared = sorted(n for block in blocks for n in range(block[at_side], block[at_side] + block.length))
    telling = [n for n in shared if weights[keys[n]] >= CONTENT]
    if not telling:
        return span
    first = bisect_right(sentences, telling[0]) - 1
    last = bisect_right(sentences, telling[-1])
    end = sentences[last] if last < len(sentences) else len(keys)
    return max(span[0], sentences[first]), min(span[1], end)

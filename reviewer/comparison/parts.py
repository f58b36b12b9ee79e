"""Common nouns of one variant that stand in the parts of each other in the other: `the dog bit the man`, `the man bit the dog`."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from reviewer.comparison.governed import TELLING_FROM, root
from reviewer.comparison.lexicon import Lexicon
from reviewer.comparison.marking import Token
from reviewer.comparison.pairing import Pair

APART = 12  # words between two nouns that may exchange their parts


class _Noun(NamedTuple):
    """A noun or name, `at`; `start`: where the article or title before it stands."""

    start: int
    at: int


def exchanged_nouns(pair: Pair) -> tuple[list[Token], list[Token]] | None:
    """Two nouns, or a noun and a name, that changed places around what is said of them in the same words on both sides."""
    if -1 not in pair.left_to_right or -1 not in pair.right_to_left:
        return None
    moved = _unmatched(pair.left, pair.left_to_right) & _unmatched(pair.right, pair.right_to_left)
    if moved <= pair.words.function:
        return None
    here, there = _nouns(pair.left, pair.words), _nouns(pair.right, pair.words)
    known = [stem for stem in here if stem in there]
    for one, other in pairwise(known):
        first, second, third, fourth = here[one], here[other], there[other], there[one]
        if third.at > fourth.at or (pair.left[first.at].name and pair.left[second.at].name):
            continue
        if _same_cases(pair, (first, fourth), (second, third)):
            continue
        mine, theirs = _length(pair, first, fourth), _length(pair, second, third)
        said = _between(pair.left, first.at + mine, second.start, pair.words)
        if _same(said, _between(pair.right, third.at + theirs, fourth.start, pair.words), pair.words):
            return (
                pair.left[first.at : first.at + mine] + pair.left[second.at : second.at + theirs],
                pair.right[third.at : third.at + theirs] + pair.right[fourth.at : fourth.at + mine],
            )
    return None


def _unmatched(found: list[Token], matched: list[int]) -> set[str]:
    return {token.form for token, there in zip(found, matched, strict=True) if there < 0}


def _length(pair: Pair, one: _Noun, other: _Noun) -> int:
    """How many words a noun has that go with it on both sides: `old man`."""
    count = 1
    for mine, theirs in zip(pair.left[one.at + 1 :], pair.right[other.at + 1 :], strict=False):
        if mine.form != theirs.form or mine.initial or mine.paused or mine.form in pair.words.function:
            break
        count += 1
    return count


def _nouns(found: list[Token], words: Lexicon) -> dict[str, _Noun]:
    """The nouns behind an article or the like, and the names, that stand once, by their stems and in order."""
    nouns: dict[str, _Noun] = {}
    twice: set[str] = set()
    for at, token in enumerate(found):
        if len(token.form) < TELLING_FROM or not token.form.isalpha() or token.modal:
            continue
        if token.form in words.function or words.numbers.begins(token.form) or token.form in words.dates:
            continue
        stem = root(token.form, words)
        if stem in nouns:
            twice.add(stem)
        before = found[at - 1].form if at and not token.initial else ""
        introduced = before in words.determiners or (token.name and before in words.titles)
        if introduced or token.name:
            nouns[stem] = _Noun(at - introduced, at)
        else:
            twice.add(stem)
    return {stem: noun for stem, noun in nouns.items() if stem not in twice}


def _same_cases(pair: Pair, one: tuple[_Noun, _Noun], other: tuple[_Noun, _Noun]) -> bool:
    """Whether articles that tell the case went with their nouns: `der Hund biss den Mann`, `den Mann biss der Hund`."""
    if not pair.words.nouns_capitalised:
        return False
    mine, theirs = ((pair.left[a.start].form, pair.right[b.start].form) for a, b in (one, other))
    return mine[0] == mine[1] != theirs[0] == theirs[1]


def _between(found: list[Token], start: int, end: int, words: Lexicon) -> list[str]:
    """What is said between two nouns of one sentence; nothing where they are a list or do it to each other."""
    between = [t.form for t in found[start:end]]
    if len(between) > APART or any(t.initial for t in found[start : end + 1]):
        return []
    if not words.listing.isdisjoint(between) or not words.mutual.isdisjoint(between):
        return []
    return between if not words.function.issuperset(between) else []


def _same(said: list[str], other: list[str], words: Lexicon) -> bool:
    """Whether the same is said, word by word, or the opposite of it: `owes`, `owe`; `was told`, `were told`; `more`, `less`."""
    return 0 < len(said) == len(other) and all(
        {one, another} <= words.being
        or {one, another} <= words.having
        or root(one, words) == root(another, words)
        or another in words.opposites(one)
        or one in words.opposites(another)
        for one, another in zip(said, other, strict=True)
    )

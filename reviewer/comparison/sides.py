"""One article made ready for alignment: its words and the quotations they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from reviewer.comparison.lexicon import Lexicon, lexicon_of
from reviewer.comparison.values import Side
from reviewer.comparison.words import Words, words_of
from reviewer.quotes import Quotation


@dataclass(frozen=True, slots=True)
class Piece:
    """One quotation as a half-open range of words; `group` numbers the attribution it belongs to, from 1.

    `begins`: where its own code points begin, after those of one before it that it overlaps.
    """

    start: int
    end: int
    group: int
    quotation: Quotation
    begins: int


V = TypeVar("V")

ARTICLES = 64  # articles of which is kept what was worked out of one, while it is compared with others


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A side's words, its quotations in word ranges, and the word boundaries where quoted and unquoted text meet.

    `uses` is how often it has each word, `lexicon` the words of its language; `quotations` are all of the side in order, those inside
    another one included.  It equals itself alone, so that it may be the key of what is worked out of it, which is kept where it
    is `reused`: compared with several others.
    """

    text: str
    words: Words
    uses: Mapping[str, int]
    pieces: tuple[Piece, ...]
    edges: list[int]
    edge_pieces: list[int]
    lexicon: Lexicon
    quotations: tuple[Quotation, ...] = ()
    language: str | None = None
    reused: bool = False

    def piece_at(self, word: int) -> int:
        """The index of the piece `word` stands in, -1 for unquoted text."""
        return self.edge_pieces[bisect_right(self.edges, word) - 1]

    def quotes(self, start: int, end: int) -> bool:
        """Whether some word of `[start, end)` is quoted."""
        first = bisect_right(self.edges, max(0, start)) - 1
        last = bisect_right(self.edges, end - 1) - 1
        return last > first or self.edge_pieces[first] >= 0

    def goes_on(self, piece: int, following: int) -> bool:
        """Whether `following` is the next piece of the attribution of `piece`, and goes on in the middle of its sentence."""
        if following != piece + 1 or self.pieces[piece].group != self.pieces[following].group:
            return False
        end = self.pieces[piece].quotation.end
        before = self.text[max(0, end - 1) : end + 2]
        after = self.pieces[following].quotation.text.lstrip("[…. ")
        return after[:1].islower() and any(mark in before for mark in ",;—–…")

    def capital(self, word: int) -> bool:
        """Whether `word` begins with a capital as it is printed."""
        return self.text[self.words.starts[word]].isupper()

    def unquoted_around(self, word: int) -> tuple[int, int]:
        """The half-open range of words around `word`, which has no marks, up to the quotations before and after it."""
        at = bisect_right(self.edges, word)
        return self.edges[at - 1], self.edges[at] if at < len(self.edges) else len(self.words)

    def stretch(self, word: int) -> tuple[int, int]:
        """The piece `word` stands in (-1: none) and the first word after it that stands elsewhere."""
        at = bisect_right(self.edges, word)
        return self.edge_pieces[at - 1], self.edges[at] if at < len(self.edges) else len(self.words)


def prepared(side: Side, *, reused: bool = False) -> Prepared:
    """`side` with its quotations as word ranges; a quotation inside another one counts as part of that.

    The words of English have one spelling here, the American one.
    """
    lexicon = lexicon_of(side.text, side.language)
    words = words_of(side.text, lexicon.code)
    pieces: list[Piece] = []
    edges, edge_pieces = [0], [-1]
    groups: dict[int, int] = {}
    last = taken = 0
    quotations = tuple(sorted(side.quotations, key=lambda q: (q.start, -q.end)))
    for quotation in quotations:
        start, end = words.whole(quotation.start, quotation.end)
        start = max(start, last)
        if end <= start:
            continue
        first = quotation.start if quotation.joined_to is None else quotation.joined_to
        group = groups.setdefault(first, len(groups) + 1)
        edges += [start, end]
        edge_pieces += [len(pieces), -1]
        pieces.append(Piece(start, end, group, quotation, max(quotation.start, taken)))
        last, taken = end, max(taken, quotation.end)
    return Prepared(
        side.text,
        words,
        Counter(words.keys),
        tuple(pieces),
        edges,
        edge_pieces,
        lexicon,
        quotations,
        side.language,
        reused,
    )


def made_ready(side_of: Callable[[str], Side]) -> Callable[[str], Prepared]:
    """What gives an article by its id, made ready once for all pairs it is in; the last `ARTICLES` asked for are kept."""
    return lru_cache(maxsize=ARTICLES)(lambda article: prepared(side_of(article), reused=True))


def once_if_reused(make: Callable[[Prepared, str], V]) -> Callable[[Prepared, str], V]:
    """`make`, which works something out of an article by the rules of a language, once for an article that is reused."""
    kept = lru_cache(maxsize=ARTICLES)(make)
    return lambda side, language: kept(side, language) if side.reused else make(side, language)


def shared_language(left: Prepared, right: Prepared) -> Lexicon:
    """The words of the language of both sides, none where they say that they are in different ones."""
    if left.language or right.language:
        return lexicon_of("", left.language, right.language)  # what is said of the language leaves nothing to the text
    return (left if left.text <= right.text else right).lexicon

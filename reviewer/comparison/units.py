"""Sentences and quotations of one article as bags of stems, and where each stem stands: for what no run of words finds."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from reviewer.comparison.sides import ARTICLES, Prepared, once_if_reused
from reviewer.comparison.stems import reporting, stems
from reviewer.comparison.words import words_of


class Unit(NamedTuple):
    """Words `[start, end)` of one sentence outside quotations (`piece` -1), or of one quotation."""

    start: int
    end: int
    piece: int


@dataclass(frozen=True)
class Units:
    """The units of one article, and the stems of its words by the rules of `language` (a code, "" if unknown).

    `reports` are the units without marks that have a verb of speech.  The stems of all words, how often it has each and which
    units these stand in are worked out when they are first asked for: where every quotation is matched, nobody asks.
    """

    side: Prepared
    units: list[Unit]
    language: str
    reports: list[int]

    @cached_property
    def stems(self) -> list[str]:
        """The stem of each word."""
        return stems_of(self.side.text, self.language)

    @cached_property
    def uses(self) -> Mapping[str, int]:
        """How often the article has each stem."""
        return Counter(self.stems)

    @cached_property
    def index(self) -> dict[str, list[int]] | None:
        """The units that each stem stands in, in order; None where the article is not compared with several others, since to
        make it takes longer than to look for a few stems."""
        if not self.side.reused:
            return None
        found: dict[str, list[int]] = {}
        for number, unit in enumerate(self.units):
            for stem in dict.fromkeys(self.stems[unit.start : unit.end]):
                found.setdefault(stem, []).append(number)
        return found

    def stems_in(self, units: Iterable[Unit]) -> set[str]:
        """The stems of a few units, without asking for those of all words."""
        keys = words_of(self.side.text, self.language).keys
        return set(stems(chain.from_iterable([keys[unit.start : unit.end] for unit in units]), self.language))

    def places(self, among: set[int], wanted: set[str]) -> dict[str, list[int]]:
        """The units, of those numbered `among`, that each of the `wanted` stems stands in, in order."""
        if self.index is not None:
            return {stem: [k for k in self.index.get(stem, ()) if k in among] for stem in wanted}
        found: dict[str, list[int]] = {stem: [] for stem in wanted}
        for number in sorted(among):
            unit = self.units[number]
            for stem in wanted.intersection(self.stems[unit.start : unit.end]):
                found[stem].append(number)
        return found

    def known(self, among: set[int]) -> Container[str]:
        """The stems that the units numbered `among` have; others, too, where there is an index."""
        if self.index is not None:
            return self.index
        found: set[str] = set()
        for number in among:
            unit = self.units[number]
            found.update(self.stems[unit.start : unit.end])
        return found


def is_part(unit: Unit, side: Prepared) -> bool:
    """Whether a unit is a sentence of a quotation that has more."""
    return unit.piece >= 0 and unit.end - unit.start < side.pieces[unit.piece].end - side.pieces[unit.piece].start


@lru_cache(maxsize=ARTICLES)
def stems_of(text: str, language: str) -> list[str]:
    """The stem of every word of `text`, by the rules of `language`."""
    return stems(words_of(text, language).keys, language)


@once_if_reused
def units_of(side: Prepared, language: str) -> Units:
    """The units of `side`: every quotation, and what its sentences have outside quotations."""
    starts = side.words.sentences
    units: list[Unit] = []
    for at, edge in enumerate(side.edges):
        end = side.edges[at + 1] if at + 1 < len(side.edges) else len(side.words)
        if end <= edge:
            continue
        piece = side.edge_pieces[at]
        if piece >= 0:
            units.append(Unit(edge, end, piece))
            continue
        begin = edge
        for start in starts[bisect_right(starts, edge) : bisect_right(starts, end - 1)]:
            units.append(Unit(begin, start, -1))
            begin = start
        units.append(Unit(begin, end, -1))
    speech, keys = reporting(language), side.words.keys
    reports = [
        k for k, unit in enumerate(units) if unit.piece < 0 and not speech.isdisjoint(keys[unit.start : unit.end])
    ]
    return Units(side, units, language, reports)

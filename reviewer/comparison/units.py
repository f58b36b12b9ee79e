"""Sentences and quotations of one article as bags of stems, and where each stem stands: for what no run of words finds."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reviewer.comparison.sides import ARTICLES, Prepared, once_if_reused
from reviewer.comparison.stems import reporting, stems
from reviewer.comparison.words import words_of


class Unit(NamedTuple):
    """Words `[start, end)` of one sentence outside quotations (`piece` -1), or of one quotation."""

    start: int
    end: int
    piece: int


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one article, and the stems of all its words by the rules of `language` (a code, "" if unknown).

    `uses` is how often it has each stem; `reports` are the units without marks that have a verb of speech.  `index` has the
    units that each stem stands in, in order; None where the article is not compared with several others, since to make it
    takes longer than to look for a few stems.
    """

    units: list[Unit]
    stems: list[str]
    language: str
    uses: Mapping[str, int]
    reports: list[int]
    index: dict[str, list[int]] | None = None

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


@lru_cache(maxsize=ARTICLES)
def stems_of(text: str, language: str) -> list[str]:
    """The stem of every word of `text`, by the rules of `language`."""
    return stems(words_of(text, language).keys, language)


@once_if_reused
def units_of(side: Prepared, language: str) -> Units:
    """The units of `side`: every quotation, and what its sentences have outside quotations."""
    stems = stems_of(side.text, language)
    starts = side.words.sentences
    units: list[Unit] = []
    for at, edge in enumerate(side.edges):
        end = side.edges[at + 1] if at + 1 < len(side.edges) else len(stems)
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
    return Units(units, stems, language, Counter(stems), reports, _index(units, stems) if side.reused else None)


def _index(units: list[Unit], stems: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        for stem in dict.fromkeys(stems[unit.start : unit.end]):
            found.setdefault(stem, []).append(number)
    return found

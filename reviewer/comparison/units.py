"""Sentences and quotations of one article as bags of stems, and where each stem stands: for what no run of words finds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reviewer.comparison.sides import Prepared
from reviewer.comparison.stems import stems
from reviewer.comparison.words import words_of


class Unit(NamedTuple):
    """Words `[start, end)` of one sentence outside quotations (`piece` -1), or of one quotation."""

    start: int
    end: int
    piece: int


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one article, and the stems of all its words by the rules of `language` (a code, "" if unknown)."""

    units: list[Unit]
    stems: list[str]
    language: str

    def places(self, among: Iterable[int], wanted: set[str]) -> dict[str, list[int]]:
        """The units, of those numbered `among`, that each of the `wanted` stems stands in."""
        found: dict[str, list[int]] = {stem: [] for stem in wanted}
        for number in among:
            unit = self.units[number]
            for stem in wanted.intersection(self.stems[unit.start : unit.end]):
                found[stem].append(number)
        return found


@lru_cache(maxsize=64)
def stems_of(text: str, language: str) -> list[str]:
    """The stem of every word of `text`, by the rules of `language`."""
    return stems(words_of(text, language).keys, language)


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
    return Units(units, stems, language)

"""Finding words in one document, however they are spelled: case, accents, marks and dashes folded."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.framing import Place
from reviewer.text import Folded, Span, fold

MOST = 20_000  # hits kept of one query: so many that a reader types another letter anyway


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the query stands."""

    place: Place
    span: Span


class Finder:
    """Searches one document; the folded copies are made at the first search."""

    def __init__(self, title: str | None, text: str) -> None:
        self._sources: list[tuple[Place, str]] = [("title", title)] if title else []
        self._sources.append(("text", text))
        self._folded: list[tuple[Place, Folded]] | None = None

    def find(self, query: str) -> tuple[Hit, ...]:
        """The hits in order, none overlapping the one before, `MOST` at most; white space at the query's ends does not count."""
        needle = fold(query).text.strip()
        if not needle:
            return ()
        if self._folded is None:
            self._folded = [(place, fold(text)) for place, text in self._sources]
        hits = []
        for place, copy in self._folded:
            at = copy.text.find(needle)
            while at >= 0:
                span = copy.source(at, at + len(needle))
                if span:
                    hits.append(Hit(place, span))
                    if len(hits) == MOST:
                        return tuple(hits)
                at = copy.text.find(needle, at + len(needle))
        return tuple(hits)

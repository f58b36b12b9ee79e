"""What is said of articles among many: which event each tells of, and its best partners."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Progress = Callable[[int, int], None]  # how much is done, of how much; of 0 where nobody knows


@dataclass(frozen=True, slots=True)
class Partner:
    """Another article that may tell of the same event: `score` 0–100, and how many of the first one's quotations it carries."""

    id: str
    score: float
    shared_quotes: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What is kept of one article: what it is compared by, not the text.

    `day` is the ordinal of its publication, `outlet` its name folded (both None when unknown), `length` counts words.
    `counts` says of each of `terms`, words and numbers, how often it occurs, those of the title counted thrice; `capitals` are the terms mostly written with a
    capital, `names` runs of several such words and how often each occurs, `title` the terms of the title.  `quotations` holds, for each that is long enough,
    the hashes of its five-word runs.  `text_hash` is the same for articles with the same title and text; `common` holds common
    words of its language.
    """

    id: str
    day: int | None
    outlet: str | None
    length: int
    terms: tuple[str, ...]
    counts: bytes
    capitals: tuple[str, ...]
    names: Mapping[str, int]
    title: tuple[str, ...]
    quotations: tuple[array[int], ...]
    text_hash: bytes
    common: frozenset[str]

"""What is said of articles among many: which event each tells of, and its best partners."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partner:
    """Another article that may tell of the same event: `score` 0–100, and how many of the first one's quotations it carries."""

    id: str
    score: float
    shared_quotes: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What is kept of one article: weighted terms and quoted phrases, not the text.

    `day` is the ordinal of its publication (None when unknown); `counts` maps a term to how often it occurs, the title counted
    thrice; `quotations` holds, for each that is long enough, the hashes of its five-word runs, and `phrases` those of all.
    """

    id: str
    day: int | None
    counts: dict[str, int]
    quotations: tuple[frozenset[int], ...]
    phrases: frozenset[int]

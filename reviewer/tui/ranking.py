"""Which pairs of an event share most, found bit by bit: all are compared where they are few, the likely ones where they are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice
from typing import TYPE_CHECKING

from reviewer.articles import Article
from reviewer.framing import PairKey, QuotationCorrection
from reviewer.project import Project
from reviewer.text import folded
from reviewer.tui.catalogue import (
    Entry,
    PairSummary,
    Progress,
    Word,
    compared_side,
    corrections_on_disk,
    judged_matches,
    progress_in,
    verdicts_on_disk,
)
from reviewer.tui.filtering import parse_filter
from reviewer.tui.shown import line

if TYPE_CHECKING:
    from reviewer.comparison import Side

LISTED = 200  # pairs that the board lists at most; a filter finds the others
_FEW = 1000  # pairs of an event that are all compared
_LIKELY = 2000  # of more than these about so many, those that tell most alike


@dataclass(frozen=True, slots=True)
class Ranking:
    """The pairs compared so far, those that share most first, and those that wait for it, the likeliest first."""

    pairs: tuple[PairSummary, ...] = ()
    waiting: tuple[PairKey, ...] = ()
    is_ordered: bool = False  # whether it is known which pairs shall be compared

    @property
    def is_done(self) -> bool:
        return self.is_ordered and not self.waiting

    def having(self, found: Iterable[PairSummary]) -> Ranking:
        """With more pairs compared."""
        known = {pair.key: pair for pair in chain(self.pairs, found)}
        ranked = sorted(known.values(), key=lambda s: (-s.shared, -s.passages, s.key.left, s.key.right))
        return Ranking(tuple(ranked), tuple(key for key in self.waiting if key not in known), self.is_ordered)


class Comparing:
    """Compares pairs of one event one after the other, the analyst's corrections and verdicts obeyed; for one thread.

    `went_on` is called again and again while it is found out which pairs are wanted: what it raises ends that.
    """

    def __init__(
        self, entry: Entry, project: Project, analyst: str, went_on: Callable[[int, int], None] | None = None
    ) -> None:
        from reviewer.comparison import made_ready  # in a worker, after the first text

        self._entry = entry
        self._project = project
        self._analyst = analyst
        self._went_on = went_on
        self._sides: dict[str, tuple[Side, tuple[QuotationCorrection, ...]]] = {}
        self._ready = made_ready(lambda identity: self._side(identity)[0])

    def _side(self, identity: str) -> tuple[Side, tuple[QuotationCorrection, ...]]:
        if identity not in self._sides:
            article = self._entry.articles[identity]
            corrections = corrections_on_disk(self._project, self._entry.event.id, article, self._analyst)
            self._sides[identity] = compared_side(article, corrections), corrections
        return self._sides[identity]

    def compared(self, key: PairKey) -> PairSummary:
        from reviewer.comparison import compared

        left, right = self._ready(key.left), self._ready(key.right)
        of_left, of_right = self._side(key.left)[1], self._side(key.right)[1]
        word = Word(verdicts_on_disk(self._project, self._analyst, key), of_left, of_right)
        matches, _ = judged_matches(self._entry, key, compared(left, right).matches, word.verdicts)
        shared = sum(1 for match in matches if match.kind != "passage")
        return PairSummary(key, shared, len(matches) - shared, word)

    def wanted(self) -> tuple[PairKey, ...]:
        """The pairs to compare, in which order: of many those annotated, then the likeliest, and as many as are listed at least."""
        entry = self._entry
        if entry.pair_count <= _FEW:
            return tuple(entry.pair_keys())
        annotated = progress_in(self._project, self._analyst, entry)
        first = dict.fromkeys(chain(annotated, _likely(entry, self._went_on)))
        rest = (key for key in entry.pair_keys() if key not in first)
        return tuple(chain(first, islice(rest, max(0, LISTED - len(first)))))


def outdated(
    ranking: Ranking, entry: Entry, project: Project, analyst: str, progress: Mapping[PairKey, Progress]
) -> list[PairKey]:
    """The pairs on which the analyst's word is another now than when they were compared; reads the files on articles."""
    corrections: dict[str, tuple[QuotationCorrection, ...]] = {}
    if (project.annotations / entry.event.id).is_dir():
        for identity, article in entry.articles.items():
            corrections[identity] = corrections_on_disk(project, entry.event.id, article, analyst)

    def word_on(key: PairKey) -> Word:
        judged = progress[key].judged if key in progress else ()
        return Word(judged, corrections.get(key.left, ()), corrections.get(key.right, ()))

    there = (pair for pair in ranking.pairs if pair.key.left in entry.articles and pair.key.right in entry.articles)
    return [pair.key for pair in there if pair.word != word_on(pair.key)]


def _likely(entry: Entry, went_on: Callable[[int, int], None] | None) -> list[PairKey]:
    """Each article with those that most probably tell of the same, by how many quotations they share and how probable it is."""
    from reviewer.events import pairs  # in a worker, after the first text

    score: dict[PairKey, tuple[int, float]] = {}
    top = max(1, 2 * _LIKELY // len(entry.articles))
    for article, partners in pairs(entry.articles.values(), top=top, progress=went_on):
        for partner in partners:
            key = PairKey.of(entry.event.id, article, partner.id)
            score[key] = max(score.get(key, (0, 0.0)), (partner.shared_quotes, partner.score))
    return sorted(score, key=lambda key: (-score[key][0], -score[key][1], key))


@dataclass(frozen=True, slots=True)
class Listing:
    """The pairs that a list shows, each with what is known of it, and how many pass its filter in all."""

    pairs: Sequence[tuple[PairKey, PairSummary | None]]
    count: int


def listing(entry: Entry, ranking: Ranking, progress: Mapping[PairKey, Progress], query: str = "") -> Listing:
    """At most `LISTED` pairs: those compared, in their order, then those annotated, those that wait, any others.

    What was compared before may know articles that the event has no more, or that cannot be read any more.
    """
    hits, full = _hits(entry, query)

    def passes(key: PairKey) -> bool:
        left, right = hits.get(key.left), hits.get(key.right)
        return left is not None and right is not None and left | right == full

    compared = {pair.key: pair for pair in ranking.pairs}
    first = dict.fromkeys(filter(passes, chain(compared, progress, ranking.waiting)))
    by_id = combinations(sorted(hits.items()), 2)
    others = (PairKey(entry.event.id, one, two) for (one, left), (two, right) in by_id if left | right == full)
    found = [(key, compared.get(key)) for key in islice(chain(first, (k for k in others if k not in first)), LISTED)]
    many = Counter(hits.values())
    of_one_sort = sum(count * (count - 1) // 2 for sort, count in many.items() if sort == full)
    of_two = sum(many[one] * many[two] for one, two in combinations(many, 2) if one | two == full)
    return Listing(found, of_one_sort + of_two)


def _hits(entry: Entry, query: str) -> tuple[dict[str, int], int]:
    """Of each article that may be in a pair which passes the filter, which of the filter's terms it has, as bits; and all bits."""
    wanted = parse_filter(query)
    if not wanted:
        return dict.fromkeys(entry.articles, 0), 0
    hits = {}
    for identity, article in entry.articles.items():
        found = wanted.found(sought(article))
        if found is not None:
            hits[identity] = found
    return hits, wanted.all_found


def sought(article: Article) -> str:
    """By what a filter finds an article, folded."""
    return folded(" ".join(line(text) for text in (article.outlet, article.title, article.byline, article.id)))

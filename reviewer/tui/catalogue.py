"""What the event board lists: events and pairs with what they share and how far they are annotated.  Values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from reviewer.articles import Article, Event, load_article, load_event
from reviewer.errors import ReviewerError
from reviewer.framing import (
    ArticleKey,
    PairKey,
    QuotationCorrection,
    Verdict,
    check_anchor,
    read_corrections,
    read_pair,
)
from reviewer.project import Project
from reviewer.tui.desk import found_in, match_rows
from reviewer.tui.shown import NO_OUTLET, line, names_of, outlet_of

if TYPE_CHECKING:
    from reviewer.comparison import Match, Side


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: its readable articles by id, and one line for each that is not."""

    event: Event
    articles: Mapping[str, Article]
    problems: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.event.title or self.event.id

    @property
    def is_comparable(self) -> bool:
        """Whether articles of two outlets are there, as far as their outlets are known."""
        outlets = [outlet_of(article) for article in self.articles.values()]
        return len(outlets) > 1 and (len(set(outlets)) > 1 or outlets[0] == NO_OUTLET)

    @property
    def pair_count(self) -> int:
        return len(self.articles) * (len(self.articles) - 1) // 2

    def pair_keys(self) -> Iterator[PairKey]:
        """Every pair, by the ids of its articles: one after the other, since there may be very many."""
        return (PairKey(self.event.id, left, right) for left, right in combinations(sorted(self.articles), 2))

    @property
    def date(self) -> str:
        """The event's own date, else the earliest of its articles."""
        return self.event.date or min((a.published[:10] for a in self.articles.values() if a.published), default="")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one's own annotation of a pair has come; `problem` where the file cannot be read."""

    differences: int = 0
    judged: tuple[Verdict, ...] = ()
    done: bool = False
    problem: str = ""

    @property
    def verdicts(self) -> int:
        return len(self.judged)


@dataclass(frozen=True, slots=True)
class Word:
    """The analyst's word, as it stands in their files, on what a pair shares: verdicts on it, corrections to either article."""

    verdicts: tuple[Verdict, ...] = ()
    left: tuple[QuotationCorrection, ...] = ()
    right: tuple[QuotationCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class PairSummary:
    """A pair with what it shares by the analyst's `word`: matches of quotations, and passages."""

    key: PairKey
    shared: int = 0
    passages: int = 0
    word: Word = Word()


def called(key: PairKey | ArticleKey, entries: Sequence[Entry]) -> str:
    """`Harbour strike: Courier ⇄ Tribune`, or the event and one outlet; by ids what can no longer be read."""
    entry = next((known for known in entries if known.event.id == key.event), None)
    names = names_of(entry.articles.values()) if entry else {}
    articles = (key.left, key.right) if isinstance(key, PairKey) else (key.article,)
    return f"{line(entry.title) if entry else key.event}: {' ⇄ '.join(names.get(name, name) for name in articles)}"


def list_events(project: Project) -> tuple[list[Entry], list[str]]:
    """Every event that can be listed, the latest first, and one line for everything that cannot."""
    entries, problems = [], []
    for identity in project.event_ids():
        try:
            event = load_event(project, identity)
        except ReviewerError as error:
            problems.append(str(error))
            event = Event(identity, articles=tuple(project.article_ids(identity)))
        entries.append(read_entry(project, event))
        problems += entries[-1].problems
    return sorted(entries, key=lambda entry: entry.date, reverse=True), problems


def read_entry(project: Project, event: Event) -> Entry:
    """The event's articles, as far as they can be read."""
    articles: dict[str, Article] = {}
    unread: list[str] = []
    for identity in event.articles:
        try:
            articles[identity] = load_article(project.article_file(event.id, identity))
        except ReviewerError as error:
            unread.append(str(error))
    return Entry(event, articles, tuple(unread))


def progress_of(project: Project, analyst: str, key: PairKey) -> Progress:
    """Counted from the analyst's file as it is on disk, so that it can run beside the workspace, in a thread."""
    path = project.pair_file(key.event, key.left, key.right, analyst)
    if not path.exists():
        return Progress()
    try:
        annotations = read_pair(path)
    except ReviewerError as error:
        return Progress(problem=str(error))
    records = [record for record in annotations.differences if record.status != "withdrawn"]
    return Progress(len(records), annotations.verdicts, annotations.done)


def progress_in(project: Project, analyst: str, entry: Entry) -> dict[PairKey, Progress]:
    """The event's pairs that the analyst has a file on, each with how far it has come."""
    known = entry.articles
    return {
        PairKey(entry.event.id, left, right): progress_of(project, analyst, PairKey(entry.event.id, left, right))
        for left, right in project.annotated_pairs(entry.event.id, analyst)
        if left in known and right in known
    }


def compared_side(article: Article, corrections: Sequence[QuotationCorrection]) -> Side:
    """One article as the comparison sees it."""
    from reviewer.comparison import Side  # in a worker, after the first text

    return Side(article.text, found_in(article, corrections).quotes, article.language)


def corrections_on_disk(
    project: Project, event: str, article: Article, analyst: str
) -> tuple[QuotationCorrection, ...]:
    """The corrections whose anchors hold; none where the file cannot be read (opening the pair says why)."""
    path = project.corrections_file(event, article.id, analyst)
    if not path.exists():
        return ()
    try:
        known = read_corrections(path).corrections
    except ReviewerError:
        return ()
    return tuple(correction for correction in known if check_anchor(correction.anchor, article).status == "ok")


def verdicts_on_disk(project: Project, analyst: str, key: PairKey) -> tuple[Verdict, ...]:
    """The verdicts on a pair; none where the file cannot be read (opening the pair says why)."""
    path = project.pair_file(key.event, key.left, key.right, analyst)
    if not path.exists():
        return ()
    try:
        return read_pair(path).verdicts
    except ReviewerError:
        return ()


def judged_matches(
    entry: Entry, key: PairKey, machine: Sequence[Match], verdicts: Sequence[Verdict]
) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """The machine's matches of a pair with those linked by hand, and those the analyst rejected, as far as anchors hold."""
    left, right = entry.articles[key.left], entry.articles[key.right]
    holding = tuple(
        verdict
        for verdict in verdicts
        if all(check_anchor(anchor, left).status == "ok" for anchor in verdict.left)
        and all(check_anchor(anchor, right).status == "ok" for anchor in verdict.right)
    )
    rows = match_rows(machine, holding)
    return tuple(row.match for row in rows if row.live), tuple(row.match for row in rows if row.rejected)

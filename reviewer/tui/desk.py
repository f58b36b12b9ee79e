"""The pair on the desk: two articles, what they share, and what the analyst has said of it.  Values only, no widget.

The rooms that find quotations and matches are loaded by the functions that use them: in a worker, when the texts are shown already.
Everything is kept in the file's order (article ids in code-point order).  Which side is shown on the left is the screen's affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from reviewer.articles import Article, load_article
from reviewer.errors import ReviewerError
from reviewer.framing import (
    Anchor,
    Difference,
    LoadedPair,
    PairAnnotations,
    PairKey,
    QuotationCorrection,
    Role,
    SideName,
    Verdict,
    Workspace,
    anchor_at,
    check_anchor,
    govern,
    new_id,
)
from reviewer.project import Project
from reviewer.text import Span, paragraphs
from reviewer.tui.shown import names_of

if TYPE_CHECKING:
    from reviewer.comparison import Comparison, Extent, Match, Side
    from reviewer.quotes import Quotation, Quotations

SIDES: tuple[SideName, SideName] = ("left", "right")
Placing = Callable[[SideName, Anchor], Anchor | None]


def other(side: SideName) -> SideName:
    return "right" if side == "left" else "left"


@dataclass(frozen=True, slots=True)
class Articles:
    """The two texts of a pair."""

    key: PairKey
    left: Article
    right: Article

    def __getitem__(self, side: SideName) -> Article:
        return self.left if side == "left" else self.right

    @property
    def names(self) -> dict[SideName, str]:
        """What each side is called: the outlet, with the title where both are of one or it is unknown."""
        called = names_of((self.left, self.right))
        return {"left": called[self.left.id], "right": called[self.right.id]}


@dataclass(frozen=True, slots=True)
class Found:
    """What the machine found in a pair: quotations (corrections obeyed) and their comparison."""

    left: Quotations
    right: Quotations
    comparison: Comparison

    def __getitem__(self, side: SideName) -> Quotations:
        return self.left if side == "left" else self.right


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A match under the number its labels carry, with the analyst's verdict on it; `own` where no machine match stands behind it.

    It is `lost` where the words of a side are gone from the text: it is listed still, and its extents say nothing.
    """

    number: int
    match: Match
    verdict: Verdict | None = None
    own: bool = False
    lost: bool = False

    @property
    def state(self) -> str:
        return self.verdict.verdict if self.verdict else ""

    @property
    def live(self) -> bool:
        """Whether it counts as a match: the analyst has not rejected it, and its words stand in both texts."""
        return self.state != "rejected" and not self.lost

    @property
    def rejected(self) -> bool:
        return self.state == "rejected" and not self.lost

    def extent(self, side: SideName) -> Extent:
        return self.match.left if side == "left" else self.match.right


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the pair screen shows; `found` and `loaded` are None until their worker has brought them."""

    articles: Articles
    found: Found | None = None
    loaded: LoadedPair | None = None
    others: tuple[LoadedPair, ...] = ()
    read_only: str | None = None
    matches: tuple[MatchRow, ...] = field(default=())

    @property
    def key(self) -> PairKey:
        return self.articles.key

    @property
    def annotations(self) -> PairAnnotations | None:
        return self.loaded.annotations if self.loaded else None

    def having(self, *, found: Found | None = None, loaded: LoadedPair | None = None) -> Desk:
        """The desk with newer findings or annotations; the verdicts are dealt out afresh."""
        found, loaded = found or self.found, loaded or self.loaded
        desk = replace(self, found=found, loaded=loaded)
        verdicts = loaded.annotations.verdicts if loaded else ()
        return replace(desk, matches=match_rows(found.comparison.matches if found else (), verdicts, desk.placed))

    def placed(self, side: SideName, anchor: Anchor, by: LoadedPair | None = None) -> Anchor | None:
        """An anchor of one's own, or of what another has said, where its words stand now: its own place, else the one proposed; None for an orphan."""
        loaded = by or self.loaded
        known = loaded.checks.get((side, anchor)) if loaded else None
        check = known or check_anchor(anchor, self.articles[side])
        return anchor if check.status == "ok" else check.proposed

    def annotated(self, annotations: PairAnnotations) -> Desk:
        """The desk after a change; checks of anchors stay those of the last load."""
        if self.loaded is None:
            return self
        return self.having(loaded=replace(self.loaded, annotations=annotations))

    def only(self, side: SideName) -> tuple[Quotation, ...]:
        """The quotations of no match: the machine's, those of rejected matches with them, those of the analyst's own without."""
        if self.found is None:
            return ()
        comparison = self.found.comparison
        alone = comparison.only_left if side == "left" else comparison.only_right
        rejected = [part for row in self.matches if row.rejected for part in row.extent(side).parts]
        own = [part for row in self.matches if row.live and row.own for part in row.extent(side).parts]
        if not rejected and not own:
            return tuple(alone)
        live = [part for row in self.matches if row.live for part in row.extent(side).parts]
        known = set(alone)
        return tuple(
            quotation
            for quotation in self.found[side].quotes
            if (quotation in known or any(quotation.span.overlaps(part) for part in rejected))
            and not any(quotation.span.overlaps(part) for part in (own if quotation in known else live))
        )

    def match_of(self, places: Mapping[SideName, Span]) -> int | None:
        """The number of the live match of quotations that joins what stands at two places, the most of both; None without one."""
        if len(places) < len(SIDES):
            return None
        joined = [
            (min(sum(part.shared(places[side]) for part in row.extent(side).parts) for side in SIDES), -row.number)
            for row in self.matches
            if row.live and row.match.kind != "passage"
        ]
        most, number = max(joined, default=(0, 0))
        return -number if most else None

    def said_by_others(self) -> dict[int, list[tuple[str, str]]]:
        """What other analysts say of the matches, by number: who, and `confirmed`, `rejected` or `added`."""
        said: dict[int, list[tuple[str, str]]] = {}
        for analyst, governed, _ in self._governed_by_others():
            for number, verdict in governed.items():
                said.setdefault(number, []).append((analyst, verdict.verdict))
        return said

    def links_of_others(self) -> list[tuple[str, Verdict, Match]]:
        """The matches that another analyst added and that are none of those listed: who, their word, and the match where it stands now."""
        return [
            (analyst, verdict, _own_match(verdict))
            for analyst, _, unmatched in self._governed_by_others()
            for verdict in unmatched
            if verdict.verdict == "added" and verdict.left and verdict.right
        ]

    def _governed_by_others(self) -> Iterator[tuple[str, dict[int, Verdict], tuple[Verdict, ...]]]:
        """Each other analyst with their verdicts on the matches, by number, and those on none of them; all where the words stand now."""
        rows = [row for row in self.matches if not row.lost]
        for theirs in self.others:
            now = _standing(theirs.annotations.verdicts, partial(self.placed, by=theirs))
            governed, unmatched = govern(now, [row.match for row in rows])
            by_number = {rows[index].number: verdict for index, verdict in governed.items()}
            yield theirs.annotations.analyst, by_number, unmatched

    def difference(self, identity: str) -> Difference | None:
        records = self.annotations.differences if self.annotations else ()
        return next((record for record in records if record.id == identity), None)


def open_articles(project: Project, key: PairKey) -> Articles:
    """Both texts; raises ReviewerError where one cannot be read."""
    return Articles(
        key,
        load_article(project.article_file(key.event, key.left)),
        load_article(project.article_file(key.event, key.right)),
    )


def found_in(article: Article, corrections: Sequence[QuotationCorrection]) -> Quotations:
    """The quotations of an article, corrections obeyed."""
    from reviewer.quotes import Correction, corrected, extract

    said = [Correction(c.anchor.start, c.anchor.end, is_speech=c.is_speech, speaker=c.speaker) for c in corrections]
    return corrected(extract(article.text, language=article.language), article.text, said)


def find(articles: Articles, corrections: Mapping[SideName, tuple[QuotationCorrection, ...]]) -> Found:
    """Quotations and comparison of a pair: the slow part, for a thread worker."""
    from reviewer.comparison import compare

    sides = {side: found_in(articles[side], corrections[side]) for side in SIDES}
    comparison = compare(*_compared(articles, sides["left"], sides["right"]))
    return Found(sides["left"], sides["right"], comparison)


def _compared(articles: Articles, left: Quotations, right: Quotations) -> tuple[Side, Side]:
    from reviewer.comparison import Side

    return (
        Side(articles.left.text, left.quotes, articles.left.language),
        Side(articles.right.text, right.quotes, articles.right.language),
    )


def sides_of(desk: Desk) -> tuple[Side, Side]:
    """The two articles as the comparison sees them."""
    from reviewer.quotes import Quotations

    found = desk.found
    return _compared(desk.articles, found.left if found else Quotations(), found.right if found else Quotations())


def corrections_of(
    workspace: Workspace, key: PairKey
) -> tuple[dict[SideName, tuple[QuotationCorrection, ...]], tuple[str, ...]]:
    """The corrections to both articles, and one line for each file of them that cannot be read."""
    known: dict[SideName, tuple[QuotationCorrection, ...]] = {}
    problems = []
    for side, article in zip(SIDES, (key.left, key.right), strict=True):
        try:
            known[side] = workspace.corrections(key.event, article)
        except ReviewerError as error:
            known[side] = ()
            problems.append(str(error))
    return known, tuple(problems)


def _standing(verdicts: Sequence[Verdict], placed: Placing) -> list[Verdict]:
    """The verdicts with their anchors where the words stand now, less those whose words are gone."""

    def there(side: SideName, anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
        return tuple(now for anchor in anchors if (now := placed(side, anchor)) is not None)

    return [replace(known, left=there("left", known.left), right=there("right", known.right)) for known in verdicts]


def match_rows(
    machine: Sequence[Match],
    verdicts: tuple[Verdict, ...],
    placed: Placing = lambda _, anchor: anchor,
) -> tuple[MatchRow, ...]:
    """Numbered from 1: the machine's matches, then the analyst's own; `placed` says where an anchor's words stand now, if anywhere."""

    said = {verdict.id: verdict for verdict in verdicts}
    now = _standing(verdicts, placed)
    governed, unmatched = govern(now, machine)
    rows = []
    for index, match in enumerate(machine):
        over = governed.get(index)
        rows.append(MatchRow(index + 1, match, said[over.id] if over else None))
    for verdict in unmatched:
        own, lost = said[verdict.id], not (verdict.left and verdict.right)
        if own.left and own.right:
            rows.append(MatchRow(len(rows) + 1, _own_match(own if lost else verdict), own, own=True, lost=lost))
    return tuple(rows)


def _own_match(verdict: Verdict) -> Match:
    from reviewer.comparison import Extent, Match

    def extent(anchors: tuple[Anchor, ...]) -> Extent:
        parts = tuple(sorted(anchor.span for anchor in anchors))
        return Extent(parts[0].start, parts[-1].end, parts)

    return Match(
        verdict.kind,  # type: ignore[arg-type]
        extent(verdict.left),
        extent(verdict.right),
        verdict.relation,  # type: ignore[arg-type]
        100.0,
        speakers=verdict.speakers,
    )


def role_at(article: Article, place: str, span: Span, quotations: Quotations | None) -> Role:
    """Headline in the title; quote inside a quotation; lede in the first paragraph (inter-titles and blank lines aside); else body."""
    if place == "title":
        return "headline"
    if quotations is not None and any(q.span.contains(span) or span.contains(q.span) for q in quotations.quotes):
        return "quote"
    first = next((p for p in paragraphs(article.text) if not article.text.startswith("## ", p.start)), None)
    return "lede" if first is not None and span.start < first.end else "body"


def text_at(article: Article, place: str) -> str:
    """What offsets count in at a place."""
    return (article.title or "") if place == "title" else article.text


def is_blank(text: str) -> bool:
    """Whether nothing in it is seen, be it white space or marks without width."""
    return not any(letter.isprintable() and not letter.isspace() for letter in text)


def anchor_of(article: Article, place: str, span: Span, quotations: Quotations | None) -> Anchor:
    """An anchor on what is selected, less the white space round it, with the role its place proposes."""
    text = text_at(article, place)
    words = span.of(text)
    if words.strip():
        start = span.start + len(words) - len(words.lstrip())
        span = Span(start, start + len(words.strip()))
    role = role_at(article, place, span, quotations)
    return anchor_at(text, span.start, span.end, role=role, place="title" if place == "title" else "text")


def match_anchors(desk: Desk, match: Match, side: SideName) -> tuple[Anchor, ...]:
    article = desk.articles[side]
    extent = match.left if side == "left" else match.right
    quotations = desk.found[side] if desk.found else None
    return tuple(anchor_of(article, "text", part, quotations) for part in extent.parts)


def verdict_on(desk: Desk, row: MatchRow, word: str) -> Verdict:
    """The analyst's word on a row: a new record, or the one there is with another verdict."""
    if row.verdict is not None:
        return replace(row.verdict, verdict=word)  # type: ignore[arg-type]
    match = row.match
    return Verdict(
        new_id("m"),
        word,  # type: ignore[arg-type]
        match.kind,
        match.relation,
        match_anchors(desk, match, "left"),
        match_anchors(desk, match, "right"),
        tuple(dict.fromkeys(flag.flag for flag in match.flags)),
        match.speakers,
    )


def linked(desk: Desk, left: Span, right: Span) -> Verdict:
    """A match that the machine missed: the two spans with relation, flags and speakers as the machine sees them.

    Raises ValueError where one of them has no word.
    """
    from reviewer.comparison import match_spans

    match = match_spans(*sides_of(desk), left, right)
    return verdict_on(desk, MatchRow(0, match), "added")

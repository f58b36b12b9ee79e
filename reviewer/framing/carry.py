"""Annotations carried over a revision of an article: what stands where it stood is moved, what only resembles is proposed.

In this order: the diff of the two texts; the exact words with the same surroundings; the exact words with half of them; likeness
(at least 20 code points, .90, and a clear lead over the next best; else an orphan).  Words that changed are never taken silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from reviewer.articles import Article, load_article
from reviewer.articles.revisions import RevisionMap, revision_map
from reviewer.errors import ReviewerError
from reviewer.framing.anchors import AnchorCheck, check_anchor, placed, places_of, source_of, surroundings
from reviewer.framing.history import Content
from reviewer.framing.values import Anchor, ArticleCorrections, DifferenceSide, PairAnnotations, Place, SideName
from reviewer.project import Project
from reviewer.text import Span, folded

Fate = Literal["kept", "moved", "look", "orphan"]

MIN_LIKE = 20  # code points: fewer say too little to be recognised by likeness
LIKE = 90.0  # per cent of likeness (normalised Indel similarity)
LEAD = 5.0  # by which the best place must be better than the next
PLACED_LIKE = 70.0  # enough where the diff says that these words replaced those
HALF = 12  # code points of prefix or suffix that speak for a place
MAX_REVISIONS = 20


@dataclass(frozen=True, slots=True)
class Placement:
    """What became of an anchor.  `kept`, `moved`: it may be set to `anchor` unasked.  `look`: `anchor` is a proposal, `why` says
    what to look at.  `orphan`: nothing is proposed."""

    fate: Fate
    anchor: Anchor | None
    why: str = ""


ORPHAN = Placement("orphan", None, "the words are gone")


class Revision:
    """An article before and after; the diff is made when it is first needed."""

    def __init__(self, old: Article, new: Article) -> None:
        self.old = old
        self.new = new

    @cached_property
    def _text(self) -> RevisionMap:
        return revision_map(self.old.text, self.new.text)

    @cached_property
    def _title(self) -> RevisionMap:
        return revision_map(self.old.title or "", self.new.title or "")

    def map(self, place: Place) -> RevisionMap:
        return self._text if place == "text" else self._title

    def holds_before(self, anchor: Anchor) -> bool:
        """Whether the anchor, surroundings too, counts in the earlier text."""
        source = source_of(anchor, self.old)
        around = surroundings(source, anchor.start, anchor.end, len(anchor.prefix), len(anchor.suffix))
        return source[anchor.start : anchor.end] == anchor.exact != "" and around == (anchor.prefix, anchor.suffix)

    def flags(self, old: str, new: str) -> list[str]:
        """The kinds of change that always need a look, in the article's language: numbers, names, negations, modal verbs."""
        from reviewer.comparison import lexicon_of, word_flags

        return sorted({flag.flag for flag in word_flags(old, new, lexicon_of(self.new.text, self.new.language))})


def _same_words(old: str, new: str, revision: Revision) -> bool:
    """Whether only marks, dashes, blanks or accents differ: no capital (it may make a name), no number."""
    capitals = [[c for c in text if c.isupper()] for text in (old, new)]
    return folded(old) == folded(new) and capitals[0] == capitals[1] and not revision.flags(old, new)


def _likeness(old: str, new: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(old, new)


def _proposal(anchor: Anchor, revision: Revision, source: str, span: Span) -> Placement:
    found = placed(anchor, source, span.start, span.end)
    flags = revision.flags(anchor.exact, found.exact)
    return Placement("look", found, f"the words changed ({', '.join(flags)})" if flags else "the words changed")


def _by_diff(anchor: Anchor, revision: Revision, source: str) -> Placement | None:
    there = revision.map(anchor.place).place(anchor.span)
    if there is None:
        return None
    found = placed(anchor, source, there.span.start, there.span.end)
    if found.exact == anchor.exact:
        return Placement("kept" if found == anchor else "moved", found)
    if _same_words(anchor.exact, found.exact, revision):
        return Placement("moved", found, "only marks or blanks changed")
    return None


def _by_quotation(anchor: Anchor, source: str) -> Placement | None:
    size = len(anchor.exact)
    hits = list(places_of(anchor.exact, source))
    whole, half = [], []
    for at in hits:
        before, after = surroundings(source, at, at + size, len(anchor.prefix), len(anchor.suffix))
        same = (before == anchor.prefix, after == anchor.suffix)
        if all(same):
            whole.append(at)
        elif any(same) or before[-HALF:] == anchor.prefix[-HALF:] or after[:HALF] == anchor.suffix[:HALF]:
            half.append(at)
    if len(whole) == 1:
        return Placement("moved", placed(anchor, source, whole[0], whole[0] + size))
    if whole:
        return Placement("orphan", None, f"the words stand in {len(whole)} places now")
    likely = half if len(half) == 1 else hits if len(hits) == 1 and size >= MIN_LIKE else []
    if likely:
        found = placed(anchor, source, likely[0], likely[0] + size)
        return Placement("look", found, "the same words, in other surroundings")
    return None


def _by_change(anchor: Anchor, revision: Revision, source: str) -> Placement | None:
    there = revision.map(anchor.place).place(anchor.span)
    if there is None or _likeness(anchor.exact, there.span.of(source)) < PLACED_LIKE:
        return None
    return _proposal(anchor, revision, source, there.span)


def _at_words(source: str, start: int, end: int) -> Span:
    """The span widened to whole words, and without blanks at its ends."""
    while 0 < start < len(source) and source[start - 1].isalnum() and source[start].isalnum():
        start -= 1
    while 0 < end < len(source) and source[end - 1].isalnum() and source[end].isalnum():
        end += 1
    while start < end and source[start].isspace():
        start += 1
    while start < end and source[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _by_likeness(anchor: Anchor, revision: Revision, source: str) -> Placement | None:
    from rapidfuzz import fuzz

    size = len(anchor.exact)
    if size < MIN_LIKE or len(source) < size:
        return None
    best = fuzz.partial_ratio_alignment(anchor.exact, source, score_cutoff=LIKE)
    if best is None or best.score < LIKE:
        return None
    span = _at_words(source, best.dest_start, best.dest_end)
    score = _likeness(anchor.exact, span.of(source))
    if score < LIKE:
        return None
    for rest in (source[: span.start], source[span.end :]):
        if len(rest) >= size:
            second = fuzz.partial_ratio_alignment(anchor.exact, rest, score_cutoff=score - LEAD)
            if second is not None and second.score > score - LEAD:
                return Placement("orphan", None, "two places are alike")
    return _proposal(anchor, revision, source, span)


def carry_anchor(anchor: Anchor, revision: Revision) -> Placement:
    """Where an anchor of the earlier text stands in the later one; see the module for the order of the attempts."""
    source = source_of(anchor, revision.new)
    if not anchor.exact:
        return ORPHAN
    if not revision.holds_before(anchor):
        check = check_anchor(anchor, revision.new)
        fates: dict[str, Fate] = {"ok": "kept", "moved": "moved", "orphan": "orphan"}
        return Placement(fates[check.status], anchor if check.status == "ok" else check.proposed)
    return (
        _by_diff(anchor, revision, source)
        or _by_quotation(anchor, source)
        or _by_change(anchor, revision, source)
        or _by_likeness(anchor, revision, source)
        or ORPHAN
    )


def earlier_texts(project: Project, event: str, new: Article, first: str = "") -> tuple[Revision, ...]:
    """The revisions of an article that the project keeps, each up to `new`; the one whose text has the hash `first` comes first."""
    folder = project.revisions(event, new.id)
    if not folder.is_dir():
        return ()
    files = sorted(folder.glob("*.md"), key=lambda file: (not first.startswith(file.stem), -file.stat().st_mtime))
    found = []
    for file in files[:MAX_REVISIONS]:
        try:
            old = load_article(file)
        except ReviewerError:
            continue  # `reviewer check` names it; without it less is proposed, and nothing is lost
        found.append(Revision(old, new))
    return tuple(found)


def recheck(anchor: Anchor, article: Article | None, revisions: Sequence[Revision]) -> AnchorCheck:
    """`check_anchor`, and where that gives an orphan of an earlier text, what the revisions propose."""
    check = check_anchor(anchor, article)
    if check.status != "orphan" or article is None:
        return check
    for revision in revisions:
        if revision.holds_before(anchor):
            placement = carry_anchor(anchor, revision)
            if placement.anchor is not None:
                return AnchorCheck("moved", placement.anchor, placement.why)
    return check


@dataclass(frozen=True, slots=True)
class Carried:
    """One anchor of a record and what became of it."""

    record: str
    side: SideName
    anchor: Anchor
    placement: Placement


def _settled(anchor: Anchor, revisions: Sequence[Revision]) -> Placement:
    """The placement by the first revision in whose earlier text the anchor counts; else by its words alone."""
    revision = next((known for known in revisions if known.holds_before(anchor)), revisions[0])
    return carry_anchor(anchor, revision)


def _anchors(
    anchors: tuple[Anchor, ...], record: str, side: SideName, revisions: Sequence[Revision], report: list[Carried]
) -> tuple[Anchor, ...]:
    made = []
    for anchor in anchors:
        placement = _settled(anchor, revisions)
        report.append(Carried(record, side, anchor, placement))
        silent = placement.fate in ("kept", "moved")
        made.append((placement.anchor if silent else None) or anchor)
    return tuple(made)


def _searched(side: DifferenceSide, revisions: Sequence[Revision]) -> DifferenceSide:
    """The rejected candidate of an absence follows its words where they are the same; it is evidence, so no more is done."""
    if side.searched is None or side.searched.best is None:
        return side
    best = side.searched.best
    for revision in revisions:
        if revision.old.text[best.start : best.end] == best.exact:
            there = revision.map("text").place(Span(best.start, best.end))
            if there is not None and there.same:
                moved = replace(best, start=there.span.start, end=there.span.end)
                return replace(side, searched=replace(side.searched, best=moved))
    return side


def carry_content(content: Content, article: str, revisions: Sequence[Revision]) -> tuple[Content, tuple[Carried, ...]]:
    """One file's content with the anchors in `article` carried over, and what became of each.

    `revisions` end in the present text; the first is the one just made, others begin in texts that the file may still count in.
    """
    report: list[Carried] = []
    if isinstance(content, ArticleCorrections):
        corrections = tuple(
            replace(c, anchor=_anchors((c.anchor,), c.id, "left", revisions, report)[0]) for c in content.corrections
        )
        return replace(content, corrections=corrections), tuple(report)
    for side in sides_of(content, article):
        differences = []
        for difference in content.differences:
            there = difference.side(side)
            anchors = _anchors(there.anchors, difference.id, side, revisions, report)
            there = _searched(replace(there, anchors=anchors), revisions)
            differences.append(replace(difference, left=there) if side == "left" else replace(difference, right=there))
        verdicts = []
        for verdict in content.verdicts:
            was = verdict.left if side == "left" else verdict.right
            anchors = _anchors(was, verdict.id, side, revisions, report)
            verdicts.append(replace(verdict, left=anchors) if side == "left" else replace(verdict, right=anchors))
        content = replace(content, differences=tuple(differences), verdicts=tuple(verdicts))
    return content, tuple(report)


def sides_of(content: PairAnnotations, article: str) -> Iterator[SideName]:
    """The side or sides of a pair that are `article`."""
    if content.left.article == article:
        yield "left"
    if content.right.article == article:
        yield "right"

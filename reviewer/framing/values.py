"""The analyst's work as values: anchors, differences, verdicts, corrections, codebooks (DESIGN, "Files on disk")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from reviewer.text import Span

Role = Literal["headline", "lede", "quote", "body", "standfirst", "caption"]
State = Literal["present", "absent"]
Confidence = Literal["low", "medium", "high"]
Status = Literal["open", "discussed", "agreed", "withdrawn"]
VerdictKind = Literal["confirmed", "rejected", "added"]
Place = Literal["text", "title"]
SideName = Literal["left", "right"]

ROLES: tuple[Role, ...] = ("headline", "standfirst", "lede", "body", "quote", "caption")
STATUSES: tuple[Status, ...] = ("open", "discussed", "agreed", "withdrawn")
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")
CONTEXT = 32  # code points of prefix and suffix that an anchor keeps


@dataclass(frozen=True, slots=True)
class Anchor:
    """Exact text with its surroundings and code-point offsets, half-open (W3C TextQuote- and TextPositionSelector in one).

    `place` says whether offsets count in the article's text or in its title (written `in: title`).
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    role: Role | None = None
    place: Place = "text"
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def anchor_at(text: str, start: int, end: int, *, role: Role | None = None, place: Place = "text") -> Anchor:
    """The anchor of `text[start:end]`, with up to CONTEXT code points on either side."""
    return Anchor(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end, role, place
    )


@dataclass(frozen=True, slots=True)
class Rejected:
    """The best candidate that the analyst looked at and rejected: `score` 0–100."""

    score: int
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched before an absence was recorded, and the best that came up (None if nothing did)."""

    queries: tuple[str, ...]
    best: Rejected | None = None


@dataclass(frozen=True, slots=True)
class DifferenceSide:
    """One side of a difference.  Present: one anchor or more.  Absent: `searched`, no anchors and no codes."""

    state: State
    anchors: tuple[Anchor, ...] = ()
    codes: tuple[str, ...] = ()
    searched: Searched | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """An analyst's record of a framing difference; `type` and `codes` are dotted paths of the codebook; times are UTC, ISO, `Z`."""

    id: str
    type: str | None
    codes: tuple[str, ...]
    left: DifferenceSide
    right: DifferenceSide
    note: str = ""
    salience: int = 2
    confidence: Confidence = "medium"
    status: Status = "open"
    created: str = ""
    modified: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def side(self, name: SideName) -> DifferenceSide:
        return self.left if name == "left" else self.right


@dataclass(frozen=True, slots=True)
class Verdict:
    """The analyst's word on a match, or a match the machine missed (`added`)."""

    id: str
    verdict: VerdictKind
    kind: str
    relation: str
    left: tuple[Anchor, ...]
    right: tuple[Anchor, ...]
    flags: tuple[str, ...] = ()
    speakers: tuple[str | None, str | None] = (None, None)
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Which text of an article the offsets count in."""

    article: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PairAnnotations:
    """One analyst's file on one pair; `left` and `right` are in the file's order (ids in code-point order), whatever is shown where."""

    event: str
    analyst: str
    left: SourceRef
    right: SourceRef
    codebook: tuple[str, str] = ("framing-core", "1")
    done: bool = False
    note: str = ""
    differences: tuple[Difference, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuotationCorrection:
    """A correction to one quotation of an article (schema quotation-corrections/1)."""

    id: str
    anchor: Anchor
    is_speech: bool = True
    speaker: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArticleCorrections:
    """One analyst's file on one article: keys schema, event, article, sha256, analyst, corrections."""

    event: str
    article: str
    sha256: str
    analyst: str
    corrections: tuple[QuotationCorrection, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Code:
    """One code: `path` is dotted and unique in the codebook (`entman.cause`); `use` says whether it types a difference or codes it."""

    path: str
    title: str
    definition: str
    use: Literal["type", "code"]
    example: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True)
class Codebook:
    """A codebook with its includes resolved; `codes` in the order of the file, parents before children."""

    id: str
    version: str
    title: str
    source: str = ""
    licence_note: str = ""
    codes: tuple[Code, ...] = ()

    @property
    def types(self) -> tuple[Code, ...]:
        return tuple(code for code in self.codes if code.use == "type")

    @property
    def labels(self) -> tuple[Code, ...]:
        return tuple(code for code in self.codes if code.use == "code")

    def find(self, path: str) -> Code | None:
        return next((code for code in self.codes if code.path == path), None)

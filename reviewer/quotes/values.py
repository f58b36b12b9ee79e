"""What is found in one article: its quotations, and the marked words that are not speech."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reviewer.text import Span

QuotationKind = Literal["direct", "partial", "block"]
NotSpeechKind = Literal["scare", "title", "slogan", "mention"]
CueClass = Literal["neutral", "assertive", "doubting", "emotive"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quoted piece: `start`/`end` lie inside its marks, within one paragraph; all offsets are code points of the article.

    `mention` is the surface form of the speaker at this place ("he"), `speaker` the fullest name this article gives that
    person, or of several who speak together their names ("Ana Roe and Bo Lind"); None where unknown.  `reported_by` is who passed
    the words on ("told the Courier"; "X said Y called it …").  `joined_to` is the start of the first piece of the attribution this
    piece belongs to, None for a first or only piece.
    """

    start: int
    end: int
    text: str
    kind: QuotationKind = "direct"
    speaker: str | None = None
    mention: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    cue_class: CueClass | None = None
    reported_by: str | None = None
    joined_to: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class NotSpeech:
    """Words between marks that nobody is said to have spoken, and the reason for thinking so (a short phrase)."""

    start: int
    end: int
    text: str
    kind: NotSpeechKind
    reason: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotations:
    """All of one article, each in order of start."""

    quotes: tuple[Quotation, ...] = ()
    not_speech: tuple[NotSpeech, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """An analyst's word on one marked span of an article, which holds in every pair: `start`/`end` as in the article."""

    start: int
    end: int
    is_speech: bool = True
    speaker: str | None = None

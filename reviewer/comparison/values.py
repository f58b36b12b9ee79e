"""What two articles share, and what happened to it between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reviewer.quotes import Quotation
from reviewer.text import Span

MatchKind = Literal["quote", "mixed", "passage"]
Relation = Literal["identical", "trimmed", "spliced", "reworded", "unquoted", "paraphrased"]
FlagKind = Literal["negation", "number", "name", "modality", "speaker", "cue"]
Operation = Literal["equal", "delete", "insert", "replace"]


@dataclass(frozen=True, slots=True)
class Side:
    """One article as the comparison sees it."""

    text: str
    quotations: tuple[Quotation, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """Where one variant lies: `[start, end)` encloses its `parts` (more than one where it is split around an attribution)."""

    start: int
    end: int
    parts: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Flag:
    """What a reader must not miss, with the words that raised it on each side ("" where that side has none)."""

    flag: FlagKind
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the left variant to the right one; offsets count in the articles; together the steps reproduce both."""

    op: Operation
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Match:
    """Two spans that carry the same utterance or the same source text.  `score` is 0–100."""

    kind: MatchKind
    left: Extent
    right: Extent
    relation: Relation
    score: float
    flags: tuple[Flag, ...] = ()
    speakers: tuple[str | None, str | None] = (None, None)
    cues: tuple[str | None, str | None] = (None, None)
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of a pair.  `only_left`/`only_right` are the quotations of no match; the shares are of an article's words, 0–1."""

    matches: tuple[Match, ...] = ()
    only_left: tuple[Quotation, ...] = ()
    only_right: tuple[Quotation, ...] = ()
    common_left: float = 0.0
    common_right: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a span might stand in another text after all: `score` 0–100, and why it falls short."""

    start: int
    end: int
    text: str
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One article's version of an utterance; `relation` and `flags` are against the reference (None for that one itself)."""

    article: str
    start: int
    end: int
    text: str
    relation: Relation | None
    flags: tuple[Flag, ...] = ()
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said once, in however many articles of an event; `text` is that of the reference.

    `speaker` is who speaks there, under the fullest name that an article of the event gives that person.  The reference is the fullest variant, or the fullest of those that agree where it is the odd one out.
    `variants` go by article; of several that one article has, what it quotes most fully comes first, and what it only says last.
    """

    id: str
    text: str
    speaker: str | None
    variants: tuple[Variant, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DistinctiveWord:
    """A word that sets one side apart: z-score of the log-odds ratio with an informative Dirichlet prior (Monroe et al. 2008).

    Positive `z` speaks for the left side.  The spans are where it stands in each article.
    """

    word: str
    z: float
    left_count: int
    right_count: int
    left_spans: tuple[Span, ...] = ()
    right_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """How each side names one actor: the name shared by both, and each side's titles and attributes for it."""

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_spans: tuple[Span, ...] = ()
    right_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeechVerbs:
    """Which cues each side uses for one speaker, with counts."""

    speaker: str
    left: tuple[tuple[str, int], ...]
    right: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of a pair: distinctive words (strongest first), naming of shared actors, speech verbs per speaker."""

    words: tuple[DistinctiveWord, ...] = ()
    namings: tuple[Naming, ...] = ()
    speech_verbs: tuple[SpeechVerbs, ...] = ()

"""Two articles → matches, relations, flags, passages, wording; an event → utterances."""

from reviewer.comparison.absence import candidates
from reviewer.comparison.alignment import compare
from reviewer.comparison.flags import word_flags
from reviewer.comparison.lexicon import lexicon_of
from reviewer.comparison.matching import match_spans
from reviewer.comparison.utterances import utterances
from reviewer.comparison.values import (
    Candidate,
    Comparison,
    DistinctiveWord,
    Edit,
    Extent,
    Flag,
    Match,
    Naming,
    Relation,
    Side,
    SpeechVerbs,
    Utterance,
    Variant,
    Wording,
)
from reviewer.comparison.wording import wording

__all__ = [
    "Candidate",
    "Comparison",
    "DistinctiveWord",
    "Edit",
    "Extent",
    "Flag",
    "Match",
    "Naming",
    "Relation",
    "Side",
    "SpeechVerbs",
    "Utterance",
    "Variant",
    "Wording",
    "candidates",
    "compare",
    "lexicon_of",
    "match_spans",
    "utterances",
    "word_flags",
    "wording",
]

"""Two articles → matches, relations, flags, passages, wording; an event → utterances."""

from reviewer.comparison.alignment import compare
from reviewer.comparison.doors import candidates, utterances, wording
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
    "utterances",
    "wording",
]

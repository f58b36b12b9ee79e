"""Two articles → matches, relations, flags, passages, wording; an event → utterances.

The way through the room, as a pair of articles goes (`values` has what comes out, `blocks` the equal words that all pass on):

1. An article is made ready (`sides`): its words in their matching form (`words`, `spelling`, `known`), its quotations as ranges
   of them, the words of its language (`lexicon`, `keys`, from `languages/`).
2. `alignment` leads the pair through all that follows, in one order of the two (`mirroring`).  `seeds` finds runs of words that
   both have, `chains` joins those that belong together, `weights` tells how much a word tells.
3. `drafts` gathers these by utterance: cut where quotations begin and end, joined over attributions.
4. `judgement` keeps the drafts that hold; `passages` says what of unquoted text was copied.
5. What no run finds: utterances in pieces of a few words (`sayings`), quotations in other words, by their stems (`leftovers`,
   `likeness`, `units`, `stems`, `inflection`), short sentences in another order (`brief`), single words (`lone`).
   `repeats` pairs what both print several times.
6. `matching` makes a match of each draft: exact bounds (`bounds`, on the way `growing`, at its ends `widening`, by `clauses`),
   the steps from one side to the other (`edits`), the relation (`relation`), who speaks (`attribution`).
7. `scrutiny` chooses the words that flags look at (by `governing`, those before the marks too), and `flags` asks for each kind,
   of both sides as `tokens` (`contractions`, `marking`, `capitals`) set against each other by `pairing`:
   `negation` (`negators`, `denials`, `echoes`, `governed`), `modality` (`moods`), `numbers` (`amounts`, `ways`, `spelled`, `counting`,
   `measures`) and `names` (`roles`, `parts`).

Of an event, `utterances` compares every pair, `variants` links what they share, and `speakers` brings people under one name.
`absence` and `wording` stand by themselves: where a span might stand after all, and how two articles choose their words.
"""

from reviewer.comparison.absence import candidates
from reviewer.comparison.alignment import compare, compared
from reviewer.comparison.flags import word_flags
from reviewer.comparison.lexicon import lexicon_of
from reviewer.comparison.matching import match_spans
from reviewer.comparison.sides import Prepared, made_ready, prepared
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
    "Prepared",
    "Relation",
    "Side",
    "SpeechVerbs",
    "Utterance",
    "Variant",
    "Wording",
    "candidates",
    "compare",
    "compared",
    "lexicon_of",
    "made_ready",
    "match_spans",
    "prepared",
    "utterances",
    "word_flags",
    "wording",
]

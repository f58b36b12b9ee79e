"""Who speaks on each side of a match, by which cue, and whether that differs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reviewer.comparison.bounds import Stretch
from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import Flag
from reviewer.comparison.vocabulary import CUE_CLASSES, FUNCTION, TITLES
from reviewer.comparison.words import words_of
from reviewer.quotes import Quotation, same_person

_Two = tuple[str | None, str | None]


def attributions(
    one: Sequence[Stretch], other: Sequence[Stretch], left: Prepared, right: Prepared
) -> tuple[_Two, _Two]:
    """Speakers and cues, left and right: of the first quotation of a side that has one."""
    mine, theirs = _quotations(one, left), _quotations(other, right)
    return (
        (_first([q.speaker or q.mention for q in mine]), _first([q.speaker or q.mention for q in theirs])),
        (_first([q.cue for q in mine]), _first([q.cue for q in theirs])),
    )


def attribution_flags(
    speakers: _Two, cues: _Two, one: Sequence[Stretch], other: Sequence[Stretch], left: Prepared, right: Prepared
) -> list[Flag]:
    """A speaker flag where both sides name somebody and not the same; a cue flag where the cues differ in what they imply."""
    flags = []
    if speakers[0] and speakers[1] and different_people(speakers[0], speakers[1]):
        flags.append(Flag("speaker", speakers[0], speakers[1]))
    if cues[0] and cues[1]:
        mine = _cue_class(cues[0], _quotations(one, left))
        theirs = _cue_class(cues[1], _quotations(other, right))
        if mine != theirs:
            flags.append(Flag("cue", cues[0], cues[1]))
    return flags


@lru_cache(maxsize=4096)
def different_people(one: str, other: str) -> bool:
    """Whether two names are surely not of one person: both are proper names, and no rule of names joins them."""
    return bool(proper_words(one) and proper_words(other)) and same_person(one, other) is None


def proper_words(name: str) -> list[str]:
    """The words of the proper name in `name`, folded; none for a description such as "a spokesman"."""
    words = words_of(name)
    return [
        form
        for form, start in zip(words.keys, words.starts, strict=True)
        if name[start].isupper() and form not in TITLES and form not in FUNCTION
    ]


def _quotations(found: Sequence[Stretch], side: Prepared) -> list[Quotation]:
    return [side.pieces[s.piece].quotation for s in found if s.piece >= 0]


def _first(values: Sequence[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _cue_class(cue: str, quotations: Sequence[Quotation]) -> str:
    for quotation in quotations:
        if quotation.cue == cue and quotation.cue_class is not None:
            return quotation.cue_class
    return next((CUE_CLASSES[word] for word in words_of(cue).keys if word in CUE_CLASSES), "neutral")

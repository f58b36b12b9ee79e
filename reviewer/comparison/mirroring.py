"""Left and right exchanged: the work on two articles is always done in one order of them, so that swapping them mirrors the result."""

from __future__ import annotations

from dataclasses import replace

from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import Comparison, Edit, Flag, Match, Operation

_MIRRORED: dict[Operation, Operation] = {
    "equal": "equal",
    "delete": "insert",
    "insert": "delete",
    "replace": "replace",
}


def comes_before(one: Prepared, other: Prepared) -> bool:
    """Whether `one` comes first, by all that tells two articles apart: it must not depend on how they are given."""
    if one.text != other.text:
        return one.text < other.text
    if one is other:
        return False
    return repr((one.language, one.quotations)) < repr((other.language, other.quotations))


def place_of(match: Match) -> tuple[int, int, int, int]:
    """What sorts the matches of two articles: where they are on the left, then on the right."""
    return match.left.start, match.left.end, match.right.start, match.right.end


def mirrored(comparison: Comparison) -> Comparison:
    matches = sorted((mirrored_match(match) for match in comparison.matches), key=place_of)
    return Comparison(
        tuple(matches),
        comparison.only_right,
        comparison.only_left,
        comparison.common_right,
        comparison.common_left,
    )


def mirrored_match(match: Match) -> Match:
    return replace(
        match,
        left=match.right,
        right=match.left,
        flags=tuple(Flag(f.flag, f.right, f.left) for f in match.flags),
        speakers=(match.speakers[1], match.speakers[0]),
        cues=(match.cues[1], match.cues[0]),
        edits=tuple(Edit(_MIRRORED[e.op], e.right, e.left) for e in match.edits),
    )

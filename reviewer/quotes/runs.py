"""Pieces of speech, and whose they are where one quotation runs over several paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.quotes.candidates import Candidate, Paragraph
from reviewer.quotes.marks import Marked

UNFINISHED = ",-—–"  # what marked words end in whose sentence goes on
_AND = ("c", "cs", ",", ",c", ",cs")  # the classes of the words between two pieces of which one goes on with the other


@dataclass(frozen=True, slots=True)
class Piece:
    """A marked span that is speech: its paragraph, its number there, its token, and the candidate that ranks first."""

    paragraph: Paragraph
    number: int
    token: int
    candidate: Candidate | None


def goes_on(
    last: Piece, paragraph: Paragraph, token: int, candidate: Candidate, text: str, relaying: frozenset[str]
) -> bool:
    """Whether marked words at a token go on with those of the piece before ("said that it was “old,” “rotten” and that it “must go”")."""
    between = paragraph.line.tagged.tags[last.token + 1 : token]
    joined = between in _AND or (between == "" and text[_marked(last).end - 1] == ",")
    if not joined or last.paragraph is not paragraph or last.candidate is None:
        return False
    own, before = candidate.cue, last.candidate.cue
    here = paragraph.line.tagged.starts
    if own is None or before is None or own[0] < here[token] or before[0] > here[last.token]:
        return True
    return text[slice(*own)].lower() in relaying


def runs(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Words that go on over several paragraphs have one speaker: that of the first, or the one named after the last."""
    found = list(pieces)
    first = 0
    while first < len(found):
        last = first
        while last + 1 < len(found) and _marked(found[last + 1]).continues:
            last += 1
        if last > first:
            candidate = _of_run(found[first : last + 1], text)
            for index in range(first, last + 1):
                found[index] = replace(found[index], candidate=candidate)
        first = last + 1
    return found


def _of_run(run: Sequence[Piece], text: str) -> Candidate | None:
    """Who speaks words of several paragraphs.  Words opened once and closed once are those of whom the end names, as in one paragraph."""
    opening = run[0].candidate
    for piece in run[1:]:
        own, marked = piece.candidate, _marked(piece)
        if own is None or own.cue is None or own.speaker.start <= marked.start:
            continue
        if opening is None or opening.cue is None:
            return own
        once = not marked.opened and text[marked.end - 1] in UNFINISHED
        if once:
            return own
    return opening


def _marked(piece: Piece) -> Marked:
    return piece.paragraph.marked[piece.number]

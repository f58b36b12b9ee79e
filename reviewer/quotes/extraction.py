"""Quotations of one article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.quotes.marks import marked_spans
from reviewer.quotes.values import Correction, NotSpeech, Quotation, Quotations
from reviewer.text import Span

_NAME = r"(?:[A-Z][\w.'’-]*|of|de|van|al-\w+)(?: (?:[A-Z][\w.'’-]*|de|van|al-\w+))*"
_CUE = r"said|says|told|added|wrote|warned|asked|tweeted|insisted|argued|explained|noted|continued"
_AFTER = re.compile(rf"[”\"’']?,?\s*(?:(?P<who>{_NAME}|he|she|they) (?P<cue>{_CUE})|(?P<cue2>{_CUE}) (?P<who2>{_NAME}))")
_BEFORE = re.compile(rf"(?P<who>{_NAME}|\b(?:[Hh]e|[Ss]he|[Tt]hey)) (?P<cue>{_CUE})\b[^.]{{0,80}}\Z")


def extract(text: str, *, language: str | None = None) -> Quotations:
    """The quotations of `text`, and the marked words that are not speech.

    `language` is a BCP 47 tag; None guesses it.  Never raises, whatever the string.
    """
    del language
    quotes = []
    for marked in marked_spans(text):
        match = _AFTER.match(text, marked.right) or _BEFORE.search(text, max(0, marked.left - 160), marked.left)
        words = text[marked.start : marked.end]
        if match is None:
            quotes.append(Quotation(marked.start, marked.end, words))
            continue
        groups = match.groupdict()
        who, cue = ("who", "cue") if groups["who"] else ("who2", "cue2")
        quotes.append(
            Quotation(
                marked.start,
                marked.end,
                words,
                speaker=match[who],
                mention=match[who],
                speaker_start=match.start(who),
                speaker_end=match.end(who),
                cue=match[cue],
                cue_start=match.start(cue),
                cue_end=match.end(cue),
            )
        )
    return Quotations(tuple(quotes))


def corrected(found: Quotations, text: str, corrections: Sequence[Correction]) -> Quotations:
    """`found` after the analyst's corrections: pieces dropped, added, or given another speaker.

    A correction holds for the piece or marked span that shares half of both with it, else it adds a piece of its own.
    """
    quotes = list(found.quotes)
    not_speech = list(found.not_speech)
    for correction in corrections:
        span = Span(correction.start, min(correction.end, len(text)))
        at = next((i for i, quote in enumerate(quotes) if quote.span.iou(span) >= 0.5), None)
        if not correction.is_speech:
            if at is not None:
                piece = quotes.pop(at)
                not_speech.append(NotSpeech(piece.start, piece.end, piece.text, "mention", _BY_ANALYST))
            continue
        if at is None:
            not_speech = [other for other in not_speech if other.span.iou(span) < 0.5]
            quotes.append(Quotation(span.start, span.end, span.of(text), speaker=correction.speaker))
        elif correction.speaker is not None:
            quotes[at] = replace(quotes[at], speaker=correction.speaker)
    return Quotations(
        tuple(sorted(quotes, key=lambda quote: quote.start)), tuple(sorted(not_speech, key=lambda other: other.start))
    )


_BY_ANALYST = "corrected by the analyst"

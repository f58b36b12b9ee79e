"""An article read for its quotations: marked words, classes of words, phrases and cues of every paragraph that holds some."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.quotes.blocks import with_blocks
from reviewer.quotes.candidates import Line, Paragraph
from reviewer.quotes.dialogue import with_dialogue
from reviewer.quotes.incises import with_incises
from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked, marked_spans
from reviewer.quotes.syntax import parsed
from reviewer.quotes.tagging import tagged

_LEAD = 400
_SIGNATURE = 120
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[^\s\d][^.!?]{20})")
_TIME = re.compile(
    r"\d{1,2}[:.]\d\d(?:[ \u00a0]?(?:[ap]\.?m\b\.?|Uhr\b))?(?:[ \u00a0][A-Z]{2,4}\b)?[ \u00a0]*[-–—:|]?\s+(?=[“\"‘«„]|[^\W\d_])"
)  # that heads an entry of a live blog
_DASH = re.compile(r"\s*(?:[-–—―]+)\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Reading:
    """The paragraphs with marked words, in order, and how often each head word is beyond doubt the speaker of some of them."""

    text: str
    language: Language
    marked: list[Marked]
    paragraphs: list[Paragraph]
    known: Counter[str]


def _line(text: str, number: int, start: int, end: int, marked: Sequence[Marked], language: Language) -> Line:
    time = _TIME.match(text, start, end) if text[start].isdigit() else None
    if time is not None and not text[time.end()].islower():
        start = time.end()
    words = tagged(text, start, end, marked, language)
    return Line(number, words, parsed(words, language))


def _lead(text: str, number: int, start: int, end: int, language: Language) -> Line | None:
    """The last sentence of a line without marked words."""
    first = max(start, end - _LEAD)
    for match in _SENTENCE.finditer(text, first, end):
        first = match.end()
    line = _line(text, number, first, end, (), language)
    return line if line.tagged.tags else None


def _signature(text: str, number: int, start: int, end: int, language: Language) -> Line | None:
    """A short line that begins with a dash and a name."""
    match = _DASH.match(text, start, end) if end - start <= _SIGNATURE else None
    if match is None:
        return None
    return _line(text, number, match.end(), end, (), language)


def _lines(text: str) -> list[tuple[int, int]]:
    found = []
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def read(text: str, language: Language, *, double_apostrophes: bool = False) -> Reading:
    """`double_apostrophes` as in `marked_spans`."""
    spans = marked_spans(text, language.marks, double_apostrophes=double_apostrophes)
    spans = with_blocks(text, with_incises(text, with_dialogue(text, spans, language), language), language)
    paragraphs: list[Paragraph] = []
    lines = _lines(text)
    at = 0
    for number, (start, end) in enumerate(lines):
        if at == len(spans):
            break
        if spans[at].start > end:
            continue
        inside: list[Marked] = []
        while at < len(spans) and spans[at].start <= end:
            inside.append(spans[at])
            at += 1
        line = _line(text, number, start, end, inside, language)
        lead = signature = None
        if number and line.tagged.tags[0] == "Q":
            before = paragraphs[-1].line if paragraphs and paragraphs[-1].line.number == number - 1 else None
            lead = before or _lead(text, number - 1, *lines[number - 1], language)
        if number + 1 < len(lines) and line.tagged.tags[-1] == "Q":
            signature = _signature(text, number + 1, *lines[number + 1], language)
        paragraphs.append(Paragraph(line, start, end, inside, lead, signature))
    return Reading(text, language, spans, paragraphs, _known(paragraphs))


def _known(paragraphs: list[Paragraph]) -> Counter[str]:
    """Heads of names and nouns that are the subject of a cue right beside marked words."""
    found: Counter[str] = Counter()
    for paragraph in paragraphs:
        tags, mentions = paragraph.line.tagged.tags, paragraph.line.parsed.mentions
        for cue in paragraph.line.parsed.cues:
            if cue.tag == "V" and cue.subjects and cue.subjects[0][1] != "passive":
                mention = mentions[cue.subjects[0][0]]
                low, high = min(cue.at, mention.first), max(cue.at, mention.last)
                if mention.kind != "h" and "Q" in tags[max(0, low - 2) : high + 2]:
                    found[paragraph.line.tagged.words[mention.last - 1].lower()] += 1
    return found

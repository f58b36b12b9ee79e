"""An article read for its quotations: marked words, classes of words, phrases and cues of every paragraph that holds some."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reviewer.quotes.candidates import Paragraph
from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked, marked_spans
from reviewer.quotes.syntax import parsed
from reviewer.quotes.tagging import tagged

_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Reading:
    """The paragraphs with marked words, in order, and how often each head word is beyond doubt the speaker of some of them."""

    text: str
    language: Language
    paragraphs: list[Paragraph]
    known: Counter[str]


def _paragraph(text: str, number: int, start: int, end: int, marked: list[Marked], language: Language) -> Paragraph:
    words = tagged(text, start, min(end, start + _LONGEST), marked, language)
    return Paragraph(number, start, end, marked, words, parsed(words, language))


def read(text: str, language: Language, marked: list[Marked] | None = None) -> Reading:
    """`marked` are the article's marked words where they are known already."""
    spans = marked_spans(text) if marked is None else marked
    paragraphs: list[Paragraph] = []
    at = number = start = 0
    while at < len(spans):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        inside: list[Marked] = []
        while at < len(spans) and spans[at].start <= end:
            inside.append(spans[at])
            at += 1
        if inside:
            paragraphs.append(_paragraph(text, number, start, end, inside, language))
        number += end > start
        start = end + 1
    return Reading(text, language, paragraphs, _known(paragraphs))


def _known(paragraphs: list[Paragraph]) -> Counter[str]:
    """Heads of names and nouns that are the subject of a cue right beside marked words."""
    found: Counter[str] = Counter()
    for paragraph in paragraphs:
        tags = paragraph.tagged.tags
        for cue in paragraph.parsed.cues:
            if cue.tag == "V" and cue.subjects:
                mention = paragraph.parsed.mentions[cue.subjects[0][0]]
                low, high = min(cue.at, mention.first), max(cue.at, mention.last)
                if mention.kind != "h" and "Q" in tags[max(0, low - 2) : high + 2]:
                    found[paragraph.tagged.words[mention.last - 1].lower()] += 1
    return found

"""Where a caret goes in a text: by cluster, word, sentence and paragraph; and how a selection grows and shrinks."""

from __future__ import annotations

from functools import lru_cache

from reviewer.text import Span, sentences, words
from reviewer.text.graphemes import cluster_at

_REACH = 512  # code points looked back for the beginning of a word


def line_at(text: str, offset: int) -> Span:
    """The line that holds `offset`, without its line feed."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Span(start, len(text) if end < 0 else end)


def paragraph_at(text: str, offset: int) -> Span:
    """The line at `offset` without the white space around it; empty on a blank line."""
    line = line_at(text, offset)
    body = line.of(text)
    kept = body.strip()
    if not kept:
        return Span(offset, offset)
    start = line.start + len(body) - len(body.lstrip())
    return Span(start, start + len(kept))


def next_paragraph(text: str, offset: int) -> int:
    """Where the next paragraph begins, or the end of the text."""
    here = paragraph_at(text, offset)
    if here and offset < here.start:
        return here.start
    at = line_at(text, offset).end
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def previous_paragraph(text: str, offset: int) -> int:
    """Where this paragraph begins, or, from there, the one before."""
    here = paragraph_at(text, offset)
    if here and here.start < offset:
        return here.start
    at = min(here.start if here else offset, line_at(text, offset).start)
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return paragraph_at(text, at).start if at else 0


@lru_cache(maxsize=4)
def _sentences_of(text: str, start: int, end: int) -> tuple[Span, ...]:
    return tuple(sentences(text, start, end))


def _sentences_at(text: str, offset: int) -> tuple[Span, ...]:
    line = line_at(text, offset)
    return _sentences_of(text, line.start, line.end)


def sentence_at(text: str, offset: int) -> Span:
    """The sentence at `offset`, or the one before it in its paragraph; empty on a blank line."""
    found = Span(offset, offset)
    for sentence in _sentences_at(text, offset):
        if sentence.start > offset and found:
            break
        found = sentence
        if offset < sentence.end:
            break
    return found


def next_sentence(text: str, offset: int) -> int:
    for sentence in _sentences_at(text, offset):
        if sentence.start > offset:
            return sentence.start
    return next_paragraph(text, offset)


def previous_sentence(text: str, offset: int) -> int:
    before = [s.start for s in _sentences_at(text, offset) if s.start < offset]
    if before:
        return before[-1]
    at = offset
    while at > 0 and text[at - 1].isspace():
        at -= 1
    before = [s.start for s in _sentences_at(text, at) if s.start < offset] if at else []
    return before[-1] if before else 0


def _word_scan(text: str, offset: int) -> int:
    """A place before `offset` from which words are found as they would be from the start of the text."""
    at = offset
    while at > 0 and offset - at < _REACH and not text[at - 1].isspace():
        at -= 1
    return at


def word_at(text: str, offset: int) -> Span:
    """The word that holds `offset`, or, between words, the cluster there."""
    for word in words(text, _word_scan(text, offset), min(len(text), offset + 4 * _REACH)):
        if word.start > offset:
            break
        if offset < word.end:
            return word
    return Span(*cluster_at(text, offset))


def next_word(text: str, offset: int) -> int:
    """Where the next word begins, or the end of the text."""
    after = word_at(text, offset).end if offset < len(text) else len(text)
    start = max(after, min(offset + 1, len(text)))
    inside = start > 0 and text[start - 1].isalnum()  # a word that begins here is the rest of one
    following = (word.start for word in words(text, start) if word.start > start or not inside)
    return next((begins for begins in following if _stands(text, begins)), len(text))


def _stands(text: str, offset: int) -> bool:
    """Whether a caret can stand here: not within a grapheme cluster, where a word may begin after a joining mark."""
    return cluster_at(text, offset)[0] == offset


def previous_word(text: str, offset: int) -> int:
    """Where this word begins, or, from there, the one before."""
    stop = offset
    while stop > 0:
        while stop > 0 and text[stop - 1].isspace():
            stop -= 1
        start = _word_scan(text, stop)
        found = [word.start for word in words(text, start, stop) if _stands(text, word.start)]
        if found:
            return found[-1]
        if start == stop:
            break
        stop = start
    return 0


def _without_blanks_after(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip()))


def grown(text: str, selection: Span) -> Span:
    """The smallest of word, sentence, paragraph and whole text that holds more than `selection`, but for white space at its end."""
    at = selection.start
    selection = _without_blanks_after(text, selection)
    word = word_at(text, at)
    if not text[word.start : word.end].strip():
        word = word_at(text, next_word(text, at))
    last = max(at, selection.end - 1)
    units = [
        _without_blanks_after(text, word),
        Span(sentence_at(text, at).start, max(sentence_at(text, last).end, sentence_at(text, at).end)),
        Span(paragraph_at(text, at).start, max(paragraph_at(text, last).end, paragraph_at(text, at).end)),
        Span(0, len(text)),
    ]
    return next((unit for unit in units if unit.contains(selection) and len(unit) > len(selection)), selection)


def shrunk(text: str, selection: Span) -> Span:
    """The largest of paragraph, sentence and word at the selection's start that is inside it and smaller; else empty."""
    at = selection.start
    for unit in (paragraph_at(text, at), sentence_at(text, at), word_at(text, at)):
        if unit and selection.contains(unit) and len(unit) < len(selection):
            return unit
    return Span(at, at)

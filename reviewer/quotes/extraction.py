"""Quotations of one article: marked words, told from other uses of marks, with speakers and cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.quotes import ranking, speech
from reviewer.quotes.candidates import Candidate, Candidates, Paragraph, Speaker
from reviewer.quotes.lexicon import Language, language_of
from reviewer.quotes.marks import marked_spans
from reviewer.quotes.reading import read
from reviewer.quotes.values import Correction, NotSpeech, Quotation, QuotationKind, Quotations
from reviewer.text import Span

_BY_ANALYST = "corrected by the analyst"


def extract(text: str, *, language: str | None = None) -> Quotations:
    """The quotations of `text`, and the marked words that are not speech.

    `language` is a BCP 47 tag; None guesses it.  Of a language without a file here the marks are found, not the speakers.
    Never raises, whatever the string.
    """
    words = language_of(language, text)
    if words is None:
        return Quotations(tuple(Quotation(m.start, m.end, text[m.start : m.end]) for m in marked_spans(text)))
    return _Extraction(text, words).run()


class _Extraction:
    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.weights = ranking.weights()
        self.quotes: list[Quotation] = []
        self.not_speech: list[NotSpeech] = []
        self.previous: Speaker | None = None

    def run(self) -> Quotations:
        reading = read(self.text, self.language)
        for paragraph in reading.paragraphs:
            candidates = Candidates(self.text, paragraph, self.language, reading.known)
            for number in range(len(paragraph.marked)):
                self._judge(paragraph, candidates, number)
        return Quotations(tuple(self.quotes), tuple(self.not_speech))

    def _judge(self, paragraph: Paragraph, candidates: Candidates, number: int) -> None:
        marked = paragraph.marked[number]
        words = self.text[marked.start : marked.end]
        ranked = ranking.best(candidates.of(number, self.previous), self.weights["speaker"])
        token = candidates.at[number]
        features = speech.features(self.text, paragraph, number, token, ranked, self.language)
        if ranking.score(features, self.weights["speech"]) < 0:
            kind, reason = speech.why_not(self.text, paragraph, number, token, self.language)
            self.not_speech.append(NotSpeech(marked.start, marked.end, words, kind, reason))
            return
        self._add(marked.start, marked.end, "direct", ranked[0] if ranked is not None else None)

    def _add(self, start: int, end: int, kind: QuotationKind, chosen: Candidate | None) -> None:
        quotation = Quotation(start, end, self.text[start:end], kind)
        if chosen is not None:
            speaker = chosen.speaker
            name = self.text[speaker.start : speaker.end]
            quotation = replace(
                quotation, speaker=name, mention=name, speaker_start=speaker.start, speaker_end=speaker.end
            )
            if chosen.cue is not None:
                low, high = chosen.cue
                quotation = replace(quotation, cue=self.text[low:high], cue_start=low, cue_end=high)
            self.previous = speaker
        self.quotes.append(quotation)


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

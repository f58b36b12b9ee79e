"""Quotations of one article: marked words, told from other uses of marks, with speakers and cues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewer.quotes import ranking, speech
from reviewer.quotes.attribution import attributed
from reviewer.quotes.candidates import Candidate, Candidates, Paragraph, Speaker
from reviewer.quotes.dropped import spoken_on
from reviewer.quotes.grammar import is_topic, reports_anew, settled
from reviewer.quotes.lexicon import language_of
from reviewer.quotes.marks import marked_spans
from reviewer.quotes.people import People
from reviewer.quotes.placed import reported
from reviewer.quotes.reading import Reading, read
from reviewer.quotes.residue import without_linked_headlines
from reviewer.quotes.runs import Piece, goes_on
from reviewer.quotes.values import Correction, NotSpeech, Quotation, Quotations
from reviewer.text import Span

_BY_ANALYST = "corrected by the analyst"
_SAME = 0.5
_LEAST_SPEECH = 0.3


def extract(
    text: str,
    *,
    language: str | None = None,
    double_apostrophes: bool = False,
    weights: Mapping[str, ranking.Weights] | None = None,
) -> Quotations:
    """The quotations of `text`, and the marked words that are not speech.

    `language` is a BCP 47 tag; None guesses it.  Of a language without a file here the marks are found, not the speakers.
    `double_apostrophes` takes `''` for a quotation mark of its own, as some archives write it.  `weights`
    are others than those that ship, as `reviewer.quotes.train` learns them.  Never raises, whatever the string.
    """
    words = language_of(language, text)
    if words is None:
        spans = marked_spans(text, double_apostrophes=double_apostrophes)
        return Quotations(tuple(Quotation(one.start, one.end, text[one.start : one.end]) for one in spans))
    plain = without_linked_headlines(text, words.links_end)
    reading = read(plain, words, double_apostrophes=double_apostrophes)
    if not reading.paragraphs:
        return Quotations()
    ranker = ranking.shipped() if weights is None else ranking.Ranker(weights["speaker"])
    pieces, not_speech = _judged(reading, ranker, (weights or ranking.weights())["speech"])
    quotes = attributed(reading, pieces, People(plain, words, reading.marked))
    if plain != text:
        quotes = tuple(replace(quote, text=text[quote.start : quote.end]) for quote in quotes)
    return Quotations(quotes, tuple(not_speech))


def _judged(
    reading: Reading, ranker: ranking.Ranker, speech_weights: ranking.Weights
) -> tuple[list[Piece], list[NotSpeech]]:
    """Each marked span as a piece of speech with the speaker who ranks first, or as not speech."""
    pieces: list[Piece] = []
    not_speech: list[NotSpeech] = []
    previous: Speaker | None = None
    for paragraph in reading.paragraphs:
        candidates = Candidates(reading.text, paragraph, reading.language, reading.known)
        for number, marked in enumerate(paragraph.marked):
            found = candidates.of(number, previous)
            ranked = ranker.best(found)
            words = reading.text[marked.start : marked.end]
            token = candidates.at[number]
            if ranked is not None and _of_another(reading, paragraph, token, words, ranked[0]):
                ranked = ranker.best([one for one in found if one.speaker.start != ranked[0].speaker.start])
            if not marked.block:
                features = speech.features(reading.text, paragraph, number, token, ranked, reading.language)
                score = round(ranking.score(features, speech_weights), 3)
                lead = speech.lead_of(reading.text, paragraph, token)
                best = ranked[0] if ranked is not None else None
                unlikely = score < _LEAST_SPEECH and not reported(paragraph.line, token, words, best, reading.language)
                unlikely = unlikely or speech.stands_for_a_noun(paragraph, token, words, reading.language)
                unlikely = unlikely or speech.kept_at_a_distance(lead, words, reading.language)
                if unlikely or speech.written_on_a_sign(lead, paragraph, token, reading.language):
                    not_speech.append(_not_speech(reading, paragraph, number, token))
                    continue
            candidate = None
            last = previous if previous is not None or ranked is None else ranked[0].speaker
            if last is not None and reading.language.drops_subject:
                candidate = spoken_on(paragraph.line, token, last, reading.language, first=previous is None)
            if candidate is None and ranked is not None:
                candidate = settled(paragraph.line, token, words, ranked[0], reading.language)
            if (
                candidate is not None
                and pieces
                and goes_on(pieces[-1], paragraph, token, candidate, reading.text, reading.language.relaying)
            ):
                candidate = pieces[-1].candidate
            piece = Piece(paragraph, number, token, candidate)
            pieces.append(piece)
            if piece.candidate is not None and piece.candidate.speaker.head not in reading.language.addressed:
                previous = piece.candidate.speaker
    return pieces, not_speech


def _of_another(reading: Reading, paragraph: Paragraph, token: int, words: str, candidate: Candidate) -> bool:
    """Whether the candidate is but a topic, or speaks in a report of its own behind the words."""
    if candidate.cue is None:
        return is_topic(reading.text, candidate.speaker, reading.language)
    return words[-1] == "." and reports_anew(paragraph.line, token, candidate, reading.language)


def _not_speech(reading: Reading, paragraph: Paragraph, number: int, token: int) -> NotSpeech:
    marked = paragraph.marked[number]
    kind, reason = speech.why_not(reading.text, paragraph, number, token, reading.language)
    return NotSpeech(marked.start, marked.end, reading.text[marked.start : marked.end], kind, reason)


def corrected(found: Quotations, text: str, corrections: Sequence[Correction]) -> Quotations:
    """`found` after the analyst's corrections: pieces dropped, added, or given another speaker.

    A correction holds for the piece or marked words that share half of both with it; otherwise it adds a piece of its own.
    """
    quotes = list(found.quotes)
    not_speech = list(found.not_speech)
    for correction in corrections:
        start = max(0, min(correction.start, len(text)))
        span = Span(start, max(start, min(correction.end, len(text))))
        at = max(range(len(quotes)), key=lambda i: quotes[i].span.iou(span), default=-1)
        if at >= 0 and quotes[at].span.iou(span) < _SAME:
            at = -1
        if not correction.is_speech:
            if at >= 0:
                piece = quotes.pop(at)
                not_speech.append(NotSpeech(piece.start, piece.end, piece.text, "mention", _BY_ANALYST))
        elif at >= 0:
            if correction.speaker is not None:
                quotes[at] = replace(quotes[at], speaker=correction.speaker)
        elif span:
            not_speech = [other for other in not_speech if other.span.iou(span) < _SAME]
            quotes.append(Quotation(span.start, span.end, span.of(text), speaker=correction.speaker))
    left = {quote.start for quote in quotes}
    quotes = [quote if quote.joined_to in left else replace(quote, joined_to=None) for quote in quotes]
    return Quotations(
        tuple(sorted(quotes, key=lambda quote: quote.start)), tuple(sorted(not_speech, key=lambda other: other.start))
    )

"""What the tests of the quotations ask again and again."""

from __future__ import annotations

from reviewer.quotes import NotSpeech, Quotation, extract


def quotes(text: str, language: str = "en") -> list[Quotation]:
    return list(extract(text, language=language).quotes)


def not_speech(text: str, language: str = "en") -> list[NotSpeech]:
    return list(extract(text, language=language).not_speech)


def texts(text: str, language: str = "en") -> list[str]:
    return [quote.text for quote in quotes(text, language)]


def only(text: str, language: str = "en") -> Quotation:
    found = quotes(text, language)
    assert len(found) == 1, found
    return found[0]

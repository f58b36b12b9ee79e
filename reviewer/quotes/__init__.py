"""One article → its quotations with speakers and cues."""

from reviewer.quotes.extraction import corrected, extract
from reviewer.quotes.lexicon import language_code
from reviewer.quotes.namesakes import Namesakes
from reviewer.quotes.naming import begins_name
from reviewer.quotes.persons import PersonMatch, full_name, people_of, same_person, surname
from reviewer.quotes.reports import Reporter, names_person, reporter
from reviewer.quotes.values import Correction, NotSpeech, Quotation, Quotations

__all__ = [
    "Correction",
    "Namesakes",
    "NotSpeech",
    "PersonMatch",
    "Quotation",
    "Quotations",
    "Reporter",
    "begins_name",
    "corrected",
    "extract",
    "full_name",
    "language_code",
    "names_person",
    "people_of",
    "reporter",
    "same_person",
    "surname",
]

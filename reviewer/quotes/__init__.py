"""One article → its quotations with speakers and cues."""

from reviewer.quotes.extraction import corrected, extract
from reviewer.quotes.values import Correction, NotSpeech, Quotation, Quotations

__all__ = ["Correction", "NotSpeech", "Quotation", "Quotations", "corrected", "extract"]

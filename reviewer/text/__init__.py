"""Plain text: spans, folding with a map back, sentences, displayable().

What only a screen needs is asked for by its module, so that nobody else loads it: `graphemes`, `wrapping`.
"""

from reviewer.text.display import displayable, hidden_count
from reviewer.text.folding import Folded, fold, folded
from reviewer.text.sentences import ABBREVIATIONS, paragraphs, sentences, words
from reviewer.text.spans import Span

__all__ = [
    "ABBREVIATIONS",
    "Folded",
    "Span",
    "displayable",
    "fold",
    "folded",
    "hidden_count",
    "paragraphs",
    "sentences",
    "words",
]

"""Plain text: spans, folding with a map back, sentences, grapheme clusters, wrapping, displayable()."""

from reviewer.text.display import displayable, hidden_count
from reviewer.text.folding import Folded, fold, folded
from reviewer.text.graphemes import Piece, appearance, cluster_at, next_boundary, previous_boundary
from reviewer.text.sentences import paragraphs, sentences, words
from reviewer.text.spans import Span
from reviewer.text.wrapping import Label, Layout, Placed, wrap

__all__ = [
    "Folded",
    "Label",
    "Layout",
    "Piece",
    "Placed",
    "Span",
    "appearance",
    "cluster_at",
    "displayable",
    "fold",
    "folded",
    "hidden_count",
    "next_boundary",
    "paragraphs",
    "previous_boundary",
    "sentences",
    "words",
    "wrap",
]

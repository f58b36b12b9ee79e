"""textacy's quotations in our shape, a paragraph a call (it raises on an odd number of marks); needs spaCy's `en_core_web_sm`."""

from __future__ import annotations

import importlib
import re
from typing import Any


def _model() -> Any:
    try:
        return importlib.import_module("spacy").load("en_core_web_sm")
    except OSError as error:
        raise ImportError("spaCy has no en_core_web_sm here") from error


_MODEL = _model()
_QUOTATIONS = importlib.import_module("textacy.extract").direct_quotations
_MARKED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def quotes_of(text: str) -> list[dict[str, Any]]:
    """Only the marked parts of what textacy calls a quotation are kept."""
    found: list[dict[str, Any]] = []
    at = 0
    for line in text.split("\n"):
        document = _MODEL(line)
        try:
            triples = list(_QUOTATIONS(document))
        except ValueError:
            triples = []
        for speaker, cue, content in triples:
            found.extend(
                {
                    "start": at + match.start(1),
                    "end": at + match.end(1),
                    "speaker": " ".join(token.text for token in speaker) or None,
                    "speaker_start": at + speaker[0].idx if speaker else None,
                    "speaker_end": at + speaker[-1].idx + len(speaker[-1]) if speaker else None,
                    "cue_start": at + cue[0].idx if cue else None,
                    "cue_end": at + cue[-1].idx + len(cue[-1]) if cue else None,
                }
                for match in _MARKED.finditer(line, content.start_char, content.end_char)
            )
        at += len(line) + 1
    return found

"""The words of a paragraph with the letters of their classes; `tagging` says what each letter stands for."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tagged:
    """A paragraph's words: offsets in the article, the words, a string of their classes, and the sentence each belongs to.

    The Qs are the paragraph's marked spans, in order; `firsts` are the first tokens of the sentences.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tags: str = ""
    sentences: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)

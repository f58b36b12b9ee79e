"""What the page's own markup says against an extraction: paragraphs brought back, teasers taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reviewer.articles.html_blocks import Block, Line, key_of
from reviewer.articles.html_metadata import PageFacts

MIN_WORDS = 8
_SHINGLE = 4


class _Stated:
    """JSON-LD's articleBody, asked whether it holds a paragraph; without one it holds nothing."""

    def __init__(self, body: str) -> None:
        self._key = f" {key_of(body)} "

    def __bool__(self) -> bool:
        return len(self._key) > 400

    def holds(self, key: str) -> bool:
        return f" {key} " in self._key

    def touches(self, key: str) -> bool:
        """Whether any four words in a row of `key` stand in it."""
        words = key.split()
        return any(
            f" {' '.join(words[at : at + _SHINGLE])} " in self._key for at in range(max(1, len(words) - _SHINGLE + 1))
        )


_TEASER = re.compile(
    r"^\W*(?:read (?:more|next|also)|see also|related|also (?:on|read)|more (?:on|from|about|stories)|recommended|watch|listen|"
    r"sign up|subscribe|download|follow|click here|get (?:the|our|access)|share (?:this|on)|advertisement|story continues|"
    r"continue reading|photo(?:s|graph)?\b.{0,20}:|image(?: credit)?|picture|getty|related (?:article|stor|video)\w*)\b",
    re.IGNORECASE,
)


def _teases(text: str) -> bool:
    return len(text) < 300 and _TEASER.match(text) is not None


class _Repair:
    def __init__(self, lines: Sequence[Line], blocks: Sequence[Block], facts: PageFacts) -> None:
        self.lines = lines
        self.blocks = blocks
        self.stated = _Stated(facts.body)
        self.standfirst = key_of(facts.description)
        self.title = key_of(facts.title or "")
        kept = {line.key for line in lines}
        self.place = {block.key: number for number, block in reversed(list(enumerate(blocks)))}
        self.paths = Counter(
            (block.path, block.article, block.aside)
            for block in blocks
            if block.kind in ("p", "quote") and block.key in kept
        )
        self.parents = Counter(
            {(path[:-1], article, aside): count for (path, article, aside), count in self.paths.items()}
        )
        self.kept = kept
        self.text = " ".join(line.key for line in lines)

    def is_missing(self, block: Block) -> bool:
        """Whether a block that was cut belongs to the article by the page's own marks."""
        words = block.key.count(" ") + 1
        if block.key in self.kept or block.linked > 0.5 or _teases(block.text) or f" {block.key} " in f" {self.text} ":
            return False
        if self.stated and block.kind != "heading" and words >= MIN_WORDS and self.stated.holds(block.key):
            return True
        if block.kind in ("p", "quote"):
            return words >= MIN_WORDS and self.paths[(block.path, block.article, block.aside)] >= 2
        return False

    def run(self) -> list[Line]:
        lines = [line for line in self.lines if not self.is_foreign(line)]
        missing = [(number, block) for number, block in enumerate(self.blocks) if self.is_missing(block)]
        numbers = [self.place.get(line.key) for line in lines]
        for number, block in reversed(missing):
            at = max((i + 1 for i, there in enumerate(numbers) if there is not None and there < number), default=0)
            lines.insert(at, Line(block.kind, block.text, block.key))
            numbers.insert(at, number)
        return lines

    def is_foreign(self, line: Line) -> bool:
        number = self.place.get(line.key)
        block = self.blocks[number] if number is not None else None
        return (block is not None and block.linked > 0.9) or _teases(line.text)


def repaired(lines: Sequence[Line], blocks: Sequence[Block], facts: PageFacts) -> list[Line]:
    """The lines of an extraction with what the page's own markup says is missing, and without what it says is another's."""
    return _Repair(lines, blocks, facts).run()

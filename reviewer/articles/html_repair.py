"""What the page's own markup says against an extraction: paragraphs brought back, teasers taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from reviewer.articles.html_blocks import Block, Line, key_of
from reviewer.articles.html_metadata import PageFacts

MIN_WORDS = 8
MIN_STANDFIRST = 5
MAX_STATED = 200_000  # code points of a stated body that are looked at


class _Stated:
    """JSON-LD's articleBody, asked whether it holds a paragraph; without one it holds nothing."""

    def __init__(self, body: str) -> None:
        self._key = f" {key_of(body[:MAX_STATED])} "

    def __bool__(self) -> bool:
        return len(self._key) > 400

    def holds(self, key: str) -> bool:
        return f" {key} " in self._key


_TEASER = re.compile(
    r"^\W*(?:(?:read (?:more|next|also)|see also|also (?:on|read|see)|more (?:on|from|about|stories|like this)|recommended|watch|listen|"
    r"sign up|subscribe|download|follow|click here|get (?:the|our|access|in touch)|share (?:this|on|your)|advertisement|story continues|"
    r"continue reading|related (?:articles?|stor(?:y|ies)|videos?|links?|topics?|content|coverage)|you (?:may|might) (?:also )?like|"
    r"to view this video|for more (?:stories|news)|like this (?:story|article)|want (?:more|to (?:bookmark|read more))|"
    r"to (?:continue|keep) reading|keep reading (?:for|with)|subscribe to unlock|(?:à )?lire (?:aussi|également)|lisez aussi|voir aussi|pour lire la suite|"
    r"lesen sie (?:auch|mehr|hier)|mehr zum thema|auch interessant|le[ea] también|te puede interesar|ver también|(?:para )?seguir leyendo|leia também|lees ook|"
    r"if you (?:buy|purchase|click|make a purchase).{0,80}(?:commission|affiliate)|getty images|please enable javascript)\b"
    r"|(?:related|photos?|pictures?|images?(?: credit)?|watch|video|listen|read|more)\s{0,2}:)",
    re.IGNORECASE,
)
_BIO = re.compile(r"^.{0,80}?\b(?:is|was) (?:a|an|the|our|\w+['’]s?)\b|^.{0,80}?\b(?:covers|writes|reports|joined)\b")
TEASER_LENGTH = 240
MIN_REPORT = 60  # words above a live blog's entries that make a report of its own


def _teases(text: str) -> bool:
    return len(text) <= TEASER_LENGTH and _TEASER.match(text) is not None


class _Repair:
    def __init__(self, lines: Sequence[Line], blocks: Sequence[Block], facts: PageFacts) -> None:
        self.lines = lines
        self.blocks = blocks
        self.stated = _Stated(facts.body)
        self.standfirst = key_of(facts.description)
        self.title = key_of(facts.title or "")
        self.byline = facts.byline
        kept = {line.key for line in lines}
        self.places: dict[str, list[int]] = {}
        for number, block in enumerate(blocks):
            self.places.setdefault(block.key, []).append(number)
        self.paths = Counter(
            (block.path, block.article, block.aside)
            for block in blocks
            if block.kind in ("p", "quote") and block.key in kept
        )
        numbers = [number for number, block in enumerate(blocks) if block.key in kept]
        self.between = range(numbers[0], numbers[-1]) if numbers else range(0)
        self.kept = kept
        self.text = f" {' '.join(line.key for line in lines)} "

    def is_missing(self, number: int, block: Block) -> bool:
        """Whether a block that was cut belongs to the article by the page's own marks."""
        if block.key in self.kept or block.linked > 0.5 or _teases(block.text):
            return False
        return self.is_called_article(number, block) and f" {block.key} " not in self.text

    def is_called_article(self, number: int, block: Block) -> bool:
        """JSON-LD states its words, the page's description is it, or it stands where paragraphs of the article stand."""
        words = block.key.count(" ") + 1
        if block.key == self.standfirst:
            return words >= MIN_STANDFIRST
        if words < MIN_WORDS or block.kind == "heading":
            return False
        if self.stated and self.stated.holds(block.key):
            return True
        named = block.article > 0 or any(step[-1] != "." for step in block.path)  # else the place says nothing
        siblings = self.paths[(block.path, block.article, block.aside)] if block.kind in ("p", "quote") else 0
        return siblings >= 2 and (named or number in self.between)

    def run(self) -> list[Line]:
        placed: list[tuple[int, Line]] = []
        at = -1
        for line in self.lines:
            there = self.places.get(line.key, [at])  # one that is no block of the page stays behind the line before it
            at = next((number for number in there if number > at), there[0])
            if not self.is_foreign(line):
                placed.append((at, line))
        missing = ((number, block) for number, block in enumerate(self.blocks) if self.is_missing(number, block))
        placed += [(number, Line(block.kind, block.text, block.key)) for number, block in missing]
        lines = [line for _, line in sorted(placed, key=itemgetter(0))]
        return self.without_bio(self.without_title(lines))

    def is_foreign(self, line: Line) -> bool:
        """Whether a line that was kept is a teaser: all of it a link, called one by its words, or in a place that is one
        while the article's paragraphs are not."""
        if _teases(line.text):
            return True
        if line.key not in self.places:
            return False
        block = self.blocks[self.places[line.key][0]]
        if block.linked > 0.9:
            return True
        alone = self.paths[(block.path, block.article, block.aside)] * 4 < self.paths.total()
        return block.aside and alone and self.outside * 2 > self.paths.total()

    @property
    def outside(self) -> int:
        return sum(count for (_, _, aside), count in self.paths.items() if not aside)

    def without_title(self, lines: list[Line]) -> list[Line]:
        """Without the headline over the text, which is in the front matter."""
        for at, line in enumerate(lines[:3]):
            if line.key == self.title:
                return lines[:at] + lines[at + 1 :]
        return lines

    def without_bio(self, lines: list[Line]) -> list[Line]:
        """Without the line behind the text that says who its author is."""
        names = [key_of(name) for name in (self.byline or "").split(",") if " " in name.strip()]
        for at in range(len(lines) - 1, max(len(lines) - 4, 0), -1):
            line = lines[at]
            if line.kind == "p" and any(line.key.startswith(name) for name in names) and _BIO.match(line.text):
                return lines[:at] + lines[at + 1 :]
        return lines


def report_of(lines: list[Line], blocks: Sequence[Block], facts: PageFacts) -> list[Line]:
    """Of a live blog the report above its entries, which are dated articles of their own; all of it where there is none, and
    where the page's own markup has report and entries in one article: JSON-LD's articleBody, or one itemprop=articleBody."""
    entries = {key_of(update) for update in facts.updates}
    first = next((at for at, line in enumerate(lines) if line.kind == "heading" and line.key in entries), None)
    if first is None or sum(len(line.key.split()) for line in lines[:first]) < MIN_REPORT:
        return lines
    bodies = {block.key: block.body for block in blocks if block.body}
    (report, _), *_ = Counter(bodies.get(line.key, 0) for line in lines[:first]).most_common(1)
    stated = _Stated(facts.body)
    told = [line for line in lines[first:] if line.kind != "heading"]
    called = sum((report and bodies.get(line.key) == report) or stated.holds(line.key) for line in told)
    return lines if called * 2 > len(told) else lines[:first]


def repaired(lines: Sequence[Line], blocks: Sequence[Block], facts: PageFacts) -> list[Line]:
    """The lines of an extraction with what the page's own markup says is missing, and without what it says is another's."""
    return _Repair(lines, blocks, facts).run()

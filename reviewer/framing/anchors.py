"""Whether an anchor still holds, and where it would stand otherwise.  Nothing is moved here, only proposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reviewer.articles import Article
from reviewer.framing.values import CONTEXT, Anchor

Holding = Literal["ok", "moved", "orphan"]


@dataclass(frozen=True, slots=True)
class AnchorCheck:
    """`ok`: the words stand at the anchor's offsets.  `moved`: they stand, with the same surroundings, in one other place
    (`proposed`), or a revision says where they went; `why` then says what to look at.  `orphan`: neither; it is kept and listed."""

    status: Holding
    proposed: Anchor | None = None
    why: str = ""


OK = AnchorCheck("ok")
ORPHAN = AnchorCheck("orphan")


def places_of(exact: str, source: str) -> Iterator[int]:
    """Every offset at which `exact` stands in `source`, overlapping ones too."""
    at = source.find(exact) if exact else -1
    while at >= 0:
        yield at
        at = source.find(exact, at + 1)


def surroundings(source: str, start: int, end: int, prefix: int = CONTEXT, suffix: int = CONTEXT) -> tuple[str, str]:
    """Up to `prefix` code points before and `suffix` after `[start, end)`."""
    return source[max(0, start - prefix) : start], source[end : end + suffix]


def placed(anchor: Anchor, source: str, start: int, end: int) -> Anchor:
    """The anchor set to other offsets, its words and surroundings taken from there."""
    prefix, suffix = surroundings(source, start, end)
    return replace(anchor, exact=source[start:end], prefix=prefix, suffix=suffix, start=start, end=end)


def source_of(anchor: Anchor, article: Article) -> str:
    """The text that the anchor counts in."""
    return article.text if anchor.place == "text" else article.title or ""


def check_anchor(anchor: Anchor, article: Article | None) -> AnchorCheck:
    """Position first, then the one exact hit whose prefix and suffix agree (W3C TextPosition-, then TextQuoteSelector)."""
    if article is None or not anchor.exact:
        return ORPHAN
    source = source_of(anchor, article)
    if source[anchor.start : anchor.end] == anchor.exact:
        return OK
    size = len(anchor.exact)
    around = (anchor.prefix, anchor.suffix)
    hits = [
        at
        for at in places_of(anchor.exact, source)
        if surroundings(source, at, at + size, len(anchor.prefix), len(anchor.suffix)) == around
    ]
    if len(hits) != 1:
        return ORPHAN
    return AnchorCheck("moved", placed(anchor, source, hits[0], hits[0] + size))

"""All that a page of HTML shows, in its order, whatever its markup: what an article of it can be compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from lxml import etree

from reviewer.articles.html_blocks import key_of

Role = Literal["body", "heading", "block", "title", "caption", "comment", "navigation"]
_UNSEEN = frozenset("head script style noscript template svg iframe object select textarea audio video canvas".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb rp rt s samp small span strike strong sub "
    "sup td th time tt u var wbr".split()
)  # the cells of a table, too: a row is one line
_ROLES: dict[str, Role] = {
    "h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "blockquote": "block",
    "figcaption": "caption", "nav": "navigation", "footer": "navigation", "form": "navigation", "button": "navigation",
}  # fmt: skip
_OUTER = ("comment", "navigation", "caption", "title", "heading", "block")  # what holds for all inside, strongest first
_COMMENT = re.compile(r"(?:^|[-_ ])(?:comments?|disqus|replies)(?:$|[-_ ])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s?:\s?none", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Shown:
    """One block of a page: its lines (a `<br>` begins a new one), what it is by its markup, the share of its letters in links."""

    lines: tuple[str, ...]
    role: Role
    linked: float

    @property
    def words(self) -> str:
        return " ".join(self.lines)


@dataclass(slots=True)
class _Pending:
    """The text since the last block began or ended."""

    pieces: list[list[str]] = field(default_factory=lambda: [[]])
    linked: int = 0

    def add(self, text: str | None, *, linked: bool) -> None:
        if text:
            self.pieces[-1].append(text)
            self.linked += len(text.strip()) if linked else 0

    def taken(self, role: Role) -> Iterator[Shown]:
        """What there is as a block; afterwards there is nothing."""
        lines = tuple(line for piece in self.pieces if key_of(line := _SPACE.sub(" ", "".join(piece)).strip()))
        if lines:
            yield Shown(lines, role, min(1.0, self.linked / sum(map(len, lines))))
        self.pieces, self.linked = [[]], 0


def _role(element: Any, outer: Role) -> Role:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    role = _ROLES.get(element.tag, "body")
    if len(names) < 300 and element.tag not in ("body", "html", "main", "article") and _COMMENT.search(names):
        role = "comment"
    return min((role, outer), key=lambda one: _OUTER.index(one) if one in _OUTER else len(_OUTER))


def _is_unseen(element: Any) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _UNSEEN
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def shown_blocks(tree: Any) -> Iterator[Shown]:
    """The blocks of a page in document order; together they hold every word that the page shows."""
    pending = _Pending()
    roles: list[Role] = ["body"]
    links = 0
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    unseen: Any = None
    for action, element in walk:
        if action in ("comment", "pi"):
            if unseen is None:
                pending.add(element.tail, linked=links > 0)
        elif action == "start":
            if unseen is not None:
                continue
            if element is not tree and _is_unseen(element):
                unseen = element
                continue
            if element.tag == "br":
                pending.pieces.append([])
            elif element.tag not in _INLINE:
                yield from pending.taken(roles[-1])
                roles.append(_role(element, roles[-1]))
            links += element.tag == "a"
            pending.add(element.text, linked=links > 0)
        else:
            if unseen is not None:
                if element is unseen:
                    unseen = None
                    pending.add(element.tail, linked=links > 0)
                continue
            if element.tag not in _INLINE and element.tag != "br":
                yield from pending.taken(roles[-1])
                roles.pop()
            links -= element.tag == "a"
            if element.tag in ("td", "th"):
                pending.add(" ", linked=False)
            if element is not tree:
                pending.add(element.tail, linked=links > 0)
    yield from pending.taken("body")

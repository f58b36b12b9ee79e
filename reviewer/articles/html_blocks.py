"""The blocks of a page as its own markup has them: paragraphs, headings, block quotations, in order, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree

Kind = Literal["p", "heading", "quote", "item"]
KINDS: dict[str, Kind] = {
    "p": "p",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "blockquote": "quote",
    "li": "item",
}
_NEVER = frozenset(
    "nav footer form aside figure figcaption button select script style noscript template svg iframe".split()
)
_ELSEWHERE = re.compile(
    r"(?:^|[-_ ])(?:comments?|disqus|related|recirc\w*|newsletter|promo\w*|sidebar|most-?(?:read|popular)|share|sharing|social|"
    r"subscri\w+|paywall|advert\w*|caption|credit|breadcrumbs?|cookies?|tags?|trending|recommend\w*|teasers?|footer|author-?bio|popup|modal)(?:$|[-_ ])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s?:\s?none", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_DEPTH = 4


def key_of(text: str) -> str:
    """The words of a text, for saying that two blocks are the same whatever their spaces and marks."""
    return " ".join(_WORD.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Block:
    """One block; `path` names it and its nearest ancestors with their classes, `article` counts the `<article>` (or
    itemprop=articleBody) it lies in, 0 for none; `aside` says that navigation, a caption, a form, a comment or a teaser holds it
    by its tag or class, which may be wrong; `linked` is the share of its letters inside links; `body` counts the
    itemprop=articleBody that is nearest around it, 0 for none and for an entry of a live blog (itemprop=liveBlogUpdate)."""

    kind: Kind
    text: str
    key: str
    path: tuple[str, ...]
    article: int
    aside: bool
    linked: float
    body: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the article as it is kept."""

    kind: Kind
    text: str
    key: str


@dataclass(slots=True)
class _Place:
    path: tuple[str, ...]
    article: int
    aside: bool
    linked: bool
    quoted: bool
    body: int


_NOWHERE = _Place((), 0, aside=False, linked=False, quoted=False, body=0)


def _step(element: Any) -> str:
    return f"{element.tag}.{(element.get('class') or '').strip()}"


class _Places:
    """What is true of everything inside an element, asked once an element."""

    def __init__(self) -> None:
        self._known: dict[Any, _Place] = {}
        self._articles = 0

    def of(self, element: Any) -> _Place:
        chain = []
        while element is not None and element not in self._known:
            chain.append(element)
            element = element.getparent()
        place = self._known[element] if element is not None else _NOWHERE
        for inner in reversed(chain):
            place = self._inside(inner, place)
            self._known[inner] = place
        return place

    def _inside(self, element: Any, outer: _Place) -> _Place:
        article, body, prop = outer.article, outer.body, element.get("itemprop")
        if element.tag == "article" or prop == "articleBody":
            self._articles += 1
            article = self._articles
        if prop in ("articleBody", "liveBlogUpdate"):
            body = self._articles if prop == "articleBody" else 0
        aside = (
            outer.aside
            or element.tag in _NEVER
            or (element.tag not in ("body", "html", "main", "article") and _is_elsewhere(element))
        )
        path = (*outer.path[-(_DEPTH - 1) :], _step(element))
        linked, quoted = outer.linked or element.tag == "a", outer.quoted or element.tag == "blockquote"
        return _Place(path, article, aside, linked, quoted, body)


def _is_elsewhere(element: Any) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return (
        (len(names) > 1 and len(names) < 300 and _ELSEWHERE.search(names) is not None)
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def text_of(element: Any) -> str:
    """What an element says, on one line."""
    words = "".join(element.itertext("*"))
    if "{" in words or "function" in words:
        words = "".join(element.xpath(".//text()[not(parent::script or parent::style or parent::noscript)]"))
    return _SPACE.sub(" ", words).strip()


def blocks_of_page(tree: Any) -> Iterator[Block]:
    """The blocks of a page in document order; not those inside others."""
    places = _Places()
    walk = etree.iterwalk(tree, events=("start",), tag=tuple(KINDS))
    for _, element in walk:
        kind = KINDS[element.tag]
        if kind in ("quote", "item") and element.find(".//p") is not None:
            continue
        walk.skip_subtree()
        place = places.of(element)
        text = text_of(element)
        key = key_of(text)
        if not key:
            continue
        if place.quoted:
            kind = "quote"
        letters = len(text) if place.linked else sum(len(text_of(link)) for link in element.iter("a"))
        yield Block(kind, text, key, place.path, place.article, place.aside, letters / len(text), place.body)

"""Title, date, authors and outlet of a page, from what its publisher states about it: JSON-LD, OpenGraph, meta, the page itself."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reviewer.articles.dates import iso_date
from reviewer.articles.html_blocks import key_of, text_of
from reviewer.articles.html_people import people_of, shown_bylines
from reviewer.articles.page_outlets import paper_of

_ARTICLE = ("Article", "BlogPosting", "Report")  # ends of schema.org types: NewsArticle, LiveBlogPosting, …
_NOT_OURS = frozenset(
    "hasPart mentions itemListElement relatedLink recommended isPartOf citation comment liveBlogUpdate".split()
)
_MAX_LD = 2_000_000
_LINE = 200  # code points of a line that may tell day or outlet


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says of itself; `body` is JSON-LD's articleBody, "" where there is none, `updates` are
    the headlines of a live blog's entries.  `inferred` holds the proof of a
    field that only the page's running text gives."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    description: str = ""
    body: str = ""
    updates: tuple[str, ...] = ()
    inferred: tuple[tuple[str, str], ...] = ()


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """All JSON objects in a value, outer before inner, without what is said to be another page's."""
    pending = [value]
    while pending:
        found = pending.pop(0)
        if isinstance(found, list):
            pending = found[:500] + pending
        elif isinstance(found, dict):
            yield found
            pending = [
                inner for key, inner in found.items() if key not in _NOT_OURS and isinstance(inner, dict | list)
            ] + pending


def _linked_data(tree: Any) -> list[dict[str, Any]]:
    objects: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        kind = (script.get("type") or "").strip().lower()
        source = script.text or ""
        if kind != "application/ld+json" or len(source) > _MAX_LD:
            continue
        source = (
            re.sub(r"^\s*(?:<!--|/?\*?<!\[CDATA\[\*?/?)|(?:-->|/?\*?\]\]>\*?/?)\s*$", "", source).strip().rstrip(";")
        )
        try:
            objects += _objects(json.loads(source, strict=False))
        except (ValueError, RecursionError):
            continue  # a page's broken JSON-LD says nothing; its other marks remain
    return objects


def _types(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [str(name) for name in (kind if isinstance(kind, list) else [kind]) if name]


def _plain(value: Any) -> str:
    """A text of JSON-LD or a meta tag: entities undone (twice escaped ones too), tags off, on one line."""
    if not isinstance(value, str):
        return ""
    text = html.unescape(html.unescape(value))
    return " ".join(re.sub(r"<[^<>]{1,300}>", " ", text).split())


def _main(objects: list[dict[str, Any]], heading: str) -> dict[str, Any]:
    """The object that is this article: the one whose headline is most like the page's heading, else the first."""
    articles = [item for item in objects if any(name.endswith(_ARTICLE) for name in _types(item))]
    wanted = set(key_of(heading).split())

    def likeness(item: dict[str, Any]) -> float:
        said = set(key_of(_plain(item.get("headline"))).split())
        return len(said & wanted) / len(said | wanted) if said and wanted else 0.0

    return max(articles, key=likeness, default={})


def _names(value: Any, by_id: dict[str, dict[str, Any]], depth: int = 0) -> list[str]:
    if depth > 4:
        return []
    if isinstance(value, list):
        return [name for item in value[:30] for name in _names(item, by_id, depth + 1)]
    if isinstance(value, dict):
        if not value.get("name") and value.get("@id") in by_id:
            value = by_id[value["@id"]]
        return _names(value.get("name"), by_id, depth + 1)
    name = _plain(value)
    return [name] if name else []


class _Meta:
    """A page's meta tags by name, property or itemprop, the first of each."""

    def __init__(self, tree: Any) -> None:
        self._values: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
            value = _plain(element.get("content"))
            if name and value:
                self._values.setdefault(name, []).append(value)

    def first(self, *names: str) -> str:
        return next((self._values[name][0] for name in names if name in self._values), "")

    def all(self, *names: str) -> list[str]:
        return next((self._values[name] for name in names if name in self._values), [])


_SEPARATOR = re.compile(r" [|–—·»:•-] | ?[|»] ?")  # of a title on one line, blanks single


def without_site(title: str, site: str) -> str:
    """A title without the site's name behind it (more than once, too) or before it."""
    name = key_of(site).replace(" ", "")
    cuts = [match.span() for match in _SEPARATOR.finditer(title)] if name else []
    end = len(title)
    while cuts and _is_name(title[cuts[-1][1] : end], name):
        end = cuts.pop()[0]
    if cuts and end == len(title) and _is_name(title[: cuts[0][0]], name):
        return title[cuts[0][1] :].strip()
    return title[:end].strip()


def _is_name(part: str, name: str) -> bool:
    own = key_of(part).replace(" ", "").removeprefix("the")
    name = name.removeprefix("the")
    return bool(own) and (own == name or (len(own) > 3 and (own in name or name in own)))


def _headings(tree: Any) -> list[str]:
    return [text for text in (text_of(element) for element in tree.iter("h1")) if text][:5]


def _title(main: dict[str, Any], meta: _Meta, headings: list[str], page_title: str, site: str) -> str | None:
    """The headline the publisher states.  A JSON-LD whose `name` repeats the whole <title> was made from it for search
    engines: there the heading counts, when OpenGraph has it too."""
    stated = _plain(main.get("headline"))
    keys = [key_of(heading) for heading in headings]
    graph = without_site(meta.first("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title"), site)
    stated = _whole(stated, [graph, *headings], site)
    if stated and graph and key_of(stated) != key_of(graph) and key_of(graph) in keys:
        name = key_of(_plain(main.get("name")))
        if name and name == key_of(page_title) and name != key_of(stated):
            return graph
    if stated and not stated.endswith(("…", "...")) and len(stated) < 400:
        return stated
    if graph:
        for heading, key in zip(headings, keys, strict=True):
            if (
                key
                and (key.startswith(key_of(graph).removesuffix(" …")) or key_of(graph).startswith(key))
                and len(key) > 20
            ):
                return heading if key_of(graph) != key else graph
        return graph
    return next(iter(headings), "") or without_site(page_title, site) or None


_CUT = 100  # code points from which a headline may have been cut for search engines, which want no more than 110


def _whole(stated: str, others: Sequence[str], site: str) -> str:
    """A stated headline without the site's name, and not cut to a length, where the heading or OpenGraph has it so."""
    bare = without_site(stated, site)
    for other in others:
        key = key_of(other)
        if bare != stated and key == key_of(bare):
            return bare
        if len(stated) >= _CUT and key.startswith(key_of(stated)) and len(key) > len(key_of(stated)):
            return other
    return stated


_AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author", "citation_author")
_PUBLISHED = ("article:published_time", "og:published_time", "datepublished", "article:published", "parsely-pub-date", "sailthru.date",
              "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date",
              "article.published", "cxenseparse:recs:publishtime", "date", "pdate", "article_date_original")  # fmt: skip


def _published(main: dict[str, Any], objects: list[dict[str, Any]], meta: _Meta, tree: Any) -> str | None:
    stated = [main.get("datePublished"), main.get("dateCreated"), meta.first(*_PUBLISHED)]
    stated += [item.get("datePublished") for item in objects if "WebPage" in _types(item)]
    for value in stated:
        found = iso_date(_plain(value)) if value else None
        if found is not None and len(found) >= 10:
            return found
    for element in tree.xpath(".//*[@itemprop='datePublished'] | .//time[@pubdate] | .//article//time[@datetime]")[:5]:
        found = iso_date(element.get("datetime") or element.get("content") or text_of(element))
        if found is not None and len(found) >= 10:
            return found
    return None


def _found_date(tree: Any) -> tuple[str | None, str]:
    """htmldate's search through a page that does not state its date (the original date, not the update's), and the line
    that shows the date."""
    from htmldate import find_date

    found = find_date(tree, original_date=True, extensive_search=True)
    if not found:
        return None, ""
    lines = (" ".join(text.split()) for text in tree.itertext() if len(text) < _LINE)
    shown = next((line for line in lines if (iso_date(line) or "")[:10] == found), "")
    stamps = (iso_date(element.get("datetime") or "") or "" for element in tree.iter("time"))
    moment = next((stamp for stamp in stamps if stamp[:10] == found), iso_date(shown) or found)
    return moment, shown or f"{found} in the page's address or markup"


def facts_of_page(tree: Any, first_lines: Sequence[str], url: str | None = None) -> PageFacts:
    """All that is known of the page in `tree`; `first_lines` are the article's first, where a byline may stand."""
    objects = _linked_data(tree)
    meta = _Meta(tree)
    headings = _headings(tree)
    page_title = " ".join((tree.findtext(".//title") or "").split())
    by_id = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str) and item.get("name")}
    main = _main(objects, meta.first("og:title") or next(iter(headings), "") or page_title)
    publisher = next(iter(_names(main.get("publisher"), by_id)), "")
    site = meta.first("og:site_name", "application-name") or publisher
    houses = [site, publisher, *_SEPARATOR.split(site)]
    inferred: list[tuple[str, str]] = []
    people = people_of(_names(main.get("author") or main.get("creator"), by_id), houses) or people_of(
        meta.all(*_AUTHORS), houses
    )
    if not people:
        shown = ((people_of([names], houses), line) for names, line in shown_bylines(tree, page_title, first_lines))
        people, line = next((found for found in shown if found[0]), ([], ""))
        if people:
            inferred.append(("byline", line))
    published = _published(main, objects, meta, tree)
    if published is None:
        published, line = _found_date(tree)
        if published is not None:
            inferred.append(("published", line))
    outlet = _outlet(site, publisher, page_title)
    if outlet is None:
        paper = paper_of(page_title, (" ".join(text.split()) for text in tree.itertext() if len(text) < _LINE))
        if paper is not None:
            outlet = paper[0]
            inferred.append(("outlet", paper[1][:_LINE]))
    body = main.get("articleBody")
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    address = url or canonical or meta.first("og:url") or None
    language = (tree.get("lang") or _plain(main.get("inLanguage")) or meta.first("og:locale")).replace("_", "-") or None
    return PageFacts(
        title=_title(main, meta, headings, page_title, site or ""),
        byline=", ".join(people) or None,
        published=published,
        outlet=outlet,
        url=address if address and address.startswith(("http://", "https://")) else None,
        language=language[:2].lower() if language else None,
        description=meta.first("og:description", "description", "twitter:description"),
        body=html.unescape(body) if isinstance(body, str) else "",
        updates=_updates(objects),
        inferred=tuple(inferred),
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _updates(objects: list[dict[str, Any]]) -> tuple[str, ...]:
    """The headlines of a live blog's entries."""
    entries = [entry for item in objects for entry in _listed(item.get("liveBlogUpdate")) if isinstance(entry, dict)]
    return tuple(filter(None, (_plain(entry.get("headline")) for entry in entries)))


def _outlet(site: str, publisher: str, page_title: str) -> str | None:
    if site:
        name = _SEPARATOR.split(site)[0]  # without a motto behind it
        return name if len(name.split()) <= 5 else site
    if publisher:
        return publisher
    parts = _SEPARATOR.split(page_title)
    return parts[-1] if len(parts) > 1 and len(parts[-1].split()) <= 4 else None

"""RSS and Atom files: each entry an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax import SAXException

from reviewer.articles.dates import iso_date
from reviewer.articles.guarded import decode_page
from reviewer.articles.markup import text_of_markup
from reviewer.articles.values import Article, Refused, SourceRecord

_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]{0,300}\?>")
_HEAD = re.compile(r"<(?:rss|feed|rdf:RDF|[a-z]{1,9}:(?:feed|RDF))\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));", re.IGNORECASE)


def _without_surrogates(text: str) -> str:
    """`text` with U+FFFD for references to halves of surrogate pairs, on which feedparser dies."""

    def whole(reference: re.Match[str]) -> str:
        code = int(reference[1], 16) if reference[1] else int(reference[2])
        return "\ufffd" if 0xD800 <= code <= 0xDFFF else reference[0]

    return _REFERENCE.sub(whole, text)


def _content(entry: Any) -> tuple[str, bool]:
    """The entry's markup and whether it is only the summary."""
    for content in entry.get("content") or ():
        if content.get("value"):
            return str(content["value"]), False
    return str(entry.get("summary") or ""), True


def _entry_record(
    entry: Any, outlet: str | None, language: str | None, where: str, number: int
) -> SourceRecord | Refused:
    markup, teaser = _content(entry)
    text = text_of_markup(markup)
    if not text:
        return Refused(where, number, "this entry has no text")
    published = iso_date(entry.get("published")) or iso_date(entry.get("updated"))
    names = [str(author["name"]) for author in entry.get("authors") or () if author.get("name")]
    source = entry.get("source") or {}
    link = str(entry.get("link") or "") or None
    article = Article(
        str(entry.get("id") or link or f"{where}-{number}"),
        text,
        outlet=str(source.get("title") or outlet or "") or None,
        title=text_of_markup(str(entry.get("title") or "")).replace("\n", " ") or None,
        byline=", ".join(dict.fromkeys(names)) or None,
        published=published,
        url=link,
        language=language,
        inferred={} if entry.get("published") or not published else {"published": f"updated {published}"},
    )
    notes = ("the feed gives no more than a summary of this article",) if teaser else ()
    return SourceRecord(
        article, where, number, original=markup.encode("utf-8", "replace"), extension=".html", notes=notes
    )


def read_feed(data: bytes, where: str) -> Iterator[SourceRecord | Refused]:
    """The entries of a feed, `line` being the number of the entry.

    feedparser only ever sees bytes in UTF-8 that were decoded here (a text it might take for an address or a path), and
    never a document that declares entities, which cost it seconds.
    """
    text = _DECLARATION.sub("", decode_page(data).text)
    if "<!ENTITY" in text or "<!entity" in text:
        yield Refused(where, None, "the feed declares entities: not read")
        return
    if not _HEAD.search(text[:20_000]):
        yield Refused(where, None, "no RSS or Atom feed; of other XML save the text as .txt")
        return
    import feedparser

    data = _without_surrogates(text).encode("utf-8", "replace")
    try:
        parsed = feedparser.parse(BytesIO(data), response_headers={"content-type": "application/xml; charset=utf-8"})
    except (ValueError, LookupError, RecursionError) as error:
        yield Refused(where, None, f"no readable feed ({' '.join(str(error).split())[:200]})")
        return
    outlet = text_of_markup(str(parsed.feed.get("title") or "")).replace("\n", " ") or None
    language = str(parsed.feed.get("language") or "") or None
    if not parsed.entries:
        why = f" ({' '.join(str(parsed.bozo_exception).split())[:200]})" if parsed.get("bozo") else ""
        yield Refused(where, None, f"the feed has no entries{why}")
        return
    for number, entry in enumerate(parsed.entries, 1):
        yield _entry_record(entry, outlet, language, where, number)
    if isinstance(parsed.get("bozo_exception"), SAXException):
        yield Refused(where, None, "the feed breaks off or is malformed: its last entries may be missing")

"""One record of an export, whatever it calls its fields, as an article."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from reviewer.articles.dates import iso_date
from reviewer.articles.values import Article
from reviewer.errors import ReviewerError

OUR_FIELDS = ("id", "outlet", "title", "byline", "published", "url", "language", "text")
# What exports of others call them, compared without case, `_`, `-` and blanks; earlier names win.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "articleid", "docid", "documentid", "uuid", "guid", "key", "hash"),
    "outlet": ("outlet", "sourcename", "source", "publisher", "publication", "newspaper", "sitename", "site", "media",
               "medianame", "medium", "sourcedomain", "domain", "provider", "venue", "hostname"),
    "title": ("title", "headline", "heading", "articletitle", "head", "name"),
    "byline": ("byline", "authors", "author", "creator", "writer", "writers"),
    "published": ("published", "publishedat", "datepublished", "publicationdate", "publisheddate", "publishdate", "datepublish",
                  "pubdate", "date", "pubtime", "publishedon", "firstpublished", "webpublicationdate", "datetime", "timestamp",
                  "created", "createdat", "day"),
    "url": ("url", "link", "canonicalurl", "articleurl", "weburl", "sourceurl", "permalink", "uri", "href"),
    "language": ("language", "lang", "languagecode", "inlanguage", "locale"),
    "text": ("text", "body", "articlebody", "content", "fulltext", "articletext", "bodytext", "maintext", "articlecontent",
             "cleanedtext", "plaintext", "textcontent", "rawtext", "article", "story"),
}  # fmt: skip
MARKUP_FIELDS = ("html", "rawhtml", "bodyhtml", "contenthtml", "contentencoded")
MAX_DEPTH = 64
_SQUEEZE = re.compile(r"[\s_.:-]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class _BrokenError(ValueError):
    """What the JSON decoder's hooks raise; the message is for people."""


def _refuse_constant(name: str) -> NoReturn:
    raise _BrokenError(f"{name} is no JSON value")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _BrokenError(f"the key {key[:40]!r} occurs twice")
            seen.add(key)
    return record


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse_constant)


def parse_record(line: str) -> dict[str, Any]:
    """The JSON object in `line`; raises ReviewerError for anything else (the place is the caller's to add)."""
    try:
        value = _DECODER.decode(line.strip("\ufeff \t\r\n"))
    except _BrokenError as error:
        raise ReviewerError(str(error)) from None
    except json.JSONDecodeError as error:
        raise ReviewerError(f"not JSON: {error.msg} (character {error.pos + 1})") from None
    except ValueError:
        raise ReviewerError("a number too long to be one") from None
    except RecursionError:
        raise ReviewerError("nested too deeply") from None
    if not isinstance(value, dict):
        raise ReviewerError("not a JSON object", hint="a corpus has one article a line, in { }")
    return value


def squeezed(name: str) -> str:
    return _SQUEEZE.sub("", name).lower()


class FieldNames:
    """Which field of an export is which of ours; remembers the answer for records with the same keys."""

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        self._mapping = dict(mapping or {})
        unknown = sorted(set(self._mapping) - set(OUR_FIELDS))
        if unknown:
            raise ReviewerError(
                f"--map: there is no field {unknown[0]!r}",
                hint=f"map one of {', '.join(OUR_FIELDS)}, as in --map text=content",
            )
        self._known: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}

    def of(self, record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """(our field, their key) pairs; several keys for one field in the order in which they are to be tried."""
        keys = tuple(record)
        found = self._known.get(keys)
        if found is None:
            if len(self._known) > 1000:
                self._known.clear()
            found = self._known[keys] = tuple(self._resolve(keys))
        return found

    def _resolve(self, keys: tuple[str, ...]) -> list[tuple[str, str]]:
        by_name: dict[str, str] = {}
        for key in keys:
            by_name.setdefault(squeezed(key), key)
        pairs: list[tuple[str, str]] = []
        for field, names in ALIASES.items():
            if field in self._mapping:
                pairs.append((field, self._mapping[field]))
                continue
            pairs += [(field, by_name[name]) for name in names if name in by_name]
        pairs += [("html", by_name[name]) for name in MARKUP_FIELDS if name in by_name]
        return pairs


def _words(value: Any) -> str | None:
    """A field's value as one line of text: names out of objects and lists (`{"name": …}`, `["…", "…"]`)."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, Mapping):
        for key in ("name", "title", "value", "#text", "id"):
            if value.get(key) is not None:
                return _words(value[key])
        return None
    if isinstance(value, list | tuple):
        names = [name for name in (_words(item) for item in value[:50]) if name]
        return ", ".join(names) or None
    return " ".join(str(value).split()) or None


def _text_of(value: Any) -> str | None:
    """The text exactly as the record has it, so that offsets count in what the giver has; a list is its paragraphs."""
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        value = "\n\n".join(value)
    if not isinstance(value, str) or not value.strip():
        return None
    return value


def fields_of(record: Mapping[str, Any], names: FieldNames) -> dict[str, str]:
    """Our fields out of a record; `html` where the article came as markup.  Raises ReviewerError for lone surrogates."""
    fields: dict[str, str] = {}
    for field, key in names.of(record):
        if field in fields or record.get(key) is None:
            continue
        value = record[key]
        if field in ("text", "html"):
            found = _text_of(value)
        elif field == "published":
            found = iso_date(value)
        elif field == "id":
            found = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None
        else:
            found = _words(value)
        if found:
            if _SURROGATE.search(found):
                raise ReviewerError(f"half a surrogate pair in {key!r}: this is no text")
            fields[field] = found
    return fields


def article_of(fields: Mapping[str, str], fallback_id: str) -> Article:
    """The article in `fields`; raises ReviewerError when there is no text."""
    if "text" not in fields:
        raise ReviewerError("no text", hint="name its field with --map text=FIELD")
    return Article(
        fields.get("id") or fallback_id,
        fields["text"],
        outlet=fields.get("outlet"),
        title=fields.get("title"),
        byline=fields.get("byline"),
        published=fields.get("published"),
        url=fields.get("url"),
        language=fields.get("language"),
    )

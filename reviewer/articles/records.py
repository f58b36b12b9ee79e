"""One record of an export, whatever it calls its fields, as an article."""

from __future__ import annotations

import ast
import html
import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any, NoReturn

from reviewer.articles.dates import iso_date
from reviewer.articles.values import Article
from reviewer.errors import ReviewerError

OUR_FIELDS = ("id", "outlet", "title", "byline", "published", "url", "language", "text")
# What exports of others call them, in four languages, compared without case, `_`, `-` and blanks; earlier names win.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "articleid", "docid", "documentid", "uuid", "guid", "key", "hash"),
    "outlet": ("outlet", "sourcename", "source", "publisher", "publication", "newspaper", "sitename", "site", "media",
               "medianame", "medium", "sourcedomain", "domain", "provider", "venue", "hostname",
               "quelle", "zeitung", "journal", "périodique", "fuente", "medio", "periódico", "diario"),
    "title": ("title", "headline", "heading", "articletitle", "webtitle", "head", "name",
              "titel", "überschrift", "schlagzeile", "titre", "título", "titulo", "titular"),
    "byline": ("byline", "authors", "author", "authornames", "authorname", "creator", "creators", "writer", "writers", "reporter",
               "autor", "autoren", "verfasser", "auteur", "auteurs", "autora", "autores"),
    "published": ("published", "publishedat", "datepublished", "publicationdate", "publisheddate", "publishdate", "datepublish",
                  "pubdate", "date", "pubtime", "publishedon", "firstpublished", "webpublicationdate", "datetime", "timestamp",
                  "created", "createdat", "publicationtime", "publishtime", "day",
                  "datum", "erscheinungsdatum", "datedepublication", "fecha", "fechadepublicación"),
    "url": ("url", "link", "canonicalurl", "articleurl", "weburl", "sourceurl", "permalink", "uri", "href"),
    "language": ("language", "lang", "languagecode", "inlanguage", "locale", "sprache", "langue", "idioma"),
    "text": ("text", "body", "articlebody", "content", "fulltext", "articletext", "bodytext", "maintext", "articlecontent",
             "cleanedtext", "plaintext", "textcontent", "rawtext", "article", "story",
             "volltext", "artikeltext", "inhalt", "texte", "texteintégral", "contenu", "texto", "contenido", "cuerpo"),
}  # fmt: skip
MARKUP_FIELDS = ("html", "rawhtml", "bodyhtml", "contenthtml", "contentencoded")
MAX_DEPTH = 64
_NAMES, _NAME = 12, 30  # fields that a complaint names, and characters of each
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
            theirs = self._mapping[unknown[0]]
            hint = f"map one of {', '.join(OUR_FIELDS)}, as in --map text=content"
            if theirs in OUR_FIELDS:
                hint = f"say it the other way round: --map {theirs}={unknown[0]}"
            raise ReviewerError(f"--map: there is no field {unknown[0]!r}", hint=hint)
        self._known: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
        self._unmet: set[str] | None = None  # of the mapping; None as long as no record was seen

    def of(self, record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """(our field, their key) pairs; several keys for one field in the order in which they are to be tried."""
        keys = tuple(record)
        found = self._known.get(keys)
        if found is None:
            if len(self._known) > 1000:
                self._known.clear()
            found = self._known[keys] = tuple(self._resolve(keys))
        return found

    def has_text(self, record: Mapping[str, Any]) -> bool:
        """Whether a field of it is known to hold the text, whatever stands there."""
        return any(field in ("text", "html") and key in record for field, key in self.of(record))

    def no_text(self, record: Mapping[str, Any], fields: str = "fields") -> ReviewerError:
        """Why a record has no text, and what to do about it; `fields` is what people call those of such a source."""
        for field, key in self.of(record):
            if field in ("text", "html") and key in record:
                nested = isinstance(record[key], Mapping | list) and bool(record[key])
                hint = "it holds fields of its own: move the text up into the record" if nested else ""
                return ReviewerError(f"no text in {key[:_NAME]!r}", hint=hint)
        listed = ", ".join(str(name)[:_NAME] for name in islice(record, _NAMES))
        if (given := self._mapping.get("text")) is not None:
            return ReviewerError(
                f"--map text={given}: no such name among its {fields} ({listed})", hint="give one of these"
            )
        return ReviewerError(f"no text among its {fields} ({listed})", hint="say which it is with --map text=NAME")

    @property
    def unmet(self) -> list[str]:
        """What of the mapping no record had, as it was given; of the text each record says so."""
        return [f"{field}={self._mapping[field]}" for field in sorted((self._unmet or set()) - {"text"})]

    def _resolve(self, keys: tuple[str, ...]) -> list[tuple[str, str]]:
        by_name: dict[str, str] = {}
        for key in keys:
            by_name.setdefault(squeezed(key), key)
        pairs: list[tuple[str, str]] = []
        for field, names in ALIASES.items():
            if field in self._mapping:
                name = self._mapping[field]
                pairs.append((field, name if name in keys else by_name.get(squeezed(name), name)))
                continue
            pairs += [(field, by_name[name]) for name in names if name in by_name]
        pairs += [("html", by_name[name]) for name in MARKUP_FIELDS if name in by_name]
        met = {field for field, key in pairs if key in keys}
        if met & {"text", "html"}:
            self._unmet = (set(self._mapping) if self._unmet is None else self._unmet) - met
        return pairs


_NAMED = ("name", "main", "original", "rendered", "title", "displayname", "fullname", "value", "default", "#text", "id")
_DATED = ("$date", "$numberlong", "date", "datetime", "value", "#text")
_WRITTEN = ("plain", "#text", "value")
_MARKED_UP = ("rendered", "html")
_MARKUP = re.compile(
    r"</(?:p|div|h[1-6]|li|blockquote|article|section)>|<(?:p|br)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_LITERAL = re.compile(r"\[\s{0,9}['\"].{1,2000}['\"]\s{0,9}\]", re.DOTALL)
_BY = re.compile(r"by:?\s+(?=[^\W\d_])", re.IGNORECASE)
_LANGUAGES = {
    name: code
    for code, names in {"en": "english eng", "es": "spanish español spa", "fr": "french français fra fre", "de": "german deutsch deu ger"}.items()
    for name in names.split()
}  # fmt: skip


def _inner(value: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """What an object has under the first of some names."""
    known = {squeezed(str(key)): inner for key, inner in value.items() if inner is not None}
    return next((known[name] for name in names if name in known), None)


def _words(value: Any) -> str | None:
    """A field's value as one line of text: names out of objects and lists (`{"name": …}`, `["…", "…"]`)."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, Mapping):
        whole = _words(_inner(value, _NAMED))
        parts = (_inner(value, ("firstname", "givenname")), _inner(value, ("lastname", "familyname", "surname")))
        return whole or " ".join(filter(None, map(_words, parts))) or None
    if isinstance(value, list | tuple):
        names = [name for name in (_words(item) for item in value[:50]) if name]
        return ", ".join(names) or None
    return " ".join(str(value).split()) or None


def _names(value: Any) -> str | None:
    """A byline: no number, no "By" before it; a list that a table holds as text (`"['…', '…']"`) is a list."""
    if isinstance(value, str) and _LITERAL.fullmatch(value.strip()):
        with suppress(ValueError, SyntaxError, MemoryError, RecursionError):
            value = ast.literal_eval(value.strip())
    words = _words(value) or ""
    prefix = _BY.match(words)
    names = words[prefix.end() :] if prefix is not None else words
    return names if any(letter.isalpha() for letter in names) else None


def _title(value: Any) -> str | None:
    words = _words(value)
    return " ".join(html.unescape(words).split()) if words and isinstance(value, Mapping) else words


def _published(value: Any) -> str | None:
    for _ in range(3):
        if isinstance(value, Mapping):
            value = _inner(value, _DATED)
    return None if isinstance(value, Mapping | list) else iso_date(value)


def _id(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = _inner(value, ("$oid", "id", "value"))
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _language(value: Any) -> str | None:
    words = _words(value)
    return _LANGUAGES.get(words.lower(), words) if words else None


_READERS: Mapping[str, Callable[[Any], str | None]] = {
    "id": _id, "title": _title, "byline": _names, "published": _published, "language": _language,
}  # fmt: skip


def _text_of(value: Any) -> tuple[str | None, bool]:
    """The text exactly as the record has it, so that offsets count in what the giver has, and whether its name says that it is
    markup; a list is its paragraphs."""
    markup = False
    if isinstance(value, Mapping) and not any(squeezed(str(key)) in ("title", "headline") for key in value):
        marked_up = _inner(value, _MARKED_UP)
        markup = marked_up is not None
        value = marked_up if markup else _inner(value, _WRITTEN)
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        value = "\n\n".join(value)
    if not isinstance(value, str) or not value.strip():
        return None, False
    return value, markup


def _read(record: Mapping[str, Any], names: FieldNames) -> dict[str, str]:
    fields: dict[str, str] = {}
    for field, key in names.of(record):
        if field in fields or record.get(key) is None:
            continue
        value = record[key]
        if field in ("text", "html"):
            found, markup = _text_of(value)
            # our own `text` stays to the letter; what another export calls its content is markup where it has paragraphs of it
            if found and field == "text" and key != "text" and (markup or _MARKUP.search(found)):
                field = "html"
        else:
            found = _READERS.get(field, _words)(value)
        if found:
            if _SURROGATE.search(found):
                raise ReviewerError(f"half a surrogate pair in {key!r}: this is no text")
            fields.setdefault(field, found)
    return fields


def fields_of(record: Mapping[str, Any], names: FieldNames) -> dict[str, str]:
    """Our fields out of a record; `html` where the article came as markup.  A record that has its article in an object of its own
    (`{"_id": …, "_source": {"title": …, "body": …}}`) gives the fields of both.  Raises ReviewerError for lone surrogates."""
    fields = _read(record, names)
    if "text" in fields or "html" in fields:
        return fields
    for key, inner in record.items():
        held = _read(inner, names) if isinstance(inner, Mapping) else {}
        if "text" in held or "html" in held:
            return held | _read({name: value for name, value in record.items() if name != key}, names)
    return fields


def article_of(fields: Mapping[str, str], fallback_id: str) -> Article:
    """The article in `fields`, the text among them."""
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

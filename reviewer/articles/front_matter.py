"""Front matter: a YAML mapping of texts, read and written through the one loader and writer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from reviewer.articles.values import Article
from reviewer.errors import ReviewerError
from reviewer.files import Mapping as MappingNode
from reviewer.files import Node, Scalar, parse_yaml
from reviewer.files.emitter import entry

FIELDS = ("outlet", "title", "byline", "published", "url", "language", "source")
FIRST_LINE = 2  # the line after the opening ---
_PUBLISHED = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?", re.ASCII
)


def _text(node: Node, key: str, where: str | Path | None) -> str | None:
    if not isinstance(node, Scalar):
        raise ReviewerError(f"{key} must be one text", where=where, line=node.line, hint="put it in double quotes")
    return None if node.is_null else node.value


def _tree(source: str, where: str | Path | None, first_line: int) -> MappingNode | None:
    node = parse_yaml(source, where, first_line=first_line)
    if node is not None and not isinstance(node, MappingNode):
        raise ReviewerError("this is no list of fields", where=where, line=node.line, hint="write lines like title: …")
    return node


def read_front_matter(article_id: str, text: str, front: str, where: str | Path | None) -> Article:
    """The article with `text` and the fields in `front`; fields we do not know are left alone.

    Raises ReviewerError with the line of a field that is no text, and of a `published` that is no ISO date.
    """
    tree = _tree(front, where, FIRST_LINE)
    if tree is None:
        return Article(article_id, text)
    values = {key: _text(tree.items[key], key, where) for key in FIELDS if key in tree.items}
    published = values.get("published")
    if published is not None and not _PUBLISHED.fullmatch(published):
        raise ReviewerError(
            f"published: {published[:40]!r} is no ISO date",
            where=where,
            line=tree.items["published"].line,
            hint='write it like "2031-04-02"',
        )
    return Article(article_id, text, **values, inferred=_inferred(tree.items.get("inferred"), where))


def _inferred(node: Node | None, where: str | Path | None) -> dict[str, str]:
    if node is None or (isinstance(node, Scalar) and node.is_null):
        return {}
    if not isinstance(node, MappingNode):
        raise ReviewerError("inferred must name fields, each with its line", where=where, line=node.line)
    return {key: _text(value, f"inferred {key}", where) or "" for key, value in node.items.items()}


def _entry(key: str, value: str | Mapping[str, str] | None) -> str:
    if value is None or value == {}:
        return ""
    return "".join(f"{line}\n" for line in entry(key, value))


def front_matter(article: Article) -> str:
    """The YAML of an article's fields, in fixed order, those that are unknown left out; without the fences."""
    return "".join(_entry(key, getattr(article, key)) for key in (*FIELDS, "inferred"))


def edited_front_matter(
    front: str, changes: Mapping[str, str | Mapping[str, str] | None], where: str | Path | None = None
) -> str:
    """`front` with some fields set (None takes one out); every other byte, comments and unknown fields too, stays."""
    entries = {key: _entry(key, value) for key, value in changes.items()}
    return edited(front, entries, (*FIELDS, "inferred"), where, first_line=FIRST_LINE)


def edited(
    source: str, entries: Mapping[str, str], order: Sequence[str], where: str | Path | None, *, first_line: int
) -> str:
    """A flat YAML mapping with the lines of some keys replaced by `entries` (whole lines; "" takes the key out).

    New keys go before the first present one that `order` puts after them.  Raises ReviewerError for a mapping in braces.
    """
    tree = _tree(source, where, first_line)
    if tree is not None and tree.flow:
        raise ReviewerError(
            "fields in braces cannot be edited here", where=where, line=tree.line, hint="write one field a line"
        )
    if source and not source.endswith("\n"):
        source += "\n"
    starts = [match.end() for match in re.finditer("\n", source)]
    edits: list[tuple[int, int, int, str]] = []
    for key, lines in entries.items():
        rank = order.index(key)
        if tree is not None and key in tree.keys:
            start, content_end = tree.keys[key].start, tree.items[key].end
            end = next((at for at in starts if at >= content_end and at > start), len(source))
        else:
            later = [] if tree is None else [tree.keys[name].start for name in order[rank + 1 :] if name in tree.keys]
            start = end = min(later, default=len(source))
        edits.append((start, end, rank, lines))
    for start, end, _, lines in sorted(edits, reverse=True):
        source = source[:start] + lines + source[end:]
    return source

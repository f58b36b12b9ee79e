"""Fragments of HTML (an entry of a feed, a field of an export) as text; nothing is judged, only markup is taken off."""

from __future__ import annotations

import html
import re
from typing import Any

_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_BLOCKS = frozenset(
    "p div section article header footer main aside ul ol table tr figure figcaption dl dd dt pre address form".split()
)
_DROPPED = frozenset("script style noscript template svg iframe object embed head button select textarea".split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACE = re.compile(r"[ \t\r\n\f]+")


def text_of_markup(markup: str) -> str:
    """Paragraphs joined by blank lines, `> ` before block quotations and `## ` before headings; plain text comes back trimmed."""
    if not _MARKUP.search(markup):
        return markup.strip()
    if "<" not in markup:
        return html.unescape(markup).strip()
    from lxml import etree
    from lxml.html import HTMLParser, fragment_fromstring

    clean = markup.replace("\x00", "")
    try:
        root = fragment_fromstring(f"<div>{clean}</div>", parser=HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return html.unescape(re.sub(r"<[^<>]*>", " ", clean)).strip()
    return "\n\n".join(blocks_of(root))


def blocks_of(root: Any) -> list[str]:
    """The paragraphs below an element, in order, without recursion: HTML may be nested without limit."""
    lines: list[str] = []
    words: list[str] = []
    prefix = ""

    def close() -> None:
        line = _SPACE.sub(" ", "".join(words)).strip()
        words.clear()
        if line:
            lines.append(prefix + line)

    dropped = quoted = 0
    from lxml import etree

    for action, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if not isinstance(tag, str):
            if not dropped and element.tail:
                words.append(element.tail)
            continue
        if action == "start":
            if tag in _DROPPED:
                dropped += 1
            if dropped:
                continue
            if tag in _BLOCKS or tag in _HEADINGS or tag in ("li", "blockquote"):
                close()
                quoted += tag == "blockquote"
                prefix = "## " if tag in _HEADINGS else ("> " if quoted else "")
            elif tag == "br":
                after = element.getnext()
                if after is not None and after.tag == "br" and not (element.tail or "").strip():
                    close()
                else:
                    words.append(" ")
            if element.text:
                words.append(element.text)
            continue
        if tag in _DROPPED:
            dropped -= 1
        elif not dropped and (tag in _BLOCKS or tag in _HEADINGS or tag in ("li", "blockquote")):
            close()
            quoted -= tag == "blockquote"
            prefix = "> " if quoted else ""
        if not dropped and element is not root and element.tail:
            words.append(element.tail)
    close()
    return lines

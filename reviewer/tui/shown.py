"""Text on its way to a widget: every string that comes from a file passes here, and none of it is markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from textual.content import Content

from reviewer.articles import Article
from reviewer.text import displayable, hidden_count

_PICTURES = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_EMOJI_GLUE = re.compile(f"(?<=[{_PICTURES}])\u200d(?=[{_PICTURES}])|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+")
NO_OUTLET = "(no outlet)"


def line(text: str | None) -> str:
    """One line of plain, safe text; "" for None."""
    return displayable(text or "", one_line=True)


def clipped(text: str | None, length: int) -> str:
    """`line(text)`, at most `length` code points long, cut in the middle: both ends of a passage identify it."""
    safe = line(text)
    if len(safe) <= length:
        return safe
    head = (length - 1) * 2 // 3
    return f"{safe[:head]}…{safe[len(safe) - (length - 1 - head) :]}"


_MARKS = '“”„«»"‘’「」'


def quoted(text: str | None, length: int) -> str:
    """`clipped(text, length)` between marks; at an end where it brings a mark of its own, no second one."""
    words = clipped(text, length)
    return f"{'' if words[:1] in _MARKS else '“'}{words}{'' if words[-1:] in _MARKS else '”'}" if words else "“”"


def beginning(words: str, length: int | None) -> str:
    """The first `length` code points of safe text; all of it for None."""
    return words if length is None or len(words) <= length else f"{words[: length - 1].rstrip()}…"


def ending(words: str, length: int | None) -> str:
    """The last `length` code points of safe text; all of it for None."""
    return words if length is None or len(words) <= length else f"…{words[len(words) - length + 1 :].lstrip()}"


def outlet_of(article: Article) -> str:
    """The outlet in one line, else the site that its address names; where neither is known it says so."""
    return line(article.outlet) or line(_site(article.url)) or NO_OUTLET


def _site(url: str | None) -> str:
    """`news.example` of `https://www.news.example/page`; nothing of what is no address."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def name_of(article: Article, length: int = 24) -> str:
    """What one article is called: its outlet; its title, of `length` code points, where none is known."""
    outlet = outlet_of(article)
    return outlet if outlet != NO_OUTLET else f"“{clipped(headline_of(article), length)}”"


def published_of(article: Article) -> str:
    """Day and time as far as they are known: `2031-09-04 07:12`; seconds and zone stand in the file."""
    return line(article.published)[:16].replace("T", " ")


def headline_of(article: Article) -> str:
    """The title in one line, else the id: what tells two articles of one outlet apart."""
    return line(article.title) or article.id


def names_of(articles: Iterable[Article], length: int = 24) -> dict[str, str]:
    """What each article is called among these, by id: its outlet, with a title of `length` code points where that is not enough."""
    known = tuple(articles)
    outlets = Counter(map(outlet_of, known))
    return {
        article.id: name_of(article, length)
        if outlet_of(article) == NO_OUTLET or outlets[outlet_of(article)] == 1
        else f"{outlet_of(article)} “{clipped(headline_of(article), length)}”"
        for article in known
    }


def hidden_in(text: str) -> int:
    """How many characters of a text a reader would not see: what holds an emoji together is not among them."""
    return hidden_count(_EMOJI_GLUE.sub("", text))


def joined(*parts: Content | str | tuple[str, str]) -> Content:
    """Content of the parts; plain strings and texts of tuples must be safe already."""
    return Content.assemble(*parts)


def plural(count: int, one: str, many: str = "") -> str:
    """`1 match`, `3 matches`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"

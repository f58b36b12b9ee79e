"""Who wrote a page: names out of what is stated and of what stands beside the heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reviewer.articles.dates import iso_date
from reviewer.articles.html_blocks import key_of, text_of

_BY = re.compile(
    r"^ ?(?:(?:written|reported|words|story|analysis|commentary|opinion|review|photos?) )?(?:by|von|par|por) ?:? ",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|@")
_NO_NAME = re.compile(
    r"facebook|twitter|^\W*$|\d{3}|\.[a-z]{2,4}$"
    r"|^(?:admin|administrator|editor|guest|unknown|none|null|author|staff)$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r" ?[,;|&/] ?| (?:and|und|et) | y (?=[A-Z])")
_DEGREES = frozenset("MS MA MD MSc BSc PhD Ph.D RD RDN JD MBA MPH CFP CPA Esq Jr Sr II III".split())
_USER_NAME = re.compile(r"\b[a-z]+(?:[-_.][a-z]+)+")
_AFTER_NAME = re.compile(r" ?(?:\||•|\d|Published|Updated|Posted| in )")
_NAME = re.compile(r"[A-Z][\w.’'-]*[a-z.](?: (?:[A-Z][\w.’'-]*|de|da|der|den|van|von|bin|al|el|la|le|di|du|of)){1,4}")
_DATE_WORD = re.compile(
    r"^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)[a-z]*$", re.IGNORECASE
)
_LABELS = frozenset(
    "news world politics business sport sports opinion culture video photo photos live update updates breaking exclusive share report "
    "reuters print comments advertisement the a an in on at for with and editorial analysis local national international".split()
)
_PLACES = (
    ".//*[@rel='author']", ".//*[@itemprop='author']//*[@itemprop='name']", ".//*[@itemprop='author']",
    ".//address//a", ".//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]",
    *(f".//*[contains(@class, '{name}')]" for name in ("byline", "author-name", "article-author", "post-author", "entry-author")),
)  # fmt: skip
# A class that boxes for what others said have as well.
_LOOSE = ".//*[@class='author' or @class='auteur' or @class='autor'][not(ancestor::*[contains(@class, 'omment') or contains(@id, 'omment')])]"
_INLINE = ("b", "strong", "i", "em", "span", "font", "small", "div", "td")  # that old pages print a byline in


def people_of(stated: Sequence[str], houses: Sequence[str]) -> list[str]:
    """Names of persons or desks out of stated author names, each once: no addresses, no dates, no degrees, and not one of
    the `houses` (the outlet, its publisher) or a desk of theirs behind a person's name."""
    found: dict[str, str] = {}
    owners = [key for key in (key_of(house).removeprefix("the ") for house in houses) if key]
    for line in stated:
        if _ADDRESS.search(line):
            continue
        for name in _BETWEEN.split(_BY.sub("", line)):
            name = name.strip(" .:-–—\u00a0")
            key = key_of(name)
            own = key.removeprefix("the ")
            if not key or _NO_NAME.search(name) or len(key.split()) > 6 or _DATE_WORD.match(name):
                continue
            if own in owners or (found and (name in _DEGREES or any(own.startswith(owner + " ") for owner in owners))):
                continue
            if _USER_NAME.fullmatch(name):
                name = re.sub(r"[-_.]", " ", name).title()
                key = key_of(name)
            found.setdefault(key, name)
    return list(found.values())


def shown_bylines(tree: Any, title: str, first_lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names that the page shows, and the line that does: beside the heading, then alone before the text
    (and not when the title or the text is about them)."""
    for place in _PLACES:
        for element in tree.xpath(place):
            line = text_of(element)
            if 2 < len(line) < 120 and iso_date(line) is None:
                names = _AFTER_NAME.split(_BY.sub("", line))[0]
                if names and names[0].isupper():
                    yield names, line
    for element in tree.xpath(_LOOSE):
        line = text_of(element)
        if 2 < len(line) < 120 and _only_names(_BY.sub("", line)):
            yield _BY.sub("", line), line
    for element in tree.iter(*_INLINE):
        line = " ".join((element.text or "").split()) if len(element) == 0 else ""
        if 5 < len(line) < 60 and _BY.match(line) and _only_names(_BY.sub("", line).rstrip(".")):
            yield _BY.sub("", line).rstrip("."), line
    before_text = True
    told = f"{title} {' '.join(line for line in first_lines if len(line) >= 100)}"
    for line in first_lines:
        if len(line) >= 100:
            before_text = False
        elif _BY.match(line) or (before_text and line not in told and _only_names(line)):
            yield _BY.sub("", line).rstrip(".:"), line


def _only_names(line: str) -> bool:
    """Whether a line is nothing but names of people, as papers print them over a text: `Ada Quist/Bo Lind`."""
    names = _BETWEEN.split(line)
    words = {word for name in names for word in key_of(name).split()}
    return len(names) <= 4 and not words & _LABELS and all(_NAME.fullmatch(name) for name in names)

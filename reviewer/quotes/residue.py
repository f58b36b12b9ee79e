"""What a page's own links left inside a sentence: the full name again, headlines glued to it, "MORE"."""

from __future__ import annotations

import re

_UPPER = "A-ZÀ-ÖØ-Þ"
_MARKS = re.compile('[“”"«»]')
_REACH = 600  # code points in which the headlines end
# "Jane Roe Jane (Janie) RoeHarbour crews ask for talks …": a surname, the whole name with the surname again, and no space before what follows.
_LINKED = re.compile(
    rf"(?<![\w’'-])([{_UPPER}][\w’'-]{{1,40}})((?: (?:\([^()\n]{{1,20}}\)|[{_UPPER}][\w.’'-]*)){{1,6}}? \1(?=[{_UPPER}]))"
)


def without_linked_headlines(text: str, ends: str) -> str:
    """`text`, as long as before, with blanks in place of such a name and what follows up to the word that `ends` the headlines.

    What a quotation stands in is none.
    """
    if not ends or ends not in text:
        return text
    parts: list[str] = []
    at = 0
    for match in _LINKED.finditer(text):
        line = text.find("\n", match.end())
        last = text.find(ends, match.end(), min(match.end() + _REACH, line if line >= 0 else len(text)))
        if last < 0 or match.start(2) < at or _MARKS.search(text, match.end(), last):
            continue
        end = last + len(ends)
        parts += (text[at : match.start(2)], " " * (end - match.start(2)))
        at = end
    return "".join((*parts, text[at:]))

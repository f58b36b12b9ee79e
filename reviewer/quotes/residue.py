"""What a page's own links left inside a sentence: the full name again, headlines glued to it, "MORE"."""

from __future__ import annotations

import re

_UPPER = "A-ZÀ-ÖØ-Þ"
_END = "MORE"
_REACH = 600  # code points in which the headlines end
# "Jane Roe Jane (Janie) RoeHarbour crews ask for talks …": a surname, the whole name with the surname again, and no space before what follows.
_LINKED = re.compile(
    rf"\b([{_UPPER}][\w’'-]+)((?: (?:\([^()\n]{{1,20}}\)|[{_UPPER}][\w.’'-]*)){{1,6}}? \1(?=[{_UPPER}]))"
)


def without_linked_headlines(text: str) -> str:
    """`text`, as long as before, with blanks in place of such a name and what follows up to "MORE"."""
    if _END not in text:
        return text
    parts: list[str] = []
    at = 0
    for match in _LINKED.finditer(text):
        line = text.find("\n", match.end())
        last = text.find(_END, match.end(), min(match.end() + _REACH, line if line >= 0 else len(text)))
        if last < 0 or match.start(2) < at:
            continue
        end = last + len(_END)
        parts += (text[at : match.start(2)], " " * (end - match.start(2)))
        at = end
    return "".join((*parts, text[at:]))

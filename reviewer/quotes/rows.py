"""All who speak together: "Ana Roe and Bo Lind said"."""

from __future__ import annotations

import re
from bisect import bisect_left

from reviewer.quotes.candidates import Line
from reviewer.quotes.lexicon import Language
from reviewer.quotes.phrases import Mention

_ROW = 12  # tokens in which the names of a row stand
_NAMES = 40  # phrases before and behind a name among which the others of its row are
_JOINED_BEFORE = re.compile("(?:,#,)?c$|,$")
_JOINED_AFTER = re.compile("(?:,#,)?c|,")
_OPENS_ROW = ".,:;Qsc-("


def together(line: Line, mention: Mention, cue: int, language: Language) -> list[Mention]:
    """All who speak with a name by the cue at a token, in order: "Ana Roe and Bo Lind said"; the name alone where nobody does.

    The row of names is the subject: it begins a clause before its verb, or follows it.
    """
    tags, words = line.tagged.tags, line.tagged.words
    beside = tags[max(0, mention.first - 1) : mention.first] + tags[mention.last : mention.last + 1]
    if ("c" not in beside and "," not in beside) or "c" not in tags[max(0, mention.first - _ROW) : mention.last + _ROW]:
        return [mention]
    at = bisect_left(line.parsed.mentions, mention)
    names = [
        one
        for one in line.parsed.mentions[max(0, at - _NAMES) : at + _NAMES]
        if one.kind == "N" or (one.kind == "r" and tags[one.first] != "D" and words[one.first][0].isupper())
    ]
    ending, beginning = {one.last: one for one in names}, {one.first: one for one in names}
    row = [mention]
    while (before := _JOINED_BEFORE.search(tags, max(0, row[0].first - 4), row[0].first)) is not None:
        other = ending.get(before.start())
        joined = words[row[0].first - 1].lower() in language.joining
        if other is None or not (joined or (len(row) > 1 and _opens(tags, other.first))):
            break
        row.insert(0, other)
    last = len(row)
    while (after := _JOINED_AFTER.match(tags, row[-1].last)) is not None:
        other = beginning.get(after.end())
        if other is None:
            break
        row.append(other)
        if words[other.first - 1].lower() in language.joining:
            last = len(row)
    row = row[:last]
    inverted = row[0].first > cue
    another_verb = inverted and tags[row[-1].last : row[-1].last + 1] in tuple("VvxG")
    return [mention] if another_verb or not (inverted or _opens(tags, row[0].first)) else row


def _opens(tags: str, first: int) -> bool:
    return first == 0 or tags[first - 1] in _OPENS_ROW

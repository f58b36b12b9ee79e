"""Attributions set inside the marks, as French and Spanish print them: « Nous partons, a dit Anne Lorne, quoi qu'il arrive. »

The words before and after such an attribution are pieces of their own; what stands between is nobody's words but the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked
from reviewer.quotes.tagging import tagged
from reviewer.quotes.words import Tagged

_BREAK = re.compile(r"(?:[,?!…](?:[ \u00a0\u202f]*[-–—])?[ \u00a0\u202f]+|[ \u00a0]—)(?=[^\W\d_])")
_OPENS = re.compile(r"[hxSa-]*V")
_SUBJECT = re.compile(r"a?-?(?:h|(?:[Dd]?[aw]?(?=[rTN]))[rTNw]*)")
_ASIDE = re.compile(r"l|T*N|[Dd]?[aw]?[rT]|#")
_STOPS = ".;:"
_REACH = 240  # code points in which an attribution ends


def with_incises(text: str, marked: Sequence[Marked], language: Language) -> list[Marked]:
    """`marked`, in order, each cut in two at an attribution inside it; as they are in a language that never sets any there."""
    if not language.incise_openers:
        return list(marked)
    return [piece for one in marked for piece in ([one] if one.block else _pieces(text, one, language))]


def _pieces(text: str, one: Marked, language: Language) -> Iterator[Marked]:
    at = one.start
    for stop in _BREAK.finditer(text, one.start, one.end):
        if stop.start() <= at:
            continue
        end = _attribution(text, stop.end(), one.end, language)
        if end is None:
            continue
        last = stop.start() + (stop.group()[0] in "?!…")
        last -= len(text[at:last]) - len(text[at:last].rstrip())
        yield replace(one, start=at, end=last, right=last)
        if end >= one.end:
            return
        one = replace(one, start=end, left=end, continues=False)
        at = end
    yield one


def _attribution(text: str, start: int, end: int, language: Language) -> int | None:
    """Where the words go on after an attribution that begins at `start`; `end` where they do not; None where none begins there."""
    found = tagged(text, start, min(end, start + _REACH), (), language)
    verb = _OPENS.match(found.tags)
    if verb is None or not _reports(found, verb.end() - 1, language):
        return None
    last = _subject(found, verb.end(), language)
    if last is None:
        return None
    if text[start - 1] == "—":
        return _after_dash(found, last)
    while True:
        stop = next((i for i in range(last, len(found.tags)) if found.tags[i] in "," + _STOPS), None)
        if stop is None:
            return end if min(end, start + _REACH) == end else None
        following = stop + 1
        if following == len(found.tags):
            return end
        if found.tags[stop] == "," and _goes_on(found, following, language):
            last = following
            continue
        return found.starts[following]


def _after_dash(found: Tagged, last: int) -> int | None:
    """Where the words go on after an attribution between dashes, past the comma or stop that may follow the second one."""
    following = found.tags.find("-", last) + 1
    if following and found.tags[following : following + 1] in tuple("," + _STOPS):
        following += 1
    return found.starts[following] if 0 < following < len(found.starts) else None


def _reports(found: Tagged, verb: int, language: Language) -> bool:
    """Whether a verb with what stands before it tells that a third person spoke."""
    before = [word.lower() for word, tag in zip(found.words, found.tags[:verb], strict=False) if tag == "x"]
    word = found.words[verb].lower()
    finite = bool(before) or not word.endswith(language.nonfinite_suffixes)
    return finite and word in language.cue_class and language.incise_openers.issuperset(before)


def _subject(found: Tagged, after: int, language: Language) -> int | None:
    """The token after the subject that follows the verb or stands behind its auxiliary, which only Spanish leaves out; None without."""
    pronouns = [word.lower() for word, tag in zip(found.words, found.tags[:after], strict=False) if tag == "h"]
    if pronouns:
        return after if all(_third(word, language) for word in pronouns) else None
    match = _SUBJECT.match(found.tags, after)
    if match is None:
        return after if not language.clitics and found.tags[after : after + 1] in (",", ".") else None
    last = match.end() - 1
    return last + 1 if found.tags[last] != "h" or _third(found.words[last].lower(), language) else None


def _third(word: str, language: Language) -> bool:
    return word in language.clitics and language.pronouns.get(word) in ("male", "female", "plural")


def _goes_on(found: Tagged, at: int, language: Language) -> bool:
    """Whether what follows a comma still belongs to the attribution: an apposition, a relative clause, or where it was said."""
    word = found.words[at].lower()
    if _ASIDE.match(found.tags, at) or word in language.incise_asides or language.pronouns.get(word) == "who":
        return True
    if found.tags[at] not in "po":
        return False
    stop = next((i for i in range(at, len(found.tags)) if found.tags[i] in "," + _STOPS), len(found.tags))
    return any(
        word.lower() in language.hearers or word.lower() in language.speech_nouns for word in found.words[at:stop]
    )

"""What the grammar of a sentence says of the speaker beyond doubt, whoever ranks first: a hearer is not the speaker."""

from __future__ import annotations

import re
from bisect import bisect_left

from reviewer.quotes.candidates import Candidate, Line, Speaker
from reviewer.quotes.lexicon import Language
from reviewer.quotes.syntax import Cue, Mention

_NEAR = 8  # tokens from a verb to the marked words that it reports
_SURE = ("next", "past", "relative")  # how the subject of a verb is found without fail
_OPENS_CLAUSE = "h,DdNTr"
_VERB = re.compile("[VGvgA]")


def settled(line: Line, token: int, candidate: Candidate, language: Language) -> Candidate:
    """`candidate`, the first for the marked words at a token of a line, or who speaks where the sentence leaves no doubt."""
    if candidate.speaker.line != line.number:
        return candidate
    at = bisect_left(line.tagged.starts, candidate.speaker.start)
    if at > token:
        return candidate
    cue = _heard(line, at, token, candidate, language) or _told_by(line, at, token, candidate, language)
    if cue is not None:
        start, end = line.tagged.starts[cue.at], line.tagged.ends[cue.at]
        return Candidate(_speaker(line, line.parsed.mentions[cue.subjects[0][0]]), (start, end), [])
    holder = viewer(line, token, language) if candidate.cue is None else None
    return candidate if holder is None else Candidate(_speaker(line, holder), None, [])


def _speaker(line: Line, mention: Mention) -> Speaker:
    words = line.tagged
    head = words.words[mention.last - 1].lower()
    return Speaker(words.starts[mention.first], words.ends[mention.last - 1], mention.kind, head, line.number)


def _heard(line: Line, at: int, token: int, candidate: Candidate, language: Language) -> Cue | None:
    """The cue of "X told Y: …", where the candidate is Y, which begins at a token, or stands before X."""
    if candidate.cue is not None:
        return None
    return _telling(line, at - 1, language) or _announcing(line, token, language)


def _announcing(line: Line, token: int, language: Language) -> Cue | None:
    """The cue of "told Y:" right before the marked words."""
    tags = line.tagged.tags
    last = token - 1 if tags[token - 1] == ":" else token
    for mention in reversed(line.parsed.mentions[: bisect_left(line.parsed.mentions, (last,))]):
        if mention.last < last:
            break
        cue = _telling(line, mention.first - 1, language)
        if cue is not None:
            return cue if cue.subjects[0][1] in _SURE else None
    return None


def _telling(line: Line, at: int, language: Language) -> Cue | None:
    """The cue at a token, where it is an active verb whose object is who hears."""
    if at < 0 or line.tagged.words[at].lower() not in language.hearing:
        return None
    cues = line.parsed.cues
    number = bisect_left(cues, at, key=lambda cue: cue.at)
    if number == len(cues) or cues[number].at != at or not cues[number].subjects:
        return None
    return cues[number] if cues[number].subjects[0][1] not in ("passive", "by") else None


def _told_by(line: Line, at: int, token: int, candidate: Candidate, language: Language) -> Cue | None:
    """The cue of "Y was told by X that …", where Y, which begins at a token, is the candidate."""
    if candidate.cue is not None:
        return None
    cues = line.parsed.cues
    number = bisect_left(cues, at, key=lambda cue: cue.at)
    if number == len(cues) or not at < cues[number].at < token <= cues[number].at + 2 * _NEAR:
        return None
    cue = cues[number]
    by = bool(cue.subjects) and cue.subjects[0][1] == "by"
    alone = number + 1 == len(cues) or cues[number + 1].at > token
    return cue if by and alone and line.tagged.words[cue.at].lower() in language.hearing else None


def viewer(line: Line, token: int, language: Language) -> Mention | None:
    """Who holds the view in "To the critic Ana Roe, he was “…”": a person at the beginning of the sentence of the marked words."""
    tagged, tags = line.tagged, line.tagged.tags
    first = tagged.firsts[tagged.sentences[token]]
    if tagged.words[first].lower() not in language.views or _VERB.search(tags, first, token):
        return None
    mentions = line.parsed.mentions
    number = bisect_left(mentions, first + 1, key=lambda mention: mention.first)
    while number + 1 < len(mentions) and mentions[number + 1].first == first + 1:
        number += 1
    if number == len(mentions) or mentions[number].first != first + 1:
        return None
    mention = mentions[number]
    person = mention.kind == "r" or (mention.kind == "N" and tagged.words[mention.first].lower() not in language.places)
    goes_on = tags[mention.last : mention.last + 1]
    is_said = "x" in tags[mention.last : token]
    return mention if person and goes_on and goes_on in _OPENS_CLAUSE and is_said else None

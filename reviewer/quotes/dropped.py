"""Who speaks where a verb stands alone behind marked words, in languages that leave the subject out ("«…», dijo.")."""

from __future__ import annotations

import re
from bisect import bisect_left

from reviewer.quotes.candidates import Candidate, Line, Speaker
from reviewer.quotes.lexicon import Language
from reviewer.quotes.phrases import Mention

_ALONE = re.compile(",x?V(?=[,.;s]|$)")
_APPOSED = re.compile(",D?r")


def spoken_on(line: Line, token: int, previous: Speaker, language: Language) -> Candidate | None:
    """Who goes on where a verb alone behind the marked words at a token says so ("«…», dijo.").

    That is whom the sentences before are about ("La alcaldesa llegó el martes. «…», dijo."), else the speaker before.
    """
    verb = _ALONE.match(line.tagged.tags, token + 1)
    if verb is None:
        return None
    cue = line.tagged.starts[verb.end() - 1], line.tagged.ends[verb.end() - 1]
    return Candidate(_told_of(line, token, previous, language) or previous, cue, [])


def _told_of(line: Line, token: int, previous: Speaker, language: Language) -> Speaker | None:
    """The person with whom the nearest sentence before a token begins, where nobody is quoted in between."""
    tagged = line.tagged
    for sentence in range(tagged.sentences[token], -1, -1):
        first = tagged.firsts[sentence]
        if previous.line == line.number and previous.start >= tagged.starts[first]:
            return None
        mentions = line.parsed.mentions
        at = bisect_left(mentions, (first,))
        while at < len(mentions) and mentions[at].first == first < token:
            if _is_person(line, mentions[at], language):
                return line.speaker(mentions[at])
            at += 1
    return None


def _is_person(line: Line, mention: Mention, language: Language) -> bool:
    """Whether a mention has the office of a person, or a name beside one or with a known first name."""
    words, tags = line.tagged.words, line.tagged.tags
    head = words[mention.last - 1].lower()
    if mention.kind == "r":
        return head not in language.bodies | language.hearers | language.speech_nouns
    if mention.kind != "N":
        return False
    named = tags[mention.first : mention.last]
    known = mention.last - mention.first > 1 and words[mention.first].lower() in language.names
    return known or "r" in named or "T" in named or _APPOSED.match(tags, mention.last) is not None

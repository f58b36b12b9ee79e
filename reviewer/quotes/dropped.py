"""Who speaks where a verb stands alone behind marked words, in languages that leave the subject out ("«…», dijo.")."""

from __future__ import annotations

import re
from bisect import bisect_left

from reviewer.quotes.candidates import Candidate, Line, Speaker
from reviewer.quotes.lexicon import Language
from reviewer.quotes.phrases import Mention

_ALONE = re.compile(",x?V")
_ENDS = re.compile("[,.;s]|$")
_THAT = re.compile("(?:sQ,?c)?s[^VGxlQ.:;,]{0,4}")  # "que el puerto “…”", "que “…” y que el puerto “…”"
_APPOSED = re.compile(",D?r")


def spoken_on(line: Line, token: int, previous: Speaker, language: Language, *, first: bool) -> Candidate | None:
    """Who goes on where a verb alone behind the marked words at a token, before their colon or their "que" says so ("«…», dijo.").

    That is whom the sentences before are about ("La alcaldesa llegó el martes. «…», dijo."), else the speaker before, or
    where these words are the `first` of an article, whoever may have spoken them.
    """
    at = _alone(line, token)
    if at is None:
        return None
    cue = line.tagged.starts[at], line.tagged.ends[at]
    several = line.tagged.words[at].lower().endswith(language.plural_verbs)
    spoken = None if first else previous
    return Candidate(_told_of(line, token, spoken, language, several=several) or previous, cue, [])


def _alone(line: Line, token: int) -> int | None:
    """The verb without a subject by which the marked words at a token are said."""
    tags = line.tagged.tags
    verb = _ALONE.match(tags, token + 1)
    if verb is not None:
        at = verb.end() - 1
        return at if _ENDS.match(tags, at + 1) or _without_subject(line, at) else None
    at = tags.rfind("V", 0, token)
    if at < 0 or not (tags[at + 1 : token] == ":" or _THAT.fullmatch(tags, at + 1, token)):
        return None
    return at if _without_subject(line, at) else None


def _without_subject(line: Line, at: int) -> bool:
    """Whether the cue at a token is one whose subject its sentence leaves out ("Preguntada por eso, respondió: «…»")."""
    cues = line.parsed.cues
    number = bisect_left(cues, (at,))
    if number == len(cues) or cues[number].at != at:
        return False
    firsts = [line.parsed.mentions[subject].first for subject, _ in cues[number].subjects]
    return all(first > 0 and line.tagged.tags[first - 1] in "po" for first in firsts)


def _told_of(line: Line, token: int, previous: Speaker | None, language: Language, *, several: bool) -> Speaker | None:
    """The person, or the `several`, with whom the nearest sentence before a token begins, where nobody is quoted in between."""
    tagged = line.tagged
    for sentence in range(tagged.sentences[token], -1, -1):
        first = tagged.firsts[sentence]
        if previous is not None and previous.line == line.number and previous.start >= tagged.starts[first]:
            return None
        mentions = line.parsed.mentions
        at = bisect_left(mentions, (first,))
        while at < len(mentions) and mentions[at].first == first < token:
            plural = tagged.words[first].lower() in language.plural_articles
            if plural == several and _is_person(line, mentions[at], language):
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

"""Who does what a verb away from its subject says: in the passive the subject is told or called something, and says nothing itself."""

from __future__ import annotations

import re
from bisect import bisect_left

from reviewer.quotes.candidates import Candidate, Line
from reviewer.quotes.lexicon import Language
from reviewer.quotes.phrases import Mention
from reviewer.quotes.syntax import Cue

_SENTENCE = 80  # tokens of a sentence before marked words in which their verb's passive is looked for
NEAR = 8  # tokens from a verb to the marked words that it reports
NO_VERB = re.compile("[,opsDd]*")
_PARTING = re.compile(",[xh]*V")
_PARTED = re.compile("[,.]Q")
_VERB_FINAL = re.compile("[pDwrTNatxs]*V")


def is_target(line: Line, candidate: Candidate, language: Language) -> bool:
    """Whether the candidate only hears or suffers what its cue says ("Roe was accused of “…”"), and the sentence names nobody who does it.

    Who "was quoted" speaks, and so does what somebody wrote ("A letter was released: “…”").
    """
    if candidate.cue is None or candidate.speaker.line != line.number:
        return False
    tagged, mentions = line.tagged, line.parsed.mentions
    at = bisect_left(tagged.starts, candidate.cue[0])
    if at == 0 or tagged.tags[at - 1] not in "xa" or candidate.speaker.head in language.speech_nouns:
        return False
    if (
        language.participle
        and tagged.words[at - 1].lower().endswith(language.participle)
        and tagged.tags[at - 2] != "x"
    ):
        return False  # of "being called “…”" it may be the subject who tells
    cues = line.parsed.cues
    number = bisect_left(cues, (at,))
    subjects = cues[number].subjects if number < len(cues) and cues[number].at == at else ()
    return tagged.words[at].lower() not in language.quoting and any(
        how == "passive" and tagged.starts[mentions[subject].first] == candidate.speaker.start
        for subject, how in subjects
    )


def told_by(line: Line, at: int, token: int, language: Language) -> Cue | None:
    """The cue of "Y was told by X that …" or "Y was called “…” by X", where Y, which begins at a token, is the candidate."""
    cues = line.parsed.cues
    number = bisect_left(cues, (at,))
    if number == len(cues) or not at < cues[number].at < token <= cues[number].at + 2 * NEAR:
        return None
    cue = cues[number]
    by = bool(cue.subjects) and cue.subjects[0][1] == "by"
    alone = number + 1 == len(cues) or cues[number + 1].at > token
    if not by or not alone:
        return None
    heard = line.tagged.words[cue.at].lower() in language.hearing
    after = max(cue.at + 1, min(token, line.parsed.mentions[cue.subjects[0][0]].last))
    return cue if heard or NO_VERB.fullmatch(line.tagged.tags, after, token) else None


def agent(line: Line, token: int, language: Language) -> tuple[Mention, Cue] | None:
    """Who does what a verb at the end of its clause says in the passive: "wurde von X als „…“ bezeichnet", "von X gewarnt, …"."""
    tagged, cues = line.tagged, line.parsed.cues
    first = max(tagged.firsts[tagged.sentences[token]], token - _SENTENCE)
    number = bisect_left(cues, (token,))
    if number < len(cues) and _VERB_FINAL.fullmatch(tagged.tags, token + 1, cues[number].at + 1):
        cue = cues[number]
    elif number and cues[number - 1].at > first:
        cue = cues[number - 1]
    else:
        return None
    if language.passive.isdisjoint(word.lower() for word in tagged.words[first : min(token, cue.at)]):
        return None
    for mention in reversed(line.parsed.mentions[: bisect_left(line.parsed.mentions, (min(token, cue.at),))]):
        if mention.first <= first:
            break
        ends = cue.at > token or mention.last == cue.at
        if ends and tagged.words[mention.first - 1].lower() in language.by:
            return mention, cue
    return None


def framing(line: Line, token: int, language: Language) -> tuple[Mention, Cue] | None:
    """Who says what a participle behind the marked words tells, its auxiliary before them: "X hat den Plan als „…“ bezeichnet"."""
    tagged, cues = line.tagged, line.parsed.cues
    number = bisect_left(cues, (token,))
    if number == len(cues) or not _VERB_FINAL.fullmatch(tagged.tags, token + 1, cues[number].at + 1):
        return None
    cue = cues[number]
    ends = tagged.tags[cue.at + 1 : cue.at + 2] in ("", ".", ",", "c", ";", "Q")
    if not ends or not cue.subjects or tagged.sentences[cue.at] != tagged.sentences[token]:
        return None
    first = max(tagged.firsts[tagged.sentences[token]], token - _SENTENCE)
    before = [word.lower() for word in tagged.words[first:token]]
    if language.perfect.isdisjoint(before) or not language.passive.isdisjoint(before):
        return None
    if tagged.tags[token - 1] == "D" and before[-1] not in language.indefinite:
        return None  # hat das „Derby“ angekündigt
    behind = first + next(index for index, word in enumerate(before) if word in language.perfect) + 1
    subject = line.parsed.mentions[cue.subjects[0][0]]
    if tagged.tags[first] == "p" or "A" in tagged.tags[first:behind]:  # "Dem Blatt zufolge hatten Spieler …"
        subject = next((one for one in line.parsed.mentions if one.first == behind and one.kind != "S"), subject)
    return subject, cue


def verb_apart(line: Line, token: int, language: Language) -> tuple[Mention, Cue] | None:
    """Who says it by a verb that stands away from him or her and the marked words, or by a phrase, beyond doubt."""
    if language.verb_second:
        return agent(line, token, language) or framing(line, token, language) or sourced(line, token)
    found = parting(line, token) if language.incise_openers else None
    return found or by_another(line, token, language) or sourced(line, token)


def is_told_apart(line: Line, token: int, language: Language) -> bool:
    """Whether the words are speech by such a verb, or by one in the passive."""
    before = line.tagged.tags[token - 1] if token else "^"
    if before not in "NwrT" and agent(line, token, language) is not None:
        return True
    found = (framing if language.verb_second else by_another)(line, token, language) or sourced(line, token)
    return found is not None


def sourced(line: Line, token: int) -> tuple[Mention, Cue] | None:
    """Whose words they are by a phrase right before them ("soll nach Angaben von Ana Roe „…“ sein")."""
    if line.tagged.tags.find("A", 0, token) < 0:
        return None
    number = bisect_left(line.parsed.cues, (token,)) - 1
    if number < 0 or line.parsed.cues[number].tag != "A" or not line.parsed.cues[number].subjects:
        return None
    cue = line.parsed.cues[number]
    source = line.parsed.mentions[cue.subjects[0][0]]
    return (source, cue) if source.first > cue.at and source.last == token else None


def parting(line: Line, token: int) -> tuple[Mention, Cue] | None:
    """Who says it by a verb with its subject between the two parts of the words: "« Sans cela, dit-il, nous partons. »"."""
    tags, cues = line.tagged.tags, line.parsed.cues
    number = bisect_left(cues, (token,))
    behind = _PARTING.match(tags, token + 1)
    if behind is None:
        number -= 1
    for cue in cues[max(0, number) : number + 1]:
        if not cue.subjects or cue.subjects[0][1] != "inverted":
            return None
        mention = line.parsed.mentions[cue.subjects[0][0]]
        first = cue.at - 1
        while first >= 0 and tags[first] in "xh":
            first -= 1
        parts = tags[first - 1 : first + 1] == "Q," and _PARTED.match(tags, mention.last)
        if parts and (behind is not None or parts.end() == token + 1):
            return mention, cue
    return None


def by_another(line: Line, token: int, language: Language) -> tuple[Mention, Cue] | None:
    """Who is named between commas right before the marked words, in the passive: "was called “…” and, by a rival, “…”"."""
    tags, cues = line.tagged.tags, line.parsed.cues
    if tags[token - 1 : token] != ",":
        return None
    number = bisect_left(cues, (token,)) - 1
    if number < 0 or not cues[number].subjects:
        return None
    cue = cues[number]
    if cue.subjects[0][1] != "passive" or line.tagged.sentences[cue.at] != line.tagged.sentences[token]:
        return None
    for mention in line.parsed.mentions[: bisect_left(line.parsed.mentions, (token,))]:
        named = mention.last == token - 1 and mention.first - 2 > cue.at and tags[mention.first - 2] == ","
        if named and line.tagged.words[mention.first - 1].lower() in language.by:
            return mention, cue
    return None


def said_by(line: Line, token: int) -> bool:
    """Whether the words are what a verb in the passive says that somebody called something ("was described by Ana Roe as “…”")."""
    number = bisect_left(line.parsed.cues, (token,)) - 1
    if number < 0 or not line.parsed.cues[number].subjects or line.parsed.cues[number].subjects[0][1] != "by":
        return False
    doer = line.parsed.mentions[line.parsed.cues[number].subjects[0][0]]
    same = line.tagged.sentences[doer.first] == line.tagged.sentences[token]
    return same and doer.last < token and NO_VERB.fullmatch(line.tagged.tags, doer.last, token) is not None

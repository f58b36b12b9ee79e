"""What is speech by its place in the sentence alone, however short it is."""

from __future__ import annotations

import re
from bisect import bisect_left

from reviewer.quotes.candidates import Candidate, Line
from reviewer.quotes.lexicon import Language
from reviewer.quotes.passives import is_told_apart, said_by
from reviewer.quotes.phrases import Mention
from reviewer.quotes.syntax import Cue

_ATTRIBUTED = re.compile(",?[xha]*V")
_ATTRIBUTED_AFTER = re.compile("(?:h|T*N{1,3}|Dw{0,2}r)[xa]{0,2}V")
_ATTRIBUTED_TO = re.compile("(?:h|[Dd]?[wTrN]{1,6})[xa]{0,2}V")
_PREDICATE = re.compile("x[Da]?$")
_PREDICATE_ENDS = re.compile("[.,A]|$")
_OPENS_CLAUSE = "h,DdNTrxpo"
_VERB = re.compile("[VGvgA]")
_CAME = re.compile(",?v[Dd][wa]?w")
_VERDICT = re.compile("[sDh]xDw{1,2}[op]")
_HEARD = re.compile(",?D[wr]{1,3}x{0,2}[vVx]")


def reported(line: Line, token: int, words: str, candidate: Candidate | None, language: Language) -> bool:
    """Whether the marked words at a token are speech by their place alone, however short they are.

    They open a clause before its verb of saying, are a sentence after a colon, what a phrase like "according to Ana Roe" or a view
    predicates, what a verb in the mood of reported speech does, or what somebody is called.  `words` are the words themselves.
    """
    tags = line.tagged.tags
    before = tags[token - 1] if token else "^"
    if before in "^.:" and (_ATTRIBUTED.match(tags, token + 1) or (before == ":" and is_sentence(words))):
        return True
    if before in "^.:" and words[-1] == "," and _ATTRIBUTED_TO.match(tags, token + 1):
        return True
    if words[0].islower() and words[-1] == "," and before != "D" and _ATTRIBUTED_AFTER.match(tags, token + 1):
        return True
    if before in "VG" and language.cue_class.get(line.tagged.words[token - 1].lower()) in ("emotive", "doubting"):
        return True  # screaming “Come on!”
    if judge(line, token, language) is not None or (is_sentence(words) and _answers(line, token)):
        return True
    if viewer(line, token, language) is not None or is_told_apart(line, token, language):
        return True
    if called(line, token, language) is not None or said_by(line, token) or _stands_on(line, token, language):
        return True
    if heard_in_court(line, token, language) or _came(line, token, language):
        return True
    if not _PREDICATE_ENDS.match(tags, token + 1):
        return False
    predicate = _PREDICATE.search(tags, max(0, token - 2), token) and (words[0].islower() or language.nouns_capitalised)
    if predicate or _in_reported_mood(line, token, language):
        return True
    cue = None if candidate is None or candidate.speaker.line != line.number else candidate.cue
    return cue is not None and tags[bisect_left(line.tagged.starts, cue[0])] == "A"


def called(line: Line, token: int, language: Language) -> Cue | None:
    """The verb by which somebody calls something what the marked words say: "nannte den Plan einen „…“", all nouns having capitals."""
    tagged, cues = line.tagged, line.parsed.cues
    number = bisect_left(cues, (token,))
    before = tagged.words[token - 1].lower() if token else ""
    if not language.verb_second or number == 0 or before not in language.indefinite | language.likening:
        return None
    cue = cues[number - 1]
    if before not in language.indefinite and tagged.words[cue.at].lower() not in language.calling:
        return None
    same = tagged.sentences[cue.at] == tagged.sentences[token] and not _VERB.search(tagged.tags, cue.at + 1, token)
    return cue if same and cue.subjects else None


def _stands_on(line: Line, token: int, language: Language) -> bool:
    """Whether the words are what a sign, a banner or the like says ("a board reading “…”")."""
    number = bisect_left(line.parsed.cues, (token,)) - 1
    if number < 0 or line.tagged.tags[line.parsed.cues[number].at + 1 : token] not in ("", ",", ":"):
        return False
    mentions = [line.parsed.mentions[subject] for subject, _ in line.parsed.cues[number].subjects]
    return any(line.tagged.words[one.last - 1].lower() in language.slogan_nouns for one in mentions)


def heard_in_court(line: Line, token: int, language: Language) -> bool:
    """Whether a court is said to have heard the words, whoever spoke them ("…, a court has heard")."""
    heard = _HEARD.match(line.tagged.tags, token + 1)
    if heard is None:
        return False
    words = [word.lower() for word in line.tagged.words[token + 1 : heard.end()]]
    hears = words[-1] in language.heard or (words[-1] in language.hearing and words[-2] in language.passive)
    return hears and not language.courts.isdisjoint(words)


def judge(line: Line, token: int, language: Language) -> Mention | None:
    """Whose the words are said to be in the sentence behind them ("“A shambles.” That was the verdict of Ana Roe")."""
    verdict = _VERDICT.match(line.tagged.tags, token + 1)
    if verdict is None or line.tagged.words[verdict.end() - 2].lower() not in language.verdicts:
        return None
    return next((one for one in line.parsed.mentions if one.first == verdict.end() and one.kind in "Nrh"), None)


def _answers(line: Line, token: int) -> bool:
    """Whether the words follow a question of the article's and end its paragraph or sentence ("Is she afraid? “Every night.”")."""
    tags = line.tagged.tags
    asked = token > 2 and tags[token - 1] == "." and line.tagged.words[token - 1] == "?"
    return asked and tags[token + 1 : token + 2] not in tuple("xVvS")


def _came(line: Line, token: int, language: Language) -> bool:
    """Whether the words are what came in answer ("“…,” came the reply")."""
    came = _CAME.match(line.tagged.tags, token + 1)
    return came is not None and line.tagged.words[came.end() - 1].lower() in language.speech_nouns


def is_sentence(words: str) -> bool:
    return not words[0].islower() and words[-1] in ".!?…"


def _in_reported_mood(line: Line, token: int, language: Language) -> bool:
    """Whether the words belong to a verb whose very form says that somebody else speaks (German "er habe „…“")."""
    tagged = line.tagged
    if not language.reported_mood or tagged.tags[token - 1 : token] in ("D", "d", "o"):
        return False
    first = max(tagged.firsts[tagged.sentences[token]], tagged.tags.rfind(",", 0, token) + 1)
    return any(word.lower() in language.reported_mood for word in tagged.words[first:token])


def viewer(line: Line, token: int, language: Language) -> Mention | None:
    """Who holds the view in "To the critic Ana Roe, he was “…”": a person at the beginning of the clause of the marked words."""
    tagged, tags = line.tagged, line.tagged.tags
    first = tagged.firsts[tagged.sentences[token]]
    beside = max(tags.rfind("s", first, token), tags.rfind(";", first, token))
    if beside >= 0 and tagged.words[beside].lower() not in language.that:
        first = beside + 1
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

"""What the grammar of a sentence says of the speaker beyond doubt, whoever ranks first: a hearer is not the speaker."""

from __future__ import annotations

import re
from bisect import bisect_left

from reviewer.quotes.candidates import Candidate, Line, Speaker
from reviewer.quotes.lexicon import Language
from reviewer.quotes.passives import NEAR, NO_VERB, is_target, told_by, verb_apart
from reviewer.quotes.phrases import Mention
from reviewer.quotes.placed import called, heard_in_court, is_sentence, judge, viewer
from reviewer.quotes.syntax import Cue

_SURE = ("next", "past", "relative")  # how the subject of a verb is found without fail
_OBJECT = re.compile("(?:D?[aw]*[rTNw]+|h)(?:x?p|s?h?)[:,]?")
_WHICH = re.compile("s?[,:]")  # between the verb of "which states" and the marked words
_TOLD = re.compile("[hs]?[,:]?|h[sD]")  # "who called him “…”", "who called it a “…”"
_ASIDE = re.compile("[:;.()-]")
_TOPIC = 20  # code points before a phrase in which what makes it a topic stands
_LATER = 4  # cues behind one in which what reports the whole is looked for
_VERB = re.compile("[VGvgA]")
_BEFORE_VERB = ",Qlsxa"  # what stands before a verb whose subject is further off


def settled(line: Line, token: int, words: str, candidate: Candidate, language: Language) -> Candidate | None:
    """`candidate`, the first for the marked `words` at a token of a line, or who speaks where the sentence leaves no doubt.

    None where it leaves no doubt that the candidate does not, and tells of nobody who does.
    """
    if candidate.speaker.line != line.number:
        return candidate
    answering = _answering(line, token, words, candidate, language)
    if answering is not None:
        return Candidate(line.speaker(answering), None, [])
    if (
        candidate.cue is not None
        and candidate.speaker.head in language.first_person
        and _asks(line, token, candidate, language)
    ):
        opening = line.tagged.firsts[max(0, line.tagged.sentences[token] - 1)]
        asked = next((one for one in line.parsed.mentions if one.first == opening and one.kind in "Nh"), None)
        return None if asked is None else Candidate(line.speaker(asked), None, [])
    if candidate.cue is None and heard_in_court(line, token, language):
        return None
    judging = judge(line, token, language)
    if judging is not None:
        return Candidate(line.speaker(judging), None, [])
    at = bisect_left(line.tagged.starts, candidate.speaker.start)
    found = verb_apart(line, token, language)
    if found is None and candidate.speaker.kind == "h":
        found = _source(line, at, language) or _asker(line, at, candidate, language)
    if found is None and candidate.cue is not None and candidate.speaker.head in language.speech_nouns:
        found = _writer(line, at, candidate.cue[0])
    if found is not None:
        return _spoken(line, *found)
    cue: Cue | None
    if at > token:
        cue = _relayed(line, token, candidate, language)
        return candidate if cue is None else _spoken(line, line.parsed.mentions[cue.subjects[0][0]], cue)
    introduced = _introducing(line, token, words, candidate, language)
    if introduced is not None:
        return introduced
    last = _last_cue(line, token)
    if last is not None and last.subjects[0][1] == "relative" and _TOLD.fullmatch(line.tagged.tags, last.at + 1, token):
        cue = last
    elif candidate.cue is None or is_target(line, candidate, language):
        cue = _heard(line, at, token, language) or told_by(line, at, token, language) or called(line, token, language)
        if cue is None and last is not None:
            says = _said_before(line, at, token, last, language) or _governs(line, token, -1, last, language)
            says = says or _calls(line, token, last, language)
            cue = last if says else None
    else:
        cue = _nearest(line, token, candidate.cue[0]) or _issued(line, at, token, candidate.cue[0], language)
        if cue is None and last is not None:
            earlier = candidate.cue[0]
            holds = _governs(line, token, earlier, last, language) or _inside(line, token, earlier, last, language)
            holds = holds or _goes_before(line, at, candidate, last) or _beside(line, token, candidate, last, language)
            cue = last if holds else None
    if cue is not None:
        return _spoken(line, line.parsed.mentions[cue.subjects[0][0]], cue)
    holder = viewer(line, token, language)
    if holder is None or (candidate.cue is not None and candidate.cue[0] > line.tagged.starts[holder.first]):
        return None if is_target(line, candidate, language) else _with_own_cue(line, token, candidate, last)
    return Candidate(line.speaker(holder), None, [])


def _with_own_cue(line: Line, token: int, candidate: Candidate, last: Cue | None) -> Candidate:
    """The candidate, who stands before the marked words, with the cue right before them, if it is his or hers ("Roe denied it, calling it “…”").

    A candidate without any has that whose subject he or she explains ("The mayor, Ana Roe, told us “…”").
    """
    tagged, mentions = line.tagged, line.parsed.mentions
    if last is None or last.subjects[0][1] in ("passive", "by", "infinitive"):
        return candidate
    if last.tag == "V" and last.subjects[0][1] == "clause" and tagged.tags[last.at - 1] not in _BEFORE_VERB:
        return candidate  # mostly a noun: Roe said the country will give states “their due”
    if tagged.tags[token - 1] == "," and last.at < token - 2:
        return candidate  # “This,” Roe said, pointing at it, “is old.”
    place = (tagged.starts[last.at], tagged.ends[last.at])
    if candidate.cue is not None:
        own = any(tagged.starts[mentions[number].first] == candidate.speaker.start for number, _ in last.subjects)
        return candidate._replace(cue=place) if own and candidate.cue[0] < place[0] else candidate
    explained = [tagged.starts[mentions[number].first] for number, how in last.subjects if how == "apposed"]
    apposed = any(start < candidate.speaker.start < place[0] for start in explained)
    return candidate._replace(cue=place) if apposed else candidate


def _asks(line: Line, token: int, candidate: Candidate, language: Language) -> bool:
    """Whether the candidate is the interviewer, who asks before the sentence of the marked words ("Roe laughs when I ask about it. “…”")."""
    cue = bisect_left(line.tagged.starts, (candidate.cue or (0,))[0])
    return line.tagged.tags[token - 1] == "." and cue < token and line.tagged.words[cue].lower() in language.asking


def _answering(line: Line, token: int, words: str, candidate: Candidate, language: Language) -> Mention | None:
    """Who is asked in "X asked Y whether …: “No.”", where no cue behind the marked words gives them to another."""
    tagged, tags = line.tagged, line.tagged.tags
    if not is_sentence(words) or words[-1] == "?" or tags[token - 1 : token] not in (".", ":"):
        return None
    if candidate.speaker.start > tagged.starts[token] or (candidate.cue or (0,))[0] > tagged.starts[token]:
        return None
    first = tagged.firsts[max(0, tagged.sentences[token] - (tags[token - 1] == "."))]
    for cue in line.parsed.cues[bisect_left(line.parsed.cues, (first,)) : bisect_left(line.parsed.cues, (token,))]:
        hearers = [one for one in line.parsed.mentions if one.first == cue.at + 1 and one.kind != "S"]
        if hearers and tagged.words[cue.at].lower() in language.asking and tags[hearers[-1].last] in "sl":
            alone = "," not in tags[cue.at : token] and "Q" not in tags[cue.at : token]
            return hearers[-1] if cue.subjects and alone else None
    return None


def is_topic(text: str, speaker: Speaker, language: Language) -> bool:
    """Whether the phrase only says what its sentence is about ("As for Roe, …")."""
    return text[max(0, speaker.start - _TOPIC) : speaker.start].lower().endswith(language.topics)


def reports_anew(line: Line, token: int, candidate: Candidate, language: Language) -> bool:
    """Whether a candidate behind a finished sentence at a token begins one of his own ("“It is old.” Ms Roe said that …")."""
    if candidate.cue is None or candidate.speaker.line != line.number:
        return False
    cue = bisect_left(line.tagged.starts, candidate.cue[0])
    behind = candidate.speaker.start > line.tagged.starts[token] and cue + 1 < len(line.tagged.words)
    return behind and line.tagged.words[cue + 1].lower() in language.that


def _spoken(line: Line, mention: Mention, cue: Cue) -> Candidate:
    return Candidate(line.speaker(mention), (line.tagged.starts[cue.at], line.tagged.ends[cue.at]), [])


def _heard(line: Line, at: int, token: int, language: Language) -> Cue | None:
    """The cue of "X told Y: …", where the candidate is Y, which begins at a token, or stands before X."""
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
            return cue if cue.subjects[0][1] in (*_SURE, "participle") else None
    return None


def _telling(line: Line, at: int, language: Language) -> Cue | None:
    """The cue at a token, where it is an active verb whose object is who hears."""
    if at < 0 or line.tagged.words[at].lower() not in language.hearing:
        return None
    cues = line.parsed.cues
    number = bisect_left(cues, (at,))
    if number == len(cues) or cues[number].at != at or not cues[number].subjects:
        return None
    return cues[number] if cues[number].subjects[0][1] not in ("passive", "by") else None


def _said_before(line: Line, at: int, token: int, cue: Cue, language: Language) -> bool:
    """Whether a cue before the marked words, where the candidate begins at a token, is that of "X said that Y …", "X wrote to Y, saying: …" or "Y fell after X said that …", and Y the candidate."""
    tags, word = line.tagged.tags, line.tagged.words[cue.at].lower()
    if cue.subjects[0][1] in ("passive", "by") or "Q" in tags[cue.at : token]:
        return False
    if word in language.weak or word in language.speech_nouns or _ASIDE.search(tags, cue.at, token - 1):
        return False
    if cue.at < at:
        return True
    if cue.tag == "G":
        return at > 0 and tags[at - 1] in "po" and tags[cue.at + 1 : token] in ("", ",", ":")
    return cue.subjects[0][1] == "next" and tags[line.parsed.mentions[cue.subjects[0][0]].first - 1] in "s;"


def _inside(line: Line, token: int, other: int, cue: Cue, language: Language) -> bool:
    """Whether a cue is that of a clause inside the candidate's, whose own is at an offset ("…, Roe said, hours after the board called it “…”")."""
    tags, first = line.tagged.tags, line.parsed.mentions[cue.subjects[0][0]].first
    outer = bisect_left(line.tagged.starts, other)
    if cue.subjects[0][1] != "next" or cue.tag != "V" or not outer < first - 1 or "," not in tags[outer:first]:
        return False
    opens = tags[first - 1] == "s" and line.tagged.words[first - 1].lower() not in language.that
    return opens and _OBJECT.fullmatch(tags, cue.at + 1, token) is not None


def _goes_before(line: Line, at: int, candidate: Candidate, cue: Cue) -> bool:
    """Whether the candidate, which begins at a token, speaks in a clause that comes before that of a cue ("When Roe complained, the clerk said: …")."""
    tagged, tags = line.tagged, line.tagged.tags
    first = tagged.firsts[tagged.sentences[cue.at]]
    subject = line.parsed.mentions[cue.subjects[0][0]].first
    inside = candidate.cue is not None and at < bisect_left(tagged.starts, candidate.cue[0]) < subject
    return (
        inside and tags[first] == "s" and tags[subject - 1] == "," and cue.subjects[0][1] == "next" and cue.tag == "V"
    )


def _beside(line: Line, token: int, candidate: Candidate, cue: Cue, language: Language) -> bool:
    """Whether a cue is a participle right before the marked words, of another than the candidate ("Roe spoke where dockers stood, chanting “…”").

    Whose it is a clause of its own must tell: behind other clauses ("Roe thanked Venn in a letter released today, saying") it may
    be anybody's.
    """
    tagged, mentions = line.tagged, line.parsed.mentions
    tags = tagged.tags
    if cue.tag != "G" or tags[cue.at + 1 : token] not in ("", ",", ":") or tags[cue.at - 1] in "xa":
        return False
    firsts = [mentions[number].first for number, _ in cue.subjects]
    before = [
        word.lower() for first in firsts for word in tagged.words[max(0, first - 2) : first]
    ]  # where about 50 dockers
    opened = not language.opening_clauses.isdisjoint(before)
    return opened and all(tagged.starts[first] != candidate.speaker.start for first in firsts)


def _introducing(line: Line, token: int, words: str, candidate: Candidate, language: Language) -> Candidate | None:
    """Who opens the sentence that ends in a colon before the marked words, where the candidate stands before it ("Another was blunter: “…”")."""
    tags, tagged = line.tagged.tags, line.tagged
    if tags[token - 1 : token] != ":" or not is_sentence(words):
        return None
    first = tagged.firsts[tagged.sentences[token - 1]]
    if candidate.speaker.start >= tagged.starts[first] or "Q" in tags[first:token]:
        return None
    number = bisect_left(line.parsed.mentions, (first,))
    if number == len(line.parsed.mentions) or line.parsed.mentions[number].first != first:
        return None
    mention = line.parsed.mentions[number]
    head = tagged.words[mention.last - 1].lower()
    person = mention.kind in "Nrh" and head not in language.speech_nouns | language.slogan_nouns
    if not person and tags[first : mention.last] != "D":
        return None
    return Candidate(line.speaker(mention), None, [])


def _calls(line: Line, token: int, cue: Cue, language: Language) -> bool:
    """Whether a cue with its subject right before it takes the marked words for its object ("over what one described as “…”")."""
    word = line.tagged.words[cue.at].lower()
    if cue.tag != "V" or cue.subjects[0][1] != "next" or word in language.weak or word in language.speech_nouns:
        return False
    beside = line.parsed.mentions[cue.subjects[0][0]].last == cue.at
    return beside and line.tagged.tags[cue.at + 1 : token] in ("", "s", "D", "sD", "h", "hD")


def _governs(line: Line, token: int, other: int, cue: Cue, language: Language) -> bool:
    """Whether a cue is that of "X warned Y not to “…”", where the candidate's, at an offset, is before it."""
    if line.tagged.starts[cue.at] <= other or line.tagged.words[cue.at].lower() not in language.hearing:
        return False
    surely = cue.tag == "V" and cue.subjects[0][1] in (*_SURE, "joined")
    return surely and _OBJECT.fullmatch(line.tagged.tags, cue.at + 1, token) is not None


def _last_cue(line: Line, token: int) -> Cue | None:
    """The last cue before a token, in its sentence, if its subject is known."""
    number = bisect_left(line.parsed.cues, (token,)) - 1
    if number < 0 or not line.parsed.cues[number].subjects:
        return None
    cue = line.parsed.cues[number]
    return cue if line.tagged.sentences[cue.at] == line.tagged.sentences[token] else None


def _relayed(line: Line, token: int, candidate: Candidate, language: Language) -> Cue | None:
    """The cue of "X claims that it “…”, the Courier reported": part of a sentence is X's, whoever reports all of it."""
    cues = line.parsed.cues
    if candidate.cue is None:
        return None
    outer = bisect_left(line.tagged.starts, candidate.cue[0])
    if outer < token or line.tagged.words[outer].lower() not in language.relaying:
        return None
    number = bisect_left(cues, (token,)) - 1
    if number < 0 or not cues[number].subjects or cues[number].subjects[0][1] not in (*_SURE, "apposed"):
        return None
    cue = cues[number]
    that = line.tagged.words[cue.at + 1].lower() in language.that
    return cue if cue.tag == "V" and that and token - cue.at <= NEAR + 2 else None


def relayer(line: Line, number: int, language: Language) -> Mention | None:
    """Who reports the whole of a sentence behind the cue of this number ("X said it “…”, the Courier reported")."""
    tags, at = line.tagged.tags, line.parsed.cues[number].at
    for cue in line.parsed.cues[number + 1 : number + 1 + _LATER]:
        if line.tagged.sentences[cue.at] != line.tagged.sentences[at]:
            return None
        if (
            line.tagged.words[cue.at].lower() in language.relaying
            and cue.subjects
            and tags[cue.at + 1 : cue.at + 2] in tuple(".tp,:Q")
        ):
            subject = line.parsed.mentions[cue.subjects[0][0]]
            behind = subject.first > at and tags[subject.first - 1] in ",Q"
            return subject if behind and cue.subjects[0][1] in ("next", "inverted") else None
    return None


def _nearest(line: Line, token: int, other: int) -> Cue | None:
    """The cue of a clause of its own right before the marked words, where the candidate's, at an offset, is before other marked words."""
    tags, cues = line.tagged.tags, line.parsed.cues
    after = bisect_left(line.tagged.starts, other)
    if "Q" not in tags[after:token]:
        return None
    cue = cues[bisect_left(cues, (token,)) - 1]
    if not cue.subjects or cue.subjects[0][1] not in ("next", "past") or cue.tag != "V":
        return None
    first = line.parsed.mentions[cue.subjects[0][0]].first
    own = "Q" in tags[after : max(0, first - 1)] and tags[max(0, first - 1) : first] in (",", ";", "c")
    return cue if own and NO_VERB.fullmatch(tags, cue.at + 1, token) else None


def _issued(line: Line, at: int, token: int, other: int, language: Language) -> Cue | None:
    """The cue of "X issued a statement, the Courier reported: “…”", where the candidate, which begins at a token, is who reports."""
    tags, words = line.tagged.tags, line.tagged.words
    outer = bisect_left(line.tagged.starts, other)
    if words[outer].lower() not in language.relaying or not _WHICH.fullmatch(tags, outer + 1, token):
        return None
    cue = _last_cue(line, at)
    if cue is None or tags[at - 1] != "," or cue.tag != "V" or cue.subjects[0][1] not in _SURE:
        return None
    return cue if any(word.lower() in language.speech_nouns for word in words[cue.at + 1 : at]) else None


def _asker(line: Line, at: int, candidate: Candidate, language: Language) -> tuple[Mention, Cue] | None:
    """The subject behind the verb, where the candidate at a token is a pronoun for who is asked (French "lui demande Ana Roe")."""
    if line.tagged.words[at].lower() not in language.objects:
        return None
    cue = next((one for one in line.parsed.cues if one.at == at + 1), None)
    if cue is None or candidate.cue is None or line.tagged.starts[cue.at] != candidate.cue[0]:
        return None
    behind = (mention for mention in line.parsed.mentions if mention.first == cue.at + 1 and mention.kind in "Nr")
    return next(((mention, cue) for mention in behind), None)


def _writer(line: Line, at: int, cue: int) -> tuple[Mention, Cue] | None:
    """Who speaks in "X signed a letter warning that …", where the candidate is the letter at a token and its cue stands at an offset."""
    if at == 0 or line.tagged.tags[at - 1] not in "vV":
        return None
    one = next((one for one in line.parsed.cues if line.tagged.starts[one.at] == cue), None)
    found = next((number for number, how in one.subjects if how == "participle"), None) if one is not None else None
    return (line.parsed.mentions[found], one) if one is not None and found is not None else None


def _source(line: Line, at: int, language: Language) -> tuple[Mention, Cue] | None:
    """The ministry in "it was said at the ministry", where the impersonal pronoun stands at a token ("hieß es aus …", "dit-on à …")."""
    if line.tagged.words[at].lower() not in language.impersonal:
        return None
    tags, mentions = line.tagged.tags, line.parsed.mentions
    cue = next(
        (one for one in line.parsed.cues if any(mentions[number].first == at for number, _ in one.subjects)), None
    )
    if cue is None:
        return None
    after = max(at, cue.at) + 1
    for mention in mentions:
        ends, governed = mention.last == cue.at, mention.first > 0 and tags[mention.first - 1] in "po"
        follows = mention.first > after and not tags[after : mention.first - 1].strip("ahp")
        if governed and (ends or follows):
            return mention, cue
    return None

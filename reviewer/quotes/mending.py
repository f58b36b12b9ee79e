"""Classes of words that their neighbours and their place in the sentence tell better than the words themselves."""

from __future__ import annotations

import re

from reviewer.quotes.lexicon import Language
from reviewer.quotes.words import Tagged

_NOUN = re.compile("(?<=[wrN])Va?(?=V)")
_SEVERAL = re.compile(r"(?<=[Q,.:;tcs])w?(w)a?x?(V)|(?<=A)w?(w)(?=[,.])")
_BARE = re.compile(r"(?<=Qp)w?(w)(?=[,.])|(?<=[gvVGp])w?(w)(?=G[,:]?Q)")
_OPENING_NOUN = re.compile(r"V(?=w(?:Dw)?a?V)")
_BEFORE_VERB = re.compile("(?<=s)V(?=x)|(?<=DQ)V(?=x)")
_REPORTS = re.compile("(?<=Q,)h?x*([wvx]?)([wvV])(?=[TN]|[Dd][aw]{0,2}[rTN])")
_BEHIND = re.compile("(?<=Q,)[wv]")
_ASKS = re.compile("(?<=Q,)(?:h?([wv])h|(x)h([wv]))")
_OWN_PART = re.compile("[po]dw")
_FOLLOWS = re.compile(r"Q(?:h|(?:D[aw]{0,2})?[TN]{1,4}|[Dd][aw]{0,2}r)a?v(?=[.,;atpQ]|$)")
_DESCRIBED = re.compile("(?<=[DdS])w{1,3}(?=V)")
_DATELINE = re.compile(r"N+(?:,[Nw]+)?(?:,t#)?(?:\([^()]{1,4}\))?(?:-|$)")
_PLACE_LINE = re.compile("N+(?:,[Nw]+)?:(?!Q|$)")
_HEAD = 80  # code points of an article that may tell who wrote it
_OBJECT = tuple("DdhTp")
_TIME = re.compile("Dwa?V")
_ASIDE = re.compile("p[^,.;:QVvGhN]{1,6},")


def by_neighbours(text: str, found: Tagged, language: Language) -> None:
    """Mends the classes of words that the words beside them tell, before the sentences are known."""
    if "VV" in found.tags or "VaV" in found.tags or "DQV" in found.tags or "sVx" in found.tags:
        _nouns(found, language)
    if language.singular:
        _described(found, language)
        _several(found, language)
    if language.asides and "dw" in found.tags:
        for match in _OWN_PART.finditer(found.tags):  # "Los vecinos, por su parte, …"
            if " ".join(found.words[match.start() : match.end()]).lower() in language.asides:
                found.tags = f"{found.tags[: match.start()]}aaa{found.tags[match.end() :]}"
    if language.inverts and "Q," in found.tags:
        _inverted(text, found, language)
    elif "Q" in found.tags:
        _followed(text, found)


def _nouns(found: Tagged, language: Language) -> None:
    """Gives the class of a noun to a word that is a verb as well, where the verb stands behind it ("the press release said")."""
    tags = list(found.tags)
    for match in _NOUN.finditer(found.tags):
        word, verb = found.words[match.start()].lower(), found.words[match.end()].lower()
        noun = word in language.speech_nouns or word in language.roles
        if noun or (word in language.weak and verb not in language.weak):
            tags[match.start()] = "r"
    for match in re.finditer("DQV", found.tags):
        article, word = found.words[match.start()].lower(), found.words[match.end() - 1].lower()
        if article in language.indefinite and (word in language.weak or word in language.speech_nouns):
            tags[match.end() - 1] = "w"  # a “last” offer
    for match in _BEFORE_VERB.finditer(found.tags):
        tags[match.start()] = "w"  # that demand was …; the “big one” storm will …
    found.tags = "".join(tags)


def _inverted(text: str, found: Tagged, language: Language) -> None:
    """Gives the class of a cue to whatever stands between marked words and who is named next ("«…», farfulló Ana Roe", "dejó caer Ana Roe"), has the ending of a verb ("«…», farfulló.") or a pronoun for its subject behind a hyphen."""
    for match in _BEHIND.finditer(found.tags) if language.past_suffixes else ():
        if found.words[match.start()].endswith(language.past_suffixes):
            found.tags = f"{found.tags[: match.start()]}V{found.tags[match.end() :]}"
    for match in _ASKS.finditer(found.tags):
        verb = 1 if match[1] else 3
        before = match.end(1 if match[1] else 2) - 1
        if text[found.ends[before]] == "-":  # "réagit-il", "a-t-elle réagi"
            at = match.start(verb)
            found.tags = f"{found.tags[:at]}V{found.tags[at + 1 :]}"
    for match in _REPORTS.finditer(found.tags):
        if found.words[match.end() - 1][0].islower():
            found.tags = f"{found.tags[: match.start(1)]}{'x' * len(match[1])}V{found.tags[match.end() :]}"


def _followed(text: str, found: Tagged) -> None:
    """Gives the class of a cue to the verb of whoever is named behind a sentence that ends in a comma: “It holds,” she sniffed."""
    for match in _FOLLOWS.finditer(found.tags):
        at = match.start()
        if text[found.ends[at] - 1] == "," and (at == 0 or found.tags[at - 1] in ".:Q"):
            found.tags = f"{found.tags[: match.end() - 1]}V{found.tags[match.end() :]}"


def _described(found: Tagged, language: Language) -> None:
    """Gives the class of a noun to a verb whose number does not fit the article before it ("a new rule", "few known quotes")."""
    tags, words, class_of = found.tags, found.words, language.tags.get
    for match in _DESCRIBED.finditer(tags):
        before, at = words[match.start() - 1].lower(), match.end()
        verb = words[at].lower()
        if verb not in language.weak and verb not in language.speech_nouns:
            continue
        owned = tags[match.start() - 1] in "dS" and words[at - 1][-1] != "s"
        if owned or before in language.singular:
            noun = class_of(verb + "s") == "V" and words[at - 1].lower() not in language.collective
        else:
            noun = before in language.plural and verb[-1] == "s" and class_of(verb[:-1]) == "V"
        if noun:
            tags = f"{tags[:at]}w{tags[at + 1 :]}"
    found.tags = tags


def _several(found: Tagged, language: Language) -> None:
    """Gives the class of a person to a plural without an article before a verb of saying or behind "according to" or "by" ("…, rescuers said")."""
    words, weak = found.words, language.weak | language.speech_nouns
    for match in _SEVERAL.finditer(found.tags):
        noun = match.start(1 if match[1] else 3)
        plural = words[noun].endswith("s") and words[noun].lower() not in language.temporal_nouns
        if plural and not (match[2] and words[match.start(2)].lower() in weak):
            found.tags = f"{found.tags[:noun]}r{found.tags[noun + 1 :]}"
    if "Qp" in found.tags or "wG" in found.tags:
        for match in _BARE.finditer(found.tags):  # called “…” by critics; holding signs saying “…”
            noun = match.start(match.lastindex or 0)
            if words[noun].endswith("s") and (match[2] or words[match.start() - 1].lower() in language.by):
                found.tags = f"{found.tags[:noun]}r{found.tags[noun + 1 :]}"
    if found.tags[:1] == "V" and _OPENING_NOUN.match(found.tags) and words[1].endswith("s"):
        found.tags = f"N{found.tags[1:]}"  # "Rail bosses said"


def by_place(text: str, found: Tagged, language: Language) -> None:
    """Mends the classes of words that have their capital from the place, not from a name: a place or day line, a participle before its object."""
    tags, words = found.tags, found.words
    if tags[:1] == "N" and words[0].isupper() and max(map(len, words[: 1 + (tags[1:2] == "N")])) > 3:
        line = _DATELINE.match(tags)
        if line is None and _opens(text, found.starts[0], words[0]):
            line = _PLACE_LINE.match(tags)
        if line is not None and line.end() < len(tags):
            found.tags = tags = tags[: line.end()].replace("N", "w") + tags[line.end() :]
    if "aV" in tags or "ax" in tags:
        _adverbs(found, language)
        tags = found.tags
    if not language.participle:
        return
    for first in found.firsts:
        following = tags[first + 1 : first + 2]
        if following == "," and tags[first] == "N" and language.tags.get(words[first].lower()) == "G":
            tags = f"{tags[:first]}g{tags[first + 1 :]}"  # "Reacting, Ana Roe said"
        if tags[first] != "N" or following not in _OBJECT:
            continue
        if _TIME.match(tags, first + 1) and words[first + 2].lower() in language.temporal_nouns:
            continue  # "Dockers last night said"
        if words[first].endswith(language.participle):
            if following != "p" or _ASIDE.match(tags, first + 1):
                tags = f"{tags[:first]}g{tags[first + 1 :]}"
        elif following in ("D", "d") and words[first][1:].islower() and words[first].lower() not in language.names:
            tags = f"{tags[:first]}v{tags[first + 1 :]}"  # "Spare a thought for …"
    found.tags = tags


def _opens(text: str, start: int, word: str) -> bool:
    """Whether the word at an offset opens an article, maybe below who wrote it, and heads no other line of it, as a speaker in a dialogue would."""
    head = text[: min(start, _HEAD + 1)].strip()
    byline = not head or (start <= _HEAD and head[-1].isalpha())
    return byline and f"\n{word}" not in text[start:]


def _adverbs(found: Tagged, language: Language) -> None:
    """Gives the class of a name to what looks like an adverb where only a subject can stand ("Connelly said")."""
    tags, words = found.tags, found.words
    for first in found.firsts:
        guessed = tags[first] == "a" and words[first].lower() not in language.tags
        if guessed and words[first][0].isupper() and tags[first + 1 : first + 2] in ("V", "x"):
            tags = f"{tags[:first]}N{tags[first + 1 :]}"
    found.tags = tags

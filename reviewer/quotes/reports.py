"""Who is told to have said what stands without marks, as far as its own sentence says so: "Ana Roe said that the line would close"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewer.quotes.lexicon import LANGUAGES, Language, language
from reviewer.quotes.marks import Marked
from reviewer.quotes.phrases import Mention
from reviewer.quotes.surroundings import holds_office
from reviewer.quotes.syntax import Cue, Parsed, parsed
from reviewer.quotes.tagging import tagged
from reviewer.quotes.words import Tagged
from reviewer.text import Span

# What may stand before who speaks: a phrase up to its comma, an adverb, and nouns for what they do.
_OPENING = re.compile("(?:[Vvg]?[^VslhQx]*,)?[ca]*w{0,2}")
_CLOSING = re.compile(",|[^VvxslhGQ]*$")  # what may stand behind who spoke: when, where, to whom
_CLAUSE = re.compile(":?[^slxvVG.,:;]+[xvV]")  # what is said, without "that"
_HEARER = re.compile("h|[Dd]?[wrTN]+")
_ASIDE = re.compile("a?,?(?:p[Dd]?[wrTN#t]+,?|t[wN]*,?)*")  # when and where, before "that"
_OFFICE = re.compile("[wr]+(?=[TN])")
_NAME = re.compile("[rw]([TN]+)$")
_TOLD_OF = re.compile(r", (?:\d\d|who),? ")
_EDGE = re.compile(r"\b")
_LAST_WORD = re.compile(r"\b[^\W\d_][\w.’'-]*\Z")
_NOUN = 30  # code points in which the title or noun for a person stands before the name
_BEFORE = ("next", "past", "apposed")


class Reporter(NamedTuple):
    """Who says what a sentence tells, as it calls them, and the cue."""

    mention: str
    cue: str


def reporter(text: str, start: int, end: int, quoted: Sequence[Span], code: str) -> Reporter | None:
    """Who says what the sentence at `[start, end)` tells without marks, by a name, an office or "he"; `quoted` are its words in
    marks, in order.

    None where it leaves a doubt: two people speak in it, or several ("they"), or somebody who answers what others said ("denied
    reports that …").  None in a language (a code) without a file here.
    """
    words = language(code) if code in LANGUAGES else None
    if words is None or not _has_cue(text[start:end], words):
        return None
    line = tagged(text, start, end, [Marked(q.start, q.end, q.start, q.end) for q in quoted], words)
    phrases = parsed(line, words)
    found = list(_sayings(line, phrases, words))
    if len(found) != 1 or _relays(line, phrases, *found[0], words):
        return None
    mention, cue = found[0]
    return Reporter(_called(text, line, _named(line, phrases, mention)), line.words[cue.at])


def _has_cue(sentence: str, words: Language) -> bool:
    phrases = {first for firsts in words.phrase_cues.values() for first in firsts}
    class_of = words.tags.get
    return any(class_of(word) in ("V", "A") or word in phrases for word in map(_bare, sentence.lower().split()))


def _bare(word: str) -> str:
    return word.strip(",.:;")


def _sayings(line: Tagged, phrases: Parsed, words: Language) -> Iterator[tuple[Mention, Cue]]:
    """The cues that the whole sentence hangs on, each with its subject: one that opens it, or stands behind all that is said."""
    for cue in phrases.cues:
        if cue.tag == "A":
            mention = _source(line, phrases, cue)
        else:
            mention = _behind(line, phrases, cue) or _ahead(line, phrases, cue, words)
        if mention is not None and (mention.kind in "Nr" or _third_person(line, mention, words)):
            yield mention, cue


def _third_person(line: Tagged, mention: Mention, words: Language) -> bool:
    """Whether a mention is "he" or "she"."""
    return mention.kind == "h" and words.pronouns.get(line.words[mention.first].lower()) in ("male", "female")


def _subject(phrases: Parsed, cue: Cue) -> Mention | None:
    return phrases.mentions[cue.subjects[0][0]] if cue.subjects and cue.subjects[0][1] in _BEFORE else None


def _behind(line: Tagged, phrases: Parsed, cue: Cue) -> Mention | None:
    """Who speaks in "…, Roe said on Monday" and "…, said Roe"."""
    mention = _subject(phrases, cue)
    if mention is None or mention.first == 0 or line.tags[mention.first - 1] != ",":
        first = cue.at
        while first and line.tags[first - 1] in "ax":
            first -= 1
        if not first or line.tags[first - 1] != ",":
            return None
        mention = next((one for one in phrases.mentions if one.first == cue.at + 1 and one.kind != "S"), None)
    last = cue.at + 1 if mention is None else max(mention.last, cue.at + 1)
    return mention if _CLOSING.match(line.tags, last) else None


def _ahead(line: Tagged, phrases: Parsed, cue: Cue, words: Language) -> Mention | None:
    """Who speaks in "Roe said that …"."""
    mention = _subject(phrases, cue)
    return mention if mention is not None and _opens(line, mention, cue, words) else None


def _named(line: Tagged, phrases: Parsed, mention: Mention) -> Mention:
    """From "the lawyer" in "the lawyer, Ana Roe, said" to the name."""
    if mention.kind == "r" and line.tags[mention.last : mention.last + 1] == ",":
        for other in phrases.mentions:
            if other.first == mention.last + 1 and other.kind == "N" and line.tags[other.last : other.last + 1] == ",":
                return other
    return mention


def _source(line: Tagged, phrases: Parsed, cue: Cue) -> Mention | None:
    """Whom "according to" names, behind what they are, too."""
    office = _OFFICE.match(line.tags, cue.at + 1)
    last = cue.at + 1 if office is None else office.end()
    near = (one for one in phrases.mentions if cue.at < one.first <= last and one.kind in "Nr")
    subject = phrases.mentions[cue.subjects[0][0]] if cue.subjects else None
    return next(near, subject)


def _opens(line: Tagged, mention: Mention, cue: Cue, words: Language) -> bool:
    """Whether the sentence begins with who speaks and the cue, and goes on with a clause that is said."""
    if not _OPENING.fullmatch(line.tags, 0, mention.first):
        return False
    verb, after = line.words[cue.at].lower(), cue.at + 1
    hearer = _HEARER.match(line.tags, after) if verb in words.hearing else None
    aside = _ASIDE.match(line.tags, after if hearer is None else hearer.end())
    behind = after if aside is None else aside.end()
    if any(word.lower() in words.that for word in (*line.words[after : after + 1], *line.words[behind : behind + 1])):
        return True
    if verb in words.weak or verb in words.asking:
        return False
    to = after
    while line.tags[to : to + 1] in ("a", "x"):
        to += 1
    infinitive = to < len(line.words) and line.words[to].lower() in words.infinitive
    return infinitive or _CLAUSE.match(line.tags, after) is not None


def _relays(line: Tagged, phrases: Parsed, mention: Mention, cue: Cue, words: Language) -> bool:
    """Whether the sentence goes on to tell what somebody else says ("Roe said Lind had promised that …")."""
    for other in phrases.cues:
        if other.at > cue.at and other.subjects and line.words[other.at].lower() not in words.weak:
            subject = phrases.mentions[other.subjects[0][0]]
            if subject.kind in "NSr" and subject.last != mention.last:
                return True
    return False


def _called(text: str, line: Tagged, mention: Mention) -> str:
    """The words of a mention, of an office with a name the name alone."""
    name = _NAME.search(line.tags, mention.first, mention.last)
    first = mention.first if name is None else name.start(1)
    return text[line.starts[first] : line.ends[mention.last - 1]]


def names_person(name: str, text: str, code: str) -> bool:
    """Whether `text` leaves no doubt that a name is a person's: by a title, a known given name, or what it says of them."""
    words = language(code) if code in LANGUAGES else None
    parts = name.split()
    if words is None or not parts:
        return False
    while len(parts) > 1 and parts[0].lower() in words.roles - words.titles.keys():
        parts = parts[1:]  # "Curator Ana Roe"
    first, last = parts[0].lower(), parts[-1].lower().removesuffix("’s").removesuffix("'s")
    if words.tags.get(first) == "D" or last in words.bodies or last in words.hearers or last in words.roles:
        return False
    if len(parts) > 1 and (first in words.titles or first in words.names):
        return True
    before = [_word_before(text, start) for start, _ in _places(f" {parts[-1]}", text)]
    if any(word.lower() in words.titles for word in before):
        return True
    if len(parts) == 1:
        return any(word[:1].isupper() and word.lower() in words.names for word in before)
    return any(
        text[max(0, start - _NOUN) : start].rstrip().rpartition(" ")[2].lower() in words.roles
        or _TOLD_OF.match(text, end) is not None
        or holds_office(text, words, name, start)
        for start, end in _places(name, text)
        if _EDGE.match(text, start)
    )


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `name` stands, from its start to its end, which is that of a word: `find` is many times as fast as a pattern."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if _EDGE.match(text, end):
            yield start, end
        start = text.find(name, end)


def _word_before(text: str, end: int) -> str:
    """The word that ends at `end`, "" where none does."""
    found = _LAST_WORD.search(text, max(0, end - _NOUN), end)
    return found.group() if found else ""

"""Words of a paragraph with the letter of their class, so that its grammar can be read with regular expressions.

Letters: N name word, T title before a name, r noun for a person or office, w other noun or adjective, D determiner, d possessive
pronoun, # number, h personal pronoun, l relative pronoun, V finite cue, G participle of a cue, A phrase that attributes
("according to"), x auxiliary, v other verb, g other participle, a adverb, p preposition, o "of", s subordinator ("that"),
c conjunction, t day or month, S possessive ending, Q marked words; `, . : ; - ( )` themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from unicodedata import normalize

from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked
from reviewer.quotes.mending import by_neighbours, by_place
from reviewer.quotes.words import Tagged

_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"  # accents may be written apart from their letters
_WORD = rf"\d+(?:[.,]\d+)+(?!\w)|{_LETTERS}(?:[.&-]{{0}}{_LETTERS}|['’](?!s\b){_LETTERS})*\.?"
_REST = r"(?<=[sS])['’](?=\s)|[@#]\w+|[,;:()\[\]!?…—–-]|\.+"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\.?")
_LABEL = re.compile(r"[^\W\d_]-[^\W\d_](?:[^\W\d_]|\.)*")  # "D-Conn." behind the name of a member of parliament
_LINK = re.compile(r"(?://|\.[a-z]{2,8}/)[\w/.?=&%#~+-]*")
_AGED = re.compile(r"-[^\W\d_a-z]")  # "48-Jähriger"
_SIGNS = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "—": "-", "–": "-", "-": "-",
    "!": ".", "?": ".", "…": ".", ".": ".",
}  # fmt: skip


@cache
def _pattern(elisions: tuple[str, ...], clitics: tuple[str, ...]) -> re.Pattern[str]:
    """Words and signs; in French an elided word ("l'") stands alone, and so does a pronoun after its verb ("dit-il", "a-t-il")."""
    parts = [r"['’]s\b"]
    behind = ""
    if elisions:
        parts.append(rf"\b(?i:{'|'.join(elisions)})['’](?!\s)")
    if clitics:
        behind = rf"(?!(?:t-)?(?:{'|'.join(clitics)})\b)"
        parts.append(rf"-(?:t-)?(?=(?:{'|'.join(clitics)})\b)")
    return re.compile("|".join([*parts, _WORD.replace("{0}", behind), _REST]))


_BOUNDARY = ".:;Q-("
# What the class of a word may hang on in the one before it; all other classes are as good as "w".
_KINDS = {**dict.fromkeys("NTrwlVGAxvgastc)", "w"), **dict.fromkeys(".:;-", "."), **{tag: tag for tag in ",(QhdDSpo#"}}


def _guess(word: str, language: Language) -> str:
    known = language.known.get(word)
    if known is not None:
        return known
    if language.adverb_suffixes and word.endswith(language.adverb_suffixes) and len(word) > 4:
        tag = "a"
    elif word.endswith(language.agent_suffixes):
        tag = "r"
    elif language.verb_suffixes and word.endswith(language.verb_suffixes) and len(word) > 4:
        tag = "g" if language.participle and word.endswith(language.participle) else "v"
    else:
        head, hyphen, _ = word.partition("-")
        tag = "N" if hyphen and head in language.particles else "w"
    return language.known.keep(word, tag)


def _class(word: str, lower: str, before: str, language: Language) -> str:
    """The class of a word by itself; `before` is the class of the one before it ("." at the start)."""
    first = word[0]
    if first.isdigit():
        return (
            "r"
            if language.nouns_capitalised and _AGED.search(word) and lower.endswith(language.agent_suffixes)
            else "#"
        )
    known = language.tags.get(lower)
    if first.isupper() or first in "@#":
        if lower in language.titles and known != "h":
            return "T"
        if known is None:
            if before in ",(" and (lower in language.abbreviations or _LABEL.fullmatch(word)):
                return "w"
            if before in _BOUNDARY and lower not in language.names:
                guessed = _guess(lower, language)
                return guessed if guessed in "ar" else "N"
            return "w" if language.nouns_capitalised and lower.endswith(language.noun_suffixes) else "N"
        if before == "Q" and known in "xVGv":
            return "N"
        if before in _BOUNDARY or known in "hDdtspol":
            return known
        if language.nouns_capitalised and known == "r":
            return known
        return "N" if known in "xVGarwcv" else known
    if known is None:
        return _guess(lower, language)
    if known in "VGv" and before in "DdS#o":
        return (
            known
            if before == "#" and known == "V" and lower not in language.weak and lower not in language.speech_nouns
            else "w"
        )
    return known


def _abbreviates(word: str, lower: str, language: Language) -> bool:
    return (
        lower in language.titles
        or lower in language.abbreviations
        or lower in language.tags
        or _INITIALS.fullmatch(word) is not None
    )


class _Tagger:
    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.found = Tagged()
        self.tags: list[str] = []
        self.pattern = _pattern(language.elisions, language.clitics)

    def add(self, start: int, end: int, word: str, tag: str) -> None:
        found = self.found
        found.starts.append(start)
        found.ends.append(end)
        found.words.append(word)
        self.tags.append(tag)

    def words_and_links(self, start: int, end: int) -> None:
        """As `words`; a link is one word, whatever it is made of."""
        for link in _LINK.finditer(self.text, start, end):
            first = link.start()
            while first > start and not self.text[first - 1].isspace():
                first -= 1
            self.words(start, first)
            self.add(first, link.end(), self.text[first : link.end()], "w")
            start = link.end()
        self.words(start, end)

    def words(self, start: int, end: int) -> None:
        """The words of `[start, end)`; nearly all were met before, so that they are added here rather than by `add`."""
        found, tags, text, known = self.found, self.tags, self.text, self.language.read.get
        starts, ends, words = found.starts, found.ends, found.words
        plain = text[start:end].isascii()
        before = _KINDS[tags[-1]] if tags else "."
        for match in self.pattern.finditer(text, start, end):
            word = match[0]
            if not plain and not word.isascii():
                word = normalize("NFC", word)
            at, after = match.span()
            read = known((word, before))
            if read is None:
                self._first_met(word, at, after, before)
                before = _KINDS[tags[-1]] if tags else "."
                continue
            tag, stop = read
            starts.append(at)
            tags.append(tag)
            before = _KINDS[tag]
            if not stop:
                ends.append(after)
                words.append(word)
            else:
                ends.append(after - 1)
                words.append(word[:-1])
                self.add(after - 1, after, ".", ".")
                before = "."

    def _first_met(self, word: str, at: int, after: int, before: str) -> None:
        """Adds a word not met after this kind of class before; it is remembered unless more than that kind decides."""
        language, tags, words = self.language, self.tags, self.found.words
        first = word[0]
        if first in "'’":
            self.add(at, after, word, language.read.keep((word, before), ("x" if before == "h" else "S", False))[0])
            return
        if first == "-" and word[-1] == "-" and language.clitics:
            return
        if first in _SIGNS:
            self.add(at, after, word, language.read.keep((word, before), (_SIGNS[first], False))[0])
            return
        whole, lower = word, word.lower()
        stop = word[-1] == "." and not _abbreviates(word, lower, language)
        if stop:
            word, lower, after = word[:-1], lower[:-1], after - 1
        tag = _class(word, lower, before, language)
        if tag == "w" and before == "D" and language.tags.get(lower) == "V":
            if words[-1].lower() in language.standalone:
                tag = "V"
            elif language.past_suffixes and lower.endswith(language.past_suffixes):
                tags[-1], tag = "a", "V"  # "la acusó"
        elif tag == "#" and before == "p":
            if words[-1].lower() in language.approximators:
                tags[-1] = "a"
        elif before == "h" and tag in "wrN#v":
            if words[-1].lower() in language.possessive_words:
                tags[-1] = "d"
        elif lower not in language.phrase_cues:
            language.read.keep((whole, before), (tag, stop))
        elif self._closes_phrase(language.phrase_cues[lower], after):
            return
        self.add(at, after, word, tag)
        if stop:
            self.add(after, after + 1, ".", ".")

    def _closes_phrase(self, openings: tuple[str, ...], after: int) -> bool:
        """Joins the last word of "according to" to its first one."""
        words = self.found.words
        if not words or words[-1].lower() not in openings:
            return False
        words[-1] = self.text[self.found.starts[-1] : after]
        self.found.ends[-1] = after
        self.tags[-1] = "A"
        return True


def tagged(text: str, start: int, end: int, marked: Sequence[Marked], language: Language) -> Tagged:
    """The words of the paragraph `[start, end)`; each of `marked` (in order, apart) stands as one Q."""
    tagger = _Tagger(text, language)
    read = tagger.words if text.find("/", start, end) < 0 else tagger.words_and_links
    at = start
    for span in marked:
        read(at, span.left)
        tagger.add(span.start, span.end, "", "Q")
        at = span.right
    read(at, end)
    found = tagger.found
    found.tags = "".join(tagger.tags)
    by_neighbours(text, found, language)
    _sentences(text, found)
    by_place(text, found, language)
    return found


_STOP = re.compile("[.Q]")
_ATTRIBUTION = re.compile(r"[Dd]?[TNrwS#]*[TNrh]a?V|h?x?a?V")


def _sentences(text: str, found: Tagged) -> None:
    """Marked words that end in a stop end their sentence, unless what follows goes on in lower case or attributes them."""
    tags, words, last = found.tags, found.words, len(found.tags) - 1
    firsts = [0] if tags else []
    for match in _STOP.finditer(tags, 0, max(0, last)):
        index = match.start()
        following = words[index + 1]
        if tags[index + 1] in ",.;:-)" or (following and following[0].islower()):
            continue
        if tags[index] == "Q":
            final = text[found.ends[index] - 1]
            if final not in ".。" and (final not in "!?…" or _ATTRIBUTION.match(tags, index + 1)):
                continue
        firsts.append(index + 1)
    for number, (first, after) in enumerate(pairwise((*firsts, last + 1))):
        found.sentences += [number] * (after - first)
    found.firsts = firsts

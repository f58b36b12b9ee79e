"""Words of a paragraph with the letter of their class, so that its grammar can be read with regular expressions.

Letters: N name word, T title before a name, r noun for a person or office, w other noun or adjective, D determiner, d possessive
pronoun, # number, h personal pronoun, l relative pronoun, V finite cue, G participle of a cue, A phrase that attributes
("according to"), x auxiliary, v other verb, g other participle, a adverb, p preposition, o "of", s subordinator ("that"),
c conjunction, t day or month, S possessive ending, Q marked words; `, . : ; - ( )` themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from unicodedata import normalize

from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked

_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"  # accents may be written apart from their letters
_WORD = rf"\d+(?:[.,]\d+)+(?!\w)|{_LETTERS}(?:[.&-]{{0}}{_LETTERS}|['’](?!s\b){_LETTERS})*\.?"
_REST = r"(?<=[sS])['’](?=\s)|[@#]\w+|[,;:()\[\]!?…—–-]|\.+"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\.?")
_LABEL = re.compile(r"[^\W\d_]-[^\W\d_](?:[^\W\d_]|\.)*")  # "D-Conn." behind the name of a member of parliament
_LINK = re.compile(r"(?://|\.[a-z]{2,8}/)[\w/.?=&%#~+-]*")
_NOUN = re.compile("(?<=[wrN])Va?(?=V)")
_SEVERAL = re.compile(r"(?<=[Q,.:;tcs])w?(w)a?x?(V)|(?<=A)w?(w)(?=[,.])")
_OPENING_NOUN = re.compile(r"V(?=w(?:Dw)?a?V)")
_BEFORE_VERB = re.compile("(?<=s)V(?=x)|(?<=DQ)V(?=x)")
_REPORTS = re.compile("(?<=Q,)h?x*([wvx]?)([wv])(?=[TN]|[Dd][aw]{0,2}[rTN])")
_BEHIND = re.compile("(?<=Q,)[wv]")
_ASKS = re.compile("(?<=Q,)(?:h?([wv])h|(x)h([wv]))")
_FOLLOWS = re.compile(r"Q(?:h|(?:D[aw]{0,2})?[TN]{1,4}|[Dd][aw]{0,2}r)a?v(?=[.,;atpQ]|$)")
_DESCRIBED = re.compile("(?<=D)w{1,3}(?=V)")
_DATELINE = re.compile(r"N+(?:,[Nw]+)?(?:,t#)?(?:\([^()]{1,4}\))?(?:-|$)")
_PLACE_LINE = re.compile("N+(?:,[Nw]+)?:(?!Q|$)")
_AGED = re.compile(r"-[^\W\d_a-z]")  # "48-Jähriger"
_HEAD = 5  # code points within which an article's first word stands
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


@dataclass(slots=True)
class Tagged:
    """A paragraph's words: offsets in the article, the words, a string of their classes, and the sentence each belongs to.

    The Qs are the paragraph's marked spans, in order; `firsts` are the first tokens of the sentences.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tags: str = ""
    sentences: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)


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
    if "VV" in found.tags or "VaV" in found.tags or "DQV" in found.tags or "sVx" in found.tags:
        _nouns(found, language)
    if language.singular:
        _described(found, language)
        _several(found, language)
    if language.inverts and "Q," in found.tags:
        _inverted(text, found, language)
    elif marked:
        _followed(text, found)
    _sentences(text, found)
    _openings(text, found, language)
    return found


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
        if before in language.singular:
            noun = class_of(verb + "s") == "V" and words[at - 1].lower() not in language.collective
        else:
            noun = before in language.plural and verb[-1] == "s" and class_of(verb[:-1]) == "V"
        if noun:
            tags = f"{tags[:at]}w{tags[at + 1 :]}"
    found.tags = tags


def _several(found: Tagged, language: Language) -> None:
    """Gives the class of a person to a plural without an article before a verb of saying or behind "according to" ("…, rescuers said")."""
    words, weak = found.words, language.weak | language.speech_nouns
    for match in _SEVERAL.finditer(found.tags):
        noun = match.start(1 if match[1] else 3)
        plural = words[noun].endswith("s") and words[noun].lower() not in language.temporal_nouns
        if plural and not (match[2] and words[match.start(2)].lower() in weak):
            found.tags = f"{found.tags[:noun]}r{found.tags[noun + 1 :]}"
    if found.tags[:1] == "V" and _OPENING_NOUN.match(found.tags) and words[1].endswith("s"):
        found.tags = f"N{found.tags[1:]}"  # "Rail bosses said"


def _openings(text: str, found: Tagged, language: Language) -> None:
    """Mends the classes of words that have their capital from the place, not from a name: a place or day line, a participle before its object."""
    tags, words = found.tags, found.words
    if tags[:1] == "N" and words[0].isupper() and max(map(len, words[: 1 + (tags[1:2] == "N")])) > 3:
        line = _DATELINE.match(tags)
        if line is None and found.starts[0] < _HEAD and f"\n{words[0]}" not in text:
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


def _adverbs(found: Tagged, language: Language) -> None:
    """Gives the class of a name to what looks like an adverb where only a subject can stand ("Connelly said")."""
    tags, words = found.tags, found.words
    for first in found.firsts:
        guessed = tags[first] == "a" and words[first].lower() not in language.tags
        if guessed and words[first][0].isupper() and tags[first + 1 : first + 2] in ("V", "x"):
            tags = f"{tags[:first]}N{tags[first + 1 :]}"
    found.tags = tags


_OBJECT = tuple("DdhTp")
_TIME = re.compile("Dwa?V")
_ASIDE = re.compile("p[^,.;:QVvGhN]{1,6},")
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

"""Who may be speaking in a paragraph: its cues, and which noun phrase is the subject of which cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.quotes.lexicon import Language
from reviewer.quotes.phrases import Mention, mentions_of
from reviewer.quotes.words import Tagged

_APPOSED = re.compile("[Dd]|[wr]+o")
_CLAUSE = re.compile("[VGvgxl]")
_OFFICE = re.compile("[Dd]?[wrN]{0,3}?[rNT](?=[op,])")
_OFFICE_WITHIN = 12
_TITLED = re.compile("NT(?=.)|N[wr]+N")
_RELATIVE = re.compile("l[ax]*[vV][^,vVxlhQ]*")
_SERIES_LIMIT = 60
_AGENT_WITHIN = 6  # tokens from a passive cue to the "by" of who did it


class Cue(NamedTuple):
    """A word that may attribute: token number, class letter, and its possible subjects as (mention number, how found)."""

    at: int
    tag: str
    subjects: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The mentions and cues of a paragraph, each in order."""

    mentions: list[Mention]
    cues: list[Cue]


def parsed(tagged: Tagged, language: Language) -> Parsed:
    """Mentions and cues; each cue looks left and right of itself for its subject, within its sentence."""
    mentions = mentions_of(tagged, language)
    return Parsed(mentions, _Subjects(tagged, mentions, language).cues())


class _Subjects:
    def __init__(self, tagged: Tagged, mentions: list[Mention], language: Language) -> None:
        self.roles, self.times = language.roles, language.temporal_nouns
        self.by, self.to, self.passive = language.by, language.infinitive, language.passive
        self.verb_second, self.inverts = language.verb_second, language.inverts
        self.tags, self.words = tagged.tags, tagged.words
        self.sentences = tagged.sentences
        self.mentions = mentions
        self.starting: dict[int, int] = {}
        self.ending: dict[int, int] = {}
        for number, mention in enumerate(mentions):
            if mention.kind != "S" or mention.first not in self.starting:
                self.starting.setdefault(mention.first, number)
            if mention.kind != "S":
                self.starting[mention.first] = number
                last = mention.last
                self.ending[last - 1] = number
                # nouns of unknown sort behind a name ("the Mudport star") end its phrase
                while self.tags[last : last + 1] == "w":
                    self.ending.setdefault(last, number)
                    last += 1
        self.firsts = tagged.firsts
        self.main: dict[int, int] = {}

    def cues(self) -> list[Cue]:
        found: list[Cue] = []
        last: dict[int, int] = {}
        for at, tag in enumerate(self.tags):
            if tag == "A":
                number = self._of_phrase(at)
                found.append(Cue(at, tag, () if number is None else ((number, "phrase"),)))
            elif tag in "VG":
                sentence = self.sentences[at]
                subjects: dict[int, str] = {}
                passive = tag == "V" and self._passive(at)
                for number, how in self._subjects(at, last.get(sentence)):
                    subjects.setdefault(number, how if how == "by" or not passive else "passive")
                if subjects and tag == "V" and "passive" not in subjects.values():
                    explained = (number for number, how in subjects.items() if how == "apposed")
                    last[sentence] = next(explained, next(iter(subjects)))
                found.append(Cue(at, tag, tuple(subjects.items())))
        return found

    def _of_phrase(self, at: int) -> int | None:
        """Who is named by "according to …": after it, with a preposition of its own or without, else before it (German "zufolge")."""
        number = self.starting.get(at + 1)
        if number is None and self.tags[at + 1 : at + 2] == "o":
            number = self.starting.get(at + 2)
        if number is None and (before := self.ending.get(at - 1)) is not None:
            number = self._past_prepositions(before)
        return number

    def _subjects(self, at: int, last: int | None) -> Iterator[tuple[int, str]]:
        right = self._right(at)
        if right is not None:
            yield right
            inverts = self.verb_second or (self.inverts and self.tags[at - 1 : at] == ",")
            behind = right[1] == "inverted" and inverts and self.mentions[right[0]].kind != "h"
            if behind or (right[1] == "by" and self._passive(at)):
                return
        tags, sentence = self.tags, self.sentences[at]
        j = at - 1
        while j >= 0 and (tags[j] in "axt" or tags[j : j + 2] == "pt") and self.sentences[j] == sentence:
            j -= 1
        if tags[j - 1 : j + 1] == "Dw" and j > 1 and self.words[j].lower() in self.times:
            j -= 2  # "Dockers last night said"
        participle = tags[at] == "G" and "x" not in tags[j + 1 : at]
        if not participle or (j >= 0 and tags[j] in "NrTwh"):
            left = self._from(j, at, sentence, last)
            if left is not None:
                yield left
        if participle:
            clause = self._clause(at, sentence, last, "participle")
            if clause is not None:
                yield clause

    def _right(self, at: int) -> tuple[int, str] | None:
        following = at + 1
        tags = self.tags
        if following < len(tags) and tags[following] in "at":
            following += 1  # «…», dijo ayer Ana Roe
        for _ in range(3):
            if following in self.starting or following >= len(tags) or tags[following] not in "wvga":
                break
            following += 1
        number = self.starting.get(following)
        if number is None and self.inverts and tags[following : following + 1] == "p":
            hearer = self.starting.get(following + 1)  # «…», dijo a este diario Ana Roe
            number = None if hearer is None else self.starting.get(self.mentions[hearer].last)
        before = at - 1
        while before >= 0 and tags[before] in "ax":
            before -= 1
        previous = tags[before] if before >= 0 else "."
        if number is not None and (
            previous in "Q.;-"
            or (previous == "," and before > 0 and self._inserted(before, number))
            or (self.verb_second and before >= 0 and self._fronted(before))
        ):
            return number, "inverted"
        reach = _AGENT_WITHIN if self._passive(at) else 1
        for following in range(at + 1, min(at + 1 + reach, len(tags))):
            if tags[following] == "p" and self.words[following].lower() in self.by:
                number = self.starting.get(following + 1)
                return (number, "by") if number is not None else None
            if tags[following] not in "psoDdwQatrNT":
                break
        return None

    def _passive(self, at: int) -> bool:
        """Whether the cue is done to its subject ("was dismissed")."""
        before = at - 1
        while before >= 0 and self.tags[before] == "a":
            before -= 1
        return before >= 0 and self.words[before].lower() in self.passive

    def _fronted(self, before: int) -> bool:
        """Whether a clause or a phrase with a preposition stands first, so that the subject follows the verb (German)."""
        first = self.firsts[self.sentences[before]]
        if self.tags[before] == ",":
            clause = _CLAUSE.search(self.tags, first, before) is not None or "Q" in self.tags[first:before]
            return clause or (self.tags[first] == "p" and "," in self.tags[first:before])
        return self.tags[first] == "p" and not _CLAUSE.search(self.tags, first, before + 1)

    def _inserted(self, comma: int, subject: int) -> bool:
        """Whether the cue after `comma` follows marked words, or stands with its subject between commas."""
        after = self.mentions[subject].last
        return self.tags[comma - 1] in "Q)" or self.tags[after : after + 1] in (",", "Q", ":")

    def _from(self, j: int, at: int, sentence: int, last: int | None) -> tuple[int, str] | None:
        tags = self.tags
        if j < 0 or self.sentences[j] != sentence:
            return None
        tag = tags[j]
        if tag == ")":
            j = tags.rfind("(", max(0, j - _SERIES_LIMIT), j) - 1
            if j < 0 or self.sentences[j] != sentence:
                return None
            tag = tags[j]
        if tag == "-":
            opening = tags.rfind("-", max(0, j - _SERIES_LIMIT), j)
            number = self.ending.get(opening - 1)
            if number is not None and self.sentences[opening] == sentence:
                return self._past_prepositions(number), "apposed"
        if tag == ",":
            return self._apposed(j, at, sentence, last)
        if tag == "l":
            j -= 1
            if j >= 0 and tags[j] == ",":
                j -= 1
            number = self.ending.get(j)
            if number is None:
                return None
            head = self._past_prepositions(number)
            thing = self.mentions[number].kind == "N" and self.mentions[head].kind == "o"
            number = number if thing else head  # "a row with Ana Roe, who said"
            return self._named_before(number, j + 1) if tags[j + 1] == "," else number, "relative"
        if tag == "p" and self.words[j].lower() in self.to:
            return self._infinitive(j, at, sentence, last)
        if tag == "c":
            return self._clause(at, sentence, last, "joined")
        number = self.ending.get(j)
        if number is None:
            return self._clause(at, sentence, last, "clause")
        head = self._past_prepositions(number)
        first = self.mentions[head].first
        if self.verb_second and first > 0 and tags[first - 1] in "po":
            subject = self._clause(at, sentence, last, "clause")
            return (head, "past") if subject is None and at + 1 not in self.starting else subject
        if first > 0 and tags[first - 1] in "pv" and "l" in tags[self.firsts[sentence] : first]:
            main = self._main(sentence, at)  # "a driver who turned on to the motorway told"
            if main is not None and tags[self.mentions[main].last] == "l":
                return main, "relative"
        if tags.find(",", max(0, first - _OFFICE_WITHIN), first) > 0:
            named = self._left_of_office(first, at)
            if named is not None:
                return named, "apposed"
        return head, "next" if head == number else "past"

    def _infinitive(self, to: int, at: int, sentence: int, last: int | None) -> tuple[int, str] | None:
        """Who is made to say something ("prompting Ana Roe to snap"), or likes to ("what Ana Roe likes to call “…”")."""
        j = to - 1
        if self.tags[j] in "vV":
            j -= 1
        number = self.ending.get(j)
        if (
            number is None
            or self.sentences[j] != sentence
            or (j == to - 1 and self.tags[self.mentions[number].first - 1] not in "gG")
        ):
            return self._clause(at, sentence, last, "infinitive")
        return number, "infinitive"

    def _left_of_office(self, first: int, at: int) -> int | None:
        """Who is named before an office that no comma closes: "Ana Roe, head of the yard said", "Ana Roe, controller, Mudport Radio said".

        `first` is the token at which the phrase before the cue begins.
        """
        tags = self.tags
        comma = tags.rfind(",", max(0, first - _OFFICE_WITHIN), first)
        if comma < 1 or tags[at + 1 : at + 2] == ",":
            return None
        if comma == first - 1 and not self._office(first, at):
            comma = tags.rfind(",", max(0, comma - _OFFICE_WITHIN), comma)
        if comma < 1 or not self._office(comma + 1, at):
            return None
        number = self.ending.get(comma - 1)
        if number is None or self.mentions[number].kind != "N" or self.sentences[comma] != self.sentences[at]:
            return None
        named = self.mentions[number].first
        return number if named == 0 or tags[named - 1] in ".:;Q" else None

    def _office(self, first: int, last: int) -> bool:
        """Whether the words from `first` up to a comma, or all up to `last`, tell an office ("the head of the yard", "Controller")."""
        office = _OFFICE.match(self.tags, first, last)
        return office is not None and self.words[office.end() - 1].lower() in self.roles

    def _past_prepositions(self, number: int) -> int:
        """From "the campaign" in "a spokesman for the campaign" to "a spokesman"."""
        for _ in range(4):
            before = self.mentions[number].first - 1
            while before > 1 and self.tags[before] == "w" and before not in self.ending:
                before -= 1
            if before < 1 or self.tags[before] not in "po":
                break
            head = self.ending.get(before - 1)
            if head is None and before > 1 and self.tags[before - 1] in "vga":
                head = self.ending.get(before - 2)
            first, last, _ = self.mentions[number]
            titled = _TITLED.search(self.tags, first, last)  # "District of Marle Mayor Ana Roe"
            if head is None or (titled and self.tags[before] == "o" and self._proper(self.mentions[head])):
                break
            if self.sentences[self.mentions[head].first] != self.sentences[before]:
                break
            number = head
        return number

    def _proper(self, mention: Mention) -> bool:
        """Whether a phrase is a name, or a noun with a capital that one body may have ("Bureau")."""
        word = self.words[mention.last - 1]
        return mention.kind == "N" or (word[0].isupper() and word[-1] != "s")

    def _named_before(self, number: int, comma: int) -> int:
        """From "a nurse" in "Ana Roe, a nurse …, who said" to the name; `comma` is the one before "who"."""
        tags = self.tags
        opening = tags.rfind(",", max(0, comma - _SERIES_LIMIT), comma)
        named = self.ending.get(opening - 1)
        if named is None or self.mentions[named].kind != "N" or self.sentences[opening] != self.sentences[comma]:
            return number
        apposed = _APPOSED.match(tags, opening + 1) and not _CLAUSE.search(tags, opening + 1, comma)
        return named if apposed else number

    def _apposed(self, comma: int, at: int, sentence: int, last: int | None) -> tuple[int, str] | None:
        """The name before the appositions, relative clauses and asides that end at `comma`, just before the cue."""
        tags = self.tags
        best: int | None = None
        limit = max(0, comma - _SERIES_LIMIT)
        j = comma
        while True:
            j = tags.rfind(",", limit, j)
            if j < 1 or self.sentences[j] != sentence:
                break
            if tags[j - 1] == ")":
                j = max(0, tags.rfind("(", limit, j - 1))  # what brackets hold is said of who stands before them
            number = self.ending.get(j - 1)
            if number is None:
                continue
            head = self._past_prepositions(number)
            first = self.mentions[head].first
            while first > 0 and tags[first - 1] == "w" and self.mentions[head].kind == "N":
                first -= 1  # "proud Ana Roe, head of the yard, said"
            previous = tags[first - 1] if first > 0 else "."
            if previous in ".,scQ:;-(" or self.sentences[max(0, first - 1)] != sentence:
                best = head
            elif previous not in "po":
                break
        if best is None:
            j = comma - 1
            if j >= 0 and tags[j] == ")":
                j = tags.rfind("(", limit, j) - 1
            direct = self.ending.get(j)
            if direct is not None and self.sentences[j] == sentence:
                direct = self._past_prepositions(direct)
                first = self.mentions[direct].first
                if first == 0 or tags[first - 1] not in "po":
                    best = direct
        if best is not None:
            return best, "apposed"
        return self._clause(at, sentence, last, "clause")

    def _clause(self, at: int, sentence: int, last: int | None, how: str) -> tuple[int, str] | None:
        if how in ("participle", "joined"):
            relative = self._of_relative(at, sentence)
            if relative is not None:
                return relative, how
        if last is not None:
            return last, how
        number = self._main(sentence, at)
        return (number, how) if number is not None else None

    def _of_relative(self, at: int, sentence: int) -> int | None:
        """Who is meant by the "who" whose clause a participle at a token goes on with ("a friend who wrote to the board, saying")."""
        tags = self.tags
        end = at - (tags[at - 1] == ",")
        relative = tags.rfind("l", max(0, end - _SERIES_LIMIT), end)
        if relative < 1 or self.sentences[relative] != sentence:
            return None
        before = relative - (2 if tags[relative - 1] in ",-" else 1)
        number = self.ending.get(before) if _RELATIVE.fullmatch(tags, relative, end) else None
        return None if number is None else self._named_before(number, relative)

    def _main(self, sentence: int, at: int) -> int | None:
        """The first phrase of the sentence that no preposition or verb governs; an opening phrase up to its comma is passed over."""
        if sentence in self.main:
            return self.main[sentence]
        tags = self.tags
        first = start = self.firsts[sentence]
        if tags[first] in "psgG":
            comma = tags.find(",", first, at)
            start = comma + 1 if comma >= 0 else first
        for index in range(start, min(at, start + _SERIES_LIMIT)):
            number = self.starting.get(index)
            if number is not None and (index == first or tags[index - 1] not in "poVvgGS"):
                self.main[sentence] = number
                return number
        return None

"""Who may be speaking in a paragraph: its cues, and which noun phrase is the subject of which cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.quotes.heads import CLAUSE, OFFICE_WITHIN, SERIES_LIMIT, Heads
from reviewer.quotes.lexicon import Language
from reviewer.quotes.phrases import Mention, mentions_of
from reviewer.quotes.words import Tagged

_RELATIVE = re.compile("l[ax]*[vV][^,vVxlhQ]*")
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


class _Subjects(Heads):
    def __init__(self, tagged: Tagged, mentions: list[Mention], language: Language) -> None:
        super().__init__(tagged, mentions, language)
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
            number = self.past_prepositions(before)
        return number

    def _subjects(self, at: int, last: int | None) -> Iterator[tuple[int, str]]:
        right = self._right(at)
        if right is not None:
            yield right
            inverts = self.verb_second or (self.inverts and self.tags[at - 1 : at] == ",")
            behind = right[1] == "inverted" and inverts and self.mentions[right[0]].kind != "h"
            if behind or (right[1] == "by" and (self._passive(at) or self.tags[at - 1] == ",")):
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
            opens = at == self.firsts[sentence] or tags[at - 1] == ":"
            clause = self._behind(at) if opens else self._clause(at, sentence, last, "participle")
            if clause is not None:
                yield clause

    def _behind(self, at: int) -> tuple[int, str] | None:
        """Who does what a participle that opens a sentence tells ("Alleging “…” in the allotment, dockers sat down")."""
        comma = self.tags.find(",", at)
        number = self.starting.get(comma + 1)
        same = number is not None and self.sentences[comma + 1] == self.sentences[at]
        return (number, "participle") if number is not None and same else None

    def _right(self, at: int) -> tuple[int, str] | None:
        following = at + 1
        tags = self.tags
        while following < len(tags) and tags[following] in "at":
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
        dubbed = previous == "," and "Q" in tags[at + 1 : at + 3]  # ", dubbed “…” by dockers"
        reach = _AGENT_WITHIN if dubbed or self._passive(at) else 1
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
            clause = CLAUSE.search(self.tags, first, before) is not None or "Q" in self.tags[first:before]
            return clause or (self.tags[first] == "p" and "," in self.tags[first:before])
        return self.tags[first] == "p" and not CLAUSE.search(self.tags, first, before + 1)

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
            j = tags.rfind("(", max(0, j - SERIES_LIMIT), j) - 1
            if j < 0 or self.sentences[j] != sentence:
                return None
            tag = tags[j]
        if tag == "-":
            opening = tags.rfind("-", max(0, j - SERIES_LIMIT), j)
            number = self.ending.get(opening - 1)
            if number is not None and self.sentences[opening] == sentence:
                return self.past_prepositions(number), "apposed"
        if tag == ",":
            return self._apposed(j, at, sentence, last)
        if tag == "l":
            j -= 1
            if j >= 0 and tags[j] == ",":
                j -= 1
            number = self.ending.get(j)
            if number is None:
                return None
            head = self.past_prepositions(number)
            thing = self.mentions[number].kind == "N" and self.mentions[head].kind == "o"
            number = number if thing else head  # "a row with Ana Roe, who said"
            return self.named_before(number, j + 1) if tags[j + 1] == "," else number, "relative"
        if tag == "p" and self.words[j].lower() in self.to:
            return self._infinitive(j, at, sentence, last)
        if tag == "c":
            return self._clause(at, sentence, last, "joined")
        number = self.ending.get(j)
        if number is None:
            return self._clause(at, sentence, last, "clause")
        written = tags[at] == "G" and self.words[j].lower() in self.signs
        head = number if written else self.past_prepositions(number)
        first = self.mentions[head].first
        if self.verb_second and first > 0 and tags[first - 1] in "po":
            subject = self._clause(at, sentence, last, "clause")
            return (head, "past") if subject is None and at + 1 not in self.starting else subject
        if first > 0 and tags[first - 1] in "pv" and "l" in tags[self.firsts[sentence] : first]:
            main = self._main(sentence, at)  # "a driver who turned on to the motorway told"
            if main is not None and tags[self.mentions[main].last] == "l":
                return main, "relative"
        if tags.find(",", max(0, first - OFFICE_WITHIN), first) > 0:
            named = self.left_of_office(first, at)
            if named is not None:
                return named, "apposed"
        return head, "next" if head == number else "past"

    def _infinitive(self, to: int, at: int, sentence: int, last: int | None) -> tuple[int, str] | None:
        """Who is made to say something ("prompting Ana Roe to snap"), or likes to ("what Ana Roe likes to call “…”")."""
        j = to - 1
        if self.tags[j] in "vV":
            j -= 1
        beside = j == to - 1
        if self.tags[j] == ")":
            j = self.tags.rfind("(", 0, j) - 1  # "prompting Ana Roe (Ind) to snap"
        number = self.ending.get(j)
        if number is not None and beside:
            number = self.past_prepositions(number)  # "leading members like Ana Roe to snap"
            number = number if self.tags[self.mentions[number].first - 1] in "gG" else None
        if number is None or self.sentences[j] != sentence:
            return self._clause(at, sentence, last, "infinitive")
        return number, "infinitive"

    def _apposed(self, comma: int, at: int, sentence: int, last: int | None) -> tuple[int, str] | None:
        """The name before the appositions, relative clauses and asides that end at `comma`, just before the cue."""
        tags = self.tags
        best: int | None = None
        limit = max(0, comma - SERIES_LIMIT)
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
            head = self.past_prepositions(number)
            first = self.mentions[head].first
            while first > 0 and tags[first - 1] == "w" and self.mentions[head].kind == "N":
                first -= 1  # "proud Ana Roe, head of the yard, said"
            previous = tags[first - 1] if first > 0 else "."
            if previous in ".,scQ:;-(" or self.sentences[max(0, first - 1)] != sentence:
                best = head
                if tags[first - 2 : first] == ",c":
                    break  # "Ana Roe, the mayor, left, but an aide, who stayed, said"
            elif previous not in "po":
                break
        if best is None:
            j = comma - 1
            if j >= 0 and tags[j] == ")":
                j = tags.rfind("(", limit, j) - 1
            direct = self.ending.get(j)
            if direct is not None and self.sentences[j] == sentence:
                direct = self.past_prepositions(direct)
                first = self.mentions[direct].first
                if first == 0 or tags[first - 1] not in "po":
                    best = direct
        if best is not None:
            return best, "apposed"
        return self._clause(at, sentence, last, "clause")

    def _clause(self, at: int, sentence: int, last: int | None, how: str) -> tuple[int, str] | None:
        if how in ("participle", "joined", "infinitive"):
            inner = self._beside(at, sentence)
            inner = self._of_relative(at, sentence) if inner is None else inner
            if inner is not None:
                return inner, how
        if last is not None and not self._over(last, at, sentence):
            return last, how
        number = self._main(sentence, at)
        return (number, how) if number is not None else None

    def _over(self, last: int, at: int, sentence: int) -> bool:
        """Whether the subject of the last cue is that of a clause which opens the sentence and ends in a comma ("As Roe spoke, the board met, saying")."""
        first = self.firsts[sentence]
        opens = self.tags[first + (self.tags[first] == "a")] in "sp"
        comma = self.tags.find(",", first, at - 1) if opens else -1
        main = self.starting.get(comma + 1)
        return (
            comma >= 0 and self.mentions[last].first < comma and main is not None and self.mentions[main].last < at - 1
        )

    def _beside(self, at: int, sentence: int) -> int | None:
        """Who does something in the last clause before a verb without a subject: "with Roe taking the floor to call it …", "where dockers stood, chanting …"."""
        if self.opening.isdisjoint(self.words[self.firsts[sentence] : at]):
            return None
        tags, index, first = self.tags, at - 1, self.firsts[sentence]
        while index > first and not (tags[index] in "sp" and self.words[index].lower() in self.opening):
            if tags[index] in "Q;:(":
                return None
            index -= 1
        number = self.starting.get(index + 1 + (tags[index + 1] == "a")) if index > first else None
        if number is None:
            return None
        between = tags[self.mentions[number].last : at]
        if tags[index] == "p":
            does = "," not in between and between.lstrip("pa")[:1] in ("g", "G", "")
        else:
            does = between[:1] in tuple("xvVw") and between.find(",") == len(between) - 1
        return number if does else None

    def _of_relative(self, at: int, sentence: int) -> int | None:
        """Who is meant by the "who" whose clause a participle at a token goes on with ("a friend who wrote to the board, saying")."""
        tags = self.tags
        end = at - (tags[at - 1] == ",")
        relative = tags.rfind("l", max(0, end - SERIES_LIMIT), end)
        if relative < 1 or self.sentences[relative] != sentence:
            return None
        before = relative - (2 if tags[relative - 1] in ",-" else 1)
        number = self.ending.get(before) if _RELATIVE.fullmatch(tags, relative, end) else None
        return None if number is None else self.named_before(number, relative)

    def _main(self, sentence: int, at: int) -> int | None:
        """The first phrase of the sentence that no preposition or verb governs; an opening phrase up to its comma is passed over."""
        if sentence in self.main:
            return self.main[sentence]
        tags = self.tags
        first = start = self.firsts[sentence]
        if tags[first] in "psgG":
            comma = tags.find(",", first, at)
            start = comma + 1 if comma >= 0 else first
        for index in range(start, min(at, start + SERIES_LIMIT)):
            number = self.starting.get(index)
            if number is not None and (index == first or tags[index - 1] not in "poVvgGS"):
                self.main[sentence] = number
                return number
        return None

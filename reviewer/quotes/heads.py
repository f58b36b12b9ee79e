"""The head of a noun phrase: whom it names before its prepositions, its office and its relative clause."""

from __future__ import annotations

import re

from reviewer.quotes.lexicon import Language
from reviewer.quotes.phrases import Mention
from reviewer.quotes.words import Tagged

_APPOSED = re.compile("[Dd]|[wr]+o")
CLAUSE = re.compile("[VGvgxl]")
_OFFICE = re.compile("[Dd]?[wrN]{0,3}?[rNT](?=[op,])")
OFFICE_WITHIN = 12
_TITLED = re.compile("NT(?=.)|N[wr]+N")
SERIES_LIMIT = 60


class Heads:
    """The phrases of a paragraph by the tokens at which they begin and end."""

    def __init__(self, tagged: Tagged, mentions: list[Mention], language: Language) -> None:
        self.roles, self.times, self.opening = language.roles, language.temporal_nouns, language.opening_clauses
        self.by, self.to, self.passive = language.by, language.infinitive, language.passive
        self.signs = language.slogan_nouns
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

    def left_of_office(self, first: int, at: int) -> int | None:
        """Who is named before an office that no comma closes: "Ana Roe, head of the yard said", "Ana Roe, controller, Mudport Radio said".

        `first` is the token at which the phrase before the cue begins.
        """
        tags = self.tags
        comma = tags.rfind(",", max(0, first - OFFICE_WITHIN), first)
        if comma < 1 or tags[at + 1 : at + 2] == ",":
            return None
        if comma == first - 1 and not self._office(first, at):
            comma = tags.rfind(",", max(0, comma - OFFICE_WITHIN), comma)
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

    def past_prepositions(self, number: int) -> int:
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
            if head is None or self.mentions[head].kind == "h":
                break  # "handed him a card which read"
            if titled and self.tags[before] == "o" and self._proper(self.mentions[head]):
                break
            if self.sentences[self.mentions[head].first] != self.sentences[before]:
                break
            number = head
        return number

    def _proper(self, mention: Mention) -> bool:
        """Whether a phrase is a name, or a noun with a capital that one body may have ("Bureau")."""
        word = self.words[mention.last - 1]
        return mention.kind == "N" or (word[0].isupper() and word[-1] != "s")

    def named_before(self, number: int, comma: int) -> int:
        """From "a nurse" in "Ana Roe, a nurse …, who said" to the name; `comma` is the one before "who"."""
        tags = self.tags
        opening = tags.rfind(",", max(0, comma - SERIES_LIMIT), comma)
        named = self.ending.get(opening - 1)
        if named is None or self.mentions[named].kind != "N" or self.sentences[opening] != self.sentences[comma]:
            return number
        apposed = _APPOSED.match(tags, opening + 1) and not CLAUSE.search(tags, opening + 1, comma)
        return named if apposed else number

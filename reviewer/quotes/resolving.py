"""The name behind a mention: of a name or surname, an office, a pronoun, an age, somebody's letter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from reviewer.quotes.candidates import Line, Speaker
from reviewer.quotes.lexicon import Language
from reviewer.quotes.people import People
from reviewer.quotes.phrases import Mention

_MINISTRY = re.compile("oD?(N{3,})(?![po,])")  # "the minister of Ports Ana Roe", as Spanish and French print it
_OFFICE_OF_PLACE = re.compile("D?[wrN]{0,2}ToD?w?N")
_NEAR = 12  # phrases before a pronoun among which somebody's husband is told of
_WRITING = 12  # words before who wrote it in which a writing is told of
_OF_NAMES = re.compile("oD?[NT]+")
_AGE = re.compile(r"\b(\d{1,3})-(?:year-old|Jährige[rn]?)")
_OF_AN_OFFICE = re.compile(r"w*(?:[posD][^,.;:()QVv]{1,8})?(?:\([^()QVv]{1,8}\))?,")


class Names:
    """Answers for the mentions of one article; `lines` are those that were read, by number, `joint` the names of several who spoke together."""

    def __init__(self, text: str, language: Language, people: People, lines: Mapping[int, Line]) -> None:
        self.text = text
        self.language = language
        self.people = people
        self.lines = lines
        self.joint: set[str] = set()
        self.bodies: dict[str, str] = {}  # "the association" → the full name, where the article gives it once

    def of(self, speaker: Speaker, previous: str | None, previous_at: int = 0, at: int | None = None) -> str | None:
        """The name behind a mention; what a pronoun takes up stands before `at`, where that is not the mention itself."""
        mention = self.text[speaker.start : speaker.end]
        word = mention.lower()
        sort = self.language.pronouns.get(word) or self.language.possessive_pronouns.get(word)
        if sort is not None:
            several = previous in self.joint and sort == "plural"
            place = speaker.start if at is None else at
            return previous if several else self._taken_up(word, sort, speaker, place, previous, previous_at)
        owner = mention.split()[0].lower()
        if speaker.head in self.language.addresses and owner in self.language.possessive_pronouns:
            sort = self.language.possessive_pronouns[owner]  # "Her Honour"
            return self._taken_up(word, sort, speaker, speaker.start, previous, previous_at) or mention
        if speaker.kind in "NS" or (
            " " not in mention and mention[0].isupper() and self.people.knows(speaker.start, speaker.end)
        ):
            if mention.count(" ") > 1 and self._office_of_place(speaker):
                return self._named_beside(speaker) or self.people.office(mention) or mention
            name = self.people.name_of(speaker.start, speaker.end)
            plain = self.language.nouns_capitalised and self._determined(speaker)
            office = name == mention and (plain or speaker.head in self.language.titles)
            if office:
                return self._named_beside(speaker) or self.people.office(mention) or name
            if (
                name == mention
                and speaker.head in self.language.demonyms
                and word.split()[0] not in self.language.indefinite
            ):
                return self.people.only_named(speaker.start) or name
            return self._whole_body(speaker, name) if name == mention else name
        if speaker.head in self.language.speech_nouns:
            return (
                self._author(speaker) or self._owner(speaker) or self._writer(mention, previous, previous_at) or mention
            )
        named = self._named_beside(speaker) or self._explained(speaker) if speaker.kind in "ro" else None
        named = named or self._named_later(speaker) or self.people.office(mention) or self._aged(speaker, mention)
        named = named or self._protagonist(speaker)
        return named or self.bodies.get(word, mention)

    def _taken_up(
        self, word: str, sort: str, speaker: Speaker, at: int, previous: str | None, previous_at: int
    ) -> str | None:
        """Whom a pronoun at a place means; that may be somebody whom the article does not name ("A doctor came. “…,” he said")."""
        if sort == "any" and self.language.drops_subject:
            return previous  # "Sobre su futuro fue claro: …"
        if sort not in ("male", "female", "thing"):
            return None
        line = self.text.rfind("\n", 0, at)
        subject = self._subject_before(speaker, at)
        if subject is not None and _AGE.search(self.text, subject.start, subject.end):
            return self.of(subject, None)
        owned = self._owned(subject, sort) if subject is not None else None
        if owned is not None:
            return owned
        nameless = previous is not None and self.people.unnamed(previous, previous_at, at)
        if nameless and previous_at > line:
            spoke = Speaker(previous_at, previous_at, "r", "", speaker.line)
            nameless = not self._object(spoke, sort)  # "A clerk told her to go. She laughs."
            if nameless:
                return previous
        if sort == "thing":
            body = None if subject is None or subject.kind == "h" else self.of(subject, None)
            return None if body is None or self.people.is_person(body) else body
        alone = subject is not None and self._somebody(subject) and not self.people.names_somebody(subject.end, at)
        mention = self.text[subject.start : subject.end] if subject is not None and alone else None
        if (
            mention is not None
            and mention.split()[0].lower() in self.language.singular
            and not self._object(subject, sort)
        ):
            return mention
        if mention is not None and not self.people.names_somebody(0, at):
            return self.people.office(mention) or mention
        of_object = speaker.kind == "h" and word in self.language.objects
        named = self.people.pronoun(sort, at, previous, previous_at, of_object=of_object, mainly=not nameless)
        named = named or (mention and (self.people.office(mention) or mention)) or (previous if nameless else None)
        return named or self._relative(speaker, sort)

    def _relative(self, speaker: Speaker, sort: str) -> str | None:
        """Who of this gender was last told of as somebody's husband or sister, in this line or the one before."""
        for line in (self.lines.get(speaker.line), self.lines.get(speaker.line - 1)):
            if line is None:
                continue
            after = bisect_left(line.tagged.starts, speaker.start)
            last = bisect_left(line.parsed.mentions, (after,))
            for one in reversed(line.parsed.mentions[max(0, last - _NEAR) : last]):
                told = line.speaker(one)
                owned = line.tagged.tags[one.first] == "d" and one.kind != "S"
                if owned and self.language.gendered.get(told.head) == sort:
                    return self.text[told.start : told.end]
        return None

    def _object(self, subject: Speaker | None, sort: str) -> bool:
        """Whether the sentence that a phrase opens has a pronoun of a sort for its object, who is another ("A judge fined him.")."""
        if subject is None:
            return False
        tagged = self.lines[subject.line].tagged
        sentence = tagged.sentences[bisect_left(tagged.starts, subject.start)]
        first, after = (bisect_left(tagged.sentences, number) for number in (sentence, sentence + 1))
        words = [
            word.lower()
            for word, tag in zip(tagged.words[first:after], tagged.tags[first:after], strict=True)
            if tag == "h"
        ]
        return any(word in self.language.objects and self.language.pronouns.get(word) == sort for word in words)

    def _owned(self, subject: Speaker, sort: str) -> str | None:
        """Who opens a sentence as somebody of the writer's, or as somebody's by name ("My neighbour", "Roe's daughter, Amber,")."""
        tagged = self.lines[subject.line].tagged
        gender = self.language.gendered.get(subject.head, sort)
        if gender != sort or not (subject.head in self.language.relations or self._somebody(subject)):
            return None
        first, last = bisect_left(tagged.starts, subject.start), bisect_left(tagged.starts, subject.end)
        owner = tagged.words[first].lower()
        mine = self.language.possessive_pronouns.get(owner) == "first" and owner not in self.language.addressed
        if not mine and "S" not in tagged.tags[first:last]:
            return None
        name = self._named_beside(subject)
        if name is not None:
            return self.people.called(name, sort)
        return self.text[subject.start : subject.end] if mine else None

    def _somebody(self, subject: Speaker) -> bool:
        """Whether a phrase tells a person by what he or she is, not a body, an outlet or something written."""
        language, head = self.language, subject.head
        thing = head in language.bodies or head in language.hearers or head in language.speech_nouns
        return (subject.kind == "r" or head in language.titles) and not thing

    def _subject_before(self, speaker: Speaker, at: int) -> Speaker | None:
        """The phrase that opens the sentence before that of a pronoun in its paragraph."""
        line = self.lines.get(speaker.line)
        if line is None or speaker.start > at:
            return None
        tagged = line.tagged
        sentence = tagged.sentences[bisect_left(tagged.starts, speaker.start)]
        if sentence == 0:
            return None
        first = tagged.starts[tagged.firsts[sentence - 1]]
        number = mention_at(line, first)
        if number is None:
            return None
        return line.speaker(line.parsed.mentions[number])

    def _aged(self, speaker: Speaker, mention: str) -> str | None:
        """Who is of the age that "the 34-year-old" tells, or the only one named in the paragraph before, if the article gives nobody's."""
        age = _AGE.search(mention)
        if age is None or mention.split()[0].lower() in self.language.indefinite:
            return None
        return self.people.aged(age[1]) or self.people.only_named(speaker.start)

    def _named_later(self, speaker: Speaker) -> str | None:
        """Whom a profile names only behind its first words: "“…,” says the woman across the table."."""
        gender = self.language.gendered.get(speaker.head)
        if gender is None or not self._definite(speaker) or self.people.names_somebody(0, speaker.start):
            return None
        return self.people.pronoun(gender, speaker.start, None, mainly=False)

    def _definite(self, speaker: Speaker) -> bool:
        """Whether a mention has a determiner that says it is known ("the", not "a")."""
        first = self.text[speaker.start : speaker.end].split()[0].lower()
        return self._determined(speaker) and first not in self.language.indefinite

    def _protagonist(self, speaker: Speaker) -> str | None:
        """The only person named before, of whom no office is told, taken up by what he or she does ("the Mudport striker")."""
        if speaker.head not in self.language.protagonists or not self._definite(speaker):
            return None
        name = self.people.only_named(speaker.start)
        return name if name is not None and self.people.without_office(name) else None

    def _determined(self, speaker: Speaker) -> bool:
        line = self.lines.get(speaker.line)
        return line is not None and line.tagged.tags[bisect_left(line.tagged.starts, speaker.start)] in "Dd"

    def _whole_body(self, speaker: Speaker, name: str) -> str:
        """The name of a body with what it is of ("the Royal Association of Dockers"), also where it is named by its beginning later."""
        line = self.lines.get(speaker.line)
        number = None if line is None else mention_at(line, speaker.start)
        if line is None or number is None:
            return name
        tags, last = line.tagged.tags, line.parsed.mentions[number].last
        of = _OF_NAMES.match(tags, last) if tags[line.parsed.mentions[number].first] == "D" else None
        if of is None or line.tagged.words[last - 1].lower() in self.language.titles:
            return self.bodies.get(name.lower(), name)
        return self.bodies.setdefault(name.lower(), self.text[speaker.start : line.tagged.ends[of.end() - 1]])

    def _office_of_place(self, speaker: Speaker) -> bool:
        """Whether a mention tells an office and its place ("The Archbishop of Harwick")."""
        line = self.lines.get(speaker.line)
        number = None if line is None else mention_at(line, speaker.start)
        if line is None or number is None:
            return False
        mention = line.parsed.mentions[number]
        return _OFFICE_OF_PLACE.fullmatch(line.tagged.tags, mention.first, mention.last) is not None

    def _explained(self, speaker: Speaker) -> str | None:
        """The name that an office behind its comma explains ("Ana Roe, an engineer at the yard", "Ana Roe, former captain,")."""
        line = self.lines.get(speaker.line)
        number = None if line is None else mention_at(line, speaker.start)
        if line is None or not number or speaker.kind != "r":
            return None
        tagged, mention = line.tagged, line.parsed.mentions[number]
        before = line.parsed.mentions[number - 1]
        beside = before.kind == "N" and before.last == mention.first - 1 and tagged.tags[before.last] == ","
        plain = tagged.tags[mention.first] != "D" or tagged.words[mention.first].lower() in self.language.indefinite
        if not beside or not plain or tagged.tags[mention.last : mention.last + 1] not in (",", "p", "o"):
            return None
        return self.people.name_of(tagged.starts[before.first], tagged.ends[before.last - 1])

    def _named_beside(self, speaker: Speaker) -> str | None:
        """The name behind an office or another noun for a person ("a spokesman for the board, Peter Marsh, said")."""
        line = self.lines.get(speaker.line)
        number = None if line is None else mention_at(line, speaker.start)
        if line is None or number is None:
            return None
        tagged = line.tagged
        ministry = _MINISTRY.match(tagged.tags, line.parsed.mentions[number].last)
        if ministry is not None:
            low, high = tagged.starts[ministry.start(1)], tagged.ends[ministry.end() - 1]
            name = self.people.name_of(low, high)
            if self.text[low:high].endswith(f" {name}"):
                return name
        comma = _OF_AN_OFFICE.match(tagged.tags, line.parsed.mentions[number].last)
        if comma is None or comma.end() == len(tagged.tags):
            return None
        other = mention_at(line, tagged.starts[comma.end()])
        if other is None or line.parsed.mentions[other].kind != "N":
            return None
        beside = line.parsed.mentions[other]
        if tagged.tags[beside.last : beside.last + 1] not in (",", "V", "."):
            return None
        if self._of_another(line, line.parsed.mentions[number], comma.end() - 2):
            return None
        if self._of_a_body(line, comma.end()) and tagged.words[beside.first].lower() not in self.language.names:
            return None
        place = "N" in comma.group() and beside.last - beside.first == 1 and not self.language.nouns_capitalised
        if place and not self.people.knows(tagged.starts[beside.first], tagged.ends[beside.last - 1]):
            return None
        return self.people.name_of(tagged.starts[beside.first], tagged.ends[beside.last - 1])

    def _of_another(self, line: Line, mention: Mention, token: int) -> bool:
        """Whether a mention belongs to somebody whose office, ending at a token, is what the name explains ("a friend of the mayor, Ana Roe, said")."""
        noun = line.tagged.words[token].lower()
        governed = any(tag in "po" for tag in line.tagged.tags[mention.last : token])
        some = line.tagged.words[mention.first].lower() in self.language.indefinite
        return some and governed and noun in self.language.titles

    def _of_a_body(self, line: Line, token: int) -> bool:
        """Whether a name at a token is that of a body which someone speaks for ("a spokesman for the network, Roe Radio, said")."""
        words = line.tagged.words
        noun = words[token - 2].lower()
        of_it = noun in self.language.bodies or noun in self.language.hearers or noun in self.language.operating
        return of_it and any(tag in "po" for tag in line.tagged.tags[max(0, token - 5) : token - 2])

    def _author(self, speaker: Speaker) -> str | None:
        """The person behind "a letter from Jane Roe"."""
        line = self.lines.get(speaker.line)
        number = None if line is None else mention_at(line, speaker.start)
        if line is None or number is None or number + 1 == len(line.parsed.mentions):
            return None
        tagged, last, other = line.tagged, line.parsed.mentions[number].last, line.parsed.mentions[number + 1]
        if other.first != last + 1 or other.kind != "N" or tagged.words[last].lower() not in self.language.by:
            return None
        return self.people.name_of(tagged.starts[other.first], tagged.ends[other.last - 1])

    def _writer(self, mention: str, previous: str | None, previous_at: int) -> str | None:
        """Who spoke last, if the line that names him or her tells of the writing first ("In his letter, Roe wrote … The letter says …")."""
        article, _, noun = mention.lower().rpartition(" ")
        if previous is None or self.language.tags.get(article) != "D" or article in self.language.indefinite:
            return None
        words = self.text[self.text.rfind("\n", 0, previous_at) + 1 : previous_at].lower().rstrip(", ").split()
        own = self.language.indefinite | self.language.possessive_words
        for at in range(max(0, len(words) - _WRITING), len(words)):
            if words[at].strip(",") == noun:
                return previous if own.intersection(words[max(0, at - 3) : at]) else None
        return None

    def _owner(self, speaker: Speaker) -> str | None:
        """The person behind "Jane Roe's letter"."""
        line = self.lines.get(speaker.line)
        number = None if line is None else mention_at(line, speaker.start)
        if line is None or number is None or number == 0:
            return None
        owner, tagged = line.parsed.mentions[number - 1], line.tagged
        if owner.kind != "S" or tagged.starts[owner.first] != speaker.start or tagged.tags[owner.last - 1] not in "NTr":
            return None
        low, high = speaker.start, tagged.ends[owner.last - 1]
        kind = "r" if tagged.tags[owner.last - 1] == "r" else "N"
        return self.of(Speaker(low, high, kind, tagged.words[owner.last - 1].lower(), line.number), None)


def mention_at(line: Line, start: int) -> int | None:
    """The number of the longest mention that begins at an offset."""
    mentions = line.parsed.mentions
    token = bisect_left(line.tagged.starts, start)
    number = bisect_left(mentions, (token,))
    found = None
    while number < len(mentions) and mentions[number].first == token:
        found = number
        number += 1
    return found

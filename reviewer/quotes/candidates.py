"""Who might have spoken a quoted piece: every phrase near it, with features of its place that `ranking` weighs.

Features name structure only (word classes, distances, order), never words of an article beyond pronouns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from reviewer.quotes.features import Part, names
from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked
from reviewer.quotes.phrases import Mention
from reviewer.quotes.syntax import Cue, Parsed
from reviewer.quotes.words import Tagged

_BEFORE, _AFTER, _MENTIONS = 80, 60, 24
_CLOSE = 4  # tokens apart up to which every class of word between counts
_BUCKETS = "0123444555566666667777777777777788888888888888888888"
_FAR = len(_BUCKETS)
_NEAR_BEFORE, _NEAR_AFTER = ("b0", "b1", "b2"), ("a0", "a1", "a2")  # side, and sentences apart


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article, or its last sentence: `number` counts the article's lines that are not empty."""

    number: int
    tagged: Tagged
    parsed: Parsed

    def speaker(self, mention: Mention) -> Speaker:
        """A mention of the line as who speaks."""
        words, last = self.tagged, mention.last - 1
        return Speaker(
            words.starts[mention.first], words.ends[last], mention.kind, words.words[last].lower(), self.number
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line that holds marked words; the lines around it where they may say who speaks: one before it that
    announces marked words at its beginning, and one after it that signs them ("— Jane Roe")."""

    line: Line
    start: int
    end: int
    marked: list[Marked]
    lead: Line | None = None
    signature: Line | None = None


class Speaker(NamedTuple):
    """A mention chosen as speaker: its offsets, kind, its head word in lower case, and the number of its line."""

    start: int
    end: int
    kind: str
    head: str
    line: int


class Candidate(NamedTuple):
    """A speaker, the cue it would speak by (offsets, or None), and what describes the place of the two beside the piece."""

    speaker: Speaker
    cue: tuple[int, int] | None
    parts: list[Part]

    @property
    def features(self) -> list[str]:
        """Names of the features, for learning."""
        return names(self.parts)


def _bucket(distance: int) -> str:
    return _BUCKETS[distance] if distance < _FAR else "9"


def shape_of(text: str, marked: Marked) -> str:
    """C for a clause of its own that goes on (ends in a comma), S for a sentence, P for a part, s and p where no capital opens it."""
    first, last = text[marked.start], text[marked.end - 1]
    capital = not first.islower()
    if capital and last in ",-—–":
        return "C"
    if capital and last in ".!?…":
        return "S"
    return "P" if capital else "s" if last in ".!?…" else "p"


def _cues_by_mention(parsed: Parsed) -> dict[int, list[tuple[Cue, str]]]:
    found: dict[int, list[tuple[Cue, str]]] = {}
    for cue in parsed.cues:
        for number, how in cue.subjects:
            found.setdefault(number, []).append((cue, how))
    return found


def _counts(tags: str, which: Iterable[int]) -> list[int]:
    """How many of `which` lie before each token."""
    found = [0] * (len(tags) + 1)
    for index in which:
        found[index + 1] = 1
    return list(accumulate(found))


def _bracketed(tags: str) -> list[bool]:
    """Whether each token stands between brackets."""
    if "(" not in tags:
        return [False] * len(tags)
    found: list[bool] = []
    depth = 0
    for tag in tags:
        depth -= tag == ")" and depth > 0
        found.append(depth > 0)
        depth += tag == "("
    return found


class Candidates:
    """The candidates of each marked span of one paragraph; `known` counts how often a head word is surely a speaker."""

    def __init__(self, text: str, paragraph: Paragraph, language: Language, known: Mapping[str, int]) -> None:
        self.text = text
        self.paragraph = paragraph
        self.language = language
        self.known = known
        self.tagged = paragraph.line.tagged
        self.mentions = paragraph.line.parsed.mentions
        self.tags = self.tagged.tags
        self.at = [token for token, tag in enumerate(self.tags) if tag == "Q"]
        self.quotes_before = _counts(self.tags, self.at)
        self.cues_before = _counts(self.tags, (cue.at for cue in paragraph.line.parsed.cues if cue.subjects))
        self.cues_of = _cues_by_mention(paragraph.line.parsed)
        self.bracketed = _bracketed(self.tags)
        self.clauses = [self._clause(cue) for cue in paragraph.line.parsed.cues if cue.subjects]
        self.firsts = [mention.first for mention in self.mentions]
        self.ranks = _counts(self.tags, (mention.first for mention in self.mentions if mention.kind != "S"))
        self.plain: dict[int, tuple[Speaker, str, Part]] = {}

    def _clause(self, cue: Cue) -> tuple[int, str]:
        """The subject of a cue's clause, and how the clause begins: the class of the word before the subject, `T` for "that"."""
        number = cue.subjects[0][0]
        mention = self.mentions[number]
        if mention.first > cue.at:
            return number, "i"
        before = mention.first - 1
        if before < 0:
            return number, "^"
        return number, "T" if self.tagged.words[before].lower() in self.language.that else self.tags[before]

    def _plain(self, line: Line, number: int, ahead: str = "") -> tuple[Speaker, str, Part]:
        """What a mention is in itself, wherever the piece: speaker, kind in detail, and the part that describes it."""
        tagged, tags = line.tagged, line.tagged.tags
        mention = line.parsed.mentions[number]
        first, last = mention.first, mention.last
        head = tagged.words[last - 1].lower()
        before = tags[first - 1] if first else "^"
        after = tags[last] if last < len(tags) else "$"
        kind = mention.kind
        if kind == "h":
            kind = "h" + head
        elif kind == "N" and "T" in tags[first:last]:
            kind = "T"
        elif kind == "S":
            kind = "Ss" if self._owns_speech(line, number) else "S"
        elif kind in "ro" and head in self.language.speech_nouns:
            kind += "s"
        if tags[first] in "Dd#" and kind in ("N", "T"):
            kind += "D"
        hears = before == "V" and tagged.words[first - 1].lower() in self.language.hearing
        part = ("mention", kind, before, after, min(2, self.known.get(head, 0)), mention.kind, int(hears), ahead)
        return Speaker(tagged.starts[first], tagged.ends[last - 1], mention.kind, head, line.number), kind, part

    def _owns_speech(self, line: Line, number: int) -> bool:
        """Whether a possessor's phrase has a noun of speaking as its head ("the mayor's blunt warning")."""
        mentions, words = line.parsed.mentions, line.tagged.words
        for mention in mentions[number + 1 : number + 3]:
            if mention.first == mentions[number].first and mention.kind != "S":
                heads = words[mention.last - 1 : mention.last + 1]
                break
        else:
            heads = words[mentions[number].last : mentions[number].last + 3]
        return any(word.lower() in self.language.speech_nouns for word in heads)

    def of(self, number: int, previous: Speaker | None) -> list[Candidate]:
        """The candidates of the marked span `number`; `previous` is the speaker of the piece before it."""
        q = self.at[number]
        shape = shape_of(self.text, self.paragraph.marked[number])
        found = self._near(q, shape, previous)
        if q == 0 and self.paragraph.lead is not None:
            found.extend(self._announcing(self.paragraph.lead, number, shape, previous))
        if self.paragraph.signature is not None and number == len(self.paragraph.marked) - 1:
            found.extend(self._signing(self.paragraph.signature, shape))
        if previous is not None and not any(candidate.speaker.start == previous.start for candidate in found):
            found.append(self._carried(previous, number, q, shape, len(found)))
        return found

    def _near(self, q: int, shape: str, previous: Speaker | None) -> list[Candidate]:
        """The phrases of the paragraph; one loop for all of them, since most of the time goes into it."""
        tags, ranks, quotes_before, cues_of = self.tags, self.ranks, self.quotes_before, self.cues_of
        sentences, bracketed = self.tagged.sentences, self.bracketed
        own, sentence, earlier = ranks[q], sentences[q], self.quotes_before[q]
        beside = (tags[q - 1] if q else "^", tags[q + 1 : q + 3] or "$", tags[max(0, q - 2) : q] or "^")
        brackets = ("01", "11") if bracketed[q] else ("00", "10")
        signs = tags[q + 1 : q + 2] == "-"
        found: list[Candidate] = []
        middle = bisect_left(self.firsts, q)
        low = max(bisect_left(self.firsts, q - _BEFORE), middle - _MENTIONS)
        high = min(bisect_left(self.firsts, q + _AFTER), middle + _MENTIONS)
        for index in range(low, high):
            first, last, sort = self.mentions[index]
            speaker, kind, plain = self.plain.get(index) or self._plain_here(index)
            if last <= q:
                side, near, gap = "b", _NEAR_BEFORE[min(2, sentence - sentences[first])], q - last
                quotes, rank = earlier - quotes_before[last], own - ranks[first + 1]
                between = tags[last:q] if gap <= _CLOSE else "*"
            else:
                side, near, gap = "a", _NEAR_AFTER[min(2, sentences[first] - sentence)], first - q - 1
                quotes, rank = quotes_before[first] - earlier - 1, ranks[first] - own
                between = tags[q + 1 : first] if gap <= _CLOSE else "*"
            same = "n"
            if previous is not None:
                same = "y" if previous.start == speaker.start else "h" if previous.head == speaker.head else "o"
            base: list[Part] = [
                plain,
                (
                    "place",
                    near,
                    shape,
                    _BUCKETS[gap] if gap < _FAR else "9",
                    min(2, quotes),
                    min(5, rank),
                    kind,
                    same,
                ),
                ("between", side, between, shape),
                ("around", near, same, *beside, brackets[bracketed[first]]),
            ]
            if signs and first == q + 2 and tags[last:] in ("", "."):
                base.append(("signer",))
            cues = cues_of.get(index)
            if cues is None:
                base.append(("silent", near, sort, shape))
                found.append(Candidate(speaker, None, base))
                continue
            for cue, how in cues:
                place = (self.tagged.starts[cue.at], self.tagged.ends[cue.at])
                parts = [*base, *self._cued(cue, how, q, shape, kind), self._nested(cue, index, q)]
                found.append(Candidate(speaker, place, parts))
        return found

    def _plain_here(self, index: int) -> tuple[Speaker, str, Part]:
        found = self.plain[index] = self._plain(self.paragraph.line, index)
        return found

    def _nested(self, cue: Cue, subject: int, q: int) -> Part:
        """Whether the clauses between a cue and the words are reported in its own, or stand beside it."""
        side, low, high = ("b", cue.at + 1, q) if cue.at < q else ("a", q + 1, cue.at)
        first, last = self.cues_before[low], self.cues_before[high]
        begins = ["", ""]
        if first < last:
            begins = ["y" if self.clauses[at][0] == subject else self.clauses[at][1] for at in (first, last - 1)]
        return ("clauses", side, self._clause(cue)[1], self._outer(cue), *begins)

    def _outer(self, cue: Cue) -> int:
        """How many cues come before this one in its sentence, up to two."""
        first = self.tagged.firsts[self.tagged.sentences[cue.at]]
        return min(2, self.cues_before[cue.at] - self.cues_before[first])

    def _carried(self, previous: Speaker, number: int, q: int, shape: str, others: int) -> Candidate:
        """The speaker of the piece before, who is not named again."""
        tags = self.tags
        place = f"{min(3, self.paragraph.line.number - previous.line)}{'f' if q == 0 else 'm'}"
        continues = "c" if self.paragraph.marked[number].continues else "n"
        following, preceding = tags[q + 1 : q + 2], tags[q - 1] if q else "^"
        part = ("carried", place, shape, following, preceding, previous.kind, min(2, others), continues)
        return Candidate(previous, None, [part])

    def _announcing(self, line: Line, number: int, shape: str, previous: Speaker | None) -> Iterator[Candidate]:
        """Phrases of the sentence before a paragraph that begins with the piece ("In a letter, the mayor wrote:")."""
        tags = line.tagged.tags
        last = line.tagged.sentences[-1]
        colon = ":" if tags[-1] == ":" else "." if tags[-1] == "." else "-"
        alone = "1" if len(self.tags) == 1 else "n"
        sort = f"{colon}{alone}{'c' if self.paragraph.marked[number].continues else shape}"
        cues = _cues_by_mention(line.parsed)
        announcer = self._announcer(line, last) if colon == ":" else None
        nth = 0
        for index, mention in enumerate(line.parsed.mentions):
            if line.tagged.sentences[mention.first] != last:
                continue
            speaker, kind, plain = self._plain(line, index, "L")
            nth += mention.kind != "S"
            same = "y" if previous is not None and previous.start == speaker.start else "n"
            base: list[Part] = [plain, ("announcing", sort, same, kind, min(nth, 4))]
            if index == announcer:
                base.append(("announcer",))
            if index not in cues:
                yield Candidate(speaker, None, [*base, ("announcing silent", colon, alone)])
                continue
            for cue, how in cues[index]:
                end = "e" if cue.at >= len(tags) - 2 else "m"
                weak = "w" if line.tagged.words[cue.at].lower() in self.language.weak else "f"
                yield Candidate(
                    speaker,
                    (line.tagged.starts[cue.at], line.tagged.ends[cue.at]),
                    [*base, ("announcing cue", how, colon, cue.tag + weak, end, alone)],
                )

    def _announcer(self, line: Line, sentence: int) -> int | None:
        """The subject of the last cue of the announcing sentence; without one, its first name or role that no preposition governs."""
        tagged, mentions = line.tagged, line.parsed.mentions
        for cue in reversed(line.parsed.cues):
            if tagged.sentences[cue.at] == sentence and cue.subjects:
                return cue.subjects[0][0]
        for number, mention in enumerate(mentions):
            before = tagged.tags[mention.first - 1] if mention.first else "^"
            if tagged.sentences[mention.first] == sentence and mention.kind in "NrS" and before not in "po":
                return number
        return None

    def _signing(self, line: Line, shape: str) -> Iterator[Candidate]:
        for index in range(min(2, len(line.parsed.mentions))):
            speaker, kind, _ = self._plain(line, index)
            yield Candidate(speaker, None, [("signature", index, kind, shape)])

    def _cued(self, cue: Cue, how: str, q: int, shape: str, kind: str) -> tuple[Part, Part]:
        tagged, tags = self.tagged, self.tags
        word = tagged.words[cue.at].lower()
        sort = cue.tag + ("w" if word in self.language.weak else "")
        if cue.tag == "V" and self.language.cue_class.get(word) == "neutral":
            sort += "n"
        side, low, high = ("b", cue.at + 1, q) if cue.at < q else ("a", q + 1, cue.at)
        near = f"{side}{min(2, abs(tagged.sentences[cue.at] - tagged.sentences[q]))}"
        between = tags[low:high] if high - low <= 4 else "*" + tags[high - 2 : high]
        distance = _bucket(high - low)
        quotes = min(2, self.quotes_before[high] - self.quotes_before[low])
        others = min(2, self.cues_before[high] - self.cues_before[low])
        following = tags[cue.at + 1 : cue.at + 2]
        return (
            ("cue", how, near, sort, shape, kind[0], following, distance, self._outer(cue)),
            ("reach", near, between, shape, distance, quotes, others),
        )

"""Who might have spoken a quoted piece: every phrase near it, with features of its place that `ranking` weighs.

Features name structure only (word classes, distances, order), never words of an article beyond pronouns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked
from reviewer.quotes.syntax import Cue, Parsed
from reviewer.quotes.tagging import Tagged

_BEFORE, _AFTER = 80, 60
_BUCKETS = "0123444555566666667777777777777788888888888888888888"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that holds marked words: `number` counts the article's paragraphs."""

    number: int
    start: int
    end: int
    marked: list[Marked]
    tagged: Tagged
    parsed: Parsed


@dataclass(frozen=True, slots=True)
class Speaker:
    """A mention chosen as speaker: its offsets, kind, the key of its head word, and where it stood."""

    start: int
    end: int
    kind: str
    head: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker, the cue it would speak by (offsets, or None), and the features of the two with the piece."""

    speaker: Speaker
    cue: tuple[int, int] | None
    features: list[str]


def _bucket(distance: int) -> str:
    return _BUCKETS[distance] if distance < len(_BUCKETS) else "9"


def shape_of(text: str, marked: Marked) -> str:
    """C for a clause of its own that goes on (ends in a comma), S for a sentence, P for a part, s for one without capital."""
    first, last = text[marked.start], text[marked.end - 1]
    capital = not first.islower()
    if capital and last in ",-—–":
        return "C"
    if capital and last in ".!?…":
        return "S"
    return "P" if capital else "s" if last in ".!?…" else "p"


class Candidates:
    """The candidates of each marked span of one paragraph."""

    def __init__(self, text: str, paragraph: Paragraph, language: Language, known: Mapping[str, int]) -> None:
        self.text = text
        self.paragraph = paragraph
        self.language = language
        self.known = known
        self.tags = paragraph.tagged.tags
        self.at = {number: token for token, number in enumerate(paragraph.tagged.quotes) if number >= 0}
        self.quote_tokens = sorted(self.at.values())
        tags = self.tags
        self.quotes_before = [0] * (len(tags) + 1)
        for index, tag in enumerate(tags):
            self.quotes_before[index + 1] = self.quotes_before[index] + (tag == "Q")
        self.cues_before = [0] * (len(tags) + 1)
        with_subject = {cue.at for cue in paragraph.parsed.cues if cue.subjects}
        for index in range(len(tags)):
            self.cues_before[index + 1] = self.cues_before[index] + (index in with_subject)
        self.cues_of: dict[int, list[tuple[Cue, str]]] = {}
        for cue in paragraph.parsed.cues:
            for number, how in cue.subjects:
                self.cues_of.setdefault(number, []).append((cue, how))
        self.plain = [self._plain(number) for number in range(len(paragraph.parsed.mentions))]

    def _plain(self, number: int) -> tuple[Speaker, str, str, list[str]]:
        """What a mention is in itself, wherever the piece: speaker, kind in detail, head, features."""
        paragraph, tags = self.paragraph, self.tags
        mention = paragraph.parsed.mentions[number]
        tagged = paragraph.tagged
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
            kind = "Ss" if self._owns_speech(number) else "S"
        elif kind in "ro" and head in self.language.speech_nouns:
            kind += "s"
        if tags[first] in "Dd#" and kind in ("N", "T"):
            kind += "D"
        hears = before == "V" and tagged.words[first - 1].lower() in self.language.hearing
        speaks = min(2, self.known.get(head, 0))
        features = [
            f"k{kind}",
            f"b{before}{after}",
            f"b{before}{kind}",
            f"a{after}{kind}",
            f"w{speaks}{mention.kind}",
        ]
        if hears:
            features.append("hears")
        speaker = Speaker(tagged.starts[first], tagged.ends[last - 1], mention.kind, head, paragraph.number)
        return speaker, kind, head, features

    def _owns_speech(self, number: int) -> bool:
        """Whether the next mention is the whole phrase of a possessor, and its head a noun of speaking ("the mayor's blunt warning")."""
        mentions, words = self.paragraph.parsed.mentions, self.paragraph.tagged.words
        for mention in mentions[number + 1 : number + 3]:
            if mention.first == mentions[number].first and mention.kind != "S":
                return any(
                    word.lower() in self.language.speech_nouns for word in words[mention.last - 1 : mention.last + 1]
                )
        after = mentions[number].last
        return any(word.lower() in self.language.speech_nouns for word in words[after : after + 3])

    def of(self, number: int, previous: Speaker | None) -> list[Candidate]:
        """The candidates of the marked span `number`; `previous` is the speaker of the piece before it."""
        paragraph, tags = self.paragraph, self.tags
        tagged, mentions = paragraph.tagged, paragraph.parsed.mentions
        marked = paragraph.marked[number]
        q = self.at[number]
        sentence = tagged.sentences[q]
        shape = shape_of(self.text, marked)
        after = tags[q + 1 : q + 3] or "$"
        before = tags[max(0, q - 2) : q] or "^"
        carried = previous is not None
        found: list[Candidate] = []
        nth_before = nth_after = 0
        order = [
            index
            for index, mention in enumerate(mentions)
            if q - _BEFORE <= mention.first and mention.last <= q + _AFTER
        ]
        ranks: dict[int, int] = {}
        for index in reversed(order):
            if mentions[index].last <= q:
                ranks[index] = nth_before
                nth_before += mentions[index].kind != "S"
        for index in order:
            if mentions[index].first > q:
                ranks[index] = nth_after
                nth_after += mentions[index].kind != "S"
        for index in order:
            mention = mentions[index]
            speaker, kind, head, plain = self.plain[index]
            side = "b" if mention.last <= q else "a"
            inner = (mention.last, q) if side == "b" else (q + 1, mention.first)
            apart = abs(tagged.sentences[mention.first] - sentence)
            near = f"{side}{min(apart, 2)}"
            quotes = min(2, self.quotes_before[inner[1]] - self.quotes_before[inner[0]])
            between = tags[inner[0] : inner[1]] if inner[1] - inner[0] <= 4 else "*"
            distance = _bucket(inner[1] - inner[0])
            same = "n"
            if carried and previous is not None:
                same = "y" if previous.start == speaker.start else "h" if previous.head == head else "o"
            base = [
                *plain,
                f"n{near}{shape}",
                f"d{side}{distance}{quotes}",
                f"d{near}{distance}",
                f"r{near}{min(ranks[index], 5)}",
                f"r{side}{min(ranks[index], 5)}{kind}",
                f"k{near}{kind}",
                f"q{near}{quotes}{shape}",
                f"t{side}{between}",
                f"t{side}{between}{shape}",
                f"p{same}{near}{quotes}{shape}",
                f"p{same}{near}{before[-1]}",
                f"x{near}{after}",
                f"y{near}{before}",
            ]
            cues = self.cues_of.get(index)
            if not cues:
                found.append(Candidate(speaker, None, [*base, f"c-{near}", f"c-{mention.kind}{near}{shape}"]))
                continue
            found.extend(
                Candidate(
                    speaker, (tagged.starts[cue.at], tagged.ends[cue.at]), base + self._cued(cue, how, q, shape, kind)
                )
                for cue, how in cues
            )
        if previous is not None and not any(candidate.speaker.start == previous.start for candidate in found):
            away = min(3, paragraph.number - previous.paragraph)
            place = f"{away}{'f' if q == 0 else 'm'}"
            found.append(
                Candidate(
                    previous,
                    None,
                    [
                        f"P{place}{shape}",
                        f"P{place}{after[0]}",
                        f"P{place}{before[-1]}",
                        f"P{previous.kind}",
                        f"P{place}{min(2, len(found))}",
                        f"P{shape}{'c' if marked.continues else 'n'}{place}",
                    ],
                )
            )
        return found

    def _cued(self, cue: Cue, how: str, q: int, shape: str, kind: str) -> list[str]:
        tagged = self.paragraph.tagged
        word = tagged.words[cue.at].lower()
        sort = (
            cue.tag
            + ("w" if word in self.language.weak else "")
            + ("n" if cue.tag == "V" and self.language.cue_class.get(word) == "neutral" else "")
        )
        side = "b" if cue.at < q else "a"
        low, high = (cue.at + 1, q) if side == "b" else (q + 1, cue.at)
        first = cue.at
        while first > 0 and tagged.sentences[first - 1] == tagged.sentences[cue.at]:
            first -= 1
        outer = min(2, self.cues_before[cue.at] - self.cues_before[first])
        apart = min(2, abs(tagged.sentences[cue.at] - tagged.sentences[q]))
        between = self.tags[low:high] if high - low <= 4 else "*" + self.tags[high - 2 : high]
        opening = self.tags[cue.at + 1 : cue.at + 2]
        distance = _bucket(high - low)
        quotes = min(2, self.quotes_before[high] - self.quotes_before[low])
        others = min(2, self.cues_before[high] - self.cues_before[low])
        return [
            f"C{side}{apart}{distance}{quotes}",
            f"C{how}{side}{apart}",
            f"C{how}{side}{sort}",
            f"C{side}{apart}{between}",
            f"C{side}{between}{shape}",
            f"C{side}{apart}{others}{quotes}{shape}",
            f"C{sort}{side}{apart}{shape}",
            f"C{how}{kind[0]}{side}",
            f"C{side}{apart}{opening}",
            f"C{how}{side}{distance}",
            f"Co{outer}{side}{apart}",
            f"Co{outer}{how}{kind[0]}{side}",
        ]

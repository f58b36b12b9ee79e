"""From ranked candidates to quotations: runs over several paragraphs, joined pieces, names, cues, and who passed the words on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reviewer.quotes.candidates import Candidate, Line, Speaker, shape_of
from reviewer.quotes.grammar import relayer
from reviewer.quotes.lexicon import Language
from reviewer.quotes.marks import Marked
from reviewer.quotes.people import People
from reviewer.quotes.phrases import Mention
from reviewer.quotes.reading import Reading
from reviewer.quotes.resolving import Names, mention_at
from reviewer.quotes.rows import together
from reviewer.quotes.runs import UNFINISHED, Piece, runs
from reviewer.quotes.syntax import Cue
from reviewer.quotes.values import Quotation, QuotationKind
from reviewer.text import sentences

_OPENS_SENTENCE = "^,:.Q-;("
_CLOSE = 6
_NEXT = 80  # code points between two pieces of one sentence
_WORDS = re.compile(r"[^\W_]+")
_HEARER = re.compile("D?[wrN]{1,2}s")
_YEAR = re.compile(r"[12]\d{3}")
_NOUNS = re.compile("w+(?=(?:Dw)?a?[Vx,])")


def attributed(reading: Reading, pieces: Sequence[Piece], people: People) -> tuple[Quotation, ...]:
    """The pieces as quotations, in order."""
    return tuple(_Attribution(reading, people).run(runs(pieces, reading.text)))


class _Attribution:
    def __init__(self, reading: Reading, people: People) -> None:
        self.text = reading.text
        self.language: Language = reading.language
        self.people = people
        self.names: dict[int, str | None] = {}
        self.lines: dict[int, Line] = {}
        for paragraph in reading.paragraphs:
            for line in (paragraph.lead, paragraph.signature, paragraph.line):
                if line is not None:
                    self.lines[line.number] = line
        self.resolve = Names(self.text, self.language, people, self.lines)

    def run(self, pieces: Sequence[Piece]) -> list[Quotation]:
        found: list[Quotation] = []
        last: Quotation | None = None
        speaker_name: str | None = None
        speaker_at = 0
        for piece in pieces:
            marked = piece.paragraph.marked[piece.number]
            words, kind = self.text[marked.start : marked.end], self._kind(piece)
            candidate = piece.candidate
            if candidate is None:
                quotation = Quotation(marked.start, marked.end, words, kind)
            else:
                candidate = self._whole(self._dated(piece, self._quoted_inside(piece, candidate)))
                behind = candidate.speaker.line > piece.paragraph.line.number  # a run of several lines
                at = marked.left if behind else candidate.speaker.start
                name = self._name(candidate.speaker, speaker_name, speaker_at, at)
                quotation = self._spoken(marked, words, kind, candidate, name)
                if last is not None and last.speaker_start == quotation.speaker_start:
                    quotation = self._joined(quotation, last)
                elif last is not None and self._goes_on(quotation, last):
                    quotation = replace(quotation, joined_to=last.start if last.joined_to is None else last.joined_to)
                if name is not None:
                    speaker_name, speaker_at = name, candidate.speaker.start
                    self.people.spoke(name)
            found.append(quotation)
            last = quotation
        return found

    def _kind(self, piece: Piece) -> QuotationKind:
        marked = piece.paragraph.marked[piece.number]
        if marked.block:
            return "block"
        if marked.continues:
            return "direct"
        if shape_of(self.text, marked) in "ps":
            return "partial"
        tags = piece.paragraph.line.tagged.tags
        before = tags[piece.token - 1] if piece.token else "^"
        return "direct" if before in _OPENS_SENTENCE or before in "VG" else "partial"

    def _spoken(
        self, marked: Marked, words: str, kind: QuotationKind, candidate: Candidate, name: str | None
    ) -> Quotation:
        speaker = candidate.speaker
        mention = self.text[speaker.start : speaker.end]
        who = (marked.start, marked.end, words, kind, name, mention, speaker.start, speaker.end)
        if candidate.cue is None:
            return Quotation(*who)
        low, high = candidate.cue
        cue = self.text[low:high]
        cue_class = self.language.cue_class.get(cue.lower(), "neutral")
        return Quotation(*who, cue, low, high, cue_class, self._passed_on(candidate, name))

    def _quoted_inside(self, piece: Piece, candidate: Candidate) -> Candidate:
        """In "X said Y called it …" the words are Y's, though X attributes the whole."""
        line = piece.paragraph.line
        tagged, mentions, cues = line.tagged, line.parsed.mentions, line.parsed.cues
        if candidate.cue is None or candidate.speaker.line != line.number or candidate.speaker.kind == "h":
            return candidate
        outer = bisect_left(tagged.starts, candidate.cue[0])
        if outer >= piece.token or tagged.sentences[outer] != tagged.sentences[piece.token]:
            return candidate
        number = bisect_left(cues, (piece.token,)) - 1
        if number < 0 or cues[number].at <= outer or cues[number].tag != "V" or not cues[number].subjects:
            return candidate
        cue = cues[number]
        subject, how = cues[number].subjects[0]
        mention = mentions[subject]
        between = tagged.tags[outer + 1 : mention.first]
        hears = tagged.words[outer].lower() in self.language.hearing and _HEARER.fullmatch(between) is not None
        direct = how in ("next", "past", "apposed") and (between in ("", "s") or hears)
        word = tagged.words[cue.at].lower()
        told = mention.kind in "Nr" or (mention.kind == "o" and self.language.cue_class.get(word) == "emotive")
        if not direct or not told or piece.token - cue.at > _CLOSE or word in self.language.weak:
            return candidate
        return candidate._replace(speaker=line.speaker(mention), cue=(tagged.starts[cue.at], tagged.ends[cue.at]))

    def _dated(self, piece: Piece, candidate: Candidate) -> Candidate:
        """In "X said Y had warned Z “in March” …" the words are X's: they say when Y did so, not what Y said."""
        marked, line = piece.paragraph.marked[piece.number], piece.paragraph.line
        reported = candidate.cue is not None and candidate.cue[0] < marked.start and self.text[marked.start].islower()
        if (
            candidate.cue is None
            or not reported
            or candidate.speaker.line != line.number
            or not self._says_when(marked)
        ):
            return candidate
        tagged, cues = line.tagged, line.parsed.cues
        inner = bisect_left(tagged.starts, candidate.cue[0])
        outer = self._outer_cue(line, bisect_left(cues, (inner,)), candidate.speaker)
        if outer is None or tagged.sentences[outer.at] != tagged.sentences[piece.token]:
            return candidate
        subject = line.parsed.mentions[outer.subjects[0][0]]
        return candidate._replace(speaker=line.speaker(subject), cue=(tagged.starts[outer.at], tagged.ends[outer.at]))

    def _whole(self, candidate: Candidate) -> Candidate:
        """With "star" in "the Mudport star said", and with all who speak by the candidate's cue."""
        speaker = candidate.speaker
        line = self.lines.get(speaker.line)
        number = mention_at(line, speaker.start) if line is not None and speaker.kind in "Nr" else None
        if line is None or number is None:
            return candidate
        mention = line.parsed.mentions[number]
        return self._extended(candidate, line, mention) or self._with_others(candidate, line, mention)

    def _extended(self, candidate: Candidate, line: Line, mention: Mention) -> Candidate | None:
        """With the noun behind a name with an article or a possessor, or behind what is no name ("Ambulance crews"): the phrase is another's."""
        tagged, speaker = line.tagged, candidate.speaker
        nouns = _NOUNS.match(tagged.tags, mention.last)
        if nouns is None:
            return None
        owned = tagged.tags[mention.first] in "Dd" or "S" in tagged.tags[mention.first : mention.last]
        plural = tagged.words[nouns.end() - 1].endswith("s") and tagged.tags[nouns.end() : nouns.end() + 1] != ","
        alone = mention.last - mention.first == 1 and not self.people.knows(speaker.start, speaker.end)
        if not owned and not (alone and plural):
            return None
        last = nouns.end() - 1
        whole = Speaker(speaker.start, tagged.ends[last], "o", tagged.words[last].lower(), speaker.line)
        return candidate._replace(speaker=whole)

    def _with_others(self, candidate: Candidate, line: Line, mention: Mention) -> Candidate:
        """With all who speak by the candidate's cue: the speaker reaches from the first of their names to the last."""
        if candidate.cue is None or candidate.speaker.kind != "N":
            return candidate
        starts, ends = line.tagged.starts, line.tagged.ends
        row = together(line, mention, bisect_left(starts, candidate.cue[0]), self.language)
        if len(row) == 1:
            return candidate
        names = [self.people.name_of(starts[one.first], ends[one.last - 1]) for one in row]
        joint = candidate.speaker._replace(start=starts[row[0].first], end=ends[row[-1].last - 1])
        word = line.tagged.words[row[-1].first - 1]
        name = f"{', '.join(names[:-1])} {word} {names[-1]}"
        self.names[joint.start] = name
        self.resolve.joint.add(name)
        return candidate._replace(speaker=joint)

    def _says_when(self, marked: Marked) -> bool:
        """Whether marked words begin with a preposition and a time ("in January", "over the last week", "since 2019")."""
        words = _WORDS.findall(self.text, marked.start, min(marked.end, marked.start + 60))
        classes = self.language.tags
        opening = classes.get(words[0], "w") if words and words[0] not in self.language.that else "w"
        if opening not in "ps":
            return False
        for word in map(str.lower, words[1 : 5 if opening == "p" else 2]):
            tag = classes.get(word, "w")
            if tag == "t" or word in self.language.temporal_nouns or _YEAR.fullmatch(word):
                return True
            if tag not in "Da":
                return False
        return False

    def _goes_on(self, quotation: Quotation, last: Quotation) -> bool:
        """Whether a piece by the same person, named anew, continues the sentence of the one before (“This,” she said, “is,” she added, …)."""
        same = quotation.speaker is not None and quotation.speaker == last.speaker
        between = self.text[last.end : quotation.start]
        return (
            same
            and last.text[-1] in UNFINISHED
            and quotation.text[0].islower()
            and len(between) <= _NEXT
            and "\n" not in between
            and sum(_WORDS.search(said.of(between)) is not None for said in sentences(between)) <= 1
        )

    def _joined(self, quotation: Quotation, last: Quotation) -> Quotation:
        """A piece by the same mention as the one before it, by the same cue, a participle or none of its own, belongs to it."""
        first = last.start if last.joined_to is None else last.joined_to
        if quotation.cue is not None and quotation.cue_start != last.cue_start:
            participle = self.language.participle and quotation.cue.endswith(self.language.participle)
            return replace(quotation, joined_to=first) if participle else quotation
        return replace(
            quotation,
            joined_to=first,
            speaker=last.speaker,
            cue=last.cue,
            cue_start=last.cue_start,
            cue_end=last.cue_end,
            cue_class=last.cue_class,
            reported_by=last.reported_by,
        )

    def _name(self, speaker: Speaker, previous: str | None, previous_at: int, at: int) -> str | None:
        if speaker.start not in self.names:
            self.names[speaker.start] = self.resolve.of(speaker, previous, previous_at, at)
        return self.names[speaker.start]

    def _passed_on(self, candidate: Candidate, name: str | None) -> str | None:
        """The outlet that was told, or the one who says that another said it."""
        line = self.lines.get(candidate.speaker.line)
        if candidate.cue is None or line is None:
            return None
        tagged, cues = line.tagged, line.parsed.cues
        number = bisect_left(cues, (bisect_left(tagged.starts, candidate.cue[0]),))
        if number == len(cues):
            return None
        cue = cues[number]
        word = tagged.words[cue.at].lower()
        if word in self.language.hearing and cue.at + 1 < len(tagged.starts):
            heard = self._outlet(line, cue.at + 1, told=word in self.language.telling)
            if heard is not None and tagged.starts[cue.at + 1] != candidate.speaker.start:
                return heard
        return self._outer(line, number, candidate.speaker, name)

    def _outlet(self, line: Line, token: int, *, told: bool) -> str | None:
        """The outlet or its people that the phrase beginning at a token names; a name alone is one only where it was `told`, not warned."""
        tagged = line.tagged
        number = mention_at(line, tagged.starts[token])
        if number is None:
            return None
        mention = line.parsed.mentions[number]
        low, high = tagged.starts[mention.first], tagged.ends[mention.last - 1]
        hears = any(word.lower() in self.language.hearers for word in tagged.words[mention.first : mention.last])
        of_place = tagged.tags[mention.last : mention.last + 2] == "oN"
        if of_place:
            high = tagged.ends[mention.last + 1]
        known = self.people.knows(low, high) and tagged.tags[mention.first] != "D"
        if hears or (told and mention.kind == "N" and (of_place or not known)):
            return self.text[low:high]
        return None

    def _outer(self, line: Line, number: int, speaker: Speaker, name: str | None) -> str | None:
        """The subject of a cue whose clause the speaker's own cue is ("X said Y called it …")."""
        cue = self._outer_cue(line, number, speaker)
        tagged = line.tagged
        if cue is not None:
            subject = line.parsed.mentions[cue.subjects[0][0]]
        elif (reporter := relayer(line, number, self.language)) is not None:
            subject = reporter
        else:
            return None
        low, high = tagged.starts[subject.first], tagged.ends[subject.last - 1]
        by = self.resolve.of(Speaker(low, high, subject.kind, "", line.number), None)
        return by if by != name else None

    def _outer_cue(self, line: Line, number: int, speaker: Speaker) -> Cue | None:
        """The cue whose clause the clause of a speaker's own cue, the one of this number, is."""
        first = bisect_left(line.tagged.starts, speaker.start)
        for cue in reversed(line.parsed.cues[max(0, number - 2) : number]):
            if cue.tag != "V" or not cue.subjects or cue.at >= first:
                continue
            if line.tagged.tags[cue.at + 1 : first] in ("", "s"):
                return cue
        return None

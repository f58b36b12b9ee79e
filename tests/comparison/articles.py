"""Generated articles: words of our own, quotations that go from one outlet to another, each altered in a known way."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from reviewer.comparison import Side
from reviewer.quotes.values import Quotation
from reviewer.text import Span

_SYLLABLES = (
    "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo za zo mi li ri".split()
)
_GRAMMAR = "the of and to in a that is was for on with as by at from it be this are we they had have not but".split()
_NAMES = "Ruiz Tanaka Okafor Brindle Halvorsen Marchetti Lindqvar Pellow Quill Marwood".split()
_CUES = "said told warned insisted added argued".split()


def _word(source: random.Random) -> str:
    """A word of two to four syllables; short ones come often, long ones are rare, as in a language."""
    length = source.choices((2, 3, 4), (6, 3, 1))[0]
    return "".join(source.choice(_SYLLABLES) for _ in range(length))


def sentence(source: random.Random, low: int = 9, high: int = 24) -> str:
    """A sentence of `low` to `high` words without its full stop, half of them grammar."""
    words = [
        source.choice(_GRAMMAR) if source.random() < 0.45 else _word(source) for _ in range(source.randint(low, high))
    ]
    return " ".join(words).capitalize()


@dataclass(frozen=True, slots=True)
class Planted:
    """One utterance that both articles have: where, and how the right one altered it."""

    left: Span
    right: Span
    alteration: str


@dataclass(slots=True)
class Writer:
    """Writes an article piece by piece and remembers where its quotations are."""

    text: str = ""
    quotations: list[Quotation] = field(default_factory=list)

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def quote(self, words: str, speaker: str | None, *, joined_to: int | None = None, cue: str = "said") -> Span:
        self.text += "“"
        span = self.write(words)
        self.quotations.append(
            Quotation(span.start, span.end, words, speaker=speaker, mention=speaker, cue=cue, joined_to=joined_to)
        )
        self.text += "”"
        return span

    def side(self) -> Side:
        return Side(self.text, tuple(self.quotations))


def _substituted(words: list[str], source: random.Random) -> list[str]:
    return [_word(source) if source.random() < 0.12 else word for word in words]


def altered(words: str, alteration: str, source: random.Random) -> str:
    """`words` as another outlet prints them."""
    split = words.split()
    if alteration == "trimmed":
        return " ".join(split[: max(5, len(split) * 2 // 3)])
    if alteration == "elided":
        third = len(split) // 3
        return " ".join(split[:third]) + " … " + " ".join(split[2 * third :])
    if alteration == "reworded":
        return " ".join(_substituted(split, source))
    if alteration == "inserted":
        middle = len(split) // 2
        return " ".join([*split[:middle], _word(source), _word(source), *split[middle:]])
    return words


ALTERATIONS = ("identical", "trimmed", "elided", "reworded", "inserted", "split", "unquoted")


def pair(words: int, seed: int = 0, *, passages: int = 2) -> tuple[Side, Side, list[Planted]]:
    """Two articles of about `words` words on one event, and what they share, in another order on the right.

    One quotation for every hundred words, and `passages` for every 600 copied without marks (`passage`).
    """
    source = random.Random(seed)
    left, right = Writer(), Writer()
    shared = [
        (sentence(source, 12, 22), ALTERATIONS[number % len(ALTERATIONS)]) for number in range(max(2, words // 100))
    ]
    shared += [(sentence(source, 22, 30), "passage") for _ in range(max(1, passages * words // 600))]
    places: list[Span] = []
    for quoted, alteration in shared:
        places.append(_write_left(left, quoted, alteration, source, words // max(1, len(shared))))
    order = list(range(len(shared)))
    source.shuffle(order)
    planted = []
    for number in order:
        quoted, alteration = shared[number]
        span = _write_right(right, quoted, alteration, source, words // max(1, len(shared)))
        planted.append(Planted(places[number], span, alteration))
    return left.side(), right.side(), planted


def _filled(writer: Writer, source: random.Random, words: int) -> None:
    while words > 0:
        text = sentence(source)
        writer.write(text + ". ")
        words -= len(text.split())
    writer.write("\n\n")


def _write_left(writer: Writer, words: str, alteration: str, source: random.Random, room: int) -> Span:
    _filled(writer, source, room - len(words.split()))
    if alteration == "passage":
        span = writer.write(words)
        writer.write(". ")
        return span
    span = writer.quote(words, source.choice(_NAMES))
    writer.write(f", {source.choice(_NAMES)} {source.choice(_CUES)}. ")
    return span


def _write_right(writer: Writer, words: str, alteration: str, source: random.Random, room: int) -> Span:
    _filled(writer, source, room - len(words.split()))
    speaker = source.choice(_NAMES)
    if alteration == "passage":
        span = writer.write(words)
    elif alteration == "unquoted":
        writer.write(f"{speaker} {source.choice(_CUES)} ")
        span = writer.write(words)
    elif alteration == "split":
        split = words.split()
        half = len(split) // 2
        first = writer.quote(" ".join(split[:half]), speaker)
        writer.write(f", {speaker} {source.choice(_CUES)} on the quay. ")
        last = writer.quote(" ".join(split[half:]), speaker, joined_to=first.start)
        span = Span(first.start, last.end)
    else:
        span = writer.quote(altered(words, alteration, source), speaker)
    writer.write(
        f", {speaker} {source.choice(_CUES)}. " if alteration not in ("passage", "unquoted", "split") else ". "
    )
    return span


def found_by(spans: list[tuple[Span, Span]], planted: Planted) -> bool:
    """Whether one of the `spans` (left, right) covers half of what was planted, on both sides."""
    return any(
        (a.iou(planted.left) >= 0.5 and b.iou(planted.right) >= 0.5)
        or (a.contains(planted.left) and b.contains(planted.right))
        for a, b in spans
    )

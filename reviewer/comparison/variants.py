"""The variants of an event's utterances: quotations and what stands for them elsewhere, linked by the words that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import Match
from reviewer.quotes import same_person
from reviewer.text import Span, sentences

SHARED = 0.4  # share of the shorter of two variants that is equal in both, or they are two utterances that meet
BRIDGE = 2  # words on both sides of the end of a sentence from which on a variant goes over it
ALIKE = 3  # words of a quotation, half of a sentence or more, that the same speaker says elsewhere: no match, but one utterance
Pair = tuple[str, str]


@dataclass(slots=True, eq=False)
class Node:
    """One variant: a quotation, with what goes on in mid-sentence after its attribution, or a stretch of unquoted text.

    `first` and `last` are the indices of its first and last piece, -1 for unquoted text; each piece is one part.  `group`
    numbers its attribution in the article.
    """

    article: str
    parts: list[Span]
    first: int = -1
    last: int = -1
    group: int = 0
    order: int = 0
    links: dict[Node, Span] = field(default_factory=dict)  # to a variant elsewhere: which span of this one it shares

    @property
    def quoted(self) -> bool:
        return self.last >= 0

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end

    @property
    def length(self) -> int:
        return sum(map(len, self.parts))

    def one_attribution(self, other: Node) -> bool:
        """Whether both are quoted, and attributed by the same words."""
        return self.quoted and other.quoted and (self.article, self.group) == (other.article, other.group)

    def within(self, span: Span) -> int:
        """How many code points of `span` are in this variant."""
        return sum(span.shared(part) for part in self.parts)

    def share(self, other: Node, spans: Iterable[Span]) -> None:
        """Notes that it shares `spans` of its own with `other`, beside what it shared before."""
        known = [*spans, *([self.links[other]] if other in self.links else [])]
        self.links[other] = Span(min(span.start for span in known), max(span.end for span in known))


def speaker_of(node: Node, side: Prepared) -> str | None:
    """Who speaks, or how they are mentioned there."""
    quotations = [p.quotation for p in side.pieces if any(p.quotation.span.overlaps(part) for part in node.parts)]
    return next((q.speaker or q.mention for q in quotations if q.speaker or q.mention), None)


def linked(
    sides: Mapping[str, Prepared], machine: Mapping[Pair, Sequence[Match]], live: Mapping[Pair, Sequence[Match]]
) -> list[Node]:
    """All variants, by article, quoted ones first; `live` are the matches that count, `machine` those that were found."""
    nodes = {name: _quoted(name, side) for name, side in sides.items()}
    _link_all(nodes, machine, live, sides)
    cut = {name: [piece for node in nodes[name] if node.quoted for piece in _cut(node, sides)] for name in nodes}
    if any(len(cut[name]) > sum(node.quoted for node in nodes[name]) for name in nodes):
        nodes = cut
        _link_all(nodes, machine, live, sides)
    every = [node for side in nodes.values() for node in side]
    for at, node in enumerate(every):
        node.order = at
    return every


def _quoted(article: str, side: Prepared) -> list[Node]:
    nodes: list[Node] = []
    for number, piece in enumerate(side.pieces):
        if number and side.goes_on(number - 1, number):
            nodes[-1].parts.append(piece.quotation.span)
            nodes[-1].last = number
        else:
            nodes.append(Node(article, [piece.quotation.span], number, number, piece.group))
    return nodes


def _link_all(
    nodes: Mapping[str, list[Node]],
    machine: Mapping[Pair, Sequence[Match]],
    live: Mapping[Pair, Sequence[Match]],
    sides: Mapping[str, Prepared],
) -> None:
    for side in nodes.values():
        for node in side:
            node.links.clear()
    said = {name: {node: _said(node, sides[name]) for node in side if node.quoted} for name, side in nodes.items()}
    for (one, other), matches in live.items():
        for match in matches:
            if match.kind != "passage":
                _link(match, nodes[one], nodes[other], one, other)
        found = matches if matches is machine[one, other] else (*machine[one, other], *matches)
        mine = [part for match in found for part in match.left.parts]
        theirs = [part for match in found for part in match.right.parts]
        _link_alike(said[one], said[other], (mine, theirs), sides)
        _link_alike(said[other], said[one], (theirs, mine), sides)


def _link(match: Match, lefts: list[Node], rights: list[Node], one: str, other: str) -> None:
    """Links the variants whose words are equal in `match`; a side without marks gets a variant of its own."""
    mine = _touched(lefts, match.left.parts) or [_unquoted(lefts, match.left.parts, one)]
    theirs = _touched(rights, match.right.parts) or [_unquoted(rights, match.right.parts, other)]
    for left in mine:
        for right in theirs:
            shared = [
                (a, b)
                for a, b in ((edit.left, edit.right) for edit in match.edits if edit.op == "equal")
                if any(a.overlaps(p) for p in left.parts) and any(b.overlaps(p) for p in right.parts)
            ]
            equal = sum(min(left.within(a), right.within(b)) for a, b in shared)
            if match.relation == "paraphrased" or not match.edits or equal >= SHARED * min(left.length, right.length):
                spans = shared or [(match.left.span, match.right.span)]
                left.share(right, [a for a, _ in spans])
                right.share(left, [b for _, b in spans])


def _touched(nodes: Iterable[Node], parts: Iterable[Span]) -> list[Node]:
    spans = list(parts)
    return [node for node in nodes if any(span.overlaps(part) for span in spans for part in node.parts)]


def _unquoted(nodes: list[Node], parts: tuple[Span, ...], article: str) -> Node:
    node = Node(article, list(parts))
    nodes.append(node)
    return node


def _cut(node: Node, sides: Mapping[str, Prepared]) -> list[Node]:
    """`node` in as many as it holds utterances that others have one by one.

    It is cut at the end of a sentence where some attributions elsewhere have only what is before, others only what is
    after, and none goes on over it; what nobody else has stays with what is before.
    """
    side = sides[node.article]
    had = _had(node)
    places: dict[int, tuple[int, int, int]] = {}  # by how many end before it: the part, its end there, the next start
    for at, part in enumerate(node.parts if len(had) > 1 else ()):
        said = [span for span in sentences(side.text, part.start, part.end) if _words(side, span.start, span.end)]
        for one, following in pairwise(said):
            before = [_words(side, following.start, span.end) < BRIDGE for span in had]
            after = [_words(side, span.start, one.end) < BRIDGE for span in had]
            ways = set(zip(before, after, strict=True))
            if {(True, False), (False, True)} <= ways and (False, False) not in ways:
                places[sum(before)] = (at, one.end, following.start)
    found, first, rest = [], node.first, node.parts
    for at, end, start in places.values():
        here = node.first + at - first
        found.append(
            Node(node.article, [*rest[:here], Span(rest[here].start, end)], first, node.first + at, node.group)
        )
        rest, first = [Span(start, rest[here].end), *rest[here + 1 :]], node.first + at
    return [*found, Node(node.article, rest, first, node.last, node.group)]


def _had(node: Node) -> list[Span]:
    """What of `node` each attribution or unquoted stretch elsewhere has, from its first word to its last."""
    found: dict[object, Span] = {}
    for other, span in node.links.items():
        place = (other.article, other.group) if other.quoted else other
        known = found.get(place, span)
        found[place] = Span(min(known.start, span.start), max(known.end, span.end))
    return list(found.values())


def _words(side: Prepared, start: int, end: int) -> int:
    """How many words begin between two places, none where they are not in order."""
    first, last = side.words.range(start, end)
    return max(0, last - first)


def _said(node: Node, side: Prepared) -> list[tuple[Span, str]]:
    """The words of a variant in their matching form, sentence by sentence, with a blank before and after each."""
    found = []
    for part in node.parts:
        for span in sentences(side.text, part.start, part.end):
            first, last = side.words.range(span.start, span.end)
            if first < last:
                found.append((span, f" {' '.join(side.words.keys[first:last])} "))
    return found


def _link_alike(
    shorts: Mapping[Node, list[tuple[Span, str]]],
    longs: Mapping[Node, list[tuple[Span, str]]],
    matched: tuple[Sequence[Span], Sequence[Span]],
    sides: Mapping[str, Prepared],
) -> None:
    """Links quotations of one speaker where one is, word for word, most of a sentence of the other, and no match has either."""
    known = {*_touched(shorts, matched[0])}
    for short, pieces in shorts.items():
        words = " ".join(text.strip() for _, text in pieces)
        count = words.count(" ") + 1
        if short in known or count < ALIKE:
            continue
        for long, said in longs.items():
            for span, text in said:
                if (
                    f" {words} " in text
                    and 2 * count >= text.count(" ") - 1
                    and not any(map(span.overlaps, matched[1]))
                    and _one_speaker(short, long, sides)
                ):
                    long.share(short, [span])
                    short.share(long, [Span(short.start, short.end)])


def _one_speaker(one: Node, other: Node, sides: Mapping[str, Prepared]) -> bool:
    left, right = (speaker_of(node, sides[node.article]) for node in (one, other))
    return bool(left and right and same_person(left, right) is not None)

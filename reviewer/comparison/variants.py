"""The variants of an event's utterances: quotations and what stands for them elsewhere, linked by the words that they share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from reviewer.comparison.attribution import told
from reviewer.comparison.sides import Prepared
from reviewer.comparison.values import Match
from reviewer.quotes import same_person
from reviewer.text import Span, sentences

MET = 0.4  # share of the shorter of two variants that is equal in both, or they are two utterances that meet
OVER = 2  # words on both sides of the end of a sentence from which on a variant goes over it
SAID_AGAIN = 3  # words of a quotation from which on, said again by its speaker, it is one utterance, though no match
MOST_OF_IT = 0.5  # share of a sentence that they are at least
SHELF = 256  # code points of an article that are looked up together
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
    links: dict[Node, Span] = field(default_factory=dict)  # to another variant: which span of this one it shares

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

    def followed_by(self, other: Node) -> Node:
        """It and the next piece of its attribution as one variant, which shares what either shares."""
        parts = [*self.parts, *other.parts]
        joined = Node(self.article, parts, self.first, other.last, self.group, self.order, dict(self.links))
        for node, span in other.links.items():
            joined.share(node, [span])
        return joined

    def within(self, span: Span) -> int:
        """How many code points of `span` are in this variant."""
        return sum(span.shared(part) for part in self.parts)

    def share(self, other: Node, spans: Iterable[Span]) -> None:
        """Notes that it shares `spans` of its own with `other`, beside what it shared before."""
        known = [*spans, *([self.links[other]] if other in self.links else [])]
        self.links[other] = Span(min(span.start for span in known), max(span.end for span in known))


class Places:
    """Numbered spans of one article by where they lie, so that asking for those at a place looks at its neighbourhood alone."""

    def __init__(self) -> None:
        self._shelves: dict[int, list[tuple[Span, int]]] = {}

    def add(self, number: int, spans: Iterable[Span]) -> None:
        """Notes what number stands at `spans`."""
        for span in spans:
            for shelf in _shelves(span):
                self._shelves.setdefault(shelf, []).append((span, number))

    def touched(self, spans: Iterable[Span]) -> set[int]:
        """The numbers of what shares a code point with one of `spans`."""
        return {
            number
            for span in spans
            for shelf in _shelves(span)
            for known, number in self._shelves.get(shelf, ())
            if span.overlaps(known)
        }


def _shelves(span: Span) -> range:
    return range(span.start // SHELF, -(-span.end // SHELF))


def speaker_of(node: Node, side: Prepared) -> str | None:
    """Who speaks, or how they are mentioned there; of unquoted text who says it, by its own sentence."""
    if not node.quoted:
        reporter = told(side, *side.words.whole(node.start, node.end))
        return None if reporter is None else reporter.mention
    numbers: set[int] = set()
    for part in node.parts:  # quotations begin and end in the order of their pieces
        first = bisect_right(side.pieces, part.start, key=lambda piece: piece.quotation.end)
        last = bisect_left(side.pieces, part.end, key=lambda piece: piece.quotation.start)
        numbers.update(range(first, last))
    quotations = (side.pieces[number].quotation for number in sorted(numbers))
    return next((q.speaker or q.mention for q in quotations if q.speaker or q.mention), None)


def linked(
    sides: Mapping[str, Prepared],
    machine: Mapping[Pair, Sequence[Match]],
    live: Mapping[Pair, Sequence[Match]],
    awaited: Callable[[], None] = lambda: None,
) -> list[Node]:
    """All variants, by article, quoted ones first; `live` are the matches that count, `machine` those that were found.

    `awaited` is called pair by pair.
    """
    nodes = {name: _quoted(name, side) for name, side in sides.items()}
    known = _link_all(nodes, machine, live, sides, awaited)
    cut = {name: [piece for node in nodes[name] if node.quoted for piece in _cut(node, sides)] for name in nodes}
    if any(len(cut[name]) > sum(node.quoted for node in nodes[name]) for name in nodes):
        nodes = cut
        known = _link_all(nodes, machine, live, sides, awaited)
    for article in known:
        _link_repeated(article)
    every = [node for side in nodes.values() for node in side]
    for at, node in enumerate(every):
        node.order = at
    return every


def _quoted(article: str, side: Prepared) -> list[Node]:
    """The quotations of an article as variants; of those that overlap each has its own words alone."""
    nodes: list[Node] = []
    for number, piece in enumerate(side.pieces):
        start = min(piece.begins, side.words.starts[piece.start])
        if number and nodes[-1].end > start:
            nodes[-1].parts[-1] = Span(nodes[-1].parts[-1].start, start)
        part = Span(start, piece.quotation.end)
        if number and side.goes_on(number - 1, number):
            nodes[-1].parts.append(part)
            nodes[-1].last = number
        else:
            nodes.append(Node(article, [part], number, number, piece.group))
    return nodes


def _link_all(
    nodes: Mapping[str, list[Node]],
    machine: Mapping[Pair, Sequence[Match]],
    live: Mapping[Pair, Sequence[Match]],
    sides: Mapping[str, Prepared],
    awaited: Callable[[], None],
) -> list[_Known]:
    """Links `nodes` by the matches, and gives back what is known of each article."""
    for side in nodes.values():
        for node in side:
            node.links.clear()
    known = {name: _Known(name, side, sides[name]) for name, side in nodes.items()}
    for (one, other), matches in live.items():
        awaited()
        left, right = known[one], known[other]
        for match in matches:
            if match.kind != "passage":
                _link(match, left, right)
        found = matches if matches is machine[one, other] else (*machine[one, other], *matches)
        mine = [part for match in found for part in match.left.parts]
        theirs = [part for match in found for part in match.right.parts]
        _link_alike(left, right, mine, theirs)
        _link_alike(right, left, theirs, mine)
    return list(known.values())


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a quotation: its words in their matching form, with a blank before and after each."""

    node: Node
    span: Span
    words: str


class _Known:
    """The variants of one article, found by place, and the sentences of its quotations, by place and by their words."""

    def __init__(self, article: str, nodes: list[Node], side: Prepared) -> None:
        self.article, self.nodes, self.side = article, nodes, side
        self.places, self.sentence_places = Places(), Places()
        self.said: dict[int, list[str]] = {}  # by the number of a quoted variant: all its words
        self.sentences: list[_Sentence] = []
        self.runs: dict[tuple[str, ...], list[int]] = {}  # SAID_AGAIN words in a row: the sentences that have them
        for number, node in enumerate(nodes):
            self.places.add(number, node.parts)
            if node.quoted:
                said = _said(node, side)
                self.said[number] = " ".join(sentence.words.strip() for sentence in said).split(" ")
                for sentence in said:
                    self._add(sentence)

    def _add(self, sentence: _Sentence) -> None:
        number = len(self.sentences)
        self.sentences.append(sentence)
        self.sentence_places.add(number, [sentence.span])
        words = sentence.words[1:-1].split(" ")
        for run in dict.fromkeys(zip(*(words[k:] for k in range(SAID_AGAIN)), strict=False)):
            self.runs.setdefault(run, []).append(number)

    def touched(self, parts: Iterable[Span]) -> list[Node]:
        """The variants that have something of `parts`."""
        return [self.nodes[number] for number in sorted(self.places.touched(parts))]

    def unquoted(self, parts: tuple[Span, ...]) -> Node:
        """A new variant, of unquoted text."""
        node = Node(self.article, list(parts))
        self.places.add(len(self.nodes), parts)
        self.nodes.append(node)
        return node


def _said(node: Node, side: Prepared) -> list[_Sentence]:
    found = []
    for part in node.parts:
        for span in sentences(side.text, part.start, part.end):
            first, last = side.words.range(span.start, span.end)
            if first < last:
                found.append(_Sentence(node, span, f" {' '.join(side.words.keys[first:last])} "))
    return found


def _link(match: Match, left: _Known, right: _Known) -> None:
    """Links the variants whose words are equal in `match`; a side without marks gets a variant of its own."""
    mine = left.touched(match.left.parts) or [left.unquoted(match.left.parts)]
    theirs = right.touched(match.right.parts) or [right.unquoted(match.right.parts)]
    equal = [(edit.left, edit.right) for edit in match.edits if edit.op == "equal"]
    equal_in: dict[tuple[Node, Node], list[tuple[Span, Span]]] = {}
    if len(mine) == len(theirs) == 1:
        equal_in[mine[0], theirs[0]] = [(a, b) for a, b in equal if mine[0].within(a) and theirs[0].within(b)]
    else:
        for a, b in equal:
            for pair in product(left.touched([a]), right.touched([b])):
                equal_in.setdefault(pair, []).append((a, b))
    for one, other in product(mine, theirs):
        shared = equal_in.get((one, other), [])
        length = sum(min(one.within(a), other.within(b)) for a, b in shared)
        if match.relation == "paraphrased" or not match.edits or length >= MET * min(one.length, other.length):
            spans = shared or [(match.left.span, match.right.span)]
            one.share(other, [a for a, _ in spans])
            other.share(one, [b for _, b in spans])


def _link_alike(shorts: _Known, longs: _Known, matched: Sequence[Span], others: Sequence[Span]) -> None:
    """Links quotations of one speaker where one is, word for word, most of a sentence of the other, and no match has either.

    `matched` and `others` are what matches have of the two articles.
    """
    alike = [(number, words) for number, words in shorts.said.items() if tuple(words[:SAID_AGAIN]) in longs.runs]
    if not alike:
        return
    known, taken = shorts.places.touched(matched), longs.sentence_places.touched(others)
    free: dict[tuple[str, ...], list[_Sentence]] = {}
    for number, words in alike:
        if number in known:
            continue
        count, run = len(words), tuple(words[:SAID_AGAIN])
        short, whole = shorts.nodes[number], f" {' '.join(words)} "
        if run not in free:
            free[run] = [longs.sentences[at] for at in longs.runs[run] if at not in taken]
        for long in free[run]:
            if (
                whole in long.words
                and count >= MOST_OF_IT * (long.words.count(" ") - 1)
                and _one_speaker(short, shorts.side, long.node, longs.side)
            ):
                long.node.share(short, [long.span])
                short.share(long.node, [Span(short.start, short.end)])


def _link_repeated(article: _Known) -> None:
    """Links the printings of one quotation in one article: the matches go from the first to the first, the second to the second."""
    first: dict[tuple[str | None, str], Node] = {}
    for number, words in article.said.items():
        if len(words) >= SAID_AGAIN:
            node = article.nodes[number]
            one = first.setdefault((speaker_of(node, article.side), " ".join(words)), node)
            if one is not node:
                one.share(node, [Span(one.start, one.end)])
                node.share(one, [Span(node.start, node.end)])


def _one_speaker(one: Node, side: Prepared, other: Node, other_side: Prepared) -> bool:
    left, right = speaker_of(one, side), speaker_of(other, other_side)
    return bool(left and right and same_person(left, right) is not None)


def _cut(node: Node, sides: Mapping[str, Prepared]) -> list[Node]:
    """`node` in as many as it holds utterances that others have one by one.

    It is cut at the end of a sentence where some attributions elsewhere have only what is before, others only what is
    after, and none goes on over it; what nobody else has stays with what is before.
    """
    side = sides[node.article]
    had = _had(node)
    places: dict[int, tuple[int, int, int]] = {}  # by how many end before it: the part, its end there, the next start
    for at, part in enumerate(node.parts if len(had) > 1 else ()):
        said = [span for span in sentences(side.text, part.start, part.end) if has_word(span, side)]
        for one, following in pairwise(said):
            before = [_words(side, following.start, span.end) < OVER for span in had]
            after = [_words(side, span.start, one.end) < OVER for span in had]
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


def has_word(span: Span, side: Prepared) -> bool:
    """Whether `span` has a whole word, without which it is no variant of anything."""
    first, last = side.words.whole(span.start, span.end)
    return first < last


def _words(side: Prepared, start: int, end: int) -> int:
    """How many words begin between two places, none where they are not in order."""
    first, last = side.words.range(start, end)
    return max(0, last - first)

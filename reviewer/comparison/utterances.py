"""What was said once, across all articles of an event: its variants, and the articles that have nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import combinations

from reviewer.comparison.alignment import compare
from reviewer.comparison.matching import match_parts
from reviewer.comparison.sides import Prepared, prepared
from reviewer.comparison.speakers import under_one_name
from reviewer.comparison.values import Match, Side, Utterance, Variant
from reviewer.text import Span, folded

SHARED = 0.4  # share of the shorter of two variants that is equal in both, or they are two utterances that meet
FULL = 0.5  # length of the fullest variant that another one needs to stand for the utterance in its stead
Judge = Callable[[str, str, tuple[Match, ...]], Iterable[Match]]
TELLING = frozenset({"negation", "number", "name", "modality"})  # flags by which two variants say different things


@dataclass(slots=True, eq=False)
class _Node:
    """One variant: a quotation, with what goes on in mid-sentence after its attribution, or a stretch of unquoted text.

    `last` is the index of its last piece, -1 for unquoted text.
    """

    article: str
    parts: list[Span]
    last: int = -1
    order: int = 0
    links: dict[_Node, Span] = field(default_factory=dict)  # to a variant elsewhere: which span of this one it shares

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


def utterances(articles: Mapping[str, Side], judged: Judge | None = None) -> tuple[Utterance, ...]:
    """The utterances of an event (article id → side), by how many articles have them, then by place.

    Each is gathered around its fullest variant: one belongs to it that shares words with the fullest, or shares with
    another variant the very words which that one shares with the fullest.  So the relation is transitive, and two
    utterances that meet in one long quotation are not chained.  A quotation of one article alone is an utterance too.

    The reference, to which the others are related and whose text stands for the utterance, is the fullest variant of
    the majority: where the fullest of all has another number, name, negation or modal than several articles that agree,
    it is the odd one out, and the fullest of those is the reference.  A tie leaves it to the fullest.

    `judged` is asked which matches of a pair count (ids in code-point order, left and right): an analyst's word on them.
    """
    sides = {name: prepared(side) for name, side in articles.items()}
    nodes = {name: _quoted_nodes(name, side) for name, side in sides.items()}
    for one, other in combinations(sorted(articles), 2):
        found = compare(articles[one], articles[other]).matches
        for match in found if judged is None else judged(one, other, found):
            if match.kind != "passage":
                _link(match, nodes[one], nodes[other], one, other)
    every = [node for side in nodes.values() for node in side]
    for at, node in enumerate(every):
        node.order = at
    gathered = [_utterance(_reference(centre, members, sides), members, sides) for centre, members in _gathered(every)]
    places = {name: at for at, name in enumerate(articles)}
    gathered.sort(
        key=lambda u: (
            -len({v.article for v in u.variants}),
            min((places[v.article], v.start) for v in u.variants),
        )
    )
    return under_one_name(gathered)


def _quoted_nodes(article: str, side: Prepared) -> list[_Node]:
    nodes: list[_Node] = []
    for number, piece in enumerate(side.pieces):
        if number and side.goes_on(number - 1, number):
            nodes[-1].parts.append(piece.quotation.span)
            nodes[-1].last = number
        else:
            nodes.append(_Node(article, [piece.quotation.span], number))
    return nodes


def _link(match: Match, lefts: list[_Node], rights: list[_Node], one: str, other: str) -> None:
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
            equal = sum(min(_within(a, left), _within(b, right)) for a, b in shared)
            if match.relation == "paraphrased" or not match.edits or equal >= SHARED * min(left.length, right.length):
                spans = shared or [(match.left.span, match.right.span)]
                left.links[right] = Span(min(a.start for a, _ in spans), max(a.end for a, _ in spans))
                right.links[left] = Span(min(b.start for _, b in spans), max(b.end for _, b in spans))


def _touched(nodes: list[_Node], parts: Iterable[Span]) -> list[_Node]:
    spans = list(parts)
    return [node for node in nodes if any(span.overlaps(part) for span in spans for part in node.parts)]


def _unquoted(nodes: list[_Node], parts: tuple[Span, ...], article: str) -> _Node:
    node = _Node(article, list(parts))
    nodes.append(node)
    return node


def _within(span: Span, node: _Node) -> int:
    return sum(span.shared(part) for part in node.parts)


def _gathered(every: list[_Node]) -> list[tuple[_Node, list[_Node]]]:
    """Every variant in one group, each group around its fullest, quoted ones first."""
    taken: set[_Node] = set()
    found = []
    for centre in sorted(every, key=lambda n: (not n.quoted, -n.length, n.order)):
        if centre in taken:
            continue
        taken.add(centre)
        members = [centre]
        reach = [(node, node.links[centre]) for node in centre.links if node not in taken]
        while reach:
            node, span = reach.pop(0)
            if node in taken:
                continue
            taken.add(node)
            members.append(node)
            for further, here in node.links.items():
                if further not in taken and 2 * here.shared(span) > min(len(here), len(span)):
                    reach.append((further, further.links[node]))
        found.append((centre, members))
    return found


def _reference(fullest: _Node, members: list[_Node], sides: Mapping[str, Prepared]) -> _Node:
    """The variant with which most articles agree in what flags tell; the fullest of those that are equal in this."""
    best, least = fullest, len(_against(fullest, members, sides))
    if least < 2:
        return fullest
    for node in sorted(members, key=lambda n: (-n.length, n.order)):
        if node is not fullest and node.quoted and node.length >= FULL * fullest.length:
            against = len(_against(node, members, sides))
            if against < least:
                best, least = node, against
    return best


def _against(reference: _Node, members: list[_Node], sides: Mapping[str, Prepared]) -> set[str]:
    """The articles that have a negation, number, name or modal otherwise than `reference`."""
    home = sides[reference.article]
    return {
        node.article
        for node in members
        if node.article != reference.article
        and any(f.flag in TELLING for f in _variants(home, sides[node.article], reference.parts, node.parts).flags)
    }


def _utterance(centre: _Node, members: list[_Node], sides: Mapping[str, Prepared]) -> Utterance:
    home = sides[centre.article]
    places = {name: at for at, name in enumerate(sides)}
    members = _joined(sorted(members, key=lambda n: n.order), centre, sides)
    members.sort(key=lambda n: (places[n.article], n is not centre, not n.quoted, -n.length, n.order))
    variants = [_variant(centre, node, sides) for node in members]
    text = home.text[centre.start : centre.end]
    speaker = _speaker(centre, home) or next((v.speaker for v in variants if v.speaker), None)
    present = {node.article for node in members}
    digest = sha256(f"{centre.article}\0{centre.start}\0{folded(text)}".encode("utf-8", "surrogatepass")).hexdigest()
    return Utterance(
        f"u-{digest[:10]}", text, speaker, tuple(variants), tuple(name for name in sides if name not in present)
    )


def _joined(members: list[_Node], centre: _Node, sides: Mapping[str, Prepared]) -> list[_Node]:
    """`members`, in order, with the neighbouring pieces of one attribution as one variant."""
    found: list[_Node] = []
    for node in members:
        last = found[-1] if found else None
        if (
            last is not None
            and centre not in (last, node)
            and last.article == node.article
            and last.quoted
            and node.quoted
            and _one_attribution(last, node, sides[node.article])
        ):
            found[-1] = _Node(node.article, [*last.parts, *node.parts], node.last, last.order)
        else:
            found.append(node)
    return found


def _one_attribution(one: _Node, other: _Node, side: Prepared) -> bool:
    first = other.last - len(other.parts) + 1
    return first == one.last + 1 and side.pieces[first].group == side.pieces[one.last].group


def _variant(centre: _Node, node: _Node, sides: Mapping[str, Prepared]) -> Variant:
    side = sides[node.article]
    text = side.text[node.start : node.end]
    speaker = _speaker(node, side)
    if node is centre:
        return Variant(node.article, node.start, node.end, text, None, (), speaker)
    match = _variants(sides[centre.article], side, centre.parts, node.parts)
    return Variant(node.article, node.start, node.end, text, match.relation, match.flags, speaker)


def _variants(home: Prepared, side: Prepared, parts: list[Span], others: list[Span]) -> Match:
    """The two variants as a match; what one of them only leaves out at its ends raises no flag, unless it governs what is left."""
    match = match_parts(home, side, tuple(parts), tuple(others))
    shared = [edit for edit in match.edits if edit.op == "equal" and any(map(str.isalnum, edit.left.of(home.text)))]
    if not shared or match.relation == "paraphrased":
        return match
    before = [edit for edit in match.edits if edit.left.end <= shared[0].left.start and edit.op != "equal"]
    after = [edit for edit in match.edits if edit.left.start >= shared[-1].left.end and edit.op != "equal"]
    kept = tuple(parts), tuple(others)
    for op in ("delete", "insert"):
        if before and all(edit.op == op for edit in before):
            parts = _cropped(parts, shared[0].left.start, len(home.text))
            others = _cropped(others, shared[0].right.start, len(side.text))
        if after and all(edit.op == op for edit in after):
            parts = _cropped(parts, 0, shared[-1].left.end)
            others = _cropped(others, 0, shared[-1].right.end)
    if kept == (tuple(parts), tuple(others)):
        return match
    return replace(match, flags=match_parts(home, side, tuple(parts), tuple(others)).flags)


def _cropped(parts: Iterable[Span], start: int, end: int) -> list[Span]:
    """What of the parts lies between two places."""
    return [Span(max(start, p.start), min(end, p.end)) for p in parts if p.end > start and p.start < end]


def _speaker(node: _Node, side: Prepared) -> str | None:
    quotations = [p.quotation for p in side.pieces if any(p.quotation.span.overlaps(part) for part in node.parts)]
    return next((q.speaker or q.mention for q in quotations if q.speaker or q.mention), None)

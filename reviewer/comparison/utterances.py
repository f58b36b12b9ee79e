"""What was said once, across all articles of an event: its variants, and the articles that have nothing of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import combinations, combinations_with_replacement, product

from reviewer.comparison.alignment import compared
from reviewer.comparison.attribution import different_people
from reviewer.comparison.matching import match_parts
from reviewer.comparison.sides import Prepared, prepared, shared_language
from reviewer.comparison.speakers import under_one_name
from reviewer.comparison.values import Edit, Flag, Match, Side, Utterance, Variant
from reviewer.comparison.variants import Node, has_word, linked, speaker_of
from reviewer.comparison.words import words_of
from reviewer.text import Span, folded, sentences

FULL = 0.5  # share of the length of the fullest variant that one needs to stand for the utterance in its stead
AROUND = 0.5  # share of the shorter of two spans of a variant that both have, or one leads from the centre no further to the other
Judge = Callable[[str, str, tuple[Match, ...]], Iterable[Match]]
Progress = Callable[[int, int], None]
TOGETHER = 24  # articles that are compared with as many others before the next ones are, so that caches of a few texts hold them
# Flags by which two variants say different things:
SAYS_OTHERWISE = frozenset({"negation", "number", "name", "modality"})


def utterances(
    articles: Mapping[str, Side],
    judged: Judge | None = None,
    progress: Progress | None = None,
    awaited: Callable[[], None] = lambda: None,
) -> tuple[Utterance, ...]:
    """The utterances of an event (article id → side), by how many articles have them, then by place.

    Each is gathered around its fullest variant: one belongs to it that shares words with the fullest, or shares with
    another variant the very words which that one shares with the fullest.  So the relation is transitive, and two
    utterances that meet in one long quotation are not chained: it is cut where a sentence ends over which no other
    article goes on.  A quotation of one article alone is an utterance too.

    The reference, to which the others are related and whose text stands for the utterance, is the fullest variant of
    the majority: where the fullest of all has another number, name, negation or modal than several articles that agree,
    it is the odd one out, and the fullest of those is the reference.  A tie leaves it to the fullest.

    Whatever the order of `articles`, the utterances, their ids and their speakers are the same; what is given back goes
    by that order.

    `judged` is asked which matches of a pair count (ids in code-point order, left and right): an analyst's word on them.
    `progress` is told how many pairs of how many are compared.  `awaited` is called now and then while their matches are gathered; what it
    raises ends this.
    """
    names = sorted(articles)
    sides = {name: prepared(articles[name], reused=True) for name in names}
    machine = _compared(sides, progress)
    live = machine if judged is None else {(a, b): tuple(judged(a, b, found)) for (a, b), found in machine.items()}
    gathered = []
    for pieces in _gathered(linked(sides, machine, live, awaited), sides):
        awaited()
        members = _joined(pieces)
        reference = _reference(members, sides)
        gathered.append((_utterance(reference, members, sides), _letters(reference, sides)))
    rank = _rank({name: at for at, name in enumerate(names)})
    gathered.sort(key=lambda one: rank(one[0]))
    places = {name: at for at, name in enumerate(articles)}
    found = [_in_order(utterance, places) for utterance in under_one_name(_with_ids(gathered))]
    return tuple(sorted(found, key=_rank(places)))


def _rank(places: Mapping[str, int]) -> Callable[[Utterance], tuple[int, tuple[int, int]]]:
    """What sorts utterances by how many articles have them, then by place, the articles in the order of `places`."""

    def rank(utterance: Utterance) -> tuple[int, tuple[int, int]]:
        variants = utterance.variants
        return -len({v.article for v in variants}), min((places[v.article], v.start) for v in variants)

    return rank


def _in_order(utterance: Utterance, places: Mapping[str, int]) -> Utterance:
    """With its variants, and the articles without it, in the order of `places`."""
    return replace(
        utterance,
        variants=tuple(sorted(utterance.variants, key=lambda variant: places[variant.article])),
        absent=tuple(sorted(utterance.absent, key=places.__getitem__)),
    )


def _compared(sides: Mapping[str, Prepared], progress: Progress | None) -> dict[tuple[str, str], tuple[Match, ...]]:
    """The matches of every pair of articles, in order."""
    pairs = list(combinations(sides, 2))
    found = {}
    for done, (a, b) in enumerate(_by_neighbourhood(list(sides)), 1):
        found[a, b] = compared(sides[a], sides[b]).matches
        if progress is not None:
            progress(done, len(pairs))
    return {pair: found[pair] for pair in pairs}


def _by_neighbourhood(names: list[str]) -> Iterator[tuple[str, str]]:
    """Every pair, those of the same few names in a row."""
    rows = [names[at : at + TOGETHER] for at in range(0, len(names), TOGETHER)]
    for row, column in combinations_with_replacement(rows, 2):
        yield from combinations(row, 2) if row is column else product(row, column)


def _with_ids(gathered: Iterable[tuple[Utterance, str]]) -> list[Utterance]:
    """Each, given with its letters, under an id that it keeps while these stay, whichever articles come or go.

    Of those that have the same letters all but the first are told apart by where they stand.
    """
    seen: set[str] = set()
    found = []
    for utterance, letters in gathered:
        reference = next(variant for variant in utterance.variants if variant.relation is None)
        named = f"{letters}\0{reference.article}\0{reference.start}" if letters in seen else letters
        seen.add(letters)
        digest = sha256(named.encode("utf-8", "surrogatepass")).hexdigest()
        found.append(replace(utterance, id=f"u-{digest[:10]}"))
    return found


def _letters(node: Node, sides: Mapping[str, Prepared]) -> str:
    """The letters and digits of a variant, folded."""
    text = sides[node.article].text
    return "".join(filter(str.isalnum, "".join(folded(part.of(text)) for part in node.parts)))


def _fullness(node: Node, sides: Mapping[str, Prepared]) -> tuple[int, str, int]:
    """What puts the fullest first; of those as full the letters decide, so that the names of the articles do only where these are the same."""
    return -node.length, _letters(node, sides), node.order


def _first_fullest(node: Node, sides: Mapping[str, Prepared]) -> tuple[bool, tuple[int, str, int]]:
    """What puts the fullest first, quoted ones before others."""
    return not node.quoted, _fullness(node, sides)


def _gathered(every: list[Node], sides: Mapping[str, Prepared]) -> Iterator[list[Node]]:
    """Every variant in one group, each group around its fullest, quoted ones first.

    What one article prints as one quotation brings in both pieces of an attribution elsewhere.  What nobody quotes makes no
    utterance of what two people say, and goes with the one who is told to have said it.
    """
    taken: set[Node] = set()
    voices = _Voices(sides)
    for centre in sorted(every, key=lambda n: _first_fullest(n, sides)):
        if centre in taken:
            continue
        taken.add(centre)
        members = [centre]
        reach = deque(
            (node, node.links[centre])
            for node in centre.links
            if node not in taken and not voices.of_another(node, centre, taken)
        )
        attributed = {(node.article, node.group) for node in (centre, *(node for node, _ in reach)) if node.quoted}
        while reach:
            node, span = reach.popleft()
            if node in taken:
                continue
            taken.add(node)
            members.append(node)
            for further, here in node.links.items():
                if further in taken:
                    continue
                told = further.quoted and (further.article, further.group) in attributed
                if not told and voices.bridged(further, centre, members):
                    continue
                if told or here.shared(span) > AROUND * min(len(here), len(span)):
                    reach.append((further, further.links[node]))
                    if further.quoted:
                        attributed.add((further.article, further.group))
        yield members


class _Voices:
    """Who speaks in variants, and whether these are surely two people."""

    def __init__(self, sides: Mapping[str, Prepared]) -> None:
        self.sides = sides
        self.speakers: dict[Node, str | None] = {}

    def speaker(self, node: Node) -> str | None:
        if node not in self.speakers:
            self.speakers[node] = speaker_of(node, self.sides[node.article])
        return self.speakers[node]

    def differ(self, one: Node, other: Node) -> bool:
        """Whether two people by name speak in two variants."""
        mine, theirs = self.speaker(one), self.speaker(other)
        words = shared_language(self.sides[one.article], self.sides[other.article])
        return bool(mine and theirs and mine != theirs and different_people(mine, theirs, words))

    def bridged(self, node: Node, centre: Node, members: Iterable[Node]) -> bool:
        """Whether nothing but unquoted text links a quotation to `members`, those around one of another person."""
        if not (node.quoted and centre.quoted) or any(one.quoted and one in node.links for one in members):
            return False
        return self.differ(node, centre)

    def of_another(self, node: Node, centre: Node, taken: Container[Node]) -> bool:
        """Whether unquoted text is told to be what another person than that of `centre` says, who is quoted with it elsewhere."""
        quoted = [other for other in node.links if other.quoted and other not in taken]
        if node.quoted or not centre.quoted or not quoted:
            return False
        return self.differ(node, centre) and not all(self.differ(node, other) for other in quoted)


def _reference(members: list[Node], sides: Mapping[str, Prepared]) -> Node:
    """The variant with which most articles agree in what flags tell; the fullest of those that are equal in this."""
    fullest = min(members, key=lambda n: _first_fullest(n, sides))
    best, against = fullest, _against(fullest, members, sides)
    if len(against) < 2:
        return fullest
    for node in sorted(members, key=lambda n: _fullness(n, sides)):
        if node is not fullest and node.quoted and node.length >= FULL * fullest.length:
            # who is against the best one is mostly against this one too, and as many are enough to know
            doubtful = sorted(members, key=lambda n: n.article not in against)
            others = _against(node, doubtful, sides, len(against))
            if len(others) < len(against):
                best, against = node, others
    return best


def _against(
    reference: Node, members: Iterable[Node], sides: Mapping[str, Prepared], most: int | None = None
) -> set[str]:
    """The articles that have a negation, number, name or modal otherwise than `reference`, the first `most` of them."""
    home = sides[reference.article]
    found: set[str] = set()
    for node in members:
        if node.article != reference.article and node.article not in found:
            flags = _variants(home, sides[node.article], reference.parts, node.parts).flags
            if any(flag.flag in SAYS_OTHERWISE for flag in flags):
                found.add(node.article)
                if len(found) == most:
                    break
    return found


def _utterance(centre: Node, members: list[Node], sides: Mapping[str, Prepared]) -> Utterance:
    home = sides[centre.article]
    members = sorted(members, key=lambda n: (n.article, n is not centre, not n.quoted, -n.length, n.order))
    variants = [_variant(centre, node, sides) for node in members]
    text = home.text[centre.start : centre.end]
    speaker = speaker_of(centre, home) or next((v.speaker for v in variants if v.speaker), None)
    present = {node.article for node in members}
    return Utterance("", text, speaker, tuple(variants), tuple(name for name in sides if name not in present))


def _joined(members: Iterable[Node]) -> list[Node]:
    """`members`, in order, with the neighbouring pieces of one attribution as one variant."""
    found: list[Node] = []
    for node in sorted(members, key=lambda n: n.order):
        last = found[-1] if found else None
        if last is not None and last.one_attribution(node) and node.first - last.last in (0, 1):
            found[-1] = last.followed_by(node)
        else:
            found.append(node)
    return found


def _variant(centre: Node, node: Node, sides: Mapping[str, Prepared]) -> Variant:
    side = sides[node.article]
    text = side.text[node.start : node.end]
    speaker = speaker_of(node, side)
    if node is centre:
        return Variant(node.article, node.start, node.end, text, None, (), speaker)
    match = _variants(sides[centre.article], side, centre.parts, node.parts)
    if match.relation == "paraphrased":
        equal = [edit.left for edit in match.edits if edit.op == "equal"]
        told = _told(centre, centre.links.get(node) or max(equal, key=len, default=Span(0, 0)), sides)
        match = replace(match, flags=_variants(sides[centre.article], side, told, node.parts).flags)
    return Variant(node.article, node.start, node.end, text, match.relation, match.flags, speaker)


def _variants(home: Prepared, side: Prepared, parts: list[Span], others: list[Span]) -> Match:
    """The two variants as a match; what one of them only leaves out at its ends raises no flag, unless it governs what is left."""
    match = match_parts(home, side, tuple(parts), tuple(others))
    if match.relation == "trimmed" and not any(_differs(edit, home, side) for edit in match.edits):
        return replace(match, relation="identical")  # all of it, though one of them is cut out of a longer quotation
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
    flags = match_parts(home, side, tuple(parts), tuple(others)).flags
    if _denied(flags) and not _denied(match.flags):
        # who reads all of both finds it said otherwise: `did not know until Sunday`, `knew since Sunday`
        mine, theirs = _keys(parts, home), _keys(others, side)
        flags = tuple(
            flag for flag in flags if flag.flag != "negation" or (_in(flag.left, mine) and _in(flag.right, theirs))
        )
    return replace(match, flags=flags)


def _denied(flags: Iterable[Flag]) -> bool:
    return any(flag.flag == "negation" for flag in flags)


def _keys(parts: Iterable[Span], side: Prepared) -> set[str]:
    return {key for part in parts for key in side.words.keys[slice(*side.words.whole(part.start, part.end))]}


def _in(said: str, keys: Container[str]) -> bool:
    """Whether the words that raised a flag are all among `keys`."""
    return all(key in keys for key in words_of(said).keys)


def _differs(edit: Edit, home: Prepared, side: Prepared) -> bool:
    return edit.op != "equal" and any(map(str.isalnum, edit.left.of(home.text) + edit.right.of(side.text)))


def _told(node: Node, span: Span, sides: Mapping[str, Prepared]) -> list[Span]:
    """The sentences of a variant that have something of `span`: what another one tells in its own words."""
    side = sides[node.article]
    every = [one for part in node.parts for one in sentences(side.text, part.start, part.end)]
    said = [one for one in every if one.overlaps(span) and has_word(one, side)]
    return _cropped(node.parts, said[0].start, said[-1].end) if said else node.parts


def _cropped(parts: Iterable[Span], start: int, end: int) -> list[Span]:
    """What of the parts lies between two places."""
    return [Span(max(start, p.start), min(end, p.end)) for p in parts if p.end > start and p.start < end]

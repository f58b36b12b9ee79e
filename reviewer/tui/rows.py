"""The rows of the lists under the panes: what each says, what it can be filtered by, and where it brings the panes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from textual.content import Content

from reviewer.framing import Anchor, Difference, DifferenceSide, LoadedPair, PairAnnotations, Place, SideName, Verdict
from reviewer.text import Span, displayable, folded
from reviewer.tui.desk import SIDES, Desk, MatchRow, other
from reviewer.tui.shown import beginning, clipped, ending, joined, line, quoted
from reviewer.tui.worddiff import around, closes, cut_and_added, mirrored, word_diff

if TYPE_CHECKING:
    from reviewer.comparison import Match
    from reviewer.tui.document_layout import Position

Target = tuple[Place, int, int]
Part = Content | str | tuple[str, str]
SIGNS = {"confirmed": "✓", "rejected": "✗", "added": "✚"}
DIM = "$muted"
FLAG = "bold $warning"
_AROUND = 60  # code points of what a quotation has before or after a match, where a row is not said in full


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `id` is stable over refreshes; `haystack` and `values` are folded; `targets` where each file side goes; `spans` are
    highlighted with it; `full` is what it says where there is room for all of it, where that is more than `detail`."""

    id: str
    prompt: Content
    haystack: str = ""
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    targets: Mapping[SideName, Target] = field(default_factory=dict)
    detail: Callable[[], Content] = Content.empty
    spans: Mapping[SideName, Sequence[Span]] = field(default_factory=dict)
    full: Callable[[], Content] | None = None

    def holds(self, side: SideName, caret: Position) -> bool:
        """Whether the caret of a side's pane stands in what the row is about."""
        place, start, end = self.targets.get(side, ("text", 0, -1))
        return caret.place == place and start <= caret.offset <= end

    def in_full(self) -> Content:
        return (self.full or self.detail)()


def _values(**fields: Iterable[str | None]) -> dict[str, frozenset[str]]:
    return {name: frozenset(folded(value) for value in values if value) for name, values in fields.items()}


def _both(first: str | None, second: str | None) -> str:
    """`said → told`, or the one word where both sides have the same; a dash where a side has none."""
    if not first and not second:
        return ""
    if first == second:
        return line(first)
    return f"{line(first) or '–'} → {line(second) or '–'}"


def _names(desk: Desk, first: SideName) -> tuple[str, str]:
    return desk.articles.names[first], desk.articles.names[other(first)]


def match_list(desk: Desk, first: SideName, *, beside: bool = False) -> list[Row]:
    """One row a match; `first` is the file side that is shown on the left.  Where `beside`, other analysts' verdicts, and below all their links."""
    said = desk.said_by_others() if beside else {}
    rows = [_match_row(desk, row, first, said.get(row.number, ())) for row in desk.matches]
    for analyst, verdict, match in desk.links_of_others() if beside else ():
        row = _match_row(desk, MatchRow(0, match), first, [(analyst, verdict.verdict)], flags=verdict.flags)
        rows.append(replace(row, id=f"{analyst}/{verdict.id}"))
    return rows


def _match_row(
    desk: Desk, row: MatchRow, first: SideName, others: Sequence[tuple[str, str]], *, flags: Sequence[str] = ()
) -> Row:
    """`flags` are those that a verdict remembers of a match which is not the machine's."""
    match = row.match if first == "left" else mirrored(row.match)
    left, right = desk.articles[first].text, desk.articles[other(first)].text
    flags = tuple(dict.fromkeys(flag.flag for flag in match.flags)) or (row.verdict.flags if row.verdict else flags)
    words = "" if row.lost else left[match.left.start : match.left.end]
    if row.lost and row.verdict is not None:
        words = "".join(anchor.exact for anchor in _anchors(row.verdict, first)[:1])
    rejected = "strike " + DIM if row.state == "rejected" else ""
    parts: list[Part] = [
        (f"{row.number or '':>3} ", "bold"),
        (SIGNS.get(row.state, " ") + " ", "bold $success"),
        (f"{match.relation:<11} ", rejected),
    ]
    for analyst, word in others:
        opposed = row.state and (word == "rejected") != (row.state == "rejected")
        parts.append((f"≡ {line(analyst)} {SIGNS[word]}  ", FLAG if opposed else "bold"))
    parts += [(f"{status} ", FLAG) for status in _holdings(desk, row.verdict)]
    if flags:
        parts.append((f"⚑ {', '.join(flags)}  ", FLAG))
    about = "  ".join(part for part in (_both(*match.speakers), _both(*match.cues)) if part)
    if about:
        parts.append((about + "  ", DIM))
    parts.append((f"“{clipped(words, 90)}”", rejected))
    if match.kind != "quote":
        parts.append((f"  ({match.kind})", DIM))
    return Row(
        f"match-{row.number}" if not row.own or row.verdict is None else row.verdict.id,
        joined(*parts),
        folded(" ".join([words, "" if row.lost else right[match.right.start : match.right.end], *_said(match)])),
        _values(
            relation=[match.relation],
            flag=flags,
            speaker=match.speakers,
            verdict=[row.state or "none"],
            side=["both"],
            analyst=[analyst for analyst, _ in others],
        ),
        {}
        if row.lost
        else {
            first: ("text", match.left.start, match.left.end),
            other(first): ("text", match.right.start, match.right.end),
        },
        lambda: _match_detail(desk, row, first, room=_AROUND),
        full=lambda: _match_detail(desk, row, first),
    )


def _anchors(record: Verdict | Difference, side: SideName) -> tuple[Anchor, ...]:
    there = record.left if side == "left" else record.right
    return there.anchors if isinstance(there, DifferenceSide) else there


def _holdings(desk: Desk, verdict: Verdict | None) -> list[str]:
    """`orphan` and `moved?` where anchors of a verdict are."""
    if verdict is None or desk.loaded is None:
        return []
    found = {desk.loaded.check(side, anchor).status for side in SIDES for anchor in _anchors(verdict, side)}
    return [word for status, word in (("orphan", "orphan"), ("moved", "moved?")) if status in found]


def _unsettled(
    desk: Desk, record: Verdict | Difference | None, first: SideName, loaded: LoadedPair | None, *, own: bool = True
) -> Iterator[Part]:
    """A line for each anchor that does not hold: what its words are now, and of one's `own` what accepts that."""
    accepts = ": M accepts" if own else ""
    if record is None or loaded is None:
        return
    for side in (first, other(first)):
        for anchor in _anchors(record, side):
            check = loaded.check(side, anchor)
            if check.status == "ok":
                continue
            yield (f"{'moved?' if check.proposed else 'orphan:'} ", FLAG)
            now = check.proposed
            if now is None:
                yield f"{quoted(anchor.exact, 80)} is gone from {desk.articles.names[side]}\n"
            elif now.exact == anchor.exact:
                yield f"{quoted(anchor.exact, 80)} stands elsewhere in {desk.articles.names[side]} now{accepts}\n"
            else:
                yield f"{quoted(anchor.exact, 80)} is {quoted(now.exact, 80)} now{accepts}\n"


def _said(match: Match) -> list[str]:
    return [word for word in (*match.speakers, *match.cues) if word]


def _match_detail(desk: Desk, row: MatchRow, first: SideName, *, room: int | None = None) -> Content:
    """The word diff of the two quotations, flags, and who says it on each side; `room` is for what they have before and after the match."""
    unsettled = _unsettled(desk, row.verdict, first, desk.loaded)
    if row.lost:
        return joined(*unsettled)
    match = row.match if first == "left" else mirrored(row.match)
    left, right = desk.articles[first].text, desk.articles[other(first)].text
    before, after = zip(_around(desk, row, first), _around(desk, row, other(first)), strict=True)
    parts: list[Part] = [
        *unsettled,
        *cut_and_added(*(ending(words, room) for words in before)),
        word_diff(match, left, right),
        *cut_and_added(*(beginning(words, room) for words in after)),
        "\n",
    ]
    changed = [edit for edit in match.edits if edit.op != "equal"]
    if match.relation == "identical" and not all(
        closes(edit, match, edit.left.of(left), edit.right.of(right)) for edit in changed
    ):
        parts.append(("the same words, printed otherwise   ", DIM))
    for flag in match.flags:
        parts.append((f"⚑ {flag.flag}: ", FLAG))
        parts.append(f"{line(flag.left) or '–'} → {line(flag.right) or '–'}   ")
    if any(match.speakers) or any(match.cues):
        for name, speaker, cue in zip(_names(desk, first), match.speakers, match.cues, strict=True):
            parts.append((f"{name}: ", "bold"))
            parts.append(f"{line(speaker) or 'speaker unknown'}{', ' + line(cue) if cue else ''}   ")
    return joined(*parts)


def _around(desk: Desk, row: MatchRow, side: SideName) -> tuple[str, str]:
    if desk.found is None or row.match.kind == "passage":
        return "", ""
    spans = (quotation.span for quotation in desk.found[side].quotes)
    return around(row, desk.matches, side, spans, desk.articles[side].text)


def quotation_list(desk: Desk, side: SideName) -> list[Row]:
    """The quotations that only this side has, and what stands between marks there without being speech."""
    if desk.found is None:
        return []
    text = desk.articles[side].text
    rows = []
    for quotation in desk.only(side):
        words = quotation.text or text[quotation.start : quotation.end]
        about = ", ".join(line(part) for part in (quotation.speaker or quotation.mention, quotation.cue) if part)
        rows.append(
            Row(
                f"{side}-{quotation.start}",
                joined((f"{quotation.kind:<8} ", DIM), f"“{clipped(words, 110)}”  ", (about, "bold")),
                folded(f"{words} {about}"),
                _values(speaker=[quotation.speaker, quotation.mention], side=[side]),
                {side: ("text", quotation.start, quotation.end)},
                lambda words=words, about=about: joined((about + "\n" if about else "", "bold"), f"“{line(words)}”"),  # type: ignore[misc]
            )
        )
    for marked in desk.found[side].not_speech:
        words = marked.text or text[marked.start : marked.end]
        why = f"not speech: {marked.kind}, {line(marked.reason)}"
        rows.append(
            Row(
                f"{side}-{marked.start}",
                joined((f"{marked.kind:<8} ", DIM), (f"“{clipped(words, 90)}”  ", DIM), (why, "italic " + DIM)),
                folded(f"{words} {why}"),
                _values(side=[side]),
                {side: ("text", marked.start, marked.end)},
                lambda words=words, why=why: joined((why + "\n", DIM), f"“{line(words)}”"),  # type: ignore[misc]
            )
        )
    return rows


def difference_list(desk: Desk, first: SideName, *, beside: bool) -> list[Row]:
    """One's own records, then moved and lost anchors' remarks within them, then other analysts' where `beside`."""
    return [
        _difference_row(desk, record, loaded, first, own=loaded is desk.loaded)
        for loaded in (desk.loaded, *(desk.others if beside else ()))
        if loaded is not None
        for record in loaded.annotations.differences
    ]


def _difference_row(desk: Desk, record: Difference, loaded: LoadedPair, first: SideName, *, own: bool) -> Row:
    by = loaded.annotations
    orphans, moved = _unplaced(loaded, record)
    withdrawn = "strike " + DIM if record.status == "withdrawn" else ""
    sides = (record.side(first), record.side(other(first)))
    marks = "".join("●" if side.state == "present" else "○" for side in sides)
    codes = [*record.codes, *record.left.codes, *record.right.codes]
    kind = (record.type or "difference").removeprefix("difference.")
    anchors = [anchor for side in sides for anchor in side.anchors]
    words = anchors[0].exact if anchors else ""
    parts: list[Part] = [
        (f"{'' if own else '≡ ' + line(by.analyst) + ' '}{marks} ", "bold"),
        (f"{line(kind)} ", withdrawn or "bold"),
    ]
    if codes:
        parts.append((f"{' '.join(line(code) for code in dict.fromkeys(codes))}  ", "$secondary"))
    parts.append((f"{quoted(words, 60)}  ", withdrawn))
    if record.note:
        parts.append((clipped(record.note, 80), "italic " + DIM))
    if record.status != "open":
        parts.insert(1, (f"[{record.status}] ", DIM))
    if moved:
        parts.insert(1, ("moved? ", FLAG))
    if orphans:
        parts.insert(1, ("orphan ", "bold $error"))
    states = [
        f"{name} {desk.articles[side].id}"
        for side, name in ((first, "left"), (other(first), "right"))
        if record.side(side).state == "present"
    ]
    return Row(
        record.id if own else f"{by.analyst}/{record.id}",
        joined(*parts),
        folded(" ".join([record.type or "", *codes, record.note, *(anchor.exact for anchor in anchors)])),
        _values(
            status=[record.status, *(["orphan"] if orphans else []), *(["moved"] if moved else [])],
            code=[record.type, *codes],
            side=[*states, *(["absent"] if any(side.state == "absent" for side in sides) else ["both"])],
            role=[anchor.role for anchor in anchors],
            analyst=[by.analyst],
        ),
        {side: target for side in SIDES if (target := _target(desk, side, record, loaded)) is not None},
        lambda: _difference_detail(desk, record, loaded, first, own=own),
        full=lambda: _difference_in_full(desk, record, by, first),
    )


def _target(desk: Desk, side: SideName, record: Difference, loaded: LoadedPair) -> Target | None:
    """The first anchor of a side that has a place."""
    for anchor in record.side(side).anchors:
        there = desk.placed(side, anchor, loaded)
        if there is not None:
            return there.place, there.start, there.end
    return None


def _unplaced(loaded: LoadedPair, record: Difference) -> tuple[int, int]:
    """How many anchors of a record are orphans, and how many have a place proposed."""
    statuses = [loaded.check(side, anchor).status for side in SIDES for anchor in record.side(side).anchors]
    return statuses.count("orphan"), statuses.count("moved")


def _difference_detail(desk: Desk, record: Difference, loaded: LoadedPair, first: SideName, *, own: bool) -> Content:
    parts: list[Part] = []
    by = loaded.annotations
    if not own:
        parts.append((f"{line(by.analyst)}, read-only · ", DIM))
    parts.append((line(record.type or "no type"), "bold"))
    parts.append((f"  salience {record.salience} · {record.confidence} confidence · {record.status}\n", DIM))
    parts += _unsettled(desk, record, first, loaded, own=own)
    for side in (first, other(first)):
        there = record.side(side)
        parts.append((f"{desk.articles.names[side]}: ", "bold"))
        if there.state == "absent":
            parts.append("absent" + _searched(there.searched.queries if there.searched else ()))
        parts.append(" · ".join(f"{anchor.role or 'body'} {quoted(anchor.exact, 160)}" for anchor in there.anchors))
        parts.append("\n")
    parts.append(line(record.note.strip()).replace("⏎", "\n"))
    return joined(*parts)


def _difference_in_full(desk: Desk, record: Difference, by: PairAnnotations, first: SideName) -> Content:
    """Everything the record says, for whoever checks it: all words and codes, and the best candidate that an absence rejected."""
    parts: list[Part] = [(line(record.type or "no type"), "bold"), f"  {' '.join(map(line, record.codes))}\n"]
    about = f"salience {record.salience} · {record.confidence} confidence · {record.status} · {line(by.analyst)} · {record.id}"
    parts.append((f"{about}\n", DIM))
    for side in (first, other(first)):
        there = record.side(side)
        parts.append((f"\n{desk.articles.names[side]}: ", "bold"))
        parts.append(f"{there.state}  {' '.join(map(line, there.codes))}\n")
        parts += [f"  {anchor.role or 'body'} {quoted(anchor.exact, len(anchor.exact))}\n" for anchor in there.anchors]
        if there.searched:
            parts += [f"  searched for {quoted(query, len(query))}\n" for query in there.searched.queries]
            best = there.searched.best
            rejected = (
                f"rejected {quoted(best.exact, len(best.exact))} ({best.score} of 100)" if best else "nothing came up"
            )
            parts.append(f"  {rejected}\n")
    if record.note.strip():
        parts.append(f"\n{displayable(record.note.strip())}")
    return joined(*parts)


def _searched(queries: tuple[str, ...]) -> str:
    return f", searched for {', '.join(f'“{clipped(query, 40)}”' for query in queries)}" if queries else ""

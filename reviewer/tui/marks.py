"""What each pane marks: matches under their numbers, quotations of one side only, annotated spans, words looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.framing import LoadedPair, SideName
from reviewer.text import Span
from reviewer.tui.desk import Desk
from reviewer.tui.document_marks import Mark, MarkKind


def marks_of(desk: Desk, side: SideName, *, beside: bool = False, words: Sequence[Span] = ()) -> list[Mark]:
    """The marks of the pane that shows `side`; another analyst's records only where they are shown `beside`."""
    marks = [Mark(span.start, span.end, "word") for span in words]
    for row in desk.matches:
        if row.live:
            marks += [Mark(part.start, part.end, "match", number=row.number) for part in row.extent(side).parts]
    marks += [Mark(quotation.start, quotation.end, "only") for quotation in desk.only(side)]
    if desk.loaded is not None:
        marks += _annotated(desk, desk.loaded, side, "difference")
    if beside:
        for theirs in desk.others:
            marks += _annotated(desk, theirs, side, "other")
        for _, _, match in desk.links_of_others():
            extent = match.left if side == "left" else match.right
            marks += [Mark(part.start, part.end, "other") for part in extent.parts]
    return marks


def _annotated(desk: Desk, by: LoadedPair, side: SideName, kind: MarkKind) -> Iterator[Mark]:
    """Anchors that moved are marked where they are proposed to be, orphans nowhere."""
    for record in by.annotations.differences:
        if record.status != "withdrawn":
            for anchor in record.side(side).anchors:
                there = desk.placed(side, anchor, by)
                if there is not None:
                    yield Mark(there.start, there.end, kind, place=there.place)


def sync_points(desk: Desk) -> list[tuple[int, int]]:
    """Where matched spans begin, left and right: what synchronised scrolling goes by."""
    return [(row.match.left.start, row.match.right.start) for row in desk.matches if row.live]

"""Tables for people: aligned by terminal cells, every cell made displayable."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from reviewer.text import displayable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


_LEAST = 3  # cells of the narrowest column that is cut
_LEGIBLE = 9  # cells of a column of relations that can be read, with the gap before it


def _cells(text: str) -> int:
    from wcwidth import wcswidth  # 10 ms that programs which read JSON need not pay

    width = wcswidth(text)
    return width if width >= 0 else len(text)


def clipped(text: str, cells: int) -> str:
    """`text` on one line in at most `cells` terminal cells, ending in `…` when something was cut."""
    line = displayable(text, one_line=True)
    if _cells(line) <= cells:
        return line
    from wcwidth import wcwidth

    kept, used = [], 0
    for character in line:
        width = max(0, wcwidth(character))
        if used + width > cells - 1:
            break
        kept.append(character)
        used += width
    return "".join(kept) + "…"


def _shared_out(widths: Sequence[int], room: int) -> list[int]:
    """The widths, the widest cut to one measure so that together they take no more than `room`, but 3 each."""
    cap = max(widths, default=0)
    while cap > _LEAST and sum(min(width, cap) for width in widths) > room:
        cap -= 1
    return [min(width, cap) for width in widths]


@dataclass(frozen=True, slots=True)
class Table:
    """A header, how one record becomes rows of as many cells, which columns hold running text, and which are never cut.

    `whole` may be as long as a path, `short` are as short as a date.
    """

    header: Sequence[str]
    cells: Callable[[Mapping[str, Any]], Iterable[Sequence[str]]]
    texts: tuple[int, ...] = (-1,)
    whole: int | None = None
    short: tuple[int, ...] = ()

    def lines(self, rows: Sequence[Sequence[str]], *, width: int) -> Iterator[str]:
        """Lines not wider than `width` cells; the columns of text take what the others leave, and two fifths of it at least."""
        if not rows:
            return
        # A path that takes more than a third of the width goes on in the next row of the terminal: the rest has the first.
        safe = [[displayable(cell, one_line=True) for cell in row] for row in rows]
        count = len(self.header)
        widths = [max(_cells(self.header[i]), *(_cells(row[i]) for row in safe)) for i in range(count)]
        texts = {index % count for index in self.texts}
        kept = {self.whole % count} if self.whole is not None else set()
        short = {index % count for index in self.short}
        others = [i for i in range(count) if i not in texts | kept | short]
        gaps = 2 * (count - 1)
        room = width - gaps - sum(widths[i] for i in kept)
        if kept and room < 2 * width // 3:
            room = width - gaps
        room -= sum(widths[i] for i in short)
        reserved = min(sum(widths[i] for i in texts), 2 * room // 5)
        for chosen in (others, sorted(texts)):
            for i, cells in zip(chosen, _shared_out([widths[i] for i in chosen], room - reserved), strict=True):
                widths[i] = cells
            room, reserved = room - sum(widths[i] for i in chosen), 0
        for row in (list(self.header), *safe):
            shown = [clipped(cell, widths[i]) for i, cell in enumerate(row)]
            yield "  ".join(cell + " " * (widths[i] - _cells(cell)) for i, cell in enumerate(shown)).rstrip()


def _import_cells(record: Mapping[str, Any]) -> list[list[str]]:
    kept = len(record["text"].strip())
    day = (record["published"] or "?")[:10]
    named = [record["outlet"] or "?", day, record["byline"] or "?", record["title"] or "?"]
    return [[record.get("status", "would import"), *named, f"{kept:,}", str(record.get("path", record["source"]))]]


def _quotes_cells(record: Mapping[str, Any]) -> list[list[str]]:
    return [
        [record["id"], str(q["start"]), q["kind"], q["speaker"] or "?", q["mention"] or "", q["cue"] or "", q["text"]]
        for q in record["quotes"]
    ] + [
        [record["id"], str(n["start"]), f"not speech: {n['kind']}", "", "", "", n["text"]] for n in record["not_speech"]
    ]


def _flag_names(flags: Iterable[Mapping[str, str]]) -> list[str]:
    return sorted({flag["flag"] for flag in flags})


def _compare_cells(record: Mapping[str, Any]) -> list[list[str]]:
    return [
        [
            match["kind"],
            match["relation"],
            " ".join(_flag_names(match["flags"])),
            match["speakers"]["left"] or "",
            match["speakers"]["right"] or "",
            match["left"]["text"],
            match["right"]["text"],
        ]
        for match in record["matches"]
    ]


IMPORT_TABLE = Table(
    ["status", "outlet", "published", "byline", "title", "length", "file"], _import_cells, (4,), whole=-1, short=(2, 5)
)
QUOTES_TABLE = Table(["article", "at", "kind", "speaker", "mention", "cue", "words"], _quotes_cells)
COMPARE_TABLE = Table(
    ["kind", "relation", "flags", "left", "right", "words on the left", "words on the right"], _compare_cells, (-2, -1)
)
EVENTS_TABLE = Table(["article", "event"], lambda record: [[record["id"], record["event"]]])
PAIRS_TABLE = Table(
    ["article", "score", "quotes", "partner"],
    lambda record: [[record["id"], f"{p['score']:.1f}", str(p["shared_quotes"]), p["id"]] for p in record["partners"]],
)


def _said_how(variants: Sequence[Mapping[str, Any]]) -> str:
    """The flags of all that an article has of an utterance first, since the end of a cell may be cut; then the relation of its fullest."""
    if not variants:
        return "–"
    flags = " ".join(_flag_names(flag for variant in variants for flag in variant["flags"]))
    relation = variants[0]["relation"] or "fullest"
    return f"⚑ {flags}, {relation}" if flags else relation


def _row_by_row(outlets: Mapping[str, str], record: Mapping[str, Any]) -> list[list[str]]:
    """An utterance and who has it how, the utterance itself once; then how many have nothing."""
    articles = dict.fromkeys(variant["article"] for variant in record["variants"])
    rows = [
        [outlets.get(article, article), _said_how([v for v in record["variants"] if v["article"] == article])]
        for article in articles
    ]
    if record["absent"]:
        rows.append([f"{len(record['absent'])} without it", "–"])
    named = [record["speaker"] or "?", record["text"]]
    return [[*(named if at == 0 else ["", ""]), *row] for at, row in enumerate(rows)]


def utterances_table(outlets: Mapping[str, str], *, width: int) -> Table:
    """*Who quoted whom*: a row an utterance, a column an article under the name of its outlet (article id → outlet).

    Where the columns would be too narrow to be read, a row for each article that has the utterance.
    """
    if len(outlets) * _LEGIBLE > 3 * width // 5:
        return Table(["speaker", "utterance", "outlet", "how"], partial(_row_by_row, outlets), (1,), whole=2)

    def cells(record: Mapping[str, Any]) -> list[list[str]]:
        how = [_said_how([v for v in record["variants"] if v["article"] == article]) for article in outlets]
        return [[record["speaker"] or "?", record["text"], *how]]

    return Table(["speaker", "utterance", *outlets.values()], cells, (1,))

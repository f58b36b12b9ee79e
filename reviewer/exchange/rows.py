"""The annotations as rows, one per difference and anchor, or per verdict and anchor, for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.articles import Article, load_article
from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reviewer.framing import Anchor, Difference, DifferenceSide, PairAnnotations, Verdict
    from reviewer.project import Project

Cell = str | int | float | bool | None
Row = dict[str, Cell]

COLUMNS = (
    "event",
    "left",
    "right",
    "analyst",
    "difference",
    "type",
    "codes",
    "status",
    "salience",
    "confidence",
    "note",
    "created",
    "modified",
    "side",
    "article",
    "outlet",
    "published",
    "sha256",
    "state",
    "side_codes",
    "anchor",
    "place",
    "role",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "queries",
    "best_score",
    "best_exact",
    "best_start",
    "best_end",
    "done",
    "codebook",
)
VERDICT_COLUMNS = (
    "event",
    "left",
    "right",
    "analyst",
    "match",
    "verdict",
    "kind",
    "relation",
    "flags",
    "side",
    "article",
    "outlet",
    "published",
    "sha256",
    "speaker",
    "anchor",
    "place",
    "role",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "done",
    "codebook",
)
# What a spreadsheet takes for a formula, at the start of a cell or of a line in it, blanks before it or not (OWASP, CSV injection).
_FORMULA = re.compile(
    "\\A(?=[\t\r])|(?:\\A|(?<=[\r\n]))(?=[ \t\x0b\x0c\xa0\u2000-\u200b\u202f\u3000\ufeff]*+[=+\\-@＝＋－＠])"
)


def _anchor_cells(number: int, anchor: Anchor) -> Row:
    return {
        "anchor": number,
        "place": anchor.place,
        "role": anchor.role,
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _search_cells(side: DifferenceSide) -> Row:
    if side.searched is None:
        return {}
    best = side.searched.best
    cells: Row = {"queries": " | ".join(side.searched.queries)}
    if best is not None:
        cells |= {
            "best_score": best.score,
            "best_exact": best.exact,
            "best_start": best.start,
            "best_end": best.end,
        }
    return cells


def _difference_rows(shared: Row, difference: Difference, sides: Mapping[str, Row]) -> Iterator[Row]:
    common = shared | {
        "difference": difference.id,
        "type": difference.type,
        "codes": " ".join(difference.codes),
        "status": difference.status,
        "salience": difference.salience,
        "confidence": difference.confidence,
        "note": difference.note,
        "created": difference.created,
        "modified": difference.modified,
    }
    for name, side in (("left", difference.left), ("right", difference.right)):
        row = common | {"side": name, "state": side.state, "side_codes": " ".join(side.codes)} | sides[name]
        if side.state == "absent":
            yield dict.fromkeys(COLUMNS) | row | _search_cells(side)
        for number, anchor in enumerate(side.anchors, 1):
            yield dict.fromkeys(COLUMNS) | row | _anchor_cells(number, anchor)


def _verdict_rows(shared: Row, verdict: Verdict, sides: Mapping[str, Row]) -> Iterator[Row]:
    common = shared | {
        "match": verdict.id,
        "verdict": verdict.verdict,
        "kind": verdict.kind,
        "relation": verdict.relation,
        "flags": " ".join(verdict.flags),
    }
    for name, anchors, speaker in zip(sides, (verdict.left, verdict.right), verdict.speakers, strict=True):
        row = common | {"side": name, "speaker": speaker} | sides[name]
        for number, anchor in enumerate(anchors, 1):
            yield dict.fromkeys(VERDICT_COLUMNS) | row | _anchor_cells(number, anchor)


def _about(annotations: PairAnnotations, articles: Mapping[str, Article]) -> tuple[Row, dict[str, Row]]:
    """What all rows of a file share, and what all rows of each side do."""
    shared: Row = {
        "event": annotations.event,
        "left": annotations.left.article,
        "right": annotations.right.article,
        "analyst": annotations.analyst,
        "done": annotations.done,
        "codebook": "/".join(annotations.codebook),
    }
    sides: dict[str, Row] = {}
    for name, source in (("left", annotations.left), ("right", annotations.right)):
        article = articles.get(source.article)
        sides[name] = {
            "article": source.article,
            "outlet": article.outlet if article else None,
            "published": article.published if article else None,
            "sha256": source.sha256,
        }
    return shared, sides


def rows(annotations: PairAnnotations, articles: Mapping[str, Article]) -> Iterator[Row]:
    """One row per difference and anchor, one for an absent side; `articles` are the event's, by id, for outlet and date."""
    shared, sides = _about(annotations, articles)
    for difference in annotations.differences:
        yield from _difference_rows(shared, difference, sides)


def verdict_rows(annotations: PairAnnotations, articles: Mapping[str, Article]) -> Iterator[Row]:
    """One row per verdict on a match and anchor, with VERDICT_COLUMNS; `articles` as for `rows`."""
    shared, sides = _about(annotations, articles)
    for verdict in annotations.verdicts:
        yield from _verdict_rows(shared, verdict, sides)


def project_rows(
    project: Project,
    refuse: Callable[[ReviewerError], object],
    rows_of: Callable[[PairAnnotations, Mapping[str, Article]], Iterator[Row]],
) -> Iterator[Row]:
    """The rows of every annotation file of a project; a file that cannot be read goes to `refuse` and the rest goes on."""
    from reviewer.framing import pair_files, read_in_place

    load = lru_cache(maxsize=256)(load_article)  # an article stands in many pairs
    for path in pair_files(project):
        try:
            annotations = read_in_place(path)
            articles: dict[str, Article] = {}
            for source in (annotations.left, annotations.right):
                file = project.article_file(annotations.event, source.article)
                if file.is_file():
                    articles[source.article] = load(file)
        except ReviewerError as error:
            refuse(error)
            continue
        yield from rows_of(annotations, articles)


def spreadsheet_safe(cell: Cell) -> Cell:
    """`cell` with a `'` before anything that a spreadsheet would run as a formula; other cells as they are."""
    if not isinstance(cell, str):
        return cell
    return _FORMULA.sub("'", cell)


def csv_lines(found: Iterable[Row], columns: Sequence[str] = COLUMNS, *, raw: bool = False) -> Iterator[str]:
    """RFC 4180 with LF: the header, then a record a row; `raw` leaves cells that start like a formula as they are."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    yield buffer.getvalue()
    for row in found:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(row if raw else {column: spreadsheet_safe(cell) for column, cell in row.items()})
        yield buffer.getvalue()


def json_lines(found: Iterable[Row]) -> Iterator[str]:
    """A JSON object a row."""
    for row in found:
        yield json.dumps(row, ensure_ascii=False) + "\n"

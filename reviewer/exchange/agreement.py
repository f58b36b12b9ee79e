"""How far analysts agree, as rows: what a report of intercoder reliability is written from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.errors import ReviewerError
    from reviewer.exchange.rows import Row
    from reviewer.project import Project

AGREEMENT_COLUMNS = (
    "pairs",
    "analysts",
    "measured",
    "code",
    "title",
    "unit",
    "units",
    "values",
    "yes",
    "agreed",
    "alpha",
    "undefined",
)
_UNITS = {"codes": "article", "types": "pair", "verdicts": "match"}
_DIGITS = 6


def agreement_rows(project: Project, refuse: Callable[[ReviewerError], object]) -> Iterator[Row]:
    """One row per measure, of `all` pairs that two analysts or more have worked on and then of the `finished` ones.

    `agreed` is a share, 0–1; a file that cannot be read, the codebook too, goes to `refuse` and the rest goes on.
    """
    from reviewer.errors import ReviewerError
    from reviewer.framing import load_codebook
    from reviewer.framing.agreement import finished, measures, pairs_of_several, read_together

    codebook, warnings = load_codebook(project)
    for warning in warnings:
        refuse(ReviewerError(warning))
    titles = {code.path: code.title for code in codebook.codes}
    files = dict(read_together(project, pairs_of_several(project), codebook, refuse))
    for which, counting in (("all", files), ("finished", finished(files))):
        analysts = sorted({file.annotations.analyst for known in counting.values() for file in known})
        for measure in measures(counting, codebook):
            figures = measure.figures
            yield {
                "pairs": which,
                "analysts": " ".join(analysts),
                "measured": measure.of,
                "code": measure.path or None,
                "title": titles.get(measure.path),
                "unit": _UNITS[measure.subject],
                "units": figures.units,
                "values": figures.values,
                "yes": measure.yes,
                "agreed": None if figures.agreed is None else round(figures.agreed, _DIGITS),
                "alpha": None if figures.alpha is None else round(figures.alpha, _DIGITS),
                "undefined": figures.why or None,
            }

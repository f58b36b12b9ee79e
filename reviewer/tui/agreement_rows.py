"""The rows of the agreement screen: a code, a branch or the verdicts, with alpha and what it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from reviewer.framing import Code, Codebook
from reviewer.framing.agreement import Measure, Unit, Value
from reviewer.text import folded
from reviewer.tui.catalogue import Entry, called
from reviewer.tui.rows import DIM, Part, Row
from reviewer.tui.shown import clipped, joined, line, names_of, plural

HEADING = "     α  agree  units      used"
_WHOLE = {"codes": "codes", "types": "kinds", "verdicts": "verdicts on matches"}
_UNIT = {"codes": "articles in a pair", "types": "pairs", "verdicts": "matches"}
_YES = {"code": "yes", "set": "with some of them", "match": "for the match"}
_SAME = {"code": "say the same", "set": "chose the same set", "match": "say the same"}
_DISTANCE = {"code": "nominal", "set": "of sets, MASI", "match": "nominal"}
_SOURCES = (
    "Krippendorff 2004, Content Analysis; Hayes & Krippendorff 2007, Communication Methods and Measures 1(1); "
    "for sets: Passonneau 2006, LREC"
)


def measure_rows(measures: Sequence[Measure], codebook: Codebook, entries: Sequence[Entry]) -> list[Row]:
    """One row a measure, figures first: they stand below each other however long the names are."""
    known = {code.path: code for code in codebook.codes}
    return [_row(measure, known.get(measure.path), entries) for measure in measures]


def _row(measure: Measure, code: Code | None, entries: Sequence[Entry]) -> Row:
    figures = measure.figures
    name, path = _names(measure, code)
    strong = "" if measure.of == "code" else "bold"
    parts: list[Part] = [
        (f"{_alpha(figures.alpha):>5} {_percent(figures.agreed):>6} {figures.units:>6,} ", strong),
        (f"{f'{measure.yes:,}/{figures.values:,}':>9}", DIM),
        (f"  {'  ' if measure.of == 'code' else ''}{name}", strong),
        (f"  {path}", DIM),
    ]
    return Row(
        f"{measure.subject} {measure.of} {measure.path}",
        joined(*parts),
        folded(f"{name} {measure.path}"),
        {"code": frozenset([folded(measure.path)])} if measure.path else {},
        detail=lambda: _detail(measure, code, entries),
        full=lambda: _in_full(measure, code, entries),
    )


def _names(measure: Measure, code: Code | None) -> tuple[str, str]:
    """What a row is called, and the code's path where it is one."""
    if measure.of == "code":
        return (line(code.title), line(measure.path)) if code else (line(measure.path), "")
    whole = _WHOLE[measure.subject]
    if measure.of == "match":
        return whole, ""
    return (f"{line(measure.path)}: its {whole} together" if measure.path else f"all {whole} together"), ""


def _alpha(alpha: float | None) -> str:
    """`.74`, `−.13`; a dash where it is undefined, and 1.00 only where it is 1."""
    if alpha is None:
        return "–"
    said = f"{min(abs(alpha), 0.994 if abs(alpha) < 1 else abs(alpha)):.2f}"
    return f"{'−' if alpha < 0 and said != '0.00' else ''}{said.removeprefix('0')}"


def _percent(share: float | None) -> str:
    """`75 %`; 0 and 100 only where it is nothing and all."""
    return (
        "–" if share is None else f"{share if share in (0, 1) else min(max(share, 0.01), 0.99):.0%}".replace("%", " %")
    )


def _about(measure: Measure, code: Code | None) -> list[Part]:
    figures = measure.figures
    name, path = _names(measure, code)
    alpha = f"α {_alpha(figures.alpha)}, {_DISTANCE[measure.of]}"
    if figures.alpha is None:
        alpha = f"α is undefined: {figures.why}"
    return [
        (name, "bold"),
        (f"  {path}\n", DIM),
        f"{alpha} · {plural(figures.units, 'unit')}: {_UNIT[measure.subject]}",
    ]


def _detail(measure: Measure, code: Code | None, entries: Sequence[Entry]) -> Content:
    parts = _about(measure, code)
    if measure.split:
        parts.append((f"\nthey differ on {len(measure.split):,}: ", "bold"))
        parts.append(" · ".join(_dissent(measure, unit, said, entries) for unit, said in measure.split[:3]))
    return joined(*parts)


def _in_full(measure: Measure, code: Code | None, entries: Sequence[Entry]) -> Content:
    parts = _about(measure, code)
    figures = measure.figures
    parts.append(
        f"\n{plural(figures.values, 'value')} from two analysts or more a unit, {measure.yes:,} of them with it"
    )
    if figures.agreed is not None:
        parts.append(f"; {_percent(figures.agreed)} of the pairs of analysts {_SAME[measure.of]}")
    if code is not None:
        parts.append((f"\n{line(code.definition)}", "italic"))
    parts.append(f"\n\n{'They differ on:' if measure.split else 'They differ nowhere.'}\n")
    parts += [f"  {_dissent(measure, unit, said, entries)}\n" for unit, said in measure.split]
    parts.append((f"\n{_SOURCES}", DIM))
    return joined(*parts)


def _dissent(measure: Measure, unit: Unit, said: Sequence[tuple[str, Value]], entries: Sequence[Entry]) -> str:
    """`Harbour strike: Courier ⇄ Tribune, in Courier: jonas yes, mira no`."""
    where = called(unit.key, entries)
    if unit.side is not None:
        entry = next((known for known in entries if known.event.id == unit.key.event), None)
        article = unit.key.left if unit.side == "left" else unit.key.right
        where += f", in {(names_of(entry.articles.values()) if entry else {}).get(article, article)}"
    if unit.about:
        where += f", “{clipped(unit.about, 40)}”"
    return f"{where}: {', '.join(f'{line(who)} {_said(measure, value)}' for who, value in said)}"


def _said(measure: Measure, value: Value) -> str:
    if isinstance(value, bool):
        return ("✗", "✓")[value] if measure.of == "match" else ("no", "yes")[value]
    return " + ".join(line(path.removeprefix(f"{measure.path}.")) for path in sorted(value)) or "none"

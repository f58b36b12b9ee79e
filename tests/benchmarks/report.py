"""How a benchmark prints: the figure, the budget beside it, and nothing that judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Line:
    """`figure` in `unit`; `budget` is what DESIGN section 9 or the issue allows, None where it says nothing."""

    what: str
    figure: float
    budget: float | None
    unit: str


def show(lines: Iterable[Line]) -> None:
    for line in lines:
        budget = "" if line.budget is None else f"   budget {line.budget:g}"
        print(f"  {line.what:58} {line.figure:10.3f} {line.unit}{budget}")

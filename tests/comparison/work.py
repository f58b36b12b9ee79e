"""How much a piece of work does, counted: a clock tells more of the machine than of the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

import reviewer.comparison
from reviewer.comparison import Prepared, Side, sides


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python `work` runs, those of loops each time."""
    count = 0

    def traced(_frame: FrameType, event: str, _value: object) -> Any:
        nonlocal count
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def articles_made_ready(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gets the text of each article that is made ready for comparison from now on, as often as it is."""
    made: list[str] = []
    prepared = sides.prepared

    def noted(side: Side, *, reused: bool = False) -> Prepared:
        made.append(side.text)
        return prepared(side, reused=reused)

    for module in (sides, reviewer.comparison):
        monkeypatch.setattr(module, "prepared", noted)
    return made

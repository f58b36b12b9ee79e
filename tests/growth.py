"""Whether work grows with what it is done on and no faster: two sizes against each other, so that the machine's own speed cancels."""

from __future__ import annotations

import time
from collections.abc import Callable

_FLOOR = 0.005  # CPU seconds: below this a ratio tells of the clock only
_SLACK = 5  # times what proportion allows; eight times the text takes a quadratic rule 64 times as long
_TRIES = 3


def _cpu_seconds(work: Callable[[int], object], size: int) -> float:
    begun = time.process_time()
    work(size)
    return time.process_time() - begun


def assert_in_proportion(work: Callable[[int], object], size: int) -> None:
    """Fail if `work(size)` takes much longer, in CPU seconds, than eight times `work(size // 8)`, each time it is tried."""
    work(10)  # what is done once: imports, tables
    for _ in range(_TRIES):
        few, many = _cpu_seconds(work, size // 8), _cpu_seconds(work, size)
        if many < 8 * _SLACK * max(few, _FLOOR):
            return
    raise AssertionError(f"{few:.3f} s for {size // 8}, but {many:.3f} s for {size}")

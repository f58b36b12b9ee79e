"""Which pairs a program asks to have compared: the lines of a `--pairs` file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.articles import Refused, read_json_lines

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class PairWish:
    """Two article ids of a corpus, and the name under which the answer is given (`left--right` where none was given)."""

    pair_id: str
    left: str
    right: str


def pair_wishes(path: str) -> Iterator[PairWish | Refused]:
    """The wishes in order; a bad line is refused and the rest goes on."""
    for line, record in read_json_lines(path):
        if isinstance(record, str):
            yield Refused(path, line, record)
            continue
        left, right, name = (record.get(key) for key in ("left_id", "right_id", "pair_id"))
        if isinstance(left, str) and isinstance(right, str):
            yield PairWish(f"{left}--{right}" if name is None else str(name), left, right)
        else:
            yield Refused(path, line, 'needs "left_id" and "right_id", both text')

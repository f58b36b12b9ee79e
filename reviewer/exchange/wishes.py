"""Which pairs a program asks to have compared: the lines of a `--pairs` file, and their answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.articles import Refused, read_json_lines
from reviewer.exchange.records import comparison_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reviewer.comparison import Prepared, Side
    from reviewer.exchange.records import Record


@dataclass(frozen=True, slots=True)
class PairWish:
    """Two article ids of a corpus, and the name under which the answer is given (`left--right` where none was given).

    `where` and `line` say where it is wished for.
    """

    pair_id: str
    left: str
    right: str
    where: str
    line: int


def _id(value: object) -> str | None:
    """An id as corpora have it: text, or a whole number written as text."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def pair_wishes(path: str) -> Iterator[PairWish | Refused]:
    """The wishes in order; a bad line is refused and the rest goes on."""
    for line, record in read_json_lines(path):
        if isinstance(record, str):
            yield Refused(path, line, record)
            continue
        left, right = _id(record.get("left_id")), _id(record.get("right_id"))
        name = _id(record["pair_id"]) if record.get("pair_id") is not None else f"{left}--{right}"
        if left is None or right is None or name is None:
            yield Refused(path, line, 'needs "left_id" and "right_id", and perhaps "pair_id", each a text')
        else:
            yield PairWish(name, left, right, path, line)


def wished_comparisons(wishes: Sequence[PairWish], sides: Mapping[str, Side]) -> Iterator[Record | Refused]:
    """The matches of each wished pair, in order; refused where an article of it is not among `sides`."""
    from reviewer.comparison import compared, made_ready, prepared

    uses = Counter(article for wish in wishes for article in (wish.left, wish.right))
    ready = made_ready(sides.__getitem__)

    def side_of(article: str) -> Prepared:
        return ready(article) if uses[article] > 1 else prepared(sides[article])

    for wish in wishes:
        missing = [article for article in (wish.left, wish.right) if article not in sides]
        if missing:
            what = f"pair {wish.pair_id}: not in the corpus: {', '.join(missing)}"
            yield Refused(wish.where, wish.line, what)
            continue
        left, right = side_of(wish.left), side_of(wish.right)
        found = compared(left, right)
        yield comparison_record(wish.left, wish.right, left.text, right.text, found, pair_id=wish.pair_id)

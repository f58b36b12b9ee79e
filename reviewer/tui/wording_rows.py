"""The rows of the wording list: words that set a side apart, how each names an actor, who speaks with which verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from reviewer.framing import SideName
from reviewer.text import Span, folded
from reviewer.tui.desk import other
from reviewer.tui.rows import DIM, Row, Target
from reviewer.tui.shown import joined, line, plural

if TYPE_CHECKING:
    from reviewer.comparison import Wording

_SELDOM, _RARELY = 1.96, 2.58


def _in_words(z: float) -> str:
    """What a z-score says, by the two-sided bounds of 5 % and 1 %."""
    said = (
        "hardly chance" if abs(z) >= _RARELY else "probably not chance" if abs(z) >= _SELDOM else "may well be chance"
    )
    return f"z {abs(z):.1f}, how surely the word sets that side apart: {said}"


def wording_list(wording: Wording, names: Mapping[SideName, str], first: SideName) -> list[Row]:
    """Distinctive words first, strongest first; then namings and verbs of speech.

    `names` are those of the articles by file side, `first` is the side shown on the left.
    """
    second = other(first)

    def of_both(one: str, two: str, more: str = "") -> Content:
        more = f"\n{more}" if more else ""
        return joined((f"{line(names[first])}: ", "bold"), f"{one}\n", (f"{line(names[second])}: ", "bold"), two, more)

    rows = []
    for word in wording.words:
        mine = "left" if word.z > 0 else "right"
        counts = {"left": word.left_count, "right": word.right_count}
        arrow = "◀" if mine == first else "▶"
        rows.append(
            Row(
                f"word {word.word}",
                joined(
                    (f"{arrow} ", "bold $accent"),
                    (f"{line(word.word):<18} ", "bold"),
                    f"{counts[first]:>3} : {counts[second]:<3} ",
                    (f"z {abs(word.z):.1f}", DIM),
                ),
                folded(word.word),
                {"side": frozenset(["left" if mine == first else "right"])},
                _targets(word.left_spans, word.right_spans),
                partial(of_both, plural(counts[first], "time"), plural(counts[second], "time"), _in_words(word.z)),
                {"left": word.left_spans, "right": word.right_spans},
            )
        )
    for naming in wording.namings:
        named = {"left": naming.left, "right": naming.right}
        rows.append(
            Row(
                f"name {naming.name}",
                joined(
                    ("named  ", DIM),
                    (f"{line(naming.name)}: ", "bold"),
                    f"{_listed(named[first])}  ⇄  {_listed(named[second])}",
                ),
                folded(" ".join([naming.name, *naming.left, *naming.right])),
                {},
                _targets(naming.left_spans, naming.right_spans),
                partial(of_both, _listed(named[first]), _listed(named[second])),
                {"left": naming.left_spans, "right": naming.right_spans},
            )
        )
    for verbs in wording.speech_verbs:
        said = {"left": verbs.left, "right": verbs.right}
        rows.append(
            Row(
                f"verbs {verbs.speaker}",
                joined(
                    ("speaks ", DIM),
                    (f"{line(verbs.speaker)}: ", "bold"),
                    f"{_counted(said[first])}  ⇄  {_counted(said[second])}",
                ),
                folded(" ".join([verbs.speaker, *(verb for verb, _ in (*verbs.left, *verbs.right))])),
                {"speaker": frozenset([folded(verbs.speaker)])},
                {},
                partial(of_both, _counted(said[first]), _counted(said[second])),
            )
        )
    return rows


def _targets(left: Sequence[Span], right: Sequence[Span]) -> dict[SideName, Target]:
    targets: dict[SideName, Target] = {}
    if left:
        targets["left"] = ("text", left[0].start, left[0].end)
    if right:
        targets["right"] = ("text", right[0].start, right[0].end)
    return targets


def _listed(names: Sequence[str]) -> str:
    return ", ".join(line(name) for name in names) or "–"


def _counted(verbs: Sequence[tuple[str, int]]) -> str:
    return ", ".join(line(verb) if count == 1 else f"{line(verb)} ×{count}" for verb, count in verbs) or "–"

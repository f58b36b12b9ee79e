"""What became of an utterance between two articles, word by word, legible without colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from reviewer.framing import SideName
from reviewer.text import Span, displayable
from reviewer.tui.desk import MatchRow

if TYPE_CHECKING:
    from reviewer.comparison import Edit, Match

_WORD = re.compile(r"\w")
_CLOSING = frozenset(",.")
CUT, ADDED, KEPT = "strike $error", "underline $success", ""


def mirrored(match: Match) -> Match:
    """The match as it looks with the sides exchanged."""
    from reviewer.comparison import Edit, Flag  # loaded with the matches, after the first text

    ops = {"delete": "insert", "insert": "delete"}
    return replace(
        match,
        left=match.right,
        right=match.left,
        flags=tuple(Flag(flag.flag, flag.right, flag.left) for flag in match.flags),
        speakers=(match.speakers[1], match.speakers[0]),
        cues=(match.cues[1], match.cues[0]),
        edits=tuple(Edit(ops.get(e.op, e.op), e.right, e.left) for e in match.edits),  # type: ignore[arg-type]
    )


def word_diff(match: Match, left_text: str, right_text: str) -> Content:
    """Both variants in one: kept words plain, `[-cut-]` struck, `{+added+}` underlined; a change is a cut and an addition."""
    return Content.assemble(*_pieces(match, left_text, right_text))


def _pieces(match: Match, left_text: str, right_text: str) -> Iterator[str | tuple[str, str]]:
    if not match.edits:
        yield _safe(left_text[match.left.start : match.left.end])
        if match.relation != "identical":
            yield "  ⇄  "
            yield _safe(right_text[match.right.start : match.right.end])
        return
    for edit in match.edits:
        left, right = _safe(edit.left.of(left_text)), _safe(edit.right.of(right_text))
        if edit.op == "equal" or closes(edit, match, left, right):
            yield left
        else:
            yield from cut_and_added(left, right)


def closes(edit: Edit, match: Match, left: str, right: str) -> bool:
    """Whether an edit from `left` to `right` only changes the mark that closes a part: `we waited,” he said`, `we waited.”`."""
    ended = any(edit.left.end == part.end for part in match.left.parts) and any(
        edit.right.end == part.end for part in match.right.parts
    )
    return ended and _CLOSING.issuperset(left + right)


def cut_and_added(left: str, right: str) -> Iterator[tuple[str, str]]:
    """What only the left and what only the right has at one place; both must be safe already."""
    if left:
        yield (f"[-{left}-]", CUT)
    if right:
        yield (f"{{+{right}+}}", ADDED)


def around(
    row: MatchRow, rows: Sequence[MatchRow], side: SideName, quotations: Iterable[Span], text: str
) -> tuple[str, str]:
    """What the quotation of a side has before and after a match, as far as no other match of `rows` has it; one line each.

    This is what was trimmed when the other side's quotation ends where the match does.  ("", "") where the match is in no quotation.
    """
    extent = row.extent(side)
    others = [part for known in rows if known.live and known is not row for part in known.extent(side).parts]
    before = after = ""
    for quotation in quotations:
        if quotation.start < extent.start < quotation.end:
            begin = max([quotation.start, *(part.end for part in others if part.end <= extent.start)])
            before = text[begin : extent.start].lstrip()
        if quotation.start < extent.end < quotation.end:
            end = min([quotation.end, *(part.start for part in others if part.start >= extent.end)])
            after = text[extent.end : end].rstrip()
    return tuple(_safe(words) if _WORD.search(words) else "" for words in (before, after))  # type: ignore[return-value]


def _safe(text: str) -> str:
    return displayable(text, one_line=True).replace("⏎", " ")

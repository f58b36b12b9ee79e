"""What became of an utterance between two articles, word by word, legible without colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from reviewer.text import displayable

if TYPE_CHECKING:
    from reviewer.comparison import Match

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
        if edit.op == "equal":
            yield left
            continue
        if left:
            yield (f"[-{left}-]", CUT)
        if right:
            yield (f"{{+{right}+}}", ADDED)


def _safe(text: str) -> str:
    return displayable(text, one_line=True).replace("⏎", " ")

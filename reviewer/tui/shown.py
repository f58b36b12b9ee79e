"""Text on its way to a widget: every string that comes from a file passes here, and none of it is markup."""

from __future__ import annotations

from textual.content import Content

from reviewer.text import displayable


def line(text: str | None) -> str:
    """One line of plain, safe text; "" for None."""
    return displayable(text or "", one_line=True)


def clipped(text: str | None, length: int) -> str:
    """`line(text)`, at most `length` code points long, cut in the middle: both ends of a passage identify it."""
    safe = line(text)
    if len(safe) <= length:
        return safe
    head = (length - 1) * 2 // 3
    return f"{safe[:head]}…{safe[len(safe) - (length - 1 - head) :]}"


def joined(*parts: Content | str | tuple[str, str]) -> Content:
    """Content of the parts; plain strings and texts of tuples must be safe already."""
    return Content.assemble(*parts)


def plural(count: int, one: str, many: str = "") -> str:
    """`1 match`, `3 matches`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"

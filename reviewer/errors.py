"""The one error a person sees: what is wrong, where, and what to do about it."""

from __future__ import annotations

import os


class ReviewerError(Exception):
    """Something in the input or the surroundings is wrong and a person can mend it.

    `str()` gives the one line that is printed: `where:line: what; hint`.  Text that comes from a file is *not* made
    displayable here: whoever prints does that.
    """

    def __init__(
        self, what: str, *, where: str | os.PathLike[str] | None = None, line: int | None = None, hint: str = ""
    ) -> None:
        self.what = what
        self.where = None if where is None else os.fspath(where)
        self.line = line
        self.hint = hint
        super().__init__(what)

    @property
    def said(self) -> str:
        """What is wrong and what to do, without the place."""
        return f"{self.what}; {self.hint}" if self.hint else self.what

    def __str__(self) -> str:
        place = ""
        if self.where is not None:
            place = f"{self.where}:{self.line}: " if self.line is not None else f"{self.where}: "
        return place + self.said

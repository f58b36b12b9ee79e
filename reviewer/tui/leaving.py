"""Leaving with something that is not kept: only whoever was told of it may, and only of it as it was then."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unkept:
    """Something typed or decided that is nowhere on disk: `what` it is, as a value, and a line that says `why`."""

    what: object
    why: str


class LeftKnowingly:
    """For a screen on which something may be typed that must be kept."""

    _known: Unkept | None = None  # what may be left behind, as the user knows

    def unkept(self) -> Unkept | None:
        """What would be lost now; a last attempt to keep it has been made."""
        return None

    def complain(self, why: str) -> None:
        """Says what would be lost."""
        raise NotImplementedError

    def may_leave(self) -> bool:
        """Whether all is kept, or the user knows what is not; where it is new to them, it is said, and the next time they may."""
        return self.may_lose(self.unkept())

    def may_lose(self, unkept: Unkept | None) -> bool:
        """Whether this may be left behind."""
        if unkept is None or (self._known is not None and unkept.what == self._known.what):
            return True
        self._known = unkept
        self.complain(unkept.why)
        return False

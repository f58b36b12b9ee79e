"""What a person decides on a page, kept on disk while it is not written: nothing is lost with the terminal."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from textual import on

from reviewer.articles.originals import Paragraph
from reviewer.errors import ReviewerError
from reviewer.tui.later import Later
from reviewer.tui.leaving import Unkept
from reviewer.tui.page_pane import PagePane
from reviewer.tui.page_screen import PageScreen


class KeepingPage(PageScreen):
    """A page screen whose decisions survive; subclasses say what is kept and where."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: Mapping[str, Any] | None = None  # as it was last written down
        self._later = Later(self, self.keep_draft)

    @property
    @abstractmethod
    def draft_name(self) -> tuple[Hashable, str]:
        """By what the program knows the draft, and what it is called in a complaint."""

    @abstractmethod
    def to_keep(self) -> Mapping[str, Any] | None:
        """What is to be kept now, in values that JSON knows; None where nothing is decided that would be worth it."""

    @abstractmethod
    def save_draft(self, kept: Mapping[str, Any]) -> None:
        """Raises ReviewerError or OSError where it cannot be written."""

    @abstractmethod
    def discard_draft(self) -> None:
        """Nothing is kept any more.  Raises ReviewerError or OSError."""

    @on(PagePane.Decided)
    def keep_later(self) -> None:
        self._later.ask()

    def keep_draft(self) -> str:
        """What is decided, on disk; says why where it cannot be written, and gives that, else nothing."""
        self._later.stop()
        if self.reviewer.workspace.read_only or not self.query(PagePane):
            return ""  # or the screen is being taken down
        now = self.to_keep()
        if now is None:
            self.drop_draft()
        elif now != self.kept:
            identity, name = self.draft_name
            try:
                self.save_draft(now)
            except (ReviewerError, OSError) as error:
                why = f"what you decided is not kept: {error}"
                self.say(why, "error")
                self.reviewer.kept(identity, f"{why} ({name})" if self.decided() else "")
                return why
            self.kept = now
            self.reviewer.kept(identity)
        return ""

    def drop_draft(self) -> None:
        """It is written, or not wanted any more."""
        self._later.stop()
        identity, name = self.draft_name
        self.reviewer.kept(identity)
        if self.kept is not None:
            self.kept = None
            try:
                self.discard_draft()
            except (ReviewerError, OSError) as error:
                self.reviewer.tell(f"what is kept of {name} cannot be removed: {error}", "error")

    def unkept(self) -> Unkept | None:
        why = self.keep_draft() if self.decided() else ""
        return Unkept(self.decided(), f"once more leaves without it; {why}") if why else None

    async def before_leaving(self) -> None:
        self.drop_draft()

    def analyst_changed(self) -> None:
        self.keep_draft()


def fingerprint(paragraphs: Sequence[Paragraph]) -> str:
    """Of a page, of all its paragraphs with what is kept of them."""
    said = "\0".join(f"{one.kept}{one.words}" for one in paragraphs)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def decisions_to(decisions: Mapping[int, bool]) -> dict[str, bool]:
    """A person's decisions by the paragraph's number, for a file."""
    return {str(number): keep for number, keep in decisions.items()}


def decisions_from(stored: Mapping[str, Any]) -> dict[int, bool]:
    """As `decisions_to` gave them.  Raises ValueError, TypeError or AttributeError for anything else."""
    return {int(number): bool(keep) for number, keep in stored.items()}

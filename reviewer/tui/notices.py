"""Notices: what the start, the configuration and the workspace have to say."""

from __future__ import annotations

from collections.abc import Iterable

from textual import work

from reviewer.framing import Workspace
from reviewer.tui.config import Config
from reviewer.tui.endings import EndsCleanly
from reviewer.tui.shown import line

SECONDS = 8.0  # for which a notice stays


class Notices(EndsCleanly):
    """Those of the start wait in `notices` until nothing is asked."""

    config: Config
    workspace: Workspace
    notices: list[str]

    def __init__(self) -> None:
        super().__init__()
        self._warned: set[str] = set()

    @property
    def frozen(self) -> str | None:
        """Why the analyst can write nothing, and what to do about it; None where they can."""
        why, name = self.workspace.read_only, self.workspace.analyst
        if why is None:
            return None
        if self.workspace.in_use:
            return f"{why}; nothing is written as {name} until that is over and you start again; A works under another name"
        return f"{why}; nothing is written until that is mended and you start again"

    def tell(self, text: str, severity: str = "warning") -> None:
        """A notice: one displayable line, never markup."""
        self.notify(line(text), severity="error" if severity == "error" else "warning", timeout=SECONDS, markup=False)

    def tell_all(self) -> None:
        """What the start has to say, and what is wrong with moved keys."""
        for said in self.notices:
            self.tell(said)
        self.tell_warnings()
        if self.config.keys:
            self.check_keys()

    def tell_new(self, problems: Iterable[str]) -> None:
        """Of what is wrong in the project what has not been said yet."""
        for problem in problems:
            if problem not in self.notices:
                self.notices.append(problem)
                self.tell(problem)

    def tell_warnings(self) -> None:
        """What the workspace warns of, each once."""
        for warning in self.workspace.warnings:
            if warning not in self._warned:
                self._warned.add(warning)
                self.tell(warning)

    @work(thread=True)
    def check_keys(self) -> None:
        """Says what is wrong with the keys that the configuration moves, each thing once."""
        from reviewer.tui.keys import problems_of

        for problem in problems_of(self.config.keys):
            self.call_from_thread(self.tell, problem)

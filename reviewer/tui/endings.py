"""A clean end: TERM, HUP and a closed terminal keep the draft and give the terminal back where it still exists."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.app import App

if TYPE_CHECKING:
    from reviewer.framing import Workspace

_PATIENCE = 2.0  # seconds that an orderly end may take once a signal asked for it


@runtime_checkable
class Leaving(Protocol):
    """A screen on which something may be typed that must be kept."""

    def may_leave(self) -> bool:
        """Whether it is kept, or the user knows that it is not."""


class EndsCleanly(App[int]):
    """Textual leaves on TERM and HUP without any of its own clean-up; here both end the program as `quit` does."""

    workspace: Workspace
    parting: str = ""  # what was being typed and could not be kept: said once the screen is gone

    async def action_quit(self) -> None:
        """Out; where something that is being typed cannot be kept, this is said first."""
        if all(screen.may_leave() for screen in self.screen_stack if isinstance(screen, Leaving)):
            await super().action_quit()

    def end_on_signals(self) -> None:
        """Sets the handlers, where the platform and the loop have them."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number: Any = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, self._end, int(number))
            except (NotImplementedError, RuntimeError, ValueError):  # Windows; a loop outside the main thread
                return

    def _end(self, number: int) -> None:
        self.keep_drafts()
        self.workspace.close()
        asyncio.get_running_loop().call_later(_PATIENCE, os._exit, 128 + number)
        self.exit(return_code=128 + number)

    def keep_drafts(self) -> None:
        """Every screen that holds something being typed writes it down now."""
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_draft", None)
            if keep is not None:
                keep()

    def on_unmount(self) -> None:
        self.keep_drafts()
        self.workspace.close()

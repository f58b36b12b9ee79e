"""A clean end: TERM, HUP and a closed terminal keep the draft and give the terminal back where it still exists."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from reviewer.tui.asking import AsksInTurn
from reviewer.tui.leaving import LeftKnowingly

if TYPE_CHECKING:
    from reviewer.framing import Workspace

_PATIENCE = 2.0  # seconds that an orderly end may take once a signal asked for it


class EndsCleanly(AsksInTurn):
    """Textual leaves on TERM and HUP without any of its own clean-up; here both end the program as `quit` does."""

    workspace: Workspace

    def __init__(self) -> None:
        super().__init__()
        self.parting: dict[Hashable, str] = {}  # by draft, why it could not be kept: said once the screen is gone

    def kept(self, draft: Hashable, why: str = "") -> None:
        """A draft is on disk or not wanted any more; or it is not kept, and this is `why`."""
        if why:
            self.parting[draft] = why
        else:
            self.parting.pop(draft, None)

    async def action_quit(self) -> None:
        """Out; where something that is being typed cannot be kept, every screen that has such says so first."""
        typing = [screen for screen in self.screen_stack if isinstance(screen, LeftKnowingly)]
        if not [screen for screen in typing if not screen.may_leave()]:
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

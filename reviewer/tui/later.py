"""What is done once somebody pauses: what they type is written down in one go and not letter by letter."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

_PAUSE = 0.3  # seconds


class Later:
    """Calls `action` a short while after it was last asked for; `owner` is the screen that this ends with."""

    def __init__(self, owner: MessagePump, action: Callable[[], object]) -> None:
        self._owner = owner
        self._action = action
        self._timer: Timer | None = None

    def ask(self) -> None:
        """A while from now; what was asked for before is put off."""
        self.stop()
        self._timer = self._owner.set_timer(_PAUSE, self._action)

    def stop(self) -> None:
        """It is done by now, or not wanted any more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

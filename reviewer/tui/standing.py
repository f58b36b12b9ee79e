"""A screen that is being taken down does nothing any more: some of its widgets are gone before the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object

_OURS = ("reviewer.", "textual.widgets.")  # what screens have handlers for, beside events


class Standing(Widget):
    """For a screen whose actions and handlers ask for its widgets."""

    @property
    def stands(self) -> bool:
        """Whether all its widgets are there."""
        return self.display

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that came in one breath with the one that ended the screen finds no action."""
        return super().check_action(action, parameters) if self.stands else False

    async def _dispatch_message(self, message: Message) -> None:
        """Nor is a worker, or a widget that still goes on, listened to, though its message came before."""
        if self.stands or not type(message).__module__.startswith(_OURS):
            await super()._dispatch_message(message)

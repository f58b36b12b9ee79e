"""What all our dialogs share: one may end the program from inside them, as from everywhere; each ends once."""

from __future__ import annotations

from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType

from reviewer.tui.standing import Standing


class Modal(Standing, ModalScreen[ScreenResultType]):
    """A modal screen hears nothing of the application's own keys; quitting must not be among those that do nothing there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit", "quit", id="app.quit")]

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Ends the dialog once: a second key of one burst must not take down the screen below it."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

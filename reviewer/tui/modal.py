"""What all our dialogs share: one may end the program from inside them, as from everywhere; each is asked once, and ends once."""

from __future__ import annotations

from typing import Any, ClassVar, overload

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen, ScreenResultType

from reviewer.tui.standing import Standing


class Modal(Standing, ModalScreen[ScreenResultType]):
    """A modal screen hears nothing of the application's own keys; quitting must not be among those that do nothing there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit", "quit", id="app.quit")]

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Ends the dialog once: a second key of one burst must not take down the screen below it."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


class AsksOnce(App[int]):
    """For the application: what is asked already is not asked once more on top of it."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: set[type[Screen[Any]]] = set()

    @overload
    async def push_screen_wait(
        self, screen: Screen[ScreenResultType], *, mode: str | None = None
    ) -> ScreenResultType: ...

    @overload
    async def push_screen_wait(self, screen: str, *, mode: str | None = None) -> Any: ...

    async def push_screen_wait(self, screen: Screen[Any] | str, *, mode: str | None = None) -> Any:
        """None, as for who goes back, where a dialog of this kind is open: a second key of one burst wanted it."""
        if not isinstance(screen, Modal):
            return await super().push_screen_wait(screen, mode=mode)
        kind = type(screen)
        if kind in self._asked:
            return None
        self._asked.add(kind)
        try:
            return await super().push_screen_wait(screen, mode=mode)
        finally:
            self._asked.discard(kind)

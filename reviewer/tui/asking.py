"""Keys one by one: each goes to what has the focus when all that the key before it asked for stands.

A terminal hands over at once what is typed in one breath, and Textual would send every letter of it to what has the focus then: the letters
meant for a dialog would act on the texts below it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from functools import partial, wraps
from typing import Any, Concatenate, ParamSpec, Self, TypeVar, overload

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen, ScreenResultType
from textual.worker import Worker, get_current_worker

from reviewer.tui.modal import Modal

_Node = TypeVar("_Node", bound=DOMNode)
_Given = ParamSpec("_Given")
_LOOK = 0.005  # seconds between two looks at what is on its way
_LOOKS = 1000  # then keys wait no longer: a page may take very long to read
_LOST = 0.5  # seconds after which nobody has a key any more: what had it is gone


class Key(events.Key):
    """A key that says when it is over: when a widget keeps it; where none does, the application has it at the end."""

    def __init__(self, key: events.Key, to: DOMNode, over: Callable[[Key], None]) -> None:
        super().__init__(key.key, key.character)
        self.set_sender(to)  # Textual stops, on its way to the sender, what came from further up
        self._over = over

    def stop(self, stop: bool = True) -> Self:
        self._over(self)
        super().stop(stop)
        return self


class AsksInTurn(App[int]):
    """For the application: nothing is asked twice, and no key gets past a question that is on its way."""

    def __init__(self) -> None:
        super().__init__()
        self._asking: dict[Worker[None], Screen[Any] | None] = {}  # and the dialog each waits at
        self._typed: deque[events.Key | events.Paste] = deque()  # whose turn is to come
        self._turn: Key | None = None

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
        if any(type(asked) is type(screen) for asked in self._asking.values()):
            return None
        worker: Worker[None] = get_current_worker()
        self._asking[worker] = screen
        try:
            return await super().push_screen_wait(screen, mode=mode)
        finally:
            self._asking[worker] = None

    def begins_to_ask(self, worker: Worker[None]) -> None:
        """Keys wait while this worker is neither at a dialog nor at its end; where tasks begin at once (Python ≥ 3.12) it may be at one."""
        self._asking = {one: at for one, at in self._asking.items() if not one.is_finished}
        self._asking.setdefault(worker, None)

    @property
    def _is_settled(self) -> bool:
        """Whether all that was asked for stands."""
        stack = self.screen_stack
        return (not stack or stack[-1].is_mounted) and all(
            worker.is_finished or (at is not None and at.is_mounted and at in stack)
            for worker, at in self._asking.items()
        )

    async def _settle(self) -> None:
        for _ in range(_LOOKS):
            if self._is_settled:
                return
            await asyncio.sleep(_LOOK)
        self._asking.clear()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not self.screen_stack:
            return  # the program is at its end
        if isinstance(event, events.Key | events.Paste) and not isinstance(event, Key) and not event.is_forwarded:
            self._typed.append(event)
            if self._turn is None:
                await self._next()
            elif len(self._typed) == 1:
                self._give_up_later(self._turn)
            return
        await super().on_event(event)
        if isinstance(event, Key):
            self._pass(event)

    async def _next(self) -> None:
        """What was typed next goes where it belongs."""
        if self._turn is not None or not self._typed:
            return
        await self._settle()
        if not self.screen_stack:
            return
        event = self._typed.popleft()
        if isinstance(event, events.Paste):
            await super().on_event(event)
            self.call_later(self._next)
            return
        self._turn = turn = Key(event, self.focused or self.screen, self._pass)
        await super().on_event(turn)
        if not turn.is_forwarded:  # it is bound before all others
            self._pass(turn)
        elif self._typed:
            self._give_up_later(turn)

    def _give_up_later(self, turn: Key) -> None:
        self.set_timer(_LOST, partial(self._pass, turn))

    def _pass(self, turn: Key) -> None:
        if turn is self._turn:
            self._turn = None
            self.call_later(self._next)


def asks(
    action: Callable[Concatenate[_Node, _Given], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[_Node, _Given], Worker[None]]:
    """For an action that asks something: it runs as a worker, and the next key waits until the question stands."""

    @wraps(action)
    def asked(self: _Node, /, *args: _Given.args, **kwargs: _Given.kwargs) -> Worker[None]:
        worker = self.run_worker(action(self, *args, **kwargs))
        app = self.app
        if isinstance(app, AsksInTurn):
            app.begins_to_ask(worker)
        return worker

    return asked

"""What was corrected and moved on the board, as steps that can be undone and done again between those of the annotations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewer.framing import Workspace


@dataclass(frozen=True, slots=True)
class Tidied:
    """One change to the project's events: what was done, in words, the id of the event to show, and how it is undone and done again.

    `undo` and `redo` give the event to show then, and raise ReviewerError with nothing changed.  `after` is how many annotations had
    been made.
    """

    label: str
    event: str
    undo: Callable[[], str]
    redo: Callable[[], str]
    after: int = 0


class Tidying:
    """The steps of one session, without limit."""

    def __init__(self) -> None:
        self._done: list[Tidied] = []
        self._undone: list[Tidied] = []

    def add(self, step: Tidied, workspace: Workspace) -> None:
        self._done.append(replace(step, after=workspace.undoable))
        self._undone.clear()

    def last(self, workspace: Workspace) -> Tidied | None:
        """What undo takes back; None where the last thing done is an annotation, or nothing is."""
        return self._done[-1] if self._done and self._done[-1].after >= workspace.undoable else None

    def next(self, workspace: Workspace) -> Tidied | None:
        """What redo does again; None where an annotation comes first.  After another annotation what was undone before it is gone."""
        if self._undone and self._undone[-1].after < workspace.undoable:
            self._undone.clear()
        waits = bool(self._undone) and self._undone[-1].after > workspace.undoable and workspace.redoable
        return self._undone[-1] if self._undone and not waits else None

    def undo(self, workspace: Workspace) -> tuple[str, str] | None:
        """Takes back the last step: its label and the event to show."""
        step = self.last(workspace)
        if step is None:
            return None
        event = step.undo()
        self._undone.append(self._done.pop())
        return step.label, event

    def redo(self, workspace: Workspace) -> tuple[str, str] | None:
        """Does again what was undone last."""
        step = self.next(workspace)
        if step is None:
            return None
        event = step.redo()
        self._done.append(self._undone.pop())
        return step.label, event

"""The files one analyst has open, under one lock: read with their hash, written step by step, no step lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from reviewer.errors import ReviewerError
from reviewer.files import Lock, SaveFailed, make_private
from reviewer.framing import drafts, store
from reviewer.framing.drafts import FailedEdit
from reviewer.framing.history import Change, Content, History, Key, Step, apply
from reviewer.framing.store import FileChanged, Opened, ReadOnly
from reviewer.project import Project


class Session:
    """State of a workspace.  Every method may be called from any thread; one runs at a time."""

    def __init__(
        self,
        project: Project,
        analyst: str,
        codebook: tuple[str, str],
        *,
        clock: Callable[[], datetime],
        new_id: Callable[[str], str],
        warnings: Iterable[str] = (),
    ) -> None:
        self.project = project
        self.analyst = analyst
        self.codebook = codebook
        self.warnings = list(warnings)
        self.history = History()
        self._clock = clock
        self._new_id = new_id
        self._files: dict[Key, Opened] = {}
        self._unkept: list[FailedEdit] = []
        self._unsaved: list[FailedEdit] = []  # of this session, on a file that nobody else has changed since
        self._guard = threading.RLock()
        self._lock: Lock | None = None
        self.in_use = False  # whether nothing is written because another instance writes under this name
        self.read_only = self._take_lock()

    def _take_lock(self) -> str | None:
        try:
            folder = make_private(self.project.private / "locks")
            lock = Lock(folder / f"{self.analyst}.yaml", self._clock)
        except ReviewerError as error:
            return f"nothing can be written here ({error})"
        except OSError as error:
            return f"nothing can be written here ({self.project.private}: {error.strerror or error})"
        if lock.holder is not None:
            self.in_use = True
            return f"another instance: {lock.holder}"
        if lock.taken_over is not None:
            self.warn(
                f"the program was not ended as it should the last time ({lock.taken_over}): its lock is taken over"
            )
        self._lock = lock
        return None

    def close(self) -> None:
        with self._guard:
            if self._lock is not None:
                self._lock.release()
                self._lock = None
                self.read_only = "closed"

    def warn(self, line: str) -> None:
        if line not in self.warnings:
            self.warnings.append(line)

    def now(self) -> str:
        """UTC, to the second, as ISO 8601 with `Z`."""
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def require_lock(self) -> None:
        """Raises ReadOnly when another instance holds the lock or has taken it over meanwhile, and where nothing can be written."""
        if self._lock is not None and not self._lock.is_ours():
            self._lock, self.in_use, self.read_only = None, True, "another instance has taken over the lock"
        if self.read_only is not None:
            hint = "close the other one, then reopen" if self.in_use else "mend that, then reopen"
            raise ReadOnly(self.read_only, where=self.project.annotations, hint=hint)
        if self._lock is not None:
            self._lock.sign_of_life()

    def opened(self, key: Key, *, consent: bool = False) -> Opened:
        """The file as it was read first; `consent` lets an empty one be written to."""
        with self._guard:
            there = self._files.get(key)
            if there is None:
                there = store.open_file(self.project, key, self.analyst, self.codebook, consent=consent)
                self._files[key] = there
            return there

    def current(self, key: Key) -> Opened:
        """The file as it is on disk now; when something else has changed it, what was remembered of it is dropped."""
        with self._guard:
            there = self._files.get(key)
            if there is not None:
                try:
                    store.require_unchanged(there)
                except FileChanged:
                    self.forget(key)
                else:
                    self._files[key] = store.with_articles(self.project, there)
            return self.opened(key)

    def forget(self, key: Key) -> None:
        with self._guard:
            self._files.pop(key, None)
            self._unsaved = [edit for edit in self._unsaved if edit.key != key]
            self.history.forget(key)

    def write(self, step: Step, *, keep: bool, over: bool = False) -> Content:
        """The step in its file; when that fails, the edit is kept (`keep`) and the complaint goes on."""
        with self._guard:
            self.require_lock()
            there = self.opened(step.key)
            try:
                there = store.save(self.project, there, apply(there.content, step.changes, over=over))
            except (FileChanged, ReadOnly, SaveFailed) as error:
                if keep:
                    edit = self._keep(FailedEdit(step, str(error), there.digest))
                    if isinstance(error, SaveFailed):
                        self._unsaved.append(edit)
                raise
            self._files[step.key] = there
            return there.content

    def do(self, step: Step) -> Content:
        """A new step: written, and remembered for undo; what it changes needs no earlier edit whose save failed."""
        with self._guard:
            content = self.write(step, keep=True)
            self.history.add(step)
            self._give_up_outdone(step)
            return content

    def _give_up_outdone(self, step: Step) -> None:
        """An edit of this session whose save failed must not be offered over the one that took its place."""
        changed = {change.target for change in step.changes}
        for edit in list(self._unsaved):
            if edit.key == step.key and changed.issuperset(change.target for change in edit.step.changes):
                self._unsaved.remove(edit)
                try:
                    self.discard(edit)
                except SaveFailed as error:
                    self.warn(f"an earlier edit of what is saved now will be offered again: {error}")

    def undo(self) -> Change | None:
        with self._guard:
            if not self.history.done:
                return None
            step = self.history.done[-1]
            self.write(step.reversed(), keep=False)
            self.history.undone.append(self.history.done.pop())
            return step.change

    def redo(self) -> Change | None:
        with self._guard:
            if not self.history.undone:
                return None
            step = self.history.undone[-1]
            self.write(step, keep=False)
            self.history.done.append(self.history.undone.pop())
            return step.change

    def _keep(self, edit: FailedEdit) -> FailedEdit:
        """The edit as it is kept: with its file, or in memory where none can be written."""
        name = self._clock().strftime("%Y%m%dT%H%M%S%f") + "-" + self._new_id("e")
        try:
            return replace(edit, path=drafts.write_edit(self.project, self.analyst, edit, name))
        except SaveFailed as error:
            self._unkept.append(edit)
            self.warn(f"an edit is kept in memory only, until it is saved or the program ends: {error}")
            return edit

    def keep_edits(self) -> tuple[FailedEdit, ...]:
        """Writes down the failed edits that are in memory only; gives those that still are."""
        with self._guard:
            waiting, self._unkept = self._unkept, []
            for edit in waiting:
                kept = self._keep(edit)
                self._unsaved = [kept if other is edit else other for other in self._unsaved]
            return tuple(self._unkept)

    def failed_edits(self) -> tuple[FailedEdit, ...]:
        with self._guard:
            found: list[FailedEdit] = []
            for path in drafts.edit_files(self.project, self.analyst):
                try:
                    edit = drafts.read_edit(path)
                except ReviewerError as error:
                    self.warn(str(error))
                else:
                    if edit is not None:
                        found.append(edit)
            return (*found, *self._unkept)

    def retry(self, edit: FailedEdit, *, over: bool) -> Content:
        with self._guard:
            content = self.write(edit.step, keep=False, over=over)
            self.history.add(edit.step)
            self.discard(edit)
            return content

    def discard(self, edit: FailedEdit) -> None:
        """Gives up a failed edit; raises SaveFailed where its file cannot be removed."""
        with self._guard:
            if edit.path is not None:
                try:
                    edit.path.unlink(missing_ok=True)
                except OSError as error:
                    raise SaveFailed(f"cannot be removed: {error.strerror or error}", where=edit.path) from error
            self._unkept = [kept for kept in self._unkept if kept is not edit]

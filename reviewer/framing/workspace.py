"""One analyst at work in one project: every confirmed change is in its file before the method returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from reviewer.errors import ReviewerError
from reviewer.files import Lock, SaveFailed, make_private, write_atomically
from reviewer.framing import drafts, store
from reviewer.framing.anchors import check_anchor
from reviewer.framing.annotation_file import read_pair
from reviewer.framing.codebook import load_codebook
from reviewer.framing.drafts import FailedEdit
from reviewer.framing.history import (
    Annotation,
    ArticleKey,
    Change,
    Content,
    FieldChange,
    History,
    Key,
    PairKey,
    RecordChange,
    Section,
    Step,
    apply,
)
from reviewer.framing.identity import new_id, utc_now
from reviewer.framing.loading import LoadedPair, loaded_pair
from reviewer.framing.records import checked
from reviewer.framing.store import FileChanged, Opened, ReadOnly
from reviewer.framing.values import (
    Anchor,
    ArticleCorrections,
    Difference,
    PairAnnotations,
    QuotationCorrection,
    SideName,
    Verdict,
)
from reviewer.project import Project, require_id


class Workspace:
    """See the module.  Raises FileChanged, ReadOnly or SaveFailed where a change cannot be written; the file is then as it was,
    and the edit is among `failed_edits()` (unless the whole workspace is read-only)."""

    def __init__(
        self,
        project: Project,
        analyst: str,
        *,
        clock: Callable[[], datetime] = utc_now,
        new_id: Callable[[str], str] = new_id,
    ) -> None:
        self.project = project
        self.analyst = require_id(analyst, "analyst")
        self._clock = clock
        self._new_id = new_id
        self._opened: dict[Key, Opened] = {}
        self._history = History()
        self._unkept: list[FailedEdit] = []
        self._lock: Lock | None = None
        self.codebook, warnings = load_codebook(project)
        self._warnings = list(warnings)
        self._lock_refused = self._take_lock()

    def _take_lock(self) -> str | None:
        try:
            folder = make_private(self.project.private / "locks")
            lock = Lock(folder / f"{self.analyst}.yaml", self._clock)
        except (OSError, ReviewerError) as error:
            return f"nothing can be written here ({error})"
        if lock.holder is not None:
            return f"another instance has it open: {lock.holder}"
        if lock.taken_over is not None:
            self._warn(f"took over the lock of an instance that is gone: {lock.taken_over}")
        self._lock = lock
        return None

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(self._warnings)

    @property
    def read_only(self) -> str | None:
        """Why nothing is written, None when it is."""
        return self._lock_refused

    def close(self) -> None:
        """Releases the lock; the workspace is read-only from then on."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            self._lock_refused = "closed"

    def _warn(self, line: str) -> None:
        if line not in self._warnings:
            self._warnings.append(line)

    def _now(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    # Reading

    def load(self, key: PairKey) -> LoadedPair:
        """The pair's annotations; what is on disk is looked at afresh.  Raises ReviewerError when the file cannot be read."""
        opened = self._opened.get(key)
        if opened is not None:
            try:
                store.require_unchanged(opened)
            except FileChanged:
                self._forget(key)
            else:
                opened = store.with_articles(self.project, opened)
                self._opened[key] = opened
                return self._show(opened)
        return self._show(self._open(key))

    def _open(self, key: Key, *, consent: bool = False) -> Opened:
        opened = self._opened.get(key)
        if opened is None:
            codebook = self.codebook.id, self.codebook.version
            opened = store.open_file(self.project, key, self.analyst, codebook, consent=consent)
            self._opened[key] = opened
        return opened

    def _forget(self, key: Key) -> None:
        self._opened.pop(key, None)
        self._history.forget(key)

    def _show(self, opened: Opened) -> LoadedPair:
        return loaded_pair(opened, self.codebook)

    def others(self, key: PairKey) -> tuple[PairAnnotations, ...]:
        """The other analysts' annotations of a pair; a file that cannot be read is named in `warnings`."""
        found = []
        for name in self.project.analysts(key.event, key.left, key.right):
            if name != self.analyst:
                try:
                    found.append(read_pair(self.project.pair_file(key.event, key.left, key.right, name)))
                except ReviewerError as error:
                    self._warn(str(error))
        return tuple(found)

    def corrections(self, event: str, article: str) -> tuple[QuotationCorrection, ...]:
        """This analyst's corrections to an article's quotations whose anchors hold.  Raises ReviewerError when unreadable."""
        opened = self._fresh_corrections(ArticleKey(event, article))
        text = opened.articles[0]
        corrections = cast(ArticleCorrections, opened.content).corrections
        return tuple(c for c in corrections if check_anchor(c.anchor, text).status == "ok")

    def _fresh_corrections(self, key: ArticleKey) -> Opened:
        if key in self._opened:
            try:
                store.require_unchanged(self._opened[key])
            except FileChanged:
                self._forget(key)
            else:
                self._opened[key] = store.with_articles(self.project, self._opened[key])
        return self._open(key)

    # Changing

    def _record(self, key: Key, section: Section, record: Annotation | None, identity: str, label: str) -> Content:
        content = self._open(key).content
        there: tuple[Annotation, ...] = getattr(content, section)
        index = next((at for at, known in enumerate(there) if known.id == identity), len(there))
        before = there[index] if index < len(there) else None
        if before == record:
            return content
        after = None if record is None else checked(record)
        return self._do(Step(key, label, (RecordChange(section, index, before, after),)))

    def _do(self, step: Step) -> Content:
        content = self._write(step)
        self._history.add(step)
        return content

    def _write(self, step: Step, *, keep: bool = True, over: bool = False) -> Content:
        """The step in its file; when that fails, the edit is kept and the complaint goes on."""
        self._require_lock()
        opened = self._open(step.key)
        try:
            opened = store.save(self.project, opened, apply(opened.content, step.changes, over=over))
        except (FileChanged, ReadOnly, SaveFailed) as error:
            if keep:
                self._keep(FailedEdit(step, str(error), opened.digest))
            raise
        self._opened[step.key] = opened
        return opened.content

    def _require_lock(self) -> None:
        if self._lock is not None and not self._lock.is_ours():
            self._lock, self._lock_refused = None, "another instance has taken over the lock"
        if self._lock_refused is not None:
            raise ReadOnly(self._lock_refused, where=self.project.annotations, hint="close the other one, then reopen")
        if self._lock is not None:
            self._lock.sign_of_life()

    def put_difference(self, key: PairKey, difference: Difference) -> PairAnnotations:
        """Adds a difference, or replaces the one of its id; sets `created` and `modified`."""
        annotations = cast(PairAnnotations, self._open(key).content)
        before = next((known for known in annotations.differences if known.id == difference.id), None)
        if before is not None:
            same = replace(difference, created=before.created, modified=before.modified)
            if same == before:
                return annotations
            difference = replace(same, modified=self._now())
        else:
            difference = replace(difference, created=self._now(), modified=self._now())
        label = f"{'add' if before is None else 'edit'} difference {difference.id}"
        return cast(PairAnnotations, self._record(key, "differences", difference, difference.id, label))

    def withdraw_difference(self, key: PairKey, identity: str) -> PairAnnotations:
        """Sets the status; the record is kept."""
        difference = _need(cast(PairAnnotations, self._open(key).content).differences, identity)
        withdrawn = replace(difference, status="withdrawn", modified=self._now())
        if difference.status == "withdrawn":
            return cast(PairAnnotations, self._open(key).content)
        return cast(
            PairAnnotations, self._record(key, "differences", withdrawn, identity, f"withdraw difference {identity}")
        )

    def put_verdict(self, key: PairKey, verdict: Verdict) -> PairAnnotations:
        """Adds a verdict, or replaces the one of its id."""
        verb = {"confirmed": "confirm", "rejected": "reject", "added": "link"}[verdict.verdict]
        return cast(PairAnnotations, self._record(key, "verdicts", verdict, verdict.id, f"{verb} match {verdict.id}"))

    def remove_verdict(self, key: PairKey, identity: str) -> PairAnnotations:
        return cast(PairAnnotations, self._record(key, "verdicts", None, identity, f"take back the verdict {identity}"))

    def accept_moved(self, key: PairKey, record_id: str) -> PairAnnotations:
        """The anchors of a record take the places that were proposed for them; orphans stay as they are."""
        opened = self._open(key)
        annotations = cast(PairAnnotations, opened.content)
        articles = dict(zip(store.SIDES, opened.articles, strict=True))

        def settle(anchors: tuple[Anchor, ...], side: SideName) -> tuple[Anchor, ...]:
            return tuple(check_anchor(anchor, articles[side]).proposed or anchor for anchor in anchors)

        label = f"accept the new places of {record_id}"
        verdict = next((known for known in annotations.verdicts if known.id == record_id), None)
        if verdict is not None:
            moved = replace(verdict, left=settle(verdict.left, "left"), right=settle(verdict.right, "right"))
            return cast(PairAnnotations, self._record(key, "verdicts", moved, record_id, label))
        difference = _need(annotations.differences, record_id)
        left = replace(difference.left, anchors=settle(difference.left.anchors, "left"))
        right = replace(difference.right, anchors=settle(difference.right.anchors, "right"))
        if (left, right) == (difference.left, difference.right):
            return annotations
        after = replace(difference, left=left, right=right, modified=self._now())
        return cast(PairAnnotations, self._record(key, "differences", after, record_id, label))

    def set_done(self, key: PairKey, done: bool) -> PairAnnotations:
        annotations = cast(PairAnnotations, self._open(key).content)
        if annotations.done == done:
            return annotations
        label = "mark the pair done" if done else "mark the pair not done"
        return cast(PairAnnotations, self._do(Step(key, label, (FieldChange("done", annotations.done, done),))))

    def set_note(self, key: PairKey, note: str) -> PairAnnotations:
        annotations = cast(PairAnnotations, self._open(key).content)
        if annotations.note == note:
            return annotations
        return cast(
            PairAnnotations,
            self._do(Step(key, "change the pair's note", (FieldChange("note", annotations.note, note),))),
        )

    def put_correction(self, event: str, article: str, correction: QuotationCorrection) -> ArticleCorrections:
        """Adds a correction to an article's quotations, or replaces the one of its id."""
        label = f"correct quotation {correction.id}"
        content = self._record(ArticleKey(event, article), "corrections", correction, correction.id, label)
        return cast(ArticleCorrections, content)

    def remove_correction(self, event: str, article: str, identity: str) -> ArticleCorrections:
        label = f"take back the correction {identity}"
        content = self._record(ArticleKey(event, article), "corrections", None, identity, label)
        return cast(ArticleCorrections, content)

    # Undo and redo

    @property
    def can_undo(self) -> str | None:
        """What `undo` would undo, in words."""
        return self._history.done[-1].label if self._history.done else None

    @property
    def can_redo(self) -> str | None:
        return self._history.undone[-1].label if self._history.undone else None

    def undo(self) -> Change | None:
        """Takes back the last change, of whatever pair; None when there is none."""
        if not self._history.done:
            return None
        step = self._history.done[-1]
        self._write(step.reversed(), keep=False)
        self._history.undone.append(self._history.done.pop())
        return step.change

    def redo(self) -> Change | None:
        """Does again what was undone last; None when there is nothing."""
        if not self._history.undone:
            return None
        step = self._history.undone[-1]
        self._write(step, keep=False)
        self._history.done.append(self._history.undone.pop())
        return step.change

    # Conflicts

    def reload(self, key: PairKey) -> LoadedPair:
        """Takes what is on disk, and drops what is remembered of this pair; an empty or missing file may then be written."""
        self._forget(key)
        return self._show(self._open(key, consent=True))

    def save_copy(self, key: PairKey) -> Path:
        """Writes what is remembered of this pair, failed edits included, into `.reviewer/`; returns the path."""
        opened = self._open(key)
        content = opened.content
        for edit in self.failed_edits():
            if edit.key == key:
                content = apply(content, edit.step.changes, over=True)
        folder = make_private(self.project.private / "copies" / key.event / f"{key.left}--{key.right}")
        number = 1
        while (path := folder / f"{self.analyst}.mine-{number}.yaml").exists():
            number += 1
        write_atomically(path, store.pieces_of(opened, content).to_bytes(), mode=0o600)
        return path

    # Drafts

    def save_draft(self, key: PairKey, draft: Mapping[str, Any]) -> None:
        """Keeps what is being typed (values that JSON knows)."""
        self._require_lock()
        drafts.write_draft(self.project, self.analyst, key, draft, self._now())

    def draft(self, key: PairKey) -> Mapping[str, Any] | None:
        try:
            return drafts.read_draft(drafts.draft_file(self.project, self.analyst, key))
        except ReviewerError as error:
            self._warn(str(error))
            return None

    def discard_draft(self, key: PairKey) -> None:
        self._require_lock()
        drafts.draft_file(self.project, self.analyst, key).unlink(missing_ok=True)

    def drafts(self) -> tuple[tuple[PairKey, Mapping[str, Any]], ...]:
        """What the last session left behind, sorted by pair; a damaged draft is named in `warnings` and kept."""
        found = []
        for key, _ in drafts.draft_files(self.project, self.analyst):
            draft = self.draft(key)
            if draft is not None:
                found.append((key, draft))
        return tuple(found)

    # Edits whose save failed

    def _keep(self, edit: FailedEdit) -> None:
        name = self._clock().strftime("%Y%m%dT%H%M%S%f") + "-" + self._new_id("e")
        try:
            drafts.write_edit(self.project, self.analyst, edit, name)
        except SaveFailed as error:
            self._unkept.append(edit)
            self._warn(f"an edit is kept in memory only, until it is saved or the program ends: {error}")

    def failed_edits(self) -> tuple[FailedEdit, ...]:
        """Edits whose save failed, oldest first, of earlier sessions too; a damaged one is named in `warnings` and kept."""
        found: list[FailedEdit] = []
        for path in drafts.edit_files(self.project, self.analyst):
            try:
                edit = drafts.read_edit(path)
            except ReviewerError as error:
                self._warn(str(error))
            else:
                if edit is not None:
                    found.append(edit)
        return (*found, *self._unkept)

    def retry(self, edit: FailedEdit, *, over: bool = False) -> Content:
        """The edit again, on what the file holds now; raises Conflict when the record has changed since, unless `over`."""
        content = self._write(edit.step, keep=False, over=over)
        self._history.add(edit.step)
        self.discard(edit)
        return content

    def discard(self, edit: FailedEdit) -> None:
        if edit.path is not None:
            edit.path.unlink(missing_ok=True)
        self._unkept = [kept for kept in self._unkept if kept is not edit]


def _need(differences: tuple[Difference, ...], identity: str) -> Difference:
    found = next((difference for difference in differences if difference.id == identity), None)
    if found is None:
        raise ReviewerError(f"no record {identity}", hint="reload the pair")
    return found

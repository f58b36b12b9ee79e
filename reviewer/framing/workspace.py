"""One analyst at work in one project: every confirmed change is in its file before the method returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from reviewer.errors import ReviewerError
from reviewer.files import make_private, write_atomically
from reviewer.framing import drafts, store
from reviewer.framing.anchors import AnchorCheck
from reviewer.framing.codebook import load_codebook
from reviewer.framing.drafts import DraftKind, FailedEdit
from reviewer.framing.history import (
    Annotation,
    ArticleKey,
    Change,
    Content,
    FieldChange,
    Key,
    PairKey,
    RecordChange,
    Section,
    Step,
    apply,
    in_words,
)
from reviewer.framing.identity import new_id, utc_now
from reviewer.framing.loading import LoadedPair, load_pair, loaded_pair
from reviewer.framing.records import checked
from reviewer.framing.session import Session
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
    """The analyst's verbs: read, change, undo, settle conflicts, keep drafts.

    Raises FileChanged, ReadOnly or SaveFailed where a change cannot be written; the file is then as it was, and the edit is among
    `failed_edits()` (unless the whole workspace is read-only).  May be used from several threads.
    """

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
        self.codebook, warnings = load_codebook(project)
        book = self.codebook.id, self.codebook.version
        self._session = Session(project, analyst, book, clock=clock, new_id=new_id, warnings=warnings)

    @property
    def warnings(self) -> tuple[str, ...]:
        """One line each; more may come while one works."""
        return tuple(self._session.warnings)

    @property
    def read_only(self) -> str | None:
        """Why nothing is written, None when it is."""
        return self._session.read_only

    @property
    def in_use(self) -> bool:
        """Whether nothing is written because another instance writes under this name: under another one it can be."""
        return self._session.in_use

    def close(self) -> None:
        """Releases the lock; the workspace is read-only from then on."""
        self._session.close()

    # Reading

    def load(self, key: PairKey) -> LoadedPair:
        """The pair's annotations; what is on disk is looked at afresh.  Raises ReviewerError when the file cannot be read."""
        return loaded_pair(self._session.current(key), self.codebook)

    def others(self, key: PairKey) -> tuple[LoadedPair, ...]:
        """What the other analysts say of a pair; a file that cannot be read is named in `warnings`."""
        found = []
        for name in self.project.analysts(key.event, key.left, key.right):
            if name != self.analyst:
                try:
                    found.append(load_pair(self.project, key, name, self.codebook))
                except ReviewerError as error:
                    self._session.warn(str(error))
        return tuple(found)

    def corrections(self, event: str, article: str) -> tuple[QuotationCorrection, ...]:
        """This analyst's corrections to an article's quotations whose anchors hold.  Raises ReviewerError when unreadable."""
        return tuple(c for c, check in self.correction_checks(event, article) if check.status == "ok")

    def correction_checks(self, event: str, article: str) -> tuple[tuple[QuotationCorrection, AnchorCheck], ...]:
        """All of this analyst's corrections with what has become of their anchors; `put_correction` accepts a proposed one."""
        opened = self._session.current(ArticleKey(event, article))
        corrections = cast(ArticleCorrections, opened.content).corrections
        return tuple((correction, opened.check("left", correction.anchor)) for correction in corrections)

    # Changing

    def _annotations(self, key: PairKey) -> PairAnnotations:
        return cast(PairAnnotations, self._session.opened(key).content)

    def _put(
        self, key: PairKey, section: Section, record: Annotation | None, identity: str, verb: str
    ) -> PairAnnotations:
        return cast(PairAnnotations, self._record(key, section, record, identity, verb))

    def _record(self, key: Key, section: Section, record: Annotation | None, identity: str, verb: str) -> Content:
        """Puts a record in the place of the one of its id (None: takes that one away); `verb` and its words label the step."""
        content = self._session.opened(key).content
        there: tuple[Annotation, ...] = getattr(content, section)
        index = next((at for at, known in enumerate(there) if known.id == identity), len(there))
        before = there[index] if index < len(there) else None
        if before == record:
            return content
        after = None if record is None else checked(record)
        label = f"{verb} {in_words(record or before, identity)}"
        return self._session.do(Step(key, label, (RecordChange(section, index, before, after),)))

    def put_difference(self, key: PairKey, difference: Difference) -> PairAnnotations:
        """Adds a difference, or replaces the one of its id; sets `created` and `modified`, drops blank lines after the note."""
        difference = replace(difference, note=difference.note.rstrip("\n"))
        annotations = self._annotations(key)
        before = next((known for known in annotations.differences if known.id == difference.id), None)
        if before is not None:
            same = replace(difference, created=before.created, modified=before.modified)
            if same == before:
                return annotations
            difference = replace(same, modified=self._session.now())
        else:
            difference = replace(difference, created=self._session.now(), modified=self._session.now())
        verb = "add difference" if before is None else "edit difference"
        return self._put(key, "differences", difference, difference.id, verb)

    def withdraw_difference(self, key: PairKey, identity: str) -> PairAnnotations:
        """Sets the status; the record is kept."""
        difference = _need(self._annotations(key).differences, identity)
        withdrawn = replace(difference, status="withdrawn", modified=self._session.now())
        if difference.status == "withdrawn":
            return self._annotations(key)
        return self._put(key, "differences", withdrawn, identity, "withdraw difference")

    def put_verdict(self, key: PairKey, verdict: Verdict) -> PairAnnotations:
        """Adds a verdict, or replaces the one of its id."""
        verb = {"confirmed": "confirm", "rejected": "reject", "added": "link"}[verdict.verdict]
        return self._put(key, "verdicts", verdict, verdict.id, f"{verb} match")

    def remove_verdict(self, key: PairKey, identity: str) -> PairAnnotations:
        return self._put(key, "verdicts", None, identity, "take back the verdict on")

    def accept_moved(self, key: PairKey, record_id: str) -> PairAnnotations:
        """The anchors of a record take the places that were proposed for them; orphans stay as they are."""
        opened = self._session.opened(key)
        annotations = cast(PairAnnotations, opened.content)

        def settle(anchors: tuple[Anchor, ...], side: SideName) -> tuple[Anchor, ...]:
            return tuple(opened.check(side, anchor).proposed or anchor for anchor in anchors)

        verb = "accept the new places of"
        verdict = next((known for known in annotations.verdicts if known.id == record_id), None)
        if verdict is not None:
            moved = replace(verdict, left=settle(verdict.left, "left"), right=settle(verdict.right, "right"))
            return self._put(key, "verdicts", moved, record_id, verb)
        difference = _need(annotations.differences, record_id)
        left = replace(difference.left, anchors=settle(difference.left.anchors, "left"))
        right = replace(difference.right, anchors=settle(difference.right.anchors, "right"))
        if (left, right) == (difference.left, difference.right):
            return annotations
        after = replace(difference, left=left, right=right, modified=self._session.now())
        return self._put(key, "differences", after, record_id, verb)

    def _change(self, key: PairKey, label: str, change: FieldChange) -> PairAnnotations:
        return cast(PairAnnotations, self._session.do(Step(key, label, (change,))))

    def set_done(self, key: PairKey, done: bool) -> PairAnnotations:
        annotations = self._annotations(key)
        if annotations.done == done:
            return annotations
        label = "mark the pair done" if done else "mark the pair not done"
        return self._change(key, label, FieldChange("done", annotations.done, done))

    def set_note(self, key: PairKey, note: str) -> PairAnnotations:
        annotations, note = self._annotations(key), note.rstrip("\n")
        if annotations.note == note:
            return annotations
        return self._change(key, "change the pair's note", FieldChange("note", annotations.note, note))

    def put_correction(self, event: str, article: str, correction: QuotationCorrection) -> ArticleCorrections:
        """Adds a correction to an article's quotations, or replaces the one of its id."""
        key = ArticleKey(event, article)
        content = self._record(key, "corrections", correction, correction.id, "correct quotation")
        return cast(ArticleCorrections, content)

    def remove_correction(self, event: str, article: str, identity: str) -> ArticleCorrections:
        content = self._record(ArticleKey(event, article), "corrections", None, identity, "take back the correction of")
        return cast(ArticleCorrections, content)

    # Undo and redo

    @property
    def undoable(self) -> int:
        """How many changes undo could take back."""
        return len(self._session.history.done)

    @property
    def redoable(self) -> int:
        """How many changes redo could make again."""
        return len(self._session.history.undone)

    def undo(self) -> Change | None:
        """Takes back the last change, of whatever pair; None when there is none."""
        return self._session.undo()

    def redo(self) -> Change | None:
        """Does again what was undone last; None when there is nothing."""
        return self._session.redo()

    # Conflicts

    def reload(self, key: PairKey) -> LoadedPair:
        """Takes what is on disk, and drops what is remembered of this pair; an empty or missing file may then be written."""
        self._session.forget(key)
        return loaded_pair(self._session.opened(key, consent=True), self.codebook)

    def save_copy(self, key: PairKey) -> Path:
        """Writes what is remembered of this pair, failed edits included, into `.reviewer/`; returns the path."""
        opened = self._session.opened(key)
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

    def save_draft(self, key: PairKey, draft: Mapping[str, Any], kind: DraftKind = "difference") -> None:
        """Keeps what is being typed (values that JSON knows)."""
        self._session.require_lock()
        drafts.write_draft(drafts.draft_file(self.project, self.analyst, key, kind), draft, self._session.now())

    def draft(self, key: PairKey, kind: DraftKind = "difference") -> Mapping[str, Any] | None:
        return self._kept(drafts.draft_file(self.project, self.analyst, key, kind))

    def discard_draft(self, key: PairKey, kind: DraftKind = "difference") -> None:
        self._session.require_lock()
        drafts.draft_file(self.project, self.analyst, key, kind).unlink(missing_ok=True)

    def drafts(self, kind: DraftKind = "difference") -> tuple[tuple[PairKey, Mapping[str, Any]], ...]:
        """What the last session left behind, sorted by pair; a damaged draft is named in `warnings` and kept."""
        found = []
        for key, _ in drafts.draft_files(self.project, self.analyst, kind):
            draft = self.draft(key, kind)
            if draft is not None:
                found.append((key, draft))
        return tuple(found)

    def save_import(self, begun: Mapping[str, Any]) -> None:
        """Keeps what is decided in an import that is not finished (values that JSON knows)."""
        self._session.require_lock()
        drafts.write_draft(drafts.import_file(self.project, self.analyst), begun, self._session.now())

    def begun_import(self) -> Mapping[str, Any] | None:
        """The import that the last session did not finish; a damaged one is named in `warnings` and kept."""
        return self._kept(drafts.import_file(self.project, self.analyst))

    def discard_import(self) -> None:
        self._session.require_lock()
        drafts.import_file(self.project, self.analyst).unlink(missing_ok=True)

    def save_page(self, key: ArticleKey, decided: Mapping[str, Any]) -> None:
        """Keeps what is decided on the page of an article and not written yet (values that JSON knows)."""
        self._session.require_lock()
        drafts.write_draft(drafts.page_file(self.project, self.analyst, key), decided, self._session.now())

    def page(self, key: ArticleKey) -> Mapping[str, Any] | None:
        """What was decided on an article's page; a damaged file is named in `warnings` and kept."""
        return self._kept(drafts.page_file(self.project, self.analyst, key))

    def pages(self) -> tuple[tuple[ArticleKey, Mapping[str, Any]], ...]:
        """All of these, sorted by article."""
        found = ((key, self.page(key)) for key in drafts.page_files(self.project, self.analyst))
        return tuple((key, decided) for key, decided in found if decided is not None)

    def discard_page(self, key: ArticleKey) -> None:
        self._session.require_lock()
        drafts.page_file(self.project, self.analyst, key).unlink(missing_ok=True)

    def _kept(self, path: Path) -> Mapping[str, Any] | None:
        try:
            return drafts.read_draft(path)
        except ReviewerError as error:
            self._session.warn(str(error))
            return None

    @property
    def has_drafts(self) -> bool:
        """Whether the last session left any behind, or an import that is not finished."""
        typed = any(self.drafts(kind) for kind in drafts.DRAFT_KINDS)
        return typed or self.begun_import() is not None or bool(self.pages())

    # Edits whose save failed

    def failed_edits(self) -> tuple[FailedEdit, ...]:
        """Edits whose save failed, oldest first, of earlier sessions too; a damaged one is named in `warnings` and kept."""
        return self._session.failed_edits()

    def keep_edits(self) -> tuple[FailedEdit, ...]:
        """Tries again to write down the failed edits that are in memory only; gives those that still are."""
        return self._session.keep_edits()

    def retry(self, edit: FailedEdit, *, over: bool = False) -> Content:
        """The edit again, on what the file holds now; raises Conflict when the record has changed since, unless `over`."""
        return self._session.retry(edit, over=over)

    def discard(self, edit: FailedEdit) -> None:
        """Gives up a failed edit; raises SaveFailed where its file cannot be removed."""
        self._session.discard(edit)


def _need(differences: tuple[Difference, ...], identity: str) -> Difference:
    found = next((difference for difference in differences if difference.id == identity), None)
    if found is None:
        raise ReviewerError(f"no record {identity}", hint="reload the pair")
    return found

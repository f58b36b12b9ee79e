"""What is not in an annotation file yet: drafts, and edits whose save failed.  In `.reviewer/`, for its owner's eyes only."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from reviewer.errors import ReviewerError
from reviewer.files import decode, emit, make_private, parse_yaml, read_bytes, write_atomically
from reviewer.framing import records
from reviewer.framing.history import Annotation, ArticleKey, FieldChange, Key, PairKey, RecordChange, Section, Step
from reviewer.framing.nodes import Fields
from reviewer.framing.values import Difference, Verdict
from reviewer.project import Project, is_id

DRAFT_SCHEMA = "reviewer-draft/1"
EDIT_SCHEMA = "reviewer-edit/1"
DraftKind = Literal["difference", "note"]  # a form that is not confirmed, the note on a pair
DRAFT_KINDS: tuple[DraftKind, ...] = ("difference", "note")
_FOLDERS: Mapping[DraftKind, str] = {"difference": "drafts", "note": "notes"}


@dataclass(frozen=True, slots=True)
class FailedEdit:
    """An edit that could not be saved, offered again.  `why` it failed; `base` is the hash of the file it was made on."""

    step: Step
    why: str
    base: str | None
    path: Path | None = None

    @property
    def key(self) -> Key:
        return self.step.key

    @property
    def label(self) -> str:
        return self.step.label


def draft_file(project: Project, analyst: str, key: PairKey, kind: DraftKind) -> Path:
    return project.private / _FOLDERS[kind] / analyst / key.event / f"{key.left}--{key.right}.json"


def import_file(project: Project, analyst: str) -> Path:
    """Where an import that is not finished is kept, one an analyst."""
    return project.private / "imports" / f"{analyst}.json"


def page_file(project: Project, analyst: str, key: ArticleKey) -> Path:
    """Where it is kept what is decided on the page that an article came from."""
    return project.private / "pages" / analyst / key.event / f"{key.article}.json"


def page_files(project: Project, analyst: str) -> Iterator[ArticleKey]:
    """The articles of the project on whose pages this analyst has decided something."""
    for path in sorted((project.private / "pages" / analyst).glob("*/*.json")):
        key = ArticleKey(path.parent.name, path.stem)
        if is_id(key.event) and is_id(key.article) and project.article_file(key.event, key.article).is_file():
            yield key


def write_draft(path: Path, draft: Mapping[str, Any], saved: str) -> None:
    make_private(path.parent)
    said = {"schema": DRAFT_SCHEMA, "saved": saved, "draft": dict(draft)}
    write_atomically(path, json.dumps(said, indent=1).encode(), mode=0o600)


def _is_mine(path: Path) -> bool:
    return not hasattr(os, "getuid") or path.lstat().st_uid == os.getuid()


def read_draft(path: Path) -> Mapping[str, Any] | None:
    """The draft in a file, None when there is none or it is another user's; raises ReviewerError when it is damaged."""
    if not path.is_file() or not _is_mine(path):
        return None
    try:
        said = json.loads(read_bytes(path))
    except (ValueError, RecursionError) as error:
        raise ReviewerError("a damaged draft", where=path, hint="it is kept; remove it when it is of no use") from error
    if not isinstance(said, dict) or said.get("schema") != DRAFT_SCHEMA or not isinstance(said.get("draft"), dict):
        raise ReviewerError("no draft of this program", where=path, hint="remove it")
    draft: Mapping[str, Any] = said["draft"]
    return draft


def draft_files(project: Project, analyst: str, kind: DraftKind) -> Iterator[tuple[PairKey, Path]]:
    """The drafts of this analyst on pairs that the project has."""
    folder = project.private / _FOLDERS[kind] / analyst
    for path in sorted(folder.glob("*/*.json")):
        names = path.stem.split("--")
        if len(names) != 2 or not all(is_id(name) for name in (*names, path.parent.name)):
            continue
        key = PairKey(path.parent.name, *names)
        if all(project.article_file(key.event, name).is_file() for name in names):
            yield key, path


def _record_to(record: Annotation | None) -> dict[str, Any] | None:
    if record is None:
        return None
    if isinstance(record, Difference):
        return records.difference_to(record)
    return records.verdict_to(record) if isinstance(record, Verdict) else records.correction_to(record)


def _record_from(fields: Fields, key: str, section: Section) -> Annotation | None:
    if fields.is_null(key):
        return None
    node = fields.items[key]
    if section == "differences":
        return records.difference_from(node, fields.where)
    if section == "verdicts":
        return records.verdict_from(node, fields.where)
    return records.correction_from(node, fields.where)


def _change_to(change: RecordChange | FieldChange) -> dict[str, Any]:
    if isinstance(change, FieldChange):
        return {"field": change.field, "before": change.before, "after": change.after}
    before, after = _record_to(change.before), _record_to(change.after)
    return {"section": change.section, "index": change.index, "before": before, "after": after}


def _change_from(fields: Fields) -> RecordChange | FieldChange:
    if "field" in fields.items:
        name = fields.choice("field", ("done", "note"))
        if name == "done":
            return FieldChange(name, fields.truth("before", False), fields.truth("after", False))
        return FieldChange(name, fields.text("before"), fields.text("after"))
    section = fields.choice("section", ("differences", "verdicts", "corrections"))
    before, after = _record_from(fields, "before", section), _record_from(fields, "after", section)
    if before is None and after is None:
        raise fields.refuse("a change of nothing")
    return RecordChange(section, fields.integer("index"), before, after)


def edits_folder(project: Project, analyst: str) -> Path:
    return project.private / "edits" / analyst


def write_edit(project: Project, analyst: str, edit: FailedEdit, name: str) -> Path:
    """Keeps a failed edit; raises SaveFailed when even that cannot be done."""
    folder = make_private(edits_folder(project, analyst))
    key = edit.key
    articles = [key.left, key.right] if isinstance(key, PairKey) else [key.article]
    said = {
        "schema": EDIT_SCHEMA,
        "event": key.event,
        "articles": articles,
        "label": edit.label,
        "why": edit.why,
        "base": edit.base,
        "changes": [_change_to(change) for change in edit.step.changes],
    }
    path = folder / f"{name}.yaml"
    write_atomically(path, emit(said).encode("utf-8"), mode=0o600)
    return path


def read_edit(path: Path) -> FailedEdit | None:
    """The failed edit in a file, None when it is another user's; raises ReviewerError when it is damaged."""
    if not _is_mine(path):
        return None
    fields = Fields(parse_yaml(decode(read_bytes(path), path), path), path, "the edit")
    if fields.text("schema") != EDIT_SCHEMA:
        raise fields.refuse("no edit of this program", "schema")
    event, articles = fields.text("event"), fields.texts("articles")
    if len(articles) not in (1, 2) or not all(is_id(name) for name in (event, *articles)):
        raise fields.refuse("an edit of no article and no pair", "articles")
    key: Key = PairKey(event, *articles) if len(articles) == 2 else ArticleKey(event, *articles)
    changes = tuple(_change_from(Fields(node, path, "a change")) for node in fields.sequence("changes"))
    return FailedEdit(Step(key, fields.text("label"), changes), fields.text("why"), fields.optional("base"), path)


def edit_files(project: Project, analyst: str) -> list[Path]:
    folder = edits_folder(project, analyst)
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))

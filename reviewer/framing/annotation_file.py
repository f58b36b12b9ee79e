"""Annotation files and correction files: read whole, written record by record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from reviewer.errors import ReviewerError
from reviewer.files import Flow, Plain, SplicedFile, parse_yaml, read_bytes, take_apart, to_plain
from reviewer.framing import records
from reviewer.framing.nodes import Fields, Where
from reviewer.framing.values import ArticleCorrections, PairAnnotations, SourceRef
from reviewer.project import Project, is_id

PAIR_SCHEMA = "framing-annotations"
CORRECTIONS_SCHEMA = "quotation-corrections"
VERSION = 1
_PAIR_KEYS = ("schema", "event", "analyst", "codebook", "sources", "done", "note", "differences", "matches")
_CORRECTION_KEYS = ("schema", "event", "article", "sha256", "analyst", "corrections")
R = TypeVar("R")
_SCHEMA = re.compile(r"([a-z][a-z0-9-]*)/([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class PairFile:
    """A pair's file as it is on disk; `newer` is its schema when that is newer than the program's (then nothing is written to it)."""

    annotations: PairAnnotations
    pieces: SplicedFile
    newer: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectionsFile:
    """As `PairFile`, for the corrections to one article."""

    corrections: ArticleCorrections
    pieces: SplicedFile
    newer: str | None = None


def _schema(fields: Fields, name: str) -> str | None:
    """The schema when it is a newer version of `name`, None when it is the one we write; raises ReviewerError otherwise."""
    said = fields.need("schema", "the file")
    match = _SCHEMA.fullmatch(said)
    if match is None or match[1] != name or int(match[2]) < 1:
        raise fields.refuse(f"{said} is no schema of this file", "schema", f"it should be {name}/{VERSION}")
    return said if int(match[2]) > VERSION else None


def _source(fields: Fields) -> SourceRef:
    return SourceRef(fields.need("article", "a source"), fields.text("sha256"))


def parse_pair(data: bytes, where: Where) -> PairFile | None:
    """The file in `data`, None when it holds nothing; raises ReviewerError with the line of what is wrong."""
    pieces, root = take_apart(data, where)
    if root is None:
        return None
    fields = Fields(root, where, "the file")
    newer = _schema(fields, PAIR_SCHEMA)
    sources = fields.fields("sources")
    codebook = fields.fields("codebook")
    differences = [(node.line, records.difference_from(node, where)) for node in fields.sequence("differences")]
    verdicts = [(node.line, records.verdict_from(node, where)) for node in fields.sequence("matches")]
    lines = [(difference.id, line) for line, difference in differences]
    records.unique_ids(lines + [(verdict.id, line) for line, verdict in verdicts], where)
    annotations = PairAnnotations(
        fields.need("event", "the file"),
        fields.need("analyst", "the file"),
        _source(sources.fields("left")),
        _source(sources.fields("right")),
        (codebook.need("id", "the codebook"), codebook.text("version", "1")),
        fields.truth("done", False),
        fields.lines("note"),
        tuple([difference for _, difference in differences]),
        tuple([verdict for _, verdict in verdicts]),
        fields.unknown(frozenset(_PAIR_KEYS)),
    )
    return PairFile(annotations, pieces, newer)


def read_pair(path: Path) -> PairAnnotations:
    """The annotations in a pair's file; raises ReviewerError when it cannot be read or holds nothing."""
    found = parse_pair(read_bytes(path), path)
    if found is None:
        raise ReviewerError("the file is empty", where=path, line=1, hint="remove it, or bring it back from git")
    return found.annotations


def parse_corrections(data: bytes, where: Where) -> CorrectionsFile | None:
    """As `parse_pair`, for the corrections to one article's quotations."""
    pieces, root = take_apart(data, where)
    if root is None:
        return None
    fields = Fields(root, where, "the file")
    newer = _schema(fields, CORRECTIONS_SCHEMA)
    found = [(node.line, records.correction_from(node, where)) for node in fields.sequence("corrections")]
    records.unique_ids([(correction.id, line) for line, correction in found], where)
    corrections = ArticleCorrections(
        fields.need("event", "the file"),
        fields.need("article", "the file"),
        fields.text("sha256"),
        fields.need("analyst", "the file"),
        tuple(correction for _, correction in found),
        fields.unknown(frozenset(_CORRECTION_KEYS)),
    )
    return CorrectionsFile(corrections, pieces, newer)


def read_corrections(path: Path) -> ArticleCorrections:
    """The corrections in a file; raises ReviewerError when it cannot be read or holds nothing."""
    found = parse_corrections(read_bytes(path), path)
    if found is None:
        raise ReviewerError("the file is empty", where=path, line=1, hint="remove it, or bring it back from git")
    return found.corrections


def _version(version: str) -> Any:
    return Plain(version) if re.fullmatch(r"0|[1-9][0-9]{0,8}", version) else version


def _pair_head(annotations: PairAnnotations) -> dict[str, Any]:
    return {
        "schema": f"{PAIR_SCHEMA}/{VERSION}",
        "event": annotations.event,
        "analyst": annotations.analyst,
        "codebook": Flow(id=annotations.codebook[0], version=_version(annotations.codebook[1])),
        "sources": {
            "left": Flow(article=annotations.left.article, sha256=annotations.left.sha256),
            "right": Flow(article=annotations.right.article, sha256=annotations.right.sha256),
        },
        "done": annotations.done,
        "note": records.block(annotations.note),
    }


def _corrections_head(corrections: ArticleCorrections) -> dict[str, Any]:
    return {
        "schema": f"{CORRECTIONS_SCHEMA}/{VERSION}",
        "event": corrections.event,
        "article": corrections.article,
        "sha256": corrections.sha256,
        "analyst": corrections.analyst,
    }


def _spliced_head(
    pieces: SplicedFile, old: dict[str, Any] | None, new: dict[str, Any], order: tuple[str, ...]
) -> SplicedFile:
    for key, value in new.items():
        if old is None or key not in old or old[key] != value:
            before = pieces.entry(key)
            if before is not None and isinstance(value, dict):
                node = parse_yaml(before.text)
                value = records.carry_unknown(to_plain(node), {key: value})[key] if node is not None else value
            pieces = pieces.with_value(key, value, order)
    return pieces


def _spliced_records(
    pieces: SplicedFile,
    key: str,
    old: dict[str, R],
    new: dict[str, R],
    write: Callable[[R], dict[str, Any]],
    order: tuple[str, ...],
) -> SplicedFile:
    if pieces.entry(key) is not None and list(old) == list(new) and all(old[name] == new[name] for name in new):
        return pieces
    piecewise = pieces.has_records(key)
    entry = pieces.entry(key)
    texts = {record.id: record.text for record in (entry.records if entry is not None else None) or ()}
    wanted: list[tuple[str, dict[str, Any] | None]] = []
    for name, record in new.items():
        if piecewise and name in texts and old.get(name) == record:
            wanted.append((name, None))
            continue
        value = write(record)
        if name in texts:
            node = parse_yaml(texts[name])
            before = to_plain(node)
            value = records.carry_unknown(before[0], value)
        wanted.append((name, value))
    return pieces.with_records(key, wanted, order)


def pair_pieces(pieces: SplicedFile, old: PairAnnotations | None, new: PairAnnotations) -> SplicedFile:
    """The file's pieces with `new` in them; what is as it was in `old` (None: nothing was there) keeps its bytes."""
    head = _pair_head(new) | (dict(new.extra) if old is None else {})
    pieces = _spliced_head(pieces, None if old is None else _pair_head(old), head, _PAIR_KEYS)
    pieces = _spliced_records(
        pieces,
        "differences",
        {record.id: record for record in (old.differences if old is not None else ())},
        {record.id: record for record in new.differences},
        records.difference_to,
        _PAIR_KEYS,
    )
    return _spliced_records(
        pieces,
        "matches",
        {record.id: record for record in (old.verdicts if old is not None else ())},
        {record.id: record for record in new.verdicts},
        records.verdict_to,
        _PAIR_KEYS,
    )


def corrections_pieces(pieces: SplicedFile, old: ArticleCorrections | None, new: ArticleCorrections) -> SplicedFile:
    """As `pair_pieces`, for a corrections file."""
    head = _corrections_head(new) | (dict(new.extra) if old is None else {})
    pieces = _spliced_head(pieces, None if old is None else _corrections_head(old), head, _CORRECTION_KEYS)
    return _spliced_records(
        pieces,
        "corrections",
        {record.id: record for record in (old.corrections if old is not None else ())},
        {record.id: record for record in new.corrections},
        records.correction_to,
        _CORRECTION_KEYS,
    )


def _files(project: Project, is_folder: Callable[[str], bool]) -> Iterator[Path]:
    if not project.annotations.is_dir():
        return
    for event in sorted(project.annotations.iterdir()):
        if not is_id(event.name) or not event.is_dir():
            continue
        for folder in sorted(event.iterdir()):
            if is_folder(folder.name) and folder.is_dir():
                yield from sorted(file for file in folder.iterdir() if file.suffix == ".yaml" and is_id(file.stem))


def pair_files(project: Project) -> list[Path]:
    """Every analyst's file on every pair, sorted by event, pair and analyst."""
    return list(_files(project, lambda name: all(is_id(part) for part in name.split("--")) and name.count("--") == 1))


def correction_files(project: Project) -> list[Path]:
    """Every analyst's corrections to every article, sorted."""
    return list(_files(project, is_id))

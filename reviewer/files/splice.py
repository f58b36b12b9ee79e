"""Changing a YAML file record by record: what did not change keeps its bytes, comments included."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from dataclasses import dataclass, replace
from typing import Any

from reviewer.errors import ReviewerError
from reviewer.files import emitter
from reviewer.files.reader import Mapping, Node, Scalar, Sequence, decode, parse_yaml, to_plain

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Record:
    """One element of a list of records: the gap (blank lines, comments) before it, and its own whole lines."""

    id: str
    before: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of the top level.  `records` is None unless the value is a block list of mappings; then `text` is the key's line only."""

    key: str
    before: str
    text: str
    records: tuple[Record, ...] | None = None
    indent: int = 2


@dataclass(frozen=True, slots=True)
class SplicedFile:
    """A file as the pieces it is made of; joined again they are the file, code point for code point."""

    entries: tuple[Entry, ...] = ()
    tail: str = ""
    newline: str = "\n"
    bom: bool = False

    def to_bytes(self) -> bytes:
        out: list[str] = []
        for entry in self.entries:
            out += (entry.before, entry.text)
            for record in entry.records or ():
                out += (record.before, record.text)
        out.append(self.tail)
        pieces = [piece for piece in out if piece]
        for at, piece in enumerate(pieces[:-1]):
            if not piece.endswith(("\n", "\r")):
                pieces[at] = piece + self.newline
        return (("\ufeff" if self.bom else "") + "".join(pieces)).encode("utf-8")

    def entry(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == key), None)

    def has_records(self, key: str) -> bool:
        """Whether the records of `key` can be replaced one by one; otherwise `with_records` needs the values of all."""
        entry = self.entry(key)
        return entry is not None and entry.records is not None

    def with_value(self, key: str, value: object, order: AnySequence[str] = ()) -> SplicedFile:
        """The file with `key: value`; a new key is put where `order` has it."""
        lines = emitter.entry(key, value)
        emitter.verify("\n".join(lines) + "\n", {key: value})
        return self._with_entry(Entry(key, "", self._join(lines)), order)

    def with_records(
        self, key: str, records: AnySequence[tuple[str, AnyMapping[str, Any] | None]], order: AnySequence[str] = ()
    ) -> SplicedFile:
        """The file with these records under `key`, in this order: `(id, None)` keeps the bytes, `(id, value)` writes it anew."""
        old = self.entry(key)
        if not records:
            if old is not None and old.records is None:
                return self._with_entry(Entry(key, "", self._join([f"{key}: []"])), order)
            made = self._with_entry(Entry(key, "", self._join([f"{key}: []"])), order)
            return made if old is None else made._with_gaps_of(old, old.records or ())
        known = {record.id: record for record in (old.records if old is not None else None) or ()}
        indent = old.indent if old is not None else 2
        pieces: list[Record] = []
        for name, value in records:
            before = known.get(name)
            if value is None:
                pieces.append(known[name])
            else:
                pieces.append(self._record(name, value, before, indent))
        if old is not None and old.records is not None:
            entry = replace(old, records=tuple(pieces))
        else:
            entry = Entry(key, "", self._join([f"{key}:"]), tuple(pieces))
        made = self._with_entry(entry, order)
        kept = {name for name, _ in records}
        return made if old is None else made._with_gaps_of(old, [r for r in known.values() if r.id not in kept])

    def _record(self, name: str, value: AnyMapping[str, Any], before: Record | None, indent: int) -> Record:
        lines = emitter.item(value, indent)
        emitter.verify("\n".join(lines) + "\n", [value])
        text = self._join(lines)
        if before is None:
            return Record(name, "", text)
        notes = "".join(f"{' ' * indent}{note}{self.newline}" for note in comments(before.text))
        return Record(name, before.before + notes, text)

    def _with_gaps_of(self, old: Entry, removed: AnySequence[Record]) -> SplicedFile:
        """Comments that stood between removed records stay, below the list."""
        gaps = "".join(record.before for record in removed if record.before.strip())
        if not gaps:
            return self
        at = next(i for i, entry in enumerate(self.entries) if entry.key == old.key) + 1
        if at == len(self.entries):
            return replace(self, tail=gaps + self.tail)
        following = replace(self.entries[at], before=gaps + self.entries[at].before)
        return replace(self, entries=(*self.entries[:at], following, *self.entries[at + 1 :]))

    def _with_entry(self, entry: Entry, order: AnySequence[str]) -> SplicedFile:
        keys = [known.key for known in self.entries]
        if entry.key in keys:
            at = keys.index(entry.key)
            old = self.entries[at]
            if entry.text != old.text:
                notes = "".join(f"{note}{self.newline}" for note in comments(old.text))
                entry = replace(entry, before=old.before + notes)
            return replace(self, entries=(*self.entries[:at], entry, *self.entries[at + 1 :]))
        if not keys:
            return replace(self, entries=(replace(entry, before=self.tail + entry.before),), tail="")
        place = {key: at for at, key in enumerate(order)}
        mine = place.get(entry.key, len(order))
        at = next((i for i, key in enumerate(keys) if place.get(key, -1) > mine), len(keys))
        return replace(self, entries=(*self.entries[:at], entry, *self.entries[at:]))

    def _join(self, lines: AnySequence[str]) -> str:
        return "".join(f"{line}{self.newline}" for line in lines)


def _leaves(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [leaf for item in node.items for leaf in _leaves(item)]
    return [leaf for key, item in node.items.items() for leaf in (node.keys[key], *_leaves(item))]


def comments(text: str) -> list[str]:
    """The comments in a piece of YAML, each from its `#` to the end of its line, in order."""
    if "#" not in text:
        return []
    root = parse_yaml(text)
    leaves = [] if root is None else sorted((leaf.start, leaf.end, leaf.style) for leaf in _leaves(root))
    starts = [start for start, _, _ in leaves]
    found: list[str] = []
    offset = 0
    for line in _LINE.findall(text):
        at = line.find("#")
        while at >= 0:
            if at == 0 or line[at - 1] in " \t\n":
                index = bisect_right(starts, offset + at) - 1
                start, end, style = leaves[index] if index >= 0 else (0, 0, "")
                in_head = style in ("|", ">") and start >= offset
                if offset + at >= end or in_head:
                    found.append(line[at:].rstrip())
                    break
            at = line.find("#", at + 1)
        offset += len(line)
    return found


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _after_line(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _content_end(text: str, node: Node, key: Scalar | None = None) -> int:
    """The end of the line on which a node's content ends (blank lines after a `|` block are no content)."""
    end = max(node.end, key.end if key is not None else 0)
    while end > node.start and text[end - 1] in " \t\r\n":
        end -= 1
    return _after_line(text, end)


def _hyphen_line(text: str, start: int, floor: int) -> int:
    """The start of the line on which the hyphen of the element whose content is at `start` stands."""
    line = _line_start(text, start)
    while line > floor and not text[line:start].lstrip(" ").startswith("-"):
        line = _line_start(text, line - 1)
    return line


def _records(text: str, value: Sequence, floor: int) -> tuple[tuple[Record, ...], int, int] | None:
    """The records, the end of the last, and the column of their hyphens; None when they do not stand on lines of their own."""
    made: list[Record] = []
    at = floor
    indent = 2
    for node in value.items:
        if not isinstance(node, Mapping):
            return None
        start = _hyphen_line(text, node.start, at)
        if start < at or not text[start : node.start].lstrip(" ").startswith("-"):
            return None
        end = _content_end(text, node)
        name = node.items.get("id")
        made.append(Record(name.value if isinstance(name, Scalar) else "", text[at:start], text[start:end]))
        indent = len(text[start : node.start]) - len(text[start : node.start].lstrip(" "))
        at = end
    return tuple(made), at, indent


def take_apart(data: bytes, where: str | os.PathLike[str] | None = None) -> tuple[SplicedFile, Mapping | None]:
    """A file's pieces and its nodes (None when it holds nothing).  Raises ReviewerError when it is not a mapping in our YAML."""
    text = decode(data, where)
    bom = text.startswith("\ufeff")
    text = text.removeprefix("\ufeff")
    lone = re.search(r"\r(?!\n)", text)
    if lone is not None:
        line = text.count("\n", 0, lone.start()) + 1
        raise ReviewerError("a line end of CR alone", where=where, line=line, hint="save the file with LF line ends")
    newline = "\r\n" if "\r\n" in text else "\n"
    root = parse_yaml(text, where)
    if root is None:
        return SplicedFile((), text, newline, bom), None
    if not isinstance(root, Mapping):
        raise ReviewerError("not a mapping at the top", where=where, line=root.line, hint="begin with `schema: …`")
    if root.flow or text[_line_start(text, root.start) : root.start]:
        written = emitter.mapping(to_plain(root))
        notes = comments(text)
        return take_apart("".join(f"{line}{newline}" for line in [*notes, *written]).encode(), where)[0], root
    entries: list[Entry] = []
    at = 0
    for key, value in root.items.items():
        node = root.keys[key]
        start = _line_start(text, node.start)
        end = _content_end(text, value, node)
        records = None
        if isinstance(value, Sequence) and not value.flow and value.items:
            records = _records(text, value, _after_line(text, node.end))
        if records is None:
            entries.append(Entry(key, text[at:start], text[start:end]))
        else:
            end = records[1]
            head = text[start : _after_line(text, node.end)]
            entries.append(Entry(key, text[at:start], head, records[0], records[2]))
        at = end
    return SplicedFile(tuple(entries), text[at:], newline, bom), root

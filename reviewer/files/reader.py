"""The one strict reader of YAML: libyaml's parser events composed into nodes, never libyaml's own (recursive) composer.

A subset of YAML 1.1 and 1.2 that both read alike: one document of mappings, sequences and text.  Aliases, anchors, tags,
directives, duplicate keys and git's conflict markers are refused with their line; nothing is resolved, so `NO`, `12:30`,
`010` and `2031-04-02` stay the text they are.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.reader import Reader
from yaml.scanner import Scanner

from reviewer.errors import ReviewerError

MAX_DEPTH: Final = 32
MAX_BYTES: Final = 32 * 1024 * 1024
NULLS: Final = frozenset({"", "~", "null"})

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)
# Line breaks in YAML 1.1 but not in 1.2: hidden from the parser, so that a text which holds one raw comes back as it is.
_OLD_BREAKS = "\x85\u2028\u2029"


@final
class Scalar:
    """A text.  `style` is "" when plain, else the mark it was written with; `start`/`end` are code points of the source, marks included."""

    __slots__ = ("end", "line", "start", "style", "value")

    def __init__(self, value: str, style: str, line: int, start: int, end: int) -> None:
        self.value = value
        self.style = style
        self.line = line
        self.start = start
        self.end = end

    @property
    def is_null(self) -> bool:
        """Whether it is written as nothing: empty, `~` or `null`, without quotes."""
        return not self.style and self.value in NULLS


@final
class Sequence:
    """A list of nodes; `flow` when it is written in brackets.  `end` is the end of its last content."""

    __slots__ = ("end", "flow", "items", "line", "start")

    def __init__(self, flow: bool, line: int, start: int) -> None:
        self.items: list[Node] = []
        self.flow = flow
        self.line = line
        self.start = start
        self.end = start


@final
class Mapping:
    """Keys (always text) and their nodes, in the order of the file; `keys` holds the key's own node."""

    __slots__ = ("end", "flow", "items", "keys", "line", "open_key", "start")

    def __init__(self, flow: bool, line: int, start: int) -> None:
        self.items: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}
        self.open_key: str | None = None  # only while composing
        self.flow = flow
        self.line = line
        self.start = start
        self.end = start


Node = Scalar | Sequence | Mapping


class Plain(str):
    """A text that a YAML reader might resolve to something else and that was written without quotes; written back so."""

    __slots__ = ()


class _PureParser(Reader, Scanner, yaml.parser.Parser):
    """PyYAML's parser without libyaml: for installations that lack it, and for `\\ud800`, which libyaml refuses."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def _parser(text: str, pure: bool) -> Any:
    if pure or not yaml.__with_libyaml__:
        return _PureParser(text)
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

    return CParser(text)


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


class _Composer:
    """Nodes out of events, without recursion; what the format does not know is refused as soon as its event comes."""

    def __init__(self, where: str | os.PathLike[str] | None, first_line: int, sentinels: dict[int, int]) -> None:
        self.where = where
        self.first_line = first_line
        self.sentinels = sentinels

    def refuse(self, what: str, line: int, hint: str) -> ReviewerError:
        return ReviewerError(what, where=self.where, line=line, hint=hint)

    def compose(self, parser: Any) -> Node | None:
        root: Node | None = None
        stack: list[Sequence | Mapping] = []
        first, sentinels, next_event, scalar = self.first_line, self.sentinels, parser.get_event, ScalarEvent
        seen_document = False
        while (event := next_event()) is not None:
            kind = type(event)
            node: Node
            if kind is scalar:
                mark = event.start_mark
                value = event.value.translate(sentinels) if sentinels else event.value
                style = "" if event.implicit[0] else event.style or ""
                node = Scalar(value, style, mark.line + first, mark.index, event.end_mark.index)
                if event.anchor is not None or event.tag is not None:
                    raise self.unknown(event)
                if not stack:
                    root = node
                    continue
                # The innermost of the hot path: a text goes straight into its parent.
                parent = stack[-1]
                parent.end = node.end
                if type(parent) is Sequence:
                    parent.items.append(node)
                elif parent.open_key is not None:
                    parent.items[parent.open_key] = node
                    parent.open_key = None
                else:
                    self.put(parent, node)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                mark = event.start_mark
                made = Mapping if kind is MappingStartEvent else Sequence
                node = made(bool(event.flow_style), mark.line + first, mark.index)
                if event.anchor is not None or event.tag is not None:
                    raise self.unknown(event)
                if len(stack) >= MAX_DEPTH:
                    raise self.refuse(f"nested deeper than {MAX_DEPTH} levels", node.line, "write it flatter")
                if not stack:
                    root = node
                elif isinstance(stack[-1], Sequence):
                    stack[-1].items.append(node)
                else:
                    self.put(stack[-1], node)
                stack.append(node)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                done = stack.pop()
                if done.flow:
                    done.end = event.end_mark.index
                if stack:
                    stack[-1].end = done.end
            elif kind is DocumentStartEvent:
                if seen_document or event.version or event.tags:
                    raise self.unknown(event)
                seen_document = True
            elif kind is AliasEvent:
                raise self.unknown(event)
        return root

    def put(self, parent: Mapping, node: Node) -> None:
        """The next of a mapping's nodes: a key, or the value of the key before."""
        key = parent.open_key
        if key is not None:
            parent.items[key] = node
            parent.open_key = None
            return
        if not isinstance(node, Scalar):
            raise self.refuse("a key must be text", node.line, "write `key: value`")
        key = node.value
        before = parent.keys.get(key)
        if before is not None:
            what = f"the key {key!r} occurs twice, first in line {before.line}"
            raise self.refuse(what, node.line, "keep one of them")
        parent.keys[key] = node
        parent.open_key = key

    def unknown(self, event: Any) -> ReviewerError:
        """The complaint about what YAML has and this format has not."""
        line = event.start_mark.line + self.first_line
        if isinstance(event, AliasEvent):
            return self.refuse(f"an alias (*{event.anchor}) is no part of this format", line, "write the text out")
        if isinstance(event, DocumentStartEvent):
            if event.version or event.tags:
                return self.refuse("a % directive is no part of this format", line, "remove it")
            return self.refuse("a second document begins here", line, "keep one document in a file")
        what = f"an anchor (&{event.anchor})" if event.anchor is not None else f"a tag ({event.tag})"
        return self.refuse(f"{what} is no part of this format", line, "put the text in double quotes")


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection while nodes are made by the ten thousand and none becomes garbage (a fifth of the time)."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _hide_old_breaks(text: str) -> tuple[str, dict[int, int]]:
    """`text` with the old line breaks replaced one for one by private code points it does not use, and the way back."""
    present = [mark for mark in _OLD_BREAKS if mark in text]
    if not present:
        return text, {}
    free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
    there: dict[str, str | int | None] = dict(zip(present, free, strict=False))
    return text.translate(str.maketrans(there)), {ord(str(sub)): ord(mark) for mark, sub in there.items()}


def parse_yaml(text: str, where: str | os.PathLike[str] | None = None, *, first_line: int = 1) -> Node | None:
    """The node tree of one YAML document, None when it holds nothing (empty, or comments only).

    `where` and `first_line` (the line of the file on which `text` begins) name the place in complaints and nodes; node
    offsets count in `text` after a leading BOM.  Raises ReviewerError, and nothing else, for whatever is not of the format.
    """
    text = text.removeprefix("\ufeff")
    bad = _UNPRINTABLE.search(text)
    if bad is not None:
        what = f"a character that a text file cannot hold (U+{ord(bad.group()):04X})"
        raise ReviewerError(what, where=where, line=_line_at(text, bad.start()) + first_line - 1, hint="remove it")
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        line = _line_at(text, conflict.start()) + first_line - 1
        what = f"a conflict marker of a merge ({conflict.group()})"
        raise ReviewerError(what, where=where, line=line, hint="resolve the conflict in an editor")
    source, sentinels = _hide_old_breaks(text)
    composer = _Composer(where, first_line, sentinels)
    pure = False
    while True:
        try:
            with _no_collection():
                return composer.compose(_parser(source, pure))
        except yaml.MarkedYAMLError as error:
            if not pure and error.problem == "found invalid Unicode character escape code":
                pure = True
                continue
            mark = error.problem_mark or error.context_mark
            raise _complaint(error, source, mark, where, first_line) from error
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
            raise ReviewerError(f"not YAML: {' '.join(str(error).split())}", where=where) from error


def _complaint(
    error: yaml.MarkedYAMLError, source: str, mark: Any, where: str | os.PathLike[str] | None, first_line: int
) -> ReviewerError:
    said = error.problem or error.context or "not YAML"
    hint = "put the text in double quotes, or indent it as its neighbours are"
    if mark is not None and source[mark.index : mark.index + 1] == "\t":
        said, hint = "a tab where YAML allows blanks only", "indent with blanks"
    line = None if mark is None else mark.line + first_line
    return ReviewerError(f"not YAML: {said}", where=where, line=line, hint=hint)


def decode(data: bytes, where: str | os.PathLike[str] | None = None) -> str:
    """The text of a file's bytes: UTF-8, with or without BOM (kept); raises ReviewerError with the line of the first bad byte."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ReviewerError("the file is UTF-16", where=where, line=1, hint="save it as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"not UTF-8 (byte 0x{data[error.start]:02x})"
        raise ReviewerError(what, where=where, line=line, hint="save the file as UTF-8") from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of at most MAX_BYTES; devices, pipes and folders are refused before anything is read."""
    try:
        if not path.exists():
            raise ReviewerError("no such file", where=path)
        if not path.is_file():
            raise ReviewerError("not a regular file", where=path, hint="put a text file here")
        size = path.stat().st_size
        if size > MAX_BYTES:
            what = f"{size:,} bytes, more than the {MAX_BYTES // (1024 * 1024)} MiB that are read"
            raise ReviewerError(what, where=path, hint="split the file")
        return path.read_bytes()
    except OSError as error:
        raise ReviewerError(f"cannot be read: {error.strerror or error}", where=path) from error


def to_plain(node: Node | None) -> Any:
    """Dicts, lists and texts (None for what is written as nothing); a text without quotes comes as `Plain`."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        if node.is_null:
            return None
        return node.value if node.style else Plain(node.value)
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return {key: to_plain(value) for key, value in node.items.items()}

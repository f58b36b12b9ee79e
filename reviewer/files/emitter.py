"""YAML written by our own hand: fixed order, one value a line, and nothing that a YAML 1.1 or 1.2 reader would take for something else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reviewer.errors import ReviewerError
from reviewer.files.reader import Plain, parse_yaml, to_plain

# Whatever a reader could resolve to a null, a boolean, a number, a date or a merge key (YAML 1.1 and 1.2 core together).
_RESOLVED = re.compile(
    r"(?i:null|~|true|false|yes|no|on|off|y|n|=|<<)"
    r"|[-+]?(?:\.?[0-9][0-9_.,]*(?:[eE][-+]?[0-9]*)?|0[xX][0-9a-fA-F_]*|0[oO]?[0-9_]*|0[bB][01_]*)"
    r"|[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?"
    r"|[-+]?\.(?i:inf|nan)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?"
)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`.=<~ ")
# Controls, breaks that only YAML 1.1 knows, BOM, surrogates, and what turns the direction of a line round.
_ESCAPED = re.compile(
    "[^ -~\xa0-\u2027\u2030-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\", '"': '\\"'}


class Flow(dict[str, Any]):
    """A mapping that is written in braces, on one line."""


class Block(str):
    """A text of lines, without its last line break: written as a `|` block where it can be, quoted otherwise."""

    __slots__ = ()


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _is_plain(text: str, flow: bool) -> bool:
    if not text or text[0] in _INDICATORS or text != text.strip() or text.endswith(":"):
        return False
    if ": " in text or " #" in text or _ESCAPED.search(text) is not None or _RESOLVED.fullmatch(text) is not None:
        return False
    return not (flow and any(character in text for character in ",[]{}:?"))


def quoted(text: str) -> str:
    """`text` between quotes, on one line."""
    if _ESCAPED.search(text) is None:
        if '"' not in text and "\\" not in text:
            return f'"{text}"'
        if "'" not in text:
            return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, re.sub(r'[\\"]', _escape, text)) + '"'


def scalar(value: object, *, flow: bool = False) -> str:
    """One value on one line; texts without quotes only where every reader takes them for text."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Plain) and _RESOLVED.fullmatch(value) is not None:
        return str(value)
    if isinstance(value, str):
        return str(value) if _is_plain(value, flow) else quoted(value)
    raise TypeError(f"not a value of this format: {type(value).__name__}")


def inline(value: object) -> str:
    """Any value on one line, mappings in braces and lists in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(inline(item) for item in value) + "]"
    return scalar(value, flow=True)


def _is_block(text: str) -> bool:
    """Whether a `|` block gives `text` back, whatever an editor does to the indentation of blank lines."""
    if not text or text[0] in " \n" or text[-1] == "\n" or "\t" in text:
        return False
    lines = text.split("\n")
    return all(_ESCAPED.search(line) is None and (not line or not line.isspace()) for line in lines)


def entry(key: str, value: object, indent: int = 0) -> list[str]:
    """The lines of `key: value`, without line breaks, indented by `indent` blanks."""
    pad = " " * indent
    head = f"{pad}{scalar(key, flow=True)}:"
    if isinstance(value, Block) and _is_block(value):
        return [f"{head} |", *(f"{pad}  {line}" if line else "" for line in value.split("\n"))]
    if isinstance(value, Mapping) and value and not isinstance(value, Flow):
        return [head, *mapping(value, indent + 2)]
    if isinstance(value, Sequence) and not isinstance(value, str) and any(isinstance(item, Mapping) for item in value):
        return [head, *(line for element in value for line in item(element, indent + 2))]
    return [f"{head} {scalar(value) if not isinstance(value, Mapping | list | tuple) else inline(value)}"]


def mapping(value: Mapping[str, Any], indent: int = 0) -> list[str]:
    """The lines of a mapping, one key after the other."""
    return [line for key, part in value.items() for line in entry(key, part, indent)]


def item(value: object, indent: int = 2) -> list[str]:
    """The lines of one element of a list, its hyphen indented by `indent` blanks."""
    pad = " " * indent
    if isinstance(value, Mapping) and value and not isinstance(value, Flow):
        lines = mapping(value, indent + 2)
        return [f"{pad}- {lines[0].lstrip(' ')}", *lines[1:]]
    return [f"{pad}- {inline(value)}"]


def emit(value: Mapping[str, Any]) -> str:
    """A whole file; what it says has been read back and compared, so a file that cannot be read is never written."""
    text = "".join(f"{line}\n" for line in mapping(value)) if value else "{}\n"
    verify(text, dict(value))
    return text


def says(value: object) -> Any:
    """What reading gives for a value written by this module: texts, with numbers and truth values as they are spelled."""
    if isinstance(value, Mapping):
        return {key: says(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [says(part) for part in value]
    if isinstance(value, Block):
        return str(value) + "\n" if _is_block(value) else str(value)
    if isinstance(value, str) and isinstance(value, Plain) and value in ("", "~", "null"):
        return None
    return value if value is None or isinstance(value, str) else scalar(value)


def verify(text: str, value: object) -> None:
    """Raises ReviewerError unless reading `text` gives `value`: the last guard between a fault here and the analyst's file."""
    if to_plain(parse_yaml(text)) != says(value):
        raise ReviewerError("these words cannot be written as YAML", hint="please report this with the text you typed")

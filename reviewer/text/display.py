"""The one function between an article's bytes and the terminal."""

from __future__ import annotations

import re

# What a terminal may act on or what hides from a reader: C0 but TAB and LF, DEL, C1, zero-width and bidirectional
# controls, separators, fillers, format controls of notations, BOM, interlinear marks, tags, lone surrogates, private use,
# noncharacters.  The emoji variation selector stays: it hides nothing.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_ARROWS = {
    0x200E: "\u2192",  # left-to-right mark
    0x200F: "\u2190",  # right-to-left mark
    0x061C: "\u2190",
    0x202A: "\u21d2",
    0x202B: "\u21d0",
    0x202C: "\u21d4",
    0x202D: "\u21db",  # overrides: the ones that can turn a sentence round
    0x202E: "\u21da",
    0x2066: "\u21d2",
    0x2067: "\u21d0",
    0x2068: "\u21d4",
    0x2069: "\u21d4",
    0x2028: "\u21b5",
    0x2029: "\u00b6",
}
REPLACEMENT = "\ufffd"


def _mark(match: re.Match[str]) -> str:
    code = ord(match.group())
    return (
        _PICTURES.get(code)
        or _ARROWS.get(code)
        or ("\u00b7" if 0x200B <= code <= 0x200D or code in (0x2060, 0xFEFF, 0xAD) else REPLACEMENT)
    )


def displayable(text: str, *, one_line: bool = False) -> str:
    """`text` with every control, escape, bidirectional and invisible code point made a visible mark.

    One code point for one code point, so offsets into `text` are offsets into the result.  TAB and LF stay, unless
    `one_line`: then both become marks too (`⇥`, `⏎`), for titles, notices, table cells and messages.  The width of what
    remains is a matter of clusters: `reviewer.text.graphemes`.
    """
    safe = _UNSAFE.sub(_mark, text)
    if one_line:
        safe = safe.replace("\t", "\u21e5").replace("\n", "\u23ce")
    return safe


def hidden_count(text: str) -> int:
    """How many code points `displayable` would replace: what a notice tells the reader of a suspicious article."""
    return sum(1 for _ in _UNSAFE.finditer(text))

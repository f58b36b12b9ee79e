"""The words of an article in their matching form."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate, compress
from typing import TypeAlias

from reviewer.comparison.known import Known
from reviewer.comparison.spelling import american
from reviewer.text import ABBREVIATIONS, folded

# What goes on inside a word: after an apostrophe, in numbers with points and commas, in initials (U.S.).
_INNER = r"['’‘.,](?:(?<=['’‘])[^\W\d_]+|\d+|(?<=\b[^\W\d_].)[^\W\d_]\b)"
# Words, a bracketed first letter ([W]ill), signs of money and percent; most words end where the empty branch takes them.
_WORD = re.compile(rf"\w+(?:{_INNER}(?:{_INNER})*|)|\[[^\W\d_]\][^\W\d_]+|[$€£¥%]")
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAS_IDEOGRAPHS = re.compile(f"[{_IDEOGRAPH}]")
_WORD_OR_IDEOGRAPH = re.compile(f"[{_IDEOGRAPH}]|(?:(?![{_IDEOGRAPH}])\\w)+(?:['’‘][^\\W\\d_]+|[.,]\\d+)*")
# What never stands inside a word, and what does not where a line ends or begins.
_BETWEEN = ' \u00a0“”"«»?!:;()-–—'
_AT_EDGES = ("’\n", "'\n", ".\n", ",\n", "\n‘", "\n'")

LONG = 1 << 13


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: matching keys, their offsets in it (code points, half-open), and the first word of every
    sentence (roughly cut: a wrong cut costs a little evidence, nothing else)."""

    keys: list[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of words that begin in `[start, end)`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of words that begin and end in `[start, end)`; without any, its end is not after its start."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)


def key(word: str) -> str:
    """The matching form of one word: folded, initials without points, thousands without commas."""
    if word.isascii() and word.isalpha():
        return word.lower()
    form = folded(word) or word
    if "." in form and not form[0].isdigit():
        form = form.replace(".", "")
    if form[0] == "[":
        form = form[1] + form[3:]
    if "," in form:
        form = _THOUSANDS.sub("", form)
    return form


_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


def _form(line: str, spelled: Mapping[str, str]) -> str:
    """The matching form of a word, or of a line of one word: none of an empty line, `_NO_WORD` of any other one."""
    word = line[:-1] if line[-1].isspace() else line
    if not word:
        return ""
    if word is not line and (_WORD.fullmatch(word) is None or _HAS_IDEOGRAPHS.search(word)):
        return _NO_WORD
    form = key(word)
    return spelled.get(form, form)


_NO_WORD = " "
_SENTENCE_ENDS = ".\n!?…。！？"
_ALWAYS_ENDS = re.compile("[。！？\n]")
_MARK_AND_BLANK = re.compile(r"""[.!?…]["'”’»)\]]*\s[\s"'“‘«(\[–—-]*(.?)""")


def _ended(gap: str) -> int:
    """What a string between two words says of the sentence: 2 it ends there, 1 it does unless a small letter follows, 0."""
    ends = [2 if match[1] else 1 for match in _MARK_AND_BLANK.finditer(gap)]
    return 2 if _ALWAYS_ENDS.search(gap) else max(ends, default=0)


_GAPS = Known(_ended)
_KEYS, _ENGLISH = Known(partial(_form, spelled={})), Known(partial(_form, spelled=american()))
_Offsets: TypeAlias = "list[int] | array[int]"


def shortened(word: str) -> bool:
    """Whether a point after this word ends no sentence, as in "Mr. Roe" or "J. Roe"."""
    return (len(word) == 1 and word != "I") or word.lower() in ABBREVIATIONS


def _words_in(text: str, language: str | None = None) -> Words:
    """The words of `text`, those of English in their American spelling where its `language` is said to be that.

    Ideographs and kana are a word each, since they are written without blanks.
    """
    known = _ENGLISH if language == "en" else _KEYS
    lines = _one_a_line(text)
    # lists are quicker to make, and of a long text nine times as large
    offsets = list if len(lines) < LONG else _small
    forms = list(map(known.__getitem__, lines))
    bounds = offsets(accumulate(map(len, lines), initial=0))
    keys, starts = list(filter(None, forms)), offsets(compress(bounds, forms))
    ends = offsets([end - 1 for end, form in zip(bounds[1:], forms, strict=True) if form])
    if _NO_WORD in keys:
        keys, starts, ends = _taken_apart(text, keys, starts, ends, known)
    return Words(keys, starts, ends, _sentences(text, starts, ends))


words_of = lru_cache(maxsize=64)(_words_in)  # of an article
words_of_name = lru_cache(maxsize=4096)(_words_in)  # of a speaker or cue, of which an event has more than articles


def _small(offsets: Iterable[int]) -> array[int]:
    return array("I", offsets)


def _one_a_line(text: str) -> list[str]:
    """`text` cut into lines with their ends, as long as before: what stands between two words has given way to line ends.

    What is rare is left to `_taken_apart`: marks inside a word, and marks that have no blank beside them.
    """
    text += "\n"
    for mark in _BETWEEN:
        text = text.replace(mark, "\n")
    for marks in _AT_EDGES:
        if marks.strip() in text:
            text = text.replace(marks, "\n\n")
    return text.splitlines(keepends=True)


def _taken_apart(
    text: str, keys: list[str], starts: _Offsets, ends: _Offsets, known: Known[str]
) -> tuple[list[str], _Offsets, _Offsets]:
    """The words with those lines taken apart that are not just one."""
    forms, heads, tails = keys[:0], starts[:0], ends[:0]
    done = 0
    for _ in range(keys.count(_NO_WORD)):
        at = keys.index(_NO_WORD, done)
        pattern = _WORD_OR_IDEOGRAPH if _HAS_IDEOGRAPHS.search(text, starts[at], ends[at]) else _WORD
        matches = [*pattern.finditer(text, starts[at], ends[at])]
        forms += keys[done:at]
        forms += [known[match[0]] for match in matches]
        for whole, before, apart in ((heads, starts, re.Match.start), (tails, ends, re.Match.end)):
            whole.extend(before[done:at])
            whole.extend(map(apart, matches))
        done = at + 1
    heads.extend(starts[done:])
    tails.extend(ends[done:])
    return forms + keys[done:], heads, tails


def _sentences(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """The first words of sentences; a mark before a small letter, or after what a point shortens, ends none."""
    firsts = {0}
    for mark in _SENTENCE_ENDS:
        at = text.find(mark)
        while at >= 0 and (word := bisect_left(starts, at)) < len(starts):
            start = starts[word]
            if word:
                before = ends[word - 1]
                ended = _GAPS[text[before:start]]
                if ended == 2 or (ended and not (text[start].islower() or shortened(text[starts[word - 1] : before]))):
                    firsts.add(word)
            at = text.find(mark, start)
    return sorted(firsts)

"""Two outlets on one event, as they print it: which of the utterances that both have are found, and how exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import starmap
from pathlib import Path
from typing import NamedTuple

from reviewer.comparison import Side, compare
from reviewer.quotes import extract
from reviewer.text import Span

PAIRS = Path(__file__).with_name("article_pairs.txt")
FOUND, EXACT = 0.85, 0.74  # shares of all utterances
_MARK = re.compile(r"\{(\d+)\||\}(\d+)\|")
_OUTER = ' \n.,;:!?–—“”„"«»\u00a0'


class Article(NamedTuple):
    side: Side
    marked: dict[int, Span]


def _article(text: str, language: str) -> Article:
    """An article without its marks, and where what each of them has stands."""
    plain, starts, ends, at = "", {}, {}, 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark[1]:
            starts[int(mark[1])] = len(plain)
        else:
            ends[int(mark[2])] = len(plain)
    plain += text[at:]
    marked = {number: _bare(Span(start, ends[number]), plain) for number, start in starts.items()}
    return Article(Side(plain, extract(plain, language=language).quotes, language), marked)


def _bare(span: Span, text: str) -> Span:
    """A span without the marks and blanks at its ends."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip(_OUTER)), span.end - len(words) + len(words.rstrip(_OUTER)))


def _pairs() -> Iterator[tuple[Article, Article]]:
    _, text = PAIRS.read_text(encoding="utf-8").split("\n", 1)
    for pair in text.split("===\n"):
        language, articles = pair.split("\n<<<\n")
        left, right = articles.split("\n---\n")
        yield _article(left, language), _article(right, language)


def _matches(left: Article, right: Article) -> list[tuple[Span, Span]]:
    found = compare(left.side, right.side).matches
    return [
        (
            _bare(Span(match.left.start, match.left.end), left.side.text),
            _bare(Span(match.right.start, match.right.end), right.side.text),
        )
        for match in found
    ]


def _is(utterance: tuple[Span, Span], match: tuple[Span, Span]) -> bool:
    """Whether a match is of an utterance: most of both sides of it, or all and more."""
    spans = list(zip(match, utterance, strict=True))
    return all(a.iou(b) >= 0.4 for a, b in spans) or all(a.contains(b) for a, b in spans)


def test_what_two_outlets_both_print_is_found_and_bounded_and_nothing_else_is() -> None:
    total = found = exact = 0
    for left, right in _pairs():
        utterances = [(span, right.marked[k]) for k, span in left.marked.items() if k in right.marked]
        matches = _matches(left, right)
        total += len(utterances)
        found += sum(any(_is(utterance, match) for match in matches) for utterance in utterances)
        exact += len(set(utterances) & set(matches))
        for match in matches:
            touching = [u for u in utterances if all(starmap(Span.overlaps, zip(match, u, strict=True)))]
            assert touching, [span.of(article.side.text) for span, article in zip(match, (left, right), strict=True)]
    assert total >= 230
    assert found >= FOUND * total
    assert exact >= EXACT * total

"""Whole pages of many countries and kinds: the article comes out, with its headline, authors and day."""

from __future__ import annotations

import re

import pytest

from reviewer.articles.page import clean_page
from tests.articles.pages import PAGES, MarkedPage

_WORD = re.compile(r"\w+")


def unmarked(page: MarkedPage) -> tuple[str, list[str], set[str]]:
    """The page as it was saved, the lines of its article, and the lines that may be of it."""
    lines = page.lines.strip("\n").split("\n")
    bare = [line[2:] if line.startswith(("+ ", "? ")) else line for line in lines]
    article = [line[2:] for line in lines if line.startswith("+ ")]
    return "\n".join(bare), article, {line[2:] for line in lines if line.startswith("? ")}


@pytest.mark.parametrize("name", PAGES)
def test_the_article_alone_comes_out_of(name: str) -> None:
    text, article, either = unmarked(PAGES[name])
    kept = [line.span.of(text) for line in clean_page(text).lines if line.kept]
    assert [line for line in kept if line not in either] == article


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["no blank lines", "blank lines everywhere"])
def test_no_paragraph_and_hardly_a_line_too_much_where_blank_lines_tell_nothing_in(name: str, gap: str) -> None:
    text, article, either = unmarked(PAGES[name])
    text = gap.join(line for line in text.split("\n") if line)
    kept = [line.span.of(text) for line in clean_page(text).lines if line.kept]
    assert [line for line in article if line not in kept] == []
    extra = [line for line in kept if line not in article and line not in either]
    assert sum(len(_WORD.findall(line)) for line in extra) <= 0.15 * sum(len(_WORD.findall(line)) for line in article)


@pytest.mark.parametrize("name", PAGES)
def test_title_byline_and_day_are_found_in(name: str) -> None:
    page = PAGES[name]
    cleaned = clean_page(unmarked(page)[0])
    assert (cleaned.title, cleaned.byline, cleaned.published) == (page.title, page.byline, page.published)

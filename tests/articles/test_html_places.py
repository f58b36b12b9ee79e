"""Where the lines of an article stand in its HTML."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles import Imported
from reviewer.articles.html_places import places_of
from reviewer.articles.importing import import_sources
from tests.articles.samples import PARAGRAPHS, empty_project, html_page
from tests.growth import assert_in_proportion


def shown(source: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", source))


def test_the_body_of_an_html_page_is_where_its_paragraphs_stand_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(html_page())
    (made,) = import_sources(empty_project(tmp_path / "project"), [tmp_path / "page.html"], dry_run=True)
    assert isinstance(made, Imported)
    source = html_page().decode()
    assert tuple(span.of(source) for span in made.body) == PARAGRAPHS


@pytest.mark.parametrize(
    ("source", "line", "found"),
    [
        ("<p>A <b>s</b>mall <i>word</i>.</p>", "A small word.", "A <b>s</b>mall <i>word</i>."),
        ("<p>&ldquo;Caf&eacute;s &amp; more,&rdquo; he said.</p>", "“Cafés & more,” he said.", "&ldquo;Caf&eacute;s &amp; more,&rdquo; he said."),
        ("<p>one<br>two</p>", "two", "two"),
        ("<!-- two --><script>two()</script><p title='two'>(two!)</p>", "(two!)", "(two!)"),
        ("<h2>One İstanbul day</h2>", "## One İstanbul day", "One İstanbul day"),
        ("<blockquote>«Said.»</blockquote>", "> «Said.»", "«Said.»"),
    ],
)  # fmt: skip
def test_tags_entities_and_marks_lie_inside_the_span(source: str, line: str, found: str) -> None:
    (span,) = places_of(source, line)
    assert span.of(source) == found


def test_of_two_places_with_the_same_words_each_line_has_its_own() -> None:
    source = "<p>Again.</p><p>Then.</p><p>Again.</p>"
    assert [span.start for span in places_of(source, "Again.\n\nThen.\n\nAgain.")] == [3, 16, 28]


def test_a_line_that_the_page_does_not_show_has_no_place() -> None:
    assert places_of("<script>var a = 'Hidden words'</script><p>Shown.</p>", "Hidden words\n\nShown.") == places_of(
        "<script>var a = 'Hidden words'</script><p>Shown.</p>", "Shown."
    )


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30), max_size=5))
def test_whatever_the_paragraphs_say_the_spans_say_their_words(paragraphs: list[str]) -> None:
    source = "".join(f"<p>{html.escape(one)}</p>\n" for one in paragraphs)
    lines = [one for one in paragraphs if re.search(r"\w", one)]
    spans = places_of(source, "\n".join(" ".join(one.split()) for one in lines))
    assert len(spans) == len(lines)
    for span, line in zip(spans, lines, strict=True):
        assert re.findall(r"\w", shown(span.of(source)).lower()) == re.findall(r"\w", line.lower())


@pytest.mark.parametrize("unit", ["<", "<!--", "<script>", "&", "&amp", "<a ", "a", "</", "“"])
def test_no_hostile_run_makes_it_slow(unit: str) -> None:
    assert_in_proportion(lambda count: places_of(unit * count, "a\n" * 50), 200_000 // len(unit))

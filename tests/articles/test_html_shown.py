"""All that a page shows is there, in order, with what its markup calls it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from reviewer.articles.html_shown import Shown, shown_blocks
from reviewer.articles.originals import paragraphs_of, read_original
from tests.articles.samples import PARAGRAPHS, empty_project, html_page, imported


def blocks(body: str) -> list[Shown]:
    return list(
        shown_blocks(html.document_fromstring(f"<html><head><title>No</title></head><body>{body}</body></html>"))
    )


@pytest.mark.parametrize(
    ("body", "words", "role"),
    [
        ("<p>One <b>two</b> three</p>", "One two three", "body"),
        ("<div>Bare words</div>", "Bare words", "body"),
        ("<h1>The title</h1>", "The title", "title"),
        ("<h3>Under it</h3>", "Under it", "heading"),
        ("<blockquote><p>We stay</p></blockquote>", "We stay", "block"),
        ("<figure><figcaption>A ferry</figcaption></figure>", "A ferry", "caption"),
        ("<nav><ul><li><a href=/>News</a></li></ul></nav>", "News", "navigation"),
        ("<div class='post-comments'><h3>Ann</h3></div>", "Ann", "comment"),
        ("<table><tr><td>Brandt</td><td>57</td></tr></table>", "Brandt 57", "body"),
        ("<!-- note -->Behind a comment", "Behind a comment", "body"),
        ("<p><script>let x</script>Behind a script</p>", "Behind a script", "body"),
    ],
)
def test_every_kind_of_block_is_named(body: str, words: str, role: str) -> None:
    assert [(block.words, block.role) for block in blocks(body)] == [(words, role)]


@pytest.mark.parametrize(
    "body",
    [
        "<script>x</script>",
        "<p hidden>x</p>",
        "<p style='display: none'>x</p>",
        "<template><p>x</p></template>",
        "<p>…</p>",
    ],
)
def test_what_is_not_shown_is_not_there(body: str) -> None:
    assert blocks(body) == []


def test_a_broken_line_begins_a_new_one_and_links_are_counted() -> None:
    (block,) = blocks("<p>One<br>two <a href=/>four</a></p>")
    assert block.lines == ("One", "two four")
    assert block.linked == pytest.approx(4 / 11)
    assert [one.linked for one in blocks("<p>a <a href=/><div>all</div></a></p>")][-1] == 1.0


WORDS = st.lists(st.sampled_from("ferry pier rope tide gull".split()), min_size=1, max_size=4).map(" ".join)
TREES = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>",
        st.sampled_from("div section p span b li td a h2 blockquote figcaption em article".split()),
        st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=25,
)


@given(TREES)
def test_no_word_is_lost_or_doubled_whatever_the_markup(body: str) -> None:
    said = re.sub(r"<[^>]+>", " ", body).split()
    assert " ".join(block.words for block in blocks(body)).split() == said


def test_the_original_of_html_shows_all_of_the_page_with_what_is_kept_in_its_place(tmp_path: Path) -> None:
    page = tmp_path / "ferry.html"
    page.write_bytes(
        html_page(
            before="<figure><figcaption>The ferry, seen from the pier.</figcaption></figure>",
            after="<div>Ring the office on 12345.</div><div class=comments><p>First!</p></div>",
        )
    )
    project = empty_project(tmp_path / "project")
    (made,) = imported(project, page)
    paragraphs = read_original(project, made.event, made.article)
    kinds = {one.words: (one.kind, one.kept) for one in paragraphs}
    assert [one.words for one in paragraphs if one.kept] == list(PARAGRAPHS)
    assert kinds["Ferry runs aground off Pell Island"] == ("title", False)
    assert kinds["The ferry, seen from the pier."] == ("caption", False)
    assert kinds["Ring the office on 12345."] == ("other", False)
    assert kinds["First!"] == ("comment", False)
    assert kinds["Weather"] == ("navigation", False)


def test_lines_broken_inside_a_paragraph_find_their_places() -> None:
    lines = "First verse of the pilot\n\nSecond verse of the pilot"
    page = b"<html><body><p>First verse of the pilot<br>Second verse of the pilot</p></body></html>"
    assert [(one.words, one.kept, one.note) for one in paragraphs_of(page, ".html", lines)] == [
        ("First verse of the pilot", True, ""),
        ("Second verse of the pilot", True, ""),
    ]

"""Fragments of HTML as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles.markup import text_of_markup


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("No markup at all.", "No markup at all."),
        ("Salt &amp; pepper &#8216;here&#8217;", "Salt & pepper ‘here’"),
        ("<p>One <em>two</em>.</p>\n<p>Three</p>", "One two.\n\nThree"),
        ("<div>One<p>Two</p>three</div>", "One\n\nTwo\n\nthree"),
        ("One<br>two<br><br>three", "One two\n\nthree"),
        ("<blockquote>Said.<p>More.</p></blockquote>After", "> Said.\n\n> More.\n\nAfter"),
        ("<h2>Title</h2>text", "## Title\n\ntext"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("a <script>alert(1)</script><style>p{}</style>b<!-- c -->d", "a bd"),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
        ("<p></p>", ""),
        ("", ""),
    ],
)
def test_markup_comes_off_and_paragraphs_stay(markup: str, text: str) -> None:
    assert text_of_markup(markup) == text


@given(st.text() | st.text(alphabet="<>p/b &;a\n!-", max_size=60))
def test_no_markup_raises(markup: str) -> None:
    assert "\x00" not in text_of_markup(markup) or "\x00" in markup

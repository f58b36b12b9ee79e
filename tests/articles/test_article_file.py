"""The file of an article: front matter and verbatim text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles import Article, article_source, load_article, parse_article, split_source
from reviewer.errors import ReviewerError

TEXTS = st.text(st.characters(codec="utf-8"))
LINES = st.none() | st.text(st.characters(codec="utf-8"), min_size=1)


@given(
    TEXTS.filter(lambda text: "\r\n" not in text),
    LINES,
    LINES,
    LINES,
    st.dictionaries(st.sampled_from(["title", "byline"]), TEXTS),
)
def test_any_article_comes_back_as_it_was_written(
    text: str, outlet: str | None, title: str | None, byline: str | None, inferred: dict[str, str]
) -> None:
    article = Article("one", text, outlet=outlet, title=title, byline=byline, inferred=inferred)
    assert parse_article("one", article_source(article)) == article


@pytest.mark.parametrize(
    "text", ["", "\n", "\n\nx", "---", "---\n", "---\nx", "\ufeffx", " x \n\n", "x\r", "a\u2028b\u0085c"]
)
def test_a_text_that_looks_like_its_surroundings_comes_back(text: str) -> None:
    assert parse_article("one", article_source(Article("one", text))).text == text


def test_without_front_matter_everything_is_text() -> None:
    assert parse_article("one", "A line.\n---\nAnother.\n").text == "A line.\n---\nAnother.\n"


def test_one_blank_line_after_the_front_matter_is_not_text() -> None:
    assert parse_article("one", "---\ntitle: T\n---\nText").text == "Text"
    assert parse_article("one", "---\ntitle: T\n---\n\nText").text == "Text"
    assert parse_article("one", "---\ntitle: T\n---\n\n\nText").text == "\nText"


def test_a_bom_is_dropped_and_crlf_counts_as_lf() -> None:
    article = parse_article("one", "\ufeff---\r\ntitle: T\r\n---\r\n\r\nOne.\r\nTwo.\rThree.")
    assert (article.title, article.text) == ("T", "One.\nTwo.\rThree.")


def test_the_place_of_the_text_is_told_for_error_messages() -> None:
    parts = split_source("---\ntitle: T\noutlet: O\n---\n\nText\n")
    assert (parts.line, parts.offset) == (6, 28)
    assert "---\ntitle: T\noutlet: O\n---\n\nText\n"[parts.offset :] == parts.text


def test_what_looks_like_a_number_or_a_date_stays_text() -> None:
    article = parse_article("one", "---\noutlet: NO\ntitle: 12:30\nbyline: 010\npublished: 2031-04-02\n---\nx")
    assert (article.outlet, article.title, article.byline, article.published) == ("NO", "12:30", "010", "2031-04-02")


def test_fields_written_as_nothing_are_unknown() -> None:
    assert parse_article("one", "---\noutlet:\ntitle: ~\nunheard: of\n---\nx") == Article("one", "x")


@pytest.mark.parametrize(
    "published",
    ["2031", "2031-04", "2031-04-02", '"2031-04-02T18:40"', '"2031-04-02T18:40:10.5Z"', '"2031-04-02 18:40+02:00"'],
)
def test_a_date_may_be_a_year_a_month_a_day_or_a_time(published: str) -> None:
    assert parse_article("one", f"---\npublished: {published}\n---\nx").published == published.strip('"')


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("---\ntitle: T\n", "a.md:1: the front matter opened by --- is never closed"),
        ("---\noutlet: O\ntitle: [a, b]\n---\nx", "a.md:3: title must be one text"),
        ("---\noutlet: O\n\npublished: last Tuesday\n---\nx", "a.md:4: published: 'last Tuesday' is no ISO date"),
        ("---\n- a\n---\nx", "a.md:2: this is no list of fields"),
        ("---\ntitle: a\ntitle: b\n---\nx", "a.md:3: "),
        ("---\na: &b c\n---\nx", "a.md:2: "),
        ("---\ntitle: !!python/object/apply:os.system [ls]\n---\nx", "a.md:2: "),
        ("---\ninferred: yes\n---\nx", "a.md:2: inferred must name fields"),
        ("---\n" + "[" * 100_000 + "\n---\nx", "a.md:2: "),
    ],
)
def test_wrong_front_matter_is_refused_with_its_line(source: str, said: str) -> None:
    with pytest.raises(ReviewerError) as caught:
        parse_article("a", source, "a.md")
    assert str(caught.value).startswith(said)


def test_a_file_that_is_no_utf8_is_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "cafe.md"
    path.write_bytes(b"---\ntitle: T\n---\nOne\nCaf\xe9\n")
    with pytest.raises(ReviewerError, match=r"cafe\.md:5: not UTF-8"):
        load_article(path)


def test_the_id_is_the_stem_and_offsets_are_code_points(tmp_path: Path) -> None:
    path = tmp_path / "packet.md"
    path.write_text("---\ntitle: T\n---\n\n👩‍👩‍👧 e\u0301 said “yes”\n", encoding="utf-8")
    article = load_article(path)
    assert article.id == "packet"
    assert article.text.index("“yes”") == 14

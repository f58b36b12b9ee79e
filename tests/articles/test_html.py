"""HTML pages as articles."""

from __future__ import annotations

import contextlib
import json
import logging
import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest

from reviewer.articles import Article
from reviewer.articles.html import MAX_BLOCKS, page_record
from reviewer.articles.html_people import people_of
from reviewer.errors import ReviewerError
from tests.articles.samples import PARAGRAPHS, html_page, records, refusals
from tests.growth import assert_in_proportion


def _article(page: bytes, **options: Any) -> Article:
    return page_record(page, where="page.html", article_id="page", **options).article


def _linked(**data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **data})}</script>'


def test_the_story_is_kept_and_the_rest_of_the_page_is_not() -> None:
    article = _article(html_page())
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert (article.id, article.title, article.outlet, article.language) == (
        "page",
        "Ferry runs aground off Pell Island",
        "The Carrow Packet",
        "en",
    )


def test_block_quotations_and_inter_titles_are_marked() -> None:
    marked = (
        *PARAGRAPHS[:3],
        "</p><h2>The inquiry</h2><p>" + PARAGRAPHS[3],
        "</p><blockquote><p>We ask for patience and for photographs of the bridge.</p></blockquote><p>" + PARAGRAPHS[4],
    )
    lines = _article(html_page(paragraphs=marked)).text.split("\n\n")
    assert "## The inquiry" in lines
    assert "> We ask for patience and for photographs of the bridge." in lines


def test_paragraphs_in_a_second_part_of_the_story_are_brought_back() -> None:
    half = "\n".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    more = tuple(
        f"In part {n} the harbour office gave the hour, the tide and the name of the watch on deck that night."
        for n in range(12)
    )
    second = (
        '<aside class="ad">Advertisement</aside><div class="chunk"><div class="story">'
        + "".join(f"<p>{t}</p>" for t in more)
        + "</div></div>"
    )
    page = (
        html_page()
        .replace(b'<div class="story">', b'<div class="chunk"><div class="story">')
        .replace(b"</div></article>", b"</div></div>" + second.encode() + b"</article>")
    )
    text = _article(page).text
    assert half.count("<p>") == 5
    assert all(paragraph in text for paragraph in (*PARAGRAPHS, *more))


def test_a_paragraph_that_json_ld_calls_the_article_is_brought_back() -> None:
    lost = "The lighthouse keeper of Pell, asked by telephone, said that the lamp had burned all through the night."
    body = "\n\n".join((*PARAGRAPHS, lost))
    page = html_page(
        head=_linked(headline="Ferry runs aground off Pell Island", articleBody=body),
        after=f'<div class="odd"><p>{lost}</p></div>',
    )
    assert lost in _article(page).text


def test_the_standfirst_is_kept() -> None:
    standfirst = "Forty-one passengers were taken off before midnight and an inquiry begins"
    page = html_page(
        head=f'<meta property="og:description" content="{standfirst}">', before=f'<p class="intro">{standfirst}</p>'
    )
    assert _article(page).text.startswith(standfirst)


@pytest.mark.parametrize(
    "teaser",
    ["Read more: How pilots learn the sound at Pell Island in winter", "Related: The ferry line and its eleven years of losses", "Sign up for our evening letter from the harbour and the town",
     '<a href="/x">The mayor of Carrow answers the letters of our readers</a>'],
)  # fmt: skip
def test_teasers_between_the_paragraphs_are_cut(teaser: str) -> None:
    article = _article(html_page(paragraphs=(*PARAGRAPHS[:2], teaser, *PARAGRAPHS[2:])))
    assert article.text == "\n\n".join(PARAGRAPHS)


ENTRIES = tuple(f"At the quay a crowd of {n}0 people waited for boats to come in from Pell." for n in range(1, 5))
WHOLE = "\n\n".join(
    (*PARAGRAPHS, *(line for n, said in enumerate(ENTRIES) for line in (f"## Entry number {n} of the night", said)))
)


def _live_blog(**stated: str) -> bytes:
    entries = [
        {"@type": "BlogPosting", "headline": f"Entry number {n} of the night", "articleBody": "x"} for n in range(4)
    ]
    linked = _linked(
        **{"@type": "LiveBlogPosting"}, headline="Ferry runs aground off Pell Island", liveBlogUpdate=entries, **stated
    )
    blog = "".join(
        f'<div class="update"><h3>{entry["headline"]}</h3><p>{said}</p></div>'
        for entry, said in zip(entries, ENTRIES, strict=True)
    )
    return html_page(head=linked).replace(b"</div></article>", b"</div>" + blog.encode() + b"</article>")


def test_of_a_live_blog_the_report_is_taken_and_its_entries_are_said_to_be_left_out() -> None:
    record = page_record(_live_blog(), where="p", article_id="p")
    assert record.article.text == "\n\n".join(PARAGRAPHS)
    assert record.notes[0].startswith("a live blog: only the report above its entries was taken")


@pytest.mark.parametrize(
    "page",
    [
        _live_blog(articleBody=" ".join((*PARAGRAPHS, *ENTRIES))),
        _live_blog().replace(b"<article>", b'<article itemprop="articleBody">'),
    ],
    ids=["JSON-LD", "itemprop"],
)
def test_entries_of_a_live_blog_stay_where_the_markup_calls_them_the_article(page: bytes) -> None:
    record = page_record(page, where="p", article_id="p")
    assert record.article.text == WHOLE
    assert record.notes == ()


def test_entries_that_the_markup_sets_apart_inside_the_article_are_left_out() -> None:
    page = _live_blog().replace(b"<article>", b'<article itemprop="articleBody">')
    page = page.replace(b'<div class="update">', b'<div class="update" itemprop="liveBlogUpdate">')
    assert page_record(page, where="p", article_id="p").article.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (_linked(datePublished="2031-05-06T07:08:09+02:00", dateModified="2031-05-09"), "2031-05-06T07:08:09+02:00"),
        (
            '<meta property="article:modified_time" content="2031-05-09"><meta property="article:published_time" content="2031-05-06T07:08Z">',
            "2031-05-06T07:08Z",
        ),
        ('<meta name="date" content="6 May 2031">', "2031-05-06"),
        (_linked(datePublished="soon") + '<meta name="pubdate" content="20310506">', "2031-05-06"),
    ],
)
def test_the_date_is_that_of_publication_not_of_the_update(head: str, published: str) -> None:
    assert _article(html_page(head=head)).published == published


def test_a_date_in_the_page_alone_is_marked_inferred() -> None:
    article = _article(html_page(before='<span class="date">6 May 2021</span>'))
    assert article.published == "2021-05-06"
    assert "published" in article.inferred


@pytest.mark.parametrize(
    ("head", "before", "byline"),
    [
        (_linked(author={"@type": "Person", "name": "Ada Quist"}), "", "Ada Quist"),
        (_linked(author=[{"name": "Ada Quist"}, {"name": "Bo Lind and Cy Marsh"}]), "", "Ada Quist, Bo Lind, Cy Marsh"),
        (_linked(author=["By Ada Quist"]), "", "Ada Quist"),
        ('<meta name="author" content="ada-quist">', "", "Ada Quist"),
        (
            '<meta property="article:author" content="https://social.example/ada">',
            '<p class="byline">By Ada Quist</p>',
            "Ada Quist",
        ),
        (_linked(author={"name": "The Carrow Packet"}), '<a rel="author" href="/ada">Ada Quist</a>', "Ada Quist"),
        (_linked(author={"@type": "Organization", "name": "Carrow Packet"}), "", None),
        ("", "", None),
    ],
)
def test_authors_are_persons_or_desks_and_never_the_outlet_or_an_address(
    head: str, before: str, byline: str | None
) -> None:
    assert _article(html_page(head=head, before=before)).byline == byline


def test_an_author_named_by_reference_is_resolved() -> None:
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "headline": "Ferry", "author": {"@id": "#ada"}},
            {"@type": "Person", "@id": "#ada", "name": "Ada Quist"},
        ]
    }
    page = html_page(head=f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert _article(page).byline == "Ada Quist"


def test_a_byline_that_only_the_page_shows_is_marked_inferred_with_its_line() -> None:
    article = _article(html_page(before='<div class="byline">By Ada Quist | Harbour reporter</div>'))
    assert article.byline == "Ada Quist"
    assert article.inferred["byline"] == "By Ada Quist | Harbour reporter"


LONG = "The ferry Marguerite runs aground off Pell Island with forty-one people aboard while the pilot looks for his other glasses"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (_linked(headline="Ferry &#8216;scraped&#8217; a rock"), "Ferry ‘scraped’ a rock"),
        (
            '<meta property="og:title" content="Ferry aground: what we know - The Carrow Packet">',
            "Ferry aground: what we know",
        ),
        ("", "Ferry runs aground off Pell Island"),
        (_linked(headline="Ferry runs aground off Pell Island | Carrow Packet"), "Ferry runs aground off Pell Island"),
        (_linked(headline="Aground | Carrow Packet"), "Aground | Carrow Packet"),
        (_linked(headline=LONG[:104]) + f'<meta property="og:title" content="{LONG}">', LONG),
        (_linked(headline=LONG[:60].strip()) + f'<meta property="og:title" content="{LONG}">', LONG[:60].strip()),
    ],
)
def test_the_title_is_the_headline_without_the_site(head: str, title: str) -> None:
    assert _article(html_page(head=head)).title == title


def test_the_address_is_the_one_given_or_the_canonical_one() -> None:
    page = html_page(head='<link rel="canonical" href="https://packet.example/ferry">')
    assert _article(page).url == "https://packet.example/ferry"
    assert _article(page, url="https://mirror.example/1").url == "https://mirror.example/1"
    assert _article(html_page(head='<link rel="canonical" href="javascript:alert(1)">')).url is None


@pytest.mark.parametrize(
    ("encoding", "declared", "read_as"),
    [
        ("utf-8", "utf-8", ()), ("utf-8", "iso-8859-1", ()), ("cp1252", "iso-8859-1", ("read as cp1252",)), ("cp1252", None, ("read as cp1252",)),
        ("cp1252", "utf-8", ("read as cp1252",)), ("utf-16", None, ("read as utf-16",)), ("cp1252", "hex", ("read as cp1252",)), ("cp1252", "no-such", ("read as cp1252",)),
    ],
)  # fmt: skip
def test_encodings_are_found_out_whatever_the_page_says(
    encoding: str, declared: str | None, read_as: tuple[str, ...]
) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    source = html_page().decode().replace('<meta charset="utf-8">', meta)
    record = page_record(source.encode(encoding), where="p", article_id="p")
    assert record.article.text == "\n\n".join(PARAGRAPHS)
    assert record.notes == read_as


def test_a_page_without_an_article_is_refused_and_never_an_empty_article(tmp_path: Path) -> None:
    nothing = (
        b"<html><body></body></html>",
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        b"<html><body>" + b"<div>" * 20_000 + b"<p>" + b"word " * 200,
        b"",
    )
    for content in nothing:
        (tmp_path / "page.html").write_bytes(content)
        assert records(tmp_path / "page.html") == []
        (said,) = refusals(tmp_path / "page.html")
        assert "no article text found in it" in said or "the file is empty" in said


@pytest.mark.parametrize("tag", ["div", "li", "p", "blockquote", "span", "b", "ul", "table", "article"])
def test_no_nesting_is_too_deep(tag: str) -> None:
    def read(depth: int) -> None:
        page = f"<html><body>{f'<{tag}>' * depth}<p>{'word ' * 200}</p>{f'</{tag}>' * depth}".encode()
        with contextlib.suppress(ReviewerError):
            _article(page)

    assert_in_proportion(read, 20_000)


def test_nul_bytes_do_not_hide_the_page() -> None:
    assert _article(html_page().replace(b"scrape", b"scr\0ape")).text == "\n\n".join(PARAGRAPHS)


def test_a_page_of_too_many_paragraphs_is_refused() -> None:
    with pytest.raises(ReviewerError, match="paragraphs are no article"):
        _article(b"<html><body>" + b"<p>x</p>" * (MAX_BLOCKS + 1))


@pytest.mark.parametrize(
    "data",
    ["[" * 100_000, "{", '{"@type": 7, "headline": {"a": 1}}', json.dumps({"@type": "NewsArticle", "author": [[[[[["x"]]]]]], "datePublished": 5, "liveBlogUpdate": 3, "articleBody": ["x"], "publisher": [1]})],
    ids=range(4),
)  # fmt: skip
def test_broken_json_ld_says_nothing(data: str) -> None:
    article = _article(html_page(head=f'<script type="application/ld+json">{data}</script>'))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.title == "Ferry runs aground off Pell Island"


def test_nothing_is_fetched_and_nothing_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = html_page(
        head='<link rel="canonical" href="https://packet.example/ferry"><base href="https://packet.example/">',
        before='<img src="https://packet.example/x.png"><iframe src="https://packet.example/y"></iframe>',
    )
    with caplog.at_level(logging.DEBUG):
        _article(page)
        with pytest.raises(ReviewerError):
            _article(b"<html></html>")
    assert [record.name for record in caplog.records if record.levelno >= logging.INFO] == []


def test_readers_comments_are_kept_apart() -> None:
    comments = "".join(
        f'<div class="comment"><p>Reader {n} writes that the pilot was asleep, and that everybody in Carrow knows it.</p></div>'
        for n in range(5)
    )
    record = page_record(
        html_page(after=f'<section id="comments" class="comments">{comments}</section>'), where="p", article_id="p"
    )
    assert record.article.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "byline"),
    [("Ada Quist/Bo Lind", "Ada Quist, Bo Lind"), ("By Ada Quist and Bo Lind", "Ada Quist, Bo Lind"), ("Ottoline Brandt", None), ("World News", None)],
)  # fmt: skip
def test_names_alone_over_the_text_are_its_authors_unless_it_is_about_them(line: str, byline: str | None) -> None:
    assert _article(html_page(paragraphs=(line, *PARAGRAPHS))).byline == byline


@pytest.mark.parametrize(
    ("stated", "people"),
    [
        (["Analysis by Ada Quist, Packet Editor-at-large"], ["Ada Quist"]),
        (["Ada Quist, MS, RDN"], ["Ada Quist"]),
        (["6 May 2031", "March"], []),
        (["carrow.news", "https://packet.example/ada", "ada@packet.example"], []),
        (["The Packet"], []),
        (["ADA QUIST", "Ada Quist"], ["ADA QUIST"]),
        (["AFP"], ["AFP"]),
    ],
)
def test_what_is_stated_as_an_author_is_not_always_one(stated: list[str], people: list[str]) -> None:
    assert people_of(stated, ["Packet", ""]) == people


def test_a_page_that_a_script_would_fill_gives_what_json_ld_states() -> None:
    body = "\n\n".join(PARAGRAPHS)
    article = _article(html_page(head=_linked(articleBody=body), paragraphs=()))
    assert article.text == body


@pytest.mark.parametrize("tag", ["b", "sup", 'a href="x"'])
def test_thousands_of_marks_inside_paragraphs_take_no_time_and_no_word(tag: str) -> None:
    def read(count: int) -> None:
        marked = f"<{tag}>word</{tag.split()[0]}> " * count
        dated = '<meta property="article:published_time" content="2031-05-06">'
        text = _article(html_page(paragraphs=(*PARAGRAPHS, f"He said “{marked}”"), head=dated)).text
        assert all(paragraph in text for paragraph in PARAGRAPHS)
        if tag != 'a href="x"':  # a paragraph of nothing but links is navigation
            assert text.count("word") == count

    assert_in_proportion(read, 20_000)

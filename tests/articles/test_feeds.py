"""RSS and Atom files."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import feedparser
import pytest

from tests.articles.samples import records, refusals

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Carrow Packet</title><link>https://packet.example/</link><language>en-gb</language>
<item><title>Ferry &amp;amp; pilot</title><link>https://packet.example/ferry</link><guid>tag:1</guid><dc:creator>Ada Quist</dc:creator>
<pubDate>Tue, 06 May 2031 07:08:09 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>One <b>long</b> scrape.</p><blockquote><p>“Nothing at all.”</p></blockquote><h3>After</h3><p>Two.<br><br>Three.</p>]]></content:encoded></item>
<item><title>Empty</title></item>
<item><title>Teaser</title><link>https://packet.example/teaser</link><description>Only a summary.</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><id>urn:1</id><title>Flood</title><updated>2031-05-06T07:08:09Z</updated><author><name>A. Lind</name></author>
<content type="html">&lt;p&gt;Water rose.&lt;/p&gt;</content></entry></feed>"""


def test_entries_become_articles_with_their_fields(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(RSS)
    full, teaser = records(tmp_path / "feed.rss")
    article = full.article
    assert article.text == "One long scrape.\n\n> “Nothing at all.”\n\n## After\n\nTwo.\n\nThree."
    assert (article.id, article.outlet, article.title, article.byline) == (
        "tag:1",
        "The Carrow Packet",
        "Ferry & pilot",
        "Ada Quist",
    )
    assert (article.published, article.url, article.language) == (
        "2031-05-06T07:08:09+02:00",
        "https://packet.example/ferry",
        "en-gb",
    )
    assert (teaser.article.text, teaser.notes) == (
        "Only a summary.",
        ("the feed gives no more than a summary of this article",),
    )
    assert refusals(tmp_path / "feed.rss") == [f"{tmp_path / 'feed.rss'}:2: this entry has no text"]


def test_an_update_is_taken_for_the_date_only_where_there_is_no_other_and_said_so(tmp_path: Path) -> None:
    (tmp_path / "feed.atom").write_text(ATOM)
    (entry,) = records(tmp_path / "feed.atom")
    assert entry.article.published == "2031-05-06T07:08:09Z"
    assert "published" in entry.article.inferred


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_entities_are_refused_at_once_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 9}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "ha">{entities}]><rss version="2.0"><channel><title>&a9;</title></channel></rss>'
    secret = tmp_path / "secret"
    secret.write_text("swordfish")
    foreign = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss version="2.0"><channel><title>&x;</title></channel></rss>'
    for source in (bomb, foreign):
        (tmp_path / "feed.xml").write_bytes(source.encode(encoding))
        with mock.patch.object(feedparser, "parse") as parse:
            assert refusals(tmp_path / "feed.xml") == [f"{tmp_path / 'feed.xml'}: the feed declares entities: not read"]
        assert not parse.called


def test_feedparser_gets_bytes_and_never_an_address_or_a_path(tmp_path: Path) -> None:
    for content in (b"http://packet.example/feed", b"/etc/passwd", RSS.encode()):
        (tmp_path / "feed.xml").write_bytes(content)
        with mock.patch.object(feedparser, "parse", wraps=feedparser.parse) as parse:
            records(tmp_path / "feed.xml")
        assert all(hasattr(call.args[0], "read") for call in parse.call_args_list)


@pytest.mark.parametrize(
    "content", ["", "<html><body>no</body></html>", "<?xml version='1.0'?><other/>", "<rss><channel>"]
)
def test_what_is_no_feed_or_has_no_entries_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "feed.xml").write_text(content)
    assert not records(tmp_path / "feed.xml")
    assert len(refusals(tmp_path / "feed.xml")) == 1


def test_a_feed_that_breaks_off_is_said_to(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_text(RSS[: RSS.index("<item><title>Teaser")] + "<item><title>Half")
    assert any("malformed" in line for line in refusals(tmp_path / "feed.rss"))


@pytest.mark.parametrize("reference", ["&#xD800;", "&#55296;", "&amp;#xdfff;"])
def test_half_a_surrogate_pair_in_a_feed_takes_no_entry_with_it(tmp_path: Path, reference: str) -> None:
    (tmp_path / "feed.rss").write_text(RSS.replace("Teaser", f"Teaser {reference}").replace("Two.", f"Two{reference}."))
    full, teaser = records(tmp_path / "feed.rss")
    assert "Three." in full.article.text
    for article in (full.article, teaser.article):
        article.text.encode()
        (article.title or "").encode()

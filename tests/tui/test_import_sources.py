"""Everything that can be imported, through the screen: feeds, archives, corpora, and a folder of them all."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reviewer.articles import load_article
from reviewer.project import Project
from reviewer.tui.app import ReviewerApp
from reviewer.tui.board import BoardScreen
from reviewer.tui.dialogs import TextDialog
from tests.tui.pages import BODY, EVENT, PAGE, dialog, importing, opened, said
from tests.tui.projects import running, until


async def ended(app: ReviewerApp, pilot: Pilot[int], wanted: str) -> None:
    """The import is over and says so, once what a person should know of it (summaries, near-copies) is read."""
    await until(
        pilot,
        lambda: isinstance(app.screen, TextDialog) or (isinstance(app.screen, BoardScreen) and said(app) == wanted),
        wanted,
    )
    if isinstance(app.screen, TextDialog):
        await pilot.press("escape")
    await until(pilot, lambda: isinstance(app.screen, BoardScreen) and said(app) == wanted, wanted)


HTML = f"<html><head><title>Rowers meet</title></head><body><article>{''.join(f'<p>{one}</p>' for one in BODY)}</article></body></html>"
ITEM = "<item><title>Rowers meet again</title><link>https://pell.example/{0}</link><description>&lt;p&gt;{1} {2}&lt;/p&gt;</description></item>"


def feed() -> bytes:
    items = "".join(ITEM.format(number, BODY[number], BODY[number + 1]) for number in (0, 2))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Pell Post</title>{items}</channel></rss>'.encode()


def atom() -> bytes:
    entry = '<entry><title>Rowers, part {0}</title><link href="https://pell.example/{0}"/><updated>2032-10-0{0}T07:08:09Z</updated><content type="html">&lt;p&gt;{1}&lt;/p&gt;&lt;p&gt;{2}&lt;/p&gt;</content></entry>'
    entries = "".join(entry.format(number, BODY[number], BODY[number - 1]) for number in (1, 3))
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Pell Post</title>{entries}</feed>'.encode()


def archive(*, packed: bool = False) -> bytes:
    made = b""
    for number in (1, 2):
        page = HTML.replace("Rowers meet", f"Rowers meet, part {number}").replace(BODY[0], f"{BODY[0]} Part {number}.")
        body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pell.example/page-{number}\r\nWARC-Date: 2032-10-05T07:08:09Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        record = head.encode() + body + b"\r\n\r\n"
        made += gzip.compress(record) if packed else record
    return made


def table() -> bytes:
    rows = "".join(f'Gull,"Title, number {number}",2032-10-0{number},"{BODY[number]}"\r\n' for number in (1, 2))
    return f"Source;Headline;Date;Content\r\n{rows}".replace(";", ",").encode()


def corpus() -> bytes:
    lines = [{"headline": f"Line {number}", "source": "Gull", "body": BODY[number] * 2} for number in (1, 3)]
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def columns() -> bytes:
    """A Parquet file, where pyarrow is there to write it."""
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    made = io.BytesIO()
    rows = [json.loads(one) for one in corpus().splitlines()]
    parquet.write_table(pyarrow.Table.from_pylist(rows), made)
    return made.getvalue()


SOURCES: dict[str, tuple[bytes | Callable[[], bytes], int]] = {
    "feed.xml": (feed(), 2),
    "feed.atom": (atom(), 2),
    "news.xml": (atom(), 2),
    "table.parquet": (columns, 2),
    "crawl.warc": (archive(), 2),
    "crawl.warc.gz": (archive(packed=True), 2),
    "table.csv": (table(), 2),
    "corpus.jsonl": (corpus(), 2),
    "corpus.jsonl.gz": (gzip.compress(corpus()), 2),
    "list.json": (json.dumps([json.loads(line) for line in corpus().splitlines()]).encode(), 2),
    "page.html": (HTML.encode(), 1),
    "page.txt": (PAGE.encode(), 1),
}


@pytest.mark.parametrize("name", SOURCES)
async def test_every_kind_of_source_is_opened_with_i_and_gone_through(
    events: Project, tmp_path: Path, name: str
) -> None:
    data, count = SOURCES[name]
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data())
    before = set(events.article_ids(EVENT))
    async with running(events, size=(100, 30)) as (app, pilot):
        app.show_board()
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        await pilot.press("i")
        asked = await dialog(app, pilot)
        asked.query_one("#event", Input).value = EVENT
        asked.query_one("#path", Input).value = str(tmp_path / name)
        await pilot.press("enter")
        for number in range(1, count + 1):
            screen = await opened(app, pilot, number)
            assert any(one.kept for one in screen.page.draft.paragraphs)
            await pilot.press("w")
        await ended(app, pilot, f"{count} new")
    for made in set(events.article_ids(EVENT)) - before:
        article = load_article(events.article_file(EVENT, made))
        assert any(words[:40] in article.text for words in BODY)
        assert (events.event_folder(EVENT) / str(article.source)).is_file()
    assert len(set(events.article_ids(EVENT)) - before) == count


async def test_a_folder_of_all_of_them_is_one_import_and_what_is_not_read_is_told_in_a_line_each(
    events: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    (folder / "below").mkdir(parents=True)
    for name in ("feed.xml", "crawl.warc", "table.csv", "corpus.jsonl.gz", "page.txt"):
        data = SOURCES[name][0]
        assert isinstance(data, bytes)
        (folder / ("below" if name == "page.txt" else "") / name).write_bytes(data)
    (folder / "letter.eml").write_text("From: a@b.example\nSubject: x\n\nHello.\n")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.4")
    async with importing(events, folder, event="all", title="All of it") as (screen, pilot):
        app = screen.reviewer
        await pilot.press("W")
        await until(pilot, lambda: isinstance(app.screen, TextDialog), "the end")
        assert isinstance(app.screen, TextDialog)
        report = app.screen.text.plain
        assert [line for line in report.splitlines() if "letter.eml" in line] == [
            f"{folder}/letter.eml: e-mail is not read; save the message's text as .txt, or its page as .html"
        ]
        assert "paper.pdf: PDF is not read" in report
        await pilot.press("escape")
        assert said(app).endswith("2 refused")
        assert len(events.article_ids("all")) == 9


async def test_writing_all_shows_how_far_it_has_come_and_an_import_again_says_what_was_there(
    events: Project, tmp_path: Path
) -> None:
    from reviewer.tui.import_reading import bar

    assert (bar(0.0, 4), bar(0.5, 4), bar(1.0, 4)) == ("────", "━━──", "━━━━")
    lines = [
        json.dumps({"text": f"{BODY[number % 4]} Number {number}.", "title": f"Title {number}"}) for number in range(40)
    ]
    (tmp_path / "c.jsonl").write_text("\n".join(lines[:25]))
    for wanted in ("25 new", "15 new · 25 unchanged (there already)"):
        async with importing(events, tmp_path / "c.jsonl", event="many") as (screen, pilot):
            app = screen.reviewer
            await pilot.press("W")
            await ended(app, pilot, wanted)
        (tmp_path / "c.jsonl").write_text("\n".join(lines))

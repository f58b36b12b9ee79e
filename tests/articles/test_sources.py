"""Files, folders and standard input as articles."""

from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from reviewer.articles import Article, Refused, read_records, read_sources, sources
from reviewer.errors import ReviewerError
from tests.articles.samples import PARAGRAPHS, html_page, records, refusals

PAGE = "Ferry runs aground off Pell Island\n\nBy Ada Quist\n\n" + "\n\n".join(PARAGRAPHS) + "\n"


def test_an_article_file_is_read_with_its_front_matter(tmp_path: Path) -> None:
    (tmp_path / "packet.md").write_text("---\noutlet: The Carrow Packet\n---\n\nText.\n")
    assert [r.article for r in records(tmp_path / "packet.md")] == [
        Article("packet", "Text.\n", outlet="The Carrow Packet")
    ]


def test_a_page_gives_its_body_and_where_it_stands_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    (page,) = records(path)
    assert page.article.id == "page"
    kept = " ".join(span.of(PAGE) for span in page.body)
    assert all(paragraph in kept for paragraph in PARAGRAPHS)
    assert all(paragraph in page.article.text for paragraph in PARAGRAPHS)
    assert page.original == PAGE.encode()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_body_spans_count_in_the_file_as_decoded_whatever_its_line_ends(tmp_path: Path, mark: str, end: str) -> None:
    source = mark + PAGE.replace("\n", end)
    path = tmp_path / "page.txt"
    path.write_bytes(source.encode())
    (page,) = records(path)
    kept = " ".join(span.of(source) for span in page.body)
    assert all(paragraph in kept for paragraph in PARAGRAPHS)
    assert kept.startswith(("The ferry", "Ferry runs", "By Ada"))
    assert "\r" not in page.article.text


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", ()),
        ("utf-16", ("read as utf-16",)),
        ("cp1252", ("read as cp1252",)),
        ("utf-16-le", ("read as utf-16-le",)),
    ],
)
def test_the_encoding_of_a_page_is_found_out(tmp_path: Path, encoding: str, note: tuple[str, ...]) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode(encoding))
    (page,) = records(path)
    assert "“We felt one long scrape and then nothing at all,”" in page.article.text
    assert page.notes == note


def test_a_file_that_goes_while_its_folder_is_read_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.bin"):
        (tmp_path / name).write_text(PAGE)
    found = read_records([tmp_path])
    first = next(found)
    (tmp_path / "b.txt").unlink()
    (tmp_path / "d.bin").unlink()
    assert [Path(each.where).name for each in (first, *found)] == ["a.txt", "b.txt", "c.txt"]


def test_a_file_that_goes_before_its_size_is_asked_counts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    monkeypatch.setattr(sources, "_walk", lambda folder: iter([folder / "gone.txt", folder / "a.txt"]))
    seen: list[tuple[int, int]] = []
    found = list(read_records([tmp_path], progress=lambda done, total: seen.append((done, total))))
    assert isinstance(found[0], Refused)
    assert len(found) == 2
    assert {total for _, total in seen} == {len(PAGE.encode())}


def test_a_folder_is_read_in_order_of_names_and_links_are_listed_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (folder / "more").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in ("b.txt", "a.txt", "more/c.txt", ".hidden/d.txt", "style.css"):
        (folder / name).write_text(PAGE)
    (tmp_path / "outside.txt").write_text(PAGE)
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "loop").symlink_to(folder)
    assert [Path(r.where).name for r in records(folder)] == ["a.txt", "b.txt", "c.txt"]
    skipped = [found for found in read_records([folder]) if isinstance(found, Refused)]
    assert [(Path(found.where).name, found.skipped) for found in skipped] == [("link.txt", True), ("loop", True)]


def test_the_originals_and_revisions_of_an_event_are_no_articles(tmp_path: Path) -> None:
    for name in ("packet.md", "originals/packet.txt", "revisions/packet/0123456789ab.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    assert [r.article.id for r in records(tmp_path)] == ["packet"]
    assert [r.article.id for r in records(tmp_path / "originals")] == ["packet"]


@pytest.mark.parametrize("name", ["letter.eml", "story.docx", "story.pdf", "pages.zip", "pages.tar", "x.msg"])
def test_what_cannot_be_read_is_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 whatever")
    (said,) = refusals(tmp_path / name)
    assert "not read" in said
    assert ";" in said


MAIL = b"Message-ID: <1@pell.example>\nFrom: Ada Quist <ada@pell.example>\nTo: desk@pell.example\nSubject: The ferry\n\nShe ran aground.\n"
SAVED = b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://pell.example/\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n\r\n"


@pytest.mark.parametrize("name", ["message", "page.txt", "page.html"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\nThe ferry ran aground off the island.", "PDF is not read"),
        (b"{\\rtf1\\ansi The ferry ran aground.}", "word processor files are not read"),
        (b"PK\x03\x04" + bytes(200), "a Word or office file: save it as .txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), "Word files are not read"),
        (MAIL, "e-mail is not read"),
        (SAVED, "save the page as HTML only (.html)"),
    ],
)
def test_what_is_not_read_is_known_by_its_content_too(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    (line,) = refusals(tmp_path / name)
    assert line.startswith(f"{tmp_path / name}: ")
    assert said in line
    assert "\n" not in line


def test_a_page_that_opens_with_names_and_colons_is_no_e_mail(tmp_path: Path) -> None:
    head = "Subject: The ferry\nFrom: our harbour desk\nDate: 2 April 2031\n\n"
    (tmp_path / "page.txt").write_text(head + "\n\n".join(PARAGRAPHS))
    assert PARAGRAPHS[0] in records(tmp_path / "page.txt")[0].article.text


def test_devices_pipes_and_sockets_are_refused_before_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
        said = refusals(tmp_path / "pipe.txt", tmp_path / "socket.txt", "/dev/zero", "/dev/null", tmp_path / "none.txt")
    assert [line.split(": ", 1)[1].split(";")[0] for line in said] == [
        "this is a pipe (FIFO)", "this is a socket", "this is a device", "this is a device", "no such file"
    ]  # fmt: skip


def test_pipes_in_a_folder_are_skipped_and_the_rest_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(PAGE)
    assert len(records(tmp_path)) == 1
    assert refusals(tmp_path) == [f"{tmp_path / 'a.txt'}: no ordinary file: not read"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"\0" * 4096, "this is no text"),
        (bytes(range(256)) * 40, "this is no text"),
    ],
    ids=["nothing", "blanks", "NULs", "all bytes"],
)
def test_empty_and_binary_files_are_no_pages(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "page.txt").write_bytes(content)
    (line,) = refusals(tmp_path / "page.txt")
    assert said in line


def test_more_than_a_page_can_be_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "page.txt").open("wb") as page:
        page.truncate(33 * 1024 * 1024)
    (line,) = refusals(tmp_path / "page.txt")
    assert "more than 32 MB" in line


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (b'{"id": "one", "text": "A."}\n{"id": "two", "text": "B."}\n', ["one", "two"]),
        (b"---\ntitle: T\n---\n\nText.\n", ["stdin"]),
        (html_page(), ["stdin"]),
        (PAGE.encode(), ["stdin"]),
        (
            b'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>P</title><item><guid>g1</guid><description>Words.</description></item></channel></rss>',
            ["g1"],
        ),
    ],
)
def test_standard_input_is_taken_for_what_it_looks_like(content: bytes, ids: list[str]) -> None:
    assert [r.article.id for r in records("-", stdin=io.BytesIO(content))] == ids


def test_a_file_of_unknown_kind_is_taken_for_what_it_looks_like(tmp_path: Path) -> None:
    (tmp_path / "corpus.dat").write_bytes(b'{"id": "one", "text": "A."}\n')
    assert [r.article.id for r in records(tmp_path / "corpus.dat")] == ["one"]


def test_reporting_commands_get_the_articles_alone(tmp_path: Path) -> None:
    (tmp_path / "packet.md").write_text("Text.\n")
    assert list(read_sources([tmp_path / "packet.md"])) == [Article("packet", "Text.\n")]


def test_progress_ends_at_the_size_of_all_sources(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE)
    seen: list[tuple[int, int]] = []
    list(read_records([tmp_path], progress=lambda done, total: seen.append((done, total))))
    assert seen[-1][0] == seen[-1][1] == 2 * len(PAGE.encode())


def test_a_field_we_do_not_have_cannot_be_mapped() -> None:
    with pytest.raises(ReviewerError, match="no field 'mood'"):
        list(read_records([], mapping={"mood": "x"}))


def test_a_text_full_of_escape_sequences_is_a_text_and_kept_to_the_letter(tmp_path: Path) -> None:
    text = "The pilot said A\x08\x08B\x07\x7f and left the ferry at noon on Tuesday, witnesses said.\n\n" * 3
    (tmp_path / "page.md").write_bytes(text.encode())
    assert [record.article.text for record in records(tmp_path / "page.md")] == [text]
    (tmp_path / "bytes.md").write_bytes(bytes(range(1, 32)) * 9)
    (tmp_path / "nul.md").write_bytes(b"\0 \0 text \0\x01" * 9)
    (tmp_path / "packed.md").write_bytes(bytes(range(256)) * 9)
    assert all("this is no text" in refusals(tmp_path / name)[0] for name in ("bytes.md", "nul.md", "packed.md"))


def test_yaml_is_refused_by_name_and_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "event.yaml").write_text("title: The ferry\n")
    assert refusals(tmp_path / "event.yaml") == [
        f"{tmp_path}/event.yaml: YAML holds events and annotations, no article; give a page or a corpus"
    ]
    (tmp_path / "packet.md").write_text("The ferry ran aground.\n")
    assert refusals(tmp_path) == []
    assert len(records(tmp_path)) == 1


@pytest.mark.parametrize("name", ["a" * 300 + ".md", "nul\0.md", "there-is-none.md"])
def test_a_name_that_no_file_has_or_can_have_is_refused_and_the_rest_goes_on(name: str, tmp_path: Path) -> None:
    (tmp_path / "packet.md").write_text("Text.\n")
    found = list(read_sources([tmp_path / name, tmp_path / "packet.md"], progress=lambda *_: None))
    assert [type(each) for each in found] == [Refused, Article]


@pytest.mark.parametrize(
    "address", ["https://packet.example/news/a.html", "HTTP://packet.example", "www.packet.example/a"]
)
def test_an_address_is_told_to_be_no_file(address: str) -> None:
    assert refusals(address) == [f"{address}: nothing is fetched from the web; save the page and give its file"]


def test_a_file_whose_name_looks_like_an_address_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("www.packet.example.html").write_bytes(html_page())
    assert len(records("www.packet.example.html")) == 1


def test_an_empty_name_is_not_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_bytes(html_page())
    assert refusals("") == ["'': an empty name; name a file or a folder"]
    assert records("") == []


def test_a_folder_without_anything_to_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.jpg").write_bytes(b"\xff\xd8\xff")
    assert refusals(tmp_path) == [f"{tmp_path}: there is no article in it"]


@pytest.mark.parametrize("ending", ["_files", "-Dateien"])
def test_what_a_browser_saved_beside_a_page_is_no_article(tmp_path: Path, ending: str) -> None:
    page = html_page()
    for name in (f"Ferry{ending}/frame.html", f"Other{ending}/kept.html", "Ferry.html", "Ferry_old/kept.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(page)
    found = [Path(record.where).relative_to(tmp_path).as_posix() for record in records(tmp_path)]
    assert found == ["Ferry.html", "Ferry_old/kept.html", f"Other{ending}/kept.html"]


def test_a_picture_that_is_called_a_page_is_no_text(tmp_path: Path) -> None:
    picture = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01" + bytes(range(256)) * 30
    (tmp_path / "photo.html").write_bytes(picture)
    assert refusals(tmp_path / "photo.html") == [
        f"{tmp_path / 'photo.html'}: this is no text; give a text, a page or a corpus"
    ]


def test_files_of_one_name_in_several_folders_have_the_folder_in_their_ids(tmp_path: Path) -> None:
    for event, name in (("fire", "packet"), ("fire", "herald"), ("flood", "packet")):
        (tmp_path / event).mkdir(exist_ok=True)
        (tmp_path / event / f"{name}.md").write_text(f"{name} on the {event}.\n")

    def ids(*paths: Path | str) -> list[str]:
        return [found.id for found in read_sources(paths) if isinstance(found, Article)]

    assert ids(tmp_path) == ["herald", "fire/packet", "flood/packet"]
    assert ids(*sorted(tmp_path.glob("*/packet.md"))) == ["fire/packet", "flood/packet"]
    assert ids(tmp_path / "fire", tmp_path / "fire" / "packet.md") == ["herald", "packet", "packet"]
    assert ids(tmp_path / "flood", "") == ["packet"]


def test_a_record_of_a_corpus_keeps_its_id_whatever_files_are_called(tmp_path: Path) -> None:
    for event in ("fire", "flood"):
        (tmp_path / event).mkdir()
        (tmp_path / event / "packet.md").write_text(f"On the {event}.\n")
    (tmp_path / "corpus.jsonl").write_text('{"id": "packet", "text": "On the frost."}\n')
    assert next(found.id for found in read_sources([tmp_path]) if isinstance(found, Article)) == "packet"

"""The page an article came from: what is in the article, what was cut, and another choice of its paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles import Imported, SourceRecord, load_article, read_records, update_front_matter
from reviewer.articles.by_hand import import_record, revise_article
from reviewer.articles.importing import Importer, import_sources
from reviewer.articles.originals import Paragraph, paragraphs_of, paragraphs_of_record, read_original, rewritten
from reviewer.articles.page import clean_page
from reviewer.errors import ReviewerError
from tests.articles.samples import PARAGRAPHS, empty_project, html_page, imported

LOST = "Sign up for the harbour letter, which comes every evening at six."
PAGE = (
    "News | Weather | Sport\n\nFerry runs aground off Pell Island\n\n"
    + "\n\n".join((*PARAGRAPHS[:3], LOST, *PARAGRAPHS[3:]))
    + "\n"
)
HTML = html_page(paragraphs=(*PARAGRAPHS[:3], LOST, *PARAGRAPHS[3:]))
LINES = (
    *PARAGRAPHS,
    LOST,
    "Comments",
    "Sport",
    "> A quoted line of nine words stands right here.",
    "12 March 2031",
    "By",
)
NAMES = ("page.txt", "page.html")


def written(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(PAGE.encode() if name.endswith(".txt") else HTML)
    return path


def record_of(path: Path, outlet: str | None = None) -> SourceRecord:
    (found,) = read_records([path], outlet=outlet)
    assert isinstance(found, SourceRecord)
    return found


def number_of(paragraphs: tuple[Paragraph, ...], words: str) -> int:
    return next(number for number, paragraph in enumerate(paragraphs) if paragraph.words == words)


@pytest.mark.parametrize("name", NAMES)
def test_every_paragraph_of_a_page_is_there_and_what_is_cut_is_told(tmp_path: Path, name: str) -> None:
    record = record_of(written(tmp_path, name))
    paragraphs = paragraphs_of_record(record)
    said = {paragraph.words: paragraph for paragraph in paragraphs}
    for words in PARAGRAPHS:
        place = said[words].place
        assert place is not None
        assert place.of(record.article.text).endswith(words)
    assert not said[LOST].kept
    assert rewritten(record.article.text, paragraphs, {}) == record.article.text


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs_are_brought_in_where_they_stand_and_taken_out(tmp_path: Path, name: str) -> None:
    record = record_of(written(tmp_path, name))
    paragraphs = paragraphs_of_record(record)
    lost, second = number_of(paragraphs, LOST), number_of(paragraphs, PARAGRAPHS[1])
    text = rewritten(record.article.text, paragraphs, {lost: True, second: False})
    assert f"{PARAGRAPHS[2]}\n\n{LOST}\n\n{PARAGRAPHS[3]}" in text
    assert f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[2]}" in text
    again = paragraphs_of(record.original, record.extension, text)
    assert [p.kept for p in again] == [
        (p.kept or number == lost) and number != second for number, p in enumerate(paragraphs)
    ]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12), st.data())
def test_any_choice_of_a_page_is_what_the_cleaner_makes_of_it(lines: list[str], data: st.DataObject) -> None:
    source = "\n\n".join(lines)
    text = clean_page(source).text
    paragraphs = paragraphs_of(source.encode(), ".txt", text)
    assert [paragraph.words.lstrip("> ") for paragraph in paragraphs] == [line.lstrip("> ") for line in lines]
    decisions = data.draw(st.dictionaries(st.integers(0, len(lines) - 1), st.booleans()))
    chosen = rewritten(text, paragraphs, decisions)
    assert chosen == clean_page(source, kept={2 * number: keep for number, keep in decisions.items()}).text


@given(st.lists(st.sampled_from(LINES), max_size=8), st.lists(st.sampled_from((*LINES, "Mine.", "")), max_size=8))
def test_whatever_the_article_has_become_it_is_covered_and_kept(lines: list[str], now: list[str]) -> None:
    text = "\n".join(now)
    paragraphs = paragraphs_of("\n\n".join(lines).encode(), ".txt", text)
    places = [paragraph.place for paragraph in paragraphs if paragraph.place is not None]
    assert [place.of(text) for place in places] == [line for line in now if line]
    assert rewritten(text, paragraphs, {}) == text
    of_the_page = [paragraph for paragraph in paragraphs if paragraph.note != "only in the article"]
    assert len(of_the_page) == sum(1 for line in lines if line)


def test_a_page_broken_at_a_width_is_one_of_paragraphs() -> None:
    words = "The harbour master counted the boats again and found that one of them had gone in the night. " * 6
    rows = [words[at : at + 72].strip() for at in range(0, len(words), 72)]
    source = "\n".join(rows) + "\n\n" + "\n".join(rows[:4]) + "\n"
    paragraphs = paragraphs_of(source.encode(), ".txt", clean_page(source).text)
    assert [paragraph.lines for paragraph in paragraphs] == [len(rows), 4]
    assert all(paragraph.kept for paragraph in paragraphs)
    assert "\n" not in rewritten(clean_page(source).text, paragraphs, {1: False})


def test_an_edited_paragraph_and_one_of_ones_own_stay_as_they_are(tmp_path: Path) -> None:
    record = record_of(written(tmp_path, "page.txt"))
    text = record.article.text.replace(PARAGRAPHS[1], PARAGRAPHS[1] + " [sic]") + "\n\nFrom the printed paper.\n"
    paragraphs = paragraphs_of(record.original, ".txt", text)
    notes = {paragraph.words: paragraph.note for paragraph in paragraphs if paragraph.note}
    assert notes == {PARAGRAPHS[1]: "edited in the article", "From the printed paper.": "only in the article"}
    again = rewritten(text, paragraphs, {number_of(paragraphs, LOST): True})
    assert again == text.replace(PARAGRAPHS[2], f"{PARAGRAPHS[2]}\n\n{LOST}")
    assert " [sic]" not in rewritten(text, paragraphs, {number_of(paragraphs, PARAGRAPHS[1]): False})


def test_many_twins_are_no_burden() -> None:
    source = "Same line again, and it says the same once more.\n\n" * 3000
    paragraphs = paragraphs_of(source.encode(), ".txt", source[: len(source) // 2])
    assert len(paragraphs) >= 3000


def test_a_chosen_text_and_corrected_fields_are_what_is_written(tmp_path: Path) -> None:
    project = empty_project(tmp_path / "project")
    record = record_of(written(tmp_path, "page.txt"))
    paragraphs = paragraphs_of_record(record)
    text = rewritten(record.article.text, paragraphs, {number_of(paragraphs, LOST): True})
    fields = {"title": " Ferry aground ", "published": "2 April 2031", "byline": "", "outlet": "The Pell Post"}
    found = import_record(Importer(project, "ferry"), record, text=text, fields=fields)
    article = load_article(found.path)
    assert (found.status, article) == ("new", found.article)
    assert (article.text, article.title, article.published) == (f"{text}\n", "Ferry aground", "2031-04-02")
    assert (article.byline, article.outlet) == (None, "The Pell Post")
    assert not set(fields) & set(article.inferred)
    assert (found.path.parent / str(article.source)).read_bytes() == PAGE.encode()


def test_an_import_by_hand_is_that_of_the_command_with_corrections(tmp_path: Path) -> None:
    page = written(tmp_path, "page.txt")
    one, other = empty_project(tmp_path / "one"), empty_project(tmp_path / "other")
    (made,) = imported(one, page, event="ferry")
    update_front_matter(one, "ferry", made.article.id, {"byline": "Ada Quist"})
    found = import_record(Importer(other, "ferry"), record_of(page), fields={"byline": "Ada Quist"})
    assert found.path.read_bytes() == made.path.read_bytes()


def test_the_same_page_again_changes_nothing_whatever_was_corrected(tmp_path: Path) -> None:
    project = empty_project(tmp_path / "project")
    page = written(tmp_path, "page.txt")
    record = record_of(page)
    text = rewritten(record.article.text, paragraphs_of_record(record), {2: False})
    made = import_record(
        Importer(project, "ferry"), record, text=text, fields={"title": "Another title", "outlet": "Pell Post"}
    )
    before = made.path.read_bytes()
    again = list(import_sources(project, [page], event="ferry"))
    assert [found.status for found in again if isinstance(found, Imported)] == ["unchanged"]
    assert import_record(Importer(project, "ferry"), record).status == "unchanged"
    assert made.path.read_bytes() == before
    assert project.article_ids("ferry") == [made.article.id]
    assert [found.status for found in imported(project, page, event="ferry", outlet="A second outlet")] == ["new"]


def test_another_choice_of_a_known_page_is_a_revision_and_other_fields_are_a_correction(tmp_path: Path) -> None:
    project = empty_project(tmp_path / "project")
    record = record_of(written(tmp_path, "page.txt"))
    first = import_record(Importer(project, "ferry"), record)
    text = rewritten(first.text, paragraphs_of_record(record), {2: False})
    second = import_record(Importer(project, "ferry"), record, text=text, fields={"byline": "Ada Quist"})
    assert (second.status, second.path) == ("revision", first.path)
    assert second.old is not None
    assert second.old.text == first.text
    assert (
        load_article(project.revisions("ferry", first.article.id) / f"{first.article.sha256[:12]}.md").text
        == first.text
    )
    third = import_record(Importer(project, "ferry"), record, text=text, fields={"byline": ""})
    assert (third.status, load_article(first.path).byline) == ("unchanged", None)


@pytest.mark.parametrize(
    ("text", "fields", "said"),
    [(" \n", {}, "nothing is kept"), (None, {"published": "soon"}, "'soon' is no date"), ("\ud800", {}, "surrogate")],
)
def test_what_cannot_be_an_article_is_refused_and_nothing_is_written(
    tmp_path: Path, text: str | None, fields: dict[str, str | None], said: str
) -> None:
    project = empty_project(tmp_path / "project")
    with pytest.raises(ReviewerError, match=said):
        import_record(Importer(project, "ferry"), record_of(written(tmp_path, "page.txt")), text=text, fields=fields)
    assert not list(project.root.rglob("*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_a_wrongly_cut_paragraph_comes_back_as_a_revision(tmp_path: Path, name: str) -> None:
    project = empty_project(tmp_path / "project")
    (made,) = imported(project, written(tmp_path, name), event="ferry")
    front = made.path.read_text().split("---")[1]
    made.path.write_text(made.path.read_text().replace(front, f"{front}shelfmark: 12 # ours\n"))
    article = load_article(made.path)
    paragraphs = read_original(project, "ferry", article)
    text = rewritten(article.text, paragraphs, {number_of(paragraphs, LOST): True})
    new = revise_article(project, "ferry", article, text)
    assert new.text == text
    assert made.path.read_text().split("---")[1] == f"{front}shelfmark: 12 # ours\n"
    assert load_article(project.revisions("ferry", new.id) / f"{article.sha256[:12]}.md").text == article.text
    with pytest.raises(ReviewerError, match="changed meanwhile"):
        revise_article(project, "ferry", article, "Other words.")
    with pytest.raises(ReviewerError, match="nothing would be left"):
        revise_article(project, "ferry", new, "\n")
    assert revise_article(project, "ferry", new, text) == new


def test_an_article_without_its_original_says_so_and_none_is_read_outside(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    path = project.article_file("ferry", "packet")
    path.parent.mkdir()
    path.write_text("Text.")
    with pytest.raises(ReviewerError, match="no original is kept"):
        read_original(project, "ferry", load_article(path))
    for source in ("../../../etc/passwd", "originals/../packet.md", "/etc/passwd"):
        path.write_text(f"---\nsource: {source}\n---\nText.")
        with pytest.raises(ReviewerError, match="outside originals"):
            read_original(project, "ferry", load_article(path))
    path.write_text("---\nsource: originals/gone.txt\n---\nText.")
    with pytest.raises(ReviewerError, match="no such file"):
        read_original(project, "ferry", load_article(path))

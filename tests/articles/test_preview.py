"""A page before it is imported, and again from its original."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.articles import (
    corrected_article,
    import_record,
    load_article,
    open_original,
    open_page,
    revise_article,
)
from reviewer.errors import ReviewerError
from tests.articles.samples import PARAGRAPHS, empty_project, html_page, imported

LOST = "Sign up for the harbour letter, which comes every evening at six."
PAGE = (
    "News | Weather | Sport\n\nFerry runs aground off Pell Island\n\n"
    + "\n\n".join((*PARAGRAPHS[:3], LOST, *PARAGRAPHS[3:]))
    + "\n"
)


def _write(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(
        PAGE.encode() if name.endswith(".txt") else html_page(paragraphs=(*PARAGRAPHS[:3], LOST, *PARAGRAPHS[3:]))
    )
    return path


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_every_line_of_the_page_is_there_and_the_cut_ones_are_told(tmp_path: Path, name: str) -> None:
    page = open_page(_write(tmp_path, name))
    said = {line.span.of(page.text): line.kept for line in page.lines if line.kind != "blank"}
    assert all(said[paragraph] for paragraph in PARAGRAPHS)
    assert said[LOST] is False
    assert LOST not in page.record.article.text


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_a_line_can_be_kept_and_another_cut_before_it_is_written(tmp_path: Path, name: str) -> None:
    page = open_page(_write(tmp_path, name))
    numbers = {line.span.of(page.text): number for number, line in enumerate(page.lines)}
    again = page.decided({numbers[LOST]: True, numbers[PARAGRAPHS[1]]: False})
    assert [line for line in again.record.article.text.split("\n\n") if line in (*PARAGRAPHS, LOST)] == [
        PARAGRAPHS[0],
        PARAGRAPHS[2],
        LOST,
        *PARAGRAPHS[3:],
    ]
    assert page.decided({}) is page
    project = empty_project(tmp_path / "project")
    made = import_record(project, again.corrected(title="Ferry aground", byline="Ada Quist").record, event="ferry")
    article = load_article(made.path)
    assert (article.title, article.byline, article.text) == ("Ferry aground", "Ada Quist", again.record.article.text)
    assert "title" not in article.inferred


def test_a_page_of_which_nothing_is_left_is_refused(tmp_path: Path) -> None:
    page = open_page(_write(tmp_path, "page.txt"))
    with pytest.raises(ReviewerError, match="nothing of the page would be left"):
        page.decided(dict.fromkeys(range(len(page.lines)), False))


def test_a_corpus_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    with pytest.raises(ReviewerError, match="more than one article"):
        open_page(tmp_path / "c.jsonl")
    with pytest.raises(ReviewerError, match="no such file"):
        open_page(tmp_path / "none.txt")


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_a_wrongly_cut_paragraph_is_brought_back_as_a_revision(tmp_path: Path, name: str) -> None:
    project = empty_project(tmp_path / "project")
    (made,) = imported(project, _write(tmp_path, name), event="ferry")
    original = open_original(project, "ferry", made.article.id)
    number = next(number for number, line in enumerate(original.lines) if line.span.of(original.text) == LOST)
    assert not original.lines[number].kept
    revised = corrected_article(project, "ferry", made.article.id, {number: True})
    old = revise_article(project, "ferry", revised)
    text = load_article(made.path).text
    assert text == made.text.replace(PARAGRAPHS[2], f"{PARAGRAPHS[2]}\n\n{LOST}")
    assert load_article(project.revisions("ferry", made.article.id) / f"{old.sha256[:12]}.md").text == made.text
    assert open_original(project, "ferry", made.article.id).lines[number].kept
    assert corrected_article(project, "ferry", made.article.id, {number: False}).text == made.text
    assert imported(project, tmp_path / name, event="ferry")[0].status == "unchanged"


def test_what_a_person_wrote_into_the_text_survives_a_paragraph_brought_back(tmp_path: Path) -> None:
    project = empty_project(tmp_path / "project")
    (made,) = imported(project, _write(tmp_path, "page.txt"), event="ferry")
    made.path.write_text(made.path.read_text() + "\n\nA line from the printed paper.")
    original = open_original(project, "ferry", made.article.id)
    number = next(number for number, line in enumerate(original.lines) if line.span.of(original.text) == LOST)
    text = corrected_article(project, "ferry", made.article.id, {number: True}).text
    assert text.endswith("\n\nA line from the printed paper.")
    assert LOST in text


def test_an_article_without_an_original_says_so(tmp_path: Path) -> None:
    project = empty_project(tmp_path)
    path = project.article_file("ferry", "packet")
    path.parent.mkdir()
    path.write_text("Text.")
    with pytest.raises(ReviewerError, match="no original of packet was kept"):
        open_original(project, "ferry", "packet")
    path.write_text("---\nsource: ../../../etc/passwd\n---\nText.")
    with pytest.raises(ReviewerError, match="outside its event"):
        open_original(project, "ferry", "packet")

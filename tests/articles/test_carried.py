"""A page that is imported again after a person worked on its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.articles import Article, Imported, SourceRecord, load_article, update_front_matter
from reviewer.articles.by_hand import import_record, revise_article
from reviewer.articles.importing import Importer
from reviewer.articles.originals import paragraphs_of_record, read_original, rewritten
from reviewer.project import Project
from tests.articles.samples import PARAGRAPHS, empty_project, html_page, imported, records

LETTER = "Sign up for the harbour letter, which comes every evening at six."
NEWER = "Two people were hurt, the harbour office said later in the day, and both of them were taken to Carrow."


def page(folder: Path, *paragraphs: str, name: str = "page.txt", head: str = "By Ada Quist") -> Path:
    path = folder / name
    if path.suffix == ".html":
        path.write_bytes(html_page(paragraphs=paragraphs))
    else:
        text = "\n\n".join(("News | Weather | Sport", "Ferry runs aground", head, "2 April 2031", *paragraphs))
        path.write_text(text + "\n\nComments\n\nfirst_reader wrote: about time!\n")
    return path


def toggled(article: Article, project: Project, event: str, words: str) -> Article:
    """The article with one paragraph of its original taken in or left out, as the original's screen does it."""
    paragraphs = read_original(project, event, article)
    number = next(number for number, one in enumerate(paragraphs) if words in one.words)
    text = rewritten(article.text, paragraphs, {number: not paragraphs[number].kept})
    return revise_article(project, event, article, text)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return empty_project(tmp_path / "project")


def first(project: Project, path: Path) -> Imported:
    (made,) = imported(project, path, event="ferry", outlet="The Carrow Packet")
    return made


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_the_same_page_leaves_alone_what_was_toggled(tmp_path: Path, project: Project, name: str) -> None:
    path = page(tmp_path, *PARAGRAPHS[:2], LETTER, *PARAGRAPHS[2:], name=name)
    made = first(project, path)
    mine = toggled(made.article, project, "ferry", PARAGRAPHS[1])
    before = made.path.read_bytes()
    again = first(project, path)
    assert (again.status, again.article, made.path.read_bytes()) == ("unchanged", mine, before)


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_a_changed_page_takes_along_what_was_toggled_and_says_so(tmp_path: Path, project: Project, name: str) -> None:
    made = first(project, page(tmp_path, *PARAGRAPHS[:2], LETTER, *PARAGRAPHS[2:], name=name))
    brought = LETTER not in made.article.text
    mine = toggled(made.article, project, "ferry", LETTER)
    mine = toggled(mine, project, "ferry", PARAGRAPHS[1])
    again = first(project, page(tmp_path, *PARAGRAPHS[:2], LETTER, *PARAGRAPHS[2:], NEWER, name=name))
    assert again.status == "revision"
    text = load_article(made.path).text
    assert (LETTER in text) == brought
    assert PARAGRAPHS[1] not in text
    assert NEWER in text
    said = "\n".join(again.report)
    assert "kept or cut by hand, and carried into the new text: “" in said
    assert first(project, tmp_path / name).status == "unchanged"


def test_toggles_before_the_first_import_are_carried_too(tmp_path: Path, project: Project) -> None:
    (record,) = records(page(tmp_path, *PARAGRAPHS[:2], LETTER, *PARAGRAPHS[2:]))
    importer = Importer(project, "ferry", "The Carrow Packet")
    import_record(importer, record, text=_with(record, LETTER))
    again = first(project, page(tmp_path, *PARAGRAPHS[:2], LETTER, *PARAGRAPHS[2:], NEWER))
    assert again.status == "revision"
    assert f"{PARAGRAPHS[1]}\n\n{LETTER}\n\n{PARAGRAPHS[2]}" in again.article.text


def _with(record: SourceRecord, words: str) -> str:
    paragraphs = paragraphs_of_record(record)
    number = next(number for number, one in enumerate(paragraphs) if words in one.words)
    return rewritten(record.article.text, paragraphs, {number: True})


def test_what_the_changed_page_no_longer_has_and_what_was_written_by_hand_is_told(
    tmp_path: Path, project: Project
) -> None:
    made = first(project, page(tmp_path, *PARAGRAPHS[:2], LETTER, *PARAGRAPHS[2:]))
    mine = toggled(made.article, project, "ferry", LETTER)
    revise_article(project, "ferry", mine, mine.text.replace("forty-one people", "forty-two people"))
    again = first(project, page(tmp_path, *PARAGRAPHS, NEWER))
    said = "\n".join(again.report)
    assert "kept or cut by hand, but no longer in the page: “Sign up for the harbour letter" in said
    assert "written by hand, and NOT in the new text (see revisions/): “The ferry Marguerite" in said
    earlier = [load_article(path).text for path in project.revisions("ferry", made.article.id).glob("*.md")]
    assert any("forty-two people" in text for text in earlier)


def test_a_page_whose_only_changes_were_cut_by_hand_is_unchanged(tmp_path: Path, project: Project) -> None:
    made = first(project, page(tmp_path, *PARAGRAPHS, NEWER))
    mine = toggled(made.article, project, "ferry", NEWER)
    changed = page(tmp_path, *PARAGRAPHS, NEWER)
    changed.write_text(changed.read_text() + "\nsecond_reader wrote: who pays for this?\n")
    again = first(project, changed)
    assert (again.status, again.article) == ("unchanged", mine)


def test_a_field_that_was_corrected_by_hand_stays_though_the_page_says_otherwise(
    tmp_path: Path, project: Project
) -> None:
    made = first(project, page(tmp_path, *PARAGRAPHS))
    update_front_matter(project, "ferry", made.article.id, {"byline": "Ada Quist-Brandt"})
    again = first(project, page(tmp_path, *PARAGRAPHS, NEWER, head="By Ivo Lensk"))
    assert (again.status, load_article(made.path).byline) == ("revision", "Ada Quist-Brandt")
    said = "\n".join(again.report)
    assert "the byline was corrected by hand and stays 'Ada Quist-Brandt'; the page now has 'Ivo Lensk'" in said


def test_nothing_is_said_of_hands_where_none_were(tmp_path: Path, project: Project) -> None:
    first(project, page(tmp_path, *PARAGRAPHS))
    again = first(project, page(tmp_path, *PARAGRAPHS, NEWER))
    assert again.status == "revision"
    assert "by hand" not in "\n".join(again.report)

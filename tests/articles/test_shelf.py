"""Which article of a project it is that comes again."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.articles import Article, SourceRecord, write_article
from reviewer.articles.shelf import Place, Shelf
from reviewer.errors import ReviewerError
from reviewer.project import Project
from tests.articles.samples import PARAGRAPHS, article, empty_project

HERRING = "Herring was dear in Carrow on Friday, and few stalls on the quay had any of it left by noon.\n" * 3
FERRY = "\n\n".join(PARAGRAPHS)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return empty_project(tmp_path / "project")


def found(shelf: Shelf, one: Article) -> Place | None:
    return shelf.find(one, SourceRecord(one, "page.txt", original=one.text.encode()))


def column(text: str, **fields: str) -> Article:
    return article(**{"id": "mail-today", "outlet": "Mail", "title": "Today", "text": text, **fields})


def test_a_column_is_found_in_the_event_whose_words_it_has(project: Project) -> None:
    shelf = Shelf(project)
    shelf.put("herring", column(HERRING))
    shelf.put("ferry", column(FERRY))
    assert found(shelf, column(FERRY + "\n\nNobody was hurt, the office added.")) == ("ferry", "mail-today")
    assert found(shelf, column("Snow fell on Pell Island for the first time in eleven years, to general joy.")) is None
    assert shelf.free("ferry", "mail-today") == ("ferry", "mail-today-2")


@pytest.mark.parametrize("name", ["renamed", "mail-today-renamed"])
def test_an_article_is_found_by_its_outlet_and_title_whatever_its_file_is_called(project: Project, name: str) -> None:
    shelf = Shelf(project)
    shelf.put("ferry", column(FERRY, id=name))
    changed = FERRY + "\n\nNobody was hurt, the office added."
    assert found(shelf, column(changed)) == ("ferry", name)
    assert found(shelf, column(changed, outlet="Pell Post")) is None
    assert found(shelf, column(changed, title="Tomorrow")) is None
    assert found(shelf, column(HERRING)) is None


def test_an_article_whose_title_was_corrected_is_found_by_either(project: Project) -> None:
    shelf = Shelf(project)
    shelf.put("ferry", column(FERRY, title="Today: a ferry"))
    changed = FERRY + "\n\nNobody was hurt, the office added."
    assert found(shelf, column(changed)) == ("ferry", "mail-today")
    assert found(shelf, column(changed, title="Today: a ferry")) == ("ferry", "mail-today")


def test_what_is_behind_an_article_that_cannot_be_read_is_found_and_its_name_stays_taken(project: Project) -> None:
    write_article(project, "ferry", column(FERRY, id="mail-today-2"))
    project.article_file("ferry", "mail-today").write_text("---\ntitle: [\n---\n\nText.\n")
    shelf = Shelf(project, "ferry")
    said = dict(shelf.newcomers())
    assert [isinstance(each, ReviewerError) for each in said.values()] == [True, False]
    assert found(shelf, column(FERRY + "\n\nNobody was hurt, the office added.")) == ("ferry", "mail-today-2")
    assert shelf.free("ferry", "mail-today") == ("ferry", "mail-today-3")
    assert dict(shelf.newcomers()) == {}


def test_what_a_later_text_does_not_say_of_itself_stays_known(project: Project) -> None:
    shelf = Shelf(project)
    shelf.put("herring", column(HERRING, url="https://mail.example/today"))
    shelf.put("herring", article(id="mail-today", text=FERRY))
    assert found(shelf, article(text=FERRY, outlet="Pell Post")) is None
    assert found(shelf, article(text=FERRY, outlet="Mail")) == ("herring", "mail-today")
    other = column(FERRY + "\n\nNobody was hurt.", url="https://mail.example/yesterday")
    assert found(shelf, other) is None
    assert found(shelf, column(FERRY + "\n\nNobody was hurt.")) == ("herring", "mail-today")

"""Which article of a project it is that comes again."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.articles import Article, SourceRecord, write_article
from reviewer.articles.near import Copies
from reviewer.articles.shelf import Place, Shelf
from reviewer.articles.store import Store
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
    write_article(Store(project), "ferry", column(FERRY, id="mail-today-2"))
    project.article_file("ferry", "mail-today").write_text("---\ntitle: [\n---\n\nText.\n")
    shelf = Shelf(project, "ferry")
    said = dict(shelf.newcomers())
    assert [isinstance(each, ReviewerError) for each in said.values()] == [True, False]
    assert found(shelf, column(FERRY + "\n\nNobody was hurt, the office added.")) == ("ferry", "mail-today-2")
    assert shelf.free("ferry", "mail-today") == ("ferry", "mail-today-3")
    assert dict(shelf.newcomers()) == {}


@pytest.mark.parametrize("address", [{}, {"url": "https://mail.example/today"}])
def test_a_thousand_columns_of_one_title_are_not_each_compared_with_all_before(
    project: Project, monkeypatch: pytest.MonkeyPatch, address: dict[str, str]
) -> None:
    calls: Counter[str] = Counter()
    like, is_taken = Copies.like, Shelf._is_taken

    def compare(self: Copies, number: int, text: str) -> float:
        calls["compared"] += 1
        return like(self, number, text)

    def look(self: Shelf, place: Place) -> bool:
        calls["looked for"] += 1
        return is_taken(self, place)

    monkeypatch.setattr(Copies, "like", compare)
    monkeypatch.setattr(Shelf, "_is_taken", look)
    shelf = Shelf(project)
    columns = [
        column(
            " ".join(
                f"On quay {day} they landed {day * word} crates of {word * 7 + day} herring." for word in range(9)
            ),
            published=f"{2000 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}",
            **address,
        )
        for day in range(1200)
    ]
    places = []
    for one in columns:
        assert found(shelf, one) is None
        places.append(shelf.free("today", "mail-today"))
        shelf.put("today", replace(one, id=places[-1].article))
    assert len(set(places)) == len(columns)
    assert [found(shelf, one) for one in columns] == places
    changed = [replace(one, text=f"{one.text} Nobody was hurt, the office added.") for one in columns]
    assert [found(shelf, one) for one in changed] == places
    assert calls["compared"] < 3 * 150 * len(columns)
    assert calls["looked for"] < 3 * len(columns)


TIDES = (
    "High water at Carrow is at {} and again at {}. The ferry leaves an hour before, the harbour office reminds its guests. "
    "It takes bicycles, prams and dogs on a lead, and children under six go free as long as somebody holds their hand."
)


@pytest.mark.parametrize(
    ("published", "is_another"),
    [("2031-05-07", True), ("2031-05-06T18:00", False), ("2031-05", False), ("2031", False), (None, False)],
)
def test_a_column_with_much_the_same_words_is_another_on_another_day(
    project: Project, published: str | None, is_another: bool
) -> None:
    shelf = Shelf(project)
    shelf.put("tides", column(TIDES.format("six", "seven in the evening"), published="2031-05-06"))
    other = replace(column(TIDES.format("noon", "midnight, by lamplight")), published=published)
    assert (found(shelf, other) is None) == is_another
    longer = column(TIDES.format("six", "seven in the evening") + " Dogs go free.", published="2031-05-08")
    assert found(shelf, longer) == ("tides", "mail-today")


def test_what_a_later_text_does_not_say_of_itself_stays_known(project: Project) -> None:
    shelf = Shelf(project)
    shelf.put("herring", column(HERRING, url="https://mail.example/today"))
    shelf.put("herring", article(id="mail-today", text=FERRY))
    assert found(shelf, article(text=FERRY, outlet="Pell Post")) is None
    assert found(shelf, article(text=FERRY, outlet="Mail")) == ("herring", "mail-today")
    other = column(FERRY + "\n\nNobody was hurt.", url="https://mail.example/yesterday")
    assert found(shelf, other) is None
    assert found(shelf, column(FERRY + "\n\nNobody was hurt.")) == ("herring", "mail-today")


@pytest.mark.parametrize(
    "home",
    [
        "https://mail.example",
        "http://mail.example/",
        "https://mail.example/index.html",
        "https://mail.example/en/",
        "mail.example",
    ],
)
def test_the_address_of_a_paper_is_that_of_none_of_its_articles(project: Project, home: str) -> None:
    shelf = Shelf(project)
    shelf.put("ferry", column(FERRY, url=home))
    assert found(shelf, column(HERRING, title="Herring", url=home)) is None
    assert found(shelf, column(HERRING, url=home)) is None
    longer = column(FERRY + "\n\nNobody was hurt, the office added.", title="The ferry", url=home)
    assert found(shelf, longer) == ("ferry", "mail-today")


def test_an_article_s_own_address_tells_it_whatever_has_become_of_it(project: Project) -> None:
    shelf = Shelf(project)
    shelf.put("ferry", column(FERRY, url="https://mail.example/ferry"))
    assert found(shelf, column(HERRING, title="Herring", url="https://mail.example/ferry")) == ("ferry", "mail-today")


def test_the_texts_of_other_events_are_sketched_but_when_they_are_compared(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        text = f"{HERRING}On day {number} the stalls had {number * 7} crates of it.\n"
        write_article(Store(project), f"day-{number}", column(text, id=f"herring-{number}", title=f"Herring {number}"))
    sketched: list[int] = []
    add = Copies.add

    def count(self: Copies, number: int, text: str) -> None:
        sketched.append(number)
        add(self, number, text)

    monkeypatch.setattr(Copies, "add", count)
    shelf = Shelf(project, *project.event_ids())
    shelf.catch_up()
    assert found(shelf, column(FERRY, title="Ferry")) is None
    assert sketched == []
    longer = column(f"{HERRING}On day 5 the stalls had 35 crates of it. Nobody bought any.\n", title="Herring 5")
    assert found(shelf, longer) == ("day-5", "herring-5")
    assert len(sketched) == 1
    assert shelf.near(Place("day-7", "new"), f"{HERRING}On day 7 the stalls had 49 crates, or so.\n") == "herring-7"
    assert shelf.near(Place("day-7", "herring-7"), HERRING) is None
    assert len(sketched) == 2

"""Articles into a project, each into the event it tells of."""

from __future__ import annotations

import errno
import io
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.articles import Article, Imported, Refused, load_article
from reviewer.articles.importing import import_sources
from reviewer.articles.moving import move_article
from reviewer.errors import ReviewerError
from reviewer.events import events as group
from reviewer.events import placing
from reviewer.events.placing import import_grouped
from reviewer.events.values import Progress
from reviewer.project import Project
from tests.articles.samples import cut_off_at, empty_project, html_page

BRIDGE = (
    "The bridge at Halmen closed on Tuesday after engineers found cracks in two of its piers, the committee said.",
    "“We would rather close it now than lose it in January,” said Orla Pask, who chairs the Halmen bridge committee.",
    "Lorries must use the old ferry quay until spring. Repairs to the piers are put at four million crowns.",
    "Engineers from Velden had looked at the piers of the Halmen bridge in August and reported no cracks at all.",
)
SCHOOL = (
    "Pupils of the Tarvik school walked out on Friday because their music lessons had been cut to one a month.",
    "“You cannot learn the cello once a month,” said Ines Dahlmo, a cellist of fifteen and one of the strikers.",
    "The headmaster Rolf Kviberg promised to speak with the county about money for a second teacher of music.",
    "Strikers at the Tarvik school sang for two hours in the rain, and Kviberg, the headmaster, sang with them.",
)
ORCHARD = (
    "Three hundred pear trees were felled at Sandvik to make room for a warehouse of the haulier Brenner and Sons.",
    "“My grandfather planted every one of them,” said Tilde Aas, whose family sold the Sandvik orchard in March.",
)


def record(outlet: str | None, title: str, published: str | None, *lines: str, **more: str) -> dict[str, Any]:
    return {"outlet": outlet, "title": title, "published": published, "text": "\n\n".join(lines), **more}


FOUR = (
    record("Halmen Mail", "Bridge closed at Halmen", "2031-11-04", *BRIDGE[:3]),
    record("Tarvik Tidings", "Pupils strike for music", "2031-06-06", *SCHOOL[:3]),
    record("The Crossing", "Cracks close the Halmen bridge", "2031-11-05", *BRIDGE[2::-1]),
    record("County Post", "Walk-out at Tarvik school", "2031-06-07", *SCHOOL[1:3], SCHOOL[0]),
)
BRIDGE_EVENT, SCHOOL_EVENT = "2031-11-04-bridge-closed-at-halmen", "2031-06-06-pupils-strike-for-music"
PLACES = [
    f"{SCHOOL_EVENT}/county-post-walk-out-at-tarvik-school",
    f"{SCHOOL_EVENT}/tarvik-tidings-pupils-strike-for-music",
    f"{BRIDGE_EVENT}/halmen-mail-bridge-closed-at-halmen",
    f"{BRIDGE_EVENT}/the-crossing-cracks-close-the-halmen-bridge",
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return empty_project(tmp_path / "project")


def corpus(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in records), "utf-8")
    return path


def grouped(project: Project, *sources: Path | str, **options: Any) -> list[Imported]:
    """What was made of the sources; fails when something was refused."""
    found = list(import_grouped(project, sources, **options))
    assert not [str(one) for one in found if isinstance(one, Refused)]
    return [one for one in found if isinstance(one, Imported)]


def brought(project: Project, tmp_path: Path, *records: dict[str, Any], **options: Any) -> list[str]:
    """Of each record what became of it, and where: `new event/article`."""
    made = grouped(project, corpus(tmp_path / "brought.jsonl", *records), **options)
    return [f"{one.status} {one.event}/{one.article.id}" for one in made]


def put(project: Project, event: str, tmp_path: Path, *records: dict[str, Any]) -> None:
    list(import_sources(project, [corpus(tmp_path / "put.jsonl", *records)], event=event))


def places(project: Project) -> list[str]:
    return [f"{event}/{article}" for event in project.event_ids() for article in project.article_ids(event)]


def files(project: Project) -> dict[str, bytes]:
    found = (path for path in project.root.rglob("*") if path.is_file() and ".reviewer" not in path.parts)
    return {str(path.relative_to(project.root)): path.read_bytes() for path in found}


def between_the_readings(monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]) -> None:
    """Has something happen once the groups are made and nothing is written yet."""

    def events(articles: Iterable[Article], _: Progress | None) -> list[tuple[str, str]]:
        found = group(articles)
        change()
        return found

    monkeypatch.setattr(placing, "events", events)


@pytest.fixture
def by_town(monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups by the town in the text, so that a title says nothing."""

    def events(articles: Iterable[Article], _: Progress | None) -> list[tuple[str, str]]:
        first: dict[str, str] = {}
        towns = [(article.id, re.findall("Halmen|Tarvik|Sandvik", article.text)[0]) for article in articles]
        return [(name, first.setdefault(town, name)) for name, town in towns]

    monkeypatch.setattr(placing, "events", events)


def test_each_article_goes_into_the_event_it_tells_of_and_a_second_import_changes_nothing(
    project: Project, tmp_path: Path
) -> None:
    brought(project, tmp_path, *FOUR)
    assert places(project) == PLACES
    before = files(project)
    assert [one.split()[0] for one in brought(project, tmp_path, *FOUR[::-1])] == ["unchanged"] * 4
    assert files(project) == before


def test_where_nothing_is_new_nothing_is_compared(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought(project, tmp_path, *FOUR)

    def events(articles: Iterable[Article], _: Progress | None) -> list[tuple[str, str]]:
        raise AssertionError("compared")

    monkeypatch.setattr(placing, "events", events)
    assert [one.split()[0] for one in brought(project, tmp_path, *FOUR)] == ["unchanged"] * 4
    with pytest.raises(AssertionError, match="compared"):
        brought(project, tmp_path, *FOUR, record("Sandvik Sun", "Pears", "2031-09-01", *ORCHARD))


def test_what_stands_at_a_known_address_is_that_article_whatever_it_says_now(project: Project, tmp_path: Path) -> None:
    url = "https://mail.example/live"
    brought(project, tmp_path, {**FOUR[0], "url": url}, *FOUR[1:])
    changed = record("Halmen Mail", "The music strike reaches Halmen", "2031-11-04", *SCHOOL, url=url)
    assert brought(project, tmp_path, changed) == [f"revision {PLACES[2]}"]
    assert places(project) == PLACES
    assert load_article(project.article_file(*PLACES[2].split("/"))).text == changed["text"] + "\n"
    assert brought(project, tmp_path, changed) == [f"unchanged {PLACES[2]}"]


def test_two_states_of_one_page_in_one_import_are_one_article(project: Project, tmp_path: Path) -> None:
    url = "https://mail.example/live"
    later = record("Halmen Mail", "The music strike reaches Halmen", None, *SCHOOL, url=url)
    made = brought(project, tmp_path, {**FOUR[0], "url": url}, *FOUR[1:], later)
    assert made[-1] == f"revision {PLACES[2]}"
    assert places(project) == PLACES


def test_an_article_that_was_moved_stays_where_it_was_put(project: Project, tmp_path: Path) -> None:
    brought(project, tmp_path, *FOUR)
    move_article(project, BRIDGE_EVENT, PLACES[3].split("/")[1], SCHOOL_EVENT)
    moved = places(project)
    assert [one.split()[0] for one in brought(project, tmp_path, *FOUR)] == ["unchanged"] * 4
    assert places(project) == moved != PLACES


def test_an_article_whose_title_and_text_a_person_changed_is_known_by_the_page_it_was_made_of(
    project: Project, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(html_page(title="Bridge closed", paragraphs=BRIDGE))
    (made,) = grouped(project, page)
    made.path.write_text("---\noutlet: The Carrow Packet\ntitle: Mended by hand\n---\n\nOther words.\n", "utf-8")
    (again,) = grouped(project, page)
    assert (again.status, again.path) == ("unchanged", made.path)
    assert len(places(project)) == 1


def test_a_column_that_comes_every_day_under_one_title_goes_with_what_it_tells_of(
    project: Project, tmp_path: Path
) -> None:
    title = "Morning briefing"
    brought(project, tmp_path, *FOUR, record("Halmen Mail", title, "2031-11-05", *BRIDGE[1:]))
    assert f"{BRIDGE_EVENT}/halmen-mail-morning-briefing" in places(project)
    made = brought(
        project,
        tmp_path,
        record("Halmen Mail", title, "2031-06-07", *SCHOOL[1:]),
        record("Halmen Mail", title, "2031-09-01", *ORCHARD),
    )
    assert made == [
        f"new {SCHOOL_EVENT}/halmen-mail-morning-briefing",
        "new 2031-09-01-morning-briefing/halmen-mail-morning-briefing",
    ]


def test_a_column_that_comes_every_day_at_one_address_is_an_article_of_its_own_each_day(
    project: Project, tmp_path: Path
) -> None:
    url = "https://mail.example/briefing"
    days = zip(("2031-11-05", "2031-06-07", "2031-09-01"), (BRIDGE, SCHOOL, ORCHARD), strict=True)
    columns = [record("Halmen Mail", "Morning briefing", day, *lines, url=url) for day, lines in days]
    assert [one.split()[0] for one in brought(project, tmp_path, *columns)] == ["new"] * 3
    before = files(project)
    assert [one.split()[0] for one in brought(project, tmp_path, *columns)] == ["unchanged"] * 3
    assert files(project) == before
    second = next(place for place in places(project) if place.startswith("2031-06-07"))
    longer = {**columns[1], "text": columns[1]["text"] + "\n\nThe county did not answer on Saturday."}
    assert brought(project, tmp_path, longer) == [f"revision {second}"]


@pytest.mark.usefixtures("by_town")
def test_two_happenings_under_one_title_on_one_day_are_two_events(project: Project, tmp_path: Path) -> None:
    two = (
        record("Halmen Mail", "Closed", "2031-06-06", *BRIDGE),
        record("Tarvik Tidings", "Closed", "2031-06-06", *SCHOOL),
        record("The Crossing", "Closed", "2031-06-06", *BRIDGE[1:]),
    )
    assert brought(project, tmp_path, *two) == [
        "new 2031-06-06-closed/halmen-mail-closed",
        "new 2031-06-06-closed-2/tarvik-tidings-closed",
        "new 2031-06-06-closed/the-crossing-closed",
    ]
    assert [one.split()[0] for one in brought(project, tmp_path, *two)] == ["unchanged"] * 3


def test_an_event_of_that_name_which_tells_of_something_else_stays_alone(project: Project, tmp_path: Path) -> None:
    put(project, BRIDGE_EVENT, tmp_path, record("Sandvik Sun", "Pears", "2031-11-04", *ORCHARD))
    assert brought(project, tmp_path, FOUR[0]) == [f"new {BRIDGE_EVENT}-2/halmen-mail-bridge-closed-at-halmen"]


def test_an_event_of_that_name_without_articles_is_the_one(project: Project, tmp_path: Path) -> None:
    project.event_folder(BRIDGE_EVENT).mkdir()
    project.event_file(BRIDGE_EVENT).write_text("title: The bridge\n", "utf-8")
    assert brought(project, tmp_path, FOUR[0]) == [f"new {PLACES[2]}"]
    assert project.event_file(BRIDGE_EVENT).read_text("utf-8") == "title: The bridge\n"


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_name_that_stands_for_something_else_is_not_taken(project: Project, tmp_path: Path, kind: str) -> None:
    if kind == "link":
        project.event_folder(BRIDGE_EVENT).symlink_to(tmp_path)
    else:
        project.event_folder(BRIDGE_EVENT).write_text("a note")
    assert brought(project, tmp_path, FOUR[0]) == [f"new {BRIDGE_EVENT}-2/halmen-mail-bridge-closed-at-halmen"]


def test_of_two_events_that_the_project_has_most_of_the_group_decide(project: Project, tmp_path: Path) -> None:
    late = record("Weekly", "A town without its bridge", "2031-11-06", *BRIDGE[1:])
    put(project, "a-bridge", tmp_path, FOUR[0])
    put(project, "b-bridge", tmp_path, FOUR[2], record("Velden Voice", "Piers", "2031-11-05", *BRIDGE[::-1]))
    assert brought(project, tmp_path, late) == ["new b-bridge/weekly-a-town-without-its-bridge"]


def test_of_one_text_in_two_papers_each_has_a_place_of_its_own(project: Project, tmp_path: Path) -> None:
    put(project, "a-bridge", tmp_path, FOUR[0])
    put(project, "b-bridge", tmp_path, FOUR[2], record("Velden Voice", "Piers", "2031-11-05", *BRIDGE[::-1]))
    agency = {**FOUR[0], "outlet": "Pell Post"}
    assert brought(project, tmp_path, FOUR[0], agency) == [
        "unchanged a-bridge/halmen-mail-bridge-closed-at-halmen",
        "new b-bridge/pell-post-bridge-closed-at-halmen",
    ]


def test_the_outlet_that_is_stated_counts_for_who_an_article_is(project: Project, tmp_path: Path) -> None:
    nameless = [{**each, "outlet": None} for each in FOUR[:2]]
    made = brought(project, tmp_path, *nameless, outlet="Halmen Mail")
    assert made == [f"new {PLACES[2]}", f"new {SCHOOL_EVENT}/halmen-mail-pupils-strike-for-music"]
    assert brought(project, tmp_path, *nameless, outlet="The Crossing") == [
        f"new {BRIDGE_EVENT}/the-crossing-bridge-closed-at-halmen",
        f"new {SCHOOL_EVENT}/the-crossing-pupils-strike-for-music",
    ]
    again = brought(project, tmp_path, *nameless, outlet="Halmen Mail")
    assert [one.split()[0] for one in again] == ["unchanged"] * 2


def test_an_article_of_the_project_that_cannot_be_read_is_named_once_and_the_rest_goes_on(
    project: Project, tmp_path: Path
) -> None:
    put(project, "the-bridge", tmp_path, FOUR[0])
    broken = project.article_file("the-bridge", "broken")
    broken.write_text("---\ntitle: [\n---\n\nText.\n", "utf-8")
    found = list(import_grouped(project, [corpus(tmp_path / "c.jsonl", *FOUR)]))
    (said,) = [one for one in found if isinstance(one, Refused)]
    assert (said.where, said.line is not None, said.skipped) == (str(broken), True, True)
    assert said.what.startswith("left out when the articles were grouped: ")
    assert [one.event for one in found if isinstance(one, Imported)][::2] == ["the-bridge"] * 2
    assert broken.exists()


def test_standard_input_is_read_once_and_grouped(project: Project) -> None:
    sent = "".join(json.dumps(each) + "\n" for each in FOUR).encode()
    grouped(project, "-", stdin=io.BytesIO(sent))
    assert places(project) == PLACES


def test_standard_input_that_cannot_be_kept_is_one_clear_line(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> io.BytesIO:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(placing, "TemporaryFile", full)
    with pytest.raises(ReviewerError, match="standard input: cannot be kept for a second reading: No space left"):
        grouped(project, "-", stdin=io.BytesIO(b"{}"))


def test_a_file_that_vanishes_between_the_readings_takes_no_other_article_along(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [corpus(tmp_path / f"{number}.jsonl", each) for number, each in enumerate(FOUR)]
    between_the_readings(monkeypatch, sources[0].unlink)
    found = list(import_grouped(project, sources))
    assert [one.where for one in found if isinstance(one, Refused)] == [str(sources[0])]
    assert [place.split("/")[1] for place in places(project)] == [
        "county-post-walk-out-at-tarvik-school",
        "tarvik-tidings-pupils-strike-for-music",
        "the-crossing-cracks-close-the-halmen-bridge",
    ]
    assert [name[:10] for name in project.event_ids()] == ["2031-06-06", "2031-11-05"]


def test_a_file_that_grows_between_the_readings_keeps_its_articles_apart_and_what_came_is_named(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = corpus(tmp_path / "c.jsonl", *FOUR)
    new = record("Sandvik Sun", "Pears", "2031-09-01", *ORCHARD)
    between_the_readings(monkeypatch, lambda: corpus(path, FOUR[1], new, *FOUR[2:], FOUR[0]))
    (said,) = [one for one in import_grouped(project, [path]) if isinstance(one, Refused)]
    assert str(said) == f"{path}:2: it came or changed while the articles were grouped; import again"
    assert [place.split("/")[1] for place in places(project)] == [place.split("/")[1] for place in PLACES]
    assert len(project.event_ids()) == 2
    monkeypatch.undo()
    assert [one.status for one in grouped(project, path)] == ["unchanged", "new", *["unchanged"] * 3]


@pytest.mark.usefixtures("by_town")
def test_a_dry_run_writes_nothing_and_says_the_places_of_the_real_one(project: Project, tmp_path: Path) -> None:
    put(project, "the-school", tmp_path, FOUR[1])
    more = (
        *FOUR,
        record("Pell Post", "Bridge closed at Halmen", "2031-11-04", *ORCHARD),
        record("Pell Post", "Bridge closed at Halmen", "2031-11-04", *BRIDGE),
    )
    before = files(project)
    dry = brought(project, tmp_path, *more, dry_run=True)
    assert files(project) == before
    assert dry == brought(project, tmp_path, *more)
    assert [one for one in dry if "-halmen-2/" in one] == [f"new {BRIDGE_EVENT}-2/pell-post-bridge-closed-at-halmen"]


def test_of_two_at_once_the_second_waits_and_finds_what_the_first_has_made(project: Project, tmp_path: Path) -> None:
    path = corpus(tmp_path / "c.jsonl", *FOUR)
    first = import_grouped(project, [path])
    next(first)
    made: list[Imported] = []
    second = Thread(target=lambda: made.extend(grouped(project, path)))
    second.start()
    second.join(timeout=0.3)
    assert second.is_alive()
    assert len(list(first)) == 3
    second.join(timeout=60)
    assert [one.status for one in made] == ["unchanged"] * 4
    assert places(project) == PLACES


MANY = (
    *FOUR,
    record("Sandvik Sun", "Pears", "2031-09-01", *ORCHARD),
    record("Halmen Mail", "Morning briefing", "2031-11-06", *BRIDGE[1:]),
    record("Halmen Mail", "Morning briefing", "2031-06-07", *SCHOOL[1:]),
)


@settings(max_examples=20)
@given(st.permutations(MANY), st.integers(0, len(MANY)), st.integers(0, len(MANY)))
def test_in_whatever_parts_and_order_they_come_each_article_is_there_once(
    all_of_them: list[dict[str, Any]], one: int, other: int
) -> None:
    with TemporaryDirectory() as folder:
        project = empty_project(Path(folder) / "project")
        for part in (all_of_them[:one], all_of_them[other:], all_of_them[:other]):
            brought(project, Path(folder), *part or all_of_them[:1])
        before = places(project)
        stay = [made.split() for made in brought(project, Path(folder), *all_of_them)]
        assert [status for status, _ in stay if status != "unchanged"] == ["new"] * (len(MANY) - len(before))
        assert len({place for _, place in stay}) == len(MANY) == len(places(project))
        assert set(before) <= {place for _, place in stay}


@settings(max_examples=15)
@given(st.permutations(MANY), st.integers(0, len(MANY)), st.booleans(), st.booleans())
def test_what_came_in_one_way_is_known_in_every_other(
    all_of_them: list[dict[str, Any]], number: int, first_grouped: bool, then_grouped: bool
) -> None:
    with TemporaryDirectory() as folder:
        project, path = empty_project(Path(folder) / "project"), Path(folder) / "c.jsonl"
        put(project, "asked-for", Path(folder), *all_of_them[:number])
        for is_grouped in (first_grouped, then_grouped):
            bring = import_grouped if is_grouped else import_sources
            made = list(bring(project, [corpus(path, *all_of_them[::-1])]))
            assert len(made) == len(places(project)) == len(MANY)
        assert {one.status for one in made if isinstance(one, Imported)} == {"unchanged"}


def test_the_bar_goes_on_through_both_readings(project: Project, tmp_path: Path) -> None:
    seen: list[float] = []
    path = corpus(tmp_path / "c.jsonl", *FOUR)
    grouped(project, path, progress=lambda done, total: seen.append(done / total))
    assert seen == sorted(seen)
    assert (seen[0] <= 0.5, seen[-1]) == (True, 1.0)


@pytest.mark.usefixtures("by_town")
def test_an_import_cut_off_at_any_write_is_finished_with_the_same_groups_by_running_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = corpus(tmp_path / "c.jsonl", *FOUR, record("Pell Post", "Bridge closed at Halmen", "2031-11-04", *ORCHARD))

    def run(project: Project, crash_at: int) -> int:
        begun = cut_off_at(monkeypatch, crash_at)
        if crash_at:
            with pytest.raises(KeyboardInterrupt):
                grouped(project, path)
        else:
            grouped(project, path)
        return len(begun)

    whole = empty_project(tmp_path / "whole")
    writes = run(whole, 0)
    assert len(whole.event_ids()) == 3
    assert writes >= 13
    for crash_at in range(1, writes + 1):
        project = empty_project(tmp_path / f"crash-{crash_at}")
        run(project, crash_at)
        run(project, 0)
        assert files(project) == files(whole)

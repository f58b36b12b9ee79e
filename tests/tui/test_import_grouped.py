"""Importing many articles through the screen: each into the event it tells of, unless one event is wanted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input, Static

from reviewer.errors import ReviewerError
from reviewer.events import grouping
from reviewer.events.values import Digest
from reviewer.events.vectors import Vector, vectors
from reviewer.project import Project
from reviewer.tui.bars import HeaderLine
from reviewer.tui.board import BoardScreen
from reviewer.tui.dialogs import ChoiceDialog
from reviewer.tui.fields import Choice
from reviewer.tui.import_dialog import MATCHING, ONE, Wish, holds_many
from reviewer.tui.import_keeping import begun_of
from reviewer.tui.import_reading import Importing, Stopped
from reviewer.tui.import_screen import ImportScreen
from reviewer.tui.page_draft import PageDraft
from tests.tui.pages import BODY, EVENT, dialog, opened, page_file, said
from tests.tui.projects import HERALD, running, until
from tests.tui.test_import_sources import ended

ICE = "“We saved the ice house and nothing else,”"
FIRE = (
    f"The net loft at Sundvik burned to the ground before dawn on Friday. {ICE} said fire chief Berit Skau, who sent for pumps.",
    f"Herring boats at Sundvik stayed in port on Friday after the net loft burned before dawn. {ICE} fire chief Berit Skau told us.",
)
SCHOOL = "A school for pilots opens at Tarnby in the spring with forty pupils, the county announced, and takes girls for the first time."


def day(text: str) -> str:
    return "2032-10-05" if "Norrholm" in text else "2032-11-12"


def corpus(folder: Path, texts: Sequence[str], name: str = "all.jsonl") -> Path:
    outlets = ("Sundvik News", "Coast Mail", "Pell Post", "Herring Times")
    records = [
        {"id": f"r{at}", "outlet": outlets[at % 4], "title": text[:40], "published": day(text), "text": text}
        for at, text in enumerate(texts)
    ]
    return page_file(folder, name, "".join(f"{json.dumps(record)}\n" for record in records))


@pytest.mark.parametrize(
    ("names", "many"),
    [
        ([], False),
        (["page.txt"], False),
        (["page.html"], False),
        (["all.jsonl"], True),
        (["ALL.CSV"], True),
        (["all.jsonl.gz"], True),
        (["crawl.warc.gz"], True),
        (["a.txt", "b.txt"], True),
    ],
)
def test_a_corpus_or_several_files_may_tell_of_several_events(names: list[str], many: bool) -> None:
    assert holds_many([Path(name) for name in names]) is many


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_what_can_be_no_path_holds_nothing(name: str) -> None:
    assert not holds_many([Path(name)])


def test_a_folder_may_tell_of_several_events(tmp_path: Path) -> None:
    assert holds_many([tmp_path])


async def test_the_dialog_proposes_matching_events_for_a_corpus_and_the_one_at_hand_for_a_page(
    events: Project, tmp_path: Path
) -> None:
    many, page = corpus(tmp_path / "in", FIRE), page_file(tmp_path / "in")
    async with running(events, size=(80, 24)) as (app, pilot):
        await pilot.press("i")
        asked = await dialog(app, pilot)
        into, event = asked.query_one(Choice), asked.query_one("#event", Input)
        assert into.value == ONE
        asked.query_one("#path", Input).value = str(many)
        await pilot.pause()
        assert into.value == MATCHING
        assert not event.region
        asked.query_one("#path", Input).value = str(page)
        await pilot.pause()
        assert into.value == ONE
        assert event.region
        await pilot.press("down")
        assert asked.focused is into
        assert "joins those that tell of the same" in str(asked.query_one("#hint", Static).render())
        await pilot.press("space")
        assert into.value == MATCHING
        asked.query_one("#path", Input).value = f"{page} "
        await pilot.pause()
        assert into.value == MATCHING, "a person has chosen it"
        await pilot.press("ctrl+s")
        await opened(app, pilot)
        assert isinstance(app.screen, ImportScreen)
        assert app.screen._wish == Wish((page,), None, None, None, grouped=True)


async def test_who_names_an_event_gets_that_one_for_a_corpus_too(events: Project, tmp_path: Path) -> None:
    async with running(events, size=(80, 24)) as (app, pilot):
        await pilot.press("i")
        asked = await dialog(app, pilot)
        asked.query_one("#event", Input).value = "Fire at Sundvik"
        asked.query_one("#path", Input).value = str(corpus(tmp_path / "in", FIRE))
        await pilot.pause()
        assert asked.query_one(Choice).value == ONE


async def test_each_article_goes_into_the_event_it_tells_of_and_the_report_counts_the_events(
    events: Project, tmp_path: Path
) -> None:
    again = HERALD.replace("Norrholm woke", "Norrholm awoke")
    path = corpus(tmp_path / "in", [*FIRE, SCHOOL, again])
    async with running(events) as (app, pilot):
        app.push_screen(ImportScreen(Wish((path,), None, None, None, grouped=True)))
        screen = await opened(app, pilot)
        assert screen.query_one(HeaderLine).texts[0] == "import into a new event"
        await pilot.press("W")
        await ended(app, pilot, "4 new · in 3 events, 2 of them new")
    made = set(events.event_ids()) - {EVENT, "fair-opens"}
    assert sorted(len(events.article_ids(event)) for event in made) == [1, 2]
    assert len(events.article_ids(EVENT)) == 4


async def test_the_event_of_the_article_at_hand_is_named(events: Project, tmp_path: Path) -> None:
    path = corpus(tmp_path / "in", [HERALD.replace("Norrholm woke", "Norrholm awoke"), SCHOOL])
    async with running(events) as (app, pilot):
        app.push_screen(ImportScreen(Wish((path,), None, None, None, grouped=True)))
        screen = await opened(app, pilot)
        assert screen.query_one(HeaderLine).texts[0] == "import into The bridge is closed"
        await pilot.press("S")
        screen = await opened(app, pilot, 2)
        assert screen.query_one(HeaderLine).texts[0] == "import into a new event"
        await pilot.press("w")
        await ended(app, pilot, "1 new · 1 skipped · in 1 new event")


async def test_a_grouped_import_that_was_left_goes_on_as_one(events: Project, tmp_path: Path) -> None:
    path = corpus(tmp_path / "in", [SCHOOL, *FIRE])
    async with running(events) as (app, pilot):
        app.push_screen(ImportScreen(Wish((path,), None, None, None, grouped=True)))
        await opened(app, pilot)
        await pilot.press("w")
        await opened(app, pilot, 2)
        await pilot.press("ctrl+q")
    async with running(events) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, ChoiceDialog), "the question")
        await pilot.press("o")
        await opened(app, pilot, 2)
        await pilot.press("W")
        await ended(app, pilot, "2 new · in 1 new event")
    assert sorted(len(events.article_ids(event)) for event in events.event_ids()) == [1, 1, 2, 3]


async def test_one_may_go_back_while_it_is_found_out_what_belongs_together(events: Project, tmp_path: Path) -> None:
    before = events.event_ids()
    path = corpus(tmp_path / "in", [f"{SCHOOL} Part {number} of {BODY[number % 4]}" for number in range(200)])
    async with running(events) as (app, pilot):
        app.push_screen(ImportScreen(Wish((path,), None, None, None, grouped=True)))
        await until(pilot, lambda: isinstance(app.screen, ImportScreen), "the screen")
        await pilot.press("escape")
        await ended(app, pilot, "nothing imported")
    assert events.event_ids() == before


@pytest.mark.parametrize("name", ["digest", "vectors"])  # articles are read, and compared
def test_grouping_ends_with_the_import(
    events: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = corpus(tmp_path / "in", [f"{SCHOOL} Part {number} of {BODY[number % 4]}" for number in range(20)])
    importing = Importing(events, Wish((path,), None, None, None, grouped=True))
    before, called = getattr(grouping, name), []

    def leaving(given: object) -> object:
        called.append(given)
        importing.close()
        return before(given)

    monkeypatch.setattr(grouping, name, leaving)
    with pytest.raises(Stopped):
        importing.group()
    assert len(called) == 1


async def test_how_far_grouping_has_come_stands_above(
    events: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, waits = Event(), Event()

    def later(given: Sequence[Digest]) -> list[Vector]:
        waits.set()
        goes_on.wait(20)
        return vectors(given)

    monkeypatch.setattr(grouping, "vectors", later)
    async with running(events) as (app, pilot):
        await app.push_screen(ImportScreen(Wish((corpus(tmp_path / "in", FIRE),), None, None, None, grouped=True)))
        screen = app.screen
        assert isinstance(screen, ImportScreen)
        await until(pilot, waits.is_set, "the comparing")
        screen._show_reading()
        assert screen.query_one(HeaderLine).texts[2] == "grouping … 6 articles looked at"
        screen._importing.compared = 3, 6
        screen._show_reading()
        assert screen.query_one(HeaderLine).texts[2] == "━━━━━━━━━━────────── 3 of 6 articles"
        goes_on.set()
        await opened(app, pilot)


async def test_w_while_it_is_read_is_answered(events: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = Event()
    group = Importing.group

    def later(self: Importing) -> None:
        goes_on.wait(20)
        group(self)

    monkeypatch.setattr(Importing, "group", later)
    async with running(events) as (app, pilot):
        await app.push_screen(ImportScreen(Wish((corpus(tmp_path / "in", FIRE),), None, None, None, grouped=True)))
        for key in ("W", "w"):
            await pilot.press(key)
            assert said(app) == "not yet: it is still being read; esc goes back"
        goes_on.set()
        await opened(app, pilot)
        assert said(app).startswith("w writes it")


async def test_after_an_import_into_many_events_one_is_where_one_was(events: Project, tmp_path: Path) -> None:
    async with running(events) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        screen.events.reach("bridge-closed")
        await pilot.pause()
        app.push_screen(ImportScreen(Wish((corpus(tmp_path / "in", [*FIRE, SCHOOL]),), None, None, None, grouped=True)))
        await opened(app, pilot)
        await pilot.press("W")
        await ended(app, pilot, "3 new · in 2 new events")
        assert screen.events.row is not None
        assert screen.events.row.id == "bridge-closed"


async def test_what_cannot_be_read_while_events_are_sought_is_told_and_no_end(
    events: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise ReviewerError("no such file", where=tmp_path / "gone.md")

    monkeypatch.setattr(Importing, "group", missing)
    async with running(events) as (app, pilot):
        await app.push_screen(ImportScreen(Wish((corpus(tmp_path / "in", FIRE),), None, None, None, grouped=True)))
        await until(pilot, lambda: "no such file" in said(app), "the complaint")
        await pilot.press("escape")
        await ended(app, pilot, "nothing imported")


def test_an_import_into_one_new_event_goes_on_into_that_one(events: Project, tmp_path: Path) -> None:
    told = [("Zet", "Zeppelin lands", SCHOOL), ("The Herald", "A town cut in two", HERALD), ("Yot", "A loft", FIRE[0])]
    lines = [json.dumps({"outlet": outlet, "title": title, "text": text}) for outlet, title, text in told]
    wish = Wish((page_file(tmp_path / "in", "all.jsonl", "\n".join(lines)),), None, None, None)
    reading, statuses = Importing(events, wish), []
    for _ in told[:2]:
        at_hand = reading.next()
        assert at_hand is not None
        written = reading.write(at_hand.record)
        statuses.append((written.status, written.event))
    at_hand = reading.next()
    assert at_hand is not None
    begun = begun_of(wish, at_hand, PageDraft(at_hand.paragraphs), {}, reading.into)
    assert statuses == [("new", begun.wish.event), ("unchanged", "bridge-closed")]

"""Importing with one's own eyes: what is cut stands folded, what is wrong is corrected, and only `w` writes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widgets import Input, Static

from reviewer.articles import Imported, SourceRecord, load_article, load_event, update_front_matter
from reviewer.framing import Difference, DifferenceSide, Workspace, anchor_at
from reviewer.project import Project
from reviewer.tui.bars import HeaderLine, KeyLine
from reviewer.tui.board import BoardScreen
from reviewer.tui.dialogs import TextDialog
from reviewer.tui.import_dialog import ImportDialog, Wish, completed, given_paths
from reviewer.tui.import_reading import Importing
from reviewer.tui.import_screen import ImportScreen
from reviewer.tui.lists import RowDetail
from reviewer.tui.palette import commands_of
from tests.tui.pages import (
    BODY,
    EVENT,
    LOST,
    PAGE,
    at,
    dialog,
    imported,
    importing,
    number_of,
    opened,
    page_file,
    said,
    shown,
)
from tests.tui.panes import HOSTILE
from tests.tui.projects import GAZETTE, HERALD, KEY, in_file, on_pair, running, until


def ids(project: Project, event: str = EVENT) -> set[str]:
    return set(project.article_ids(event))


async def test_what_is_cut_stands_folded_between_what_is_kept(events: Project, tmp_path: Path) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        rows = shown(screen)
        assert any("▸ " in row and "cut: " in row for row in rows)
        assert any("Rowers from three islands" in row for row in rows)
        assert not any(LOST in row or "who pays?" in row for row in rows)
        assert "kept" in screen.query_one(HeaderLine).texts[2]
        before = len(screen.page.draft.items())
        await pilot.press("home", "enter")
        assert len(screen.page.draft.items()) > before
        assert any("News | Weather | Sport" in row for row in shown(screen))
        await pilot.press("enter")
        assert len(screen.page.draft.items()) == before
        await pilot.press("z", "z")
        assert len(screen.page.draft.items()) == before


async def test_the_line_under_the_cursor_says_its_kind_and_whose_decision_it_is(
    events: Project, tmp_path: Path
) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        await at(screen, pilot, LOST)
        kind = screen.page.draft.paragraphs[number_of(screen, LOST)].kind
        assert screen.query_one(RowDetail).content.plain.startswith(f"{kind} · cut  {LOST}")
        await pilot.press("x")
        await pilot.pause()
        assert screen.query_one(RowDetail).content.plain.startswith(f"{kind} · kept by you")
        assert any(row.startswith("›+ ") for row in shown(screen))
        await pilot.press("u")
        assert screen.page.draft.decisions == {}


async def test_lines_and_fields_are_written_as_decided_and_the_original_is_kept(
    events: Project, tmp_path: Path
) -> None:
    page = page_file(tmp_path / "in")
    before = ids(events)
    async with importing(events, page) as (screen, pilot):
        app = screen.reviewer
        await at(screen, pilot, LOST)
        await pilot.press("x")
        await at_kept(screen, BODY[0])
        await pilot.press("x", "f", "down", *"Pell Post", "down", "end", *" and Ole", "escape")
        assert screen.focused is screen.page
        assert ids(events) == before
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        (new,) = ids(events) - before
        article = load_article(events.article_file(EVENT, new))
        assert (article.outlet, article.byline) == ("Pell Post", "Ane Vik and Ole")
        assert f"{BODY[1]}\n\n{LOST}\n\n{BODY[2]}" in article.text
        assert BODY[0] not in article.text
        assert article.source is not None
        assert (events.event_folder(EVENT) / article.source).read_text() == PAGE
        assert new in app.entries[0].articles or any(new in entry.articles for entry in app.entries)
        assert said(app) == "1 new"


async def at_kept(screen: ImportScreen, words: str) -> None:
    """The cursor at a kept paragraph, by the keys; decisions stay."""
    screen.page.action_edge(False)
    number = number_of(screen, words)
    while screen.page.item is not None and screen.page.item.first < number:
        screen.page.action_step(1)
    while screen.page.item is not None and screen.page.item.first > number:
        screen.page.action_step(-1)


async def test_a_whole_run_is_kept_or_cut_with_one_key(events: Project, tmp_path: Path) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        await pilot.press("home", "X")
        draft = screen.page.draft
        assert all(draft.kept(number) for number in range(number_of(screen, BODY[1]) + 1))
        await pilot.press("u")
        await at_kept(screen, BODY[2])
        await pilot.press("X")
        draft = screen.page.draft
        assert not draft.kept(number_of(screen, BODY[3]))
        assert draft.kept(number_of(screen, BODY[0]))


async def test_escape_goes_back_and_writes_nothing(events: Project, tmp_path: Path) -> None:
    before = sorted(events.root.rglob("*"))
    async with importing(events, page_file(tmp_path.parent / "in-escape")) as (screen, pilot):
        await pilot.press("home", "X", "f", *"Other title", "escape", "escape")
        assert "the same key again leaves without it" in said(screen.reviewer)
        assert screen.reviewer.screen is screen
        await pilot.press("up", "x", "escape")
        assert "the same key again leaves without it" in said(screen.reviewer)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(screen.reviewer.screen, BoardScreen), "the board")
        assert said(screen.reviewer) == "nothing imported"
    assert sorted(path for path in events.root.rglob("*") if ".reviewer" not in path.parts) == before


async def test_of_html_the_paragraphs_that_were_cut_can_be_kept_too(events: Project, tmp_path: Path) -> None:
    paragraphs = "\n".join(f"<p>{words}</p>" for words in (*BODY[:2], LOST, *BODY[2:]))
    html = (
        "<!DOCTYPE html><html lang=en><head><title>Rowers meet</title><meta property=og:site_name content='Pell Post'></head>"
        "<body><nav><ul><li><a href=/a>News</a></li><li><a href=/b>Weather</a></li></ul></nav>"
        f"<main><article><h1>Rowers meet</h1>{paragraphs}</article></main></body></html>"
    )
    before = ids(events)
    async with importing(events, page_file(tmp_path / "in", "page.html", html)) as (screen, pilot):
        cut = [one.words for one in screen.page.draft.paragraphs if not one.kept]
        assert "News" in cut
        await at(screen, pilot, "News")
        await pilot.press("x", "w")
        await until(pilot, lambda: isinstance(screen.reviewer.screen, BoardScreen), "the board")
    (new,) = ids(events) - before
    article = load_article(events.article_file(EVENT, new))
    assert article.outlet == "Pell Post"
    assert article.text.startswith("News\n\n")
    assert all(words in article.text for words in BODY)


async def test_what_is_inferred_shows_the_line_that_proves_it_and_a_wrong_date_is_told(
    events: Project, tmp_path: Path
) -> None:
    feed = '{"text": "Words of an article, and a few more of them.", "title": "From a corpus"}\n'
    async with importing(events, page_file(tmp_path / "in", "c.jsonl", feed), outlet="Pell Post") as (screen, pilot):
        proof = screen.query_one("#proof-outlet", Static)
        assert str(proof.render()) == "as the page states it"
        assert str(screen.query_one("#proof-byline", Static).render()) == "unknown"
        await pilot.press("f", "down", "down", "down", *"soon")
        assert "'soon' is no date" in str(screen.query_one("#proof-published", Static).render())
        await pilot.press("enter", "w")
        await until(pilot, lambda: "is no date" in said(screen.reviewer), "the complaint")
        await pilot.press("f", "down", "down", "down", "ctrl+u", *"2 April 2031", "enter", "w")
        await until(pilot, lambda: isinstance(screen.reviewer.screen, BoardScreen), "the board")
    article = next(load_article(events.article_file(EVENT, name)) for name in ids(events) if "corpus" in name)
    assert (article.published, article.outlet) == ("2031-04-02", "Pell Post")


async def test_an_inferred_field_is_marked_with_its_line(events: Project, tmp_path: Path) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        assert screen.opened is not None
        article = replace(screen.opened.record.article, outlet="Pell Post", inferred={"outlet": "© Pell Post 2032"})
        screen.fields.show(article)
        await pilot.pause()
        assert str(screen.query_one("#proof-outlet", Static).render()) == "inferred: © Pell Post 2032"
        await pilot.press("f", "down", "x")
        assert str(screen.query_one("#proof-outlet", Static).render()) == "yours, was: Pell Post"


async def test_a_folder_is_gone_through_page_by_page_with_skips(events: Project, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in (1, 2, 3):
        page_file(folder, f"p{number}.txt", PAGE.replace("Rowers", f"Number {number}: rowers"))
    page_file(folder, "letter.docx", "PK")
    before = ids(events)
    async with importing(events, folder) as (screen, pilot):
        app = screen.reviewer
        await pilot.press("w")
        await opened(app, pilot, 2)
        await pilot.press("S")
        await opened(app, pilot, 3)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, TextDialog), "the report")
        assert isinstance(app.screen, TextDialog)
        assert "Word files are not read" in app.screen.text.plain
        await pilot.press("escape")
        assert said(app) == "2 new · 1 skipped · 1 refused"
    assert len(ids(events) - before) == 2


async def test_all_that_follow_are_written_as_they_are(events: Project, tmp_path: Path) -> None:
    words = "Words of an article, quite a few of them, about number"
    lines = [json.dumps({"text": f"{words} {n}.", "title": f"Title number {n}", "outlet": "Pell"}) for n in range(30)]
    lines.insert(5, "{broken")
    async with importing(events, page_file(tmp_path / "in", "c.jsonl", "\n".join(lines)), event=None) as (
        screen,
        pilot,
    ):
        app = screen.reviewer
        await pilot.press("W")
        await until(pilot, lambda: isinstance(app.screen, TextDialog), "the end")
        await pilot.press("escape")
        assert said(app) == "30 new · 1 refused"
        assert any(len(entry.articles) == 30 for entry in app.entries)


async def test_writing_all_can_be_stopped(events: Project, tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"Words about number {n}.", "title": f"Title {n}"}) for n in range(400)]
    async with importing(events, page_file(tmp_path / "in", "c.jsonl", "\n".join(lines)), event="many") as (
        screen,
        pilot,
    ):
        app = screen.reviewer
        screen.action_write_rest()
        screen.action_back()
        await until(pilot, lambda: not isinstance(app.screen, ImportScreen), "the end")
    assert 1 <= len(ids(events, "many")) < 400


def slow(monkeypatch: pytest.MonkeyPatch, *, failing: int = 0) -> tuple[Event, Event]:
    """Has writing wait until the second event is set; the first says that it has begun."""
    begun, goes_on, write, left = Event(), Event(), Importing.write, [failing]

    def slowly(self: Importing, record: SourceRecord, **decided: Any) -> Imported:
        begun.set()
        goes_on.wait(20)
        left[0] -= 1
        if left[0] >= 0:
            raise OSError("the disk is full")
        return write(self, record, **decided)

    monkeypatch.setattr(Importing, "write", slowly)
    return begun, goes_on


async def test_nothing_can_be_decided_on_a_page_that_is_being_written(
    events: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, goes_on = slow(monkeypatch, failing=1)
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        await at(screen, pilot, LOST)
        await pilot.press("x", "w")
        await until(pilot, begun.is_set, "the writing")
        decided, fields = screen.page.draft.decisions, screen.fields.corrected
        for keys in (["x"], ["X"], ["u"], ["f", "Z", "escape"], ["tab", "Z"]):
            screen.say("")
            await pilot.press(*keys)
            assert screen.page.draft.decisions == decided
            assert screen.fields.corrected == fields
            assert screen.focused is screen.page
            assert said(screen.reviewer).startswith("not now: ") is (keys[0] in "xXu")
        goes_on.set()
        await until(pilot, lambda: said(screen.reviewer) == "the disk is full", "the complaint")
        await pilot.press("u", "f", "Z")
        assert screen.page.draft.decisions == {}
        assert screen.fields.corrected != fields


async def test_ctrl_s_in_a_field_writes_the_article(events: Project, tmp_path: Path) -> None:
    before = ids(events)
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        await pilot.press("f", "end", *" again")
        assert "write" in str(screen.query_one(KeyLine).render())
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(screen.reviewer.screen, BoardScreen), "the board")
    (new,) = ids(events) - before
    assert str(load_article(events.article_file(EVENT, new)).title).endswith(" again")


async def test_a_write_that_fails_while_one_would_stop_does_not_stop_the_next_try(
    events: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, goes_on = slow(monkeypatch, failing=1)
    lines = [json.dumps({"text": f"Words about number {n}.", "title": f"Title {n}"}) for n in range(5)]
    async with importing(events, page_file(tmp_path / "in", "c.jsonl", "\n".join(lines)), event="many") as (
        screen,
        pilot,
    ):
        app = screen.reviewer
        await pilot.press("W")
        await until(pilot, begun.is_set, "the writing")
        await pilot.press("escape")
        goes_on.set()
        await until(pilot, lambda: said(app) == "the disk is full", "the complaint")
        await pilot.press("W")
        await until(pilot, lambda: not isinstance(app.screen, ImportScreen), "the end")
    assert len(ids(events, "many")) == 5


async def test_the_same_page_again_is_unchanged_and_another_choice_of_it_a_revision(
    events: Project, tmp_path: Path
) -> None:
    page = page_file(tmp_path / "in")
    made = imported(events, page)
    async with importing(events, page) as (screen, pilot):
        app = screen.reviewer
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        assert said(app) == "1 unchanged (there already)"
        assert load_article(made.path).text == made.text
    async with importing(events, page) as (screen, pilot):
        app = screen.reviewer
        await at(screen, pilot, LOST)
        await pilot.press("x", "w")
        await until(pilot, lambda: isinstance(app.screen, TextDialog), "the report")
        assert "the text changed in 1 place" in app.screen.text.plain  # type: ignore[attr-defined]
    assert LOST in load_article(made.path).text
    assert load_article(events.revisions(EVENT, made.article.id) / f"{made.article.sha256[:12]}.md").text == made.text


async def test_a_changed_article_takes_its_annotations_along_and_the_open_pair_shows_it(
    pair: Project, tmp_path: Path
) -> None:
    update_front_matter(pair, EVENT, "gazette", {"url": "https://gazette.example/bridge"})
    workspace = Workspace(pair, "vera")
    at_ = GAZETTE.index("The town has set aside")
    side = DifferenceSide("present", (anchor_at(GAZETTE, at_, at_ + 20),))
    other = DifferenceSide("present", (anchor_at(HERALD, 0, 8),))
    workspace.put_difference(KEY, Difference("fd-aaaaaaaaaa", "difference.agency-shift", (), side, other))
    workspace.close()
    changed = "---\nurl: https://gazette.example/bridge\n---\n\nA new beginning.\n\n" + GAZETTE
    async with on_pair(pair) as (screen, pilot):
        app = screen.reviewer
        app.push_screen(ImportScreen(Wish((page_file(tmp_path / "in", "gazette.md", changed),), EVENT, None, None)))
        await opened(app, pilot)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, TextDialog), "the report")
        assert "1 moved" in app.screen.text.plain  # type: ignore[attr-defined]
        await pilot.press("escape")
        await until(pilot, lambda: screen.desk is not None and screen.desk.loaded is not None, "the pair")
        pane = screen.pane("left")
        assert pane.article is not None
        assert pane.article.text.startswith("A new beginning.")
    anchor = in_file(pair).differences[0].left.anchors[0]
    assert (
        load_article(pair.article_file(EVENT, "gazette")).text[anchor.start : anchor.end]
        == "The town has set aside"[:20]
    )


async def test_a_new_event_takes_the_title_it_is_given(events: Project, tmp_path: Path) -> None:
    async with importing(events, page_file(tmp_path / "in"), event="the-town-decides", title="The town decides") as (
        screen,
        pilot,
    ):
        assert "The town decides" in screen.query_one(HeaderLine).texts[0]
        assert not events.event_folder("the-town-decides").exists()
        await pilot.press("w")
        await until(pilot, lambda: isinstance(screen.reviewer.screen, BoardScreen), "the board")
    assert load_event(events, "the-town-decides").title == "The town decides"


async def test_a_hostile_page_is_shown_letter_by_letter_and_its_title_not_changed_by_showing_it(
    events: Project, tmp_path: Path
) -> None:
    title = "Bridge \x1b[31mclosed [b]after[/b] inspection"
    text = json.dumps({"title": title, "text": HOSTILE.replace("\ud800", "") + "\n\nMore words of it."})
    async with importing(events, page_file(tmp_path / "in", "\x1b]0;x.jsonl", text)) as (screen, pilot):
        rows = "".join(shown(screen))
        assert "\x1b" not in rows
        assert "[link=file:///etc/passwd]" in rows
        assert screen.query_one("#field-title", Input).value == "Bridge ␛[31mclosed [b]after[/b] inspection"
        assert "\x1b" not in str(screen.page.border_title)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(screen.reviewer.screen, BoardScreen), "the board")
    assert title in {load_article(events.article_file(EVENT, name)).title for name in ids(events)}


async def test_a_page_of_five_thousand_lines_is_no_burden(events: Project, tmp_path: Path) -> None:
    text = PAGE + "\n".join(f"reader {n}: who pays, and how?" for n in range(5000))
    async with importing(events, page_file(tmp_path / "in", text=text)) as (screen, pilot):
        assert len(screen.page.draft.paragraphs) > 5000
        await pilot.press("z", "end")
        assert "reader 4999" in shown(screen)[-1]
        assert len(list(screen.query("*"))) < 60
        drawn = 0
        draw = screen.page._draw

        def counted(*given: object) -> object:
            nonlocal drawn
            drawn += 1
            return draw(*given)  # type: ignore[arg-type]

        screen.page._draw = counted  # type: ignore[assignment, method-assign]
        await pilot.press("x")
        assert 0 < drawn <= 3 * screen.page.size.height


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_every_size_shows_page_fields_and_hints(events: Project, tmp_path: Path, size: tuple[int, int]) -> None:
    async with importing(events, page_file(tmp_path / "in"), size=size) as (screen, pilot):
        assert screen.page.size.height >= 8
        footer = str(screen.query_one(KeyLine).render())
        assert [key for key in ("w write", "esc back", "? help") if key not in footer] == []
        assert sum("Rowers from three islands" in row for row in shown(screen)) == 1
        await pilot.press("f")
        await until(
            pilot, lambda: "↑/↓ fields  esc to the page" in str(screen.query_one(KeyLine).render()), "the hints"
        )
        await pilot.press("escape")
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(screen.reviewer.screen, TextDialog), "the help")
        assert "keep or cut the line" in screen.reviewer.screen.text.plain  # type: ignore[attr-defined]


async def test_i_asks_for_path_event_and_outlet_and_says_in_a_line_what_is_wrong(
    events: Project, tmp_path: Path
) -> None:
    page = page_file(tmp_path / "in", "a page.txt")
    async with running(events, size=(100, 30)) as (app, pilot):
        board = app.screen
        assert isinstance(board, BoardScreen)
        board.events.reach(EVENT)
        await pilot.pause()
        await pilot.press("i")
        asked = await dialog(app, pilot)
        assert asked.query_one("#event", Input).value == EVENT
        await pilot.press("enter")
        assert "give the path" in str(asked.query_one("#complaint", Static).render())
        asked.query_one("#path", Input).value = str(tmp_path / "none.txt")
        await pilot.press("ctrl+s")
        assert "no such file" in str(asked.query_one("#complaint", Static).render())
        asked.query_one("#path", Input).value = f"'{page}'"
        await pilot.pause()
        assert str(asked.query_one("#complaint", Static).render()) == ""
        await pilot.press("enter")
        screen = await opened(app, pilot)
        assert screen.opened is not None
        assert screen.opened.place == str(page)
        await pilot.press("escape", "i", "escape")
        assert app.screen is board


async def test_tab_completes_a_path_and_else_goes_on(events: Project, tmp_path: Path) -> None:
    page_file(tmp_path / "folder", "long-name.txt")
    async with running(events) as (app, pilot):
        app.show_board()
        await pilot.press("i")
        asked = await dialog(app, pilot)
        field = asked.query_one("#path", Input)
        field.value = str(tmp_path / "fol")
        field.cursor_position = len(field.value)
        await pilot.press("tab", "tab", "tab")
        assert field.value == str(tmp_path / "folder" / "long-name.txt")
        assert asked.focused is asked.query_one("#into")


async def test_a_title_in_the_event_field_is_a_new_event(events: Project, tmp_path: Path) -> None:
    async with running(events) as (app, pilot):
        wishes: list[Wish | None] = []
        await app.push_screen(ImportDialog(EVENT, [EVENT], ["Weekly"]), wishes.append)
        for value in ("The town decides", "", EVENT):
            if not isinstance(app.screen, ImportDialog):
                await app.push_screen(ImportDialog(EVENT, [EVENT], ["Weekly"]), wishes.append)
            app.screen.query_one("#path", Input).value = str(page_file(tmp_path / "in"))
            app.screen.query_one("#event", Input).value = value
            await pilot.press("ctrl+s")
            await pilot.pause()
    assert [(w.event, w.title) for w in wishes if w] == [
        ("the-town-decides", "The town decides"),
        (None, None),
        (EVENT, None),
    ]


def test_paths_are_taken_as_a_terminal_pastes_them(tmp_path: Path) -> None:
    one, two = page_file(tmp_path, "a page.txt"), page_file(tmp_path, "it's.txt")
    escaped = str(one).replace(" ", "\\ ")
    for given in (str(one), f"'{one}' ", f'"{one}"', escaped, f"file://{str(one).replace(' ', '%20')}"):
        assert given_paths(given) == [one]
    assert given_paths(f'{escaped} "{two}"') == [one, two]
    assert given_paths(str(two)) == [two]
    assert given_paths("  ") == []
    assert given_paths("x" * 5000) == [Path("x" * 5000)]
    assert given_paths("'never closed") == [Path("'never closed")]


def test_completion_names_what_is_there_and_nothing_unsafe(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    page_file(tmp_path, "b.txt")
    (tmp_path / ".hidden").touch()
    (tmp_path / "a\x1b[2J").touch()
    assert completed(f"{tmp_path}/") == f"{tmp_path}/b.txt"
    assert completed(f"{tmp_path}/s") == f"{tmp_path}/sub/"
    assert completed(f"{tmp_path}/.h") == f"{tmp_path}/.hidden"
    assert completed(f"{tmp_path}/a") is None
    assert completed(f"{tmp_path}/none/") is None
    assert completed("") is None


async def test_a_source_without_an_article_says_why(events: Project, tmp_path: Path) -> None:
    async with running(events) as (app, pilot):
        app.show_board()
        app.push_screen(ImportScreen(Wish((page_file(tmp_path, "empty.txt", "\n"),), EVENT, None, None)))
        await until(pilot, lambda: isinstance(app.screen, TextDialog), "the complaint")
        assert "the file is empty" in app.screen.text.plain  # type: ignore[attr-defined]
        await pilot.press("escape")
        assert said(app) == "1 refused"


async def test_the_palette_of_board_and_pair_imports(pair: Project) -> None:
    async with on_pair(pair) as (screen, pilot):
        ids_ = {command.action for command in commands_of(screen)}
        assert {"import", "original"} <= ids_
        await pilot.press("i")
        asked = await dialog(screen.reviewer, pilot)
        assert asked.query_one("#event", Input).value == EVENT


async def test_nothing_is_imported_where_another_one_writes(events: Project, tmp_path: Path) -> None:
    other = Workspace(events, "vera")
    async with running(events) as (app, pilot):
        app.show_board()
        assert app.workspace.read_only
        await pilot.press("i")
        await pilot.pause()
        assert not isinstance(app.screen, ImportDialog)
    other.close()


async def test_an_article_that_can_no_longer_be_read_is_said_once_after_an_import(
    events: Project, tmp_path: Path
) -> None:
    async with importing(events, page_file(tmp_path / "in")) as (screen, pilot):
        app = screen.reviewer
        events.article_file(EVENT, "gazette").write_text("---\ntitle: [\n---\n\nText.\n", encoding="utf-8")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen), "the board")
        await until(pilot, lambda: any("gazette.md" in notice.message for notice in app._notifications), "the notice")
        assert sum("gazette.md" in notice.message for notice in app._notifications) == 1

"""What the screens ask of a pane."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal

from reviewer.text import Span
from reviewer.tui.document_layout import Position, Selection
from reviewer.tui.document_marks import Mark
from reviewer.tui.document_pane import DocumentPane
from reviewer.tui.sync import SyncMap, sync_map
from tests.tui.panes import TEXT, TITLE, article, running

LONG = "\n\n".join(
    f"Paragraph {n} of this text goes on for some {n % 7 + 3} words " + "and more " * (n % 23) for n in range(300)
)


async def test_an_article_is_shown_with_its_title_first() -> None:
    async with running() as (app, _):
        shown = app.screen_text()
        assert shown[0].strip() == TITLE
        assert shown[1] == ""
        assert shown[2].strip().startswith("The port closed on Tuesday")
        assert app.pane.caret == Position("text", 0)
        assert app.pane.selection is None
        assert app.pane.top_offset == 0


async def test_an_article_without_a_title_begins_with_its_text() -> None:
    async with running(article(title=None)) as (app, _):
        assert app.screen_text()[0].strip().startswith("The port closed")
        app.pane.go_to("title", 3)
        assert app.pane.caret == Position("text", 0)


async def test_a_span_is_brought_into_view_and_can_be_selected() -> None:
    async with running() as (app, pilot):
        at = TEXT.index("Paragraph 40")
        app.pane.go_to("text", Span(at, at + 12), select=True)
        await pilot.pause()
        assert app.pane.selection == Selection("text", Span(at, at + 12))
        rows = app.screen_text()
        row = next(y for y, text in enumerate(rows) if "Paragraph 40" in text)
        assert 2 <= row <= len(rows) - 5
        app.pane.go_to("title", Span(0, 4), select=True)
        assert app.pane.selected_text == "Port"
        app.pane.go_to("text", 10**9)
        assert app.pane.caret == Position("text", len(TEXT))
        assert not app.heard(DocumentPane.Scrolled)


class EarlyApp(App[None]):
    """Goes somewhere before anything has a size."""

    def compose(self) -> ComposeResult:
        yield DocumentPane()

    def on_mount(self) -> None:
        pane = self.query_one(DocumentPane)
        pane.show(article())
        pane.go_to("text", TEXT.index("Paragraph 30"))
        assert pane.size.width == 0


async def test_a_place_asked_for_before_the_first_layout_is_shown_by_it() -> None:
    app = EarlyApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        pane = app.query_one(DocumentPane)
        assert pane.render_line(0).text.strip().startswith("Paragraph 30")
        assert pane.caret == Position("text", TEXT.index("Paragraph 30"))


async def test_going_to_what_is_in_view_does_not_scroll() -> None:
    async with running() as (app, pilot):
        app.pane.go_to("text", TEXT.index("Paragraph 20"))
        await pilot.pause()
        top = app.pane.scroll_offset.y
        app.pane.go_to("text", TEXT.index("Paragraph 20") + 5)
        await pilot.pause()
        assert app.pane.scroll_offset.y == top


async def test_showing_another_article_forgets_the_last_one() -> None:
    async with running(marks=[Mark(0, 3, number=1)]) as (app, pilot):
        app.pane.find("paragraph")
        await pilot.press("pagedown", "v", "down")
        app.pane.show(article("Something else.", None))
        await pilot.pause()
        assert app.screen_text()[0].strip() == "Something else."
        assert app.pane.caret == Position("text", 0)
        assert app.pane.selection is None
        assert not app.pane.selecting
        assert app.pane.hits == ()
        assert app.pane.marks == ()


async def test_the_row_at_the_top_stays_there_when_the_terminal_is_resized() -> None:
    async with running(article(LONG), size=(90, 24)) as (app, pilot):
        app.pane.follow_to(LONG.index("Paragraph 150"))
        await pilot.pause()
        for width in (50, 33, 120, 90):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            assert "Paragraph 150" in app.screen_text()[0]
        assert app.pane.top_offset == LONG.index("Paragraph 150")


async def test_a_detour_over_another_width_ends_where_it_began() -> None:
    async with running(article(LONG), size=(90, 24)) as (app, pilot):
        app.pane.follow_to(LONG.index("Paragraph 22 "))
        for _ in range(3):
            app.pane.scroll_to(y=app.pane.scroll_offset.y + 1, animate=False)
        top = app.pane.top_offset
        assert LONG[top - 1] == " "
        for width in (37, 120, 44, 90):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
        assert app.pane.top_offset == top


async def test_the_row_at_the_top_stays_there_when_labels_come() -> None:
    async with running(article(LONG), size=(50, 24)) as (app, pilot):
        app.pane.follow_to(LONG.index("Paragraph 150"))
        await pilot.press("v")
        here = app.pane.caret
        assert LONG.startswith("Paragraph 150", here.offset)
        app.pane.set_marks([Mark(n * 40, n * 40 + 25, number=n + 1) for n in range(100)])
        await pilot.pause()
        assert "Paragraph 150" in app.screen_text()[0]
        assert app.pane.caret == here
        assert app.pane.selecting
        assert not app.heard(DocumentPane.Scrolled)


async def test_hits_are_found_stepped_through_and_cleared() -> None:
    async with running() as (app, pilot):
        app.pane.go_to("text", TEXT.index("## What"))
        hits = app.pane.find("paragraph")
        assert len(hits) == 60
        assert app.pane.hit_index == 0
        first = app.pane.next_hit(0)
        assert first is not None
        assert app.pane.caret.offset == first.span.start == TEXT.index("Paragraph 0")
        assert app.pane.next_hit(-1) == hits[-1]
        await pilot.pause()
        assert any("Paragraph 59" in row for row in app.screen_text())
        assert app.heard(DocumentPane.Scrolled)
        assert app.pane.next_hit() == hits[0]
        assert app.pane.find("") == ()
        assert app.pane.next_hit() is None
        assert app.pane.find("shut")[0].place == "title"


async def test_an_active_mark_in_the_title_is_gone_to_first() -> None:
    async with running(marks=[Mark(500, 510, number=1), Mark(0, 4, number=1, place="title")]) as (app, _):
        app.pane.activate_mark(1)
        assert app.pane.caret == Position("title", 0)


async def test_messages_of_a_burst_of_movements_become_one() -> None:
    async with running() as (app, pilot):
        for _ in range(50):
            app.pane.action_move("right")
        await pilot.pause()
        moved = app.heard(DocumentPane.CaretMoved)
        assert isinstance(moved[-1], DocumentPane.CaretMoved)
        assert moved[-1].position == Position("text", 50)
        assert len(moved) < 10


class TwoPanes(App[None]):
    """Two panes that follow each other."""

    def __init__(self, map_: SyncMap) -> None:
        super().__init__()
        self.map = map_
        self.answers = 0

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield DocumentPane(id="left")
            yield DocumentPane(id="right")

    def on_mount(self) -> None:
        for pane in self.query(DocumentPane):
            pane.show(article(LONG))
        self.query_one("#left").focus()

    def on_document_pane_scrolled(self, event: DocumentPane.Scrolled) -> None:
        self.answers += 1
        if event.pane.id == "left":
            self.query_one("#right", DocumentPane).follow_to(self.map.to_right(event.offset))
        else:
            self.query_one("#left", DocumentPane).follow_to(self.map.to_left(event.offset))


async def test_two_panes_follow_each_other_and_never_answer_back() -> None:
    app = TwoPanes(sync_map([(LONG.index("Paragraph 100"), LONG.index("Paragraph 130"))], len(LONG), len(LONG)))
    async with app.run_test(size=(120, 30)) as pilot:
        left, right = app.query_one("#left", DocumentPane), app.query_one("#right", DocumentPane)
        for _ in range(30):
            left.action_move("page_down")
        await pilot.pause()
        await pilot.pause()
        assert app.answers <= 30
        assert abs(right.top_offset - app.map.to_right(left.top_offset)) < 100
        before = app.answers
        await pilot.pause(0.2)
        assert app.answers == before
        left.go_to("text", 0)
        right.focus()
        await pilot.press("pagedown")
        assert abs(left.top_offset - app.map.to_left(right.top_offset)) < 100


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\n\n\n",
        "x" * 5_000_000,
        "line\n" * 100_000,
        "e" + "\u0301" * 500,
        "\x00" * 10_000,
        "中" * 200_000,
        "🇫🇷" * 5000,
    ],
    ids=["empty", "feed", "feeds", "5 MB line", "100,000 lines", "stack", "NULs", "ideographs", "flags"],
)
async def test_a_monstrous_text_opens_moves_and_is_selected_in(text: str) -> None:
    async with running(article(text), [Mark(0, min(5, len(text)), number=1)], size=(80, 24)) as (app, pilot):
        await pilot.press("pagedown", "down", "right", "G", "up", "g")
        for movement in ("word", "word_back", "paragraph", "paragraph_back", "row_end", "row_start", "end", "left"):
            app.pane.action_move(movement)
        app.pane.action_grow()
        app.pane.find("x")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        width = app.pane.scrollable_content_region.width
        assert all(app.pane.render_line(y).cell_length == width for y in range(8))

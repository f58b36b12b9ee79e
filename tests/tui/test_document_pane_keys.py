"""Every key of the pane."""

from __future__ import annotations

import pytest
from textual.binding import Binding

from reviewer.text import Span
from reviewer.tui.document_layout import Position
from reviewer.tui.document_marks import Mark
from reviewer.tui.document_pane import DocumentPane
from tests.tui.panes import TEXT, TITLE, PaneApp, article, running


def place_of(words: str) -> Position:
    return Position("text", TEXT.index(words))


def is_selecting(app: PaneApp) -> bool:
    return app.pane.selecting


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        ("port closed", "right", "ort closed"),
        ("port closed", "left", " port closed"),
        ("port closed", "full_stop", "closed"),
        ("port closed", "comma", "The port"),
        ("port closed", "ctrl+right", "closed"),
        ("port closed", "ctrl+left", "The port"),
        ("the mayor said", "right_parenthesis", "She left"),
        ("left early", "left_parenthesis", "She left"),
        ("She left", "left_parenthesis", "“This is"),
        ("port closed", "right_curly_bracket", "“This is"),
        ("She left", "left_curly_bracket", "“This is"),
        ("“This is", "left_curly_bracket", "The port"),
        ("port closed", "home", "The port"),
        ("port closed", "ctrl+home", None),
        ("port closed", "g", None),
    ],
)
async def test_a_key_moves_the_caret_there(before: str, key: str, after: str | None) -> None:
    async with running() as (app, pilot):
        app.pane.go_to("text", TEXT.index(before))
        await pilot.press(key)
        assert app.pane.caret == (place_of(after) if after is not None else Position("title", 0))
        assert app.pane.selection is None
        assert app.heard(DocumentPane.CaretMoved)


@pytest.mark.parametrize("key", ["ctrl+end", "G"])
async def test_the_end_of_the_article_is_one_key_away(key: str) -> None:
    async with running() as (app, pilot):
        await pilot.press(key)
        assert app.pane.caret == Position("text", len(TEXT))
        assert "Paragraph 59" in " ".join(app.screen_text()[-2:])


async def test_rows_are_walked_in_the_column_one_came_from() -> None:
    async with running() as (app, pilot):
        app.pane.go_to("text", 30)
        await pilot.press("down", "down", "down")
        third = app.pane.caret
        await pilot.press("up", "up", "up")
        assert app.pane.caret == Position("text", 30)
        await pilot.press("down", "down", "down")
        assert app.pane.caret == third


async def test_up_from_the_text_leads_into_the_title_and_down_back() -> None:
    async with running() as (app, pilot):
        await pilot.press("up")
        assert app.pane.caret == Position("title", 0)
        await pilot.press("end")
        assert app.pane.caret == Position("title", len(TITLE))
        await pilot.press("right")
        assert app.pane.caret == Position("text", 0)
        await pilot.press("left")
        assert app.pane.caret == Position("title", len(TITLE))


async def test_pages_move_the_view_and_the_caret() -> None:
    async with running() as (app, pilot):
        first = app.screen_text()
        await pilot.press("pagedown")
        assert app.screen_text()[0] == first[-1]
        there = app.pane.caret.offset
        assert there > 0
        await pilot.press("pagedown")
        assert app.pane.caret.offset > there
        await pilot.press("pageup", "pageup")
        assert app.screen_text() == first
        await pilot.press("pageup", "pageup")
        assert app.pane.caret == Position("title", 0)


async def test_the_end_of_a_wrapped_row_stays_on_that_row() -> None:
    async with running() as (app, pilot):
        await pilot.press("end")
        at = app.pane.caret.offset
        assert TEXT[at] == " "
        await pilot.press("end", "home")
        assert app.pane.caret.offset == 0


async def test_a_word_over_many_rows_is_walked_row_by_row_at_its_right_edge() -> None:
    async with running(article("x" * 500, None)) as (app, pilot):
        width = app.pane._document.width if app.pane._document else 0
        ends = [row * width + width - 1 for row in range(4)]
        await pilot.press("end")
        assert app.pane.caret.offset == ends[0]
        for key, offset in (("down", ends[1]), ("down", ends[2]), ("end", ends[2]), ("up", ends[1]), ("up", ends[0])):
            await pilot.press(key)
            assert app.pane.caret.offset == offset


@pytest.mark.parametrize(
    ("key", "selected"),
    [
        ("shift+right", "p"),
        ("shift+left", " "),
        ("shift+end", "port closed on Tuesday after talks broke down,"),
        ("shift+home", "The "),
        ("ctrl+shift+right", "port "),
        ("ctrl+shift+left", "The "),
        ("ctrl+shift+end", TEXT[4:]),
        ("ctrl+shift+home", "The "),
        ("shift+up", "The "),
    ],
)
async def test_shift_extends_the_selection(key: str, selected: str) -> None:
    async with running() as (app, pilot):
        app.pane.go_to("text", 4)
        await pilot.press(key)
        assert app.pane.selected_text == selected
        assert app.heard(DocumentPane.SelectionChanged)
        await pilot.press("right")
        assert app.pane.selection is None


async def test_shift_extends_over_rows_and_pages_and_back() -> None:
    async with running() as (app, pilot):
        await pilot.press("shift+down")
        one = app.pane.selected_text
        assert one
        assert TEXT.startswith(one)
        await pilot.press("shift+pagedown")
        assert app.pane.selected_text.startswith(one)
        await pilot.press("shift+pageup", "shift+up")
        assert app.pane.selection is None


async def test_v_makes_every_movement_select_until_v_ends_it() -> None:
    async with running() as (app, pilot):
        await pilot.press("v", "full_stop", "full_stop")
        assert is_selecting(app)
        assert app.pane.selected_text == "The port "
        await pilot.press("right_parenthesis")
        assert app.pane.selected_text == TEXT[: TEXT.index("“This")]
        await pilot.press("comma", "v")
        assert not is_selecting(app)
        chosen = app.pane.selected_text
        assert chosen
        await pilot.press("right")
        assert app.pane.selection is None


async def test_v_takes_up_a_selection_that_is_there() -> None:
    async with running() as (app, pilot):
        await pilot.press("ctrl+shift+right", "v", "full_stop")
        assert app.pane.selected_text == "The port "


async def test_a_selection_stays_in_the_text_it_began_in() -> None:
    async with running() as (app, pilot):
        app.pane.go_to("text", 4)
        await pilot.press("v", "up", "up")
        assert app.pane.selected_text == "The "
        await pilot.press("escape")
        app.pane.go_to("title", 5)
        await pilot.press("v", "down", "down")
        assert app.pane.selected_text == TITLE[5:]
        chosen = app.pane.selection
        assert chosen is not None
        assert chosen.place == "title"


async def test_plus_and_minus_grow_and_shrink_by_word_sentence_paragraph() -> None:
    async with running() as (app, pilot):
        app.pane.go_to("text", TEXT.index("early") + 2)
        grown = []
        for _ in range(4):
            await pilot.press("plus")
            grown.append(app.pane.selected_text)
        assert grown[:3] == [
            "early",
            "She left early.",
            "“This is a local matter,” the mayor said. She left early. Nobody asked why.",
        ]
        assert grown[3] == TEXT
        shrunk = []
        for _ in range(4):
            await pilot.press("minus")
            shrunk.append(app.pane.selected_text)
        assert shrunk == [grown[2], grown[1], grown[0], ""]


async def test_minus_shrinks_a_selection_that_was_not_grown() -> None:
    async with running() as (app, pilot):
        app.pane.select("text", Span(TEXT.index("“This"), TEXT.index("## What")))
        await pilot.press("minus", "minus")
        assert app.pane.selected_text == "“This is a local matter,” the mayor said."


async def test_y_copies_what_is_selected_byte_for_byte() -> None:
    async with running() as (app, pilot):
        await pilot.press("y")
        assert not app.heard(DocumentPane.Copied)
        app.pane.go_to("text", TEXT.index("“This"))
        await pilot.press("plus", "plus", "y")
        assert app.clipboard == "“This is a local matter,” the mayor said."
        copied = app.heard(DocumentPane.Copied)[0]
        assert isinstance(copied, DocumentPane.Copied)
        assert copied.text == app.clipboard


async def test_a_lone_surrogate_does_not_stop_a_copy() -> None:
    async with running(article("a\ud800b")) as (app, pilot):
        await pilot.press("ctrl+shift+end", "y")
        assert app.clipboard == "a?b"


async def test_escape_clears_the_selection_first_and_is_the_screens_otherwise() -> None:
    async with running() as (app, pilot):
        await pilot.press("shift+right", "escape")
        assert app.pane.selection is None
        await pilot.press("v", "escape")
        assert not app.pane.selecting
        assert app.passed_on == []
        await pilot.press("escape", "y")
        assert app.passed_on == ["escape", "y"]


async def test_a_caret_steps_over_clusters_and_labels() -> None:
    text = "a👨\u200d👩\u200d👧e\u0301b"
    async with running(article(text, None), [Mark(1, 6, number=1)]) as (app, pilot):
        await pilot.press("right", "right", "right", "right")
        assert app.pane.caret == Position("text", len(text))
        assert [m.position.offset for m in app.said if isinstance(m, DocumentPane.CaretMoved)] == [1, 6, 8, 9]


def test_every_binding_has_an_id_of_its_own_and_no_priority() -> None:
    bindings = [binding for binding in DocumentPane.BINDINGS if isinstance(binding, Binding)]
    assert len(bindings) == len(DocumentPane.BINDINGS)
    ids = [binding.id for binding in bindings]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert not any(binding.priority for binding in bindings)


async def test_an_empty_pane_takes_every_key_in_its_stride() -> None:
    async with running(article("", None)) as (app, pilot):
        for binding in DocumentPane.BINDINGS:
            assert isinstance(binding, Binding)
            await app.pane.run_action(binding.action)
        await pilot.press("g", "G", "v", "plus", "minus", "y", "escape")
        assert app.pane.caret == Position("text", 0)

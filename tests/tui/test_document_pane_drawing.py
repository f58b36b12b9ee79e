"""What the pane draws, and how little of it a key costs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.style import Style
from textual.theme import Theme

from reviewer.text import Span, displayable, wrapping
from reviewer.tui import document_view
from reviewer.tui.document_drawing import GUTTER, Palette, draw_row
from reviewer.tui.document_layout import Position
from reviewer.tui.document_marks import Mark
from reviewer.tui.themes import THEMES
from tests.tui.contrast import contrast
from tests.tui.panes import HOSTILE, TEXT, TITLE, PaneApp, article, running


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The document rows that were really drawn, in order."""
    rows: list[int] = []
    draw: Callable[..., object] = draw_row

    def counted(document: object, row: int, *rest: object) -> object:
        rows.append(row)
        return draw(document, row, *rest)

    monkeypatch.setattr(document_view, "draw_row", counted)
    return rows


def style_at(app: PaneApp, position: Position) -> Style:
    """The style of the cell at which a position is drawn."""
    document = app.pane._document
    assert document is not None
    section = document.section(position.place)
    row, cell = section.layout.cell_of(position.offset)
    strip = app.pane.render_line(section.first_row + row - app.pane.scroll_offset.y)
    found = list(strip.crop(GUTTER + cell, GUTTER + cell + 1))
    assert found[0].style is not None
    return found[0].style


async def test_only_the_rows_in_view_are_ever_drawn(drawn: list[int]) -> None:
    async with running(article("word " * 100_000)) as (app, _):
        height = app.pane.scrollable_content_region.height
        assert set(drawn) <= set(range(height))


async def test_a_caret_key_draws_the_row_it_leaves_and_the_row_it_reaches(drawn: list[int]) -> None:
    async with running() as (app, pilot):
        app.pane.go_to("text", 0)
        await pilot.pause()
        for key, most in (("right", 1), ("shift+right", 1), ("down", 2), ("full_stop", 2), ("shift+down", 2)):
            drawn.clear()
            await pilot.press(key)
            assert 1 <= len(drawn) <= most, key


async def test_a_caret_key_refreshes_no_more_than_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as (app, pilot):
        asked: list[int] = []
        render_line = app.pane.render_line

        def counted(y: int) -> object:
            asked.append(y)
            return render_line(y)

        monkeypatch.setattr(app.pane, "render_line", counted)
        await pilot.press("right")
        assert len(set(asked)) == 1
        asked.clear()
        await pilot.press("down")
        assert len(set(asked)) == 2


async def test_walking_down_a_text_scrolls_half_a_page_at_a_time(drawn: list[int]) -> None:
    async with running() as (app, pilot):
        height = app.pane.scrollable_content_region.height
        tops = []
        drawn.clear()
        for _ in range(60):
            app.pane.action_move("down")
            tops.append(app.pane.scroll_offset.y)
            await pilot.pause()
        assert tops[-1] > height
        assert len(set(tops)) <= 60 * 2 // height + 1
        assert len(drawn) <= 2 * 60 + tops[-1]
        for _ in range(60):
            app.pane.action_move("up")
        assert app.pane.scroll_offset.y == 0


async def test_blank_gutters_and_plain_text_are_one_segment() -> None:
    async with running() as (app, _):
        assert len(list(app.pane.render_line(3))) == 1


async def test_other_marks_wrap_only_the_lines_they_touch(monkeypatch: pytest.MonkeyPatch) -> None:
    async with running() as (app, _):
        lines: list[int] = []
        break_line = wrapping._break_line

        def counted(text: str, width: int, labels: object, keys: object, start: int, *rest: object) -> None:
            lines.append(start)
            break_line(text, width, labels, keys, start, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(wrapping, "_break_line", counted)
        app.pane.set_marks([Mark(4, 15, number=1)])
        assert lines == [0]


async def test_nothing_of_a_hostile_article_reaches_the_screen_unchecked() -> None:
    async with running(article(HOSTILE, HOSTILE), [Mark(0, 9, label="\x1b[31m"), Mark(10, 30, number=1)]) as (
        app,
        pilot,
    ):
        await pilot.press("ctrl+shift+end")
        shown = "".join(app.screen_text())
        assert displayable(shown, one_line=True) == shown
        for word in ("[Acme]", "[sic]", "[his]", "[/foo]", "[@click=app.quit]x[/]"):
            assert word in shown.replace("\n", "")
        assert app.pane._border_title is not None
        assert "\x1b" not in app.pane._border_title.plain
        assert all(
            segment.style is None or not segment.style.meta for y in range(10) for segment in app.pane.render_line(y)
        )
        assert app.pane.selected_text == HOSTILE


async def test_a_title_with_brackets_is_shown_letter_by_letter_on_the_border() -> None:
    shown = article()
    shown = type(shown)(shown.id, shown.text, outlet="[red]Courier[/] [/", title=shown.title)
    async with running(shown) as (app, _):
        assert app.pane._border_title is not None
        assert app.pane._border_title.plain == "[red]Courier[/] [/"


async def test_every_row_is_as_wide_as_the_pane() -> None:
    text = "中文 🇫🇷 👨\u200d👩\u200d👧 e" + "\u0301" * 500 + " tab\there سلام " * 20
    async with running(article(text), [Mark(0, 30, number=1), Mark(3, 8, "difference")], size=(40, 24)) as (app, _):
        width = app.pane.scrollable_content_region.width
        for y in range(app.pane.scrollable_content_region.height):
            strip = app.pane.render_line(y)
            assert strip.cell_length == width
            assert sum(segment.cell_length for segment in strip) == width


async def test_marks_are_told_by_colour_and_underline_and_label() -> None:
    marks = [Mark(4, 15, number=7), Mark(19, 26, "only"), Mark(33, 38, "word"), Mark(47, 60, "difference")]
    async with running(marks=marks) as (app, _):
        plain, match = style_at(app, Position("text", 40)), style_at(app, Position("text", 5))
        assert match.underline
        assert match.bgcolor != plain.bgcolor
        assert style_at(app, Position("text", 20)).underline
        assert style_at(app, Position("text", 34)).underline
        assert style_at(app, Position("text", 48)).italic
        shown = "\n".join(app.screen_text())
        assert "[7 port closed 7]" in shown
        assert "⟨Tuesday⟩" in shown
        assert any(row.startswith("▌") for row in app.screen_text())


async def test_the_active_match_stands_out_and_comes_into_view() -> None:
    start = TEXT.index("Paragraph 50")
    marks = [Mark(4, 15, number=1), Mark(start, start + 12, number=2)]
    async with running(marks=marks) as (app, pilot):
        before = style_at(app, Position("text", 5))
        assert app.pane.activate_mark(2)
        await pilot.pause()
        assert any("[2 Paragraph 50 2]" in row for row in app.screen_text())
        active = style_at(app, Position("text", start + 1))
        assert active.bgcolor != before.bgcolor
        assert not app.pane.activate_mark(99)
        await pilot.pause()
        assert style_at(app, Position("text", start + 1)).bgcolor == before.bgcolor


async def test_overlapping_marks_stay_readable() -> None:
    marks = [Mark(0, 40, number=1), Mark(4, 60, number=2), Mark(10, 20, "difference"), Mark(10, 30, "other")]
    async with running(marks=marks, size=(100, 20)) as (app, _):
        shown = app.screen_text()[2]
        assert shown.startswith("▌┊[1 The [2 port closed on Tuesday after talks b 1]roke down, leaving e 2]leven")
        assert style_at(app, Position("text", 12)).bold
        assert not style_at(app, Position("text", 1)).bold


async def test_the_focused_pane_and_its_caret_can_be_told() -> None:
    async with running() as (app, pilot):
        focused = style_at(app, Position("text", 0))
        border = app.pane.styles.border_top
        app.set_focus(None)
        await pilot.pause()
        assert style_at(app, Position("text", 0)) != focused
        assert app.pane.styles.border_top[0] != border[0]


async def test_selection_hits_and_caret_are_drawn_over_marks() -> None:
    async with running(marks=[Mark(0, 40, number=1)]) as (app, pilot):
        under = style_at(app, Position("text", 5))
        app.pane.find("port")
        assert style_at(app, Position("text", 5)) != under
        app.pane.go_to("text", Span(4, 15), select=True)
        await pilot.pause()
        selected = style_at(app, Position("text", 5)).bgcolor
        assert selected == style_at(app, Position("text", 12)).bgcolor
        assert style_at(app, Position("text", 15)).bgcolor not in (selected, under.bgcolor)
        assert app.pane.selected_text == "port closed"


async def test_a_hit_can_be_read_on_the_active_match() -> None:
    async with running(marks=[Mark(4, 15, number=1)]) as (app, pilot):
        app.pane.activate_mark(1)
        app.pane.find("port")
        app.pane.next_hit()
        await pilot.pause()
        hit, active = style_at(app, Position("text", 5)), style_at(app, Position("text", 10))
        assert hit.color != active.color


async def test_a_selected_line_feed_can_be_seen() -> None:
    async with running(article("one\n\ntwo", None)) as (app, pilot):
        await pilot.press("v", "down", "down")
        chosen = style_at(app, Position("text", 0)).bgcolor
        assert style_at(app, Position("text", 3)).bgcolor == chosen
        assert style_at(app, Position("text", 4)).bgcolor == chosen


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_theme_keeps_marks_apart_from_plain_text(theme: str) -> None:
    marks = [Mark(4, 15, number=7), Mark(19, 26, "only"), Mark(33, 38, "word")]
    async with running(marks=marks) as (app, pilot):
        for known in THEMES:
            app.register_theme(known)
        app.theme = theme
        await pilot.pause()
        backgrounds = {style_at(app, Position("text", offset)).bgcolor for offset in (5, 20, 34, 40)}
        assert len(backgrounds) == 4


async def test_another_theme_is_drawn_at_once() -> None:
    async with running() as (app, pilot):
        before = style_at(app, Position("text", 40))
        app.theme = "textual-light"
        await pilot.pause()
        assert style_at(app, Position("text", 40)).bgcolor != before.bgcolor


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
async def test_everything_drawn_has_the_contrast_that_wcag_asks_of_text(theme: Theme) -> None:
    async with running() as (app, pilot):
        app.register_theme(theme)
        app.theme = theme.name
        await pilot.pause()
        palette = Palette(app.pane.rich_style, app.pane._component)
        below = ["title", "heading", "block", "markup", "other", "difference", "only", "match", "word", "label"]
        below.append("gutter")
        above = ["active", "hit", "hit-current", "selection", "caret"]
        layered = [(), *((name,) for name in below + above), *((low, high) for low in below for high in above)]
        layered += [
            ("match", "difference"),
            ("only", "other"),
            ("match", "active", "hit"),
            ("match", "active", "selection"),
        ]
        for names in layered:
            style = palette.style(*names)
            assert style.color is not None
            assert style.bgcolor is not None
            assert contrast(style.color, style.bgcolor) >= 4.5, names


async def test_without_colour_labels_underline_and_bars_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(marks=[Mark(4, 15, number=7), Mark(20, 30, "difference")]) as (app, _):
        assert "[7 port closed 7]" in app.screen_text()[2]
        assert app.screen_text()[2].startswith("▌")
        assert style_at(app, Position("text", 5)).underline


async def test_the_title_is_bold_and_block_quotations_and_inter_titles_differ() -> None:
    async with running() as (app, _):
        assert app.screen_text()[0].strip() == TITLE
        assert style_at(app, Position("title", 0)).bold
        assert style_at(app, Position("text", TEXT.index("What comes"))).bold
        assert style_at(app, Position("text", TEXT.index("We will"))).italic


async def test_the_marks_of_inter_titles_and_block_quotations_are_dim_and_stay_in_the_text() -> None:
    long = "> " + "We will be back on Monday, and on Tuesday too. " * 3
    text = f"## What comes next\n\n{long}\n>\n{long}\n\n#5 is no inter-title, 3 > 2 no quotation.\n"
    async with running(article(text, None)) as (app, pilot):
        for mark, words in (("## What", "What"), ("> We", "We")):
            at = text.index(mark) + 1
            assert style_at(app, Position("text", at)).dim
            assert not style_at(app, Position("text", text.index(words))).dim
            assert not style_at(app, Position("text", at)).bold
            assert not style_at(app, Position("text", at)).italic
        rows = app.screen_text()
        assert rows[0] == "  ## What comes next"
        quoted = [row for row in rows if row.startswith(" ▏")]
        assert " ▏>" in quoted
        assert quoted[0].startswith(" ▏> We will")
        plain = next(row for row in rows if "#5" in row)
        assert not plain.startswith(" ▏")
        app.pane.go_to("text", Span(0, 7), select=True)
        await pilot.pause()
        assert app.pane.selected_text == "## What"

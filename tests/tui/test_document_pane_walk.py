"""Long random walks: what is on the screen is always what a full redraw would put there."""

from __future__ import annotations

import random

import pytest
from rich.cells import cell_len
from textual.geometry import Region
from wcwidth import iter_graphemes

from reviewer.text import Span
from reviewer.text.graphemes import cluster_at
from reviewer.tui.document_marks import Mark
from tests.tui.panes import TEXT, PaneApp, article, running

HARD = "Wide 中文字列, flags 🇫🇷, a family 👨\u200d👩\u200d👧, e\u0301 and tabs\there. سلام, “[sic]” she said.\n\n"
ACTIONS = (
    *("left", "right", "up", "down", "page_up", "page_down", "row_start", "row_end", "start", "end"),
    *("word", "word_back", "sentence", "sentence_back", "paragraph", "paragraph_back"),
)


class Watched:
    """Which cells of the pane were refreshed since the last look, and what each showed then."""

    def __init__(self, app: PaneApp, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pane = app.pane
        self.refreshed: set[tuple[int, int]] = set()
        refresh = self.pane.refresh

        def watching(*regions: Region, **how: bool) -> object:
            for region in regions or (Region(0, 0, *self.pane.size),):
                self.refreshed |= {
                    (y, x) for y in range(region.y, region.bottom) for x in range(region.x, region.right)
                }
            return refresh(*regions, **how)

        monkeypatch.setattr(self.pane, "refresh", watching)
        self.before = self.look()

    def look(self) -> dict[tuple[int, int], tuple[str, object]]:
        """Each cell's character (in its first cell) and style."""
        cells: dict[tuple[int, int], tuple[str, object]] = {}
        for y in range(self.pane.size.height):
            x = 0
            for segment in self.pane.render_line(y):
                for shown in iter_graphemes(segment.text):
                    width = cell_len(shown)
                    for part in range(width):
                        cells[y, x + part] = ("" if part else shown, segment.style)
                    x += width
        return cells

    def stale(self) -> set[tuple[int, int]]:
        """Cells that look different and were not refreshed."""
        after = self.look()
        changed = {cell for cell in after.keys() | self.before.keys() if after.get(cell) != self.before.get(cell)}
        stale = changed - self.refreshed
        self.before = after
        self.refreshed = set()
        return stale


def step(app: PaneApp, chance: random.Random, text: str) -> str:
    pane = app.pane
    what = chance.random()
    if what < 0.75:
        movement, extend = chance.choice(ACTIONS), chance.random() < 0.3
        pane.action_move(movement, extend)
        return f"{movement} {extend}"
    action = chance.choice(
        ("toggle", "grow", "shrink", "clear", "go", "select", "find", "hit", "activate", "marks", "follow")
    )
    at = chance.randrange(len(text))
    match action:
        case "toggle":
            pane.action_toggle_selecting()
        case "grow":
            pane.action_grow()
        case "shrink":
            pane.action_shrink()
        case "clear":
            pane.action_clear_selection()
        case "go":
            pane.go_to("text", cluster_at(text, at)[0])
        case "select":
            start = cluster_at(text, at)[0]
            pane.select("text", Span(start, cluster_at(text, min(len(text), start + 30))[0]))
        case "find":
            pane.find(chance.choice(("", "she", "a", "中")))
        case "hit":
            pane.next_hit(chance.choice((-1, 1)))
        case "activate":
            pane.activate_mark(chance.randrange(4), go=chance.random() < 0.5)
        case "marks":
            pane.set_marks([Mark(n * 37, n * 37 + chance.randrange(80), number=n) for n in range(chance.randrange(6))])
        case "follow":
            pane.follow_to(at)
    return action


@pytest.mark.parametrize("seed", range(4))
async def test_no_cell_is_left_stale_and_the_caret_stays_at_boundaries(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HARD * 12 + TEXT
    chance = random.Random(seed)
    async with running(article(text), [Mark(5, 60, number=1)], size=(44, 16)) as (app, _):
        watched = Watched(app, monkeypatch)
        for count in range(250):
            done = step(app, chance, text)
            assert not watched.stale(), (count, done)
            place, offset = app.pane.caret.place, app.pane.caret.offset
            whole = text if place == "text" else str(app.shown.title)
            assert cluster_at(whole, offset)[0] == offset, (count, done)
            chosen = app.pane.selection
            if chosen is not None:
                assert app.pane.selected_text == whole[chosen.start : chosen.end]
                assert offset in (chosen.start, chosen.end)

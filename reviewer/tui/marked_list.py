"""A list whose highlighted row bears a mark, so that it is seen without colour too."""

from __future__ import annotations

from typing import ClassVar, Self

from rich.segment import Segment
from textual.events import Resize
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import OptionList

from reviewer.tui.boxes import Settled, SettledScroll

_MARK = "▸"


class MarkedList(Settled, SettledScroll, OptionList):
    """Compact; the mark stands in the cell that every row leaves free on its left."""

    DEFAULT_CSS = """
    MarkedList.-textual-compact > .option-list--option { padding: 0 0 0 1; }
    """
    ALWAYS_MARKED: ClassVar[bool] = True  # else only while the list has the focus

    _wrapped_at = -1  # cells

    def action_page_up(self) -> None:
        if self.scrollable_content_region:  # else Textual has laid nothing out, and looks up what is not there
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def clear_options(self) -> Self:
        self.refresh(layout=True)
        return super().clear_options()

    def on_resize(self, event: Resize) -> None:
        """`render_lines` has seen to it."""
        event.prevent_default()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows are wrapped anew where they are drawn at another width: Textual's own way is to draw them wrongly first, and once more later."""
        width = self.scrollable_content_region.width
        if width != self._wrapped_at:
            self._wrapped_at = width
            self._option_render_cache.clear()
            self._line_cache.clear()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        marked = self.highlighted_option
        seen = self.has_focus or self.ALWAYS_MARKED
        if marked is None or marked.disabled or not seen or _option_in(strip) != self.highlighted:
            return strip
        if self.scroll_offset.y + y > 0 and _option_in(super().render_line(y - 1)) == self.highlighted:
            return strip  # not its first row
        style = next((segment.style for segment in strip), None)
        return Strip.join([Strip([Segment(_MARK, style)]), strip.crop(1)])


def _option_in(strip: Strip) -> int | None:
    """The index of the option that a row belongs to, as a list tells it to the mouse."""
    found: int | None = next((s.style.meta["option"] for s in strip if s.style and "option" in s.style.meta), None)
    return found

"""A list whose highlighted row bears a mark, so that it is seen without colour too."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList

_MARK = "▸"


class MarkedList(OptionList):
    """Compact; the mark stands in the cell that every row leaves free on its left."""

    DEFAULT_CSS = """
    MarkedList.-textual-compact > .option-list--option { padding: 0 0 0 1; }
    """
    ALWAYS_MARKED: ClassVar[bool] = True  # else only while the list has the focus

    def action_page_up(self) -> None:
        if self.scrollable_content_region:  # else Textual has laid nothing out, and looks up what is not there
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        at = self.scroll_offset.y + y
        if not (self.has_focus or self.ALWAYS_MARKED) or at >= len(self._lines):
            return strip
        index, offset = self._lines[at]
        if offset or index != self.highlighted or self.options[index].disabled:
            return strip
        style = next((segment.style for segment in strip), None)
        return Strip.join([Strip([Segment(_MARK, style)]), strip.crop(1)])

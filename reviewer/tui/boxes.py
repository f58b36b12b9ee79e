"""Boxes that are laid out once: whenever a widget's size has changed, Textual would lay the whole screen out a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget
else:  # style sheets know a widget by the first of its classes that is one
    Widget = object


class Settled:
    """For a widget whose place does not follow from how much is in it."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)


class Plain(Widget):
    """For a box with nothing of its own in it: but for a frame, all its lines are one."""

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.styles.gutter.height or not crop.height:
            return super().render_lines(crop)
        return super().render_lines(Region(crop.x, 0, crop.width, 1)) * crop.height


class RowBox(Settled, Plain, Horizontal):
    """Side by side, never scrolled."""


class ColumnBox(Settled, Plain, Vertical):
    """One below the other, never scrolled."""


class SettledBar(Settled, ScrollBar):
    """Stands where its widget has room for it."""


class SettledScroll(Widget):
    """For a widget that scrolls: its bar, which is as long as the widget, asks for no layout of its own."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = SettledBar(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar


class ScrolledBox(SettledScroll, VerticalScroll):
    """One below the other, scrolled where there is no room."""

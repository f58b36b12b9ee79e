"""Boxes that are laid out once: whenever a widget's size has changed, Textual would lay the whole screen out a second time."""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.reactive import Reactive


class Settled:
    """For a widget whose place does not follow from how much is in it."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)


class RowBox(Settled, Horizontal):
    """Side by side, never scrolled."""


class ColumnBox(Settled, Vertical):
    """One below the other, never scrolled."""

"""Fields to type in that show nothing a terminal may act on, whatever is put or pasted into them."""

from __future__ import annotations

from textual.widgets import Input

from reviewer.text import displayable
from reviewer.tui.boxes import Settled


class SafeInput(Settled, Input):
    """A line of text; control characters become marks as they arrive."""

    HELP_TITLE = "field"

    def validate_value(self, value: str) -> str:
        return displayable(value, one_line=True)

"""Fields to type in that show nothing a terminal may act on, whatever is put or pasted into them."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import Input

from reviewer.text import displayable
from reviewer.tui.boxes import Settled


class SafeInput(Settled, Input):
    """A line of text; control characters become marks as they arrive."""

    HELP_TITLE = "field"
    cursor_blink = reactive(False, init=False)  # a blink draws again and again all that lies beside the field

    def validate_value(self, value: str) -> str:
        return displayable(value, one_line=True)

"""A text of several lines to type in, that shows nothing a terminal may act on."""

from __future__ import annotations

from textual import events
from textual.reactive import reactive
from textual.widgets import TextArea

from reviewer.text import displayable


class TextField(TextArea):
    """Begins with `text` made displayable; control characters that are pasted become marks."""

    cursor_blink = reactive(False, init=False)

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(displayable(text), id=id, compact=True, tab_behavior="focus", show_line_numbers=False)

    def on_paste(self, event: events.Paste) -> None:
        """Before the field itself takes it."""
        event.text = displayable(event.text)

    def edited(self, original: str) -> str:
        """What stands in it; the original, to the letter, where nothing was changed."""
        return original if self.text == displayable(original) else self.text

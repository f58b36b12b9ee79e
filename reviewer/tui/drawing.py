"""Drawing once what a key changes: Textual draws as things are asked for, and each drawing goes through all that lies between its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    Drawn = Screen[None]
else:
    Drawn = object


class DrawnOnce(Drawn):
    """For a screen on which one key changes much at once."""

    _put_off = False

    def _on_timer_update(self) -> None:
        """Not while there is news for the screen, once: it may ask for a layout, which draws everything again."""
        self._put_off = not self._put_off and self.message_queue_size > 0
        if not self._put_off:
            super()._on_timer_update()

    def _compositor_refresh(self) -> None:
        """What waits to be drawn is drawn with the rest, such as the scroll bars that a layout has changed."""
        waiting = {widget for widget in self._compositor.visible_widgets if widget._repaint_required}
        for widget in waiting:
            widget._repaint_required = False
        self._compositor.update_widgets(waiting)
        super()._compositor_refresh()

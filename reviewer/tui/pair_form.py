"""The docked form in the pair's screen: mounted and laid out beside what is seen when there is time, so that opening it only moves it."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, work
from textual.binding import ActiveBinding
from textual.css.query import NoMatches
from textual.widget import Widget

from reviewer.framing import PairKey
from reviewer.tui import collector
from reviewer.tui.desk import other
from reviewer.tui.pair_corrections import PairCorrections

if TYPE_CHECKING:
    from reviewer.tui.draft import Draft
    from reviewer.tui.form import DifferenceForm

_LEISURE = 0.5  # seconds after a pair has come until the form is got ready


class PairForm(PairCorrections):
    """The pair with a place for the form.

    What depends on the form being open hangs on classes of `#lower`, and only the nodes whose looks they change are styled anew: a
    change of class goes through all that lies below, and the form alone is some eighty widgets.  While it is closed it stands, as large
    as when it is open, to the right of the lists, where `#lower` ends: were it not displayed, opening would size each of its widgets.
    """

    def __init__(self, key: PairKey, pairs: Sequence[PairKey] = ()) -> None:
        super().__init__(key, pairs)
        self._form: DifferenceForm | None = None
        self._mounting = asyncio.Lock()

    @property
    def form(self) -> DifferenceForm | None:
        """The form while it is open."""
        return self._form if self._form is not None and self.query_one("#lower").has_class("-form") else None

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Without the keys that the form keeps from the pair behind it: help, palette and footer go by these."""
        bindings, form = super().active_bindings, self.form
        if form is None or self.focused is None or form not in self.focused.ancestors_with_self:
            return bindings
        return {key: active for key, active in bindings.items() if form.lets_through(key, active.node)}

    def annotations_ready(self) -> None:
        if self.desk is not None and not self.desk.read_only:
            self.set_timer(_LEISURE, self._prepare_form)

    @work(group="form")
    async def _prepare_form(self) -> None:
        """Its module is loaded in a thread, its widgets are mounted one by one between a reader's keys."""
        await asyncio.to_thread(importlib.import_module, "reviewer.tui.form")
        try:
            form = await self._mounted_form()
            if self.form is None:  # not opened meanwhile
                self._fill(form, form.draft)
                self.call_after_refresh(self._draw_beforehand, form)
        except NoMatches:  # the screen is being taken down, its innermost widgets first
            return
        self.call_after_refresh(collector.spare)

    def _draw_beforehand(self, form: DifferenceForm) -> None:
        """Each widget keeps the lines that it has drawn."""
        for widget in form.walk_children(Widget):
            if widget.size and widget.is_attached:
                widget.render_lines(widget.outer_size.region)

    async def _mounted_form(self) -> DifferenceForm:
        from reviewer.tui.draft import new_draft
        from reviewer.tui.form import DifferenceForm

        async with self._mounting:
            codebook = self.reviewer.workspace.codebook
            if self._form is not None and self._form.codebook is not codebook:
                await self._form.remove()
                self._form = None
            if self._form is None:
                form = DifferenceForm(new_draft(), codebook)
                await self.query_one("#lower").mount(form)
                self._form = form
            return self._form

    async def show_form(self, draft: Draft) -> DifferenceForm:
        """The form with a draft in it, in front and with the focus; drawn once for all that changes."""
        form = await self._mounted_form()
        if self.desk is not None:
            with self.app.batch_update():
                self._fill(form, draft)
                form.mark_focus(True)
                self._classify(form=True, front=True)
                form.focus_first()
        return form

    def _fill(self, form: DifferenceForm, draft: Draft) -> None:
        if self.desk is not None:
            names, order = self.desk.articles.names, (self.first, other(self.first))
            form.show(draft, names, order, new=self.desk.difference(draft.id) is None)

    def hide_form(self) -> None:
        """Out of sight; it stays mounted for the next time."""
        if self._form is not None:
            self._classify(form=False, front=False)

    def bring_form(self, *, front: bool) -> None:
        """Where form and lists share one place: which of them is seen."""
        if self.form is not None:
            self._classify(form=True, front=front)

    def _classify(self, *, form: bool, front: bool) -> None:
        lower = self.query_one("#lower")
        before = lower.classes
        lower.set_class(form, "-form", update=False)
        lower.set_class(front, "-form-in-front", update=False)
        if lower.classes != before and self._form is not None:
            self.app.stylesheet.update_nodes((lower, self.query_one("#listing"), self._form))

    def show_lists(self) -> None:
        self.bring_form(front=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where form and list share one place, the one with the focus comes forward."""
        form = self.form
        if form is not None:
            inside = form in event.widget.ancestors_with_self
            form.mark_focus(inside)
            in_front = self.query_one("#lower").has_class("-form-in-front")
            self.bring_form(front=inside or (in_front and event.widget is not self.rows))

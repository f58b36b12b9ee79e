"""How two articles word it: a fifth list, computed when it is first looked at; choosing a word highlights it in both texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from reviewer.framing import PairKey
from reviewer.tui.bars import Legend
from reviewer.tui.desk import Desk, sides_of
from reviewer.tui.lists import RowList
from reviewer.tui.pair_finding import PairFinding
from reviewer.tui.pair_lists import WORDING, WORDING_LEGENDS
from reviewer.tui.rows import Row
from reviewer.tui.wording_rows import wording_list

if TYPE_CHECKING:
    from reviewer.comparison import Wording


class PairWording(PairFinding):
    """The pair with its wording."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("5", "to_list(4)", "wording: the words that set each side apart", id="pair.wording"),
    ]

    @dataclass
    class Worded(Message):
        """The wording of a pair has been computed, for this comparison of it."""

        desk: Desk
        wording: Wording

    def __init__(self, key: PairKey, pairs: Sequence[PairKey] = ()) -> None:
        super().__init__(key, pairs)
        self._worded: PairWording.Worded | None = None

    @property
    def _wording(self) -> Wording | None:
        """What is known of the present texts and quotations."""
        if self._worded is None or self.desk is None or self._worded.desk.found is not self.desk.found:
            return None
        return self._worded.wording

    def action_list(self, index: int) -> None:
        lower = self.query_one("#lower")
        lower.set_class(index == WORDING, "-wording", update=False)
        self.app.stylesheet.update_nodes((lower, self.query_one(Legend)))  # and not the form, which lies below too
        super().action_list(index)
        self._want_wording()

    def refresh_all(self) -> None:
        super().refresh_all()
        self._want_wording()

    def _want_wording(self) -> None:
        if self.tab == WORDING and self.desk is not None and self.desk.found is not None and self._wording is None:
            self._compute(self.desk)
        if self.tab != WORDING and self.words:
            self.words = {}
            self.show_marks()

    @work(thread=True, exclusive=True, group="wording")
    def _compute(self, desk: Desk) -> None:
        from reviewer.comparison import wording  # loaded with the matches, after the first text

        self.post_message(self.Worded(desk, wording(*sides_of(desk))))

    @on(Worded)
    def _take_wording(self, event: Worded) -> None:
        self._worded = event
        self.show_list()

    def rows_of(self, tab: int) -> list[Row]:
        if tab != WORDING:
            return super().rows_of(tab)
        if self._wording is None or self.desk is None:
            return []
        return wording_list(self._wording, self.desk.articles.names, self.first)

    def count_of(self, tab: int) -> int | None:
        if tab != WORDING:
            return super().count_of(tab)
        return len(self._wording.words) if self._wording is not None else None

    @on(RowList.Reached)
    def _highlight(self, event: RowList.Reached) -> None:
        """A list that was shown before may have its say late."""
        kind = event.row.id.partition(" ")[0] if event.row is not None else ""
        if self.tab != WORDING or event.row is None or kind not in WORDING_LEGENDS:
            return
        self.query_one(Legend).texts = WORDING_LEGENDS[kind]
        if event.moved:
            self.words = event.row.spans
            self.show_marks()

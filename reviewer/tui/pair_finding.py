"""Finding words in both texts, and filtering the list: one prompt for both; and the words that one comes for from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reviewer.framing import PairKey, SideName
from reviewer.text import Span
from reviewer.tui.bars import StatusLine
from reviewer.tui.desk import SIDES, Articles, Desk, other
from reviewer.tui.document_layout import Position
from reviewer.tui.pair_view import PairView
from reviewer.tui.prompt import Prompt
from reviewer.tui.shown import plural


class PairFinding(PairView):
    """The pair with its prompt."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "find in both texts, or filter the list", id="pair.find"),
    ]

    def __init__(self, key: PairKey, pairs: Sequence[PairKey] = ()) -> None:
        super().__init__(key, pairs)
        self._finding: SideName = "left"
        self._sought: Mapping[SideName, Span] = {}  # the words one has come for, until their match is known

    def show_articles(self, articles: Articles) -> None:
        self._sought = {side: self.places[articles[side].id] for side in SIDES if self.places.get(articles[side].id)}
        super().show_articles(articles)

    def refresh_all(self) -> None:
        super().refresh_all()
        if self.desk is not None and self.desk.found is not None:
            self._bring_sought(self.desk)

    def _bring_sought(self, desk: Desk) -> None:
        """To the match of the words one came for, unless one has moved on; where no match joins them, both panes stay at them."""
        sought, self._sought = self._sought, {}
        if not sought or any(self.pane(side).caret != Position("text", span.start) for side, span in sought.items()):
            return
        number = desk.match_of(sought)
        if number is not None:
            self._reach_match(number)
        elif len(sought) == len(SIDES):
            self.say("no match of these two articles joins the two wordings: each pane stands at its own")
        else:
            lacking = next(side for side in SIDES if side not in sought)
            self.say(f"{desk.articles.names[lacking]} has nothing of it: only the other pane stands there")

    def action_find(self) -> None:
        if self.focused is self.rows:
            self.query_one(Prompt).open("filter", self.queries[self.tab])
        else:
            self._finding = self.focused_side or self.first
            self.query_one(Prompt).open("find", filters=False)

    @on(Prompt.Typed)
    def _prompt_typed(self, event: Prompt.Typed) -> None:
        if event.purpose == "filter":
            self._filter(event.text)
            self.query_one(Prompt).count(plural(len(self.rows.rows), "row"))
            return
        for side in SIDES:
            self.pane(side).find(event.text)
        if not self.pane(self._finding).hits and self.pane(other(self._finding)).hits:
            self._finding = other(self._finding)
        self.pane(self._finding).next_hit(0)
        self._count_hits()

    def _count_hits(self) -> None:
        counts = [len(self.pane(side).hits) for side in (self.first, other(self.first))]
        self.query_one(Prompt).count(f"{counts[0]} left · {counts[1]} right" if any(counts) else "nowhere")

    @on(Prompt.Stepped)
    def _prompt_stepped(self, event: Prompt.Stepped) -> None:
        if event.purpose == "filter":
            self.rows.step(event.by)
            return
        here, there = self.pane(self._finding), self.pane(other(self._finding))
        last = len(here.hits) - 1 if event.by > 0 else 0
        if there.hits and (not here.hits or here.hit_index == last):
            self._finding = other(self._finding)
            first = 0 if event.by > 0 else len(there.hits) - 1
            there.next_hit(first - (there.hit_index or 0))
        else:
            here.next_hit(event.by)

    def _filter(self, query: str) -> None:
        self.queries[self.tab] = query
        self.show_list()

    def uncover(self, identity: str) -> None:
        """A row that was made just now is seen: a filter of the shown list that it does not fit goes, and it is said."""
        if self.queries[self.tab] and all(row.id != identity for row in self.rows.rows):
            self._reached[self.tab] = identity
            self._filter("")
            said = self.query_one(StatusLine).said
            self.say(f"{said} · the filter is gone: it would hide this", "warning")

    @on(Prompt.Accepted)
    def _prompt_accepted(self) -> None:
        """To the filtered list, its highlighted row brought into view."""
        self.set_focus(self.rows)
        if self.rows.row is not None:
            self.rows.reach(self.rows.row.id)

    def action_escape(self) -> None:
        """Out of a filtered list first the filter goes."""
        if self.focused is self.rows and self.queries[self.tab]:
            self._filter("")
        else:
            super().action_escape()

    @on(Prompt.Closed)
    def _prompt_closed(self, event: Prompt.Closed) -> None:
        if event.purpose == "filter":
            self._filter("")
            self.set_focus(self.rows)
            return
        for side in SIDES:
            self.pane(side).find("")
        self.pane(self._finding).focus()

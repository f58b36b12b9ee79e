"""An absence that can be checked: what was searched in the other article, and the best that came up and was rejected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reviewer.comparison import Candidate
from reviewer.framing import Rejected
from reviewer.tui.bars import Hint
from reviewer.tui.boxes import ColumnBox
from reviewer.tui.inputs import SafeInput
from reviewer.tui.marked_list import MarkedList
from reviewer.tui.shown import clipped, line, quoted

_NOTHING_SEARCHED = "nothing searched yet"


class AbsenceSearch(ColumnBox):
    """A query, the queries so far, and their best candidates; a candidate can be looked at, or taken as present after all.

    Empty until `reset`.
    """

    DEFAULT_CSS = """
    AbsenceSearch { height: auto; }
    AbsenceSearch OptionList { height: auto; max-height: 4; text-wrap: nowrap; text-overflow: ellipsis; }
    AbsenceSearch Static { height: auto; max-height: 2; color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "take", "it is there: take it", id="absence.take"),
    ]
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("absence.take",), "it is there: take it"),
        Hint(("form.save",), "save"),
        Hint(("form.leave",), "back, draft kept"),
        Hint(("app.focus-next",), "next field"),
        Hint(("app.help",), "help"),
    )
    HELP_TITLE = "search for what is absent"
    HELP = "Enter searches the other article; highlighted candidates are shown in its pane; + takes one as present after all."

    @dataclass
    class Wanted(Message):
        """A search in this side's article."""

        search: AbsenceSearch
        query: str

        @property
        def control(self) -> AbsenceSearch:
            return self.search

    @dataclass
    class Visited(Message):
        """The pane shall show this candidate."""

        search: AbsenceSearch
        candidate: Candidate

        @property
        def control(self) -> AbsenceSearch:
            return self.search

    @dataclass
    class Taken(Message):
        """The candidate is what was looked for: the side is present."""

        search: AbsenceSearch
        candidate: Candidate

        @property
        def control(self) -> AbsenceSearch:
            return self.search

    @dataclass
    class Changed(Message):
        """Another query was answered: what is to be stored."""

        search: AbsenceSearch
        queries: tuple[str, ...]
        best: Rejected | None

        @property
        def control(self) -> AbsenceSearch:
            return self.search

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.queries: tuple[str, ...] = ()
        self.best: Rejected | None = None
        self.candidates: tuple[Candidate, ...] = ()

    def compose(self) -> ComposeResult:
        yield SafeInput(placeholder="search it for other words, ⏎", compact=True, select_on_focus=False)
        yield Static(_NOTHING_SEARCHED, markup=False)
        yield MarkedList(compact=True, markup=False)

    def reset(self, queries: tuple[str, ...], best: Rejected | None) -> None:
        """Another draft's searches; their candidates are not computed again."""
        if (queries, best, ()) != (self.queries, self.best, self.candidates):
            self.queries, self.best, self.candidates = queries, best, ()
            self._show()

    def set_typed(self, text: str) -> None:
        """Shows another query that is not asked yet."""
        with self.prevent(Input.Changed):
            self.query_one(Input).value = text

    def answer(self, query: str, candidates: Sequence[Candidate]) -> None:
        """The candidates of one query: kept among the best five, and the query among those searched."""
        if query not in self.queries:
            self.queries = (*self.queries, query)
        known = {(c.start, c.end): c for c in self.candidates}
        for candidate in candidates:
            old = known.get((candidate.start, candidate.end))
            if old is None or old.score < candidate.score:
                known[candidate.start, candidate.end] = candidate
        self.candidates = tuple(sorted(known.values(), key=lambda c: (-c.score, c.start))[:5])
        if self.candidates and (self.best is None or self.candidates[0].score >= self.best.score):
            top = self.candidates[0]
            self.best = Rejected(round(top.score), top.text, top.start, top.end)
        self._show()
        self.post_message(self.Changed(self, self.queries, self.best))
        if self.candidates:
            self.post_message(self.Visited(self, self.candidates[0]))

    def _show(self) -> None:
        searched = ", ".join(quoted(query, 48) for query in self.queries)
        self.query_one(Static).update(Content(f"searched: {searched}" if searched else _NOTHING_SEARCHED))
        options = self.query_one(OptionList)
        with self.prevent(OptionList.OptionHighlighted):
            options.clear_options()
            if self.candidates:
                options.add_options([Option(_prompt(candidate)) for candidate in self.candidates])
                options.highlighted = 0
            elif self.best is not None:
                best = self.best
                options.add_option(
                    Option(Content(f"{best.score:>3} “{clipped(best.exact, 90)}” rejected"), disabled=True)
                )
            elif self.queries:
                options.add_option(Option(Content("nothing like it came up"), disabled=True))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        query = event.value.strip()
        if query:
            event.input.value = ""
            self.post_message(self.Wanted(self, query))

    @property
    def _candidate(self) -> Candidate | None:
        at = self.query_one(OptionList).highlighted
        return self.candidates[at] if at is not None and at < len(self.candidates) else None

    @on(OptionList.OptionHighlighted)
    @on(OptionList.OptionSelected)
    def _reached(self, event: OptionList.OptionMessage) -> None:
        event.stop()
        if self._candidate is not None:
            self.post_message(self.Visited(self, self._candidate))

    def action_take(self) -> None:
        if self._candidate is not None:
            self.post_message(self.Taken(self, self._candidate))


def _prompt(candidate: Candidate) -> Content:
    return Content.assemble(
        (f"{candidate.score:>3.0f} ", "bold"),
        f"“{clipped(candidate.text, 80)}”  ",
        (line(candidate.reason), "italic $muted"),
    )

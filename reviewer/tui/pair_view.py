"""Reading a pair: two texts side by side, what they share, and the lists below.  Annotating is added in `pair.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from reviewer.framing import PairKey, SideName
from reviewer.text import Span
from reviewer.tui.bars import HeaderLine, Hint, KeyLine, Legend, Tab, TabLine
from reviewer.tui.boxes import ColumnBox, RowBox
from reviewer.tui.desk import SIDES, Articles, other
from reviewer.tui.document_pane import DocumentPane
from reviewer.tui.lists import RowDetail, RowList
from reviewer.tui.marks import marks_of, sync_points
from reviewer.tui.pair_lists import DIFFERENCES, HELP_ORDER, IN_ANY_LIST, IN_LIST, MATCHES, ONLY_LEFT, TITLES
from reviewer.tui.pair_opening import PairOpening
from reviewer.tui.prompt import Prompt
from reviewer.tui.rows import Row, difference_list, match_list, quotation_list
from reviewer.tui.shown import hidden_in, line, plural
from reviewer.tui.sync import SyncMap, sync_map


class PairView(PairOpening):
    """One pair; `pairs` are those that next and previous go through."""

    CSS_PATH = "pair.tcss"
    HELP_TITLE = "pair"
    HELP = "Two articles side by side.  Shared quotations carry one number on both sides; ⟨…⟩ are quotations of one side only."
    HELP_ORDER = HELP_ORDER
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("pair.annotate",), "annotate"),
        Hint(("pane.select",), "select"),
        Hint(("pair.next-row", "pair.previous-row"), "step"),
        Hint(("pair.partner",), "partner"),
        Hint(("pair.sync",), "sync"),
        Hint(("pair.find",), "find"),
        Hint(("pair.undo",), "undo"),
        Hint(("pair.events",), "events"),
        Hint(("pair.original",), "original"),
        Hint(("app.help",), "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "to_list(0)", "list of matches", id="pair.matches"),
        Binding("2", "to_list(1)", "list of differences", id="pair.differences"),
        Binding("3", "to_list(2)", "quotations only left", id="pair.only-left"),
        Binding("4", "to_list(3)", "quotations only right", id="pair.only-right"),
        Binding("n", "step(1)", "next in the list", id="pair.next-row"),
        Binding("p", "step(-1)", "previous in the list", id="pair.previous-row"),
        Binding("enter", "partner", "to the partner on the other side", id="pair.partner"),
        Binding("N", "pair(1)", "next pair", id="pair.next"),
        Binding("P", "pair(-1)", "previous pair", id="pair.previous"),
        Binding("s", "sync", "synchronised scrolling on or off", id="pair.sync"),
        Binding("x", "swap", "swap the sides (display only)", id="pair.swap"),
        Binding("b", "beside", "show other analysts' records beside one's own", id="pair.beside"),
        Binding("m", "matrix", "who quoted whom in this event", id="pair.matrix"),
        Binding("e", "events", "events", id="pair.events"),
        Binding("q", "back", "back, then quit", id="pair.back"),
        Binding("space", "details", "the row of the list in full", id="pair.details"),
        Binding("escape", "escape", "to the texts", show=False, id="pair.escape"),
    ]

    def __init__(self, key: PairKey, pairs: Sequence[PairKey] = ()) -> None:
        super().__init__(key, pairs)
        self.places: Mapping[str, Span] = {}  # by article: where to begin, when one comes from elsewhere
        self.first: SideName = "left"
        self.tab = MATCHES
        self.beside = False
        self.synchronised = True
        self._map: SyncMap | None = None
        self.words: Mapping[SideName, Sequence[Span]] = {}
        self.queries = [""] * len(TITLES)
        self._reached: list[str | None] = [None] * len(TITLES)
        self._stepped_to: str | None = None

    def content(self) -> ComposeResult:
        yield HeaderLine()
        with RowBox(id="panes"):
            yield DocumentPane(id="pane-left")
            yield DocumentPane(id="pane-right")
        with RowBox(id="lower"), ColumnBox(id="listing"):
            yield TabLine()
            yield Legend()
            yield RowList(id="rows")
            yield RowDetail()
        yield Prompt()

    def hints(self) -> tuple[Hint, ...]:
        if self.focused is self.rows:
            return (*(IN_LIST.get(self.tab, ()) if self.rows.rows else ()), *IN_ANY_LIST)
        return super().hints()

    # -- showing ---------------------------------------------------------------------------------------------------

    def pane(self, side: SideName) -> DocumentPane:
        """The pane that shows a side of the file, wherever it stands."""
        return self.query_one(f"#pane-{side}", DocumentPane)

    @property
    def focused_side(self) -> SideName | None:
        """The file side whose pane has the focus."""
        return next((side for side in SIDES if self.pane(side) is self.focused), None)

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def show_articles(self, articles: Articles) -> None:
        self._reached = [None] * len(self._reached)
        for side in SIDES:
            self.pane(side).show(articles[side])
            place = self.places.get(articles[side].id)
            if place is not None:
                self.pane(side).go_to("text", place)
        self.places = {}
        self.words = {}
        self.pane(self.first).focus()
        self.show_header()
        self.show_list()
        self.say("Reading: v starts a selection, move, then a annotates it.  ? shows the keys.")
        for side in SIDES:
            hidden = hidden_in(articles[side].text)
            if hidden:
                self.reviewer.tell(
                    f"{articles.names[side]}: {plural(hidden, 'control or invisible character')} shown as marks"
                )

    def show_unreadable(self, why: str) -> None:
        self.query_one(HeaderLine).set(self.key.event, f"{self.key.left} ⇄ {self.key.right}", "not readable")
        self.say(why, "error")

    def refresh_all(self) -> None:
        """Everything that follows from the desk: marks, header, list, the scrolling map."""
        if self.desk is None:
            return
        self.show_marks()
        articles = self.desk.articles
        self._map = sync_map(sync_points(self.desk), len(articles.left.text), len(articles.right.text))
        self.show_header()
        self.show_list()

    def show_marks(self) -> None:
        """The marks of both panes."""
        if self.desk is not None:
            for side in SIDES:
                words = self.words.get(side, ())
                self.pane(side).set_marks(marks_of(self.desk, side, beside=self.beside, words=words))

    def show_header(self) -> None:
        desk = self.desk
        if desk is None:
            return
        event = self.reviewer.event_title(self.key.event)
        called = desk.articles.names
        names = f"{called[self.first]} ⇄ {called[other(self.first)]}"
        counts = "comparing …"
        if desk.found is not None:
            shared = sum(row.live for row in desk.matches)
            only = [len(desk.only(side)) for side in (self.first, other(self.first))]
            counts = f"{shared} shared · {only[0]} only left · {only[1]} only right"
        done = "✓ done" if desk.annotations and desk.annotations.done else ""
        self.query_one(HeaderLine).set(event, names, f"{counts} {done}".rstrip(), shorter=done)
        self._show_standing()

    def _show_standing(self) -> None:
        desk, workspace = self.desk, self.reviewer.workspace
        if desk is not None and desk.read_only:
            self.stand("read-only")
            return
        path = self.reviewer.project.pair_file(self.key.event, self.key.left, self.key.right, workspace.analyst)
        self.stand(f"{path.relative_to(self.reviewer.project.root)} as {workspace.analyst}")

    def rows_of(self, tab: int) -> list[Row]:
        """The rows of one list, unfiltered."""
        if self.desk is None:
            return []
        if tab == MATCHES:
            return match_list(self.desk, self.first, beside=self.beside)
        if tab == DIFFERENCES:
            return difference_list(self.desk, self.first, beside=self.beside)
        return quotation_list(self.desk, self.first if tab == ONLY_LEFT else other(self.first))

    def count_of(self, tab: int) -> int | None:
        """How many records, shared quotations or quotations of one side a list has, as the header says; None while not known."""
        desk = self.desk
        if desk is None:
            return None
        if tab == DIFFERENCES:
            known = [desk.loaded, *(desk.others if self.beside else ())]
            return sum(len(loaded.annotations.differences) for loaded in known if loaded) if desk.loaded else None
        if desk.found is None:
            return None
        if tab == MATCHES:
            return sum(row.live for row in desk.matches)
        return len(desk.only(self.first if tab == ONLY_LEFT else other(self.first)))

    @property
    def _rejected(self) -> int:
        return sum(row.rejected for row in self.desk.matches) if self.desk else 0

    def show_list(self, at: str | None = None) -> None:
        line_of_tabs = self.query_one(TabLine)
        line_of_tabs.tabs = tuple(
            Tab(str(index + 1), title, short, self.count_of(index), self._rejected if index == MATCHES else 0)
            for index, (title, short) in enumerate(TITLES)
        )
        line_of_tabs.shown, line_of_tabs.filtered = self.tab, line(self.queries[self.tab])
        empty = "no difference yet: select words in a text (v), then a" if self.tab == DIFFERENCES else "nothing here"
        if self.count_of(self.tab) is None:
            empty = "comparing …"
        self.rows.show(
            self.rows_of(self.tab), at=at or self._reached[self.tab], query=self.queries[self.tab], empty=empty
        )
        if self.focused is self.rows:
            self.show_hints()  # an empty list has no row to do anything with

    # -- lists -----------------------------------------------------------------------------------------------------

    @on(TabLine.Chosen)
    def _tab_clicked(self, event: TabLine.Chosen) -> None:
        self.action_to_list(event.index)

    def action_to_list(self, index: int) -> None:
        """A list, with the focus, so that the keys for its rows work at once."""
        self.action_list(index)
        self.set_focus(self.rows)

    def action_list(self, index: int) -> None:
        self.tab = index
        self.show_list()
        self.show_hints()
        self.show_lists()

    def show_lists(self) -> None:
        """For the annotating half: where form and lists share one place, the lists come forward."""

    @on(RowList.Reached)
    def _row_reached(self, event: RowList.Reached) -> None:
        row, there = event.row, self.rows.row
        if row is not None and there is not None and row.id != there.id:
            return  # the list has gone on meanwhile
        self.query_one(RowDetail).content = row.detail() if row else Content()
        if self.query_one(KeyLine).hints != self.hints():  # a record of another analyst's is only read
            self.show_hints()
        if row is not None and event.moved:
            if row.id != self._stepped_to:
                self._go_to(row)
            self._stepped_to = None

    def _go_to(self, row: Row) -> None:
        self._reached[self.tab] = row.id
        self.bring(row)

    def bring(self, row: Row) -> None:
        """Both panes to a row's places; a match's mark becomes the active one."""
        number = int(row.id.removeprefix("match-")) if row.id.startswith("match-") else None
        if number is None and self.desk is not None:
            number = next((r.number for r in self.desk.matches if r.verdict and r.verdict.id == row.id), None)
        for side in SIDES:
            pane = self.pane(side)
            pane.activate_mark(number, go=False)
            if side in row.targets:
                place, start, end = row.targets[side]
                pane.go_to(place, Span(start, end))

    def action_step(self, by: int) -> None:
        row = self.rows.step(by)
        if row is None:
            self.say("nothing to step through in this list")
        else:  # at once: the key behind it may be a verdict on this row
            self._stepped_to = row.id
            self._go_to(row)

    def choose(self, row: Row) -> None:
        """Enter on a row: on with reading there."""
        self.bring(row)
        side = self.first if self.first in row.targets else next(iter(row.targets), self.first)
        self.pane(side).focus()

    @on(DocumentPane.MarkClicked)
    def _mark_clicked(self, event: DocumentPane.MarkClicked) -> None:
        if event.number:
            self._reach_match(event.number)

    def _reach_match(self, number: int) -> None:
        if self.tab != MATCHES:
            self.action_list(MATCHES)
        self.rows.reach(self.row_id(number))

    def row_id(self, number: int) -> str:
        """The id of a match's row in the list."""
        if self.desk is not None:
            row = next((r for r in self.desk.matches if r.number == number), None)
            if row is not None and row.own and row.verdict is not None:
                return row.verdict.id
        return f"match-{number}"

    def match_at(self, side: SideName, offset: int) -> int | None:
        """The number of the innermost match that holds an offset of a side's text."""
        extents = [
            (len(part), row.number)
            for row in (self.desk.matches if self.desk else ())
            for part in (() if row.lost else row.extent(side).parts)
            if part.start <= offset <= part.end
        ]
        return min(extents)[1] if extents else None

    # -- moving about ----------------------------------------------------------------------------------------------

    def action_partner(self) -> None:
        side = self.focused_side
        if side is None or self.desk is None:
            return
        caret = self.pane(side).caret
        number = self.match_at(side, caret.offset) if caret.place == "text" else None
        row = next((row for row in self.rows.rows if row.holds(side, caret)), None) if self.tab == DIFFERENCES else None
        if row is not None and other(side) in row.targets:
            self.rows.reach(row.id)
        elif number is not None:
            self._reach_match(number)
        else:
            self.say("no match here: n goes to the next one")
            return
        self.pane(other(side)).focus()

    @on(DocumentPane.Scrolled)
    def _scrolled(self, event: DocumentPane.Scrolled) -> None:
        if not self.synchronised or self._map is None:
            return
        side: SideName = "left" if event.pane.id == "pane-left" else "right"
        offset = self._map.to_right(event.offset) if side == "left" else self._map.to_left(event.offset)
        self.pane(other(side)).follow_to(offset)

    def action_details(self) -> None:
        self.rows.action_details()

    def action_sync(self) -> None:
        self.synchronised = not self.synchronised
        self.say(f"synchronised scrolling {'on' if self.synchronised else 'off'}")

    def action_swap(self) -> None:
        self.first = other(self.first)
        panes = self.query_one("#panes", RowBox)
        panes.move_child(self.pane(self.first), before=0)
        self.refresh_all()

    async def action_pair(self, by: int) -> None:
        at = self.pairs.index(self.key) if self.key in self.pairs else 0
        if len(self.pairs) < 2:
            self.say("there is no other pair in this event")
            return
        if not self.may_leave():
            return
        await self.before_leaving()
        self.open_pair(self.pairs[(at + by) % len(self.pairs)])

    def action_beside(self) -> None:
        self.beside = not self.beside
        others = [theirs.annotations for theirs in self.desk.others] if self.desk else []
        count = sum(len(by.differences) + len(by.verdicts) for by in others)
        names = ", ".join(by.analyst for by in others)
        if not names:
            self.say("no other analyst has a file on this pair")
        elif self.beside:
            self.say(f"{plural(count, 'record')} of {line(names)} shown beside yours, read-only")
        else:
            self.say("only your records are shown")
        self.refresh_all()

    async def action_matrix(self) -> None:
        if self.may_leave():
            await self.before_leaving()
            self.reviewer.show_matrix(self.key.event)

    async def action_events(self) -> None:
        if self.may_leave():
            await self.before_leaving()
            self.reviewer.show_board()

    async def action_back(self) -> None:
        if self.may_leave():
            await self.before_leaving()
            self.reviewer.leave()

    def action_escape(self) -> None:
        if self.focused_side is None:
            self.pane(self.first).focus()

    @on(DocumentPane.Copied)
    def _copied(self, event: DocumentPane.Copied) -> None:
        self.say(f"copied {plural(len(event.text), 'character')} (as far as this terminal allows)")

    def analyst_changed(self) -> None:
        self.open_pair(self.key)

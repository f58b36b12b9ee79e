"""Who quoted whom: the utterances of an event down, its outlets across, in each cell what that outlet did to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable
from textual.worker import get_current_worker

from reviewer.comparison import Match, Side, Utterance, utterances
from reviewer.framing import PairKey
from reviewer.text import Span
from reviewer.tui.bars import HeaderLine, Hint, Legend
from reviewer.tui.catalogue import Entry, compared_side, corrections_on_disk, judged_matches, verdicts_on_disk
from reviewer.tui.filtering import parse_filter
from reviewer.tui.lists import RowDetail
from reviewer.tui.matrix_cells import Rejected, against, before_words, cell, detail, in_full, reference_of, sought
from reviewer.tui.prompt import Prompt
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import clipped, names_of, plural

_WORDS = 46  # cells of the utterances' column until it is known how wide the others are
_LEGEND = (
    "fullest: the longest wording, with which the others are compared · ⚑ what changed against it · – has nothing of it",
    "fullest: the rest is set against it · ⚑ changed · – none",
)


_WITH_REJECTED = (
    f"{_LEGEND[0]} · ✗ here through another outlet: you rejected a match",
    "fullest: set against it · ⚑ changed · – none · ✗ you rejected",
)


class _Left(Exception):  # noqa: N818 - nothing is wrong
    """The screen is gone: nobody waits for its utterances."""


class MatrixTable(DataTable[Text]):
    """The table; enter on a cell is an action of ours, with a place in footer, help and palette."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "open the pair there", id="matrix.open"),
    ]
    HELP = "The cursor goes by cells: the column says which outlet's words are shown below and open beside the fullest variant."


class MatrixScreen(BaseScreen):
    """One event's utterances; enter opens the pair at the cell."""

    CSS_PATH = "matrix.tcss"
    HELP_TITLE = "who quoted whom"
    HELP = (
        "A row is an utterance, a column an outlet.  “fullest” is the longest variant of the wording that most outlets have; the others say what became of it: identical, "
        "trimmed, spliced, reworded, unquoted, paraphrased, with its flags; – means that the outlet has nothing of it.  Where an outlet "
        "has it several times, the cell says what became of its fullest words, with the flags of all.  The fullest "
        "is the longest, not the true one: where the others agree against it, it may be the odd one out.  Matches that you rejected do not count, those that you linked do; ✗ where the two stand in one row all the same, because a third outlet's words match both."
    )
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("matrix.find",), "filter"),
        Hint(("matrix.open",), "open the pair"),
        Hint(("matrix.details",), "wordings"),
        Hint(("matrix.back",), "back"),
        Hint(("app.palette",), "all actions"),
        Hint(("app.help",), "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "filter the utterances", id="matrix.find"),
        Binding("space", "details", "all wordings in full", id="matrix.details"),
        Binding("q,m", "back", "back", id="matrix.back"),
        Binding("escape", "escape", "take the filter away, else back", show=False, id="matrix.escape"),
        Binding("e", "events", "events", id="matrix.events"),
    ]

    @dataclass
    class Gathered(Message):
        """The event's utterances, and by pair the matches that the analyst rejected."""

        found: tuple[Utterance, ...]
        rejected: Rejected

    @dataclass
    class WentOn(Message):
        """How many articles of how many are read, then how many pairs are compared; only the last of a burst is shown."""

        done: int
        total: int
        of: str

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, MatrixScreen.WentOn)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.articles = tuple(entry.articles)
        self.names = names_of(entry.articles.values(), 12)
        self.utterances: tuple[Utterance, ...] = ()
        self.shown: tuple[Utterance, ...] = ()
        self.rejected: Rejected = {}
        self._query = ""
        self._filled_for = 0  # cells of the screen's width that the columns were given for

    def content(self) -> ComposeResult:
        yield HeaderLine()
        yield MatrixTable(fixed_columns=1, cursor_type="cell", zebra_stripes=False)
        legend = Legend()
        legend.texts = _LEGEND
        yield legend
        yield RowDetail()
        yield Prompt()

    def on_mount(self) -> None:
        super().on_mount()
        self.table.add_column(Text("utterance"), width=_WORDS)
        for name in self._headings():
            self.table.add_column(Text(name), width=cell_len(name))
        self.query_one(HeaderLine).set(self.entry.title, "who quoted whom", "comparing …")
        self.say("comparing every pair …")
        self._gather()

    def on_resize(self) -> None:
        """The columns take the new width; the cursor stays."""
        if self.shown and self._filled_for != self.app.size.width:
            row, column = self.table.cursor_coordinate
            self._fill()
            self.table.move_cursor(row=row, column=column)

    @property
    def table(self) -> MatrixTable:
        return self.query_one(MatrixTable)

    @work(thread=True, exclusive=True)
    def _gather(self) -> None:
        entry, project, analyst = self.entry, self.reviewer.project, self.reviewer.workspace.analyst
        worker = get_current_worker()

        def is_awaited() -> None:
            if worker.is_cancelled:
                raise _Left

        def went_on(done: int, total: int) -> None:
            is_awaited()
            self.post_message(self.WentOn(done, total, "pair"))

        def read() -> Iterator[tuple[str, Side]]:
            for number, (identity, article) in enumerate(entry.articles.items()):
                is_awaited()
                self.post_message(self.WentOn(number, len(entry.articles), "article"))
                corrections = corrections_on_disk(project, entry.event.id, article, analyst)
                yield identity, compared_side(article, corrections)

        def judged(left: str, right: str, found: tuple[Match, ...]) -> tuple[Match, ...]:
            is_awaited()
            key = PairKey(entry.event.id, left, right)
            live, turned_down = judged_matches(entry, key, found, verdicts_on_disk(project, analyst, key))
            if turned_down:
                rejected[left, right] = turned_down
            return live

        rejected: dict[tuple[str, str], tuple[Match, ...]] = {}
        try:
            found = utterances(dict(read()), judged, went_on, is_awaited)
        except _Left:
            return
        self.post_message(self.Gathered(found, rejected))

    @on(WentOn)
    def _take_progress(self, event: WentOn) -> None:
        if not self.utterances and self.query(HeaderLine):
            doing = "reading" if event.of == "article" else "comparing"
            said = f"{doing} … {event.done:,} of {plural(event.total, event.of)}"
            if event.done == event.total:
                said = f"{plural(event.total, 'pair')} compared, gathering …"
            self.query_one(HeaderLine).set(self.entry.title, "who quoted whom", said)

    @on(Gathered)
    def _take(self, event: Gathered) -> None:
        self.utterances, self.rejected = event.found, event.rejected
        if any(against(u, name, self.rejected) for u in self.utterances for name in self.articles):
            self.query_one(Legend).texts = _WITH_REJECTED
        self._show_header()
        self.say("enter opens the pair at the cell")
        self._fill()

    def _show_header(self) -> None:
        shared = sum(1 for utterance in self.utterances if len(utterance.variants) > 1)
        counts = f"{plural(len(self.utterances), 'utterance')} · {shared} in several outlets"
        header = self.query_one(HeaderLine)
        if self._query:  # which must be seen in a narrow terminal too
            header.set(self.entry.title, f"filter: {self._query}", f"{len(self.shown)} of {counts}")
        else:
            header.set(self.entry.title, "who quoted whom", counts)

    def _fill(self) -> None:
        wanted = parse_filter(self._query)
        self.shown = tuple(u for u in self.utterances if wanted.accepts(*sought(u)))
        cells = [[cell(u, name, against(u, name, self.rejected)) for name in self.articles] for u in self.shown]
        self._filled_for = self.app.size.width
        widths = self._widths(cells)
        words = widths[0]
        self.table.clear()
        for column, width in zip(self.table.ordered_columns, widths, strict=True):
            column.width = width
        for utterance, row in zip(self.shown, cells, strict=True):
            speaker = before_words(utterance.speaker, max(words // 3, 10))
            said = f"“{clipped(utterance.text, words - 2 - len(speaker))}”"
            self.table.add_row(Text.assemble((speaker, "bold"), said, no_wrap=True), *row)
        self._detail()

    def _headings(self) -> list[str]:
        return [clipped(name, 24) for name in self.names.values()]

    def _widths(self, cells: Sequence[Sequence[Text]]) -> list[int]:
        """The cells that each column takes: the utterances' what the outlets' leave for all to be in view, within bounds.

        Given to the table before its rows: left to itself it measures them when idle, and a line that is drawn before
        that is kept at the width of the headings.
        """
        outlets = [max(cell_len(str(text)) for text in column) for column in zip(self._headings(), *cells, strict=True)]
        spare = self.app.size.width - 3 - sum(width + 2 for width in outlets)
        return [max(min(self.app.size.width // 2, spare), 22), *outlets]

    def _here(self) -> tuple[Utterance, str | None] | None:
        """The utterance under the cursor, and the article of its column (None in the first one)."""
        row, column = self.table.cursor_coordinate
        if row >= len(self.shown):
            return None
        return self.shown[row], self.articles[column - 1] if column > 0 else None

    @on(DataTable.CellHighlighted)
    def _detail(self) -> None:
        here, room = self._here(), self.query_one(RowDetail)
        room.content = detail(*here, self.names, room.size, self.rejected) if here else Content()

    @on(DataTable.CellSelected)
    def _open(self) -> None:
        here = self._here()
        if here is None:
            return
        utterance, article = here
        places = {
            v.article: Span(v.start, v.end) for v in reversed(utterance.variants)
        }  # of several the first: the cell's
        fullest = reference_of(utterance).article
        if article is None or article == fullest:
            article = next((v.article for v in utterance.variants if v.article != fullest), None)
        if article is None:
            article = next((name for name in self.articles if name != fullest), None)
        if article is not None:
            self.reviewer.show_pair(PairKey.of(self.entry.event.id, fullest, article), places=places)

    def action_details(self) -> None:
        from reviewer.tui.dialogs import TextDialog

        if here := self._here():
            self.app.push_screen(TextDialog("in full", in_full(here[0], self.names, self.rejected)))

    def action_back(self) -> None:
        self.reviewer.leave()

    def action_events(self) -> None:
        self.reviewer.show_board()

    def action_find(self) -> None:
        self.query_one(Prompt).open("filter", self._query)

    @on(Prompt.Typed)
    def _prompt_typed(self, event: Prompt.Typed) -> None:
        self._filter(event.text)

    def _filter(self, query: str) -> None:
        self._query = query
        self._fill()
        self._show_header()

    @on(Prompt.Stepped)
    def _prompt_stepped(self, event: Prompt.Stepped) -> None:
        self.table.move_cursor(row=max(0, self.table.cursor_row + event.by))

    @on(Prompt.Accepted)
    def _prompt_accepted(self) -> None:
        self.set_focus(self.table)

    @on(Prompt.Closed)
    def _prompt_closed(self) -> None:
        self._filter("")
        self.set_focus(self.table)

    def action_escape(self) -> None:
        if self._query:
            self._filter("")
        else:
            self.action_back()

"""How far analysts agree, code by code, with the way to the pairs on which they do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from reviewer.errors import ReviewerError
from reviewer.framing import LoadedPair, PairKey
from reviewer.framing.agreement import Measure, finished, measures, pairs_of_several, read_together
from reviewer.tui.agreement_rows import HEADING, measure_rows
from reviewer.tui.bars import HeaderLine, Hint, Legend
from reviewer.tui.lists import RowDetail, RowList
from reviewer.tui.pair_lists import DIFFERENCES, MATCHES
from reviewer.tui.prompt import Prompt
from reviewer.tui.rows import Row
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import plural

_LEGEND = (
    "α: 1 agree, 0 as by chance, – undefined · agree: pairs of analysts who say the same · used: values with it, of all",
    "α 1 agree, 0 chance, – undefined · used: with it, of all",
)
_NONE = "no pair is {} by two analysts yet: each works under a name of their own (A)"
Files = Mapping[PairKey, Sequence[LoadedPair]]


class MeasureList(RowList):
    """The codes, branches and verdicts; enter opens where analysts differ."""

    HELP_TITLE = "list of codes"
    HELP = (
        "A code is used in an article of a pair by whoever has it in a difference that is present there; a kind of "
        "difference is said of a pair; a verdict says whether a match holds.  Whoever has not worked on a pair is missing there, which α "
        "(Krippendorff 2004) allows for; withdrawn differences do not count.  / filters by words and by code:entman."
    )


class AgreementScreen(BaseScreen):
    """What two analysts or more have coded, of all events."""

    CSS_PATH = "agreement.tcss"
    HELP_TITLE = "agreement"
    HELP = "How far analysts agree on what two or more of them have coded.  Enter opens the pairs on which they differ, with the others' records beside; N and P go through them."
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("list.select",), "where they differ"),
        Hint(("list.details",), "in full"),
        Hint(("agreement.find",), "filter"),
        Hint(("agreement.all", "agreement.finished"), "all, finished pairs"),
        Hint(("agreement.back",), "back"),
        Hint(("app.palette",), "all actions"),
        Hint(("app.help",), "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "filter the codes", id="agreement.find"),
        Binding("1", "count(False)", "all pairs that two or more have worked on", id="agreement.all"),
        Binding("2", "count(True)", "only pairs that two or more have marked as finished", id="agreement.finished"),
        Binding("q,b", "back", "back", id="agreement.back"),
        Binding("escape", "escape", "take the filter away, else back", show=False, id="agreement.escape"),
    ]

    @dataclass
    class Gathered(Message):
        """The files of the pairs, what is measured in all of them and in finished ones, and what could not be read."""

        files: tuple[Files, Files]
        found: tuple[tuple[Measure, ...], tuple[Measure, ...]]
        problems: tuple[str, ...]

    @dataclass
    class WentOn(Message):
        """How many pairs of how many are read; only the last of a burst is shown."""

        done: int
        total: int

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, AgreementScreen.WentOn)

    def __init__(self) -> None:
        super().__init__()
        self.gathered: AgreementScreen.Gathered | None = None
        self.only_finished = False
        self._query = ""

    def content(self) -> ComposeResult:
        yield HeaderLine()
        heading = Legend(id="heading")
        heading.texts = HEADING, HEADING
        yield heading
        yield MeasureList()
        legend = Legend()
        legend.texts = _LEGEND
        yield legend
        yield RowDetail()
        yield Prompt()

    def on_mount(self) -> None:
        super().on_mount()
        self._show_header("reading …")
        self.rows.focus()

    def on_screen_resume(self) -> None:
        """Back from a pair: what was coded there counts."""
        self._gather()

    @property
    def rows(self) -> MeasureList:
        return self.query_one(MeasureList)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Of the pairs that count now."""
        return self.gathered.found[self.only_finished] if self.gathered else ()

    @work(thread=True, exclusive=True)
    def _gather(self) -> None:
        project, codebook, worker = self.reviewer.project, self.reviewer.workspace.codebook, get_current_worker()
        files: dict[PairKey, list[LoadedPair]] = {}
        problems: list[ReviewerError] = []
        shared = pairs_of_several(project)
        for key, known in read_together(project, shared, codebook, problems.append):
            if worker.is_cancelled:
                return
            files[key] = known
            self.post_message(self.WentOn(len(files), len(shared)))
        done = finished(files)
        found = measures(files, codebook), measures(done, codebook)
        self.post_message(self.Gathered((files, done), found, tuple(map(str, problems))))

    @on(WentOn)
    def _take_progress(self, event: WentOn) -> None:
        if self.gathered is None:
            self._show_header(f"reading … {event.done:,} of {plural(event.total, 'pair')}")

    @on(Gathered)
    def _take(self, event: Gathered) -> None:
        self.gathered = event
        self.reviewer.tell_new(event.problems)
        self._show()

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_header(self, counts: str) -> None:
        about = "agreement on finished pairs" if self.only_finished else "agreement between analysts"
        about = f"filter: {self._query}" if self._query else about
        self.query_one(HeaderLine).set(self.reviewer.project.root.resolve().name or "project", about, counts)

    def _show(self) -> None:
        if self.gathered is None:
            return
        files = self.gathered.files[self.only_finished]
        analysts = {file.annotations.analyst for known in files.values() for file in known}
        self._show_header(f"{plural(len(files), 'pair')} · {plural(len(analysts), 'analyst')}")
        books = {"/".join(file.annotations.codebook) for known in files.values() for file in known}
        if len(books) > 1:
            self.say(f"mind that they coded with several codebooks: {', '.join(sorted(books))}", "warning")
        rows = measure_rows(self.measures, self.reviewer.workspace.codebook, self.reviewer.entries)
        empty = _NONE.format("finished" if self.only_finished else "coded")
        self.rows.show(rows, at=self.rows.row.id if self.rows.row else None, query=self._query, empty=empty)

    @on(RowList.Reached)
    def _reached(self, event: RowList.Reached) -> None:
        self.query_one(RowDetail).content = event.row.detail() if event.row else Content()

    def action_count(self, only_finished: bool) -> None:
        self.only_finished = only_finished
        self._show()

    # -- going on --------------------------------------------------------------------------------------------------

    def choose(self, row: Row) -> None:
        """Where the analysts differ, the first of these pairs, all records in view."""
        measure = next((m for m in self.measures if f"{m.subject} {m.of} {m.path}" == row.id), None)
        if measure is None or not measure.split:
            self.say("nobody differs there")
            return
        from reviewer.tui.pair import PairScreen

        keys = tuple(dict.fromkeys(unit.key for unit, _ in measure.split))
        screen = PairScreen(keys[0], keys)
        screen.beside, screen.tab = True, MATCHES if measure.subject == "verdicts" else DIFFERENCES
        self.app.push_screen(screen)

    def action_back(self) -> None:
        self.reviewer.leave()

    # -- filtering -------------------------------------------------------------------------------------------------

    def action_find(self) -> None:
        self.query_one(Prompt).open("filter", self._query)

    def _filter(self, query: str) -> None:
        self._query = query
        self._show()

    @on(Prompt.Typed)
    def _prompt_typed(self, event: Prompt.Typed) -> None:
        self._filter(event.text)

    @on(Prompt.Stepped)
    def _prompt_stepped(self, event: Prompt.Stepped) -> None:
        self.rows.step(event.by)

    @on(Prompt.Accepted)
    def _prompt_accepted(self) -> None:
        self.set_focus(self.rows)

    @on(Prompt.Closed)
    def _prompt_closed(self) -> None:
        self._filter("")
        self.set_focus(self.rows)

    def action_escape(self) -> None:
        if self._query:
            self._filter("")
        else:
            self.action_back()

"""What the event board shows: events on the left; the pairs of the highlighted one, ranked by what they share, and its articles on the right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from reviewer.tui.bars import HeaderLine, Hint
from reviewer.tui.board_rows import article_rows, event_row, pair_rows
from reviewer.tui.catalogue import Entry, PairSummary, progress_of, summarise
from reviewer.tui.lists import RowDetail, RowList
from reviewer.tui.prompt import Prompt
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import line, plural

_TITLES = {"events": "Events", "pairs": "Pairs and articles"}


class EventList(RowList):
    """The events; enter goes to the pairs of the highlighted one."""

    HELP_TITLE = "list of events"
    HELP = "Enter goes to the event's pairs.  / filters by words, and by status:done or status:open."

    def action_select(self) -> None:
        """At once and not by a message: of keys that come in one burst, the next shall find the pairs."""
        screen = self.screen
        if isinstance(screen, BoardView):
            screen.action_pairs()


class PairList(RowList):
    """The pairs of an event and, below them, its articles."""

    HELP_TITLE = "list of pairs and articles"
    HELP = "Enter on a pair opens it, on an article lets you correct its outlet, title, byline and date.  / filters by words."


class BoardView(BaseScreen):
    """Chooses a pair.  Keeping events in order is added in `board.py`."""

    CSS_PATH = "board.tcss"
    HELP_TITLE = "events"
    HELP = "Choose an event, then one of its pairs.  Those that share most stand first; the counts appear as they are computed."
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("list.select",), "open"),
        Hint(("board.find",), "filter"),
        Hint(("board.matrix",), "who quoted whom"),
        Hint(("board.import",), "import"),
        Hint(("board.new",), "new event"),
        Hint(("board.front-matter",), "correct"),
        Hint(("board.move",), "move article"),
        Hint(("board.undo",), "undo"),
        Hint(("app.palette",), "all actions"),
        Hint(("board.back",), "quit"),
        Hint(("app.help",), "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open the event, the pair", id="board.open"),
        Binding("slash", "find", "filter the list", id="board.find"),
        Binding("m", "matrix", "who quoted whom in the event", id="board.matrix"),
        Binding("i", "import", "import a page, a corpus, a feed or a folder", id="board.import"),
        Binding("right", "pairs", "to the pairs", show=False, id="board.pairs"),
        Binding("left", "events", "to the events", show=False, id="board.events"),
        Binding("escape", "escape", "take the filter away", show=False, id="board.escape"),
        Binding("q", "back", "quit", id="board.back"),
    ]

    @dataclass
    class Summarised(Message):
        """An event's pairs are compared."""

        event: str
        pairs: tuple[PairSummary, ...]

    def __init__(self) -> None:
        super().__init__()
        self.pairs: dict[str, tuple[PairSummary, ...]] = {}
        self._shown = ""
        self._queries = {"events": "", "pairs": ""}

    def content(self) -> ComposeResult:
        yield HeaderLine()
        with Horizontal(id="board"):
            with Vertical(classes="column", id="events-column"):
                yield EventList(id="events")
            with Vertical(classes="column", id="pairs-column"):
                yield PairList(id="pairs")
                yield RowDetail()
        yield Prompt()

    def on_mount(self) -> None:
        super().on_mount()
        self.events.focus()
        self.refresh_events()
        if self.reviewer.workspace.read_only:
            self.say(f"read-only: {self.reviewer.workspace.read_only}", "warning")
        elif self.reviewer.entries:
            self.say(self.reviewer.welcome or "Choose an event, then a pair.  ? shows the keys.")
            self.reviewer.welcome = None
        else:
            self.say("no event yet: i imports articles, n makes one")

    @property
    def events(self) -> RowList:
        return self.query_one("#events", RowList)

    @property
    def list_of_pairs(self) -> RowList:
        return self.query_one("#pairs", RowList)

    @property
    def entry(self) -> Entry | None:
        """The highlighted event."""
        row = self.events.row
        return self.reviewer.entry(row.id) if row else None

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh_events(self, at: str | None = None) -> None:
        """The events as they are now, and their pairs compared afresh where that is not done yet."""
        entries = self.reviewer.entries
        self._show_events(at)
        articles = sum(len(entry.articles) for entry in entries)
        self.query_one(HeaderLine).set(
            self.reviewer.project.root.resolve().name or "project",
            "",
            f"{plural(len(entries), 'event')} · {plural(articles, 'article')}",
        )
        self._show_standing()
        self._summarise(tuple(entry for entry in entries if entry.event.id not in self.pairs))

    def _show_standing(self) -> None:
        workspace = self.reviewer.workspace
        self.stand("read-only" if workspace.read_only else f"as {workspace.analyst}")

    def _show_events(self, at: str | None = None) -> None:
        rows = []
        for entry in self.reviewer.entries:
            pairs = self.pairs.get(entry.event.id)
            rows.append(event_row(entry, pairs))
        here = self.events.row.id if self.events.row else None
        self._show_title("events")
        self.events.show(
            rows, at=at or here, query=self._queries["events"], empty="no event yet: i imports, n makes one"
        )

    def _show_title(self, name: str) -> None:
        """Over a list stands what is in it, and by what it is filtered."""
        query = self._queries[name]
        said = f"{_TITLES[name]} · filter: {line(query)}" if query else _TITLES[name]
        self.query_one(f"#{name}-column").border_title = Content(said)

    def _show_pairs(self) -> None:
        self._show_title("pairs")
        entry = self.entry
        if entry is None:
            self.list_of_pairs.show([], empty="")
            return
        pairs = self.pairs.get(entry.event.id)
        rows = [*pair_rows(entry, pairs, self.list_of_pairs.size.width or 60), *article_rows(entry)]
        row = self.list_of_pairs.row
        same = self._shown == entry.event.id and self.list_of_pairs.visited
        here = row.id if row is not None and same else None
        self._shown = entry.event.id
        self.list_of_pairs.show(rows, at=here, query=self._queries["pairs"], empty="no article yet")

    @work(thread=True, exclusive=True, group="summaries")
    def _summarise(self, entries: tuple[Entry, ...]) -> None:
        worker = get_current_worker()
        for entry in entries:
            if worker.is_cancelled:
                return
            pairs = summarise(entry, self.reviewer.project, self.reviewer.workspace.analyst)
            self.post_message(self.Summarised(entry.event.id, tuple(pairs)))

    @work(thread=True, exclusive=True, group="progress")
    def _count(self, pairs: dict[str, tuple[PairSummary, ...]]) -> None:
        """How far the pairs are annotated now; what they share is as it was."""
        project, analyst = self.reviewer.project, self.reviewer.workspace.analyst
        for event, known in pairs.items():
            counted = tuple(replace(pair, progress=progress_of(project, analyst, pair.key)) for pair in known)
            self.post_message(self.Summarised(event, counted))

    @on(Summarised)
    def _take_summary(self, event: Summarised) -> None:
        self.pairs[event.event] = event.pairs
        self._show_events()

    @on(RowList.Reached)
    def _reached(self, event: RowList.Reached) -> None:
        if event.list is self.events:
            self._show_pairs()
        else:
            self.query_one(RowDetail).content = event.row.detail() if event.row else Content()

    # -- going on --------------------------------------------------------------------------------------------------

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self._open(event.row.id)

    def action_open(self) -> None:
        self.events.focus()

    def _open(self, identity: str) -> None:
        entry = self.entry
        if entry is None:
            return
        if identity.startswith("article "):
            self.correct_article()
            return
        ranked = tuple(pair.key for pair in self.pairs.get(entry.event.id, ())) or entry.keys
        key = next((key for key in ranked if identity == f"pair {key.left} {key.right}"), None)
        if key is not None:
            self.reviewer.show_pair(key, ranked)

    def correct_article(self) -> None:
        """Enter on an article: for the half that keeps events in order."""

    def action_matrix(self) -> None:
        if self.entry is not None:
            self.reviewer.show_matrix(self.entry.event.id)

    @work
    async def action_import(self) -> None:
        from reviewer.tui.import_screen import ask_and_import

        await ask_and_import(self.reviewer, self.entry.event.id if self.entry else None)

    def action_pairs(self) -> None:
        if self.entry is not None and self.entry.event.id != self._shown:
            self._show_pairs()
        self.set_focus(self.list_of_pairs)

    def action_events(self) -> None:
        self.set_focus(self.events)

    def action_back(self) -> None:
        self.reviewer.leave()

    def on_screen_resume(self) -> None:
        """Back from a pair: what was annotated there counts."""
        self._count(dict(self.pairs))

    def analyst_changed(self) -> None:
        self.on_screen_resume()
        self._show_standing()

    # -- filtering -------------------------------------------------------------------------------------------------

    def action_find(self) -> None:
        purpose = "pairs" if self.focused is self.list_of_pairs else "events"
        self.query_one(Prompt).open(purpose, self._queries[purpose])

    def _filter(self, purpose: str, query: str) -> None:
        self._queries[purpose] = query
        if purpose == "events":
            self._show_events()
        else:
            self._show_pairs()

    @on(Prompt.Typed)
    def _prompt_typed(self, event: Prompt.Typed) -> None:
        self._filter(event.purpose, event.text)

    @on(Prompt.Stepped)
    def _prompt_stepped(self, event: Prompt.Stepped) -> None:
        self.query_one(f"#{event.purpose}", RowList).step(event.by)

    @on(Prompt.Accepted)
    def _prompt_accepted(self, event: Prompt.Accepted) -> None:
        self.set_focus(self.query_one(f"#{event.purpose}", RowList))

    @on(Prompt.Closed)
    def _prompt_closed(self, event: Prompt.Closed) -> None:
        self._filter(event.purpose, "")
        self.set_focus(self.query_one(f"#{event.purpose}", RowList))

    def action_escape(self) -> None:
        """The filter of the list one is in away; there being none, from the pairs to the events."""
        purpose = "pairs" if self.focused is self.list_of_pairs else "events"
        if self._queries[purpose]:
            self._filter(purpose, "")
        else:
            self.action_events()

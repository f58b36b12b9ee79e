"""What the event board shows: events on the left; the pairs of the highlighted one, ranked by what they share, and its articles on the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from reviewer.framing import PairKey
from reviewer.tui.asking import asks
from reviewer.tui.bars import HeaderLine, Hint
from reviewer.tui.board_ranking import RankingScreen
from reviewer.tui.board_rows import MORE, article_rows, event_row, key_of, more_row, pair_rows
from reviewer.tui.catalogue import Entry, Progress
from reviewer.tui.filtering import parse_filter
from reviewer.tui.lists import RowDetail, RowList
from reviewer.tui.prompt import Prompt
from reviewer.tui.ranking import Ranking, listing
from reviewer.tui.rows import Row
from reviewer.tui.shown import line, plural

_TITLES = {"events": "Events", "pairs": "Pairs and articles"}
_MANY = 10  # events of which one does not see at a glance which can be compared
_NO_EVENT = "no event yet: i imports, n makes one"
_NONE_COMPARABLE = "no event has articles of two outlets: 1 shows all events, i imports more"
_NOTHING: Mapping[PairKey, Progress] = {}


class EventList(RowList):
    """The events; enter goes to the pairs of the highlighted one."""

    HELP_TITLE = "list of events"
    HELP = "Enter goes to the event's pairs.  / filters by words, and by status:done or status:open; 2 leaves those that can be compared, 1 shows all again.  Below the list stands the event's id, as the command line takes it."

    def action_select(self) -> None:
        screen = self.screen
        if isinstance(screen, BoardView):
            screen.action_pairs()


class PairList(RowList):
    """The pairs of an event and, below them, its articles."""

    HELP_TITLE = "list of pairs and articles"
    HELP = (
        "Enter on a pair opens it, on an article lets you correct its outlet, title, byline and date.  / filters by words; of very many "
        "pairs those that share most are listed, and / finds the others."
    )


class BoardView(RankingScreen):
    """Chooses a pair.  Keeping events in order is added in `board.py`."""

    CSS_PATH = "board.tcss"
    HELP_TITLE = "events"
    HELP = "Choose an event, then one of its pairs.  Those that share most stand first; the counts appear as they are computed."
    HELP_ORDER: ClassVar[tuple[str, ...]] = (
        *("app.focus-next", "app.focus-previous", "board.open", "board.find", "board.all", "board.comparable"),
        *(
            "board.matrix",
            "board.agreement",
            "board.import",
            "board.new",
            "board.front-matter",
            "board.move",
            "board.undo",
            "board.redo",
        ),
        *("board.read-again", "board.back"),
    )
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("list.select",), "open"),
        Hint(("board.find",), "filter"),
        Hint(("board.matrix",), "who quoted whom"),
        Hint(("board.import",), "import"),
        Hint(("board.all", "board.comparable"), "all, comparable"),
        Hint(("board.new",), "new event"),
        Hint(("board.front-matter",), "correct"),
        Hint(("board.move",), "move article"),
        Hint(("board.undo",), "undo"),
        Hint(("board.agreement",), "agreement"),
        Hint(("app.palette",), "all actions"),
        Hint(("board.back",), "quit"),
        Hint(("app.help",), "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open the event, the pair", id="board.open"),
        Binding("slash", "find", "filter the list", id="board.find"),
        Binding("1", "show_all(True)", "all events", id="board.all"),
        Binding(
            "2",
            "show_all(False)",
            "only events that can be compared: of two outlets or more",
            id="board.comparable",
        ),
        Binding("m", "matrix", "who quoted whom in the event", id="board.matrix"),
        Binding("b", "agreement", "how far the analysts agree", id="board.agreement"),
        Binding("i", "import", "import a page, a corpus, a feed or a folder", id="board.import"),
        Binding("right", "pairs", "to the pairs", show=False, id="board.pairs"),
        Binding("left", "events", "to the events", show=False, id="board.events"),
        Binding("escape", "escape", "take the filter away", show=False, id="board.escape"),
        Binding("q", "back", "quit", id="board.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown: Entry | None = None  # whose pairs are listed
        self._event_rows: dict[str, tuple[tuple[object, ...], Row]] = {}
        self._article_rows: tuple[Entry, list[Row]] | None = None
        self._queries = {"events": "", "pairs": ""}
        self._only_comparable = False

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
        if self.reviewer.frozen:
            self.say(f"read-only: {self.reviewer.frozen}", "warning")
        elif self.reviewer.entries:
            self.say(self.reviewer.welcome or self._welcome())
            self.reviewer.welcome = None
        else:
            self.say("no event yet: i imports articles, n makes one")

    def _welcome(self) -> str:
        entries = self.reviewer.entries
        comparable = sum(entry.is_comparable for entry in entries)
        if len(entries) < _MANY or 2 * comparable > len(entries):
            return "Choose an event, then a pair.  ? shows the keys."
        return f"{comparable:,} of {len(entries):,} events can be compared: 2 shows only those.  ? shows the keys."

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
        if not self.query(RowList):
            return  # the screen is being taken down
        entries = self.reviewer.entries
        self._show_events(at)
        articles = sum(len(entry.articles) for entry in entries)
        self.query_one(HeaderLine).set(
            self.reviewer.project.root.resolve().name or "project",
            "",
            f"{plural(len(entries), 'event')} · {plural(articles, 'article')}",
        )
        self._show_standing()
        self.rank()

    def _show_standing(self) -> None:
        workspace = self.reviewer.workspace
        self.stand("read-only" if workspace.read_only else f"as {workspace.analyst}")

    def _show_events(self, at: str | None = None) -> None:
        entries = self.reviewer.entries
        if any(entry.event.id == at and not entry.is_comparable for entry in entries):
            self._only_comparable = False  # it shall be seen
        rows = [self._event_row(e) for e in entries if e.is_comparable or not self._only_comparable]
        here = self.events.row.id if self.events.row else None
        self.events.show(
            rows, at=at or here, query=self._queries["events"], empty=_NONE_COMPARABLE if entries else _NO_EVENT
        )
        self._show_title("events")

    def _event_row(self, entry: Entry) -> Row:
        """Made anew where something of it has changed: there may be many events."""
        event = entry.event.id
        made_of = (entry, self.rankings.get(event, Ranking()).pairs, self.progress.get(event, _NOTHING))
        known, row = self._event_rows.get(event, ((), None))
        if row is None or any(one is not other for one, other in zip(known, made_of, strict=True)):
            row = event_row(*made_of)
            self._event_rows[event] = made_of, row
        return row

    def _show_title(self, name: str) -> None:
        """Over a list stands what is in it, by what it is filtered, and how many of its pairs are compared."""
        query = self._queries[name]
        said = _TITLES[name]
        if name == "events" and self._only_comparable:
            said = f"Comparable events: {len(self.events.rows):,} of {len(self.reviewer.entries):,}"
        if query:
            said += f" · filter: {line(query)}"
        ranking = self.rankings.get(self.entry.event.id) if name == "pairs" and self.entry else None
        if ranking is not None and ranking.waiting:
            compared = len(ranking.pairs)
            said += f" · ranking … {compared:,} of {compared + len(ranking.waiting):,}"
        self.query_one(f"#{name}-column").border_title = Content(said)

    def _show_pairs(self) -> None:
        self._show_title("pairs")
        entry, query = self.entry, self._queries["pairs"]
        if entry is None:
            self.list_of_pairs.show([], empty="")
            return
        event = entry.event.id
        progress = self.progress.get(event, _NOTHING)
        ranking = self.rankings.get(event, Ranking())
        listed = listing(entry, ranking, progress, query)
        rows = pair_rows(entry, listed.pairs, progress, self.list_of_pairs.size.width or 60)
        if listed.count > len(rows):
            rows.append(more_row(listed.count - len(rows)))
        rows += self._articles_of(entry, query)
        if query and ranking.is_ordered:
            self.compare(entry, tuple(key for key, found in listed.pairs if found is None))
        row = self.list_of_pairs.row
        same = self._shown is not None and self._shown.event.id == event and self.list_of_pairs.visited
        here = row.id if row is not None and same else None
        self._shown = entry
        self.list_of_pairs.show(rows, at=here, empty="nothing passes the filter" if query else "no article yet")

    def _articles_of(self, entry: Entry, query: str) -> list[Row]:
        if self._article_rows is None or self._article_rows[0] is not entry:
            self._article_rows = entry, article_rows(entry)
        wanted = parse_filter(query)
        return [row for row in self._article_rows[1] if wanted.accepts(row.haystack, row.values)]

    def show_found(self, events: set[str]) -> None:
        self._show_events()
        if self.entry is not None and self.entry.event.id in events:
            self._show_pairs()

    @on(RowList.Reached)
    def _reached(self, event: RowList.Reached) -> None:
        if event.list is self.events:
            self.attended = event.row.id if event.row else None
            self.query_one("#events-column").border_subtitle = Content(f"id: {self.attended}" if self.attended else "")
            if self.entry is not self._shown or self.entry is None:
                self._show_pairs()
        else:
            self.query_one(RowDetail).content = event.row.detail() if event.row else Content()

    # -- going on --------------------------------------------------------------------------------------------------

    def action_open(self) -> None:
        self.events.focus()

    def choose(self, row: Row) -> None:
        entry, identity = self.entry, row.id
        if entry is None:
            return
        if identity.startswith("article "):
            self.correct_article()
            return
        if identity == MORE:
            self.action_find()
            return
        keys = {row.id: key for row in self.list_of_pairs.rows if (key := key_of(entry, row)) is not None}
        if identity in keys:
            self.reviewer.show_pair(keys[identity], tuple(keys.values()))

    def correct_article(self) -> None:
        """Enter on an article: for the half that keeps events in order."""

    def action_matrix(self) -> None:
        if self.entry is not None:
            self.reviewer.show_matrix(self.entry.event.id)

    def action_agreement(self) -> None:
        self.reviewer.show_agreement()

    @asks
    async def action_import(self) -> None:
        from reviewer.tui.import_screen import ask_and_import

        await ask_and_import(self.reviewer, self.entry.event.id if self.entry else None)

    def show_hints(self) -> None:
        """With the footer the sign of more under the pairs, which names a key of their list."""
        super().show_hints()
        for room in self.query(RowDetail):
            room.refresh()

    def action_pairs(self) -> None:
        if self.entry is not self._shown:
            self._show_pairs()
        self.set_focus(self.list_of_pairs)

    def action_events(self) -> None:
        self.set_focus(self.events)

    def action_back(self) -> None:
        self.reviewer.leave()

    def on_screen_resume(self) -> None:
        """Back from a pair: what was annotated there counts."""
        self.count()

    def analyst_changed(self) -> None:
        self.on_screen_resume()
        self._show_standing()

    # -- filtering -------------------------------------------------------------------------------------------------

    def action_show_all(self, every: bool) -> None:
        self._only_comparable = not every
        self._show_events()
        self.set_focus(self.events)

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

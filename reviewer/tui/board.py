"""The event board: events on the left; the pairs of the highlighted one, ranked by what they share, and its articles on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from reviewer.articles import create_event, move_article, update_front_matter, write_event
from reviewer.errors import ReviewerError
from reviewer.framing import PairKey
from reviewer.tui.bars import HeaderLine, Hint
from reviewer.tui.board_rows import article_rows, event_row, pair_rows
from reviewer.tui.catalogue import Entry, PairSummary, progress_of, summarise
from reviewer.tui.dialogs import Answer, ChoiceDialog, FieldsDialog
from reviewer.tui.lists import RowDetail, RowList
from reviewer.tui.prompt import Prompt
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import plural


class BoardScreen(BaseScreen):
    """Chooses a pair; keeps the project's events in order."""

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
        Binding("n", "new_event", "make an event", id="board.new"),
        Binding("f", "correct", "correct the event, or the article's front matter", id="board.front-matter"),
        Binding("t", "move", "move the article to another event", id="board.move"),
        Binding("u", "undo", "undo the last annotation", id="board.undo"),
        Binding("U", "redo", "redo it", id="board.redo"),
        Binding("right", "pairs", "to the pairs", show=False, id="board.pairs"),
        Binding("left", "events", "to the events", show=False, id="board.events"),
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
                yield RowList(id="events")
            with Vertical(classes="column", id="pairs-column"):
                yield RowList(id="pairs")
                yield RowDetail()
        yield Prompt()

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#events-column").border_title = "Events"
        self.query_one("#pairs-column").border_title = "Pairs and articles"
        self.events.focus()
        self.refresh_events()
        self.say(
            "Choose an event, then a pair.  ? shows the keys." if self.reviewer.entries else "no event yet: n makes one"
        )

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
            self.reviewer.project.root.name or "project",
            "",
            f"{plural(len(entries), 'event')} · {plural(articles, 'article')}",
        )
        self.stand(f"as {self.reviewer.workspace.analyst}")
        self._summarise(tuple(entry for entry in entries if entry.event.id not in self.pairs))

    def _show_events(self, at: str | None = None) -> None:
        rows = []
        for entry in self.reviewer.entries:
            pairs = self.pairs.get(entry.event.id)
            rows.append(event_row(entry, pairs))
        here = self.events.row.id if self.events.row else None
        self.events.show(rows, at=at or here, query=self._queries["events"], empty="no event yet: n makes one")

    def _show_pairs(self) -> None:
        entry = self.entry
        if entry is None:
            self.list_of_pairs.show([], empty="")
            return
        pairs = self.pairs.get(entry.event.id)
        rows = [*pair_rows(entry, pairs), *article_rows(entry)]
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
        if event.list is self.events:
            self.list_of_pairs.focus()
        else:
            self._open(event.row.id)

    def action_open(self) -> None:
        self.events.focus()

    def _open(self, identity: str) -> None:
        entry = self.entry
        if entry is None:
            return
        if identity.startswith("article "):
            self.action_correct()
            return
        ranked = tuple(pair.key for pair in self.pairs.get(entry.event.id, ())) or entry.keys
        key = next((key for key in ranked if identity == f"pair {key.left} {key.right}"), None)
        if key is not None:
            self.reviewer.show_pair(key, ranked)

    def action_matrix(self) -> None:
        if self.entry is not None:
            self.reviewer.show_matrix(self.entry.event.id)

    @work
    async def action_import(self) -> None:
        from reviewer.tui.import_screen import ask_and_import

        await ask_and_import(self.reviewer, self.entry.event.id if self.entry else None)

    def action_pairs(self) -> None:
        self.list_of_pairs.focus()

    def action_events(self) -> None:
        self.events.focus()

    def action_back(self) -> None:
        self.reviewer.leave()

    def on_screen_resume(self) -> None:
        """Back from a pair: what was annotated there counts."""
        self._count(dict(self.pairs))

    def analyst_changed(self) -> None:
        self.on_screen_resume()
        self.stand(f"as {self.reviewer.workspace.analyst}")

    # -- filtering -------------------------------------------------------------------------------------------------

    def action_find(self) -> None:
        purpose = "pairs" if self.focused is self.list_of_pairs else "events"
        self.query_one(Prompt).open(purpose, self._queries[purpose])

    @on(Prompt.Typed)
    def _prompt_typed(self, event: Prompt.Typed) -> None:
        self._queries[event.purpose] = event.text
        if event.purpose == "events":
            self._show_events()
        else:
            self._show_pairs()

    @on(Prompt.Stepped)
    def _prompt_stepped(self, event: Prompt.Stepped) -> None:
        self.query_one(f"#{event.purpose}", RowList).step(event.by)

    @on(Prompt.Closed)
    def _prompt_closed(self, event: Prompt.Closed) -> None:
        self.query_one(f"#{event.purpose}", RowList).focus()

    # -- undo ------------------------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        self._go_back(undoing=True)

    def action_redo(self) -> None:
        self._go_back(undoing=False)

    def _go_back(self, *, undoing: bool) -> None:
        try:
            change = self.reviewer.workspace.undo() if undoing else self.reviewer.workspace.redo()
        except ReviewerError as error:
            self.say(str(error), "error")
            return
        if change is None:
            self.say(f"nothing to {'undo' if undoing else 'redo'}")
            return
        self.on_screen_resume()
        where = f" in {change.key.left} ⇄ {change.key.right}" if isinstance(change.key, PairKey) else ""
        self.say(f"{'undone' if undoing else 'redone'}: {change.label}{where}")

    # -- keeping events in order -----------------------------------------------------------------------------------

    @property
    def article(self) -> str | None:
        """The id of the highlighted article."""
        row = self.list_of_pairs.row if self.focused is self.list_of_pairs else None
        return row.id.removeprefix("article ") if row is not None and row.id.startswith("article ") else None

    @work
    async def action_new_event(self) -> None:
        hints = {"title": "what happened", "date": "2031-04-01"}
        answer = await self.app.push_screen_wait(FieldsDialog("A new event", {"title": "", "date": ""}, hints=hints))
        if not answer or not answer["title"]:
            return
        self._change(lambda: create_event(self.reviewer.project, answer["title"], answer["date"] or None).id, "made")

    @work
    async def action_correct(self) -> None:
        entry, article = self.entry, self.article
        if entry is None:
            return
        project, event = self.reviewer.project, entry.event
        if article is None:
            values = {"title": event.title or "", "date": event.date or "", "note": event.note or ""}
            given = await self.app.push_screen_wait(FieldsDialog(f"The event {event.id}", values))
            if given and given != values:
                corrected = replace(
                    event, title=given["title"] or None, date=given["date"] or None, note=given["note"] or None
                )

                def write() -> str:
                    write_event(project, corrected)
                    return event.id

                self._change(write, "corrected")
            return
        known = entry.articles[article]
        values = {
            name: getattr(known, name) or "" for name in ("outlet", "title", "byline", "published", "url", "language")
        }
        hints = {"published": "2031-04-02, or 2031-04, or 2031", "language": "en"}
        given = await self.app.push_screen_wait(FieldsDialog(f"The article {article}", values, hints=hints))
        changed = {name: value or None for name, value in (given or values).items() if value != values[name]}
        if changed:

            def update() -> str:
                update_front_matter(project, event.id, article, changed)
                return event.id

            self._change(update, f"{article} corrected")

    @work
    async def action_move(self) -> None:
        entry, article = self.entry, self.article
        others = [e for e in self.reviewer.entries if entry is not None and e.event.id != entry.event.id]
        if entry is None or article is None or not others:
            self.say("choose an article on the right; another event must be there to take it")
            return
        here = entry.event.id
        answers = [Answer(str(i + 1), f"{e.title} ({e.event.id})") for i, e in enumerate(others)]
        answer = await self.app.push_screen_wait(ChoiceDialog(f"Move {article} to which event?", answers))
        if answer is None:
            return
        to = others[int(answer) - 1].event.id

        def move() -> str:
            move_article(self.reviewer.project, here, article, to)
            self.pairs.pop(here, None)
            return to

        self._change(move, f"{article} moved")

    def _change(self, change: Callable[[], str], said: str) -> None:
        """Makes a change to the project's files, which gives the event to show; the board follows."""
        try:
            event = change()
        except (ReviewerError, OSError) as error:
            self.say(str(error), "error")
            return
        self.pairs.pop(event, None)
        self.reviewer.read_events()
        self.refresh_events(event)
        self.say(said)

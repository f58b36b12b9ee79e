"""Importing with one's own eyes: each page with what is cut, its fields to correct, then written, skipped, or left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from reviewer.articles import Imported
from reviewer.articles.originals import rewritten
from reviewer.errors import ReviewerError
from reviewer.tui.bars import HeaderLine, Hint
from reviewer.tui.import_dialog import ImportDialog, Wish
from reviewer.tui.import_fields import ArticleFields
from reviewer.tui.import_keeping import Begun, begun_of, begun_to_mapping
from reviewer.tui.import_reading import Importing, Opened, bar
from reviewer.tui.leaving import Unkept
from reviewer.tui.page_draft import PageDraft
from reviewer.tui.page_pane import PagePane
from reviewer.tui.page_screen import PageScreen, project_changed, tell_lines
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import line, plural

if TYPE_CHECKING:
    from reviewer.tui.app import ReviewerApp

_BAR_CELLS = 20
_DRAFT_DELAY = 0.3  # seconds after the last decision


class ImportScreen(PageScreen):
    """The sources one article after the other; nothing is written but by `w` and `W`."""

    HELP_TITLE = "import"
    HELP = (
        "The page as it will be imported: what is cut stands folded, enter unfolds it, x keeps or cuts.  f corrects title, outlet, byline and "
        "date; what was inferred shows the line that proves it.  w writes it and goes on to the next, S skips it, escape goes back."
    )
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("page.write",), "write"),
        Hint(("page.toggle", "page.toggle-run"), "keep or cut, run"),
        Hint(("page.back",), "back"),
        Hint(("import.fields",), "fields"),
        Hint(("page.fold",), "fold"),
        Hint(("import.skip",), "skip"),
        Hint(("import.write-rest",), "write all"),
        Hint(("app.help",), "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "fields", "correct title, outlet, byline, date", id="import.fields"),
        Binding("S", "skip", "skip it: the next one", id="import.skip"),
        Binding("W", "write_rest", "write it and all that follow, as they are", id="import.write-rest"),
    ]

    @dataclass
    class Ready(Message):
        """The next article, None when there is no more."""

        opened: Opened | None

    @dataclass
    class Written(Message):
        """It is in the project."""

        found: Imported

    @dataclass
    class Failed(Message):
        """It could not be written."""

        why: str

    @dataclass
    class WentOn(Message):
        """How far writing all the rest has come; only the last of a burst is shown."""

        count: int

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ImportScreen.WentOn)

    def __init__(self, wish: Wish, begun: Begun | None = None) -> None:
        """`begun`: how far an earlier session came with this wish."""
        super().__init__()
        self._wish = wish
        self._begun = begun
        self._kept = begun  # as it was last written down
        self._draft_timer: Timer | None = None
        self.opened: Opened | None = None
        self._busy = True  # reading or writing: what is shown is not to be decided on
        self._stopping = False  # said by the screen, obeyed by the thread that writes
        self._leaving = False

    def above(self) -> ComposeResult:
        yield ArticleFields()

    def on_mount(self) -> None:
        super().on_mount()
        self._importing = Importing(self.reviewer.project, self._wish)
        self.page.focus()
        self.show_header()
        self.say("reading …")
        self._read()

    def on_unmount(self) -> None:
        self._importing.close()

    @property
    def fields(self) -> ArticleFields:
        return self.query_one(ArticleFields)

    # -- reading ---------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="import")
    def _read(self) -> None:
        if self._begun is not None:
            self._importing.pass_over(self._begun.number - 1)
        self.post_message(self.Ready(self._importing.next()))

    @on(Ready)
    def _take(self, event: Ready) -> None:
        if self._leaving:
            return
        self.opened, self._busy = event.opened, False
        if event.opened is None or self._stopping:
            self._finish()
            return
        article = event.opened.record.article
        self.fields.show(article)
        self.page.border_title = Content(line(event.opened.place))
        begun, self._begun = self._begun, None
        again = begun is not None and begun.decided_on(event.opened)
        self.page.show(PageDraft(event.opened.paragraphs, begun.decisions if begun is not None and again else {}))
        if begun is not None and again:
            self.fields.correct(begun.fields)
        self.page.focus()
        self.show_header()
        unproven = [name for name in ("title", "outlet", "published") if not getattr(article, name)]
        missing = f"no {', '.join(unproven).replace('published', 'date')} found: f to add; " if unproven else ""
        notes = f"{event.opened.record.notes[0]}; " if event.opened.record.notes else ""
        more = "w writes it, W it and all that follow, S skips it, esc goes back"
        keys = more if self._importing.read else "w writes it, esc goes back"
        if begun is not None and not again:
            missing = f"the sources are not as they were: what you decided here is not taken up; {missing}"
        self.say(f"{missing}{notes}{keys}", "warning" if missing or notes else "information")
        self.keep_draft()

    def show_header(self) -> None:
        event = self._wish.title or (self.reviewer.event_title(self._wish.event) if self._wish.event else "a new event")
        number = f"article {self._importing.number}" if self.opened else ""
        if self.opened and self._importing.read:
            number += f" · {self._importing.read} read"
        counts, short = (self.page.draft.counts, self.page.draft.short_counts) if self.opened else ("", "")
        self.query_one(HeaderLine).set(f"import into {event}", number, counts, shorter=short)

    # -- deciding --------------------------------------------------------------------------------------------------

    def action_fields(self) -> None:
        self.fields.focus_first()

    @on(ArticleFields.Left)
    def _fields_left(self) -> None:
        self.page.focus()

    def _may_write(self) -> bool:
        frozen = self.reviewer.workspace.read_only
        if frozen:
            self.say(f"read-only: {frozen}", "warning")
        return not frozen and not self._busy and self.opened is not None

    def action_write(self) -> None:
        opened, draft = self.opened, self.page.draft
        if opened is None or not self._may_write():
            return
        text = rewritten(opened.record.article.text, draft.paragraphs, draft.decisions) if draft.decisions else None
        self._busy = True
        self.say("writing …")
        self._write(opened, text, self.fields.corrected)

    @work(thread=True, exclusive=True, group="import")
    def _write(self, opened: Opened, text: str | None, fields: dict[str, str | None]) -> None:
        try:
            self.post_message(self.Written(self._importing.write(opened.record, text=text, fields=fields)))
        except (ReviewerError, OSError) as error:
            self.post_message(self.Failed(str(error)))
            return
        self.post_message(self.Ready(self._importing.next()))

    @on(Written)
    def _take_written(self, event: Written) -> None:
        self.opened = None
        self.say(f"{event.found.article.id}: {event.found.status}")

    @on(Failed)
    def _take_failure(self, event: Failed) -> None:
        self._busy = False
        self.say(event.why, "error")

    def action_skip(self) -> None:
        if self._busy or self.opened is None:
            return
        self._importing.skip()
        self.opened, self._busy = None, True
        self.say("reading …")
        self._read()

    def action_write_rest(self) -> None:
        opened, draft = self.opened, self.page.draft
        if opened is None or not self._may_write():
            return
        text = rewritten(opened.record.article.text, draft.paragraphs, draft.decisions) if draft.decisions else None
        self._busy = True
        self.say("writing all that follow …  esc stops")
        self._write_all(opened, text, self.fields.corrected)

    @work(thread=True, exclusive=True, group="import")
    def _write_all(self, opened: Opened, text: str | None, fields: dict[str, str | None]) -> None:
        try:
            self._importing.write(opened.record, text=text, fields=fields)
        except (ReviewerError, OSError) as error:
            self.post_message(self.Failed(str(error)))
            return
        while not self._stopping and (record := self._importing.next_record()) is not None:
            self._importing.write_rest(record)
            self.post_message(self.WentOn(self._importing.number))
        self.post_message(self.Ready(None))

    @on(WentOn)
    def _take_progress(self, event: WentOn) -> None:
        if not self._leaving:
            done = f"{bar(self._importing.share, _BAR_CELLS)} {self._importing.read or '100 %'}"
            self.query_one(HeaderLine).set("import", plural(event.count, "article"), done)
            self.say(f"writing: {self._importing.summary}  (esc stops)")

    # -- going -----------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        if self._busy and self.opened is not None:
            self._stopping = True
            self.say("stopping after this one …")
            return
        if self.may_lose(self.unwritten()):
            self._finish()

    def decided(self) -> tuple[object, ...]:
        return (*super().decided(), *self.fields.corrected.items()) if self.opened is not None else ()

    # -- keeping ---------------------------------------------------------------------------------------------------

    @on(PagePane.Decided)
    @on(ArticleFields.Corrected)
    def _decide(self) -> None:
        self._stop_timer()
        self._draft_timer = self.set_timer(_DRAFT_DELAY, self.keep_draft)

    def _stop_timer(self) -> None:
        if self._draft_timer is not None:
            self._draft_timer.stop()
            self._draft_timer = None

    def keep_draft(self) -> str:
        """How far one came and what is decided, on disk; says why where it cannot be written, and gives that, else nothing."""
        self._stop_timer()
        workspace = self.reviewer.workspace
        if self.opened is None or self._leaving or workspace.read_only or not self.query(PagePane):
            return ""  # nothing is at hand, or the screen is being taken down
        begun = begun_of(self._wish, self.opened, self.page.draft, self.fields.corrected, self._importing.events)
        if begun == self._kept or (self._kept is None and not begun.is_worth_keeping):
            return ""
        try:
            workspace.save_import(begun_to_mapping(begun))
        except (ReviewerError, OSError) as error:
            why = f"what you decided is not kept: {error}"
            self.say(why, "error")
            self.reviewer.kept("import", f"{why} (an import)" if self.decided() else "")
            return why
        self._kept = begun
        self.reviewer.kept("import")
        return ""

    def _drop_draft(self) -> None:
        self._stop_timer()
        self.reviewer.kept("import")
        if self._kept is not None:
            self._kept = None
            discard_import(self.reviewer)

    def unkept(self) -> Unkept | None:
        why = self.keep_draft() if self.decided() else ""
        return Unkept(self.decided(), f"once more leaves without it; {why}") if why else None

    async def before_leaving(self) -> None:
        self._drop_draft()

    def analyst_changed(self) -> None:
        self.keep_draft()

    def _finish(self) -> None:
        """Back to where one came from, which shows what is new; what a person should know of it is shown there."""
        if not self._leaving:
            self._leaving = True
            self._drop_draft()
            self._importing.close()
            self.reviewer.leave()
            self.reviewer.run_worker(_tell(self.reviewer, self._importing))


async def _tell(app: ReviewerApp, importing: Importing) -> None:
    if importing.events:
        await project_changed(app, sorted(importing.events), importing.revisions)
    if isinstance(app.screen, BaseScreen):
        app.screen.say(importing.summary)
    if importing.report:
        tell_lines(app, f"import: {importing.summary}", importing.report)


def discard_import(app: ReviewerApp) -> None:
    """The import is finished, or not wanted any more."""
    try:
        app.workspace.discard_import()
    except (ReviewerError, OSError) as error:
        app.tell(f"the unfinished import cannot be removed: {error}", "error")


async def ask_and_import(app: ReviewerApp, event: str | None) -> None:
    """Asks what to import, by default into `event`, and opens it."""
    if app.workspace.read_only:
        app.tell(f"read-only: {app.workspace.read_only}")
        return
    from reviewer.tui.recovery import offer_import

    if not await offer_import(app):
        return
    events = [entry.event.id for entry in app.entries]
    outlets = sorted({a.outlet for entry in app.entries for a in entry.articles.values() if a.outlet})
    wish = await app.push_screen_wait(ImportDialog(event, events, outlets))
    if wish is not None:
        app.push_screen(ImportScreen(wish))

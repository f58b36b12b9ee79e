"""Importing with one's own eyes: each page with what is cut, its fields to correct, then written, skipped, or left."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from reviewer.articles import Imported
from reviewer.articles.originals import rewritten
from reviewer.errors import ReviewerError
from reviewer.tui.bars import HeaderLine, Hint
from reviewer.tui.import_dialog import ImportDialog, Wish
from reviewer.tui.import_fields import ArticleFields
from reviewer.tui.import_keeping import Begun, begun_of, begun_to_mapping
from reviewer.tui.import_reading import Importing, Opened, Stopped, bar
from reviewer.tui.page_draft import PageDraft
from reviewer.tui.page_keeping import KeepingPage
from reviewer.tui.page_screen import project_changed, tell_lines
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import line, plural

if TYPE_CHECKING:
    from reviewer.tui.app import ReviewerApp

_BAR_CELLS = 20
_LOOKED_AT = 0.25  # seconds


class ImportScreen(KeepingPage):
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
        self.kept = begun_to_mapping(begun) if begun is not None else None
        self.opened: Opened | None = None
        self._stopping = False  # said by the screen, obeyed by the thread that writes
        self._leaving = False

    def above(self) -> ComposeResult:
        yield ArticleFields()

    def on_mount(self) -> None:
        super().on_mount()
        self._importing = Importing(self.reviewer.project, self._wish)
        self._set_busy(True)
        self.show_header()
        self.say("reading all of it, to see what belongs together …" if self._wish.grouped else "reading …")
        self._read()
        self.set_interval(_LOOKED_AT, self._show_reading)

    def _show_reading(self) -> None:
        """How far the first reading is, which shows no article."""
        if self._importing.grouping:
            read = self._importing.read
            compared, total = self._importing.compared
            if read:
                done = f"{bar(self._importing.share, _BAR_CELLS)} {read}"
            elif total:
                done = f"{bar(compared / total, _BAR_CELLS)} {compared:,} of {plural(total, 'article')}"
            else:
                done = f"grouping … {plural(compared, 'article')} looked at"
            self.query_one(HeaderLine).set("import", "what belongs together?", done)

    def on_unmount(self) -> None:
        self._importing.close()

    @property
    def _busy(self) -> bool:
        """Reading or writing: what is shown is not to be decided on."""
        return self.page.is_closed

    def _set_busy(self, busy: bool) -> None:
        self.page.is_closed = self.fields.disabled = busy
        self.page.focus()

    @property
    def fields(self) -> ArticleFields:
        return self.query_one(ArticleFields)

    # -- reading ---------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="import")
    def _read(self) -> None:
        try:
            self._importing.group()
            if self._begun is not None:
                self._importing.pass_over(self._begun.number - 1)
            self.post_message(self.Ready(self._importing.next()))
        except Stopped:
            return
        except (ReviewerError, OSError) as error:
            self.post_message(self.Failed(str(error)))

    @on(Ready)
    def _take(self, event: Ready) -> None:
        if self._leaving:
            return
        self.opened = event.opened
        self._set_busy(False)
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
        event = self._wish.title or self._event_title()
        number = f"article {self._importing.number}" if self.opened else ""
        if self.opened and self._importing.read:
            number += f" · {self._importing.read} read"
        counts, short = (self.page.draft.counts, self.page.draft.short_counts) if self.opened else ("", "")
        self.query_one(HeaderLine).set(f"import into {event}", number, counts, shorter=short)

    def _event_title(self) -> str:
        """Of the event that the article at hand goes into."""
        try:
            event = self._importing.event_of(self.opened.record) if self.opened is not None else self._wish.event
        except ReviewerError:
            return "no event"  # the sources have changed; writing says so
        return self.reviewer.event_title(event) if event else "a new event"

    # -- deciding --------------------------------------------------------------------------------------------------

    def action_fields(self) -> None:
        if not self._busy:
            self.fields.focus_first()

    @on(ArticleFields.Left)
    def _fields_left(self) -> None:
        self.page.focus()

    def _may_write(self) -> bool:
        frozen = self.reviewer.frozen
        if frozen:
            self.say(f"read-only: {frozen}", "warning")
        elif self._busy:
            self.say(
                "not yet: it is still being read; esc goes back" if self.opened is None else "it is being written …"
            )
        return not frozen and not self._busy and self.opened is not None

    def _text_decided(self, opened: Opened) -> str | None:
        """The text as a person decided it; None where they decided nothing."""
        draft = self.page.draft
        return rewritten(opened.record.article.text, draft.paragraphs, draft.decisions) if draft.decisions else None

    def action_write(self) -> None:
        if not self._may_write() or (opened := self.opened) is None:
            return
        text = self._text_decided(opened)
        self._set_busy(True)
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
        self._stopping = False
        self._set_busy(False)
        self.say(event.why, "error")

    def action_skip(self) -> None:
        if self._busy or self.opened is None:
            return
        self._importing.skip()
        self.opened = None
        self._set_busy(True)
        self.say("reading …")
        self._read()

    def action_write_rest(self) -> None:
        if not self._may_write() or (opened := self.opened) is None:
            return
        text = self._text_decided(opened)
        self._set_busy(True)
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

    @on(ArticleFields.Corrected)
    def _corrected(self) -> None:
        self.keep_later()

    @property
    def draft_name(self) -> tuple[Hashable, str]:
        return "import", "an import"

    def to_keep(self) -> Mapping[str, Any] | None:
        if self.opened is None or self._leaving:
            return self.kept  # nothing is at hand
        begun = begun_of(self._wish, self.opened, self.page.draft, self.fields.corrected, self._importing.into)
        return begun_to_mapping(begun) if self.kept is not None or begun.is_worth_keeping else None

    def save_draft(self, kept: Mapping[str, Any]) -> None:
        self.reviewer.workspace.save_import(kept)

    def discard_draft(self) -> None:
        self.reviewer.workspace.discard_import()

    def _finish(self) -> None:
        """Back to where one came from, which shows what is new; what a person should know of it is shown there."""
        if not self._leaving:
            self._leaving = True
            self.drop_draft()
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


async def ask_and_import(app: ReviewerApp, event: str | None) -> None:
    """Asks what to import, by default into `event`, and opens it."""
    if app.frozen:
        app.tell(f"read-only: {app.frozen}")
        return
    from reviewer.tui.recovery import offer_import

    if not await offer_import(app):
        return
    events = [entry.event.id for entry in app.entries]
    outlets = sorted({a.outlet for entry in app.entries for a in entry.articles.values() if a.outlet})
    wish = await app.push_screen_wait(ImportDialog(event, events, outlets))
    if wish is not None:
        app.push_screen(ImportScreen(wish))

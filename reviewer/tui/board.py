"""The event board: events kept in order, and what was done last undone, from where one chooses a pair."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from reviewer.articles import create_event, update_front_matter, write_event
from reviewer.articles.by_hand import checked_fields
from reviewer.articles.edits import FileEdit, bytes_of
from reviewer.articles.moving import move_article
from reviewer.errors import ReviewerError
from reviewer.text import folded
from reviewer.tui.asking import asks
from reviewer.tui.board_rows import event_choice
from reviewer.tui.board_view import BoardView
from reviewer.tui.catalogue import called, list_events
from reviewer.tui.shown import headline_of, outlet_of
from reviewer.tui.tidying import Tidied


class BoardScreen(BoardView):
    """Chooses a pair; keeps the project's events in order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new_event", "make an event", id="board.new"),
        Binding("f", "correct", "correct the event, or the article's front matter", id="board.front-matter"),
        Binding("t", "move", "move the article to another event", id="board.move"),
        Binding("u", "undo", "undo what was done last, here or on a pair", id="board.undo"),
        Binding("U", "redo", "redo it", id="board.redo"),
        Binding("r", "read_again", "read the project again, after a git pull perhaps", id="board.read-again"),
    ]

    # -- undo ------------------------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        self._go_back(undoing=True)

    def action_redo(self) -> None:
        self._go_back(undoing=False)

    def _go_back(self, *, undoing: bool) -> None:
        workspace, tidying = self.reviewer.workspace, self.reviewer.tidying
        try:
            tidied = tidying.undo(workspace) if undoing else tidying.redo(workspace)
            if tidied is not None:
                label, event = tidied
                self._show_changed(event)
                self.say(f"{'undone' if undoing else 'redone'}: {label}")
                return
            change = workspace.undo() if undoing else workspace.redo()
        except (ReviewerError, OSError) as error:
            self.say(str(error), "error")
            return
        if change is None:
            self.say(f"nothing to {'undo' if undoing else 'redo'}")
            return
        self.on_screen_resume()
        where = called(change.key, self.reviewer.entries)
        self.say(f"{'undone' if undoing else 'redone'}: {change.label} in {where}")

    # -- what others changed ---------------------------------------------------------------------------------------

    @work(exclusive=True, group="read again")
    async def action_read_again(self) -> None:
        """The project as it is on disk now: articles that were imported or pulled beside this program."""
        self.say("reading …")
        at = self.events.row.id if self.events.row else None
        self.reviewer.entries, problems = await asyncio.to_thread(list_events, self.reviewer.project)
        self.reviewer.tell_new(problems)
        self.rankings.clear()
        self.refresh_events(at)
        self.say("the project as it is on disk now")

    # -- keeping events in order -----------------------------------------------------------------------------------

    def may_write(self) -> bool:
        """Whether the project's files may be changed from here; says why not."""
        why = self.reviewer.frozen
        if why:
            self.say(f"read-only: {why}", "warning")
        return not why

    @property
    def article(self) -> str | None:
        """The id of the highlighted article."""
        row = self.list_of_pairs.row if self.focused is self.list_of_pairs else None
        return row.id.removeprefix("article ") if row is not None and row.id.startswith("article ") else None

    @asks
    async def action_new_event(self) -> None:
        if not self.may_write():
            return

        def make(given: Mapping[str, str]) -> Tidied | None:
            if not given["title"]:
                return None
            project = self.reviewer.project
            event = create_event(project, given["title"], given["date"] or None)
            return self._edited("make an event", event.id, project.event_file(event.id), None)

        hints = {"title": "what happened", "date": "2031-04-01"}
        await self._ask_and_change("A new event", {"title": "", "date": ""}, hints, make, "made")

    def correct_article(self) -> None:
        self.action_correct()

    @asks
    async def action_correct(self) -> None:
        entry, article = self.entry, self.article
        if entry is None or not self.may_write():
            return
        project, event = self.reviewer.project, entry.event
        if article is None:
            values = {"title": event.title or "", "date": event.date or "", "note": event.note or ""}

            def write(given: Mapping[str, str]) -> Tidied | None:
                if given == values:
                    return None
                said, path = {name: value or None for name, value in given.items()}, project.event_file(event.id)
                before = bytes_of(path)
                write_event(project, replace(event, title=said["title"], date=said["date"], note=said["note"]))
                return self._edited(f"correct the event {entry.title}", event.id, path, before)

            await self._ask_and_change(f"The event: {entry.title}", values, {"date": "2031-04-01"}, write, "corrected")
            return
        known = entry.articles[article]
        values = {
            name: getattr(known, name) or "" for name in ("outlet", "title", "byline", "published", "url", "language")
        }
        hints = {"published": "2031-04-02, or 2031-04, or 2031", "language": "en"}

        def update(given: Mapping[str, str]) -> Tidied | None:
            changed = {name: value or None for name, value in given.items() if value != values[name]}
            if not changed:
                return None
            path = project.article_file(event.id, article)
            before = bytes_of(path)
            update_front_matter(project, event.id, article, changed)
            return self._edited(f"correct the article {article}", event.id, path, before)

        question = f"The article: “{headline_of(known)}”{f' ({known.outlet})' if known.outlet else ''}"
        await self._ask_and_change(question, values, hints, update, f"{article} corrected")

    @asks
    async def action_move(self) -> None:
        from reviewer.tui.palette import Choice, Search  # not before a question is asked: the first text is due

        if not self.may_write():
            return
        entry, article = self.entry, self.article
        others = [e for e in self.reviewer.entries if entry is not None and e.event.id != entry.event.id]
        if entry is None or article is None or not others:
            why = "there is no other event to take it: n makes one" if article else "choose an article on the right"
            self.say(why)
            return
        here = entry.event.id
        choices = [Choice(e.event.id, event_choice(e), folded(f"{e.title} {e.date} {e.event.id}")) for e in others]
        known = entry.articles[article]
        question = f"Move “{headline_of(known)}” ({outlet_of(known)}) to which event?"
        to = await self.app.push_screen_wait(
            Search(choices, question=question, typing="some words of its title, or its day", doing="moves it there")
        )
        if to is None:
            return

        def moved(one: str, other: str) -> str:
            move_article(self.reviewer.project, one, article, other)
            self.rankings.pop(one, None)
            return other

        def move() -> Tidied:
            moved(here, to)
            return Tidied(f"move “{headline_of(known)}”", to, partial(moved, to, here), partial(moved, here, to))

        title = next(e.title for e in others if e.event.id == to)
        self._change(move, f"moved to {title}")

    def _edited(self, label: str, event: str, path: Path, before: bytes | None) -> Tidied:
        """The step that a file has just been changed by; undone or done again only while nobody else has changed it."""
        project, edit = self.reviewer.project, FileEdit(path, before, bytes_of(path))

        def made(edit: FileEdit) -> str:
            edit.make(project)
            return event

        return Tidied(label, event, partial(made, edit.reversed), partial(made, edit))

    async def _ask_and_change(
        self,
        question: str,
        values: Mapping[str, str],
        hints: Mapping[str, str],
        change: Callable[[Mapping[str, str]], Tidied | None],
        said: str,
    ) -> None:
        """Asks for fields and makes a change of them; what was typed is there again where it cannot be made, at the field that is why."""
        given, why, at = values, "", ""
        while True:
            answer = await self.ask_fields(f"{question}: {why}" if why else question, given, hints, at)
            if answer is None:
                return
            given, why, at = _dated(answer, values)
            why = why or self._change(partial(change, given), said)
            if not why:
                return
            self.say(why, "error")

    def _change(self, change: Callable[[], Tidied | None], said: str) -> str:
        """Makes a change to the project's files; the board follows.  Why it failed, else nothing."""
        try:
            step = change()
        except (ReviewerError, OSError) as error:
            self.say(str(error), "error")
            return str(error)
        if step is not None:
            self.reviewer.tidying.add(step, self.reviewer.workspace)
            self._show_changed(step.event)
            self.say(f"{said} · u undoes")
        return ""

    def _show_changed(self, event: str) -> None:
        self.rankings.pop(event, None)
        self.reviewer.read_events()
        self.refresh_events(event)


def _dated(given: Mapping[str, str], before: Mapping[str, str]) -> tuple[dict[str, str], str, str]:
    """The fields with days that were changed as ISO 8601 has them; why one of them cannot be, and its name, else nothing."""
    fields = dict(given)
    for name in ("date", "published"):
        if name in fields and fields[name] != before[name]:
            try:
                fields[name] = checked_fields({"published": fields[name]})["published"] or ""
            except ReviewerError as error:
                return fields, str(error), name
    return fields, "", ""

"""What an analyst says of a pair: verdicts, links, withdrawals, undo; each in its file at once, and asked about in a conflict."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from reviewer.errors import ReviewerError
from reviewer.framing import DraftKind, FileChanged, PairAnnotations, PairKey
from reviewer.tui.asking import asks
from reviewer.tui.bars import Hint
from reviewer.tui.catalogue import called
from reviewer.tui.desk import SIDES, MatchRow, linked, verdict_on
from reviewer.tui.pair_lists import DIFFERENCES, IN_ANY_LIST, MATCHES, OF_ANOTHER, WRITING
from reviewer.tui.pair_wording import PairWording
from reviewer.tui.tidying import Tidied


class PairSaving(PairWording):
    """The pair with every change that needs no form."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "verdict('confirmed')", "confirm the match", id="pair.confirm"),
        Binding("r", "verdict('rejected')", "reject the match", id="pair.reject"),
        Binding("l", "link", "link the two selections as a match", id="pair.link"),
        Binding("d", "withdraw", "withdraw the difference", id="pair.withdraw"),
        Binding("M", "accept_moved", "accept the proposed places of moved anchors", id="pair.accept-moved"),
        Binding("u", "undo", "undo", id="pair.undo"),
        Binding("U", "redo", "redo", id="pair.redo"),
        Binding("D", "done", "this pair is finished, or not", id="pair.done"),
        Binding("t", "note", "note on the pair", id="pair.note"),
    ]

    def __init__(self, key: PairKey, pairs: Sequence[PairKey] = ()) -> None:
        super().__init__(key, pairs)
        self._passed: Tidied | None = None  # the board's step that undo was told to pass over

    # -- saving ----------------------------------------------------------------------------------------------------

    def save(self, change: Callable[[], PairAnnotations], said: str) -> bool:
        """Makes one change; says what was done, or asks what to do where the file changed on disk."""
        if self.desk is None or self.desk.loaded is None:
            self.say(
                "your records are not read yet" if self.desk and not self.desk.read_only else self._why_not(), "warning"
            )
            return False
        if self.desk.read_only:
            self.say(self._why_not(), "warning")
            return False
        try:
            annotations = change()
        except FileChanged as error:
            self._ask_about_conflict(str(error))
            return False
        except ReviewerError as error:
            self._say_failed(error)
            return False
        self.desk = self.desk.annotated(annotations)
        self.refresh_all()
        self.say(f"{said} · u undoes")
        return True

    def _say_failed(self, error: ReviewerError) -> None:
        """Why a change is not in its file, and what has become of it."""
        edits = [edit for edit in self.reviewer.workspace.failed_edits() if edit.why == str(error)]
        kept = "; it is kept and offered at the next start" if edits and not self.why_unkept() else ""
        self.say(f"{self._short(error)}{kept}", "error")

    def why_unkept(self) -> str:
        """Why an edit whose save failed is nowhere on disk, in a line; nothing where they all are."""
        edits = self.reviewer.workspace.keep_edits()
        why = f"“{edits[-1].label}” is neither saved nor kept: {self._short(edits[-1].why)}" if edits else ""
        self.reviewer.kept("edits", why)
        return why

    def _short(self, said: object) -> str:
        """With paths from the project on."""
        return str(said).replace(f"{self.reviewer.project.root}{os.sep}", "")

    def _why_not(self) -> str:
        return f"read-only: {self.desk.read_only}" if self.desk else "this pair cannot be read"

    @asks
    async def _ask_about_conflict(self, what: str) -> None:
        from reviewer.tui.recovery import decide  # its dialogs are not needed for the first text

        said = await decide(self.reviewer, self.key, what)
        if said is not None:
            self.reload()
            self.say(said)

    # -- verdicts --------------------------------------------------------------------------------------------------

    def _match(self) -> MatchRow | None:
        """The match meant: at the caret of the focused pane, else the highlighted one."""
        if self.desk is None:
            return None
        side = self.focused_side
        if side is not None and self.pane(side).caret.place == "text":
            number = self.match_at(side, self.pane(side).caret.offset)
            if number is not None:
                return next(row for row in self.desk.matches if row.number == number)
        row = self.rows.row if self.tab == MATCHES else None
        return next((r for r in self.desk.matches if row is not None and self.row_id(r.number) == row.id), None)

    def action_verdict(self, word: str) -> None:
        row, desk = self._match(), self.desk
        if row is None or desk is None:
            there = self._why_not_mine() if self.focused is self.rows else ""
            self.say(there or "no match here: choose one in the list (1)")
            return
        self._been_at(MATCHES, self.row_id(row.number))
        workspace, verdict = self.reviewer.workspace, row.verdict
        if verdict is not None and (verdict.verdict == word or row.own):
            self.save(lambda: workspace.remove_verdict(self.key, verdict.id), f"match {row.number}: verdict taken back")
        else:
            self.save(
                lambda: workspace.put_verdict(self.key, verdict_on(desk, row, word)), f"match {row.number} {word}"
            )

    def _been_at(self, tab: int, identity: str) -> None:
        """Something is done to the row that is highlighted: `n` goes on behind it, though nobody has moved in the list yet."""
        if self.tab == tab and self.rows.row is not None and self.rows.row.id == identity:
            self._reached[tab] = identity

    def action_link(self) -> None:
        if self.desk is None:
            return
        left, right = self.pane("left").selection, self.pane("right").selection
        if left is None or right is None or left.place != "text" or right.place != "text":
            self.say("select words in both texts (v), then l links them as a match")
            return
        try:
            verdict = linked(self.desk, left.span, right.span)
        except ValueError:
            self.say("there must be a word in each selection", "warning")
            return
        if self.save(lambda: self.reviewer.workspace.put_verdict(self.key, verdict), "linked as a match"):
            for side in SIDES:
                self.pane(side).action_clear_selection()
            if self.tab != MATCHES:
                self.action_list(MATCHES)
            new = next((row for row in self.desk.matches if row.verdict and row.verdict.id == verdict.id), None)
            if new is not None:
                self.uncover(self.row_id(new.number))
                self.rows.reach(self.row_id(new.number))
                if not new.own:
                    said = f"match {new.number} has these words already: the link stands as your word on it · u undoes"
                    self.say(said, "warning")

    # -- differences -----------------------------------------------------------------------------------------------

    def hints(self) -> tuple[Hint, ...]:
        """Those of what can be done: with a record of another analyst's, or where nothing can be written, one only reads."""
        hints = super().hints()
        if self.focused is self.rows and self._why_not_mine():
            hints = (*OF_ANOTHER, *IN_ANY_LIST)
        if self.desk is not None and self.desk.read_only:
            hints = tuple(hint for hint in hints if WRITING.isdisjoint(hint.ids))
        return hints

    def own_difference(self) -> str | None:
        """The id of the highlighted record where it is one's own."""
        row = self.rows.row if self.tab == DIFFERENCES else None
        return row.id if row is not None and self.desk is not None and self.desk.difference(row.id) else None

    def _why_not_mine(self) -> str:
        """Why the highlighted record cannot be changed, else nothing."""
        row = self.rows.row if self.tab in (MATCHES, DIFFERENCES) else None
        if row is None or self.desk is None:
            return ""
        name, mark, _ = row.id.partition("/")
        if self.tab == MATCHES and not mark:
            return ""
        if self.desk.read_only:
            return self._why_not()
        yours = "select both and l links them as yours" if self.tab == MATCHES else "a begins one of your own"
        return f"this is a record of {name}’s, which only {name} changes; {yours}" if mark else ""

    def action_withdraw(self) -> None:
        identity = self.own_difference()
        if identity is None:
            self.say(self._why_not_mine() or "choose a difference of yours in the list (2)")
            return
        self._been_at(DIFFERENCES, identity)
        self.save(
            lambda: self.reviewer.workspace.withdraw_difference(self.key, identity),
            "withdrawn; the record stays in the file",
        )

    def action_accept_moved(self) -> None:
        row = self._match() if self.tab == MATCHES else None
        identity = row.verdict.id if row is not None and row.verdict is not None else self.own_difference()
        if identity is None:
            self.say("choose a row of yours whose anchors moved")
        elif self.save(
            lambda: self.reviewer.workspace.accept_moved(self.key, identity), "anchors take their new places"
        ):
            self.reload()

    # -- the pair --------------------------------------------------------------------------------------------------

    def action_done(self) -> None:
        if self.desk is None or self.desk.annotations is None:
            return
        done = not self.desk.annotations.done
        self.save(
            lambda: self.reviewer.workspace.set_done(self.key, done), "marked done" if done else "marked not done"
        )

    @asks
    async def action_note(self) -> None:
        from reviewer.tui.note_dialog import NoteDialog

        await self.read.wait()
        if self.desk is None or self.desk.annotations is None or self.desk.read_only:
            self.say(self._why_not(), "warning")
            return
        workspace, stored = self.reviewer.workspace, self.desk.annotations.note
        draft = workspace.draft(self.key, "note")
        begun = str(draft.get("note", stored)) if draft is not None else stored
        question = "Note on this pair" if draft is None else "Note on this pair: your draft, as it was"
        is_kept = True
        while True:
            dialog = NoteDialog(
                question, begun, stored=stored, keep=lambda text: self._keep_note(text, stored), is_kept=is_kept
            )
            note = await self.app.push_screen_wait(dialog)
            if note is None:
                kept = workspace.draft(self.key, "note") and (self.key, "note") not in self.reviewer.parting
                self.say("the draft of the note is kept: t opens it again" if kept else "")
                return
            why = self._put_note(note, stored)
            if not why:
                return
            begun, question, is_kept = note, f"Note on this pair: it is not saved, and {why}", False

    def _put_note(self, note: str, stored: str) -> str:
        """The note into its file, else among the drafts; why it is in neither, else nothing."""
        if note == stored:
            self.say("nothing was changed")
        elif not self.save(lambda: self.reviewer.workspace.set_note(self.key, note), "note saved"):
            return self._keep_note(note, stored)
        self.remove_draft("note")
        return ""

    def _keep_note(self, text: str, stored: str) -> str:
        """The note as it is being typed, on disk as long as it is not what is `stored`; why it could not be written, else nothing."""
        if text == stored:
            self.remove_draft("note")
            return ""
        try:
            self.reviewer.workspace.save_draft(self.key, {"note": text}, "note")
        except (ReviewerError, OSError) as error:
            return self.not_kept("note", error)
        self.reviewer.kept((self.key, "note"))
        return ""

    # -- drafts ----------------------------------------------------------------------------------------------------

    def not_kept(self, kind: DraftKind, error: Exception) -> str:
        """Why a draft on this pair could not be written, in a line; said again, with the pair, once the screen is gone."""
        why = f"the draft is not kept: {self._short(error)}"
        self.reviewer.kept((self.key, kind), f"{why} (a {kind} on {called(self.key, self.reviewer.entries)})")
        return why

    def remove_draft(self, kind: DraftKind) -> None:
        """What was being typed on this pair is saved, or not wanted any more."""
        self.reviewer.kept((self.key, kind))
        try:
            self.reviewer.workspace.discard_draft(self.key, kind)
        except (ReviewerError, OSError) as error:
            self.reviewer.tell(f"the draft cannot be removed: {error}", "error")

    def reload(self) -> None:
        """The pair's records as they are in the file now."""
        if self.desk is None:
            return
        try:
            self.desk = self.desk.having(loaded=self.reviewer.workspace.load(self.key))
        except ReviewerError as error:
            self.say(str(error), "error")
            return
        self.refresh_all()

    def action_undo(self) -> None:
        self._go_back(undoing=True)

    def action_redo(self) -> None:
        self._go_back(undoing=False)

    def _go_back(self, *, undoing: bool) -> None:
        workspace = self.reviewer.workspace
        if self.desk is not None and self.desk.loaded is None and not self.desk.read_only:
            self.say("your records are being read", "warning")
            return
        if self._waits_on_board(undoing=undoing):
            return
        try:
            change = workspace.undo() if undoing else workspace.redo()
        except FileChanged as error:
            self._ask_about_conflict(str(error))
            return
        except ReviewerError as error:
            self._say_failed(error)
            return
        if change is None:
            self.say(f"nothing to {'undo' if undoing else 'redo'}")
            return
        if change.key == self.key:
            self.reload()
        elif not isinstance(change.key, PairKey):
            self.recompute()
        where = "" if change.key == self.key else f" in {called(change.key, self.reviewer.entries)}"
        self.say(f"{'undone' if undoing else 'redone'}: {change.label}{where}")

    def _waits_on_board(self, *, undoing: bool) -> bool:
        """Whether the board's own step is the one to go back to: it is undone where it is seen, and first said here.

        Undo passes it over when asked once more; redo never does, since what is behind it would not be redone after that.
        """
        tidying, workspace = self.reviewer.tidying, self.reviewer.workspace
        step = tidying.last(workspace) if undoing else tidying.next(workspace)
        if step is None or (step is self._passed and workspace.undoable):
            return False
        self._passed = step if undoing else None
        does = (
            "done last, on the board: e goes there, u undoes it"
            if undoing
            else "undone, on the board: e goes there, U redoes it"
        )
        again = "; u again undoes what was done on a pair before" if undoing and workspace.undoable else ""
        self.say(f"“{step.label}” was {does}{again}")
        return True

"""The pair screen: annotating in the docked form.  Reading is in `pair_view.py`, what needs no form in `pair_saving.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from reviewer.errors import ReviewerError
from reviewer.framing import Anchor, DraftKind, PairKey, SideName
from reviewer.text import Span
from reviewer.tui.asking import asks
from reviewer.tui.desk import SIDES, anchor_of, is_blank, match_anchors, text_at
from reviewer.tui.draft import Draft, difference_of, draft_from_mapping, draft_of, draft_to_mapping, new_draft
from reviewer.tui.later import Later
from reviewer.tui.leaving import Unkept
from reviewer.tui.pair_form import PairForm
from reviewer.tui.pair_lists import DIFFERENCES, ONLY_LEFT, ONLY_RIGHT
from reviewer.tui.rows import Row

if TYPE_CHECKING:
    from reviewer.articles import Article
    from reviewer.comparison import Candidate
    from reviewer.tui.form import DifferenceForm

_NEARLY_THE_SAME = 90  # a candidate of this score should not be called absent without a second look


class PairScreen(PairForm):
    """The pair with everything an analyst can do to it."""

    HELP = (
        "Shared quotations carry one number on both sides; ⟨…⟩ are quotations of one side only; a bar in the gutter marks what is "
        "annotated.  Select with v and moves, then a; every confirmed change is in its file at once.  In the lists ⚑ names what a match "
        "changed; ✓ ✗ ✚ are your word on it: confirmed, rejected, added; ● is a side that has a difference, ○ one that has not; ≡ "
        "another analyst's record.  In the wording list z says how surely a word sets its side apart: from 2 on probably not by chance."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "annotate", "annotate: open the form, or add the selection to it", id="pair.annotate"),
        Binding("o", "original", "the original of the article, at the same place", id="pair.original"),
        Binding("i", "import", "import a page, a corpus, a feed or a folder", id="pair.import"),
    ]

    @dataclass
    class Candidates(Message):
        """What a search for an absence brought."""

        side: SideName
        query: str
        found: tuple[Candidate, ...]

    def __init__(self, key: PairKey, pairs: tuple[PairKey, ...] = (), *, resume: DraftKind | None = None) -> None:
        super().__init__(key, pairs)
        self._resume = resume
        self._draft: Draft | None = None
        self._from: SideName = "left"  # the text that the form was called from
        self._kept: Draft | None = None  # as it was last written down
        self._opened: Draft | None = None  # as the form got it: nothing to keep while it is still that
        self._later = Later(self, self.keep_draft)

    # -- the form --------------------------------------------------------------------------------------------------

    async def action_annotate(self) -> None:
        if not self.read.is_set():
            self._annotate_when_read()
            return
        desk = self.desk
        if desk is None or desk.loaded is None or desk.read_only:
            self.say(self._why_not(), "warning")
            return
        form, side = self.form, self.focused_side
        self._from = side or self.first
        if side is not None and self._is_blank(side):
            self.say("only blanks are selected: select words (v), then a", "warning")
            return
        picked = self._selected(side)
        if form is None and self._draft is None:
            picked = picked or self._matched(side) or self._of_one_side(side)
        if form is not None:
            self.bring_form(front=True)
            crowded = [form.draft.crowded(name, anchors) for name, anchors in picked.items()]
            before = form.draft
            for name, anchors in picked.items():
                form.add_anchors(name, anchors)
            said = "added to the form" if form.draft != before else "nothing added"
            remarks = "".join(f": {remark}" for remark in crowded if remark)
            self.say(
                f"{said}{remarks}" if picked else "select words first (v), then a",
                "warning" if remarks else "information",
            )
            self._clear_selections(picked)
            return
        draft, chosen = self._draft or new_draft(), bool(self._selected(side))
        for name, anchors in picked.items():
            draft = draft.with_anchors(name, anchors)
        await self._open_form(draft, resumed=self._draft is not None, pristine=self._draft is None and not chosen)
        self._clear_selections(picked)

    @asks
    async def _annotate_when_read(self) -> None:
        await self.read.wait()
        await self.action_annotate()

    def _bring_draft(self, draft: Draft) -> None:
        """The texts to what the draft is about, but for one in which words are selected now."""
        desk = self.desk
        for side in SIDES if desk is not None else ():
            pane, anchors = self.pane(side), draft.side(side).anchors
            there = desk.placed(side, anchors[0]) if desk is not None and anchors else None
            if there is not None and pane.selection is None:
                pane.go_to(there.place, there.span)

    def _clear_selections(self, picked: Iterable[SideName]) -> None:
        for name in picked:
            self.pane(name).action_clear_selection()

    def _selected(self, side: SideName | None) -> dict[SideName, tuple[Anchor, ...]]:
        """The selection of the focused pane as an anchor."""
        desk = self.desk
        if desk is None or side is None or (chosen := self.pane(side).selection) is None:
            return {}
        found = desk.found[side] if desk.found else None
        return {side: (anchor_of(desk.articles[side], chosen.place, chosen.span, found),)}

    def _is_blank(self, side: SideName) -> bool:
        """Whether something is selected on a side that cannot be seen."""
        chosen = self.pane(side).selection
        if self.desk is None or chosen is None:
            return False
        return is_blank(chosen.span.of(text_at(self.desk.articles[side], chosen.place)))

    def _matched(self, side: SideName | None) -> dict[SideName, tuple[Anchor, ...]]:
        """The match at the caret, or the one highlighted, on both sides: what a new difference may begin with."""
        desk = self.desk
        row = self._match() if side is None or self.pane(side).caret.place == "text" else None
        if desk is None or row is None:
            return {}
        if side is not None and self.match_at(side, self.pane(side).caret.offset) is None:
            return {}
        return {name: match_anchors(desk, row.match, name) for name in SIDES}

    def _of_one_side(self, side: SideName | None) -> dict[SideName, tuple[Anchor, ...]]:
        """The quotation highlighted in a list of one side's, with the focus in the list or the caret in it: what one begins with."""
        desk, row = self.desk, self.rows.row if self.tab in (ONLY_LEFT, ONLY_RIGHT) else None
        if desk is None or row is None or (side is not None and not row.holds(side, self.pane(side).caret)):
            return {}
        return {
            name: (anchor_of(desk.articles[name], place, Span(start, end), desk.found[name] if desk.found else None),)
            for name, (place, start, end) in row.targets.items()
        }

    async def _open_form(self, draft: Draft, *, resumed: bool = False, pristine: bool = False) -> None:
        await self.show_form(draft)
        self._draft, self._opened = draft, draft if pristine else None
        if resumed:
            self._bring_draft(draft)
        self.say(
            "your draft, as it was; Discard starts afresh"
            if resumed
            else "the texts stay in reach: shift+tab; esc goes back"
        )

    def _close_form(self) -> None:
        if self.form is not None:
            self.set_focus(self.pane(self._from))
            self.hide_form()

    def choose(self, row: Row) -> None:
        """Enter on a difference edits it; elsewhere one goes on reading there."""
        identity = self.own_difference()
        if identity is None:
            super().choose(row)
            if why := self._why_not_mine():
                self.say(why)
            return
        self.bring(row)
        self._edit(identity)

    @asks
    async def _edit(self, identity: str) -> None:
        desk = self.desk
        record = desk.difference(identity) if desk else None
        if desk is None or record is None:
            return
        if desk.read_only:
            self.say(self._why_not(), "warning")
            return
        if self._draft is not None and self._draft.id != identity and self._is_begun:
            answer = await self.ask(
                "An unfinished draft is kept on this pair.",
                [("o", "open the draft instead"), ("d", "discard it and edit this record")],
            )
            if answer is None:
                return
            if answer == "o":
                await self.action_annotate()
                return
        pristine = self._draft is None or self._draft.id != identity
        draft = draft_of(record) if self._draft is None or pristine else self._draft
        if self.form is not None:
            await self.show_form(draft)
            self._draft, self._opened = draft, draft if pristine else None
        else:
            await self._open_form(draft, resumed=not pristine, pristine=pristine)

    # -- what the form says ----------------------------------------------------------------------------------------

    def on_difference_form_edited(self, event: DifferenceForm.Edited) -> None:
        self._draft = event.draft
        self._later.ask()

    @property
    def _is_begun(self) -> bool:
        """Whether there is something in the draft that would be missed."""
        draft = self._worth_keeping()
        return draft is not None and not draft.empty and draft != self._opened

    def _worth_keeping(self) -> Draft | None:
        """The draft without letters that no code has."""
        if self._draft is None or not self._draft.typed:
            return self._draft
        from reviewer.tui.fields import ranked_codes  # its form is open: it is loaded

        book = self.reviewer.workspace.codebook
        fitting = {
            name: text
            for name, text in self._draft.typed.items()
            if name.endswith("-search") or ranked_codes(book.types if name == "type" else book.labels, text)
        }
        return replace(self._draft, typed=fitting)

    def keep_draft(self) -> str:
        """What is being typed, on disk; says why where it cannot be written, and gives that, else nothing."""
        self._later.stop()
        draft = self._worth_keeping()
        if draft is None or self.desk is None or self.desk.loaded is None or draft == self._kept:
            return ""
        if not self._is_begun:
            if self._kept is not None:
                self._kept = None
                self.remove_draft("difference")
            return ""
        try:
            self.reviewer.workspace.save_draft(self.key, draft_to_mapping(draft))
        except (ReviewerError, OSError) as error:
            why = self.not_kept("difference", error)
            self.say(why, "error")
            return why
        self._kept = draft
        self.reviewer.kept((self.key, "difference"))
        return ""

    def unkept(self) -> Unkept | None:
        whys = [why for why in (self.keep_draft(), self.why_unkept()) if why]
        what = (self._draft, self.reviewer.workspace.keep_edits())
        return Unkept(what, f"once more leaves without it; {'; '.join(whys)}") if whys else None

    def _drop_draft(self) -> None:
        self._later.stop()
        self._draft = self._kept = None
        self.remove_draft("difference")

    async def on_difference_form_confirmed(self, event: DifferenceForm.Confirmed) -> None:
        desk, draft = self.desk, event.draft
        if desk is None:
            return
        old = desk.difference(draft.id)
        record = difference_of(draft, old)
        said = "changed" if old else "difference saved"
        searches = [side.searched for side in (record.left, record.right) if side.searched and side.searched.best]
        if any(search.best and search.best.score >= _NEARLY_THE_SAME for search in searches):
            said += "; mind that the best candidate of the absent side says nearly the same"
        if not self.save(lambda: self.reviewer.workspace.put_difference(self.key, record), said):
            self._opened = None  # its analyst wants it as it is
            self.keep_draft()
            return
        self._drop_draft()
        self._reached[DIFFERENCES] = draft.id
        self._close_form()
        self.action_list(DIFFERENCES)
        self.uncover(draft.id)

    async def on_difference_form_discarded(self) -> None:
        self._drop_draft()
        self._close_form()
        self.say("discarded")

    async def on_difference_form_left(self) -> None:
        if self._draft is not None and not self._is_begun:
            self._drop_draft()
            said, severity = "nothing was changed", "information"
        else:
            why = self.keep_draft()
            said = f"a opens it again while the pair is open; {why}" if why else "the draft is kept: a opens it again"
            severity = "error" if why else "information"
        self._close_form()
        self.say(said, severity)

    def on_difference_form_remarked(self, event: DifferenceForm.Remarked) -> None:
        if (
            self.form is not None or self._draft is None
        ):  # else it was left, and the draft is kept with what is remarked on
            self.say(event.text, "warning")

    def on_difference_form_visited(self, event: DifferenceForm.Visited) -> None:
        self.pane(event.side).go_to(event.place, Span(event.start, event.end))

    def on_difference_form_selection_wanted(self, event: DifferenceForm.SelectionWanted) -> None:
        desk, form, chosen = self.desk, self.form, self.pane(event.side).selection
        if desk is None or form is None:
            return
        if chosen is None or self._is_blank(event.side):
            self.say("select the new words in the text first (v), then = here", "warning")
            return
        quotations = desk.found[event.side] if desk.found else None
        form.replace_anchor(
            event.side, event.index, anchor_of(desk.articles[event.side], chosen.place, chosen.span, quotations)
        )
        self.pane(event.side).action_clear_selection()

    def on_difference_form_taken(self, event: DifferenceForm.Taken) -> None:
        desk, form = self.desk, self.form
        if desk is None or form is None:
            return
        quotations = desk.found[event.side] if desk.found else None
        anchor = anchor_of(desk.articles[event.side], "text", Span(event.start, event.end), quotations)
        form.add_anchors(event.side, (anchor,))
        self.say("present after all: the candidate is its anchor")

    def on_difference_form_search_wanted(self, event: DifferenceForm.SearchWanted) -> None:
        if self.desk is not None:
            self._search(event.side, event.query, self.desk.articles[event.side])

    @work(thread=True, group="search")
    def _search(self, side: SideName, query: str, article: Article) -> None:
        from reviewer.comparison import candidates  # loaded with the matches, after the first text

        self.post_message(self.Candidates(side, query, candidates(query, article.text, language=article.language)))

    @on(Candidates)
    def _take_candidates(self, event: Candidates) -> None:
        if self.form is not None:
            self.form.answer(event.side, event.query, event.found)

    # -- coming and going ------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        if self._resume is not None:
            self._go_on(self._resume)

    @asks
    async def _go_on(self, kind: DraftKind) -> None:
        """The draft that one has come for, as soon as one's records are there."""
        await self.read.wait()
        if kind == "note" and self.desk is not None and not self.desk.read_only:
            self.action_note()
        elif kind == "difference" and self._draft is not None:
            await self._open_form(self._draft, resumed=True)

    def annotations_ready(self) -> None:
        super().annotations_ready()
        if self.desk is not None and self.desk.read_only:
            return  # what is kept is the other instance's to go on with
        stored = self.reviewer.workspace.draft(self.key)
        draft = draft_from_mapping(stored) if stored is not None else None
        if draft is not None and self._draft is None:
            self._draft = self._kept = draft
            if self._resume != "difference":
                self.say("a draft of yours is kept on this pair: a opens it", "warning")
        elif self.reviewer.workspace.draft(self.key, "note") is not None and self._resume is None:
            self.say("a draft of your note on this pair is kept: t opens it", "warning")
        self._resume = None

    @asks
    async def action_original(self) -> None:
        from reviewer.tui.original_screen import open_original

        await open_original(self)

    @asks
    async def action_import(self) -> None:
        from reviewer.tui.import_screen import ask_and_import

        await ask_and_import(self.reviewer, self.key.event)

    async def before_leaving(self) -> None:
        self.keep_draft()
        self._draft = self._kept = None
        if self.form is not None:
            self._close_form()

    def on_unmount(self) -> None:
        self.keep_draft()

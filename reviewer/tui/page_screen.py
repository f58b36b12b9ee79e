"""What the screens that show a page share: the page, the line under the cursor in full, and how the others learn of what was written."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from reviewer.errors import ReviewerError
from reviewer.framing import PairKey, Revision, Workspace, carry_anchor
from reviewer.tui.bars import HeaderLine, Hint, Legend
from reviewer.tui.catalogue import list_events
from reviewer.tui.dialogs import TextDialog
from reviewer.tui.draft import SIDES, draft_from_mapping, draft_to_mapping
from reviewer.tui.leaving import Unkept
from reviewer.tui.lists import RowDetail
from reviewer.tui.page_draft import Item, PageDraft
from reviewer.tui.page_pane import PagePane
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import line

if TYPE_CHECKING:
    from reviewer.tui.app import ReviewerApp

_LINES_SHOWN = 200
_NOT_WRITTEN = "what you decided here is not written: w writes it, the same key again leaves without it"
_LEGEND = (
    "· kept   ╎ cut: not in the article, still in its original   ▸ cut lines, folded: ⏎ shows them   + kept, − cut by you",
    "· kept  ╎ cut  ▸ cut, folded: ⏎ shows  + − by you",
)


class PageScreen(BaseScreen):
    """A page with what is cut; subclasses say what `w` writes."""

    CSS_PATH = "page_screen.tcss"
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("page.toggle", "page.toggle-run"), "keep or cut, run"),
        Hint(("page.write",), "write"),
        Hint(("page.back",), "back"),
        Hint(("page.fold",), "fold"),
        Hint(("page.next-cut", "page.previous-cut"), "cut lines"),
        Hint(("page.undo",), "undo"),
        Hint(("app.help",), "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", "write it", id="page.write"),
        Binding("ctrl+s", "write", "write it", show=False, id="page.save"),
        Binding("escape,q", "back", "back, nothing written", id="page.back"),
    ]

    def content(self) -> ComposeResult:
        yield HeaderLine()
        yield from self.above()
        yield PagePane()
        legend = Legend()
        legend.texts = _LEGEND
        yield legend
        yield RowDetail()

    def above(self) -> ComposeResult:
        """What stands between the header and the page."""
        yield from ()

    @property
    def page(self) -> PagePane:
        return self.query_one(PagePane)

    def show_header(self) -> None:
        """Called whenever a decision was made."""
        raise NotImplementedError

    @on(PagePane.Decided)
    def _decided(self) -> None:
        self.show_header()

    @on(PagePane.Refused)
    def _refused(self) -> None:
        self.say("not now: it is being read or written, and what you decide would be lost", "warning")

    @on(PagePane.Moved)
    def _moved(self) -> None:
        item = self.page.item
        self.query_one(RowDetail).content = detail(self.page.draft, item) if item else Content()

    def action_write(self) -> None:
        raise NotImplementedError

    def decided(self) -> tuple[object, ...]:
        """What a person decided here and has not written."""
        return tuple(self.page.draft.decisions.items())

    def unwritten(self) -> Unkept | None:
        """What a person decided and leaves behind by going back."""
        return Unkept(self.decided(), _NOT_WRITTEN) if self.decided() else None

    def complain(self, why: str) -> None:
        self.say(why, "warning")

    def action_back(self) -> None:
        raise NotImplementedError


def detail(draft: PageDraft, item: Item) -> Content:
    """What an item is, whose decision that was, and its words."""
    if item.kind != "paragraph":
        return Content.assemble((draft.label(item).split(" ", 1)[1], "bold"))
    paragraph = draft.paragraphs[item.first]
    kept = draft.kept(item.first)
    decided = " by you" if item.first in draft.decisions else ""
    note = f" · {paragraph.note}" if paragraph.note else ""
    return Content.assemble(
        (f"{paragraph.kind} · {'kept' if kept else 'cut'}{decided}{note}  ", "bold"), line(paragraph.words)
    )


def tell_lines(app: ReviewerApp, title: str, lines: Sequence[str]) -> None:
    """A report to read, over whatever is shown."""
    shown = [f"{line(one)}\n" for one in lines[:_LINES_SHOWN]]
    if len(lines) > _LINES_SHOWN:
        shown.append(f"… and {len(lines) - _LINES_SHOWN:,} more\n")
    app.push_screen(TextDialog(title, Content("".join(shown)).rstrip()))


def carry_drafts(workspace: Workspace, event: str, revision: Revision) -> None:
    """What is being typed about a revised article follows the words that stayed, as the annotations do."""
    article = revision.new.id
    for key, stored in workspace.drafts():
        draft = draft_from_mapping(stored)
        if key.event != event or draft is None:
            continue
        moved = draft
        for name in SIDES:
            if (key.left if name == "left" else key.right) != article:
                continue
            side = moved.side(name)
            placements = [(anchor, carry_anchor(anchor, revision)) for anchor in side.anchors]
            anchors = tuple(
                p.anchor if p.anchor and p.fate in ("kept", "moved") else anchor for anchor, p in placements
            )
            moved = moved.with_side(name, replace(side, anchors=anchors))
        if moved != draft:
            workspace.save_draft(key, draft_to_mapping(moved))


def forget(workspace: Workspace, keys: Iterable[PairKey]) -> None:
    """What was remembered of pairs in an article's earlier text; a file that cannot be read says so when its pair is opened."""
    for key in keys:
        with suppress(ReviewerError):
            workspace.reload(key)


async def project_changed(
    app: ReviewerApp, events: Iterable[str], revisions: Iterable[tuple[str, Revision]] = ()
) -> None:
    """Board and pair, wherever they are among the screens, show what is in the project now."""
    from reviewer.tui.board import BoardScreen
    from reviewer.tui.pair import PairScreen

    changed = set(events)
    pairs = [screen for screen in app.screen_stack if isinstance(screen, PairScreen) and screen.key.event in changed]
    for pair in pairs:
        await pair.before_leaving()
    for event, revision in revisions:
        carry_drafts(app.workspace, event, revision)
        others = [name for name in app.project.article_ids(event) if name != revision.new.id]
        forget(app.workspace, [PairKey.of(event, revision.new.id, name) for name in others])
    app.entries, problems = await asyncio.to_thread(list_events, app.project)
    app.tell_new(problems)
    for board in app.screen_stack:
        if isinstance(board, BoardScreen):
            for event in changed:
                board.rankings.pop(event, None)
            board.refresh_events(*changed if len(changed) == 1 else ())
    for pair in pairs:
        pair.open_pair(pair.key)

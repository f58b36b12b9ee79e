"""The page an article came from, from the pair: at the same place, and with another choice of its paragraphs a revision."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual import on, work
from textual.content import Content
from textual.message import Message

from reviewer.articles import Article, load_article
from reviewer.articles.by_hand import revise_article
from reviewer.articles.originals import Paragraph, read_original, rewritten
from reviewer.errors import ReviewerError
from reviewer.framing import ArticleKey, Revision, SideName, carry_over
from reviewer.project import Project
from reviewer.text import Span
from reviewer.tui.bars import HeaderLine
from reviewer.tui.desk import SIDES
from reviewer.tui.page_draft import PageDraft
from reviewer.tui.page_keeping import KeepingPage, decisions_from, decisions_to, fingerprint
from reviewer.tui.page_screen import project_changed, tell_lines
from reviewer.tui.pair_view import PairView
from reviewer.tui.shown import line, plural


def paragraph_at(paragraphs: Sequence[Paragraph], offset: int) -> int:
    """The paragraph of an original that stands at an offset of the article, or the one before it."""
    placed = [(one.place.start, number) for number, one in enumerate(paragraphs) if one.place is not None]
    at = bisect_right(placed, (offset, len(paragraphs))) - 1
    return placed[at][1] if at >= 0 else 0


class OriginalScreen(KeepingPage):
    """The original of one article; what is kept stands as it is in the article now."""

    HELP_TITLE = "original"
    HELP = (
        "The page as it came: what the article has of it, and dimmed what was cut.  x brings a paragraph back or cuts it, w writes that as a "
        "revision: the text before is kept, and annotations are carried over."
    )

    @dataclass
    class Revised(Message):
        """The article has another text; `lines` say what became of its annotations."""

        revision: Revision
        lines: tuple[str, ...]

    @dataclass
    class Failed(Message):
        """Nothing was written."""

        why: str

    def __init__(self, pair: PairView, article: Article, paragraphs: Sequence[Paragraph], offset: int) -> None:
        super().__init__()
        self._pair = pair
        self._event = pair.key.event
        self._article = article
        self._paragraphs = paragraphs
        self._offset = offset
        self._key = ArticleKey(self._event, article.id)
        self._page = fingerprint(paragraphs)

    def on_mount(self) -> None:
        super().on_mount()
        self.page.border_title = Content(line(self._article.source))
        workspace = self.reviewer.workspace
        self.kept = (
            None if workspace.read_only else workspace.page(self._key)
        )  # else the other instance's to go on with
        decided = self._decided_before()
        self.page.show(PageDraft(self._paragraphs, decided), paragraph_at(self._paragraphs, self._offset))
        self.page.focus()
        self.show_header()
        keys = "x brings a cut paragraph back, or cuts one; w writes it as a revision; esc goes back"
        if decided:
            self.say(f"{plural(len(decided), 'paragraph')} decided by you before, and not written; {keys}")
        elif self.kept is not None:
            self.say(f"the page is not as it was: what you decided on it before is not taken up; {keys}", "warning")
        else:
            self.say(keys)

    def _decided_before(self) -> dict[int, bool]:
        """What an earlier session left, where it was about this page as it is."""
        try:
            stored = decisions_from(self.kept["decisions"]) if self.kept is not None else {}
        except (KeyError, TypeError, ValueError, AttributeError):
            return {}
        return stored if self.kept is not None and self.kept.get("page") == self._page else {}

    def show_header(self) -> None:
        event = self.reviewer.event_title(self._event)
        draft = self.page.draft
        middle = f"original of {self._article.name}"
        self.query_one(HeaderLine).set(event, middle, draft.counts, shorter=draft.short_counts)

    def action_write(self) -> None:
        draft = self.page.draft
        if not draft.decisions:
            self.say("nothing was decided: x keeps or cuts the line under the cursor")
        elif self.reviewer.frozen:
            self.say(f"read-only: {self.reviewer.frozen}", "warning")
        elif not self.page.is_closed:
            self.page.is_closed = True
            self.say("writing …")
            self._revise(rewritten(self._article.text, self._paragraphs, draft.decisions))

    def action_back(self) -> None:
        if not self.page.is_closed and self.may_lose(self.unwritten()):  # what came of it is told first
            self.drop_draft()
            self.reviewer.leave()

    # -- keeping ---------------------------------------------------------------------------------------------------

    @property
    def draft_name(self) -> tuple[Hashable, str]:
        return ("page", self._key), f"the original of {self._article.name}"

    def to_keep(self) -> Mapping[str, Any] | None:
        decisions = self.page.draft.decisions
        key = self._pair.key
        return (
            {"page": self._page, "beside": [key.left, key.right], "decisions": decisions_to(decisions)}
            if decisions
            else None
        )

    def save_draft(self, kept: Mapping[str, Any]) -> None:
        self.reviewer.workspace.save_page(self._key, kept)

    def discard_draft(self) -> None:
        self.reviewer.workspace.discard_page(self._key)

    # -- writing ---------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="revision")
    def _revise(self, text: str) -> None:
        project = self.reviewer.project
        try:
            new = revise_article(project, self._event, self._article, text)
            files = carry_over(project, self._event, self._article, new)
        except (ReviewerError, OSError) as error:
            self.post_message(self.Failed(str(error)))
            return
        lines = tuple(one for file in files for one in file.lines())
        self.post_message(self.Revised(Revision(self._article, new), lines))

    @on(Failed)
    def _take_failure(self, event: Failed) -> None:
        self.page.is_closed = False
        self.say(event.why, "error")

    @on(Revised)
    def _take_revision(self, event: Revised) -> None:
        count = len(self.page.draft.decisions)
        said = f"{event.revision.new.id} revised: {plural(count, 'paragraph')} decided by you; the text before is kept"
        self._keep_places(event.revision)
        self.drop_draft()
        self.reviewer.leave()
        self.reviewer.run_worker(_tell(self._pair, event, said))

    def _keep_places(self, revision: Revision) -> None:
        """The pair goes on where it was, on both sides."""
        places: dict[str, Span] = {}
        for side in SIDES:
            pane = self._pair.pane(side)
            if pane.article is None or pane.caret.place != "text":
                continue
            offset = pane.caret.offset
            if pane.article.id == revision.old.id:
                there = revision.map("text").place(Span(offset, offset + 1))
                offset = there.span.start if there is not None else min(offset, len(revision.new.text))
            places[pane.article.id] = Span(offset, offset)
        self._pair.places = places


async def _tell(pair: PairView, event: OriginalScreen.Revised, said: str) -> None:
    await project_changed(pair.reviewer, [pair.key.event], [(pair.key.event, event.revision)])
    pair.say(said)
    if event.lines:
        tell_lines(pair.reviewer, "annotations carried over", event.lines)


async def open_original(pair: PairView) -> None:
    """Shows the original of the article that one reads, at the caret; says in one line where there is none."""
    desk = pair.desk
    if desk is None:
        return
    side: SideName = pair.focused_side or pair.first
    caret = pair.pane(side).caret
    await show_original(pair, desk.articles[side].id, caret.offset if caret.place == "text" else 0)


async def show_original(pair: PairView, article_id: str, offset: int) -> None:
    """Shows the original of one of the pair's articles."""
    try:
        article, paragraphs = await asyncio.to_thread(_read, pair.reviewer.project, pair.key.event, article_id)
    except (ReviewerError, OSError) as error:
        pair.say(str(error), "warning")
        return
    if pair.app.screen is pair:
        pair.app.push_screen(OriginalScreen(pair, article, paragraphs, offset))


def _read(project: Project, event: str, article_id: str) -> tuple[Article, tuple[Paragraph, ...]]:
    article = load_article(project.article_file(event, article_id))
    return article, read_original(project, event, article)

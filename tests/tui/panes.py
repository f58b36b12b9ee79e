"""A document pane alone in an app, for tests, and what it says."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.pilot import Pilot

from reviewer.articles import Article
from reviewer.tui.document_marks import Mark
from reviewer.tui.document_pane import DocumentPane

TITLE = "Port shut as talks fail"
TEXT = (
    "The port closed on Tuesday after talks broke down, leaving eleven ships outside.\n\n"
    "“This is a local matter,” the mayor said. She left early. Nobody asked why.\n\n"
    "## What comes next\n\n"
    "> We will be back on Monday.\n\n"
    + "\n\n".join(f"Paragraph {n} says little, and says it slowly, for once." for n in range(60))
)

HOSTILE = (
    "\x1b[2J\x1b[31m red \x1b]52;c;eHg=\x07 \x1b]0;title\x07 \x9b31m \x9d \x7f \x08 \r \u202eabc\u202c \u200b "
    "[Acme] [sic] [his] [/] [/foo] [@click=app.quit]x[/] [link=file:///etc/passwd]y[/link] \ud800 \U000e0041"
)


def article(text: str = TEXT, title: str | None = TITLE) -> Article:
    return Article("courier", text, outlet="Courier", title=title, published="2031-04-02")


class PaneApp(App[None]):
    """One pane that fills the screen; keeps the messages it posts and the keys it leaves to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "pass_on('escape')"), ("y", "pass_on('y')")]

    def __init__(self, shown: Article | None = None, marks: Iterable[Mark] = ()) -> None:
        super().__init__()
        self.shown, self.marks = shown or article(), tuple(marks)
        self.said: list[Message] = []
        self.passed_on: list[str] = []

    def compose(self) -> ComposeResult:
        yield DocumentPane(id="pane")

    def on_mount(self) -> None:
        self.pane.show(self.shown, self.marks)
        self.pane.focus()

    def action_pass_on(self, key: str) -> None:
        self.passed_on.append(key)

    @property
    def pane(self) -> DocumentPane:
        return self.query_one(DocumentPane)

    def on_document_pane_caret_moved(self, event: DocumentPane.CaretMoved) -> None:
        self.said.append(event)

    def on_document_pane_selection_changed(self, event: DocumentPane.SelectionChanged) -> None:
        self.said.append(event)

    def on_document_pane_scrolled(self, event: DocumentPane.Scrolled) -> None:
        self.said.append(event)

    def on_document_pane_mark_clicked(self, event: DocumentPane.MarkClicked) -> None:
        self.said.append(event)

    def on_document_pane_copied(self, event: DocumentPane.Copied) -> None:
        self.said.append(event)

    def heard(self, kind: type[Message]) -> list[Message]:
        return [message for message in self.said if type(message) is kind]

    def screen_text(self) -> list[str]:
        """What the pane shows, row by row, without its border."""
        pane = self.pane
        rows = [pane.render_line(y).text for y in range(pane.scrollable_content_region.height)]
        return [row.rstrip() for row in rows]


@asynccontextmanager
async def running(
    shown: Article | None = None, marks: Iterable[Mark] = (), size: tuple[int, int] = (60, 20)
) -> AsyncIterator[tuple[PaneApp, Pilot[None]]]:
    app = PaneApp(shown, marks)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.said.clear()
        yield app, pilot


if __name__ == "__main__":
    PaneApp(article(HOSTILE + "\n\n" + TEXT, HOSTILE), [Mark(4, 40, label="\x1b[31m"), Mark(60, 90, number=1)]).run()

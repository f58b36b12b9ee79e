"""Opening a pair: the texts at once, then the analyst's records and the matches, each when its worker brings them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from reviewer.errors import ReviewerError
from reviewer.framing import LoadedPair, PairKey
from reviewer.tui.desk import Articles, Desk, Found, corrections_of, find, open_articles
from reviewer.tui.screens import BaseScreen


class PairOpening(BaseScreen):
    """Owns the desk: workers post what they found, and only the handlers here and below put it there."""

    @dataclass
    class Loaded(Message):
        """The annotation files have been read; `problem` says why one's own could not be."""

        key: PairKey
        loaded: LoadedPair | None
        others: tuple[LoadedPair, ...]
        problem: str | None

    @dataclass
    class Compared(Message):
        """Quotations and matches have been computed."""

        key: PairKey
        found: Found
        problems: tuple[str, ...]

    def __init__(self, key: PairKey, pairs: Sequence[PairKey] = ()) -> None:
        super().__init__()
        self.key = key
        self.pairs = tuple(pairs) or (key,)
        self.desk: Desk | None = None
        self.read = asyncio.Event()  # what there is of one's records is known

    def on_mount(self) -> None:
        super().on_mount()
        self.open_pair(self.key)

    def show_articles(self, articles: Articles) -> None:
        """The texts, from their beginnings."""
        raise NotImplementedError

    def show_unreadable(self, why: str) -> None:
        """In place of the texts."""
        raise NotImplementedError

    def refresh_all(self) -> None:
        """Everything that follows from the desk."""
        raise NotImplementedError

    def open_pair(self, key: PairKey) -> None:
        """Shows the texts at once and sets the workers going for the rest."""
        self.key = key
        self.read.clear()
        try:
            articles = open_articles(self.reviewer.project, key)
        except ReviewerError as error:
            self.desk = None
            self.show_unreadable(str(error))
            self.read.set()
            return
        self.desk = Desk(articles)
        self.show_articles(articles)
        self.call_after_refresh(self._prepare, articles)  # loading the rooms that compare would hold up the text

    @work(thread=True, exclusive=True, group="prepare")
    def _prepare(self, articles: Articles) -> None:
        key, workspace = articles.key, self.reviewer.workspace
        loaded, problem = None, None
        try:
            loaded = workspace.load(key)
        except ReviewerError as error:
            problem = str(error).replace(f"{workspace.project.root}{os.sep}", "")
        self.post_message(self.Loaded(key, loaded, workspace.others(key), problem))
        self._find(articles)

    def recompute(self) -> None:
        """Quotations and matches again, after a correction."""
        if self.desk is not None:
            self._compare(self.desk.articles)

    @work(thread=True, exclusive=True, group="prepare")
    def _compare(self, articles: Articles) -> None:
        self._find(articles)

    def _find(self, articles: Articles) -> None:
        corrections, problems = corrections_of(self.reviewer.workspace, articles.key)
        self.post_message(self.Compared(articles.key, find(articles, corrections), problems))

    @on(Loaded)
    def _take_annotations(self, event: Loaded) -> None:
        if self.desk is None or event.key != self.key:
            return
        read_only = self._of_file(event) or self.reviewer.frozen
        self.desk = Desk(self.desk.articles, self.desk.found, None, event.others, read_only).having(loaded=event.loaded)
        if event.problem:
            self.say(event.problem, "error")
            self.reviewer.tell("your annotations of this pair cannot be read, so nothing is written", "error")
        elif read_only:
            self.say(f"read-only: {read_only}", "warning")
        elif event.loaded and event.loaded.problems:
            self.say("; ".join(event.loaded.problems), "warning")
        self.refresh_all()
        self.reviewer.tell_warnings()
        self.annotations_ready()
        self.read.set()

    def _of_file(self, event: Loaded) -> str | None:
        """Why nothing can be written to one's file on this pair, and what to do about it; None where it can."""
        why, workspace = event.problem, self.reviewer.workspace
        if event.loaded is not None and event.loaded.read_only:
            why = f"{event.loaded.path.relative_to(workspace.project.root)}: {event.loaded.read_only}"
        remedy = (
            "nothing is written on this pair until that is mended and it is opened again; A works under another name"
        )
        return f"{why}; {remedy}" if why else None

    def annotations_ready(self) -> None:
        """For the annotating half: one's records are there."""

    @on(Compared)
    def _take_matches(self, event: Compared) -> None:
        if self.desk is None or event.key != self.key:
            return
        self.desk = self.desk.having(found=event.found)
        for problem in event.problems:
            self.reviewer.tell(problem)
        self.refresh_all()

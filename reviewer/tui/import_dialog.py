"""What to import: asks for paths, the event and the outlet."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Button, Input, Label, Static

from reviewer.project import make_id
from reviewer.text import displayable
from reviewer.tui.fields import Choice
from reviewer.tui.inputs import SafeInput
from reviewer.tui.modal import Modal
from reviewer.tui.shown import line

_LISTED = 2000  # entries of a folder that are looked at for a completion
MATCHING, ONE = "matching events", "one event"  # where articles go
_CORPORA = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".warc", ".rss", ".atom", ".xml")
_NEW = "a new one, named after the first article"
_HINTS = {
    "path": "Pages (.txt .html), corpora (.jsonl .csv .json .parquet), web archives (.warc), feeds (.rss .xml), a folder of them.",
    "event": f"One of your events, or the title of a new one.  Empty: {_NEW}.",
    "into": f"{MATCHING}: each article joins those that tell of the same, in an event of yours or a new one.  {ONE}: all of them.  Space changes it.",
    "outlet": "Only where the pages do not name their outlet themselves.  Empty: as each page says.",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants imported; `event` is None for a new one named after the first article, `title` that of another new one.

    Where it is to be `grouped`, each article goes into the event that it tells of, and neither counts.
    """

    paths: tuple[Path, ...]
    event: str | None
    title: str | None
    outlet: str | None
    grouped: bool = False


def given_paths(text: str) -> list[Path]:
    """The paths in a line as one types it or as a terminal pastes what is dragged into it: quoted, escaped, as file: addresses."""
    text = text.strip()
    if not text:
        return []
    whole = _path(text)
    if _is_there(whole):
        return [whole]
    try:
        pieces = shlex.split(text)
    except ValueError:
        return [whole]
    found = [_path(piece) for piece in pieces]
    return found if all(_is_there(path) for path in found) else [_path(pieces[0]) if len(pieces) == 1 else whole]


def _path(text: str) -> Path:
    if text.startswith("file:"):
        text = unquote(urlsplit(text).path)
    try:
        return Path(text).expanduser()
    except RuntimeError:  # ~somebody who is not here
        return Path(text)


def completed(text: str) -> str | None:
    """`text` with the name of the first file or folder that goes on as it does; folders end in a slash."""
    if not text or text != displayable(text, one_line=True):
        return None
    folder, _, begun = text.rpartition("/")
    at = _path(f"{folder}/" if "/" in text else ".")
    names: list[str] = []
    try:
        with os.scandir(at) as entries:
            for _, entry in zip(range(_LISTED), entries, strict=False):
                hidden = entry.name.startswith(".") and not begun.startswith(".")
                if entry.name.startswith(begun) and not hidden:
                    names.append(entry.name + ("/" if entry.is_dir() else ""))
    except OSError:
        return None
    name = min((name for name in names if name == displayable(name, one_line=True) and name != begun), default=None)
    return None if name is None else f"{text[: len(text) - len(begun)]}{name}"


class _Paths(Suggester):
    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        return completed(value)


class PathInput(SafeInput):
    """A field for a path: tab completes it, and goes on to the next field where there is nothing to complete."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "complete the path", id="import.complete")]

    def action_complete(self) -> None:
        whole = completed(self.value) if self.cursor_position == len(self.value) else None
        if whole is None:
            self.screen.focus_next()
        else:
            self.value = whole
            self.cursor_position = len(whole)


class ImportDialog(Modal[Wish | None]):
    """Gives what is wanted; None on escape."""

    CSS_PATH = "page_screen.tcss"
    HELP_TITLE = "import"
    HELP = (
        "A page (.txt, .html), a corpus, an archive, a feed, or a folder of them.  Nothing is written before you have seen it.  A page goes into "
        "the event you were at, or that you name.  Of a corpus, a folder or several files each article goes into the event it tells of, and new "
        "events are made where none of yours does.  “into” says which of the two, and space changes it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", id="dialog.back"),
        Binding("ctrl+s", "confirm", "look at it", id="dialog.save"),
        Binding("enter", "app.focus_next", "next field", show=False, id="dialog.go-on"),
        Binding("down", "app.focus_next", "next field", show=False, id="dialog.next"),
        Binding("up", "app.focus_previous", "previous field", show=False, id="dialog.previous"),
    ]

    def __init__(self, event: str | None, events: Sequence[str], outlets: Sequence[str]) -> None:
        super().__init__()
        self._event = event
        self._into_chosen = False  # by a person: what the path says does not count any more
        self._events = tuple(events)
        self._outlets = tuple(name for name in outlets if name == line(name))

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False) as frame:
            frame.border_title = "Import articles"
            frame.border_subtitle = "⏎ next · tab completes · ↑ ↓ fields"
            yield Static(Content("What to import?  You see it before it is written."), classes="question")
            with Horizontal(classes="field"):
                yield Label("path", classes="name")
                yield PathInput(placeholder="a file or a folder", id="path", compact=True, suggester=_Paths())
            with Horizontal(classes="field"):
                yield Label("into", classes="name")
                yield Choice((MATCHING, ONE), ONE, id="into")
            with Horizontal(classes="field", id="event-field"):
                yield Label("which event", classes="name")
                known = SuggestFromList(self._events)
                yield SafeInput(self._event or "", placeholder=_NEW, id="event", compact=True, suggester=known)
            with Horizontal(classes="field"):
                yield Label("outlet", classes="name")
                named = SuggestFromList(self._outlets, case_sensitive=False)
                yield SafeInput(placeholder="as the page says", id="outlet", compact=True, suggester=named)
            yield Static(id="hint", classes="hint", markup=False)
            yield Static(id="complaint", classes="complaint", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Next: look at it  ⏎", id="confirm", compact=True, variant="primary")
                yield Button("Cancel  esc", id="cancel", compact=True)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What belongs into the field at hand; on the buttons the last hint stays."""
        hint = _HINTS.get(event.widget.id or "")
        if hint is not None:
            self.query_one("#hint", Static).update(hint)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._complain("")  # which was about what stood there before
        if event.input.id == "event" and event.value != (self._event or ""):
            self._into_chosen = True  # who names an event wants it
            self.query_one(Choice).value = ONE
            self._show_event()
        if event.input.id == "path" and not self._into_chosen:
            self.query_one(Choice).value = MATCHING if holds_many(given_paths(event.value)) else ONE
            self._show_event()

    @on(Choice.Changed)
    def _chosen(self) -> None:
        self._into_chosen = True
        self._show_event()

    def _show_event(self) -> None:
        """Which event is asked for only where there is one."""
        self.query_one("#event-field").display = not self._grouped

    @property
    def _grouped(self) -> bool:
        return self.query_one(Choice).value == MATCHING

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_confirm()

    def _paths(self) -> list[Path]:
        """The paths, as far as all of them are there; else says what is wrong."""
        paths = given_paths(self._value("path"))
        missing = next((path for path in paths if not _is_there(path)), None)
        if not paths or missing is not None:
            self._complain(f"{missing}: no such file or folder" if missing else "give the path of a file or a folder")
            self.query_one("#path").focus()
            return []
        self._complain("")
        return paths

    def _complain(self, text: str) -> None:
        self.query_one("#complaint", Static).update(Content(line(text)))

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    @on(Button.Pressed, "#cancel")
    def _cancelled(self) -> None:
        self.dismiss(None)

    @on(Button.Pressed, "#confirm")
    def action_confirm(self) -> None:
        paths = self._paths()
        if not paths:
            return
        named = "" if self._grouped else self._value("event")
        event, title = (named, None) if named in self._events else (make_id(named, fallback="event"), named)
        if not named:
            event, title = "", None
        self.dismiss(Wish(tuple(paths), event or None, title, self._value("outlet") or None, self._grouped))


def holds_many(paths: Sequence[Path]) -> bool:
    """Whether one may expect articles on several events: several files, a folder, a corpus, an archive, a feed."""
    if len(paths) != 1:
        return bool(paths)
    name = paths[0].name.lower().removesuffix(".gz").removesuffix(".zst")
    return name.endswith(_CORPORA) or _is_folder(paths[0])


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that is too long, or in a closed folder
        return False


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False

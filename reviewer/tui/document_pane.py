"""The pane that shows one article: one caret and one anchor, moved by keyboard and mouse alike."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from reviewer.articles import Article
from reviewer.framing import Place
from reviewer.text import Span
from reviewer.tui.document_layout import Position, Selection
from reviewer.tui.document_marks import Mark, MarkKind
from reviewer.tui.document_reader import DocumentReader
from reviewer.tui.find import Finder, Hit

_SHIFTABLE = frozenset("left right up down home end pageup pagedown ctrl+left ctrl+right ctrl+home ctrl+end".split())
_MOVEMENTS = (
    ("left", "left", "character back"),
    ("right", "right", "character on"),
    ("up", "up", "row up"),
    ("down", "down", "row down"),
    ("page_up", "pageup", "page up"),
    ("page_down", "pagedown", "page down"),
    ("row_start", "home", "start of row"),
    ("row_end", "end", "end of row"),
    ("start", "ctrl+home,g", "start of article"),
    ("end", "ctrl+end,G", "end of article"),
    ("word_back", "comma,ctrl+left", "word back"),
    ("word", "full_stop,ctrl+right", "word on"),
    ("sentence_back", "left_parenthesis", "sentence back"),
    ("sentence", "right_parenthesis", "sentence on"),
    ("paragraph_back", "left_curly_bracket", "paragraph back"),
    ("paragraph", "right_curly_bracket", "paragraph on"),
)


def _movement_bindings() -> list[BindingType]:
    """Each movement's keys, and with shift, where a terminal can send that, the same movement extending the selection."""
    bindings: list[BindingType] = []
    for movement, keys, what in _MOVEMENTS:
        name = movement.replace("_", "-")
        bindings.append(Binding(keys, f"move('{movement}')", what, show=False, id=f"pane.{name}"))
        shifted = ",".join(_shifted(key) for key in keys.split(",") if key in _SHIFTABLE)
        if shifted:
            bindings.append(
                Binding(shifted, f"move('{movement}', True)", f"select: {what}", show=False, id=f"pane.extend-{name}")
            )
    return bindings


def _shifted(key: str) -> str:
    return key.replace("ctrl+", "ctrl+shift+") if key.startswith("ctrl+") else f"shift+{key}"


class DocumentPane(DocumentReader, can_focus=True):
    """An article to read, to select in and to mark: `DocumentView` draws it, `DocumentReader` moves in it."""

    HELP_TITLE = "text"
    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    BINDINGS: ClassVar[list[BindingType]] = [
        *_movement_bindings(),
        Binding("v", "toggle_selecting", "start or end selecting; shift with a move does it too", id="pane.select"),
        Binding("plus", "grow", "grow the selection: word, sentence, paragraph", id="pane.grow"),
        Binding("minus", "shrink", "shrink the selection", id="pane.shrink"),
        Binding("y,ctrl+c", "copy", "copy the selection", id="pane.copy"),
        Binding("escape", "clear_selection", "clear the selection", show=False, id="pane.clear-selection"),
    ]

    @dataclass
    class CaretMoved(Message):
        """The caret is somewhere else; a burst of movements becomes one message."""

        pane: DocumentPane
        position: Position

        @property
        def control(self) -> DocumentPane:
            return self.pane

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, DocumentPane.CaretMoved) and message.pane is self.pane

    @dataclass
    class SelectionChanged(Message):
        """What is selected has changed; None for nothing.  `selecting` says whether `v` is on."""

        pane: DocumentPane
        selection: Selection | None
        selecting: bool

        @property
        def control(self) -> DocumentPane:
            return self.pane

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, DocumentPane.SelectionChanged) and message.pane is self.pane

    @dataclass
    class Scrolled(Message):
        """The reader scrolled (no `follow_to` or quiet `go_to` did); `offset` is the text offset of the first row in view."""

        pane: DocumentPane
        offset: int

        @property
        def control(self) -> DocumentPane:
            return self.pane

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, DocumentPane.Scrolled) and message.pane is self.pane

    @dataclass
    class MarkClicked(Message):
        """The label of a numbered mark was clicked."""

        pane: DocumentPane
        mark: Mark

        @property
        def number(self) -> int:
            """The mark's number, 0 for none."""
            return self.mark.number or 0

        @property
        def control(self) -> DocumentPane:
            return self.pane

    @dataclass
    class Copied(Message):
        """The selection went to the clipboard, as far as the terminal allows."""

        pane: DocumentPane
        text: str

        @property
        def control(self) -> DocumentPane:
            return self.pane

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._finder: Finder | None = None

    # What the screen asks and tells

    @property
    def caret(self) -> Position:
        return self._caret

    @property
    def selecting(self) -> bool:
        """Whether `v` is on: every movement extends."""
        return self._selecting

    @property
    def selected_text(self) -> str:
        chosen = self.selection
        return chosen.span.of(self._text(chosen.place)) if chosen else ""

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self._hits

    @property
    def hit_index(self) -> int | None:
        """Which of `hits` is the current one."""
        return self._hit

    def show(self, article: Article, marks: Iterable[Mark] = ()) -> None:
        """Show an article from its beginning: caret at the start of its text, nothing selected."""
        self._selecting, self._goal = False, None
        self._grown.clear()
        self._finder = Finder(article.title, article.text)
        self._load(article, marks)

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Other marks on the same article; caret, selection and the row at the top stay."""
        self._marks = tuple(marks)
        self._goal = None
        if self._document is not None:
            self._install(self._document.marked(self._marks))

    def activate_mark(self, number: int | None, kind: MarkKind = "match", *, go: bool = True) -> bool:
        """Make the marks of a number stand out and, with `go`, bring the first into view; False if there is none."""
        found = [m for m in self._marks if m.number == number and m.kind == kind] if number is not None else []
        self._active = (kind, number) if found and number is not None else None
        self._strips.clear()
        self.refresh()
        if found and go:
            first = min(found, key=lambda mark: (mark.place != "title", mark.start))
            self.go_to(first.place, first.span)
        return bool(found)

    def go_to(
        self, place: Place, target: int | Span, *, centre: bool = True, select: bool = False, announce: bool = False
    ) -> None:
        """Bring an offset or span into view, the caret at its start, or around it if `select`.

        The scrolling is not announced (`Scrolled`) unless asked for.
        """
        if not self._text(place):
            place, target = "text", target if place == "text" else 0
        length = len(self._text(place))
        span = target if isinstance(target, Span) else Span(target, target)
        start, end = min(span.start, length), min(span.end, length)
        if self._document is None:  # not laid out yet: begin there
            self._top = Position(place, start)
        with self._quietly(not announce):
            self._put(Position(place, end if select else start), start if select and end > start else None)
            self._show_row(self._row(Position(place, start)), centre)

    def follow_to(self, offset: int) -> None:
        """Scroll so that the row of a text offset is the first in view (0: the very top), without saying so."""
        if self._document is not None:
            with self._quietly():
                self.scroll_to(y=self._row(Position("text", offset)) if offset > 0 else 0, animate=False)

    def find(self, query: str) -> tuple[Hit, ...]:
        """Mark every place where the query stands, folded; the first from the caret on becomes the current one ("" clears)."""
        self._hits = self._finder.find(query) if self._finder is not None else ()
        here = (self._caret.place == "text", self._caret.offset)
        at = bisect_left(self._hits, here, key=lambda hit: (hit.place == "text", hit.span.start))
        self._hit = at % len(self._hits) if self._hits else None
        self.refresh()
        return self._hits

    def next_hit(self, step: int = 1) -> Hit | None:
        """Go `step` hits on (negative: back), round the ends; 0 goes to the current one.  None without hits."""
        if self._hit is None:
            return None
        self._hit = (self._hit + step) % len(self._hits)
        hit = self._hits[self._hit]
        self.refresh()
        self.go_to(hit.place, hit.span.start, announce=True)
        return hit

    # What happens inside, said to the screen

    def _scrolled(self) -> None:
        self.post_message(self.Scrolled(self, self.top_offset))

    def _caret_moved(self) -> None:
        self.post_message(self.CaretMoved(self, self._caret))

    def _selection_changed(self) -> None:
        self.post_message(self.SelectionChanged(self, self.selection, self._selecting))

    def _mark_clicked(self, mark: Mark) -> None:
        self.post_message(self.MarkClicked(self, mark))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys that clear or copy are the pane's only while there is something to clear or copy; else they go on to the screen."""
        if action == "clear_selection":
            return self._selecting or self.selection is not None
        return action != "copy" or self.selection is not None

    def action_copy(self) -> None:
        """To the clipboard (OSC 52) and to whoever listens, byte for byte as in the article."""
        self.app.copy_to_clipboard(self.selected_text.encode("utf-8", "replace").decode())
        self.post_message(self.Copied(self, self.selected_text))

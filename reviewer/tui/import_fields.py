"""The fields of an article before it is written: what the page says, what was inferred and from which line, what a person corrects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Static

from reviewer.articles import Article
from reviewer.articles.by_hand import CORRECTABLE, checked_fields
from reviewer.errors import ReviewerError
from reviewer.tui.bars import Hint
from reviewer.tui.inputs import SafeInput
from reviewer.tui.shown import line

_NAMES = {"title": "title", "outlet": "outlet", "byline": "byline", "published": "date"}


class _Field(SafeInput):
    """Its own arrows, since a field's scrolling would hide those of the rows around it from the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "next field", show=False, id="fields.next"),
        Binding("up", "step(-1)", "previous field", show=False, id="fields.previous"),
    ]

    def action_step(self, by: int) -> None:
        self.query_ancestor(ArticleFields).step(by)


class ArticleFields(Vertical):
    """One row a field: its name, its value to correct, and where that comes from."""

    HELP_TITLE = "fields"
    HELP = "Corrected here, they are stated by you and no longer inferred.  Enter goes on to the next field, escape back to the page."
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("fields.previous", "fields.next"), "fields"),
        Hint(("fields.leave",), "to the page"),
        Hint(("page.save",), "write"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "to the page", id="fields.leave"),
    ]

    class Corrected(Message):
        """A field has another value."""

    @dataclass
    class Left(Message):
        """The page is wanted again."""

    def __init__(self) -> None:
        super().__init__()
        self._article = Article("", "")

    def compose(self) -> ComposeResult:
        for name in CORRECTABLE:
            with Horizontal(classes="field"):
                yield Label(_NAMES[name], classes="name", markup=False)
                yield _Field(id=f"field-{name}", compact=True, select_on_focus=False)
                yield Static(id=f"proof-{name}", classes="proof", markup=False)

    def show(self, article: Article) -> None:
        """The fields of an article, as its source gives them."""
        self._article = article
        for name in CORRECTABLE:
            field = self._input(name)
            with self.prevent(Input.Changed):
                field.value = line(getattr(article, name))
            field.cursor_position = 0
            self._prove(name)

    def correct(self, given: Mapping[str, str | None]) -> None:
        """Corrections that were made before."""
        for name, value in given.items():
            if name in CORRECTABLE:
                self._input(name).value = value or ""

    @property
    def corrected(self) -> dict[str, str | None]:
        """The fields that are no longer as they were given."""
        return {name: self._input(name).value.strip() or None for name in CORRECTABLE if self._is_corrected(name)}

    def focus_first(self) -> None:
        self._focus(self._input(CORRECTABLE[0]))

    def _focus(self, field: Input) -> None:
        field.cursor_position = len(field.value)
        field.focus()

    def _input(self, name: str) -> Input:
        return self.query_one(f"#field-{name}", Input)

    def _is_corrected(self, name: str) -> bool:
        return self._input(name).value.strip() != line(getattr(self._article, name)).strip()

    def _prove(self, name: str) -> None:
        given: str | None = getattr(self._article, name)
        proof = self.query_one(f"#proof-{name}", Static)
        value = self._input(name).value
        wrong = ""
        if self._is_corrected(name):
            said = f"yours, was: {line(given)}" if given else "yours"
            try:
                checked_fields({name: value})
            except ReviewerError as error:
                wrong = f"{line(error.what)}; {error.hint}"
        elif name in self._article.inferred:
            said = f"inferred: {line(self._article.inferred[name])}"
        else:
            said = "as the page states it" if given else "unknown"
        proof.update(Content(wrong or said), layout=False)
        proof.set_class(bool(wrong), "-wrong")
        proof.set_class(not wrong and self._is_corrected(name), "-yours")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._prove((event.input.id or "").removeprefix("field-"))
        self.post_message(self.Corrected())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self._input(CORRECTABLE[-1]):
            self.action_leave()
        else:
            self.step(1)

    def step(self, by: int) -> None:
        """To a field further down or up."""
        inputs = [self._input(name) for name in CORRECTABLE]
        at = next((number for number, field in enumerate(inputs) if field.has_focus), 0)
        self._focus(inputs[min(max(0, at + by), len(inputs) - 1)])

    def action_leave(self) -> None:
        self.post_message(self.Left())

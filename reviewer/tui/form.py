"""The docked form in which a difference is written: not modal, so that both texts stay in view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Key
from textual.message import Message
from textual.widgets import Button, Input, Label, Static, TextArea

from reviewer.comparison import Candidate
from reviewer.framing import CONFIDENCES, STATUSES, Anchor, Code, Codebook, Place, SideName
from reviewer.text import displayable
from reviewer.tui.absence import AbsenceSearch
from reviewer.tui.anchor_list import AnchorList
from reviewer.tui.bars import Hint, character_of
from reviewer.tui.boxes import ColumnBox, RowBox, ScrolledBox
from reviewer.tui.draft import SIDES, Draft
from reviewer.tui.fields import Choice, CodePicker
from reviewer.tui.screens import BaseScreen
from reviewer.tui.shown import line
from reviewer.tui.side_fields import SideFields, side_of
from reviewer.tui.text_field import TextField


class DifferenceForm(ColumnBox):
    """Holds a draft and says when it changes; whoever mounts it saves, searches and moves the panes."""

    DEFAULT_CSS = Path(__file__).with_suffix(".tcss").read_text(encoding="utf-8")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "confirm", "save", id="form.save"),
        Binding("escape", "leave", "back, the draft is kept", id="form.leave"),
        Binding("ctrl+r", "discard", "discard what is in the form", id="form.discard"),
        Binding("down", "app.focus_next", "next field", show=False, id="form.next"),
        Binding("up", "app.focus_previous", "previous field", show=False, id="form.previous"),
    ]
    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint(("form.save",), "save"),
        Hint(("form.leave",), "back, draft kept"),
        Hint(("app.focus-next",), "next field"),
        Hint(("form.discard",), "discard"),
        Hint(("app.help",), "help"),
    )
    HELP_TITLE = "form"
    HELP = (
        "Up, down and tab go through the fields.  With a text in focus, v selects and a adds the selection as an anchor; the "
        "texts are one shift+tab away.  Ctrl+s, or enter on Save, writes the record at once; ctrl+r, pressed twice, discards it."
    )

    @dataclass
    class Edited(Message):
        """The draft is another now."""

        draft: Draft

    @dataclass
    class Confirmed(Message):
        """The draft shall become a record."""

        draft: Draft

    class Left(Message):
        """Back to the texts; the draft is kept."""

    class Discarded(Message):
        """The draft is not wanted any more."""

    @dataclass
    class Remarked(Message):
        """Something the analyst should know."""

        text: str

    @dataclass
    class SearchWanted(Message):
        """Candidates for `query` in the article of `side`."""

        side: SideName
        query: str

    @dataclass
    class Visited(Message):
        """A place that the pane of `side` shall show."""

        side: SideName
        place: Place
        start: int
        end: int

    @dataclass
    class SelectionWanted(Message):
        """The selection in the pane of `side` shall replace anchor `index`."""

        side: SideName
        index: int

    @dataclass
    class Taken(Message):
        """A candidate for an absence is there after all."""

        side: SideName
        start: int
        end: int

    def __init__(self, draft: Draft, codebook: Codebook) -> None:
        super().__init__(id="form")
        self.draft = draft
        self.codebook = codebook
        self._names: dict[SideName, str] = {side: side for side in SIDES}
        self._defined = Content()
        self._ready = False
        self._doomed: Draft | None = None  # which draft the next time is discarded

    def compose(self) -> ComposeResult:
        draft = self.draft
        with ScrolledBox(id="fields", can_focus=False):
            with RowBox(classes="field"):
                yield Label("Type", classes="name")
                yield CodePicker(
                    self.codebook.types,
                    (draft.type,) if draft.type else (),
                    single=True,
                    hint="what differs: type a few letters",
                    id="type",
                )
            with RowBox(classes="field"):
                yield Label("Codes", classes="name")
                yield CodePicker(self.codebook.labels, draft.codes, hint="codes of both sides", id="codes")
            with RowBox(id="sides"):
                for side in SIDES:
                    yield SideFields(side, draft, self.codebook)
            with RowBox(classes="field"):
                yield Label("Note", classes="name")
                yield TextField(draft.note, id="note")
            with RowBox(classes="field choices"):
                yield Label("Salience", classes="name")
                yield Choice(("1", "2", "3"), str(draft.salience), id="salience")
                yield Label("Confidence", classes="name second")
                yield Choice(CONFIDENCES, draft.confidence, id="confidence")
            with RowBox(classes="field"):
                yield Label("Status", classes="name")
                yield Choice(STATUSES, draft.status, id="status")
            with RowBox(classes="field buttons"):
                yield Button("Save", id="save", compact=True, variant="primary")
                yield Button("Discard", id="discard", compact=True)
        yield Static(id="definition", markup=False)

    def on_key(self, event: Key) -> None:
        """A letter or enter that no field takes goes no further: it acts neither on the pair behind the form nor on the program."""
        if (event.is_printable or event.key == "enter") and event.key not in self.screen.active_bindings:
            event.stop()

    def lets_through(self, key: str, node: DOMNode) -> bool:
        """Whether a key that is bound at `node` acts while the form has the focus."""
        letter = character_of(key) or ""
        kept = key == "enter" or (letter.isprintable() and letter != "")
        inside = node is self or self in node.ancestors
        return not kept or inside or (node is self.app and not letter.isalnum())

    def mark_focus(self, focused: bool) -> None:
        """Its frame says whether the focus is in it: `:focus-within` would have every field styled anew."""
        if self.has_class("-focused") is not focused:
            self.set_class(focused, "-focused", update=False)
            self.app.stylesheet.update_nodes((self,))

    def allow_focus_children(self) -> bool:
        """Mounted and laid out, but out of view, it is passed by."""
        dock = self.parent
        seen = (
            dock is None
            or dock.has_class("-form-in-front")
            or (dock.has_class("-form") and self.screen.has_class("-wide"))
        )
        return seen and super().allow_focus_children()

    def focus_first(self) -> None:
        self.screen.set_focus(self.query_one("#type Input", Input))

    def show(self, draft: Draft, names: Mapping[SideName, str], order: tuple[SideName, SideName], *, new: bool) -> None:
        """A draft to be written on; `names` are those of the articles by file side, `order` is how they stand on the screen."""
        self._ready = False
        self._doomed = None
        self.draft = draft
        self._names = dict(names)
        self.border_title = "new difference" if new else "difference, being edited"
        if self._side(order[0]) is not self.query_one("#sides").children[0]:
            self.query_one("#sides").move_child(self._side(order[0]), before=0)
        self.define(Content())
        self.query_one("#type", CodePicker).set_chosen((draft.type,) if draft.type else ())
        self.query_one("#codes", CodePicker).set_chosen(draft.codes)
        for picker in self.query(CodePicker):
            picker.set_typed(draft.typed.get(picker.id or "", ""))
        for search in self.query(AbsenceSearch):
            search.set_typed(draft.typed.get(search.id or "", ""))
        for side in SIDES:
            self._side(side).name_it(names[side])
            self._side(side).show(draft)
        with self.prevent(TextArea.Changed):
            self.query_one("#note", TextField).text = displayable(draft.note)
        self.query_one("#salience", Choice).value = str(draft.salience)
        self.query_one("#confidence", Choice).value = draft.confidence
        self.query_one("#status", Choice).value = draft.status
        self._ready = True

    def _side(self, side: SideName) -> SideFields:
        return self.query_one(f"#side-{side}", SideFields)

    def _set(self, draft: Draft) -> None:
        if self._ready and draft != self.draft:
            self.draft = draft
            self.post_message(self.Edited(draft))

    def add_anchors(self, side: SideName, anchors: tuple[Anchor, ...]) -> None:
        """The pane's selection, or a match's pieces, as anchors of a side."""
        self._set(self.draft.with_anchors(side, anchors))
        self._side(side).show(self.draft)

    def replace_anchor(self, side: SideName, index: int, anchor: Anchor) -> None:
        """Another place for one anchor: its boundaries changed without deleting it."""
        there = self.draft.side(side)
        kept = replace(anchor, extra=there.anchors[index].extra)
        anchors = (*there.anchors[:index], kept, *there.anchors[index + 1 :])
        self._set(self.draft.with_side(side, replace(there, anchors=anchors)))
        self._side(side).show(self.draft)

    def answer(self, side: SideName, query: str, candidates: tuple[Candidate, ...]) -> None:
        """What a search in the article of `side` brought."""
        search = self._side(side).query_one(AbsenceSearch)
        search.answer(query, candidates)
        self.call_after_refresh(search.scroll_visible, animate=False)

    def define(self, text: Content) -> None:
        """The line at the bottom: a code's definition, or what went wrong."""
        if text != self._defined:  # another text lays the form out anew
            self._defined = text
            self.query_one("#definition", Static).update(text)

    @on(CodePicker.Reached)
    def _define(self, event: CodePicker.Reached) -> None:
        event.stop()
        self.define(_definition(event.code) if event.code else Content())
        if isinstance(self.screen, BaseScreen):
            self.screen.show_hints()  # enter and up are the picker's only while it is open

    @on(CodePicker.NotTaken)
    def _not_taken(self, event: CodePicker.NotTaken) -> None:
        event.stop()
        what = "type" if event.picker.id == "type" else "code"
        why = "enter takes the one that is highlighted" if event.fitting else "the codebook has none; ↓ lists all"
        self.post_message(self.Remarked(f"“{event.typed}” is not taken as a {what}: {why}"))

    @on(CodePicker.Typed)
    def _typed(self, event: CodePicker.Typed) -> None:
        event.stop()
        self._set(self.draft.with_typed(event.picker.id or "", event.text))

    @on(CodePicker.Changed, "#type")
    @on(CodePicker.Changed, "#codes")
    def _type_and_codes(self) -> None:
        types, codes = (self.query_one(f"#{name}", CodePicker).chosen for name in ("type", "codes"))
        self._set(replace(self.draft, type=types[0] if types else None, codes=codes))

    @on(CodePicker.Changed, "SideFields CodePicker")
    def _side_codes(self, event: CodePicker.Changed) -> None:
        event.stop()
        side = side_of(event.picker)
        self._set(self.draft.with_side(side, replace(self.draft.side(side), codes=event.codes)))

    @on(Choice.Changed, "SideFields Choice")
    def _state(self, event: Choice.Changed) -> None:
        event.stop()
        side = side_of(event.choice)
        there = self.draft.side(side)
        absent = event.value == "absent"
        self._set(self.draft.with_side(side, replace(there, state="absent" if absent else "present")))
        self._side(side).set_class(absent, "-absent")
        if absent and not there.queries:
            other = self.draft.side("left" if side == "right" else "right")
            for anchor in other.anchors:
                self.post_message(self.SearchWanted(side, anchor.exact))

    @on(Choice.Changed, "#salience")
    @on(Choice.Changed, "#confidence")
    @on(Choice.Changed, "#status")
    def _choices(self) -> None:
        salience, *words = (self.query_one(f"#{name}", Choice).value for name in ("salience", "confidence", "status"))
        self._set(replace(self.draft, salience=int(salience), confidence=words[0], status=words[1]))  # type: ignore[arg-type]

    @on(TextArea.Changed, "#note")
    def _note(self) -> None:
        self._set(replace(self.draft, note=self.query_one(TextField).edited(self.draft.note)))

    @on(AnchorList.Changed)
    def _anchors(self, event: AnchorList.Changed) -> None:
        event.stop()
        side = side_of(event.anchors_list)
        self._set(self.draft.with_side(side, replace(self.draft.side(side), anchors=event.anchors)))

    @on(AnchorList.ReplaceWanted)
    def _replace(self, event: AnchorList.ReplaceWanted) -> None:
        self.post_message(self.SelectionWanted(side_of(event.anchors_list), event.index))

    @on(AnchorList.Typed)
    def _typed_on_anchors(self) -> None:
        self.post_message(self.Remarked("words do nothing to an anchor: delete removes it; tab goes on to the fields"))

    @on(AnchorList.Visited)
    def _visit_anchor(self, event: AnchorList.Visited) -> None:
        anchor = event.anchor
        self.post_message(self.Visited(side_of(event.anchors_list), anchor.place, anchor.start, anchor.end))

    @on(AbsenceSearch.Wanted)
    def _search(self, event: AbsenceSearch.Wanted) -> None:
        self.post_message(self.SearchWanted(side_of(event.search), event.query))

    @on(Input.Changed, "AbsenceSearch Input")
    def _search_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._set(self.draft.with_typed(f"{side_of(event.input)}-search", event.value))

    @on(AbsenceSearch.Changed)
    def _searched(self, event: AbsenceSearch.Changed) -> None:
        side = side_of(event.search)
        self._set(self.draft.with_side(side, replace(self.draft.side(side), queries=event.queries, best=event.best)))

    @on(AbsenceSearch.Visited)
    def _visit_candidate(self, event: AbsenceSearch.Visited) -> None:
        self.post_message(self.Visited(side_of(event.search), "text", event.candidate.start, event.candidate.end))

    @on(AbsenceSearch.Taken)
    def _taken(self, event: AbsenceSearch.Taken) -> None:
        self.post_message(self.Taken(side_of(event.search), event.candidate.start, event.candidate.end))

    @on(Button.Pressed, "#save")
    def action_confirm(self) -> None:
        self._read()
        problem = self.draft.problem(self._names)
        if problem is None:
            self.post_message(self.Confirmed(self.draft))
        else:
            self.define(Content.styled(line(problem), "bold $warning"))

    def _read(self) -> None:
        """All that is typed and chosen, as it stands: of keys that come in one breath the fields may not have told yet."""
        draft = self.draft
        for side in SIDES:
            codes = self._side(side).query_one(CodePicker).chosen
            draft = draft.with_side(side, replace(draft.side(side), codes=codes))
        for picker in self.query(CodePicker):
            draft = draft.with_typed(picker.id or "", picker.typed)
        self._set(draft)
        self._type_and_codes()
        self._choices()
        self._note()

    @on(Button.Pressed, "#discard")
    def _discard(self) -> None:
        self.post_message(self.Discarded())

    def action_discard(self) -> None:
        """Of something that was typed only at the second time: it is gone then."""
        if self.draft.empty or self.draft == self._doomed:
            self._discard()
        else:
            self._doomed = self.draft
            self.define(Content.styled("once more discards what you did in this form, for good", "bold $warning"))

    def action_leave(self) -> None:
        self.post_message(self.Left())


def _definition(code: Code) -> Content:
    example = f"  e.g. {line(code.example)}" if code.example else ""
    return Content.assemble((f"{line(code.path)}: ", "bold"), line(code.definition), (example, "italic $muted"))

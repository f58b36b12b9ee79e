"""One side of the form: present with its anchors and codes, or absent with what was searched."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label

from reviewer.framing import Codebook, SideName
from reviewer.tui.absence import AbsenceSearch
from reviewer.tui.anchor_list import AnchorList
from reviewer.tui.boxes import ColumnBox, RowBox
from reviewer.tui.draft import Draft
from reviewer.tui.fields import Choice, CodePicker
from reviewer.tui.shown import line


class SideFields(ColumnBox):
    """One side: present with anchors and codes of its own, or absent with what was searched."""

    def __init__(self, side: SideName, draft: Draft, codebook: Codebook) -> None:
        super().__init__(id=f"side-{side}", classes="side")
        self.side: SideName = side
        self._draft = draft.side(side)
        self._codebook = codebook
        self._named = ""

    def compose(self) -> ComposeResult:
        with RowBox(classes="field"):
            yield Label(self.side, classes="name", markup=False)
            yield Choice(("present", "absent"), self._draft.state, id=f"{self.side}-state")
        yield AnchorList(self._draft.anchors, id=f"{self.side}-anchors")
        yield CodePicker(
            self._codebook.labels, self._draft.codes, hint="codes of this side only", id=f"{self.side}-codes"
        )
        yield AbsenceSearch(id=f"{self.side}-search")

    def on_mount(self) -> None:
        self.set_class(self._draft.state == "absent", "-absent")

    def name_it(self, name: str) -> None:
        """The article is called so."""
        if name != self._named:
            self._named = name
            self.query_one(".name", Label).update(Content(line(name)))

    def show(self, draft: Draft) -> None:
        """The side of another draft."""
        there = draft.side(self.side)
        self.set_class(there.state == "absent", "-absent")
        self.query_one(Choice).value = there.state
        self.query_one(AnchorList).show(there.anchors)
        self.query_one(CodePicker).set_chosen(there.codes)
        self.query_one(AbsenceSearch).reset(there.queries, there.best)


def side_of(widget: Widget) -> SideName:
    """The side whose fields a widget is among."""
    return next(node.side for node in widget.ancestors if isinstance(node, SideFields))

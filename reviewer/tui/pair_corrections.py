"""Correcting what was taken for a quotation: not speech, speech after all, another speaker; obeyed at once and in every pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from reviewer.errors import ReviewerError
from reviewer.framing import FileChanged, QuotationCorrection, SideName, anchor_at, new_id
from reviewer.text import Span
from reviewer.tui.asking import asks
from reviewer.tui.desk import SIDES, corrections_of
from reviewer.tui.pair_lists import DIFFERENCES, MATCHES
from reviewer.tui.pair_saving import PairSaving
from reviewer.tui.shown import clipped


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks on one side: what the machine made of them."""

    side: SideName
    span: Span
    is_speech: bool
    speaker: str | None


class PairCorrections(PairSaving):
    """The pair with corrections of its quotations."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "correct", "correct the quotation: not speech, speech, other speaker", id="pair.correct"),
    ]

    def _marked(self) -> list[Marked]:
        """What is meant: the selection, else the quotation at the caret, else those of the highlighted row."""
        if self.desk is None or self.desk.found is None:
            return []
        side = self.focused_side
        if side is not None:
            chosen, caret = self.pane(side).selection, self.pane(side).caret
            if chosen is not None and chosen.place == "text":
                known = [marked for marked in self._all_marked(side) if marked.span == chosen.span]
                return known or [Marked(side, chosen.span, False, None)]
            here = [m for m in self._all_marked(side) if m.span.start <= caret.offset <= m.span.end]
            return sorted(here, key=lambda m: len(m.span))[:1] if caret.place == "text" else []
        row = self.rows.row
        if row is None or self.tab == DIFFERENCES:
            return []
        spans = {name: Span(target[1], target[2]) for name, target in row.targets.items()}
        overlapping = [
            m for name in SIDES if name in spans for m in self._all_marked(name) if m.span.overlaps(spans[name])
        ]
        return overlapping if self.tab == MATCHES else overlapping[:1]

    def _all_marked(self, side: SideName) -> list[Marked]:
        if self.desk is None or self.desk.found is None:
            return []
        found = self.desk.found[side]
        return [Marked(side, q.span, True, q.speaker or q.mention) for q in found.quotes] + [
            Marked(side, n.span, False, None) for n in found.not_speech
        ]

    @asks
    async def action_correct(self) -> None:
        desk, several = self.desk, self._marked()
        if desk is None or not several:
            self.say("no quotation here: put the caret in one, or select its words")
            return
        if desk.read_only:
            self.say(self._why_not(), "warning")
            return
        at = 0
        if len(several) > 1:
            answers = [
                (str(i + 1), f"{desk.articles.names[m.side]}: “{clipped(m.span.of(desk.articles[m.side].text), 60)}”")
                for i, m in enumerate(several[:9])
            ]
            answer = await self.ask("Which quotation?", answers)
            if answer is None:
                return
            at = int(answer) - 1
        await self._correct(several[at])

    async def _correct(self, marked: Marked) -> None:
        desk = self.desk
        if desk is None:
            return
        text = desk.articles[marked.side].text
        answers = [("n", "not speech")] if marked.is_speech else [("i", "is speech")]
        answers.append(("s", "is speech, by another speaker …"))
        if self._correction(marked) is not None:
            answers.append(("t", "take your correction back"))
        answer = await self.ask(f"“{clipped(marked.span.of(text), 60)}”", answers)
        speaker = None
        if answer == "s":
            given = await self.ask_fields("Who says it?", {"speaker": marked.speaker or ""})
            if given is None:
                return
            speaker = given["speaker"] or None
        if answer is not None:
            self._put(marked, answer, speaker)

    def _correction(self, marked: Marked) -> QuotationCorrection | None:
        known, _ = corrections_of(self.reviewer.workspace, self.key)
        return next((c for c in known[marked.side] if c.anchor.span == marked.span), None)

    def _put(self, marked: Marked, answer: str, speaker: str | None) -> None:
        desk, workspace = self.desk, self.reviewer.workspace
        if desk is None:
            return
        article, old = desk.articles[marked.side], self._correction(marked)
        try:
            if answer == "t" and old is not None:
                workspace.remove_correction(self.key.event, article.id, old.id)
            else:
                anchor = old.anchor if old else anchor_at(article.text, marked.span.start, marked.span.end)
                correction = QuotationCorrection(old.id if old else new_id("q"), anchor, answer != "n", speaker)
                workspace.put_correction(self.key.event, article.id, correction)
        except FileChanged as error:
            self.say(f"{error}: open the pair again (N, P) to read it", "error")
            return
        except ReviewerError as error:
            self.say(str(error), "error")
            return
        self.recompute()
        self.say("corrected, here and in every pair · u undoes")

"""A difference while it is being written: what the form holds, what is kept of it as one types, what it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from reviewer.framing import (
    CONFIDENCES,
    STATUSES,
    Anchor,
    Confidence,
    Difference,
    DifferenceSide,
    Rejected,
    Searched,
    SideName,
    State,
    Status,
    new_id,
)

SIDES: tuple[SideName, SideName] = ("left", "right")
_WHOLE = ("type", "codes")  # the fields of codes that are of no side


@dataclass(frozen=True, slots=True)
class SideDraft:
    """One side; what was searched is kept while the state goes to and fro, and written only where it is absent."""

    state: State = "present"
    anchors: tuple[Anchor, ...] = ()
    codes: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    best: Rejected | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """`id` is the record's: random for a new one, the old one for an edit.  `typed` is, by field, what was typed and is not taken yet."""

    id: str
    type: str | None = None
    codes: tuple[str, ...] = ()
    left: SideDraft = field(default_factory=SideDraft)
    right: SideDraft = field(default_factory=SideDraft)
    note: str = ""
    salience: int = 2
    confidence: Confidence = "medium"
    status: Status = "open"
    typed: Mapping[str, str] = field(default_factory=dict)

    def side(self, name: SideName) -> SideDraft:
        return self.left if name == "left" else self.right

    def with_side(self, name: SideName, side: SideDraft) -> Draft:
        return replace(self, left=side) if name == "left" else replace(self, right=side)

    def with_typed(self, name: str, text: str) -> Draft:
        """What stands in a field that takes only what it knows."""
        others = {key: value for key, value in self.typed.items() if key != name}
        return replace(self, typed={**others, name: text} if text else others)

    def with_anchors(self, name: SideName, anchors: tuple[Anchor, ...]) -> Draft:
        """The anchors added to a side, each once; a side with an anchor is present."""
        side = self.side(name)
        new = tuple(
            a for a in anchors if (a.place, a.start, a.end) not in {(b.place, b.start, b.end) for b in side.anchors}
        )
        return self.with_side(name, replace(side, state="present", anchors=(*side.anchors, *new)))

    def crowded(self, name: SideName, anchors: tuple[Anchor, ...]) -> str:
        """What is to be said of adding these anchors to a side: that they are there, or overlap one that is; else nothing."""
        there = self.side(name).anchors
        if any((a.place, a.span) == (b.place, b.span) for a in anchors for b in there):
            return "these words are an anchor already"
        if any(a.place == b.place and a.span.overlaps(b.span) for a in anchors for b in there):
            return "they overlap an anchor that is there already"
        return ""

    def problem(self, names: Mapping[SideName, str]) -> str | None:
        """What keeps it from being saved, in a line; None when it can be."""
        if self.left.state == self.right.state == "absent":
            return "at most one side can be absent"
        for name in SIDES:
            side = self.side(name)
            if side.state == "present" and not side.anchors:
                return f"{names[name]}: select its words (v) and press a, or mark it absent"
        takers = [*_WHOLE, *(f"{name}-codes" for name in SIDES if self.side(name).state == "present")]
        typed = next((self.typed[name].strip() for name in takers if self.typed.get(name, "").strip()), None)
        return f"“{typed}” is typed but not taken as a code: take one (⏎), or delete what is typed" if typed else None

    @property
    def empty(self) -> bool:
        """Nothing in it that would be missed."""
        return self == Draft(self.id)


def new_draft() -> Draft:
    return Draft(new_id("fd"))


def draft_of(record: Difference) -> Draft:
    def side(there: DifferenceSide) -> SideDraft:
        searched = there.searched or Searched(())
        return SideDraft(there.state, there.anchors, there.codes, searched.queries, searched.best)

    return Draft(
        record.id,
        record.type,
        record.codes,
        side(record.left),
        side(record.right),
        record.note,
        record.salience,
        record.confidence,
        record.status,
    )


def difference_of(draft: Draft, old: Difference | None) -> Difference:
    """The record to be stored; times and unknown keys of the old one are kept."""

    def side(name: SideName) -> DifferenceSide:
        there = draft.side(name)
        extra = old.side(name).extra if old else {}
        if there.state == "absent":
            return DifferenceSide("absent", searched=Searched(there.queries, there.best), extra=extra)
        return DifferenceSide("present", there.anchors, there.codes, extra=extra)

    record = old or Difference(draft.id, None, (), DifferenceSide("present"), DifferenceSide("present"))
    return replace(
        record,
        type=draft.type,
        codes=draft.codes,
        left=side("left"),
        right=side("right"),
        note=draft.note,
        salience=draft.salience,
        confidence=draft.confidence,
        status=draft.status,
    )


def draft_to_mapping(draft: Draft) -> dict[str, Any]:
    """Plain text, numbers, lists and mappings, for the drafts' file."""
    return asdict(draft)


def draft_from_mapping(stored: Mapping[str, Any]) -> Draft | None:
    """The draft in a file; None where it is no draft of ours (an older version's, or damaged)."""
    try:
        side = {name: _side(stored.get(name) or {}) for name in SIDES}
        return Draft(
            str(stored["id"]),
            str(stored["type"]) if stored.get("type") else None,
            tuple(map(str, stored.get("codes") or ())),
            side["left"],
            side["right"],
            str(stored.get("note") or ""),
            min(3, max(1, int(stored.get("salience") or 2))),
            next((c for c in CONFIDENCES if c == stored.get("confidence")), "medium"),
            next((s for s in STATUSES if s == stored.get("status")), "open"),
            {str(name): str(text) for name, text in (stored.get("typed") or {}).items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _side(stored: Mapping[str, Any]) -> SideDraft:
    best = stored.get("best")
    known = {item.name for item in fields(Anchor)}
    return SideDraft(
        "absent" if stored.get("state") == "absent" else "present",
        tuple(
            Anchor(
                **{
                    **{k: v for k, v in anchor.items() if k in known},
                    "start": int(anchor["start"]),
                    "end": int(anchor["end"]),
                }
            )
            for anchor in stored.get("anchors") or ()
        ),
        tuple(map(str, stored.get("codes") or ())),
        tuple(map(str, stored.get("queries") or ())),
        Rejected(int(best["score"]), str(best["exact"]), int(best["start"]), int(best["end"])) if best else None,
    )

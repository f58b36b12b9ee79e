"""Changes as values: what was before and what is after, so that each can be done, undone and done again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from reviewer.errors import ReviewerError
from reviewer.framing.values import (
    Anchor,
    ArticleCorrections,
    Difference,
    PairAnnotations,
    QuotationCorrection,
    Verdict,
)

Section = Literal["differences", "verdicts", "corrections"]
Field = Literal["done", "note"]
Annotation = Difference | Verdict | QuotationCorrection
Content = PairAnnotations | ArticleCorrections
_LABEL = 40  # code points of an anchor that a label quotes


@dataclass(frozen=True, slots=True, order=True)
class PairKey:
    """A pair of articles of one event; `left` and `right` in code-point order, as in the file's name."""

    event: str
    left: str
    right: str

    @classmethod
    def of(cls, event: str, one: str, other: str) -> PairKey:
        left, right = sorted((one, other))
        return cls(event, left, right)


@dataclass(frozen=True, slots=True, order=True)
class ArticleKey:
    """One article of one event."""

    event: str
    article: str


Key = PairKey | ArticleKey


def in_words(record: Annotation | None, identity: str) -> str:
    """What a record is about, for a person: the words of its first anchor, shortened; its id where it has none."""
    if record is None:
        return identity
    anchors = (record.anchor,) if isinstance(record, QuotationCorrection) else _anchors(record)
    words = " ".join(anchors[0].exact.split()) if anchors else ""
    if not words:
        return identity
    return f"“{words}”" if len(words) <= _LABEL else f"“{words[: _LABEL - 1].rstrip()}…”"


def _anchors(record: Difference | Verdict) -> tuple[Anchor, ...]:
    if isinstance(record, Verdict):
        return (*record.left, *record.right)
    return (*record.left.anchors, *record.right.anchors)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record made (`before` None), replaced, or taken out (`after` None), at `index` of its list."""

    section: Section
    index: int
    before: Annotation | None
    after: Annotation | None

    @property
    def id(self) -> str:
        return (self.after or cast(Annotation, self.before)).id

    @property
    def target(self) -> tuple[str, str]:
        """What it changes, for comparing with other changes."""
        return self.section, self.id


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`done` or `note` of a pair."""

    field: Field
    before: bool | str
    after: bool | str

    @property
    def target(self) -> tuple[str, str]:
        """What it changes, for comparing with other changes."""
        return "field", self.field


@dataclass(frozen=True, slots=True)
class Change:
    """What was done, undone or done again: where, and in words."""

    key: Key
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the analyst's, undone and done again as a whole."""

    key: Key
    label: str
    changes: tuple[RecordChange | FieldChange, ...]

    def reversed(self) -> Step:
        return Step(self.key, self.label, tuple(_reversed(change) for change in reversed(self.changes)))

    @property
    def change(self) -> Change:
        return Change(self.key, self.label)


class Conflict(ReviewerError):  # noqa: N818 - it says what happened
    """A change does not fit what is there now: someone has changed the same record since."""


def _reversed(change: RecordChange | FieldChange) -> RecordChange | FieldChange:
    if isinstance(change, RecordChange):
        return replace(change, before=change.after, after=change.before)
    return replace(change, before=change.after, after=change.before)


def _with_record(content: Content, change: RecordChange, *, over: bool) -> Content:
    there: tuple[Any, ...] = getattr(content, change.section)
    now = next((record for record in there if record.id == change.id), None)
    if now == change.after:
        return content
    if now != change.before and not over:
        raise Conflict(f"{change.id} has been changed since", hint="look at it as it is now, then decide")
    if now is None:
        records = there if change.after is None else (*there[: change.index], change.after, *there[change.index :])
    elif change.after is None:
        records = tuple(record for record in there if record.id != change.id)
    else:
        records = tuple(change.after if record.id == change.id else record for record in there)
    changed: dict[str, Any] = {change.section: records}
    return replace(content, **changed)


def apply(content: Content, changes: Iterable[RecordChange | FieldChange], *, over: bool = False) -> Content:
    """The content after the changes; raises Conflict when a record is not as it was before, unless `over`."""
    for change in changes:
        if isinstance(change, RecordChange):
            content = _with_record(content, change, over=over)
        else:
            changed: dict[str, Any] = {change.field: change.after}
            content = replace(content, **changed)
    return content


class History:
    """What can be undone and done again, across pairs, without limit, for one session."""

    def __init__(self) -> None:
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def add(self, step: Step) -> None:
        self.done.append(step)
        self.undone.clear()

    def forget(self, key: Key) -> None:
        self.done = [step for step in self.done if step.key != key]
        self.undone = [step for step in self.undone if step.key != key]

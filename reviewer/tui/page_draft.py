"""A page as a person goes through it: which paragraphs are kept, which cut, which runs of cut ones lie open.  Values only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from reviewer.articles.originals import Paragraph
from reviewer.tui.shown import clipped, plural

ItemKind = Literal["paragraph", "folded", "unfolded"]
_KINDS_NAMED = 3


@dataclass(frozen=True, slots=True)
class Item:
    """What one goes to: a paragraph, or the line that stands for the run of cut ones from `first` to `last` (both included).

    `unfolded` is the line above an open run, whose paragraphs follow as items of their own.
    """

    kind: ItemKind
    first: int
    last: int

    @property
    def numbers(self) -> range:
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class PageDraft:
    """`decisions` are a person's, by paragraph, and only those that differ from how the page came; `opened` are cut paragraphs shown."""

    paragraphs: Sequence[Paragraph]
    decisions: Mapping[int, bool] = field(default_factory=dict)
    opened: frozenset[int] = frozenset()

    def kept(self, number: int) -> bool:
        return self.decisions.get(number, self.paragraphs[number].kept)

    def items(self) -> tuple[Item, ...]:
        """What is shown, from top to bottom."""
        made: list[Item] = []
        at = 0
        while at < len(self.paragraphs):
            if self.kept(at):
                made.append(Item("paragraph", at, at))
                at += 1
                continue
            first, is_open = at, at in self.opened
            while at < len(self.paragraphs) and not self.kept(at) and (at in self.opened) == is_open:
                at += 1
            made.append(Item("unfolded" if is_open else "folded", first, at - 1))
            if is_open:
                made += [Item("paragraph", number, number) for number in range(first, at)]
        return tuple(made)

    def run(self, number: int) -> range:
        """The run that `X` takes with a paragraph: of cut ones the whole, of kept ones from here to the next cut."""
        kept = self.kept(number)
        first = last = number
        while not kept and first > 0 and not self.kept(first - 1):
            first -= 1
        while last + 1 < len(self.paragraphs) and self.kept(last + 1) == kept:
            last += 1
        return range(first, last + 1)

    def deciding(self, numbers: Iterable[int], keep: bool) -> PageDraft:
        """Paragraphs kept or cut; what is cut so stays in view."""
        decisions = dict(self.decisions)
        changed = [number for number in numbers if self.kept(number) != keep]
        for number in changed:
            if self.paragraphs[number].kept == keep:
                decisions.pop(number)
            else:
                decisions[number] = keep
        opened = self.opened if keep else self.opened.union(changed)
        return replace(self, decisions=decisions, opened=opened)

    def showing(self, numbers: Iterable[int], shown: bool) -> PageDraft:
        """Cut paragraphs unfolded or folded."""
        return replace(self, opened=self.opened.union(numbers) if shown else self.opened.difference(numbers))

    def around(self, number: int) -> range:
        """The open run of cut paragraphs that a paragraph lies in."""
        first = last = number
        while first > 0 and not self.kept(first - 1) and first - 1 in self.opened:
            first -= 1
        while last + 1 < len(self.paragraphs) and not self.kept(last + 1) and last + 1 in self.opened:
            last += 1
        return range(first, last + 1)

    @property
    def _kept_lines(self) -> int:
        return sum(one.lines for number, one in enumerate(self.paragraphs) if self.kept(number))

    @property
    def _yours(self) -> str:
        return f" · {len(self.decisions)} by you" if self.decisions else ""

    @property
    def counts(self) -> str:
        """`31 lines kept · 120 cut · 2 by you`."""
        kept = self._kept_lines
        every = sum(one.lines for one in self.paragraphs)
        return f"{plural(kept, 'line')} kept · {every - kept:,} cut{self._yours}"

    @property
    def short_counts(self) -> str:
        """`31 kept · 2 by you`."""
        return f"{self._kept_lines:,} kept{self._yours}"

    def label(self, item: Item) -> str:
        """The line of a run: how many lines were cut, of which kinds, and how the first begins."""
        paragraphs = [self.paragraphs[number] for number in item.numbers]
        kinds = Counter(one.kind for one in paragraphs)
        named = ", ".join(kind for kind, _ in kinds.most_common(_KINDS_NAMED))
        more = ", …" if len(kinds) > _KINDS_NAMED else ""
        yours = ", by you" if all(number in self.decisions for number in item.numbers) else ""
        lines = plural(sum(one.lines for one in paragraphs), "line")
        begins = f" · {clipped(paragraphs[0].words, 60)}" if item.kind == "folded" else ""
        return f"{'▸' if item.kind == 'folded' else '▾'} {lines} cut{yours}: {named}{more}{begins}"

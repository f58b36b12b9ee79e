"""Half-open ranges of code points."""

from __future__ import annotations

from dataclasses import dataclass

_set = object.__setattr__


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """`[start, end)` in Unicode code points of one text; may be empty, never reversed."""

    start: int
    end: int

    def __init__(
        self, start: int, end: int
    ) -> None:  # some seventy a comparison: a third of the time goes without a second call
        if not 0 <= start <= end:
            raise ValueError(f"not a span: [{start}, {end})")
        _set(self, "start", start)
        _set(self, "end", end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def of(self, text: str) -> str:
        """The words of `text` in this span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """How many code points both have."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def overlaps(self, other: Span) -> bool:
        return self.shared(other) > 0

    def iou(self, other: Span) -> float:
        """Intersection over union, 0–1; two empty spans at one place have 0."""
        shared = self.shared(other)
        union = len(self) + len(other) - shared
        return shared / union if union else 0.0

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

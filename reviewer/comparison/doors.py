"""The functions other rooms call (a first, empty version: each moves to the module that does the work)."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.comparison.values import Candidate, Side, Utterance, Wording


def candidates(query: str, text: str, *, limit: int = 5) -> tuple[Candidate, ...]:
    """The places of `text` most like `query`, best first: what an analyst looks at before recording an absence."""
    del query, text, limit
    return ()


def utterances(articles: Mapping[str, Side]) -> tuple[Utterance, ...]:
    """The utterances of an event (article id → side), by how many articles have them, then by place."""
    del articles
    return ()


def wording(left: Side, right: Side) -> Wording:
    """How the two differ in their choice of words."""
    del left, right
    return Wording()

"""A pair as the analyst finds it: the records of the file, and what has become of their anchors and codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from reviewer.errors import ReviewerError
from reviewer.framing.anchors import OK, AnchorCheck
from reviewer.framing.history import PairKey
from reviewer.framing.store import Opened, anchors_of, open_file
from reviewer.framing.values import Anchor, Codebook, Difference, PairAnnotations, SideName
from reviewer.project import Project


@dataclass(frozen=True, slots=True)
class LoadedPair:
    """A pair as it was opened.  `annotations` are as in the file, no anchor moved; `checks` says what became of each anchor."""

    annotations: PairAnnotations
    checks: Mapping[tuple[SideName, Anchor], AnchorCheck]
    problems: tuple[str, ...]
    path: Path
    read_only: str | None = None

    def check(self, side: SideName, anchor: Anchor) -> AnchorCheck:
        return self.checks.get((side, anchor), OK)


def unknown_codes(difference: Difference, codebook: Codebook) -> list[str]:
    """The codes of a difference that the codebook does not have, its type first."""
    said = [difference.type] if difference.type else []
    said += [*difference.codes, *difference.left.codes, *difference.right.codes]
    return [code for code in said if codebook.find(code) is None]


def loaded_pair(opened: Opened, codebook: Codebook) -> LoadedPair:
    """What `opened` holds, checked against its articles and the codebook; nothing is changed."""
    annotations = cast(PairAnnotations, opened.content)
    checks: dict[tuple[SideName, Anchor], AnchorCheck] = {}
    problems = list(opened.problems)
    for identity, side, anchor in anchors_of(annotations):
        check = checks.get((side, anchor)) or opened.check(side, anchor)
        checks[side, anchor] = check
        if check.status == "orphan":
            problems.append(f"{opened.path}: {identity}: an anchor of the {side} side is not found any more")
    for difference in annotations.differences:
        strange = unknown_codes(difference, codebook)
        problems += [f"{opened.path}: {difference.id}: the codebook {codebook.id} has no {code}" for code in strange]
    for ref, article in zip((annotations.left, annotations.right), opened.articles, strict=True):
        if article is not None and ref.sha256 != article.sha256:
            problems.append(f"{opened.path}: the text of {ref.article} has changed since it was annotated")
    return LoadedPair(annotations, checks, tuple(problems), opened.path, opened.frozen)


def load_pair(project: Project, key: PairKey, analyst: str, codebook: Codebook) -> LoadedPair:
    """What an analyst's file on a pair holds, only to be read; raises ReviewerError when it cannot be read or holds nothing."""
    opened = open_file(project, key, analyst, (codebook.id, codebook.version))
    if not opened.exists:
        raise ReviewerError("the file is empty", where=opened.path, hint="bring it back from git")
    return loaded_pair(opened, codebook)

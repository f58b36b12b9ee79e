"""The records of annotation files: from nodes to values, and from values to what is written (DESIGN, "Files on disk")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviewer.errors import ReviewerError
from reviewer.files import Block, Flow, Node, emit, parse_yaml
from reviewer.framing.nodes import Fields, Where
from reviewer.framing.values import (
    CONFIDENCES,
    ROLES,
    STATUSES,
    Anchor,
    Difference,
    DifferenceSide,
    QuotationCorrection,
    Rejected,
    Searched,
    Verdict,
)

VERDICTS = ("confirmed", "rejected", "added")
_ANCHOR = frozenset({"in", "role", "exact", "prefix", "suffix", "start", "end"})
_SIDE = frozenset({"state", "codes", "anchors", "searched"})
_DIFFERENCE = frozenset(
    {"id", "type", "codes", "left", "right", "note", "salience", "confidence", "status", "created", "modified"}
)
_VERDICT = frozenset({"id", "verdict", "kind", "relation", "flags", "speakers", "left", "right"})
_CORRECTION = frozenset({"id", "anchor", "is_speech", "speaker"})
# Mappings whose values have no place for keys the program does not know: those are carried from the old record.
_CARRIED: Mapping[str, frozenset[str]] = {
    "searched": frozenset({"queries", "best"}),
    "best": frozenset({"score", "exact", "start", "end"}),
    "speakers": frozenset({"left", "right"}),
    "codebook": frozenset({"id", "version"}),
    "sources": frozenset({"left", "right"}),
}
_CARRIED_SIDE = frozenset(
    {"anchors", "article", "sha256"}
)  # of a match and of `sources`; a difference's side keeps its own


def block(text: str) -> Block | str:
    """A note as it is written: a `|` block when it has several lines, one line otherwise."""
    return Block(text) if "\n" in text else text


def anchor_from(node: Node | None, where: Where) -> Anchor:
    fields = Fields(node, where, "an anchor")
    start, end = fields.integer("start"), fields.integer("end")
    if not 0 <= start <= end:
        raise fields.refuse(f"an anchor from {start} to {end}", "start", "start comes first, and neither is below 0")
    return Anchor(
        fields.text("exact"),
        fields.text("prefix"),
        fields.text("suffix"),
        start,
        end,
        fields.choice("role", ROLES) if "role" in fields.items else None,
        fields.choice("in", ("text", "title"), "text"),
        fields.unknown(_ANCHOR),
    )


def anchor_to(anchor: Anchor) -> Flow:
    written = Flow()
    if anchor.place != "text":
        written["in"] = anchor.place
    if anchor.role is not None:
        written["role"] = anchor.role
    return Flow(
        written,
        exact=anchor.exact,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        start=anchor.start,
        end=anchor.end,
        **anchor.extra,
    )


def anchors_from(fields: Fields) -> tuple[Anchor, ...]:
    return tuple([anchor_from(node, fields.where) for node in fields.sequence("anchors")])


def _searched_from(fields: Fields) -> Searched | None:
    node = fields.items.get("searched")
    if node is None or fields.is_null("searched"):
        return None
    searched = Fields(node, fields.where, "searched")
    best = None
    if not searched.is_null("best"):
        found = searched.fields("best")
        best = Rejected(found.integer("score"), found.text("exact"), found.integer("start"), found.integer("end"))
    return Searched(searched.texts("queries"), best)


def _side_from(fields: Fields) -> DifferenceSide:
    state = fields.choice("state", ("present", "absent"))
    anchors, codes, searched = anchors_from(fields), fields.texts("codes"), _searched_from(fields)
    if state == "present" and not anchors:
        raise fields.refuse("a side that is present has no anchors", hint="add one, or set `state: absent`")
    if state == "absent" and (anchors or codes):
        raise fields.refuse("a side that is absent has anchors or codes", hint="remove them, or set `state: present`")
    return DifferenceSide(state, anchors, codes, searched, fields.unknown(_SIDE))


def _side_to(side: DifferenceSide) -> dict[str, Any]:
    written: dict[str, Any] = {"state": side.state}
    if side.state == "present":
        written["codes"] = list(side.codes)
        written["anchors"] = [anchor_to(anchor) for anchor in side.anchors]
    if side.searched is not None:
        best = side.searched.best
        written["searched"] = Flow(
            queries=list(side.searched.queries),
            best=None if best is None else Flow(score=best.score, exact=best.exact, start=best.start, end=best.end),
        )
    return written | dict(side.extra)


def difference_from(node: Node | None, where: Where) -> Difference:
    fields = Fields(node, where, "a difference")
    identity = fields.need("id", "a difference")
    left, right = _side_from(fields.fields("left")), _side_from(fields.fields("right"))
    if left.state == right.state == "absent":
        raise fields.refuse("both sides are absent", hint="one of them must be present")
    salience = fields.integer("salience", 2)
    if not 1 <= salience <= 3:
        raise fields.refuse("salience is 1, 2 or 3", "salience")
    return Difference(
        identity,
        fields.optional("type"),
        fields.texts("codes"),
        left,
        right,
        fields.lines("note"),
        salience,
        fields.choice("confidence", CONFIDENCES, "medium"),
        fields.choice("status", STATUSES, "open"),
        fields.text("created"),
        fields.text("modified"),
        fields.unknown(_DIFFERENCE),
    )


def difference_to(difference: Difference) -> dict[str, Any]:
    return {
        "id": difference.id,
        "type": difference.type,
        "codes": list(difference.codes),
        "left": _side_to(difference.left),
        "right": _side_to(difference.right),
        "note": Block(difference.note),
        "salience": difference.salience,
        "confidence": difference.confidence,
        "status": difference.status,
        "created": difference.created,
        "modified": difference.modified,
        **difference.extra,
    }


def verdict_from(node: Node | None, where: Where) -> Verdict:
    fields = Fields(node, where, "a match")
    identity = fields.need("id", "a match")
    speakers: tuple[str | None, str | None] = (None, None)
    if not fields.is_null("speakers"):
        said = fields.fields("speakers")
        speakers = said.optional("left"), said.optional("right")
    left, right = anchors_from(fields.fields("left")), anchors_from(fields.fields("right"))
    if not left or not right:
        raise fields.refuse("a match has anchors on both sides", "left" if not left else "right")
    return Verdict(
        identity,
        fields.choice("verdict", VERDICTS),
        fields.text("kind", "quote"),
        fields.text("relation"),
        left,
        right,
        fields.texts("flags"),
        speakers,
        fields.unknown(_VERDICT),
    )


def verdict_to(verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.id,
        "verdict": verdict.verdict,
        "kind": verdict.kind,
        "relation": verdict.relation,
        "flags": list(verdict.flags),
        "speakers": Flow(left=verdict.speakers[0], right=verdict.speakers[1]),
        "left": {"anchors": [anchor_to(anchor) for anchor in verdict.left]},
        "right": {"anchors": [anchor_to(anchor) for anchor in verdict.right]},
        **verdict.extra,
    }


def correction_from(node: Node | None, where: Where) -> QuotationCorrection:
    fields = Fields(node, where, "a correction")
    if "anchor" not in fields.items:
        raise fields.refuse("a correction has no anchor")
    return QuotationCorrection(
        fields.need("id", "a correction"),
        anchor_from(fields.items["anchor"], where),
        fields.truth("is_speech", True),
        fields.optional("speaker"),
        fields.unknown(_CORRECTION),
    )


def correction_to(correction: QuotationCorrection) -> dict[str, Any]:
    return {
        "id": correction.id,
        "anchor": anchor_to(correction.anchor),
        "is_speech": correction.is_speech,
        "speaker": correction.speaker,
        **correction.extra,
    }


def carry_unknown(old: Mapping[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """`new` with the keys that the program does not know added from `old`, in the mappings whose values cannot hold them."""
    for key, value in new.items():
        before = old.get(key)
        if not isinstance(value, dict) or not isinstance(before, dict):
            continue
        known = _CARRIED.get(key, _CARRIED_SIDE if key in ("left", "right") and "state" not in value else None)
        if known is not None:
            value.update({name: part for name, part in before.items() if name not in known and name not in value})
        carry_unknown(before, value)
    return new


def unique_ids(records: list[tuple[str, int]], where: Where) -> None:
    """Raises ReviewerError when two records (id, line) have one id."""
    first: dict[str, int] = {}
    for identity, line in records:
        if identity in first:
            what = f"the id {identity} occurs twice, first in line {first[identity]}"
            raise ReviewerError(what, where=where, line=line, hint="give one of them another id")
        first[identity] = line


def checked(record: Difference | Verdict | QuotationCorrection) -> Difference | Verdict | QuotationCorrection:
    """The record itself; raises ReviewerError unless the file would give exactly it back."""
    read: object
    if isinstance(record, Difference):
        read = difference_from(parse_yaml(emit(difference_to(record))), None)
    elif isinstance(record, Verdict):
        read = verdict_from(parse_yaml(emit(verdict_to(record))), None)
    else:
        read = correction_from(parse_yaml(emit(correction_to(record))), None)
    if read != record:
        raise ReviewerError(f"{record.id} cannot be written as it is", hint="please report this with what you entered")
    return record

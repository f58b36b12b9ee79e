"""Annotation files: written as the design has them, read back the same, and refused with the line of what is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.errors import ReviewerError
from reviewer.files import SplicedFile
from reviewer.framing import (
    CONFIDENCES,
    ROLES,
    STATUSES,
    Anchor,
    ArticleCorrections,
    Difference,
    DifferenceSide,
    PairAnnotations,
    QuotationCorrection,
    Rejected,
    Searched,
    SourceRef,
    Verdict,
    read_corrections,
    read_pair,
)
from reviewer.framing.annotation_file import corrections_pieces, pair_pieces, parse_corrections, parse_pair
from tests.conftest import ROOT
from tests.framing.conftest import correction, difference, omission, verdict

SOURCES = SourceRef("beacon", "ab" * 32), SourceRef("ledger", "cd" * 32)
WHOLE = PairAnnotations(
    "ferry", "mira", *SOURCES, note="x", differences=(difference(), omission()), verdicts=(verdict(),)
)

WRITTEN = """schema: framing-annotations/1
event: ferry
analyst: mira
codebook: {id: framing-core, version: 1}
sources:
  left: {article: beacon, sha256: abababababababababababababababababababababababababababababababab}
  right: {article: ledger, sha256: cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd}
done: false
note: x
differences:
  - id: fd-aaaaaaaaaa
    type: difference.agency-shift
    codes: [entman.cause]
    left:
      state: present
      codes: [generic.economic]
      anchors:
        - {role: lede, exact: the company said, prefix: "The ferry stopped at noon, ", suffix: ". Nobody was hurt 😀 in the café", start: 27, end: 43}
        - {in: title, role: headline, exact: Ferry, prefix: "", suffix: " stops at noon", start: 0, end: 5}
    right:
      state: present
      codes: []
      anchors:
        - {role: lede, exact: its ferry stopped, prefix: "Shares in the line fell after ", suffix: ".\\n\\n“We were told to wait,” Ms Mo", start: 30, end: 47}
    note: |
      The company speaks here only.
    salience: 3
    confidence: medium
    status: open
    created: ""
    modified: ""
  - id: fd-bbbbbbbbbb
    type: difference.omission
    codes: []
    left:
      state: present
      codes: []
      anchors:
        - {role: lede, exact: Nobody was hurt 😀, prefix: "noon, the company said. ", suffix: " in the café.", start: 45, end: 62}
    right:
      state: absent
      searched: {queries: [hurt, 3%], best: {score: 41, exact: Engineers, start: 89, end: 98}}
    note: ""
    salience: 2
    confidence: medium
    status: open
    created: ""
    modified: ""
matches:
  - id: m-aaaaaaaaaa
    verdict: confirmed
    kind: quote
    relation: identical
    flags: [cue]
    speakers: {left: Ilka Moor, right: null}
"""


def written(annotations: PairAnnotations) -> bytes:
    return pair_pieces(SplicedFile(), None, annotations).to_bytes()


def test_a_file_is_written_as_the_design_has_it() -> None:
    lines = written(WHOLE).decode().splitlines()
    expected = WRITTEN.replace("é", "e\u0301").splitlines()
    skipped = [n for n, line in enumerate(expected) if "exact: Nobody" in line]
    for n, line in enumerate(expected):
        if n not in skipped:
            assert lines[n] == line
    assert lines[skipped[0]].startswith("        - {role: lede, exact: Nobody was hurt 😀, prefix: ")
    assert lines[len(expected)] == "    left:"
    assert lines[len(expected) + 1] == "      anchors:"


def test_a_file_read_and_written_again_is_the_same_file() -> None:
    parsed = parse_pair(written(WHOLE), "mira.yaml")
    assert parsed is not None
    assert parsed.annotations == WHOLE
    assert pair_pieces(parsed.pieces, parsed.annotations, parsed.annotations).to_bytes() == written(WHOLE)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "annotations").rglob("*.yaml")), ids=lambda path: "/".join(path.parts[-3:])
)
def test_the_sample_annotations_are_written_in_our_own_hand(path: Path) -> None:
    if "--" in path.parent.name:
        again = written(read_pair(path))
    else:
        again = corrections_pieces(SplicedFile(), None, read_corrections(path)).to_bytes()
    # People may quote what needs no quotes; else the sample is, line by line, what the program writes.
    assert again.decode().replace('"', "") == path.read_text(encoding="utf-8").replace('"', "")


TEXTS = st.text(max_size=30) | st.sampled_from(
    ["NO", "null", "~", "a\nb", "a\n", "2031-04-02", " x ", "\x85", "“q”, [sic]"]
)
EXTRA: st.SearchStrategy[dict[str, Any]] = st.just({}) | st.dictionaries(
    st.sampled_from(["x", "memo", "tags"]), TEXTS | st.lists(TEXTS, max_size=2), max_size=2
)
PLACES = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted)
ANCHORS = st.builds(
    lambda exact, prefix, suffix, place, role, where, extra: Anchor(exact, prefix, suffix, place[0], place[1], role, where, extra),
    TEXTS, TEXTS, TEXTS, PLACES, st.sampled_from([None, *ROLES]), st.sampled_from(["text", "title"]), EXTRA,
)  # fmt: skip
SEARCHED = st.none() | st.builds(
    Searched,
    st.lists(TEXTS, max_size=2).map(tuple),
    st.none()
    | st.builds(
        lambda score, exact, place: Rejected(score, exact, place[0], place[1]), st.integers(0, 100), TEXTS, PLACES
    ),
)
CODES = st.lists(TEXTS, max_size=2).map(tuple)
MANY = st.lists(ANCHORS, min_size=1, max_size=2).map(tuple)
PRESENT = st.builds(DifferenceSide, st.just("present"), MANY, CODES, st.just(None), EXTRA)
ABSENT = st.builds(DifferenceSide, st.just("absent"), st.just(()), st.just(()), SEARCHED, EXTRA)
DIFFERENCES = st.builds(
    Difference, st.text("abc", min_size=1), st.none() | TEXTS, CODES, PRESENT, PRESENT | ABSENT, TEXTS, st.integers(1, 3),
    st.sampled_from(CONFIDENCES), st.sampled_from(STATUSES), TEXTS, TEXTS, EXTRA,
)  # fmt: skip
VERDICTS = st.builds(
    Verdict, st.text("xyz", min_size=1), st.sampled_from(["confirmed", "rejected", "added"]), TEXTS, TEXTS, MANY, MANY, CODES,
    st.tuples(st.none() | TEXTS, st.none() | TEXTS), EXTRA,
)  # fmt: skip
PAIRS = st.builds(
    PairAnnotations, st.just("ferry"), st.just("mira"), st.just(SOURCES[0]), st.just(SOURCES[1]),
    st.tuples(st.just("own"), st.sampled_from(["1", "2.0", "010", "draft"])), st.booleans(), TEXTS,
    st.lists(DIFFERENCES, max_size=2, unique_by=lambda record: record.id).map(tuple),
    st.lists(VERDICTS, max_size=2, unique_by=lambda record: record.id).map(tuple), EXTRA,
)  # fmt: skip


@given(PAIRS)
@settings(max_examples=200, deadline=None)
def test_whatever_an_analyst_says_comes_back(annotations: PairAnnotations) -> None:
    parsed = parse_pair(written(annotations), "mira.yaml")
    assert parsed is not None
    assert parsed.annotations == annotations


@given(PAIRS, PAIRS)
@settings(max_examples=100, deadline=None)
def test_a_file_changed_into_another_says_the_other(old: PairAnnotations, new: PairAnnotations) -> None:
    new = replace(new, extra=old.extra)
    pieces = pair_pieces(SplicedFile(), None, old)
    parsed = parse_pair(pair_pieces(pieces, old, new).to_bytes(), "mira.yaml")
    assert parsed is not None
    assert parsed.annotations == new


@given(
    st.lists(
        st.builds(QuotationCorrection, st.text("abc", min_size=1), ANCHORS, st.booleans(), st.none() | TEXTS, EXTRA),
        max_size=3,
        unique_by=lambda c: c.id,
    )
)
@settings(max_examples=100, deadline=None)
def test_corrections_come_back(corrections: list[QuotationCorrection]) -> None:
    meant = ArticleCorrections("ferry", "beacon", "ab", "mira", tuple(corrections))
    parsed = parse_corrections(corrections_pieces(SplicedFile(), None, meant).to_bytes(), "mira.yaml")
    assert parsed is not None
    assert parsed.corrections == meant


@pytest.mark.parametrize(
    ("record", "what"),
    [
        ("{id: q-a, is_speech: false}", "a correction has no anchor"),
        ("{anchor: {exact: a, start: 0, end: 1}}", "a correction has no id"),
        ("{id: q-a, anchor: here}", "an anchor"),
    ],
)
def test_a_correction_that_says_too_little_is_refused_with_its_line(record: str, what: str) -> None:
    head = "schema: quotation-corrections/1\nevent: ferry\narticle: beacon\nsha256: ab\nanalyst: mira\ncorrections:\n"
    with pytest.raises(ReviewerError, match=what) as caught:
        parse_corrections(f"{head}  - {record}\n".encode(), "mira.yaml")
    assert (caught.value.where, caught.value.line) == ("mira.yaml", 7)


def test_corrections_are_written_as_the_design_has_them() -> None:
    text = corrections_pieces(
        SplicedFile(), None, ArticleCorrections("ferry", "beacon", "ab", "mira", (correction(),))
    ).to_bytes()
    head, _, record = text.decode().partition("  - id: q-aaaaaaaaaa\n")
    assert head == (
        "schema: quotation-corrections/1\nevent: ferry\narticle: beacon\nsha256: ab\nanalyst: mira\ncorrections:\n"
    )
    assert record.startswith('    anchor: {exact: "We were told to wait,", prefix: ')
    assert record.endswith("    is_speech: true\n    speaker: Ilka Moor\n")


def test_keys_that_the_program_does_not_know_are_kept_in_a_changed_record() -> None:
    text = written(WHOLE).decode()
    for old, new in (
        ("    salience: 3\n", "    salience: 3\n    mood: 010   # grim\n"),
        ("{id: framing-core, version: 1}", "{id: framing-core, version: 1, url: x}"),
        ("best: {score: 41,", "best: {by: machine, score: 41,"),
        ("searched: {queries:", "searched: {when: noon, queries:"),
        ("{left: Ilka Moor, right: null}", "{left: Ilka Moor, right: null, sure: 'no'}"),
        ("    left:\n      anchors:", "    left:\n      colour: red\n      anchors:"),
        ('suffix: " stops at noon",', 'suffix: " stops at noon", seen: {by: [jonas]},'),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    parsed = parse_pair(text.encode(), "mira.yaml")
    assert parsed is not None
    before = parsed.annotations
    after = replace(
        before,
        codebook=("framing-core", "2"),
        differences=tuple(replace(record, note="new") for record in before.differences),
        verdicts=tuple(replace(record, verdict="rejected") for record in before.verdicts),
    )
    changed = pair_pieces(parsed.pieces, before, after).to_bytes().decode()
    for kept in (
        "    mood: 010\n", "version: 2, url: x}", "by: machine", "when: noon", 'sure: "no"}', "      colour: red\n",
        "seen: {by: [jonas]}", "  # grim\n",
    ):  # fmt: skip
        assert kept in changed


def wrong(text: str) -> ReviewerError:
    with pytest.raises(ReviewerError) as caught:
        parse_pair(text.encode(), "mira.yaml")
    assert caught.value.where == "mira.yaml"
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("schema: framing-annotations/1", "schema: framing-annotations", "no schema"),
        ("schema: framing-annotations/1", "schema: quotation-corrections/1", "no schema"),
        ("schema: framing-annotations/1", "schema: framing-annotations/0", "no schema"),
        ("schema: framing-annotations/1\n", "", "no schema"),
        ("done: false", "done: no", "neither true nor false"),
        ("note: x", "note: [x]", "no text"),
        ("differences:\n", "differences: {}\nx:\n", "no list"),
        ("    confidence: medium\n", "    confidence: much\n", "low, medium, high"),
        ("    salience: 3\n", "    salience: 4\n", "1, 2 or 3"),
        ("    salience: 3\n", "    salience: three\n", "whole number"),
        ("  - id: fd-aaaaaaaaaa\n", "  - kind: x\n", "no id"),
        ("id: fd-bbbbbbbbbb", "id: fd-aaaaaaaaaa", "first in line 11"),
        ("id: m-aaaaaaaaaa", "id: fd-aaaaaaaaaa", "first in line 11"),
        ("start: 27, end: 43", "start: 43, end: 27", "an anchor from 43 to 27"),
        ("start: 27, ", "", "start is missing"),
        ("start: 27", "start: -1", "an anchor from -1"),
        ("role: lede, exact: the", "role: leade, exact: the", "headline, standfirst, lede"),
        ("      state: absent\n", "      state: absent\n      codes: [x]\n", "absent has anchors or codes"),
        ("      state: present\n      codes: [generic.economic]\n", "      state: absent\n", "absent has anchors"),
        ("    verdict: confirmed\n", "    verdict: perhaps\n", "confirmed, rejected, added"),
        ("  - id: m-aaaaaaaaaa\n", "  - m-x\n  - id: m-aaaaaaaaaa\n", "no mapping"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_its_line(old: str, new: str, what: str) -> None:
    text = written(WHOLE).decode()
    assert old in text
    error = wrong(text.replace(old, new, 1))
    assert what in str(error)
    assert error.line == text.count("\n", 0, text.index(old)) + 1


def test_a_file_without_sources_and_a_side_without_anchors_are_refused() -> None:
    assert "sources is missing" in str(wrong("schema: framing-annotations/1\nevent: a\n"))
    text = written(replace(WHOLE, differences=(omission(),), verdicts=())).decode()
    assert "both sides are absent" in str(
        wrong(
            text.replace("state: present\n      codes: []\n", "state: absent\n").replace(
                "      anchors:\n        - {role: lede, exact: Nobody", "      x:\n        - {role: lede, exact: Nobody"
            )
        )
    )
    assert "present has no anchors" in str(wrong(text.replace("      anchors:\n", "      anker:\n")))


def test_texts_stay_texts_in_every_field() -> None:
    annotations = replace(WHOLE, differences=(replace(difference(), note="NO", type="010", codes=("12:30", "null")),))
    text = written(annotations).decode()
    plain = (
        text.replace('"010"', "010")
        .replace('["12:30", "null"]', "[12:30, null]")
        .replace("    note: |\n      NO\n", "    note: NO\n")
    )
    assert plain != text
    parsed = parse_pair(plain.encode(), "mira.yaml")
    assert parsed is not None
    assert parsed.annotations == annotations


def test_a_newer_schema_is_said_and_nothing_is_lost() -> None:
    parsed = parse_pair(written(WHOLE).replace(b"annotations/1", b"annotations/2"), "mira.yaml")
    assert parsed is not None
    assert parsed.newer == "framing-annotations/2"
    assert parsed.annotations == WHOLE


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mira.yaml"
    path.write_text("# only this\n")
    assert parse_pair(path.read_bytes(), path) is None
    assert parse_corrections(b"", path) is None
    for read in (read_pair, read_corrections):
        reading: Any = read
        with pytest.raises(ReviewerError, match="empty"):
            reading(path)

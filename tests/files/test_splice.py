"""Splicing: only what changed is written, every other byte stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.errors import ReviewerError
from reviewer.files import SplicedFile, parse_yaml, take_apart, to_plain
from reviewer.files.splice import comments

ORDER = ("schema", "done", "note", "differences", "matches")
TEXT = """# Mira's file; see the guide

schema: framing-annotations/1   # do not touch
done:   false
note: |
  Two lines,
  # which is no comment

unknown: {kept: 'as it is'}
differences:   # the list
  # about the first
  - id: one
    note: |
      a block   # no comment either

    # inside the first
    salience: 2   # why two


  # between
  - id: two
    note: "x # y"
    deep:
      - {a: 1}   # in a list
  -
    id: three
matches: []
# the end
"""


def spliced(text: str | bytes) -> SplicedFile:
    return take_apart(text if isinstance(text, bytes) else text.encode(), "mira.yaml")[0]


def read(file: SplicedFile) -> Any:
    return to_plain(parse_yaml(file.to_bytes().decode().removeprefix("\ufeff")))


def test_a_file_taken_apart_is_the_same_file() -> None:
    file = spliced(TEXT)
    assert file.to_bytes() == TEXT.encode()
    assert [entry.key for entry in file.entries] == ["schema", "done", "note", "unknown", "differences", "matches"]
    entry = file.entry("differences")
    assert entry is not None
    assert entry.records is not None
    assert [record.id for record in entry.records] == ["one", "two", "three"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_changed_record_is_written_anew_and_all_else_keeps_its_bytes(newline: str, bom: str) -> None:
    text = bom + TEXT.replace("\n", newline)
    file = spliced(text).with_records(
        "differences", [("one", None), ("two", {"id": "two", "note": "new"}), ("three", None)]
    )
    old = '  - id: two\n    note: "x # y"\n    deep:\n      - {a: 1}   # in a list\n'
    new = "  # in a list\n  - id: two\n    note: new\n"
    assert file.to_bytes().decode() == bom + TEXT.replace(old, new).replace("\n", newline)


def test_comments_inside_a_changed_record_move_above_it_in_order() -> None:
    file = spliced(TEXT).with_records("differences", [("one", {"id": "one"}), ("two", None), ("three", None)])
    assert (
        "differences:   # the list\n  # about the first\n  # inside the first\n  # why two\n  - id: one\n\n\n  # between\n"
    ) in file.to_bytes().decode()


def test_a_new_record_comes_after_the_last_and_goes_without_a_trace() -> None:
    file = spliced(TEXT)
    more = file.with_records("differences", [("one", None), ("two", None), ("three", None), ("four", {"id": "four"})])
    assert more.to_bytes().decode() == TEXT.replace("    id: three\n", "    id: three\n  - id: four\n")
    less = more.with_records("differences", [("one", None), ("two", None), ("three", None)])
    assert less.to_bytes() == file.to_bytes()


def test_the_first_record_of_an_empty_list_and_its_removal() -> None:
    file = spliced(TEXT)
    more = file.with_records("matches", [("m", {"id": "m"})], ORDER)
    assert more.to_bytes().decode() == TEXT.replace("matches: []\n", "matches:\n  - id: m\n")
    assert more.with_records("matches", [], ORDER).to_bytes() == file.to_bytes()


def test_comments_between_records_stay_when_the_records_go() -> None:
    file = spliced(TEXT).with_records("differences", [])
    assert read(file)["differences"] == []
    for comment in ("# the list", "# about the first", "# between", "# the end"):
        assert comment in file.to_bytes().decode()


def test_a_value_is_replaced_in_its_place_and_a_new_key_gets_the_place_of_the_order() -> None:
    file = spliced("schema: x\nmatches: []\n").with_value("done", True, ORDER).with_value("note", "a", ORDER)
    assert file.to_bytes().decode() == "schema: x\ndone: true\nnote: a\nmatches: []\n"
    changed = spliced(TEXT).with_value("done", True).to_bytes().decode()
    assert changed == TEXT.replace("done:   false", "done: true")
    commented = spliced(TEXT).with_value("schema", "framing-annotations/2").to_bytes().decode()
    assert "# do not touch\nschema: framing-annotations/2\n" in commented


def test_a_key_after_the_last_line_without_line_break() -> None:
    assert spliced("schema: x").with_value("done", False).to_bytes() == b"schema: x\ndone: false\n"
    more = spliced("matches:\n- id: a").with_records("matches", [("a", None), ("b", {"id": "b", "k": 1})])
    assert more.to_bytes() == b"matches:\n- id: a\n- id: b\n  k: 1\n"


def test_a_file_with_document_marks_keeps_them() -> None:
    text = "---\nschema: x\nmatches:\n  - id: a\n...\n"
    more = spliced(text).with_records("matches", [("a", None), ("b", {"id": "b"})])
    assert more.to_bytes().decode() == text.replace("  - id: a\n", "  - id: a\n  - id: b\n")


@pytest.mark.parametrize(
    "text",
    ['{"schema": "x", "differences": [{"id": "one", "note": "a\\nb"}]}', "--- # c\n{schema: x, differences: []}\n"],
)
def test_a_file_in_braces_is_laid_out_when_it_is_changed(text: str) -> None:
    file = spliced(text).with_value("done", True, ORDER)
    assert read(file) == {**to_plain(parse_yaml(text)), "done": "true"}
    assert file.to_bytes().count(b"\n") >= 3


def test_a_list_in_brackets_is_laid_out_when_all_its_records_are_given() -> None:
    file = spliced("schema: x\ndifferences: [{id: one}, {id: two}] # c\n")
    assert not file.has_records("differences")
    more = file.with_records("differences", [("one", {"id": "one"}), ("two", {"id": "two"})])
    assert more.to_bytes().decode() == "schema: x\n# c\ndifferences:\n  - id: one\n  - id: two\n"


def test_a_comment_is_known_from_a_hash_in_a_text() -> None:
    text = "a: 'x # y'  # one\nb: x#y\n# two\nc: |  # three\n  # text\nd: \"a\n  # b\"\ne: [1,  # four\n  2]\n"
    assert comments(text) == ["# one", "# two", "# three", "# four"]


@pytest.mark.parametrize("text", ["- a\n", "text\n", "[]\n"])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(ReviewerError, match="not a mapping") as caught:
        spliced(text)
    assert caught.value.line == 1


def test_an_empty_file_and_one_of_comments_can_be_written_into() -> None:
    assert spliced("").with_value("done", True).to_bytes() == b"done: true\n"
    assert spliced("# mine\n").with_value("done", True).to_bytes() == b"# mine\ndone: true\n"


def test_a_file_with_line_ends_of_cr_alone_is_refused_rather_than_mixed_up() -> None:
    with pytest.raises(ReviewerError, match="CR alone") as caught:
        spliced("schema: x\ndone: false\rmatches: []\n")
    assert caught.value.line == 2


# Records as people write them: every style of text, comments in odd places, hyphens on lines of their own.
BY_HAND = [
    "  - id: @\n    a: 1\n",
    "  - id: @   # the id\n    # deep\n    a: 'x # y'\n",
    "  -\n    id: @\n    a:\n",
    "  - a: |+\n      kept\n\n\n    id: @\n",
    "  - id: @\n    a: |+\n      kept, with what follows\n\n",
    "  - id: @\n    a: >-\n      folded\n      text\n\n      more\n",
    "  - id: @\n    a: plain over\n      two lines\n",
    '  - id: @\n    a: "quoted over\n\n      three lines"\n',
    "  - {id: @, a: [1, 2,\n     3], b: {c: d}}   # in braces\n",
    "  - id: @\n    a:\n    - x\n    - y: 1\n      z: ~\n",
    "  -   id: @\n      a: '- b'\n  # at the hyphen's column\n",
    '  - id: @\n    a: "# no comment"\n    b: # a comment, and nothing\n',
    "  - ? id\n    : @\n    a: x\n",
]
GAPS = st.sampled_from(["", "", "\n", "  # between\n", "\n# far left\n\n", "    # further right\n", "   \n"])


@given(
    st.lists(st.tuples(GAPS, st.sampled_from(BY_HAND)), min_size=1, max_size=6),
    st.data(),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "note: x\n", "# end", "matches: []\n...\n"]),
)
@settings(max_examples=400)
def test_a_record_written_by_hand_is_replaced_alone(
    parts: list[tuple[str, str]], data: st.DataObject, newline: str, end: str
) -> None:
    text = (
        "schema: x  # s\ndifferences:\n"
        + "".join(gap + part.replace("@", f"r{at}") for at, (gap, part) in enumerate(parts))
        + end
    )
    text = text.replace("\n", newline)
    file = spliced(text)
    assert file.to_bytes().decode() == text
    before = read(file)
    target = data.draw(st.integers(0, len(parts) - 1))
    wanted: list[tuple[str, dict[str, Any] | None]] = [(f"r{at}", None) for at in range(len(parts))]
    wanted[target] = (f"r{target}", {"id": f"r{target}", "a": "new"})
    changed = file.with_records("differences", wanted)
    after = read(changed)
    assert after["differences"][target] == {"id": f"r{target}", "a": "new"}
    for at, (gap, part) in enumerate(parts):
        if at != target:
            assert after["differences"][at]["id"] == f"r{at}"
            kept = part.replace("@", f"r{at}").replace("\n", newline).rstrip()
            assert kept in changed.to_bytes().decode()
        assert gap.strip() in changed.to_bytes().decode()
    assert {**after, "differences": []} == {**before, "differences": []}
    for line in text.splitlines():
        comment = line[line.index("#") :] if "#" in line and "'" not in line and '"' not in line else ""
        assert comment in changed.to_bytes().decode()
    without = file.with_records(
        "differences", [one for at, one in enumerate(wanted) if at != target and one[1] is None]
    )
    assert [record["id"] for record in read(without)["differences"]] == [
        f"r{at}" for at in range(len(parts)) if at != target
    ]


VALUES = st.one_of(st.text(max_size=20), st.lists(st.text(max_size=5), max_size=3), st.integers(0, 99))
RECORDS = st.dictionaries(st.text("abc", min_size=1, max_size=3), VALUES, max_size=3)


@given(
    st.lists(RECORDS, max_size=5),
    st.lists(st.tuples(st.sampled_from(["put", "drop", "change", "value"]), st.integers(0, 9), RECORDS), max_size=6),
    st.sampled_from(["", "# c\n", "\n", "  # deep\n\n"]),
    st.sampled_from(["\n", "\r\n"]),
)
@settings(max_examples=200)
def test_whatever_is_done_the_file_says_what_was_meant(
    first: list[dict[str, Any]], actions: list[tuple[str, int, dict[str, Any]]], gap: str, newline: str
) -> None:
    wanted: dict[str, dict[str, Any]] = {f"r{at}": {"id": f"r{at}", **record} for at, record in enumerate(first)}
    file = SplicedFile().with_value("schema", "x")
    file = file.with_records("differences", list(wanted.items()), ORDER)
    text = file.to_bytes().decode().replace("  - id", f"{gap}  - id").replace("\n", newline)
    file = spliced(text)
    assert file.to_bytes().decode() == text
    made = len(first)
    for action, at, record in actions:
        keep: list[tuple[str, dict[str, Any] | None]] = [(name, None) for name in wanted]
        if action == "put":
            wanted[f"r{made}"] = {"id": f"r{made}", **record}
            keep.append((f"r{made}", wanted[f"r{made}"]))
            made += 1
        elif action == "value":
            file = file.with_value("note", record.get("a", "none"), ORDER)
            continue
        elif wanted:
            name = list(wanted)[at % len(wanted)]
            if action == "drop":
                del wanted[name]
                keep = [(known, value) for known, value in keep if known != name]
            else:
                wanted[name] = {"id": name, **record}
                keep = [(known, wanted[name] if known == name else value) for known, value in keep]
        file = file.with_records("differences", keep, ORDER)
    said = read(file)["differences"]
    meant = [{key: str(v) if isinstance(v, int) else v for key, v in record.items()} for record in wanted.values()]
    assert said == meant
    assert spliced(file.to_bytes()).to_bytes() == file.to_bytes()

"""The strict reader: what it takes, what it refuses, and that nothing a file says can hurt."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.errors import ReviewerError
from reviewer.files import Mapping, Plain, Scalar, decode, parse_yaml, read_bytes, to_plain
from reviewer.files.reader import MAX_BYTES, MAX_DEPTH
from tests.growth import assert_in_proportion


def refused(text: str) -> ReviewerError:
    with pytest.raises(ReviewerError) as caught:
        parse_yaml(text, "notes.yaml")
    assert caught.value.where == "notes.yaml"
    return caught.value


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "on",
        "off",
        "yes",
        "y",
        "12:30",
        "010",
        "1_000",
        ".nan",
        "000",
        "1e3",
        "66e02",
        "2031-04-02",
        "0x1f",
        "1.50",
        "True",
    ],
)
def test_a_text_stays_the_text_it_is(word: str) -> None:
    assert to_plain(parse_yaml(f"label: {word}\nlist: [{word}]\n")) == {"label": word, "list": [word]}


def test_only_what_is_written_as_nothing_is_nothing() -> None:
    plain = to_plain(parse_yaml("a:\nb: ~\nc: null\nd: 'null'\ne: \"\"\nf: Null\n"))
    assert plain == {"a": None, "b": None, "c": None, "d": "null", "e": "", "f": "Null"}


def test_an_unquoted_date_and_a_quoted_one_are_equal_and_an_impossible_one_is_text() -> None:
    plain = to_plain(parse_yaml("a: 2015-10-29\nb: '2015-10-29'\nc: 2015-13-45\nd: " + "7" * 5000))
    assert plain["a"] == plain["b"] == "2015-10-29"
    assert plain["c"] == "2015-13-45"
    assert plain["d"] == "7" * 5000


def test_what_was_written_without_quotes_is_known_as_such() -> None:
    plain = to_plain(parse_yaml("a: 010\nb: '010'\n"))
    assert isinstance(plain["a"], Plain)
    assert not isinstance(plain["b"], Plain)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: &x 1\n", 1, "an anchor"),
        ("a: 1\nb: *x\n", 2, "an alias"),
        ("&a [*a]\n", 1, "an anchor"),
        ("a: !!python/object/apply:os.system ['true']\n", 1, "a tag"),
        ("a: !!python/name:os.system x\n", 1, "a tag"),
        ("a: 1\n\nb: !foo x\n", 3, "a tag"),
        ("%YAML 1.2\n---\na: 1\n", 1, "directive"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: 1\nb: 2\na: 3\n", 3, "first in line 1"),
        ("list:\n  - id: x\n    n: 1\n    n: 2\n", 4, "first in line 3"),
        ("? [1, 2]\n: x\n", 1, "a key must be text"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n", 2, "conflict marker"),
        ("a: 1\n>>>>>>> theirs\n", 2, "conflict marker"),
        ("a:\n\tb: 1\n", 2, "a tab"),
        ("a: x\nb: \x00\n", 2, "U+0000"),
        ("a: x\nb: \x1b[2J\n", 2, "U+001B"),
        ("a: 'open\n", None, "not YAML"),
        ("a: b: c\n", 1, "not YAML"),
        ("- a\nb: c\n", 2, "not YAML"),
    ],
)
def test_what_the_format_does_not_know_is_refused_with_its_line(text: str, line: int | None, what: str) -> None:
    error = refused(text)
    assert what in str(error)
    if line is not None:
        assert error.line == line
    assert error.hint


@pytest.mark.parametrize(
    ("nested", "depth"),
    [
        (lambda depth: "[" * depth, 100_000),
        (lambda depth: "[" * depth + "]" * depth, 100_000),
        (lambda depth: "{a: " * depth, 50_000),
        (lambda depth: "- " * depth, 50_000),
        (lambda depth: "\n".join(" " * at + "a:" for at in range(depth)), 600),
        (lambda depth: "? " * depth, 20_000),
    ],
    ids=["brackets", "closed brackets", "braces", "hyphens", "mappings", "question marks"],
)
def test_a_file_nested_without_end_is_refused_at_once(nested: Callable[[int], str], depth: int) -> None:
    assert_in_proportion(lambda size: refused(nested(size + 40)), depth)


def test_thirty_two_levels_are_read_and_thirty_three_are_not() -> None:
    assert parse_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None
    assert "deeper than 32" in str(refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)))


def test_a_bomb_of_aliases_is_refused_before_it_is_built() -> None:
    bomb = "a0: &a0 [x, x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    assert refused(bomb).line == 1


def test_an_empty_file_holds_nothing_and_so_do_comments() -> None:
    assert parse_yaml("") is None
    assert parse_yaml("# only a comment\n\n") is None
    assert parse_yaml("\ufeff") is None


def test_a_bom_and_windows_line_ends_are_read() -> None:
    assert to_plain(parse_yaml("\ufeffa: 1\r\nnote: |\r\n  one\r\n  two\r\n")) == {"a": "1", "note": "one\ntwo\n"}


def test_line_breaks_of_unicode_are_no_line_breaks_of_a_file() -> None:
    root = parse_yaml("a: one\u2028two\u0085\nb: x\nb: y\n".replace("b: y\n", "c: y\n"))
    assert isinstance(root, Mapping)
    assert to_plain(root) == {"a": "one\u2028two\u0085", "b": "x", "c": "y"}
    assert [key.line for key in root.keys.values()] == [1, 2, 3]


def test_a_lone_surrogate_written_as_an_escape_is_read_and_the_file_is_as_strict_as_any() -> None:
    assert to_plain(parse_yaml('a: "\\ud800"\n')) == {"a": "\ud800"}
    assert refused('a: "\\ud800"\nb: *x\n').line == 2


def test_nodes_know_their_lines_and_offsets() -> None:
    text = "a: é😀\nlist:\n  - {k: 'v w'}\n  - |\n    block\n"
    root = parse_yaml(text, first_line=11)
    assert isinstance(root, Mapping)
    scalar = root.items["a"]
    assert isinstance(scalar, Scalar)
    assert (scalar.line, text[scalar.start : scalar.end]) == (11, "é😀")
    assert root.items["list"].line == 13
    flow = to_plain(root.items["list"])
    assert flow == [{"k": "v w"}, "block\n"]


def test_the_pure_parser_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: 'x'\nb: [1, {c: |-\n}]\n".replace("|-\n", "2") + "d: |\n  é😀\n  two\n# end\n"

    def spans() -> list[tuple[int, int, int]]:
        root = parse_yaml(text)
        assert isinstance(root, Mapping)
        return [(node.line, node.start, node.end) for node in root.items.values() if isinstance(node, Scalar)]

    fast = to_plain(parse_yaml(text)), spans()[:1]
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert (to_plain(parse_yaml(text)), spans()[:1]) == fast
    assert refused("[" * 100_000).line == 1


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [(b"a: 1\nb: caf\xe9\n", 2, "0xe9"), ("a: 1\n".encode("utf-16"), 1, "UTF-16"), (b"\xed\xa0\x80", 1, "not UTF-8")],
)
def test_bytes_that_are_not_utf_8_are_refused_with_their_line(data: bytes, line: int, what: str) -> None:
    with pytest.raises(ReviewerError, match=what) as caught:
        decode(data, "page.yaml")
    assert (caught.value.where, caught.value.line) == ("page.yaml", line)


def test_a_file_that_is_too_large_a_pipe_a_folder_and_nothing_are_refused_unread(tmp_path: Path) -> None:
    large, pipe = tmp_path / "large.yaml", tmp_path / "pipe.yaml"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    os.mkfifo(pipe)
    for path, what in ((large, "32 MiB"), (pipe, "regular"), (tmp_path, "regular"), (tmp_path / "none", "no such")):
        with pytest.raises(ReviewerError, match=what):
            read_bytes(path)


def test_ten_megabytes_of_text_are_one_text() -> None:
    assert to_plain(parse_yaml(f"a: {'word ' * 2_000_000}end\n"))["a"].endswith("word end")


def complaint(data: str | bytes) -> ReviewerError | None:
    try:
        parse_yaml(data if isinstance(data, str) else decode(data, "typed.yaml"), "typed.yaml")
    except ReviewerError as error:
        return error
    return None


@given(st.text(st.sampled_from("ab:#-[]{}&*!|>'\"%@`,? \n\t\r\\\u2028\x85~"), max_size=60) | st.binary(max_size=80))
@settings(max_examples=600)
def test_whatever_is_typed_is_read_or_refused_in_one_line(data: str | bytes) -> None:
    error = complaint(data)
    assert error is None or (error.where == "typed.yaml" and "\n" not in str(error))

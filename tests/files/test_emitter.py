"""The emitter: any text comes back, and a YAML reader of either version takes it for text."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.errors import ReviewerError
from reviewer.files import Block, Flow, Plain, emit, parse_yaml, to_plain
from reviewer.files.emitter import scalar, verify

NASTY = [
    "", " ", "  lead", "trail ", "\u00a0nbsp\u00a0", "- x", "? x", ": x", "x: y", "x:", "a #b", "#c", "“q”", "[Acme]", "[sic]",
    "{a}", "a, b", "&a", "*a", "!t", "|", ">", "'", '"', "it's \"so\"", "%d", "@x", "`x`", "NO", "no", "~", "null", "true", "=",
    "<<", "12:30", "010", "0o17", "0b1", "1_000", ".nan", "-.inf", "1e3", "66e02", "000", "2031-04-02", "2031-04-02T01:02:03Z",
    "+1", "-", "--- x", "...", "a\nb", "a\n", "\n", "\n\n", "a\n\nb\n", " a\nb", "a \nb", "a\n b", "a\tb", "\ta", "\r", "a\r\nb",
    "\x85", "a\u2028b", "\u2029", "\ufeff", "\ufeffx", "\x00", "\x1b[2J", "\x7f", "\x9b", "\u202e", "\ud800", "\udfff x", "\uffff",
    "😀", "e\u0301", "日本", "שלום", "\\", "\\n", "a\\\"b", "<<<<<<< HEAD", "=======", "x\n=======\ny", "word " * 20_000,
]  # fmt: skip

TEXTS = st.one_of(
    st.text(),
    st.text(st.characters()),
    st.text(st.sampled_from("ab \n\t\r:#-[]{},&*!|>'\"%@`~?\\=<\x85\u2028\u2029\ufeff\u202e\ud800\x00é1.")),
    st.sampled_from(NASTY),
)


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_comes_back(text: str) -> None:
    wrote = {"value": text, "flow": Flow(key=text, list=[text, text]), "note": Block(text), "list": [text]}
    read = to_plain(parse_yaml(emit(wrote)))
    assert read["value"] == read["flow"]["key"] == read["list"][0] == read["flow"]["list"][1] == text
    assert read["note"] in (text, text + "\n")


@given(TEXTS, TEXTS)
@settings(max_examples=500)
def test_any_text_comes_back_as_key_and_value(key: str, value: str) -> None:
    key = key[:200]
    read = to_plain(parse_yaml(emit({"item": Flow({key: value}), "list": [{"id": value, "in": [value, key]}]})))
    assert read == {"item": {key: value}, "list": [{"id": value, "in": [value, key]}]}


@given(TEXTS)
@settings(max_examples=300)
def test_another_reader_of_yaml_takes_our_texts_for_the_same_texts(text: str) -> None:
    # PyYAML's own, which resolves types as YAML 1.1 does; it cannot read surrogates written as escapes with libyaml, so: pure.
    read = yaml.safe_load(emit({"value": text, "flow": Flow(value=text)}))
    assert read == {"value": text, "flow": {"value": text}}


@given(
    st.recursive(
        TEXTS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS.map(lambda t: t[:80]), inner, max_size=3),
        max_leaves=8,
    )
)
@settings(max_examples=200)
def test_any_tree_of_texts_comes_back(tree: Any) -> None:
    assert to_plain(parse_yaml(emit({"tree": tree}))) == {"tree": tree}


def test_numbers_truth_and_nothing_are_written_bare_and_texts_like_them_in_quotes() -> None:
    text = emit({"a": 3, "t": True, "z": None, "sn": "3", "st": "true", "sz": "null", "as it was": Plain("010")})
    assert text == 'a: 3\nt: true\nz: null\nsn: "3"\nst: "true"\nsz: "null"\nas it was: 010\n'


def test_a_note_of_lines_is_a_block_and_one_that_cannot_be_is_quoted() -> None:
    assert emit({"note": Block("one\n\ntwo")}) == "note: |\n  one\n\n  two\n"
    assert emit({"note": Block("one\u2028two")}) == 'note: "one\\u2028two"\n'
    assert emit({"note": Block(" lead\ntwo")}) == 'note: " lead\\ntwo"\n'
    assert emit({"note": Block("")}) == 'note: ""\n'


def test_what_turns_a_line_round_is_written_as_an_escape() -> None:
    assert emit({"exact": "abc \u202eevil"}) == 'exact: "abc \\u202Eevil"\n'


def test_records_are_written_one_value_a_line_and_anchors_on_one() -> None:
    wrote = {"list": [{"id": "x", "sides": {"codes": [], "anchors": [Flow(exact="a, b", start=1)]}}]}
    assert emit(wrote) == (
        'list:\n  - id: x\n    sides:\n      codes: []\n      anchors:\n        - {exact: "a, b", start: 1}\n'
    )


def test_a_text_without_danger_needs_no_quotes() -> None:
    for text in ("the port closed", "Ms Kolm’s “final” offer — so far", "Größe", "a/b", "x.y", "don't", "3 ships"):
        assert scalar(text, flow=True) == text


def test_a_value_that_is_none_of_the_format_is_a_fault_of_the_caller() -> None:
    with pytest.raises(TypeError, match="float"):
        emit({"score": 0.5})


def test_what_would_not_come_back_is_never_written() -> None:
    with pytest.raises(ReviewerError, match="cannot be written"):
        verify("a: 1\n", {"a": "2"})

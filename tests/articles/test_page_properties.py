"""What holds for the page cleaner on any text at all, and on the hostile ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.articles.page import CleanedPage, clean_page
from tests.growth import assert_in_proportion

KINDS = set(
    "body standfirst heading block title byline date caption navigation teaser plea comment other blank".split()
)
_PIECES = st.sampled_from(
    [
        "The ferry to the islands stays in the harbour until Friday, the captain said.",
        "“We wait,” said Ole Reek, who has sailed this boat for thirty years, and he lit his pipe.",
        "I don't know who pays for it, do you?",
        "By Hanne Lund",
        "May 5, 2031 at 7:10 pm",
        "2 hours ago",
        "Reply",
        "12 comments",
        "Advertisement",
        "RELATED: Ferry hits pier",
        "Read next",
        "Most read",
        "(Photo: Lena Holt/Norvik Pictures)",
        "© 2031 Norvik Courier",
        "  • Home",
        "> What was written in the letter was read to all of them in the hall.",
        "Guest",
        "",
        "\t",
        "\r",
    ]
)
_PAGES = st.one_of(
    st.text(),
    st.lists(_PIECES, max_size=40).map("\n".join),
    st.lists(st.one_of(_PIECES, st.text(max_size=30)), max_size=30).map("\n".join),
)


def assert_sound(text: str, cleaned: CleanedPage) -> None:
    """Lines tile the page, the body lies in it, and the text is made of the kept lines verbatim, in their order."""
    assert len(cleaned.lines) == len(text.split("\n"))
    end = 0
    for line in cleaned.lines:
        assert line.kind in KINDS
        assert end <= line.span.start <= line.span.end <= len(text)
        assert "\n" not in line.span.of(text)
        assert line.kept <= bool(line.span.of(text).strip())
        end = line.span.end
    assert all(one.end < two.start for one, two in zip(cleaned.body, cleaned.body[1:], strict=False))
    assert all(span and span.end <= len(text) and span.of(text) == span.of(text).strip() for span in cleaned.body)
    at = 0
    for line in cleaned.lines:
        if line.kept:
            source = line.span.of(text)
            words = source.strip()
            start = line.span.start + source.index(words)
            assert any(span.start <= start and start + len(words) <= span.end for span in cleaned.body)
            words = words.lstrip(">").lstrip() if line.kind == "block" else words
            at = cleaned.text.index(words, at) + len(words)
    assert at == len(cleaned.text)
    assert cleaned.comments_start is None or 0 <= cleaned.comments_start < len(text)
    assert set(cleaned.inferred) <= {"outlet", "byline", "published"}
    assert all(proof and proof in text for proof in cleaned.inferred.values())


@given(_PAGES)
def test_any_text_is_cleaned_and_the_result_is_sound(text: str) -> None:
    assert_sound(text, clean_page(text))


@given(_PAGES)
def test_cleaning_twice_gives_the_same(text: str) -> None:
    assert clean_page(text) == clean_page(text)


@given(_PAGES, st.dictionaries(st.integers(-2, 45), st.booleans()))
def test_the_analyst_s_toggles_are_obeyed(text: str, toggles: dict[int, bool]) -> None:
    cleaned = clean_page(text, kept=toggles)
    assert_sound(text, cleaned)
    for number, line in enumerate(cleaned.lines):
        if number in toggles and line.kind != "blank":
            assert line.kept is toggles[number]


HOSTILE = {
    "a bullet and strange spaces": "• " + "\u2003" * 40 + "x",
    "one letter": "a" * 100_000,
    "spaces": " " * 100_000,
    "no-break spaces": "\u00a0" * 100_000,
    "NULs": "\0" * 100_000,
    "open brackets": "(" * 100_000,
    "an endless credit": "(photo " * 15_000 + ")",
    "stops": "." * 100_000,
    "quotation marks": "“" * 100_000,
    "hyphens": "- " * 50_000,
    "by and by": "by " * 33_000,
    "By By": "By " * 33_000,
    "digits": "1-" * 50_000,
    "capitals": "A " * 50_000,
    "addresses": "a@b.c " * 16_000,
    "copyright signs": "©" * 100_000,
    "comment counters": "1 comments " * 9_000,
    "carriage returns": "a\r" * 50_000,
    "months": "May " * 25_000,
    "surrogates": "\ud800" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_run_is_no_trouble(text: str) -> None:
    assert_in_proportion(lambda size: clean_page(text[:size]), len(text))
    assert len(clean_page(text).lines) == 1


def test_a_line_of_five_megabytes_is_one_paragraph() -> None:
    text = "The ferry stays in the harbour, the captain said. " * 100_000
    cleaned = clean_page(text)
    assert cleaned.text == text.strip()


@pytest.mark.parametrize(
    "line",
    [
        "Reply",
        "Anna Bo",
        "May 3, 2031 at 5:03 pm",
        "Read more",
        "12 comments",
        "I think you are wrong about it, my friend!",
    ],
)
def test_the_work_grows_with_the_number_of_lines_and_no_faster(line: str) -> None:
    opening = "The ferry to the islands stays in the harbour until Friday, the captain said on the quay. " * 6

    assert_in_proportion(lambda lines: clean_page(opening + "\n\n" + f"{line}\n\n" * lines), 10_000)


def test_the_pages_of_the_evaluation_reach_their_targets(shared: Path) -> None:
    folder = shared / "eval" / "ingest" / "plain"
    kept = wanted = right = 0
    for row in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(row)
        text = (folder / "pages" / gold["style"] / f"{gold['id']}.txt").read_bytes().decode("utf-8")
        for label, line in zip(gold["labels"], clean_page(text).lines, strict=True):
            if label in "KDC":
                weight = len(line.span.of(text).split())
                kept += weight * line.kept
                wanted += weight * (label == "K")
                right += weight * (line.kept and label == "K")
    assert 2 * right / (kept + wanted) >= 0.95

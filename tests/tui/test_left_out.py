"""A match's row says what the fuller quotation has besides the match: what the other outlet trimmed."""

from __future__ import annotations

from pathlib import Path

from reviewer.articles import Article
from reviewer.comparison import Extent, Match
from reviewer.framing import PairKey
from reviewer.project import Project
from reviewer.text import Span
from reviewer.tui.desk import Articles, Desk, MatchRow, find
from reviewer.tui.dialogs import TextDialog
from reviewer.tui.rows import match_list
from reviewer.tui.worddiff import around
from tests.tui.projects import KEY, on_pair, write_article

FULL = "“We have never sailed with an open defect, and we will not begin in the week of the regatta,” said Ilse Varn.\n"
SHORT = "“We have never sailed with an open defect,” said Ilse Varn.\n"
LONG = f"“Nobody asked us. {'The quay was dark. ' * 8}We have never sailed with an open defect,” said Ilse Varn.\n"


def desk_of(left: str, right: str) -> Desk:
    key = PairKey.of("ferry", "a", "b")
    articles = Articles(key, *(Article(id=name, text=text, title=None) for name, text in (("a", left), ("b", right))))
    return Desk(articles).having(found=find(articles, {"left": (), "right": ()}))


def detail(left: str, right: str, *, mirrored: bool = False) -> str:
    row = match_list(desk_of(left, right), "right" if mirrored else "left")[0]
    return row.in_full().plain.splitlines()[0]


def test_what_the_right_side_says_more_is_shown_as_added_after_the_match() -> None:
    assert detail(SHORT, FULL).endswith("{+, and we will not begin in the week of the regatta,+}")


def test_what_the_left_side_says_more_is_shown_as_cut_and_with_sides_swapped_as_added() -> None:
    assert "-]" in detail(FULL, SHORT)
    assert "[- and we will not" in detail(FULL, SHORT) or "[-, and we will not" in detail(FULL, SHORT)
    assert "regatta,+}" in detail(FULL, SHORT, mirrored=True)


def test_what_stands_before_the_match_comes_first_and_is_shortened_in_the_row_only() -> None:
    row = match_list(desk_of(LONG, SHORT), "left")[0]
    assert row.detail().plain.startswith("[-…")
    assert row.in_full().plain.startswith("[-Nobody asked us. The quay was dark.")


def test_words_that_another_match_has_are_not_left_out() -> None:
    text = "We sail. We wait for the tide. We drift."
    first, second = (_row(number, text, words) for number, words in ((1, "We sail."), (2, "We drift.")))
    quotation = Span(0, len(text))
    assert around(first, (first, second), "left", [quotation], text) == ("", " We wait for the tide.")
    assert around(second, (first, second), "left", [quotation], text) == ("We wait for the tide. ", "")
    assert around(first, (first,), "left", [quotation], text) == ("", " We wait for the tide. We drift.")


def test_a_stop_or_a_comma_alone_is_nothing_that_was_left_out() -> None:
    row = _row(1, "We sail.", "We sail")
    assert around(row, (row,), "left", [Span(0, 8)], "We sail.") == ("", "")


def _row(number: int, text: str, words: str) -> MatchRow:
    span = Span(text.index(words), text.index(words) + len(words))
    extent = Extent(span.start, span.end, (span,))
    return MatchRow(number, Match("quote", extent, extent, "trimmed", 90))


def test_a_match_outside_quotations_has_nothing_round_it() -> None:
    wire = "The survey of the harbour will be read to the council on Friday by the harbour master.\n"
    row = match_list(desk_of(wire, f"It rained. {wire}"), "left")[0]
    assert "{+" not in row.in_full().plain


async def test_space_on_a_match_shows_all_of_it(tmp_path: Path) -> None:
    write_article(tmp_path, KEY.event, KEY.left, "Norrholm Gazette", "Ferry", LONG)
    write_article(tmp_path, KEY.event, KEY.right, "The Herald", "Ferry", SHORT)
    (tmp_path / "annotations").mkdir()
    async with on_pair(Project(tmp_path)) as (screen, pilot):
        screen.rows.focus()
        await pilot.press("space")
        dialog = screen.app.screen
        assert isinstance(dialog, TextDialog)
        assert "Nobody asked us" in dialog.text.plain

"""The pairs that a program asks for, and their answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.articles import Refused
from reviewer.comparison import Side, compare
from reviewer.exchange import comparison_record, pair_wishes, wished_comparisons
from reviewer.exchange.wishes import PairWish
from reviewer.quotes import extract
from tests.comparison.work import articles_made_ready


def read(tmp_path: Path, *lines: str) -> list[PairWish | Refused]:
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(lines), "utf-8")
    return list(pair_wishes(str(file)))


def test_a_wish_without_a_name_is_called_by_its_articles_and_knows_its_line(tmp_path: Path) -> None:
    named, unnamed = read(
        tmp_path, '{"pair_id": "p/1", "left_id": "a 1", "right_id": "b"}', '{"left_id": "b", "right_id": "a 1"}'
    )
    where = str(tmp_path / "pairs.jsonl")
    assert named == PairWish("p/1", "a 1", "b", where, 1)
    assert unnamed == PairWish("b--a 1", "b", "a 1", where, 2)


def test_ids_that_are_numbers_are_those_of_a_corpus_with_numbers(tmp_path: Path) -> None:
    assert read(tmp_path, '{"pair_id": 7, "left_id": 1, "right_id": 2}') == [
        PairWish("7", "1", "2", str(tmp_path / "pairs.jsonl"), 1)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "{not json",
        "[]",
        '{"left_id": "a"}',
        '{"left_id": "a", "right_id": null}',
        '{"left_id": "a", "right_id": true}',
        '{"left_id": "a", "right_id": "b", "pair_id": {"x": 1}}',
    ],
)
def test_a_bad_wish_is_refused_by_its_line_and_the_next_is_read(line: str, tmp_path: Path) -> None:
    refused, wish = read(tmp_path, line, '{"left_id": "a", "right_id": "b"}')
    assert isinstance(refused, Refused)
    assert refused.line == 1
    assert isinstance(wish, PairWish)


def test_a_wish_for_an_unknown_article_is_refused_and_the_rest_is_compared() -> None:
    sides = {name: Side(f"The ferry stopped off {name}.", ()) for name in ("a", "b")}
    gone, there = wished_comparisons(
        [PairWish("one", "a", "x", "pairs.jsonl", 3), PairWish("two", "a", "b", "pairs.jsonl", 4)], sides
    )
    assert isinstance(gone, Refused)
    assert str(gone) == "pairs.jsonl:3: pair one: not in the corpus: x"
    assert isinstance(there, dict)
    assert (there["pair_id"], there["left_id"], there["right_id"]) == ("two", "a", "b")


def test_an_article_of_several_pairs_is_made_ready_once(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {
        name: f"The ferry stopped off {name}. “Nobody told us it would stop here,” the mate said." for name in "abcd"
    }
    sides = {name: Side(text, extract(text).quotes) for name, text in texts.items()}
    wishes = [PairWish(a + b, a, b, "pairs.jsonl", 1) for a, b in (("a", "b"), ("a", "c"), ("a", "d"))]
    alone = [
        comparison_record(
            w.left, w.right, texts[w.left], texts[w.right], compare(sides[w.left], sides[w.right]), pair_id=w.pair_id
        )
        for w in wishes
    ]
    made = articles_made_ready(monkeypatch)
    assert list(wished_comparisons(wishes, sides)) == alone
    assert sorted(made) == sorted(texts.values())

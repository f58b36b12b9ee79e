"""Sentences that tell of different events in the same words, filled in otherwise, are no copied passage."""

from __future__ import annotations

import pytest

from .test_passages import passages

SALE = (
    "{0} wool sale{1} opened slowly under a leaking roof, but bidding{2} quickened once the finest fleeces came into the ring, and "
    "by the close{3} every lot had found a buyer willing to haul it{4} over the mountain pass before the first snow."
)
MARKT = (
    "Der Wollmarkt{1} begann zögernd unter einem undichten Dach, doch die Gebote{2} stiegen rasch, als die feinsten Vliese in den "
    "Ring kamen, und bis zum Abend{3} hatte sich für jeden Posten jemand gefunden, der ihn{4} über den verschneiten Pass bringen wollte."
)
Filled = tuple[str, str, str, str, str]


def _filled(sale: str, words: Filled) -> str:
    first, *rest = words
    return sale.format(first, *(f" {word}" if word else "" for word in rest))


@pytest.mark.parametrize(
    ("left", "right", "copied"),
    [
        pytest.param(
            ("The", "at Harwick", "of 214 lots", "on Monday", "to Esk"),
            ("The", "at Tolvik", "of 388 lots", "on Friday", "to Brenn"),
            False,
            id="other facts",
        ),
        pytest.param(
            ("The", "at Harwick", "of 214 lots", "on Monday", "to Esk"),
            ("The", "at Tolvik", "of 388 lots", "on Friday", "to Esk"),
            True,
            id="one in common",
        ),
        pytest.param(
            ("The", "at Harwick", "of 214", "again", "north"),
            ("The", "at Tolvik", "of 388", "too", "south"),
            False,
            id="two facts",
        ),
        pytest.param(
            ("The", "at 11", "of 214", "again", "north"),
            ("The", "at 12", "of 388", "too", "south"),
            False,
            id="two numbers",
        ),
        pytest.param(
            ("The", "at Harwick", "there", "again", "north"),
            ("The", "at Tolvik", "here", "too", "south"),
            True,
            id="one fact",
        ),
        pytest.param(
            ("The", "at Harwick", "of 214", "again", "north"),
            ("The", "at Tolvik", "here", "too", "south"),
            True,
            id="one fact on one side",
        ),
        pytest.param(
            ("One", "at Harwick", "there", "again", "north"),
            ("This", "at Tolvik", "here", "too", "south"),
            True,
            id="a capital at the beginning of a sentence is no fact",
        ),
        pytest.param(
            ("The", "at Harwick", "of 214", "", ""), ("The", "at Tolvik", "of 388", "", ""), True, id="three runs"
        ),
        pytest.param(
            ("The", "at Harwick", "of 214", "on Monday", ""),
            ("The", "at Tolvik", "of 388", "on Friday", ""),
            False,
            id="four runs",
        ),
    ],
)
def test_a_template_is_filled_with_other_facts(left: Filled, right: Filled, copied: bool) -> None:
    one, other = _filled(SALE, left), _filled(SALE, right)
    assert bool(passages(one, other)) is copied
    assert bool(passages(other, one)) is copied


@pytest.mark.parametrize(
    ("left", "right", "copied"),
    [
        (
            ("", "in der Halle", "der Händler", "am Montag", "nach Esk"),
            ("", "auf der Wiese", "der Bauern", "am Freitag", "nach Brenn"),
            True,
        ),
        (
            ("", "mit 214 Losen", "der Händler", "um 18 Uhr", "nach Esk"),
            ("", "mit 388 Posten", "der Bauern", "um 20 Uhr", "nach Brenn"),
            False,
        ),
    ],
)
def test_where_every_noun_has_a_capital_numbers_alone_are_facts(left: Filled, right: Filled, copied: bool) -> None:
    assert bool(passages(_filled(MARKT, left), _filled(MARKT, right), "de")) is copied

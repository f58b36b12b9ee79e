"""How alike two quotations must be to be one utterance: each condition just met, and just missed.

Evidence and shares are those of `Likeness`; what each sort of pair needs was chosen on judged pairs of real articles.
"""

from __future__ import annotations

import pytest

from reviewer.comparison.likeness import Likeness, one_quotation, same_words
from reviewer.comparison.units import Unit


def _likeness(shared: float, run: float, longest: int, whole: tuple[float, float]) -> Likeness:
    return Likeness([], shared, run, longest, whole)


def _one(likeness: Likeness, *, follows: bool = False, lengths: tuple[int, int] = (10, 10)) -> bool:
    one, other = (Unit(0, length, 0) for length in lengths)
    there, back = (
        one_quotation(one, other, likeness, follows=follows),
        one_quotation(other, one, likeness, follows=follows),
    )
    assert there is back
    return there


@pytest.mark.parametrize(
    ("shared", "run", "longest", "whole", "one"),
    [
        # the same words, but for hardly anything, with evidence enough that nobody else chose them
        (0.96, 0.1, 2, (1.0, 1.0), True),
        (0.94, 0.1, 2, (1.0, 1.0), False),
        (0.96, 0.1, 1, (1.0, 1.0), False),
        (0.82, 0.82, 2, (0.82, 0.84), True),
        (0.78, 0.78, 2, (0.78, 0.80), False),
        # two translations, of which hardly two words stand side by side
        (2.6, 0.5, 3, (3.5, 3.5), True),
        (2.4, 0.5, 3, (3.2, 3.2), False),
        (2.6, 0.5, 2, (3.5, 3.5), False),
        (2.6, 0.5, 3, (3.8, 3.8), False),
        # reworded: most words of one, in a row
        (1.8, 0.8, 2, (2.8, 2.8), True),
        (1.6, 0.8, 2, (2.5, 2.5), False),
        (1.8, 0.7, 2, (2.8, 2.8), False),
        (1.8, 0.8, 2, (3.0, 3.0), False),
    ],
)
def test_two_quotations_are_one_utterance_by_evidence_share_and_rows(
    shared: float, run: float, longest: int, whole: tuple[float, float], one: bool
) -> None:
    assert _one(_likeness(shared, run, longest, whole)) is one
    assert _one(_likeness(shared, run, longest, whole[::-1])) is one


@pytest.mark.parametrize(
    ("shared", "run", "longest", "whole", "one"),
    [
        (1.7, 0.9, 2, (1.8, 9.0), True),
        (1.5, 0.9, 2, (1.6, 9.0), False),
        (1.5, 0.9, 5, (1.6, 9.0), True),
        (1.5, 0.9, 4, (1.6, 9.0), False),
        (1.7, 0.8, 2, (1.8, 9.0), False),
        (1.7, 0.9, 2, (1.98, 9.0), True),
        (1.66, 0.9, 2, (2.0, 9.0), False),
    ],
)
def test_one_quotation_is_in_the_other_mostly_in_a_row_with_evidence_or_a_long_row(
    shared: float, run: float, longest: int, whole: tuple[float, float], one: bool
) -> None:
    assert _one(_likeness(shared, run, longest, whole), lengths=(10, 30)) is one


@pytest.mark.parametrize(("lengths", "one"), [((10, 17), True), ((10, 18), False), ((12, 10), True)])
def test_what_was_reworded_is_not_much_longer(lengths: tuple[int, int], one: bool) -> None:
    assert _one(_likeness(1.8, 0.8, 2, (2.8, 4.5)), lengths=lengths) is one


@pytest.mark.parametrize(
    ("shared", "longest", "whole", "one"),
    [(1.0, 5, 1.6, True), (1.0, 4, 1.6, False), (0.8, 5, 1.3, False), (1.0, 5, 1.7, False)],
)
def test_where_both_articles_go_on_with_one_statement_less_is_enough(
    shared: float, longest: int, whole: float, one: bool
) -> None:
    likeness = _likeness(shared, 0.3, longest, (whole, 9.0))
    assert _one(likeness, follows=True) is one
    assert not _one(likeness)


@pytest.mark.parametrize(
    ("shared", "longest", "whole", "same"),
    [(1.9, 4, 2.0, True), (1.7, 4, 1.8, False), (1.9, 3, 2.0, False), (1.9, 4, 2.2, False)],
)
def test_the_words_of_a_quotation_stand_elsewhere_without_marks(
    shared: float, longest: int, whole: float, same: bool
) -> None:
    assert same_words(_likeness(shared, shared, longest, (whole, 30.0))) is same

"""Names found again among many: all that `same_person` joins, without asking of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.quotes import Namesakes, same_person

from .test_persons import ONE_PERSON

GIVEN = "Dana Daina D. Bill William Samir Sameer José Jose Abd Abdulrahim L. Anna-Maria Li".split()
LAST = (
    "Marsh Mash Marhs al-Haddadi Haddadi Orlovsky Orlovskiy Peña Penalva Arden Ardenn Riu Rui Sokolenko Sokolenka Del DelMarso "
    "Marso van Meulen Harwick Shipping Board HSB H.S.B. UP United Ports Roe and spokesman Mayor the"
).split()
NAMES = st.lists(st.sampled_from([*GIVEN, *LAST, "Mr.", "Gov.", "Ana", "&", "mayor’s"]), min_size=1, max_size=4).map(
    " ".join
)


@given(st.lists(NAMES, max_size=12), NAMES)
def test_all_that_can_be_one_persons_are_found(names: list[str], name: str) -> None:
    known = Namesakes()
    for one in names:
        known.add(one)
    assert known.of(name) == {one for one in names if same_person(name, one) is not None}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *ONE_PERSON,
        ("a spokesman", "A  spokesman"),
        ("Ana Roe and Bo Lind", "Bo Lind and Ana Roe"),
        ("Harwick Shipping Board Ltd", "HSB"),
        ("Luis Carlos Otero Peña", "Luis Otero"),
        ("De la Roe", "Delaroe"),
        ("Ana Sokolenko", "Ana Sokolemko"),
        ("Mr. Sokolenko", "Mr. Sokolenkov"),
        ("Ana Qadry", "Ana Kadri"),
    ],
)
def test_two_names_of_one_person_find_each_other(one: str, other: str) -> None:
    assert same_person(one, other) is not None
    for known, asked in ((one, other), (other, one)):
        names = Namesakes()
        names.add(known)
        assert names.of(asked) == {known}

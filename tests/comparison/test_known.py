"""What is kept of words met before, and what is not."""

from __future__ import annotations

import pytest

from reviewer.comparison import known
from reviewer.comparison.known import LONGEST, Known


def test_a_short_string_is_kept_and_a_long_one_made_again() -> None:
    lengths = Known(len)
    assert [lengths["quay"], lengths["x" * LONGEST], lengths["x" * 1_000_000]] == [4, LONGEST, 1_000_000]
    assert set(lengths) == {"quay", "x" * LONGEST}


def test_when_there_are_too_many_all_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST", 2)
    lengths = Known(len)
    for word in ("quay", "mole", "pier"):
        assert lengths[word] == 4
    assert set(lengths) == {"pier"}

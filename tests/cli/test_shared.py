"""What the commands have in common."""

from __future__ import annotations

import click
import pytest

from reviewer.cli.shared import fields, first_few


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["ferry"], "ferry"),
        (["ferry", "flood"], "ferry, flood"),
        (["ferry"] * 11, "ferry, ferry, ferry, ferry, ferry, ferry, ferry, ferry, ferry, ferry, ferry"),
        (
            ["ferry"] * 1013,
            "ferry, ferry, ferry, ferry, ferry, ferry, ferry, ferry, ferry, ferry, ferry and 1,002 more",
        ),
        (["a-very-long-name" * 6, "ferry"], "a-very-long-name" * 6 + " and 1 more"),
    ],
)
def test_of_many_names_as_many_as_fit_on_a_line_are_said(names: list[str], said: str) -> None:
    assert first_few(names) == said


def test_a_mapping_may_have_blanks_around_its_names_and_in_them() -> None:
    assert fields(["text = Body text", "title=a=b"]) == {"text": "Body text", "title": "a=b"}


@pytest.mark.parametrize("item", ["text", "text=", "=body", " = "])
def test_a_mapping_of_nothing_is_wrong_usage(item: str) -> None:
    with pytest.raises(click.UsageError, match="FIELD=NAME"):
        fields([item])

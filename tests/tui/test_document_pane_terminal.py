"""The pane on a real pseudo-terminal: how many bytes a key costs, and which bytes never come."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.end_to_end.terminal import KEYS, Terminal

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What was written at the start and for each key."""
    written: dict[str, bytes] = {}
    command = [sys.executable, "-m", "tests.tui.panes"]
    home = tmp_path_factory.mktemp("home")
    with Terminal([], cwd=ROOT, home=home, columns=120, rows=36, command=command) as terminal:
        terminal.wait_for("The port closed")
        terminal.settle()
        written["start"] = bytes(terminal.raw)
        for key in ("right", "down", "shift+right", "shift+down", ".", "(", "pagedown", "v", "G"):
            before = len(terminal.raw)
            os.write(terminal.master, KEYS.get(key, key).encode())
            terminal.settle(0.3)
            written[key] = bytes(terminal.raw[before:])
    return written


@pytest.mark.parametrize("key", ["right", "down", "shift+right", "shift+down", ".", "("])
def test_a_caret_key_writes_at_most_two_kilobytes(raw: dict[str, bytes], key: str) -> None:
    assert 0 < len(raw[key]) <= 2_000


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[31m",
        "\x1b]52;c;eHg=",
        "\x1b]0;title",
        "\x9b31m",
        "\x9d",
        "\x7f",
        "\u202e",
        "\u202c",
        "\u200b",
        "\U000e0041",
    ],
)
def test_no_escape_of_the_article_reaches_the_terminal(raw: dict[str, bytes], sequence: str) -> None:
    assert sequence.encode() not in b"".join(raw.values())


def test_what_was_neutralised_is_shown_and_brackets_are_kept(raw: dict[str, bytes]) -> None:
    assert "␛".encode() in raw["start"]
    assert b"[sic]" in raw["start"]
    assert b"[@click=app.quit]" in raw["start"]

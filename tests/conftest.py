"""What every test may use."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Machines differ and are shared: an example that takes long is no failure.  A change is judged by itself and not by the luck of
# a draw: the examples are the same in each run.  `--hypothesis-profile=search` draws new ones, and more where a test sets no number.
settings.register_profile("reviewer", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("reviewer")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder with the evaluation data; the test is skipped where it is absent."""
    if not (SHARED / "eval").is_dir():
        pytest.skip("needs the evaluation data in ../shared, which is not here")
    return SHARED


@pytest.fixture(autouse=True, scope="session")
def _offline() -> None:
    """No test, and nothing a test calls in this process, opens a connection to anywhere."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            raise AssertionError(f"the network was asked for: {address}")
        connect(self, address)

    socket.socket.connect = refuse  # type: ignore[assignment,method-assign]

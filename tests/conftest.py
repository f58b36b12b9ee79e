"""What every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# Machines differ and are shared: an example that takes long is no failure.
settings.register_profile("reviewer", deadline=None)
settings.load_profile("reviewer")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder with the evaluation data; the test is skipped where it is absent."""
    if not (SHARED / "eval").is_dir():
        pytest.skip("needs the evaluation data in ../shared, which is not here")
    return SHARED

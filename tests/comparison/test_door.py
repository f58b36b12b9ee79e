"""The way through the room, as its door tells it."""

from __future__ import annotations

import re
from pathlib import Path

from reviewer import comparison


def test_the_door_names_every_module_of_the_room_and_no_other() -> None:
    modules = {file.stem for file in Path(comparison.__file__).parent.glob("*.py")} - {"__init__"}
    assert set(re.findall(r"`(\w+)`", comparison.__doc__ or "")) == modules

"""The one clock of the analyst's work, and the one source of record ids."""

from __future__ import annotations

import random
from datetime import UTC, datetime

_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
_RANDOM = random.SystemRandom()


def utc_now() -> datetime:
    return datetime.now(UTC)


def new_id(prefix: str) -> str:
    """A fresh id of a record: `fd-`, `m-` or `q-` and ten random letters and digits (52 bits)."""
    return f"{prefix}-" + "".join(_RANDOM.choice(_ALPHABET) for _ in range(10))

"""What a file's content is known by."""

from __future__ import annotations

from hashlib import sha256


def sha256_of(data: bytes) -> str:
    """The hex SHA-256 of bytes."""
    return sha256(data).hexdigest()

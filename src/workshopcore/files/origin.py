"""Which state of which file a programme was read from or written to."""

from __future__ import annotations

import hashlib
from pathlib import Path

__all__ = ["Origin"]


class Origin:
    """What a programme's files held when they were last read or written.

    It is shared by everything derived from a programme and takes no part in comparisons: it
    only lets ``save`` notice that somebody else has changed a file meanwhile.
    """

    def __init__(self) -> None:
        self._digests: dict[str, bytes] = {}

    def note(self, path: Path, content: bytes) -> None:
        """Remember what a file holds."""
        self._digests[str(path.resolve())] = digest(content)

    def known(self, path: Path) -> bool:
        """Return whether this file was ever read or written."""
        return str(path.resolve()) in self._digests

    def unchanged(self, path: Path, content: bytes) -> bool:
        """Return whether a file still holds what it did."""
        return self._digests.get(str(path.resolve())) == digest(content)


def digest(content: bytes) -> bytes:
    """Return the fingerprint of a file's content."""
    return hashlib.sha256(content).digest()

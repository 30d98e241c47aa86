"""Where a document goes: safe names, the same on every run and on every system."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshopcore.model.identifiers import unrepeated

__all__ = ["file_stem", "unused"]

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 100
# Names that Windows keeps for devices, whatever their ending.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


def file_stem(*words: str) -> str:
    """Return words as the stem of a file name: ASCII letters, digits and single hyphens.

    >>> file_stem("acme:poster", "../where-now"), file_stem("con")
    ('acme-poster-where-now', 'con-paper')
    """
    stem = _UNSAFE.sub("-", "-".join(words)).strip("-")[:_LONGEST].strip("-") or "paper"
    return f"{stem}-paper" if _DEVICES.fullmatch(stem) else stem


def unused(path: str, taken: Iterable[str]) -> str:
    """Return a path that no other document has, on a system that ignores case as well.

    >>> unused("public/Case-study", {"public/case-study"})
    'public/Case-study-2'
    """
    used = set(taken)
    found = unrepeated(path.lower(), used)
    return path + found[len(path) :]

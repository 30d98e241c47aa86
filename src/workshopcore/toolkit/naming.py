"""Where a document goes: safe names, the same on every run and on every system."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256

from workshopcore.model.identifiers import unrepeated

__all__ = ["file_stem", "unused"]

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 100
_MARK = 12
# Names that Windows keeps for devices, whatever their ending.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


def file_stem(*words: str) -> str:
    """Return words as the stem of a file name: ASCII letters, digits and single hyphens.

    What is too long is cut, and ends in a mark of the whole, so that it still differs from others.

    >>> file_stem("acme:poster", "../where-now"), file_stem("con")
    ('acme-poster-where-now', 'con-paper')
    """
    stem = _UNSAFE.sub("-", "-".join(words)).strip("-") or "paper"
    if len(stem) > _LONGEST:
        mark = sha256(stem.encode()).hexdigest()[:_MARK]
        stem = f"{stem[: _LONGEST - _MARK - 1].strip('-')}-{mark}"
    return f"{stem}-paper" if _DEVICES.fullmatch(stem) else stem


def unused(path: str, taken: Iterable[str], endings: Sequence[str] = ("",)) -> str:
    """Return a path that no other document has, on a system that ignores case as well.

    Args:
        path: the path that is wanted, without an ending.
        taken: the names that there are, endings included, in small letters.
        endings: of the files that it is for: with none of them may it be there already.

    >>> unused("public/Case-study", {"public/case-study"})
    'public/Case-study-2'
    >>> unused("public/poster", {"public/poster.pdf"}, [".html", ".pdf"])
    'public/poster-2'
    """
    used = {
        name[: len(name) - len(ending)]
        for ending in map(str.lower, endings)
        for name in taken
        if name.endswith(ending)
    }
    found = unrepeated(path.lower(), used)
    return path + found[len(path) :]

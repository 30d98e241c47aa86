"""Names of sheets: what Excel allows, each of them once."""

from __future__ import annotations

import re
from collections.abc import Container

from workshopcore.renderers.characters import one_line

__all__ = ["sheet_name"]

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_CLOCK = re.compile(r"(?<=\d):(?=\d)")
_RESERVED = "history"


def sheet_name(title: str, taken: Container[str], instead: str) -> str:
    """Return what a sheet is called.

    Args:
        title: what stands on it.
        taken: the names there are, in small letters; capitals make no difference to Excel.
        instead: the name of one without a title.

    >>> sheet_name("What is open at 09:30?", {"what is open at 09.30"}, "Sheet")
    'What is open at 09.30 (2)'
    """
    plain = _FORBIDDEN.sub(" ", _CLOCK.sub(".", one_line(title))).replace("'", "’")
    wanted = one_line(plain) or instead
    if wanted.casefold() == _RESERVED:
        wanted += "_"
    name, number = _shortened(wanted, ""), 1
    while name.casefold() in taken:
        number += 1
        name = _shortened(wanted, f" ({number})")
    return name


def _shortened(text: str, end: str) -> str:
    """Return as much of a text as there is room for, which Excel counts in units of 16 bits."""
    room = _LONGEST - len(end)
    if _units(text) <= room:
        return text + end
    while _units(text) > room - 1:
        text = text[:-1]
    return f"{text.rstrip()}…{end}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

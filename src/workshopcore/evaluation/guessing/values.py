"""What answers look like: moments, addresses, numbers, codes that are different in every row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from workshopcore.evaluation.guessing.labels import MOST

__all__ = ["look_like", "numbers_of"]

_MOMENT = re.compile(
    r"^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}"
    r"|[A-Za-z]{3,9} \d{1,2},? \d{4}|[A-Za-z]{3} [A-Za-z]{3} \d{1,2})(?!\d)"
    r"|^\d{1,2}:\d{2}(?::\d{2})?"
)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_COMPUTER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){3,7})$")
_LINK = re.compile(r"^(?:https?://|www\.)", re.IGNORECASE)
_PHONE = re.compile(r"^\+?[\d ()/-]{9,}$")
_CODE = re.compile(r"^(?=.*\d)[\w.#-]{1,64}$")
_WHOLE = re.compile(r"^\s*(\d{1,3})(?:[.,]0+)?\s*(?:$|[-–—:.)=(](?!\d))")
_FEW = 5


def _has(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda cell: pattern.search(cell) is not None


_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("e-mail addresses", _has(_MAIL)),
    ("moments", _has(_MOMENT)),
    ("addresses of computers", _has(_COMPUTER)),
    ("links", _has(_LINK)),
    ("telephone numbers", _has(_PHONE)),
)


def look_like(cells: Mapping[str, int]) -> str:
    """Return what nobody may see that most of some cells look like, ``""`` for nothing of it.

    >>> look_like({"24/11/2027 09:31": 1, "2027-11-24": 2}), look_like({"Agree": 3})
    ('moments', '')
    """
    total = sum(cells.values())
    for name, matches in _KINDS:
        if sum(times for cell, times in cells.items() if matches(cell)) >= MOST / 2 * total:
            return name
    if total >= _FEW and len(cells) == total and all(map(_CODE.match, cells)):
        numbers = numbers_of(cells)
        if numbers is None or max(numbers.values()) > 10:
            return "codes that are different in every row"
    return ""


def numbers_of(cells: Mapping[str, int]) -> dict[str, int] | None:
    """Return the whole number in each cell that begins with one, if most answers do.

    >>> numbers_of({"10 - very likely": 3, "7": 2})
    {'10 - very likely': 10, '7': 7}
    """
    found = {cell: int(match[1]) for cell in cells if (match := _WHOLE.match(cell))}
    told = sum(cells[cell] for cell in found)
    return found if found and told >= MOST * sum(cells.values()) else None

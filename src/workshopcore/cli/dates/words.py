"""How days, workshops and people are named on the line, and how days read in answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept

if TYPE_CHECKING:
    from workshopcore.calendar import Spell
    from workshopcore.cli.dates.faults import Faults

__all__ = ["days_of", "pairs", "short_day", "spells_of"]

T = TypeVar("T")

_LONGEST = 3660
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def short_day(day: date) -> str:
    """Return a day with its weekday, short enough for a table.

    >>> short_day(date(2027, 1, 19))
    'Tue 2027-01-19'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day.isoformat()}"


def pairs(
    faults: Faults,
    option: str,
    texts: Iterable[str],
    expected: str,
    read: Callable[[str], T],
) -> Iterator[tuple[str, T]]:
    """Yield the two sides of ``NAME=VALUE``, the second one read; what cannot be is a fault.

    Args:
        faults: who is told what is wrong.
        option: under which it was typed.
        texts: what was typed.
        expected: how it should look.
        read: turns a right side into a value.
    """
    for text in texts:
        name, equals, value = text.rpartition("=")
        with faults.at(f"{option} {text}"):
            if not (equals and name.strip() and value.strip()):
                raise InvalidValueError(text, expected)
            yield name.strip(), read(value.strip())


def days_of(text: str) -> list[date]:
    """Read days such as ``2027-06-22,2027-06-29`` or ``2027-06-21..2027-06-25``.

    Raises:
        InvalidValueError: one of them is none.
    """
    return [day for part in text.split(",") for day in _stretch(part.strip())]


def _stretch(text: str) -> Iterator[date]:
    first, last = _ends(text)
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def spells_of(text: str) -> list[Spell]:
    """Read the same days as spells in which somebody is away.

    Raises:
        InvalidValueError: one of them is none.
    """
    from workshopcore.calendar import Spell

    return [Spell(*_ends(part.strip())) for part in text.split(",")]


def _ends(text: str) -> tuple[date, date]:
    start, dots, end = text.partition("..")
    first = accept.day(start.strip())
    last = accept.day(end.strip()) if dots else first
    if first is None or last is None:
        raise InvalidValueError(text, "a day such as 2027-06-22, or 2027-06-21..2027-06-25")
    if last < first or (last - first).days > _LONGEST:
        raise InvalidValueError(text, "a first day not after the last, and at most ten years")
    return first, last

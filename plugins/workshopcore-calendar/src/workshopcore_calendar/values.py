"""Values of a task's properties, as icalendar puts them into lines."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from attrs import field, frozen

from workshopcore.model.moments import zone
from workshopcore.renderers.characters import harmless

if TYPE_CHECKING:
    from icalendar import Parameters

__all__ = ["Text", "noon", "parameters"]

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_NOON = time(12)


def parameters() -> Parameters:
    """Return the parameters of a property that has none."""
    from icalendar import Parameters

    return Parameters()


@frozen
class Text:
    r"""Text that says in the file exactly what it says here.

    It is escaped here, because icalendar takes a backslash before a capital N for the end of a
    line: a task about ``C:\New`` would lose its first letter.

    >>> Text("C:\\New; a, b").to_ical().decode()
    'C:\\\\New\\; a\\, b'
    """

    said: str
    params: Parameters = field(factory=parameters)

    def to_ical(self) -> bytes:
        """Return it escaped, without anything that could act on what displays it."""
        text = self.said.replace("\r\n", "\n")
        return harmless(text).translate(_ESCAPES).encode()


def noon(day: date, time_zone: str) -> datetime:
    """Return the instant of noon on a day, as UTC.

    Histories are dated by day, tasks by instant. Noon is the same date in nearly every time
    zone, and no change of the clocks touches it.

    >>> noon(date(2027, 4, 1), "Europe/London").isoformat()
    '2027-04-01T11:00:00+00:00'
    """
    return datetime.combine(day, _NOON, zone(time_zone)).astimezone(UTC)

"""Days in a calendar file, whatever form of time they come in.

A time with a zone of its own, or with none, is on the day that its author's clock shows: that
is the day they chose. A time in UTC is on the day that it is then in the programme's time zone,
because many programs write the midnight of a local day that way.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.moments import zone
from workshopcore_calendar.lines import Property

__all__ = ["day_of", "due_of"]

_DAY = "a date such as 20270401, or a time such as 20270401T170000Z"
_LENGTH = "a length of time such as P7D or PT8H"


def day_of(found: Property, time_zone: str) -> date:
    """Return the day of a property.

    Raises:
        InvalidValueError: it holds no day.
    """
    value = _read(found)
    if not isinstance(value, date):
        raise InvalidValueError(found.raw, _DAY)
    return _day(value, found, time_zone)


def due_of(start: Property, length: Property, time_zone: str) -> date:
    """Return the day on which a task is due that says when it begins and how long it lasts.

    Raises:
        InvalidValueError: it holds no day, or no length of time.
    """
    begins, lasts = _read(start), _read(length)
    if not isinstance(begins, date):
        raise InvalidValueError(start.raw, _DAY)
    if not isinstance(lasts, timedelta):
        raise InvalidValueError(length.raw, _LENGTH)
    try:
        return _day(begins + lasts, length, time_zone)
    except OverflowError:
        raise InvalidValueError(length.raw, _LENGTH) from None


def _read(found: Property) -> object:
    """Return what a property holds, ``None`` where it is neither a time nor a length of time."""
    from icalendar import vDDDTypes

    read: Callable[[str], object] = vDDDTypes.from_ical
    try:
        return read(found.raw.strip().upper())
    except (ValueError, OverflowError):
        return None


def _day(moment: date, found: Property, time_zone: str) -> date:
    if isinstance(moment, datetime):
        moment = _local(moment, found, time_zone).date()
    if not accept.FIRST_YEAR <= moment.year <= accept.LAST_YEAR:
        expected = f"a year from {accept.FIRST_YEAR} to {accept.LAST_YEAR}"
        raise InvalidValueError(found.raw, expected)
    return moment


def _local(moment: datetime, found: Property, time_zone: str) -> datetime:
    if moment.tzinfo is None:
        return moment
    try:
        return moment.astimezone(zone(time_zone))
    except OverflowError:
        raise InvalidValueError(found.raw, _DAY) from None

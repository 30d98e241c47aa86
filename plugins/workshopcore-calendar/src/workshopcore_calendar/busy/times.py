"""Times of a diary: days, moments on somebody's clock, and lengths of time."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

from workshopcore.errors import InvalidValueError, Shown
from workshopcore_calendar.lines import Property

__all__ = ["instant", "later", "length_of", "moments_of", "time_of", "timing"]

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII)
_LENGTH = re.compile(
    r"\+?P(?=\d|T\d)(?:(\d{1,5})W)?(?:(\d{1,5})D)?"
    r"(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?",
    re.ASCII,
)
_TIMING = re.compile(r"[0-9TZPWDHMS:+/,.-]{1,60}", re.ASCII)
_FIRST, _LAST = 2, 9998
_A_TIME = "a day such as 20270119, or a time such as 20270119T093000Z"
_A_LENGTH = "a length of time such as PT1H30M or P2D"


def timing(raw: str) -> Shown:
    """Return a value for a message: only if nothing but a time can be in it."""
    text = raw.strip()
    if _TIMING.fullmatch(text):
        return Shown(f"'{text}'")
    return Shown(f"{len(text):,} characters" if text else "nothing")


def time_of(raw: str, zone: tzinfo | None) -> date | datetime:
    """Return a day or a moment.

    Args:
        raw: as it stands in the file.
        zone: whose clock a time without a ``Z`` is on; ``None`` for the wall clock, wherever.

    Raises:
        InvalidValueError: it is neither.

    >>> time_of("20270119", None), time_of("20270119T093000", None).isoformat()
    (datetime.date(2027, 1, 19), '2027-01-19T09:30:00')
    """
    found = _TIME.fullmatch(raw.strip().upper())
    try:
        if found is None:
            raise ValueError
        year, month, day = _within(int(found[1])), int(found[2]), int(found[3])
        if found[4] is None:
            return date(year, month, day)
        # A leap second is the end of its minute.
        second = min(int(found[6]), 59) if int(found[6]) <= 60 else int(found[6])
        on = UTC if found[7] else zone
        return datetime(year, month, day, int(found[4]), int(found[5]), second, tzinfo=on)
    except ValueError:
        raise InvalidValueError(timing(raw), _A_TIME) from None


def _within(year: int) -> int:
    """Return a year on which every clock in the world can be read; 9999 stands for ever."""
    return min(max(year, _FIRST), _LAST)


def length_of(raw: str) -> tuple[timedelta, timedelta]:
    """Return a length of time: its whole days by the calendar, and what it has beyond them.

    Raises:
        InvalidValueError: it is none, or a negative one.

    >>> length_of("P1DT2H")
    (datetime.timedelta(days=1), datetime.timedelta(seconds=7200))
    """
    found = _LENGTH.fullmatch(raw.strip().upper())
    if found is None:
        raise InvalidValueError(timing(raw), _A_LENGTH)
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
    exact = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return timedelta(weeks=weeks, days=days), exact


def later(start: date | datetime, raw: str) -> date | datetime:
    """Return the end of something that lasts so long: days by the calendar, hours by the clock.

    Raises:
        InvalidValueError: it is no length, or the end is beyond all calendars.
    """
    days, exact = length_of(raw)
    try:
        end = start + days
        if exact and isinstance(end, datetime):
            # On the wall clock there is nothing to reckon by but the wall clock.
            elapsed = instant(end) + exact
            end = elapsed if end.tzinfo is None else elapsed.astimezone(end.tzinfo)
    except OverflowError:
        raise InvalidValueError(timing(raw), _A_LENGTH) from None
    if end.year > _LAST:
        raise InvalidValueError(timing(raw), _A_LENGTH)
    return end


def instant(moment: datetime) -> datetime:
    """Return a moment with a zone in universal time, one on the wall clock as it is.

    A time that the clocks skip is taken as if they had not been put forward yet, and one that
    comes twice as the first of the two (RFC 5545, section 3.3.5).

    >>> from zoneinfo import ZoneInfo
    >>> instant(datetime(2027, 3, 28, 1, 30, tzinfo=ZoneInfo("Europe/London"))).isoformat()
    '2027-03-28T01:30:00+00:00'
    """
    return moment if moment.tzinfo is None else moment.astimezone(UTC)


def moments_of(
    found: Property, zone: tzinfo | None
) -> list[date | datetime | tuple[date | datetime, date | datetime]]:
    """Return every day, moment or period of a property.

    Raises:
        InvalidValueError: one of them is none.
    """
    said: list[date | datetime | tuple[date | datetime, date | datetime]] = []
    for part in filter(None, map(str.strip, found.raw.split(","))):
        first, is_period, last = part.partition("/")
        start = time_of(first, zone)
        if not is_period:
            said.append(start)
            continue
        end = later(start, last) if "P" in last.upper() else time_of(last, zone)
        if isinstance(start, datetime) is not isinstance(end, datetime):
            raise InvalidValueError(timing(part), "a period between two times")
        said.append((start, end))
    return said

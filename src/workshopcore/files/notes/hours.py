"""Clock times as people write them: from when until when, on which day."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.workshop import Workshop

__all__ = ["Hours", "hours_of", "looks_like_hours", "moment_of"]

Hours = tuple[datetime | None, datetime | None]

_CLOCK = "[0-9]{1,2}:[0-9]{2}"
_DATED = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[T ]{_CLOCK}(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})?"
_MOMENT = rf"{_DATED}|{_CLOCK}"
_HOURS = re.compile(rf"\s*({_MOMENT})?\s*(?:-|–|\bto\b|\buntil\b)\s*({_MOMENT})?\s*")
_AROUND = timedelta(hours=4)
"""For so long before and after a workshop a clock time without a day is one of its own."""


def looks_like_hours(text: str) -> bool:
    """Return whether text is meant as times.

    >>> looks_like_hours("13:00-16:30"), looks_like_hours("apology")
    (True, False)
    """
    return bool(re.search("[0-9]", text))


def hours_of(workshop: Workshop, text: str, near: datetime | None = None) -> Hours:
    """Read times such as ``13:00-16:30``, ``10:05-`` or ``-12:30``.

    Args:
        workshop: whose times they are.
        text: what somebody wrote.
        near: where a workshop of several days says nothing else, the day is that on which the
            start comes closest to this wall-clock time.

    Raises:
        InvalidValueError: these are none, or their day cannot be told.
    """
    match = _HOURS.fullmatch(text)
    if match is None or not any(match.groups()):
        raise InvalidValueError(text, "times such as 13:00-16:30, 13:00- or -16:30")
    start = moment_of(workshop, match[1], near) if match[1] else None
    end = moment_of(workshop, match[2], near, after=start) if match[2] else None
    if start is not None and end is not None and not _before(start, end):
        raise InvalidValueError(text, "an end after the start")
    return start, end


def moment_of(
    workshop: Workshop,
    text: str,
    near: datetime | None = None,
    *,
    after: datetime | None = None,
) -> datetime:
    """Read a clock time of a workshop, such as ``13:20``, or a date and time.

    Args:
        workshop: whose time it is.
        text: what somebody wrote.
        near: which day it is where there are several: the one that comes closest.
        after: it is the next such time after this one.

    Raises:
        InvalidValueError: it is no time of the workshop, or its day cannot be told.
    """
    if len(text) > len("23:59"):
        found = accept.moment(text.replace(" ", "T"))
        assert found is not None, "only nothing is read as no moment"
        return found
    clock = accept.clock(text.rjust(len("23:59"), "0"))
    assert isinstance(clock, time), "what is as short as that has no date"
    first, last = _plain(workshop.start), _plain(workshop.end)
    days = (first.date() + timedelta(days=n) for n in range((last - first).days + 3))
    moments = [datetime.combine(day, clock) for day in days]
    found_at = [m for m in moments if first - _AROUND <= m <= last + _AROUND]
    if after is not None and found_at:
        found_at = [moment for moment in found_at if moment > _plain(after)][:1]
        if not found_at:
            raise InvalidValueError(text, f"an end after the start, {after:%H:%M}")
    if len(found_at) > 1 and near is not None:
        return min(found_at, key=lambda moment: abs(moment - _plain(near)))
    if len(found_at) > 1:
        days_told = " or ".join(f"{moment:%Y-%m-%dT%H:%M}" for moment in found_at)
        raise InvalidValueError(text, "a time with its day", f"Write {days_told}")
    if not found_at:
        raise InvalidValueError(
            text, f"a time of the workshop, {first:%Y-%m-%d %H:%M} to {last:%Y-%m-%d %H:%M}"
        )
    return found_at[0]


def _before(one: datetime, other: datetime) -> bool:
    if one.tzinfo is None or other.tzinfo is None:
        return _plain(one) < _plain(other)
    return one < other


def _plain(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)

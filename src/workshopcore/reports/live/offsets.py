"""How far a workshop's wall clock is from universal time, and when that changes."""

from __future__ import annotations

from datetime import datetime

from workshopcore.model.moments import later

__all__ = ["offsets"]

_HOUR = 60


def offsets(starts: datetime, first: int, last: int) -> list[list[int]]:
    """Return from which minute on the clock is how many seconds ahead of universal time.

    Args:
        starts: an instant in the workshop's time zone, from which minutes are counted.
        first: the first minute that matters.
        last: the last one.

    >>> from zoneinfo import ZoneInfo
    >>> offsets(datetime(2027, 10, 30, 22, 0, tzinfo=ZoneInfo("Europe/London")), 0, 600)
    [[0, 3600], [240, 0]]
    """
    found = [[first, _ahead(starts, first)]]
    for hour in range(first, last, _HOUR):
        until = min(hour + _HOUR, last)
        if _ahead(starts, until) != found[-1][1]:
            change = next(
                minute
                for minute in range(hour + 1, until + 1)
                if _ahead(starts, minute) != found[-1][1]
            )
            found.append([change, _ahead(starts, change)])
    return found


def _ahead(starts: datetime, minutes: int) -> int:
    offset = later(starts, minutes).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0

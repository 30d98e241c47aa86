"""Working days: weekdays on which the organisation is not closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import field, frozen

__all__ = ["WorkingDays"]

_FURTHEST = 3660


def _days(values: Iterable[date]) -> frozenset[date]:
    return frozenset(values)


def _weekdays(values: Iterable[int]) -> frozenset[int]:
    return frozenset(values)


@frozen
class WorkingDays:
    """A calendar of working days.

    Attributes:
        closed: days that are not worked, such as public holidays.
        weekend: weekdays that are not worked (Monday is 0).

    >>> easter = WorkingDays(closed=[date(2027, 3, 26), date(2027, 3, 29)])
    >>> easter.shift(date(2027, 3, 30), -1)
    datetime.date(2027, 3, 25)
    """

    closed: frozenset[date] = field(default=frozenset(), converter=_days)
    weekend: frozenset[int] = field(default=frozenset({5, 6}), converter=_weekdays)

    def is_working(self, day: date) -> bool:
        """Return whether a day is worked."""
        return day.weekday() not in self.weekend and day not in self.closed

    def shift(self, day: date, working_days: int) -> date:
        """Return the day a number of working days after another, or before it if negative.

        Zero gives the day itself if it is worked, else the next one that is.

        Raises:
            ValueError: there is no such day within ten years.
        """
        step = timedelta(days=-1 if working_days < 0 else 1)
        left = abs(working_days)
        for _ in range(_FURTHEST):
            if self.is_working(day) and left == 0:
                return day
            day += step
            if self.is_working(day) and left:
                left -= 1
        raise ValueError("no such working day within ten years")

    def between(self, first: date, last: date) -> int:
        """Return how many working days lie after ``first``, up to and including ``last``."""
        span = range(1, (last - first).days + 1)
        return sum(1 for n in span if self.is_working(first + timedelta(days=n)))

"""How a set shares its minutes: an opening, the same for each presenter, and a closing."""

from __future__ import annotations

from attrs import frozen

from workshopcore.errors import InvalidValueError
from workshopcore.model.options import Options

__all__ = ["PARTS", "Shares", "Timetable", "divide"]

PARTS = (5, 7, 15, 9)
"""Minutes of the four parts of a presenter's time, where that is 36 minutes."""

_SETTINGS = {
    "opening": (5, 20, 60),
    "airtime": (20, 36, 90),
    "closing": (5, 10, 60),
}
_MEANINGS = {
    "opening": "minutes of news since last time",
    "airtime": "minutes that belong to each presenter",
    "closing": "minutes of looking back at the end",
}


@frozen
class Shares:
    """What a timetable makes of so many minutes.

    Attributes:
        opening, airtime, closing: whole minutes; ``airtime`` is that of each presenter.
        spare: minutes that nothing is planned for.
    """

    opening: int
    airtime: int
    closing: int
    spare: int


@frozen
class Timetable:
    """The least that each part of a meeting gets, in minutes.

    Nobody gets less than their ``airtime`` because another presenter was squeezed in, and
    everybody of a meeting gets the same.

    >>> Timetable().presenters(138)
    3
    """

    opening: int = 20
    airtime: int = 36
    closing: int = 10

    @classmethod
    def of(cls, options: Options) -> Timetable:
        """Return what a session says.

        Raises:
            InvalidValueError: an option is no whole number within its bounds.
        """
        return cls(**{name: _chosen(options, name) for name in _SETTINGS})

    def total(self, presenters: int) -> int:
        """Return how many minutes so many presenters need."""
        return self.opening + self.airtime * presenters + self.closing

    def presenters(self, minutes: int) -> int:
        """Return how many presenters so many minutes have room for, 0 for none."""
        return max(0, (minutes - self.opening - self.closing) // self.airtime)

    def shares(self, minutes: int, presenters: int) -> Shares:
        """Share out minutes, at least as many as the presenters need.

        What is left is shared by the presenters, up to twice their airtime; the few minutes
        that cannot be shared evenly go to the closing.

        >>> Timetable().shares(150, 3)
        Shares(opening=20, airtime=40, closing=10, spare=0)
        """
        left = minutes - self.total(presenters)
        more = min(left // presenters, self.airtime)
        rest = left - more * presenters
        odd = rest if rest < presenters else 0
        return Shares(self.opening, self.airtime + more, self.closing + odd, rest - odd)


def divide(airtime: int) -> tuple[int, ...]:
    """Divide a presenter's minutes into the four parts, in whole minutes.

    Each minute goes to the part that is furthest behind its share (the method of odd
    divisors), so that the parts add up and none shrinks when there is more time.

    >>> divide(36), divide(50)
    ((5, 7, 15, 9), (7, 10, 21, 12))
    """
    given = [0] * len(PARTS)
    for _ in range(airtime):
        behind = max(range(len(PARTS)), key=lambda part: PARTS[part] / (2 * given[part] + 1))
        given[behind] += 1
    return tuple(given)


def _chosen(options: Options, name: str) -> int:
    least, usual, most = _SETTINGS[name]
    value = options.get(name, usual)
    if value.__class__ is not int or not least <= value <= most:
        expected = f"a whole number from {least} to {most} for the option '{name}'"
        raise InvalidValueError(value, expected, f"It says how many {_MEANINGS[name]}")
    return int(value)

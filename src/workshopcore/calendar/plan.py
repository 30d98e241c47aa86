"""A plan of dates: when each workshop is, who can come, and how it looks as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

__all__ = ["DatePlan", "DatedWorkshop"]


@frozen
class DatedWorkshop:
    """One workshop of a plan.

    Attributes:
        workshop, title: which one.
        start, end: on the wall clock.
        attendance: the weight of those who can come, a maybe counting half.
        invited: the weight of all who are invited.
        absent: who cannot come.
        unsure: who may be able to.
        unknown: those invited of whose time then nothing is known.
        room: the first of the rooms asked for that is free.
        held: whether its date was given, not chosen.
        was: when it was to be before, if it moved.
    """

    workshop: str
    title: str
    start: datetime
    end: datetime
    attendance: Fraction
    invited: Fraction
    absent: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    room: str = ""
    held: bool = False
    was: datetime | None = None

    @property
    def day(self) -> date:
        """The day on which it starts."""
        return self.start.date()


@frozen
class DatePlan:
    """Dates for all workshops.

    Attributes:
        workshops: in order.
        misses: how many workshops each person misses, a maybe counting half; only those who
            miss any.
    """

    workshops: tuple[DatedWorkshop, ...]
    misses: Mapping[str, Fraction]

    @property
    def attendance(self) -> Fraction:
        """The attendance of all workshops together."""
        return sum((each.attendance for each in self.workshops), Fraction())

    @property
    def invited(self) -> Fraction:
        """What the attendance would be if everybody could come to everything."""
        return sum((each.invited for each in self.workshops), Fraction())

    @property
    def most_missed(self) -> Fraction:
        """What whoever misses most misses."""
        return max(self.misses.values(), default=Fraction())

    @property
    def gaps(self) -> tuple[int, ...]:
        """The days from each workshop to the next, first day to first day."""
        return tuple((after - before).days for before, after in pairwise(self.days))

    @property
    def moved(self) -> tuple[DatedWorkshop, ...]:
        """The workshops that are not where they were to be."""
        return tuple(each for each in self.workshops if each.was is not None)

    @property
    def days(self) -> tuple[date, ...]:
        """The day on which each workshop starts."""
        return tuple(each.day for each in self.workshops)

"""What is asked of the dates: the house's rules for all of them, and wishes for one workshop."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from workshopcore.calendar import accepting
from workshopcore.calendar.accepting import KINDS, Period
from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.programme import Closure, ClosureKind

__all__ = ["FURTHEST", "Apart", "DateRules", "Hours", "Wish", "weeks"]

FURTHEST = 3660
"""The most days that a spacing may have."""
_SOME_HOURS = "a start and an end, or several such"


@frozen
class Apart:
    """How many days lie between the first days of two neighbouring workshops.

    Attributes:
        least, most: both included; ``most=None`` is any number.
    """

    least: int = field(default=1, validator=accept.count(0, FURTHEST))
    most: int | None = field(default=None, validator=accept.count(0, FURTHEST))

    def __attrs_post_init__(self) -> None:
        if self.most is not None and self.most < self.least:
            raise InvalidValueError(f"{self.least} to {self.most}", "the least before the most")


def weeks(least: int, most: int | None = None) -> Apart:
    """Return a spacing in weeks.

    >>> weeks(5, 9)
    Apart(least=35, most=63)
    """
    return Apart(7 * least, None if most is None else 7 * most)


def _apart(value: Apart | Iterable[int] | None) -> Apart | None:
    if value is None or isinstance(value, Apart):
        return value
    found = accepting.several(value, "a spacing, such as weeks(5, 9)")
    if len(found) != 2:
        raise InvalidValueError(value, "a spacing: weeks(5, 9), or the least and the most days")
    return Apart(*found)


def _some_apart(value: Apart | Iterable[int]) -> Apart:
    found = _apart(value)
    if found is None:
        raise InvalidValueError(value, "a spacing, such as weeks(5, 9)")
    return found


@frozen
class Hours:
    """From when to when a workshop goes, on the wall clock.

    The end is on the last day of a workshop of several days. In the nights between them, from
    18:00 to 08:00, nobody is asked for anything.

    >>> Hours("09:30", "16:30").end
    datetime.time(16, 30)
    """

    start: time = field(converter=accepting.clock)
    end: time = field(converter=accepting.clock)


def _hours(values: Any) -> tuple[Hours, ...] | None:
    if values is None:
        return None
    if isinstance(values, Hours):
        return (values,)
    found = accepting.several(values, _SOME_HOURS)
    if len(found) == 2 and all(isinstance(each, (str, time)) for each in found):
        found = [found]
    return tuple(each if isinstance(each, Hours) else _pair(each) for each in found)


def _pair(values: Any) -> Hours:
    found = accepting.several(values, _SOME_HOURS)
    if len(found) != 2:
        raise InvalidValueError(values, _SOME_HOURS)
    return Hours(*found)


@frozen(kw_only=True)
class DateRules:
    """The house's rules for the dates of a programme.

    Attributes:
        between: the first and the last day on which anything may take place; left out, those
            of the programme.
        weekdays: on which weekdays, by name or by number from 0 for Monday; ``None`` for any.
        apart: how far the first days of neighbouring workshops are apart: :func:`weeks`, or
            the least and the most days; left out, 3 to 10 weeks, as check ``WC130`` has it.
        closed: the kinds of closure on which there is no workshop.
        closures: further closures, such as lists of bank holidays or of school holidays.
        not_in: months without workshops, by name or by number from 1 for January.
        quorum: the fewest people who can come to each workshop.
        nobody_misses_more_than: how many workshops anybody may miss; a maybe is half a miss.
        fairest_first: whoever misses most is to miss as little as possible, before all
            attendance; otherwise attendance goes first, and this decides between equals.
        maybe_is_enough: whether a maybe will do for a quorum, of a required person, and of a
            room.
    """

    between: Period = field(default=(None, None), converter=accepting.period)
    weekdays: frozenset[int] | None = field(
        default=frozenset(range(5)), converter=accepting.weekdays
    )
    apart: Apart = field(default=Apart(21, 70), converter=_some_apart)
    closed: tuple[ClosureKind, ...] = field(default=KINDS, converter=accepting.kinds)
    closures: tuple[Closure, ...] = field(default=(), converter=accepting.closures)
    not_in: frozenset[int] = field(default=frozenset(), converter=accepting.months)
    quorum: int | None = field(default=None, validator=accept.count(0, 100_000))
    nobody_misses_more_than: Fraction | None = field(default=None, converter=accepting.misses)
    fairest_first: bool = field(default=False, converter=accept.flag)
    maybe_is_enough: bool = field(default=True, converter=accept.flag)


@frozen(kw_only=True)
class Wish:
    """What one workshop asks of its date, beyond the rules of the house.

    Attributes:
        between: the first and the last day on which it may take place; ``None`` for either
            leaves that end open.
        weekdays: on which weekdays; left out, those of the house.
        hours: from when to when, or several such to choose from: a morning or an afternoon.
            Left out, those of the programme; without one, 09:30 to 16:30.
        days: how many days it lasts; left out, as many as in the programme, or one.
        only: the only days on which it may start, such as those that an expert offered.
        not_on: days on which it may not start.
        on: the day that is fixed for it already: it stays there, whatever else is asked.
        rooms: rooms of which one must be free.
        quorum: the fewest people who can come; left out, that of the house.
        required: who must be able to come, beyond those whom it needs anyway.
        invited: who is invited; left out, every participant of the day.
        apart: how far it is from the workshop before it; left out, as the house has it.
    """

    between: Period = field(default=(None, None), converter=accepting.period)
    weekdays: frozenset[int] | None = field(default=None, converter=accepting.weekdays)
    hours: tuple[Hours, ...] | None = field(default=None, converter=_hours)
    days: int | None = field(default=None, validator=accept.count(1, 366))
    only: frozenset[date] | None = field(default=None, converter=accepting.days)
    not_on: frozenset[date] | None = field(default=None, converter=accepting.days)
    on: date | None = field(default=None, converter=accept.day)
    rooms: tuple[str, ...] | None = field(default=None, converter=accepting.names)
    quorum: int | None = field(default=None, validator=accept.count(0, 100_000))
    required: tuple[str, ...] | None = field(default=None, converter=accepting.names)
    invited: tuple[str, ...] | None = field(default=None, converter=accepting.names)
    apart: Apart | None = field(default=None, converter=_apart)

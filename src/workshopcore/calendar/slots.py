"""Slots: every place in the calendar where a workshop of some hours could be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import NamedTuple

from attrs import field, frozen

from workshopcore.calendar.rules import Hours
from workshopcore.contracts.busy_time import Half
from workshopcore.model.moments import zone

__all__ = ["MINUTES", "Occupied", "Slots", "Stretch", "minutes"]

MINUTES = 24 * 60
_EVENING, _MORNING = 18 * 60, 8 * 60
_NOON, _AFTER_LUNCH = 12 * 60, 13 * 60
_MINUTE = timedelta(minutes=1)


@frozen
class Stretch:
    """Some of the hours of a workshop, in minutes from the midnight before its first day."""

    start: int
    end: int


def _sorted(values: Iterable[Hours]) -> tuple[Hours, ...]:
    return tuple(sorted(set(values), key=lambda hours: (hours.start, hours.end)))


class Occupied(NamedTuple):
    """When some of the hours take people's time: starts and ends in minutes, by day."""

    hours: int
    starts: Sequence[int]
    ends: Sequence[int]


@frozen
class Slots:
    """The slots of workshops that have the same hours: numbered by day, then by hours.

    A slot's number is that of its day, counted from the first, times the number of hours to
    choose from, plus that of its hours.

    Attributes:
        first: the first day.
        count: how many days there are.
        hours: from when to when on the wall clock; one of them for each slot of a day.
        days: how many days a workshop lasts.
        time_zone: where the wall clock is.
    """

    first: date
    count: int
    hours: tuple[Hours, ...] = field(converter=_sorted)
    days: int = 1
    time_zone: str = "UTC"

    def __len__(self) -> int:
        return self.count * len(self.hours)

    @cached_property
    def is_plain(self) -> bool:
        """Whether there is one slot a day, of that day alone."""
        return self.days == len(self.hours) == 1

    @cached_property
    def _origin(self) -> int:
        return self.first.toordinal()

    @cached_property
    def day_numbers(self) -> Sequence[int]:
        """The number of the first day of every slot."""
        days = range(self._origin, self._origin + self.count)
        return days if len(self.hours) == 1 else [day for day in days for _ in self.hours]

    @cached_property
    def starts(self) -> list[int]:
        """When every slot starts, in minutes on the wall clock."""
        return [day * MINUTES + offset for day in self._each_day for offset, _ in self._offsets]

    @cached_property
    def ends(self) -> list[int]:
        """When every slot ends, in minutes on the wall clock."""
        return [day * MINUTES + offset for day in self._each_day for _, offset in self._offsets]

    @property
    def _each_day(self) -> range:
        return range(self._origin, self._origin + self.count)

    @cached_property
    def _offsets(self) -> list[tuple[int, int]]:
        later = (self.days - 1) * MINUTES
        return [(_of_day(each.start), later + _of_day(each.end)) for each in self.hours]

    @cached_property
    def stretches(self) -> tuple[tuple[Stretch, ...], ...]:
        """For each of the hours, what it takes of its days: all of it but the nights."""
        return tuple(self._without_nights(start, end) for start, end in self._offsets)

    def _without_nights(self, start: int, end: int) -> tuple[Stretch, ...]:
        midnights = range(0, self.days * MINUTES, MINUTES)
        begins = [start, *(midnight + _MORNING for midnight in midnights[1:])]
        ends = [*(midnight + _EVENING for midnight in midnights[:-1]), end]
        by_day = tuple(Stretch(*pair) for pair in zip(begins, ends, strict=True))
        awake = all(stretch.start < stretch.end for stretch in by_day)
        return by_day if awake else (Stretch(start, end),)

    def day(self, slot: int) -> date:
        """Return the first day of a slot."""
        return date.fromordinal(self._origin + slot // len(self.hours))

    def last_day(self, slot: int) -> date:
        """Return the last day of a slot."""
        return self.day(slot) + timedelta(days=self.days - 1)

    def start(self, slot: int) -> datetime:
        """Return when a slot starts on the wall clock."""
        return datetime.combine(self.day(slot), self.hours[slot % len(self.hours)].start)

    def end(self, slot: int) -> datetime:
        """Return when a slot ends on the wall clock."""
        return datetime.combine(self.last_day(slot), self.hours[slot % len(self.hours)].end)

    def starting(self, first: int, last: int) -> range:
        """Return the slots that start on some days (numbers of days, both included)."""
        width = len(self.hours)
        low = min(max(first - self._origin, 0), self.count)
        high = min(max(last + 1 - self._origin, low), self.count)
        return range(low * width, high * width)

    def touching(self, first: int, last: int) -> range:
        """Return the slots that have a day in common with some days (both included)."""
        return self.starting(first - self.days + 1, last)

    @cached_property
    def halves(self) -> tuple[frozenset[tuple[int, Half]], ...]:
        """For each of the hours, the halves of days that it touches; its first day is 0.

        What lies between 12:00 and 13:00 alone touches both halves.
        """
        return tuple(
            frozenset(half for stretch in stretches for half in _touched(stretch))
            for stretches in self.stretches
        )

    def halves_of(self, slot: int) -> frozenset[tuple[int, Half]]:
        """Return the halves of days that a slot touches; its first day is 0."""
        return self.halves[slot % len(self.hours)]

    def occupied(self, everywhere: bool) -> tuple[Occupied, ...]:
        """Return when slots take people's time, on the clock there or in universal time."""
        return self._everywhere if everywhere else self._there

    @cached_property
    def _there(self) -> tuple[Occupied, ...]:
        return self._occupied(lambda minute: [day * MINUTES + minute for day in self._each_day])

    @cached_property
    def _everywhere(self) -> tuple[Occupied, ...]:
        return self._occupied(self._instants)

    def _occupied(self, times: Callable[[int], list[int]]) -> tuple[Occupied, ...]:
        return tuple(
            Occupied(number, times(stretch.start), times(stretch.end))
            for number, stretches in enumerate(self.stretches)
            for stretch in stretches
        )

    def _instants(self, minute: int) -> list[int]:
        """Return a time of every day in universal time.

        A time that the clocks skip is taken as if they had not been put forward yet, and one
        that comes twice as the first of the two.
        """
        place = zone(self.time_zone)
        midnight = datetime.combine(self.first, time())
        local = (midnight + timedelta(days=day, minutes=minute) for day in range(self.count))
        return [minutes(moment.replace(tzinfo=place)) for moment in local]


def minutes(moment: datetime, *, up: bool = False) -> int:
    """Return a moment in whole minutes: in universal time if it has an offset, else as it is.

    Args:
        moment: with or without an offset.
        up: round up, not down.
    """
    offset = moment.utcoffset() or timedelta()
    since = moment.replace(tzinfo=None) - offset - datetime.min
    return MINUTES - (-since // _MINUTE if up else -(since // _MINUTE))


def _of_day(value: time) -> int:
    return value.hour * 60 + value.minute


def _touched(stretch: Stretch) -> Iterator[tuple[int, Half]]:
    for day in range(stretch.start // MINUTES, (stretch.end - 1) // MINUTES + 1):
        start, end = stretch.start - day * MINUTES, stretch.end - day * MINUTES
        morning, afternoon = start < _NOON, end > _AFTER_LUNCH
        if morning or not afternoon:
            yield day, "morning"
        if afternoon or not morning:
            yield day, "afternoon"

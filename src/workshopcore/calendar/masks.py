"""Sets of slots as whole numbers, a bit for each, and the rules that make them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import TypeAlias

from workshopcore.calendar.slots import Slots

__all__ = [
    "Rule",
    "after",
    "at",
    "before",
    "every",
    "in_month",
    "mask_of",
    "numbers_of",
    "on_other_weekdays",
    "starting_on",
    "touching",
]

Rule: TypeAlias = Callable[[Slots], int]
"""Says which slots it rules out."""


def mask_of(slots: Iterable[int]) -> int:
    """Return a set of slots as a mask.

    >>> mask_of([0, 3]), mask_of(range(2, 5))
    (9, 28)
    """
    if isinstance(slots, range):
        return ((1 << len(slots)) - 1) << slots.start if slots else 0
    found = 0
    for slot in slots:
        found |= 1 << slot
    return found


def numbers_of(mask: int) -> list[int]:
    """Return the slots of a mask in order.

    >>> numbers_of(9)
    [0, 3]
    """
    return [number for number, bit in enumerate(reversed(bin(mask)[2:])) if bit == "1"]


def every(slots: Slots) -> int:
    """Return all slots."""
    return mask_of(range(len(slots)))


def before(day: date) -> Rule:
    """Rule out what starts before a day."""
    return lambda slots: mask_of(slots.starting(0, day.toordinal() - 1))


def after(day: date) -> Rule:
    """Rule out what ends after a day."""
    last = date.max.toordinal()
    return lambda slots: mask_of(slots.starting(day.toordinal() + 2 - slots.days, last))


def touching(first: date, last: date) -> Rule:
    """Rule out what has a day in common with some days, both included."""
    return lambda slots: mask_of(slots.touching(first.toordinal(), last.toordinal()))


def on_other_weekdays(weekdays: Collection[int]) -> Rule:
    """Rule out what has a day that is none of some weekdays."""

    def rule(slots: Slots) -> int:
        first = slots.first.weekday()
        days = range(first, first + slots.days)
        width = len(slots.hours)
        week = mask_of(
            slot
            for slot in range(7 * width)
            if any((day + slot // width) % 7 not in weekdays for day in days)
        )
        weeks = slots.count // 7 + 1
        # A one at the beginning of every week: times it, a week is repeated.
        repeated = week * (((1 << 7 * width * weeks) - 1) // ((1 << 7 * width) - 1))
        return repeated & every(slots)

    return rule


def in_month(month: int) -> Rule:
    """Rule out what has a day in a month."""
    return lambda slots: _by_day(slots, lambda number: date.fromordinal(number).month == month)


def _by_day(slots: Slots, is_out: Callable[[int], bool]) -> int:
    width = len(slots.hours)
    first = slots.first.toordinal()
    out = [is_out(first + day) for day in range(slots.count + slots.days - 1)]
    block = (1 << width) - 1
    found = 0
    for day in range(slots.count):
        if any(out[day : day + slots.days]):
            found |= block << day * width
    return found


def starting_on(days: Iterable[date], slots: Slots) -> int:
    """Return the slots that start on one of some days."""
    found = 0
    for day in days:
        found |= mask_of(slots.starting(day.toordinal(), day.toordinal()))
    return found


def at(times: tuple[datetime, datetime] | None, slots: Slots) -> int:
    """Return the slot of some times; none, where there are no times, or no such slot."""
    if times is None:
        return 0
    number = times[0].toordinal()
    return mask_of(
        [
            slot
            for slot in slots.starting(number, number)
            if (slots.start(slot), slots.end(slot)) == times
        ]
    )

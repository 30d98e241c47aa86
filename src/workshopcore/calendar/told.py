"""What one source tells of a number of slots."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from workshopcore.calendar.slots import Slots, minutes
from workshopcore.contracts.busy_time import Answer, Busy, BusyTime, Half, Poll, PollKey, Spell

__all__ = ["MISSED", "Taken", "missed", "taken_by", "tells"]

MISSED: dict[Answer, int] = {"yes": 0, "maybe": 1, "no": 2}
"""How much of a workshop somebody misses, in halves."""


def missed(source: BusyTime, slots: Slots) -> dict[int, int]:
    """Return the slots of which somebody misses something, with how much, in halves."""
    if isinstance(source, Busy):
        return _missed_by(
            (slot, MISSED["maybe" if spell.tentative else "no"])
            for spell in source.spells
            for slot in _taken(spell, slots)
        )
    if slots.is_plain and set(map(type, source.answers)) <= {date}:
        return _missed_days(source, slots)
    return _missed_by(
        (slot, MISSED[answer])
        for key, answer in source.answers.items()
        if answer != "yes"
        for slot in _asked(key, slots)
    )


def _missed_days(poll: Poll, slots: Slots) -> dict[int, int]:
    """Return what is missed where a slot is a day, and so is all that is asked about."""
    first = slots.first.toordinal()
    found = {
        day.toordinal() - first: MISSED[answer]  # type: ignore[union-attr]
        for day, answer in poll.answers.items()
        if answer != "yes"
    }
    if found and (min(found) < 0 or max(found) >= slots.count):
        return {slot: halves for slot, halves in found.items() if 0 <= slot < slots.count}
    return found


def _missed_by(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for slot, halves in pairs:
        if halves > found.get(slot, 0):
            found[slot] = halves
    return found


class Taken(NamedTuple):
    """The time that a slot takes: its first and last day, and all halves of days."""

    first: date
    last: date
    halves: Sequence[tuple[date, Half]]


def taken_by(slots: Slots, slot: int) -> Taken:
    """Return the time that a slot takes."""
    day = slots.day(slot)
    halves = [(day + timedelta(days=later), half) for later, half in slots.halves_of(slot)]
    return Taken(day, slots.last_day(slot), halves)


def tells(source: BusyTime, taken: Taken) -> bool:
    """Return whether a source tells of all of the time that a slot takes."""
    if isinstance(source, Busy):
        since = source.first is None or source.first <= taken.first
        return since and (source.last is None or taken.last <= source.last)
    answers = source.answers
    return all(half in answers or half[0] in answers for half in taken.halves)


def _asked(key: PollKey, slots: Slots) -> Iterable[int]:
    """Return the slots that an answer to a poll is about."""
    if isinstance(key, date):
        number = key.toordinal()
        return slots.touching(number, number)
    number, half = key[0].toordinal(), key[1]
    return [
        slot
        for slot in slots.touching(number, number)
        if (number - slots.day_numbers[slot], half) in slots.halves_of(slot)
    ]


def _taken(spell: Spell, slots: Slots) -> Iterable[int]:
    """Return the slots in whose hours somebody is busy."""
    first, last = spell.start, spell.end
    if not isinstance(first, datetime) or not isinstance(last, datetime):
        return slots.touching(first.toordinal(), last.toordinal())
    if first == last:
        return ()
    everywhere = first.utcoffset() is not None
    begin, end = minutes(first), minutes(last, up=True)
    return [
        day * len(slots.hours) + number
        for number, starts, ends in slots.occupied(everywhere)
        for day in range(bisect_right(ends, begin), bisect_left(starts, end))
    ]

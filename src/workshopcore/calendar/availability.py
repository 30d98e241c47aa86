"""Availability: what all the diaries, polls and lists say together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TypeAlias

from attrs import evolve, field, frozen

from workshopcore.calendar.rules import Hours
from workshopcore.calendar.slots import Slots
from workshopcore.calendar.told import MISSED, Taken, missed, taken_by, tells
from workshopcore.contracts.busy_time import Answer, Busy, BusyTime, Poll, PollKey, Spell
from workshopcore.errors import InvalidValueError
from workshopcore.model import accept

__all__ = ["Availability", "Told", "as_availability"]

_WORDS: tuple[Answer, ...] = ("yes", "maybe", "no")

Told: TypeAlias = (
    "Availability | Iterable[BusyTime]"
    " | Mapping[str, Iterable[date | str | Spell] | Mapping[PollKey | str, Answer]]"
)
"""What may be told of everybody's time: values, or by person days away or answers to a poll."""


def _sources(values: Iterable[BusyTime]) -> tuple[BusyTime, ...]:
    found = tuple(values)
    for value in found:
        if not isinstance(value, (Busy, Poll)):
            raise InvalidValueError(value, "busy time: a Busy or a Poll")
    return found


@frozen
class Availability:
    """When everybody can come, as far as anybody has said.

    Where several sources tell of the same time, the least free of them counts, unless a poll
    overrules. A busy hour within the hours of a workshop is a no, a tentative one a maybe.

    Attributes:
        sources: diaries and polls, in any order; several of one person's are merged.
        unanswered: what counts where nothing is known.

    >>> told = Availability([Busy("amina", ["2027-01-19"])])
    >>> told.answer("amina", "2027-01-19T09:30", "2027-01-19T16:30")
    'no'
    """

    sources: tuple[BusyTime, ...] = field(default=(), converter=_sources)
    unanswered: Answer = field(default="yes", validator=accept.one_of(Answer), kw_only=True)

    def __or__(self, other: Availability) -> Availability:
        """Return what both say together."""
        return evolve(self, sources=(*self.sources, *other.sources))

    def answer(
        self, who: str, start: datetime | str, end: datetime | str, time_zone: str = "UTC"
    ) -> Answer:
        """Return whether somebody can come at a time on the wall clock of a place."""
        first, last = accept.moment(start), accept.moment(end)
        if first is None or last is None or last <= first:
            raise InvalidValueError(end, "an end after the start")
        hours = Hours(first.time(), last.time())
        days = (last.date() - first.date()).days + 1
        slots = Slots(first.date(), 1, [hours], days=days, time_zone=time_zone)
        return _WORDS[self.missed(who, slots).get(0, 0)]

    def missed(self, who: str, slots: Slots) -> dict[int, int]:
        """Return how much of each slot somebody misses, in halves, where it is anything."""
        sources = self._by_person.get(who, ())
        found = _least_free([missed(each, slots) for each in sources if not _overrules(each)])
        for source in sources:
            if _overrules(source):
                kept = [slot for slot in found if not tells(source, taken_by(slots, slot))]
                overruled = {slot: found[slot] for slot in kept}
                found = _least_free([overruled, missed(source, slots)])
        if self.unanswered != "yes":
            missing = MISSED[self.unanswered]
            for slot in range(len(slots)):
                if slot not in found and not self.knows(who, taken_by(slots, slot)):
                    found[slot] = missing
        return found

    def knows(self, who: str, taken: Taken) -> bool:
        """Return whether a source tells of somebody's time at a slot."""
        return any(tells(source, taken) for source in self._by_person.get(who, ()))

    @property
    def names(self) -> tuple[str, ...]:
        """Of whom, and of which rooms, anything is known."""
        return tuple(self._by_person)

    @cached_property
    def _by_person(self) -> dict[str, list[BusyTime]]:
        found: dict[str, list[BusyTime]] = {}
        for source in self.sources:
            found.setdefault(source.who, []).append(source)
        return found


def as_availability(told: Told) -> Availability:
    """Accept availability, a list of busy time, or days away or poll answers by person."""
    if isinstance(told, Availability):
        return told
    if not isinstance(told, Mapping):
        return Availability(told)
    return Availability(
        [
            Poll(who, said) if isinstance(said, Mapping) else Busy(who, said)
            for who, said in told.items()
        ]
    )


def _overrules(source: BusyTime) -> bool:
    return isinstance(source, Poll) and source.overrules


def _least_free(told: Sequence[dict[int, int]]) -> dict[int, int]:
    """Return what is missed by whichever source is least free."""
    found: dict[int, int] = {}
    for source in sorted(told, key=len, reverse=True):
        if not found:
            found = source
            continue
        for slot, halves in source.items():
            if halves > found.get(slot, 0):
                found[slot] = halves
    return found

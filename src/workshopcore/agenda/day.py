"""A workshop's agenda as parts to be timed, in minutes from its start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from attrs import field, frozen

from workshopcore.agenda.lengths import effective
from workshopcore.agenda.parts import Line, Part, Tier, Tracks
from workshopcore.contracts.formats import FormatPlan, FormatRequest, SessionFormat
from workshopcore.errors import WorkshopCoreError
from workshopcore.language import gettext
from workshopcore.model.agenda import AgendaItem, Break, Buffer, Lunch, Parallel, Session, Slot
from workshopcore.model.moments import elapsed, later
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["PLANNING", "Day", "Item", "day_of"]

PLANNING = frozenset({"action-planning"})
"""Formats that plan actions: what the day closes with, and what is never left out of it."""

_NIGHT = 240
"""A pause of so many minutes into another day is a night."""

_NOT_COMING = ("declined", "withdrawn")

_TIERS = {"could": Tier.COULD, "should": Tier.SHOULD, "must": Tier.MUST}


@frozen
class Item:
    """One item of an agenda: a part of the day, and where it comes from.

    Attributes:
        part: its bounds, tier and lock, as it is timed.
        path: where it stands in the workshop, such as ``agenda[2]``.
        track: titles of the parallel tracks it is in, outermost first.
        people: how many take part: those of its groups, or else everybody who is invited; in
            parallel tracks each an equal share of them, rounded up.
        held: whether an expert comes for it, or it plans the actions: on the day it stays
            where it was announced.
    """

    part: Part
    path: str
    slot: Slot
    track: tuple[str, ...]
    people: int
    held: bool


@frozen
class Day:
    """An agenda to be timed.

    Attributes:
        line: its parts, in minutes from the start.
        items: where each part comes from, depth first.
        minutes: from the workshop's start to its end.
    """

    programme: Programme
    workshop: Workshop
    formats: Mapping[str, SessionFormat]
    starts: datetime
    minutes: int
    line: Line
    items: tuple[Item, ...]
    _plans: dict[tuple[int, int], FormatPlan | None] = field(factory=dict, eq=False, repr=False)

    @property
    def grid(self) -> int:
        """The house's grid in minutes."""
        return self.programme.grid

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers of the items, by path."""
        return {item.path: number for number, item in enumerate(self.items)}

    @property
    def planning(self) -> tuple[int, ...]:
        """The items that plan actions; the day closes with the last of them."""
        return tuple(
            number
            for number, item in enumerate(self.items)
            if isinstance(item.slot, Session) and item.slot.format in PLANNING
        )

    def held(self, starts: Mapping[int, int]) -> frozenset[int]:
        """Return what stays where it was announced: expert sessions and the closing planning.

        Args:
            starts: when each item that still stands on the agenda is to start.
        """
        planning = [number for number in self.planning if number in starts]
        closing = starts[planning[-1]] if planning else None
        return frozenset(
            number
            for number, start in starts.items()
            if self.items[number].held and (number not in planning or start == closing)
        )

    def at(self, position: int) -> datetime:
        """Return the instant some minutes after the start."""
        return later(self.starts, position)

    def position(self, moment: time | datetime, earliest: int = 0) -> int:
        """Return where a moment lies: an instant, or the next time a clock shows it."""
        return _position(self.programme, self.workshop, self.starts, moment, earliest)

    def title(self, number: int) -> str:
        """Return what an item is called: its own title, or its format's."""
        slot = self.items[number].slot
        if slot.title:
            return slot.title
        known = self.formats.get(slot.format) if isinstance(slot, Session) else None
        return gettext(known.title if known else slot.name)

    def plan(self, number: int, minutes: int) -> FormatPlan | None:
        """Return how an item runs in so many minutes, ``None`` where no format says."""
        key = number, minutes
        if key not in self._plans:
            self._plans[key] = self._expanded(self.items[number], minutes)
        return self._plans[key]

    def _expanded(self, item: Item, minutes: int) -> FormatPlan | None:
        slot = item.slot
        if not isinstance(slot, Session) or slot.format not in self.formats:
            return None
        request = FormatRequest(
            minutes,
            item.people,
            options=slot.options,
            programme=self.programme,
            workshop=self.workshop,
            session=slot,
        )
        try:
            return self.formats[slot.format].expand(request)
        except WorkshopCoreError:
            return None


def day_of(programme: Programme, workshop: Workshop, formats: Mapping[str, SessionFormat]) -> Day:
    """Return a workshop's agenda as parts.

    Raises:
        AgendaError: a session has no length: no minutes, and its format is not installed.
    """
    starts, ends = programme.starts(workshop), programme.ends(workshop)
    reader = _Reader(programme, workshop, formats, starts)
    line, _ = reader.line(workshop.agenda, "agenda", (), 0, len(programme.invited(workshop)))
    minutes = elapsed(starts, ends)
    return Day(programme, workshop, formats, starts, minutes, line, tuple(reader.items))


class _Reader:
    """Reads an agenda into parts; positions are those of everything at its shortest."""

    def __init__(
        self,
        programme: Programme,
        workshop: Workshop,
        formats: Mapping[str, SessionFormat],
        starts: datetime,
    ) -> None:
        self._programme, self._workshop = programme, workshop
        self._formats, self._starts = formats, starts
        self._allocated = {
            allocation.session: sum(len(group.members) for group in allocation.groups)
            for allocation in reversed(workshop.allocations)
        }
        self._expert = {
            engagement.session.partition("/")[2]
            for engagement in programme.engagements_of(workshop)
            if engagement.state(date.max) not in _NOT_COMING
        }
        self.items: list[Item] = []

    def line(
        self,
        agenda: Sequence[AgendaItem],
        path: str,
        track: tuple[str, ...],
        start: int,
        people: int,
    ) -> tuple[Line, int]:
        """Return the parts of an agenda from a position on, and where they end."""
        found: list[Part | Tracks] = []
        before = position = start
        for number, item in enumerate(agenda):
            place = f"{path}[{number}]"
            if isinstance(item, Parallel):
                share = -(-people // len(item.tracks))
                lines = [
                    self.line(
                        each.agenda,
                        f"{place}.tracks[{lane}].agenda",
                        (*track, each.title),
                        position,
                        share,
                    )
                    for lane, each in enumerate(item.tracks)
                ]
                found.append(Tracks(tuple(line for line, _ in lines)))
                before, position = position, max([position, *(end for _, end in lines)])
                continue
            part = self._part(item, place, track, before, position, people)
            found.append(part)
            before = position if part.start is None else max(position, part.start[0])
            position = before + part.shortest
        return tuple(found), position

    def _part(
        self,
        slot: Slot,
        path: str,
        track: tuple[str, ...],
        before: int,
        position: int,
        people: int,
    ) -> Part:
        people = self._allocated.get(slot.id) or people
        shortest, usual, longest = effective(slot, people, self._formats)
        lock = self._lock(slot, before)
        held = isinstance(slot, Session) and (slot.id in self._expert or slot.format in PLANNING)
        part = Part(
            shortest,
            usual,
            longest,
            _tier(slot),
            start=lock,
            rests=lock is not None and self._rests(lock[0], before, position),
            may_go=not held and (isinstance(slot, Buffer) or _expendable(slot)),
        )
        self.items.append(Item(part, path, slot, track, people, held))
        return part

    def _lock(self, slot: Slot, before: int) -> tuple[int, int] | None:
        if slot.start is not None:
            lock = self._position(slot.start, before)
            return lock, lock
        if slot.window is None:
            return None
        first, last = slot.window
        latest = self._position(last, before)
        if isinstance(first, datetime):
            return min(self._position(first, 0), latest), latest
        # The window that closes then has opened within the day before, which may have 25 hours.
        opened = self._position(first, latest - 24 * 60 + 1)
        if opened > latest:
            opened = self._position(first, latest - 25 * 60 + 1)
        return min(opened, latest), latest

    def _position(self, lock: time | datetime, earliest: int) -> int:
        return _position(self._programme, self._workshop, self._starts, lock, earliest)

    def _rests(self, lock: int, before: int, position: int) -> bool:
        days = later(self._starts, before).date(), later(self._starts, lock).date()
        return days[0] < days[1] and lock - position >= _NIGHT


def _tier(slot: Slot) -> Tier:
    if isinstance(slot, Session):
        return _TIERS[slot.priority]
    return Tier.PAUSE if isinstance(slot, Break | Lunch) else Tier.BUFFER


def _expendable(slot: Slot) -> bool:
    return isinstance(slot, Session) and slot.priority != "must"


def _position(
    programme: Programme,
    workshop: Workshop,
    starts: datetime,
    moment: time | datetime,
    earliest: int,
) -> int:
    if not isinstance(moment, datetime):
        return _next_occurrence(starts, earliest, moment)
    if isinstance(moment.tzinfo, ZoneInfo):
        return elapsed(starts, moment)
    return elapsed(starts, programme.at(workshop, moment))


def _next_occurrence(starts: datetime, position: int, clock: time) -> int:
    """Return the elapsed minutes at which a clock next shows a time, from a position on.

    A time that the clocks skip that night is taken as the same moment by the new time.
    """
    earliest = later(starts, position)
    days = (earliest.date() + timedelta(days=number) for number in (0, 1, 2))
    found = (elapsed(starts, datetime.combine(day, clock, starts.tzinfo)) for day in days)
    return next(minutes for minutes in found if minutes >= position)

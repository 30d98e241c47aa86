"""The run sheet: every item of a workshop with its clock times."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.agenda.lengths import effective
from workshopcore.agenda.timing import Placed, time_agenda
from workshopcore.contracts.formats import FormatPlan, FormatRequest, SessionFormat
from workshopcore.errors import WorkshopCoreError
from workshopcore.model.agenda import Session, Slot
from workshopcore.model.length import Length
from workshopcore.model.moments import elapsed, later
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["Row", "RowKind", "RunSheet", "run_sheet"]

RowKind: TypeAlias = Literal["session", "break", "lunch", "buffer", "gap"]


@frozen
class Row:
    """One item of a run sheet.

    Attributes:
        id, path: which item of the agenda; empty for a gap.
        start, end: instants in the workshop's time zone.
        minutes: elapsed minutes between them.
        length: the effective range it was timed within.
        track: titles of the parallel tracks it is in, outermost first.
        locked: whether a lock sets its start.
        plan: how its format runs it, where the format is installed and can.
    """

    id: str
    path: str
    start: datetime
    end: datetime
    minutes: int
    title: str
    kind: RowKind
    length: Length
    slot: Slot | None = None
    track: tuple[str, ...] = ()
    locked: bool = False
    plan: FormatPlan | None = None


@frozen
class RunSheet:
    """A workshop hour by hour.

    Attributes:
        rows: every item in order, gaps on the main line included.
        starts, ends: when the workshop is to start and end.
        finishes: when the last item ends.
        over: minutes by which locks and the end are overrun, 0 when everything fits.
    """

    workshop: Workshop
    rows: tuple[Row, ...]
    starts: datetime
    ends: datetime
    finishes: datetime
    over: int


def run_sheet(
    programme: Programme, workshop: str, *, formats: Mapping[str, SessionFormat]
) -> RunSheet:
    """Return the run sheet of a workshop.

    Args:
        programme: the programme.
        workshop: the workshop's identifier.
        formats: the session formats that are installed, by key.

    Raises:
        AgendaError: a session has no length: no minutes, and its format is not installed.
        UnknownKeyError: the programme has no such workshop.
    """
    the_workshop = programme.workshop(workshop)
    starts, ends = programme.starts(the_workshop), programme.ends(the_workshop)
    invited = len(programme.invited(the_workshop))

    def people(slot: Slot) -> int:
        return _allocated(the_workshop, slot) or invited

    def locate(lock: time | datetime, position: int) -> int:
        if isinstance(lock, datetime):
            return elapsed(starts, programme.at(the_workshop, lock))
        return _next_occurrence(starts, position, lock)

    timing = time_agenda(
        the_workshop.agenda,
        elapsed(starts, ends),
        bounds_of=lambda slot: effective(slot, people(slot), formats),
        locate=locate,
    )
    context = _Context(programme, the_workshop, starts, people, formats)
    rows = context.rows(timing.placed)
    return RunSheet(the_workshop, rows, starts, ends, later(starts, timing.end), timing.over)


def _allocated(workshop: Workshop, slot: Slot) -> int:
    """Return how many people the groups of a session hold, 0 where nobody made any."""
    for allocation in workshop.allocations:
        if allocation.session == slot.id:
            return sum(len(group.members) for group in allocation.groups)
    return 0


def _next_occurrence(starts: datetime, position: int, clock: time) -> int:
    """Return the elapsed minutes at which a clock next shows a time, from a position on.

    A time that the clocks skip that night is taken as the same moment by the new time.
    """
    earliest = later(starts, position)
    days = (earliest.date() + timedelta(days=number) for number in (0, 1, 2))
    found = (elapsed(starts, datetime.combine(day, clock, starts.tzinfo)) for day in days)
    return next(minutes for minutes in found if minutes >= position)


@frozen
class _Context:
    programme: Programme
    workshop: Workshop
    starts: datetime
    people: Callable[[Slot], int]
    formats: Mapping[str, SessionFormat]

    def rows(self, placed: tuple[Placed, ...]) -> tuple[Row, ...]:
        rows: list[Row] = []
        reached = 0
        for item in placed:
            if not item.track and item.start > reached:
                rows.append(self._gap(reached, item.start))
            rows.append(self._row(item))
            reached = max(reached, item.end)
        return tuple(rows)

    def _gap(self, start: int, end: int) -> Row:
        return Row(
            "",
            "",
            later(self.starts, start),
            later(self.starts, end),
            end - start,
            "Open time",
            "gap",
            Length(end - start, end - start, end - start),
        )

    def _row(self, item: Placed) -> Row:
        slot, minutes = item.slot, item.end - item.start
        return Row(
            slot.id,
            item.path,
            later(self.starts, item.start),
            later(self.starts, item.end),
            minutes,
            self._title(slot),
            slot.kind,  # type: ignore[arg-type]
            Length(*item.bounds),
            slot,
            item.track,
            item.locked,
            self._plan(slot, minutes),
        )

    def _title(self, slot: Slot) -> str:
        if slot.title or not isinstance(slot, Session) or slot.format not in self.formats:
            return slot.name
        return self.formats[slot.format].title

    def _plan(self, slot: Slot, minutes: int) -> FormatPlan | None:
        if not isinstance(slot, Session) or slot.format not in self.formats:
            return None
        request = FormatRequest(
            minutes,
            self.people(slot),
            options=slot.options,
            programme=self.programme,
            workshop=self.workshop,
            session=slot,
        )
        try:
            return self.formats[slot.format].expand(request)
        except WorkshopCoreError:
            return None

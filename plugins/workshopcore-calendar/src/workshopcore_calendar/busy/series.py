"""Events that repeat: every time of a series within a horizon.

What a rule, an exception, a moved time or "this and all that follow" mean is for
recurring-ical-events to say. It gets nothing of an event but its times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Event
from icalendar.prop import vDDDLists, vDDDTypes, vRecur
from recurring_ical_events import (  # type: ignore[import-untyped]
    EventAdapter,
    Occurrence,
    Series,
)

from workshopcore.errors import InvalidValueError, Shown
from workshopcore_calendar.busy.appointments import Appointment, Report, Taken, zone_of
from workshopcore_calendar.busy.merging import Horizon
from workshopcore_calendar.busy.rules import checked_rule
from workshopcore_calendar.busy.times import moments_of, time_of
from workshopcore_calendar.busy.zones import Zones
from workshopcore_calendar.lines import Property
from workshopcore_calendar.problems import problem

__all__ = ["Time", "times_of"]

Time = tuple["date | datetime", "date | datetime", Taken]
"""When something begins, when it ends, and whether it takes somebody's time."""

_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
_MARGIN = timedelta(days=2)
"""Further than any two clocks are apart."""


class _Adapter(EventAdapter):  # type: ignore[misc]
    """An event for the library, which does not forget whose it is."""

    def __init__(self, event: Event, taken: Taken) -> None:
        super().__init__(event)
        self.taken = taken


class _Occurrence(Occurrence):  # type: ignore[misc]
    """One time of a series."""

    def __init__(self, adapter: _Adapter, start: Any, end: Any, sequence: int) -> None:
        super().__init__(adapter, start, end, sequence=sequence)
        self.time: Time = (self.start, self.end, adapter.taken)


class _Series(Series):  # type: ignore[misc]
    """A series whose times tell how much of somebody they take."""

    def occurrence(self, adapter: _Adapter, start: Any = None, end: Any = None) -> _Occurrence:
        return _Occurrence(adapter, start, end, self.sequence)


def times_of(
    series: Sequence[Appointment], zones: Zones, horizon: Horizon, report: Report
) -> Iterator[Time]:
    """Yield the times of a series that touch a horizon.

    Args:
        series: an event with what changes some of its times, in any order.
        zones: those of its calendar.
        horizon: what is asked for.
        report: takes what is wrong with it. What cannot be followed counts once.
    """
    maker = _Maker(zones, horizon, report)
    adapters = [maker.adapter(each) for each in series]
    try:
        found = [each.time for each in _Series(adapters).between(*_span(series[0].start, horizon))]
    except _FAULTS:
        fault = InvalidValueError(Shown("times that do not go together"), "a series", _ONCE)
        report(problem(series[0].entry.line, fault, series[0].entry.kind))
        found = [(each.start, each.end, each.taken) for each in series]
    yield from found


_ONCE = "Each of its events counts once: look at it in the calendar"


def _span(start: date | datetime, horizon: Horizon) -> tuple[datetime, datetime]:
    """Return the horizon, with a margin, as times that can be compared with a start."""
    first, end = (wall for wall in horizon.walls)
    on = UTC if isinstance(start, datetime) and start.tzinfo is not None else None
    return (first - _MARGIN).replace(tzinfo=on), (end + _MARGIN).replace(tzinfo=on)


class _Maker:
    """Makes what the library reads of appointments: times, and not a word."""

    def __init__(self, zones: Zones, horizon: Horizon, report: Report) -> None:
        self._zones = zones
        self._horizon = horizon
        self._report = report

    def adapter(self, one: Appointment) -> _Adapter:
        event = Event()
        start = self._at_home(one.start)
        event["DTSTART"] = vDDDTypes(start)
        event["DTEND"] = vDDDTypes(self._at_home(one.end))
        event["UID"] = "series"
        event["SEQUENCE"] = one.sequence
        moved = one.entry.first("RECURRENCE-ID")
        if moved is not None:
            self._add_moved(event, moved)
        rules = list(self._rules(one))
        if rules:
            event["RRULE"] = rules
        for name in ("RDATE", "EXDATE"):
            days = [day for found in one.entry.all(name) for day in self._moments(found, start)]
            if days:
                event[name] = vDDDLists(days)
        return _Adapter(event, one.taken)

    def _at_home(self, moment: Any) -> Any:
        """Return a moment on the clock of the calendar, by which its series repeat."""
        if isinstance(moment, datetime) and moment.tzinfo is UTC and self._zones.home is not None:
            return moment.astimezone(self._zones.home)
        return moment

    def _rules(self, one: Appointment) -> Iterator[vRecur]:
        for found in one.entry.all("RRULE"):
            try:
                rule = checked_rule(found.raw, one.start.year, self._horizon.last.year)
                yield vRecur.from_ical(rule)
            except InvalidValueError as fault:
                self._report(problem(found.line, fault, found.name))

    def _moments(self, found: Property, start: date | datetime) -> Iterable[Any]:
        """Return the days or times of a property, as far as they are like the start."""
        zone = zone_of(found, self._zones, self._report)
        try:
            said = moments_of(found, zone)
        except InvalidValueError as fault:
            self._report(problem(found.line, fault, found.name))
            return ()
        return [self._alike(each, start) for each in said]

    def _alike(self, said: Any, start: date | datetime) -> Any:
        if isinstance(said, tuple):
            return tuple(self._alike(each, start) for each in said)
        if isinstance(said, datetime) and isinstance(start, datetime):
            said = self._at_home(said)
            return said.replace(tzinfo=start.tzinfo) if said.tzinfo is None else said
        return said

    def _add_moved(self, event: Event, moved: Property) -> None:
        try:
            moment = time_of(moved.raw, zone_of(moved, self._zones, self._report))
        except InvalidValueError as fault:
            self._report(problem(moved.line, fault, moved.name))
            return
        event["RECURRENCE-ID"] = vDDDTypes(self._at_home(moment))
        if moved.parameters.get("RANGE", "").upper() == "THISANDFUTURE":
            event["RECURRENCE-ID"].params["RANGE"] = "THISANDFUTURE"

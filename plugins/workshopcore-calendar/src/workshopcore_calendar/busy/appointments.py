"""Appointments: events with the times they take, and how much of somebody they take."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.errors import InvalidValueError, Problem
from workshopcore_calendar.busy.components import Entry
from workshopcore_calendar.busy.times import instant, later, time_of, timing
from workshopcore_calendar.busy.zones import Zones
from workshopcore_calendar.lines import Property
from workshopcore_calendar.problems import problem

__all__ = ["Appointment", "Report", "Taken", "appointment_of", "zone_of"]

Taken: TypeAlias = Literal["busy", "tentative", "free"]
Report: TypeAlias = Callable[[Problem], None]
"""Takes note of what is wrong with a file."""

_DAY = timedelta(days=1)
_BUSY_STATUS = "X-MICROSOFT-CDO-BUSYSTATUS"
_REFUSED = frozenset({"DECLINED", "DELEGATED"})
_OPEN = frozenset({"NEEDS-ACTION", "TENTATIVE"})
_PERHAPS = frozenset({"TENTATIVE", "WORKINGELSEWHERE"})


@frozen
class Appointment:
    """An event when it takes place first, before it repeats.

    Attributes:
        entry: where it stands in the file.
        start, end: two days, of which the second is not included, or two moments.
        taken: whether it takes somebody's time.
    """

    entry: Entry
    start: date | datetime
    end: date | datetime
    taken: Taken

    @property
    def sequence(self) -> int:
        """How often it was changed."""
        found = self.entry.word("SEQUENCE")
        return int(found) if found.isascii() and found.isdecimal() and len(found) < 10 else 0

    @property
    def changes_another(self) -> bool:
        """Whether it stands in for one time of a series."""
        return self.entry.first("RECURRENCE-ID") is not None

    @property
    def repeats(self) -> bool:
        """Whether there is more of it than one time."""
        return self.entry.first("RRULE") is not None or self.entry.first("RDATE") is not None


def appointment_of(
    entry: Entry, zones: Zones, addresses: Collection[str], report: Report
) -> Appointment | None:
    """Return an event as an appointment, ``None`` for one that does not say when it is.

    Args:
        entry: the event.
        zones: those of its calendar.
        addresses: the owner's, in small letters.
        report: takes what is wrong with it.
    """
    begins = entry.first("DTSTART")
    if begins is None:
        found = InvalidValueError(timing(""), "DTSTART", "It is left out: it says no time")
        report(problem(entry.line, found, entry.kind))
        return None
    try:
        start = time_of(begins.raw, zone_of(begins, zones, report))
    except InvalidValueError as fault:
        report(problem(begins.line, fault, begins.name))
        return None
    end = _end(entry, start, zones, report)
    return Appointment(entry, start, end, _taken(entry, addresses))


def zone_of(found: Property, zones: Zones, report: Report) -> tzinfo | None:
    """Return whose clock a property is on; a zone that nobody knows is reported."""
    try:
        return zones.of(found.parameters.get("TZID", ""))
    except InvalidValueError as fault:
        report(problem(found.line, fault, f"{found.name} TZID"))
        return zones.home


def _end(entry: Entry, start: date | datetime, zones: Zones, report: Report) -> date | datetime:
    """Return when an event ends; a day that says no more is one day, a time takes none."""
    said = entry.first("DTEND") or entry.first("DURATION")
    end: date | datetime = start
    if said is not None:
        try:
            end = _said_end(said, start, zones, report)
        except InvalidValueError as fault:
            report(problem(said.line, fault, said.name))
    if not isinstance(start, datetime):
        return end if end > start else start + _DAY
    return end


def _said_end(
    said: Property, start: date | datetime, zones: Zones, report: Report
) -> date | datetime:
    if said.name == "DURATION":
        return later(start, said.raw)
    end = time_of(said.raw, zone_of(said, zones, report))
    if isinstance(end, datetime) is not isinstance(start, datetime):
        expected = "a day as the start is one, or a time as the start is one"
        raise InvalidValueError(timing(said.raw), expected)
    if isinstance(start, datetime) and isinstance(end, datetime):
        if (start.tzinfo is None) is not (end.tzinfo is None):
            end = end.replace(tzinfo=start.tzinfo)
        if instant(end) < instant(start):
            raise InvalidValueError(timing(said.raw), "an end not before the start")
    elif end < start:
        raise InvalidValueError(timing(said.raw), "an end not before the start")
    return end


def _taken(entry: Entry, addresses: Collection[str]) -> Taken:
    """Return whether an event takes its owner's time.

    Somebody who works elsewhere might come or not: that is for them to say.
    """
    status, shown = entry.word("STATUS"), entry.word(_BUSY_STATUS)
    replies = set(_replies(entry, addresses))
    if status == "CANCELLED" or entry.word("TRANSP") == "TRANSPARENT" or shown == "FREE":
        return "free"
    if replies and replies <= _REFUSED:
        return "free"
    if status == "TENTATIVE" or shown in _PERHAPS:
        return "tentative"
    unanswered = replies and replies <= _REFUSED | _OPEN
    # Whoever invites the others need not answer.
    invites = any(_address(one) in addresses for one in entry.all("ORGANIZER"))
    return "tentative" if unanswered and not invites else "busy"


def _replies(entry: Entry, addresses: Collection[str]) -> Iterator[str]:
    """Yield what the owner answered to an invitation."""
    for one in entry.all("ATTENDEE"):
        if addresses and _address(one) in addresses:
            yield one.parameters.get("PARTSTAT", "NEEDS-ACTION").upper()


def _address(one: Property) -> str:
    return one.raw.strip().casefold().removeprefix("mailto:")

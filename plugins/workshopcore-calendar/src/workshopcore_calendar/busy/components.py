"""The diaries in a calendar file: of every event what tells when it is, and nothing else.

Titles, places and notes are passed over while the lines are read, so nothing that comes after
could give them away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, field, frozen

from workshopcore.errors import Problem
from workshopcore_calendar.lines import Line, Property, parsed
from workshopcore_calendar.problems import unreadable

__all__ = ["Calendar", "Entry", "calendars_in"]

_CALENDAR, _ZONE = "VCALENDAR", "VTIMEZONE"
_ENTRIES = frozenset({"VEVENT", "VFREEBUSY"})
_OTHERS = frozenset({"VTODO", "VJOURNAL"})
_NAMED = _ENTRIES | _OTHERS | {_CALENDAR, _ZONE, "VALARM", "STANDARD", "DAYLIGHT"}
_READ = frozenset(
    {"ATTENDEE", "DTEND", "DTSTART", "DURATION", "EXDATE", "FREEBUSY", "NAME", "ORGANIZER"}
    | {"RDATE", "RECURRENCE-ID", "RRULE", "SEQUENCE", "STATUS", "TRANSP", "TZID", "UID"}
    | {"X-MICROSOFT-CDO-BUSYSTATUS", "X-WR-CALNAME", "X-WR-TIMEZONE"}
)
_NAME = re.compile("[A-Za-z0-9-]+")


@frozen
class Entry:
    """An event, or a piece of busy time, as far as it tells when it is.

    Attributes:
        kind: ``VEVENT`` or ``VFREEBUSY``.
        line: where it begins.
        properties: in the order of the file, without those of its alarms.
    """

    kind: str
    line: int
    properties: list[Property] = field(factory=list)

    def first(self, name: str) -> Property | None:
        """Return the first property of a name that says something."""
        return next((one for one in self.properties if one.name == name and one.raw.strip()), None)

    def all(self, name: str) -> list[Property]:
        """Return every property of a name that says something."""
        return [one for one in self.properties if one.name == name and one.raw.strip()]

    def word(self, name: str) -> str:
        """Return the value of a property in capital letters, ``""`` for want of one."""
        found = self.first(name)
        return found.raw.strip().upper() if found else ""


@frozen
class Calendar:
    """One of the calendars of a file.

    Attributes:
        line: where it begins.
        properties: its own.
        entries: its events and busy time.
        zones: the lines of each time zone that it describes.
    """

    line: int
    properties: list[Property] = field(factory=list)
    entries: list[Entry] = field(factory=list)
    zones: list[list[str]] = field(factory=list)

    def text(self, *names: str) -> str:
        """Return what the first property with one of these names says, ``""`` for want of one."""
        said = (one.text.strip() for name in names for one in self.properties if one.name == name)
        return next(filter(None, said), "")


def calendars_in(lines: Iterable[Line]) -> tuple[list[Calendar], list[Problem]]:
    """Return the calendars of a file, and what is wrong with its lines."""
    reader = _Reader()
    for line in lines:
        reader.take(line)
    reader.finish()
    return reader.calendars, reader.problems


@define
class _Reader:
    calendars: list[Calendar] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    open: list[tuple[str, int]] = field(factory=list)
    entry: Entry | None = None
    zone: list[str] | None = None
    others: set[str] = field(factory=set)

    def take(self, line: Line) -> None:
        name = re.split("[:;]", line.text, maxsplit=1)[0].strip().upper()
        if self.zone is not None:
            self.zone.append(line.text)
        if name in ("BEGIN", "END"):
            self._turn(line)
        elif name in _READ:
            self._keep(line)
        elif self.open and (":" not in line.text or _NAME.fullmatch(name) is None):
            self._broken(line)

    def finish(self) -> None:
        """Say what is missing when all lines are read."""
        self._close(0)
        if not self.calendars:
            expected = "a calendar file, from BEGIN:VCALENDAR"
            self._fault(1, "no calendar", expected, "Export the diary as an .ics file")
        elif self.others and not any(calendar.entries for calendar in self.calendars):
            kinds = ", ".join(sorted(self.others))
            expected = "events (VEVENT) or busy time (VFREEBUSY)"
            self._fault(1, f"only {kinds}", expected, "Export appointments, not tasks")

    def _turn(self, line: Line) -> None:
        found = parsed(line)
        if found is None:
            self._broken(line)
        elif found.name == "BEGIN":
            self._begin(found.raw.strip().upper(), line)
        else:
            self._end(found.raw.strip().upper(), line.number)

    def _begin(self, name: str, line: Line) -> None:
        if name == _CALENDAR:
            self._close(0)
            self.calendars.append(Calendar(line.number))
        elif name in _ENTRIES or name == _ZONE:
            self._close(1)
        self.open.append((name, line.number))
        self.others |= {name} & _OTHERS
        if not self.calendars:
            return
        if name in _ENTRIES:
            self.entry = Entry(name, line.number)
        elif name == _ZONE:
            self.zone = [line.text]

    def _end(self, name: str, number: int) -> None:
        kinds = [kind for kind, _ in self.open]
        if name not in kinds:
            self._fault(number, "an END", "the end of something that has begun", _LEFT_OUT)
            return
        depth = len(kinds) - 1 - kinds[::-1].index(name)
        self._close(depth + 1)
        self._shut(self.open.pop()[0])

    def _close(self, depth: int) -> None:
        """Close what is open below a depth, though its end is missing."""
        while len(self.open) > depth:
            name, began = self.open.pop()
            kind = name if name in _NAMED else "something"
            cure = "Get the whole file again; what there is of it counts"
            self._fault(began, f"{kind} without an end", f"END:{kind}", cure)
            self._shut(name)

    def _shut(self, name: str) -> None:
        if name in _ENTRIES and self.entry is not None:
            self.calendars[-1].entries.append(self.entry)
            self.entry = None
        elif name == _ZONE and self.zone is not None:
            self.calendars[-1].zones.append(self.zone)
            self.zone = None

    def _keep(self, line: Line) -> None:
        """Take a property of an event, or of its calendar, and none of an alarm within."""
        inner = self.open[-1][0] if self.open else ""
        if inner not in _ENTRIES and inner != _CALENDAR:
            return
        found = parsed(line)
        if found is None:
            self._broken(line)
        elif self.entry is not None:
            self.entry.properties.append(found)
        elif inner == _CALENDAR and self.calendars:
            self.calendars[-1].properties.append(found)

    def _broken(self, line: Line) -> None:
        """Report a line by its number alone: what is in it may be private."""
        found = f"{len(line.text):,} characters without a property"
        self._fault(line.number, found, "a name, a colon and a value", _LEFT_OUT)

    def _fault(self, number: int, found: str, expected: str, cure: str) -> None:
        self.problems.append(unreadable(number, found, expected, cure))


_LEFT_OUT = "The line is left out: look at it in a text editor, or export the diary again"

"""Diaries as calendar files: every event and all published busy time, as busy and free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, tzinfo

from attrs import define, field, frozen

from workshopcore.contracts.busy_time import Busy, Spell
from workshopcore.contracts.exchange import Advance, Imported, ImportRequest, Matter
from workshopcore.errors import InvalidValueError, Problem, shown
from workshopcore.exchange.decoding import MOST_BYTES
from workshopcore.exchange.manners import option_problems, short
from workshopcore.exchange.pace import paced
from workshopcore.model import accept
from workshopcore.model.programme import Programme
from workshopcore_calendar.busy.appointments import Appointment, Report, appointment_of
from workshopcore_calendar.busy.asked import People, horizon_of, nobody, option
from workshopcore_calendar.busy.components import Calendar, Entry, calendars_in
from workshopcore_calendar.busy.free_busy import days_told, spells_told
from workshopcore_calendar.busy.merging import Horizon, merged
from workshopcore_calendar.busy.owners import owner_of
from workshopcore_calendar.busy.times import instant
from workshopcore_calendar.busy.zones import Zones
from workshopcore_calendar.lines import content_lines
from workshopcore_calendar.problems import line_of, place, unreadable

__all__ = ["DiaryImporter"]

_OPTIONS = ("who", "room", "file", "first", "last")


@frozen
class DiaryImporter:
    """Diaries from calendar files: when people are busy, and nothing of what with.

    Options: ``who`` the diary is of (a name, an e-mail address or an identifier), or the
    ``room``; ``file``, the name of the file, which may tell; ``first`` and ``last``, the days
    that matter.
    """

    key: str = "calendar:diary"
    title: str = "Diary (iCalendar)"
    matter: Matter = "busy-time"
    suffixes: tuple[str, ...] = (".ics", ".ifb", ".vfb")

    def read(self, data: bytes, programme: Programme, request: ImportRequest) -> Imported:
        """Return a ``Busy`` for everybody whose diary is in the file, and what is wrong with it."""
        options = option_problems(request.options, _OPTIONS)
        if len(data) > MOST_BYTES:
            size, most = f"{len(data):,} bytes", f"at most {MOST_BYTES:,} bytes"
            return Imported((), [*options, unreadable(1, size, most, "Export fewer years")])
        people = People(programme)
        horizon = horizon_of(programme, request.options, options)
        asked = people.asked(request.options, options)
        file = option(request.options, "file", accept.text, "", options)
        lines = list(content_lines(data))
        half = _Halves(request.advance, len(lines))
        calendars, faults = calendars_in(paced(lines, half.first))
        if horizon is None:
            half.second(1, 1)
            return Imported((), [*options, *faults])
        diaries = _Diaries(people, horizon, faults)
        work = list(diaries.work(calendars, asked, file))
        for one in paced(work, half.second):
            diaries.read(one)
        return Imported(diaries.busy(), [*options, *sorted(faults, key=line_of)])


@frozen
class _Halves:
    """Says how far it is, in lines: reading them is the first half, following them the second."""

    advance: Advance
    lines: int

    def first(self, done: int, _all: int) -> None:
        self.advance(done, 2 * self.lines)

    def second(self, done: int, all: int) -> None:
        followed = self.lines * done // all if all else self.lines
        self.advance(self.lines + followed, 2 * self.lines)


@frozen
class _Work:
    """What can be read on its own: the events of one series, or a piece of busy time."""

    who: str
    zones: Zones
    entries: list[Entry]


@define
class _Diaries:
    """The diaries of a file as they are read."""

    people: People
    horizon: Horizon
    faults: list[Problem]
    _told: dict[tuple[str, date, date], list[Spell]] = field(factory=dict, init=False)
    _known: set[str] = field(factory=set, init=False)

    def work(self, calendars: Iterable[Calendar], asked: str, file: str) -> Iterator[_Work]:
        """Yield what there is to read, series by series, of everybody whose diary is here."""
        for calendar in calendars:
            if not calendar.entries:
                continue
            who = asked or owner_of(calendar, self.people, file)
            if not who:
                self._nobody(calendar)
                continue
            # A diary without a spell says that somebody is free.
            if any(entry.kind == "VEVENT" for entry in calendar.entries):
                self._told.setdefault((who, self.horizon.first, self.horizon.last), [])
            zones = Zones(calendar.zones, self._home(calendar))
            for entries in _series(calendar.entries):
                yield _Work(who, zones, entries)

    def read(self, work: _Work) -> None:
        """Take in when somebody is busy."""
        days = self.horizon.first, self.horizon.last
        if work.entries[0].kind == "VFREEBUSY":
            (entry,) = work.entries
            told = days_told(entry, work.zones, self.horizon, self.report)
            if told is None:
                return
            days = told.first, told.last
            spells = list(spells_told(entry, work.zones, told, self.report))
        else:
            spells = list(self._spells(work))
        self._told.setdefault((work.who, *days), []).extend(spells)

    def busy(self) -> tuple[Busy, ...]:
        """Return what is known of everybody, in the order of the file."""
        return tuple(
            Busy(who, merged(spells), first=first, last=last)
            for (who, first, last), spells in self._told.items()
        )

    def report(self, fault: Problem) -> None:
        """Keep a fault, each zone that nobody knows once."""
        if fault.path.endswith(" TZID"):
            if fault.found in self._known:
                return
            self._known.add(fault.found)
        self.faults.append(fault)

    def _nobody(self, calendar: Calendar) -> None:
        name = calendar.text("X-WR-CALNAME", "NAME")
        found = f"a calendar called {shown(short(name))}" if name else "a calendar without a name"
        self.faults.append(nobody(place(calendar.line), found))

    def _home(self, calendar: Calendar) -> tzinfo | None:
        """Return whose clock a calendar is on, ``None`` where it does not say."""
        name = calendar.text("X-WR-TIMEZONE")
        try:
            return Zones(calendar.zones).of(name)
        except InvalidValueError as fault:
            found = next(one for one in calendar.properties if one.name == "X-WR-TIMEZONE")
            self.report(fault.at(place(found.line, f"{found.name} TZID")))
            return None

    def _spells(self, work: _Work) -> Iterator[Spell]:
        addresses = self.people.addresses(work.who)
        made = (appointment_of(entry, work.zones, addresses, self.report) for entry in work.entries)
        series = [one for one in made if one is not None]
        for start, end, taken in _times(series, work.zones, self.horizon, self.report):
            if taken == "free":
                continue
            if isinstance(start, datetime) and isinstance(end, datetime):
                start, end = instant(start), instant(end)
            spell = self.horizon.spell(start, end, tentative=taken == "tentative")
            if spell is not None:
                yield spell


def _series(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the events of each series together, and everything else on its own."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        uid = entry.first("UID") if entry.kind == "VEVENT" else None
        key = uid.raw.strip() if uid else f"\n{entry.line}"
        found.setdefault(key, []).append(entry)
    yield from found.values()


def _times(
    series: list[Appointment], zones: Zones, horizon: Horizon, report: Report
) -> Iterable[tuple[date | datetime, date | datetime, str]]:
    """Return the times of a series; the library for those that repeat is loaded if they do."""
    if any(one.repeats or one.changes_another for one in series):
        from workshopcore_calendar.busy.series import times_of

        return times_of(series, zones, horizon, report)
    newest = max((one.sequence for one in series), default=0)
    return [(one.start, one.end, one.taken) for one in series if one.sequence == newest]

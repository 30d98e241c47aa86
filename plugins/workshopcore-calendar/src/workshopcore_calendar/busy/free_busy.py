"""Busy time that somebody has published without their events (VFREEBUSY)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from attrs import evolve

from workshopcore.contracts.busy_time import Spell
from workshopcore.errors import InvalidValueError, Shown
from workshopcore_calendar.busy.appointments import Report, zone_of
from workshopcore_calendar.busy.components import Entry
from workshopcore_calendar.busy.merging import Horizon
from workshopcore_calendar.busy.times import instant, moments_of, time_of, timing
from workshopcore_calendar.busy.zones import Zones
from workshopcore_calendar.lines import Property
from workshopcore_calendar.problems import problem

__all__ = ["days_told", "spells_told"]

_PERHAPS = "BUSY-TENTATIVE"
_KINDS = frozenset({"BUSY", "BUSY-UNAVAILABLE", _PERHAPS, "FREE"})
_MOMENT = timedelta(microseconds=1)


def spells_told(entry: Entry, zones: Zones, told: Horizon, report: Report) -> Iterator[Spell]:
    """Yield the spells of a piece of busy time; what is told as free is none."""
    for found in entry.all("FREEBUSY"):
        kind = found.parameters.get("FBTYPE", "BUSY").upper()
        if kind not in _KINDS:
            fault = InvalidValueError(
                Shown("another word"), "BUSY, BUSY-UNAVAILABLE, BUSY-TENTATIVE or FREE", _AS_BUSY
            )
            report(problem(found.line, fault, "FREEBUSY FBTYPE"))
        if kind != "FREE":
            for start, end in _periods(found, zones, report):
                spell = told.spell(start, end, tentative=kind == _PERHAPS)
                if spell is not None:
                    yield spell


_AS_BUSY = "It is taken for BUSY"


def _periods(found: Property, zones: Zones, report: Report) -> Iterator[tuple[datetime, datetime]]:
    zone = zone_of(found, zones, report)
    for part in filter(None, map(str.strip, found.raw.split(","))):
        try:
            (period,) = moments_of(found._replace(raw=part), zone)
            yield _period(period, part)
        except InvalidValueError as fault:
            report(problem(found.line, fault, found.name))


def _period(said: object, raw: str) -> tuple[datetime, datetime]:
    if isinstance(said, tuple) and all(isinstance(each, datetime) for each in said):
        start, end = map(instant, said)
        if (start.tzinfo is None) is (end.tzinfo is None) and start <= end:
            return start, end
    raise InvalidValueError(timing(raw), "a period such as 20270119T090000Z/PT1H")


def days_told(entry: Entry, zones: Zones, horizon: Horizon, report: Report) -> Horizon | None:
    """Return the days within a horizon that a piece of busy time tells of, if it tells of any."""
    first = _day(entry, "DTSTART", zones, horizon, report) or horizon.first
    last = _day(entry, "DTEND", zones, horizon, report) or horizon.last
    told = evolve(horizon, first=max(first, horizon.first), last=min(last, horizon.last))
    return told if told.first <= told.last else None


def _day(entry: Entry, name: str, zones: Zones, horizon: Horizon, report: Report) -> date | None:
    found = entry.first(name)
    if found is None:
        return None
    try:
        moment = time_of(found.raw, zone_of(found, zones, report))
    except InvalidValueError as fault:
        report(problem(found.line, fault, found.name))
        return None
    if not isinstance(moment, datetime):
        return moment - timedelta(days=name == "DTEND")
    if moment.tzinfo is not None:
        moment = instant(moment).astimezone(horizon.zone)
    return (moment - _MOMENT if name == "DTEND" else moment).date()

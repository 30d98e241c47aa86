"""Time zones as a calendar file explains them: only what its own dates need of them.

A file that names a time zone has to say what the zone's clocks do (RFC 5545, section 3.6.5).
Here that is one observance for what holds on the first day, and one for each change of the
clocks until the last: no rule that goes on for ever, and nothing of other years.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from workshopcore.model.moments import zone
from workshopcore_calendar.values import parameters

if TYPE_CHECKING:
    from icalendar import Parameters, Timezone

__all__ = ["LocalTime", "Observance", "observances", "time_of", "time_zones"]

# No zone has changed its clocks twice within so little.
_STEP = timedelta(hours=6)
_SECOND = timedelta(seconds=1)
_DAY = timedelta(days=1)


@frozen
class Observance:
    """What the clocks of a time zone show from a moment on.

    Attributes:
        onset: the clock time at which it begins, as the clocks showed it until then.
        before, offset: how far they were ahead of UTC until then, and are from then on.
        name: what it is called, such as ``BST``.
        daylight: whether it is summer time, or whatever else the zone counts as an exception.
    """

    onset: datetime
    before: timedelta
    offset: timedelta
    name: str
    daylight: bool


@frozen
class LocalTime:
    """A clock time in a calendar file: of a time zone, or in UTC."""

    moment: datetime
    params: Parameters = field(factory=parameters)

    def to_ical(self) -> bytes:
        """Return it as ``20270119T093000``, with a ``Z`` where it is in UTC."""
        sign = "" if "TZID" in self.params else "Z"
        return f"{self.moment:%Y%m%dT%H%M%S}{sign}".encode()


def time_of(instant: datetime) -> LocalTime:
    """Return an instant as a calendar file writes it: by the clock of its own time zone.

    It is in UTC where a clock time cannot say it: it comes twice there, or the zone of those
    days was not whole minutes from UTC, which programs do not read.
    """
    if _sayable(instant):
        given = parameters()
        given["TZID"] = str(instant.tzinfo)
        return LocalTime(instant.replace(tzinfo=None), given)
    return LocalTime(instant.astimezone(UTC))


def time_zones(instants: Iterable[datetime]) -> Iterator[Timezone]:
    """Yield the time zones that a file has to explain, in the order of their names.

    Args:
        instants: every time that the file writes with :func:`time_of`.
    """
    used: dict[str, list[datetime]] = {}
    for instant in instants:
        if _sayable(instant):
            used.setdefault(str(instant.tzinfo), []).append(instant)
    for name, moments in sorted(used.items()):
        yield _component(name, observances(name, moments))


def observances(name: str, instants: Iterable[datetime]) -> tuple[Observance, ...]:
    """Return what a time zone observes from the first day of some instants to the last.

    >>> year = [datetime(2027, 1, 19, 9, tzinfo=UTC), datetime(2027, 6, 15, 9, tzinfo=UTC)]
    >>> [(each.name, str(each.onset)) for each in observances("Europe/London", year)]
    [('GMT', '2027-01-19 00:00:00'), ('BST', '2027-03-28 01:00:00')]
    """
    local = sorted((each.astimezone(zone(name)) for each in instants), key=_in_utc)
    begin = datetime.combine(local[0], time(), local[0].tzinfo).astimezone(UTC)
    end = datetime.combine(local[-1], time(), local[-1].tzinfo).astimezone(UTC) + _DAY
    first = begin.astimezone(zone(name))
    found = [_observance(first.replace(tzinfo=None), _offset(first), first)]
    for change in _changes(begin, end, name):
        now = change.astimezone(zone(name))
        before = found[-1].offset
        found.append(_observance(change.replace(tzinfo=None) + before, before, now))
    return tuple(found)


def _sayable(instant: datetime) -> bool:
    """Return whether a clock time and the name of its zone say an instant."""
    if instant.tzinfo is None or str(instant.tzinfo) == "UTC":
        return False
    early, late = (instant.replace(fold=fold).utcoffset() for fold in (0, 1))
    whole = not _offset(instant) % timedelta(minutes=1)
    return early == late and whole


def _changes(begin: datetime, end: datetime, name: str) -> Iterator[datetime]:
    """Yield the instants, to the second, from which on the clocks show something else."""
    before = begin
    while before < end:
        after = min(before + _STEP, end)
        if _shown(before, name) != _shown(after, name):
            change = _change(before, after, name)
            if change < end:
                yield change
        before = after


def _change(before: datetime, after: datetime, name: str) -> datetime:
    """Return the first second after a change that lies between two instants."""
    while after - before > _SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if _shown(middle, name) == _shown(before, name):
            before = middle
        else:
            after = middle
    return after


def _shown(instant: datetime, name: str) -> tuple[Any, ...]:
    local = instant.astimezone(zone(name))
    return local.utcoffset(), local.tzname()


def _observance(onset: datetime, before: timedelta, local: datetime) -> Observance:
    return Observance(onset, before, _offset(local), local.tzname() or "", bool(local.dst()))


def _in_utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)


def _offset(local: datetime) -> timedelta:
    return local.utcoffset() or timedelta()


def _component(name: str, held: Iterable[Observance]) -> Timezone:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    component = Timezone()
    component.add("TZID", name)
    for each in held:
        part = TimezoneDaylight() if each.daylight else TimezoneStandard()
        part.add("DTSTART", each.onset)
        part.add("TZOFFSETFROM", each.before)
        part.add("TZOFFSETTO", each.offset)
        part.add("TZNAME", each.name)
        component.add_component(part)
    return component

"""One change of the record, and how it goes onto a record that others write as well."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone

from attrs import evolve, fields, frozen

from workshopcore.model.workshop import Actual

__all__ = ["Entry", "applied", "before", "wall"]


@frozen
class Entry:
    """What was on record of a session when something happened, and what is from then on.

    ``None`` stands for nothing on record.
    """

    session: str
    old: Actual | None
    new: Actual | None

    @property
    def undone(self) -> Entry:
        """What takes it back."""
        return Entry(self.session, self.new, self.old)


def applied(actuals: Iterable[Actual], entry: Entry) -> tuple[Actual, ...]:
    """Return a record with an entry.

    Where somebody else has written of the session in between, what they wrote stays, and the
    entry adds only what is not there yet. So an entry may come twice.

    >>> start = Actual("check-in", "2027-01-19T09:30")
    >>> applied((start,), Entry("check-in", start, None))
    ()
    """
    found = list(actuals)
    place = next((n for n, actual in enumerate(found) if actual.session == entry.session), None)
    there = None if place is None else found[place]
    new = _merged(there, entry)
    if place is None:
        found += [new] if new else []
    else:
        found[place : place + 1] = [new] if new else []
    return tuple(found)


def _merged(there: Actual | None, entry: Entry) -> Actual | None:
    if there == entry.old or there is None:
        return entry.new
    if entry.new is None:
        return there
    old = entry.old or Actual(entry.session)
    if (there.fate != old.fate) or (entry.new.fate != old.fate and there != old):
        return there
    changes = {
        name: getattr(entry.new, name)
        for name in (field.name for field in fields(Actual))
        if getattr(there, name) == getattr(old, name)
    }
    found = evolve(there, **changes)
    return found if _in_order(found) else there


def _in_order(actual: Actual) -> bool:
    return actual.start is None or actual.end is None or not before(actual.end, actual.start)


def before(one: datetime, other: datetime) -> bool:
    """Return whether a wall-clock time of the record comes before another.

    Where a time comes twice both have an offset, as the record does not take them without.
    """
    if one.tzinfo is None or other.tzinfo is None:
        return one.replace(tzinfo=None) < other.replace(tzinfo=None)
    return one < other


def wall(moment: datetime) -> datetime:
    """Return an instant as the record has it: wall-clock time in whole minutes.

    It keeps its offset only where that time comes twice.
    """
    minute = moment.replace(second=0, microsecond=0)
    offset = minute.utcoffset()
    twice = minute.replace(fold=0).utcoffset() != minute.replace(fold=1).utcoffset()
    zone = timezone(offset) if twice and offset is not None else None
    return minute.replace(tzinfo=zone, fold=0)

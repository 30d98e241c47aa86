"""New dates in the programme: workshops put on them, with all that is locked to a date."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from attrs import evolve

from workshopcore.calendar.dates import Dates
from workshopcore.calendar.plan import DatedWorkshop, DatePlan
from workshopcore.errors import InvalidValueError
from workshopcore.model.agenda import AgendaItem, Parallel
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attendance, Workshop

__all__ = ["with_dates"]

_REPLIES = frozenset({"accepted", "tentative", "declined"})


def with_dates(programme: Programme, dates: Dates | DatePlan) -> Programme:
    """Return the programme with its workshops on new dates.

    What is locked to a date within a workshop moves with it. Replies to an invitation to the
    old date hold no more: whoever replied is invited again. States are left as they are; record
    with ``with_event`` what was agreed.

    Raises:
        InvalidValueError: there are no dates.
        UnknownKeyError: a workshop is not one of the programme's.
    """
    plan = dates.plan if isinstance(dates, Dates) else dates
    if plan is None:
        raise InvalidValueError(None, "dates", "There are none: see what .conflict says")
    new = {each.workshop: each for each in plan.workshops}
    for name in new:
        programme.workshop(name)
    workshops = [
        _moved(workshop, new[workshop.id]) if workshop.id in new else workshop
        for workshop in programme.workshops
    ]
    return evolve(programme, workshops=workshops)


def _moved(workshop: Workshop, dated: DatedWorkshop) -> Workshop:
    old = workshop.start.replace(tzinfo=None), workshop.end.replace(tzinfo=None)
    if old == (dated.start, dated.end):
        return workshop
    shift = dated.start.date() - workshop.start.date()
    return evolve(
        workshop,
        start=dated.start,
        end=dated.end,
        agenda=[_shifted(item, shift) for item in workshop.agenda],
        attendance=[_invited_again(entry) for entry in workshop.attendance],
    )


def _shifted(item: AgendaItem, shift: timedelta) -> AgendaItem:
    if isinstance(item, Parallel):
        tracks = [
            evolve(track, agenda=[_shifted(each, shift) for each in track.agenda])
            for track in item.tracks
        ]
        return evolve(item, tracks=tracks)
    changes: dict[str, Any] = {"start": _lock(item.start, shift)}
    if item.window is not None:
        changes["window"] = [_lock(edge, shift) for edge in item.window]
    return evolve(item, **changes)


def _lock(value: time | datetime | None, shift: timedelta) -> time | datetime | None:
    # An offset told two equal clock times apart on the old day: it says nothing of the new.
    return value.replace(tzinfo=None) + shift if isinstance(value, datetime) else value


def _invited_again(entry: Attendance) -> Attendance:
    return evolve(entry, status="invited") if entry.status in _REPLIES else entry

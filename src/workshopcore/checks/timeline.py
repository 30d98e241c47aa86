"""What has happened so far: the last recorded day is as far as a check can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from workshopcore.model.action import CLOSED, Action
from workshopcore.model.evaluation import Gain, Quote, Wave
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.outcomes import ParkedIssue
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = [
    "END",
    "after",
    "agreed_on",
    "days_of",
    "is_live",
    "is_open",
    "last_recorded_day",
    "live_workshops",
    "took_place",
    "workshop_of",
]

END = date.max
"""The state after the last event: a check knows no other "now" than the history's own."""

_HELD = frozenset({"delivered", "written-up", "closed"})
_OFF = frozenset({"cancelled", "postponed"})


def is_live(workshop: Workshop) -> bool:
    """Return whether a workshop is neither cancelled nor postponed."""
    return workshop.state(END) not in _OFF


def took_place(workshop: Workshop) -> bool:
    """Return whether a workshop was held: it is delivered, or somebody is recorded as there."""
    held = workshop.state(END) in _HELD or any(entry.present for entry in workshop.attendance)
    return held and is_live(workshop)


def live_workshops(programme: Programme) -> tuple[Workshop, ...]:
    """Return the workshops that are neither cancelled nor postponed, in order of time."""
    return tuple(workshop for workshop in programme.in_order if is_live(workshop))


def after(workshops: Iterable[Workshop], day: date) -> tuple[Workshop, ...]:
    """Return the workshops that start after a day."""
    return tuple(workshop for workshop in workshops if workshop.day > day)


def workshop_of(programme: Programme, origin: str) -> Workshop | None:
    """Return the workshop of an origin, which is a workshop or ``workshop/session``."""
    return programme.workshop(origin.partition("/")[0]) if origin else None


def is_open(action: Action) -> bool:
    """Return whether an action still needs work after its last news."""
    return action.status(END) not in CLOSED


def agreed_on(programme: Programme, action: Action) -> date | None:
    """Return the day on which an action was agreed, as far as that can be told."""
    workshop = workshop_of(programme, action.origin)
    return action.agreed or action.created or (workshop.day if workshop else None)


def last_recorded_day(programme: Programme) -> date | None:
    """Return the last day of which anything is recorded, ``None`` where nothing is."""
    return max(_recorded_days(programme), default=None)


def _recorded_days(programme: Programme) -> Iterator[date]:
    yield from (event.on for event in programme.events)
    yield from (event.on for entity in _eventful(programme) for event in entity.events)
    yield from (entry.on for action in programme.actions for entry in action.history())
    yield from (workshop.day for workshop in programme.workshops if took_place(workshop))


def _eventful(
    programme: Programme,
) -> tuple[Workshop | ExpertEngagement | ParkedIssue | Wave | Gain | Quote, ...]:
    return (
        *programme.workshops,
        *programme.experts,
        *programme.parked_issues,
        *programme.waves,
        *programme.gains,
        *programme.quotes,
    )


def days_of(workshop: Workshop) -> tuple[date, ...]:
    """Return the calendar days of a workshop."""
    first, last = workshop.start.date().toordinal(), workshop.end.date().toordinal()
    return tuple(date.fromordinal(number) for number in range(first, last + 1))

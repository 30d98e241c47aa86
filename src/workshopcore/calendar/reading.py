"""What a programme says of the dates of its workshops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType

from attrs import evolve, frozen

from workshopcore.calendar.availability import Availability
from workshopcore.calendar.rules import Hours, Wish
from workshopcore.calendar.slots import minutes
from workshopcore.calendar.wanted import Times, Wanted
from workshopcore.contracts.busy_time import Answer, Busy, Spell
from workshopcore.model.programme import Programme
from workshopcore.model.shortlist import shortlist
from workshopcore.model.workshop import AttendanceStatus, Workshop

__all__ = ["State", "times_of", "wanted_of", "without_own", "workshops_on"]

_SETTLED = frozenset({"confirmed", "in-progress", "delivered", "written-up", "closed"})
_RECORDED: Mapping[AttendanceStatus, Answer] = MappingProxyType(
    {
        "accepted": "yes",
        "attended": "yes",
        "part": "yes",
        "tentative": "maybe",
        "declined": "no",
        "apology": "no",
        "no-show": "no",
    }
)


@frozen
class State:
    """How a workshop stands on a day.

    Attributes:
        workshop: which.
        begun: whether it took place, or began.
        agreed: whether its date is agreed, though not held yet.
        postponed: whether its date holds no more.
    """

    workshop: Workshop
    begun: bool
    agreed: bool
    postponed: bool


def workshops_on(programme: Programme, day: date) -> list[State]:
    """Return the workshops that are not cancelled by the end of a day, as they stand then.

    Those that have begun come first; the others keep the order of their present dates, which
    for one that is postponed may be over.
    """
    found = []
    for workshop in programme.in_order:
        state = workshop.state(day)
        postponed = state == "postponed"
        begun = workshop.day <= day and not postponed
        if state != "cancelled":
            found.append(State(workshop, begun, state in _SETTLED, postponed))
    return sorted(found, key=lambda each: not each.begun)


def times_of(workshop: Workshop) -> Times:
    """Return the times of a workshop on the wall clock."""
    return workshop.start.replace(tzinfo=None), workshop.end.replace(tzinfo=None)


def wanted_of(programme: Programme, workshop: Workshop, wish: Wish, day: date) -> Wanted:
    """Return what a workshop and a wish ask for together, as things stand on a day."""
    start, end = times_of(workshop)
    invited = wish.invited or workshop.invited or None
    needed = dict.fromkeys((*(wish.required or ()), *_needed(programme, workshop, invited, day)))
    whole = evolve(
        wish,
        hours=wish.hours or (Hours(start.time(), end.time()),),
        days=wish.days or (end.date() - start.date()).days + 1,
        required=tuple(needed),
        invited=invited,
    )
    recorded = {
        entry.person: _RECORDED[entry.status]
        for entry in workshop.attendance
        if entry.status in _RECORDED
    }
    zone = programme.zone_of(workshop)
    return Wanted(workshop.id, workshop.title, whole, zone, recorded=recorded)


def _needed(
    programme: Programme, workshop: Workshop, invited: tuple[str, ...] | None, day: date
) -> Iterator[str]:
    """Yield who must be there: who runs it and its sessions, its expert, and who decides."""
    facilitators = (p.id for p in programme.people if p.role == "facilitator")
    yield from workshop.facilitators or facilitators
    for session in workshop.sessions():
        yield from session.lead
    for place in dict.fromkeys(e.session for e in programme.engagements_of(workshop)):
        yield from (each.expert for each in shortlist(programme, place, day).in_play)
    if workshop.decides:
        coming = invited or tuple(p.id for p in programme.participants())
        yield from (p.id for p in programme.people if p.required and p.id in coming)


def without_own(told: Availability, programme: Programme) -> Availability:
    """Return availability without the appointments that are workshops of the programme itself.

    Whoever has accepted an invitation is busy at that time; that must not keep the workshop
    from staying where it is.
    """
    own = {
        (minutes(programme.starts(each)), minutes(programme.ends(each)))
        for each in programme.workshops
    }
    there = {tuple(minutes(each) for each in times_of(w)) for w in programme.workshops}

    def is_own(spell: Spell) -> bool:
        if not isinstance(spell.start, datetime) or not isinstance(spell.end, datetime):
            return False
        known = there if spell.start.tzinfo is None else own
        return (minutes(spell.start), minutes(spell.end)) in known

    sources = [
        evolve(source, spells=[spell for spell in source.spells if not is_own(spell)])
        if isinstance(source, Busy)
        else source
        for source in told.sources
    ]
    return evolve(told, sources=sources)

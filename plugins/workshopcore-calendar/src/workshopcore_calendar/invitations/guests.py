"""Who is asked to come to a workshop, how much their presence counts, and what they replied."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import AttendanceStatus, Workshop
from workshopcore_calendar.invitations.appointment import Guest, Reply, RolePart

__all__ = ["asked_to_come", "reply_of", "running_it"]

_REPLIES: dict[AttendanceStatus, Reply] = {
    "invited": "NEEDS-ACTION",
    "accepted": "ACCEPTED",
    "tentative": "TENTATIVE",
    "declined": "DECLINED",
    "attended": "ACCEPTED",
    "part": "ACCEPTED",
    "apology": "DECLINED",
    # Who did not come has still not said that they would not.
    "no-show": "NEEDS-ACTION",
}
_SENDS_SOMEBODY = ("declined", "apology")


def asked_to_come(programme: Programme, workshop: Workshop) -> tuple[Guest, ...]:
    """Return who is invited, and who comes in the place of those who declined.

    Participants are expected, and so is everybody whom a decision needs. Others who are
    invited, such as the sponsor or an observer, may come.
    """
    people = dict.fromkeys([*programme.invited(workshop), *_substitutes(programme, workshop)])
    running = {person.id for person in programme.facilitators_of(workshop)}
    return tuple(
        Guest(person, _role(person), reply_of(workshop, person.id))
        for person in people
        if person.id not in running
    )


def running_it(programme: Programme, workshop: Workshop) -> tuple[Guest, ...]:
    """Return who runs a workshop."""
    return tuple(
        Guest(person, "REQ-PARTICIPANT", reply_of(workshop, person.id))
        for person in programme.facilitators_of(workshop)
    )


def reply_of(workshop: Workshop, person: str) -> Reply:
    """Return what somebody said to an invitation; the last word counts."""
    said = [entry.status for entry in workshop.attendance if entry.person == person]
    return _REPLIES[said[-1]] if said else "NEEDS-ACTION"


def _substitutes(programme: Programme, workshop: Workshop) -> Iterator[Person]:
    last = {entry.person: entry for entry in workshop.attendance}
    for entry in last.values():
        if entry.substitute and entry.status in _SENDS_SOMEBODY:
            yield programme.person(entry.substitute)


def _role(person: Person) -> RolePart:
    expected = person.role == "participant" or person.required
    return "REQ-PARTICIPANT" if expected else "OPT-PARTICIPANT"

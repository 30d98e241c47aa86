"""People of a task: who answers for it, who helps, and whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workshopcore.actions import Standing, answering
from workshopcore.model.action import Part
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.renderers.characters import one_line
from workshopcore_calendar.lines import Property
from workshopcore_calendar.sent import ANSWERING
from workshopcore_calendar.tasks import Task

if TYPE_CHECKING:
    from icalendar import vCalAddress

__all__ = ["address_of", "mailbox", "organiser_of", "owners_in", "people_of"]

# The owner has a role that nobody else has.
_OWNER = "REQ-PARTICIPANT"
_HELPERS: dict[Part, str] = {
    "responsible": "OPT-PARTICIPANT",
    "consulted": "OPT-PARTICIPANT",
    "informed": "NON-PARTICIPANT",
}
_SCHEME = re.compile("mailto:", re.IGNORECASE)
# What both a mailto: address and a line of a calendar take as it is.
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$&'*+/=^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


def organiser_of(programme: Programme) -> Person | None:
    """Return the first facilitator with an address, a lead before the others."""
    leads = {each.person for each in programme.facilitators if each.function == "lead"}
    able = [p for p in programme.people if p.role == "facilitator" and mailbox(p)]
    return min(able, key=lambda person: person.id not in leads, default=None)


def people_of(
    programme: Programme, standing: Standing, organiser: Person | None
) -> Iterator[tuple[str, vCalAddress | str]]:
    """Yield the properties that name people.

    A task with attendees must say who organises it: where nobody does, it names nobody.
    """
    owner = answering(programme, standing.owner, standing.moment.on)
    attendees = list(_attendees(programme, standing, owner))
    if organiser is None or not attendees:
        return
    yield "ORGANIZER", address_of(organiser)
    for person, role in attendees:
        yield "ATTENDEE", address_of(person, role)
    if owner is not None:
        yield ANSWERING, owner.id


def _attendees(
    programme: Programme, standing: Standing, owner: Person | None
) -> Iterator[tuple[Person, str]]:
    if owner is not None and mailbox(owner):
        yield owner, _OWNER
    for supporter in standing.action.supporters:
        person = programme.person(supporter.person)
        if mailbox(person) and person != owner:
            yield person, _HELPERS[supporter.part]


def mailbox(person: Person) -> str:
    """Return an e-mail address that can stand in a calendar file, ``""`` for want of one."""
    address = person.email.strip()
    return address if len(address) <= 254 and _MAILBOX.fullmatch(address) else ""


def address_of(person: Person, role: str = "") -> vCalAddress:
    """Return somebody as a calendar file names them; their mailbox must be a sound one."""
    from icalendar import vCalAddress

    address = vCalAddress(f"mailto:{mailbox(person)}")
    # A parameter has no way to write a double quote.
    address.params["CN"] = one_line(person.name).replace('"', "'")
    if role:
        address.params["ROLE"] = role
    return address


def owners_in(task: Task) -> list[Property]:
    """Return those whom a task names as its owner by their addresses: one, if all is well."""
    return [
        one._replace(raw=_SCHEME.sub("", one.raw.strip()))
        for one in task.all("ATTENDEE")
        if one.parameters.get("ROLE", _OWNER).upper() == _OWNER
    ]

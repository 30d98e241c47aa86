"""Who is to be seated: those who are expected at a workshop, substitutes included."""

from __future__ import annotations

from collections.abc import Collection

from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["expected"]

_AWAY = frozenset({"declined", "apology", "no-show"})
_COMING = frozenset({"accepted", "tentative", "attended", "part"})
_GIVES_IT = frozenset({"facilitator", "expert"})


def expected(
    programme: Programme, workshop: Workshop, absent: Collection[str] = ()
) -> tuple[Person, ...]:
    """Return who is expected at a workshop, without those who run it.

    Whoever is on record as away is left out, and the substitute takes their place. Guests who
    said that they come are expected too.
    """
    invited = programme.invited(workshop)
    found: dict[str, Person] = {}
    for person in invited:
        entry = workshop.attendance_of(person.id)
        if entry is None or entry.status not in _AWAY:
            found.setdefault(person.id, person)
        elif entry.substitute:
            found.setdefault(entry.substitute, programme.person(entry.substitute))
    for entry in workshop.attendance:
        if entry.status in _COMING:
            found.setdefault(entry.person, programme.person(entry.person))
    away = {entry.person for entry in workshop.attendance if entry.status in _AWAY} | {*absent}
    return tuple(
        person
        for name, person in found.items()
        if name not in away and person.role not in _GIVES_IT
    )

"""People in documents: by name to one another, by role where a name would say too much."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from workshopcore.language import gettext, gettext_noop
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.wording import listed

__all__ = ["introduced", "named", "role_of", "team"]

_ROLES = {
    "participant": gettext_noop("a participant"),
    "facilitator": gettext_noop("a facilitator"),
    "expert": gettext_noop("an external expert"),
    "sponsor": gettext_noop("the sponsor"),
    "observer": gettext_noop("an observer"),
}


def named(programme: Programme, people: Iterable[str]) -> str:
    """Return the names of people as a list in a sentence."""
    return listed(programme.person(id).name for id in people)


def introduced(person: Person) -> str:
    """Return a name with the person's post, if that is known.

    >>> introduced(Person("Amina Yusuf", position="Head of service"))
    'Amina Yusuf (Head of service)'
    """
    return f"{person.name} ({person.position})" if person.position.strip() else person.name


def role_of(person: Person) -> str:
    """Return what somebody is to the programme, without saying who it is.

    >>> role_of(Person("Amina Yusuf", role="sponsor"))
    'the sponsor'
    """
    return gettext(_ROLES[person.role])


def team(programme: Programme, role: str, day: date) -> tuple[Person, ...]:
    """Return those of a role who belong to the programme on a day.

    Before the first workshop these are the people who will be there when it begins. Who joins
    later is not announced before.
    """
    begins = [programme.starts(workshop).date() for workshop in programme.in_order[:1]]
    on = max([day, *begins])
    return tuple(p for p in programme.people if p.role == role and p.belongs(on))
